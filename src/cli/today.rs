//! `icebreak today`: what to do today, and why.

use std::ffi::OsString;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::{CommandAnswer, Refusal, files, path, today_or};
use crate::assets::countries;
use crate::domain::deal::DealId;
use crate::domain::money::Currency;
use crate::domain::names::Named as _;
use crate::domain::today::{Item, TodayGroup, today};
use crate::text::window::deal::reason_in_full;
use crate::text::{Language, format};

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

pub fn run(arguments: &Arguments) -> Result<CommandAnswer, Refusal> {
    let on = today_or(arguments.on.as_deref())?;
    let document = match &arguments.file {
        Some(file) => files::open_document(path(file, "FILE")?)?,
        None => files::open_document(&files::default_path()?)?,
    };
    let items = today(&document, &document.settings.calendars(countries::calendars()), on);
    // With many deals either form is long, so only one is made.
    let (json, text) = if arguments.json {
        (as_json(&items, on)?, String::new())
    } else {
        (String::new(), as_text(&items, on))
    };
    Ok(CommandAnswer { json, text })
}

fn as_json(items: &[Item], on: NaiveDate) -> Result<String, Refusal> {
    serde_json::to_string(&TodayList { on, deals: TodayLines { items, on } })
        .map_err(|problem| Refusal::new(problem.to_string()))
}

#[derive(Serialize)]
struct TodayList<'a> {
    on: NaiveDate,
    deals: TodayLines<'a>,
}

/// Serialised one by one, so that they are never all in memory beside their text.
struct TodayLines<'a> {
    items: &'a [Item],
    on: NaiveDate,
}

impl Serialize for TodayLines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.items.iter().map(|item| TodayLine::of(item, self.on)))
    }
}

#[derive(Serialize)]
struct TodayLine<'a> {
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

impl<'a> TodayLine<'a> {
    fn of(item: &'a Item, on: NaiveDate) -> Self {
        let Item { deal, standing, .. } = item;
        Self {
            id: &deal.id,
            buyer: &deal.buyer.company,
            group: item.group.name(),
            why: reason_in_full(item, on, Language::English),
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
    let words = &Language::English.text().list;
    let waiting = items.iter().filter(|item| item.group == TodayGroup::Waiting).count();
    let urgent = items.len().saturating_sub(waiting);
    let day = format::date_with_weekday(on, Language::English);
    let mut lines = vec![format!("{day}: {urgent} to do, {waiting} waiting")];
    for group in items.chunk_by(|one, other| one.group == other.group) {
        lines.push(String::new());
        lines.extend(group.first().map(|item| (words.group)(item.group).to_owned()));
        lines.extend(group.iter().map(|item| line(item, on)));
    }
    lines.join("\n")
}

/// `  Nordic Home AB · EUR 30,000.00 · cold: no answer for 12 days · wrote twice · due yesterday`.
fn line(item: &Item, on: NaiveDate) -> String {
    let text = Language::English.text();
    let company = item.deal.buyer.company.trim();
    let company = if company.is_empty() { text.deal.untitled } else { company };
    let amount = item.deal.agreed.money().map(|money| format::money(money, Language::English));
    let temperature = (text.list.temperature)(item.temperature).to_lowercase();
    let head: Vec<String> =
        [Some(company.to_owned()), amount, Some(temperature)].into_iter().flatten().collect();
    format!("  {}: {}", head.join(" · "), reason_in_full(item, on, Language::English))
}
