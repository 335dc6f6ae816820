//! Finds the schedule in a sheet in any language of documents, and reads its cells.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::seen::{PlacedCell, SeenDue, SeenRow, SeenSchedule, same};
use super::waits::waits_for;
use crate::domain::deposit::Plan;
use crate::domain::files::export_problem::PlanReadProblem;
use crate::domain::money::{Currency, Money};
use crate::domain::names::Named as _;
use crate::domain::typed::amount::parse_amount;
use crate::domain::typed::date::DateOrder;
use crate::exchange::deals_in::dates::read_date;
use crate::exchange::deals_in::table::{DateSystem, SheetCell};
use crate::text::buyer::words::{PaperLanguage, PaperText};

type CellGrid<'a> = BTreeMap<u32, BTreeMap<u32, &'a PlacedCell>>;

/// The position of the header and the meaning of its columns.
struct TableHeader {
    row: u32,
    language: PaperLanguage,
    currency: Currency,
    number: Option<u32>,
    what: Option<u32>,
    due: u32,
    share: Option<u32>,
    amount: u32,
}

impl SeenSchedule {
    /// None if the sheet holds something else.
    pub(crate) fn in_sheet(
        cells: &[PlacedCell],
        original: Option<&Plan>,
    ) -> Result<Option<Self>, PlanReadProblem> {
        let mut sheet: CellGrid<'_> = BTreeMap::new();
        for placed in cells {
            sheet.entry(placed.row).or_default().insert(placed.column, placed);
        }
        let Some(header) = sheet.iter().find_map(|(row, cells)| TableHeader::read(*row, cells)) else {
            return Ok(None);
        };
        let stated = stated_total(&sheet, &header)?;
        let mut rows = Vec::new();
        let mut sum = Money::zero(header.currency);
        for (at, cells) in sheet.range(header.row.saturating_add(1)..) {
            if header.ends_at(cells) {
                break;
            }
            let number = at.saturating_add(1);
            let row = header.row(number, cells)?;
            let Some(row) = row else { continue };
            sum = sum.checked_add(row.amount).ok_or(PlanReadProblem::NoSchedule)?;
            rows.push(row);
        }
        let total = stated.or(original.map(|plan| plan.terms.total)).unwrap_or(sum);
        if total != sum {
            return Err(PlanReadProblem::Differs { total, rows: sum });
        }
        // A share typed over its formula would be ignored without a word, so it is refused.
        header.check_shares(&sheet, total)?;
        Ok(Some(Self { total, rows }))
    }
}

impl TableHeader {
    fn read(row: u32, cells: &BTreeMap<u32, &PlacedCell>) -> Option<Self> {
        let (amount, language, currency) = cells.iter().find_map(|(column, placed)| {
            let (language, currency) = amount_title(text(&placed.cell)?)?;
            Some((*column, language, currency))
        })?;
        let named = |title: fn(&PaperText) -> &str| {
            let found = cells
                .iter()
                .find(|(_, placed)| text(&placed.cell).is_some_and(|text| says(language, title, text)));
            found.map(|(column, _)| *column)
        };
        Some(Self {
            row,
            language,
            currency,
            number: named(|words| words.columns.number),
            what: named(|words| words.columns.description),
            due: named(|words| words.columns.due)?,
            share: named(|words| words.columns.share),
            amount,
        })
    }

    /// Whether the sums, which are below the rows, begin here.
    fn ends_at(&self, cells: &BTreeMap<u32, &PlacedCell>) -> bool {
        [self.number, self.what]
            .into_iter()
            .flatten()
            .filter_map(|column| text(&cells.get(&column)?.cell))
            .any(|text| says(self.language, |words| words.totals.total, text))
    }

    /// None for an empty row, or a remark that belongs to no column.
    fn row(
        &self,
        number: u32,
        cells: &BTreeMap<u32, &PlacedCell>,
    ) -> Result<Option<SeenRow>, PlanReadProblem> {
        let due = cells.get(&self.due).map(|placed| &placed.cell);
        let amount = cells.get(&self.amount).map(|placed| &placed.cell);
        if due.is_none() && amount.is_none() {
            return Ok(None);
        }
        let amount = match amount {
            Some(cell) => {
                money(cell, self.currency).map_err(|text| PlanReadProblem::Amount { row: number, text })?
            }
            None => return Err(PlanReadProblem::Amount { row: number, text: String::new() }),
        };
        let due = seen_due(due, self.language).map_err(|text| PlanReadProblem::Date { row: number, text })?;
        let n = self.number.and_then(|column| match &cells.get(&column)?.cell {
            SheetCell::Number(number) => u32::try_from(*number).ok().filter(|_| number.fract().is_zero()),
            SheetCell::Text(text) => text.trim().parse().ok(),
            SheetCell::Empty
            | SheetCell::Money { .. }
            | SheetCell::Date(_)
            | SheetCell::Flag(_)
            | SheetCell::Error(_)
            | SheetCell::Lost(_) => None,
        });
        Ok(Some(SeenRow { n, amount, due }))
    }

    fn check_shares(&self, sheet: &CellGrid<'_>, total: Money) -> Result<(), PlanReadProblem> {
        let Some(column) = self.share else { return Ok(()) };
        for (at, cells) in sheet.range(self.row.saturating_add(1)..) {
            if self.ends_at(cells) {
                break;
            }
            let typed = cells.get(&column).filter(|placed| !placed.computed);
            let (Some(typed), Some(amount)) = (typed, cells.get(&self.amount)) else { continue };
            let SheetCell::Number(share) = typed.cell else { continue };
            let Ok(amount) = money(&amount.cell, self.currency) else { continue };
            let exact = amount.decimal().checked_div(total.decimal()).unwrap_or(Decimal::ZERO);
            // Percentages are shown with two decimals only.
            if exact.saturating_sub(share).abs() > Decimal::new(5, 5) {
                return Err(PlanReadProblem::Share { row: at.saturating_add(1) });
            }
        }
        Ok(())
    }
}

/// The number next to the words "contract total", above the header.
fn stated_total(sheet: &CellGrid<'_>, header: &TableHeader) -> Result<Option<Money>, PlanReadProblem> {
    for (at, cells) in sheet.range(..header.row) {
        let is_label = |text: &str| says(header.language, |words| words.contract_total, text);
        let labelled = cells.values().any(|placed| text(&placed.cell).is_some_and(is_label));
        let value = cells.values().find(|placed| matches!(placed.cell, SheetCell::Number(_)));
        if labelled && let Some(placed) = value {
            let read = money(&placed.cell, header.currency);
            let row = at.saturating_add(1);
            return read.map(Some).map_err(|text| PlanReadProblem::Amount { row, text });
        }
    }
    Ok(None)
}

/// `Amount (EUR)` in any language of documents.
fn amount_title(text: &str) -> Option<(PaperLanguage, Currency)> {
    let (title, rest) = text.split_once(['(', '\u{ff08}'])?;
    let code = rest.trim().trim_end_matches([')', '\u{ff09}']);
    let currency = Currency::from_code(code)?;
    let language =
        PaperLanguage::members().find(|language| says(*language, |words| words.columns.amount, title))?;
    Some((language, currency))
}

/// Whether a text is this word of a language, in any country that writes it.
fn says(language: PaperLanguage, word: fn(&PaperText) -> &str, text: &str) -> bool {
    language.texts().any(|words| same(text, word(words)))
}

/// The amount in the cell; the error is its text if it is no amount in the currency.
fn money(cell: &SheetCell, currency: Currency) -> Result<Money, String> {
    match cell {
        SheetCell::Number(number) | SheetCell::Money { number, .. } => {
            Money::from_decimal(*number, currency).ok_or_else(|| number.to_string())
        }
        SheetCell::Text(text) => parse_amount(text, Some(currency))
            .ok()
            .and_then(|amount| Money::from_decimal(amount, currency))
            .ok_or_else(|| text.clone()),
        SheetCell::Date(date) => Err(date.to_string()),
        SheetCell::Flag(flag) => Err(flag.to_string()),
        SheetCell::Error(error) => Err(error.clone()),
        SheetCell::Empty | SheetCell::Lost(_) => Err(String::new()),
    }
}

fn seen_due(cell: Option<&SheetCell>, language: PaperLanguage) -> Result<SeenDue, String> {
    match cell {
        Some(SheetCell::Date(date)) => Ok(SeenDue::On(*date)),
        Some(SheetCell::Text(text)) => {
            match read_date(text, DateSystem::From1900, DateOrder::YearFirst).one() {
                Some(date) => Ok(SeenDue::On(date)),
                None => waits_for(text, language).map(SeenDue::Upon).ok_or_else(|| text.clone()),
            }
        }
        Some(SheetCell::Number(number) | SheetCell::Money { number, .. }) => Err(number.to_string()),
        Some(SheetCell::Flag(flag)) => Err(flag.to_string()),
        Some(SheetCell::Error(error)) => Err(error.clone()),
        Some(SheetCell::Empty | SheetCell::Lost(_)) | None => Err(String::new()),
    }
}

fn text(cell: &SheetCell) -> Option<&str> {
    match cell {
        SheetCell::Text(text) => Some(text),
        SheetCell::Empty
        | SheetCell::Number(_)
        | SheetCell::Money { .. }
        | SheetCell::Date(_)
        | SheetCell::Flag(_)
        | SheetCell::Error(_)
        | SheetCell::Lost(_) => None,
    }
}
