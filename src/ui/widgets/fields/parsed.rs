//! A field for a typed value: text stays as typed until it can be read.

use egui::{Margin, Rect, Response, RichText, Role, Sense, TextEdit, Ui, Vec2, WidgetInfo};

use super::half_typed::{forget_text, keep_text, kept_text};
use super::understood::{ask_below, say_below};
use super::writing::{framed, may_change};
use super::{caption, editable};
use crate::ui::theme::palette;
use crate::ui::tokens;
use crate::ui::widgets::meaning::Meaning;
use crate::ui::widgets::own_undo::with_own_undo;

/// What a field for a value of type `T` shows and accepts.
pub struct Typed<'a, T> {
    pub label: &'a str,
    /// The value as text, shown while nothing is being typed.
    pub shown: String,
    pub hint: &'a str,
    /// Reads the text as a value, or returns a sentence that says what to write instead.
    pub read: &'a dyn Fn(&str) -> Result<T, String>,
    pub right_aligned: bool,
}

/// The same for values that are written in many ways.
pub struct Understandable<'a, T> {
    pub label: &'a str,
    pub shown: String,
    pub hint: &'a str,
    pub read: &'a dyn Fn(&str) -> Meaning<T>,
    /// What the value amounts to, in weak text after it where there is room.
    pub behind: &'a str,
}

/// What came out of a field in this frame.
pub struct Heard<T> {
    /// The new value, where the text was changed and can be read, or an answer was given.
    pub value: Option<T>,
    /// The typed text cannot be read, or not yet.
    pub unreadable: bool,
    /// The field is in use and no answer was given, so more may be typed.
    pub typing: bool,
    pub left: bool,
    /// The field's id, to give it focus.
    pub id: egui::Id,
}

/// How a field is displayed.
#[derive(Clone, Copy, Default)]
struct FieldLayout {
    right_aligned: bool,
    /// Shows the understood value in the field or not at all: something more important is below it.
    nothing_below: bool,
}

/// Returns the new value when the text was changed and can be read. Unreadable text stays in the field with the reason
/// below it while the form is open; it is not saved.
pub fn parsed_field<T>(ui: &mut Ui, field: &Typed<'_, T>) -> Option<T> {
    parsed_field_heard(ui, field).value
}

/// The same with the full result.
pub fn parsed_field_heard<T>(ui: &mut Ui, field: &Typed<'_, T>) -> Heard<T> {
    let read = |text: &str| match (field.read)(text) {
        Ok(value) => Meaning::Plain(value),
        Err(problem) => Meaning::Problem(problem),
    };
    let (label, shown, hint) = (field.label, field.shown.clone(), field.hint);
    let whole = Understandable { label, shown, hint, read: &read, behind: "" };
    in_field(ui, &whole, FieldLayout { right_aligned: field.right_aligned, ..FieldLayout::default() })
}

/// A field that shows what it understood where that differs from the text, and asks where there are several readings.
/// This appears after the text, else on a card that floats below the field, so nothing moves while typing.
pub fn understanding_field<T>(ui: &mut Ui, field: &Understandable<'_, T>) -> Heard<T> {
    in_field(ui, field, FieldLayout::default())
}

/// The same for a column of numbers: the text on the right, the understood value on the left.
pub fn understanding_field_right<T>(ui: &mut Ui, field: &Understandable<'_, T>) -> Heard<T> {
    in_field(ui, field, FieldLayout { right_aligned: true, ..FieldLayout::default() })
}

/// The same where the content below the field shows what was understood.
pub fn understanding_field_told_below<T>(ui: &mut Ui, field: &Understandable<'_, T>) -> Heard<T> {
    in_field(ui, field, FieldLayout { nothing_below: true, ..FieldLayout::default() })
}

fn in_field<T>(ui: &mut Ui, field: &Understandable<'_, T>, manner: FieldLayout) -> Heard<T> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = tokens::XS;
        let id = ui.make_persistent_id((field.label, "typed"));
        let kept = kept_text(ui, id);
        let (mut text, editable) = editable(kept.as_deref().unwrap_or(&field.shown));
        let (response, words) = edit(ui, field, (id, editable, manner.right_aligned), &mut text);
        let read = (field.read)(&text);
        let (changed, left) = (response.changed() && may_change(ui), response.lost_focus());
        let pending = kept.is_some() || changed;
        let unreadable = pending && !read.is_clear();
        let beside = |ui: &Ui, said: &str| {
            let align = if manner.right_aligned { FieldSide::Left } else { FieldSide::Right };
            beside_words(ui, &response, words, align, said)
        };
        if changed {
            keep_text(ui, id, text.clone());
        } else if read.is_clear() && (left || (kept.is_some() && !response.has_focus())) {
            forget_text(ui, id);
        }
        let says = matches!(read, Meaning::Said(..)) && response.has_focus() && pending;
        if !unreadable && !says && !text.is_empty() {
            beside(ui, field.behind);
        }
        let mut typing = response.has_focus();
        let value = match read {
            Meaning::Plain(value) => Some(value).filter(|_| changed),
            Meaning::Said(value, words) => {
                if says && !beside(ui, &words) && !manner.nothing_below {
                    say_below(ui, &response, &words);
                }
                Some(value).filter(|_| changed)
            }
            Meaning::Asked(question, answers) if pending => {
                let answer = ask_below(ui, &response, (field.label, question), answers);
                if answer.is_some() {
                    typing = false;
                    forget_text(ui, id);
                }
                answer
            }
            Meaning::Problem(problem) if pending => {
                ui.label(RichText::new(problem).size(tokens::SMALL).color(palette(ui.ctx()).danger.ink));
                None
            }
            Meaning::Asked(..) | Meaning::Problem(_) => None,
        };
        Heard { value, unreadable, typing, left, id }
    })
    .inner
}

/// The caption and the field; returns the area of its text, too.
fn edit<T>(
    ui: &mut Ui,
    field: &Understandable<'_, T>,
    (id, editable, right_aligned): (egui::Id, bool, bool),
    text: &mut String,
) -> (Response, Rect) {
    let weak = palette(ui.ctx()).weak_text;
    let caption = ui.label(caption(ui, field.label));
    let align = if right_aligned { egui::Align2::RIGHT_CENTER } else { egui::Align2::LEFT_CENTER };
    let mut words = Rect::NOTHING;
    let response = with_own_undo(ui, id, text, |ui, writing| {
        let edit = TextEdit::singleline(writing)
            .id(id)
            .interactive(editable)
            .hint_text(RichText::new(field.hint).color(weak))
            .desired_width(f32::INFINITY)
            .align(align)
            .min_size(Vec2::new(0.0, tokens::CONTROL));
        let output = framed(ui, edit, Margin::symmetric(MARGIN, 4)).show(ui);
        words = Rect::from_min_size(output.galley_pos, output.galley.size());
        output.response.response.labelled_by(caption.id)
    });
    (response, words)
}

/// Margin left and right of the text in a field, in points.
const MARGIN: i8 = 10;

#[derive(Clone, Copy)]
enum FieldSide {
    Left,
    Right,
}

/// Weak text in the field next to what is typed; false where there is no room.
fn beside_words(ui: &Ui, field: &Response, words: Rect, side: FieldSide, said: &str) -> bool {
    if said.is_empty() {
        return true;
    }
    let weak = palette(ui.ctx()).weak_text;
    let font = egui::FontId::proportional(tokens::BODY);
    let galley = ui.painter().layout_no_wrap(said.to_owned(), font, weak);
    let margin = f32::from(MARGIN);
    let room = match side {
        FieldSide::Left => field.rect.left() + margin..=words.left() - tokens::S,
        FieldSide::Right => words.right() + tokens::S..=field.rect.right() - margin,
    };
    if galley.size().x > room.end() - room.start() {
        return false;
    }
    let at = Rect::from_min_size(egui::pos2(*room.start(), words.top()), galley.size());
    ui.painter().galley(at.min, galley, weak);
    let heard = ui.interact(at, field.id.with("beside"), Sense::hover());
    heard.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
    true
}
