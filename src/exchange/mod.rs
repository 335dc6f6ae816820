//! Other people's formats, read and written, one folder for each purpose.
//!
//! - [`open`] detects the kind of a file of deals; [`deals_in`] reads tables of them, [`deals_out`] writes them.
//! - [`pack`](mod@pack): one whole deal for a colleague. [`mail`]: one message. [`plans`]: a payment plan in each format,
//!   and read back from a workbook. [`papers`]: PDFs and pictures of them.
//! - [`files`]: names that every system accepts, and writing that never overwrites unasked.
#![deny(clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::string_slice)]

pub mod deals_in;
pub mod deals_out;
pub mod files;
pub mod mail;
pub mod open;
pub mod pack;
pub mod papers;
pub mod plans;

use std::path::Path;

use crate::domain::deal::Deal;
use crate::domain::files::source::{SourceChoice, TableSource};
use crate::domain::import::ParsedRow;
use crate::domain::import::problem::{ImportProblem, SkippedRow};

/// A file of deals, read row by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DealsRead {
    pub rows: Vec<Result<ParsedRow, SkippedRow>>,
    /// The headers of unknown columns.
    pub ignored: Vec<String>,
    /// Where in the file they were.
    pub source: TableSource,
}

/// The content of an imported file, detected from its bytes, as its extension may be wrong.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Imported {
    Table(DealsRead),
    Pack(Box<Deal>),
}

/// Reads a table of deals, or one packed deal.
pub(crate) fn read_import(path: &Path, choice: &SourceChoice) -> Result<Imported, ImportProblem> {
    let bytes = deals_in::table::read_bytes(path)?;
    if pack::is_json(&bytes) {
        return match pack::unpack(&bytes) {
            Ok(deal) => Ok(Imported::Pack(Box::new(deal))),
            Err(problem) => Err(ImportProblem::Pack(problem)),
        };
    }
    read_deals_as(&bytes, choice).map(Imported::Table)
}

/// Whether the file at a path is marked as a packed deal; false if it cannot be read.
pub(crate) fn is_pack(path: &Path) -> bool {
    deals_in::table::read_head(path).is_ok_and(|head| pack::is_pack(&head))
}

/// Reads the deals in a file of any kind that holds tables.
pub fn read_deals(path: &Path) -> Result<DealsRead, ImportProblem> {
    read_deals_from(&deals_in::table::read_bytes(path)?)
}

/// As [`read_deals`], from the bytes of the file.
pub fn read_deals_from(bytes: &[u8]) -> Result<DealsRead, ImportProblem> {
    read_deals_as(bytes, &SourceChoice::default())
}

/// As [`read_deals_from`], from where a person said.
pub fn read_deals_as(bytes: &[u8], choice: &SourceChoice) -> Result<DealsRead, ImportProblem> {
    let table = open::read_book(bytes, choice)?;
    let columns = deals_in::columns::ColumnMeanings::of(&table.header)?;
    let doubts = deals_in::rows::Doubts::Refused;
    let manner = deals_in::rows::RowReading { meanings: &columns.meanings, dates: table.dates, doubts };
    let mut rows = Vec::with_capacity(table.rows.len());
    // Each row of cells is freed as soon as it is read.
    rows.extend(table.rows.into_iter().filter_map(|row| deals_in::rows::read_row(&row, &manner)));
    Ok(DealsRead { rows, ignored: columns.ignored, source: table.source })
}
