//! The plan kept with a deal: terms, payments, and what their change leaves as it was.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::super::document::Extra;
use super::super::money::{Money, Percent};
use super::ledger::{Payment, RowStatus, Settled, Status};
use super::paper::Paper;
use super::refused::PlanRefused;
use super::schedule::{Label, Row, Schedule};
use super::terms::Terms;
use crate::domain::word::Named as _;
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
    /// The goods ship so many days after production starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ships_days_after: Option<u32>,
    /// A payment that falls short by no more (bank fees) closes its row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Money>,
    #[serde(default, skip_serializing_if = "Paper::is_empty")]
    pub paper: Paper,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A closed row of earlier terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptRow {
    pub label: Label,
    /// The day it was paid where it waited for something that never got a date.
    pub due: NaiveDate,
    pub money: Money,
    #[serde(flatten)]
    pub extra: Extra,
}

named! {
    /// The files that a plan becomes, by their endings.
    pub enum PlanFormat {
        Csv = "csv",
        Markdown = "md",
        Xlsx = "xlsx",
        Ics = "ics",
    }
}

/// Who reads a file that was made of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanReader {
    /// In the language of the plan's documents, without the seller's own affairs.
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
            paper: Paper::default(),
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
    pub fn settled(&self, on: NaiveDate) -> Result<Settled, PlanRefused> {
        let schedule = self.schedule()?;
        let received: Vec<Payment> = self.payments.iter().filter(|paid| paid.on <= on).cloned().collect();
        let currency = self.terms.total.currency();
        let tolerance =
            self.tolerance.filter(|some| some.currency() == currency).unwrap_or(Money::zero(currency));
        schedule.settle(on, &received, tolerance)
    }

    /// The same plan under other terms: rows closed by `on` stay, only what is unpaid is computed anew.
    pub fn with_terms(&self, terms: Terms, on: NaiveDate) -> Result<Self, PlanRefused> {
        let kept = closed_rows(self.status(on)?);
        let changed = Self { terms, kept, ..self.clone() };
        changed.status(on).map(|_fits| changed)
    }

    /// What other terms will leave as it is: rows closed by `on`; of a plan that is refused, what it kept already.
    pub fn closed_rows(&self, on: NaiveDate) -> Vec<KeptRow> {
        self.status(on).map_or_else(|_refused| self.kept.clone(), closed_rows)
    }

    /// The plan with one more payment.
    pub fn with_payment(&self, payment: Payment) -> Self {
        let mut paid = self.clone();
        paid.payments.push(payment);
        paid
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

impl KeptRow {
    /// Whether the terms still have this row; one without a date was kept under the day it was paid.
    fn is(&self, row: &Row) -> bool {
        self.label == row.label && self.money == row.amount && row.due.is_none_or(|due| due == self.due)
    }

    fn as_row(&self, total: Money) -> Result<Row, PlanRefused> {
        let (payment, plan) = (self.money.currency(), total.currency());
        if payment != plan {
            return Err(PlanRefused::PaymentInOtherCurrency { on: self.due, payment, plan });
        }
        if !self.money.is_positive() {
            return Err(PlanRefused::PaymentNotPositive { on: self.due, amount: self.money });
        }
        let share = self.money.share_of(total).ok_or(PlanRefused::TooPrecise)?;
        let (label, due, amount) = (self.label, Some(self.due), self.money);
        Ok(Row { n: 0, label, due, when: None, moved_from: None, amount, share, basis: None, kept: true })
    }
}

impl Schedule {
    /// The kept rows first; their sum is taken off these rows, the oldest first.
    fn after_kept(self, kept: &[KeptRow]) -> Result<Self, PlanRefused> {
        let total = self.total;
        let mut taken = Money::zero(total.currency());
        let mut rows = Vec::new();
        for row in kept {
            rows.push(row.as_row(total)?);
            taken = taken.checked_add(row.money).ok_or(PlanRefused::OverPaid { total })?;
        }
        if taken.minor() > total.minor() {
            return Err(PlanRefused::OverPaid { total });
        }
        let mut replaced: BTreeMap<u32, Money> = BTreeMap::new();
        let mut same: Vec<&KeptRow> = kept.iter().collect();
        // A row that stands in the terms as it was kept is that row, wherever it is; the rest comes off the oldest.
        for row in self.rows_by_due() {
            if let Some(place) = same.iter().position(|kept| kept.is(row)) {
                let kept = same.remove(place);
                taken = taken.checked_sub(kept.money).ok_or(PlanRefused::TooPrecise)?;
                replaced.insert(row.n, Money::zero(total.currency()));
            }
        }
        for row in self.rows_by_due() {
            if replaced.contains_key(&row.n) {
                continue;
            }
            let cut = row.amount.minor().min(taken.minor());
            let cut = Money::from_minor(cut, total.currency());
            taken = taken.checked_sub(cut).ok_or(PlanRefused::TooPrecise)?;
            replaced.insert(row.n, row.amount.checked_sub(cut).ok_or(PlanRefused::TooPrecise)?);
        }
        for (row, amount) in self.rows.into_iter().zip(replaced.into_values()) {
            if amount == row.amount {
                rows.push(row);
            } else if amount.is_positive() {
                let share = amount.share_of(total).ok_or(PlanRefused::TooPrecise)?;
                rows.push(Row { amount, share, basis: None, ..row });
            }
        }
        for (n, row) in (1_u32..).zip(&mut rows) {
            row.n = n;
        }
        Ok(Self { rows, ..self })
    }
}

impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::from_name(&name).ok_or_else(|| de::Error::custom(format_args!("unknown label {name:?}")))
    }
}
