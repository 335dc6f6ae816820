//! Reads binary Excel workbooks (.xlsb).

use std::io::Cursor;

use calamine::{Reader as _, Xlsb, XlsbError};

use super::binary_records::{BinaryParts, SheetNotes};
use super::cells::{cell_of, whole};
use super::row_collector::RowCollector;
use super::{Book, BookSheet, SheetContent};
use crate::domain::import::problem::ImportProblem;
use crate::exchange::deals_in::table::{DateSystem, SheetCell};
use crate::exchange::deals_in::xlsx::book_sheets;
use crate::exchange::deals_in::xlsx_guard::{check_workbook, damaged};

pub(crate) struct BinaryWorkbook<'a> {
    reader: Xlsb<Cursor<&'a [u8]>>,
    bytes: &'a [u8],
    parts: BinaryParts,
}

impl<'a> BinaryWorkbook<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportProblem> {
        check_workbook(bytes)?;
        let reader = Xlsb::new(Cursor::new(bytes)).map_err(problem_of)?;
        Ok(Self { reader, bytes, parts: BinaryParts::of(bytes) })
    }
}

impl Book for BinaryWorkbook<'_> {
    fn sheets(&self) -> Vec<BookSheet> {
        book_sheets(self.reader.sheets_metadata())
    }

    fn read(&mut self, sheet: &str, most: usize) -> Result<SheetContent, ImportProblem> {
        let dates = self.dates();
        let notes = if most > 1 { self.parts.notes(self.bytes, sheet) } else { SheetNotes::default() };
        let mut formatted = notes.formatted.into_iter().peekable();
        let mut errors = notes.errors.into_iter().peekable();
        let mut reader = self.reader.worksheet_cells_reader(sheet).map_err(problem_of)?;
        let mut rows = RowCollector::new(most);
        while let Some(cell) = reader.next_cell().map_err(problem_of)? {
            let place = cell.get_position();
            while let Some(failed) = errors.next_if(|failed| failed.place < place) {
                put(&mut rows, failed.place, SheetCell::Error(failed.error.to_owned()))?;
            }
            while formatted.next_if(|styled| styled.place < place).is_some() {}
            let value = cell_of(cell.get_value(), dates);
            let format = formatted.next_if(|styled| styled.place == place);
            let value = match format.and_then(|styled| self.parts.formats.get(styled.format)?.as_ref()) {
                Some(format) => format.shown(value),
                None => value,
            };
            if !put(&mut rows, place, whole(value))? {
                break;
            }
        }
        for failed in errors {
            put(&mut rows, failed.place, SheetCell::Error(failed.error.to_owned()))?;
        }
        Ok(SheetContent { rows: rows.into_rows(), merged: notes.merged })
    }

    fn dates(&self) -> DateSystem {
        if self.reader.has_1904_epoch() { DateSystem::From1904 } else { DateSystem::From1900 }
    }
}

fn put(rows: &mut RowCollector, place: (u32, u32), cell: SheetCell) -> Result<bool, ImportProblem> {
    rows.put(place.0, usize::try_from(place.1).unwrap_or(usize::MAX), cell)
}

fn problem_of(problem: XlsbError) -> ImportProblem {
    match problem {
        XlsbError::Password => ImportProblem::EncryptedWorkbook,
        other => damaged(other),
    }
}
