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

    /// The nearest working day on or after `date`; none where every day of the week is free or the calendar ends.
    pub fn first_from(&self, date: NaiveDate) -> Option<NaiveDate> {
        date.iter_days().take(self.longest_break()).find(|day| self.works_on(*day))
    }

    /// The nearest working day on or before `date`; none as in `first_from`.
    pub fn last_until(&self, date: NaiveDate) -> Option<NaiveDate> {
        std::iter::successors(Some(date), NaiveDate::pred_opt)
            .take(self.longest_break())
            .find(|day| self.works_on(*day))
    }

    /// No run of free days is longer, unless the whole week is free.
    fn longest_break(&self) -> usize {
        self.closed.len().saturating_add(1).saturating_mul(7)
    }

    /// The first working day on or after `date`; `date` itself where none is found within ten years.
    pub fn next_on_or_after(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days().take(3_660).find(|day| self.works_on(*day)).unwrap_or(date)
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

/// Reads exactly YYYY-MM-DD; other spellings of the same day are refused.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| shaped)
}

/// The last day of the month that `date` is in.
pub fn end_of_month(date: NaiveDate) -> NaiveDate {
    day_of_month(date, 31)
}

/// That day of the month that `date` is in; past its end, its last.
pub fn day_of_month(date: NaiveDate, day: u32) -> NaiveDate {
    let length = u32::from(date.num_days_in_month());
    date.with_day(day.clamp(1, length)).unwrap_or(date)
}
