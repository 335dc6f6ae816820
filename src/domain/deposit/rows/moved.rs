//! Why a due date was moved: every day that was passed over, and whose day off it is.

use chrono::{Datelike as _, NaiveDate};

use super::schedule::ScheduleRow;
use crate::domain::calendar::{Calendars, Certainty, Holiday};
use crate::domain::country::Country;
use crate::domain::deposit::days_off::Whose;
use crate::domain::deposit::terms::Terms;
use crate::domain::settings::Shutdown;

/// Why nobody works on a day.
#[derive(Clone, Debug, PartialEq)]
pub enum Free<'a> {
    /// Of these countries; empty for the weekend typed into the terms.
    Weekend(Vec<Country>),
    Holiday {
        country: Country,
        holiday: &'a Holiday,
        certainty: Certainty,
    },
    /// By the seller's own calendar; the name may be empty.
    OwnDay {
        country: Country,
        name: &'a str,
    },
    Shutdown(&'a Shutdown),
    /// A closed day typed into the terms.
    Typed,
    /// Free by the calendar that the plan keeps, but no longer by today's.
    Kept,
}

/// A day that a due date passed over.
#[derive(Clone, Debug, PartialEq)]
pub struct SkippedDay<'a> {
    pub date: NaiveDate,
    /// Never empty; a holiday or a shutdown comes before the weekend it falls on.
    pub because: Vec<Free<'a>>,
}

impl Terms {
    /// The days between a row's planned date and its due date, in the order in which they were passed over.
    pub fn skipped<'a>(
        &self,
        row: &ScheduleRow,
        calendars: &'a Calendars,
        shutdowns: &'a [Shutdown],
    ) -> Vec<SkippedDay<'a>> {
        let Some((from, due)) = row.moved_from.zip(row.due) else { return Vec::new() };
        let step = |date: &NaiveDate| if due > from { date.succ_opt() } else { date.pred_opt() };
        std::iter::successors(Some(from), step)
            .take_while(|date| *date != due)
            .map(|date| SkippedDay { date, because: self.why_free(date, calendars, shutdowns) })
            .collect()
    }

    fn why_free<'a>(
        &self,
        date: NaiveDate,
        calendars: &'a Calendars,
        shutdowns: &'a [Shutdown],
    ) -> Vec<Free<'a>> {
        let mut because = Vec::new();
        if self.week.closed.contains(&date) {
            because.push(Free::Typed);
        }
        match &self.observed {
            None => {
                if self.week.weekend.contains(date.weekday()) {
                    because.push(Free::Weekend(Vec::new()));
                }
            }
            Some(observed) => {
                because
                    .extend(observed.of.iter().filter_map(|country| holiday_of(*country, calendars, date)));
                if !observed.whose.is(Whose::Buyer) {
                    let still = shutdowns.iter().filter(|shutdown| shutdown.covers(date));
                    because.extend(still.map(Free::Shutdown));
                }
                if observed.weekend.contains(date.weekday()) {
                    because.push(Free::Weekend(weekend_of(&observed.of, calendars, date)));
                }
            }
        }
        if because.is_empty() {
            because.push(Free::Kept);
        }
        because
    }
}

/// The seller's own calendar counts before ours.
fn holiday_of(country: Country, calendars: &Calendars, date: NaiveDate) -> Option<Free<'_>> {
    let known = calendars.holidays.get(&country)?;
    if let Some(name) = known.own.get(&date) {
        return Some(Free::OwnDay { country, name });
    }
    let (holiday, certainty) = known.on(date)?;
    Some(Free::Holiday { country, holiday, certainty })
}

/// The countries whose weekend the day is; empty where no country is known.
fn weekend_of(of: &[Country], calendars: &Calendars, date: NaiveDate) -> Vec<Country> {
    let free = |country: &&Country| {
        let week = calendars.of(Some(**country));
        week.weekend.contains(date.weekday()) && !week.worked.contains(&date)
    };
    of.iter().filter(free).copied().collect()
}
