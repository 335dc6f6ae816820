//! Reads one row of a table: the value of each cell, or what is wrong with it.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::dates;
use super::synonyms::{language_from, stage_from};
use super::table::{CellLoss, DateSystem, SheetCell, SheetRow};
use crate::assets::countries;
use crate::domain::import::problem::{Flaw, SkippedRow};
use crate::domain::import::{DealColumn, ParsedRow};
use crate::domain::money::{AmountProblem, Currency};
use crate::domain::typed::Understood;
use crate::domain::typed::amount::{Signs, doubtful_sign, parse_amount, parse_amount_by};
use crate::domain::typed::count::{CountUnit, understand_count};
use crate::domain::typed::currency::understand_currency;
use crate::domain::typed::date::{DateOrder, DayOrder, NotADate};

/// How the rows of a table are read.
pub struct RowReading<'a> {
    /// By position in the header; none for a column that is not read.
    pub meanings: &'a [Option<DealColumn>],
    pub dates: DateSystem,
    pub doubts: Doubts<'a>,
}

/// How to treat ambiguous dates and amounts.
pub enum Doubts<'a> {
    /// As errors: the command line cannot ask.
    Refused,
    /// By known facts: the order of day and month by position in the header, and the meaning of separators in amounts.
    Settled { orders: &'a [Option<DayOrder>], signs: Signs },
}

/// Reads a row; none if it is blank.
pub fn read_row(row: &SheetRow, manner: &RowReading<'_>) -> Option<Result<ParsedRow, SkippedRow>> {
    let (parsed, flaws) = read_all(row, manner)?;
    Some(match flaws.into_iter().next() {
        None => Ok(parsed),
        Some(flaw) => Err(SkippedRow { row: row.number, flaw }),
    })
}

/// Reads what it can of a row, with all of its errors; none if it is blank.
pub fn read_all(row: &SheetRow, manner: &RowReading<'_>) -> Option<(ParsedRow, Vec<Flaw>)> {
    if row.cells.iter().all(|cell| matches!(cell, SheetCell::Empty)) {
        return None;
    }
    let (cells, width) = (row.cells.len(), manner.meanings.len());
    let mut flaws = Vec::new();
    flaws.extend((cells > width).then_some(Flaw::Ragged { cells, columns: width }));
    let mut parsed = ParsedRow { row: row.number, ..ParsedRow::default() };
    // The amount is read last: its currency determines how many decimals it may have.
    let mut amount = None;
    for (position, (cell, meaning)) in row.cells.iter().zip(manner.meanings).enumerate() {
        match (cell, meaning) {
            (SheetCell::Empty, _) | (_, None) => {}
            (SheetCell::Error(text), Some(column)) => {
                flaws.push(Flaw::CellError { column: *column, text: text.clone() });
            }
            (SheetCell::Lost(CellLoss::Result), Some(column)) => {
                flaws.push(Flaw::Unsaved { column: *column })
            }
            (SheetCell::Lost(CellLoss::Digits(text)), Some(column)) => {
                flaws.push(Flaw::DigitsLost { column: *column, text: text.clone() });
            }
            (_, Some(DealColumn::Amount)) => amount = Some(cell),
            (_, Some(column)) => {
                flaws.extend(set_cell(&mut parsed, *column, cell, &manner.at(position)).err());
            }
        }
    }
    if parsed.buyer.is_empty() && !flaws.iter().any(|flaw| flaw.column() == Some(DealColumn::Buyer)) {
        flaws.push(Flaw::NoBuyer);
    }
    match amount.map(|cell| read_amount(cell, parsed.currency, manner.signs())).transpose() {
        Ok(amount) => parsed.amount = amount,
        Err(problem) => flaws.push(problem),
    }
    Some((parsed, flaws))
}

impl RowReading<'_> {
    fn at(&self, position: usize) -> DateManner {
        DateManner {
            system: self.dates,
            order: match self.doubts {
                Doubts::Refused => DateOrder::YearFirst,
                Doubts::Settled { orders, .. } => DateOrder::Column(orders.get(position).copied().flatten()),
            },
        }
    }

    fn signs(&self) -> Option<Signs> {
        match self.doubts {
            Doubts::Refused => None,
            Doubts::Settled { signs, .. } => Some(signs),
        }
    }
}

/// How the dates of one column are read.
struct DateManner {
    system: DateSystem,
    order: DateOrder,
}

fn set_cell(
    row: &mut ParsedRow,
    column: DealColumn,
    cell: &SheetCell,
    dates: &DateManner,
) -> Result<(), Flaw> {
    let text = cell_text(cell);
    let trimmed = || text.trim().to_owned();
    let date = || read_date(column, cell, dates).map(Some);
    match column {
        DealColumn::Buyer => row.buyer = trimmed(),
        DealColumn::Contact => row.contact = trimmed(),
        DealColumn::Email => row.email = read_email(text.trim())?,
        DealColumn::Phone => row.phone = trimmed(),
        DealColumn::Country => {
            row.country = Some(
                countries::find(&text).map(|facts| facts.country).ok_or_else(|| Flaw::Country(trimmed()))?,
            );
        }
        DealColumn::City => row.city = trimmed(),
        DealColumn::Language => {
            row.language = language_from(&text).ok_or_else(|| Flaw::Language(trimmed()))?
        }
        DealColumn::Product => row.product = trimmed(),
        DealColumn::Quantity => row.quantity = trimmed(),
        DealColumn::Currency => {
            row.currency = Some(understand_currency(&text).one().ok_or_else(|| Flaw::Currency(trimmed()))?);
        }
        // Read below, when the currency is known.
        DealColumn::Amount => {}
        DealColumn::Pi => row.pi = trimmed(),
        DealColumn::Stage => row.stage = Some(stage_from(&text).ok_or_else(|| Flaw::Stage(trimmed()))?),
        DealColumn::LastInbound => row.last_inbound = date()?,
        DealColumn::LastOutbound => row.last_outbound = date()?,
        DealColumn::WaitingSince => row.waiting_since = date()?,
        DealColumn::Unanswered => row.unanswered = Some(read_count(cell, &text)?),
        DealColumn::ValidUntil => row.valid_until = date()?,
        DealColumn::ShipBy => row.ship_by = date()?,
        DealColumn::Incoterm => row.incoterm = trimmed(),
        DealColumn::PaymentTerms => row.payment_terms = trimmed(),
        DealColumn::Notes => row.notes = text.into_owned(),
        DealColumn::Tags => row.tags = read_tags(&text),
    }
    Ok(())
}

/// A cell as text: a PI number or a quantity may well be a number cell.
pub fn cell_text(cell: &SheetCell) -> Cow<'_, str> {
    match cell {
        SheetCell::Empty | SheetCell::Lost(CellLoss::Result) => "".into(),
        SheetCell::Text(text) | SheetCell::Error(text) | SheetCell::Lost(CellLoss::Digits(text)) => {
            text.into()
        }
        SheetCell::Number(number) => number.normalize().to_string().into(),
        SheetCell::Date(date) => date.to_string().into(),
        SheetCell::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.into(),
    }
}

fn read_date(column: DealColumn, cell: &SheetCell, dates: &DateManner) -> Result<NaiveDate, Flaw> {
    let text = match cell {
        SheetCell::Date(date) => return Ok(*date),
        // The decimals are the time of day.
        SheetCell::Number(number) => number.trunc().normalize().to_string().into(),
        SheetCell::Empty
        | SheetCell::Text(_)
        | SheetCell::Flag(_)
        | SheetCell::Error(_)
        | SheetCell::Lost(_) => cell_text(cell),
    };
    let trimmed = || text.trim().to_owned();
    match dates::read_date(&text, dates.system, dates.order) {
        Understood::One(date) => Ok(date),
        Understood::Several(_) | Understood::Problem(NotADate::Ambiguous) => {
            Err(Flaw::DateAmbiguous { column, text: trimmed() })
        }
        Understood::Problem(NotADate::Unreadable | NotADate::NoSuchDay | NotADate::NoYear) => {
            Err(Flaw::Date { column, text: trimmed() })
        }
    }
}

fn read_amount(cell: &SheetCell, currency: Option<Currency>, signs: Option<Signs>) -> Result<Decimal, Flaw> {
    let text = cell_text(cell);
    let text = text.trim();
    let amount = match cell {
        // A number cell has no separators to interpret.
        SheetCell::Number(number) => checked_number(*number, currency),
        SheetCell::Text(_) => match signs {
            None => parse_amount(text, currency),
            Some(signs) => parse_amount_by(text, currency, signs),
        },
        SheetCell::Empty
        | SheetCell::Date(_)
        | SheetCell::Flag(_)
        | SheetCell::Error(_)
        | SheetCell::Lost(_) => Err(AmountProblem::NotAnAmount),
    };
    amount.map_err(|problem| match (problem, currency) {
        (AmountProblem::Negative, _) => Flaw::AmountNegative(text.to_owned()),
        (AmountProblem::Ambiguous, currency) => Flaw::AmountAmbiguous {
            text: text.to_owned(),
            currency: currency.map_or("an unknown currency", Currency::code),
            sign: doubtful_sign(text),
        },
        (AmountProblem::TooManyDigits, Some(currency)) => {
            Flaw::AmountTooFine { text: text.to_owned(), currency: currency.code() }
        }
        (
            AmountProblem::NotAnAmount
            | AmountProblem::NotAPercentage
            | AmountProblem::TooManyDigits
            | AmountProblem::TooLarge
            | AmountProblem::OtherCurrency,
            _currency,
        ) => Flaw::Amount(text.to_owned()),
    })
}

fn checked_number(number: Decimal, currency: Option<Currency>) -> Result<Decimal, AmountProblem> {
    let number = number.normalize();
    if number.is_sign_negative() && !number.is_zero() {
        Err(AmountProblem::Negative)
    } else if currency.is_some_and(|currency| number.scale() > currency.digits()) {
        Err(AmountProblem::TooManyDigits)
    } else {
        Ok(number)
    }
}

fn read_email(text: &str) -> Result<String, Flaw> {
    let fits = text
        .split_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty() && !domain.contains('@'))
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || ",;<>\"".contains(c));
    if fits { Ok(text.to_owned()) } else { Err(Flaw::Email(text.to_owned())) }
}

fn read_count(cell: &SheetCell, text: &str) -> Result<u32, Flaw> {
    let is_count = matches!(cell, SheetCell::Text(_) | SheetCell::Number(_));
    let count = understand_count(text, CountUnit::Bare, 0..=9_999).one();
    count.filter(|_| is_count).ok_or_else(|| Flaw::Unanswered(text.trim().to_owned()))
}

/// Tags, each once, in their order.
fn read_tags(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split([';', '；', ',', '，', '、', '\n']).map(str::trim).filter(|tag| !tag.is_empty())
    {
        if !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}
