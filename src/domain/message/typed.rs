//! Reads what the seller typed into a field, and makes any text safe to stand in a line.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use super::field::{FieldKind, Value};
use crate::domain::find::half_width;
use crate::domain::money::{
    Currency, Expected, Money, Percent, currency_in, parse_amount, parse_plain, understand,
};

/// Longer lines are cut, said and not copied: a message is no attachment.
pub(super) const LONGEST_LINE: usize = 1_000;

/// Why what was typed cannot stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    Empty,
    /// Not of the field's kind, or a value that makes no sense: no amount below zero, no 30 February.
    Unreadable,
}

/// What the seller typed, as a value of the field's kind; an amount without a currency is in the deal's.
pub fn read_typed(kind: FieldKind, typed: &str, currency: Option<Currency>) -> Result<Value, Unfit> {
    let line = one_line(typed);
    if line.is_empty() {
        return Err(Unfit::Empty);
    }
    let plain: String = line.chars().map(half_width).collect();
    let plain = plain.trim();
    match kind {
        FieldKind::Name | FieldKind::Text => Some(Value::Text(line)),
        FieldKind::Money => money(plain, currency).map(Value::Money),
        FieldKind::Price => price(plain, currency).map(|(price, currency)| Value::Price(price, currency)),
        FieldKind::Date => date(plain).map(Value::Date),
        FieldKind::Days => count(plain, &["days", "day", "天"], MOST_DAYS).map(Value::Days),
        FieldKind::Years => count(plain, &["years", "year", "年"], MOST_YEARS).map(Value::Years),
        FieldKind::Share => share(plain).map(Value::Share),
        FieldKind::Sentences | FieldKind::Rows => {
            Some(Value::Sentences(typed.lines().map(str::to_owned).collect()))
        }
    }
    .ok_or(Unfit::Unreadable)
}

const MOST_DAYS: u32 = 3_650;
const MOST_YEARS: u32 = 100;
/// Years in which no deal was or will be made are slips.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2199;

fn money(line: &str, currency: Option<Currency>) -> Option<Money> {
    let currency = currency_in(line).or(currency)?;
    understand(line, Expected::Only(currency)).only(currency).filter(|money| money.is_positive())
}

/// A price may have more digits than its currency, so a plain `22.963` is exact here.
fn price(line: &str, currency: Option<Currency>) -> Option<(Decimal, Currency)> {
    let currency = currency_in(line).or(currency)?;
    let number = line
        .split_once(' ')
        .filter(|(code, _)| code.eq_ignore_ascii_case(currency.code()))
        .map_or(line, |(_, number)| number.trim());
    let price = parse_plain(number, None).or_else(|_| parse_amount(line, Some(currency))).ok()?;
    (!price.is_zero()).then_some((price, currency))
}

/// The year first, so that day and month cannot be confused.
fn date(line: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(&line.replace(['/', '.'], "-"), "%Y-%m-%d")
        .ok()
        .filter(|date| YEARS.contains(&date.year()))
}

fn count(line: &str, units: &[&str], most: u32) -> Option<u32> {
    let line = line.to_lowercase();
    let number = units.iter().find_map(|unit| line.strip_suffix(unit)).unwrap_or(&line).trim_end();
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|count| is_number && (1..=most).contains(count))
}

fn share(line: &str) -> Option<Decimal> {
    let number = line.strip_suffix('%').unwrap_or(line).trim_end();
    parse_plain(number, None).ok().and_then(Percent::new).map(Percent::decimal)
}

/// White space made single and control characters dropped; brackets of unfilled fields cannot be forged.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::new();
    // Cutting early keeps a pasted book from costing time; what is cut here is far past the limit.
    for character in text.trim_start().chars().take(LONGEST_LINE.saturating_mul(20)) {
        match character {
            '⟨' => line.push('‹'),
            '⟩' => line.push('›'),
            blank if blank.is_whitespace() => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            control if control.is_control() || is_invisible(control) => {}
            plain => line.push(plain),
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Marks that reorder or hide text, and our own private use.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}')
}
