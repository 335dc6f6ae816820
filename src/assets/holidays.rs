//! The holidays of the main trading countries, one file each, and the weekend days that are worked in exchange.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate};
use serde::Deserialize;

use crate::domain::calendar::{CalendarNote, Certainty, Holiday, HolidayYear, Holidays};
use crate::domain::country::Country;
use crate::domain::names::Named as _;

/// The countries whose holidays are known.
pub fn all() -> &'static BTreeMap<Country, Holidays> {
    &HOLIDAYS
}

static HOLIDAYS: LazyLock<BTreeMap<Country, Holidays>> =
    LazyLock::new(|| FILES.iter().map(|(code, file)| super::sound(read(code, file))).collect());

/// Reads a file that is compiled in; the error says what is wrong in it. The code is the file's name.
pub fn read(code: &str, file: &str) -> Result<(Country, Holidays), String> {
    let (country, holidays) = read_any(file).map_err(|why| format!("{code}: {why}"))?;
    match country.code() {
        same if same == code => Ok((country, holidays)),
        other => Err(format!("{code}: the file says it is {other}")),
    }
}

/// Reads a file of any country; the error says what is wrong in it.
pub fn read_any(file: &str) -> Result<(Country, Holidays), String> {
    let written: WrittenHolidays = serde_json::from_str(file).map_err(|why| why.to_string())?;
    let years = written.years.into_iter().map(|(year, days)| Ok((year, days.read(year)?)));
    let years = years.collect::<Result<_, String>>()?;
    let note = written.note.map(|note| CalendarNote { english: note.en, chinese: note.zh });
    Ok((written.country, Holidays { years, note, ..Holidays::default() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenHolidays {
    country: Country,
    /// Where the calendar is not that of the whole country.
    note: Option<WrittenNote>,
    years: BTreeMap<i32, WrittenYear>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenNote {
    en: Box<str>,
    zh: Box<str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenYear {
    status: String,
    /// The source of a calendar that was announced before its year began.
    #[serde(rename = "announced")]
    _announced: Option<String>,
    days: Vec<WrittenDay>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenDay {
    date: NaiveDate,
    en: Box<str>,
    zh: Box<str>,
    #[serde(default)]
    work: bool,
    #[serde(default)]
    about: u32,
}

impl WrittenYear {
    fn read(self, number: i32) -> Result<HolidayYear, String> {
        let certainty = Certainty::from_name(&self.status)
            .ok_or_else(|| format!("{number}: {:?} is neither published nor expected", self.status))?;
        let mut year = HolidayYear { certainty, off: BTreeMap::new(), worked: BTreeSet::new() };
        let mut before = None;
        for day in self.days {
            let date = day.date;
            if date.year() != number || before >= Some(date) {
                return Err(format!("{date} is not in {number}, or not after the day before it"));
            }
            if day.en.trim().is_empty() || day.zh.trim().is_empty() {
                return Err(format!("{date} lacks a name"));
            }
            before = Some(date);
            if day.work {
                year.worked.insert(date);
            } else {
                year.off.insert(date, Holiday { english: day.en, chinese: day.zh, about_days: day.about });
            }
        }
        Ok(year)
    }
}

macro_rules! files {
    ($($code:ident),+ $(,)?) => {
        &[$((stringify!($code), include_str!(concat!("../../assets/holidays/", stringify!($code), ".json")))),+]
    };
}

/// By code; a test reads the folder and finds each file here.
const FILES: &[(&str, &str)] = files![
    AE, AR, AT, AU, BD, BE, BR, CA, CH, CL, CN, CO, CZ, DE, DK, EG, ES, FI, FR, GB, HK, ID, IE, IL, IN, IT,
    JP, KE, KR, KZ, LK, MA, MX, MY, NG, NL, NO, NZ, PE, PH, PK, PL, PT, RU, SA, SE, SG, TH, TR, TW, UA, US,
    VN, ZA,
];
