//! Dates as people type them, and the names a calendar needs.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Weekday};
use jiff::Timestamp;

use super::Language;
use super::office::Now;
use crate::domain::calendar::days_between;

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

/// Reads a date as people type it: `2026-11-30`, `2026/11/30`, `2026年11月30日`, `30 Nov`, `Mon 30 Nov 2026`,
/// `11-30` (the year of `today`). What has two readings (`03/11/2026`) is not read.
pub fn read_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let cleaned: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let cleaned = cleaned.replace(['年', '月', '日'], " ");
    let parts: Vec<&str> = cleaned
        .split_whitespace()
        .filter(|part| {
            english_weekday(part).is_none() && !part.starts_with('周') && !part.starts_with("星期")
        })
        .collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let named_month = |part: &str| {
        let lower = part.to_lowercase();
        let index =
            ENGLISH_MONTHS.iter().position(|month| lower.len() >= 3 && month.starts_with(lower.as_str()))?;
        u32::try_from(index).ok()?.checked_add(1)
    };
    let (year, month, day) = match parts.as_slice() {
        [compact] if compact.len() == 8 => {
            return NaiveDate::parse_from_str(compact, "%Y%m%d").ok();
        }
        [first, second] => match (named_month(first), named_month(second)) {
            (None, Some(month)) => return nearest(month, number(first)?, today),
            (Some(month), None) => return nearest(month, number(second)?, today),
            (None, None) => return nearest(number(first)?, number(second)?, today),
            (Some(_), Some(_)) => return None,
        },
        [year, month, day] if year.len() == 4 => (year.parse().ok()?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 4 => (year.parse().ok()?, named_month(month)?, number(day)?),
        _ambiguous_or_not_a_date => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The day of that name nearest to today: in November, 5 Feb is the coming one.
fn nearest(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    (-1..=1)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year().checked_add(years)?, month, day))
        .min_by_key(|date| days_between(today, *date).abs())
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

fn english_weekday(part: &str) -> Option<Weekday> {
    let lower = part.to_lowercase();
    (lower.len() >= 3 && lower.chars().all(char::is_alphabetic)).then(|| lower.parse().ok()).flatten()
}

/// `Mon`, `周一`.
pub fn weekday_short(day: Weekday, language: Language) -> &'static str {
    let name = super::format::weekday(day, language);
    match language {
        Language::English => name.get(..3).unwrap_or(name),
        Language::Chinese => name,
    }
}
