//! A short message about what was done, with undo where possible; it disappears by itself.

use std::path::PathBuf;

use egui::{Align2, Area, Frame, Id, Margin, Order, RichText, vec2};

use crate::ui::action::{Action, Actions};
use crate::ui::command::Global;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{link, links};

#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: String,
    /// Offers to undo the change it reports.
    pub undo: bool,
    /// The file it reports.
    pub file: Option<PathBuf>,
    /// When it disappears, in egui's seconds; set when it is first shown.
    until: Option<f64>,
}

impl Toast {
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), undo: false, file: None, until: None }
    }

    pub fn with_undo(mut self) -> Self {
        self.undo = true;
        self
    }

    pub fn with_file(mut self, file: PathBuf) -> Self {
        self.file = Some(file);
        self
    }
}

/// `below`: in a strip, the toast is below this height. False once it has disappeared.
pub fn show(ctx: &egui::Context, cx: &Cx<'_>, toast: &mut Toast, below: f32, out: &mut Actions) -> bool {
    let now = ctx.input(|input| input.time);
    let until = *toast.until.get_or_insert(now + tokens::TOAST);
    if now >= until {
        return false;
    }
    ctx.request_repaint_after_secs((until - now) as f32);
    let mut kept = true;
    // Over the list, where it covers no action; in a strip, over the header.
    let window = ctx.content_rect().width();
    let (anchor, offset, width) = if window < tokens::STRIP_BELOW {
        (Align2::CENTER_TOP, vec2(0.0, below), window - tokens::XL)
    } else {
        (Align2::LEFT_BOTTOM, vec2(tokens::M, -tokens::M), tokens::LIST_NARROW - tokens::XL)
    };
    Area::new(Id::unique("toast")).order(Order::Foreground).anchor(anchor, offset).show(ctx, |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::symmetric(16, 8)).show(ui, |ui| {
            ui.set_width(width - tokens::XXL);
            let said = ui.add(egui::Label::new(RichText::new(&toast.text).color(cx.palette.text)).wrap());
            if let Some(file) = &toast.file {
                said.on_hover_text(file.display().to_string());
            }
            links(ui, |ui| {
                if let Some(file) = &toast.file
                    && link(ui, None, cx.text.shell.show_in_folder).clicked()
                {
                    out.push(Action::ShowFile(file.clone()));
                }
                if toast.undo && link(ui, None, cx.text.shell.undo).clicked() {
                    out.run(Global::Undo);
                    kept = false;
                }
                if link(ui, None, cx.text.shell.dismiss).clicked() {
                    kept = false;
                }
            });
        });
    });
    kept
}
