//! Reads CSV as written by Excel, CRMs and people: encodings, separators, quotation marks.

use super::book::header::{self, HEAD_ROWS};
use super::book::quotes;
use super::columns;
use super::csv_encoding::decode;
use super::table::{
    DateSystem, MOST_CELL_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, SheetCell, SheetRow, SheetTable,
};
use crate::domain::files::source::{SourceChoice, TableSource};
use crate::domain::import::problem::{ChoiceIn, Chosen, ImportProblem, Measure};

/// Appended as a row of its own; if it is not read back as one, a quotation mark was never closed.
const END: &str = "\u{f8ff}end of table\u{f8ff}";
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads the table in the bytes of a text file.
pub fn read_text(bytes: &[u8], choice: &SourceChoice) -> Result<SheetTable, ImportProblem> {
    if choice.sheet.is_some() {
        return Err(ImportProblem::NothingToChoose { file: ChoiceIn::Text, chosen: Chosen::Sheet });
    }
    let (text, encoding) = decode(bytes, choice.encoding.as_deref())?;
    let (text, declared) = declared_separator(&text);
    let separator = declared.map_or_else(|| likely_separator(text), Ok)?;
    let mut found = header::cut(records(&quotes::mended(text, separator), separator)?, &[], choice.header)?;
    if found.header.len() > MOST_COLUMNS {
        return Err(ImportProblem::TooLarge {
            what: Measure::Columns,
            limit: u64::try_from(MOST_COLUMNS).unwrap_or(u64::MAX),
        });
    }
    found.rows.iter_mut().for_each(drop_empty_end);
    header::name_currencies(&mut found.header, &found.rows);
    let source = TableSource { encoding: Some(encoding), header_row: found.row, ..TableSource::default() };
    Ok(SheetTable { header: found.header, rows: found.rows, dates: DateSystem::From1900, source })
}

/// Spreadsheets write as many separators as the widest row needs.
fn drop_empty_end(row: &mut SheetRow) {
    while row.cells.last() == Some(&SheetCell::Empty) {
        row.cells.pop();
    }
}

/// Excel's own first line `sep=;`, which it does not show.
fn declared_separator(text: &str) -> (&str, Option<u8>) {
    let Some((first, rest)) = text.split_once('\n') else { return (text, None) };
    match first.trim_end_matches('\r').as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] if separator.is_ascii() => {
            (rest, Some(*separator))
        }
        _ => (text, None),
    }
}

/// The separator that gives the most known column names in one of the first rows, else the most columns.
fn likely_separator(text: &str) -> Result<u8, ImportProblem> {
    let judge = |separator: u8| {
        let mut reader = reader(text.as_bytes(), separator);
        let heads = reader.records().take(HEAD_ROWS).map_while(Result::ok).map(|fields| {
            (fields.iter().filter(|name| columns::column_named(name).is_some()).count(), fields.len())
        });
        heads.max().unwrap_or_default()
    };
    // With a tie, the first one: a comma.
    SEPARATORS.into_iter().rev().max_by_key(|separator| judge(*separator)).ok_or(ImportProblem::Empty)
}

/// All rows that hold anything.
fn records(text: &str, separator: u8) -> Result<Vec<SheetRow>, ImportProblem> {
    let ended = format!("{}\n{END}\n", text.strip_suffix('\n').unwrap_or(text));
    let mut reader = reader(ended.as_bytes(), separator);
    let mut rows = Vec::new();
    let mut fields = ::csv::StringRecord::new();
    let mut number: u32 = 0;
    let mut cells: usize = 0;
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        if !reader.read_record(&mut fields).map_err(|_invalid| ImportProblem::NotText)? {
            break;
        }
        number = number.saturating_add(blank_lines(&ended, start)).saturating_add(1);
        if fields.len() == 1 && fields.get(0) == Some(END) {
            break;
        }
        if fields.as_slice().contains(END) {
            return Err(ImportProblem::UnclosedQuote { row: number });
        }
        if fields.iter().any(|field| field.len() > MOST_CELL_BYTES) {
            let limit = u64::try_from(MOST_CELL_BYTES).unwrap_or(u64::MAX);
            return Err(ImportProblem::TooLarge { what: Measure::CellBytes, limit });
        }
        cells = cells.saturating_add(fields.len());
        check_size(number, cells)?;
        if !fields.iter().all(|field| field.trim().is_empty()) {
            rows.push(SheetRow { number, cells: fields.iter().map(SheetCell::text).collect() });
        }
    }
    Ok(rows)
}

fn reader(text: &[u8], separator: u8) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text)
}

/// The number of empty lines that the reader will skip; a spreadsheet shows them as rows.
fn blank_lines(text: &str, start: usize) -> u32 {
    let (before, after) = text.split_at_checked(start).unwrap_or((text, ""));
    // The second half of the line end of the previous row.
    let after = if before.ends_with('\r') { after.strip_prefix('\n').unwrap_or(after) } else { after };
    let mut rest = after;
    let mut blank: u32 = 0;
    while let Some(next) =
        rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).or_else(|| rest.strip_prefix('\r'))
    {
        blank = blank.saturating_add(1);
        rest = next;
    }
    blank
}

fn check_size(rows: u32, cells: usize) -> Result<(), ImportProblem> {
    if rows > MOST_ROWS.saturating_add(1) {
        return Err(ImportProblem::TooLarge { what: Measure::Rows, limit: u64::from(MOST_ROWS) });
    }
    if cells > MOST_CELLS {
        let limit = u64::try_from(MOST_CELLS).unwrap_or(u64::MAX);
        return Err(ImportProblem::TooLarge { what: Measure::Cells, limit });
    }
    Ok(())
}
