//! What the reader of binary workbooks leaves out: number formats, merged cells, and the errors of formulas ([MS-XLSB]).

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use quick_xml::XmlVersion;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::merged::MergedRange;
use super::number_format::{FormattedCell, TellingFormat};
use super::old_workbook::{number16, number32};
use crate::exchange::deals_in::table::MOST_CELLS;

/// The number formats of a workbook, and the part of each sheet.
pub(crate) struct BinaryParts {
    /// By the place of the style; None for one that says no more than the number.
    pub formats: Vec<Option<TellingFormat>>,
    sheets: HashMap<String, String>,
}

/// What is to know about a sheet beside its values.
#[derive(Default)]
pub(crate) struct SheetNotes {
    /// In the order of the sheet.
    pub formatted: Vec<FormattedCell>,
    pub merged: Vec<MergedRange>,
    /// The formulas whose result is an error, in the order of the sheet.
    pub errors: Vec<FailedFormula>,
}

pub(crate) struct FailedFormula {
    pub place: (u32, u32),
    pub error: &'static str,
}

impl BinaryParts {
    /// A part that is missing or damaged says nothing here; the reader itself refuses what it cannot do without.
    pub fn of(bytes: &[u8]) -> Self {
        let formats = part(bytes, "xl/styles.bin").map(|part| formats(&part)).unwrap_or_default();
        let targets = targets(bytes);
        let named = part(bytes, "xl/workbook.bin").map(|part| sheet_links(&part)).unwrap_or_default();
        let sheets = named.into_iter().filter_map(|(name, link)| Some((name, targets.get(&link)?.clone())));
        Self { formats, sheets: sheets.collect() }
    }

    pub fn notes(&self, bytes: &[u8], sheet: &str) -> SheetNotes {
        let sheet = self.sheets.get(sheet).and_then(|name| part(bytes, name));
        sheet.map(|sheet| self.notes_in(&sheet)).unwrap_or_default()
    }

    fn notes_in(&self, sheet: &[u8]) -> SheetNotes {
        let mut notes = SheetNotes::default();
        let mut row = 0;
        for (kind, data) in records(sheet) {
            match kind {
                record::ROW => row = number32(data, 0).unwrap_or(row),
                record::ROUNDED | record::REAL | record::FORMULA_NUMBER => {
                    let Some((column, format)) = number32(data, 0).zip(style(data)) else { continue };
                    if self.formats.get(format).is_some_and(Option::is_some)
                        && notes.formatted.len() < MOST_CELLS
                    {
                        notes.formatted.push(FormattedCell { place: (row, column), format });
                    }
                }
                record::FORMULA_ERROR => {
                    let found = number32(data, 0).zip(data.get(8).and_then(|code| error(*code)));
                    let Some((column, error)) = found else { continue };
                    notes.errors.push(FailedFormula { place: (row, column), error });
                }
                record::MERGED => notes.merged.extend(merged(data)),
                _ => {}
            }
        }
        notes
    }
}

/// The records that matter here.
mod record {
    pub const ROW: u16 = 0;
    pub const ROUNDED: u16 = 2;
    pub const REAL: u16 = 5;
    pub const FORMULA_NUMBER: u16 = 9;
    pub const FORMULA_ERROR: u16 = 11;
    pub const FORMAT: u16 = 44;
    pub const STYLE: u16 = 47;
    pub const SHEET: u16 = 156;
    pub const MERGED: u16 = 176;
    pub const CELL_STYLES: u16 = 617;
    pub const END_CELL_STYLES: u16 = 618;
}

/// The records of a part, one after the other, until it ends or is damaged.
fn records(part: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let kind = u16::try_from(number(&mut rest, 2)?).ok()?;
        let length = usize::try_from(number(&mut rest, 4)?).ok()?;
        let (data, after) = rest.split_at_checked(length)?;
        rest = after;
        Some((kind, data))
    })
}

/// Seven bits in each byte, the lowest first; the eighth says that another byte follows.
fn number(rest: &mut &[u8], most: u32) -> Option<u32> {
    let mut number = 0;
    for place in 0..most {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        number |= u32::from(byte & 0x7f).checked_shl(place.checked_mul(7)?)?;
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

fn part(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut part = Vec::new();
    archive.by_name(name).ok()?.read_to_end(&mut part).ok()?;
    Some(part)
}

fn formats(styles: &[u8]) -> Vec<Option<TellingFormat>> {
    let mut codes: HashMap<u16, Option<TellingFormat>> = HashMap::new();
    let mut of_cells = false;
    let mut formats = Vec::new();
    for (kind, data) in records(styles) {
        match kind {
            record::FORMAT => {
                if let Some((number, (code, _))) = number16(data, 0).zip(text(data, 2)) {
                    codes.insert(number, TellingFormat::of(&code));
                }
            }
            record::CELL_STYLES => of_cells = true,
            record::END_CELL_STYLES => of_cells = false,
            record::STYLE if of_cells => {
                formats.push(number16(data, 2).and_then(|number| codes.get(&number)?.clone()));
            }
            _ => {}
        }
    }
    formats
}

/// The name of each sheet, and the link to its part.
fn sheet_links(workbook: &[u8]) -> Vec<(String, String)> {
    let sheets = records(workbook).filter(|(kind, _)| *kind == record::SHEET);
    sheets
        .filter_map(|(_, data)| {
            let (link, end) = text(data, 8)?;
            Some((text(data, end)?.0, link))
        })
        .collect()
}

/// The parts behind the links of the workbook.
fn targets(bytes: &[u8]) -> HashMap<String, String> {
    let mut targets = HashMap::new();
    let Some(links) = part(bytes, "xl/_rels/workbook.bin.rels") else { return targets };
    let mut reader = quick_xml::Reader::from_reader(links.as_slice());
    let mut buffer = Vec::new();
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        match event {
            Event::Eof => break,
            Event::Start(link) | Event::Empty(link) => {
                let value = |name: &str| {
                    let found = link.try_get_attribute(name).ok().flatten()?;
                    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
                };
                if let Some((id, target)) = value("Id").zip(value("Target")) {
                    targets.insert(id, format!("xl/{target}"));
                }
            }
            _other => {}
        }
        buffer.clear();
    }
    targets
}

/// A text with its length before it, and where it ends.
fn text(data: &[u8], at: usize) -> Option<(String, usize)> {
    let length = usize::try_from(number32(data, at)?).ok()?;
    let start = at.checked_add(4)?;
    let end = start.checked_add(length.checked_mul(2)?)?;
    let units = data.get(start..end)?.chunks_exact(2).filter_map(|unit| number16(unit, 0));
    Some((char::decode_utf16(units).map(|sign| sign.unwrap_or('\u{fffd}')).collect(), end))
}

/// The place of a cell's style, three bytes after its column.
fn style(data: &[u8]) -> Option<usize> {
    usize::try_from(number32(data, 4)? & 0x00ff_ffff).ok()
}

fn merged(data: &[u8]) -> Option<MergedRange> {
    let first = (number32(data, 0)?, number32(data, 8)?);
    let last = (number32(data, 4)?, number32(data, 12)?);
    Some(MergedRange::of(first, last))
}

fn error(code: u8) -> Option<&'static str> {
    const ERRORS: [(u8, &str); 8] = [
        (0x00, "#NULL!"),
        (0x07, "#DIV/0!"),
        (0x0f, "#VALUE!"),
        (0x17, "#REF!"),
        (0x1d, "#NAME?"),
        (0x24, "#NUM!"),
        (0x2a, "#N/A"),
        (0x2b, "#GETTING_DATA"),
    ];
    ERRORS.iter().find(|(known, _)| *known == code).map(|(_, error)| *error)
}
