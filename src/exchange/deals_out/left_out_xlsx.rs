//! Writes the rows that an import left out, each with the reason, to be mended and imported again.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::deals::{ExportProblem, WrittenCell};
use super::deals_xlsx::{format_problem, write_cell};
use crate::domain::import::problem::SkippedRow;
use crate::exchange::deals_in::table::{CellLoss, SheetCell, SheetRow, SheetTable};
use crate::text::Text;

/// Wide enough for most reasons, in characters.
const REASON_WIDTH: f64 = 60.0;

/// Rows of a list that an import left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeftOutRows {
    pub header: Vec<String>,
    pub rows: Vec<LeftOutRow>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LeftOutRow {
    pub cells: Vec<SheetCell>,
    pub why: SkippedRow,
}

impl LeftOutRows {
    /// The skipped rows as they stand in the table; both are in the order of the sheet.
    pub fn of(table: &SheetTable, skipped: &[SkippedRow]) -> Self {
        let at = |number: u32| table.rows.binary_search_by_key(&number, |row: &SheetRow| row.number).ok();
        let rows = skipped.iter().filter_map(|why| {
            let row = table.rows.get(at(why.row)?)?;
            Some(LeftOutRow { cells: row.cells.clone(), why: why.clone() })
        });
        Self { header: table.header.clone(), rows: rows.collect() }
    }
}

/// The columns of the list, and the reasons in a further one.
pub fn left_out_xlsx(left_out: &LeftOutRows, text: &Text) -> Result<Vec<u8>, ExportProblem> {
    write(left_out, text).map_err(format_problem)
}

fn write(left_out: &LeftOutRows, text: &Text) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold();
    let mut reasons = 0;
    for (place, name) in (0_u16..).zip(&left_out.header) {
        sheet.write_string_with_format(0, place, name, &bold)?;
        reasons = place.saturating_add(1);
    }
    sheet.write_string_with_format(0, reasons, text.preview.why_left_out, &bold)?;
    sheet.set_column_width(reasons, REASON_WIDTH)?;
    sheet.set_freeze_panes(1, 0)?;
    for (number, row) in (1_u32..).zip(&left_out.rows) {
        for (place, cell) in (0..reasons).zip(&row.cells) {
            match cell {
                SheetCell::Flag(flag) => {
                    sheet.write_boolean(number, place, *flag)?;
                }
                SheetCell::Empty
                | SheetCell::Text(_)
                | SheetCell::Number(_)
                | SheetCell::Money { .. }
                | SheetCell::Date(_)
                | SheetCell::Error(_)
                | SheetCell::Lost(_) => write_cell(sheet, number, place, written(cell))?,
            }
        }
        sheet.write_string(number, reasons, (text.problems.skipped)(&row.why))?;
    }
    workbook.save_to_buffer()
}

/// What no longer says anything stays empty: the reason names it.
fn written(cell: &SheetCell) -> WrittenCell {
    match cell {
        SheetCell::Empty | SheetCell::Flag(_) | SheetCell::Error(_) | SheetCell::Lost(CellLoss::Result) => {
            WrittenCell::Empty
        }
        SheetCell::Text(text) | SheetCell::Money { text, .. } | SheetCell::Lost(CellLoss::Digits(text)) => {
            WrittenCell::Text(text.clone())
        }
        SheetCell::Number(number) => WrittenCell::Number(*number),
        SheetCell::Date(date) => WrittenCell::Date(*date),
    }
}
