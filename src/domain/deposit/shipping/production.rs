//! When production is expected to start and the goods to ship, and what can be done where that is too late.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Late, Shipping, Ships, whole_days};
use crate::domain::deposit::compared::cost::CostEvent;
use crate::domain::deposit::ledger::{Payment, RowStatus, SettledRows, Status};
use crate::domain::deposit::plan::Plan;
use crate::domain::deposit::rows::schedule::{Schedule, ScheduleRow, reaching};
use crate::domain::deposit::terms::due::Milestone;
use crate::domain::deposit::terms::{Means, Terms};
use crate::domain::money::{Money, Percent};

/// When money counts as received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipts {
    /// Every row on its due date, whatever has been paid.
    AsPlanned,
    /// Payments on the day they came; what is open on its due date, or on `on` if that has passed.
    AsPaid { on: NaiveDate },
}

/// The day on which production starts, and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The seller entered it.
    Entered(NaiveDate),
    /// The share that production waits for was complete on that day.
    Received(NaiveDate),
    /// The share will be complete on that day, if every payment is in time.
    Due(NaiveDate),
    /// The share was due before today and is not complete: production starts today at the earliest.
    Overdue { due: NaiveDate, today: NaiveDate },
}

/// Production as far as it can be foreseen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Production {
    pub start: Option<Start>,
    pub ships: Option<Ships>,
}

/// What makes a late plan ship in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LateRemedy {
    /// Other payments, so that production starts on `start_by` at the latest.
    Payments { start_by: NaiveDate, help: Help },
    /// A shorter production or another ship date: no payments can make it start on `start_by` any more.
    Other { start_by: NaiveDate },
}

/// What other payments can do; at least one of these applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// The plan can begin earlier.
    pub earlier_start: bool,
    /// The percentage of the total that is due in time.
    pub smaller_share: Option<Decimal>,
    /// Production waits for several payments.
    pub fewer_parts: bool,
}

impl Start {
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Entered(day) | Self::Received(day) | Self::Due(day) => day,
            Self::Overdue { today, .. } => today,
        }
    }

    /// Whether no payment is awaited any more.
    pub fn is_settled(self) -> bool {
        match self {
            Self::Entered(_) | Self::Received(_) => true,
            Self::Due(_) | Self::Overdue { .. } => false,
        }
    }
}

impl Plan {
    /// Production by these receipts.
    pub fn production(&self, shipping: Shipping<'_>, receipts: Receipts) -> Production {
        self.production_from(self.start(receipts), shipping)
    }

    /// Production with this start. A day of shipment that the seller entered has precedence over the computed one.
    pub(crate) fn production_from(&self, start: Option<Start>, shipping: Shipping<'_>) -> Production {
        let made = || shipping.ships(start?.day());
        Production { start, ships: self.entered(Milestone::Shipment).map(Ships::Entered).or_else(made) }
    }

    /// When production starts; None where that is not known.
    pub fn start(&self, receipts: Receipts) -> Option<Start> {
        let entered = self.entered(Milestone::ProductionStart).map(Start::Entered);
        entered.or_else(|| self.start_by_money(receipts))
    }

    fn entered(&self, milestone: Milestone) -> Option<NaiveDate> {
        self.terms.milestones.get(&milestone).copied()
    }

    fn start_by_money(&self, receipts: Receipts) -> Option<Start> {
        let share = self.production_share?;
        let schedule = self.schedule().ok()?;
        let awaited = schedule.row_reaching(share, &self.terms)?;
        match receipts {
            Receipts::AsPlanned => Some(Start::Due(awaited.due?)),
            Receipts::AsPaid { on } => {
                if let Some(day) = self.received_on(share, awaited.n, &self.settled(on).ok()?, on) {
                    return Some(Start::Received(day));
                }
                let due = awaited.due?;
                Some(if due < on { Start::Overdue { due, today: on } } else { Start::Due(due) })
            }
        }
    }

    /// The day on which this share was complete: in money, or in rows that were closed a little short.
    fn received_on(
        &self,
        share: Percent,
        awaited: u32,
        settled: &SettledRows,
        on: NaiveDate,
    ) -> Option<NaiveDate> {
        let closed = settled.rows.iter().find(|row| row.row.n == awaited).and_then(|row| row.closed_on);
        let mut arrived: Vec<&Payment> = self.payments.iter().filter(|payment| payment.on <= on).collect();
        arrived.sort_by_key(|payment| payment.on);
        let amounts = arrived.into_iter().map(|payment| (payment.on, payment.money));
        let in_money = reaching(share, &self.terms, amounts);
        [closed, in_money].into_iter().flatten().min()
    }

    /// How many days after the start of production the goods ship, for a document; None where the time to make them is
    /// not given, or where the shutdowns in that time are not known.
    pub(crate) fn days_to_shipment(&self, shipping: Shipping<'_>, receipts: Receipts) -> Option<u32> {
        let own = self.ships_days_after?;
        if let Some(start) = self.start(receipts) {
            return whole_days(start.day(), self.production_from(Some(start), shipping).ships?.day());
        }
        let shutdown_days = shipping.shutdown_days.or(shipping.shutdowns.is_empty().then_some(0))?;
        own.checked_add(shutdown_days)?.checked_add(shipping.cut_off_days.unwrap_or(0))
    }
}

impl Production {
    /// The day of the event that costs are counted from.
    pub fn day(&self, event: CostEvent) -> Option<NaiveDate> {
        match event {
            CostEvent::ProductionStart => self.start.map(Start::day),
            CostEvent::Shipment => self.ships.map(Ships::day),
        }
    }

    /// By how much the goods miss the agreed ship date; None where they do not, or where that is not known.
    pub fn late(&self, shipping: Shipping<'_>) -> Option<Late> {
        shipping.late(self.ships?.day())
    }

    /// What makes a late plan ship in time, as of `on`; None where the seller entered the day of shipment, or where
    /// nothing is known.
    pub fn remedy(
        &self,
        plan: &Plan,
        schedule: &Schedule,
        shipping: Shipping<'_>,
        on: NaiveDate,
    ) -> Option<LateRemedy> {
        match self.ships? {
            Ships::Entered(_) => return None,
            Ships::Made { .. } => {}
        }
        let start_by = shipping.start_by()?;
        let help = if self.start?.is_settled() { None } else { help(plan, schedule, start_by, on) };
        Some(help.map_or(LateRemedy::Other { start_by }, |help| LateRemedy::Payments { start_by, help }))
    }

    /// What of these rows is open and due only after the goods have shipped, counting dates only: what waits for
    /// documents or a letter of credit is secured by them.
    pub fn open_after_shipment(&self, plan: &Plan, rows: &[RowStatus]) -> Option<Money> {
        let ships = self.ships.filter(|_| plan.terms.by == Means::Transfer)?.day();
        rows.iter()
            .filter(|row| row.status != Status::Paid && row.row.upon().is_none())
            .filter(|row| row.row.due.is_some_and(|due| due > ships))
            .map(|row| Some(row.open()))
            .reduce(|sum, open| sum?.checked_add(open?))
            .flatten()
    }
}

impl Schedule {
    /// The row that completes this share of the total.
    pub fn row_reaching(&self, share: Percent, terms: &Terms) -> Option<&ScheduleRow> {
        let rows = self.rows_by_due().into_iter().map(|row| (row, row.amount));
        reaching(share, terms, rows)
    }
}

fn help(plan: &Plan, schedule: &Schedule, start_by: NaiveDate, on: NaiveDate) -> Option<Help> {
    let share = plan.production_share.filter(|_| start_by >= on)?;
    let awaited = schedule.row_reaching(share, &plan.terms)?;
    let waits_for = schedule.rows_by_due().into_iter().take_while(|row| row.n != awaited.n).count();
    let earlier_start = plan.terms.start > on;
    let smaller_share = due_by(schedule, start_by).filter(|in_time| *in_time < share.decimal());
    let help = Help { earlier_start, smaller_share, fewer_parts: waits_for > 0 };
    (help.earlier_start || help.smaller_share.is_some() || help.fewer_parts).then_some(help)
}

/// How much of the total is due by a day, in percent as the rows show theirs.
fn due_by(schedule: &Schedule, day: NaiveDate) -> Option<Decimal> {
    let in_time = schedule.rows().iter().filter(|row| row.due.is_some_and(|due| due <= day));
    let total = schedule.total();
    let sum = in_time.map(|row| row.amount).try_fold(Money::zero(total.currency()), Money::checked_add)?;
    sum.share_of(total).filter(|share| *share > Decimal::ZERO)
}
