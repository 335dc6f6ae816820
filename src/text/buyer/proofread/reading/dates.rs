//! Days in a text: with the name of the month, in numbers, in characters, alone, and their weekdays.

use std::ops::Range;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use rust_decimal::prelude::ToPrimitive as _;

use super::TextReading;
use super::lexicon::WordKind;

/// A day as it is written; its place is counted in characters of the plain text.
#[derive(Clone, Debug)]
pub(in crate::text::buyer::proofread) struct DaySaid {
    pub at: Range<usize>,
    pub readings: Vec<NaiveDate>,
    pub weekday: Option<Weekday>,
    pub form: DayForm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text::buyer::proofread) enum DayForm {
    /// Day and month.
    Whole,
    /// The number of the day.
    DayAlone,
    /// `next Friday`, `tomorrow`.
    Relative,
}

/// All days, in the order of the text.
pub(in crate::text::buyer::proofread) fn dates(reading: &TextReading, on: NaiveDate) -> Vec<DaySaid> {
    let mut found: Vec<DaySaid> = Vec::new();
    let mut place = 0;
    while place < reading.text.len() {
        let day = if reading.text.starts_word(place) { day_at(reading, place, on) } else { None };
        match day {
            Some(day) => {
                place = day.at.end.max(place + 1);
                found.push(day);
            }
            None => place += 1,
        }
    }
    let taken: Vec<Range<usize>> = found.iter().map(|day| day.at.clone()).collect();
    found.extend(relative(reading, on, &taken));
    found.sort_by_key(|day| day.at.start);
    found
}

/// Year where it is written, month, day.
type DayParts = (Option<i32>, u32, u32);

fn day_at(reading: &TextReading, start: usize, on: NaiveDate) -> Option<DaySaid> {
    let whole = numeric(reading, start)
        .or_else(|| east_asian(reading, start))
        .or_else(|| day_month(reading, start))
        .or_else(|| month_day(reading, start));
    if let Some((end, parts)) = whole {
        let readings = parts.iter().flat_map(|parts| days_of(*parts, on)).collect::<Vec<_>>();
        if readings.is_empty() {
            return None;
        }
        return Some(with_weekday(reading, start..end, readings, DayForm::Whole));
    }
    let (end, day) = day_alone(reading, start)?;
    let around = (-70_i64..=130).filter_map(|days| shifted(on, days)).filter(|date| date.day() == day);
    Some(with_weekday(reading, start..end, around.collect(), DayForm::DayAlone))
}

pub(in crate::text::buyer::proofread) fn shifted(on: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { on.checked_sub_days(distance) } else { on.checked_add_days(distance) }
}

/// The day in its year, or in each year around today; the nearest first.
fn days_of((year, month, day): DayParts, on: NaiveDate) -> Vec<NaiveDate> {
    let years = match year {
        Some(year) => year..=year,
        None => on.year() - 1..=on.year() + 1,
    };
    let mut days: Vec<NaiveDate> =
        years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)).collect();
    days.sort_by_key(|day| day.signed_duration_since(on).num_days().abs());
    days
}

fn digits(reading: &TextReading, start: usize, most: usize) -> Option<(usize, u32)> {
    let mut end = start;
    let mut value: u32 = 0;
    while let Some(digit) = reading.text.small_at(end).and_then(|sign| sign.to_digit(10)) {
        value = value.checked_mul(10)?.checked_add(digit)?;
        end += 1;
    }
    (end > start && end - start <= most).then_some((end, value))
}

fn year(reading: &TextReading, start: usize) -> Option<(usize, i32)> {
    let (end, value) = digits(reading, start, 4)?;
    (end - start == 4 && (1990..=2100).contains(&value)).then(|| Some((end, i32::try_from(value).ok()?)))?
}

/// `2026-12-08`, `8.12.2026`, `12/16/2026`, `18/11`, `8.12.`
fn numeric(reading: &TextReading, start: usize) -> Option<(usize, Vec<DayParts>)> {
    let text = &reading.text;
    let separator = |place: usize| text.small_at(place).filter(|sign| matches!(sign, '-' | '/' | '.'));
    if let Some((end, year)) = year(reading, start) {
        let sign = separator(end)?;
        let (end, month) = digits(reading, end + 1, 2)?;
        let (end, day) = digits(reading, (separator(end) == Some(sign)).then_some(end + 1)?, 2)?;
        return Some((end, vec![(Some(year), month, day)]));
    }
    let (end, first) = digits(reading, start, 2)?;
    let sign = separator(end)?;
    let (end, second) = digits(reading, end + 1, 2)?;
    let both = |year| vec![(year, second, first), (year, first, second)];
    if separator(end) == Some(sign) {
        if let Some((end, year)) = year(reading, end + 1) {
            return Some((end, both(Some(year))));
        }
        if let Some((end, short)) = digits(reading, end + 1, 2) {
            return Some((end, both(i32::try_from(short).ok().map(|year| 2000 + year))));
        }
        return (sign == '.' && !text.small_at(end + 1).is_some_and(|next| next.is_ascii_digit()))
            .then(|| (end + 1, both(None)));
    }
    // `30/70` and `1/3` are shares.
    let small = first <= 3 && second <= 3;
    let is_day = sign == '/' && (!small || day_word_before(reading, start));
    (is_day && separator(end).is_none_or(|sign| sign != '/')).then(|| (end, both(None)))
}

fn day_word_before(reading: &TextReading, start: usize) -> bool {
    let mut end = start;
    while reading.text.before(end) == Some(' ') {
        end -= 1;
    }
    reading.ending(WordKind::DayBefore, end).is_some() || reading.ending(WordKind::DateFiller, end).is_some()
}

/// `2026年12月8日`, `十二月八日`, `令和8年1月5日`
fn east_asian(reading: &TextReading, start: usize) -> Option<(usize, Vec<DayParts>)> {
    let text = &reading.text;
    let number = |start: usize, most: u32| {
        let (end, value) = match reading.number_at(start) {
            Some(number) => (number.at.end, number.readings.first()?.to_u32()?),
            None => digits(reading, start, 4)?,
        };
        (value <= most).then_some((end, value))
    };
    let sign = |place: usize, wanted: &[char]| {
        let place = text.skip_spaces(place);
        text.small_at(place).is_some_and(|sign| wanted.contains(&sign)).then(|| text.skip_spaces(place + 1))
    };
    let era = text.part(&(start..start + 2)) == ['令', '和'];
    let begin = if era { text.skip_spaces(start + 2) } else { start };
    let (year, begin) = match number(begin, 2100).and_then(|(end, value)| Some((value, sign(end, &['年'])?)))
    {
        Some((value, next)) => (i32::try_from(if era { value + 2018 } else { value }).ok(), next),
        None => (None, begin),
    };
    let (end, month) = number(begin, 12)?;
    let (end, day) = number(sign(end, &['月'])?, 31)?;
    let place = text.skip_spaces(end);
    let end = if text.small_at(place).is_some_and(|sign| matches!(sign, '日' | '号' | '號')) {
        place + 1
    } else {
        return None;
    };
    Some((end, vec![(year, month, day)]))
}

/// `8 December 2026`, `8. Dezember`, `1er février`, `17 de octubre`, `ngày 8 tháng 12`
fn day_month(reading: &TextReading, start: usize) -> Option<(usize, Vec<DayParts>)> {
    let (end, day) = digits(reading, start, 2)?;
    let place = skip_fillers(reading, ordinal_end(reading, end));
    let month = reading.starting(WordKind::Month, place)?;
    let (end, year) = year_after(reading, month.at.end);
    Some((end, vec![(year, month.key.parse().ok()?, day)]))
}

/// `December 8, 2026`, `December 8th`
fn month_day(reading: &TextReading, start: usize) -> Option<(usize, Vec<DayParts>)> {
    let month = reading.starting(WordKind::Month, start)?;
    let place = skip_fillers(reading, month.at.end);
    let (end, day) = digits(reading, place, 2)?;
    // `October 2026` and `5 May 10 pieces`
    let alone = reading.text.small_at(end).is_none_or(|next| next != '%');
    let (end, year) = year_after(reading, ordinal_end(reading, end));
    alone.then(|| Some((end, vec![(year, month.key.parse().ok()?, day)])))?
}

fn year_after(reading: &TextReading, end: usize) -> (usize, Option<i32>) {
    let place = skip_fillers(reading, end);
    year(reading, place).map_or((end, None), |(end, year)| (end, Some(year)))
}

/// What makes a number an ordinal one in the languages of the lexicons.
const ORDINALS: [&str; 12] = ["st", "nd", "rd", "th", "er", "º", "°", "ª", "-го", "-е", "го", "ème"];

fn ordinal_end(reading: &TextReading, end: usize) -> usize {
    let fits = |ordinal: &&&str| {
        let length = ordinal.chars().count();
        let same = reading.text.part(&(end..end + length)).iter().copied().eq(ordinal.chars());
        same && !reading.text.small_at(end + length).is_some_and(char::is_alphabetic)
    };
    ORDINALS.iter().find(fits).map_or(end, |ordinal| end + ordinal.chars().count())
}

/// Spaces, commas, dots and small words between the parts of a date.
fn skip_fillers(reading: &TextReading, mut place: usize) -> usize {
    loop {
        let next = match reading.text.small_at(place) {
            Some(' ' | '.' | ',' | '-') => Some(place + 1),
            _ => reading.starting(WordKind::DateFiller, place).map(|hit| hit.at.end),
        };
        match next {
            Some(next) => place = next,
            None => return place,
        }
    }
}

/// `the 8th`, `el 18`, `16日`
fn day_alone(reading: &TextReading, start: usize) -> Option<(usize, u32)> {
    let (end, day) = digits(reading, start, 2)?;
    let is_whole = reading.number_at(start).is_none_or(|number| number.at.end == end);
    if !(1..=31).contains(&day) || !is_whole {
        return None;
    }
    let text = &reading.text;
    let ordinal = ordinal_end(reading, end);
    let east = matches!(text.small_at(text.skip_spaces(end)), Some('日' | '号' | '號'))
        && !matches!(text.small_at(text.skip_spaces(end) + 1), Some('间' | '間' | '内' | '以'))
        && text.before(start) != Some('月');
    if east {
        return Some((text.skip_spaces(end) + 1, day));
    }
    let lasts =
        text.small_at(ordinal).is_none_or(|next| !next.is_alphanumeric() && !matches!(next, '%' | ':' | '/'));
    let followed = matches!(text.small_at(text.skip_spaces(ordinal)), Some('%' | '€' | '$'))
        || text.small_at(ordinal).is_some_and(|sign| matches!(sign, '.' | ','))
            && text.small_at(ordinal + 1).is_some_and(|next| next.is_ascii_digit());
    let named = day_word_before(reading, start)
        && (ordinal > end || reading.lexicon.is_some_and(|lexicon| lexicon.language != "en"));
    (named && lasts && !followed).then_some((ordinal, day))
}

fn with_weekday(reading: &TextReading, at: Range<usize>, readings: Vec<NaiveDate>, form: DayForm) -> DaySaid {
    let before = weekday_before(reading, at.start);
    let after = || weekday_after(reading, at.end);
    match before.or_else(after) {
        Some((place, weekday)) => DaySaid {
            at: at.start.min(place.start)..at.end.max(place.end),
            readings,
            weekday: Some(weekday),
            form,
        },
        None => DaySaid { at, readings, weekday: None, form },
    }
}

fn weekday_before(reading: &TextReading, start: usize) -> Option<(Range<usize>, Weekday)> {
    let text = &reading.text;
    let mut end = start;
    for _ in 0..4 {
        while matches!(text.before(end), Some(' ' | ',' | '(')) {
            end -= 1;
        }
        if let Some(hit) = reading.ending(WordKind::Weekday, end) {
            return Some((hit.at.clone(), weekday(hit.key)?));
        }
        end = reading
            .ending(WordKind::DateFiller, end)
            .or_else(|| reading.ending(WordKind::DayBefore, end))
            .map(|hit| hit.at.start)?;
    }
    None
}

fn weekday_after(reading: &TextReading, end: usize) -> Option<(Range<usize>, Weekday)> {
    let text = &reading.text;
    let place = text.skip_spaces(end);
    let opened = text.small_at(place) == Some('(');
    let start = if opened { text.skip_spaces(place + 1) } else { place };
    if let Some(hit) = reading.starting(WordKind::Weekday, start) {
        return Some((hit.at.clone(), weekday(hit.key)?));
    }
    let signs = ['月', '火', '水', '木', '金', '土', '日'];
    let sign = text.small_at(start).filter(|_| opened && text.small_at(start + 1) == Some(')'))?;
    let index = signs.iter().position(|day| *day == sign)?;
    Some((start..start + 1, Weekday::try_from(u8::try_from(index).ok()?).ok()?))
}

fn weekday(key: &str) -> Option<Weekday> {
    let number: u8 = key.parse().ok()?;
    Weekday::try_from(number.checked_sub(1)?).ok()
}

/// `tomorrow`, `by Friday`, `the end of next week`: an offset in days, or the number of weeks to whose end it is.
fn relative<'a>(
    reading: &'a TextReading,
    on: NaiveDate,
    taken: &'a [Range<usize>],
) -> impl Iterator<Item = DaySaid> + 'a {
    let free = move |at: &Range<usize>| !taken.iter().any(|range| super::meet(range, at));
    // Abbreviations of two letters are everyday words as well.
    let long = move |hit: &&super::lexicon::WordHit| {
        hit.at.len() > 2 || !reading.text.small_at(hit.at.start).is_some_and(super::plain::is_word)
    };
    let weekdays =
        reading.of(WordKind::Weekday).filter(long).filter(move |hit| free(&hit.at)).filter_map(move |hit| {
            let weekday = weekday(hit.key)?;
            let next = (0..14).filter_map(|days| shifted(on, days)).filter(|day| day.weekday() == weekday);
            Some(DaySaid {
                at: hit.at.clone(),
                readings: next.collect(),
                weekday: None,
                form: DayForm::Relative,
            })
        });
    let words = reading.of(WordKind::Relative).filter_map(move |hit| {
        let readings = match hit.key.strip_prefix("week") {
            Some(weeks) => {
                let monday = shifted(on, -i64::from(on.weekday().num_days_from_monday()))?;
                let first = shifted(monday, weeks.parse::<i64>().ok()? * 7)?;
                (4..7).filter_map(|days| shifted(first, days)).collect()
            }
            None => vec![shifted(on, hit.key.parse().ok()?)?],
        };
        Some(DaySaid { at: hit.at.clone(), readings, weekday: None, form: DayForm::Relative })
    });
    weekdays.chain(words)
}
