//! The state of a whole plan on a day: what arrived, what is on its way, what is late, what comes next.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{RowStatus, SettledRows, Status};
use crate::domain::calendar::days_between;
use crate::domain::money::Money;
use crate::named;

named! {
    /// The plan's state in one word; the first that fits.
    pub enum Progress {
        /// Every row is closed.
        Settled = "settled",
        /// The buyer says that what is late or due is paid.
        InTransit = "in-transit",
        Overdue = "overdue",
        Due = "due",
        /// Something arrived, and nothing is late.
        OnTrack = "on-track",
        NotStarted = "not-started",
    }
}

/// Sums and dates of a plan on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanProgress {
    pub progress: Progress,
    pub received: Money,
    /// What has been received of the total, in percent with two digits, half up.
    pub ratio: Decimal,
    /// What the buyer says they paid and has not arrived, at most what is open.
    pub in_transit: Money,
    /// The rows, by number, that this money will fill.
    pub rows_in_transit: Vec<u32>,
    /// Still to come, including what is on its way.
    pub open: Money,
    /// The open part of rows that were due before the day.
    pub overdue: Money,
    /// How many days ago the oldest of them was due.
    pub days_overdue: u32,
    /// Missing of rows that were closed all the same, as bank fees.
    pub forgone: Money,
    /// Received beyond the total.
    pub over: Option<Money>,
    /// The next row to be paid: its number, its date if known, what is open of it.
    pub next: Option<(u32, Option<NaiveDate>, Money)>,
}

impl PlanProgress {
    /// `announced`: what the buyer says is on its way. None where a sum is out of range.
    pub fn of(settled: &SettledRows, total: Money, announced: Option<Money>, on: NaiveDate) -> Option<Self> {
        let (rows, currency) = (settled.rows.as_slice(), total.currency());
        let open = Money::sum(rows.iter().map(RowStatus::open), currency)?;
        let late = || rows.iter().filter(|row| row.status == Status::Overdue);
        let overdue = Money::sum(late().map(RowStatus::open), currency)?;
        let oldest = late().filter_map(|row| row.row.due).min();
        let received = settled.received;
        let in_transit =
            announced.filter(|money| money.currency() == currency).map_or(Money::zero(currency), |money| {
                Money::from_minor(money.minor().min(open.minor()), currency)
            });
        Some(Self {
            progress: progress(rows, received, overdue, in_transit),
            received,
            ratio: received.share_of(total)?,
            in_transit,
            rows_in_transit: rows_reached(rows, in_transit),
            open,
            overdue,
            days_overdue: oldest.map_or(0, |due| u32::try_from(days_between(due, on)).unwrap_or(0)),
            forgone: Money::sum(rows.iter().filter_map(|row| row.short), currency)?,
            over: settled.over(),
            next: next(rows),
        })
    }
}

fn progress(rows: &[RowStatus], received: Money, overdue: Money, in_transit: Money) -> Progress {
    let due = rows.iter().any(|row| row.status == Status::Due);
    if rows.iter().all(|row| row.status == Status::Paid) {
        Progress::Settled
    } else if in_transit.is_positive() && in_transit.minor() >= overdue.minor() {
        Progress::InTransit
    } else if overdue.is_positive() {
        Progress::Overdue
    } else if due {
        Progress::Due
    } else if received.is_positive() {
        Progress::OnTrack
    } else {
        Progress::NotStarted
    }
}

/// The open row that payments fill first.
fn next(rows: &[RowStatus]) -> Option<(u32, Option<NaiveDate>, Money)> {
    open_rows(rows).first().map(|row| (row.row.n, row.row.due, row.open()))
}

/// In the order in which payments fill them.
pub(crate) fn open_rows(rows: &[RowStatus]) -> Vec<&RowStatus> {
    let mut open: Vec<&RowStatus> = rows.iter().filter(|row| row.status != Status::Paid).collect();
    open.sort_by_key(|row| (row.row.due.is_none(), row.row.due, row.row.n));
    open
}

fn rows_reached(rows: &[RowStatus], money: Money) -> Vec<u32> {
    let mut left = money.minor();
    let mut reached = Vec::new();
    for row in open_rows(rows) {
        if left <= 0 {
            break;
        }
        reached.push(row.row.n);
        left = left.saturating_sub(row.open().minor());
    }
    reached
}
