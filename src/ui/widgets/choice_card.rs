//! A large button: an icon, what it does, and one line about it.

use egui::epaint::TextShape;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontFamily, FontId, Response, Role, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2,
};

use super::button::Emphasis;
use crate::ui::theme::{self, palette};
use crate::ui::{icons, tokens};

/// One of a few large choices, as wide as there is room.
pub fn choice_card(ui: &mut Ui, emphasis: Emphasis, icon: char, title: &str, line: &str) -> Response {
    let palette = palette(ui.ctx());
    let (ink, weak, mark) = match emphasis {
        Emphasis::Primary => (palette.on_accent, palette.on_accent, palette.on_accent),
        Emphasis::Quiet | Emphasis::Bare => (palette.text, palette.weak_text, palette.accent),
    };
    let width = ui.available_width();
    let indent = tokens::XL + tokens::XXL;
    let room = width - indent - tokens::both(tokens::XL);
    let words = |text: &str, size: f32, family: FontFamily, colour: Color32| {
        let font_id = FontId::new(size, family);
        let format = TextFormat { font_id, color: colour, ..TextFormat::default() };
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap.max_width = room;
        ui.painter().layout_job(job)
    };
    let above = words(title, tokens::HEADING, theme::bold_name(title), ink);
    let below = words(line, tokens::BODY, FontFamily::Proportional, weak);
    let height = tokens::both(tokens::L) + above.size().y + tokens::XS + below.size().y;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), title));
    frame(ui, emphasis, &response);
    let painter = ui.painter();
    let at = |size: f32| FontId::proportional(size);
    let middle = rect.center().y;
    let left = pos2(rect.left() + tokens::XL, middle);
    painter.text(left, Align2::LEFT_CENTER, icon, at(tokens::XL), mark);
    let right = pos2(rect.right() - tokens::L, middle);
    painter.text(right, Align2::RIGHT_CENTER, icons::CARET_RIGHT, at(tokens::HEADING), weak);
    let top = pos2(rect.left() + indent + tokens::S, rect.top() + tokens::L);
    let under = pos2(top.x, top.y + above.size().y + tokens::XS);
    painter.add(TextShape::new(top, above, ink));
    painter.add(TextShape::new(under, below, weak));
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn frame(ui: &Ui, emphasis: Emphasis, response: &Response) {
    let palette = palette(ui.ctx());
    let pointed = response.hovered() || response.has_focus();
    let (fill, line) = match (emphasis, pointed) {
        (Emphasis::Primary, true) => (palette.accent_strong, palette.accent_strong),
        (Emphasis::Primary, false) => (palette.accent, palette.accent),
        (Emphasis::Quiet | Emphasis::Bare, true) => (palette.sunken, palette.hairline),
        (Emphasis::Quiet | Emphasis::Bare, false) => (palette.surface, palette.hairline),
    };
    let radius = CornerRadius::same(tokens::RADIUS);
    let stroke = Stroke::new(tokens::LINE, line);
    ui.painter().rect(response.rect, radius, fill, stroke, StrokeKind::Inside);
    if response.has_focus() {
        let ring = Stroke::new(tokens::MARK, palette.accent);
        ui.painter().rect_stroke(response.rect.expand(tokens::MARK), radius, ring, StrokeKind::Outside);
    }
}
