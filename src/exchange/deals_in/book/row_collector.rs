//! Collects the cells of a sheet into rows, within limits.

use crate::domain::import::problem::{ImportProblem, Measure};
use crate::exchange::deals_in::table::{
    MOST_CELL_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, SheetCell, SheetRow,
};
use crate::exchange::deals_in::xlsx_guard::too_large;

pub(crate) struct RowCollector {
    rows: Vec<SheetRow>,
    most: usize,
    /// All cells, and the empty ones before them in their rows.
    cells: usize,
}

impl RowCollector {
    pub fn new(most: usize) -> Self {
        Self { rows: Vec::new(), most, cells: 0 }
    }

    /// Takes a cell by its place, counted from 0. False once all wanted rows are there.
    pub fn put(&mut self, row: u32, column: usize, value: SheetCell) -> Result<bool, ImportProblem> {
        if value == SheetCell::Empty {
            return Ok(true);
        }
        check(row, column, &value)?;
        let number = row.saturating_add(1);
        if self.rows.last().is_none_or(|last| last.number != number) {
            if self.rows.len() >= self.most {
                return Ok(false);
            }
            self.rows.push(SheetRow { number, cells: Vec::new() });
        }
        let Some(last) = self.rows.last_mut() else { return Ok(true) };
        let wanted = column.saturating_add(1);
        self.cells = self.cells.saturating_add(wanted.saturating_sub(last.cells.len()));
        if self.cells > MOST_CELLS {
            return Err(too_large(Measure::Cells, limit(MOST_CELLS)));
        }
        place(&mut last.cells, column, value);
        Ok(true)
    }

    pub fn into_rows(self) -> Vec<SheetRow> {
        self.rows
    }
}

/// Puts a value at its column; missing cells before it are empty.
pub(crate) fn place(cells: &mut Vec<SheetCell>, column: usize, value: SheetCell) {
    if cells.len() <= column {
        cells.resize(column.saturating_add(1), SheetCell::Empty);
    }
    if let Some(cell) = cells.get_mut(column) {
        *cell = value;
    }
}

fn check(row: u32, column: usize, value: &SheetCell) -> Result<(), ImportProblem> {
    if row > MOST_ROWS {
        Err(too_large(Measure::Rows, u64::from(MOST_ROWS)))
    } else if column >= MOST_COLUMNS {
        Err(too_large(Measure::Columns, limit(MOST_COLUMNS)))
    } else if matches!(value, SheetCell::Text(text) if text.len() > MOST_CELL_BYTES) {
        Err(too_large(Measure::CellBytes, limit(MOST_CELL_BYTES)))
    } else {
        Ok(())
    }
}

fn limit(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
