//! What a text asks for: one thing, so that it is answered.

use std::collections::BTreeSet;
use std::ops::Range;

use super::TextCheck;
use super::reading::lexicon::WordKind;
use super::reading::plain::{is_east_asian, unmarked};
use crate::domain::message::proofread::TextCode;

/// In characters: a question this short goes on with the one before it.
const SHORT: usize = 12;

impl TextCheck<'_> {
    pub(super) fn asks(&mut self) {
        let asks: Vec<Range<usize>> =
            self.reading.sentences.iter().filter(|sentence| self.is_ask(sentence)).cloned().collect();
        match asks.split_first() {
            None => {
                let whole = 0..self.reading.text.len();
                let asks_for_answer = self.reading.has_key(WordKind::Ask, "reply", &whole);
                if self.reading.lexicon.is_some() && !asks_for_answer {
                    self.find(TextCode::NoAsk, 0..0);
                }
            }
            Some((first, others)) => {
                let second = others.iter().find(|other| !self.is_same_ask(first, other));
                let at = second.cloned().or_else(|| asks.iter().find_map(|ask| self.second_half(ask)));
                if let Some(at) = at {
                    self.find(TextCode::Asks, at);
                }
            }
        }
    }

    /// A question or a request, not an offer to answer questions.
    fn is_ask(&self, sentence: &Range<usize>) -> bool {
        let reading = self.reading;
        let requests =
            reading.has_key(WordKind::Ask, "", sentence) && !reading.has(WordKind::Courtesy, sentence);
        reading.is_question(sentence) || requests
    }

    /// Said again, or as a choice: about the same words, or both about a day.
    fn is_same_ask(&self, first: &Range<usize>, other: &Range<usize>) -> bool {
        let reading = self.reading;
        if reading.has(WordKind::Also, other) {
            return false;
        }
        let both = |key: &str| {
            reading.has_key(WordKind::Ask, key, first) && reading.has_key(WordKind::Ask, key, other)
        };
        let or =
            reading.inside(WordKind::Ask, other).any(|hit| hit.key == "or" && hit.at.start == other.start);
        let (one, two) = (self.topic(first), self.topic(other));
        let east = reading.text.part(other).iter().any(|sign| is_east_asian(*sign));
        let short = other.len() <= if east { SHORT / 2 } else { SHORT };
        or || short || both("when") || !one.is_disjoint(&two)
    }

    /// `…, and also tell us`: a second request in the same sentence.
    fn second_half(&self, ask: &Range<usize>) -> Option<Range<usize>> {
        let also = self.reading.inside(WordKind::Also, ask).find(|hit| hit.at.start > ask.start)?;
        let mut requests = self.reading.inside(WordKind::Ask, ask).filter(|hit| hit.key.is_empty());
        let before = requests.any(|hit| hit.at.end <= also.at.start);
        let after = requests.any(|hit| hit.at.start >= also.at.start);
        (before && after).then_some(also.at.start..ask.end)
    }

    /// The words that say what is asked.
    fn topic(&self, sentence: &Range<usize>) -> BTreeSet<String> {
        let reading = self.reading;
        let covered = |place: usize| {
            let kinds = [WordKind::Ask, WordKind::Greeting];
            kinds.iter().any(|kind| reading.inside(*kind, sentence).any(|hit| hit.at.contains(&place)))
        };
        let is_common = |word: &[char]| reading.lexicon.is_some_and(|lexicon| lexicon.is_common(word));
        let mut topic = BTreeSet::new();
        let mut place = sentence.start;
        while place < sentence.end {
            let end = reading.text.word_end(place);
            if end > place {
                let word: String =
                    reading.text.part(&(place..end)).iter().map(|sign| unmarked(*sign)).take(5).collect();
                if word.chars().count() >= 4
                    && !covered(place)
                    && !is_common(reading.text.part(&(place..end)))
                {
                    topic.insert(word);
                }
                place = end;
            } else {
                let pair = reading.text.part(&(place..place + 2));
                let is_word =
                    pair.len() == 2 && pair.iter().all(|sign| is_east_asian(*sign) && !is_common(&[*sign]));
                if is_word && !covered(place) && !covered(place + 1) {
                    topic.insert(pair.iter().collect());
                }
                place += 1;
            }
        }
        topic
    }
}
