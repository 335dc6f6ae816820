//! Merged cells: a spreadsheet keeps their value in the first one only, and people mean all of them.

use super::row_collector::place;
use crate::domain::import::DealColumn;
use crate::domain::import::problem::{ImportProblem, Measure};
use crate::exchange::deals_in::columns::column_named;
use crate::exchange::deals_in::table::{MOST_CELLS, SheetCell, SheetRow};
use crate::exchange::deals_in::xlsx_guard::too_large;

/// How many bytes of text may be repeated.
const MOST_REPEATED: usize = 64 * 1024 * 1024;

/// A block of cells that is shown as one. Rows are counted from 1, as the spreadsheet shows them, columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MergedRange {
    pub first_row: u32,
    pub last_row: u32,
    pub column: usize,
    pub last_column: usize,
}

impl MergedRange {
    /// A range by its first and last place, both counted from 0.
    pub fn of(first: (u32, u32), last: (u32, u32)) -> Self {
        Self {
            first_row: first.0.saturating_add(1),
            last_row: last.0.saturating_add(1),
            column: usize::try_from(first.1).unwrap_or(usize::MAX),
            last_column: usize::try_from(last.1).unwrap_or(usize::MAX),
        }
    }

    /// A range of one column, or of which only the first is known; rows are counted from 1.
    pub fn in_column(first_row: u32, last_row: u32, column: usize) -> Self {
        Self { first_row, last_row, column, last_column: column }
    }

    /// Whether the range goes on in this row, below its value.
    pub fn goes_on_in(&self, row: u32) -> bool {
        self.first_row < row && row <= self.last_row
    }
}

/// Repeats the value of each range in its further rows. A sum or a count that covers several rows is theirs together:
/// repeated, it would count once for each of them, so it stays in the first.
pub(crate) fn fill(
    rows: &mut [SheetRow],
    merged: &[MergedRange],
    header: &[String],
) -> Result<(), ImportProblem> {
    let (mut seen, mut repeated) = (0_usize, 0_usize);
    for range in merged.iter().filter(|range| range.last_row > range.first_row) {
        if !header.get(range.column).is_some_and(|name| is_for_each_row(name)) {
            continue;
        }
        let Some(value) = value_of(rows, range) else { continue };
        let bytes = if let SheetCell::Text(text) = &value { text.len() } else { 0 };
        let below = rows.partition_point(|row| row.number <= range.first_row);
        for row in rows.iter_mut().skip(below).take_while(|row| row.number <= range.last_row) {
            seen = seen.saturating_add(1);
            if matches!(row.cells.get(range.column), None | Some(SheetCell::Empty)) {
                repeated = repeated.saturating_add(bytes);
                place(&mut row.cells, range.column, value.clone());
            }
            if seen > MOST_CELLS || repeated > MOST_REPEATED {
                return Err(too_large(Measure::Cells, u64::try_from(MOST_CELLS).unwrap_or(u64::MAX)));
            }
        }
    }
    Ok(())
}

/// Moves titles between the rows, `欧洲市场` across most of the columns, out of the columns of deals: they are no buyers.
pub(crate) fn move_titles(rows: &mut [SheetRow], merged: &[MergedRange], columns: usize) {
    let is_wide = |range: &&MergedRange| {
        let width = range.last_column.saturating_sub(range.column).saturating_add(1);
        width >= 3 && width.saturating_mul(2) > columns && range.first_row == range.last_row
    };
    for range in merged.iter().filter(is_wide) {
        let row = rows.binary_search_by_key(&range.first_row, |row| row.number).ok();
        let Some(row) = row.and_then(|place| rows.get_mut(place)) else { continue };
        let mut filled = row.cells.iter_mut().filter(|cell| **cell != SheetCell::Empty);
        if let (Some(title), None) = (filled.next(), filled.next()) {
            let title = std::mem::replace(title, SheetCell::Empty);
            place(&mut row.cells, columns, title);
        }
    }
}

/// The value that a range shows.
pub(crate) fn value_of(rows: &[SheetRow], range: &MergedRange) -> Option<SheetCell> {
    let place = rows.binary_search_by_key(&range.first_row, |row| row.number).ok()?;
    let cell = rows.get(place)?.cells.get(range.column)?;
    (*cell != SheetCell::Empty).then(|| cell.clone())
}

fn is_for_each_row(header: &str) -> bool {
    !matches!(column_named(header), Some(DealColumn::Amount | DealColumn::Quantity))
}
