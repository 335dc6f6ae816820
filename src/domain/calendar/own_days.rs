//! Days off and worked days that the seller knows and the program does not, such as a calendar announced yesterday.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Calendars, Certainty, HolidayYear, Holidays, WorkWeek};
use crate::domain::country::Country;
use crate::domain::extra::Extra;
use crate::domain::names::Word;
use crate::named;

named! {
    pub enum OwnDayKind {
        Off = "off",
        /// Worked although it is a weekend or a holiday.
        Worked = "worked",
    }
}

/// From the first to the last day, both included, everybody in the country is off, or works.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnDays {
    pub country: Country,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub kind: Word<OwnDayKind>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A year whose whole calendar the seller has: what the program knew of it no longer counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnYear {
    pub country: Country,
    pub year: i32,
    #[serde(flatten)]
    pub extra: Extra,
}

/// No holiday is longer; more days than these are a slip of the pen.
const MOST_DAYS: usize = 366;

impl OwnYear {
    /// Whether the days are this year's; of days around New Year the first decides.
    pub(crate) fn holds(&self, days: &OwnDays) -> bool {
        (self.country, self.year) == (days.country, days.from.year())
    }
}

impl OwnDays {
    fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let to = self.to;
        self.from.iter_days().take_while(move |date| *date <= to).take(MOST_DAYS)
    }
}

impl Calendars {
    /// These calendars with the seller's own days; where both know a day, the seller is right.
    pub(crate) fn with_own(&self, days: &[OwnDays], years: &[OwnYear]) -> Self {
        let mut calendars = self.clone();
        for own in years {
            let (week, holidays) = calendars.of_mut(own.country);
            week.closed.retain(|date| date.year() != own.year);
            week.worked.retain(|date| date.year() != own.year);
            holidays.years.insert(own.year, HolidayYear::announced());
            holidays.own_years.insert(own.year);
        }
        for own in days {
            let (week, holidays) = calendars.of_mut(own.country);
            for date in own.dates() {
                match own.kind.known() {
                    Some(OwnDayKind::Off) => {
                        week.worked.remove(&date);
                        week.closed.insert(date);
                        holidays.own.insert(date, own.name.trim().into());
                    }
                    Some(OwnDayKind::Worked) => {
                        week.closed.remove(&date);
                        holidays.own.remove(&date);
                        if week.weekend.contains(date.weekday()) {
                            week.worked.insert(date);
                        }
                    }
                    // Only a newer program knows what it means.
                    None => {}
                }
            }
        }
        calendars
    }

    fn of_mut(&mut self, country: Country) -> (&mut WorkWeek, &mut Holidays) {
        let elsewhere = &self.elsewhere;
        let week = self.by_country.entry(country).or_insert_with(|| elsewhere.clone());
        (week, self.holidays.entry(country).or_default())
    }
}

impl HolidayYear {
    fn announced() -> Self {
        Self { certainty: Certainty::Published, off: BTreeMap::new(), worked: Default::default() }
    }
}
