//! When production starts and the goods ship, as it looks on a day; and by how much that misses the agreed ship date.

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

use super::super::calendar::days_between;
use super::super::money::{Money, Percent};
use super::due::Milestone;
use super::last_true_day::{Shipping, last_true_day};
use super::ledger::{Payment, RowStatus, Status};
use super::plan::Plan;
use super::schedule::{Row, Schedule, reaching};
use super::terms::Means;

/// The day on which production starts, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The seller entered it.
    Entered(NaiveDate),
    /// On that day the share was there that production waits for.
    Received(NaiveDate),
    /// On that day the share will be there, if everybody pays in time.
    Due(NaiveDate),
    /// The share was due before the day that is asked about, and is not there: not before that day.
    Overdue { due: NaiveDate, today: NaiveDate },
}

/// Production as it looks on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Production {
    pub start: Start,
    /// As far as the plan says how long the goods take.
    pub ships: Option<NaiveDate>,
}

/// A plan that misses the agreed ship date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    pub ship_by: NaiveDate,
    pub missed: Missed,
    /// Production that starts on this day makes the ship date.
    pub start_by: NaiveDate,
    /// What other payments can do about it; none where they can do nothing.
    pub help: Option<Help>,
}

/// What is missed, and by how many days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missed {
    /// The plan's own days already end after the ship date.
    ShipDate { days: u32 },
    /// The plan's own days would do, but not what the deal needs besides: shutdown, vessel cut-off.
    LastTrueDay { days: u32 },
}

/// At least one of them is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// The plan can begin earlier.
    pub earlier_start: bool,
    /// So much of the total, in percent, is due in time.
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
}

impl Plan {
    /// Production as it looks on `on`; none while nobody can know when it starts.
    pub fn production(&self, on: NaiveDate) -> Option<Production> {
        let entered = |milestone| self.terms.milestones.get(&milestone).copied();
        let start = entered(Milestone::ProductionStart).map(Start::Entered);
        let start = start.or_else(|| self.start_by_money(on))?;
        let made = || start.day().checked_add_days(Days::new(u64::from(self.ships_days_after?)));
        Some(Production { start, ships: entered(Milestone::Shipment).or_else(made) })
    }

    fn start_by_money(&self, on: NaiveDate) -> Option<Start> {
        let share = self.production_share?;
        if let Some(day) = self.received_on(share, on) {
            return Some(Start::Received(day));
        }
        let due = self.schedule().ok()?.row_reaching(share)?.due?;
        Some(if due < on { Start::Overdue { due, today: on } } else { Start::Due(due) })
    }

    /// The day on which this share was there: in money, or in rows that were closed a little short.
    fn received_on(&self, share: Percent, on: NaiveDate) -> Option<NaiveDate> {
        let settled = self.settled(on).ok()?;
        let schedule = self.schedule().ok()?;
        let awaited = schedule.row_reaching(share)?.n;
        let closed = settled.rows.iter().find(|row| row.row.n == awaited).and_then(|row| row.closed_on);
        let mut arrived: Vec<&Payment> = self.payments.iter().filter(|payment| payment.on <= on).collect();
        arrived.sort_by_key(|payment| payment.on);
        let amounts = arrived.into_iter().map(|payment| (payment.on, payment.money));
        let in_money = reaching(share, schedule.total(), amounts);
        [closed, in_money].into_iter().flatten().min()
    }
}

impl Production {
    /// What of these rows is open and due only after the goods have shipped, by date alone: what waits for documents or
    /// a letter of credit is secured by them.
    pub fn open_after_shipment(&self, plan: &Plan, rows: &[RowStatus]) -> Option<Money> {
        let ships = self.ships.filter(|_| plan.terms.by == Means::Transfer)?;
        rows.iter()
            .filter(|row| row.status != Status::Paid && row.row.upon().is_none())
            .filter(|row| row.row.due.is_some_and(|due| due > ships))
            .map(|row| Some(row.open()))
            .reduce(|sum, open| sum?.checked_add(open?))
            .flatten()
    }

    /// By how much the plan with this schedule misses the agreed ship date, as it looks on `on`; none where it does
    /// not, or where that cannot be known.
    pub fn late(
        &self,
        plan: &Plan,
        schedule: &Schedule,
        shipping: Shipping<'_>,
        on: NaiveDate,
    ) -> Option<Late> {
        let ship_by = shipping.ship_by?;
        let start = self.start.day();
        let last = last_true_day(shipping).map(|last| last.date);
        let missed = match (self.ships, last) {
            (Some(ships), _) if ships > ship_by => Missed::ShipDate { days: whole_days(ship_by, ships)? },
            (_, Some(last)) if start > last => Missed::LastTrueDay { days: whole_days(last, start)? },
            (_, _) => return None,
        };
        let before = |days| ship_by.checked_sub_days(Days::new(u64::from(days)));
        let by_own_days = plan.ships_days_after.and_then(before);
        let start_by = [by_own_days, last].into_iter().flatten().min()?;
        let help = match self.start {
            Start::Entered(_) | Start::Received(_) => None,
            Start::Due(_) | Start::Overdue { .. } => help(plan, schedule, start_by, on),
        };
        Some(Late { ship_by, missed, start_by, help })
    }
}

impl Schedule {
    /// The row with which this share of the total is reached.
    pub fn row_reaching(&self, share: Percent) -> Option<&Row> {
        let rows = self.rows_by_due().into_iter().map(|row| (row, row.amount));
        reaching(share, self.total(), rows)
    }

    /// When production starts: the due date of the row with which `share` of the total is reached; none while that
    /// row has none.
    pub fn production_start(&self, share: Percent) -> Option<NaiveDate> {
        self.row_reaching(share)?.due
    }
}

fn help(plan: &Plan, schedule: &Schedule, start_by: NaiveDate, on: NaiveDate) -> Option<Help> {
    let share = plan.production_share.filter(|_| start_by >= on)?;
    let awaited = schedule.row_reaching(share)?;
    let waits_for = schedule.rows_by_due().into_iter().take_while(|row| row.n != awaited.n).count();
    let earlier_start = plan.terms.start > on;
    let smaller_share = due_by(schedule, start_by).filter(|in_time| *in_time < share.decimal());
    let help = Help { earlier_start, smaller_share, fewer_parts: waits_for > 0 };
    (help.earlier_start || help.smaller_share.is_some() || help.fewer_parts).then_some(help)
}

/// How much of the total is due by a day, in percent with two digits, cut off.
fn due_by(schedule: &Schedule, day: NaiveDate) -> Option<Decimal> {
    let in_time = schedule.rows().iter().filter(|row| row.due.is_some_and(|due| due <= day));
    let total = schedule.total();
    let sum = in_time.map(|row| row.amount).try_fold(Money::zero(total.currency()), Money::checked_add)?;
    sum.share_within(total).filter(|share| *share > Decimal::ZERO)
}

fn whole_days(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    u32::try_from(days_between(from, to)).ok()
}
