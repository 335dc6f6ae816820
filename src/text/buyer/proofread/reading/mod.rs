//! A text as a check reads it: sentences, numbers, and every word of the lexicon in it.

pub(super) mod amounts;
mod chinese_numbers;
pub(super) mod dates;
pub(super) mod lexicon;
pub(super) mod numbers;
mod pattern;
pub(super) mod plain;
pub(super) mod sentences;
pub(super) mod spelling;
pub(super) mod transliteration;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use self::lexicon::{Lexicon, WordHit, WordKind};
use self::numbers::{NumberSaid, numbers};
use self::plain::PlainText;
use self::sentences::{around, clauses, sentences};

#[derive(Debug)]
pub(in crate::text::buyer::proofread) struct TextReading {
    pub text: PlainText,
    pub lexicon: Option<&'static Lexicon>,
    pub sentences: Vec<Range<usize>>,
    pub numbers: Vec<NumberSaid>,
    hits: BTreeMap<WordKind, Vec<WordHit>>,
}

impl TextReading {
    pub(in crate::text::buyer::proofread) fn new(text: PlainText, lexicon: Option<&'static Lexicon>) -> Self {
        Self::with(text, lexicon, &|_| true)
    }

    /// The same with some kinds of words only.
    pub(in crate::text::buyer::proofread) fn with(
        text: PlainText,
        lexicon: Option<&'static Lexicon>,
        wanted: &dyn Fn(WordKind) -> bool,
    ) -> Self {
        let sentences = sentences(&text);
        let numbers = numbers(&text, lexicon);
        let ends: HashMap<usize, usize> =
            numbers.iter().map(|number| (number.at.start, number.at.end)).collect();
        let found = lexicon.map_or_else(Vec::new, |lexicon| {
            lexicon.hits(&text, &sentences, &|at| ends.get(&at).copied(), wanted)
        });
        let mut hits: BTreeMap<WordKind, Vec<WordHit>> = BTreeMap::new();
        for hit in found {
            hits.entry(hit.kind).or_default().push(hit);
        }
        Self { text, lexicon, sentences, numbers, hits }
    }

    pub(in crate::text::buyer::proofread) fn of(&self, kind: WordKind) -> impl Iterator<Item = &WordHit> {
        self.hits.get(&kind).into_iter().flatten()
    }

    /// The words of a kind inside a range.
    pub(in crate::text::buyer::proofread) fn inside<'a>(
        &'a self,
        kind: WordKind,
        range: &Range<usize>,
    ) -> impl Iterator<Item = &'a WordHit> {
        let range = range.clone();
        self.of(kind).filter(move |hit| hit.at.start >= range.start && hit.at.end <= range.end)
    }

    pub(in crate::text::buyer::proofread) fn has(&self, kind: WordKind, range: &Range<usize>) -> bool {
        self.inside(kind, range).next().is_some()
    }

    pub(in crate::text::buyer::proofread) fn has_key(
        &self,
        kind: WordKind,
        key: &str,
        range: &Range<usize>,
    ) -> bool {
        self.inside(kind, range).any(|hit| hit.key == key)
    }

    /// The longest word of a kind that begins here.
    pub(in crate::text::buyer::proofread) fn starting(
        &self,
        kind: WordKind,
        place: usize,
    ) -> Option<&WordHit> {
        self.of(kind).filter(|hit| hit.at.start == place).max_by_key(|hit| hit.at.end)
    }

    /// The longest word of a kind that ends here.
    pub(in crate::text::buyer::proofread) fn ending(&self, kind: WordKind, place: usize) -> Option<&WordHit> {
        self.of(kind).filter(|hit| hit.at.end == place).min_by_key(|hit| hit.at.start)
    }

    pub(in crate::text::buyer::proofread) fn sentence(&self, place: usize) -> Range<usize> {
        around(&self.sentences, place)
    }

    /// The sentence before and after the one that a place is in.
    pub(in crate::text::buyer::proofread) fn neighbours(&self, place: usize) -> [Option<Range<usize>>; 2] {
        let index = self.sentences.iter().position(|sentence| sentence.contains(&place));
        let at = |index: Option<usize>| index.and_then(|index| self.sentences.get(index)).cloned();
        [at(index.and_then(|index| index.checked_sub(1))), at(index.map(|index| index + 1))]
    }

    pub(in crate::text::buyer::proofread) fn clause(&self, place: usize) -> Range<usize> {
        let sentence = self.sentence(place);
        clauses(&self.text, &sentence).into_iter().find(|clause| clause.contains(&place)).unwrap_or(sentence)
    }

    pub(in crate::text::buyer::proofread) fn number_at(&self, place: usize) -> Option<&NumberSaid> {
        self.numbers.iter().find(|number| number.at.start == place)
    }

    pub(in crate::text::buyer::proofread) fn number_ending(&self, place: usize) -> Option<&NumberSaid> {
        self.numbers.iter().find(|number| number.at.end == place)
    }

    /// Whether a sentence ends in a question mark.
    pub(in crate::text::buyer::proofread) fn is_question(&self, sentence: &Range<usize>) -> bool {
        sentence
            .end
            .checked_sub(1)
            .and_then(|last| self.text.small_at(last))
            .is_some_and(|last| matches!(last, '?' | '؟'))
    }
}

pub(in crate::text::buyer::proofread) fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
