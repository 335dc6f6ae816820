//! A row of a plan, as a message names it.

use chrono::NaiveDate;

use crate::domain::deposit::When;
use crate::domain::money::Money;
use crate::named;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    pub kind: RowKind,
    /// Its number among the rows of its kind.
    pub part: u32,
    pub parts: u32,
    /// None while its milestone has no date.
    pub due: Option<NaiveDate>,
    /// The date rule of its line: what it waits for while it has no date.
    pub when: Option<When>,
    /// For an open row, what is open.
    pub amount: Money,
    /// Whether part of it is paid already.
    pub is_rest: bool,
}

named! {
    pub enum RowKind {
        Deposit = "deposit",
        Balance = "balance",
        Line = "line",
    }
}
