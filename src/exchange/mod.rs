//! Other people's formats, one file each, read and written.
//!
//! - Reading deals: [`table`] tells the kind of file, [`csv`] and [`xlsx`] make a [`table::Table`] of it, [`columns`]
//!   finds out what its columns mean, and [`rows`] reads the cells with [`words`] and [`dates`]. Where a person looks on,
//!   [`reading`] tells what the table leaves open and reads it by their answers.
//! - Writing deals: [`deals`] says what stands in each cell, [`deals_csv`] and [`deals_xlsx`] write it.
//! - One whole deal: [`pack`](mod@pack).
//! - Messages: [`eml`] and [`txt`]. Plans: [`plan`] chooses between [`plan_csv`], [`plan_markdown`], [`plan_xlsx`], which
//!   is also read back, and [`ics`].
//! - Papers: [`pdf`], and [`picture`] for chats, painted from the same layout.
//! - Files: [`filename`] makes names that every system takes, [`write`](mod@write) never overwrites unasked.
#![deny(clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::string_slice)]

pub mod columns;
pub mod csv;
mod csv_encoding;
pub mod dates;
pub mod deals;
pub mod deals_csv;
pub mod deals_xlsx;
pub mod eml;
pub mod filename;
pub mod ics;
pub mod pack;
pub mod pdf;
pub mod picture;
pub mod plan;
pub mod plan_csv;
pub mod plan_markdown;
pub mod plan_xlsx;
pub mod reading;
pub mod rows;
pub mod table;
pub mod txt;
pub mod words;
pub mod write;
pub mod xlsx;
mod xlsx_guard;

use std::path::Path;

use crate::domain::deal::Deal;
use crate::domain::import::ParsedRow;
use crate::domain::import::problem::{ImportProblem, Skipped};

/// A file of deals, read row by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DealsRead {
    pub rows: Vec<Result<ParsedRow, Skipped>>,
    /// Columns that mean nothing to us, as their header names them.
    pub ignored: Vec<String>,
}

/// What a file for import turned out to hold; its content tells, because names lie.
#[derive(Clone, Debug, PartialEq)]
pub enum Imported {
    Table(DealsRead),
    Pack(Box<Deal>),
}

/// Reads a table of deals, or one packed deal.
pub fn read_import(path: &Path) -> Result<Imported, ImportProblem> {
    let bytes = table::read_bytes(path)?;
    if pack::is_json(&bytes) {
        return match pack::unpack(&bytes) {
            Ok(deal) => Ok(Imported::Pack(Box::new(deal))),
            Err(problem) => Err(ImportProblem::Pack(problem)),
        };
    }
    read_deals_from(&bytes).map(Imported::Table)
}

/// Whether the file at a path calls itself a packed deal; no where it cannot be read.
pub fn is_pack(path: &Path) -> bool {
    table::read_head(path).is_ok_and(|head| pack::is_pack(&head))
}

/// Reads the deals in a .csv or .xlsx file.
pub fn read_deals(path: &Path) -> Result<DealsRead, ImportProblem> {
    read_deals_from(&table::read_bytes(path)?)
}

/// Reads the deals in the bytes of a .csv or .xlsx file.
pub fn read_deals_from(bytes: &[u8]) -> Result<DealsRead, ImportProblem> {
    let table = table::read_table(bytes)?;
    let columns = columns::Columns::of(&table.header)?;
    let doubts = rows::Doubts::Refused;
    let manner = rows::Manner { meanings: &columns.meanings, dates: table.dates, doubts };
    let rows = table.rows.iter().filter_map(|row| rows::read_row(row, &manner)).collect();
    Ok(DealsRead { rows, ignored: columns.ignored })
}
