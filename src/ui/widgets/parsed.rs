//! A field for a typed value: what is being typed stays as it is until it makes sense.

use egui::{Margin, Rect, Response, RichText, Role, Sense, TextEdit, Ui, Vec2, WidgetInfo};

use super::field::{caption, editable};
use super::kept::{forget_text, keep_text, kept_text};
use super::meaning::Meaning;
use super::own_undo::with_own_undo;
use super::understood::{ask_below, say_below};
use super::writing::{framed, may_change};
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

/// What came out of a field in this frame.
pub struct Heard<T> {
    /// The new value, where the text was changed and can be read, or an answer was given.
    pub value: Option<T>,
    /// What stands in the field was typed and cannot be read, or not yet.
    pub unreadable: bool,
    /// More may come: the field is in use, and no answer was given.
    pub typing: bool,
    pub left: bool,
    /// The field itself, to put the cursor into it.
    pub id: egui::Id,
}

/// How a field stands among others.
#[derive(Clone, Copy, Default)]
struct Manner {
    right_aligned: bool,
    /// What was understood is said in the field or not at all: something below it matters more.
    nothing_below: bool,
}

/// The new value, when the text was changed and can be read. What cannot be read stays in the field
/// with the reason below it for as long as the form is open; it is not saved.
pub fn parsed_field<T>(ui: &mut Ui, field: &Typed<'_, T>) -> Option<T> {
    parsed_field_heard(ui, field).value
}

/// The same with all that is known of the field.
pub fn parsed_field_heard<T>(ui: &mut Ui, field: &Typed<'_, T>) -> Heard<T> {
    let read = |text: &str| match (field.read)(text) {
        Ok(value) => Meaning::Plain(value),
        Err(problem) => Meaning::Problem(problem),
    };
    let (label, shown, hint) = (field.label, field.shown.clone(), field.hint);
    let whole = Understandable { label, shown, hint, read: &read, behind: "" };
    in_field(ui, &whole, Manner { right_aligned: field.right_aligned, ..Manner::default() })
}

/// A field that says what it understood while that differs from what is typed, and asks where it could be several
/// things. What it says stands behind the text, else on a card that floats below the field, as the question does:
/// nothing moves while somebody types.
pub fn understanding_field<T>(ui: &mut Ui, field: &Understandable<'_, T>) -> Heard<T> {
    in_field(ui, field, Manner::default())
}

/// The same in a column of numbers: the text on the right, what it comes to on the left.
pub fn understanding_field_right<T>(ui: &mut Ui, field: &Understandable<'_, T>) -> Heard<T> {
    in_field(ui, field, Manner { right_aligned: true, ..Manner::default() })
}

/// The same where what stands below the field tells what was understood.
pub fn understanding_field_told_below<T>(ui: &mut Ui, field: &Understandable<'_, T>) -> Heard<T> {
    in_field(ui, field, Manner { nothing_below: true, ..Manner::default() })
}

fn in_field<T>(ui: &mut Ui, field: &Understandable<'_, T>, manner: Manner) -> Heard<T> {
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
            let align = if manner.right_aligned { Side::Left } else { Side::Right };
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

/// The caption and the field; the room that its words take.
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

/// Left and right of the words in a field.
const MARGIN: i8 = 10;

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// Weak words in the field beside what is typed; false where there is no room.
fn beside_words(ui: &Ui, field: &Response, words: Rect, side: Side, said: &str) -> bool {
    if said.is_empty() {
        return true;
    }
    let weak = palette(ui.ctx()).weak_text;
    let font = egui::FontId::proportional(tokens::BODY);
    let galley = ui.painter().layout_no_wrap(said.to_owned(), font, weak);
    let margin = f32::from(MARGIN);
    let room = match side {
        Side::Left => field.rect.left() + margin..=words.left() - tokens::S,
        Side::Right => words.right() + tokens::S..=field.rect.right() - margin,
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
