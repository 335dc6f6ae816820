//! The holidays of a country: their names, and how sure each year and each date is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use crate::named;

named! {
    /// Whether the calendar of a year was announced, or follows from the rules alone.
    pub enum Certainty {
        Published = "published",
        Expected = "expected",
    }
}

/// A day off with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    pub english: Box<str>,
    pub chinese: Box<str>,
    /// The date may be this many days earlier or later, because the moon decides.
    pub about_days: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayYear {
    pub certainty: Certainty,
    pub off: BTreeMap<NaiveDate, Holiday>,
    /// Days of the weekend that are worked in exchange for others.
    pub worked: BTreeSet<NaiveDate>,
}

/// What is known of a country's holidays, year by year; a year that is not here is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays {
    pub years: BTreeMap<i32, HolidayYear>,
    /// Why these are not the holidays of the whole country.
    pub note: Option<CalendarNote>,
    /// Days off by the seller's own calendar, with their names, which may be empty.
    pub own: BTreeMap<NaiveDate, Box<str>>,
    /// Years of which the seller's own calendar is the whole.
    pub own_years: BTreeSet<i32>,
}

/// What whoever plans by a calendar should know of it, in the languages of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarNote {
    pub english: Box<str>,
    pub chinese: Box<str>,
}

impl Holidays {
    pub fn on(&self, date: NaiveDate) -> Option<(&Holiday, Certainty)> {
        let year = self.years.get(&date.year())?;
        year.off.get(&date).map(|holiday| (holiday, year.certainty))
    }

    /// None where nothing is known of the year.
    pub fn certainty(&self, year: i32) -> Option<Certainty> {
        self.years.get(&year).map(|year| year.certainty)
    }

    /// What is missing in one of these years; nothing where the seller has the whole of each.
    pub fn note_on(&self, years: &BTreeSet<i32>) -> Option<&CalendarNote> {
        self.note.as_ref().filter(|_| !years.is_subset(&self.own_years))
    }

    pub(crate) fn all_off(&self) -> impl Iterator<Item = NaiveDate> {
        self.years.values().flat_map(|year| year.off.keys().copied())
    }

    pub fn all_worked(&self) -> impl Iterator<Item = NaiveDate> {
        self.years.values().flat_map(|year| year.worked.iter().copied())
    }
}
