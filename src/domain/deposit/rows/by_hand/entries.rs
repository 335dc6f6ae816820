//! The rows of a plan with everything needed to write them as lines again.

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Hold, NotByHand, Way};
use crate::domain::deposit::ledger::{RowStatus, Status};
use crate::domain::deposit::plan::Plan;
use crate::domain::deposit::rows::schedule::{Schedule, ScheduleRow};
use crate::domain::deposit::terms::amount::LineAmount;
use crate::domain::deposit::terms::due::{Anchor, Span, When};
use crate::domain::deposit::terms::refused::PlanRefused;
use crate::domain::deposit::terms::{DepositTerms, Terms, TermsLine, TermsRows};
use crate::domain::money::{Money, Percent};

/// Decimals of a percentage. With more of them it is no clearer than the sum.
const MOST_DIGITS: u32 = 6;

/// A row as the seller sees it.
pub struct RowEntry {
    pub line: TermsLine,
    pub amount: Money,
    paid: Money,
    closed: bool,
    /// The amount was just typed, in this form.
    typed: bool,
    /// The amount of the line by itself.
    computed: Money,
}

/// The rows as they are on a day; kept rows come first, as lines of their own.
pub fn entries(plan: &Plan, on: NaiveDate) -> Result<Vec<RowEntry>, PlanRefused> {
    let shown = plan.status(on)?;
    let schedule = plan.terms.schedule()?;
    let mut lines = plan.terms.lines(&schedule).into_iter().zip(schedule.rows());
    Ok(shown
        .into_iter()
        .map(|status| {
            let alike = |(_, row): &(TermsLine, &ScheduleRow)| {
                !status.row.kept
                    && (row.label, row.due, row.upon())
                        == (status.row.label, status.row.due, status.row.upon())
            };
            let found = if status.row.kept { None } else { lines.find(alike) };
            RowEntry::new(status, found)
        })
        .collect())
}

impl RowEntry {
    fn new(status: RowStatus, found: Option<(TermsLine, &ScheduleRow)>) -> Self {
        let closed = status.status == Status::Paid;
        let (line, computed) = match found {
            Some((line, own)) if !closed => (line, own.amount),
            Some(_) | None => (fixed_line(&status), status.row.amount),
        };
        let row = status.row;
        Self { line, amount: row.amount, paid: status.paid, closed, typed: false, computed }
    }

    pub fn hold(&self) -> Hold {
        if self.closed {
            Hold::Paid
        } else if self.line.locked {
            Hold::Locked
        } else if self.paid.is_positive() {
            Hold::PartPaid
        } else {
            Hold::Open
        }
    }

    pub fn may_change(&self, n: u32) -> Result<(), NotByHand> {
        match self.hold() {
            Hold::Open | Hold::PartPaid => Ok(()),
            Hold::Locked => Err(NotByHand::Locked { n }),
            Hold::Paid => Err(NotByHand::Paid { n }),
        }
    }

    /// Sets a typed amount.
    pub fn take(&mut self, n: u32, amount: Money, typed: LineAmount) -> Result<(), NotByHand> {
        self.may_change(n)?;
        if amount.currency() != self.amount.currency() || !amount.is_positive() {
            return Err(NotByHand::NotPositive { n });
        }
        if amount.minor() < self.paid.minor() {
            return Err(NotByHand::BelowPaid { n, paid: self.paid });
        }
        self.amount = amount;
        self.line.amount = typed;
        self.typed = true;
        Ok(())
    }

    pub fn as_line(&self, way: Way, last: bool, terms: &Terms) -> TermsLine {
        let sum = LineAmount::Fixed(self.amount.decimal());
        let held = self.closed || self.typed || self.line.locked;
        let amount = match way {
            Way::AllSumsButTyped if self.typed => self.line.amount,
            Way::AllSumsButTyped | Way::AllSums if last && !held => LineAmount::Rest,
            Way::AllSumsButTyped | Way::AllSums => sum,
            Way::Shares | Way::Sums if self.closed => sum,
            Way::Shares | Way::Sums if self.typed => self.line.amount,
            Way::Shares | Way::Sums if last && !self.line.locked => LineAmount::Rest,
            Way::Shares | Way::Sums if self.line.amount == LineAmount::Rest => {
                terms.as_share(self.amount).unwrap_or(sum)
            }
            Way::Shares | Way::Sums if self.amount == self.computed => self.line.amount,
            Way::Shares => match self.line.amount {
                LineAmount::Fixed(_) => sum,
                LineAmount::Percent(_) | LineAmount::PercentLeft(_) | LineAmount::Rest => {
                    terms.as_share(self.amount).unwrap_or(sum)
                }
            },
            Way::Sums => sum,
        };
        TermsLine { amount, ..self.line.clone() }
    }
}

impl Terms {
    /// The rows as lines that give the same amounts; None where the terms make no plan.
    pub fn as_lines(&self) -> Option<Vec<TermsLine>> {
        let mut lines = self.lines(&self.schedule().ok()?);
        if let (TermsRows::Deposit(_), Some(last)) = (&self.rows, lines.last_mut()) {
            last.amount = LineAmount::Rest;
        }
        Some(lines)
    }

    /// Each row as a line; those of a deposit keep their names and the intervals of their dates.
    fn lines(&self, schedule: &Schedule) -> Vec<TermsLine> {
        match &self.rows {
            TermsRows::Lines(lines) => lines.clone(),
            TermsRows::Deposit(deposit) => (0_u32..)
                .zip(schedule.rows())
                .map(|(intervals, row)| {
                    let sum = LineAmount::Fixed(row.amount.decimal());
                    let amount = self.as_share(row.amount).unwrap_or(sum);
                    TermsLine { label: row.label, ..TermsLine::new(amount, nth(deposit, intervals)) }
                })
                .collect(),
        }
    }

    /// The percentage of the total that gives this amount, rounded as rows are, with as few decimals as possible.
    fn as_share(&self, amount: Money) -> Option<LineAmount> {
        let exact = amount.decimal().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(self.total.decimal())?;
        (0..=MOST_DIGITS)
            .filter_map(|digits| {
                Percent::new(exact.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero))
            })
            .find(|share| self.share(*share) == Some(amount))
            .map(LineAmount::Percent)
    }
}

fn nth(deposit: &DepositTerms, intervals: u32) -> When {
    let count = deposit.every.count.get().saturating_mul(intervals);
    let span = if count == 0 { Span::ZERO } else { Span { count, unit: deposit.every.unit } };
    When::After { anchor: Anchor::Start, span, rule: None }
}

/// A closed row as a sum on a day, whatever happens to the terms.
fn fixed_line(status: &RowStatus) -> TermsLine {
    let row = &status.row;
    let when = match (row.due.or(status.closed_on), row.upon()) {
        (Some(day), _) => When::On(day),
        (None, Some(milestone)) => When::Upon { milestone, span: Span::ZERO, rule: None },
        (None, None) => When::After { anchor: Anchor::Start, span: Span::ZERO, rule: None },
    };
    TermsLine { label: row.label, ..TermsLine::new(LineAmount::Fixed(row.amount.decimal()), when) }
}
