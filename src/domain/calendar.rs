//! Calendar dates without a zone: months that clamp, weekends, closed days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::country::Country;

/// The days on which somebody does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkWeek {
    pub weekend: Vec<Weekday>,
    pub closed: BTreeSet<NaiveDate>,
}

impl Default for WorkWeek {
    fn default() -> Self {
        Self { weekend: vec![Weekday::Sat, Weekday::Sun], closed: BTreeSet::new() }
    }
}

impl WorkWeek {
    pub fn works_on(&self, date: NaiveDate) -> bool {
        !self.weekend.contains(&date.weekday()) && !self.closed.contains(&date)
    }

    /// The first working day on or after `date`; `date` itself where none is found within ten years.
    pub fn next_on_or_after(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days().take(3_660).find(|day| self.works_on(*day)).unwrap_or(date)
    }

    /// The last working day on or before `date`; `date` itself where none is found within ten years.
    pub fn last_on_or_before(&self, date: NaiveDate) -> NaiveDate {
        std::iter::successors(Some(date), NaiveDate::pred_opt)
            .take(3_660)
            .find(|day| self.works_on(*day))
            .unwrap_or(date)
    }

    /// The first working day after `date`.
    pub fn day_after(&self, date: NaiveDate) -> NaiveDate {
        self.next_on_or_after(add_days(date, 1))
    }
}

/// The working weeks of the world: Saturday and Sunday off where nothing else is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendars {
    pub elsewhere: WorkWeek,
    pub by_country: BTreeMap<Country, WorkWeek>,
}

impl Calendars {
    pub fn of(&self, country: Option<Country>) -> &WorkWeek {
        country.and_then(|country| self.by_country.get(&country)).unwrap_or(&self.elsewhere)
    }
}

/// `date` plus whole days, held at the calendar's end.
pub fn add_days(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// `date` plus whole months; a day past the month's end becomes its last (31 Jan + 1 month = 28 Feb).
pub fn add_months(date: NaiveDate, months: u32) -> Option<NaiveDate> {
    date.checked_add_months(Months::new(months))
}

/// Whole days from `start` to `end`, negative when `end` is earlier.
pub fn days_between(start: NaiveDate, end: NaiveDate) -> i64 {
    end.signed_duration_since(start).num_days()
}
