//! Where sentences and their clauses begin and end.

use std::ops::Range;

use super::plain::{PlainText, is_word};

/// Before a full stop that ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "ms", "mrs", "dr", "prof", "st", "no", "nr", "co", "inc", "sr", "sra", "srta", "ing", "lic",
    "exmo", "exma", "mme", "mlle", "m", "ca", "bzw", "z", "b", "g", "г", "шт", "тыс", "руб", "ул", "т", "e",
    "approx", "incl", "tel", "pcs", "art", "abs", "ggf", "inkl", "zzgl", "vgl", "pág", "núm", "tp", "ts",
    "ths",
];

/// The sentences, without the spaces around them. A line is at most one paragraph.
pub(in crate::text::buyer::proofread) fn sentences(text: &PlainText) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for place in 0..text.len() {
        let ends = match text.small_at(place) {
            Some('\n' | '!' | '?' | '。' | '！' | '？' | '؟') => true,
            Some('.') => ends_sentence(text, start, place),
            _ => false,
        };
        if ends {
            push(text, &mut found, start..place + 1);
            start = place + 1;
        }
    }
    push(text, &mut found, start..text.len());
    found
}

fn push(text: &PlainText, found: &mut Vec<Range<usize>>, range: Range<usize>) {
    let is_blank = |place: usize| matches!(text.small_at(place), Some(' ' | '\n') | None);
    let (mut start, mut end) = (range.start, range.end);
    while start < end && is_blank(start) {
        start += 1;
    }
    while end > start && is_blank(end - 1) {
        end -= 1;
    }
    if start < end {
        found.push(start..end);
    }
}

fn ends_sentence(text: &PlainText, start: usize, place: usize) -> bool {
    if text.small_at(place + 1).is_some_and(|next| !matches!(next, ' ' | '\n' | '"' | ')' | '\'')) {
        return false;
    }
    let mut from = place;
    while from > start && text.before(from).is_some_and(is_word) {
        from -= 1;
    }
    let word: String = text.part(&(from..place)).iter().collect();
    // A German day: `am 8. Dezember`.
    let next = text.small_at(text.skip_spaces(place + 1));
    let is_day = word.len() <= 2 && !word.is_empty() && word.chars().all(|sign| sign.is_ascii_digit());
    !(ABBREVIATIONS.contains(&word.as_str()) || is_day && next.is_some_and(char::is_alphabetic))
}

/// The parts of a sentence between commas, colons, semicolons and dashes; a comma inside a number divides nothing.
pub(in crate::text::buyer::proofread) fn clauses(
    text: &PlainText,
    sentence: &Range<usize>,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = sentence.start;
    for place in sentence.clone() {
        let digit = |place: Option<char>| place.is_some_and(|sign| sign.is_ascii_digit());
        let divides = match text.small_at(place) {
            Some(',' | ':' | '،') => !(digit(text.before(place)) && digit(text.small_at(place + 1))),
            Some(';' | '；' | '؛' | '，') => true,
            Some('-') => text.before(place) == Some(' ') && text.small_at(place + 1) == Some(' '),
            _ => false,
        };
        if divides {
            push(text, &mut found, start..place);
            start = place + 1;
        }
    }
    push(text, &mut found, start..sentence.end);
    found
}

/// The sentence that a place is in.
pub(in crate::text::buyer::proofread) fn around(sentences: &[Range<usize>], place: usize) -> Range<usize> {
    sentences.iter().find(|sentence| sentence.contains(&place)).cloned().unwrap_or(place..place)
}
