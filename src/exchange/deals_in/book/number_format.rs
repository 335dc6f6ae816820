//! What number formats say beyond the number: digits and letters of an identity, as `"PI-"0000` shows 26 as PI-0026, or a
//! currency, as in `"US$"#,##0`.

use rust_decimal::Decimal;

use crate::domain::money::Currency;
use crate::domain::typed::amount::around_digits;
use crate::domain::typed::currency::is_notation;
use crate::exchange::deals_in::table::SheetCell;

/// A number format that says more than the number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TellingFormat {
    Digits(DigitPattern),
    Money(MoneyFormat),
}

impl TellingFormat {
    pub fn of(code: &str) -> Option<Self> {
        let digits = DigitPattern::of(code);
        match (digits, MoneyFormat::of(code)) {
            // R0000 numbers something, although rands have that sign.
            (Some(digits), Some(_) | None) if digits.zeros() >= 2 => Some(Self::Digits(digits)),
            (Some(_) | None, Some(money)) => Some(Self::Money(money)),
            (Some(digits), None) => Some(Self::Digits(digits)),
            (None, None) => None,
        }
    }

    /// The cell with what the format says of its number.
    pub fn shown(&self, cell: SheetCell) -> SheetCell {
        match (&cell, self) {
            (SheetCell::Number(number), Self::Digits(pattern)) => {
                pattern.shown(*number).map_or(cell, SheetCell::text)
            }
            (SheetCell::Number(number), Self::Money(format)) => {
                SheetCell::Money { number: *number, text: format.shown(*number) }
            }
            (
                SheetCell::Empty
                | SheetCell::Text(_)
                | SheetCell::Money { .. }
                | SheetCell::Date(_)
                | SheetCell::Flag(_)
                | SheetCell::Error(_)
                | SheetCell::Lost(_),
                Self::Digits(_) | Self::Money(_),
            ) => cell,
        }
    }
}

/// A cell whose format says more than its number, by its row and column, both counted from 0.
#[derive(Clone, Copy)]
pub(crate) struct FormattedCell {
    pub place: (u32, u32),
    /// The place of the format among those of the workbook.
    pub format: usize,
}

/// The currency that a format shows before or after the number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MoneyFormat {
    notation: String,
    leads: bool,
}

impl MoneyFormat {
    fn of(code: &str) -> Option<Self> {
        let mut word = String::new();
        let mut leads = true;
        let code = code.replace("General", "0").replace("G/通用格式", "0");
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '"' => word.extend(letters.by_ref().take_while(|letter| *letter != '"')),
                '\\' | '!' => word.extend(letters.next()),
                // As wide as the next letter, or filled with it; neither is written.
                '_' | '*' => drop(letters.next()),
                '[' => {
                    let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                    word.push_str(&currency_in_brackets(&inside));
                }
                '0' | '#' | '?' | '.' | ',' => {
                    if is_notation(word.trim()) {
                        break;
                    }
                    word.clear();
                    leads = false;
                }
                letter => word.push(letter),
            }
        }
        let notation = word.trim();
        is_notation(notation).then(|| Self { notation: notation.to_owned(), leads })
    }

    fn shown(&self, number: Decimal) -> String {
        let (number, notation) = (number.normalize(), &self.notation);
        if self.leads { format!("{notation}{number}") } else { format!("{number} {notation}") }
    }
}

/// `$€-407` and `$USD`; a sign of several currencies is that of its country. Colours and conditions are none.
fn currency_in_brackets(inside: &str) -> String {
    let Some(rest) = inside.strip_prefix('$') else { return String::new() };
    let (sign, place) = rest.split_once('-').unwrap_or((rest, ""));
    let (sign, place) = (sign.replace('￥', "¥"), place.trim_start_matches('0').to_ascii_uppercase());
    let own = LOCAL_SIGNS.iter().find(|(known, number, country, _)| {
        *known == sign && (place == *number || place.rsplit_once('-').is_some_and(|(_, end)| end == *country))
    });
    own.map_or(sign, |(_, _, _, code)| (*code).to_owned())
}

/// A sign with the number by which Windows knows a language and country, the country, and its currency.
const LOCAL_SIGNS: &[(&str, &str, &str, &str)] = &[
    ("$", "409", "US", "USD"),
    ("$", "1009", "CA", "CAD"),
    ("$", "C0C", "CA", "CAD"),
    ("$", "C09", "AU", "AUD"),
    ("$", "1409", "NZ", "NZD"),
    ("$", "1004", "SG", "SGD"),
    ("$", "C04", "HK", "HKD"),
    ("$", "404", "TW", "TWD"),
    ("$", "80A", "MX", "MXN"),
    ("£", "809", "GB", "GBP"),
    ("kr", "41D", "SE", "SEK"),
    ("kr", "414", "NO", "NOK"),
    ("¥", "804", "CN", "CNY"),
    ("¥", "411", "JP", "JPY"),
];

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
        let has_letters =
            pieces.iter().any(|piece| matches!(piece, PatternPiece::Fixed(letter) if letter.is_alphabetic()));
        let pattern = Self(pieces);
        let zeros = pattern.zeros();
        (zeros >= 2 || (zeros == 1 && has_letters)).then_some(pattern)
    }

    fn zeros(&self) -> usize {
        self.0.iter().filter(|piece| **piece == PatternPiece::Place { always: true }).count()
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

/// A number, with the currency that is named beside its value or shown; as it is shown where that says more, such as the zeros of 00712.
pub(crate) fn number(value: &str, shown: String, currency: &str) -> SheetCell {
    let parsed = Decimal::from_scientific(value).or_else(|_| value.parse::<Decimal>());
    match parsed {
        Ok(number) if number.fract().is_zero() && shows_more(&number.normalize().to_string(), &shown) => {
            SheetCell::text(shown)
        }
        Ok(number) => {
            let number = number.round_sf(15).unwrap_or(number).normalize();
            let code = Currency::from_code(currency).map(|currency| format!("{} {number}", currency.code()));
            match code.or_else(|| beside_digits(&shown, number)) {
                Some(text) => SheetCell::Money { number, text },
                None => SheetCell::Number(number),
            }
        }
        Err(_) => SheetCell::text(shown),
    }
}

/// The number with the currency that a text shows beside its digits, `US$30000`.
fn beside_digits(shown: &str, number: Decimal) -> Option<String> {
    let (before, _, after) = around_digits(shown)?;
    let side = |text: &str| text.trim_matches(['-', '(', ')', ' ', '\u{a0}']).to_owned();
    match (side(before), side(after)) {
        (before, _) if is_notation(&before) => Some(format!("{before}{number}")),
        (_, after) if is_notation(&after) => Some(format!("{number} {after}")),
        (_, _) => None,
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
