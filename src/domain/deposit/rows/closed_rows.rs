//! Rows that payments closed before the terms changed: they stay, and the rest is computed anew around them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::by_hand::in_proportion;
use super::schedule::{Schedule, ScheduleRow};
use crate::domain::deposit::label::Label;
use crate::domain::deposit::terms::refused::PlanRefused;
use crate::domain::extra::Extra;
use crate::domain::money::Money;

/// A closed row of earlier terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptRow {
    pub label: Label,
    /// For a row whose milestone never got a date: the day it was paid.
    pub due: NaiveDate,
    pub money: Money,
    #[serde(flatten)]
    pub extra: Extra,
}

impl KeptRow {
    /// Whether the terms still have this row; one without a date is stored with the day it was paid.
    fn is(&self, row: &ScheduleRow) -> bool {
        self.label == row.label && self.money == row.amount && row.due.is_none_or(|due| due == self.due)
    }

    fn as_row(&self, amount: Money, total: Money) -> Result<ScheduleRow, PlanRefused> {
        let share = amount.share_of(total).ok_or(PlanRefused::TooPrecise)?;
        let (label, due) = (self.label, Some(self.due));
        Ok(ScheduleRow { n: 0, label, due, when: None, moved_from: None, amount, share, kept: true })
    }

    fn check(&self, total: Money) -> Result<(), PlanRefused> {
        let (payment, plan) = (self.money.currency(), total.currency());
        if payment != plan {
            return Err(PlanRefused::PaymentInOtherCurrency { on: self.due, payment, plan });
        }
        if self.money.is_positive() {
            Ok(())
        } else {
            Err(PlanRefused::PaymentNotPositive { on: self.due, amount: self.money })
        }
    }
}

impl Schedule {
    /// The kept rows, then these rows less what the kept ones sum to, taken off the oldest first. Kept rows beyond the
    /// total are cut to it: what was paid beyond it is an overpayment.
    pub(crate) fn after_kept(self, kept: &[KeptRow]) -> Result<Self, PlanRefused> {
        let total = self.total;
        let mut rows = Vec::new();
        let mut room = total.minor();
        for row in kept {
            row.check(total)?;
            let minor = row.money.minor().min(room);
            room = room.saturating_sub(minor);
            if minor > 0 {
                rows.push(row.as_row(Money::from_minor(minor, total.currency()), total)?);
            }
        }
        let taken = total.minor().saturating_sub(room);
        let left = self.moved_behind_the_paid(kept, self.left_of_rows(kept, taken))?;
        for (row, minor) in self.rows.into_iter().zip(left.into_values()) {
            let amount = Money::from_minor(minor, total.currency());
            if amount == row.amount {
                rows.push(row);
            } else if amount.is_positive() {
                let share = amount.share_of(total).ok_or(PlanRefused::TooPrecise)?;
                rows.push(ScheduleRow { amount, share, ..row });
            }
        }
        Ok(Self::new(total, rows))
    }

    /// What is left of each row, by number, after the kept rows' sum is taken off; all in minor units.
    fn left_of_rows(&self, kept: &[KeptRow], taken: i64) -> BTreeMap<u32, i64> {
        // A row that is in the terms as it was kept is that row, wherever it is; the rest is taken off the oldest.
        let mut same: Vec<&KeptRow> = kept.iter().collect();
        let (stayed, others): (Vec<&ScheduleRow>, Vec<&ScheduleRow>) =
            self.rows_by_due().into_iter().partition(|row| {
                let found = same.iter().position(|kept| kept.is(row));
                found.map(|place| same.remove(place)).is_some()
            });
        let mut taken = taken;
        let take_off = |row: &ScheduleRow| {
            let cut = row.amount.minor().min(taken);
            taken = taken.saturating_sub(cut);
            (row.n, row.amount.minor().saturating_sub(cut))
        };
        stayed.into_iter().chain(others).map(take_off).collect()
    }

    /// Nobody is asked for money by a day that is earlier than what they have paid for: what is left of a row that is
    /// paid in part moves to the later rows of its label or, where there are none, to all later rows.
    fn moved_behind_the_paid(
        &self,
        kept: &[KeptRow],
        mut left: BTreeMap<u32, i64>,
    ) -> Result<BTreeMap<u32, i64>, PlanRefused> {
        let Some(paid_until) = kept.iter().map(|kept| kept.due).max() else { return Ok(left) };
        let of = |row: &ScheduleRow| left.get(&row.n).copied().unwrap_or_default();
        let is_behind = |row: &ScheduleRow| row.due.is_some_and(|due| due <= paid_until);
        let Some(cut) =
            self.rows.iter().find(|row| is_behind(row) && of(row) > 0 && of(row) < row.amount.minor())
        else {
            return Ok(left);
        };
        let later: Vec<&ScheduleRow> =
            self.rows.iter().filter(|row| !is_behind(row) && of(row) > 0).collect();
        let alike: Vec<&ScheduleRow> = later.iter().copied().filter(|row| row.label == cut.label).collect();
        let takers = if alike.is_empty() { later } else { alike };
        if takers.is_empty() {
            return Ok(left);
        }
        let sizes: Vec<i64> = takers.iter().map(|row| of(row)).collect();
        let new = in_proportion(&sizes, of(cut).into()).ok_or(PlanRefused::TooPrecise)?;
        let new = new.into_iter().map(|(size, _)| size);
        left.extend(takers.iter().map(|row| row.n).zip(new).chain([(cut.n, 0)]));
        Ok(left)
    }
}
