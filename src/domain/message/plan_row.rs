//! A row of a plan, as a message names it.

use chrono::NaiveDate;

use crate::domain::deposit::When;
use crate::domain::money::Money;
use crate::named;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    pub kind: RowKind,
    /// Counted among the rows of its kind.
    pub part: u32,
    pub parts: u32,
    /// None while what it waits for has no date.
    pub due: Option<NaiveDate>,
    /// The rule of the line it comes from: what it waits for while it has no date.
    pub when: Option<When>,
    /// Of an open row, what is open.
    pub amount: Money,
    /// Something of it came already.
    pub is_rest: bool,
}

named! {
    pub enum RowKind {
        Deposit = "deposit",
        Balance = "balance",
        Line = "line",
    }
}
