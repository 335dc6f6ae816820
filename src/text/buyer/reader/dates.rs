//! Calendar dates in a reader's words and order.

use chrono::{Datelike as _, NaiveDate};
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{YMD, YMDE};
use icu_datetime::options::YearStyle;

use super::{PaperLanguage, locale};
use crate::domain::country::Country;

pub(crate) struct DateFormats {
    first: FirstOfMonth,
    vietnamese: bool,
    long: Option<Formatter<Gregorian, YMD>>,
    short: Option<Formatter<Gregorian, YMD>>,
    with_weekday: Option<Formatter<Gregorian, YMDE>>,
}

/// How the first day of a month is written, if not simply as 1.
enum FirstOfMonth {
    Figure,
    /// `1er janvier 2027`.
    French,
    /// `1º de janeiro de 2027`.
    Brazilian,
}

impl DateFormats {
    pub(crate) fn of(language: PaperLanguage, country: Option<Country>) -> Self {
        let place = &locale::of_dates(language, country);
        let full = |set: YMD| set.with_year_style(YearStyle::Full);
        // 03/11/2026 is November in London and March in New York; Spanish has both orders too.
        let short = match language {
            PaperLanguage::English | PaperLanguage::Spanish => YMD::medium(),
            PaperLanguage::Chinese
            | PaperLanguage::TraditionalChinese
            | PaperLanguage::German
            | PaperLanguage::French
            | PaperLanguage::Portuguese
            | PaperLanguage::Italian
            | PaperLanguage::Russian
            | PaperLanguage::Ukrainian
            | PaperLanguage::Polish
            | PaperLanguage::Turkish
            | PaperLanguage::Vietnamese => YMD::short(),
        };
        Self {
            first: FirstOfMonth::of(language, country),
            vietnamese: language == PaperLanguage::Vietnamese,
            long: Formatter::try_new(place.into(), full(YMD::long())).ok(),
            short: Formatter::try_new((&locale::of_short_dates(language, country)).into(), full(short)).ok(),
            with_weekday: Formatter::try_new(place.into(), YMDE::long().with_year_style(YearStyle::Full))
                .ok(),
        }
    }

    pub(crate) fn long(&self, date: NaiveDate) -> String {
        if self.vietnamese {
            return vietnamese(date);
        }
        let long = written(date, |day| self.long.as_ref().map(|dates| dates.format(day).to_string()));
        self.first.mend(long, date)
    }

    pub(crate) fn short(&self, date: NaiveDate) -> String {
        written(date, |day| self.short.as_ref().map(|dates| dates.format(day).to_string()))
    }

    pub(crate) fn with_weekday(&self, date: NaiveDate) -> String {
        let named =
            written(date, |day| self.with_weekday.as_ref().map(|dates| dates.format(day).to_string()));
        match named.split_once(',') {
            Some((weekday, _)) if self.vietnamese => format!("{weekday}, {}", vietnamese(date)),
            Some(_) | None => self.first.mend(named, date),
        }
    }
}

impl FirstOfMonth {
    fn of(language: PaperLanguage, country: Option<Country>) -> Self {
        let code = country.as_ref().map_or("", Country::code);
        match language {
            PaperLanguage::French => Self::French,
            PaperLanguage::Portuguese if !locale::writes_like_portugal(code) => Self::Brazilian,
            PaperLanguage::Portuguese
            | PaperLanguage::English
            | PaperLanguage::Chinese
            | PaperLanguage::TraditionalChinese
            | PaperLanguage::German
            | PaperLanguage::Spanish
            | PaperLanguage::Italian
            | PaperLanguage::Russian
            | PaperLanguage::Ukrainian
            | PaperLanguage::Polish
            | PaperLanguage::Turkish
            | PaperLanguage::Vietnamese => Self::Figure,
        }
    }

    fn mend(&self, written: String, date: NaiveDate) -> String {
        match self {
            Self::French if date.day() == 1 => written.replacen("1 ", "1er ", 1),
            Self::Brazilian if date.day() == 1 => written.replacen("1 de ", "1º de ", 1),
            Self::Figure | Self::French | Self::Brazilian => written,
        }
    }
}

/// As in contracts: `ngày 30 tháng 11 năm 2026`; CLDR's shorter form omits the word for the year.
fn vietnamese(date: NaiveDate) -> String {
    format!("ngày {} tháng {} năm {}", date.day(), date.month(), date.year())
}

/// The data is compiled in and covers every date; if it ever did not, the result is `2026-11-30`.
fn written(date: NaiveDate, write: impl Fn(&Date<Gregorian>) -> Option<String>) -> String {
    let part = |number: u32| u8::try_from(number).ok();
    let day = part(date.month())
        .zip(part(date.day()))
        .and_then(|(month, day)| Date::try_new_gregorian(date.year(), month, day).ok());
    day.as_ref().and_then(write).unwrap_or_else(|| date.to_string())
}
