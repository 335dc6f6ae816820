//! Other people's formats, read and written, one folder for each purpose.
//!
//! - [`open`] detects the kind of a file of deals; [`deals_in`] reads tables of them, [`deals_out`] writes them.
//! - [`pack`](mod@pack): one whole deal for a colleague. [`mail`]: one message. [`plans`]: a payment plan in each format,
//!   and read back from a workbook. [`papers`]: PDFs and pictures of them.
//! - [`days_off`]: the days off of a country.
//! - [`files`]: names that every system accepts, and writing that never overwrites unasked.
#![deny(clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::string_slice)]

pub mod days_off;
pub mod deals_in;
pub mod deals_out;
pub mod files;
pub mod mail;
pub mod open;
pub mod pack;
pub mod papers;
pub mod plans;

use std::path::Path;

use chrono::NaiveDate;

use crate::domain::deal::Deal;
use crate::domain::files::source::{SourceChoice, TableSource};
use crate::domain::import::ParsedRow;
use crate::domain::import::problem::{ChoiceIn, Chosen, Flaw, ImportProblem, SkippedRow, WarnedRow};
use crate::domain::import::reading::{TableReading, Use};

/// A file of deals, read row by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DealsRead {
    pub rows: Vec<Result<ParsedRow, SkippedRow>>,
    /// What is to know about rows that come in.
    pub warned: Vec<WarnedRow>,
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

/// Reads a table of deals, or one packed deal; a date without a year is the last or next such day, seen from today.
pub(crate) fn read_import(
    path: &Path,
    choice: &SourceChoice,
    today: NaiveDate,
) -> Result<Imported, ImportProblem> {
    let bytes = deals_in::table::read_bytes(path)?;
    if pack::is_json(&bytes) {
        if let Some(chosen) = first_choice(choice) {
            return Err(ImportProblem::NothingToChoose { file: ChoiceIn::Pack, chosen });
        }
        return match pack::unpack(&bytes) {
            Ok(deal) => Ok(Imported::Pack(Box::new(deal))),
            Err(problem) => Err(ImportProblem::Pack(problem)),
        };
    }
    read_deals_as(&bytes, choice, Some(today)).map(Imported::Table)
}

fn first_choice(choice: &SourceChoice) -> Option<Chosen> {
    let SourceChoice { sheet, encoding, header } = choice;
    let sheet = sheet.as_ref().map(|_| Chosen::Sheet);
    sheet.or(encoding.as_ref().map(|_| Chosen::Encoding)).or(header.map(|_| Chosen::Header))
}

/// Whether the file at a path is marked as a packed deal; false if it cannot be read.
pub(crate) fn is_pack(path: &Path) -> bool {
    deals_in::table::read_head(path).is_ok_and(|head| pack::is_pack(&head))
}

/// Reads the deals in a file of any kind that holds tables.
pub fn read_deals(path: &Path) -> Result<DealsRead, ImportProblem> {
    read_deals_from(&deals_in::table::read_bytes(path)?)
}

/// Reads the deals in the bytes of a file, where every date must have its year.
pub fn read_deals_from(bytes: &[u8]) -> Result<DealsRead, ImportProblem> {
    read_deals_as(bytes, &SourceChoice::default(), None)
}

/// Reads the deals in the bytes of a file on a day, from where a person said. Nobody is asked: what the table leaves open
/// is said.
pub fn read_deals_as(
    bytes: &[u8],
    choice: &SourceChoice,
    today: Option<NaiveDate>,
) -> Result<DealsRead, ImportProblem> {
    let mut table = open::read_book(bytes, choice)?;
    let columns = deals_in::columns::ColumnMeanings::of(&table.header)?;
    // A column without a name cannot be named in the answer, so its cells are kept.
    let unnamed = |place: usize| table.header.get(place).is_some_and(|name| name.trim().is_empty());
    let uses = columns.meanings.iter().enumerate().map(|(place, meaning)| match meaning {
        Some(column) => Use::As(*column),
        None if unnamed(place) => Use::Kept,
        None => Use::LeftOut,
    });
    let uses: Vec<Use> = uses.collect();
    let guess = deals_in::reading::guess(&table);
    let reading = TableReading { columns: uses, ..guess };
    let settled = deals_in::reading::Settled::of(&table, &reading);
    let cells = std::mem::take(&mut table.rows);
    let manner = settled.manner(&table, &reading, today, false);
    let mut read = DealsRead { rows: Vec::with_capacity(cells.len()), ..DealsRead::default() };
    // Each row of cells is freed as soon as it is read.
    for (row, flaws) in cells.into_iter().filter_map(|row| deals_in::rows::read_all(&row, &manner)) {
        read.rows.push(match Flaw::gravest(&flaws).cloned() {
            Some(flaw) => Err(SkippedRow { row: row.row, flaw }),
            None => {
                read.warned.extend(flaws.into_iter().map(|flaw| WarnedRow { row: row.row, flaw }));
                Ok(row)
            }
        });
    }
    read.ignored = columns.ignored;
    read.source = table.source;
    Ok(read)
}
