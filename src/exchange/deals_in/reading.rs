//! Reads a table with the user's decisions, and finds what the table itself leaves open.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::rows::{Doubts, RowReading, cell_text, read_all};
use super::table::{DateSystem, SheetCell, SheetTable};
use super::{columns, dates};
use crate::domain::import::preview::ReadTable;
use crate::domain::import::problem::{Flaw, SkippedRow};
use crate::domain::import::reading::{
    AmountEvidence, DateEvidence, DayFact, Evidence, SignFact, TableReading,
};
use crate::domain::import::{DealColumn, ParsedRow};
use crate::domain::money::{AmountProblem, Currency};
use crate::domain::typed::Understood;
use crate::domain::typed::amount::{
    DigitSign, SignMeans, Signs, decimal_sign, doubtful_sign, parse_amount_by,
};
use crate::domain::typed::currency::understand_currency;
use crate::domain::typed::date::{DateOrder, DayOrder};

/// The number of rows in the preview.
const SHOWN: usize = 100;

/// The reading that the header suggests; doubts stay open.
pub fn guess(table: &SheetTable) -> TableReading {
    // Nothing in our own exports is in doubt.
    let ours = columns::is_our_own(&table.header);
    let signs = if ours { Signs::by_decimals(DigitSign::Point) } else { Signs::default() };
    TableReading { columns: columns::guess(&table.header), day_order: None, signs }
}

/// The headers that do not say who wrote, by position.
pub fn without_writer(table: &SheetTable) -> Vec<usize> {
    let names = table.header.iter().enumerate();
    names.filter(|(_, name)| columns::names_no_writer(name)).map(|(position, _)| position).collect()
}

/// Reads the rows, and reports what is known and what is still open.
pub fn read(table: &SheetTable, reading: &TableReading) -> ReadTable {
    let evidence = evidence(table, reading);
    let meanings: Vec<Option<DealColumn>> =
        (0..table.header.len()).map(|position| reading.column(position)).collect();
    let orders: Vec<Option<DayOrder>> = (0..table.header.len())
        .map(|position| {
            let shown = evidence.dates.iter().find(|dates| dates.position == position);
            match shown.map(|dates| dates.fact) {
                Some(DayFact::Known(order)) => Some(order),
                Some(DayFact::Open { .. }) | None => reading.day_order,
            }
        })
        .collect();
    let signs = evidence.amounts.iter().fold(reading.signs, |signs, amounts| match amounts.fact {
        SignFact::Known { decimals } if decimals == amounts.sign => {
            signs.with(amounts.sign, SignMeans::Decimals)
        }
        SignFact::Known { .. } => signs.with(amounts.sign, SignMeans::Thousands),
        SignFact::Open { .. } => signs,
    });
    let doubts = Doubts::Settled { orders: &orders, signs };
    let manner = RowReading { meanings: &meanings, dates: table.dates, doubts };
    ReadTable {
        rows: table.rows.iter().filter_map(|row| read_all(row, &manner)).map(row_or_flaw).collect(),
        first: table.rows.iter().filter_map(|row| read_all(row, &manner)).take(SHOWN).collect(),
        evidence,
    }
}

fn row_or_flaw((row, flaws): (ParsedRow, Vec<Flaw>)) -> Result<ParsedRow, SkippedRow> {
    match Flaw::gravest(&flaws) {
        None => Ok(row),
        Some(flaw) => Err(SkippedRow { row: row.row, flaw: flaw.clone() }),
    }
}

fn evidence(table: &SheetTable, reading: &TableReading) -> Evidence {
    let dates = (0..table.header.len()).filter_map(|position| {
        let column = reading.column(position).filter(|column| is_date(*column))?;
        let (example, fact) = date_evidence(table, position)?;
        Some(DateEvidence { position, column, example, fact })
    });
    Evidence {
        dates: dates.collect(),
        amounts: reading
            .position(DealColumn::Amount)
            .filter(|_| !columns::is_our_own(&table.header))
            .map(|position| amount_evidence(table, position, reading.position(DealColumn::Currency)))
            .unwrap_or_default(),
    }
}

fn is_date(column: DealColumn) -> bool {
    match column {
        DealColumn::LastInbound
        | DealColumn::LastOutbound
        | DealColumn::WaitingSince
        | DealColumn::ValidUntil
        | DealColumn::ShipBy => true,
        DealColumn::Buyer
        | DealColumn::Contact
        | DealColumn::Email
        | DealColumn::Phone
        | DealColumn::Country
        | DealColumn::City
        | DealColumn::Language
        | DealColumn::Product
        | DealColumn::Quantity
        | DealColumn::Currency
        | DealColumn::Amount
        | DealColumn::Pi
        | DealColumn::Stage
        | DealColumn::Unanswered
        | DealColumn::Incoterm
        | DealColumn::PaymentTerms
        | DealColumn::Notes
        | DealColumn::Tags => false,
    }
}

/// One column's dates: known if a number above 12 proves the order and no other date proves the opposite.
fn date_evidence(table: &SheetTable, position: usize) -> Option<(String, DayFact)> {
    let mut told: BTreeMap<bool, (String, DayOrder)> = BTreeMap::new();
    let mut open = None;
    for text in texts(table, position) {
        if let Some(order) = dates::order_told(text) {
            told.entry(order == DayOrder::DayFirst).or_insert_with(|| (text.trim().to_owned(), order));
        } else if open.is_none() {
            open = two_days(text, table.dates).map(|days| (text.trim().to_owned(), days));
        }
    }
    if let (1, Some((example, order))) = (told.len(), told.values().next()) {
        return Some((example.clone(), DayFact::Known(*order)));
    }
    open.map(|(example, (day_first, month_first))| (example, DayFact::Open { day_first, month_first }))
}

/// Both readings of an ambiguous date, the day first and the month first.
fn two_days(text: &str, system: DateSystem) -> Option<(NaiveDate, NaiveDate)> {
    match dates::read_date(text, system, DateOrder::Column(None)) {
        Understood::Several(days) => days.first().copied().zip(days.get(1).copied()),
        Understood::One(_) | Understood::Problem(_) => None,
    }
}

/// The amounts: the meaning of a separator is known if another amount can be read only one way and none contradicts it.
fn amount_evidence(table: &SheetTable, position: usize, currency_at: Option<usize>) -> Vec<AmountEvidence> {
    let mut told: BTreeMap<DigitSign, String> = BTreeMap::new();
    let mut doubts: BTreeMap<DigitSign, AmbiguousAmounts> = BTreeMap::new();
    for row in &table.rows {
        let Some(SheetCell::Text(text)) = row.cells.get(position) else { continue };
        if let Some(sign) = decimal_sign(text) {
            told.entry(sign).or_insert_with(|| text.trim().to_owned());
        } else if let Some(sign) = doubtful_sign(text) {
            let currency = currency_at
                .and_then(|place| row.cells.get(place))
                .and_then(|cell| understand_currency(&cell_text(cell)).one());
            doubts.entry(sign).or_default().note(text, currency);
        }
    }
    let only = match (told.len(), told.first_key_value()) {
        (1, Some((sign, example))) => Some((*sign, example)),
        (_, _) => None,
    };
    let evidence = doubts.into_iter().filter_map(|(sign, doubt)| {
        let AmbiguousAmounts { first, coarse } = doubt;
        match only {
            Some((decimals, _)) if decimals == sign && coarse.is_some() => coarse,
            Some((decimals, example)) => first.map(|_| (example.clone(), SignFact::Known { decimals })),
            None => first,
        }
        .map(|(example, fact)| AmountEvidence { sign, example, fact })
    });
    evidence.collect()
}

/// Amounts that are ambiguous because of one separator, each with both readings.
#[derive(Default)]
struct AmbiguousAmounts {
    first: Option<(String, SignFact)>,
    /// The first whose currency does not have three decimals: nobody writes three decimals of a euro, so even a column
    /// whose other amounts have decimals does not settle it.
    coarse: Option<(String, SignFact)>,
}

impl AmbiguousAmounts {
    fn note(&mut self, text: &str, currency: Option<Currency>) {
        let fine = currency.is_some_and(|currency| currency.digits() >= 3);
        if (self.first.is_some() && (fine || self.coarse.is_some()))
            || parse_amount_by(text, currency, Signs::default()) != Err(AmountProblem::Ambiguous)
        {
            return;
        }
        let Some(both) = both_amounts(text).map(|both| (text.trim().to_owned(), both)) else { return };
        if !fine && self.coarse.is_none() {
            self.coarse = Some(both.clone());
        }
        self.first.get_or_insert(both);
    }
}

/// Both readings, ignoring the currency, whose decimals may exclude one of them.
fn both_amounts(text: &str) -> Option<SignFact> {
    let sign = doubtful_sign(text)?;
    let by = |means| parse_amount_by(text, None, Signs::default().with(sign, means)).ok();
    Some(SignFact::Open { decimals: by(SignMeans::Decimals)?, thousands: by(SignMeans::Thousands)? })
}

fn texts(table: &SheetTable, position: usize) -> impl Iterator<Item = &str> {
    table.rows.iter().filter_map(move |row| match row.cells.get(position) {
        Some(SheetCell::Text(text)) => Some(text.as_str()),
        Some(
            SheetCell::Empty
            | SheetCell::Number(_)
            | SheetCell::Date(_)
            | SheetCell::Flag(_)
            | SheetCell::Error(_)
            | SheetCell::Lost(_),
        )
        | None => None,
    })
}
