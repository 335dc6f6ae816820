//! A short word about what was done, with a way back; it goes by itself.

use egui::{Align2, Area, Frame, Id, Margin, Order, RichText, vec2};

use super::action::{Action, Actions, Cx};
use super::command::Command;
use super::tokens;
use super::widgets::{link, links};

#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: String,
    /// Offers to undo what it tells of.
    pub undo: bool,
    /// Details that open on a click, such as the rows an import skipped.
    pub details: Vec<String>,
    /// When it goes, in egui's time; set when it is first shown.
    until: Option<f64>,
}

impl Toast {
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), undo: false, details: Vec::new(), until: None }
    }

    pub fn with_undo(mut self) -> Self {
        self.undo = true;
        self
    }

    pub fn with_details(mut self, details: Vec<String>) -> Self {
        self.details = details;
        self
    }
}

/// `below`: in a strip it stands under this. False when it has gone.
pub fn show(ctx: &egui::Context, cx: &Cx<'_>, toast: &mut Toast, below: f32, out: &mut Actions) -> bool {
    let now = ctx.input(|input| input.time);
    let until = *toast.until.get_or_insert(now + tokens::TOAST);
    // What needs reading stays until it is dismissed.
    let stays = !toast.details.is_empty();
    if now >= until && !stays {
        return false;
    }
    if !stays {
        ctx.request_repaint_after_secs((until - now) as f32);
    }
    let mut kept = true;
    // Over the list, where it covers no action; in a strip, over the head.
    let window = ctx.content_rect().width();
    let (anchor, offset, width) = if window < tokens::STRIP_BELOW {
        (Align2::CENTER_TOP, vec2(0.0, below), window - tokens::XL)
    } else {
        (Align2::LEFT_BOTTOM, vec2(tokens::M, -tokens::M), tokens::LIST_NARROW - tokens::XL)
    };
    Area::new(Id::unique("toast")).order(Order::Foreground).anchor(anchor, offset).show(ctx, |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::symmetric(16, 8)).show(ui, |ui| {
            ui.set_width(width - tokens::XXL);
            ui.add(egui::Label::new(RichText::new(&toast.text).color(cx.palette.text)).wrap());
            details(ui, cx, &toast.details);
            links(ui, |ui| {
                if toast.undo && link(ui, None, cx.text.shell.undo).clicked() {
                    out.run(Command::Undo);
                    kept = false;
                }
                if link(ui, None, cx.text.shell.dismiss).clicked() {
                    out.push(Action::DismissToast);
                    kept = false;
                }
            });
        });
    });
    kept
}

fn details(ui: &mut egui::Ui, cx: &Cx<'_>, details: &[String]) {
    if details.is_empty() {
        return;
    }
    egui::ScrollArea::vertical().max_height(tokens::CONTROL * 5.0).show(ui, |ui| {
        super::widgets::note(ui, cx.text.shell.show_skipped);
        for line in details {
            ui.add(egui::Label::new(RichText::new(line).size(tokens::SMALL)).wrap());
        }
    });
}
