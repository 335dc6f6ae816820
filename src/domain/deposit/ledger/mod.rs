//! Payments against a schedule: the oldest row is filled first.

pub(crate) mod next_row;
pub(crate) mod progress;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::rows::schedule::{Schedule, ScheduleRow};
use super::terms::refused::PlanRefused;
use crate::domain::extra::Extra;
use crate::domain::money::Money;
use crate::named;

/// Money that has arrived.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Payment {
    pub on: NaiveDate,
    pub money: Money,
    /// What the bank slip says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    #[serde(flatten)]
    pub extra: Extra,
}

named! {
    /// The state of a row on a day; the first that fits.
    pub enum Status {
        Paid = "paid",
        Overdue = "overdue",
        Due = "due",
        PartPaid = "part-paid",
        Upcoming = "upcoming",
    }
}

/// What one payment did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The payment's index among the plan's payments.
    pub payment: usize,
    /// How much of it went to which row, the oldest first.
    pub parts: Vec<(u32, Money)>,
    /// The row that it closed within the tolerance, and what was missing of it.
    pub short: Option<(u32, Money)>,
    /// What is left over once all rows are full.
    pub over: Money,
}

/// All rows and payments of a plan as they stand on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledRows {
    /// By number.
    pub rows: Vec<RowStatus>,
    /// By date.
    pub receipts: Vec<Receipt>,
    /// The sum of all payments, beyond the total as well.
    pub received: Money,
    /// The part of it that is in the rows: the total at most.
    pub paid: Money,
}

/// A row and what has been paid of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowStatus {
    pub row: ScheduleRow,
    pub paid: Money,
    pub status: Status,
    /// What a payment fell short by when its row was closed within the tolerance.
    pub short: Option<Money>,
    /// The day of the payment that closed the row.
    pub closed_on: Option<NaiveDate>,
}

impl Payment {
    pub fn new(on: NaiveDate, money: Money) -> Self {
        Self { on, money, reference: String::new(), extra: Extra::new() }
    }
}

/// The most that banks on the way usually deduct, in percent of the row; our assumption.
const USUAL_FEE: i64 = 3;

impl RowStatus {
    /// What is missing of a row that is nearly paid: most likely bank fees.
    pub fn likely_fees(&self) -> Option<Money> {
        let missing = self.open();
        let nearly = missing.minor().checked_mul(100)? <= self.row.amount.minor().checked_mul(USUAL_FEE)?;
        (nearly && missing.is_positive() && self.paid.is_positive()).then_some(missing)
    }

    /// What is still to come; zero once the row is closed.
    pub fn open(&self) -> Money {
        let nothing = Money::zero(self.row.amount.currency());
        match self.status {
            Status::Paid => nothing,
            Status::Overdue | Status::Due | Status::PartPaid | Status::Upcoming => {
                self.row.amount.checked_sub(self.paid).unwrap_or(nothing)
            }
        }
    }
}

impl Schedule {
    /// Each row by number, as it stands on `on` after these payments; refused where they are more than the total.
    pub fn status(&self, on: NaiveDate, payments: &[Payment]) -> Result<Vec<RowStatus>, PlanRefused> {
        let payments = payments.iter().enumerate().collect();
        let settled = self.settle(on, payments, Money::zero(self.total.currency()))?;
        match settled.over() {
            Some(_) => Err(PlanRefused::OverPaid { total: self.total }),
            None => Ok(settled.rows),
        }
    }

    /// What every payment did, with its number for the receipt, and the rows after them; more than the total may have
    /// been paid. A payment that leaves no more than `tolerance` of a row (bank fees) closes it.
    pub(super) fn settle(
        &self,
        on: NaiveDate,
        mut payments: Vec<(usize, &Payment)>,
        tolerance: Money,
    ) -> Result<SettledRows, PlanRefused> {
        let received = self.check(on, &payments)?;
        payments.sort_by_key(|(_, payment)| payment.on);
        let mut ledger = Ledger::new(self.rows_by_due());
        let receipts = payments
            .into_iter()
            .map(|(index, payment)| ledger.receive(index, payment, tolerance.minor()))
            .collect();
        let mut rows: Vec<RowStatus> = ledger.rows.into_iter().map(|filled| filled.on(on)).collect();
        rows.sort_by_key(|row| row.row.n);
        let too_much = PlanRefused::OverPaid { total: self.total };
        let paid = Money::sum(rows.iter().map(|row| row.paid), self.total.currency()).ok_or(too_much)?;
        Ok(SettledRows { rows, receipts, received, paid })
    }

    /// The sum of the payments, or why they cannot be payments of this plan.
    fn check(&self, on: NaiveDate, payments: &[(usize, &Payment)]) -> Result<Money, PlanRefused> {
        for (_, payment) in payments {
            if payment.on > on {
                return Err(PlanRefused::PaidLater { payment: payment.on, on });
            }
            if !payment.money.is_positive() {
                return Err(PlanRefused::PaymentNotPositive { on: payment.on, amount: payment.money });
            }
            if payment.money.currency() != self.total.currency() {
                return Err(PlanRefused::PaymentInOtherCurrency {
                    on: payment.on,
                    payment: payment.money.currency(),
                    plan: self.total.currency(),
                });
            }
        }
        let all = payments.iter().map(|(_, payment)| payment.money);
        Money::sum(all, self.total.currency()).ok_or(PlanRefused::OverPaid { total: self.total })
    }
}

impl SettledRows {
    /// The rows of a plan that is only proposed.
    pub(super) fn not_due(mut self) -> Self {
        for row in self.rows.iter_mut().filter(|row| matches!(row.status, Status::Due | Status::Overdue)) {
            row.status = Status::Upcoming;
        }
        self
    }

    /// What came beyond the total.
    pub fn over(&self) -> Option<Money> {
        self.received.checked_sub(self.paid).filter(|over| over.is_positive())
    }
}

/// Rows in the order in which they are filled.
struct Ledger<'a> {
    rows: Vec<Filled<'a>>,
    /// All rows before this one are closed.
    open_from: usize,
}

struct Filled<'a> {
    row: &'a ScheduleRow,
    /// In minor units.
    paid: i64,
    closed_on: Option<NaiveDate>,
}

impl<'a> Ledger<'a> {
    fn new(rows: Vec<&'a ScheduleRow>) -> Self {
        let rows = rows.into_iter().map(|row| Filled { row, paid: 0, closed_on: None }).collect();
        Self { rows, open_from: 0 }
    }

    fn receive(&mut self, index: usize, payment: &Payment, tolerance: i64) -> Receipt {
        let of = |minor| Money::from_minor(minor, payment.money.currency());
        let mut receipt = Receipt { payment: index, parts: Vec::new(), short: None, over: of(0) };
        let mut rest = payment.money.minor();
        for filled in self.rows.iter_mut().skip(self.open_from) {
            receipt.note(filled.row.n, of(filled.take(&mut rest)));
            // Where most of a row is missing, the rest is no bank fee, whatever the tolerance.
            if filled.missing() > 0 && (filled.missing() > tolerance || filled.missing() >= filled.paid) {
                return receipt;
            }
            receipt.short = Some((filled.row.n, of(filled.missing()))).filter(|_| filled.missing() > 0);
            filled.closed_on = Some(payment.on);
            self.open_from = self.open_from.saturating_add(1);
            if rest == 0 {
                return receipt;
            }
        }
        // All rows are closed: the rest fills those that were closed short.
        for filled in &mut self.rows {
            receipt.note(filled.row.n, of(filled.take(&mut rest)));
        }
        Receipt { over: of(rest), ..receipt }
    }
}

impl Receipt {
    fn note(&mut self, row: u32, part: Money) {
        if part.is_positive() {
            self.parts.push((row, part));
        }
    }
}

impl Filled<'_> {
    fn missing(&self) -> i64 {
        self.row.amount.minor().saturating_sub(self.paid)
    }

    fn take(&mut self, rest: &mut i64) -> i64 {
        let taken = self.missing().min(*rest);
        self.paid = self.paid.saturating_add(taken);
        *rest = rest.saturating_sub(taken);
        taken
    }

    fn on(self, on: NaiveDate) -> RowStatus {
        let currency = self.row.amount.currency();
        let status = if self.closed_on.is_some() {
            Status::Paid
        } else if self.row.due.is_some_and(|due| due < on) {
            Status::Overdue
        } else if self.row.due == Some(on) {
            Status::Due
        } else if self.paid > 0 {
            Status::PartPaid
        } else {
            Status::Upcoming
        };
        RowStatus {
            row: self.row.clone(),
            paid: Money::from_minor(self.paid, currency),
            status,
            short: Some(Money::from_minor(self.missing(), currency))
                .filter(|short| status == Status::Paid && short.is_positive()),
            closed_on: self.closed_on,
        }
    }
}
