//! What somebody left in a sheet: its cells, and the schedule in them.

use chrono::NaiveDate;

use crate::domain::deposit::When;
use crate::domain::money::Money;
use crate::exchange::table::Cell;

/// A cell as it stands, and whether a formula made it.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub row: u32,
    pub column: u32,
    pub cell: Cell,
    pub computed: bool,
}

/// A schedule as somebody left it.
#[derive(Debug)]
pub(super) struct Seen {
    pub total: Money,
    pub rows: Vec<SeenRow>,
}

#[derive(Debug)]
pub(super) struct SeenRow {
    /// The number that stands before it; rows may have been moved, added and taken out.
    pub n: Option<u32>,
    pub amount: Money,
    pub due: SeenDue,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum SeenDue {
    On(NaiveDate),
    /// Waits for something: always [`When::Upon`].
    Upon(When),
}

/// The same words, however they begin and whatever space is around them.
pub(super) fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> String {
        let words: Vec<&str> = text.split_whitespace().collect();
        // The two i of Turkish are one here: nothing else would tell them apart.
        words.join(" ").to_lowercase().replace('\u{307}', "").replace('\u{131}', "i")
    };
    plain(one) == plain(other)
}
