//! What terms give to their rows, finished or not: amounts, what is left or too much, and why there is no plan yet.

use rust_decimal::Decimal;

use crate::domain::deposit::terms::amount::LineAmount;
use crate::domain::deposit::terms::refused::PlanRefused;
use crate::domain::deposit::terms::{Terms, TermsLine, TermsRows};
use crate::domain::money::Money;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    pub total: Money,
    /// The amount of each row, in order; for terms that are refused, as far as it can be worked out.
    pub rows: Vec<Money>,
    pub allocated: Money,
    /// Of the total, in percent with two digits; none where there is no total.
    pub share: Option<Decimal>,
    /// What is not in any row yet; never negative.
    pub left: Money,
    /// By how much the rows exceed the total; never negative.
    pub over: Money,
    pub refused: Option<PlanRefused>,
}

impl Terms {
    /// None where the rows add up to more than an amount can be.
    pub fn allocation(&self) -> Option<Allocation> {
        match self.schedule() {
            Ok(schedule) => {
                let rows = schedule.rows().iter().map(|row| row.amount).collect();
                Some(self.given(rows, self.total, None))
            }
            Err(why) => {
                let rows = match &self.rows {
                    TermsRows::Lines(lines) => self.roughly(lines)?,
                    // A deposit that cannot be worked out has no rows.
                    TermsRows::Deposit(_) => Vec::new(),
                };
                let allocated = Money::sum(rows.iter().copied(), self.total.currency())?;
                Some(self.given(rows, allocated, Some(why)))
            }
        }
    }

    fn given(&self, rows: Vec<Money>, allocated: Money, refused: Option<PlanRefused>) -> Allocation {
        let nothing = Money::zero(self.total.currency());
        let beyond = |more: Money, less: Money| {
            more.checked_sub(less).filter(|difference| difference.is_positive()).unwrap_or(nothing)
        };
        Allocation {
            total: self.total,
            rows,
            allocated,
            share: allocated.share_of(self.total),
            left: beyond(self.total, allocated),
            over: beyond(allocated, self.total),
            refused,
        }
    }

    /// Each line by itself: a rest takes what the other lines leave, wherever it is among them.
    fn roughly(&self, lines: &[TermsLine]) -> Option<Vec<Money>> {
        let currency = self.total.currency();
        let nothing = Money::zero(currency);
        let fixed = |line: &TermsLine| match line.amount {
            LineAmount::Fixed(amount) => Money::from_decimal(amount, currency),
            LineAmount::Percent(_) | LineAmount::PercentLeft(_) | LineAmount::Rest => None,
        };
        let left_by = |rows: Option<Money>| {
            let left = self.total.checked_sub(rows?)?;
            Some(if left.is_positive() { left } else { nothing })
        };
        let left = left_by(Money::sum(lines.iter().filter_map(fixed), currency))?;
        let alone = |line: &TermsLine| match line.amount {
            LineAmount::Percent(percent) => self.total.percent(percent, self.total.unit()),
            LineAmount::PercentLeft(percent) => left.percent(percent, self.total.unit()),
            LineAmount::Fixed(_) | LineAmount::Rest => fixed(line),
        };
        let mut rest = Some(left_by(Money::sum(lines.iter().filter_map(alone), currency))?);
        let rows = lines.iter().map(|line| match line.amount {
            LineAmount::Rest => rest.take().unwrap_or(nothing),
            LineAmount::Percent(_) | LineAmount::PercentLeft(_) | LineAmount::Fixed(_) => {
                alone(line).unwrap_or(nothing)
            }
        });
        Some(rows.collect())
    }
}
