//! Text fields with their own undo: by words, and never past the text at the time the field was entered.

mod steps;

use egui::text::CCursorRange;
use egui::text_edit::TextEditState;
use egui::{Event, Id, ImeEvent, Key, Modifiers, Response, Ui};

use self::steps::{Moment, Steps};
use super::fields::writing::{Writing, may_change, writing};

/// Shows a text field. Its undo counts as typing: the caller sees a changed text.
pub fn with_own_undo(
    ui: &mut Ui,
    field: Id,
    text: &mut String,
    show: impl FnOnce(&mut Ui, &mut Writing<'_>) -> Response,
) -> Response {
    let in_use = ui.memory(|memory| memory.has_focus(field));
    let turned = in_use && turn(ui, field, text);
    let mut response = show(ui, &mut writing(ui, text));
    if turned {
        response.mark_changed();
    }
    if in_use {
        follow(ui, field, text);
    }
    response
}

/// The undo steps of the focused field.
#[derive(Clone)]
struct InUse {
    field: Id,
    /// The pass in which it was last shown.
    pass: u64,
    steps: Steps,
}

/// Takes undo and redo out of the input; true if the text was changed.
fn turn(ui: &Ui, field: Id, text: &mut String) -> bool {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    // With Shift first: the shortcut without Shift would match it, too.
    let redo = pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z) | pressed(Modifiers::COMMAND, Key::Y);
    let undo = pressed(Modifiers::COMMAND, Key::Z);
    let may_turn = may_change(ui);
    let found = with_steps(ui, field, text, |steps| {
        let turned = may_turn && ((undo && steps.undo()) || (redo && steps.redo()));
        turned.then(|| steps.latest().clone())
    });
    let Some(Moment { text: found, caret }) = found else { return false };
    *text = found;
    if let Some(mut state) = TextEditState::load(ui.ctx(), field) {
        state.cursor.set_char_range(Some(caret));
        state.store(ui.ctx(), field);
    }
    true
}

fn follow(ui: &Ui, field: Id, text: &str) {
    let now = Moment { text: text.to_owned(), caret: caret(ui, field) };
    let (at, composing, by_hand) =
        ui.input(|input| (input.time, composing(&input.events), by_hand(&input.events)));
    ui.data_mut(|data| {
        let in_use = data.get_temp_mut_or_insert_with(key(), || InUse::new(field, 0, now.clone()));
        in_use.steps.follow(now, at, composing, by_hand);
    });
}

/// The steps start over when the field is entered, or its text is changed from elsewhere.
fn with_steps<R>(ui: &Ui, field: Id, text: &str, with: impl FnOnce(&mut Steps) -> R) -> R {
    let pass = ui.ctx().cumulative_pass_nr();
    let caret = caret(ui, field);
    ui.data_mut(|data| {
        let anew = || InUse::new(field, pass, Moment { text: text.to_owned(), caret });
        let in_use = data.get_temp_mut_or_insert_with(key(), anew);
        let stayed = in_use.field == field && in_use.pass.saturating_add(1) >= pass;
        if !stayed || in_use.steps.latest().text != text {
            *in_use = anew();
        }
        in_use.pass = pass;
        with(&mut in_use.steps)
    })
}

impl InUse {
    fn new(field: Id, pass: u64, entered: Moment) -> Self {
        Self { field, pass, steps: Steps::new(entered) }
    }
}

fn key() -> Id {
    Id::unique("the text field in use")
}

fn caret(ui: &Ui, field: Id) -> CCursorRange {
    TextEditState::load(ui.ctx(), field).and_then(|state| state.cursor.char_range()).unwrap_or_default()
}

/// Whether no text was inserted as a whole, by a paste or an input method.
fn by_hand(events: &[Event]) -> bool {
    !events.iter().any(|event| match event {
        Event::Text(text) => text.chars().nth(1).is_some(),
        Event::Paste(_) | Event::Cut | Event::Ime(ImeEvent::Commit(_)) => true,
        _other => false,
    })
}

/// Whether an input method is composing after these events; none where they do not say.
fn composing(events: &[Event]) -> Option<bool> {
    events.iter().rev().find_map(|event| match event {
        Event::Ime(ImeEvent::Preedit { text, .. }) => Some(!text.is_empty()),
        Event::Ime(ImeEvent::Commit(_)) => Some(false),
        _other => None,
    })
}
