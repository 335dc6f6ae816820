//! The number formats of old workbooks, which their reader does not give.

use std::collections::HashMap;

use super::{number16, number32, record, records};
use crate::exchange::deals_in::book::number_format::TellingFormat;

/// The formats that say more than a number, and the cells that have them.
#[derive(Default)]
pub(crate) struct OldFormats {
    /// By the place of the style.
    formats: Vec<Option<TellingFormat>>,
    /// By the name of the sheet: the place of the style by row and column, both counted from 0.
    sheets: HashMap<String, HashMap<(u32, u32), usize>>,
}

/// The version of Excel 97 and later; before, texts were written in another way.
const UNICODE: u16 = 0x0600;

impl OldFormats {
    /// From the stream that holds the workbook.
    pub fn of(stream: &[u8]) -> Self {
        let version = records(stream).next().and_then(|begin| number16(begin.data, 0));
        let formats = formats(stream);
        if version != Some(UNICODE) || formats.iter().all(Option::is_none) {
            return Self::default();
        }
        let sheets = globals(stream).filter(|record| record.kind == record::SHEET);
        let sheets = sheets.filter_map(|sheet| {
            let start = usize::try_from(number32(sheet.data, 0)?).ok()?;
            let name = text(sheet.data.get(8..)?, usize::from(*sheet.data.get(6)?), *sheet.data.get(7)?)?;
            Some((name, cells(stream.get(start..)?, &formats)))
        });
        Self { sheets: sheets.collect(), formats }
    }

    pub fn of_cell(&self, sheet: &str, place: (u32, u32)) -> Option<&TellingFormat> {
        self.formats.get(*self.sheets.get(sheet)?.get(&place)?)?.as_ref()
    }
}

/// The records before those of the sheets.
fn globals(stream: &[u8]) -> impl Iterator<Item = super::OldRecord<'_>> {
    records(stream).take_while(|record| record.kind != record::END)
}

fn formats(stream: &[u8]) -> Vec<Option<TellingFormat>> {
    let mut codes: HashMap<u16, Option<TellingFormat>> = HashMap::new();
    let mut formats = Vec::new();
    for found in globals(stream) {
        match found.kind {
            record::FORMAT => {
                if let Some((number, code)) = number16(found.data, 0).zip(code(found.data)) {
                    codes.insert(number, TellingFormat::of(&code));
                }
            }
            record::STYLE => {
                formats.push(number16(found.data, 2).and_then(|number| codes.get(&number)?.clone()));
            }
            _ => {}
        }
    }
    formats
}

fn code(data: &[u8]) -> Option<String> {
    text(data.get(5..)?, usize::from(number16(data, 2)?), *data.get(4)?)
}

/// A text of so many characters, of one byte each or of two.
fn text(data: &[u8], length: usize, flags: u8) -> Option<String> {
    if flags & 1 == 0 {
        return Some(data.get(..length)?.iter().map(|byte| char::from(*byte)).collect());
    }
    let units = data.get(..length.checked_mul(2)?)?.chunks_exact(2).filter_map(|unit| number16(unit, 0));
    Some(char::decode_utf16(units).map(|sign| sign.unwrap_or('\u{fffd}')).collect())
}

/// The numbers of a sheet whose format says more.
fn cells(sheet: &[u8], formats: &[Option<TellingFormat>]) -> HashMap<(u32, u32), usize> {
    let mut cells = HashMap::new();
    let mut note = |row: u16, column: u16, style: u16| {
        let style = usize::from(style);
        if formats.get(style).is_some_and(Option::is_some) {
            cells.insert((u32::from(row), u32::from(column)), style);
        }
    };
    let mut depth = 0_u32;
    for found in records(sheet) {
        match found.kind {
            record::BEGIN => depth = depth.saturating_add(1),
            record::END if depth <= 1 => break,
            record::END => depth = depth.saturating_sub(1),
            // A chart within the sheet has records of its own.
            _ if depth != 1 => {}
            record::NUMBERS => {
                let Some((row, first)) = number16(found.data, 0).zip(number16(found.data, 2)) else {
                    continue;
                };
                let styles = found.data.get(4..).unwrap_or_default().chunks_exact(6);
                for (column, style) in (first..).zip(styles) {
                    number16(style, 0).into_iter().for_each(|style| note(row, column, style));
                }
            }
            record::FORMULA | record::NUMBER | record::ROUNDED => {
                let place = number16(found.data, 0).zip(number16(found.data, 2));
                if let Some(((row, column), style)) = place.zip(number16(found.data, 4)) {
                    note(row, column, style);
                }
            }
            _ => {}
        }
    }
    cells
}
