//! Reads OpenDocumentBook spreadsheets (.ods) as one stream: merged cells and shown zeros count, long runs of empty cells
//! do not.

use std::borrow::Cow;
use std::io::{BufReader, Cursor, Read};

use chrono::NaiveDate;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::cells::whole;
use super::merged::MergedRange;
use super::number_format::number;
use super::row_collector::RowCollector;
use super::{Book, BookSheet, SheetContent};
use crate::domain::import::problem::ImportProblem;
use crate::exchange::deals_in::table::{CellLoss, DateSystem, MOST_COLUMNS, SheetCell};
use crate::exchange::deals_in::xlsx_guard::{check_workbook, damaged};

pub(crate) struct OpenDocumentBook {
    sheets: Vec<DocumentSheet>,
}

struct DocumentSheet {
    name: String,
    hidden: bool,
    content: SheetContent,
}

impl OpenDocumentBook {
    pub fn open(bytes: &[u8]) -> Result<Self, ImportProblem> {
        check_workbook(bytes)?;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if is_encrypted(&mut archive) {
            return Err(ImportProblem::EncryptedWorkbook);
        }
        let part = archive.by_name("content.xml").map_err(damaged)?;
        let mut reader = Reader::from_reader(BufReader::new(part));
        reader.config_mut().check_end_names = false;
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { sheets: DocumentReader { reader, buffer: Vec::new() }.sheets()? })
    }
}

impl Book for OpenDocumentBook {
    fn sheets(&self) -> Vec<BookSheet> {
        let sheets = self.sheets.iter();
        sheets.map(|sheet| BookSheet { name: sheet.name.clone(), hidden: sheet.hidden }).collect()
    }

    fn read(&mut self, sheet: &str, most: usize) -> Result<SheetContent, ImportProblem> {
        let found = self.sheets.iter_mut().find(|known| known.name == sheet);
        let Some(content) = found.map(|found| &mut found.content) else { return Ok(SheetContent::default()) };
        if content.rows.len() <= most {
            return Ok(content.clone());
        }
        let rows = content.rows.iter().take(most).cloned().collect();
        Ok(SheetContent { rows, merged: content.merged.clone() })
    }

    fn dates(&self) -> DateSystem {
        DateSystem::From1900
    }
}

/// A password encrypts the parts one by one, and the manifest says so.
fn is_encrypted(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let mut manifest = String::new();
    let part = archive.by_name("META-INF/manifest.xml").ok();
    part.is_some_and(|mut part| part.read_to_string(&mut manifest).is_ok())
        && manifest.contains("encryption-data")
}

struct DocumentReader<R> {
    reader: Reader<BufReader<R>>,
    buffer: Vec<u8>,
}

/// What an element starts, as far as it matters here.
enum Started {
    Style {
        name: Option<String>,
    },
    TableProperties {
        hidden: bool,
    },
    Table {
        name: String,
        style: Option<String>,
    },
    Row {
        repeated: u32,
    },
    Cell(CellStart),
    /// Comments, drawings and earlier versions: no cells of the sheet.
    Aside(String),
    Other,
}

#[derive(Default)]
struct CellStart {
    covered: bool,
    repeated: usize,
    rows: u32,
    kind: String,
    value: String,
    currency: String,
    formula: bool,
    error: bool,
}

impl<R: Read> DocumentReader<R> {
    fn sheets(mut self) -> Result<Vec<DocumentSheet>, ImportProblem> {
        let mut sheets = Vec::new();
        let (mut style, mut hidden_styles) = (None, Vec::new());
        loop {
            match self.next()? {
                DocumentEvent::Started(Started::Style { name }) => style = name,
                DocumentEvent::Started(Started::TableProperties { hidden: true }) => {
                    hidden_styles.extend(style.clone());
                }
                DocumentEvent::Started(Started::Table { name, style }) => {
                    let hidden = style.is_some_and(|style| hidden_styles.contains(&style));
                    sheets.push(DocumentSheet { name, hidden, content: self.table()? });
                }
                DocumentEvent::Started(Started::Aside(name)) => self.skip(&name)?,
                DocumentEvent::Started(
                    Started::TableProperties { hidden: false }
                    | Started::Row { .. }
                    | Started::Cell(_)
                    | Started::Other,
                )
                | DocumentEvent::Ended(_)
                | DocumentEvent::Text(_) => {}
                DocumentEvent::End => return Ok(sheets),
            }
        }
    }

    fn table(&mut self) -> Result<SheetContent, ImportProblem> {
        let mut rows = RowCollector::new(usize::MAX);
        let mut merged = Vec::new();
        let mut row: u32 = 0;
        loop {
            match self.next()? {
                DocumentEvent::Started(Started::Row { repeated }) => {
                    let cells = self.row(row, &mut merged)?;
                    if !cells.is_empty() {
                        for number in row..row.saturating_add(repeated) {
                            for (column, cell) in &cells {
                                rows.put(number, *column, cell.clone())?;
                            }
                        }
                    }
                    row = row.saturating_add(repeated);
                }
                DocumentEvent::Started(Started::Aside(name)) => self.skip(&name)?,
                DocumentEvent::Ended(Ended::Table) | DocumentEvent::End => {
                    return Ok(SheetContent { rows: rows.into_rows(), merged });
                }
                DocumentEvent::Started(
                    Started::Style { .. }
                    | Started::TableProperties { .. }
                    | Started::Table { .. }
                    | Started::Cell(_)
                    | Started::Other,
                )
                | DocumentEvent::Ended(Ended::Row | Ended::Cell | Ended::Paragraph | Ended::Other)
                | DocumentEvent::Text(_) => {}
            }
        }
    }

    /// The cells of a row that hold anything, by their columns.
    fn row(
        &mut self,
        row: u32,
        merged: &mut Vec<MergedRange>,
    ) -> Result<Vec<(usize, SheetCell)>, ImportProblem> {
        let mut cells = Vec::new();
        let mut column: usize = 0;
        loop {
            match self.next()? {
                DocumentEvent::Started(Started::Cell(start)) => {
                    let text = self.text_of_cell()?;
                    let next = column.saturating_add(start.repeated);
                    if start.rows > 1 {
                        let last_row = row.saturating_add(start.rows);
                        merged.push(MergedRange::in_column(row.saturating_add(1), last_row, column));
                    }
                    let cell = if start.covered { SheetCell::Empty } else { whole(cell(&start, text)) };
                    if cell != SheetCell::Empty {
                        // A value may be repeated to the end of the sheet; one column too many refuses it.
                        let places = (column..next).take(MOST_COLUMNS.saturating_add(1));
                        cells.extend(places.map(|place| (place, cell.clone())));
                    }
                    column = next;
                }
                DocumentEvent::Started(Started::Aside(name)) => self.skip(&name)?,
                DocumentEvent::Ended(Ended::Row | Ended::Table) | DocumentEvent::End => return Ok(cells),
                DocumentEvent::Started(
                    Started::Style { .. }
                    | Started::TableProperties { .. }
                    | Started::Table { .. }
                    | Started::Row { .. }
                    | Started::Other,
                )
                | DocumentEvent::Ended(Ended::Cell | Ended::Paragraph | Ended::Other)
                | DocumentEvent::Text(_) => {}
            }
        }
    }

    /// The text that a cell shows, each paragraph on a line.
    fn text_of_cell(&mut self) -> Result<String, ImportProblem> {
        let mut text = String::new();
        loop {
            match self.next()? {
                DocumentEvent::Text(piece) => text.push_str(&piece),
                DocumentEvent::Ended(Ended::Paragraph) => text.push('\n'),
                DocumentEvent::Started(Started::Aside(name)) => self.skip(&name)?,
                DocumentEvent::Ended(Ended::Cell | Ended::Row | Ended::Table) | DocumentEvent::End => {
                    text.truncate(text.trim_end_matches('\n').len());
                    return Ok(text);
                }
                DocumentEvent::Started(
                    Started::Style { .. }
                    | Started::TableProperties { .. }
                    | Started::Table { .. }
                    | Started::Row { .. }
                    | Started::Cell(_)
                    | Started::Other,
                )
                | DocumentEvent::Ended(Ended::Other) => {}
            }
        }
    }

    fn skip(&mut self, name: &str) -> Result<(), ImportProblem> {
        let mut depth: usize = 1;
        while depth > 0 {
            self.buffer.clear();
            match self.reader.read_event_into(&mut self.buffer).map_err(damaged)? {
                Event::Start(element) if element.name().as_ref() == name => depth = depth.saturating_add(1),
                Event::End(element) if element.name().as_ref() == name => depth = depth.saturating_sub(1),
                Event::Eof => return Ok(()),
                _other => {}
            }
        }
        Ok(())
    }

    fn next(&mut self) -> Result<DocumentEvent, ImportProblem> {
        loop {
            self.buffer.clear();
            return Ok(match self.reader.read_event_into(&mut self.buffer).map_err(damaged)? {
                Event::Start(element) => match spaces(&element)? {
                    Some(spaces) => DocumentEvent::Text(spaces),
                    None => DocumentEvent::Started(started(&element)?),
                },
                Event::End(element) => DocumentEvent::Ended(match element.name().as_ref() {
                    "table:table" => Ended::Table,
                    "table:table-row" => Ended::Row,
                    "table:table-cell" | "table:covered-table-cell" => Ended::Cell,
                    "text:p" | "text:h" => Ended::Paragraph,
                    _ => Ended::Other,
                }),
                Event::Text(text) => DocumentEvent::Text(text.xml10_content().into_owned()),
                Event::CData(text) => DocumentEvent::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(name) => DocumentEvent::Text(letter_of(&name)),
                Event::Eof => DocumentEvent::End,
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                    continue;
                }
            });
        }
    }
}

enum DocumentEvent {
    Started(Started),
    Ended(Ended),
    Text(String),
    End,
}

enum Ended {
    Table,
    Row,
    Cell,
    Paragraph,
    Other,
}

/// `&amp;`, `&#33;`.
fn letter_of(name: &BytesRef<'_>) -> String {
    match name.resolve_char_ref() {
        Ok(Some(letter)) => letter.to_string(),
        Ok(None) | Err(_) => resolve_predefined_entity(name).unwrap_or_default().to_owned(),
    }
}

/// White space that an element stands for.
fn spaces(element: &BytesStart<'_>) -> Result<Option<String>, ImportProblem> {
    const MOST: usize = 1_000;
    Ok(match element.name().as_ref() {
        "text:tab" => Some("\t".to_owned()),
        "text:line-break" => Some("\n".to_owned()),
        "text:s" => {
            let count = attribute(element, "text:c")?.and_then(|count| count.parse().ok()).unwrap_or(1);
            Some(" ".repeat(MOST.min(count)))
        }
        _ => None,
    })
}

fn started(element: &BytesStart<'_>) -> Result<Started, ImportProblem> {
    let count = |name: &str| {
        attribute(element, name).map(|count| count.and_then(|count| count.parse::<u32>().ok()).unwrap_or(1))
    };
    Ok(match element.name().as_ref() {
        "style:style" => Started::Style { name: attribute(element, "style:name")? },
        "style:table-properties" => Started::TableProperties {
            hidden: attribute(element, "table:display")?.as_deref() == Some("false"),
        },
        "table:table" => Started::Table {
            name: attribute(element, "table:name")?.unwrap_or_default(),
            style: attribute(element, "table:style-name")?,
        },
        "table:table-row" => Started::Row { repeated: count("table:number-rows-repeated")? },
        name @ ("table:table-cell" | "table:covered-table-cell") => Started::Cell(CellStart {
            covered: name == "table:covered-table-cell",
            repeated: usize::try_from(count("table:number-columns-repeated")?).unwrap_or(usize::MAX),
            rows: count("table:number-rows-spanned")?,
            ..cell_start(element)?
        }),
        name @ ("office:annotation"
        | "table:tracked-changes"
        | "table:shapes"
        | "draw:frame"
        | "draw:control"
        | "office:forms") => Started::Aside(name.to_owned()),
        _ => Started::Other,
    })
}

fn cell_start(element: &BytesStart<'_>) -> Result<CellStart, ImportProblem> {
    let mut start = CellStart::default();
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(damaged)?;
        let value = || value_in(&attribute);
        match attribute.key.as_ref() {
            "office:value-type" => start.kind = value()?.into_owned(),
            "office:value" | "office:date-value" | "office:boolean-value" | "office:string-value" => {
                start.value = value()?.into_owned();
            }
            "office:currency" => start.currency = value()?.into_owned(),
            "table:formula" => start.formula = true,
            "calcext:value-type" => start.error = value()? == "error",
            _ => {}
        }
    }
    Ok(start)
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, ImportProblem> {
    let found = element.try_get_attribute(name).map_err(damaged)?;
    found.map(|found| value_in(&found).map(Cow::into_owned)).transpose()
}

fn value_in<'a>(attribute: &Attribute<'a>) -> Result<Cow<'a, str>, ImportProblem> {
    attribute.normalized_value(XmlVersion::Implicit1_0).map_err(damaged)
}

fn cell(start: &CellStart, text: String) -> SheetCell {
    match start.kind.as_str() {
        _ if start.error => SheetCell::Error(text),
        "" if start.formula => SheetCell::Lost(CellLoss::Result),
        "float" | "currency" | "percentage" => number(&start.value, text, &start.currency),
        "date" => {
            let day = start.value.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
            day.map_or_else(|| SheetCell::text(text), SheetCell::Date)
        }
        "boolean" => SheetCell::Flag(start.value == "true"),
        "string" if text.is_empty() => SheetCell::text(start.value.as_str()),
        _ => SheetCell::text(text),
    }
}
