//! The result of a plan on a date; computed once, not in every frame.

use chrono::NaiveDate;

use crate::domain::deposit::{
    DepositWord, Hold, Plan, PlanProgress, PlanRefused, Receipt, Receipts, RowStatus, Schedule, SettledRows,
    Start,
};
use crate::domain::money::Money;
use crate::text::Language;
use crate::text::window::deposit as words;

/// Longer plans are changed by their terms only.
const MOST_BY_HAND: usize = 1_000;

/// The result of a plan.
#[derive(Debug)]
pub struct PlanOutcome {
    pub schedule: Schedule,
    pub rows: Vec<RowStatus>,
    pub receipts: Vec<Receipt>,
    /// The part of the total that is paid in the rows.
    pub paid: Money,
    /// None where its sums overflow.
    pub standing: Option<PlanProgress>,
    /// When production starts.
    pub start: Option<Start>,
    /// Why each row stays as it is when others change; empty where there are too many to change by hand.
    pub holds: Vec<Hold>,
    /// What the plan's papers call the deposit.
    word: DepositWord,
}

impl PlanOutcome {
    pub fn of(plan: &Plan, on: NaiveDate, announced: Option<Money>) -> Result<Self, PlanRefused> {
        let schedule = plan.schedule()?;
        let settled = plan.settled(on)?;
        let standing = PlanProgress::of(&settled, schedule.total(), announced, on);
        let holds = if settled.rows.len() > MOST_BY_HAND { Vec::new() } else { plan.holds(on)? };
        let start = plan.start(Receipts::AsPaid { on });
        let word = plan.paper.deposit_word();
        let SettledRows { rows, receipts, paid, received: _ } = settled;
        Ok(Self { schedule, rows, receipts, paid, standing, start, holds, word })
    }

    /// The name of the row with this number on the page.
    pub fn name(&self, n: u32, language: Language) -> String {
        self.schedule.rows().iter().find(|row| row.n == n).map_or_else(String::new, |row| {
            let (part, parts) = self.schedule.place(row);
            words::row_name(row.label, part, parts, self.word, language)
        })
    }
}
