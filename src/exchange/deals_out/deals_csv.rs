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
        WrittenCell::Text(text) => guarded(&text),
        WrittenCell::Number(number) => number.to_string(),
        WrittenCell::Date(date) => date.to_string(),
    }
}

/// Puts an apostrophe before text that a spreadsheet would take for a formula.
pub(crate) fn guarded(text: &str) -> String {
    if is_risky(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// The reverse of [`guarded`].
pub(crate) fn without_guard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_risky(rest.trim_start_matches('\'')) => rest,
        Some(_) | None => text,
    }
}

/// Formulas begin with = + - or @, also in full width; some programs skip a leading tab or line end.
fn is_risky(text: &str) -> bool {
    text.chars().next().is_some_and(|first| matches!(half_width(first), '=' | '+' | '-' | '@' | '\t' | '\r'))
}
