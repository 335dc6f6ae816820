//! The undo steps of one text field: which changes are undone together.

use egui::text::CCursorRange;

use crate::ui::tokens;

/// The number of steps kept; older ones are dropped.
const DEPTH: usize = 200;

/// Punctuation that ends a word in text without spaces.
const ENDS: &str = "，。、；：！？";

/// The text of the field, and the caret position.
#[derive(Clone, Debug)]
pub struct Moment {
    pub text: String,
    pub caret: CCursorRange,
}

#[derive(Clone, Debug)]
pub struct Steps {
    latest: Moment,
    past: Vec<Moment>,
    future: Vec<Moment>,
    /// The latest change, while the next one may be joined to it.
    open: Option<Keystroke>,
    /// Whether an input method is composing: all of that is one change.
    composing: bool,
}

/// Typed characters, several in a slow frame, or one erased character.
#[derive(Clone, Copy, Debug)]
struct Keystroke {
    kind: KeystrokeKind,
    first: char,
    last: char,
    at: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeystrokeKind {
    Typed,
    Erased,
}

impl Steps {
    pub fn new(entered: Moment) -> Self {
        Self { latest: entered, past: Vec::new(), future: Vec::new(), open: None, composing: false }
    }

    pub fn latest(&self) -> &Moment {
        &self.latest
    }

    /// Records the current text. `at`: egui's time in seconds; `composing`: where the input says whether a method
    /// composes.
    pub fn follow(&mut self, now: Moment, at: f64, composing: Option<bool>, by_hand: bool) {
        let composed = self.composing;
        self.composing = composing.unwrap_or(composed);
        if now.text == self.latest.text {
            if now.caret != self.latest.caret {
                self.open = None;
                self.latest = now;
            }
            return;
        }
        let plain = by_hand && !composed && !self.composing;
        let change = Keystroke::between(&self.latest.text, &now.text, at).filter(|_| plain);
        let goes_on = composed || change.zip(self.open).is_some_and(|(new, old)| new.goes_on_with(old));
        let before = std::mem::replace(&mut self.latest, now);
        if !goes_on {
            self.past.push(before);
            if self.past.len() > DEPTH {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.open = change;
    }

    /// True if the text changed.
    pub fn undo(&mut self) -> bool {
        self.open = None;
        turn(&mut self.past, &mut self.latest, &mut self.future)
    }

    pub fn redo(&mut self) -> bool {
        self.open = None;
        turn(&mut self.future, &mut self.latest, &mut self.past)
    }
}

/// Skips steps without an effect, such as a cancelled composition.
fn turn(from: &mut Vec<Moment>, latest: &mut Moment, to: &mut Vec<Moment>) -> bool {
    while let Some(found) = from.pop() {
        if found.text != latest.text {
            to.push(std::mem::replace(latest, found));
            return true;
        }
    }
    false
}

impl Keystroke {
    /// None for larger changes: a deleted word, a replaced selection.
    fn between(before: &str, after: &str, at: f64) -> Option<Self> {
        if let Some((first, last)) = added(before, after) {
            return Some(Self { kind: KeystrokeKind::Typed, first, last, at });
        }
        let (first, last) = added(after, before)?;
        let one = before.chars().count() == after.chars().count().saturating_add(1);
        one.then_some(Self { kind: KeystrokeKind::Erased, first, last, at })
    }

    /// Typing is joined until a pause, or until a new word begins.
    fn goes_on_with(self, earlier: Self) -> bool {
        let begins_word = ends_word(earlier.last) && !ends_word(self.first);
        self.kind == earlier.kind && self.at - earlier.at < tokens::TYPING_PAUSE && !begins_word
    }
}

/// The first and last of the characters that `longer` has in one place and `shorter` lacks.
fn added(shorter: &str, longer: &str) -> Option<(char, char)> {
    let more = longer.chars().count().checked_sub(shorter.chars().count())?;
    let same = shorter.chars().zip(longer.chars()).take_while(|(one, other)| one == other).count();
    let mut between = longer.chars().skip(same).take(more);
    let first = between.next()?;
    let rest = longer.chars().skip(same.saturating_add(more));
    shorter.chars().skip(same).eq(rest).then(|| (first, between.last().unwrap_or(first)))
}

fn ends_word(sign: char) -> bool {
    sign.is_whitespace() || ENDS.contains(sign)
}
