//! A file of sheets, whatever its format: which sheet is read, what merged cells say, and where the header is.

pub(crate) mod binary_records;
pub(crate) mod binary_workbook;
pub(crate) mod cells;
pub(crate) mod header;
pub(crate) mod merged;
pub(crate) mod number_format;
pub(crate) mod old_workbook;
pub(crate) mod open_document;
pub(crate) mod quotes;
pub(crate) mod row_collector;
pub(crate) mod script;
pub(crate) mod web_page;

use super::table::{DateSystem, SheetRow, SheetTable};
use super::xlsx_guard::too_large;
use crate::domain::files::source::{SourceChoice, TableSource};
use crate::domain::import::problem::{ImportProblem, Measure};
use header::HEAD_ROWS;
use merged::MergedRange;

const MOST_SHEETS: usize = 256;

/// What every format of workbook can do.
pub(crate) trait Book {
    /// The sheets of cells, in the order of their tabs.
    fn sheets(&self) -> Vec<BookSheet>;

    /// The first rows of a sheet that hold anything.
    fn read(&mut self, sheet: &str, most: usize) -> Result<SheetContent, ImportProblem>;

    fn dates(&self) -> DateSystem;
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BookSheet {
    pub name: String,
    pub hidden: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SheetContent {
    /// Without rows that hold nothing.
    pub rows: Vec<SheetRow>,
    pub merged: Vec<MergedRange>,
}

/// The table in the chosen sheet, else in the first visible one that names a buyer, else in the first with anything.
pub(crate) fn table_in(book: &mut impl Book, choice: &SourceChoice) -> Result<SheetTable, ImportProblem> {
    let sheets = book.sheets();
    if sheets.len() > MOST_SHEETS {
        return Err(too_large(Measure::Sheets, u64::try_from(MOST_SHEETS).unwrap_or(u64::MAX)));
    }
    let sheet = match &choice.sheet {
        Some(name) => named(&sheets, name)?,
        None => likely(book, &sheets)?,
    };
    let sheets_left = left(book, &sheets, &sheet)?;
    let SheetContent { rows, merged } = book.read(&sheet, usize::MAX)?;
    let found = header::cut(rows, &merged, choice.header)?;
    let mut header = header::widened(found.header, &found.rows);
    header::name_currencies(&mut header, &found.rows);
    let source = TableSource { encoding: None, sheet: Some(sheet), sheets_left, header_row: found.row };
    Ok(SheetTable { header, rows: found.rows, dates: book.dates(), source })
}

fn named(sheets: &[BookSheet], name: &str) -> Result<String, ImportProblem> {
    let exact = sheets.iter().find(|sheet| sheet.name == name);
    let alike = || sheets.iter().find(|sheet| sheet.name.trim().eq_ignore_ascii_case(name.trim()));
    exact.or_else(alike).map(|sheet| sheet.name.clone()).ok_or_else(|| ImportProblem::NoSuchSheet {
        sheet: name.to_owned(),
        sheets: sheets.iter().map(|sheet| sheet.name.clone()).collect(),
    })
}

/// Hidden sheets are never guessed: nobody who sends a workbook thinks of them.
fn likely(book: &mut impl Book, sheets: &[BookSheet]) -> Result<String, ImportProblem> {
    let mut first = None;
    for sheet in sheets.iter().filter(|sheet| !sheet.hidden) {
        let SheetContent { rows, merged } = book.read(&sheet.name, HEAD_ROWS)?;
        if header::names_a_buyer(&rows, &merged) {
            return Ok(sheet.name.clone());
        }
        if !rows.is_empty() {
            first.get_or_insert(&sheet.name);
        }
    }
    first.cloned().ok_or(ImportProblem::Empty)
}

/// The other sheets that hold anything.
fn left(book: &mut impl Book, sheets: &[BookSheet], read: &str) -> Result<Vec<String>, ImportProblem> {
    let mut left = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.name != read) {
        if !book.read(&sheet.name, 1)?.rows.is_empty() {
            left.push(sheet.name.clone());
        }
    }
    Ok(left)
}
