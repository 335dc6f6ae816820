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
    open: Option<Change>,
    /// Whether an input method is composing: all of that is one change.
    composing: bool,
}

/// One character added or removed.
#[derive(Clone, Copy, Debug)]
struct Change {
    kind: Kind,
    sign: char,
    at: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
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
    pub fn follow(&mut self, now: Moment, at: f64, composing: Option<bool>) {
        let composed = self.composing;
        self.composing = composing.unwrap_or(composed);
        if now.text == self.latest.text {
            if now.caret != self.latest.caret {
                self.open = None;
                self.latest = now;
            }
            return;
        }
        let plain = !composed && !self.composing;
        let change = Change::between(&self.latest.text, &now.text, at).filter(|_| plain);
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

impl Change {
    /// None where more than one character changed: a paste, a deleted word, a replaced selection.
    fn between(before: &str, after: &str, at: f64) -> Option<Self> {
        let typed = one_more(before, after).map(|sign| (Kind::Typed, sign));
        let (kind, sign) = typed.or_else(|| one_more(after, before).map(|sign| (Kind::Erased, sign)))?;
        Some(Self { kind, sign, at })
    }

    /// Typing is joined until a pause, or until a new word begins.
    fn goes_on_with(self, earlier: Self) -> bool {
        let begins_word = ends_word(earlier.sign) && !ends_word(self.sign);
        self.kind == earlier.kind && self.at - earlier.at < tokens::TYPING_PAUSE && !begins_word
    }
}

/// The character that `longer` has and `shorter` lacks, if it is exactly one.
fn one_more(shorter: &str, longer: &str) -> Option<char> {
    let same = shorter.chars().zip(longer.chars()).take_while(|(one, other)| one == other).count();
    let mut rest = longer.chars().skip(same);
    let sign = rest.next()?;
    shorter.chars().skip(same).eq(rest).then_some(sign)
}

fn ends_word(sign: char) -> bool {
    sign.is_whitespace() || ENDS.contains(sign)
}
