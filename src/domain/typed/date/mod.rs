//! Dates as people write them, in the languages of our papers; what has two readings is asked, not guessed.

mod names;
mod relative;

use chrono::{Datelike as _, NaiveDate};

use self::names::{DateUnit, is_end_of_month, is_filler, is_weekday, month};
use super::Understood;
use super::signs::plain;
use crate::domain::calendar::days_between;

pub(crate) use self::names::english_month;
pub use self::relative::understand_relative;

/// How a date is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateReading {
    pub order: DateOrder,
    pub without_year: WithoutYear,
}

/// Which year a date without one has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithoutYear {
    /// A year is required.
    Refused,
    /// The one nearest to this day: in November, 5 Feb is the coming one.
    Nearest(NaiveDate),
    /// The last one up to this day: what happened.
    Last(NaiveDate),
    /// The first one from this day on: what is planned.
    Next(NaiveDate),
}

/// The order of the numbers in a date that does not begin with the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// Only the day has a dot of its own, so `3.11.2026` begins with the day; `3/11/2026` is asked.
    Usual,
    /// The same, but `3/11` and `3.11` begin with the month.
    Chinese,
    /// All dates of a column have the same order, if it is known, and may have years of two digits.
    Column(ColumnOrder),
    /// Numbers that do not begin with the year are refused.
    YearFirst,
}

/// The order of day and month in a column, as far as it is known. Dates without a year may have another than whole ones:
/// they are often written by hand between those of a program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ColumnOrder {
    pub whole: Option<DayOrder>,
    pub without_year: Option<DayOrder>,
}

/// Which part of a date comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// Why a text is not read as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADate {
    Unreadable,
    /// It can be several days, too many to offer: `26/11/03`.
    Ambiguous,
    /// `30 Feb`.
    NoSuchDay,
    /// `30 Nov`, where no year can be added.
    NoYear,
}

/// Other years are typing errors.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 1950..=2199;

/// Reads `2026-11-30`, `30.11.2026`, `2026年11月30日`, `Mon 30 Nov 2026`, `30 нояб.`; of two readings the one with the
/// day first is first.
pub fn understand_date(text: &str, manner: DateReading) -> Understood<NaiveDate, NotADate> {
    let text = lowered(text);
    let written = WrittenDate::of(&text).ok_or(NotADate::Unreadable);
    Understood::of(written.and_then(|written| {
        let readings = written.readings(&text, manner.order)?;
        let mut dates = Vec::new();
        for (year, month, day) in readings {
            let date = match (year, manner.without_year) {
                (Some(year), _) => date_of(year, month, day),
                (None, WithoutYear::Refused) => return Err(NotADate::NoYear),
                (None, rule) => rule.date(month, day),
            };
            dates.extend(date.filter(|date| YEARS.contains(&date.year())));
        }
        dates.dedup();
        if dates.is_empty() { Err(NotADate::NoSuchDay) } else { Ok(dates) }
    }))
}

/// What a date in numbers shows about the order of its kind, with or without a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderShown {
    pub order: DayOrder,
    pub has_year: bool,
}

/// The order that a whole date in numbers shows: a part above 12 is no month.
pub fn order_told(text: &str) -> Option<DayOrder> {
    order_shown(text).filter(|shown| shown.has_year).map(|shown| shown.order)
}

/// The order that a date in numbers shows, with or without a year.
pub fn order_shown(text: &str) -> Option<OrderShown> {
    let text = lowered(text);
    let written = WrittenDate::of(&text)?;
    let (first, second, last) = match *written.numbers.as_slice() {
        [first, second, last] => (small(first)?, small(second)?, Some(last)),
        [first, second] if written.has_no_names() => (small(first)?, small(second)?, None),
        _ => return None,
    };
    let order = match (first > 12, second > 12) {
        (true, false) => DayOrder::DayFirst,
        (false, true) => DayOrder::MonthFirst,
        (true, true) | (false, false) => return None,
    };
    let (month, day) = order.sorted(first, second);
    // Every day of a leap year.
    let year = last.map_or(Some(2028), year)?;
    NaiveDate::from_ymd_opt(year, month, day).map(|_| OrderShown { order, has_year: last.is_some() })
}

/// A day that is no number of a day: the last one of its month.
const LAST_OF_MONTH: u32 = u32::MAX;

/// A date; its day may be the last one of the month.
fn date_of(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    if day != LAST_OF_MONTH {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    (28..=31).rev().find_map(|last| NaiveDate::from_ymd_opt(year, month, last))
}

impl WithoutYear {
    fn date(self, month: u32, day: u32) -> Option<NaiveDate> {
        // Two leap days are eight years apart at most.
        let around = |near: NaiveDate| {
            (-8..=8).filter_map(move |years| date_of(near.year().checked_add(years)?, month, day))
        };
        match self {
            Self::Refused => None,
            Self::Nearest(near) => around(near).min_by_key(|date| days_between(near, *date).abs()),
            Self::Last(today) => around(today).filter(|date| *date <= today).max(),
            Self::Next(today) => around(today).find(|date| *date >= today),
        }
    }
}

impl DayOrder {
    /// Month and day.
    fn sorted(self, first: u32, second: u32) -> (u32, u32) {
        match self {
            Self::DayFirst => (second, first),
            Self::MonthFirst => (first, second),
        }
    }
}

impl DateOrder {
    /// The order of day and month in this text, as far as it is known.
    fn in_text(self, text: &str) -> Option<DayOrder> {
        let only_dots = text.contains('.') && !text.contains(['-', '/']);
        // A date with dots that ends in its year begins with the day, and only a day is followed by a dot.
        let day_has_dot = only_dots && (text.ends_with('.') || has_year_last(text));
        match self {
            Self::Column(told) if !has_year_last(text) && !has_three_numbers(text) => {
                told.without_year.or(day_has_dot.then_some(DayOrder::DayFirst))
            }
            Self::Column(told) => told.whole.or(day_has_dot.then_some(DayOrder::DayFirst)),
            Self::Usual | Self::Chinese if day_has_dot => Some(DayOrder::DayFirst),
            Self::Chinese if !has_year_last(text) => Some(DayOrder::MonthFirst),
            Self::Usual | Self::Chinese | Self::YearFirst => None,
        }
    }

    fn takes_short_years(self) -> bool {
        match self {
            Self::Column(_) | Self::YearFirst => true,
            Self::Usual | Self::Chinese => false,
        }
    }
}

fn has_year_last(text: &str) -> bool {
    text.trim_end_matches('.')
        .rsplit(|c: char| !c.is_ascii_digit())
        .next()
        .is_some_and(|last| last.len() == 4)
}

fn has_three_numbers(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count() == 3
}

/// Year, if it is there, month and day.
type DateParts = (Option<i32>, u32, u32);

/// The parts that a text names, and the numbers that may be any part.
#[derive(Default)]
struct WrittenDate<'a> {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    numbers: Vec<&'a str>,
    /// `月底`, `end of`: the last day of the month.
    at_end: bool,
}

impl<'a> WrittenDate<'a> {
    /// None where a word or sign is not part of a date, or one part is there twice.
    fn of(text: &'a str) -> Option<Self> {
        let mut written = Self::default();
        let mut names = None;
        let mut rest = Some(text).filter(|text| !text.starts_with('-'))?;
        while let Some(first) = rest.chars().next() {
            let same = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() };
            let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(end.max(first.len_utf8()))?;
            rest = after;
            if first.is_ascii_digit() {
                let unit = DateUnit::after(after).or(names.take());
                written.note(word, unit)?;
            } else if first.is_alphabetic() && is_end_of_month(word) {
                written.at_end = true;
            } else if first.is_alphabetic() {
                names = DateUnit::named_before(word);
                match month(word) {
                    Some(month) if names.is_none() => set(&mut written.month, month)?,
                    Some(_) | None if names.is_some() || is_filler(word) || is_weekday(word) => {}
                    Some(_) | None => return None,
                }
            } else if !SEPARATORS.contains(first) {
                return None;
            }
        }
        Some(written)
    }

    fn note(&mut self, number: &'a str, unit: Option<DateUnit>) -> Option<()> {
        match unit {
            Some(DateUnit::Year) => set(&mut self.year, year(number)?),
            Some(DateUnit::Month) => set(&mut self.month, number.parse().ok()?),
            Some(DateUnit::Day) => set(&mut self.day, number.parse().ok()?),
            None => {
                self.numbers.push(number);
                Some(())
            }
        }
    }

    fn has_no_names(&self) -> bool {
        self.year.is_none() && self.month.is_none() && self.day.is_none() && !self.at_end
    }

    fn readings(&self, text: &str, order: DateOrder) -> Result<Vec<DateParts>, NotADate> {
        if self.at_end {
            return self.end_of_month().map(|reading| vec![reading]).ok_or(NotADate::Unreadable);
        }
        if let Some(reading) = self.certain().or_else(|| self.with_short_year(order)) {
            return Ok(vec![reading]);
        }
        let (first, second, year) = self.figures(order).ok_or(NotADate::Unreadable)?;
        let short = year.is_some_and(|year| year < 100);
        // 26/11/03 may well be 3 November 2026.
        if (order == DateOrder::YearFirst && year.is_some()) || (short && first > 12) {
            return Err(NotADate::Ambiguous);
        }
        let year = year.map(|year| if short { year.saturating_add(2000) } else { year });
        let orders = match order.in_text(text) {
            _ if first > 12 => vec![DayOrder::DayFirst],
            _ if second > 12 || first == second => vec![DayOrder::MonthFirst],
            Some(order) => vec![order],
            None => vec![DayOrder::DayFirst, DayOrder::MonthFirst],
        };
        let sorted = orders.into_iter().map(|order| order.sorted(first, second));
        Ok(sorted.map(|(month, day)| (year, month, day)).collect())
    }

    /// The last day of a month that is named.
    fn end_of_month(&self) -> Option<DateParts> {
        match (self.year, self.month, self.day, self.numbers.as_slice()) {
            (year, Some(month), None, []) => Some((year, month, LAST_OF_MONTH)),
            (None, Some(month), None, [last]) => Some((Some(year(last)?), month, LAST_OF_MONTH)),
            _something_missing_or_too_much => None,
        }
    }

    /// `3-Nov-26`, as Excel writes dates. A number that is hardly a year leaves a doubt which of the two it is.
    fn with_short_year(&self, order: DateOrder) -> Option<DateParts> {
        match (self.year, self.month, self.day, self.numbers.as_slice()) {
            (None, Some(month), None, [day, last]) if order.takes_short_years() && last.len() == 2 => {
                let year = last.parse::<i32>().ok().filter(|year| (10..=60).contains(year))?;
                Some((Some(year.saturating_add(2000)), month, small(day)?))
            }
            _something_missing_or_too_much => None,
        }
    }

    /// The one date that is left where parts are named, have units, or the year is in front.
    fn certain(&self) -> Option<DateParts> {
        match (self.year, self.month, self.day, self.numbers.as_slice()) {
            (year, Some(month), Some(day), []) => Some((year, month, day)),
            (None, Some(month), Some(day), [last]) => Some((Some(year(last)?), month, day)),
            (year, Some(month), None, [day]) => Some((year, month, small(day)?)),
            (None, Some(month), None, [one, two]) => match (year(one), year(two)) {
                (Some(year), None) => Some((Some(year), month, small(two)?)),
                (None, Some(year)) => Some((Some(year), month, small(one)?)),
                (None, None) | (Some(_), Some(_)) => None,
            },
            (None, None, None, [whole]) if whole.len() == 8 => {
                let date = NaiveDate::parse_from_str(whole, "%Y%m%d").ok()?;
                Some((Some(date.year()), date.month(), date.day()))
            }
            (None, None, None, [first, month, day]) => Some((Some(year(first)?), small(month)?, small(day)?)),
            _something_missing_or_too_much => None,
        }
    }

    /// Day and month by their order, and a year after them.
    fn figures(&self, order: DateOrder) -> Option<(u32, u32, Option<i32>)> {
        let (first, second, last) = match (self.year, self.month, self.day, self.numbers.as_slice()) {
            (None, None, None, [first, second]) => (first, second, None),
            (None, None, None, [first, second, last]) => (first, second, Some(last)),
            _something_missing_or_too_much => return None,
        };
        let short = |text: &str| text.parse().ok().filter(|_| order.takes_short_years() && text.len() == 2);
        let year = match last {
            Some(last) => Some(year(last).or_else(|| short(last))?),
            None => None,
        };
        Some((small(first)?, small(second)?, year))
    }
}

/// What may stand between the parts of a date.
const SEPARATORS: &str = " ,./-'()、";

/// A year: a number of two digits could be a day.
fn year(number: &str) -> Option<i32> {
    Some(number).filter(|number| number.len() == 4)?.parse().ok()
}

/// A day or a month.
fn small(number: &str) -> Option<u32> {
    Some(number).filter(|number| number.len() <= 2)?.parse().ok()
}

fn set<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.replace(value).is_none().then_some(())
}

/// Lower case, half-width digits, and no Chinese weekday.
fn lowered(text: &str) -> String {
    let mut lowered = plain(text).to_lowercase();
    for before in ["星期", "礼拜", "禮拜", "周", "週"] {
        while let Some((text, after)) = lowered.split_once(before) {
            let day = after.chars().next().map_or(0, char::len_utf8);
            lowered = format!("{text} {}", after.split_at(day).1);
        }
    }
    with_figures(&lowered)
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
                // Ten is 10, but a digit before it takes the place of the one, and a digit after it that of the zero.
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
