//! Reads a date as people type it, in any language of our papers; what has two readings is not read.

use std::collections::BTreeMap;
use std::str::FromStr as _;
use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::ENGLISH_MONTHS;
use crate::domain::calendar::days_between;
use crate::domain::find::half_width;
use crate::domain::hidden::is_hidden;
use crate::domain::word::Named as _;
use crate::text::Language;
use crate::text::paper::PaperLanguage;
use crate::text::reader::Reader;

/// Reads `2026-11-30`, `30.11.2026`, `2026年11月30日`, `Mon 30 Nov 2026`, `30 нояб.`; without a year the day nearest
/// to `today`. In Chinese a month stands before its day (`11.5`); elsewhere `3/11` is read by nobody.
pub fn read_date(text: &str, today: NaiveDate, language: Language) -> Result<NaiveDate, NotADate> {
    let text = plain(text);
    let written = Written::of(&text).ok_or(NotADate::Unreadable)?;
    let order = Order::of(&text, language);
    let Some((year, month, day)) = written.date(order) else {
        let has_two = order == Order::Unknown && written.date(Order::DayFirst).is_some();
        return Err(if has_two { NotADate::Ambiguous } else { NotADate::Unreadable });
    };
    let date = match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => nearest(month, day, today),
    };
    date.ok_or(NotADate::NoSuchDay)
}

/// Why a text is not read as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADate {
    Unreadable,
    /// It can be two days: `3/11`.
    Ambiguous,
    /// `30 Feb`.
    NoSuchDay,
}

/// The day of that name nearest to today: in November, 5 Feb is the coming one.
fn nearest(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    // Two leap days are eight years apart at most.
    (-8..=8)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year().checked_add(years)?, month, day))
        .min_by_key(|date| days_between(today, *date).abs())
}

/// What stands first in a date of figures, where that can be known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

impl Order {
    fn of(text: &str, language: Language) -> Self {
        let only_dots = text.contains('.') && !text.contains(['-', '/']);
        // Nobody writes the year last after the month but with strokes, and only the day has a dot of its own.
        let day_has_dot = only_dots && (text.ends_with('.') || has_year_last(text));
        match language {
            _ if day_has_dot => Self::DayFirst,
            Language::Chinese if !has_year_last(text) => Self::MonthFirst,
            Language::Chinese | Language::English => Self::Unknown,
        }
    }

    /// Month and day.
    fn sorted(self, first: u32, second: u32) -> Option<(u32, u32)> {
        match self {
            _ if first > 12 => Some((second, first)),
            _ if second > 12 || first == second => Some((first, second)),
            Self::DayFirst => Some((second, first)),
            Self::MonthFirst => Some((first, second)),
            Self::Unknown => None,
        }
    }
}

fn has_year_last(text: &str) -> bool {
    text.trim_end_matches('.')
        .rsplit(|c: char| !c.is_ascii_digit())
        .next()
        .is_some_and(|last| last.len() == 4)
}

/// What a text names, and the numbers that could be anything.
#[derive(Default)]
struct Written<'a> {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    numbers: Vec<&'a str>,
}

impl<'a> Written<'a> {
    /// None where a word belongs to no date, or one part is there twice.
    fn of(text: &'a str) -> Option<Self> {
        let mut written = Self::default();
        let mut names = None;
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let same = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { is_letter(c) };
            let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(end.max(first.len_utf8()))?;
            rest = after;
            if first.is_ascii_digit() {
                let unit = Unit::after(after).or(names.take());
                written.note(word, unit)?;
            } else if is_letter(first) {
                names = Unit::named_before(word);
                let known = names.is_some() || is_filler(word) || weekday(word).is_some();
                if !known {
                    set(&mut written.month, month(word)?)?;
                }
            }
        }
        Some(written)
    }

    fn note(&mut self, number: &'a str, unit: Option<Unit>) -> Option<()> {
        match unit {
            Some(Unit::Year) => set(&mut self.year, year(number)?),
            Some(Unit::Month) => set(&mut self.month, number.parse().ok()?),
            Some(Unit::Day) => set(&mut self.day, number.parse().ok()?),
            None => {
                self.numbers.push(number);
                Some(())
            }
        }
    }

    fn date(&self, order: Order) -> Option<(Option<i32>, u32, u32)> {
        let number = |text: &str| Some(text).filter(|text| text.len() <= 2)?.parse::<u32>().ok();
        match (self.year, self.month, self.day, self.numbers.as_slice()) {
            (year, Some(month), Some(day), []) => Some((year, month, day)),
            (None, Some(month), Some(day), [last]) => Some((Some(year(last)?), month, day)),
            (year, Some(month), None, [day]) => Some((year, month, number(day)?)),
            (None, Some(month), None, [one, two]) => match (year(one), year(two)) {
                (Some(year), None) => Some((Some(year), month, number(two)?)),
                (None, Some(year)) => Some((Some(year), month, number(one)?)),
                (None, None) | (Some(_), Some(_)) => None,
            },
            (None, None, None, [whole]) if whole.len() == 8 => {
                let date = NaiveDate::parse_from_str(whole, "%Y%m%d").ok()?;
                Some((Some(date.year()), date.month(), date.day()))
            }
            (None, None, None, [one, two]) => {
                let (month, day) = order.sorted(number(one)?, number(two)?)?;
                Some((None, month, day))
            }
            (None, None, None, [one, two, three]) => match (year(one), year(three)) {
                (Some(year), None) => Some((Some(year), number(two)?, number(three)?)),
                (None, Some(year)) => {
                    let (month, day) = order.sorted(number(one)?, number(two)?)?;
                    Some((Some(year), month, day))
                }
                (None, None) | (Some(_), Some(_)) => None,
            },
            _something_missing_or_too_much => None,
        }
    }
}

/// Of two digits it could be a day.
fn year(number: &str) -> Option<i32> {
    Some(number).filter(|number| number.len() == 4)?.parse().ok()
}

fn set<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.replace(value).is_none().then_some(())
}

#[derive(Clone, Copy)]
enum Unit {
    Year,
    Month,
    Day,
}

impl Unit {
    /// `11月`; what names it stays in the text and is skipped there.
    fn after(rest: &str) -> Option<Self> {
        match rest.trim_start().chars().next()? {
            '年' => Some(Self::Year),
            '月' => Some(Self::Month),
            '日' | '号' | '號' => Some(Self::Day),
            _ => None,
        }
    }

    /// `tháng 11`.
    fn named_before(word: &str) -> Option<Self> {
        match word {
            "năm" => Some(Self::Year),
            "tháng" => Some(Self::Month),
            "ngày" => Some(Self::Day),
            _ => None,
        }
    }
}

fn is_letter(character: char) -> bool {
    character.is_alphabetic()
}

/// Words that stand beside a date's parts and say nothing more.
fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "年" | "月"
            | "日"
            | "号"
            | "號"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "the"
            | "of"
            | "de"
            | "del"
            | "er"
            | "º"
            | "ª"
            | "г"
            | "года"
            | "р"
            | "року"
    )
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(word).filter(|word| word.len() >= 3).and_then(|word| Weekday::from_str(word).ok())
}

/// By at least three letters of its name, in whichever language only one month begins so.
fn month(word: &str) -> Option<u32> {
    if word.chars().count() < 3 {
        return None;
    }
    if let Some(place) = ENGLISH_MONTHS.iter().position(|month| month.starts_with(word)) {
        return u32::try_from(place).ok()?.checked_add(1);
    }
    let mut found = MONTHS.range(word.to_owned()..).take_while(|(name, _)| name.starts_with(word));
    let (_, first) = found.next()?;
    found.all(|(_, other)| other == first).then_some(*first)
}

/// The names of months as our papers write them, and which month each is.
static MONTHS: LazyLock<BTreeMap<String, u32>> = LazyLock::new(|| {
    let mut months: BTreeMap<String, u32> = BTreeMap::new();
    for language in PaperLanguage::members().filter(|language| !language.is_chinese()) {
        let reader = Reader::of(language, None);
        for month in 1..=12 {
            let dates = (1..=2).filter_map(|day| NaiveDate::from_ymd_opt(2026, month, day));
            for word in dates.flat_map(|date| words(&reader.date_long(date))) {
                let several = months.get(&word).is_some_and(|other| *other != month);
                months.insert(word, if several { NO_MONTH } else { month });
            }
        }
    }
    months.retain(|_, month| *month != NO_MONTH);
    months
});

/// A word that stands in the dates of several months, such as `de`.
const NO_MONTH: u32 = 0;

fn words(text: &str) -> Vec<String> {
    plain(text).split(|c| !is_letter(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Small letters, plain digits, and no weekday in Chinese.
fn plain(text: &str) -> String {
    let visible = text.trim().chars().filter(|c| !is_hidden(*c)).map(half_width);
    let mut plain: String = visible.flat_map(char::to_lowercase).collect();
    for before in ["星期", "礼拜", "禮拜", "周", "週"] {
        while let Some((text, after)) = plain.split_once(before) {
            let day = after.chars().next().map_or(0, char::len_utf8);
            plain = format!("{text} {}", after.split_at(day).1);
        }
    }
    with_figures(&plain)
}

const FIGURES: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// `二〇二六年十一月三十日` in figures.
fn with_figures(text: &str) -> String {
    let figure = |c: char| FIGURES.iter().position(|figure| *figure == c || (c == '零' && *figure == '〇'));
    let mut written = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let more = characters.peek().copied();
        match figure(character) {
            Some(figure) => written.push_str(&figure.to_string()),
            None if character == '十' => {
                // Ten is written as one and zero, unless figures on both sides say so already.
                let after_figure = written.ends_with(|c: char| c.is_ascii_digit());
                let before_figure = more.is_some_and(|next| figure(next).is_some());
                written.push_str(match (after_figure, before_figure) {
                    (true, true) => "",
                    (true, false) => "0",
                    (false, true) => "1",
                    (false, false) => "10",
                });
            }
            None => written.push(character),
        }
    }
    written
}
