//! The last day on which the deposit still makes the ship date, and whether a plan asks for the deposit by then.

use chrono::NaiveDate;

use super::{Shipping, ShutdownSource, whole_days};
use crate::domain::deposit::label::Label;
use crate::domain::deposit::ledger::{RowStatus, Status};

/// The last true day and the figures it is computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LastTrueDay<'a> {
    pub date: NaiveDate,
    pub parts: LastDayParts,
    shipping: Shipping<'a>,
}

/// `ship_by − lead_time − shutdown − cut_off`, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastDayParts {
    pub ship_by: NaiveDate,
    pub lead_time_days: u32,
    pub shutdown_days: u32,
    pub counted: ShutdownSource,
    pub cut_off_days: u32,
}

/// What may truthfully be said on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// A deposit until `last` makes the ship date.
    Open { last: NaiveDate },
    /// The ship date is lost; a deposit today would ship on this day at the earliest.
    Passed { earliest_ship: NaiveDate },
}

/// A last true day that is still to come, against a plan whose deposit is not paid in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// All of the deposit is due by then: a message or a document may name the day.
    Kept(NaiveDate),
    /// Some of the deposit is due only later, or has no date: nothing that asks for that may call the day the last one.
    Missed(NaiveDate),
}

/// None while an input is missing: no deadline is claimed then.
pub fn last_true_day(shipping: Shipping<'_>) -> Option<LastTrueDay<'_>> {
    let (ship_by, lead_time_days) = (shipping.ship_by?, shipping.lead_time_days?);
    let cut_off_days = shipping.cut_off_days?;
    let date = shipping.start_by().filter(|_| shipping.knows_shutdown())?;
    let shutdown_days = whole_days(date, shipping.ready_by()?)?.checked_sub(lead_time_days)?;
    let parts =
        LastDayParts { ship_by, lead_time_days, shutdown_days, counted: shipping.counted(), cut_off_days };
    Some(LastTrueDay { date, parts, shipping })
}

impl LastTrueDay<'_> {
    /// None where the calendar ends before the goods could ship.
    pub fn outlook(&self, on: NaiveDate) -> Option<Outlook> {
        if on <= self.date {
            return Some(Outlook::Open { last: self.date });
        }
        Some(Outlook::Passed { earliest_ship: self.shipping.ships(on)?.day() })
    }

    /// Whether the rows of a plan keep it; None where the day has passed or no deposit is open, because then it is no
    /// deadline.
    pub fn deadline(&self, rows: &[RowStatus], on: NaiveDate) -> Option<Deadline> {
        let is_open = |row: &&RowStatus| row.row.label == Label::Deposit && row.status != Status::Paid;
        let mut open = rows.iter().filter(is_open).filter(|_| on <= self.date).peekable();
        open.peek()?;
        let is_kept = open.all(|row| row.row.due.is_some_and(|due| due <= self.date));
        Some(if is_kept { Deadline::Kept(self.date) } else { Deadline::Missed(self.date) })
    }
}

impl Deadline {
    /// The day, if the plan keeps it.
    pub fn kept(self) -> Option<NaiveDate> {
        match self {
            Self::Kept(day) => Some(day),
            Self::Missed(_) => None,
        }
    }

    /// The day, if the plan misses it.
    pub fn missed(self) -> Option<NaiveDate> {
        match self {
            Self::Missed(day) => Some(day),
            Self::Kept(_) => None,
        }
    }
}
