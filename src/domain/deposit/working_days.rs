//! The days off of buyer and seller by their calendars, and whether they have changed since a plan was made.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, WeekdaySet};

use super::days_off::{Observed, Whose};
use super::plan::Plan;
use super::terms::Terms;
use super::terms::due::Shift;
use super::terms::refused::PlanRefused;
use super::{RowStatus, Status};
use crate::domain::calendar::{CalendarNote, Calendars, Certainty, Shutdown, WorkWeek};
use crate::domain::country::Country;
use crate::domain::extra::Extra;
use crate::domain::settings::Settings;

/// What is known today of the working days of buyer and seller.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    pub calendars: &'a Calendars,
    /// None where the buyer's country is not known.
    pub buyer: Option<Country>,
    pub seller: Country,
    /// When the seller's factory is closed.
    pub shutdowns: &'a [Shutdown],
}

/// What today's calendars would make of terms that were resolved earlier.
#[derive(Clone, Debug, PartialEq)]
pub struct Drift {
    /// The years of the dates that would move; none where other countries or weekends move them.
    pub years: BTreeSet<i32>,
    /// How many open rows would fall on another day; never zero.
    pub moves: usize,
    pub terms: Terms,
}

impl<'a> Sides<'a> {
    pub fn new(calendars: &'a Calendars, settings: &'a Settings, buyer: Option<Country>) -> Self {
        Self { calendars, buyer, seller: settings.seller_country, shutdowns: &settings.shutdowns }
    }

    /// The buyer's country first; none twice.
    pub fn countries(&self, whose: Whose) -> Vec<Country> {
        match whose {
            Whose::Buyer => self.buyer.into_iter().collect(),
            Whose::Seller => vec![self.seller],
            Whose::Both => {
                let other = Some(self.seller).filter(|seller| self.buyer != Some(*seller));
                self.buyer.into_iter().chain(other).collect()
            }
        }
    }

    fn shutdowns(&self, whose: Whose) -> &'a [Shutdown] {
        match whose {
            Whose::Buyer => &[],
            Whose::Seller | Whose::Both => self.shutdowns,
        }
    }
}

impl Observed {
    /// The days off of these countries and this factory, as far as the terms reach.
    pub fn resolve(
        whose: Whose,
        of: Vec<Country>,
        calendars: &Calendars,
        shutdowns: &[Shutdown],
        terms: &Terms,
    ) -> Self {
        let weeks: Vec<&WorkWeek> = match of.as_slice() {
            [] => vec![&calendars.elsewhere],
            countries => countries.iter().map(|country| calendars.of(Some(*country))).collect(),
        };
        let sides = Together { weeks, shutdowns, closed: &terms.week.closed };
        let weekend = sides.weekend();
        let (mut closed, mut worked) = (BTreeSet::new(), BTreeSet::new());
        for date in sides.special_days(sides.span(&terms.planned_dates())) {
            match (weekend.contains(date.weekday()), sides.all_work_on(date)) {
                (false, false) => closed.insert(date),
                (true, true) => worked.insert(date),
                (false, true) | (true, false) => false,
            };
        }
        Self { whose: whose.into(), of, weekend, closed, worked, extra: Extra::new() }
    }
}

impl Terms {
    /// The week that due dates are moved by: with the days off of the observed countries, or the typed one alone.
    pub(crate) fn working_week(&self) -> WorkWeek {
        match &self.observed {
            None => self.week.clone(),
            Some(observed) => WorkWeek {
                weekend: observed.weekend,
                closed: observed.closed.union(&self.week.closed).copied().collect(),
                worked: observed.worked.clone(),
            },
        }
    }

    /// The same terms by the working days of these sides as known today; None for the typed week alone.
    pub fn observing(self, whose: Option<Whose>, sides: &Sides<'_>) -> Self {
        let observed = whose.map(|whose| {
            let of = sides.countries(whose);
            Observed::resolve(whose, of, sides.calendars, sides.shutdowns(whose), &self)
        });
        let foreign = || self.observed.as_ref().map(|before| before.extra.clone()).unwrap_or_default();
        let observed = observed.map(|observed| Observed { extra: foreign(), ..observed });
        Self { observed, ..self }
    }

    /// The same choice, updated to what is known today. A choice that only a newer program knows is left as it is.
    pub fn observing_anew(self, sides: &Sides<'_>) -> Self {
        match self.observed.as_ref().and_then(|observed| observed.whose.known()) {
            Some(whose) => self.observing(Some(whose), sides),
            None => self,
        }
    }

    /// The observed countries and years of the plan, with those that only a shift reaches, whose holidays are not known
    /// (`None`) or only expected (`Some(Expected)`).
    pub fn unsure_years(&self, calendars: &Calendars) -> Vec<(Country, i32, Option<Certainty>)> {
        let Some(observed) = &self.observed else { return Vec::new() };
        let years = self.years();
        let certainty = |country: &Country, year| calendars.holidays.get(country)?.certainty(year);
        let all = observed.of.iter().flat_map(|country| years.iter().map(move |year| (*country, *year)));
        all.map(|(country, year)| (country, year, certainty(&country, year)))
            .filter(|(_, _, certainty)| *certainty != Some(Certainty::Published))
            .collect()
    }

    /// The observed countries whose calendar is not that of the whole country, with what is missing.
    pub fn partial_calendars<'a>(&self, calendars: &'a Calendars) -> Vec<(Country, &'a CalendarNote)> {
        let Some(observed) = &self.observed else { return Vec::new() };
        let years = self.years();
        let note = |country: &Country| Some((*country, calendars.holidays.get(country)?.note_on(&years)?));
        observed.of.iter().filter_map(note).collect()
    }

    /// Of the dates before and after any shift.
    fn years(&self) -> BTreeSet<i32> {
        let moved = self.schedule().map(|schedule| schedule.rows).unwrap_or_default();
        let dates = self.planned_dates().into_iter().chain(moved.into_iter().filter_map(|row| row.due));
        dates.map(|date| date.year()).collect()
    }

    /// The dates before any shift, the start included.
    fn planned_dates(&self) -> Vec<NaiveDate> {
        let unmoved = Self { shift: Shift::None, observed: None, ..self.clone() };
        let rows = unmoved.schedule().map(|schedule| schedule.rows).unwrap_or_default();
        std::iter::once(self.start).chain(rows.into_iter().filter_map(|row| row.due)).collect()
    }
}

impl Plan {
    /// The same plan by the working days of these sides; None for the typed week alone.
    pub fn observing(self, whose: Option<Whose>, sides: &Sides<'_>) -> Self {
        Self { terms: self.terms.observing(whose, sides), ..self }
    }

    /// The same choice of working days, updated to what is known today.
    pub fn observing_anew(self, sides: &Sides<'_>) -> Self {
        Self { terms: self.terms.observing_anew(sides), ..self }
    }

    /// None where today's calendars would move no open row.
    pub fn drift(&self, sides: &Sides<'_>, on: NaiveDate) -> Option<Drift> {
        let terms = self.terms.clone().observing_anew(sides);
        let (before, after) = (self.terms.observed.as_ref()?, terms.observed.as_ref()?);
        if before == after {
            return None;
        }
        let moved = open_dates(self, on).ok()?;
        let to = open_dates(&self.with_terms(terms.clone(), on).ok()?, on).ok()?;
        let moved: Vec<NaiveDate> =
            moved.into_iter().zip(to).filter(|(from, to)| from != to).filter_map(|(from, _)| from).collect();
        let same_sides = before.of == after.of && before.weekend == after.weekend;
        let years = moved.iter().filter(|_| same_sides).map(|date| date.year()).collect();
        (!moved.is_empty()).then_some(Drift { years, moves: moved.len(), terms })
    }
}

fn open_dates(plan: &Plan, on: NaiveDate) -> Result<Vec<Option<NaiveDate>>, PlanRefused> {
    let open = |row: &RowStatus| row.status != Status::Paid;
    Ok(plan.status(on)?.into_iter().filter(open).map(|row| row.row.due).collect())
}

/// Several countries that all have to work, the factory's shutdowns, and the closed days that were typed.
struct Together<'a> {
    weeks: Vec<&'a WorkWeek>,
    shutdowns: &'a [Shutdown],
    closed: &'a BTreeSet<NaiveDate>,
}

impl Together<'_> {
    fn all_work_on(&self, date: NaiveDate) -> bool {
        self.weeks.iter().all(|week| week.works_on(date))
            && !self.shutdowns.iter().any(|shutdown| shutdown.covers(date))
    }

    fn weekend(&self) -> WeekdaySet {
        self.weeks.iter().fold(WeekdaySet::EMPTY, |weekend, week| weekend.union(week.weekend))
    }

    /// From the working day before the first of these dates to the one after the last.
    fn span(&self, dates: &[NaiveDate]) -> (NaiveDate, NaiveDate) {
        let works = |date: &NaiveDate| self.all_work_on(*date) && !self.closed.contains(date);
        let first = dates.iter().min().copied().unwrap_or_default();
        let last = dates.iter().max().copied().unwrap_or_default();
        let before = std::iter::successors(Some(first), NaiveDate::pred_opt).take(LONGEST_BREAK).find(works);
        let after = last.iter_days().take(LONGEST_BREAK).find(works);
        (before.unwrap_or(first), after.unwrap_or(last))
    }

    /// Each day in the span, both ends included, that may differ from the weekly pattern.
    fn special_days(&self, (first, last): (NaiveDate, NaiveDate)) -> BTreeSet<NaiveDate> {
        let known = self
            .weeks
            .iter()
            .flat_map(|week| week.closed.range(first..=last).chain(week.worked.range(first..=last)).copied());
        let stands_still = self.shutdowns.iter().flat_map(|shutdown| {
            let (from, to) = (shutdown.from.max(first), shutdown.to.min(last));
            from.iter_days().take_while(move |date| *date <= to)
        });
        known.chain(stands_still).collect()
    }
}

/// No break is longer; where a calendar says so, the date stays where it was planned.
const LONGEST_BREAK: usize = 3_660;
