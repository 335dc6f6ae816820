//! The marks on the pages of a paper, and the part of the text that each belongs to, before writing.

use super::look;
use super::look::{Ink, SizeFactors};
use super::setting::lines::TextLine;

/// One page: its marks in drawing order.
#[derive(Default)]
pub struct PdfPage {
    pub marks: Vec<PageMark>,
}

/// Positions are from the left and the top of the page, in points.
pub struct PageMark {
    pub x: f32,
    pub y: f32,
    pub drawn: Drawn,
    /// The part of the text it belongs to; none for rules, backgrounds, heads and footers.
    pub part: Option<TextPart>,
}

pub enum Drawn {
    /// A line of text; `y` is its baseline.
    Line(TextLine),
    Block {
        width: f32,
        height: f32,
        ink: Ink,
    },
    Logo {
        width: f32,
        height: f32,
    },
}

/// The index of a part of the text in a [`TextParts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextPart(usize);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Title(String),
    Heading(String),
    Paragraph,
    Figure(String),
    Table,
    Row,
    ColumnHead,
    Cell,
}

/// The parts of the text in reading order, for screen readers.
#[derive(Default)]
pub struct TextParts {
    /// Each part with the part that contains it.
    pub listed: Vec<(Role, Option<TextPart>)>,
}

impl TextParts {
    pub fn add(&mut self, role: Role, within: Option<TextPart>) -> TextPart {
        let part = TextPart(self.listed.len());
        self.listed.push((role, within));
        part
    }

    pub fn all(&self) -> impl Iterator<Item = (TextPart, &Role, Option<TextPart>)> {
        self.listed.iter().enumerate().map(|(index, (role, within))| (TextPart(index), role, *within))
    }
}

/// The pages so far, and how far down the last one is filled.
pub struct Pages {
    pub fit: SizeFactors,
    pub sheets: Vec<PdfPage>,
    pub parts: TextParts,
    pub y: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextSide {
    Left,
    Right,
}

impl Default for Pages {
    fn default() -> Self {
        Self {
            fit: SizeFactors::ROOMY,
            sheets: vec![PdfPage::default()],
            parts: TextParts::default(),
            y: look::TOP,
        }
    }
}

impl Pages {
    pub fn room(&self) -> f32 {
        look::PAGE.1 - look::BOTTOM - self.y
    }

    /// Whether the page is still empty except for its head.
    pub fn at_top(&self) -> bool {
        self.y <= look::TOP
    }

    pub fn turn(&mut self) {
        self.sheets.push(PdfPage::default());
        self.y = look::TOP;
    }

    /// Starts a new page if the height does not fit; true if it did so.
    pub fn need(&mut self, height: f32) -> bool {
        let turns = self.room() < height && !self.at_top();
        if turns {
            self.turn();
        }
        turns
    }

    /// Vertical space; none at the top of a page.
    pub fn gap(&mut self, height: f32) {
        if !self.at_top() {
            self.y += height * self.fit.gaps;
        }
    }

    pub fn draw(&mut self, x: f32, y: f32, drawn: Drawn, part: Option<TextPart>) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.marks.push(PageMark { x, y, drawn, part });
        }
    }

    /// A line whose top is at `top`.
    pub fn line(&mut self, x: f32, top: f32, line: TextLine, part: Option<TextPart>) {
        let baseline = top + line.style.rise();
        self.draw(x, baseline, Drawn::Line(line), part);
    }

    /// Lines stacked in a column; returns their height.
    pub fn column(
        &mut self,
        (x, top, width): (f32, f32, f32),
        lines: Vec<TextLine>,
        side: TextSide,
        part: Option<TextPart>,
    ) -> f32 {
        let mut height = 0.0;
        for line in lines {
            let indent = match side {
                TextSide::Left => 0.0,
                TextSide::Right => width - line.width,
            };
            let leading = line.style.leading;
            self.line(x + indent, top + height, line, part);
            height += leading;
        }
        height
    }

    pub fn rule(&mut self, x: f32, width: f32, thickness: f32, ink: Ink) {
        self.draw(x, self.y, Drawn::Block { width, height: thickness, ink }, None);
    }

    /// Lines that continue on the next page, never leaving a single line behind.
    pub fn flow(&mut self, lines: Vec<TextLine>, part: TextPart) {
        let mut left = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let leading = line.style.leading;
            let alone = left == 2 || (index == 0 && left > 1);
            self.need(if alone { leading * 2.0 } else { leading });
            self.line(look::MARGIN, self.y, line, Some(part));
            self.y += leading;
            left = left.saturating_sub(1);
        }
    }
}

/// The height of stacked lines.
pub fn height(lines: &[TextLine]) -> f32 {
    lines.iter().map(|line| line.style.leading).sum()
}

/// The width of the widest line.
pub fn width(lines: &[TextLine]) -> f32 {
    lines.iter().map(|line| line.width).fold(0.0, f32::max)
}

impl PdfPage {
    /// Draws a mark that belongs to no part of the text.
    pub fn place(&mut self, x: f32, y: f32, drawn: Drawn) {
        self.marks.push(PageMark { x, y, drawn, part: None });
    }
}
