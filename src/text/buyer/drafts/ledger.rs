//! The state of payments, as template variables: received, on its way, due next. Known facts only.

use chrono::NaiveDate;
use minijinja::Value;

use super::values::{numbered, seamed, when_due};
use crate::domain::calendar::days_between;
use crate::domain::message::{MessageFacts, PlanRow};
use crate::domain::money::Money;
use crate::text::window::deposit::{papers_for, part_in};
use crate::text::{Language, format};

/// The topic of a message about money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    Transit,
    /// Something is due today or was due before.
    Due,
    /// The next payment has a date in the future.
    Next,
    /// The next payment waits for something without a date.
    Waits,
    Settled,
    /// Unknown, because there is no plan.
    Unknown,
}

/// A payment is thanked for within these days; later it is only counted.
const THANKED_DAYS: i64 = 7;

/// The variables for every template.
pub fn context(facts: &MessageFacts<'_>, language: Language) -> Vec<(&'static str, Value)> {
    [received(facts, language), open(facts, language)].concat()
}

/// What arrived, and what is on its way.
fn received(facts: &MessageFacts<'_>, language: Language) -> Vec<(&'static str, Value)> {
    let say = |money: Money| seamed(&format::money(money, language), language);
    let near = |day: NaiveDate| format::date_near(day, facts.on, language);
    let none = String::new;
    let received = facts.received();
    let last = received.last();
    let recent = last.filter(|(on, _)| days_between(*on, facts.on) <= THANKED_DAYS);
    let sum = facts.received_in_all().filter(|_| received.len() > 1);
    let transit = facts.in_transit();
    vec![
        ("thanks", recent.map_or_else(none, |(_, money)| say(*money)).into()),
        ("thanks_day", recent.map_or_else(none, |(on, _)| near(*on)).into()),
        ("received_last", last.map_or_else(none, |(_, money)| say(*money)).into()),
        ("received_day", last.map_or_else(none, |(on, _)| near(*on)).into()),
        ("received_total", sum.map_or_else(none, say).into()),
        ("transit", transit.and_then(|transit| transit.money).map_or_else(none, say).into()),
        ("transit_day", transit.map_or_else(none, |transit| near(transit.since)).into()),
    ]
}

/// What is due, and what comes next.
fn open(facts: &MessageFacts<'_>, language: Language) -> Vec<(&'static str, Value)> {
    let none = String::new;
    let open = facts.plan.map_or(&[][..], |plan| plan.open.as_slice());
    let due: Vec<&PlanRow> = facts.plan.into_iter().flat_map(|plan| plan.due(facts.on)).collect();
    let next = open.first();
    let lines = |rows: &mut dyn Iterator<Item = &PlanRow>| -> Value {
        numbered(&rows.map(|row| open_row(facts, row, language)).collect::<Vec<_>>()).into()
    };
    let day = next.and_then(|row| row.due);
    let say = |row: &PlanRow| seamed(&format::money(row.amount, language), language);
    vec![
        ("stand", stand(facts).name().into()),
        ("next_amount", next.map_or_else(none, say).into()),
        ("next_name", next.map_or_else(none, |row| name(facts, row, language)).into()),
        ("next_day", day.map_or_else(none, |day| format::date_with_weekday(day, language)).into()),
        ("next_rule", next.map_or_else(none, |row| when_due(row, language)).into()),
        ("is_today", (day == Some(facts.on)).into()),
        ("due_count", due.len().into()),
        ("due_lines", lines(&mut due.iter().copied())),
        ("open_count", open.len().into()),
        ("open_lines", lines(&mut open.iter())),
    ]
}

/// The file with the texts about payments as they stand.
pub fn payment_file(facts: &MessageFacts<'_>) -> &'static str {
    match stand(facts) {
        Stand::Transit => "payment-transit",
        Stand::Settled => "payment-paid",
        Stand::Due | Stand::Next | Stand::Waits | Stand::Unknown => "payment",
    }
}

fn stand(facts: &MessageFacts<'_>) -> Stand {
    if facts.in_transit().is_some() {
        return Stand::Transit;
    }
    let Some(plan) = facts.plan.filter(|plan| !plan.rows.is_empty()) else { return Stand::Unknown };
    match plan.open.first().map(|row| row.due) {
        None => Stand::Settled,
        Some(None) => Stand::Waits,
        Some(Some(due)) if due <= facts.on => Stand::Due,
        Some(Some(_)) => Stand::Next,
    }
}

impl Stand {
    fn name(self) -> &'static str {
        match self {
            Self::Transit => "transit",
            Self::Due => "due",
            Self::Next => "next",
            Self::Waits => "waits",
            Self::Settled => "settled",
            Self::Unknown => "unknown",
        }
    }
}

/// `deposit instalment 2 of 3`, `the remainder of the balance`.
fn name(facts: &MessageFacts<'_>, row: &PlanRow, language: Language) -> String {
    let words = papers_for(facts.deal.buyer.country, language, facts.deposit_word());
    let name = part_in(&words.rows, row.kind.into(), row.part, row.parts, language);
    match (row.is_rest, language) {
        (false, _) => name,
        (true, Language::English) => format!("the remainder of {name}"),
        (true, Language::Chinese) => format!("{name}的剩余部分"),
    }
}

/// `USD 4,133.33, overdue since Tue 17 Nov 2026 (deposit instalment 2 of 3)`.
fn open_row(facts: &MessageFacts<'_>, row: &PlanRow, language: Language) -> String {
    let (money, name) = (format::money(row.amount, language), name(facts, row, language));
    let when = match (row.due.filter(|due| *due < facts.on), language) {
        (None, _) => when_due(row, language),
        (Some(due), Language::English) => format!("overdue since {}", format::date_compact(due, language)),
        (Some(due), Language::Chinese) => format!("原定{}", format::date_compact(due, language)),
    };
    match language {
        Language::English => format!("{money}, {when} ({name})"),
        Language::Chinese => format!("{name} {money}，{when}"),
    }
}
