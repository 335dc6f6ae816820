//! Reads dates as people and Excel write them.

use chrono::{Datelike as _, Days, NaiveDate};

use super::table::DateSystem;
use crate::domain::import::reading::DayOrder;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateProblem {
    NotADate,
    /// `03/11/2026` is March in one country and November in another.
    Ambiguous,
}

/// Years in which no deal was or will be made are slips.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2199;

/// Reads `2026-11-03`, `2026/11/3`, `2026.11.3`, `2026年11月3日`, `20261103`, `3 Nov 2026` or an Excel serial; a time
/// of day is cut.
pub fn parse_date(text: &str, system: DateSystem) -> Result<NaiveDate, DateProblem> {
    match read(text, system)? {
        Written::Day(date) => Ok(date),
        Written::Parts(_) => Err(DateProblem::Ambiguous),
    }
}

/// Reads a date of a column whose order somebody told, or nobody yet: then what could be two days is ambiguous.
pub fn parse_date_by(
    text: &str,
    system: DateSystem,
    order: Option<DayOrder>,
) -> Result<NaiveDate, DateProblem> {
    let parts = match read(text, system)? {
        Written::Day(date) => return Ok(date),
        Written::Parts(parts) => parts,
    };
    match (parts.by(DayOrder::DayFirst), parts.by(DayOrder::MonthFirst), order) {
        (None, None, _) => Err(DateProblem::NotADate),
        (Some(_), _, _) | (_, Some(_), _) if parts.may_begin_with_the_year() => Err(DateProblem::Ambiguous),
        (Some(only), None, _) | (None, Some(only), _) => Ok(only),
        (Some(one), Some(same), _) if one == same => Ok(one),
        (Some(day_first), Some(_), Some(DayOrder::DayFirst)) => Ok(day_first),
        (Some(_), Some(month_first), Some(DayOrder::MonthFirst)) => Ok(month_first),
        (Some(_), Some(_), None) => Err(DateProblem::Ambiguous),
    }
}

/// Both readings of a date that could be two days, the day first and the month first.
pub fn two_readings(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let Ok(Written::Parts(parts)) = read(text, DateSystem::From1900) else { return None };
    if parts.may_begin_with_the_year() {
        return None;
    }
    let both = parts.by(DayOrder::DayFirst).zip(parts.by(DayOrder::MonthFirst));
    both.filter(|(one, other)| one != other)
}

/// The order that a date gives away: a part above 12 is no month.
pub fn order_in(text: &str) -> Option<DayOrder> {
    let Ok(Written::Parts(parts)) = read(text, DateSystem::From1900) else { return None };
    if parts.short_year {
        return None;
    }
    match (parts.by(DayOrder::DayFirst), parts.by(DayOrder::MonthFirst)) {
        (Some(_), None) => Some(DayOrder::DayFirst),
        (None, Some(_)) => Some(DayOrder::MonthFirst),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

/// What a cell writes: a day, or the parts of one in an order that depends on whoever wrote them.
enum Written {
    Day(NaiveDate),
    Parts(Parts),
}

struct Parts {
    first: u32,
    second: u32,
    year: i32,
    /// The year had two digits.
    short_year: bool,
}

impl Parts {
    fn by(&self, order: DayOrder) -> Option<NaiveDate> {
        let (day, month) = match order {
            DayOrder::DayFirst => (self.first, self.second),
            DayOrder::MonthFirst => (self.second, self.first),
        };
        NaiveDate::from_ymd_opt(self.year, month, day).filter(|date| YEARS.contains(&date.year()))
    }

    /// `26/11/03` may well be 3 November 2026.
    fn may_begin_with_the_year(&self) -> bool {
        self.short_year && self.first > 12
    }
}

fn read(text: &str, system: DateSystem) -> Result<Written, DateProblem> {
    let text: String = text.trim().chars().map(crate::domain::find::half_width).collect();
    let all_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let date = match (all_digits, text.len()) {
        (true, 8) => NaiveDate::parse_from_str(&text, "%Y%m%d").ok(),
        (true, 5 | 6) => text.parse().ok().and_then(|days| serial_date(days, system)),
        _ => match serial_day(&text) {
            Some(days) => serial_date(days, system),
            None => match date_and_time(&text) {
                Some(Written::Parts(parts)) => return Ok(Written::Parts(parts)),
                Some(Written::Day(date)) => Some(date),
                None => None,
            },
        },
    };
    date.filter(|date| YEARS.contains(&date.year())).map(Written::Day).ok_or(DateProblem::NotADate)
}

/// The date behind a day count of Excel.
pub fn serial_date(days: u64, system: DateSystem) -> Option<NaiveDate> {
    // Excel takes 1900 for a leap year; from March 1900 on its day 0 is therefore 30 December 1899.
    let day_zero = match system {
        DateSystem::From1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
        DateSystem::From1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
    };
    day_zero?.checked_add_days(Days::new(days)).filter(|date| YEARS.contains(&date.year()))
}

/// The day of a serial with its time of day: 46029 of `46029.5`.
fn serial_day(text: &str) -> Option<u64> {
    let (days, time) = text.split_once('.')?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (matches!(days.len(), 5 | 6) && is_number(days) && is_number(time)).then(|| days.parse().ok())?
}

fn date_and_time(text: &str) -> Option<Written> {
    if let Some(date) = with_month_name(text) {
        return Some(Written::Day(date));
    }
    let end = text.find([' ', 'T', '\u{a0}']).unwrap_or(text.len());
    let (date, time) = text.split_at_checked(end).unwrap_or((text, ""));
    if is_time(time) { numeric(date) } else { None }
}

/// What may stand behind a date: a clock time with its zone, or nothing.
fn is_time(text: &str) -> bool {
    let text = text.replace("上午", "").replace("下午", "");
    text.chars().all(|c| c.is_ascii_digit() || " T\u{a0}:.,+-ZAPMapm".contains(c))
}

fn numeric(text: &str) -> Option<Written> {
    let chinese = text.replacen(['年', '月'], "-", 2).replacen('日', "", 1);
    let separator = ['-', '/', '.'].into_iter().find(|separator| chinese.contains(*separator))?;
    let parts: Vec<&str> = chinese.split(separator).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |part: &str| -> Option<u32> {
        Some(part).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
    };
    let numbers = (number(first)?, number(second)?, number(third)?);
    if first.len() == 4 && second.len() <= 2 && third.len() <= 2 {
        let year = i32::try_from(numbers.0).unwrap_or(0);
        return NaiveDate::from_ymd_opt(year, numbers.1, numbers.2).map(Written::Day);
    }
    // Day first or month first: which, depends on the country of whoever wrote it.
    let looks_like_a_date = first.len() <= 2 && second.len() <= 2 && matches!(third.len(), 2 | 4);
    let short_year = third.len() == 2;
    let year = i32::try_from(numbers.2).ok()?.saturating_add(if short_year { 2000 } else { 0 });
    let parts = Parts { first: numbers.0, second: numbers.1, year, short_year };
    looks_like_a_date.then_some(Written::Parts(parts))
}

fn with_month_name(text: &str) -> Option<NaiveDate> {
    if !text.bytes().any(|byte| byte.is_ascii_alphabetic()) || !text.is_ascii() {
        return None;
    }
    const FORMATS: [&str; 6] = ["%d %b %Y", "%d-%b-%Y", "%b %d, %Y", "%d %B %Y", "%d-%B-%Y", "%B %d, %Y"];
    FORMATS.into_iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok())
}
