//! Writes a message as HTML that says exactly what its text says: paragraphs, and payments as a table.

use minijinja::HtmlEscape;
use unicode_bidi::{Direction, get_base_direction};

use crate::text::buyer::drafts::payments::{PaymentWords, SplitPayment};

/// The message as a whole page, for a mail program.
pub fn message_page(body: &str, payments: &[PaymentWords]) -> String {
    format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n{}</body></html>\n",
        blocks(body, payments)
    )
}

/// The message as a part of a page, for the clipboard. It names its encoding, which the clipboards of some systems do
/// not.
pub fn message_fragment(body: &str, payments: &[PaymentWords]) -> String {
    format!("<meta charset=\"utf-8\">{}", blocks(body, payments))
}

/// What one part of a paragraph is shown as.
enum Shown<'a> {
    Lines(Vec<&'a str>),
    Table(&'a PaymentWords, Vec<SplitPayment<'a>>),
}

fn blocks(body: &str, payments: &[PaymentWords]) -> String {
    let lines: Vec<&str> = body.lines().map(str::trim_end).collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.flat_map(|lines| parts(lines, payments)).map(|part| part.written()).collect()
}

/// The lines of a paragraph; two or more payments that follow each other are a table.
fn parts<'a>(mut lines: &[&'a str], payments: &'a [PaymentWords]) -> Vec<Shown<'a>> {
    let mut parts = Vec::new();
    while let Some((first, rest)) = lines.split_first() {
        if let Some((words, table)) = table_at_start(lines, payments) {
            lines = lines.get(table.len()..).unwrap_or_default();
            parts.push(Shown::Table(words, table));
            continue;
        }
        lines = rest;
        match parts.last_mut() {
            Some(Shown::Lines(before)) => before.push(first),
            Some(Shown::Table(..)) | None => parts.push(Shown::Lines(vec![first])),
        }
    }
    parts
}

fn table_at_start<'a>(
    lines: &[&'a str],
    payments: &'a [PaymentWords],
) -> Option<(&'a PaymentWords, Vec<SplitPayment<'a>>)> {
    let table = |words: &'a PaymentWords| {
        let rows: Vec<SplitPayment<'_>> = lines.iter().map_while(|line| words.split(line)).collect();
        (rows.len() > 1).then_some((words, rows))
    };
    payments.iter().find_map(table)
}

impl Shown<'_> {
    fn written(&self) -> String {
        match self {
            Self::Lines(lines) => {
                let text: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
                format!("<p{}>{}</p>\n", direction(&lines.join(" ")), text.join("<br>\n"))
            }
            Self::Table(words, rows) => {
                let named = rows.iter().any(|row| !row.name.is_empty());
                let head = row("th", &words.headings(named));
                let rows: String = rows.iter().map(|payment| row("td", &payment.cells(named))).collect();
                // Mail programs leave out style sheets: the table says how it looks with attributes.
                let look =
                    "border=\"1\" cellspacing=\"0\" cellpadding=\"6\" style=\"border-collapse:collapse\"";
                let direction = direction(&words.headings(named).concat());
                format!("<table {look}{direction}>\n{head}{rows}</table>\n")
            }
        }
    }
}

/// A row of a table; its amount, the second cell, stands at the right.
fn row(kind: &str, cells: &[&str]) -> String {
    let cell = |(place, text): (usize, &&str)| {
        let align = if place == 1 { "right" } else { "left" };
        format!("<{kind} align=\"{align}\">{}</{kind}>", escaped(text))
    };
    format!("<tr>{}</tr>\n", cells.iter().enumerate().map(cell).collect::<String>())
}

/// The direction of a text that begins from right to left. The other one needs no word: a message keeps that of the page
/// that it is pasted into.
fn direction(text: &str) -> &'static str {
    match get_base_direction(text) {
        Direction::Rtl => " dir=\"rtl\"",
        Direction::Ltr | Direction::Mixed => "",
    }
}

/// The code points that are never characters, which no page may hold.
fn is_noncharacter(sign: char) -> bool {
    matches!(sign, '\u{fdd0}'..='\u{fdef}') || matches!(u32::from(sign) & 0xffff, 0xfffe | 0xffff)
}

/// Text as HTML shows it: no markup, no control characters, and as many spaces as were written.
fn escaped(text: &str) -> String {
    let visible: String = text
        .chars()
        .map(|sign| if sign == '\t' { ' ' } else { sign })
        .filter(|sign| !sign.is_control() && !is_noncharacter(*sign))
        .collect();
    let escaped = HtmlEscape(&visible).to_string();
    match escaped.strip_prefix(' ') {
        Some(rest) => format!("&nbsp;{rest}"),
        None => escaped,
    }
    .replace("  ", " &nbsp;")
}
