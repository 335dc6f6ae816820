//! From the start of production to the ship date: one way of counting days, used forwards and backwards.

pub(crate) mod last_true_day;
pub(crate) mod production;
use chrono::{Datelike as _, Days, NaiveDate};

use super::super::calendar::days_between;
use super::super::deal::Agreed;
use super::super::settings::Shutdown;
use super::plan::Plan;

/// The time between the start of production and the ship date, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shipping<'a> {
    pub ship_by: Option<NaiveDate>,
    /// How long it takes to make the goods: the plan's own days, else the deal's lead time.
    pub lead_time_days: Option<u32>,
    /// What the deal says; None where the factory's own shutdowns count.
    pub shutdown_days: Option<u32>,
    pub cut_off_days: Option<u32>,
    pub shutdowns: &'a [Shutdown],
}

/// Where the number of shutdown days comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShutdownSource {
    /// The deal says how many: they count whenever production starts.
    Typed,
    /// The days of the factory's own shutdowns while the goods are made, each day once.
    Shutdowns,
}

/// The day on which the goods ship, and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ships {
    /// The seller entered it.
    Entered(NaiveDate),
    /// Computed from the start of production; what is not known is left out.
    Made { on: NaiveDate, shutdown_days: u32, cut_off_days: u32 },
}

/// Goods that ship after the agreed day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    pub ship_by: NaiveDate,
    /// Above zero.
    pub days: u32,
}

/// In days. More is a typing error; nothing is claimed then.
const LONGEST: usize = 10_000;

impl<'a> Shipping<'a> {
    /// From a plan, a deal and the factory's own shutdowns. The plan's own days have precedence over the deal's lead
    /// time, for the forecast and for the last true day alike: they begin as the lead time and are what the seller
    /// changes where both are shown.
    pub fn of(plan: Option<&Plan>, agreed: Option<&Agreed>, shutdowns: &'a [Shutdown]) -> Self {
        Self {
            ship_by: agreed.and_then(|agreed| agreed.ship_by),
            lead_time_days: plan.and_then(|plan| plan.ships_days_after).or_else(|| agreed?.lead_time_days),
            shutdown_days: agreed.and_then(|agreed| agreed.shutdown_days),
            cut_off_days: agreed.and_then(|agreed| agreed.cut_off_days),
            shutdowns,
        }
    }

    /// When goods ship whose production starts on this day; None where the time to make them is not given.
    pub fn ships(&self, start: NaiveDate) -> Option<Ships> {
        let making = self.lead_time_days?;
        let ready = match self.shutdown_days {
            Some(typed) => start.checked_add_days(days(making))?.checked_add_days(days(typed))?,
            None => first_ready(start, making, self.shutdowns)?,
        };
        let shutdown_days = whole_days(start, ready)?.checked_sub(making)?;
        let cut_off_days = self.cut_off_days.unwrap_or(0);
        Some(Ships::Made { on: ready.checked_add_days(days(cut_off_days))?, shutdown_days, cut_off_days })
    }

    /// The last day on which production can start so that the goods ship in time: the inverse of `ships`.
    pub fn start_by(&self) -> Option<NaiveDate> {
        let (ready_by, making) = (self.ready_by()?, self.lead_time_days?);
        match self.shutdown_days {
            Some(typed) => ready_by.checked_sub_days(days(making))?.checked_sub_days(days(typed)),
            None => last_start(ready_by, making, self.shutdowns),
        }
    }

    /// By how much goods that ship on this day are late; None where they are not, or where no day is agreed.
    pub fn late(&self, ships: NaiveDate) -> Option<Late> {
        let ship_by = self.ship_by?;
        whole_days(ship_by, ships).filter(|days| *days > 0).map(|days| Late { ship_by, days })
    }

    /// Whether the shutdowns before the ship date are known. Shutdowns are entered year by year: nothing is known of a
    /// year after the last that has one.
    pub fn knows_shutdown(&self) -> bool {
        let is_known_until = |ready_by: NaiveDate| {
            let mut sound = self.shutdowns.iter().filter(|shutdown| shutdown.from <= shutdown.to);
            sound.any(|shutdown| shutdown.to.year() >= ready_by.year())
        };
        let from_settings = match self.ship_by {
            None => !self.shutdowns.is_empty(),
            Some(_) => self.ready_by().is_some_and(is_known_until),
        };
        self.shutdown_days.is_some() || from_settings
    }

    pub(super) fn counted(&self) -> ShutdownSource {
        if self.shutdown_days.is_some() { ShutdownSource::Typed } else { ShutdownSource::Shutdowns }
    }

    pub(super) fn ready_by(&self) -> Option<NaiveDate> {
        self.ship_by?.checked_sub_days(days(self.cut_off_days.unwrap_or(0)))
    }
}

impl Ships {
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Entered(on) | Self::Made { on, .. } => on,
        }
    }
}

/// None for a day before the first.
pub(super) fn whole_days(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    u32::try_from(days_between(from, to)).ok()
}

/// The last day after which as many days without shutdown remain until the goods are ready.
fn last_start(ready_by: NaiveDate, making: u32, shutdowns: &[Shutdown]) -> Option<NaiveDate> {
    let mut working = std::iter::successors(Some(ready_by), NaiveDate::pred_opt)
        .take(LONGEST)
        .filter(|day| !shutdowns.iter().any(|shutdown| shutdown.covers(*day)));
    match making.checked_sub(1) {
        None => Some(ready_by),
        Some(before) => working.nth(usize::try_from(before).ok()?)?.pred_opt(),
    }
}

/// When the goods are ready whose production starts on `start`.
fn first_ready(start: NaiveDate, making: u32, shutdowns: &[Shutdown]) -> Option<NaiveDate> {
    let mut working = std::iter::successors(start.succ_opt(), NaiveDate::succ_opt)
        .take(LONGEST)
        .filter(|day| !shutdowns.iter().any(|shutdown| shutdown.covers(*day)));
    match making.checked_sub(1) {
        None => Some(start),
        Some(before) => working.nth(usize::try_from(before).ok()?),
    }
}

fn days(count: u32) -> Days {
    Days::new(u64::from(count))
}
