//! Reads a phone number as people write it, for links that need it in international form.

use super::signs::plain;

/// Why a phone number has no international form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneProblem {
    #[error("there is no phone number")]
    Missing,
    #[error("the number has no country code; write it like +49 40 123456")]
    NoCountryCode,
    #[error("this is not one phone number; write it like +49 40 123456")]
    Unreadable,
}

/// The shortest and the longest number, with the country code: E.164 allows 15 digits.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// The digits of a number with its country code: `4940123456` for `+49 (0)40 123456`.
pub fn international(text: &str) -> Result<String, PhoneProblem> {
    let written = plain(text);
    if written.is_empty() {
        return Err(PhoneProblem::Missing);
    }
    // The zero in brackets is dialled inside the country only.
    let bare = written.replacen("(0)", "", 1);
    let number = bare.strip_prefix('+').or_else(|| bare.strip_prefix("00"));
    let digits: String = number.unwrap_or(&bare).chars().filter(|sign| !is_between(*sign)).collect();
    let is_number = digits.bytes().all(|digit| digit.is_ascii_digit()) && DIGITS.contains(&digits.len());
    match number {
        Some(_) if is_number && !digits.starts_with('0') => Ok(digits),
        None if is_number => Err(PhoneProblem::NoCountryCode),
        Some(_) | None => Err(PhoneProblem::Unreadable),
    }
}

/// What people put between the digits.
fn is_between(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '-' | '.' | '/' | '(' | ')')
}
