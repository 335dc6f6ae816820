//! The buyer's clock in words: what time it is there, and when the office opens in the seller's own time.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::Language::{self, Chinese, English};
use super::dates;
use super::local_time::{LocalTime, Office, local_time};
use super::visible::in_one_line;
use crate::assets::countries::{self, ClockCity};
use crate::domain::calendar::Calendars;
use crate::domain::deal::Deal;

/// An office that closes within this many minutes hardly reads a message today.
const LAST_MINUTES: i64 = 60;

/// The current moment and the seller's zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Now {
    pub date: NaiveDate,
    pub instant: Timestamp,
    pub zone: TimeZone,
}

impl Now {
    /// From the system's clock and zone.
    pub fn here() -> Self {
        let local = chrono::Local::now();
        Self::at(local.timestamp(), local.offset().local_minus_utc())
    }

    /// A moment in Unix seconds, at an offset from UTC in seconds.
    pub fn at(seconds: i64, offset: i32) -> Self {
        let offset = jiff::tz::Offset::from_seconds(offset).unwrap_or(jiff::tz::Offset::UTC);
        let instant = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
        let local = instant.to_zoned(offset.to_time_zone()).date();
        let day = NaiveDate::from_ymd_opt(
            local.year().into(),
            local.month().unsigned_abs().into(),
            local.day().unsigned_abs().into(),
        );
        Self { date: day.unwrap_or_default(), instant, zone: offset.to_time_zone() }
    }

    /// The seller's local date and time, to the second.
    pub fn local(&self) -> Option<NaiveDateTime> {
        self.time().map(|time| self.date.and_time(time))
    }

    /// The seller's local time, to the second.
    pub fn time(&self) -> Option<NaiveTime> {
        let clock = self.instant.to_zoned(self.zone.clone());
        let [hour, minute, second] =
            [clock.hour(), clock.minute(), clock.second()].map(|part| u32::from(part.unsigned_abs()));
        NaiveTime::from_hms_opt(hour, minute, second)
    }
}

/// The time at the buyer's place; none if we do not know their zone.
pub fn there(deal: &Deal, calendars: &Calendars, now: &Now) -> Option<LocalTime> {
    let week = calendars.of(deal.buyer.country);
    local_time(countries::time_zone(&deal.buyer)?, week, now.instant, &now.zone)
}

/// `open now`, `opens 15:00`, `opens Mon 09:00`.
pub fn short(deal: &Deal, calendars: &Calendars, now: &Now, language: Language) -> String {
    match (there(deal, calendars, now).map(|there| there.office), language) {
        (None | Some(Office::Away), _language) => String::new(),
        (Some(Office::Open { .. }), English) => "open now".to_owned(),
        (Some(Office::Open { .. }), Chinese) => "上班中".to_owned(),
        (Some(Office::Closed { opens }), _language) => {
            let when = near(&opens, now, language);
            match language {
                English => format!("opens {when}"),
                Chinese => format!("{when} 上班"),
            }
        }
    }
}

/// When a message would be read: `14:05 in Hamburg, office open`, `Good moment: Mon 16:00 your time (02:12 in Hamburg,
/// office opens in 2 days)`. Empty where the buyer's zone is not known.
pub fn moment(deal: &Deal, calendars: &Calendars, now: &Now, language: Language) -> String {
    let Some(there) = there(deal, calendars, now) else { return String::new() };
    let clock = clock_there(deal, &there, language);
    match (&there.office, language) {
        (Office::Away, _language) => clock,
        (Office::Open { closes }, English) => format!("{clock}, {}", open_until(closes, now, language)),
        (Office::Open { closes }, Chinese) => format!("{clock}，{}", open_until(closes, now, language)),
        (Office::Closed { opens }, English) => {
            let (when, whose) = (near(opens, now, language), whose_time(&there, now, language));
            let opens = opens_in(minutes_to(opens, now), language);
            format!("Good moment: {when}{whose} ({clock}, {opens})")
        }
        (Office::Closed { opens }, Chinese) => {
            let (when, whose) = (near(opens, now, language), whose_time(&there, now, language));
            let opens = opens_in(minutes_to(opens, now), language);
            format!("合适时间：{whose}{when}（{clock}，{opens}）")
        }
    }
}

/// `14:05 in Hamburg`.
fn clock_there(deal: &Deal, there: &LocalTime, language: Language) -> String {
    let clock = format!("{:02}:{:02}", there.now.hour(), there.now.minute());
    match (place(deal, language), language) {
        (None, _language) => clock,
        (Some(place), English) => format!("{clock} in {place}"),
        (Some(place), Chinese) => {
            let space = if place.ends_with(|last: char| last.is_ascii_alphanumeric()) { " " } else { "" };
            format!("{place}{space}当地 {clock}")
        }
    }
}

fn open_until(closes: &Zoned, now: &Now, language: Language) -> String {
    match (minutes_to(closes, now), language) {
        (minutes @ 0..LAST_MINUTES, English) => format!("office closes in {minutes} min"),
        (minutes @ 0..LAST_MINUTES, Chinese) => format!("{minutes} 分钟后下班"),
        (_minutes, English) => "office open".to_owned(),
        (_minutes, Chinese) => "上班中".to_owned(),
    }
}

/// Said only where the two clocks show different times.
fn whose_time(there: &LocalTime, now: &Now, language: Language) -> &'static str {
    match language {
        _ if now.instant.to_zoned(now.zone.clone()).datetime() == there.now => "",
        English => " your time",
        Chinese => "您的时间 ",
    }
}

/// Where the buyer's clock is: their city, the city whose clock is assumed, or the country.
fn place(deal: &Deal, language: Language) -> Option<String> {
    let assumed = countries::clock(&deal.buyer).and_then(|clock| clock.assumed);
    let assumed = assumed.map(|city| match language {
        English => city.english.to_owned(),
        Chinese => city.chinese.to_owned(),
    });
    let city = Some(in_one_line(&deal.buyer.city, 60)).filter(|city| !city.is_empty());
    let country = || deal.buyer.country.map(|country| super::country::name(country, language).to_owned());
    assumed.or(city).or_else(country)
}

/// `15:00`, `Mon 09:00`: a moment in the seller's time, with its weekday if it is another day.
fn near(moment: &Zoned, now: &Now, language: Language) -> String {
    let clock = format!("{:02}:{:02}", moment.hour(), moment.minute());
    let day = moment.date();
    let date = NaiveDate::from_ymd_opt(
        day.year().into(),
        day.month().unsigned_abs().into(),
        day.day().unsigned_abs().into(),
    );
    match date.filter(|date| *date != now.date) {
        Some(date) => format!("{} {clock}", dates::weekday_short(chrono::Datelike::weekday(&date), language)),
        None => clock,
    }
}

fn minutes_to(moment: &Zoned, now: &Now) -> i64 {
    moment.timestamp().as_second().saturating_sub(now.instant.as_second()).max(0) / 60
}

/// `09:12, office opens in 48 minutes`, `14:05 (New York time assumed), office open`.
pub fn long(deal: &Deal, calendars: &Calendars, now: &Now, language: Language) -> String {
    let Some(there) = there(deal, calendars, now) else { return String::new() };
    let clock = format!("{:02}:{:02}", there.now.hour(), there.now.minute());
    let assumed = countries::clock(&deal.buyer).and_then(|clock| clock.assumed);
    let clock = match (assumed.map(|city| self::assumed(city, language)), language) {
        (None, _language) => clock,
        (Some(assumed), English) => format!("{clock} ({assumed})"),
        (Some(assumed), Chinese) => format!("{clock}（{assumed}）"),
    };
    let office = match (&there.office, language) {
        (Office::Away, _language) => return clock,
        (Office::Open { .. }, English) => "office open".to_owned(),
        (Office::Open { .. }, Chinese) => "上班中".to_owned(),
        (Office::Closed { opens }, _language) => opens_in(minutes_to(opens, now), language),
    };
    match language {
        English => format!("{clock}, {office}"),
        Chinese => format!("{clock}，{office}"),
    }
}

/// Whose clock is taken, where the country has several and the city is not known: `New York time assumed`.
pub fn assumed(city: &ClockCity, language: Language) -> String {
    match language {
        English => format!("{} time assumed", city.english),
        Chinese => format!("暂按{}时间", city.chinese),
    }
}

fn opens_in(minutes: i64, language: Language) -> String {
    let (hours, days) = (minutes / 60, minutes / (60 * 24));
    match (days, hours, language) {
        (0, 0, English) => format!("office opens in {minutes} min"),
        (0, 0, Chinese) => format!("{minutes} 分钟后上班"),
        (0, hours, English) => format!("office opens in {hours} h"),
        (0, hours, Chinese) => format!("{hours} 小时后上班"),
        (1, _hours, English) => "office opens in 1 day".to_owned(),
        (days, _hours, English) => format!("office opens in {days} days"),
        (days, _hours, Chinese) => format!("{days} 天后上班"),
    }
}

/// A moment in UTC as local date and time: the date, and `14:05`.
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
