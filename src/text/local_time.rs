//! The buyer's local time, and whether their office is open, in the seller's own time.

use chrono::NaiveDate;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _, Zoned};

use crate::assets::countries;
use crate::domain::calendar::WorkWeek;
use crate::domain::country::Country;

/// Offices open at nine and close at six, local time.
const OPENS: Time = Time::constant(9, 0, 0, 0);
const CLOSES: Time = Time::constant(18, 0, 0, 0);

/// An office closed for longer than this many days counts as away.
const MOST_DAYS_CLOSED: usize = 60;

/// The time at the buyer's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// Their local time.
    pub now: DateTime,
    pub office: Office,
}

/// Whether the office is open; times are in the seller's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Office {
    Open {
        closes: Zoned,
    },
    Closed {
        opens: Zoned,
    },
    /// It does not open within two months.
    Away,
}

impl Office {
    /// Open offices first, then by the moment they open: the order in which to write or call.
    pub fn rank(&self) -> (u8, Option<Timestamp>) {
        match self {
            Self::Open { .. } => (0, None),
            Self::Closed { opens } => (1, Some(opens.timestamp())),
            Self::Away => (2, None),
        }
    }
}

/// None if `zone` is not an IANA name.
pub fn local_time(zone: &str, week: &WorkWeek, now: Timestamp, seller: &TimeZone) -> Option<LocalTime> {
    let zone = TimeZone::get(zone).ok()?;
    let there = now.to_zoned(zone.clone());
    Some(LocalTime { now: there.datetime(), office: office(&there, week, seller) })
}

/// The IANA name of a zone that a person names by a city or state of the country, or by the name itself.
pub fn zone_named(text: &str, country: Option<Country>) -> Option<String> {
    let by_city = country.and_then(|country| countries::city_zone(country, text));
    let by_name = || TimeZone::get(&text.trim().replace(' ', "_")).ok()?.iana_name().map(str::to_owned);
    by_city.map(str::to_owned).or_else(by_name)
}

fn office(there: &Zoned, week: &WorkWeek, seller: &TimeZone) -> Office {
    let (today, clock) = (there.date(), there.time());
    let in_sellers_time = |date: Date, time: Time| {
        date.to_datetime(time)
            .to_zoned(there.time_zone().clone())
            .ok()
            .map(|at| at.with_time_zone(seller.clone()))
    };
    if works_on(week, today) && clock >= OPENS && clock < CLOSES {
        return in_sellers_time(today, CLOSES).map_or(Office::Away, |closes| Office::Open { closes });
    }
    let first = if clock < OPENS { Some(today) } else { today.tomorrow().ok() };
    first
        .into_iter()
        .flat_map(|first| first.series(1.day()))
        .take(MOST_DAYS_CLOSED)
        .find(|date| works_on(week, *date))
        .and_then(|date| in_sellers_time(date, OPENS))
        .map_or(Office::Away, |opens| Office::Closed { opens })
}

fn works_on(week: &WorkWeek, date: Date) -> bool {
    let month = u32::from(date.month().unsigned_abs());
    let day = u32::from(date.day().unsigned_abs());
    NaiveDate::from_ymd_opt(i32::from(date.year()), month, day).is_some_and(|date| week.works_on(date))
}
