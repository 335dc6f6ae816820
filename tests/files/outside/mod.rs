//! Lists as other programs and people leave them: where the table is in the file, and what its cells say.
//!
//! A helper that cannot go on fails its test.
#![allow(clippy::panic, clippy::unwrap_used)]

mod binary_workbook;
mod encodings;
mod formats;
mod headers;
mod merged;
mod sheets;
mod texts;
mod told;

use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use icebreak::domain::files::source::SourceChoice;
use icebreak::domain::import::problem::ImportProblem;
use icebreak::exchange::deals_in::cells::meant;
use icebreak::exchange::deals_in::table::{CellLoss, SheetCell, SheetTable};
use icebreak::exchange::open::{read_book, read_table};
use rust_xlsxwriter::{Workbook, Worksheet};

fn path_of(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/outside").join(name)
}

fn outside(name: &str) -> Vec<u8> {
    std::fs::read(path_of(name)).unwrap()
}

fn table(bytes: &[u8]) -> SheetTable {
    read_table(bytes).unwrap()
}

/// The cells of each row as texts, without empty ones at the end.
fn rows(table: &SheetTable) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.cells.iter().map(shown).collect()).collect()
}

fn column(table: &SheetTable, name: &str) -> Vec<String> {
    let place = table.header.iter().position(|header| header == name).unwrap();
    table.rows.iter().map(|row| row.cells.get(place).map(shown).unwrap_or_default()).collect()
}

fn shown(cell: &SheetCell) -> String {
    match cell {
        SheetCell::Empty => String::new(),
        SheetCell::Text(text) => meant(text).to_owned(),
        SheetCell::Number(number) => number.to_string(),
        SheetCell::Money { text, .. } => text.clone(),
        SheetCell::Date(date) => date.to_string(),
        SheetCell::Flag(flag) => flag.to_string(),
        SheetCell::Error(error) => format!("error {error}"),
        SheetCell::Lost(CellLoss::Result) => "no result".to_owned(),
        SheetCell::Lost(CellLoss::Digits(text)) => format!("digits lost {text}"),
    }
}

/// A sheet by its name, and what fills it.
type NamedSheet<'a> = (&'a str, &'a dyn Fn(&mut Worksheet));

fn workbook(sheets: &[NamedSheet<'_>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, fill) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        fill(sheet);
    }
    workbook.save_to_buffer().unwrap()
}

/// Writes rows of texts; an empty text is an empty cell.
fn write(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) {
    for (row, cells) in (first - 1..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            if let Ok(number) = text.parse::<f64>() {
                sheet.write_number(row, column, number).unwrap();
            } else if !text.is_empty() {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
}

/// A spreadsheet with these tables, by the parts that every reader needs.
fn open_document(body: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="gone"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"#
    );
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", content.as_str()),
    ] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
