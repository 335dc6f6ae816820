//! Number formats that show a number as an identity: `0000000` shows 123 as 0000123, `"PI-"0000` shows 26 as PI-0026.

use rust_decimal::Decimal;

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
