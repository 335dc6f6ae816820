//! The patterns of the lexicons: words with a few signs that a translator can write and read.
//!
//! `*` is the rest of a word, `…` up to a few words, `#` a number, `(a|b)` one of several, `[a]` perhaps; a space is any
//! space. A letter with a mark also fits the bare one, because many write without marks.

use super::plain::{PlainText, is_east_asian, is_word, unmarked};

#[derive(Clone, Debug)]
pub(in crate::text::buyer::proofread) struct Pattern {
    parts: Vec<Part>,
    /// The first two signs it can begin with, the second where it is certain; empty where the first is open.
    pub begins: Vec<Beginning>,
}

/// The first sign, and the second where only one can follow.
pub(in crate::text::buyer::proofread) type Beginning = (char, Option<char>);

#[derive(Clone, Debug)]
enum Part {
    /// The letter, and what else fits it.
    Sign(char, char),
    Space,
    RestOfWord,
    Gap,
    Number,
    OneOf(Vec<Vec<Part>>),
}

/// Whether letters may be written without their marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text::buyer::proofread) enum LetterMarks {
    Optional,
    /// In Vietnamese a mark makes another word.
    Kept,
}

impl LetterMarks {
    pub(in crate::text::buyer::proofread) fn of(language: &str) -> Self {
        if language == "vi" { Self::Kept } else { Self::Optional }
    }

    fn bare(self, sign: char) -> char {
        match self {
            Self::Optional => unmarked(sign),
            Self::Kept => sign,
        }
    }
}

/// In characters: a few words, or one clause of a script without spaces.
const LONGEST_GAP: usize = 60;

impl Pattern {
    /// The alternatives of a line, each by itself; None where a bracket stays open.
    pub(in crate::text::buyer::proofread) fn read(line: &str, marks: LetterMarks) -> Option<Vec<Self>> {
        let mut signs = line.trim().chars().peekable();
        let choices = choices(&mut signs, None, marks)?.into_iter();
        Some(choices.filter(|parts| !parts.is_empty()).map(Self::of).collect())
    }

    fn of(parts: Vec<Part>) -> Self {
        let mut begins = Vec::new();
        if !beginnings(&parts, None, &mut begins) {
            begins.clear();
        }
        begins.sort_unstable();
        begins.dedup();
        Self { parts, begins }
    }

    pub(in crate::text::buyer::proofread) fn begins_with_number(&self) -> bool {
        matches!(self.parts.first(), Some(Part::Number))
    }

    /// The end of the shortest match that begins here; `numbers` tells where a number ends that begins at a place.
    pub(in crate::text::buyer::proofread) fn ends(
        &self,
        text: &PlainText,
        start: usize,
        limit: usize,
        numbers: &dyn Fn(usize) -> Option<usize>,
    ) -> Option<usize> {
        if !text.starts_word(start) && !matches!(self.parts.first(), Some(Part::RestOfWord)) {
            return None;
        }
        let mut found = None;
        let matcher = Matcher { text, limit, numbers };
        matcher.run(&self.parts, start, &mut |end| {
            if !text.starts_word(end) {
                return false;
            }
            found = Some(end);
            true
        });
        found.filter(|end| *end > start)
    }
}

struct Matcher<'a> {
    text: &'a PlainText,
    limit: usize,
    numbers: &'a dyn Fn(usize) -> Option<usize>,
}

impl Matcher<'_> {
    /// Whether the parts fit from here so that what follows agrees with their end.
    fn run(&self, parts: &[Part], at: usize, then: &mut dyn FnMut(usize) -> bool) -> bool {
        let Some((part, rest)) = parts.split_first() else { return at <= self.limit && then(at) };
        match part {
            Part::Sign(wanted, bare) => {
                let fits = self.text.small_at(at).filter(|_| at < self.limit);
                fits.is_some_and(|sign| sign == *wanted || sign == *bare) && self.run(rest, at + 1, then)
            }
            Part::Space => {
                let blank = |sign: char| sign == ' ' || sign == '\n';
                let mut end = at;
                while self.text.small_at(end).is_some_and(blank) {
                    end += 1;
                }
                // What may be left out brings its own space: `[that] you`.
                (end > at || self.text.before(at).is_some_and(blank)) && self.run(rest, end, then)
            }
            Part::RestOfWord => {
                let mut end = at;
                loop {
                    if self.run(rest, end, then) {
                        return true;
                    }
                    let goes_on = |sign: char| is_word(sign) || sign == '\'';
                    if end >= self.limit || !self.text.small_at(end).is_some_and(goes_on) {
                        return false;
                    }
                    end += 1;
                }
            }
            Part::Gap => (at..=self.limit.min(at + LONGEST_GAP)).any(|end| {
                let whole = self.text.starts_word(end) || self.text.small_at(end).is_some_and(is_east_asian);
                whole && self.run(rest, end, then)
            }),
            Part::Number => (self.numbers)(at).is_some_and(|end| self.run(rest, end, then)),
            Part::OneOf(choices) => {
                choices.iter().any(|choice| self.run(choice, at, &mut |end| self.run(rest, end, &mut *then)))
            }
        }
    }
}

type PatternSigns<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// What stands up to the closing bracket, or to the end.
fn choices(
    signs: &mut PatternSigns<'_>,
    closing: Option<char>,
    marks: LetterMarks,
) -> Option<Vec<Vec<Part>>> {
    let mut all = Vec::new();
    let mut parts = Vec::new();
    loop {
        match signs.next() {
            None => {
                all.push(parts);
                return closing.is_none().then_some(all);
            }
            Some(end) if Some(end) == closing => {
                all.push(parts);
                return Some(all);
            }
            Some('|') => all.push(std::mem::take(&mut parts)),
            Some('(') => parts.push(Part::OneOf(choices(signs, Some(')'), marks)?)),
            Some('[') => {
                let mut perhaps = choices(signs, Some(']'), marks)?;
                perhaps.push(Vec::new());
                parts.push(Part::OneOf(perhaps));
            }
            Some('*') => parts.push(Part::RestOfWord),
            Some('…') => parts.push(Part::Gap),
            Some('#') => parts.push(Part::Number),
            Some(' ') => {
                let doubled = matches!(parts.last(), Some(Part::Space | Part::Gap));
                let before_gap = signs.peek() == Some(&'…');
                if !doubled && !before_gap {
                    parts.push(Part::Space);
                }
            }
            Some(sign) => parts.extend(sign.to_lowercase().map(|sign| Part::Sign(sign, marks.bare(sign)))),
        }
    }
}

/// Collects what the parts can begin with; false where anything can.
fn beginnings(parts: &[Part], first: Option<char>, found: &mut Vec<Beginning>) -> bool {
    match (parts.split_first(), first) {
        (Some((Part::Sign(sign, bare), _)), Some(first)) => {
            found.extend([(first, Some(*sign)), (first, Some(*bare))]);
            true
        }
        (Some((Part::Sign(sign, bare), rest)), None) => {
            beginnings(rest, Some(*sign), found) && beginnings(rest, Some(*bare), found)
        }
        (Some((Part::OneOf(choices), rest)), _) => choices.iter().all(|choice| {
            let whole: Vec<Part> = choice.iter().chain(rest).cloned().collect();
            beginnings(&whole, first, found)
        }),
        (None | Some((Part::Space | Part::RestOfWord | Part::Gap | Part::Number, _)), Some(first)) => {
            found.push((first, None));
            true
        }
        (None | Some((Part::Space | Part::RestOfWord | Part::Gap | Part::Number, _)), None) => false,
    }
}
