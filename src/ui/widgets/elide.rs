//! One line of text: how wide it is, and ending in … where there is no more room.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, FontFamily, FontId, Galley, Pos2, Rect, Ui};

use crate::text::visible::in_one_line;
use crate::ui::{theme, tokens};

/// Lays text out in one line of at most `width` points.
pub fn elided(
    ui: &Ui,
    text: &str,
    size: f32,
    family: FontFamily,
    colour: Color32,
    width: f32,
) -> Arc<Galley> {
    let format = TextFormat { font_id: FontId::new(size, family), color: colour, ..TextFormat::default() };
    // Layout time grows with the text, so the part that cannot fit is cut off first.
    let one_line = in_one_line(text, 400);
    let mut job = LayoutJob::single_section(one_line, format);
    job.wrap.max_width = width.max(0.0);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    ui.painter().layout_job(job)
}

/// Paints a laid-out line with its left or right end at `at`, vertically centred; returns its area.
pub fn paint_line(ui: &Ui, galley: Arc<Galley>, at: Pos2, anchor: Align2) -> Rect {
    let rect = anchor.anchor_size(at, galley.size());
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    rect
}

/// The width of running text in one line.
pub fn text_width(ui: &Ui, text: &str) -> f32 {
    let font = theme::font(tokens::BODY);
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
}
