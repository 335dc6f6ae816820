//! Reads dates as people and Excel write them.

use chrono::{Datelike as _, Days, NaiveDate};

use super::table::DateSystem;

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
    let text: String = text.trim().chars().map(crate::domain::find::half_width).collect();
    let all_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let date = match (all_digits, text.len()) {
        (true, 8) => NaiveDate::parse_from_str(&text, "%Y%m%d").ok(),
        (true, 5 | 6) => text.parse().ok().and_then(|days| serial_date(days, system)),
        _ => match serial_day(&text) {
            Some(days) => serial_date(days, system),
            None => date_and_time(&text)?,
        },
    };
    date.filter(|date| YEARS.contains(&date.year())).ok_or(DateProblem::NotADate)
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

fn date_and_time(text: &str) -> Result<Option<NaiveDate>, DateProblem> {
    if let Some(date) = with_month_name(text) {
        return Ok(Some(date));
    }
    let end = text.find([' ', 'T', '\u{a0}']).unwrap_or(text.len());
    let (date, time) = text.split_at_checked(end).unwrap_or((text, ""));
    if is_time(time) { numeric(date) } else { Ok(None) }
}

/// What may stand behind a date: a clock time with its zone, or nothing.
fn is_time(text: &str) -> bool {
    let text = text.replace("上午", "").replace("下午", "");
    text.chars().all(|c| c.is_ascii_digit() || " T\u{a0}:.,+-ZAPMapm".contains(c))
}

fn numeric(text: &str) -> Result<Option<NaiveDate>, DateProblem> {
    let chinese = text.replacen(['年', '月'], "-", 2).replacen('日', "", 1);
    let separator = ['-', '/', '.'].into_iter().find(|separator| chinese.contains(*separator));
    let Some(separator) = separator else { return Ok(None) };
    let parts: Vec<&str> = chinese.split(separator).collect();
    let [first, second, third] = parts.as_slice() else { return Ok(None) };
    let number = |part: &str| {
        Some(part)
            .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|part| part.parse().ok())
    };
    let (Some(first_number), Some(second_number), Some(third_number)) =
        (number(first), number(second), number(third))
    else {
        return Ok(None);
    };
    if first.len() == 4 && second.len() <= 2 && third.len() <= 2 {
        let year = i32::try_from(first_number).unwrap_or(0);
        return Ok(NaiveDate::from_ymd_opt(year, second_number, third_number));
    }
    // Day first or month first: which, depends on the country of whoever wrote it.
    let looks_like_a_date = first.len() <= 2 && second.len() <= 2 && matches!(third.len(), 2 | 4);
    if looks_like_a_date { Err(DateProblem::Ambiguous) } else { Ok(None) }
}

fn with_month_name(text: &str) -> Option<NaiveDate> {
    if !text.bytes().any(|byte| byte.is_ascii_alphabetic()) || !text.is_ascii() {
        return None;
    }
    const FORMATS: [&str; 6] = ["%d %b %Y", "%d-%b-%Y", "%b %d, %Y", "%d %B %Y", "%d-%B-%Y", "%B %d, %Y"];
    FORMATS.into_iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok())
}
