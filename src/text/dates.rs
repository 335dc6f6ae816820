//! Dates as people type them, and the names a calendar needs.

mod typed;

use chrono::{Datelike as _, NaiveDate, Weekday};

pub use self::typed::{NotADate, read_date};
use super::Language;

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
