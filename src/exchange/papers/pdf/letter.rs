//! A letter: head, addressee, reference, body and footer, laid out on A4 pages.

use chrono::NaiveDate;

use super::look;
use super::look::{Ink, SizeFactors, Style};
use super::page::{Drawn, Pages, Role, TextSide, width};
use super::setting::lines::{Setter, TextLine};
use super::signatures::Signatures;
use super::table::PdfTable;
use crate::domain::library::logo::Logo;

/// The content of a letter, already in the reader's language.
pub struct Letter {
    pub about: PdfMetadata,
    pub head: Head,
    /// Above the addressee.
    pub to_label: String,
    /// The addressee; the first line is the name.
    pub to: Vec<String>,
    /// Above the facts; may be empty.
    pub facts_heading: String,
    /// Labels and values next to the addressee.
    pub facts: Vec<(String, String)>,
    pub title: String,
    pub subtitle: String,
    pub body: Vec<Block>,
    /// On every page, at the left of the footer.
    pub foot: String,
    /// `Page 1 of 2`.
    pub page_of: fn(u32, u32) -> String,
}

/// The metadata of the file.
pub struct PdfMetadata {
    /// BCP 47 tag.
    pub language: String,
    pub author: String,
    pub on: NaiveDate,
}

/// The sender.
#[derive(Default)]
pub struct Head {
    pub company: String,
    pub lines: Vec<String>,
    /// Shown at the right.
    pub contact: Vec<String>,
    pub logo: Option<Logo>,
}

pub enum Block {
    Heading(String),
    Paragraph(String),
    Table(PdfTable),
    /// Labels and values on a tint, under a heading: bank details.
    Facts {
        heading: String,
        facts: Vec<(String, String)>,
        remarks: Vec<String>,
    },
    /// Places to sign, side by side: who signs, and what to fill in.
    Signatures {
        for_whom: Vec<(String, String)>,
        below: String,
    },
    Gap,
}

/// Separates two parts on one line; if they do not fit, they are stacked.
pub const BETWEEN: &str = " · ";

/// The pages of a letter, ready to be written.
pub fn lay_out(letter: &mut Letter, setter: &mut Setter, fit: SizeFactors) -> Pages {
    let mut pages = Pages { fit, ..Pages::default() };
    set_head(&letter.head, setter, &mut pages);
    set_address(letter, setter, &mut pages);
    let title = pages.parts.add(Role::Title(letter.title.clone()), None);
    let lines = setter.wrap(&letter.title, look::TITLE, look::MEASURE);
    pages.flow(lines, title);
    paragraph(&letter.subtitle, look::SUBTITLE, setter, &mut pages);
    pages.gap(look::SECTION_GAP * 0.75);
    let mut body = std::mem::take(&mut letter.body).into_iter().peekable();
    while let Some(block) = body.next() {
        let below = body.peek().map_or(0.0, |next| goes_with(next, setter, &pages));
        set_block(block, below, setter, &mut pages);
    }
    set_feet(letter, setter, &mut pages);
    pages
}

/// The logo at the left and the company at the right; without a logo the company at the left.
fn set_head(head: &Head, setter: &mut Setter, pages: &mut Pages) {
    let top = pages.y;
    let bottom = match &head.logo {
        Some(logo) => {
            let (width, height) = size(logo);
            let part = pages.parts.add(Role::Figure(head.company.clone()), None);
            pages.draw(look::MARGIN, top, Drawn::Logo { width, height }, Some(part));
            let left = look::MARGIN + look::LOGO.0 + look::COLUMN_GAP;
            let room = look::MEASURE - look::LOGO.0 - look::COLUMN_GAP;
            let contact = joined(&head.contact, (look::SMALL, room), setter);
            let small: Vec<&str> = head.lines.iter().chain(&contact).map(String::as_str).collect();
            let end = head_column(head, &small, (left, top, room), TextSide::Right, setter, pages);
            end.max(top + height)
        }
        None => {
            let right = look::MEASURE * 0.36;
            let left = look::MEASURE - right - look::COLUMN_GAP;
            let small: Vec<&str> = head.lines.iter().map(String::as_str).collect();
            let end = head_column(head, &small, (look::MARGIN, top, left), TextSide::Left, setter, pages);
            let x = look::MARGIN + look::MEASURE - right;
            let small: Vec<&str> = head.contact.iter().map(String::as_str).collect();
            // The contact is level with the address, leaving the line of the company's name empty.
            let beside = top + if head.company.is_empty() { 0.0 } else { look::COMPANY.leading };
            end.max(small_lines(&small, (x, beside, right), TextSide::Right, setter, pages))
        }
    };
    if bottom > top {
        pages.y = bottom + look::GAP * 2.0;
        pages.rule(look::MARGIN, look::MEASURE, look::RULE, Ink::Accent);
        pages.y += look::SECTION_GAP * 1.3;
    }
}

/// Puts as many parts on a line as fit, so that no line begins or ends with a separator.
fn joined<S: AsRef<str>>(parts: &[S], (style, room): (Style, f32), setter: &mut Setter) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts.iter().map(AsRef::as_ref) {
        let longer = lines.last().map(|line| format!("{line}{BETWEEN}{part}"));
        match (longer.filter(|longer| setter.line(longer, style).width <= room), lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            (Some(_) | None, _) => lines.push(part.to_owned()),
        }
    }
    lines
}

/// The company's name above its smaller lines; returns their bottom.
fn head_column(
    head: &Head,
    small: &[&str],
    (x, top, room): (f32, f32, f32),
    side: TextSide,
    setter: &mut Setter,
    pages: &mut Pages,
) -> f32 {
    let part = pages.parts.add(Role::Paragraph, None);
    let name = setter.wrap_evenly(&head.company, look::COMPANY, room);
    let end = top + pages.column((x, top, room), name, side, Some(part));
    small_lines(small, (x, end, room), side, setter, pages)
}

fn small_lines(
    small: &[&str],
    (x, top, room): (f32, f32, f32),
    side: TextSide,
    setter: &mut Setter,
    pages: &mut Pages,
) -> f32 {
    let mut y = top;
    for line in small.iter().filter(|line| !line.is_empty()) {
        let part = pages.parts.add(Role::Paragraph, None);
        let lines = setter.wrap(line, look::SMALL, room);
        y += pages.column((x, y, room), lines, side, Some(part));
    }
    y
}

fn set_address(letter: &Letter, setter: &mut Setter, pages: &mut Pages) {
    let left_width = look::MEASURE * 0.45;
    let right = look::MARGIN + look::MEASURE * 0.5;
    let right_width = look::MEASURE * 0.5;
    let top = pages.y;
    let mut left_y = top;
    if !letter.to.is_empty() {
        let part = pages.parts.add(Role::Paragraph, None);
        let label = setter.wrap(&letter.to_label, look::SMALL, left_width);
        left_y += pages.column((look::MARGIN, left_y, left_width), label, TextSide::Left, Some(part));
    }
    for (index, line) in letter.to.iter().enumerate() {
        let style = if index == 0 { look::STRONG } else { look::BODY };
        let part = pages.parts.add(Role::Paragraph, None);
        let lines = setter.wrap_evenly(line, style, left_width);
        left_y += pages.column((look::MARGIN, left_y, left_width), lines, TextSide::Left, Some(part));
    }
    // No addressee: the facts take that place.
    let (right, right_width) =
        if letter.to.is_empty() { (look::MARGIN, look::MEASURE) } else { (right, right_width) };
    let mut right_y = top;
    if !letter.facts_heading.is_empty() {
        let part = pages.parts.add(Role::Heading(letter.facts_heading.clone()), None);
        let lines = setter.wrap(&letter.facts_heading, look::HEADING, right_width);
        right_y += pages.column((right, right_y, right_width), lines, TextSide::Left, Some(part)) + look::GAP;
    }
    let right_end = facts(&letter.facts, (right, right_y, right_width), setter, pages);
    pages.y = left_y.max(right_end);
    pages.gap(look::SECTION_GAP * 1.3);
}

/// Labels in one column, their values in the next; returns their bottom.
fn facts(
    facts: &[(String, String)],
    (x, top, room): (f32, f32, f32),
    setter: &mut Setter,
    pages: &mut Pages,
) -> f32 {
    let labels: Vec<TextLine> = facts.iter().map(|(label, _)| setter.line(label, look::LABEL)).collect();
    let label_width = width(&labels).min(room * 0.5);
    let value_x = x + label_width + look::COLUMN_GAP;
    let value_width = room - label_width - look::COLUMN_GAP;
    let mut y = top;
    for (label, value) in facts {
        let part = pages.parts.add(Role::Paragraph, None);
        let label = setter.wrap(label, look::LABEL, label_width + 0.1);
        let parts: Vec<&str> = value.split(BETWEEN).collect();
        let value = joined(&parts, (look::VALUE, value_width), setter).join("\n");
        let value = setter.wrap(&value, look::VALUE, value_width);
        let left = pages.column((x, y, label_width), label, TextSide::Left, Some(part));
        let right = pages.column((value_x, y, value_width), value, TextSide::Left, Some(part));
        y += left.max(right);
    }
    y
}

/// The height of the following block if it must not be alone on a page: nobody signs an otherwise empty page.
fn goes_with(next: &Block, setter: &mut Setter, pages: &Pages) -> f32 {
    match next {
        Block::Signatures { for_whom, below } => {
            look::SECTION_GAP * pages.fit.gaps + Signatures::set(for_whom, below, setter).height(pages)
        }
        Block::Heading(_) | Block::Paragraph(_) | Block::Table(_) | Block::Facts { .. } | Block::Gap => 0.0,
    }
}

/// `below`: the height to keep free for the block that must follow on the same page.
fn set_block(block: Block, below: f32, setter: &mut Setter, pages: &mut Pages) {
    let scale = pages.fit.text;
    match block {
        Block::Heading(text) => {
            let style = look::HEADING.scaled(scale);
            pages.gap(look::SECTION_GAP * 0.6);
            // A heading is never at the bottom of a page without its text.
            pages.need(style.leading + 3.0 * look::BODY.leading);
            let part = pages.parts.add(Role::Heading(text.clone()), None);
            let lines = setter.wrap(&text, style, look::MEASURE);
            pages.flow(lines, part);
        }
        Block::Paragraph(text) => {
            paragraph(&text, look::BODY.scaled(scale), setter, pages);
            pages.gap(look::PARAGRAPH_GAP);
        }
        Block::Table(table) => {
            table.set(setter, pages);
            pages.gap(look::SECTION_GAP);
        }
        Block::Facts { heading, facts, remarks } => {
            set_box((&heading, &facts, &remarks), below, setter, pages);
        }
        Block::Signatures { for_whom, below } => Signatures::set(&for_whom, &below, setter).draw(pages),
        Block::Gap => pages.gap(look::SECTION_GAP),
    }
}

fn paragraph(text: &str, style: Style, setter: &mut Setter, pages: &mut Pages) {
    if !text.is_empty() {
        let lines = setter.wrap(text, style, look::MEASURE);
        let part = pages.parts.add(Role::Paragraph, None);
        pages.flow(lines, part);
    }
}

/// The box is first measured on a page of its own, because its background is drawn before its text.
fn set_box(
    (heading, rows, remarks): (&str, &[(String, String)], &[String]),
    below: f32,
    setter: &mut Setter,
    pages: &mut Pages,
) {
    let tall = box_content(heading, rows, remarks, 0.0, setter, &mut Pages::default()) + look::BOX_PADDING;
    pages.gap(look::GAP);
    pages.need(tall + below);
    let top = pages.y;
    pages.draw(look::MARGIN, top, Drawn::Block { width: look::MEASURE, height: tall, ink: Ink::Tint }, None);
    box_content(heading, rows, remarks, top, setter, pages);
    pages.y = top + tall;
    pages.gap(look::SECTION_GAP);
}

/// Returns the bottom of the content.
fn box_content(
    heading: &str,
    rows: &[(String, String)],
    remarks: &[String],
    top: f32,
    setter: &mut Setter,
    pages: &mut Pages,
) -> f32 {
    let x = look::MARGIN + look::BOX_PADDING;
    let room = look::MEASURE - 2.0 * look::BOX_PADDING;
    let mut y = top + look::BOX_PADDING;
    let part = pages.parts.add(Role::Heading(heading.to_owned()), None);
    let lines = setter.wrap(heading, look::HEADING, room);
    y += pages.column((x, y, room), lines, TextSide::Left, Some(part)) + look::GAP;
    y = facts(rows, (x, y, room), setter, pages);
    for remark in remarks {
        y += look::GAP * 1.5;
        let part = pages.parts.add(Role::Paragraph, None);
        let lines = setter.wrap(remark, look::SMALL, room);
        y += pages.column((x, y, room), lines, TextSide::Left, Some(part));
    }
    y
}

/// The footer, the same on every page, below the text.
fn set_feet(letter: &Letter, setter: &mut Setter, pages: &mut Pages) {
    let count = u32::try_from(pages.sheets.len()).unwrap_or(u32::MAX);
    let top = look::PAGE.1 - look::FOOT - look::SMALL.leading;
    for (number, sheet) in (1_u32..).zip(&mut pages.sheets) {
        let page = setter.line(&(letter.page_of)(number, count), look::SMALL);
        let room = look::MEASURE - page.width - look::COLUMN_GAP;
        let foot = setter.wrap(&letter.foot, look::SMALL, room).into_iter().next();
        let baseline = top + look::GAP + look::SMALL.rise();
        let right = look::MARGIN + look::MEASURE - page.width;
        let hairline = Drawn::Block { width: look::MEASURE, height: look::HAIRLINE, ink: Ink::Hairline };
        sheet.place(look::MARGIN, top, hairline);
        if let Some(foot) = foot {
            sheet.place(look::MARGIN, baseline, Drawn::Line(foot));
        }
        sheet.place(right, baseline, Drawn::Line(page));
    }
}

/// As large as the letterhead allows, with its aspect ratio kept.
fn size(logo: &Logo) -> (f32, f32) {
    // Exact: the size limit of logos is far below what a float can count.
    let (width, height) = (logo.width as f32, logo.height as f32);
    let (most_wide, most_high) = look::LOGO;
    let scale = (most_wide / width).min(most_high / height);
    (width * scale, height * scale)
}
