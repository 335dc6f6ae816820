//! The content of a sheet that somebody may have edited: its cells, and the schedule in them.

use chrono::NaiveDate;

use crate::domain::deposit::When;
use crate::domain::money::Money;
use crate::exchange::deals_in::table::SheetCell;

/// A cell's value, and whether it comes from a formula.
#[derive(Clone, Debug)]
pub(crate) struct PlacedCell {
    pub row: u32,
    pub column: u32,
    pub cell: SheetCell,
    pub computed: bool,
}

/// The schedule in the sheet.
#[derive(Debug)]
pub(crate) struct SeenSchedule {
    pub total: Money,
    pub rows: Vec<SeenRow>,
}

#[derive(Debug)]
pub(crate) struct SeenRow {
    /// The number shown before it; rows may have been moved, added or removed.
    pub n: Option<u32>,
    pub amount: Money,
    pub due: SeenDue,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum SeenDue {
    On(NaiveDate),
    /// Waits for an event: always [`When::Upon`].
    Upon(When),
}

/// Whether both are the same words, ignoring case and spacing.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> String {
        let words: Vec<&str> = text.split_whitespace().collect();
        // Treats the two Turkish letters i as one: no words differ by them alone.
        words.join(" ").to_lowercase().replace('\u{307}', "").replace('\u{131}', "i")
    };
    plain(one) == plain(other)
}
