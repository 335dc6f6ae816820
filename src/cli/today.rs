//! `icebreak today`: what to do today, and why.

use std::ffi::OsString;
use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::{Answer, Refusal, files, path, today_or};
use crate::assets::countries;
use crate::domain::calendar::days_between;
use crate::domain::deal::DealId;
use crate::domain::deposit::Label;
use crate::domain::ladder::{Next, NextDate, NextWhy};
use crate::domain::money::{Currency, Money};
use crate::domain::today::{Group, Item, Reason, RowDue, RowWaits, today};
use crate::domain::touch::PromiseKind;
use crate::domain::word::Named as _;
use crate::text::{Language, deposit};

#[derive(clap::Args)]
pub struct Arguments {
    /// The document; the default one without it.
    file: Option<OsString>,
    /// Replaces today.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    on: Option<String>,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let on = today_or(arguments.on.as_deref())?;
    let document = match &arguments.file {
        Some(file) => files::open_document(path(file, "FILE")?)?,
        None => files::open_document(&files::default_path()?)?,
    };
    let items = today(&document, countries::calendars(), on);
    // Of many deals each of the two is long.
    let (json, text) = if arguments.json {
        (as_json(&items, on)?, String::new())
    } else {
        (String::new(), as_text(&items, on))
    };
    Ok(Answer { json, text })
}

fn as_json(items: &[Item], on: NaiveDate) -> Result<String, Refusal> {
    serde_json::to_string(&List { on, deals: Lines { items, on } })
        .map_err(|problem| Refusal::new(problem.to_string()))
}

#[derive(Serialize)]
struct List<'a> {
    on: NaiveDate,
    deals: Lines<'a>,
}

/// Written one by one: never all in memory beside their text.
struct Lines<'a> {
    items: &'a [Item],
    on: NaiveDate,
}

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.items.iter().map(|item| Line::of(item, self.on)))
    }
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a DealId,
    buyer: &'a str,
    group: &'static str,
    why: String,
    due: Option<NaiveDate>,
    waiting_days: u32,
    last_heard: Option<NaiveDate>,
    stale: bool,
    temperature: &'static str,
    unanswered: u32,
    amount: Option<String>,
    currency: Option<Currency>,
}

impl<'a> Line<'a> {
    fn of(item: &'a Item, on: NaiveDate) -> Self {
        let Item { deal, standing, .. } = item;
        Self {
            id: &deal.id,
            buyer: &deal.buyer.company,
            group: item.group.name(),
            why: why(item, on),
            due: item.due,
            waiting_days: item.waiting_days,
            last_heard: standing.last_heard(),
            stale: item.stale,
            temperature: item.temperature.name(),
            unanswered: standing.unanswered,
            amount: deal.agreed.money().map(|money| money.to_string()),
            currency: deal.agreed.currency,
        }
    }
}

fn as_text(items: &[Item], on: NaiveDate) -> String {
    let waiting = items.iter().filter(|item| item.group == Group::Waiting).count();
    let urgent = items.len().saturating_sub(waiting);
    let mut text = format!("{}: {urgent} to do, {waiting} waiting\n", on.format("%a %-d %b %Y"));
    let mut shown = None;
    for item in items {
        if shown != Some(item.group) {
            shown = Some(item.group);
            add_line(&mut text, format_args!("\n{}", heading(item.group)));
        }
        let amount = item
            .deal
            .agreed
            .money()
            .map(|money| format!(", {} {money}", money.currency().code()))
            .unwrap_or_default();
        add_line(
            &mut text,
            format_args!(
                "  {}{amount} ({}): {}",
                item.deal.buyer.company,
                item.temperature.name(),
                why(item, on)
            ),
        );
    }
    text
}

fn add_line(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _infallible = writeln!(text, "{line}");
}

fn heading(group: Group) -> &'static str {
    match group {
        Group::Reply => "We owe a reply",
        Group::Money => "Money",
        Group::Unreachable => "Unreachable",
        Group::Expiring => "Expiring",
        Group::FollowUp => "Follow up",
        Group::Progress => "We owe a progress update",
        Group::Waiting => "Waiting",
    }
}

/// One line of English that says what put the deal there.
fn why(item: &Item, on: NaiveDate) -> String {
    match item.reason {
        Reason::TheyWrote { on: wrote } => format!("they wrote on {}: we owe a reply", day(wrote)),
        Reason::InTransit { since, money } => in_transit(since, money),
        Reason::PromiseDue { kind, by } => format!("{} was promised by {}", promised(kind), day(by)),
        Reason::RowDue(row) => row_due(row, on),
        Reason::Bounced { on: Some(bounced) } => {
            format!("the message of {} came back: no working address is left", day(bounced))
        }
        Reason::Bounced { on: None } => "messages came back: no working address is left".to_owned(),
        Reason::Expires { on: end } if end == on => "the quotation ends today".to_owned(),
        Reason::Expires { on: end } => {
            format!("the quotation ends in {} on {}", days(days_between(on, end)), day(end))
        }
        Reason::NextIsDue(next) => next_is_due(item, next, on),
        Reason::Waits(Next::On(next)) => waits(item, next, on),
        Reason::Waits(Next::Upon(row)) => row_waits(row),
        Reason::Waits(Next::Nothing) => format!("{}: nothing is planned", silence(item)),
        Reason::Stopped => "they asked us to stop: do not write".to_owned(),
    }
}

fn next_is_due(item: &Item, next: NextDate, on: NaiveDate) -> String {
    let tense = if next.date < on { "was" } else { "is" };
    let date = day(next.date);
    match next.why {
        NextWhy::Ladder { step } => {
            format!("{}: follow-up {step} {tense} due {date}", silence(item))
        }
        NextWhy::PutOff { step } => {
            format!("{}: follow-up {step} {tense} put off to {date}", silence(item))
        }
        NextWhy::Moved => format!("you planned it for {date}"),
        NextWhy::Progress => item.standing.last_outbound.map_or_else(
            || "we owe a progress update".to_owned(),
            |wrote| format!("we last wrote {} ago: send a progress update", days(days_between(wrote, on))),
        ),
        NextWhy::Promise { kind, by } => format!("{} was promised by {}", promised(kind), day(by)),
        NextWhy::InTransit { since } => in_transit(since, None),
        NextWhy::Row(row) => row_due(row, on),
    }
}

fn waits(item: &Item, next: NextDate, on: NaiveDate) -> String {
    let date = day(next.date);
    match next.why {
        NextWhy::Ladder { step } | NextWhy::PutOff { step } => {
            format!("{}: follow-up {step} is due {date}", silence(item))
        }
        NextWhy::Moved => format!("planned for {date}"),
        NextWhy::Progress => format!("the next progress update is due {date}"),
        NextWhy::Promise { kind, by } => format!("{} is promised by {}", promised(kind), day(by)),
        NextWhy::InTransit { since } => in_transit(since, None),
        NextWhy::Row(row) => row_due(row, on),
    }
}

fn in_transit(since: NaiveDate, money: Option<Money>) -> String {
    let amount = money.map(|money| format!(" {} {money}", money.currency().code())).unwrap_or_default();
    format!("says paid{amount} on {}, not arrived: ask for the SWIFT copy", day(since))
}

fn silence(item: &Item) -> String {
    if item.deal.stage().is_ours() {
        return "the order is running".to_owned();
    }
    if item.standing.waiting_since.is_none() {
        return "no answer is owed".to_owned();
    }
    let wrote = match item.standing.unanswered {
        0 => String::new(),
        1 => ", wrote once".to_owned(),
        2 => ", wrote twice".to_owned(),
        times => format!(", wrote {times} times"),
    };
    format!("no answer for {}{wrote}", days(i64::from(item.waiting_days)))
}

fn row_due(row: RowDue, on: NaiveDate) -> String {
    let RowDue { label, due, amount, part, parts, overdue, word: _ } = row;
    let part = the_part(label, part, parts, amount);
    if overdue {
        format!("{part} was due {}, {} ago", day(due), days(days_between(due, on)))
    } else {
        format!("{part} is due {}", day(due))
    }
}

fn row_waits(row: RowWaits) -> String {
    let RowWaits { label, amount, part, parts, upon, word: _ } = row;
    let awaited = deposit::milestone(upon, Language::English);
    format!("{} waits for: {awaited}", the_part(label, part, parts, amount))
}

fn the_part(label: Label, part: u32, parts: u32, amount: Money) -> String {
    let what = match (label, parts) {
        (Label::Deposit | Label::Balance, 1) => format!("the {}", label.name()),
        (Label::Deposit | Label::Balance, _) => format!("{} part {part} of {parts}", label.name()),
        (Label::Line, _) => format!("part {part} of {parts}"),
    };
    format!("{what}, {} {amount},", amount.currency().code())
}

fn promised(kind: PromiseKind) -> &'static str {
    match kind {
        PromiseKind::Decision => "a decision",
        PromiseKind::Payment => "a payment",
        PromiseKind::Other => "an answer",
    }
}

fn day(date: NaiveDate) -> String {
    date.format("%-d %b").to_string()
}

fn days(count: i64) -> String {
    if count == 1 { "1 day".to_owned() } else { format!("{count} days") }
}
