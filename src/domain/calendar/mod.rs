//! Calendar dates without a zone: months that clamp, weekends, holidays, closed days.

mod holidays;
mod own_days;
mod shutdown;
mod work_week;

pub use self::holidays::Certainty;
pub(crate) use self::holidays::{CalendarNote, Holiday, HolidayYear, Holidays};
pub use self::own_days::{OwnDayKind, OwnDays, OwnYear};
pub use self::shutdown::Shutdown;
pub use self::work_week::WorkWeek;
pub(crate) use self::work_week::{read_weekend, write_weekend};

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::country::Country;

/// The working weeks of all countries: Saturday and Sunday off where nothing else is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendars {
    pub elsewhere: WorkWeek,
    /// With the holidays and the shifted working days that are known.
    pub by_country: BTreeMap<Country, WorkWeek>,
    /// The holidays that the days off come from; a country that is missing here has its weekend only.
    pub holidays: BTreeMap<Country, Holidays>,
}

impl Calendars {
    pub fn of(&self, country: Option<Country>) -> &WorkWeek {
        country.and_then(|country| self.by_country.get(&country)).unwrap_or(&self.elsewhere)
    }
}

/// `date` plus whole days, at most the last day of the calendar.
pub(crate) fn add_days(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// `date` plus whole months; a day past the month's end becomes its last (31 Jan + 1 month = 28 Feb).
pub(crate) fn add_months(date: NaiveDate, months: u32) -> Option<NaiveDate> {
    date.checked_add_months(Months::new(months))
}

/// Whole days from `start` to `end`, negative when `end` is earlier.
pub(crate) fn days_between(start: NaiveDate, end: NaiveDate) -> i64 {
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
