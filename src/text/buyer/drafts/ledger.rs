//! The state of payments, as template variables: received, on its way, due next. Known facts only.

use chrono::NaiveDate;
use minijinja::Value;

use super::values::{seamed, when_due};
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

/// The variables for every template.
pub fn context(facts: &MessageFacts<'_>, language: Language) -> Vec<(&'static str, Value)> {
    let say = |money: Money| seamed(&format::money(money, language), language);
    let near = |day: NaiveDate| format::date_near(day, facts.on, language);
    let none = String::new;
    let received = facts.received();
    let last = received.last();
    let sum = facts.received_in_all();
    let transit = facts.in_transit();
    let open = facts.plan.map_or(&[][..], |plan| plan.open.as_slice());
    let due: Vec<&PlanRow> = facts.plan.into_iter().flat_map(|plan| plan.due(facts.on)).collect();
    let next = open.first();
    let rows = |rows: &[&PlanRow]| -> Value {
        rows.iter().map(|row| open_row(facts, row, language)).collect::<Vec<String>>().into()
    };
    let day = next.and_then(|row| row.due);
    vec![
        ("stand", stand(facts).name().into()),
        ("thanks", last.map_or_else(none, |(_, money)| say(*money)).into()),
        ("thanks_day", last.map_or_else(none, |(on, _)| near(*on)).into()),
        ("thanks_total", sum.filter(|_| received.len() > 1).map_or_else(none, say).into()),
        ("transit", transit.and_then(|transit| transit.money).map_or_else(none, say).into()),
        ("transit_day", transit.map_or_else(none, |transit| near(transit.since)).into()),
        ("next_amount", next.map_or_else(none, |row| say(row.amount)).into()),
        ("next_name", next.map_or_else(none, |row| name(facts, row, language)).into()),
        ("next_day", day.map_or_else(none, |day| format::date_with_weekday(day, language)).into()),
        ("next_rule", next.map_or_else(none, |row| when_due(row, language)).into()),
        ("is_today", (day == Some(facts.on)).into()),
        ("due_rows", if due.len() > 1 { rows(&due) } else { rows(&[]) }),
        ("open_rows", rows(&open.iter().collect::<Vec<_>>())),
    ]
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

/// `deposit part 2 of 3`, `the rest of the balance`.
fn name(facts: &MessageFacts<'_>, row: &PlanRow, language: Language) -> String {
    let words = papers_for(facts.deal.buyer.country, language, facts.deposit_word());
    let name = part_in(&words.rows, row.kind.into(), row.part, row.parts, language);
    match (row.is_rest, language) {
        (false, _) => name,
        (true, Language::English) => format!("the rest of {name}"),
        (true, Language::Chinese) => format!("{name}的剩余部分"),
    }
}

/// `USD 4,133.33, due since Tue 17 Nov 2026 (deposit part 2 of 3)`.
fn open_row(facts: &MessageFacts<'_>, row: &PlanRow, language: Language) -> String {
    let (money, name) = (format::money(row.amount, language), name(facts, row, language));
    let when = match (row.due.filter(|due| *due < facts.on), language) {
        (None, _) => when_due(row, language),
        (Some(due), Language::English) => format!("was due on {}", format::date_compact(due, language)),
        (Some(due), Language::Chinese) => format!("原定{}", format::date_compact(due, language)),
    };
    match language {
        Language::English => format!("{money}, {when} ({name})"),
        Language::Chinese => format!("{name} {money}，{when}"),
    }
}
