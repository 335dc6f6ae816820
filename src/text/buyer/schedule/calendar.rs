//! A plan as calendar entries: one for every payment with a date, and the last true day.
//!
//! What is paid is in it too, as settled: a calendar that has the entry from before would go on reminding otherwise.
//!
//! A payment that waits for something has no date yet. It is left out rather than made a task, because the calendars
//! most people use silently drop tasks; every entry names the payments still without a date instead.

use chrono::NaiveDate;

use super::{DocumentSubject, PaperRow, PlanPaper, Voice, clean, last_day, means, paper_rows};
use crate::domain::deposit::{DepositWord, Label, LastTrueDay, PlanRefused, Status, last_true_day};
use crate::domain::money::Money;
use crate::domain::names::Named as _;
use crate::text::Language;
use crate::text::window::deposit::{arithmetic, row_name};

/// An all-day entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Its id within its plan, independent of date and amount: `deposit-2`.
    pub key: String,
    pub on: NaiveDate,
    pub summary: String,
    /// May have several lines.
    pub description: String,
    pub state: EntryState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryState {
    Open,
    /// Nothing is left to remind of.
    Settled,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarDates {
    pub entries: Vec<CalendarEntry>,
    /// The number of open payments without a date.
    pub undated: usize,
}

/// For the buyer: what they pay and when, without the seller's internal data.
pub fn for_buyer(about: &DocumentSubject<'_>, paper: &PlanPaper) -> CalendarDates {
    let words = paper.voice.words();
    let seller = clean(about.seller);
    let titled = |what: &str| {
        if seller.is_empty() { what.to_owned() } else { words.labelled(&seller, what) }
    };
    let mut common: Vec<String> =
        paper.facts.iter().map(|(label, value)| words.labelled(label, value)).collect();
    common.push(words.labelled(words.contract_total, &paper.voice.money(paper.total)));
    common.extend(undated(&paper.rows).map(|row| said_without_date(row, &paper.voice)));
    let mut entries = payments(&paper.rows, |row| {
        let money = paper.voice.money(asked(row));
        let mut lines = vec![words.labelled(&row.described(&paper.voice), &money)];
        lines.extend(common.iter().cloned());
        let what = format!("{}{}{money}", row.name, words.due.comma);
        let what = match EntryState::of(row) {
            EntryState::Open => what,
            EntryState::Settled => paper.voice.in_brackets(&what, paper.voice.status(row.status)),
        };
        (titled(&what), lines.join("\n"))
    });
    let summary = || titled(words.shipping.last_true_day);
    entries.extend(last_day_entry(about, &paper.rows, paper.last_day.as_ref(), |_| {
        (summary(), common.join("\n"))
    }));
    CalendarDates { entries: open_first(entries), undated: undated(&paper.rows).count() }
}

/// For the seller: who pays what, in the language of the window.
pub fn for_seller(about: &DocumentSubject<'_>, language: Language) -> Result<CalendarDates, PlanRefused> {
    let schedule = about.plan.schedule()?;
    let word = about.plan.paper.deposit_word();
    let voice = Voice::new(language.name(), None, word);
    let standing = about.plan.status(about.on)?;
    let rows = paper_rows(&standing, &schedule, &voice)?;
    let common = about_the_deal(about, &rows, &voice, language);
    let mut entries = payments(&rows, |row| {
        let mut lines = vec![money_line(row, &voice, language)];
        lines.extend(row.rule.clone());
        lines.extend(common.iter().cloned());
        let what = format!("{}{}", named_row(row, word, language), due(row, &voice, language));
        (titled(about, &what, language), lines.join("\n"))
    });
    let kept = last_day(about, &standing);
    entries.extend(last_day_entry(about, &rows, kept.as_ref(), |last| {
        let what = match language {
            Language::English => "last day for receipt of the deposit to keep the ship date",
            Language::Chinese => voice.words().shipping.last_true_day,
        };
        let mut lines = vec![arithmetic(&last.parts, about.on, language).1];
        lines.extend(common.iter().cloned());
        (titled(about, what, language), lines.join("\n"))
    }));
    Ok(CalendarDates { entries: open_first(entries), undated: undated(&rows).count() })
}

impl EntryState {
    fn of(row: &PaperRow) -> Self {
        if row.status == Status::Paid { Self::Settled } else { Self::Open }
    }
}

/// An entry for every row with a date; `say` gives its summary and its description.
fn payments(rows: &[PaperRow], say: impl Fn(&PaperRow) -> (String, String)) -> Vec<CalendarEntry> {
    let entry = |row: &PaperRow| {
        let (summary, description) = say(row);
        Some(CalendarEntry { key: key(row), on: row.due?, summary, description, state: EntryState::of(row) })
    };
    rows.iter().filter_map(entry).collect()
}

/// What is open stands first; its order is that of the rows.
fn open_first(mut entries: Vec<CalendarEntry>) -> Vec<CalendarEntry> {
    entries.sort_by_key(|entry| entry.state == EntryState::Settled);
    entries
}

/// What is still to be paid of an open row, or what a settled one was about.
fn asked(row: &PaperRow) -> Money {
    match EntryState::of(row) {
        EntryState::Open => row.open,
        EntryState::Settled => row.amount,
    }
}

fn key(row: &PaperRow) -> String {
    format!("{}-{}", row.label.name(), row.part)
}

/// The last true day, if the rows keep it; settled once they need not, because the deposit has come.
fn last_day_entry(
    about: &DocumentSubject<'_>,
    rows: &[PaperRow],
    kept: Option<&LastTrueDay<'_>>,
    say: impl Fn(&LastTrueDay<'_>) -> (String, String),
) -> Option<CalendarEntry> {
    let entry = |last: &LastTrueDay<'_>, state| {
        let (summary, description) = say(last);
        CalendarEntry { key: "last-true-day".to_owned(), on: last.date, summary, description, state }
    };
    if let Some(last) = kept {
        return Some(entry(last, EntryState::Open));
    }
    let mut deposits = rows.iter().filter(|row| row.label == Label::Deposit).peekable();
    deposits.peek()?;
    let has_come = deposits.all(|row| EntryState::of(row) == EntryState::Settled);
    last_true_day(about.shipping()).filter(|_| has_come).map(|last| entry(&last, EntryState::Settled))
}

fn undated(rows: &[PaperRow]) -> impl Iterator<Item = &PaperRow> {
    rows.iter().filter(|row| row.status != Status::Paid && row.due.is_none())
}

fn said_without_date(row: &PaperRow, voice: &Voice) -> String {
    voice.words().labelled(&row.described(voice), &voice.money(row.open))
}

fn titled(about: &DocumentSubject<'_>, what: &str, language: Language) -> String {
    let buyer = about.deal.map_or_else(String::new, |deal| clean(&deal.buyer.company));
    match language {
        _ if buyer.is_empty() => what.to_owned(),
        Language::English => format!("{buyer}: {what}"),
        Language::Chinese => format!("{buyer}：{what}"),
    }
}

/// Within a line: `deposit 2 of 3`, `balance`.
fn named_row(row: &PaperRow, word: DepositWord, language: Language) -> String {
    let name = row_name(row.label, row.part, row.parts, word, language);
    match language {
        Language::English => name.to_lowercase(),
        Language::Chinese => name,
    }
}

fn due(row: &PaperRow, voice: &Voice, language: Language) -> String {
    let money = voice.money(asked(row));
    match (language, EntryState::of(row)) {
        (Language::English, EntryState::Open) => format!(", {money} due"),
        (Language::English, EntryState::Settled) => format!(", {money} paid"),
        (Language::Chinese, EntryState::Open) => format!("，{money} 到期"),
        (Language::Chinese, EntryState::Settled) => format!("，{money} 已付"),
    }
}

fn money_line(row: &PaperRow, voice: &Voice, language: Language) -> String {
    let [amount, paid] = [row.amount, row.paid].map(|money| voice.money(money));
    match (language, row.paid.is_positive()) {
        (Language::English, false) => format!("Payment of {amount}"),
        (Language::English, true) => format!("Payment of {amount}, of which {paid} has arrived"),
        (Language::Chinese, false) => format!("本期应收 {amount}"),
        (Language::Chinese, true) => format!("本期应收 {amount}，已到账 {paid}"),
    }
}

fn about_the_deal(
    about: &DocumentSubject<'_>,
    rows: &[PaperRow],
    voice: &Voice,
    language: Language,
) -> Vec<String> {
    let total = voice.money(about.plan.terms.total);
    let mut lines: Vec<String> = Vec::new();
    if let Some(deal) = about.deal {
        let parts = [&deal.agreed.pi, &deal.product].map(|part| clean(part));
        lines.extend(Some(parts.join(" ").trim().to_owned()).filter(|line| !line.is_empty()));
    }
    lines.push(match language {
        Language::English => format!("Contract total {total}"),
        Language::Chinese => format!("合同总额 {total}"),
    });
    lines.extend(means(about.plan, voice).map(|(label, means)| voice.words().labelled(label, means)));
    lines.extend(undated(rows).map(|row| {
        let (name, money) =
            (named_row(row, about.plan.paper.deposit_word(), language), voice.money(row.open));
        let waits = row.rule.as_deref().unwrap_or_default();
        match language {
            Language::English => format!("Without a date yet: {name}, {money}, {waits}"),
            Language::Chinese => format!("日期未定：{name}，{money}，{waits}"),
        }
    }));
    lines
}
