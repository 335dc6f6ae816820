//! Number formats that show a number as an identity: `0000000` shows 123 as 0000123, `"PI-"0000` shows 26 as PI-0026.

use rust_decimal::Decimal;

use crate::exchange::deals_in::table::SheetCell;

/// A format of digits and fixed letters only.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DigitPattern(Vec<PatternPiece>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PatternPiece {
    Fixed(char),
    /// A place for a digit; where the number has none, a zero if it is always shown.
    Place {
        always: bool,
    },
}

impl DigitPattern {
    /// None for a format that shows nothing beyond the number itself, and for decimals, groups, dates and the like.
    pub fn of(code: &str) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '0' => pieces.push(PatternPiece::Place { always: true }),
                '#' | '?' => pieces.push(PatternPiece::Place { always: false }),
                '"' => {
                    let fixed = letters.by_ref().take_while(|letter| *letter != '"');
                    pieces.extend(fixed.map(PatternPiece::Fixed));
                }
                '\\' => pieces.push(PatternPiece::Fixed(letters.next()?)),
                '-' | ' ' | '(' | ')' | '+' => pieces.push(PatternPiece::Fixed(letter)),
                // As wide as the next letter, which is not shown.
                '_' => drop(letters.next()),
                _ => return None,
            }
        }
        let zeros = pieces.iter().filter(|piece| **piece == PatternPiece::Place { always: true }).count();
        let says_more = zeros >= 2
            || pieces
                .iter()
                .any(|piece| matches!(piece, PatternPiece::Fixed(letter) if letter.is_alphabetic()));
        (zeros >= 1 && says_more).then_some(Self(pieces))
    }

    /// The number as the format shows it; None where it cannot.
    pub fn shown(&self, number: Decimal) -> Option<String> {
        if !number.fract().is_zero() || number.is_sign_negative() {
            return None;
        }
        let text = number.trunc().normalize().to_string();
        let mut digits = text.chars().rev().peekable();
        let first_place = self.0.iter().position(|piece| matches!(piece, PatternPiece::Place { .. }))?;
        let mut shown = Vec::new();
        for (place, piece) in self.0.iter().enumerate().rev() {
            match piece {
                PatternPiece::Fixed(letter) => shown.push(*letter),
                PatternPiece::Place { always } => {
                    shown.extend(digits.next().or(always.then_some('0')));
                    if place == first_place {
                        shown.extend(digits.by_ref());
                    }
                }
            }
        }
        Some(shown.into_iter().rev().collect::<String>().trim().to_owned())
    }
}

/// A number; as it is shown where that says more, such as the zeros of 00712.
pub(crate) fn number(value: &str, shown: String) -> SheetCell {
    let parsed = Decimal::from_scientific(value).or_else(|_| value.parse::<Decimal>());
    match parsed {
        Ok(number) if number.fract().is_zero() && shows_more(&number.normalize().to_string(), &shown) => {
            SheetCell::text(shown)
        }
        Ok(number) => SheetCell::Number(number.round_sf(15).unwrap_or(number).normalize()),
        Err(_) => SheetCell::text(shown),
    }
}

/// Whether a text shows a number's digits with leading zeros or letters, and nothing that a number has.
fn shows_more(digits: &str, shown: &str) -> bool {
    let is_fitting = |sign: char| sign.is_alphanumeric() || " -()+".contains(sign);
    let shown_digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let has_letters = shown.chars().any(char::is_alphabetic);
    shown.chars().all(is_fitting)
        && shown_digits.trim_start_matches('0') == digits.trim_start_matches('0')
        && (shown_digits.len() > digits.len() || has_letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_show_identities() {
        for (code, number, expected) in [
            ("0000000", 123, Some("0000123")),
            ("0000000", 12_345_678, Some("12345678")),
            ("\"PI-\"0000", 26, Some("PI-0026")),
            ("\"PI-\"0000;[Red]-0", 26, Some("PI-0026")),
            ("\\P\\I00", 7, Some("PI07")),
            ("000-0000-0000", 13_800_138_000_i64, Some("138-0013-8000")),
            ("0000-000", 26_007, Some("0026-007")),
            ("0\" pcs\"", 500, Some("500 pcs")),
            ("00_ ", 5, Some("05")),
            ("0", 5, None),
            ("#,##0", 5, None),
            ("0.00", 5, None),
            ("General", 5, None),
            ("@", 5, None),
            ("yyyy-mm-dd", 5, None),
            ("00%", 5, None),
            ("[$-409]00", 5, None),
            ("##-##", 5, None),
        ] {
            let shown = DigitPattern::of(code).and_then(|pattern| pattern.shown(Decimal::from(number)));
            assert_eq!(shown.as_deref(), expected, "{code}");
        }
        let half = Decimal::new(5, 1);
        assert_eq!(DigitPattern::of("000").unwrap().shown(half), None);
    }
}
