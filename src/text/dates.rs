//! Dates as people type them, and the names a calendar needs.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::Language;
use crate::domain::typed::Understood;
use crate::domain::typed::date::{DateOrder, DateReading, NotADate, WithoutYear, understand_date};

/// Reads a date as typed into a field; without a year it is the date nearest to `today`.
pub fn read_date(text: &str, today: NaiveDate, language: Language) -> Understood<NaiveDate, NotADate> {
    let order = match language {
        Language::English => DateOrder::Usual,
        Language::Chinese => DateOrder::Chinese,
    };
    understand_date(text, DateReading { order, without_year: WithoutYear::Nearest(today) })
}

/// `November 2026`, `2026年11月`.
pub fn month(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => date.format("%B %Y").to_string(),
        Language::Chinese => format!("{}年{}月", date.year(), date.month()),
    }
}

/// `Mo`, `一`.
pub(crate) fn weekday_letter(day: Weekday, language: Language) -> &'static str {
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

/// `Mon`, `周一`.
pub(crate) fn weekday_short(day: Weekday, language: Language) -> &'static str {
    let name = super::format::weekday(day, language);
    match language {
        Language::English => name.get(..3).unwrap_or(name),
        Language::Chinese => name,
    }
}
