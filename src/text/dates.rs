//! Dates as people type them, and the names a calendar needs.

mod typed;

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Weekday};
use jiff::Timestamp;

pub use self::typed::{NotADate, read_date};
use super::Language;
use super::office::Now;

/// `November 2026`, `2026年11月`.
pub fn month(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => date.format("%B %Y").to_string(),
        Language::Chinese => format!("{}年{}月", date.year(), date.month()),
    }
}

/// `Mo`, `一`.
pub fn weekday_letter(day: Weekday, language: Language) -> &'static str {
    let (english, chinese) = match day {
        Weekday::Mon => ("Mo", "一"),
        Weekday::Tue => ("Tu", "二"),
        Weekday::Wed => ("We", "三"),
        Weekday::Thu => ("Th", "四"),
        Weekday::Fri => ("Fr", "五"),
        Weekday::Sat => ("Sa", "六"),
        Weekday::Sun => ("Su", "日"),
    };
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}

/// A moment in UTC as the calendar and the clock here show it: the day, and `14:05`.
pub fn here(utc: NaiveDateTime, now: &Now) -> Option<(NaiveDate, String)> {
    let there = Timestamp::from_second(utc.and_utc().timestamp()).ok()?.to_zoned(now.zone.clone());
    let day = there.date();
    let date = NaiveDate::from_ymd_opt(
        day.year().into(),
        day.month().unsigned_abs().into(),
        day.day().unsigned_abs().into(),
    )?;
    Some((date, format!("{:02}:{:02}", there.hour(), there.minute())))
}

/// In small letters, in their order.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// `Mon`, `周一`.
pub fn weekday_short(day: Weekday, language: Language) -> &'static str {
    let name = super::format::weekday(day, language);
    match language {
        Language::English => name.get(..3).unwrap_or(name),
        Language::Chinese => name,
    }
}
