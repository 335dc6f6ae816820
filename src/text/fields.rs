//! The names of a deal's fields and what they hold, for comparing two versions of it.

use chrono::NaiveDate;
use serde_json::Value;

use super::{Language, Text, format};
use crate::domain::compare::{Difference, FieldName, Keep};
use crate::domain::deal::Stage;
use crate::domain::touch::TouchKind;
use crate::domain::word::Named as _;

/// The label that the field has on its screen.
pub fn name(field: &FieldName, text: &Text) -> String {
    let words = &text.deal;
    let label = match (field.part.as_deref(), &*field.name) {
        (Some("buyer"), "company") => words.company,
        (Some("buyer"), "country") => words.country,
        (Some("buyer"), "city") => words.city,
        (Some("buyer"), "language") => words.language,
        (Some("agreed"), "pi") => words.pi,
        (Some("agreed"), "pi_date") => words.pi_date,
        (Some("agreed"), "valid_until") => words.valid_until,
        (Some("agreed"), "quantity") => words.quantity,
        (Some("agreed"), "currency") => words.currency,
        (Some("agreed"), "unit_price") => words.unit_price,
        (Some("agreed"), "amount") => words.amount,
        (Some("agreed"), "incoterm") => words.incoterm,
        (Some("agreed"), "lead_time_days") => words.lead_time,
        (Some("agreed"), "shutdown_days") => words.shutdown,
        (Some("agreed"), "cut_off_days") => words.cut_off,
        (Some("agreed"), "ship_by") => words.ship_by,
        (Some("agreed"), "payment_terms") => words.payment_terms,
        (Some("agreed"), "open_questions") => words.open_questions,
        (None, "product") => words.product,
        (None, "stage") => words.stage,
        (None, "tags") => words.tags,
        (None, "notes") => words.notes,
        (None, "contacts") => words.contacts,
        (None, "next") => text.backups.next_date,
        (None, "pause") => words.paused,
        (None, "story" | "summary") | (Some("summary"), _) => text.commands.show_story,
        (None, "diagnosis") => text.commands.show_why,
        (None, "plan") => text.commands.show_deposit,
        (None, "message") => text.commands.show_message,
        (_, other) => other,
    };
    label.to_owned()
}

/// What the field held on both sides, the backup's side first.
pub fn both(difference: &Difference, text: &Text) -> (String, String) {
    if difference.ours.is_array() || difference.theirs.is_array() {
        let side = |keep| entries(&difference.only_in(keep), text);
        return (side(Keep::Ours), side(Keep::Theirs));
    }
    (value(&difference.ours, &difference.field, text), value(&difference.theirs, &difference.field, text))
}

fn value(value: &Value, field: &FieldName, text: &Text) -> String {
    match value {
        Value::Null => text.backups.empty_value.to_owned(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(word) if &*field.name == "stage" => Stage::from_name(word)
            .map_or_else(|| word.clone(), |stage| (text.list.stage_name)(stage).to_owned()),
        Value::String(word) if matches!(&*field.name, "amount" | "unit_price") => {
            word.parse().map_or_else(|_| word.clone(), |number| format::decimal(number, 2))
        }
        Value::String(word) => plain(word, text.language),
        Value::Array(list) => (text.backups.entries)(list.len()),
        Value::Object(fields) => {
            let parts: Vec<String> =
                fields.values().filter_map(Value::as_str).map(|part| plain(part, text.language)).collect();
            shortened(&parts.join(comma(text.language)))
        }
    }
}

/// A date as people write it, else the words themselves.
fn plain(word: &str, language: Language) -> String {
    match word.parse::<NaiveDate>() {
        Ok(date) => format::date_compact(date, language),
        Err(_words) => shortened(word),
    }
}

fn entries(entries: &[&Value], text: &Text) -> String {
    const SHOWN: usize = 3;
    if entries.is_empty() {
        return "–".to_owned();
    }
    let mut lines: Vec<String> = entries.iter().take(SHOWN).map(|one| entry(one, text)).collect();
    if entries.len() > SHOWN {
        lines.push((text.backups.and_more)(entries.len() - SHOWN));
    }
    lines.join("\n")
}

/// One line of a story, one contact, one tag.
fn entry(entry: &Value, text: &Text) -> String {
    let said = |name: &str| entry.get(name).and_then(Value::as_str);
    if let Some(tag) = entry.as_str() {
        return shortened(tag);
    }
    let day = said("on").or(said("by")).map(|day| plain(day, text.language));
    let kind = said("kind").map(|kind| match TouchKind::from_name(kind) {
        Some(kind) => (text.commands.touch)(kind).to_owned(),
        None => kind.to_owned(),
    });
    let words = said("note").or(said("name")).filter(|words| !words.is_empty()).map(shortened);
    let parts: Vec<String> = [day, kind, words].into_iter().flatten().collect();
    if parts.is_empty() { (text.backups.entries)(1) } else { parts.join(comma(text.language)) }
}

fn comma(language: Language) -> &'static str {
    match language {
        Language::English => ", ",
        Language::Chinese => "\u{ff0c}",
    }
}

fn shortened(words: &str) -> String {
    const LONGEST: usize = 80;
    let line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    line.chars().take(LONGEST).chain(std::iter::once('…')).collect()
}
