//! The plan of a deal: terms, payments, and what remains when they change.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ledger::{Payment, RowStatus, SettledRows, Status};
use super::rows::closed_rows::KeptRow;
use super::rows::schedule::Schedule;
use super::terms::Terms;
use super::terms::document_style::DocumentStyle;
use super::terms::refused::PlanRefused;
use crate::domain::extra::Extra;
use crate::domain::money::{Money, Percent};
use crate::named;

/// Terms and payments kept with a deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub terms: Terms,
    /// Rows that were closed before the terms changed; the new terms do not touch them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<KeptRow>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// Production starts when this share of the total is received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub production_share: Option<Percent>,
    /// The goods ship this many days after production starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ships_days_after: Option<u32>,
    /// A payment that falls short by at most this much (bank fees) closes its row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Money>,
    #[serde(default, skip_serializing_if = "DocumentStyle::is_empty")]
    pub paper: DocumentStyle,
    /// The buyer has not agreed to it yet: nothing in it is due.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub proposed: bool,
    #[serde(flatten)]
    pub extra: Extra,
}

named! {
    /// The formats a plan is written in, by the file's extension.
    pub enum PlanFormat {
        Csv = "csv",
        Markdown = "md",
        Xlsx = "xlsx",
        Ics = "ics",
    }
}

/// For whom a file is made of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanReader {
    /// In the language of the plan's documents, without what only concerns the seller.
    Buyer,
    /// In the language of the window.
    Seller,
}

impl Plan {
    pub fn new(terms: Terms) -> Self {
        Self {
            terms,
            kept: Vec::new(),
            payments: Vec::new(),
            production_share: None,
            ships_days_after: None,
            tolerance: None,
            paper: DocumentStyle::default(),
            proposed: false,
            extra: Extra::new(),
        }
    }

    /// The kept rows, then what the terms make of the remainder.
    pub fn schedule(&self) -> Result<Schedule, PlanRefused> {
        self.terms.schedule()?.after_kept(&self.kept)
    }

    /// The rows as they stand on a day; later payments have not happened yet.
    pub fn status(&self, on: NaiveDate) -> Result<Vec<RowStatus>, PlanRefused> {
        self.settled(on).map(|settled| settled.rows)
    }

    /// The rows as they stand on a day, and what every payment until then did.
    pub fn settled(&self, on: NaiveDate) -> Result<SettledRows, PlanRefused> {
        let schedule = self.schedule()?;
        let received = self.payments.iter().enumerate().filter(|(_, paid)| paid.on <= on).collect();
        let currency = self.terms.total.currency();
        let tolerance =
            self.tolerance.filter(|some| some.currency() == currency).unwrap_or(Money::zero(currency));
        let settled = schedule.settle(on, received, tolerance)?;
        Ok(if self.is_proposed() { settled.not_due() } else { settled })
    }

    /// Whether the buyer has still to agree to it; whoever pays by it has agreed.
    pub fn is_proposed(&self) -> bool {
        self.proposed && self.payments.is_empty()
    }

    /// The same plan under other terms: rows closed by `on` stay, the rest is computed anew.
    pub fn with_terms(&self, terms: Terms, on: NaiveDate) -> Result<Self, PlanRefused> {
        let kept = closed_rows(self.status(on)?);
        let changed = Self { terms, kept, ..self.clone() };
        changed.status(on).map(|_fits| changed)
    }

    /// The rows that other terms leave as they are: those closed by `on`; for a plan that is refused, those kept
    /// already.
    pub fn closed_rows(&self, on: NaiveDate) -> Vec<KeptRow> {
        self.status(on).map_or_else(|_refused| self.kept.clone(), closed_rows)
    }

    /// The plan with one more payment.
    pub fn with_payment(&self, payment: Payment) -> Self {
        let mut paid = self.clone();
        paid.payments.push(payment);
        paid
    }

    /// The plan without the payment at this index; rows that were kept because of it are computed anew. None where
    /// there is no such payment.
    pub fn without_payment(&self, index: usize) -> Option<(Self, Payment)> {
        let mut plan = self.clone();
        let removed = (index < plan.payments.len()).then(|| plan.payments.remove(index))?;
        let last = plan.payments.iter().map(|payment| payment.on).max().unwrap_or(removed.on);
        // The kept rows come first, and payments fill them first.
        if let Ok(rows) = plan.status(last) {
            let mut rows = rows.into_iter();
            plan.kept.retain(|_| rows.next().is_some_and(|row| row.status == Status::Paid));
        }
        Some((plan, removed))
    }
}

fn closed_rows(rows: Vec<RowStatus>) -> Vec<KeptRow> {
    rows.into_iter()
        .filter(|row| row.status == Status::Paid)
        .filter_map(|closed| {
            let due = closed.row.due.or(closed.closed_on)?;
            Some(KeptRow { label: closed.row.label, due, money: closed.row.amount, extra: Extra::new() })
        })
        .collect()
}
