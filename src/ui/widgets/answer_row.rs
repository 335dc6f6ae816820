//! One of several answers as a full-width button: the answer, details below, the key that chooses it.

use egui::{Align2, CornerRadius, FontFamily, FontId, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui};
use egui::{Vec2, WidgetInfo};

use crate::ui::theme::{self, palette};
use crate::ui::tokens;

/// What the button shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnswerRow<'a> {
    pub label: &'a str,
    pub detail: Option<&'a str>,
    /// The key that does the same, shown as a key cap.
    pub key: Option<&'a str>,
    pub selected: bool,
    /// Less important than its neighbours.
    pub quiet: bool,
}

/// A button over the full width, as high as its text needs.
pub fn answer_row(ui: &mut Ui, row: &AnswerRow<'_>) -> Response {
    let palette = palette(ui.ctx());
    let width = ui.available_width();
    let for_key = if row.key.is_some() { KEY + tokens::M } else { 0.0 };
    let room = width - tokens::both(tokens::M) - for_key;
    let family = if row.detail.is_some() { theme::bold_name(row.label) } else { FontFamily::Proportional };
    let ink = if row.quiet { palette.weak_text } else { palette.text };
    let label = ui.painter().layout(row.label.to_owned(), FontId::new(tokens::BODY, family), ink, room);
    let detail = row.detail.map(|detail| {
        let font = FontId::proportional(tokens::BODY);
        ui.painter().layout(detail.to_owned(), font, palette.weak_text, room)
    });
    let words = label.size().y + detail.as_ref().map_or(0.0, |detail| detail.size().y + tokens::XS);
    let height = (words + 2.0 * 10.0).max(tokens::ANSWER);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), row.selected, row.label));

    let fill = if row.selected {
        palette.selection
    } else if response.hovered() {
        palette.sunken
    } else {
        palette.surface
    };
    let line = if row.selected || response.has_focus() { palette.accent } else { palette.hairline };
    let radius = CornerRadius::same(tokens::RADIUS);
    ui.painter().rect(rect, radius, fill, Stroke::new(tokens::LINE, line), StrokeKind::Inside);
    let mut at = egui::pos2(rect.left() + tokens::M, rect.center().y - words / 2.0);
    let below = label.size().y + tokens::XS;
    ui.painter().galley(at, label, ink);
    if let Some(detail) = detail {
        at.y += below;
        ui.painter().galley(at, detail, palette.weak_text);
    }
    if let Some(key) = row.key {
        key_cap(ui, rect, key);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Side of a key cap.
const KEY: f32 = 20.0;

fn key_cap(ui: &Ui, row: Rect, key: &str) {
    let palette = palette(ui.ctx());
    let centre = egui::pos2(row.right() - tokens::M - KEY / 2.0, row.center().y);
    let cap = Rect::from_center_size(centre, Vec2::splat(KEY));
    let line = Stroke::new(tokens::LINE, palette.hairline);
    ui.painter().rect(cap, CornerRadius::same(4), palette.surface, line, StrokeKind::Inside);
    let font = FontId::proportional(tokens::SMALL);
    ui.painter().text(cap.center(), Align2::CENTER_CENTER, key, font, palette.weak_text);
}
