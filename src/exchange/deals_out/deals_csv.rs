//! Writes deals as CSV that Excel opens without running anything, and that imports again unchanged.

use super::deals::{ExportProblem, WrittenCell, cells};
use crate::domain::deal::Deal;
use crate::domain::import::DealColumn;
use crate::domain::names::Named as _;
use crate::domain::typed::date::english_month;
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

/// As [`guarded`], and also before what a spreadsheet would show as another number or a date: identities survive it.
fn kept(text: &str) -> String {
    let plain = text.trim_start_matches('\'');
    let looks_guarded = plain.len() < text.len() && plain.starts_with(|first: char| first.is_ascii_digit());
    if is_risky(plain) || looks_guarded { format!("'{text}") } else { text.to_owned() }
}

/// Puts an apostrophe before text that a spreadsheet would run as a formula.
pub(crate) fn guarded(text: &str) -> String {
    if begins_a_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// The reverse of [`kept`], and of what people type to keep a number a text.
pub(crate) fn without_guard(text: &str) -> &str {
    let Some(rest) = text.strip_prefix('\'') else { return text };
    let plain = rest.trim_start_matches('\'');
    if is_risky(plain) || plain.starts_with(|first: char| first.is_ascii_digit()) { rest } else { text }
}

/// The guard for a workbook, whose texts are never taken for anything else: only our own apostrophe needs one.
pub(crate) fn guarded_in_workbook(text: String) -> String {
    if text.starts_with('\'') { kept(&text) } else { text }
}

fn is_risky(text: &str) -> bool {
    begins_a_formula(text) || loses_digits(text) || becomes_a_date(text)
}

/// Formulas begin with = + - or @, also in full width; some programs skip a leading tab or line end.
fn begins_a_formula(text: &str) -> bool {
    text.chars().next().is_some_and(|first| matches!(half_width(first), '=' | '+' | '-' | '@' | '\t' | '\r'))
}

/// Numbers with a leading zero, with more digits than a cell shows, with an end that is cut: `00712`, `1E5`, `1.50`.
fn loses_digits(text: &str) -> bool {
    const SHOWN: usize = 11;
    let text = text.trim();
    let is_number = text.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && text.chars().all(|sign| sign.is_ascii_digit() || ".,eE+% ".contains(sign));
    let whole = text.bytes().all(|byte| byte.is_ascii_digit());
    is_number && (!whole || text.len() > SHOWN || (text.len() > 1 && text.starts_with('0')))
}

/// `3-11`, `1/2`, `2026-11`, `MAR-12`, `3-Nov`, `11月3日`, `10:30`.
fn becomes_a_date(text: &str) -> bool {
    let parts: Vec<&str> = text
        .trim()
        .split(['-', '/', '.', ' ', ':', '年', '月', '日', ','])
        .filter(|part| !part.is_empty())
        .collect();
    let is_number = |part: &&str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_part = |part: &&str| is_number(part) || english_month(&part.to_ascii_lowercase()).is_some();
    let glued = || {
        let letters = text.trim().trim_end_matches(|sign: char| sign.is_ascii_digit());
        letters.len() < text.trim().len() && english_month(&letters.to_ascii_lowercase()).is_some()
    };
    text.len() <= 32 && ((2..=6).contains(&parts.len()) && parts.iter().all(is_part) || glued())
}
