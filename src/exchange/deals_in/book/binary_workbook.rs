//! Reads binary Excel workbooks (.xlsb).

use std::io::Cursor;

use calamine::{Reader as _, Xlsb, XlsbError};

use super::cells::{cell_of, whole};
use super::row_collector::RowCollector;
use super::{Book, BookSheet, SheetContent};
use crate::domain::import::problem::ImportProblem;
use crate::exchange::deals_in::table::DateSystem;
use crate::exchange::deals_in::xlsx::book_sheets;
use crate::exchange::deals_in::xlsx_guard::{check_workbook, damaged};

pub(crate) struct BinaryWorkbook<'a> {
    reader: Xlsb<Cursor<&'a [u8]>>,
}

impl<'a> BinaryWorkbook<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportProblem> {
        check_workbook(bytes)?;
        Ok(Self { reader: Xlsb::new(Cursor::new(bytes)).map_err(problem_of)? })
    }
}

impl Book for BinaryWorkbook<'_> {
    fn sheets(&self) -> Vec<BookSheet> {
        book_sheets(self.reader.sheets_metadata())
    }

    fn read(&mut self, sheet: &str, most: usize) -> Result<SheetContent, ImportProblem> {
        let dates = self.dates();
        let mut reader = self.reader.worksheet_cells_reader(sheet).map_err(problem_of)?;
        let mut rows = RowCollector::new(most);
        while let Some(cell) = reader.next_cell().map_err(problem_of)? {
            let (row, column) = cell.get_position();
            let column = usize::try_from(column).unwrap_or(usize::MAX);
            if !rows.put(row, column, whole(cell_of(cell.get_value(), dates)))? {
                break;
            }
        }
        Ok(SheetContent { rows: rows.into_rows(), merged: Vec::new() })
    }

    fn dates(&self) -> DateSystem {
        if self.reader.has_1904_epoch() { DateSystem::From1904 } else { DateSystem::From1900 }
    }
}

fn problem_of(problem: XlsbError) -> ImportProblem {
    match problem {
        XlsbError::Password => ImportProblem::EncryptedWorkbook,
        other => damaged(other),
    }
}
