//! Calendar dates in a reader's words and order.

use chrono::{Datelike as _, NaiveDate};
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{YMD, YMDE};
use icu_datetime::options::YearStyle;

use super::{PaperLanguage, locale};
use crate::domain::country::Country;
use crate::text::buyer::words::regions::writes_like_portugal;

pub(crate) struct DateFormats {
    first: FirstOfMonth,
    language: PaperLanguage,
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
            PaperLanguage::English | PaperLanguage::Spanish => full(YMD::medium()),
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
            | PaperLanguage::Vietnamese
            | PaperLanguage::Korean => full(YMD::short()),
        };
        Self {
            first: FirstOfMonth::of(language, country),
            language,
            long: Formatter::try_new(place.into(), full(YMD::long())).ok(),
            short: Formatter::try_new((&locale::of_short_dates(language, country)).into(), short).ok(),
            with_weekday: Formatter::try_new(place.into(), YMDE::long().with_year_style(YearStyle::Full))
                .ok(),
        }
    }

    pub(crate) fn long(&self, date: NaiveDate) -> String {
        if self.language == PaperLanguage::Vietnamese {
            return vietnamese(date);
        }
        let long = written(date, |day| self.long.as_ref().map(|dates| dates.format(day).to_string()));
        self.ended(self.first.mend(long, date))
    }

    pub(crate) fn short(&self, date: NaiveDate) -> String {
        // CLDR's `y. M. d.`; the formatter gives strokes between the parts, as in no Korean paper.
        if self.language == PaperLanguage::Korean {
            return format!("{}. {}. {}.", date.year(), date.month(), date.day());
        }
        let short = written(date, |day| self.short.as_ref().map(|dates| dates.format(day).to_string()));
        // Only Turkish has a month of two figures beside a day of one.
        let is_ragged = self.language == PaperLanguage::Turkish && date.day() < 10;
        if is_ragged { format!("0{short}") } else { short }
    }

    pub(crate) fn with_weekday(&self, date: NaiveDate) -> String {
        let named =
            written(date, |day| self.with_weekday.as_ref().map(|dates| dates.format(day).to_string()));
        let language = self.language;
        match (named.split_once(','), named.split_once('日')) {
            (Some((weekday, _)), _) if language == PaperLanguage::Vietnamese => {
                format!("{weekday}, {}", vietnamese(date))
            }
            (_, Some((day, weekday))) if language == PaperLanguage::TraditionalChinese => {
                format!("{day}日\u{ff08}{weekday}\u{ff09}")
            }
            (_, _) => self.ended(self.first.mend(named, date)),
        }
    }

    /// A Polish date on a document ends in the word for the year, as Russian and Ukrainian data have it already.
    fn ended(&self, written: String) -> String {
        if self.language == PaperLanguage::Polish { format!("{written}\u{a0}r.") } else { written }
    }
}

impl FirstOfMonth {
    fn of(language: PaperLanguage, country: Option<Country>) -> Self {
        match language {
            PaperLanguage::French => Self::French,
            PaperLanguage::Portuguese if !writes_like_portugal(country) => Self::Brazilian,
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
            | PaperLanguage::Korean
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

/// As in contracts: `ngày 08 tháng 01 năm 2027`, with a 0 before days below 10 and before January and February, where
/// another figure could be added. CLDR's shorter form omits the word for the year.
fn vietnamese(date: NaiveDate) -> String {
    let month = match date.month() {
        month @ (1 | 2) => format!("0{month}"),
        month => month.to_string(),
    };
    format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
}

/// The data is compiled in and covers every date; if it ever did not, the result is `2026-11-30`.
fn written(date: NaiveDate, write: impl Fn(&Date<Gregorian>) -> Option<String>) -> String {
    let part = |number: u32| u8::try_from(number).ok();
    let day = part(date.month())
        .zip(part(date.day()))
        .and_then(|(month, day)| Date::try_new_gregorian(date.year(), month, day).ok());
    day.as_ref().and_then(write).unwrap_or_else(|| date.to_string())
}
