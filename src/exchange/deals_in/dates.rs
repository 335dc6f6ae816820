//! Reads dates in cells of other people's tables: with a time of day, or as the day count of a workbook.

use chrono::{DateTime, Datelike as _, Days, Local, NaiveDate};

use super::table::DateSystem;
use crate::domain::calendar::parse_date;
use crate::domain::typed::date::{
    DateOrder, DateReading, NotADate, OrderShown, WithoutYear, YEARS, understand_date,
};
use crate::domain::typed::signs::plain;
use crate::domain::typed::{Understood, date};

/// Reads a date as people write it, or an Excel serial; a time of day is dropped.
pub fn read_date(text: &str, system: DateSystem, order: DateOrder) -> Understood<NaiveDate, NotADate> {
    read_cell_date(text, system, DateReading { order, without_year: WithoutYear::Refused })
}

/// The same, where a date may lack its year. A moment with a time zone is the seller's own day.
pub(crate) fn read_cell_date(
    text: &str,
    system: DateSystem,
    manner: DateReading,
) -> Understood<NaiveDate, NotADate> {
    // Programs write dates like this, in whole columns: the other spellings need not be tried.
    if let Some(date) = parse_date(text.trim()).filter(|date| YEARS.contains(&date.year())) {
        return Understood::One(date);
    }
    let text = plain(text);
    if let Some(day) = own_day(&text) {
        return Understood::One(day);
    }
    match serial_day(&text) {
        Some(days) => {
            serial_date(days, system).map_or(Understood::Problem(NotADate::NoSuchDay), Understood::One)
        }
        None => understand_date(without_time(&text), manner),
    }
}

/// What a date in figures proves about the order of day and month.
pub(crate) fn order_shown(text: &str) -> Option<OrderShown> {
    date::order_shown(without_time(&plain(text)))
}

/// The day of a moment with a zone, `2026-11-02T23:30:00Z`, where the program runs.
fn own_day(text: &str) -> Option<NaiveDate> {
    let zone = text.get(11..).filter(|rest| rest.contains(':'))?;
    let in_utc = ["UTC", "GMT", "Z"].iter().find_map(|name| text.strip_suffix(name));
    let moment = match in_utc {
        Some(rest) => format!("{}+00:00", rest.trim_end()),
        None if zone.contains('+') || zone.rfind('-').is_some() => text.to_owned(),
        None => return None,
    };
    const SHAPES: [&str; 6] = [
        "%Y-%m-%dT%H:%M:%S%.f%:z",
        "%Y-%m-%d %H:%M:%S%.f%:z",
        "%Y-%m-%dT%H:%M:%S%.f%z",
        "%Y-%m-%d %H:%M:%S%.f %z",
        "%Y-%m-%dT%H:%M%:z",
        "%Y-%m-%d %H:%M%:z",
    ];
    let read = SHAPES.iter().find_map(|shape| DateTime::parse_from_str(&moment, shape).ok())?;
    Some(read.with_timezone(&Local).date_naive()).filter(|date| YEARS.contains(&date.year()))
}

/// The date behind a day count of Excel.
pub(crate) fn serial_date(days: u64, system: DateSystem) -> Option<NaiveDate> {
    // Excel takes 1900 for a leap year; from March 1900 on its day 0 is therefore 30 December 1899.
    let day_zero = match system {
        DateSystem::From1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
        DateSystem::From1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
    };
    day_zero?.checked_add_days(Days::new(days)).filter(|date| YEARS.contains(&date.year()))
}

/// The day of a serial, with or without a time of day: 46029 of `46029.5`.
fn serial_day(text: &str) -> Option<u64> {
    let (days, time) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (matches!(days.len(), 5 | 6) && is_number(days) && is_number(time)).then(|| days.parse().ok())?
}

/// The text without a time and zone at the end: ` 14:05`, `T14:05:00.000+08:00`, ` 下午 2:05`.
fn without_time(text: &str) -> &str {
    let Some((before, after)) = text.split_once(':') else { return text };
    let is_time = after.chars().all(|c| c.is_ascii_digit() || " :.,+-ZAPMapm".contains(c));
    let date = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let date = date.trim_end().trim_end_matches(['T', 't']).trim_end_matches("上午").trim_end_matches("下午");
    if is_time { date.trim_end() } else { text }
}
