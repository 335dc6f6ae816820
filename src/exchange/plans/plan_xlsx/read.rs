//! Reads a payment schedule back from a workbook: the visible sheet decides.
//!
//! The hidden terms only add what rows cannot show: rules behind dates, names, locks. Where somebody changed an amount
//! or a date, that change is used; where the amounts then no longer add up to the total, the workbook is refused.

use std::io::Cursor;

use calamine::{Reader as _, SheetType, Xlsx};

use super::rebuild::rebuilt;
use super::seen::{PlacedCell, SeenSchedule};
use super::{TERMS_SHEET, terms};
use crate::domain::deposit::Plan;
use crate::domain::files::export_problem::PlanReadProblem;
use crate::domain::import::problem::{ImportProblem, Measure};
use crate::exchange::deals_in::book::cells::cell_of;
use crate::exchange::deals_in::table::{DateSystem, SheetCell};
use crate::exchange::deals_in::xlsx::problem_of;
use crate::exchange::deals_in::xlsx_guard::{check_workbook, too_large};

const MOST_SHEETS: usize = 64;
/// Enough for the longest plan, with room to spare.
const MOST_CELLS: usize = 2_000_000;

/// The plan in a workbook, without payments: the rows, amounts, dates and labels that the sheet shows.
pub fn read_plan(bytes: &[u8]) -> Result<Plan, PlanReadProblem> {
    // The table reader tells an older or encrypted workbook from a file that is none.
    if !bytes.starts_with(b"PK\x03\x04") {
        let problem = match crate::exchange::open::read_table(bytes).err() {
            Some(ImportProblem::EncryptedWorkbook) => Some(ImportProblem::EncryptedWorkbook),
            // Lists are read from older workbooks, plans are not.
            Some(_) | None if bytes.starts_with(b"\xd0\xcf\x11\xe0") => Some(ImportProblem::OldWorkbook),
            other => other,
        };
        return Err(problem.map_or(PlanReadProblem::NoSchedule, PlanReadProblem::File));
    }
    check_workbook(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(problem_of)?;
    let dates = if workbook.has_1904_epoch() { DateSystem::From1904 } else { DateSystem::From1900 };
    let sheets: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    if sheets.len() > MOST_SHEETS {
        return Err(too_large(Measure::Sheets, u64::try_from(MOST_SHEETS).unwrap_or(u64::MAX)).into());
    }
    let original = match sheets.iter().find(|name| *name == TERMS_SHEET) {
        Some(name) => terms::read(&pairs(&cells(&mut workbook, name, dates)?)),
        None => None,
    };
    for sheet in sheets.iter().filter(|name| *name != TERMS_SHEET) {
        if let Some(seen) = SeenSchedule::in_sheet(&cells(&mut workbook, sheet, dates)?, original.as_ref())? {
            return rebuilt(&seen, original.as_ref());
        }
    }
    Err(PlanReadProblem::NoSchedule)
}

fn cells(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    dates: DateSystem,
) -> Result<Vec<PlacedCell>, ImportProblem> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(problem_of)?;
    let mut cells = Vec::new();
    while let Some(found) = reader.next_cell_with_formula_metadata().map_err(problem_of)? {
        let cell = cell_of(&found.value, dates);
        if cell == SheetCell::Empty {
            continue;
        }
        if cells.len() >= MOST_CELLS {
            return Err(too_large(Measure::Cells, u64::try_from(MOST_CELLS).unwrap_or(u64::MAX)));
        }
        let (row, column) = found.pos;
        cells.push(PlacedCell { row, column, cell, computed: found.formula.is_some() });
    }
    Ok(cells)
}

/// The first two cells of every row, as texts.
fn pairs(cells: &[PlacedCell]) -> Vec<(String, String)> {
    let text = |cell: &SheetCell| match cell {
        SheetCell::Text(text) => text.clone(),
        SheetCell::Number(number) => number.to_string(),
        SheetCell::Money { text, .. } => text.clone(),
        SheetCell::Empty
        | SheetCell::Date(_)
        | SheetCell::Flag(_)
        | SheetCell::Error(_)
        | SheetCell::Lost(_) => String::new(),
    };
    let keys = cells.iter().filter(|placed| placed.column == 0);
    let mut values = cells.iter().filter(|placed| placed.column == 1).peekable();
    keys.map(|key| {
        while values.peek().is_some_and(|value| value.row < key.row) {
            values.next();
        }
        let value = values.peek().filter(|value| value.row == key.row);
        (text(&key.cell), value.map_or_else(String::new, |value| text(&value.cell)))
    })
    .collect()
}
