//! Checks a workbook before it is read: no part, count or coordinate may exceed our limits.

use std::io::{BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::table::MOST_BYTES;
use crate::domain::import::problem::{ImportProblem, Measure};

/// The limit of unpacked bytes: a small file may unpack to any size.
const MOST_INFLATED: u64 = 512 * 1024 * 1024;
const MOST_ENTRIES: usize = 10_000;
/// The reader allocates as many strings as the workbook claims to have.
const MOST_STRINGS: u64 = 4_000_000;
/// The last cell of a sheet is XFD1048576.
const LAST_ROW: u32 = 1_048_576;
const LAST_COLUMN: u32 = 16_384;

/// What the check saw that matters to the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WorkbookTraits {
    /// Whether any sheet has merged cells; they stand at its end, so looking for them means reading it twice.
    pub merges_cells: bool,
    /// Whether the program that wrote it leaves the results of formulas to the one that opens it.
    pub recalculates: bool,
}

/// Refuses a workbook that would exhaust the memory or confuse its reader.
pub(crate) fn check_workbook(bytes: &[u8]) -> Result<WorkbookTraits, ImportProblem> {
    check_within(bytes, MOST_INFLATED)
}

fn check_within(bytes: &[u8], limit: u64) -> Result<WorkbookTraits, ImportProblem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_ENTRIES {
        return Err(too_large(Measure::Entries, MOST_ENTRIES.try_into().unwrap_or(u64::MAX)));
    }
    let mut inflated: u64 = 0;
    let mut traits = WorkbookTraits::default();
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(damaged)?;
        if entry.size() > MOST_BYTES || inflated.saturating_add(entry.size()) > limit {
            return Err(too_large(Measure::InflatedBytes, limit));
        }
        let is_xml = entry.name().is_ok_and(|name| {
            let name = name.to_ascii_lowercase();
            name.ends_with(".xml") || name.ends_with(".rels")
        });
        // The size in the directory may be false, so the unpacked bytes are counted.
        let mut counted = LimitedReader { inner: entry, left: limit.saturating_sub(inflated) };
        let checked = if is_xml { check_xml(&mut counted, &mut traits) } else { Ok(()) };
        if counted.left > 0 {
            checked?;
        }
        let _rest = std::io::copy(&mut counted, &mut std::io::sink()).map_err(damaged)?;
        if counted.left == 0 {
            return Err(too_large(Measure::InflatedBytes, limit));
        }
        inflated = limit.saturating_sub(counted.left);
    }
    Ok(traits)
}

pub(crate) fn damaged(why: impl std::fmt::Display) -> ImportProblem {
    ImportProblem::DamagedWorkbook(why.to_string())
}

pub(crate) fn too_large(what: Measure, limit: u64) -> ImportProblem {
    ImportProblem::TooLarge { what, limit }
}

/// Reads until the limit of bytes is used up, then acts as if the part ended there.
struct LimitedReader<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for LimitedReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let room = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.inner.read(buffer.get_mut(..room).unwrap_or_default())?;
        self.left = self.left.saturating_sub(u64::try_from(read).unwrap_or(u64::MAX));
        Ok(read)
    }
}

fn check_xml(part: &mut impl Read, traits: &mut WorkbookTraits) -> Result<(), ImportProblem> {
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(part));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) | Event::Empty(element) => check_element(&element, traits)?,
            // Excel writes none, and nested entities can grow without end.
            Event::DocType(_) => return Err(damaged("a part of it declares a document type")),
            Event::Eof => return Ok(()),
            Event::End(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

fn check_element(element: &BytesStart<'_>, traits: &mut WorkbookTraits) -> Result<(), ImportProblem> {
    let name = element.local_name();
    let wanted = match name.as_ref() {
        "sst" => "uniqueCount",
        "dimension" => "ref",
        "c" | "row" => "r",
        "mergeCell" => {
            traits.merges_cells = true;
            "ref"
        }
        "calcPr" => "fullCalcOnLoad",
        _ => return Ok(()),
    };
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(damaged)?;
        if attribute.key.as_ref() != wanted {
            continue;
        }
        let value = attribute.value.as_ref();
        let fits = match wanted {
            "uniqueCount" => {
                if value.parse::<u64>().is_ok_and(|count| count > MOST_STRINGS) {
                    return Err(too_large(Measure::Strings, MOST_STRINGS));
                }
                true
            }
            "ref" => is_range(value),
            "fullCalcOnLoad" => {
                traits.recalculates = matches!(value, "1" | "true");
                true
            }
            _ => position(value).is_some(),
        };
        if !fits {
            return Err(damaged(format!("no sheet has a place {value:?}")));
        }
    }
    Ok(())
}

/// `A1`, or `A1:F9` with its corners in order.
fn is_range(text: &str) -> bool {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    match (position(first), position(last)) {
        (Some((first_row, first_column)), Some((last_row, last_column))) => {
            first_row <= last_row && first_column <= last_column
        }
        (_, _) => false,
    }
}

/// Row and column of `XFD1048576`; a row alone is in column 0.
fn position(text: &str) -> Option<(u32, u32)> {
    let digits_at = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = text.split_at_checked(digits_at)?;
    if letters.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut column: u32 = 0;
    for letter in letters.chars() {
        let value = letter.to_ascii_uppercase().to_digit(36).filter(|value| *value >= 10)?;
        column = column.checked_mul(26)?.checked_add(value.checked_sub(9)?)?;
    }
    let row: u32 = digits.parse().ok()?;
    ((1..=LAST_ROW).contains(&row) && column <= LAST_COLUMN).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn what_comes_out_is_counted_not_what_the_directory_says() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("xl/part.bin", zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(&[b' '; 10_000]).unwrap();
        let honest = archive.finish().unwrap().into_inner();
        assert_eq!(check_within(&honest, 10_001), Ok(WorkbookTraits::default()));
        let too_large = Err(ImportProblem::TooLarge { what: Measure::InflatedBytes, limit: 9_999 });
        assert_eq!(check_within(&honest, 9_999), too_large);
        let mut wrong = honest;
        let size = 10_000_u32.to_le_bytes();
        while let Some(at) = wrong.windows(4).position(|window| window == size) {
            wrong[at..at + 4].copy_from_slice(&9_999_u32.to_le_bytes());
        }
        assert!(check_within(&wrong, 9_999).is_err());
    }

    #[test]
    fn places_outside_of_every_sheet_are_none() {
        for (place, expected) in [
            ("A1", Some((1, 1))),
            ("XFD1048576", Some((LAST_ROW, LAST_COLUMN))),
            ("XFE1", None),
            ("A1048577", None),
            ("A0", None),
            ("A99999999999", None),
            ("AAAA1", None),
            ("1A", None),
            ("é1", None),
        ] {
            assert_eq!(position(place), expected, "{place}");
        }
        for (range, expected) in
            [("A1", true), ("A1:F9", true), ("B2:A1", false), ("1:2:3", false), ("", false)]
        {
            assert_eq!(is_range(range), expected, "{range}");
        }
    }
}
