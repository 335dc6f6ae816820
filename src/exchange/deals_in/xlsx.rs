//! Reads Excel workbooks cell by cell, within limits.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetType, Xlsx, XlsxError};
use rust_decimal::Decimal;

use super::columns;
use super::dates::serial_date;
use super::table::{
    DateSystem, MOST_CELL_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, SheetCell, SheetRow, SheetTable,
};
use super::xlsx_guard::{check_workbook, damaged, too_large};
use crate::domain::import::DealColumn;
use crate::domain::import::problem::{ImportProblem, Measure};

const MOST_SHEETS: usize = 256;

/// Reads the first sheet whose header has a column for the buyer, else the first with a table.
pub fn read_workbook(bytes: &[u8]) -> Result<SheetTable, ImportProblem> {
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
        return Err(too_large(Measure::Sheets, u64::try_from(MOST_SHEETS).unwrap_or(u64::MAX)));
    }
    let mut first = None;
    for sheet in sheets {
        match read_sheet(&mut workbook, &sheet, dates, Wanted::Deals)? {
            SheetContent::Empty => {}
            SheetContent::Foreign => {
                first.get_or_insert(sheet);
            }
            SheetContent::Table(table) => return Ok(table),
        }
    }
    let first = first.ok_or(ImportProblem::Empty)?;
    match read_sheet(&mut workbook, &first, dates, Wanted::Anything)? {
        SheetContent::Table(table) => Ok(table),
        SheetContent::Empty | SheetContent::Foreign => Err(ImportProblem::Empty),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Accept only a header with a column for the buyer.
    Deals,
    Anything,
}

enum SheetContent {
    Empty,
    /// A table that is not of deals.
    Foreign,
    Table(SheetTable),
}

fn read_sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    dates: DateSystem,
    wanted: Wanted,
) -> Result<SheetContent, ImportProblem> {
    let fits = |header: &[String]| wanted == Wanted::Anything || names_the_buyer(header);
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A chart, or a sheet that is listed but missing.
        Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => return Ok(SheetContent::Empty),
        Err(problem) => return Err(problem_of(problem)),
    };
    let mut rows: Vec<SheetRow> = Vec::new();
    let mut cells: usize = 0;
    let mut header: Option<Vec<String>> = None;
    while let Some(cell) = reader.next_cell().map_err(problem_of)? {
        let (row, column) = cell.get_position();
        let value = cell_of(cell.get_value(), dates);
        match &value {
            SheetCell::Empty => continue,
            SheetCell::Text(text) if text.len() > MOST_CELL_BYTES => {
                return Err(too_large(
                    Measure::CellBytes,
                    u64::try_from(MOST_CELL_BYTES).unwrap_or(u64::MAX),
                ));
            }
            SheetCell::Text(_)
            | SheetCell::Number(_)
            | SheetCell::Date(_)
            | SheetCell::Flag(_)
            | SheetCell::Error(_) => {}
        }
        cells = cells.saturating_add(1);
        let column = checked_place(row, column, cells)?;
        let number = row.saturating_add(1);
        if rows.last().is_none_or(|last| last.number != number) {
            if header.is_none() && !rows.is_empty() {
                let names = header_of(&mut rows);
                if !fits(&names) {
                    return Ok(SheetContent::Foreign);
                }
                header = Some(names);
            }
            rows.push(SheetRow { number, cells: Vec::new() });
        }
        // A cell without a column name, such as a remark next to the table, belongs to no column.
        if header.as_ref().is_none_or(|header| column < header.len())
            && let Some(last) = rows.last_mut()
        {
            place(&mut last.cells, column, value);
        }
    }
    if header.is_none() && rows.is_empty() {
        return Ok(SheetContent::Empty);
    }
    let header = header.unwrap_or_else(|| header_of(&mut rows));
    Ok(if fits(&header) {
        SheetContent::Table(SheetTable { header, rows, dates })
    } else {
        SheetContent::Foreign
    })
}

fn checked_place(row: u32, column: u32, cells: usize) -> Result<usize, ImportProblem> {
    let column = usize::try_from(column).unwrap_or(usize::MAX);
    if row > MOST_ROWS {
        Err(too_large(Measure::Rows, u64::from(MOST_ROWS)))
    } else if column >= MOST_COLUMNS {
        Err(too_large(Measure::Columns, u64::try_from(MOST_COLUMNS).unwrap_or(u64::MAX)))
    } else if cells > MOST_CELLS {
        Err(too_large(Measure::Cells, u64::try_from(MOST_CELLS).unwrap_or(u64::MAX)))
    } else {
        Ok(column)
    }
}

/// Takes the only row read so far: the header.
fn header_of(rows: &mut Vec<SheetRow>) -> Vec<String> {
    let first = rows.drain(..).next();
    let cells = first.map(|row| row.cells).unwrap_or_default();
    cells
        .into_iter()
        .map(|cell| match cell {
            SheetCell::Text(text) => text.trim().to_owned(),
            SheetCell::Number(number) => number.to_string(),
            SheetCell::Empty | SheetCell::Date(_) | SheetCell::Flag(_) | SheetCell::Error(_) => String::new(),
        })
        .collect()
}

fn names_the_buyer(header: &[String]) -> bool {
    header.iter().any(|name| columns::column_named(name) == Some(DealColumn::Buyer))
}

fn place(cells: &mut Vec<SheetCell>, column: usize, value: SheetCell) {
    if cells.len() <= column {
        cells.resize(column.saturating_add(1), SheetCell::Empty);
    }
    if let Some(cell) = cells.get_mut(column) {
        *cell = value;
    }
}

pub(crate) fn cell_of(value: &DataRef<'_>, dates: DateSystem) -> SheetCell {
    match value {
        DataRef::Empty => SheetCell::Empty,
        DataRef::String(text) => SheetCell::text(text.as_str()),
        DataRef::SharedString(text) => SheetCell::text(*text),
        DataRef::Int(number) => SheetCell::Number(Decimal::from(*number)),
        DataRef::Float(number) => number_cell(*number),
        DataRef::Bool(flag) => SheetCell::Flag(*flag),
        DataRef::Error(error) => SheetCell::Error(error.to_string()),
        DataRef::DateTime(moment) if moment.is_datetime() => date_cell(moment.as_f64(), dates),
        DataRef::DateTime(duration) => number_cell(duration.as_f64()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => SheetCell::text(text.as_str()),
    }
}

/// A number as Excel shows it, with 15 digits: 0.1 + 0.2 is 0.3.
fn number_cell(number: f64) -> SheetCell {
    let shown = format!("{number:.14e}");
    Decimal::from_scientific(&shown)
        .map_or_else(|_| SheetCell::text(number.to_string()), |number| SheetCell::Number(number.normalize()))
}

/// A date cell; a day outside the calendar is a time of day, or a mistake.
fn date_cell(serial: f64, dates: DateSystem) -> SheetCell {
    let days = format!("{:.0}", serial.floor());
    days.parse()
        .ok()
        .and_then(|days| serial_date(days, dates))
        .map_or_else(|| number_cell(serial), SheetCell::Date)
}

pub(crate) fn problem_of(problem: XlsxError) -> ImportProblem {
    match problem {
        XlsxError::Password => ImportProblem::EncryptedWorkbook,
        other => damaged(other),
    }
}
