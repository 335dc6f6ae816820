//! Reads dates in cells of other people's tables: with a time of day, or as the day count of a workbook.

use chrono::{Datelike as _, Days, FixedOffset, Local, NaiveDate, NaiveTime};
use rust_decimal::Decimal;

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
    let moment = ZonedMoment::of(&text);
    if let Some(day) = moment.as_ref().and_then(|moment| own_day(moment, manner)) {
        return Understood::One(day);
    }
    if let Some(moment) = moment {
        return understand_date(moment.day, manner);
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

/// The day of a moment with a zone, where the program runs: `2026-11-02T23:30:00Z`, `Mon, 2 Nov 2026 15:30 -0800`.
fn own_day(moment: &ZonedMoment<'_>, manner: DateReading) -> Option<NaiveDate> {
    let day = parse_date(moment.day).or_else(|| understand_date(moment.day, manner).one())?;
    let moment = day.and_time(moment.time).and_local_timezone(moment.zone).single()?;
    Some(moment.with_timezone(&Local).date_naive()).filter(|date| YEARS.contains(&date.year()))
}

/// A day with its time and zone.
struct ZonedMoment<'a> {
    day: &'a str,
    time: NaiveTime,
    zone: FixedOffset,
}

impl<'a> ZonedMoment<'a> {
    /// With a zone as programs write it: `Z`, `UTC`, `+08:00`, `-0800`, `GMT+0000 (Coordinated Universal Time)`, `(GMT+8)`.
    fn of(text: &'a str) -> Option<Self> {
        let (text, remark) = match text.strip_suffix([')', ']']) {
            Some(inside) => inside.rsplit_once(['(', '['])?,
            None => (text, ""),
        };
        let beside = zone_at_end(remark).filter(|(rest, _)| rest.is_empty()).map(|(_, zone)| (text, zone));
        [zone_at_end(text), beside].into_iter().flatten().find_map(|(local, zone)| {
            let (day, time) = apart_from_time(local)?;
            Some(Self { day, time, zone })
        })
    }
}

/// The zone at the end of a text, and what is before it.
fn zone_at_end<'a>(text: &'a str) -> Option<(&'a str, FixedOffset)> {
    let text = text.trim_end();
    let without_name = |text: &'a str| ["UTC", "GMT", "Z"].iter().find_map(|name| text.strip_suffix(name));
    if let Some(rest) = text.strip_suffix("北京时间") {
        return Some((rest, FixedOffset::east_opt(8 * 3600)?));
    }
    if let Some(rest) = without_name(text) {
        return Some((rest, FixedOffset::east_opt(0)?));
    }
    let at = text.rfind(['+', '-'])?;
    let (start, offset) = text.split_at_checked(at)?;
    let digits: String = offset.chars().skip(1).filter(|sign| *sign != ':').collect();
    if !matches!(digits.len(), 1 | 2 | 4) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    let (hours, minutes) =
        if digits.len() == 4 { (number.checked_div(100)?, number.checked_rem(100)?) } else { (number, 0) };
    let seconds = hours.checked_mul(3600)?.checked_add(minutes.checked_mul(60)?)?;
    let zone = if offset.starts_with('-') {
        FixedOffset::west_opt(seconds)?
    } else {
        FixedOffset::east_opt(seconds)?
    };
    let start = start.trim_end();
    Some((without_name(start).unwrap_or(start), zone))
}

/// A day and the time after it: `2026-11-02T23:30:00.5`, `11/2/2026 11:30 PM`, `20261102T233000`.
fn apart_from_time(text: &str) -> Option<(&str, NaiveTime)> {
    let text = text.trim_end();
    let lower = text.to_ascii_lowercase();
    let half = ["am", "pm"].into_iter().find(|half| lower.ends_with(half));
    let bare = text.get(..text.len().checked_sub(half.map_or(0, str::len))?)?.trim_end();
    let begins = bare.rfind(|sign: char| !(sign.is_ascii_digit() || ":.".contains(sign)))?;
    let (day, time) = bare.split_at_checked(begins)?;
    let time = time.trim_start_matches(|sign: char| !sign.is_ascii_digit());
    let shape = match half {
        Some(_) => ["%I:%M:%S %p", "%I:%M %p"].as_slice(),
        None => &["%H:%M:%S%.f", "%H:%M", "%H%M%S"],
    };
    let time = half.map_or_else(|| time.to_owned(), |half| format!("{time} {half}"));
    let time = shape.iter().find_map(|shape| NaiveTime::parse_from_str(&time, shape).ok())?;
    Some((day.trim_end_matches([' ', ',', 'T', 't']), time))
}

/// What a number means where dates are: a count of days, whose decimals are the time of day, or a day as somebody typed
/// it, `10.19`. None where it may be two days: `11.3` may have been 11.30.
pub(crate) fn typed_as_number(number: Decimal) -> Option<String> {
    let number = number.normalize();
    if number >= Decimal::from(32) {
        return Some(number.trunc().to_string());
    }
    (number.scale() != 1).then(|| number.to_string())
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
