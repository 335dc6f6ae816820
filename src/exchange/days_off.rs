//! Reads days off and worked days of a country: from a calendar (.ics), or from a file like those in assets/holidays.

use std::path::Path;

use chrono::{Datelike as _, Days, NaiveDate};
use icalendar::parser::{self, Component, Property};

use super::deals_in::table;
use crate::assets::holidays;
use crate::domain::calendar::{Certainty, Holidays, OwnDayKind, OwnDays, OwnYear};
use crate::domain::country::Country;
use crate::domain::extra::Extra;
use crate::domain::files::days_off::DaysOffProblem;
use crate::text::Language;

/// Days of one country, none of them before the day that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct DaysOffRead {
    pub country: Country,
    pub days: Vec<OwnDays>,
    /// Years whose whole calendar is in the file.
    pub years: Vec<OwnYear>,
}

/// Reads the file at a path. A calendar does not say which country it is of: it is `country`'s.
pub fn read_days_off(
    path: &Path,
    country: Country,
    from: NaiveDate,
    language: Language,
) -> Result<DaysOffRead, DaysOffProblem> {
    let bytes = table::read_bytes(path).map_err(DaysOffProblem::File)?;
    let text = String::from_utf8(bytes).map_err(|_| DaysOffProblem::Foreign)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    let read = match text {
        json if json.starts_with('{') => from_json(json, from, language)?,
        ics if ics.starts_with("BEGIN:VCALENDAR") => from_ics(ics, country, from)?,
        _other => return Err(DaysOffProblem::Foreign),
    };
    if read.days.is_empty() { Err(DaysOffProblem::NoDays) } else { Ok(read) }
}

fn from_json(json: &str, from: NaiveDate, language: Language) -> Result<DaysOffRead, DaysOffProblem> {
    let (country, holidays) = holidays::read_any(json).map_err(DaysOffProblem::Damaged)?;
    let of_year = |year: i32| OwnYear { country, year, extra: Extra::new() };
    let is_announced =
        |year: &i32| *year >= from.year() && holidays.certainty(*year) == Some(Certainty::Published);
    let years: Vec<OwnYear> = holidays.years.keys().copied().filter(is_announced).map(of_year).collect();
    let mut single = dates(&holidays, language);
    // A year that is replaced keeps its days that have passed.
    single.retain(|day| day.date >= from || years.iter().any(|own| own.year == day.date.year()));
    Ok(DaysOffRead { country, days: runs(single, country), years })
}

/// One day of a file.
struct NamedDay {
    date: NaiveDate,
    kind: OwnDayKind,
    name: String,
}

fn dates(holidays: &Holidays, language: Language) -> Vec<NamedDay> {
    let off = holidays.years.values().flat_map(|year| &year.off).map(|(date, holiday)| NamedDay {
        date: *date,
        kind: OwnDayKind::Off,
        name: match language {
            Language::English => holiday.english.to_string(),
            Language::Chinese => holiday.chinese.to_string(),
        },
    });
    let worked =
        holidays.all_worked().map(|date| NamedDay { date, kind: OwnDayKind::Worked, name: String::new() });
    let mut all: Vec<NamedDay> = off.chain(worked).collect();
    all.sort_by_key(|day| day.date);
    all
}

/// Days that follow each other for the same reason, in one line.
fn runs(days: Vec<NamedDay>, country: Country) -> Vec<OwnDays> {
    let mut runs: Vec<OwnDays> = Vec::new();
    for NamedDay { date, kind, name } in days {
        match runs.last_mut() {
            Some(run) if run.kind.is(kind) && run.name == name && run.to.succ_opt() == Some(date) => {
                run.to = date;
            }
            Some(_) | None => runs.push(OwnDays {
                country,
                from: date,
                to: date,
                kind: kind.into(),
                name,
                extra: Extra::new(),
            }),
        }
    }
    runs
}

fn from_ics(ics: &str, country: Country, from: NaiveDate) -> Result<DaysOffRead, DaysOffProblem> {
    // The reader calls itself for each level.
    if deepest_level(ics) > MOST_LEVELS {
        return Err(DaysOffProblem::Damaged("BEGIN:".to_owned()));
    }
    let unfolded = parser::unfold(ics);
    let calendar = parser::read_calendar(&unfolded).map_err(|_| DaysOffProblem::Damaged(first_line(ics)))?;
    let entries: Vec<Entry> = calendar.components.iter().filter_map(Entry::of).collect();
    let marks = entries.iter().any(|entry| entry.marked.is_some());
    let mut days: Vec<OwnDays> = entries
        .into_iter()
        // A calendar that marks days off has feasts in it that are none.
        .filter(|entry| entry.to >= from && (entry.marked.is_some() || !marks))
        .map(|entry| OwnDays {
            country,
            from: entry.from,
            to: entry.to,
            kind: entry.marked.unwrap_or(OwnDayKind::Off).into(),
            name: entry.name,
            extra: Extra::new(),
        })
        .collect();
    days.sort_by_key(|day| day.from);
    Ok(DaysOffRead { country, days, years: Vec::new() })
}

/// A whole-day entry of a calendar.
struct Entry {
    from: NaiveDate,
    to: NaiveDate,
    name: String,
    /// What the calendar itself says the days are.
    marked: Option<OwnDayKind>,
}

impl Entry {
    fn of(event: &Component<'_>) -> Option<Self> {
        let value = |name: &str| event.find_prop(name).map(|property| property.val.as_str().to_owned());
        if event.name != "VEVENT" || value("STATUS").is_some_and(|status| status == "CANCELLED") {
            return None;
        }
        let from = date(event.find_prop("DTSTART")?)?;
        // The end is the day after the last one.
        let end = event.find_prop("DTEND").and_then(date).and_then(|end| end.checked_sub_days(Days::new(1)));
        let name = value("SUMMARY").unwrap_or_default().replace("\\,", ",");
        let marked = marked(&name, value("X-APPLE-SPECIAL-DAY").as_deref());
        Some(Self { from, to: end.unwrap_or(from).max(from), name, marked })
    }
}

/// A date without a time of day.
fn date(property: &Property<'_>) -> Option<NaiveDate> {
    let text = property.val.as_str();
    NaiveDate::parse_from_str(text, "%Y%m%d").ok().filter(|_| text.len() == 8)
}

/// Apple's calendars say it in a property; Chinese ones write 休 or 班 behind the name.
fn marked(name: &str, apple: Option<&str>) -> Option<OwnDayKind> {
    const WORKED: [&str; 5] = ["补班", "上班", "班\u{ff09}", "班)", "special working day"];
    const OFF: [&str; 4] = ["休\u{ff09}", "休)", "放假", "补休"];
    let says = |words: &[&str]| words.iter().any(|word| name.to_lowercase().contains(word));
    match apple {
        Some("ALTERNATE-WORKDAY") => Some(OwnDayKind::Worked),
        Some("WORK-HOLIDAY") => Some(OwnDayKind::Off),
        Some(_) | None if says(&WORKED) => Some(OwnDayKind::Worked),
        Some(_) | None if says(&OFF) => Some(OwnDayKind::Off),
        Some(_) | None => None,
    }
}

/// A calendar has entries, and these have alarms.
const MOST_LEVELS: usize = 8;

fn deepest_level(ics: &str) -> usize {
    let mut level = 0_usize;
    let mut deepest = 0;
    for line in ics.lines() {
        match line.split(':').next().map(str::to_ascii_uppercase).as_deref() {
            Some("BEGIN") => level = level.saturating_add(1),
            Some("END") => level = level.saturating_sub(1),
            Some(_) | None => {}
        }
        deepest = deepest.max(level);
    }
    deepest
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}
