//! Turns of phrase that no message needs: empty ones, pressure, promises, figures, events and terms that nothing carries.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;

use super::TextCheck;
use super::reading::lexicon::{WordHit, WordKind, lexicon};
use super::reading::plain::{PlainText, is_east_asian, unmarked};
use super::reading::{TextReading, meet};
use crate::domain::deal::touch::{Channel, Touch, TouchKind};
use crate::domain::library::{EntryKind, LibraryEntry};
use crate::domain::message::proofread::{Expected, KnownTopic, TextCode, TextFinding};

impl TextCheck<'_> {
    pub(super) fn wording(&mut self) {
        let found = |kind| self.reading.of(kind).cloned().collect::<Vec<WordHit>>();
        let (phrases, pressure) = (found(WordKind::Phrase), found(WordKind::Pressure));
        let (promises, figures) = (found(WordKind::Promise), found(WordKind::Figure));
        let (invented, terms) = (found(WordKind::Invented), found(WordKind::Terms));
        for hit in phrases {
            self.find_once(TextCode::Phrase, hit.at);
        }
        for hit in pressure {
            let clause = self.reading.clause(hit.at.start);
            let is_ours = hit.key == "soon" && self.reading.has(WordKind::OurDoing, &clause);
            if !is_ours && !self.is_negated(&hit.at) {
                self.find_once(TextCode::Pressure, hit.at);
            }
        }
        self.capitals();
        for hit in promises {
            self.promise(&hit);
        }
        for hit in figures {
            self.figure(&hit);
        }
        self.other_buyers();
        for hit in invented {
            if !self.has_happened(hit.key) && !self.is_asked(&hit.at) {
                self.find_once(TextCode::Invented, hit.at);
            }
        }
        for hit in terms {
            self.terms(&hit);
        }
    }

    /// Findings of one kind that meet are one.
    fn find_once(&mut self, code: TextCode, at: Range<usize>) {
        let earlier = self.findings.iter_mut().find(|finding| finding.code == code && meet(&finding.at, &at));
        match earlier {
            Some(finding) => finding.at = finding.at.start.min(at.start)..finding.at.end.max(at.end),
            None => self.find(code, at),
        }
    }

    /// Whether a word of denial stands before these words in the same clause.
    fn is_negated(&self, at: &Range<usize>) -> bool {
        let clause = self.reading.clause(at.start);
        let east = self.reading.text.part(at).iter().any(|sign| is_east_asian(*sign));
        let reach = if east { 8 } else { 40 };
        self.reading.inside(WordKind::Not, &clause).any(|hit| {
            let before = hit.at.start <= at.start && at.start.saturating_sub(hit.at.end) <= reach;
            let behind = hit.key == "behind" && hit.at.start >= at.end;
            before && hit.key != "behind" || behind || meet(&hit.at, at)
        })
    }

    /// Two words or more in capital letters that are no codes.
    fn capitals(&mut self) {
        let text = &self.reading.text;
        let mut run: Option<Range<usize>> = None;
        let mut words = 0;
        let mut found = Vec::new();
        let mut place = 0;
        while place < text.len() {
            let end = text.word_end(place);
            if end == place {
                if matches!(text.small_at(place), Some(' ' | '!' | ',' | '-' | '\'')) {
                    place += 1;
                    continue;
                }
                found.extend(run.take().filter(|_| words >= 2));
                words = 0;
                place += 1;
                continue;
            }
            let word = text.cased_part(&(place..end));
            let loud = word.chars().count() >= 3
                && word.chars().all(char::is_uppercase)
                && !self.is_code_word(&word);
            if loud {
                words += 1;
                run = Some(run.map_or(place, |run| run.start)..end);
            } else {
                found.extend(run.take().filter(|_| words >= 2));
                words = 0;
            }
            place = end;
        }
        found.extend(run.filter(|_| words >= 2));
        for at in found {
            self.find_once(TextCode::Pressure, at);
        }
    }

    fn is_code_word(&self, word: &str) -> bool {
        let known = [&self.deal.product, &self.deal.buyer.company, &self.document.library.company.name];
        let is_name = known.iter().any(|name| name.to_uppercase().contains(word));
        is_name
            || [
                "SWIFT",
                "IBAN",
                "USD",
                "EUR",
                "CNY",
                "JPY",
                "GBP",
                "FOB",
                "CIF",
                "CFR",
                "FCA",
                "EXW",
                "DAP",
                "DDP",
                "LED",
                "PVC",
                "BIC",
                "MT103",
                "VAT",
                "USA",
                "INCOTERMS",
            ]
            .contains(&word)
    }

    fn promise(&mut self, hit: &WordHit) {
        let sentence = self.reading.sentence(hit.at.start);
        if self.is_negated(&hit.at) || self.reading.is_question(&sentence) && hit.key != "guarantee" {
            return;
        }
        if self.is_carried(hit, &sentence) {
            self.right(hit.at.clone(), KnownTopic::Library);
        } else {
            self.find_once(TextCode::Promise, hit.at.clone());
        }
    }

    /// Whether these words are in the very clause of a question: they ask for it, or offer it.
    fn is_asked(&self, at: &Range<usize>) -> bool {
        let sentence = self.reading.sentence(at.start);
        let clause = self.reading.clause(at.start);
        self.reading.is_question(&sentence) && clause.end == sentence.end
    }

    /// Whether a sentence of the library promises the same: of the same kind, with the same numbers or words.
    fn is_carried(&self, hit: &WordHit, sentence: &Range<usize>) -> bool {
        let numbers = numbers_in(self.reading, sentence);
        let words = words_in(self.reading, sentence);
        let beside = numbers_in(self.reading, &self.reading.clause(hit.at.start));
        let has_share = |reading: &TextReading, range: &Range<usize>| reading.has(WordKind::Percent, range);
        self.entries().any(|entry| {
            entry.wordings.iter().any(|wording| {
                let own = TextReading::new(
                    PlainText::new(&wording.text),
                    lexicon(&wording.language).or_else(|| lexicon("en")),
                );
                let whole = 0..own.text.len();
                let same_kind = own.has_key(WordKind::Promise, hit.key, &whole);
                let own_numbers = numbers_in(&own, &whole);
                let same_numbers = !own_numbers.is_empty()
                    && own_numbers.is_subset(&numbers)
                    && beside.is_subset(&own_numbers)
                    && has_share(&own, &whole) == has_share(self.reading, sentence);
                let own_words = words_in(&own, &whole);
                let shared = own_words.intersection(&words).count();
                let same_words = wording.language == self.language && shared * 2 >= own_words.len().max(1);
                same_kind && (same_numbers || same_words)
            })
        })
    }

    fn entries(&self) -> impl Iterator<Item = &LibraryEntry> {
        self.document.library.entries.iter().filter(|entry| entry.may_be_used())
    }

    /// A statistic about us that no fact of the library gives.
    fn figure(&mut self, hit: &WordHit) {
        if self.is_negated(&hit.at) {
            return;
        }
        let sentence = self.reading.sentence(hit.at.start);
        let said = numbers_in(self.reading, &sentence);
        let known = self.library_numbers();
        let is_known = !said.is_empty() && said.iter().all(|number| known.contains(number));
        if is_known {
            self.right(hit.at.clone(), KnownTopic::Library);
        } else if !self.is_found(TextCode::Promise, &hit.at) {
            self.find_once(TextCode::Figure, hit.at.clone());
        }
    }

    /// The numbers of the facts, what they differ by, and one as a share of another.
    fn library_numbers(&self) -> BTreeSet<Decimal> {
        let mut known = BTreeSet::new();
        for entry in self.entries().filter(|entry| !entry.kind.is(EntryKind::DepositAnswer)) {
            for wording in &entry.wordings {
                let own = TextReading::new(
                    PlainText::new(&wording.text),
                    lexicon(&wording.language).or_else(|| lexicon("en")),
                );
                let numbers = numbers_in(&own, &(0..own.text.len()));
                let pairs = numbers.iter().flat_map(|one| numbers.iter().map(move |other| (*one, *other)));
                let derived: Vec<Decimal> = pairs
                    .filter(|(one, other)| one > other)
                    .flat_map(|(one, other)| {
                        let share =
                            other.checked_mul(Decimal::ONE_HUNDRED).and_then(|part| part.checked_div(one));
                        let rounded = share
                            .into_iter()
                            .flat_map(|share| (0..3).map(move |digits| share.round_dp(digits).normalize()));
                        rounded
                            .chain(one.checked_sub(other).map(|apart| apart.normalize()))
                            .collect::<Vec<_>>()
                    })
                    .collect();
                known.extend(numbers);
                known.extend(derived);
            }
        }
        known
    }

    /// Buyers of other deals, and people of references without permission.
    fn other_buyers(&mut self) {
        let text: String = self.reading.text.small.iter().map(|sign| unmarked(*sign)).collect();
        let fold = |name: &str| name.chars().flat_map(char::to_lowercase).map(unmarked).collect::<String>();
        let own = fold(&self.deal.buyer.company);
        let permitted: Vec<String> =
            self.entries().flat_map(|entry| &entry.wordings).map(|wording| fold(&wording.text)).collect();
        let others = self.document.deals.values().map(|deal| deal.buyer.company.as_str());
        let unasked = self.document.library.entries.iter().filter(|entry| !entry.may_be_used());
        let unasked = unasked.flat_map(|entry| &entry.wordings).map(|wording| wording.text.as_str());
        let mut found = Vec::new();
        for name in others.chain(unasked) {
            let core = core_of(&fold(name));
            let known = own.contains(&core) || permitted.iter().any(|text| text.contains(&core));
            if core.chars().count() < 6 || known {
                continue;
            }
            if let Some(at) = text.find(&core) {
                let start = text.get(..at).map_or(0, |before| before.chars().count());
                found.push(start..start + core.chars().count());
            }
        }
        for at in found {
            self.find_once(TextCode::Figure, at);
        }
    }

    /// Whether the story has such a touch.
    fn has_happened(&self, key: &str) -> bool {
        let by = |channel: Channel| {
            self.deal.story.iter().any(|touch| touch.channel.as_ref().is_some_and(|known| known.is(channel)))
        };
        let called = self.deal.story.iter().any(|touch| touch.kind.is(TouchKind::Called));
        let names = |word: &str| {
            let notes = self.deal.story.iter().map(|touch| touch.note.as_str());
            let others = self.deal.tags.iter().map(String::as_str).chain([self.deal.notes.as_str()]);
            notes.chain(others).any(|text| text.to_lowercase().contains(word))
        };
        match key {
            "call" => called || by(Channel::Call) || by(Channel::Meeting),
            "meeting" | "visit" => by(Channel::Meeting) || names(key),
            "yesterday" => {
                let day = self.facts.on.pred_opt();
                let theirs = [TouchKind::Replied, TouchKind::Promised, TouchKind::SaysPaid];
                let wrote =
                    |touch: &Touch| Some(touch.on) == day && theirs.iter().any(|kind| touch.kind.is(*kind));
                self.deal.story.iter().any(wrote)
            }
            "money" => {
                !self.facts.received.is_empty()
                    || self.deal.story.iter().any(|touch| touch.kind.is(TouchKind::SaysPaid))
            }
            word => names(word),
        }
    }

    /// When or how the rest is paid, other than agreed.
    fn terms(&mut self, hit: &WordHit) {
        let sentence = self.reading.sentence(hit.at.start);
        let money =
            [WordKind::Balance, WordKind::Deposit, WordKind::Money, WordKind::Percent, WordKind::Currency];
        let about_money = money.iter().any(|kind| self.reading.has(*kind, &sentence));
        if !about_money || self.is_negated(&hit.at) {
            return;
        }
        let agreed = self.agreed_terms();
        if agreed.contains(&hit.key) {
            self.right(hit.at.clone(), KnownTopic::Terms);
        } else if !self.is_found(TextCode::Terms, &hit.at) {
            let expected = Some(self.deal.agreed.payment_terms.clone()).filter(|terms| !terms.is_empty());
            self.findings.push(TextFinding {
                code: TextCode::Terms,
                at: hit.at.clone(),
                expected: expected.map(Expected::Text),
            });
        }
    }

    fn agreed_terms(&self) -> Vec<&'static str> {
        let terms = &self.deal.agreed.payment_terms;
        let languages = ["en", "zh", self.deal.buyer.language.as_str()];
        let readings = languages
            .into_iter()
            .filter_map(lexicon)
            .map(|known| TextReading::new(PlainText::new(terms), Some(known)));
        readings
            .flat_map(|reading| reading.of(WordKind::Terms).map(|hit| hit.key).collect::<Vec<_>>())
            .collect()
    }
}

/// Words before a company's own name.
const FORMS: [&str; 8] = ["cong", "ty", "tnhh", "ооо", "оао", "pt", "grupo", "comercial"];

/// The first two words of a company's name, or the whole name where it is one.
fn core_of(name: &str) -> String {
    let is_name = |word: &&str| !word.is_empty() && !FORMS.contains(word);
    let words: Vec<&str> = name.split([' ', ',']).filter(is_name).take(2).collect();
    words.join(" ")
}

fn numbers_in(reading: &TextReading, range: &Range<usize>) -> BTreeSet<Decimal> {
    let inside = reading.numbers.iter().filter(|number| {
        let part_of_word = reading.of(WordKind::Percent).any(|hit| meet(&hit.at, &number.at));
        number.at.start >= range.start && number.at.end <= range.end && !part_of_word
    });
    inside
        .filter_map(|number| number.readings.first())
        .map(Decimal::normalize)
        .filter(|number| *number > Decimal::ONE)
        .collect()
}

/// The longer words of a range, without their marks and endings.
fn words_in(reading: &TextReading, range: &Range<usize>) -> BTreeSet<String> {
    let text: String = reading.text.part(range).iter().map(|sign| unmarked(*sign)).collect();
    if text.chars().any(is_east_asian) {
        let signs: Vec<char> = text.chars().filter(|sign| is_east_asian(*sign)).collect();
        return signs.windows(2).map(|pair| pair.iter().collect()).collect();
    }
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.chars().count() >= 4);
    words.map(|word| word.chars().take(5).collect()).collect()
}
