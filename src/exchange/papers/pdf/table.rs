//! Tables: columns as wide as their content, the head repeated on every page, no row split across pages.

use super::look;
use super::look::{Ink, Style};
use super::page::{Pages, Role, TextPart, TextSide, height, width};
use super::setting::lines::{Setter, TextLine};

pub struct PdfTable {
    pub columns: Vec<PdfColumn>,
    pub rows: Vec<PdfRow>,
    /// Rows below the last one, never alone on a page.
    pub sums: Vec<PdfRow>,
}

pub struct PdfColumn {
    pub title: String,
    pub side: TextSide,
    pub fit: ColumnFit,
    /// May be left out where the other columns would be too narrow.
    pub may_go: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ColumnFit {
    /// As wide as its widest line.
    Content,
    /// The same, but no wider than this.
    UpTo(f32),
    /// The remaining width.
    Rest,
}

pub struct PdfRow {
    /// One for each column.
    pub cells: Vec<PdfCell>,
}

pub struct PdfCell {
    pub text: String,
    pub style: Style,
}

impl PdfCell {
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style }
    }
}

/// The minimum width of the column for the rest, unless its content is narrower.
const LEAST_REST: f32 = 92.0;

/// The position of a column.
#[derive(Clone, Copy)]
struct ColumnPlace {
    x: f32,
    width: f32,
    side: TextSide,
}

/// A laid-out row, ready to be drawn.
struct SetRow {
    cells: Vec<Vec<TextLine>>,
    height: f32,
    /// Above and below its text.
    padding: f32,
}

impl PdfTable {
    pub fn set(self, setter: &mut Setter, pages: &mut Pages) {
        let (kept, places) = self.places(setter);
        let Self { columns, rows, sums } = self;
        let titles =
            columns.into_iter().map(|column| PdfCell::new(column.title, look::COLUMN_HEAD)).collect();
        let padding = look::ROW_PADDING * pages.fit.gaps.max(0.7);
        let mut set = |row: PdfRow| set_row(row, &kept, &places, padding, setter);
        let head = set(PdfRow { cells: titles });
        let rows: Vec<SetRow> = rows.into_iter().map(&mut set).collect();
        let sums: Vec<SetRow> = sums.into_iter().map(set).collect();
        draw(pages, &places, &head, rows, sums);
    }

    /// Which columns fit, and their positions.
    fn places(&self, setter: &mut Setter) -> (Vec<bool>, Vec<ColumnPlace>) {
        let (natural, wished) = self.natural_widths(setter);
        let everything = vec![true; self.columns.len()];
        let without: Vec<bool> = self.columns.iter().map(|column| !column.may_go).collect();
        let of_rest = self.columns.iter().zip(&natural).filter(|(column, _)| column.fit == ColumnFit::Rest);
        let least = of_rest.map(|(_, natural)| *natural).fold(0.0, f32::max).min(LEAST_REST);
        let kept = if self.rest(&natural, &everything) >= least { everything } else { without };
        let rest = self.rest(&natural, &kept).max(least);
        let (natural, rest) = self.with_spare_room(natural, &wished, rest);
        let mut x = look::MARGIN;
        let mut places = Vec::new();
        for ((column, natural), _) in self.columns.iter().zip(&natural).zip(&kept).filter(|(_, kept)| **kept)
        {
            let width = if column.fit == ColumnFit::Rest { rest } else { *natural };
            places.push(ColumnPlace { x, width, side: column.side });
            x += width + look::COLUMN_GAP;
        }
        (kept, places)
    }

    /// Gives spare width to columns that had to be narrower than their content.
    fn with_spare_room(&self, mut natural: Vec<f32>, wished: &[f32], rest: f32) -> (Vec<f32>, f32) {
        let needed = self.columns.iter().zip(wished).filter(|(column, _)| column.fit == ColumnFit::Rest);
        let mut spare = rest - needed.map(|(_, wished)| *wished).fold(0.0, f32::max);
        let mut left = rest;
        for ((column, width), wished) in self.columns.iter().zip(&mut natural).zip(wished) {
            if let ColumnFit::UpTo(_) = column.fit {
                let more = (wished - *width).min(spare).max(0.0);
                *width += more;
                spare -= more;
                left -= more;
            }
        }
        (natural, left)
    }

    /// The wanted widths of the columns, and the widths of their content.
    fn natural_widths(&self, setter: &mut Setter) -> (Vec<f32>, Vec<f32>) {
        let mut widths: Vec<f32> = Vec::new();
        for column in &self.columns {
            widths.push(setter.line(&column.title, look::COLUMN_HEAD).width);
        }
        for row in self.rows.iter().chain(&self.sums) {
            let behind = row.cells.iter().skip(1).map(Some).chain([None]);
            for (((column, cell), behind), widest) in
                self.columns.iter().zip(&row.cells).zip(behind).zip(&mut widths)
            {
                // Text followed by an empty cell may extend into that cell.
                let goes_on =
                    column.side == TextSide::Left && behind.is_some_and(|cell| cell.text.is_empty());
                if !goes_on {
                    *widest = setter.line(&cell.text, cell.style).width.max(*widest);
                }
            }
        }
        // Rounding must not break text that just fits.
        let wished: Vec<f32> = widths.into_iter().map(|width| width + 0.1).collect();
        let fitting = self.columns.iter().zip(&wished).map(|(column, wished)| match column.fit {
            ColumnFit::UpTo(most) => wished.min(most),
            ColumnFit::Content | ColumnFit::Rest => *wished,
        });
        (fitting.collect(), wished)
    }

    fn rest(&self, natural: &[f32], kept: &[bool]) -> f32 {
        let mut rest = look::MEASURE + look::COLUMN_GAP;
        for ((column, width), _) in self.columns.iter().zip(natural).zip(kept).filter(|(_, kept)| **kept) {
            rest -= look::COLUMN_GAP + if column.fit == ColumnFit::Rest { 0.0 } else { *width };
        }
        rest
    }
}

fn set_row(row: PdfRow, kept: &[bool], places: &[ColumnPlace], padding: f32, setter: &mut Setter) -> SetRow {
    let shown: Vec<PdfCell> =
        row.cells.into_iter().zip(kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell).collect();
    let empty: Vec<bool> = shown.iter().map(|cell| cell.text.is_empty()).collect();
    let mut cells = Vec::new();
    for (index, (cell, place)) in shown.iter().zip(places).enumerate() {
        let width = match place.side {
            TextSide::Left => place.width + room_behind(&empty, places, index),
            TextSide::Right => place.width,
        };
        cells.push(setter.wrap(&cell.text, cell.style, width));
    }
    let tallest = cells.iter().map(|lines: &Vec<TextLine>| height(lines)).fold(0.0, f32::max);
    SetRow { cells, height: tallest + 2.0 * padding, padding }
}

/// The width of the empty cells that follow.
fn room_behind(empty: &[bool], places: &[ColumnPlace], index: usize) -> f32 {
    let behind = empty.iter().zip(places).skip(index.saturating_add(1));
    behind.take_while(|(empty, _)| **empty).map(|(_, place)| place.width + look::COLUMN_GAP).sum()
}

fn draw(pages: &mut Pages, places: &[ColumnPlace], head: &SetRow, rows: Vec<SetRow>, sums: Vec<SetRow>) {
    let table = pages.parts.add(Role::Table, None);
    let first: f32 = rows.iter().take(2).map(|row| row.height).sum();
    pages.need(head.height + first);
    draw_head(pages, places, head, Some(table));
    let sum_height: f32 = sums.iter().map(|row| row.height).sum();
    let last = rows.len().saturating_sub(1);
    for (index, row) in rows.into_iter().enumerate() {
        let below = if index == last { sum_height } else { 0.0 };
        if pages.need(row.height + below) {
            draw_head(pages, places, head, None);
        }
        draw_row(pages, places, row, table, Role::Cell);
        if index < last {
            pages.rule(look::MARGIN, look::MEASURE, look::HAIRLINE, Ink::Hairline);
        }
    }
    pages.rule(look::MARGIN, look::MEASURE, look::RULE, Ink::Text);
    for (index, sum) in sums.into_iter().enumerate() {
        // Sums belong together: no more space between two of them than between lines.
        if index > 0 {
            pages.y -= sum.padding;
        }
        draw_row(pages, places, sum, table, Role::Cell);
    }
}

/// Draws the head. Only the first one is a part of the text, so that a screen reader reads it once.
fn draw_head(pages: &mut Pages, places: &[ColumnPlace], head: &SetRow, table: Option<TextPart>) {
    let lowest = head.height - head.padding;
    let row = table.map(|table| pages.parts.add(Role::Row, Some(table)));
    for (place, lines) in places.iter().zip(&head.cells) {
        let part = row.map(|row| pages.parts.add(Role::ColumnHead, Some(row)));
        // Heads are aligned at the bottom.
        let top = pages.y + lowest - height(lines);
        let left = column_left(*place, lines);
        pages.column((left, top, place.width), lines.clone(), place.side, part);
    }
    pages.y += head.height;
    pages.rule(look::MARGIN, look::MEASURE, look::RULE, Ink::Text);
}

fn draw_row(pages: &mut Pages, places: &[ColumnPlace], row: SetRow, table: TextPart, role: Role) {
    let part = pages.parts.add(Role::Row, Some(table));
    let top = pages.y + row.padding;
    for (place, lines) in places.iter().zip(row.cells) {
        let cell = pages.parts.add(role.clone(), Some(part));
        pages.column((place.x, top, place.width), lines, place.side, Some(cell));
    }
    pages.y += row.height;
}

/// The left edge of a head; one wider than its column extends to the side with space.
fn column_left(place: ColumnPlace, lines: &[TextLine]) -> f32 {
    match place.side {
        TextSide::Left => place.x,
        TextSide::Right => place.x.min(place.x + place.width - width(lines).min(place.width)),
    }
}
