//! The payment that a plan waits for next: the day it is due, or what it waits for.

use chrono::NaiveDate;

use super::Status;
use super::progress::open_rows;
use crate::domain::deposit::label::Label;
use crate::domain::deposit::plan::Plan;
use crate::domain::deposit::terms::document_style::DepositWord;
use crate::domain::deposit::terms::due::Milestone;
use crate::domain::money::Money;

/// The open row that payments fill first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextRow {
    Due(RowDue),
    /// No open row has a day; this is the first that waits for an event.
    Waits(RowWaits),
}

/// A row of the payment plan that has a day and is not paid in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowDue {
    pub label: Label,
    pub due: NaiveDate,
    /// What is still open of it.
    pub amount: Money,
    /// Its number among the rows of the same label.
    pub part: u32,
    pub parts: u32,
    pub overdue: bool,
    /// What the plan's documents call the deposit.
    pub word: DepositWord,
}

/// A row of the payment plan that is not paid in full and has no day yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowWaits {
    pub label: Label,
    /// What is still open of it.
    pub amount: Money,
    /// Its number among the rows of the same label.
    pub part: u32,
    pub parts: u32,
    pub upon: Milestone,
    /// What the plan's documents call the deposit.
    pub word: DepositWord,
}

impl Plan {
    /// None where everything is paid, and where the plan is refused or only proposed.
    pub fn next_row(&self, on: NaiveDate) -> Option<NextRow> {
        if self.is_proposed() {
            return None;
        }
        let rows = self.status(on).ok()?;
        let next = open_rows(&rows).into_iter().next()?;
        let (row, label, amount) = (&next.row, next.row.label, next.open());
        let (part, parts) = self.schedule().ok()?.place(row);
        let word = self.paper.deposit_word();
        Some(match row.due {
            Some(due) => NextRow::Due(RowDue { label, due, amount, part, parts, overdue: due < on, word }),
            None => NextRow::Waits(RowWaits { label, amount, part, parts, upon: row.upon()?, word }),
        })
    }

    /// Whether every row is closed on a day.
    pub fn is_settled(&self, on: NaiveDate) -> bool {
        self.status(on).is_ok_and(|rows| rows.iter().all(|row| row.status == Status::Paid))
    }
}
