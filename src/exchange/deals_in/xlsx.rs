//! Reads Excel workbooks cell by cell, within limits.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};

use super::book::cells::{cell_of, whole};
use super::book::header::HEAD_ROWS;
use super::book::merged::MergedRange;
use super::book::number_format::{FormattedCell, TellingFormat};
use super::book::row_collector::RowCollector;
use super::book::{Book, BookSheet, SheetContent};
use super::table::{CellLoss, DateSystem, MOST_CELLS, SheetCell};
use super::xlsx_guard::{WorkbookTraits, check_workbook, damaged, too_large};
use crate::domain::import::problem::{ImportProblem, Measure};

pub(crate) struct ExcelWorkbook<'a> {
    reader: Xlsx<Cursor<&'a [u8]>>,
    traits: WorkbookTraits,
}

impl<'a> ExcelWorkbook<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportProblem> {
        let traits = check_workbook(bytes)?;
        let reader = Xlsx::new(Cursor::new(bytes)).map_err(problem_of)?;
        Ok(Self { reader, traits })
    }

    fn merged(&mut self, sheet: &str) -> Result<Vec<MergedRange>, ImportProblem> {
        if !self.traits.merges_cells {
            return Ok(Vec::new());
        }
        let ranges = self.reader.merge_cells_by_sheet_name(sheet).map_err(problem_of)?;
        Ok(ranges.into_iter().map(|range| MergedRange::of(range.start, range.end)).collect())
    }

    /// The formats of the workbook that say more than a number, and the cells that have one, in the order of the sheet.
    fn formatted(&mut self, sheet: &str) -> Result<FormattedCells, ImportProblem> {
        let mut cells = self.reader.worksheet_cells_reader(sheet).map_err(problem_of)?;
        let formats: Vec<Option<TellingFormat>> = cells
            .styles()
            .iter()
            .map(|style| TellingFormat::of(&style.number_format.as_ref()?.format_code))
            .collect();
        let mut found = Vec::new();
        if formats.iter().all(Option::is_none) {
            return Ok((formats, found));
        }
        while let Some((row, column, format)) = cells.next_style_id().map_err(problem_of)? {
            if !formats.get(format).is_some_and(Option::is_some) {
                continue;
            }
            if found.len() >= MOST_CELLS {
                return Err(too_large(Measure::Cells, u64::try_from(MOST_CELLS).unwrap_or(u64::MAX)));
            }
            found.push(FormattedCell { place: (row, column), format });
        }
        Ok((formats, found))
    }
}

type FormattedCells = (Vec<Option<TellingFormat>>, Vec<FormattedCell>);

impl Book for ExcelWorkbook<'_> {
    fn sheets(&self) -> Vec<BookSheet> {
        book_sheets(self.reader.sheets_metadata())
    }

    fn read(&mut self, sheet: &str, most: usize) -> Result<SheetContent, ImportProblem> {
        let (dates, recalculates) = (self.dates(), self.traits.recalculates);
        match self.reader.worksheet_cells_reader(sheet) {
            Ok(_reader) => {}
            // A chart, or a sheet that is listed but missing.
            Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => {
                return Ok(SheetContent::default());
            }
            Err(problem) => return Err(problem_of(problem)),
        }
        let merged = self.merged(sheet)?;
        let (formats, formatted) = if most > HEAD_ROWS { self.formatted(sheet)? } else { Default::default() };
        let mut formatted = formatted.into_iter().peekable();
        let mut reader = self.reader.worksheet_cells_reader(sheet).map_err(problem_of)?;
        let mut rows = RowCollector::new(most);
        while let Some(found) = reader.next_cell_with_formula_metadata().map_err(problem_of)? {
            let cell = match found.formula {
                Some(_) if is_unsaved(&found.value, recalculates) => SheetCell::Lost(CellLoss::Result),
                Some(_) | None => cell_of(&found.value, dates),
            };
            let format = formatted.next_if(|styled| styled.place == found.pos);
            let cell = match format.and_then(|styled| formats.get(styled.format)?.as_ref()) {
                Some(format) => format.shown(cell),
                None => cell,
            };
            let (row, column) = found.pos;
            if !rows.put(row, usize::try_from(column).unwrap_or(usize::MAX), whole(cell))? {
                break;
            }
        }
        Ok(SheetContent { rows: rows.into_rows(), merged })
    }

    fn dates(&self) -> DateSystem {
        if self.reader.has_1904_epoch() { DateSystem::From1904 } else { DateSystem::From1900 }
    }
}

/// The worksheets among the sheets of an Excel file.
pub(crate) fn book_sheets(sheets: &[Sheet]) -> Vec<BookSheet> {
    let worksheets = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    worksheets
        .map(|sheet| BookSheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
        .collect()
}

pub(crate) fn problem_of(problem: XlsxError) -> ImportProblem {
    match problem {
        XlsxError::Password => ImportProblem::EncryptedWorkbook,
        other => damaged(other),
    }
}

/// Whether the result of a formula is missing. Programs that do not calculate store none, or 0 and ask whoever opens
/// the file to calculate.
fn is_unsaved(value: &DataRef<'_>, recalculates: bool) -> bool {
    match value {
        DataRef::Empty => true,
        DataRef::Float(number) => recalculates && *number == 0.0,
        DataRef::Int(number) => recalculates && *number == 0,
        DataRef::DateTime(moment) => recalculates && moment.as_f64() == 0.0,
        DataRef::String(_)
        | DataRef::SharedString(_)
        | DataRef::Bool(_)
        | DataRef::Error(_)
        | DataRef::DateTimeIso(_)
        | DataRef::DurationIso(_) => false,
    }
}
