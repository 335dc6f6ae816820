//! Reads the tables of a web page: many programs export one and call it .xls.

use std::collections::BTreeMap;

use encoding_rs::Encoding;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::cells::whole;
use super::merged::MergedRange;
use super::row_collector::RowCollector;
use super::{Book, BookSheet, SheetContent};
use crate::domain::import::problem::{ForeignKind, ImportProblem};
use crate::exchange::deals_in::table::{DateSystem, SheetCell};

/// The tables of a page, named by their number.
pub(crate) struct WebPage {
    tables: Vec<SheetContent>,
}

impl WebPage {
    pub fn read(text: &str) -> Result<Self, ImportProblem> {
        let mut reader = PageReader::default();
        // Scripts and styles hold signs that are no tags.
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(text, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => reader.start(&tag)?,
                Token::EndTag(tag) => reader.end(&tag.name)?,
                Token::String(letters) => reader.text(&String::from_utf8_lossy(&letters)),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        while !reader.open.is_empty() {
            reader.end(b"table")?;
        }
        if reader.tables.is_empty() {
            return Err(ImportProblem::Foreign(ForeignKind::WebPage));
        }
        Ok(Self { tables: reader.tables })
    }

    pub fn has_one_table(&self) -> bool {
        self.tables.len() == 1
    }
}

impl Book for WebPage {
    fn sheets(&self) -> Vec<BookSheet> {
        (1..=self.tables.len()).map(|number| BookSheet { name: number.to_string(), hidden: false }).collect()
    }

    fn read(&mut self, sheet: &str, most: usize) -> Result<SheetContent, ImportProblem> {
        let place = sheet.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let table = place.and_then(|place| self.tables.get(place));
        Ok(table.map_or_else(SheetContent::default, |table| SheetContent {
            rows: table.rows.iter().take(most).cloned().collect(),
            merged: table.merged.clone(),
        }))
    }

    fn dates(&self) -> DateSystem {
        DateSystem::From1900
    }
}

/// Whether bytes begin like a web page.
pub(crate) fn is_web_page(bytes: &[u8]) -> bool {
    let head = head_of(bytes);
    head.trim_start().starts_with('<')
        && ["<html", "<!doctype html", "<table", "<body"].iter().any(|tag| head.contains(tag))
}

/// The encoding that a page names in its head.
pub(crate) fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = head_of(bytes);
    let (_, after) = head.split_once("charset=")?;
    let label = after.trim_start_matches(['"', '\'']);
    let end = label.find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_:".contains(letter));
    Encoding::for_label(label.get(..end.unwrap_or(label.len()))?.as_bytes())
}

/// The first letters, in lower case; those beyond ASCII do not matter.
fn head_of(bytes: &[u8]) -> String {
    const HEAD: usize = 4096;
    let head = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    String::from_utf8_lossy(head.get(..HEAD.min(head.len())).unwrap_or_default()).to_ascii_lowercase()
}

#[derive(Default)]
struct PageReader {
    tables: Vec<SheetContent>,
    /// Tables within each other, the innermost last.
    open: Vec<OpenTable>,
    /// The element whose text nobody sees.
    unseen: Option<Vec<u8>>,
}

struct OpenTable {
    rows: RowCollector,
    merged: Vec<MergedRange>,
    /// Counted from 0; none before the first row.
    row: Option<u32>,
    column: usize,
    cell: Option<OpenCell>,
    /// The columns that cells of earlier rows still cover, with the last row that they do.
    covered: BTreeMap<usize, u32>,
}

struct OpenCell {
    text: String,
    rows: u32,
    columns: usize,
}

impl PageReader {
    fn start(&mut self, tag: &StartTag<()>) -> Result<(), ImportProblem> {
        match tag.name.as_slice() {
            b"style" | b"script" | b"title" if !tag.self_closing => self.unseen = Some(tag.name.to_vec()),
            b"table" => self.open.push(OpenTable::new()),
            b"tr" => {
                if let Some(table) = self.open.last_mut() {
                    table.close_cell()?;
                    table.row = Some(table.row.map_or(0, |row| row.saturating_add(1)));
                    table.column = 0;
                }
            }
            b"td" | b"th" => {
                if let Some(table) = self.open.last_mut() {
                    table.close_cell()?;
                    table.row.get_or_insert(0);
                    let (rows, columns) = (span(tag, b"rowspan"), span(tag, b"colspan"));
                    let columns = usize::try_from(columns).unwrap_or(usize::MAX);
                    table.cell = Some(OpenCell { text: String::new(), rows, columns });
                }
            }
            b"br" | b"p" | b"div" => self.text_as_it_is("\n"),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), ImportProblem> {
        if self.unseen.as_deref() == Some(name) {
            self.unseen = None;
        }
        match (name, self.open.last_mut()) {
            (b"td" | b"th" | b"tr", Some(table)) => table.close_cell()?,
            (b"table", Some(table)) => {
                table.close_cell()?;
                if let Some(table) = self.open.pop() {
                    let content = SheetContent { rows: table.rows.into_rows(), merged: table.merged };
                    self.tables.extend((!content.rows.is_empty()).then_some(content));
                }
            }
            (_, _) => {}
        }
        Ok(())
    }

    /// Text between tags, in which white space of any kind is one space.
    fn text(&mut self, text: &str) {
        let edge = |is: bool| if is { " " } else { "" };
        let mut words = text.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).peekable();
        let is_space = |letter: char| letter.is_ascii_whitespace();
        let before = edge(text.starts_with(is_space));
        if words.peek().is_none() {
            self.text_as_it_is(before);
            return;
        }
        let joined = words.collect::<Vec<_>>().join(" ");
        self.text_as_it_is(&format!("{before}{joined}{}", edge(text.ends_with(is_space))));
    }

    fn text_as_it_is(&mut self, text: &str) {
        let cell = self.open.last_mut().and_then(|table| table.cell.as_mut());
        if let Some(cell) = cell.filter(|_| self.unseen.is_none()) {
            cell.text.push_str(text);
        }
    }
}

impl OpenTable {
    fn new() -> Self {
        Self {
            rows: RowCollector::new(usize::MAX),
            merged: Vec::new(),
            row: None,
            column: 0,
            cell: None,
            covered: BTreeMap::new(),
        }
    }

    /// Puts the open cell into its place: the next column that no cell above reaches down to.
    fn close_cell(&mut self) -> Result<(), ImportProblem> {
        let (Some(cell), Some(row)) = (self.cell.take(), self.row) else { return Ok(()) };
        while self.covered.get(&self.column).is_some_and(|last| *last >= row) {
            self.column = self.column.saturating_add(1);
        }
        let column = self.column;
        self.rows.put(row, column, whole(SheetCell::text(cell.text.trim())))?;
        self.column = column.saturating_add(cell.columns);
        if cell.rows > 1 {
            let last = row.saturating_add(cell.rows.saturating_sub(1));
            self.merged.push(MergedRange::in_column(row.saturating_add(1), last.saturating_add(1), column));
            self.covered.extend((column..self.column).map(|column| (column, last)));
        }
        Ok(())
    }
}

/// `rowspan="3"`; at least one, and no more than a page could show.
fn span(tag: &StartTag<()>, name: &[u8]) -> u32 {
    const MOST: u32 = 1_000;
    let value = tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).trim().parse::<u32>());
    value.and_then(Result::ok).unwrap_or(1).clamp(1, MOST)
}
