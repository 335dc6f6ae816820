//! A table as a file holds it: a header and numbered rows of typed cells.

use std::io::Read as _;
use std::path::Path;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::files::source::TableSource;
use crate::domain::import::problem::{ImportProblem, Measure};

/// Size limit of a file of deals, in bytes.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// Row limit of a table.
pub(crate) const MOST_ROWS: u32 = 200_000;
/// Column limit of a table.
pub(crate) const MOST_COLUMNS: usize = 512;
/// Cell limit of a table.
pub(crate) const MOST_CELLS: usize = 10_000_000;
/// Size limit of a cell in bytes: the document would be saved with all of it after each change.
pub(crate) const MOST_CELL_BYTES: usize = 16 * 1024 * 1024;

#[derive(Clone, Debug, PartialEq)]
pub struct SheetTable {
    pub header: Vec<String>,
    pub rows: Vec<SheetRow>,
    /// How the workbook counts days in dates that are plain numbers.
    pub dates: DateSystem,
    pub source: TableSource,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SheetRow {
    /// As shown in the spreadsheet, which counts the rows above the header too.
    pub number: u32,
    /// Missing cells at the end are empty.
    pub cells: Vec<SheetCell>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum SheetCell {
    Empty,
    Text(String),
    /// A number cell of a workbook, rounded to 15 digits as Excel shows it.
    Number(Decimal),
    /// A number whose format shows a currency, and how: `US$30000`.
    Money {
        number: Decimal,
        text: String,
    },
    Date(NaiveDate),
    Flag(bool),
    /// `#REF!` and the like.
    Error(String),
    /// What was entered is no longer in the file.
    Lost(CellLoss),
}

/// What a file no longer says about a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum CellLoss {
    /// The result of a formula: the program that wrote the file does not calculate.
    Result,
    /// The last digits of a number with more than the 15 that spreadsheets keep.
    Digits(String),
}

/// The first day of a workbook's day count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateSystem {
    #[default]
    From1900,
    From1904,
}

impl SheetCell {
    /// A text cell, or an empty one.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// Reads a file within the size limit.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, ImportProblem> {
    let unreadable = |error: std::io::Error| ImportProblem::Unreadable(error.to_string());
    // A named pipe or a terminal might block for ever.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(ImportProblem::NotAFile);
    }
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
    if u64::try_from(bytes.len()).map_or(true, |length| length > MOST_BYTES) {
        return Err(ImportProblem::TooLarge { what: Measure::Bytes, limit: MOST_BYTES });
    }
    Ok(bytes)
}

/// The first bytes of a file, enough to detect its kind.
pub(crate) fn read_head(path: &Path) -> std::io::Result<Vec<u8>> {
    const HEAD: u64 = 4096;
    let mut head = Vec::new();
    std::fs::File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}
