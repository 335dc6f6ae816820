//! `icebreak plan`: payment terms in, rows with amounts, dates and their state out.

use chrono::NaiveDate;
use serde_json::json;

use super::{CommandAnswer, Refusal, date, today_or};
use crate::assets::countries;
use crate::domain::calendar::{CalendarNote, Certainty, WorkWeek, read_weekend};
use crate::domain::country::Country;
use crate::domain::deposit;
use crate::domain::deposit::{
    DepositShare, DepositTerms, Interval, Milestone, Observed, Payment, RowStatus, Schedule, Shift, Terms,
    TermsLine, TermsRows, Whose,
};
use crate::domain::document::Extra;
use crate::domain::money::{Currency, Money, Odd, parse_plain};
use crate::domain::names::Named;
use crate::text::Language;
use crate::text::command_line::plan as words;
use crate::text::window::deposit as window;

/// Every value is read as text, so that one that makes no sense is refused and not taken for a wrong flag.
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("rows").args(["deposit", "line"]).required(true).multiple(true)))]
pub struct Arguments {
    /// Contract total, above zero.
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    total: String,
    /// ISO 4217 code of the currency.
    #[arg(long, value_name = "C", default_value = "USD", allow_hyphen_values = true)]
    currency: String,
    /// The anchor of all dates; without it today, or --on.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    start: Option<String>,
    /// The deposit: 30% of the total, or an amount.
    #[arg(long, value_name = "P% or A", allow_hyphen_values = true)]
    deposit: Option<String>,
    /// Split the deposit in so many equal parts.
    #[arg(long, value_name = "N", default_value = "1", allow_hyphen_values = true)]
    parts: String,
    /// Split the balance in so many equal parts.
    #[arg(long, value_name = "M", default_value = "1", allow_hyphen_values = true)]
    balance_parts: String,
    /// The time between two parts: 10d, 2w, 1m.
    #[arg(long, value_name = "Nd, Nw, Nm", default_value = "1m", allow_hyphen_values = true)]
    every: String,
    /// Which equal parts carry the units that do not divide: first or last.
    #[arg(long, value_name = "END", default_value = "last", allow_hyphen_values = true)]
    odd: String,
    /// Instead of --deposit, one row: 50%, 200, 33%left or rest, then @, then a date or
    /// [eom|eonm]+N(d|w|m) with /eom, /15, /5,10 or /next-10, or a milestone: bl-copy, arrival+30d. Repeatable.
    #[arg(long, value_name = "AMOUNT@WHEN", allow_hyphen_values = true)]
    line: Vec<String>,
    /// Round every computed line but the last, or the deposit, to a multiple of this.
    #[arg(long, value_name = "STEP", allow_hyphen_values = true)]
    round: Option<String>,
    /// Move due dates off weekends and closed days: none, next, previous or modified.
    #[arg(long, value_name = "HOW", default_value = "none", allow_hyphen_values = true)]
    shift: String,
    /// The weekend: mon … sun; sat,sun without it.
    #[arg(long, value_name = "DAYS", allow_hyphen_values = true)]
    weekend: Option<String>,
    /// Move dates by the weekends, holidays and shifted working days of these countries (ISO 3166 codes): a day
    /// counts where all of them work. Instead of --weekend, beside --closed. Repeatable, or CN,DE.
    #[arg(long, value_name = "COUNTRIES", allow_hyphen_values = true)]
    calendar: Vec<String>,
    /// A holiday. Repeatable.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    closed: Vec<String>,
    /// The day of a milestone: order, production, ready, inspection, shipment, bl-copy, documents, arrival,
    /// delivery or acceptance; a row that waits for one without a day has no date. Repeatable.
    #[arg(long, value_name = "NAME=DATE", allow_hyphen_values = true)]
    milestone: Vec<String>,
    /// A payment received on or before --on. Repeatable.
    #[arg(long, value_name = "DATE=AMOUNT", allow_hyphen_values = true)]
    paid: Vec<String>,
    /// The day to look from; today without it.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    on: Option<String>,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Result<CommandAnswer, Refusal> {
    let on = today_or(arguments.on.as_deref())?;
    let currency = Currency::from_code(&arguments.currency)
        .ok_or_else(|| refused("--currency", &arguments.currency, words::NO_CURRENCY))?;
    let countries = read_countries(arguments)?;
    let mut terms = read_terms(arguments, currency, on)?;
    let calendars = countries::calendars();
    if !countries.is_empty() {
        terms.observed = Some(Observed::resolve(Whose::Both, countries, calendars, &[], &terms));
    }
    let payments = arguments
        .paid
        .iter()
        .map(|text| read_payment(text, currency))
        .collect::<Result<Vec<Payment>, Refusal>>()?;
    let schedule = terms.schedule().map_err(|why| Refusal::new(why.to_string()))?;
    let rows = schedule.status(on, &payments).map_err(|why| Refusal::new(why.to_string()))?;
    let (mut json, mut text) = (as_json(&schedule, &rows), as_text(&schedule, &rows));
    if let (Some(observed), Some(json)) = (&terms.observed, json.as_object_mut()) {
        let unsure = terms.unsure_years(calendars);
        let partial = terms.partial_calendars(calendars);
        json.insert("calendar".to_owned(), calendar_json(observed, &unsure, &partial));
        text.extend(window::partial(&partial, Language::English).map(|note| format!("\n{note}")));
        for (country, year, certainty) in unsure {
            text.push('\n');
            text.push_str(&words::unsure_year(country, year, certainty));
        }
    }
    Ok(CommandAnswer { json: json.to_string(), text })
}

/// The countries of --calendar, each once; one without a calendar is refused: its weekend alone would be a guess.
fn read_countries(arguments: &Arguments) -> Result<Vec<Country>, Refusal> {
    let mut countries: Vec<Country> = Vec::new();
    for text in &arguments.calendar {
        for code in text.split(',') {
            let country = Country::from_code(code).filter(|country| countries::facts(*country).is_some());
            let country = country.ok_or_else(|| refused("--calendar", text, words::NO_COUNTRIES))?;
            if !countries::calendars().holidays.contains_key(&country) {
                return Err(refused("--calendar", text, words::no_holidays(country)));
            }
            if !countries.contains(&country) {
                countries.push(country);
            }
        }
    }
    match (&arguments.weekend, countries.is_empty()) {
        (Some(weekend), false) => Err(refused("--weekend", weekend, words::WEEKEND_AND_CALENDAR)),
        (Some(_), true) | (None, _) => Ok(countries),
    }
}

fn read_terms(arguments: &Arguments, currency: Currency, today: NaiveDate) -> Result<Terms, Refusal> {
    Ok(Terms {
        total: Money::parse_plain(&arguments.total, currency)
            .map_err(|why| refused("--total", &arguments.total, why))?,
        start: match arguments.start.as_deref() {
            Some(text) => date(text, "--start")?,
            None => today,
        },
        rows: read_rows(arguments, currency)?,
        round: arguments
            .round
            .as_deref()
            .map(|text| parse_plain(text, Some(currency)).map_err(|why| refused("--round", text, why)))
            .transpose()?,
        shift: named::<Shift>("--shift", &arguments.shift)?,
        week: WorkWeek {
            weekend: arguments.weekend.as_deref().map_or(Ok(WorkWeek::default().weekend), |text| {
                read_weekend(text).ok_or_else(|| refused("--weekend", text, words::NO_WEEKEND))
            })?,
            closed: arguments.closed.iter().map(|text| date(text, "--closed")).collect::<Result<_, _>>()?,
            ..WorkWeek::default()
        },
        milestones: arguments
            .milestone
            .iter()
            .map(|text| read_milestone(text))
            .collect::<Result<_, Refusal>>()?,
        observed: None,
        by: deposit::Means::Transfer,
        extra: Extra::new(),
    })
}

/// All flags are read, even those that the other kind of rows does not use: an invalid value is never ignored.
fn read_rows(arguments: &Arguments, currency: Currency) -> Result<TermsRows, Refusal> {
    let parts =
        |flag, text: &str| deposit::read_count(text).ok_or_else(|| refused(flag, text, words::NO_PARTS));
    let every: Interval = arguments.every.parse().map_err(|why| refused("--every", &arguments.every, why))?;
    let (parts, balance_parts) =
        (parts("--parts", &arguments.parts)?, parts("--balance-parts", &arguments.balance_parts)?);
    let odd = named::<Odd>("--odd", &arguments.odd)?;
    let lines = arguments
        .line
        .iter()
        .map(|text| TermsLine::read(text, currency).map_err(|why| refused("--line", text, why)))
        .collect::<Result<Vec<TermsLine>, Refusal>>()?;
    match arguments.deposit.as_deref() {
        None => Ok(TermsRows::Lines(lines)),
        Some(text) if !lines.is_empty() => Err(refused("--deposit", text, words::DEPOSIT_AND_LINES)),
        Some(text) => {
            let deposit =
                DepositShare::read(text, currency).map_err(|why| refused("--deposit", text, why))?;
            Ok(TermsRows::Deposit(DepositTerms { deposit, parts, balance_parts, every, odd }))
        }
    }
}

fn read_milestone(text: &str) -> Result<(Milestone, NaiveDate), Refusal> {
    let (name, on) = text.split_once('=').ok_or_else(|| refused("--milestone", text, words::NO_MILESTONE))?;
    Ok((named::<Milestone>("--milestone", name)?, date(on, "--milestone")?))
}

fn read_payment(text: &str, currency: Currency) -> Result<Payment, Refusal> {
    let (on, amount) = text.split_once('=').ok_or_else(|| refused("--paid", text, words::NO_PAYMENT))?;
    let on: NaiveDate = date(on, "--paid")?;
    let money = Money::parse_plain(amount, currency).map_err(|why| refused("--paid", text, why))?;
    Ok(Payment::new(on, money))
}

fn named<T: Named>(flag: &str, text: &str) -> Result<T, Refusal> {
    T::from_name(text).ok_or_else(|| refused(flag, text, words::not_one_of::<T>()))
}

fn refused(flag: &str, text: &str, why: impl std::fmt::Display) -> Refusal {
    Refusal::new(words::refused(flag, text, why))
}

/// The years of the plan whose holidays are not announced yet, those of which nothing is known, and what is missing.
fn calendar_json(
    observed: &Observed,
    unsure: &[(Country, i32, Option<Certainty>)],
    partial: &[(Country, &CalendarNote)],
) -> serde_json::Value {
    let years = |wanted: Option<Certainty>| -> Vec<serde_json::Value> {
        let some = unsure.iter().filter(|(_, _, certainty)| *certainty == wanted);
        some.map(|(country, year, _)| json!({"country": country.code(), "year": year})).collect()
    };
    let of: Vec<&str> = observed.of.iter().map(Country::code).collect();
    let note =
        |(country, note): &(Country, &CalendarNote)| json!({"country": country.code(), "note": note.english});
    let partial: Vec<serde_json::Value> = partial.iter().map(note).collect();
    json!({
        "of": of, "expected": years(Some(Certainty::Expected)), "unknown": years(None), "partial": partial,
    })
}

fn as_json(schedule: &Schedule, rows: &[RowStatus]) -> serde_json::Value {
    let rows: Vec<serde_json::Value> = rows
        .iter()
        .map(|RowStatus { row, paid, status, .. }| {
            json!({
                "n": row.n,
                "label": row.label.name(),
                "due": row.due,
                "amount": row.amount.to_string(),
                "share": row.share.to_string(),
                "paid": paid.to_string(),
                "status": status.name(),
            })
        })
        .collect();
    json!({
        "currency": schedule.total().currency().code(),
        "total": schedule.total().to_string(),
        "deposit": schedule.deposit().map(|deposit| deposit.to_string()),
        "rows": rows,
    })
}

fn as_text(schedule: &Schedule, rows: &[RowStatus]) -> String {
    let heading = words::heading(schedule.total(), schedule.deposit());
    let cells: Vec<[String; 7]> = std::iter::once(words::COLUMNS.map(String::from))
        .chain(rows.iter().map(|RowStatus { row, paid, status, .. }| {
            [
                row.n.to_string(),
                row.label.name().to_owned(),
                row.due.map_or_else(|| "-".to_owned(), |due| due.to_string()),
                row.amount.to_string(),
                format!("{}%", row.share),
                paid.to_string(),
                status.name().to_owned(),
            ]
        }))
        .collect();
    let width =
        |column: usize| cells.iter().filter_map(|row| row.get(column)).map(String::len).max().unwrap_or(0);
    let widths: [usize; 7] = std::array::from_fn(width);
    let lines = cells.iter().map(|[n, label, due, amount, share, paid, status]| {
        let [wide_n, wide_label, wide_due, wide_amount, wide_share, wide_paid, _] = widths;
        format!(
            "{n:>wide_n$}  {label:<wide_label$}  {due:<wide_due$}  {amount:>wide_amount$}  \
             {share:>wide_share$}  {paid:>wide_paid$}  {status}"
        )
    });
    std::iter::once(heading).chain(lines).collect::<Vec<String>>().join("\n")
}
