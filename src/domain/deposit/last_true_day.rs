//! The last day on which the deposit still makes the ship date.

use chrono::{Datelike as _, Days, NaiveDate};

use super::super::calendar::days_between;
use super::super::deal::Agreed;
use super::super::settings::Shutdown;

/// What lies between the deposit and the ship date, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shipping<'a> {
    pub ship_by: Option<NaiveDate>,
    pub lead_time_days: Option<u32>,
    /// What the deal says; where it says nothing, the factory's own shutdowns count.
    pub shutdown_days: Option<u32>,
    pub cut_off_days: Option<u32>,
    pub shutdowns: &'a [Shutdown],
}

/// The arithmetic, shown with its result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LastTrueDay<'a> {
    pub date: NaiveDate,
    pub parts: Parts,
    /// From which the days of shutdown were counted.
    shutdowns: &'a [Shutdown],
}

/// `ship_by − lead_time − shutdown − cut_off`, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    pub ship_by: NaiveDate,
    pub lead_time_days: u32,
    pub shutdown_days: u32,
    pub counted: Counted,
    pub cut_off_days: u32,
}

/// Where the days of shutdown come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// The deal says how many.
    Typed,
    /// Those of the factory's own shutdowns that fall into the making of the goods, each day once.
    Shutdowns,
}

/// What may truthfully be said on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// A deposit until `last` makes the ship date.
    Open { last: NaiveDate },
    /// The ship date is lost; a deposit today would ship on this day at the earliest.
    Passed { earliest_ship: NaiveDate },
}

/// More days than that are a slip of the finger; nothing is claimed then.
const LONGEST: usize = 10_000;

/// None while an input is missing: no deadline is claimed then.
pub fn last_true_day(shipping: Shipping<'_>) -> Option<LastTrueDay<'_>> {
    let (ship_by, lead_time_days) = (shipping.ship_by?, shipping.lead_time_days?);
    let cut_off_days = shipping.cut_off_days?;
    let ready_by = ship_by.checked_sub_days(days(cut_off_days))?;
    let (date, counted) = match shipping.shutdown_days {
        Some(typed) => {
            let begun_by = ready_by.checked_sub_days(days(lead_time_days))?;
            (begun_by.checked_sub_days(days(typed))?, Counted::Typed)
        }
        None if are_known_until(shipping.shutdowns, ready_by) => {
            (last_start(ready_by, lead_time_days, shipping.shutdowns)?, Counted::Shutdowns)
        }
        None => return None,
    };
    let shutdown_days = match shipping.shutdown_days {
        Some(typed) => typed,
        None => whole_days(date, ready_by)?.checked_sub(lead_time_days)?,
    };
    let parts = Parts { ship_by, lead_time_days, shutdown_days, counted, cut_off_days };
    Some(LastTrueDay { date, parts, shutdowns: shipping.shutdowns })
}

impl LastTrueDay<'_> {
    /// None where the calendar ends before the goods could ship.
    pub fn outlook(&self, on: NaiveDate) -> Option<Outlook> {
        if on <= self.date {
            return Some(Outlook::Open { last: self.date });
        }
        let ready = match self.parts.counted {
            Counted::Typed => on
                .checked_add_days(days(self.parts.lead_time_days))?
                .checked_add_days(days(self.parts.shutdown_days))?,
            Counted::Shutdowns => first_ready(on, self.parts.lead_time_days, self.shutdowns)?,
        };
        let earliest_ship = ready.checked_add_days(days(self.parts.cut_off_days))?;
        Some(Outlook::Passed { earliest_ship })
    }
}

/// Shutdowns are entered year by year: nothing is claimed for a year after the last that has one.
fn are_known_until(shutdowns: &[Shutdown], ready_by: NaiveDate) -> bool {
    shutdowns.iter().any(|shutdown| shutdown.from <= shutdown.to && shutdown.to.year() >= ready_by.year())
}

/// The last day after which as many days without shutdown remain until the goods are ready.
fn last_start(ready_by: NaiveDate, lead_time_days: u32, shutdowns: &[Shutdown]) -> Option<NaiveDate> {
    let mut making = std::iter::successors(Some(ready_by), NaiveDate::pred_opt)
        .take(LONGEST)
        .filter(|day| !shutdowns.iter().any(|shutdown| shutdown.covers(*day)));
    match lead_time_days.checked_sub(1) {
        None => Some(ready_by),
        Some(before) => making.nth(usize::try_from(before).ok()?)?.pred_opt(),
    }
}

/// When the goods of a deposit on `on` are ready.
fn first_ready(on: NaiveDate, lead_time_days: u32, shutdowns: &[Shutdown]) -> Option<NaiveDate> {
    let mut making = std::iter::successors(on.succ_opt(), NaiveDate::succ_opt)
        .take(LONGEST)
        .filter(|day| !shutdowns.iter().any(|shutdown| shutdown.covers(*day)));
    match lead_time_days.checked_sub(1) {
        None => Some(on),
        Some(before) => making.nth(usize::try_from(before).ok()?),
    }
}

fn days(count: u32) -> Days {
    Days::new(u64::from(count))
}

fn whole_days(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    u32::try_from(days_between(from, to)).ok()
}

impl<'a> Shipping<'a> {
    /// What a deal agreed, with the factory's own shutdowns.
    pub fn of(agreed: &Agreed, shutdowns: &'a [Shutdown]) -> Self {
        Self {
            ship_by: agreed.ship_by,
            lead_time_days: agreed.lead_time_days,
            shutdown_days: agreed.shutdown_days,
            cut_off_days: agreed.cut_off_days,
            shutdowns,
        }
    }

    /// Whether the shutdowns of the settings say how many days the factory stands still.
    pub fn knows_shutdown(&self) -> bool {
        let from_settings = match self.ship_by {
            None => !self.shutdowns.is_empty(),
            Some(ship_by) => ship_by
                .checked_sub_days(days(self.cut_off_days.unwrap_or(0)))
                .is_some_and(|ready_by| are_known_until(self.shutdowns, ready_by)),
        };
        self.shutdown_days.is_some() || from_settings
    }
}
