//! Text fields with a label above.

pub(crate) mod date_field;
pub(crate) mod half_typed;
pub(crate) mod parsed;
pub(crate) mod understood;
pub(crate) mod writing;
use egui::{FontFamily, Margin, Response, RichText, Role, TextEdit, Ui, Vec2, WidgetInfo};

use self::writing::{framed, may_change};
use super::elide::elided;
use super::own_undo::with_own_undo;
use crate::text::visible::beginning;
use crate::ui::theme::palette;
use crate::ui::tokens;

/// In characters. Longer texts are shown in part and cannot be edited: laying them out would freeze the window.
const LONGEST: usize = 20_000;

/// A single-line field; returns the new text if it was changed.
pub fn text_field(ui: &mut Ui, label: &str, value: &str) -> (Response, Option<String>) {
    text_field_hinted(ui, label, value, "")
}

/// A single line that shows `hint` while it is empty.
pub fn text_field_hinted(ui: &mut Ui, label: &str, value: &str, hint: &str) -> (Response, Option<String>) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = tokens::XS;
        let caption = ui.label(caption(ui, label));
        let (mut text, editable) = editable(value);
        let hint = RichText::new(hint).color(palette(ui.ctx()).weak_text);
        let id = ui.make_persistent_id(label);
        let response = with_own_undo(ui, id, &mut text, |ui, writing| {
            let edit = TextEdit::singleline(writing)
                .id(id)
                .interactive(editable)
                .hint_text(hint)
                .desired_width(f32::INFINITY)
                .min_size(Vec2::new(0.0, tokens::CONTROL))
                .align(egui::Align2::LEFT_CENTER);
            ui.add(framed(ui, edit, Margin::symmetric(10, 4))).labelled_by(caption.id)
        });
        let changed = (response.changed() && may_change(ui)).then_some(text);
        (response, changed)
    })
    .inner
}

/// A field that grows with its text, which stays one paragraph; its caption takes one line, however long it is.
pub(crate) fn growing_field(
    ui: &mut Ui,
    id: &str,
    label: &str,
    value: &str,
    hint: &str,
) -> (Response, Option<String>) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = tokens::XS;
        let ink = palette(ui.ctx()).weak_text;
        let width = ui.available_width();
        let line = elided(ui, label, tokens::SMALL, FontFamily::Proportional, ink, width);
        let cut = line.elided;
        let caption = ui.label(line);
        if cut {
            caption.clone().on_hover_text(label);
        }
        let (mut text, editable) = editable(value);
        let hint = RichText::new(hint).color(ink);
        let id = ui.make_persistent_id(id);
        let response = with_own_undo(ui, id, &mut text, |ui, writing| {
            let edit = TextEdit::multiline(writing)
                .id(id)
                .interactive(editable)
                .hint_text(hint)
                .return_key(None)
                .desired_width(f32::INFINITY)
                .desired_rows(1)
                .min_size(Vec2::new(0.0, tokens::CONTROL));
            ui.add(framed(ui, edit, Margin::symmetric(10, 6))).labelled_by(caption.id)
        });
        let changed = (response.changed() && may_change(ui)).then_some(text);
        (response, changed)
    })
    .inner
}

/// A field of several lines; returns the new text if it was changed.
pub fn text_area(ui: &mut Ui, label: &str, value: &str, rows: usize) -> (Response, Option<String>) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = tokens::XS;
        let caption = ui.label(caption(ui, label));
        let (mut text, editable) = editable(value);
        let id = ui.make_persistent_id(label);
        let response = with_own_undo(ui, id, &mut text, |ui, writing| {
            let edit = TextEdit::multiline(writing)
                .id(id)
                .interactive(editable)
                .desired_width(f32::INFINITY)
                .desired_rows(rows);
            ui.add(framed(ui, edit, Margin::symmetric(10, 8))).labelled_by(caption.id)
        });
        let changed = (response.changed() && may_change(ui)).then_some(text);
        (response, changed)
    })
    .inner
}

/// The same with a short caption, and a longer accessible name for where captions repeat on the screen.
pub fn text_area_named(
    ui: &mut Ui,
    (name, short): (&str, &str),
    value: &str,
    hint: &str,
) -> (Response, Option<String>) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = tokens::XS;
        ui.label(caption(ui, short));
        let (mut text, editable) = editable(value);
        let hint = RichText::new(hint).color(palette(ui.ctx()).weak_text);
        let id = ui.make_persistent_id(name);
        let response = with_own_undo(ui, id, &mut text, |ui, writing| {
            let edit = TextEdit::multiline(writing)
                .id(id)
                .interactive(editable)
                .hint_text(hint)
                .desired_width(f32::INFINITY)
                .desired_rows(2);
            ui.add(framed(ui, edit, Margin::symmetric(10, 8)))
        });
        let enabled = ui.is_enabled();
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::MultilineTextInput, enabled, name);
            info.current_text_value = Some(text.clone());
            info
        });
        let changed = (response.changed() && may_change(ui)).then_some(text);
        (response, changed)
    })
    .inner
}

/// Focuses a field with all its text selected, so that typing replaces it.
pub fn begin_typing(ui: &Ui, field: egui::Id, length: usize) {
    use egui::text::{CCursor, CCursorRange};
    ui.memory_mut(|memory| memory.request_focus(field));
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(length))));
    state.store(ui.ctx(), field);
}

/// The text, or the beginning of one that is too long to be edited.
pub(super) fn editable(value: &str) -> (String, bool) {
    match beginning(value, LONGEST) {
        Some(_) => (beginning(value, 400).unwrap_or_default(), false),
        None => (value.to_owned(), true),
    }
}

pub(super) fn caption(ui: &Ui, label: &str) -> RichText {
    RichText::new(label).size(tokens::SMALL).color(palette(ui.ctx()).weak_text)
}
