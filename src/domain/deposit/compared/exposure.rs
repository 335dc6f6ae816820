//! How far the seller pre-finances a deal: the money a plan brings in against what the goods cost, day by day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cost::{Cost, CostEvent, CostsRefused, cost_amounts};
use crate::domain::calendar::days_between;
use crate::domain::deposit::ledger::{RowStatus, Status};
use crate::domain::deposit::plan::Plan;
use crate::domain::deposit::rows::schedule::Schedule;
use crate::domain::deposit::shipping::Shipping;
use crate::domain::deposit::shipping::production::{Production, Receipts};
use crate::domain::deposit::terms::refused::PlanRefused;
use crate::domain::money::Money;

/// Received less spent, day by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exposure {
    nothing: Money,
    steps: Vec<ExposureDay>,
    /// Rows that wait for something without a date: counted as not received.
    pub not_received: Vec<u32>,
    /// Costs, counted from 1, whose event has no day in the plan: counted as not spent.
    pub not_spent: Vec<(usize, CostEvent)>,
}

/// A day on which money moves. What comes in on a day covers what goes out on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExposureDay {
    pub on: NaiveDate,
    pub received: Money,
    pub spent: Money,
    /// All that was received less all that was spent by the end of the day.
    pub position: Money,
}

/// Whether the buyer's money covers the costs throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Financing {
    Covered,
    /// At least one, by day.
    PreFinanced(Vec<Gap>),
}

/// Consecutive days on which more has been spent than received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    pub from: NaiveDate,
    /// The first day on which the money covers the costs again; None where it never does.
    pub until: Option<NaiveDate>,
    /// Above zero.
    pub worst: Money,
    /// The first day on which the gap is that large.
    pub worst_on: NaiveDate,
}

/// Why no exposure can be worked out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExposureRefused {
    #[error(transparent)]
    Plan(#[from] PlanRefused),
    #[error(transparent)]
    Costs(#[from] CostsRefused),
}

impl Exposure {
    pub fn of(
        plan: &Plan,
        costs: &[Cost],
        shipping: Shipping<'_>,
        receipts: Receipts,
    ) -> Result<Self, ExposureRefused> {
        let expected = ExpectedMoney::of(plan, shipping, receipts)?;
        let amounts = cost_amounts(costs, plan.terms.total)?;
        let mut moves: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
        let too_large = ExposureRefused::Costs(CostsRefused::TooPrecise);
        for (on, money) in &expected.receipts {
            let (received, _) = moves.entry(*on).or_default();
            *received = received.checked_add(money.minor()).ok_or(too_large.clone())?;
        }
        let mut not_spent = Vec::new();
        for (n, (cost, amount)) in (1_usize..).zip(costs.iter().zip(amounts)) {
            match (cost.when.day(|event| expected.production.day(event)), cost.when.event()) {
                (Some(on), _) => {
                    let (_, spent) = moves.entry(on).or_default();
                    *spent = spent.checked_add(amount.minor()).ok_or(too_large.clone())?;
                }
                (None, Some(event)) => not_spent.push((n, event)),
                (None, None) => {}
            }
        }
        let nothing = Money::zero(plan.terms.total.currency());
        let steps = steps(moves, nothing).ok_or(too_large)?;
        Ok(Self { nothing, steps, not_received: expected.without_date, not_spent })
    }

    /// The days on which money moves, each once.
    pub fn steps(&self) -> &[ExposureDay] {
        &self.steps
    }

    /// Received less spent at the end of a day.
    pub fn at(&self, day: NaiveDate) -> Money {
        self.steps.iter().rfind(|step| step.on <= day).map_or(self.nothing, |step| step.position)
    }

    pub fn financing(&self) -> Financing {
        let mut gaps: Vec<Gap> = Vec::new();
        for step in &self.steps {
            let missing = Money::from_minor(step.position.minor().saturating_neg(), self.nothing.currency());
            let open = gaps.last_mut().filter(|gap| gap.until.is_none());
            match (open, missing.is_positive()) {
                (Some(gap), true) if missing.minor() > gap.worst.minor() => {
                    gap.worst = missing;
                    gap.worst_on = step.on;
                }
                (Some(gap), false) => gap.until = Some(step.on),
                (None, true) => {
                    gaps.push(Gap { from: step.on, until: None, worst: missing, worst_on: step.on });
                }
                (Some(_), true) | (None, false) => {}
            }
        }
        if gaps.is_empty() { Financing::Covered } else { Financing::PreFinanced(gaps) }
    }
}

impl Financing {
    pub fn gaps(&self) -> &[Gap] {
        match self {
            Self::Covered => &[],
            Self::PreFinanced(gaps) => gaps,
        }
    }

    /// The gap with the largest amount; the first of equal ones.
    pub fn worst(&self) -> Option<&Gap> {
        self.gaps()
            .iter()
            .reduce(|worst, gap| if gap.worst.minor() > worst.worst.minor() { gap } else { worst })
    }

    /// The length in days; None where it does not end.
    pub fn days(&self) -> Option<i64> {
        self.gaps().iter().try_fold(0_i64, |sum, gap| sum.checked_add(days_between(gap.from, gap.until?)))
    }
}

/// When money is expected under a plan, and what follows from that.
pub(crate) struct ExpectedMoney {
    pub schedule: Schedule,
    pub production: Production,
    pub receipts: Vec<(NaiveDate, Money)>,
    without_date: Vec<u32>,
}

impl ExpectedMoney {
    pub fn of(plan: &Plan, shipping: Shipping<'_>, receipts: Receipts) -> Result<Self, PlanRefused> {
        let schedule = plan.schedule()?;
        let mut without_date = Vec::new();
        let mut money = Vec::new();
        let mut expect = |n: u32, comes: Option<NaiveDate>, amount: Money| match comes {
            Some(day) if amount.is_positive() => money.push((day, amount)),
            Some(_) => {}
            None => without_date.push(n),
        };
        match receipts {
            Receipts::AsPlanned => {
                schedule.rows().iter().for_each(|row| expect(row.n, row.due, row.amount));
            }
            Receipts::AsPaid { on } => {
                plan.status(on)?.iter().for_each(|row| expect(row.row.n, comes(row, on), row.open()));
                let came = plan.payments.iter().filter(|payment| payment.on <= on);
                money.extend(came.map(|payment| (payment.on, payment.money)));
            }
        }
        Ok(Self { production: plan.production(shipping, receipts), schedule, receipts: money, without_date })
    }
}

/// The day on which the row is paid in full; an open row never before `on`.
fn comes(row: &RowStatus, on: NaiveDate) -> Option<NaiveDate> {
    match row.status {
        Status::Paid => row.closed_on,
        Status::Overdue | Status::Due | Status::PartPaid | Status::Upcoming => {
            row.row.due.map(|due| due.max(on))
        }
    }
}

fn steps(moves: BTreeMap<NaiveDate, (i64, i64)>, nothing: Money) -> Option<Vec<ExposureDay>> {
    let money = |minor| Money::from_minor(minor, nothing.currency());
    let mut position: i64 = 0;
    moves
        .into_iter()
        .map(|(on, (received, spent))| {
            position = position.checked_add(received)?.checked_sub(spent)?;
            Some(ExposureDay {
                on,
                received: money(received),
                spent: money(spent),
                position: money(position),
            })
        })
        .collect()
}
