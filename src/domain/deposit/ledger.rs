//! Payments against a schedule: the oldest row is filled first.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::document::Extra;
use super::super::money::Money;
use super::refused::PlanRefused;
use super::schedule::{Row, Schedule};
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
    /// Where a row stands on a day; the first that fits.
    pub enum Status {
        Paid = "paid",
        Overdue = "overdue",
        Due = "due",
        PartPaid = "part-paid",
        Upcoming = "upcoming",
    }
}

/// A row and what has been paid of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowStatus {
    pub row: Row,
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

impl RowStatus {
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
    /// Each row by number, as it stands on `on` after these payments.
    pub fn status(&self, on: NaiveDate, payments: &[Payment]) -> Result<Vec<RowStatus>, PlanRefused> {
        self.status_within(on, payments, Money::zero(self.total.currency()))
    }

    /// The same, where a payment that leaves no more than `tolerance` of a row (bank fees) closes it.
    pub fn status_within(
        &self,
        on: NaiveDate,
        payments: &[Payment],
        tolerance: Money,
    ) -> Result<Vec<RowStatus>, PlanRefused> {
        self.check(on, payments)?;
        let mut payments: Vec<&Payment> = payments.iter().collect();
        payments.sort_by_key(|payment| payment.on);
        let mut ledger = Ledger::new(self.rows_by_due());
        for payment in payments {
            ledger.receive(payment, tolerance.minor());
        }
        let mut rows: Vec<RowStatus> = ledger.rows.into_iter().map(|filled| filled.on(on)).collect();
        rows.sort_by_key(|row| row.row.n);
        Ok(rows)
    }

    fn check(&self, on: NaiveDate, payments: &[Payment]) -> Result<(), PlanRefused> {
        let mut sum = Money::zero(self.total.currency());
        for payment in payments {
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
            sum = sum
                .checked_add(payment.money)
                .filter(|sum| sum.minor() <= self.total.minor())
                .ok_or(PlanRefused::OverPaid { total: self.total })?;
        }
        Ok(())
    }
}

/// Rows in the order in which they are filled.
struct Ledger<'a> {
    rows: Vec<Filled<'a>>,
    /// All rows before this one are closed.
    open_from: usize,
}

struct Filled<'a> {
    row: &'a Row,
    /// In minor units.
    paid: i64,
    closed_on: Option<NaiveDate>,
}

impl<'a> Ledger<'a> {
    fn new(rows: Vec<&'a Row>) -> Self {
        let rows = rows.into_iter().map(|row| Filled { row, paid: 0, closed_on: None }).collect();
        Self { rows, open_from: 0 }
    }

    fn receive(&mut self, payment: &Payment, tolerance: i64) {
        let mut rest = payment.money.minor();
        for filled in self.rows.iter_mut().skip(self.open_from) {
            filled.take(&mut rest);
            if filled.missing() > 0 && (filled.paid == 0 || filled.missing() > tolerance) {
                return;
            }
            filled.closed_on = Some(payment.on);
            self.open_from = self.open_from.saturating_add(1);
            if rest == 0 {
                return;
            }
        }
        // Every row is closed, so what is over makes up for rows that were closed short.
        for filled in &mut self.rows {
            filled.take(&mut rest);
        }
    }
}

impl Filled<'_> {
    fn missing(&self) -> i64 {
        self.row.amount.minor().saturating_sub(self.paid)
    }

    fn take(&mut self, rest: &mut i64) {
        let taken = self.missing().min(*rest);
        self.paid = self.paid.saturating_add(taken);
        *rest = rest.saturating_sub(taken);
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
