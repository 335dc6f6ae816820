//! The last day on which the deposit still makes the ship date.

use chrono::{Days, NaiveDate};

use super::super::deal::Agreed;

/// What lies between the deposit and the ship date, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shipping {
    pub ship_by: Option<NaiveDate>,
    pub lead_time_days: Option<u32>,
    pub shutdown_days: Option<u32>,
    pub cut_off_days: Option<u32>,
}

/// The arithmetic, shown with its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastTrueDay {
    pub date: NaiveDate,
    pub parts: Parts,
}

/// `ship_by − lead_time − shutdown − cut_off`, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    pub ship_by: NaiveDate,
    pub lead_time_days: u32,
    pub shutdown_days: u32,
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

/// None while an input is missing: no deadline is claimed then.
pub fn last_true_day(shipping: Shipping) -> Option<LastTrueDay> {
    let parts = Parts {
        ship_by: shipping.ship_by?,
        lead_time_days: shipping.lead_time_days?,
        shutdown_days: shipping.shutdown_days?,
        cut_off_days: shipping.cut_off_days?,
    };
    let date = parts.ship_by.checked_sub_days(parts.all_days()?)?;
    Some(LastTrueDay { date, parts })
}

impl LastTrueDay {
    /// None where the calendar ends before the goods could ship.
    pub fn outlook(&self, on: NaiveDate) -> Option<Outlook> {
        if on <= self.date {
            return Some(Outlook::Open { last: self.date });
        }
        let earliest_ship = on.checked_add_days(self.parts.all_days()?)?;
        Some(Outlook::Passed { earliest_ship })
    }
}

impl Parts {
    fn all_days(&self) -> Option<Days> {
        [self.shutdown_days, self.cut_off_days]
            .into_iter()
            .try_fold(u64::from(self.lead_time_days), |sum, days| sum.checked_add(u64::from(days)))
            .map(Days::new)
    }
}

impl From<&Agreed> for Shipping {
    fn from(agreed: &Agreed) -> Self {
        Self {
            ship_by: agreed.ship_by,
            lead_time_days: agreed.lead_time_days,
            shutdown_days: agreed.shutdown_days,
            cut_off_days: agreed.cut_off_days,
        }
    }
}
