//! Fields and their values in words, where two versions are shown side by side.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::domain::deal::Stage;
use crate::domain::deal::touch::{Channel, PromiseKind, Touch};
use crate::domain::deposit::{Alternative, Cost, CostAmount, CostWhen, Payment, Plan};
use crate::domain::names::Named;
use crate::domain::versions::fields::{FieldDifference, FieldName, Keep, KnownField};
use crate::text::window::deposit::{plan_name, terms_line};
use crate::text::{Text, format};

/// Longer texts are cut.
const MOST_CHARACTERS: usize = 240;

/// The field's name on the page where it is edited; a field from a newer program has only its own name.
pub fn label(field: &FieldName, text: &Text) -> String {
    field.known().map_or(&*field.name, |known| label_of(known, text)).to_owned()
}

fn label_of(field: KnownField, text: &Text) -> &'static str {
    match field {
        KnownField::Company => text.deal.company,
        KnownField::Country => text.deal.country,
        KnownField::City => text.deal.city,
        KnownField::TimeZone => text.merge.time_zone,
        KnownField::Language => text.deal.language,
        KnownField::Contacts => text.deal.contacts,
        KnownField::Product => text.deal.product,
        KnownField::Stage => text.deal.stage,
        KnownField::Tags => text.deal.tags,
        KnownField::Notes => text.deal.notes,
        KnownField::Pi => text.deal.pi,
        KnownField::PiDate => text.deal.pi_date,
        KnownField::ValidUntil => text.deal.valid_until,
        KnownField::Quantity => text.deal.quantity,
        KnownField::Currency => text.deal.currency,
        KnownField::UnitPrice => text.deal.unit_price,
        KnownField::Amount => text.deal.amount,
        KnownField::Incoterm => text.deal.incoterm,
        KnownField::LeadTime => text.deal.lead_time,
        KnownField::ShutdownDays => text.deal.shutdown,
        KnownField::CutOff => text.deal.cut_off,
        KnownField::ShipBy => text.deal.ship_by,
        KnownField::PaymentTerms => text.deal.payment_terms,
        KnownField::OpenQuestions => text.deal.open_questions,
        KnownField::LastInbound
        | KnownField::LastOutbound
        | KnownField::WaitingSince
        | KnownField::Unanswered => text.story.before,
        KnownField::Story => text.commands.show_story,
        KnownField::Promises => text.story.promise,
        KnownField::Next => text.backups.next_date,
        KnownField::Pause => text.deal.paused,
        KnownField::Diagnosis => text.commands.show_why,
        KnownField::Plan => text.commands.show_deposit,
        KnownField::PlanName | KnownField::Alternatives => text.compare.title,
        KnownField::Costs => text.compare.costs,
        KnownField::TransferFee => text.compare.fee,
        KnownField::BankGiven => text.papers.bank_given,
        KnownField::Message => text.commands.show_message,
        KnownField::SpelledForms | KnownField::SellerForms => text.compose.forms,
        KnownField::Thresholds => text.settings.thresholds,
        KnownField::Ladder => text.settings.ladder,
        KnownField::LadderPresets => text.settings.presets,
        KnownField::SmallFirstOrder => text.settings.first_order,
        KnownField::SellerCountry => text.settings.seller_country,
        KnownField::Shutdowns => text.settings.working_days,
        KnownField::OwnDays | KnownField::OwnYears => text.settings.own_days,
        KnownField::Lists => text.preview.answers,
        KnownField::Sender
        | KnownField::SenderRole
        | KnownField::SellerName
        | KnownField::SellerPhone
        | KnownField::Website
        | KnownField::SellerAddress => text.library.company,
        KnownField::SellerEmail => text.deal.email,
        KnownField::Registration => text.papers.registration,
        KnownField::Banks => text.papers.banks,
        KnownField::Logo => text.papers.logo,
        KnownField::Entries => text.library.title,
    }
}

/// The value of one side, one line for each entry: of a list, only the entries that the other side lacks. Empty if the
/// value is.
pub fn side(difference: &FieldDifference, side: Keep, text: &Text) -> Vec<String> {
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

/// The value in words, one entry per line; empty if the value is.
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
    match field.known() {
        None if field.is_payment() => payment_line(value, text),
        Some(KnownField::Story) => touch_line(value, text),
        Some(KnownField::Plan) => plan_line(value, text),
        Some(KnownField::Alternatives) => alternative_line(value, text),
        Some(KnownField::Costs) => cost_line(value, text),
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

fn payment_line(value: &Value, text: &Text) -> Option<String> {
    let payment: Payment = serde_json::from_str(&value.to_string()).ok()?;
    let parts = [
        format::money(payment.money, text.language),
        format::date_compact(payment.on, text.language),
        payment.reference.trim().to_owned(),
    ];
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
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

/// The values in an entry, without the names of its fields.
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

/// A date, a stage or another single value as people read it.
fn scalar(field: &FieldName, written: &str, text: &Text) -> String {
    if let Ok(date) = written.parse::<NaiveDate>() {
        return format::date_compact(date, text.language);
    }
    let known = field.known();
    if let (Some(KnownField::Amount | KnownField::UnitPrice), Ok(number)) =
        (known, written.parse::<Decimal>())
    {
        return format::decimal(number, number.scale());
    }
    let stage = || Stage::from_name(written).map(|stage| (text.list.stage_name)(stage));
    let promise = || PromiseKind::from_name(written).map(|kind| (text.story.promise_kind)(kind));
    let channel = || Channel::from_name(written).map(|channel| (text.story.channel_name)(channel));
    let named = match known {
        Some(KnownField::Stage | KnownField::Thresholds | KnownField::LadderPresets) => stage(),
        Some(KnownField::Promises) => promise(),
        Some(KnownField::Story) => channel(),
        _ => None,
    };
    named.map_or_else(|| written.to_owned(), str::to_owned)
}
