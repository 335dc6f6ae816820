//! Reads a table as a person decided, and tells what the table itself leaves open.

use std::collections::BTreeMap;

use super::columns;
use super::dates::{order_in, two_readings};
use super::rows::{Doubts, Manner, cell_text, read_all, read_currency, read_row};
use super::table::{Cell, Table};
use crate::domain::import::Column;
use crate::domain::import::preview::ReadTable;
use crate::domain::import::reading::{
    AmountEvidence, DateEvidence, DayFact, DayOrder, Evidence, MarkFact, Reading,
};
use crate::domain::money::{AmountProblem, Currency, DecimalMark, mark_in, parse_amount_by};

/// So many rows are shown before they are imported.
const SHOWN: usize = 100;

/// What the header says by itself; what it leaves open stays open.
pub fn guess(table: &Table) -> Reading {
    // Nothing that we wrote ourselves is in doubt.
    let decimal_mark = columns::is_our_own(&table.header).then_some(DecimalMark::Point);
    Reading { columns: columns::guess(&table.header), day_order: None, decimal_mark }
}

/// The headers that do not say who wrote, by position.
pub fn without_writer(table: &Table) -> Vec<usize> {
    let names = table.header.iter().enumerate();
    names.filter(|(_, name)| columns::names_no_writer(name)).map(|(position, _)| position).collect()
}

/// Reads the rows, and tells what is known and what is still open.
pub fn read(table: &Table, reading: &Reading) -> ReadTable {
    let evidence = evidence(table, reading);
    let meanings: Vec<Option<Column>> =
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
    let mark = match evidence.amounts.as_ref().map(|amounts| amounts.fact) {
        Some(MarkFact::Known(mark)) => Some(mark),
        Some(MarkFact::Open { .. }) | None => reading.decimal_mark,
    };
    let doubts = Doubts::Settled { orders: &orders, mark };
    let manner = Manner { meanings: &meanings, dates: table.dates, doubts };
    ReadTable {
        rows: table.rows.iter().filter_map(|row| read_row(row, &manner)).collect(),
        first: table.rows.iter().filter_map(|row| read_all(row, &manner)).take(SHOWN).collect(),
        evidence,
    }
}

fn evidence(table: &Table, reading: &Reading) -> Evidence {
    let dates = (0..table.header.len()).filter_map(|position| {
        let column = reading.column(position).filter(|column| is_date(*column))?;
        let (example, fact) = date_evidence(table, position)?;
        Some(DateEvidence { position, column, example, fact })
    });
    Evidence {
        dates: dates.collect(),
        amounts: reading.position(Column::Amount).and_then(|position| {
            amount_evidence(table, position, reading.position(Column::Currency), reading.decimal_mark)
        }),
    }
}

fn is_date(column: Column) -> bool {
    match column {
        Column::LastInbound
        | Column::LastOutbound
        | Column::WaitingSince
        | Column::ValidUntil
        | Column::ShipBy => true,
        Column::Buyer
        | Column::Contact
        | Column::Email
        | Column::Phone
        | Column::Country
        | Column::City
        | Column::Language
        | Column::Product
        | Column::Quantity
        | Column::Currency
        | Column::Amount
        | Column::Pi
        | Column::Stage
        | Column::Unanswered
        | Column::Incoterm
        | Column::PaymentTerms
        | Column::Notes
        | Column::Tags => false,
    }
}

/// One column's dates: known where a part above 12 tells the order and no other date tells the opposite.
fn date_evidence(table: &Table, position: usize) -> Option<(String, DayFact)> {
    let mut told: BTreeMap<bool, (String, DayOrder)> = BTreeMap::new();
    let mut open = None;
    for text in texts(table, position) {
        if let Some(order) = order_in(text) {
            told.entry(order == DayOrder::DayFirst).or_insert_with(|| (text.trim().to_owned(), order));
        } else if open.is_none() {
            open = two_readings(text).map(|readings| (text.trim().to_owned(), readings));
        }
    }
    if let (1, Some((example, order))) = (told.len(), told.values().next()) {
        return Some((example.clone(), DayFact::Known(*order)));
    }
    open.map(|(example, (day_first, month_first))| (example, DayFact::Open { day_first, month_first }))
}

/// The amounts: known where one of them can only be read one way and no other contradicts it.
fn amount_evidence(
    table: &Table,
    position: usize,
    currency_at: Option<usize>,
    answer: Option<DecimalMark>,
) -> Option<AmountEvidence> {
    let mut told: BTreeMap<bool, (String, DecimalMark)> = BTreeMap::new();
    let mut open: Option<(String, MarkFact)> = None;
    for row in &table.rows {
        let Some(Cell::Text(text)) = row.cells.get(position) else { continue };
        if let Some(mark) = mark_in(text) {
            told.entry(mark == DecimalMark::Point).or_insert_with(|| (text.trim().to_owned(), mark));
        } else if open.is_none() {
            let currency = currency_at
                .and_then(|place| row.cells.get(place))
                .and_then(|cell| read_currency(&cell_text(cell)));
            open = both_amounts(text, currency).map(|fact| (text.trim().to_owned(), fact));
        }
    }
    // Where nothing is in doubt there is nothing to say either.
    let (doubtful, fact) = open?;
    if let (1, Some((example, mark))) = (told.len(), told.values().next()) {
        return Some(AmountEvidence { example: example.clone(), fact: MarkFact::Known(*mark) });
    }
    let ours = columns::is_our_own(&table.header) && answer == Some(DecimalMark::Point);
    (!ours).then_some(AmountEvidence { example: doubtful, fact })
}

fn both_amounts(text: &str, currency: Option<Currency>) -> Option<MarkFact> {
    if parse_amount_by(text, currency, None) != Err(AmountProblem::Ambiguous) {
        return None;
    }
    // Without the currency, whose digits may refuse one of the two.
    let by = |mark| parse_amount_by(text, None, Some(mark)).ok();
    let (point, comma) = (by(DecimalMark::Point)?, by(DecimalMark::Comma)?);
    Some(MarkFact::Open { point, comma })
}

fn texts(table: &Table, position: usize) -> impl Iterator<Item = &str> {
    table.rows.iter().filter_map(move |row| match row.cells.get(position) {
        Some(Cell::Text(text)) => Some(text.as_str()),
        Some(Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Flag(_) | Cell::Error(_)) | None => None,
    })
}
