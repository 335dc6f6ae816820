//! The days on which somebody works: all but a weekend and closed days.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, Weekday, WeekdaySet};

use super::add_days;

/// The days on which somebody does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkWeek {
    pub weekend: WeekdaySet,
    pub closed: BTreeSet<NaiveDate>,
    /// Days of the weekend on which work is done in exchange for others.
    pub worked: BTreeSet<NaiveDate>,
}

impl Default for WorkWeek {
    fn default() -> Self {
        let weekend = WeekdaySet::from_array([Weekday::Sat, Weekday::Sun]);
        Self { weekend, closed: BTreeSet::new(), worked: BTreeSet::new() }
    }
}

impl WorkWeek {
    pub fn works_on(&self, date: NaiveDate) -> bool {
        let in_the_week = !self.weekend.contains(date.weekday()) || self.worked.contains(&date);
        in_the_week && !self.closed.contains(&date)
    }

    /// The nearest working day on or after `date`; none where every day of the week is free or the calendar ends.
    pub(crate) fn first_from(&self, date: NaiveDate) -> Option<NaiveDate> {
        date.iter_days().take(self.longest_break()).find(|day| self.works_on(*day))
    }

    /// The nearest working day on or before `date`; none as in `first_from`.
    pub(crate) fn last_until(&self, date: NaiveDate) -> Option<NaiveDate> {
        std::iter::successors(Some(date), NaiveDate::pred_opt)
            .take(self.longest_break())
            .find(|day| self.works_on(*day))
    }

    /// No run of free days is longer, unless the whole week is free.
    fn longest_break(&self) -> usize {
        self.closed.len().saturating_add(1).saturating_mul(7)
    }

    /// The first working day on or after `date`; `date` itself where there is none.
    pub fn next_on_or_after(&self, date: NaiveDate) -> NaiveDate {
        self.first_from(date).unwrap_or(date)
    }

    /// The first working day after `date`.
    pub fn day_after(&self, date: NaiveDate) -> NaiveDate {
        self.next_on_or_after(add_days(date, 1))
    }
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// Reads `sat,sun`.
pub fn read_weekend(text: &str) -> Option<WeekdaySet> {
    text.split(',')
        .map(|name| WEEKDAYS.iter().find(|(known, _)| *known == name).map(|(_, day)| *day))
        .collect()
}

/// Writes `sat,sun`.
pub fn write_weekend(weekend: WeekdaySet) -> String {
    let names: Vec<&str> =
        WEEKDAYS.iter().filter(|(_, day)| weekend.contains(*day)).map(|(name, _)| *name).collect();
    names.join(",")
}
