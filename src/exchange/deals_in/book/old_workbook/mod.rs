//! Reads workbooks of Excel 97 to 2003 (.xls), after a check that no record of theirs makes the reader ask for memory
//! without end.

mod compound_file;
mod formats;

use std::io::Cursor;

use calamine::{Reader as _, Xls, XlsError};

use super::cells::{cell_of_data, whole};
use super::merged::MergedRange;
use super::row_collector::RowCollector;
use super::{Book, BookSheet, SheetContent};
use crate::domain::import::problem::{ForeignKind, ImportProblem, Measure};
use crate::exchange::deals_in::table::{DateSystem, MOST_CELLS};
use crate::exchange::deals_in::xlsx::book_sheets;
use crate::exchange::deals_in::xlsx_guard::{damaged, too_large};
use compound_file::CompoundFile;
pub(crate) use compound_file::{number16, number32};
use formats::OldFormats;

pub(crate) struct OldWorkbook<'a> {
    reader: Xls<Cursor<&'a [u8]>>,
    formats: OldFormats,
}

impl<'a> OldWorkbook<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportProblem> {
        let formats = OldFormats::of(&checked(bytes)?);
        let reader = Xls::new(Cursor::new(bytes)).map_err(|problem| match problem {
            XlsError::Password => ImportProblem::EncryptedWorkbook,
            other => damaged(other),
        })?;
        Ok(Self { reader, formats })
    }
}

impl Book for OldWorkbook<'_> {
    fn sheets(&self) -> Vec<BookSheet> {
        book_sheets(self.reader.sheets_metadata())
    }

    fn read(&mut self, sheet: &str, most: usize) -> Result<SheetContent, ImportProblem> {
        let dates = self.dates();
        let merged = self.reader.merge_cells_by_sheet_name(sheet).map_err(damaged)?;
        let range = self.reader.worksheet_range(sheet).map_err(damaged)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let first_column = usize::try_from(first_column).unwrap_or(usize::MAX);
        let mut rows = RowCollector::new(most);
        'rows: for (row, cells) in (first_row..).zip(range.rows()) {
            for (place, cell) in cells.iter().enumerate() {
                let column = first_column.saturating_add(place);
                let value = cell_of_data(cell, dates);
                let format =
                    u32::try_from(column).ok().and_then(|column| self.formats.of_cell(sheet, (row, column)));
                let value = match format {
                    Some(format) => format.shown(value),
                    None => value,
                };
                if !rows.put(row, column, whole(value))? {
                    break 'rows;
                }
            }
        }
        let merged = merged.into_iter().map(|range| MergedRange::of(range.start, range.end)).collect();
        Ok(SheetContent { rows: rows.into_rows(), merged })
    }

    fn dates(&self) -> DateSystem {
        if self.reader.has_1904_epoch() { DateSystem::From1904 } else { DateSystem::From1900 }
    }
}

/// Records of the stream that holds the workbook.
mod record {
    pub const BEGIN: u16 = 0x0809;
    pub const END: u16 = 0x000a;
    pub const SHEET: u16 = 0x0085;
    pub const DIMENSIONS: u16 = 0x0200;
    pub const MERGED: u16 = 0x00e5;
    pub const NUMBERS: u16 = 0x00bd;
    pub const FORMAT: u16 = 0x041e;
    pub const STYLE: u16 = 0x00e0;
    pub const FORMULA: u16 = 0x0006;
    pub const NUMBER: u16 = 0x0203;
    pub const ROUNDED: u16 = 0x027e;
    /// Cells with one value each: a formula, numbers, texts, truth values and errors.
    pub const CELLS: [u16; 7] = [FORMULA, NUMBER, 0x0204, 0x00d6, 0x0205, ROUNDED, 0x00fd];
}

/// The stream that holds the workbook.
fn checked(bytes: &[u8]) -> Result<Vec<u8>, ImportProblem> {
    if is_encrypted(bytes) {
        return Err(ImportProblem::EncryptedWorkbook);
    }
    let file = CompoundFile::open(bytes).ok_or_else(|| damaged("its sectors are not in order"))?;
    let Some(stream) = file.stream("Workbook").or_else(|| file.stream("Book")) else {
        let is_document = file.has("WordDocument") || file.has("PowerPoint Document");
        return Err(if is_document {
            ImportProblem::Foreign(ForeignKind::Document)
        } else {
            ImportProblem::OldWorkbook
        });
    };
    let wrong = || damaged("a record of it is out of order");
    let mut cells = 0_usize;
    let sheets = records(&stream).take_while(|record| record.kind != record::END);
    for sheet in sheets.filter(|record| record.kind == record::SHEET) {
        let start = number32(sheet.data, 0).and_then(|start| usize::try_from(start).ok());
        let sheet = start.and_then(|start| stream.get(start..)).ok_or_else(wrong)?;
        cells = cells.saturating_add(cells_spanned(sheet).ok_or_else(wrong)?);
        if cells > MOST_CELLS {
            return Err(too_large(Measure::Cells, u64::try_from(MOST_CELLS).unwrap_or(u64::MAX)));
        }
    }
    Ok(stream)
}

/// Excel stores a workbook with a password in such a container, with a stream of this name, in UTF-16.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

struct OldRecord<'a> {
    kind: u16,
    data: &'a [u8],
}

fn records(stream: &[u8]) -> impl Iterator<Item = OldRecord<'_>> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (kind, length) = (number16(rest, 0)?, usize::from(number16(rest, 2)?));
        let end = length.checked_add(4)?;
        let data = rest.get(4..end)?;
        rest = rest.get(end..)?;
        Some(OldRecord { kind, data })
    })
}

/// The number of cells in the block that the cells of a sheet span, which the reader holds as a whole; None where a
/// record contradicts itself.
fn cells_spanned(sheet: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut span: Option<CellSpan> = None;
    for record in records(sheet) {
        match record.kind {
            record::BEGIN => depth = depth.checked_add(1)?,
            record::END => depth = depth.checked_sub(1)?,
            // A chart within the sheet has records of its own.
            _ if depth != 1 => {}
            record::DIMENSIONS => check_dimensions(record.data)?,
            record::MERGED => {
                let wanted = usize::from(number16(record.data, 0)?).checked_mul(8)?.checked_add(2)?;
                record.data.get(..wanted)?;
            }
            record::NUMBERS => {
                let last = number16(record.data, record.data.len().checked_sub(2)?)?;
                let (row, first) = (number16(record.data, 0)?, number16(record.data, 2)?);
                last.checked_sub(first)?;
                span = Some(CellSpan::with(span, row, first));
                span = Some(CellSpan::with(span, row, last));
            }
            kind if record::CELLS.contains(&kind) => {
                span = Some(CellSpan::with(span, number16(record.data, 0)?, number16(record.data, 2)?));
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    Some(span.map_or(0, CellSpan::cells))
}

fn check_dimensions(data: &[u8]) -> Option<()> {
    let (first, end) = if data.len() >= 14 {
        (number32(data, 0)?, number32(data, 4)?)
    } else {
        (u32::from(number16(data, 0)?), u32::from(number16(data, 2)?))
    };
    let columns = number16(data, if data.len() >= 14 { 10 } else { 6 })?;
    (end <= 65_536 && columns <= 256 && (end == 0 || first < end)).then_some(())
}

/// The first and last row and column.
#[derive(Clone, Copy)]
struct CellSpan {
    rows: (u16, u16),
    columns: (u16, u16),
}

impl CellSpan {
    fn with(known: Option<Self>, row: u16, column: u16) -> Self {
        let Self { rows, columns } = known.unwrap_or(Self { rows: (row, row), columns: (column, column) });
        Self {
            rows: (rows.0.min(row), rows.1.max(row)),
            columns: (columns.0.min(column), columns.1.max(column)),
        }
    }

    fn cells(self) -> usize {
        let count = |(first, last): (u16, u16)| usize::from(last.saturating_sub(first)).saturating_add(1);
        count(self.rows).saturating_mul(count(self.columns))
    }
}
