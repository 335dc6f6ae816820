//! A field for a typed value: what is being typed stays as it is until it makes sense.

use egui::{Margin, RichText, TextEdit, Ui, Vec2};

use super::field::{caption, editable};
use crate::ui::theme::palette;
use crate::ui::tokens;

/// What a field for a value of type `T` shows and takes.
pub struct Typed<'a, T> {
    pub label: &'a str,
    /// The value as text, where nothing is being typed.
    pub shown: String,
    pub hint: &'a str,
    /// The value that was meant, or a sentence that says what to write instead.
    pub read: &'a dyn Fn(&str) -> Result<T, String>,
    pub right_aligned: bool,
}

/// The new value, when the text was changed and can be read. What cannot be read stays in the field
/// with the reason below it; it is not saved, and not lost.
pub fn parsed_field<T>(ui: &mut Ui, field: &Typed<'_, T>) -> Option<T> {
    parse_in_field(ui, field, "").0
}

/// The new value as above, and whether the field was left in this frame.
pub fn parsed_field_left<T>(ui: &mut Ui, field: &Typed<'_, T>) -> (Option<T>, bool) {
    parse_in_field(ui, field, "")
}

/// The same, with what the value comes to in weak text behind it, where there is room.
pub fn parsed_field_with<T>(ui: &mut Ui, field: &Typed<'_, T>, behind: &str) -> Option<T> {
    parse_in_field(ui, field, behind).0
}

fn parse_in_field<T>(ui: &mut Ui, field: &Typed<'_, T>, behind: &str) -> (Option<T>, bool) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = tokens::XS;
        let caption = ui.label(caption(ui, field.label));
        let id = ui.make_persistent_id((field.label, "typed"));
        let kept: Option<String> = ui.data(|data| data.get_temp(id));
        let (mut text, editable) = editable(kept.as_deref().unwrap_or(&field.shown));
        let align = if field.right_aligned { egui::Align2::RIGHT_CENTER } else { egui::Align2::LEFT_CENTER };
        let edit = TextEdit::singleline(&mut text)
            .id(id)
            .interactive(editable)
            .hint_text(RichText::new(field.hint).color(palette(ui.ctx()).weak_text))
            .desired_width(f32::INFINITY)
            .align(align)
            .min_size(Vec2::new(0.0, tokens::CONTROL))
            .margin(Margin::symmetric(10, 4));
        let output = edit.show(ui);
        let response = output.response.response.labelled_by(caption.id);
        let weak = palette(ui.ctx()).weak_text;
        let font = egui::FontId::proportional(tokens::BODY);
        let comes_to = ui.painter().layout_no_wrap(behind.to_owned(), font, weak);
        let at = output.galley_pos + Vec2::new(output.galley.size().x + tokens::S, 0.0);
        if !text.is_empty() && at.x + comes_to.size().x <= response.rect.right() - tokens::S {
            ui.painter().galley(at, comes_to, weak);
        }
        let read = (field.read)(&text);
        if response.changed() {
            ui.data_mut(|data| data.insert_temp(id, text.clone()));
        } else if read.is_ok() && (response.lost_focus() || (kept.is_some() && !response.has_focus())) {
            ui.data_mut(|data| data.remove_temp::<String>(id));
        }
        if let (Err(problem), true) = (&read, kept.is_some() || response.changed()) {
            ui.label(RichText::new(problem).size(tokens::SMALL).color(palette(ui.ctx()).danger.ink));
        }
        (response.changed().then(|| read.ok()).flatten(), response.lost_focus())
    })
    .inner
}
