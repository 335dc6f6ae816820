//! Fields and their values in words, where two versions are shown side by side.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Value;

use super::Text;
use super::deposit::{plan_name, terms_line};
use super::format;
use crate::domain::compare::{Difference, FieldName, Keep};
use crate::domain::deal::Stage;
use crate::domain::deposit::{Alternative, Cost, CostAmount, CostWhen, Plan};
use crate::domain::touch::{Channel, PromiseKind, Touch};
use crate::domain::word::Named;

/// A text longer than this tells no more.
const MOST_CHARACTERS: usize = 240;

/// What the field is called on the page where it is changed; a field of a newer program has only its own name.
pub fn label(field: &FieldName, text: &Text) -> String {
    let (deal, settings, library) = (&text.deal, &text.settings, &text.library);
    let words = match (field.part.as_deref(), &*field.name) {
        (Some("company"), "logo") => text.papers.logo,
        (Some("company"), "banks") => text.papers.banks,
        (Some("company"), "registration") => text.papers.registration,
        (None, "bank_given") => text.papers.bank_given,
        (Some("company"), "sender" | "role" | "name" | "phone" | "website" | "address")
        | (None, "company") => library.company,
        (_, "company") => deal.company,
        (_, "country") => deal.country,
        (_, "city") => deal.city,
        (_, "time_zone") => text.merge.time_zone,
        (_, "language") => deal.language,
        (_, "contacts") => deal.contacts,
        (_, "email") => deal.email,
        (_, "product") => deal.product,
        (_, "stage") => deal.stage,
        (_, "tags") => deal.tags,
        (_, "notes") => deal.notes,
        (_, "pi") => deal.pi,
        (_, "pi_date") => deal.pi_date,
        (_, "valid_until") => deal.valid_until,
        (_, "quantity") => deal.quantity,
        (_, "currency") => deal.currency,
        (_, "unit_price") => deal.unit_price,
        (_, "amount") => deal.amount,
        (_, "incoterm") => deal.incoterm,
        (_, "lead_time_days") => deal.lead_time,
        (_, "shutdown_days") => deal.shutdown,
        (_, "cut_off_days") => deal.cut_off,
        (_, "ship_by") => deal.ship_by,
        (_, "payment_terms") => deal.payment_terms,
        (_, "open_questions") => deal.open_questions,
        (_, "next") => text.backups.next_date,
        (_, "pause") => deal.paused,
        (_, "story") | (None, "summary") => text.commands.show_story,
        (_, "diagnosis") => text.commands.show_why,
        (_, "plan") => text.commands.show_deposit,
        (_, "plan_name" | "alternatives") => text.compare.title,
        (_, "costs") => text.compare.costs,
        (_, "transfer_fee") => text.compare.fee,
        (_, "message") => text.commands.show_message,
        (_, "thresholds") => settings.thresholds,
        (_, "ladder") => settings.ladder,
        (_, "ladder_presets") => settings.presets,
        (_, "small_first_order") => settings.first_order,
        (_, "entries") => library.title,
        (_, "promises") => text.story.promise,
        (Some("summary"), _) => text.story.before,
        (_, name) => return name.to_owned(),
    };
    words.to_owned()
}

/// What one side says, a line for each entry: of a list only what the other side lacks. Empty: it says nothing.
pub fn side(difference: &Difference, side: Keep, text: &Text) -> Vec<String> {
    let whole = if side == Keep::Theirs { &difference.theirs } else { &difference.ours };
    let lines = match whole {
        Value::Array(_) => {
            let entries = difference.only_in(side).into_iter();
            entries.map(|entry| entry_line(&difference.field, entry, text)).collect()
        }
        other => lines(&difference.field, other, text),
    };
    lines.iter().map(|line| shortened(line)).collect()
}

fn shortened(line: &str) -> String {
    let mut short: String = line.chars().filter(|c| !c.is_control()).take(MOST_CHARACTERS).collect();
    if line.chars().count() > MOST_CHARACTERS {
        short.push('…');
    }
    short
}

/// The value in words, an entry a line; nothing where it is empty.
fn lines(field: &FieldName, value: &Value, text: &Text) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(entries) => entries.iter().map(|entry| entry_line(field, entry, text)).collect(),
        Value::Object(_) => vec![entry_line(field, value, text)],
        Value::String(written) => written.lines().map(|line| scalar(field, line, text)).collect(),
        Value::Bool(_) | Value::Number(_) => vec![value.to_string()],
    }
}

fn entry_line(field: &FieldName, value: &Value, text: &Text) -> String {
    match &*field.name {
        "story" => touch_line(value, text),
        "plan" => plan_line(value, text),
        "alternatives" => alternative_line(value, text),
        "costs" => cost_line(value, text),
        _ => joined(field, value, text),
    }
    .unwrap_or_else(|| value.to_string())
}

fn touch_line(value: &Value, text: &Text) -> Option<String> {
    let touch: Touch = serde_json::from_str(&value.to_string()).ok()?;
    let kind = touch
        .kind
        .known()
        .map_or_else(|| touch.kind.as_str().to_owned(), |kind| (text.story.kind)(kind).to_owned());
    let mut parts = vec![format::date_short(touch.on, text.language), kind];
    parts.extend(touch.money.map(|money| format::money(money, text.language)));
    parts.extend(Some(touch.note).filter(|note| !note.is_empty()));
    Some(parts.join(" · "))
}

fn plan_line(value: &Value, text: &Text) -> Option<String> {
    let plan: Plan = serde_json::from_str(&value.to_string()).ok()?;
    let paid = plan.payments.iter().map(|payment| {
        let date = format::date_short(payment.on, text.language);
        format!("{} {date}", format::money(payment.money, text.language))
    });
    let mut parts = vec![format::money(plan.terms.total, text.language)];
    parts.extend(paid);
    Some(parts.join(" · "))
}

fn alternative_line(value: &Value, text: &Text) -> Option<String> {
    let other: Alternative = serde_json::from_str(&value.to_string()).ok()?;
    let terms = &other.plan.terms;
    let word = other.plan.paper.deposit_word();
    let line = terms_line(terms, terms.schedule().ok().as_ref(), word, text.language);
    let parts =
        [plan_name(&other.name, text.language).to_owned(), line, format::money(terms.total, text.language)];
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}

fn cost_line(value: &Value, text: &Text) -> Option<String> {
    let cost: Cost = serde_json::from_str(&value.to_string()).ok()?;
    let when = match cost.when {
        CostWhen::On(date) => format::date_compact(date, text.language),
        CostWhen::Before(event, days) => format!("{days} {}", (text.compare.before)(event)),
        CostWhen::After(event, days) => format!("{days} {}", (text.compare.after)(event)),
    };
    let amount = match cost.amount {
        CostAmount::Share(share) => format::share(share.decimal()),
        CostAmount::Fixed(money) => format::money(money, text.language),
    };
    let parts = [cost.what.trim().to_owned(), when, amount];
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}

/// What an entry says, without the names of its fields.
fn joined(field: &FieldName, value: &Value, text: &Text) -> Option<String> {
    let parts: Vec<String> = match value {
        Value::Object(fields) => fields.values().filter_map(|value| joined(field, value, text)).collect(),
        Value::Array(entries) => entries.iter().filter_map(|value| joined(field, value, text)).collect(),
        Value::String(written) => vec![scalar(field, written, text)],
        Value::Number(number) => vec![number.to_string()],
        Value::Bool(_) | Value::Null => Vec::new(),
    };
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// A date, a stage and the like as people read them.
fn scalar(field: &FieldName, written: &str, text: &Text) -> String {
    if let Ok(date) = written.parse::<NaiveDate>() {
        return format::date_compact(date, text.language);
    }
    if let ("amount" | "unit_price", Ok(number)) = (&*field.name, written.parse::<Decimal>()) {
        return format::decimal(number, number.scale());
    }
    let stage = || Stage::from_name(written).map(|stage| (text.list.stage_name)(stage));
    let promise = || PromiseKind::from_name(written).map(|kind| (text.story.promise_kind)(kind));
    let channel = || Channel::from_name(written).map(|channel| (text.story.channel_name)(channel));
    let known = match &*field.name {
        "stage" | "thresholds" | "ladder_presets" => stage(),
        "promises" => promise(),
        "story" => channel(),
        _ => None,
    };
    known.map_or_else(|| written.to_owned(), str::to_owned)
}
