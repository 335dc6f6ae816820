//! People named in a text: those greeted or given a title, and spellings that miss a known name by a letter.

use std::collections::HashSet;
use std::ops::Range;

use super::TextCheck;
use super::reading::lexicon::WordKind;
use super::reading::meet;
use super::reading::plain::{is_east_asian, is_han, is_word, unmarked};
use super::reading::spelling::{LONG_NAME, NameScript, apart, capital, misses, same_name, script_of};
use super::reading::transliteration::{cyrillic, is_cyrillic, sounds_like};
use crate::domain::message::proofread::{Expected, KnownTopic, TextCode, TextFinding};

/// Words of greetings that are no names.
const ADDRESS: [&str; 20] = [
    "dear", "ms", "mr", "mrs", "hi", "hello", "estimado", "estimada", "sr", "sra", "prezado", "prezada",
    "sehr", "geehrte", "geehrter", "frau", "herr", "madame", "monsieur", "sayın",
];
/// A Russian name after the father's.
const PATRONYMICS: [&str; 8] = ["вна", "вну", "вне", "вны", "вич", "вича", "вичу", "ична"];

/// Everybody that a text may name, in small letters.
#[derive(Debug, Default)]
pub(super) struct KnownNames {
    /// Of the buyer's people: given names, surnames, and as they are greeted.
    people: Vec<String>,
    /// Of anything else: companies, ourselves, towns, the product, people in notes and the library.
    others: HashSet<String>,
    /// The buyer's company and ours, without legal form.
    companies: Vec<String>,
}

impl TextCheck<'_> {
    pub(super) fn names(&mut self) {
        let known = self.known_names();
        let mut found: Vec<Range<usize>> = Vec::new();
        found.extend(self.greeted());
        found.extend(self.titled());
        for at in found {
            self.judge_name(&known, at);
        }
        self.patronymics(&known);
        self.misspelt(&known);
        self.misspelt_han(&known);
    }

    fn known_names(&self) -> KnownNames {
        let mut known = KnownNames::default();
        for contact in &self.deal.contacts {
            let local = contact.email.split('@').next().unwrap_or_default();
            for words in [contact.name.as_str(), contact.greeting.as_str(), local] {
                known.people.extend(words_of(words));
            }
            let whole: String = contact.name.chars().filter(|sign| is_han(*sign)).collect();
            if !whole.is_empty() {
                known.people.push(whole);
            }
        }
        known.people.retain(|word| !ADDRESS.contains(&word.as_str()));
        let latin: Vec<String> = known
            .people
            .iter()
            .filter(|name| name.chars().any(is_cyrillic))
            .map(|name| cyrillic(name))
            .collect();
        known.people.extend(latin);
        let company = &self.document.library.company;
        let story = self.deal.story.iter().map(|touch| touch.note.as_str());
        let buyer = &self.deal.buyer;
        let own = [
            company.sender.as_str(),
            &company.name,
            &company.address,
            &buyer.company,
            &buyer.city,
            &self.deal.product,
            &self.deal.notes,
            &self.deal.agreed.incoterm,
        ];
        let names = [buyer.company.as_str(), &company.name];
        known.companies = names.into_iter().flat_map(words_of).collect();
        let roles = self.deal.contacts.iter().map(|contact| contact.role.as_str());
        let others = own.into_iter().chain(story).chain(roles).flat_map(words_of);
        known.others = others.flat_map(|word| [bare(&word), word]).collect();
        known
    }

    /// The words between a greeting and the end of its line.
    fn greeted(&self) -> Vec<Range<usize>> {
        let text = &self.reading.text;
        let mut found = Vec::new();
        for hit in self.reading.of(WordKind::Greeting) {
            let begins = hit.at.start == 0
                || self.reading.sentences.iter().any(|sentence| sentence.start == hit.at.start);
            let ends = |sign: char| matches!(sign, ',' | ':' | '!' | '\n' | '.' | '،' | '?');
            let end =
                (hit.at.end..text.len().min(hit.at.end + 60)).find(|at| text.small_at(*at).is_some_and(ends));
            let Some(end) = end.filter(|_| begins) else { continue };
            found.extend(self.capital_words(hit.at.end, end));
        }
        found
    }

    fn capital_words(&self, start: usize, end: usize) -> Vec<Range<usize>> {
        let text = &self.reading.text;
        let mut found = Vec::new();
        let mut place = start;
        while place < end {
            if !text.cased_at(place).is_some_and(char::is_uppercase) || !text.starts_word(place) {
                place += 1;
                continue;
            }
            let to = name_end(self, place);
            let is_title = self
                .reading
                .of(WordKind::Title)
                .chain(self.reading.of(WordKind::Greeting))
                .any(|hit| meet(&hit.at, &(place..to)));
            if !is_title && to > place + 1 {
                found.push(place..to);
            }
            place = to.max(place + 1);
        }
        found
    }

    /// Names beside a title: `Ms X`, `X先生`, `السيد X`.
    fn titled(&self) -> Vec<Range<usize>> {
        let text = &self.reading.text;
        let mut found = Vec::new();
        for hit in self.reading.of(WordKind::Title) {
            if hit.key == "after" {
                let start = (0..hit.at.start).rev().take(6).take_while(|at| {
                    text.small_at(*at).is_some_and(|sign| is_east_asian(sign) && !is_between(sign))
                });
                if let Some(start) = start.last() {
                    found.push(start..hit.at.start);
                }
                continue;
            }
            let mut place = hit.at.end;
            while text.small_at(place).is_some_and(|sign| matches!(sign, ' ' | '.')) {
                place += 1;
            }
            let uncased = text
                .cased_at(place)
                .is_some_and(|sign| sign.is_alphabetic() && !sign.is_uppercase() && !sign.is_lowercase());
            if text.cased_at(place).is_some_and(char::is_uppercase)
                || (uncased && !text.small_at(place).is_some_and(is_east_asian))
            {
                let end = name_end(self, place);
                let is_title = self.reading.of(WordKind::Title).any(|other| meet(&other.at, &(place..end)));
                if !is_title && end > place + 1 {
                    found.push(place..end);
                }
                // Given name and surname, where both are capital words.
                let next = text.skip_spaces(end);
                let goes_on = next == end + 1
                    && text.cased_at(next).is_some_and(char::is_uppercase)
                    && text.before(end) != Some('.');
                if goes_on && name_end(self, next) > next + 1 {
                    found.push(next..name_end(self, next));
                }
            }
        }
        found
    }

    fn judge_name(&mut self, known: &KnownNames, at: Range<usize>) {
        let word = self.reading.text.cased_part(&at).to_lowercase();
        if self.is_found(TextCode::Name, &at) || self.is_found(TextCode::Placeholder, &at) {
            return;
        }
        if known.is_named(&word) {
            self.right(at, KnownTopic::Name);
        } else if !self.is_other(known, &word) {
            let expected = known.nearest(&word).map(Expected::Text);
            self.findings.push(TextFinding { code: TextCode::Name, at, expected });
        }
    }

    /// Whether a word is of something else that the text may name, in the deal or in a sentence of the library.
    fn is_other(&self, known: &KnownNames, word: &str) -> bool {
        let entries = self.document.library.entries.iter().filter(|entry| entry.may_be_used());
        let mut wordings = entries.flat_map(|entry| &entry.wordings);
        // A Chinese surname is part of many words.
        let is_long = word.chars().count() > 2;
        known.is_other(word) || is_long && wordings.any(|wording| wording.text.to_lowercase().contains(word))
    }

    /// A father's name behind a given name that the deal writes without one.
    fn patronymics(&mut self, known: &KnownNames) {
        let text = &self.reading.text;
        let mut found = Vec::new();
        let mut place = 0;
        while place < text.len() {
            let end = text.word_end(place).max(place + 1);
            let word: String = text.part(&(place..end)).iter().collect();
            let is_patronymic = text.cased_at(place).is_some_and(char::is_uppercase)
                && word.chars().count() > 5
                && PATRONYMICS.iter().any(|ending| word.ends_with(ending))
                && text.before(place) == Some(' ');
            if is_patronymic && !known.is_named(&word) {
                let given =
                    (0..place - 1).rev().take_while(|at| text.small_at(*at).is_some_and(is_word)).last();
                found.push(given.unwrap_or(place)..end);
            }
            place = end;
        }
        for at in found {
            self.find(TextCode::Name, at);
        }
    }

    /// Capital words that miss a known name by one or two letters.
    fn misspelt(&mut self, known: &KnownNames) {
        let text = &self.reading.text;
        let mut found = Vec::new();
        let mut place = 0;
        while place < text.len() {
            let end = name_end(self, place).max(place + 1);
            let is_name = text.cased_at(place).is_some_and(char::is_uppercase) && text.starts_word(place);
            let word: String = text.part(&(place..end)).iter().collect();
            if is_name
                && word.chars().count() >= LONG_NAME
                && !known.is_named(&word)
                && !self.is_other(known, &word)
            {
                let people = known.people.iter().filter(|name| name.chars().count() >= LONG_NAME);
                let companies = known.companies.iter().filter(|name| name.chars().count() > LONG_NAME);
                let near = people.chain(companies).filter(|name| misses(&word, name));
                if let Some(meant) = near.min_by_key(|name| apart(&word, name)) {
                    found.push((place..end, capital(meant)));
                }
            }
            place = end;
        }
        for (at, meant) in found {
            if !self.is_found(TextCode::Name, &at) {
                self.findings.push(TextFinding {
                    code: TextCode::Name,
                    at,
                    expected: Some(Expected::Text(meant)),
                });
            }
        }
    }

    /// One character of a Chinese or Japanese name replaced by another.
    fn misspelt_han(&mut self, known: &KnownNames) {
        let text = &self.reading.text;
        let mut found = Vec::new();
        for name in known.people.iter().filter(|name| name.chars().count() >= 3 && name.chars().all(is_han)) {
            let signs: Vec<char> = name.chars().collect();
            for start in 0..text.len() {
                let part = text.part(&(start..start + signs.len()));
                let differ = part.iter().zip(&signs).filter(|(one, other)| one != other).count();
                let all_han = part.len() == signs.len() && part.iter().all(|sign| is_han(*sign));
                if all_han && differ == 1 && part.first() == signs.first() {
                    found.push((start..start + signs.len(), name.clone()));
                }
            }
        }
        for (at, meant) in found {
            let title = self.reading.of(WordKind::Title).any(|hit| meet(&hit.at, &at));
            if !self.is_found(TextCode::Name, &at) && !title {
                self.findings.push(TextFinding {
                    code: TextCode::Name,
                    at,
                    expected: Some(Expected::Text(meant)),
                });
            }
        }
    }
}

impl KnownNames {
    /// Whether a word names one of the buyer's people, in whatever script.
    fn is_named(&self, word: &str) -> bool {
        if self.people.iter().any(|name| same_name(word, name)) {
            return true;
        }
        let script = script_of(word);
        let has_own = self.people.iter().any(|name| script_of(name) == script);
        let is_latin = |name: &&String| script_of(name) == NameScript::Latin && name.chars().count() >= 3;
        match script {
            NameScript::Latin => false,
            NameScript::Other => true,
            NameScript::Han | NameScript::Arabic | NameScript::Cyrillic => {
                !has_own && self.people.iter().filter(is_latin).any(|name| sounds_like(word, name))
            }
        }
    }

    /// Whether the deal names something else so, with or without marks.
    fn is_other(&self, word: &str) -> bool {
        self.others.contains(word) || self.others.contains(&bare(word))
    }

    fn nearest(&self, word: &str) -> Option<String> {
        let same_script =
            self.people.iter().filter(|name| script_of(name) == script_of(word) && name.chars().count() > 2);
        same_script.min_by_key(|name| apart(word, name)).map(|name| capital(name))
    }
}

fn bare(word: &str) -> String {
    word.chars().map(unmarked).collect()
}

fn words_of(text: &str) -> Vec<String> {
    let plain = super::reading::plain::PlainText::new(text);
    let small: String = plain.small.iter().collect();
    small
        .split(|sign: char| !sign.is_alphanumeric() && sign != '\'')
        .filter(|word| word.chars().count() >= 2)
        .map(str::to_owned)
        .collect()
}

/// The end of a name of one word; names with a hyphen are two.
fn name_end(check: &TextCheck<'_>, mut place: usize) -> usize {
    let text = &check.reading.text;
    let is_part = |sign: char| sign.is_alphabetic() && is_word(sign);
    while text.small_at(place).is_some_and(is_part) {
        place += 1;
    }
    place
}

/// Characters that end a clause or are small words before a name.
fn is_between(sign: char) -> bool {
    matches!(
        sign,
        '的' | '请'
            | '和'
            | '与'
            | '及'
            | '让'
            | '给'
            | '是'
            | '跟'
            | '敬'
            | '爱'
            | '尊'
            | 'の'
            | 'は'
            | 'が'
            | 'と'
            | 'に'
            | 'を'
            | 'へ'
            | '部'
            | '课'
            | '課'
            | '長'
            | 'ご'
            | '担'
            | '当'
            | '者'
            | 'お'
            | '客'
            | '户'
            | '购'
            | '售'
            | '销'
            | '务'
            | '财'
            | '仕'
            | '同'
            | '模'
            | '总'
            | '各'
            | '位'
            | '皆'
    )
}
