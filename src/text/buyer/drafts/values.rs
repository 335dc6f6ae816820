//! Filled and unfilled fields as template values, in the message's language.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use minijinja::value::{Enumerator, Object, ObjectRepr};

use super::labels;
use crate::domain::deposit::DepositWord;
use crate::domain::message::{FieldId, FieldKind, FieldValue, MessageFields, PlanRow, RowKind};
use crate::domain::names::Named as _;
use crate::text::window::deposit::{row_name, when};
use crate::text::{Language, format};

/// Marks the edge of a value in Chinese text until [`seams`] decides whether a space belongs there.
const SEAM: char = '\u{e000}';

/// An unfilled field: its bracketed name in the text. False in a condition, unless the seller typed something that
/// cannot be read: then the field is needed, and the text shows its place.
#[derive(Debug)]
struct Unfilled {
    label: &'static str,
    wanted: bool,
}

impl Object for Unfilled {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::NonEnumerable
    }

    fn is_true(self: &Arc<Self>) -> bool {
        self.wanted
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "⟨{}⟩", self.label)
    }
}

/// Every field by its name.
pub fn context(
    fields: &MessageFields,
    word: DepositWord,
    language: Language,
    on: NaiveDate,
) -> impl Iterator<Item = (&'static str, minijinja::Value)> {
    FieldId::members().map(move |id| {
        let filled = fields.get(id).and_then(|value| written(id, value, fields, word, language, on));
        (
            id.name(),
            filled.unwrap_or_else(|| {
                let label = labels::field(id, language);
                minijinja::Value::from_object(Unfilled { label, wanted: fields.is_unreadable(id) })
            }),
        )
    })
}

/// The text of a scalar field in the message; none for lists.
pub fn in_words(id: FieldId, value: &FieldValue, language: Language, on: NaiveDate) -> Option<String> {
    Some(match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::Money(money) => format::money(*money, language),
        FieldValue::Price(price, currency) => format::price(*price, *currency, language),
        FieldValue::Date(date) if matches!(id, FieldId::LastTrueDay | FieldId::ProposedDay) => {
            format::date_with_weekday(*date, language)
        }
        FieldValue::Date(date) => format::date_near(*date, on, language),
        FieldValue::Days(days) => format::days(*days, language),
        FieldValue::Years(years) => format::years(*years, language),
        FieldValue::Share(share) => format::share(*share),
        FieldValue::Sentences(_) | FieldValue::Rows(_) => return None,
    })
}

/// Decides for every edge of a value in Chinese text whether to put a space there.
pub fn seams(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut at_edge = false;
    for character in text.chars() {
        if character == SEAM {
            at_edge = true;
            continue;
        }
        let before = joined.chars().next_back();
        if at_edge && before.is_some_and(|before| needs_space(before, character)) {
            joined.push(' ');
        }
        at_edge = false;
        joined.push(character);
    }
    joined
}

pub fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

/// Any East Asian script or its punctuation.
pub fn is_east_asian(character: char) -> bool {
    is_chinese(character)
        || matches!(character, '\u{3000}'..='\u{30ff}' | '\u{ac00}'..='\u{d7af}' | '\u{ff00}'..='\u{ffef}')
}

fn needs_space(before: char, after: char) -> bool {
    let latin = |character: char| character.is_alphanumeric() && !is_east_asian(character);
    is_chinese(before) && latin(after) || (latin(before) || before == '%') && is_chinese(after)
}

fn written(
    id: FieldId,
    value: &FieldValue,
    fields: &MessageFields,
    word: DepositWord,
    language: Language,
    on: NaiveDate,
) -> Option<minijinja::Value> {
    match value {
        FieldValue::Sentences(sentences)
            if matches!(id.kind(), FieldKind::Rows) || id == FieldId::Alternatives =>
        {
            Some(minijinja::Value::from(sentences.clone()))
        }
        FieldValue::Sentences(sentences) => {
            let joint = match language {
                Language::English => " ",
                Language::Chinese => "",
            };
            let whole: Vec<String> = sentences.iter().map(|sentence| ended(sentence)).collect();
            // An untranslated Latin sentence is separated from what follows by a space.
            let apart = if whole.last().is_some_and(|last| last.ends_with('.')) { " " } else { "" };
            Some(minijinja::Value::from(whole.join(joint) + apart))
        }
        FieldValue::Rows(rows) => {
            let written: Vec<String> = rows.iter().map(|given| row(given, rows, word, language)).collect();
            Some(minijinja::Value::from(written))
        }
        FieldValue::Text(text) if id == FieldId::Greeting => greeting(text, language, fields.is_filled(id))
            .map(|line| minijinja::Value::from(seamed(&line, language))),
        // A Chinese date needs no space around it.
        FieldValue::Date(_) => in_words(id, value, language, on).map(minijinja::Value::from),
        FieldValue::Text(_)
        | FieldValue::Money(_)
        | FieldValue::Price(..)
        | FieldValue::Days(_)
        | FieldValue::Years(_)
        | FieldValue::Share(_) => {
            in_words(id, value, language, on).map(|words| minijinja::Value::from(seamed(&words, language)))
        }
    }
}

/// `EUR 3,000.00 by Mon 30 Nov 2026`, with its name if the rows are of different kinds.
fn row(row: &PlanRow, rows: &[PlanRow], word: DepositWord, language: Language) -> String {
    let mixed = rows.iter().any(|other| other.kind != row.kind);
    let money = format::money(row.amount, language);
    let kind = match row.kind {
        RowKind::Line => None,
        RowKind::Deposit | RowKind::Balance => Some(row_name(row.kind.into(), 1, 1, word, language)),
    }
    .filter(|_| mixed);
    let when = when_due(row, language);
    match (language, kind) {
        (Language::English, None) => format!("{money} {when}"),
        (Language::English, Some(kind)) => format!("{money} {when} ({})", kind.to_lowercase()),
        (Language::Chinese, None) => format!("{money}，{when}"),
        (Language::Chinese, Some(kind)) => format!("{kind} {money}，{when}"),
    }
}

/// `by Mon 30 Nov 2026`; for a row without a date, what it waits for: `30 days after receipt of the copy of B/L`.
pub fn when_due(row: &PlanRow, language: Language) -> String {
    match (row.due.map(|due| format::date_compact(due, language)), language) {
        (Some(day), Language::English) => format!("by {day}"),
        (Some(day), Language::Chinese) => format!("最迟{day}"),
        (None, _) => row.when.as_ref().map_or_else(String::new, |rule| when(rule, language)),
    }
}

/// What is paid in parts: the deposit, or everything in a plan without one.
pub fn divided(deposit: Option<&str>, language: Language) -> String {
    match (deposit, language) {
        (Some(deposit), Language::English) => format!("the {deposit}"),
        (None, Language::English) => "the whole amount".to_owned(),
        (Some(deposit), Language::Chinese) => deposit.to_owned(),
        (None, Language::Chinese) => "货款".to_owned(),
    }
}

/// The contact's own greeting line without its last punctuation, if it is in the message's language.
fn greeting(line: &str, language: Language, typed: bool) -> Option<String> {
    let bare = line.trim_end_matches(|mark: char| ",，:：!！.".contains(mark) || mark.is_whitespace());
    let fits = match language {
        Language::English => !line.chars().any(is_east_asian),
        Language::Chinese => line.chars().any(is_chinese),
    };
    ((fits || typed) && !bare.is_empty()).then(|| bare.to_owned())
}

/// Ends the sentence with a full stop of its own script, as it may be untranslated.
fn ended(sentence: &str) -> String {
    if sentence.ends_with(|mark: char| ".!?。！？…”\"）)".contains(mark)) {
        return sentence.to_owned();
    }
    if sentence.chars().any(is_chinese) { format!("{sentence}。") } else { format!("{sentence}.") }
}

pub fn seamed(words: &str, language: Language) -> String {
    match language {
        Language::English => words.to_owned(),
        Language::Chinese => format!("{SEAM}{words}{SEAM}"),
    }
}
