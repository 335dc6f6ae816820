//! Reads what the seller typed into a field, and makes any text safe to stand in a line.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::field::{FieldKind, Value};
use crate::domain::money::{Currency, Money};

/// Longer lines are cut, said and not copied: a message is no attachment.
pub(super) const LONGEST_LINE: usize = 1_000;

/// What the seller typed; text that is not the expected kind stays text and is checked as such.
pub(super) fn read(kind: FieldKind, typed: &str, currency: Option<Currency>) -> Option<Value> {
    let line = one_line(typed);
    if line.is_empty() {
        return None;
    }
    let number = |suffix: &str| line.trim_end_matches(suffix).trim_end().parse::<u32>().ok();
    let exact = match kind {
        FieldKind::Name | FieldKind::Text => None,
        FieldKind::Money => read_money(&line, currency)
            .and_then(|(amount, currency)| Money::from_decimal(amount, currency))
            .map(Value::Money),
        FieldKind::Price => {
            read_money(&line, currency).map(|(price, currency)| Value::Price(price, currency))
        }
        FieldKind::Date => NaiveDate::parse_from_str(&line, "%Y-%m-%d").ok().map(Value::Date),
        FieldKind::Days => number("days").or_else(|| number("day")).map(Value::Days),
        FieldKind::Years => number("years").or_else(|| number("year")).map(Value::Years),
        FieldKind::Share => {
            Decimal::from_str_exact(line.trim_end_matches('%').trim_end()).ok().map(Value::Share)
        }
        FieldKind::Sentences | FieldKind::Rows => {
            Some(Value::Sentences(typed.lines().map(str::to_owned).collect()))
        }
    };
    Some(exact.unwrap_or(Value::Text(line)))
}

/// `EUR 30,000.00` or, in the deal's currency, `30000`.
fn read_money(line: &str, currency: Option<Currency>) -> Option<(Decimal, Currency)> {
    let (currency, amount) = match line.split_once(' ').map(|(code, rest)| (Currency::from_code(code), rest))
    {
        Some((Some(named), rest)) => (Some(named), rest),
        Some((None, _)) | None => (currency, line),
    };
    let plain = amount.trim().replace(',', "");
    Some((Decimal::from_str_exact(&plain).ok().filter(|amount| !amount.is_sign_negative())?, currency?))
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
