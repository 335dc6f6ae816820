//! Numbers in a text: in digits with any separators, in words, in Chinese characters, each with every reading.

use std::ops::Range;

use rust_decimal::Decimal;

use super::chinese_numbers;
use super::lexicon::Lexicon;
use super::plain::{PlainText, is_word};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::text::buyer::proofread) struct NumberSaid {
    pub at: Range<usize>,
    pub readings: Vec<Decimal>,
    pub form: NumberForm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text::buyer::proofread) enum NumberForm {
    Digits,
    /// With a separator and two digits after it, as amounts are written.
    Cents,
    Words,
    /// Beside letters, as in `DN50` and `PI-2607`: part of a name.
    Code,
}

/// All numbers, in the order of the text.
pub(in crate::text::buyer::proofread) fn numbers(
    text: &PlainText,
    lexicon: Option<&Lexicon>,
) -> Vec<NumberSaid> {
    let mut found: Vec<NumberSaid> = Vec::new();
    let mut place = 0;
    while place < text.len() {
        match number_at(text, place, lexicon) {
            Some(number) => {
                place = number.at.end;
                found.push(number);
            }
            None => place += 1,
        }
    }
    found
}

fn number_at(text: &PlainText, place: usize, lexicon: Option<&Lexicon>) -> Option<NumberSaid> {
    let sign = text.small_at(place)?;
    if sign.is_ascii_digit() {
        return Some(in_digits(text, place, lexicon));
    }
    if let Some((end, value)) = chinese_numbers::at(text, place) {
        return Some(NumberSaid { at: place..end, readings: vec![value], form: NumberForm::Words });
    }
    let lexicon = lexicon.filter(|_| sign.is_alphabetic() && text.starts_word(place))?;
    let (end, value) = in_words(text, place, lexicon)?;
    Some(NumberSaid { at: place..end, readings: vec![Decimal::from(value)], form: NumberForm::Words })
}

/// Digits in groups, what scales them, and whether they are part of a code.
fn in_digits(text: &PlainText, start: usize, lexicon: Option<&Lexicon>) -> NumberSaid {
    let groups = groups(text, start);
    let (mut end, mut readings, cents) = readings(&groups);
    if let Some((after, scale)) = scale_after(text, end, lexicon) {
        readings = readings.iter().filter_map(|reading| reading.checked_mul(scale)).collect();
        end = after;
        if let Some((after, rest)) = chinese_numbers::rest_after(text, end, scale) {
            readings = readings.iter().filter_map(|reading| reading.checked_add(rest)).collect();
            end = after;
        }
    }
    let form = if is_code(text, start, end) {
        NumberForm::Code
    } else if cents {
        NumberForm::Cents
    } else {
        NumberForm::Digits
    };
    NumberSaid { at: start..end, readings, form }
}

struct Group {
    separator: Option<char>,
    digits: String,
    end: usize,
}

fn groups(text: &PlainText, start: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut place = start;
    let mut separator = None;
    loop {
        let from = place;
        while text.small_at(place).is_some_and(|sign| sign.is_ascii_digit()) {
            place += 1;
        }
        let digits: String = text.part(&(from..place)).iter().collect();
        // A space only divides thousands.
        let spaced = separator == Some(' ');
        let first_is_short = groups.first().is_none_or(|first| first.digits.len() <= 3);
        if spaced
            && (digits.len() != 3
                || !first_is_short
                || groups.iter().skip(1).any(|group| group.separator != Some(' ')))
        {
            break;
        }
        groups.push(Group { separator, digits, end: place });
        separator = text.small_at(place).filter(|sign| matches!(sign, ',' | '.' | '\'' | ' '));
        let digit_follows = text.small_at(place + 1).is_some_and(|next| next.is_ascii_digit());
        if separator.is_none() || !digit_follows {
            break;
        }
        place += 1;
    }
    groups
}

/// Where the number ends, its readings, and whether it ends in cents.
fn readings(groups: &[Group]) -> (usize, Vec<Decimal>, bool) {
    for count in (1..=groups.len()).rev() {
        let some = groups.get(..count).unwrap_or_default();
        let grouped = as_thousands(some);
        let decimal = with_decimals(some);
        let readings: Vec<Decimal> = [grouped, decimal].into_iter().flatten().collect();
        if !readings.is_empty() {
            let end = some.last().map_or(0, |last| last.end);
            let cents =
                count > 1 && grouped.is_none() && some.last().is_some_and(|last| last.digits.len() == 2);
            return (end, readings, cents);
        }
    }
    (groups.first().map_or(0, |first| first.end), Vec::new(), false)
}

fn as_thousands(groups: &[Group]) -> Option<Decimal> {
    let separator = groups.get(1).map(|group| group.separator);
    let fits =
        groups.iter().skip(1).all(|group| Some(group.separator) == separator && group.digits.len() == 3);
    let short = groups.len() == 1 || groups.first().is_some_and(|first| first.digits.len() <= 3);
    let whole: String = groups.iter().map(|group| group.digits.as_str()).collect();
    whole.parse().ok().filter(|_| fits && short)
}

fn with_decimals(groups: &[Group]) -> Option<Decimal> {
    let (last, before) = groups.split_last()?;
    let point = last.separator.filter(|sign| matches!(sign, '.' | ','))?;
    let is_other = before.iter().skip(1).all(|group| group.separator != Some(point));
    let whole = as_thousands(before).filter(|_| is_other)?;
    format!("{whole}.{}", last.digits).parse().ok()
}

/// `k`, `万`, `thousand` after digits.
fn scale_after(text: &PlainText, end: usize, lexicon: Option<&Lexicon>) -> Option<(usize, Decimal)> {
    let at = text.skip_spaces(end);
    let sign = text.small_at(at)?;
    let is_unit = matches!(text.small_at(at + 1), Some('克' | '米' | '瓦'));
    if let Some(scale) = chinese_numbers::scale(sign).filter(|_| !is_unit) {
        return Some((at + 1, scale));
    }
    if sign == 'k' && !text.small_at(at + 1).is_some_and(is_word) {
        return Some((at + 1, Decimal::ONE_THOUSAND));
    }
    let (end, value) = in_words(text, at, lexicon.filter(|_| text.starts_word(at))?)?;
    (value >= 1_000 && value.to_string().trim_end_matches('0') == "1").then(|| (end, Decimal::from(value)))
}

fn is_code(text: &PlainText, start: usize, end: usize) -> bool {
    let before = text.before(start);
    let long_before = start.checked_sub(1).and_then(|place| text.before(place));
    let joined_before = before.is_some_and(|sign| is_word(sign) || matches!(sign, '×' | '#' | '_'))
        || before == Some('-') && long_before.is_some_and(|sign| is_word(sign) && !sign.is_ascii_digit());
    let after = text.small_at(end);
    let joined_after = after.is_some_and(|sign| matches!(sign, '×' | '_'));
    joined_before || joined_after
}

/// A number in words, and its end. Parts of a word count as well: `dreißigtausend`.
pub(in crate::text::buyer::proofread) fn in_words(
    text: &PlainText,
    start: usize,
    lexicon: &Lexicon,
) -> Option<(usize, u64)> {
    let mut sum = Sum::default();
    let mut place = start;
    let mut end = None;
    while let Some((after, value)) = word_at(text, place, lexicon) {
        sum.add(value)?;
        if !text.small_at(after).is_some_and(is_word) {
            end = Some((after, sum.value()?));
        }
        place = joined(text, after, lexicon);
    }
    end
}

fn word_at(text: &PlainText, place: usize, lexicon: &Lexicon) -> Option<(usize, u64)> {
    let fits = |word: &Vec<char>| text.part(&(place..place + word.len())) == word.as_slice();
    let (word, value) = lexicon.numbers.iter().find(|(word, _)| fits(word))?;
    Some((place + word.len(), *value))
}

/// Where the next word of the same number begins.
fn joined(text: &PlainText, end: usize, lexicon: &Lexicon) -> usize {
    let skip = |mut place: usize| {
        while matches!(text.small_at(place), Some(' ' | '-')) {
            place += 1;
        }
        place
    };
    let after = skip(end);
    let joiner =
        lexicon.joiners.iter().find(|word| text.part(&(after..after + word.len())) == word.as_slice());
    joiner.map_or(after, |word| skip(after + word.len()))
}

/// Adds up words: a hundred multiplies what stands before it, a thousand everything before it.
#[derive(Default)]
struct Sum {
    whole: u64,
    part: u64,
    last: u64,
}

impl Sum {
    fn add(&mut self, value: u64) -> Option<()> {
        if value >= 1_000 {
            self.whole = self.whole.checked_add(self.part.max(1).checked_mul(value)?)?;
            self.part = 0;
        } else if value == 10 && (2..10).contains(&self.last) {
            // Vietnamese: hai mươi, two tens.
            self.part = self.part.checked_sub(self.last)?.checked_add(self.last * 10)?;
        } else if value == 100 && self.part > 0 && self.part < 10 {
            self.part *= 100;
        } else {
            self.part = self.part.checked_add(value)?;
        }
        self.last = value;
        Some(())
    }

    fn value(&self) -> Option<u64> {
        self.whole.checked_add(self.part)
    }
}
