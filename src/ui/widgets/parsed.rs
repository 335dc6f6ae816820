//! A field for a typed value: what is being typed stays as it is until it makes sense.

use egui::{Margin, Response, RichText, TextEdit, Ui, Vec2};

use super::field::{caption, editable};
use super::understood::{ask, say};
use super::writing::{framed, may_change, writing};
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

/// The same for values that people write in many ways.
pub struct Understandable<'a, T> {
    pub label: &'a str,
    pub shown: String,
    pub hint: &'a str,
    pub read: &'a dyn Fn(&str) -> Meaning<T>,
    /// What the value comes to, in weak text behind it where there is room.
    pub behind: &'a str,
}

/// What a text was taken for.
pub enum Meaning<T> {
    Plain(T),
    /// It reads otherwise than it was typed, so it is said below the field.
    Said(T, String),
    /// Only the person who typed knows which: a question, and every answer with what it means.
    Asked(&'static str, Vec<(String, T)>),
    Problem(String),
}

/// What came out of a field in this frame.
pub struct Heard<T> {
    /// The new value, where the text was changed and can be read, or an answer was given.
    pub value: Option<T>,
    /// What stands in the field was typed and cannot be read, or not yet.
    pub unreadable: bool,
    /// More may come: the field is in use, and no answer was given.
    pub typing: bool,
    pub left: bool,
}

/// The new value, when the text was changed and can be read. What cannot be read stays in the field
/// with the reason below it; it is not saved, and not lost.
pub fn parsed_field<T>(ui: &mut Ui, field: &Typed<'_, T>) -> Option<T> {
    parsed_field_left(ui, field).0
}

/// The new value as above, and whether the field was left in this frame.
pub fn parsed_field_left<T>(ui: &mut Ui, field: &Typed<'_, T>) -> (Option<T>, bool) {
    let read = |text: &str| match (field.read)(text) {
        Ok(value) => Meaning::Plain(value),
        Err(problem) => Meaning::Problem(problem),
    };
    let (label, shown, hint) = (field.label, field.shown.clone(), field.hint);
    let whole = Understandable { label, shown, hint, read: &read, behind: "" };
    let heard = in_field(ui, &whole, field.right_aligned);
    (heard.value, heard.left)
}

/// A field that says what it understood while that differs from what is typed, and asks where it could be several
/// things. Both stand on a card that floats below the field, so that nothing moves while somebody types.
pub fn understanding_field<T>(ui: &mut Ui, field: &Understandable<'_, T>) -> Heard<T> {
    in_field(ui, field, false)
}

fn in_field<T>(ui: &mut Ui, field: &Understandable<'_, T>, right_aligned: bool) -> Heard<T> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = tokens::XS;
        let id = ui.make_persistent_id((field.label, "typed"));
        let kept: Option<String> = ui.data(|data| data.get_temp(id));
        let (mut text, editable) = editable(kept.as_deref().unwrap_or(&field.shown));
        let response = edit(ui, field, (id, editable, right_aligned), &mut text);
        let changed = response.changed() && may_change(ui);
        let read = (field.read)(&text);
        if changed {
            ui.data_mut(|data| data.insert_temp(id, text));
        } else if read.is_clear() && (response.lost_focus() || (kept.is_some() && !response.has_focus())) {
            ui.data_mut(|data| data.remove_temp::<String>(id));
        }
        let pending = kept.is_some() || changed;
        let left = response.lost_focus();
        let unreadable = pending && !read.is_clear();
        let mut typing = response.has_focus();
        let value = match read {
            Meaning::Plain(value) => Some(value).filter(|_| changed),
            Meaning::Said(value, words) => {
                if response.has_focus() && pending {
                    say(ui, &response, &words);
                }
                Some(value).filter(|_| changed)
            }
            Meaning::Asked(question, answers) if pending => {
                let answer = ask(ui, &response, (field.label, question), answers);
                if answer.is_some() {
                    typing = false;
                    ui.data_mut(|data| data.remove_temp::<String>(id));
                }
                answer
            }
            Meaning::Problem(problem) if pending => {
                ui.label(RichText::new(problem).size(tokens::SMALL).color(palette(ui.ctx()).danger.ink));
                None
            }
            Meaning::Asked(..) | Meaning::Problem(_) => None,
        };
        Heard { value, unreadable, typing, left }
    })
    .inner
}

/// The caption, the field, and what stands behind the value.
fn edit<T>(
    ui: &mut Ui,
    field: &Understandable<'_, T>,
    (id, editable, right_aligned): (egui::Id, bool, bool),
    text: &mut String,
) -> Response {
    let weak = palette(ui.ctx()).weak_text;
    let caption = ui.label(caption(ui, field.label));
    let align = if right_aligned { egui::Align2::RIGHT_CENTER } else { egui::Align2::LEFT_CENTER };
    let mut writing = writing(ui, text);
    let edit = TextEdit::singleline(&mut writing)
        .id(id)
        .interactive(editable)
        .hint_text(RichText::new(field.hint).color(weak))
        .desired_width(f32::INFINITY)
        .align(align)
        .min_size(Vec2::new(0.0, tokens::CONTROL));
    let output = framed(ui, edit, Margin::symmetric(10, 4)).show(ui);
    let response = output.response.response.labelled_by(caption.id);
    let font = egui::FontId::proportional(tokens::BODY);
    let comes_to = ui.painter().layout_no_wrap(field.behind.to_owned(), font, weak);
    let at = output.galley_pos + Vec2::new(output.galley.size().x + tokens::S, 0.0);
    if !text.is_empty() && at.x + comes_to.size().x <= response.rect.right() - tokens::S {
        ui.painter().galley(at, comes_to, weak);
    }
    response
}

impl<T> Meaning<T> {
    /// There is exactly one value.
    fn is_clear(&self) -> bool {
        match self {
            Self::Plain(_) | Self::Said(..) => true,
            Self::Asked(..) | Self::Problem(_) => false,
        }
    }
}
