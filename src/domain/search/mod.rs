//! Finds deals by what a person types: any case or accent, Chinese as characters, pinyin or its initials.

pub mod find;
mod sounds;

use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use self::sounds::{SoundPlace, Sounds};
use super::country::Country;
use super::deal::{Deal, DealId};
use super::document::Document;

/// Everything that can be searched for, prepared so that a keystroke only has to compare bytes.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    /// In the order of the deals' ids.
    entries: Vec<SearchEntry>,
}

#[derive(Clone, Debug)]
struct SearchEntry {
    deal: Arc<Deal>,
    /// Folded fields, one a line; the buyer's name comes first.
    haystack: Box<str>,
    buyer_ends: usize,
    /// The Chinese words of the buyer's name, and of the other fields.
    buyer_sounds: Sounds,
    other_sounds: Sounds,
}

impl SearchIndex {
    pub fn new(document: &Document, country_words: &impl Fn(Country) -> String) -> Self {
        let mut index = Self::default();
        index.update(document, country_words);
        index
    }

    /// Brings the index up to date; deals that did not change keep their entries.
    pub fn update(&mut self, document: &Document, country_words: &impl Fn(Country) -> String) {
        let mut countries = BTreeMap::new();
        let mut before = std::mem::take(&mut self.entries).into_iter().peekable();
        self.entries.reserve(document.deals.len());
        for (id, deal) in &document.deals {
            while before.next_if(|entry| entry.deal.id < *id).is_some() {}
            let kept = before.next_if(|entry| Arc::ptr_eq(&entry.deal, deal));
            self.entries.push(kept.unwrap_or_else(|| {
                let country = deal.buyer.country.map_or("", |country| {
                    countries.entry(country).or_insert_with(|| country_lines(country, country_words))
                });
                SearchEntry::of(deal, country)
            }));
        }
    }

    /// The deals in which every word of the query occurs, the best match first; an empty query finds all.
    pub fn search(&self, query: &str) -> Vec<&Arc<Deal>> {
        let folded = fold(query);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut hits: Vec<(u32, &SearchEntry)> =
            self.entries.iter().filter_map(|entry| Some((entry.rank(&words)?, entry))).collect();
        // A stable sort: deals of equal rank stay in the order of their ids.
        hits.sort_by_key(|(rank, _)| *rank);
        hits.into_iter().map(|(_, entry)| &entry.deal).collect()
    }

    pub fn search_ids(&self, query: &str) -> Vec<DealId> {
        self.search(query).into_iter().map(|deal| deal.id.clone()).collect()
    }
}

impl SearchEntry {
    fn of(deal: &Arc<Deal>, country_lines: &str) -> Self {
        let mut haystack = String::new();
        add_field(&mut haystack, &deal.buyer.company);
        let buyer_ends = haystack.len();
        add_field(&mut haystack, &deal.agreed.pi);
        add_without_signs(&mut haystack, &deal.agreed.pi);
        add_field(&mut haystack, &deal.product);
        for form in deal.forms.iter().chain(deal.contacts.iter().flat_map(|contact| contact.forms.iter())) {
            add_field(&mut haystack, &form.text);
        }
        for contact in &deal.contacts {
            add_field(&mut haystack, &contact.name);
            add_field(&mut haystack, &contact.email);
        }
        for tag in &deal.tags {
            add_field(&mut haystack, tag);
        }
        add_field(&mut haystack, &deal.buyer.city);
        haystack.push_str(country_lines);
        let others = haystack.get(buyer_ends..).unwrap_or_default();
        Self {
            deal: Arc::clone(deal),
            buyer_sounds: Sounds::of(&deal.buyer.company),
            other_sounds: Sounds::of(others),
            haystack: haystack.into_boxed_str(),
            buyer_ends,
        }
    }

    /// How well all words match, the smaller the better; None where one is missing.
    fn rank(&self, words: &[&str]) -> Option<u32> {
        words.iter().try_fold(0_u32, |sum, word| {
            let written = self.haystack.find(word).map(|at| self.rank_at(at));
            let rank = written.into_iter().chain(self.rank_of_sounds(word)).min()?;
            Some(sum.saturating_add(rank))
        })
    }

    fn rank_of_sounds(&self, word: &str) -> Option<u32> {
        let in_buyer = self.buyer_sounds.find(word).map(|place| match place {
            SoundPlace::WordStart => 0,
            SoundPlace::Within => 2,
        });
        in_buyer.or_else(|| {
            self.other_sounds.find(word).map(|place| match place {
                SoundPlace::WordStart => 3,
                SoundPlace::Within => 4,
            })
        })
    }

    fn rank_at(&self, at: usize) -> u32 {
        let in_buyer = at < self.buyer_ends;
        let before = at.checked_sub(1).and_then(|before| self.haystack.as_bytes().get(before)).copied();
        let starts_line = before.is_none_or(|byte| byte == b'\n');
        let starts_word = before.is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
        match (in_buyer, starts_line, starts_word) {
            (true, true, _) => 0,
            (true, false, true) => 1,
            (true, false, false) => 2,
            (false, _, true) => 3,
            (false, _, false) => 4,
        }
    }
}

/// Lower case, no accents, full-width forms made narrow.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        match letter {
            // An accent, set apart from its letter by the decomposition.
            '\u{300}'..='\u{36f}' => {}
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            other => folded.push(without_stroke(other)),
        }
    }
    folded
}

/// The plain letter for those that Unicode does not decompose, as people type them without such a keyboard.
fn without_stroke(letter: char) -> char {
    match letter {
        'ɓ' => 'b',
        'đ' | 'ɗ' | 'ɖ' | 'ð' => 'd',
        'ə' | 'ǝ' | 'ɛ' => 'e',
        'ƒ' => 'f',
        'ħ' => 'h',
        'ı' | 'ɨ' => 'i',
        'ƙ' => 'k',
        'ł' => 'l',
        'ŋ' => 'n',
        'ø' | 'ɔ' => 'o',
        'ŧ' => 't',
        'ʋ' => 'v',
        'ƴ' => 'y',
        other => other,
    }
}

/// Many deals share few countries, so the names of each are prepared once.
fn country_lines(country: Country, country_words: &impl Fn(Country) -> String) -> String {
    let mut lines = String::new();
    add_field(&mut lines, country.code());
    add_field(&mut lines, &country_words(country));
    lines
}

fn add_field(haystack: &mut String, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    add_line(haystack, &fold(text));
    if text.is_ascii() {
        return;
    }
    if text.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü']) {
        add_line(haystack, &fold(&german_spelling(text)));
    }
}

fn add_line(haystack: &mut String, line: &str) {
    haystack.extend(line.chars().map(|letter| if letter == '\n' { ' ' } else { letter }));
    haystack.push('\n');
}

/// So that "pi2607" finds PI-2607.
fn add_without_signs(haystack: &mut String, text: &str) {
    let bare: String = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    if bare != text && !bare.is_empty() {
        add_line(haystack, &fold(&bare));
    }
}

/// "Mueller" for Müller, as keyboards without umlauts write it.
fn german_spelling(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'ä' | 'Ä' => spelled.push_str("ae"),
            'ö' | 'Ö' => spelled.push_str("oe"),
            'ü' | 'Ü' => spelled.push_str("ue"),
            other => spelled.push(other),
        }
    }
    spelled
}
