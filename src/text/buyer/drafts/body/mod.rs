//! Analyses a message body: unfilled fields, amounts and dates it states, languages it mixes.

mod claims;

use std::ops::Range;

use super::values::is_east_asian;
use super::{labels, values};
use crate::domain::message::{BodyFacts, FieldKind, FieldValue, MessageFacts, MessageFields};
use crate::domain::names::Named as _;
use crate::domain::script::is_foreign;
use crate::text::Language;

/// A placeholder for text that is not the message's own words; no word continues across it.
const HOLE: &str = "\u{fffc}";

/// What the copy check needs to know about a body, and the positions of its unfilled fields. The sheet for a call is
/// written in the buyer's language and the seller's.
pub fn read(
    [subject, body]: [&str; 2],
    facts: &MessageFacts<'_>,
    fields: &MessageFields,
    [language, seller]: [Language; 2],
) -> (BodyFacts, Vec<Range<usize>>) {
    let blanks = blanks(body);
    let mut found = BodyFacts::default();
    for blank in &blanks {
        let label = body.get(blank.clone()).unwrap_or_default().trim_matches(['⟨', '⟩']);
        match labels::field_from(label, language).or_else(|| labels::field_from(label, seller)) {
            Some(id) if found.missing.contains(&id) => {}
            Some(id) => found.missing.push(id),
            None => found.open_blanks.push(label.to_owned()),
        }
    }
    let theirs = theirs(facts);
    let not_ours = not_ours(facts, fields, &theirs, language);
    let own = own_words(body, &blanks, &not_ours);
    found.questions = own.chars().filter(|mark| matches!(mark, '?' | '？')).count();
    let subject_own = own_words(subject, &[], &not_ours);
    found.mixed_language =
        language == seller && (is_mixed(&own, language) || is_mixed(&subject_own, language));
    let ours = own_words(&format!("{subject}\n{body}"), &[], &theirs);
    found.foreign = fields.forms().iter().filter(|form| form.is_unsettled_in(&ours)).cloned().collect();
    let (dates, without_dates) = claims::dates(&own);
    found.dates = dates;
    found.amounts = claims::amounts(&without_dates);
    (found, blanks)
}

/// Everything between ⟨ and the next ⟩ in the same line.
fn blanks(body: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    for (position, character) in body.char_indices() {
        match character {
            '⟨' => open = Some(position),
            '\n' => open = None,
            '⟩' => {
                if let Some(start) = open.take() {
                    found.push(start..position + character.len_utf8());
                }
            }
            _ => {}
        }
    }
    found
}

/// The body without unfilled fields and without what others said.
fn own_words(body: &str, blanks: &[Range<usize>], foreign: &[String]) -> String {
    let mut own = body.to_owned();
    for blank in blanks.iter().rev() {
        own.replace_range(blank.clone(), HOLE);
    }
    for text in foreign {
        own = without(&own, text);
    }
    own
}

/// Names, products, library sentences, and the buyer's own words, the longest first.
fn not_ours(
    facts: &MessageFacts<'_>,
    fields: &MessageFields,
    theirs: &[String],
    language: Language,
) -> Vec<String> {
    let of_fields = fields.iter().flat_map(|(id, value)| match value {
        FieldValue::Sentences(sentences) => sentences.clone(),
        _ => match id.kind() {
            FieldKind::Name | FieldKind::Text => {
                values::in_words(id, value, language, facts.on).into_iter().collect()
            }
            FieldKind::Money
            | FieldKind::Price
            | FieldKind::Date
            | FieldKind::Days
            | FieldKind::Years
            | FieldKind::Share
            | FieldKind::Sentences
            | FieldKind::Rows => Vec::new(),
        },
    });
    // A number alone also occurs in amounts and dates.
    let mut found: Vec<String> = of_fields
        .chain(theirs.iter().cloned())
        .filter(|text| text.chars().any(char::is_alphabetic))
        .collect();
    found.sort_by_key(|text| std::cmp::Reverse(text.len()));
    found
}

/// The buyer's own words, which are quoted in whatever language they are.
fn theirs(facts: &MessageFacts<'_>) -> Vec<String> {
    let last = facts.their_last();
    let mut found = last.map_or_else(Vec::new, |last| [vec![last.words], last.points].concat());
    // A reply may be logged without its words; an empty text occurs everywhere.
    found.retain(|text| !text.is_empty());
    found.sort_by_key(|text| std::cmp::Reverse(text.len()));
    found
}

/// `text` with every whole-word occurrence of `part` removed.
fn without(text: &str, part: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(part) {
        kept.push_str(before);
        let joins = |outside: Option<char>, inside: Option<char>| {
            outside.zip(inside).is_some_and(|(outside, inside)| is_wordy(outside) && is_wordy(inside))
        };
        let is_part_of_word = joins(kept.chars().next_back(), part.chars().next())
            || joins(after.chars().next(), part.chars().next_back());
        kept.push_str(if is_part_of_word { part } else { HOLE });
        rest = after;
    }
    kept.push_str(rest);
    kept
}

fn is_wordy(character: char) -> bool {
    character.is_alphanumeric() && !is_east_asian(character)
}

fn is_mixed(text: &str, language: Language) -> bool {
    let has_marks = language == Language::English && text.chars().any(is_east_asian);
    has_marks || is_foreign(text, language.name())
}
