//! Filled and unfilled fields as template values, in the message's language.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use minijinja::value::{Enumerator, Object, ObjectRepr};

use super::labels;
use crate::domain::deposit::DepositWord;
use crate::domain::message::{FieldId, FieldKind, FieldValue, MessageFields, PlanRow, RowKind, one_line};
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

/// `1) …`, one entry a line.
pub fn numbered(lines: &[String]) -> String {
    let numbers = 1_usize..;
    let lines = numbers.zip(lines).map(|(number, line)| format!("{number}) {line}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The alternatives: how many there are, the only one as a sentence, and several as a list.
pub fn options(fields: &MessageFields) -> [(&'static str, minijinja::Value); 3] {
    let known = fields.get(FieldId::Alternatives);
    let sentences: &[String] =
        if let Some(FieldValue::Sentences(sentences)) = known { sentences } else { &[] };
    let only = if let [only] = sentences { ended(only) } else { String::new() };
    [
        ("option_count", sentences.len().into()),
        ("option", only.into()),
        ("options", numbered(sentences).into()),
    ]
}

/// The name of the goods inside an English sentence: without the capital of a list's entry.
pub fn inside_a_sentence(product: &str, language: Language) -> String {
    let (first, rest) = product.split_once(' ').unwrap_or((product, ""));
    let mut letters = first.chars();
    let is_title = letters.next().is_some_and(|letter| letter.is_ascii_uppercase())
        && !letters.as_str().is_empty()
        && letters.all(|letter| letter.is_ascii_lowercase());
    // Danish, Chinese, Italian, Dutch … keep their capital.
    let of_a_place = ["ish", "ese", "ian", "ean", "can", "nch", "tch"].iter().any(|end| first.ends_with(end));
    let is_name = rest.chars().any(|letter| letter.is_ascii_uppercase());
    if language == Language::English && is_title && !of_a_place && !is_name {
        product.to_lowercase()
    } else {
        product.to_owned()
    }
}

/// How a greeting calls its reader: `Ms Schmidt` of "Dear Ms Schmidt", 陈经理 of "陈经理，您好". An English message may
/// take it from a greeting in another language: `Mr Quispe` of "Estimado Sr. Quispe".
pub fn addressed(greeting: &str, language: Language) -> String {
    let marks = |mark: char| ",，:：!！".contains(mark) || mark.is_whitespace();
    let bare = one_line(greeting);
    let bare = bare.trim_matches(marks);
    match language {
        Language::English => addressed_in_english(bare),
        Language::Chinese if bare.chars().any(is_chinese) => {
            let name = bare.trim_start_matches("尊敬的").trim_end_matches("您好").trim_end_matches("你好");
            name.trim_matches(marks).to_owned()
        }
        Language::Chinese => String::new(),
    }
}

fn addressed_in_english(greeting: &str) -> String {
    let lower = greeting.to_lowercase();
    let formula = FORMULAS.iter().find(|formula| lower.starts_with(**formula));
    let name = formula.and_then(|formula| greeting.get(formula.len()..)).unwrap_or_default();
    let name = name.strip_prefix(' ').unwrap_or_default().trim();
    if name.chars().any(is_east_asian) {
        return String::new();
    }
    let (title, rest) = name.split_once(' ').unwrap_or(("", name));
    match TITLES.iter().find(|(theirs, _)| title.eq_ignore_ascii_case(theirs)) {
        Some(_) if rest.starts_with("Dr") => rest.to_owned(),
        Some((_, english)) => format!("{english} {rest}"),
        None => name.to_owned(),
    }
}

/// How letters begin in languages with Latin script.
const FORMULAS: &[&str] = &[
    "dear",
    "hi",
    "hello",
    "hey",
    "estimado",
    "estimada",
    "prezado",
    "prezada",
    "caro",
    "cara",
    "gentile",
    "cher",
    "chère",
    "sehr geehrte",
    "sehr geehrter",
    "bonjour",
    "lieber",
    "liebe",
    "hallo",
    "hola",
    "olá",
    "ciao",
    "buongiorno",
];

/// Titles that English has, too.
const TITLES: &[(&str, &str)] = &[
    ("Sr.", "Mr"),
    ("Sra.", "Ms"),
    ("Señor", "Mr"),
    ("Señora", "Ms"),
    ("Herr", "Mr"),
    ("Frau", "Ms"),
    ("Monsieur", "Mr"),
    ("Madame", "Ms"),
    ("Signor", "Mr"),
    ("Signora", "Ms"),
    ("Senhor", "Mr"),
    ("Senhora", "Ms"),
];

/// The text of a scalar field in the message; none for lists.
pub fn in_words(id: FieldId, value: &FieldValue, language: Language, on: NaiveDate) -> Option<String> {
    Some(match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::Money(money) => format::money(*money, language),
        FieldValue::Price(price, currency) => format::price(*price, *currency, language),
        FieldValue::Date(date) if id == FieldId::LastTrueDay => format::date_with_weekday(*date, language),
        FieldValue::Date(date) if FieldId::OWN_DAYS.contains(&id) => {
            format::weekday_and_date_near(*date, on, language)
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
        FieldValue::Sentences(sentences) if matches!(id.kind(), FieldKind::Rows) => {
            Some(minijinja::Value::from(numbered(sentences)))
        }
        FieldValue::Sentences(_) => sentences(value, language).map(minijinja::Value::from),
        FieldValue::Rows(rows) => {
            let written: Vec<String> = rows.iter().map(|given| row(given, rows, word, language)).collect();
            Some(minijinja::Value::from(numbered(&written)))
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

/// Whole sentences in a row; a line that the seller typed counts as one.
pub fn sentences(value: &FieldValue, language: Language) -> Option<String> {
    let FieldValue::Sentences(sentences) = value else { return None };
    let joint = match language {
        Language::English => " ",
        Language::Chinese => "",
    };
    let whole: Vec<String> = sentences.iter().map(|sentence| ended(sentence)).collect();
    // An untranslated Latin sentence is separated from what follows by a space.
    let apart = if whole.last().is_some_and(|last| last.ends_with('.')) { " " } else { "" };
    Some(whole.join(joint) + apart)
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
        Language::Chinese if !words.is_empty() => format!("{SEAM}{words}{SEAM}"),
        Language::English | Language::Chinese => words.to_owned(),
    }
}
