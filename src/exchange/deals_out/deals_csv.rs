//! Writes deals as CSV that Excel opens without running anything, and that imports again unchanged.

use super::deals::{ExportProblem, WrittenCell, cells};
use crate::domain::deal::Deal;
use crate::domain::import::DealColumn;
use crate::domain::names::Named as _;
use crate::domain::typed::signs::half_width;

/// The deals as UTF-8 with a BOM, which Excel needs to recognise it.
pub fn deals_csv(deals: &[&Deal]) -> Result<Vec<u8>, ExportProblem> {
    let problem = |error: ::csv::Error| ExportProblem::Format(error.to_string());
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(DealColumn::members().map(DealColumn::name)).map_err(problem)?;
    for deal in deals {
        let cells = cells(deal)?;
        writer.write_record(cells.into_iter().map(|(_, cell)| field(cell))).map_err(problem)?;
    }
    writer.into_inner().map_err(|error| ExportProblem::Format(error.to_string()))
}

fn field(cell: WrittenCell) -> String {
    match cell {
        WrittenCell::Empty => String::new(),
        WrittenCell::Text(text) => kept(&text),
        WrittenCell::Number(number) => number.to_string(),
        WrittenCell::Date(date) => date.to_string(),
    }
}

/// As [`guarded`], and also where a spreadsheet would show another number or a date: identities survive it.
fn kept(text: &str) -> String {
    let plain = text.trim_start_matches('\'');
    let looks_guarded = plain.len() < text.len() && plain.starts_with(|first: char| first.is_ascii_digit());
    if looks_guarded || is_changed(text) { format!("'{text}") } else { guarded(text) }
}

/// Puts an apostrophe before text that a spreadsheet would take for a formula.
pub(crate) fn guarded(text: &str) -> String {
    if is_risky(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// A text without the signs that keep a spreadsheet from reading it as a number: `="00712"`, `'0714`.
pub(crate) fn plain_text(text: &str) -> &str {
    let quoted = text.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    match quoted.filter(|inner| !inner.contains('"')) {
        Some(inner) => inner,
        None => without_guard(text),
    }
}

/// The reverse of [`kept`], and of what people type to keep a number a text.
fn without_guard(text: &str) -> &str {
    let Some(rest) = text.strip_prefix('\'') else { return text };
    let plain = rest.trim_start_matches('\'');
    if is_risky(plain) || plain.starts_with(|first: char| first.is_ascii_digit()) { rest } else { text }
}

/// Formulas begin with = + - or @, also in full width; some programs skip a leading tab or line end.
fn is_risky(text: &str) -> bool {
    text.chars().next().is_some_and(|first| matches!(half_width(first), '=' | '+' | '-' | '@' | '\t' | '\r'))
}

/// Whether a spreadsheet would show another text: 712 for 00712, 2.02611E+11 for twelve digits, a date for 3-11.
fn is_changed(text: &str) -> bool {
    const MOST_DIGITS: usize = 11;
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits(text) {
        return text.len() > MOST_DIGITS || (text.len() > 1 && text.starts_with('0'));
    }
    let parts: Vec<&str> = text.split(['-', '/', ':', 'e', 'E']).collect();
    matches!(parts.len(), 2 | 3) && parts.iter().all(|part| is_digits(part))
}
