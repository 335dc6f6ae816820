//! Dates as people type them, and the names a calendar needs.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Weekday};
use jiff::Timestamp;

use super::Language;
use super::office::Now;
use crate::domain::typed::Understood;
use crate::domain::typed::date::{Manner, NotADate, Order, understand_date};

/// Reads a date as it is typed into a field; without a year the day nearest to `today`.
pub fn read_date(text: &str, today: NaiveDate, language: Language) -> Understood<NaiveDate, NotADate> {
    let order = match language {
        Language::English => Order::Usual,
        Language::Chinese => Order::Chinese,
    };
    understand_date(text, Manner { order, near: Some(today) })
}

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

/// `Mon`, `周一`.
pub fn weekday_short(day: Weekday, language: Language) -> &'static str {
    let name = super::format::weekday(day, language);
    match language {
        Language::English => name.get(..3).unwrap_or(name),
        Language::Chinese => name,
    }
}
