//! Detects the kind of a table by its first bytes, as its extension may be wrong, and reads it.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use zip::ZipArchive;

use super::deals_in::book::binary_workbook::BinaryWorkbook;
use super::deals_in::book::old_workbook::OldWorkbook;
use super::deals_in::book::open_document::OpenDocumentBook;
use super::deals_in::book::table_in;
use super::deals_in::book::web_page::{WebPage, declared_encoding, is_web_page};
use super::deals_in::csv::read_text;
use super::deals_in::csv_encoding::decode;
use super::deals_in::table::SheetTable;
use super::deals_in::xlsx::ExcelWorkbook;
use super::deals_in::xlsx_guard::damaged;
use crate::domain::files::source::SourceChoice;
use crate::domain::import::problem::{ChoiceIn, Chosen, ForeignKind, ImportProblem};

/// Reads the table in a file; sheet, encoding and header are found out.
pub fn read_table(bytes: &[u8]) -> Result<SheetTable, ImportProblem> {
    read_book(bytes, &SourceChoice::default())
}

/// Reads the table in a file, from where a person said.
pub fn read_book(bytes: &[u8], choice: &SourceChoice) -> Result<SheetTable, ImportProblem> {
    let kind = kind_of(bytes)?;
    if kind.is_workbook() && choice.encoding.is_some() {
        return Err(ImportProblem::NothingToChoose { file: ChoiceIn::Workbook, chosen: Chosen::Encoding });
    }
    match kind {
        TableKind::Excel => table_in(&mut ExcelWorkbook::open(bytes)?, choice),
        TableKind::BinaryExcel => unless_it_panics(|| table_in(&mut BinaryWorkbook::open(bytes)?, choice)),
        TableKind::OldExcel => unless_it_panics(|| table_in(&mut OldWorkbook::open(bytes)?, choice)),
        TableKind::OpenDocument => table_in(&mut OpenDocumentBook::open(bytes)?, choice),
        TableKind::WebPage => read_web_page(bytes, choice),
        TableKind::Text => read_text(bytes, choice),
        TableKind::Foreign(kind) => Err(ImportProblem::Foreign(kind)),
    }
}

/// calamine 0.38 checks the binary formats less strictly than the others: what is damaged there must not stop the program.
fn unless_it_panics(
    read: impl FnOnce() -> Result<SheetTable, ImportProblem>,
) -> Result<SheetTable, ImportProblem> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_panic| Err(damaged("it makes no sense")))
}

enum TableKind {
    Excel,
    BinaryExcel,
    OldExcel,
    OpenDocument,
    WebPage,
    Text,
    Foreign(ForeignKind),
}

impl TableKind {
    fn is_workbook(&self) -> bool {
        match self {
            Self::Excel | Self::BinaryExcel | Self::OldExcel | Self::OpenDocument => true,
            Self::WebPage | Self::Text | Self::Foreign(_) => false,
        }
    }
}

fn kind_of(bytes: &[u8]) -> Result<TableKind, ImportProblem> {
    const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    Ok(if bytes.starts_with(b"PK\x03\x04") {
        kind_of_archive(bytes)?
    } else if bytes.starts_with(OLE) {
        TableKind::OldExcel
    } else if is_web_page(bytes) {
        TableKind::WebPage
    } else if text.starts_with(b"<?xml") {
        TableKind::Foreign(ForeignKind::Xml)
    } else if text.starts_with(b"MIME-Version:") {
        TableKind::Foreign(ForeignKind::WebPage)
    } else if bytes.starts_with(b"%PDF") {
        TableKind::Foreign(ForeignKind::Pdf)
    } else if bytes.starts_with(b"{\\rtf") {
        TableKind::Foreign(ForeignKind::Document)
    } else if [&b"\x89PNG"[..], b"\xff\xd8\xff", b"GIF8"].iter().any(|start| bytes.starts_with(start)) {
        TableKind::Foreign(ForeignKind::Picture)
    } else {
        TableKind::Text
    })
}

/// Each kind of archive has a part that no other has.
fn kind_of_archive(bytes: &[u8]) -> Result<TableKind, ImportProblem> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<_> = archive.file_names().filter_map(Result::ok).collect();
    let has = |part: &str| names.iter().any(|name| name.trim_start_matches('/').eq_ignore_ascii_case(part));
    let has_in = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    Ok(if has("xl/workbook.bin") {
        TableKind::BinaryExcel
    } else if has("xl/workbook.xml") || has_in("xl/") {
        TableKind::Excel
    } else if has_in("word/") || has_in("ppt/") {
        TableKind::Foreign(ForeignKind::Document)
    } else if has_in("Index/") || has("Index.zip") {
        TableKind::Foreign(ForeignKind::Numbers)
    } else if has("content.xml") {
        TableKind::OpenDocument
    } else if has("[Content_Types].xml") {
        TableKind::Excel
    } else {
        return Err(ImportProblem::UnknownKind);
    })
}

fn read_web_page(bytes: &[u8], choice: &SourceChoice) -> Result<SheetTable, ImportProblem> {
    let declared = declared_encoding(bytes).map(|encoding| encoding.name().to_ascii_lowercase());
    let (text, encoding) = decode(bytes, choice.encoding.as_deref().or(declared.as_deref()))?;
    let mut page = WebPage::read(&text)?;
    let mut table = table_in(&mut page, choice)?;
    table.source.encoding = Some(encoding);
    // The only table of a page needs no name.
    if page.has_one_table() {
        table.source.sheet = None;
    }
    Ok(table)
}
