//! Reads amounts as people type them into a field: `30k`, `¥30万`, `30.000,-`. What is ambiguous is asked, not guessed.

mod about;
mod digits;

use std::cmp::Reverse;

use rust_decimal::Decimal;

pub use self::about::{without_about, without_remark};
use self::digits::{AmbiguityRule, is_negative, plain_digits, separate};
pub use self::digits::{DigitSign, SignMeans, currency_in, parse_amount};
pub(crate) use self::digits::{Signs, around_digits, decimal_sign, doubtful_sign, parse_amount_by};
use super::currency::{is_notation, is_notation_of};
use super::signs::plain;
use crate::domain::money::{AmountProblem, Currency, Money};

/// What the text of an amount can mean; of several meanings the largest is first.
pub type UnderstoodAmount = super::Understood<TypedAmount, AmountProblem>;

/// Which currency a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedCurrency {
    /// None is known yet.
    Any,
    /// This one where the text names none.
    Usually(Currency),
    /// This one alone: another that is named is a problem.
    Only(Currency),
}

/// A number, with its currency where one is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypedAmount {
    pub number: Decimal,
    pub currency: Option<Currency>,
}

/// Reads an amount. A sign that groups and one that starts decimals are told apart where that is certain: two decimals,
/// several groups, a dash for no cents, or a third decimal that the currency does not have.
pub fn understand_amount(text: &str, expected: ExpectedCurrency) -> UnderstoodAmount {
    AmountReading { expected, fine: false }.of(text)
}

/// Reads a unit price, which may have more decimals than its currency: `0.0355`.
pub fn understand_price(text: &str, expected: ExpectedCurrency) -> UnderstoodAmount {
    AmountReading { expected, fine: true }.of(text)
}

impl TypedAmount {
    pub fn money(self) -> Option<Money> {
        Money::from_decimal(self.number, self.currency?)
    }
}

/// How a text is read.
struct AmountReading {
    expected: ExpectedCurrency,
    /// Whether more decimals than the currency's are accepted.
    fine: bool,
}

/// A text in its parts.
struct WrittenAmount<'a> {
    sides: [&'a str; 2],
    core: &'a str,
    /// The sign of a dash for no cents, as in `30.000,-`.
    dash: Option<DigitSign>,
    scale: Option<ScaleSuffix>,
}

/// A suffix that multiplies a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ScaleSuffix {
    Zeros(u32),
    /// Chinese units are written with a point for decimals: `1.234万`.
    Chinese(u32),
    /// A million to most, a thousand (mille) to some; a million beyond doubt in `1.5m`.
    MillionOrMille,
}

/// Longer suffixes come before those they begin with.
const SCALES: &[(&str, ScaleSuffix)] = &[
    ("thousand", ScaleSuffix::Zeros(3)),
    ("tsd", ScaleSuffix::Zeros(3)),
    ("k", ScaleSuffix::Zeros(3)),
    ("million", ScaleSuffix::Zeros(6)),
    ("mio", ScaleSuffix::Zeros(6)),
    ("mln", ScaleSuffix::Zeros(6)),
    ("mn", ScaleSuffix::Zeros(6)),
    ("mm", ScaleSuffix::Zeros(6)),
    ("m", ScaleSuffix::MillionOrMille),
    ("lakhs", ScaleSuffix::Zeros(5)),
    ("lakh", ScaleSuffix::Zeros(5)),
    ("crores", ScaleSuffix::Zeros(7)),
    ("crore", ScaleSuffix::Zeros(7)),
    // A pinyin shorthand for 万.
    ("w", ScaleSuffix::Chinese(4)),
    ("百万", ScaleSuffix::Chinese(6)),
    ("百萬", ScaleSuffix::Chinese(6)),
    ("千万", ScaleSuffix::Chinese(7)),
    ("千萬", ScaleSuffix::Chinese(7)),
    ("千", ScaleSuffix::Chinese(3)),
    ("仟", ScaleSuffix::Chinese(3)),
    ("万", ScaleSuffix::Chinese(4)),
    ("萬", ScaleSuffix::Chinese(4)),
    ("亿", ScaleSuffix::Chinese(8)),
    ("億", ScaleSuffix::Chinese(8)),
];

/// More currencies than these share a sign such as `$`: a code is needed.
const MOST_ASKED: usize = 2;

impl AmountReading {
    fn of(&self, text: &str) -> UnderstoodAmount {
        let text = plain(text);
        UnderstoodAmount::of(written(&text).and_then(|written| self.meanings(&written)))
    }

    /// At least one.
    fn meanings(&self, written: &WrittenAmount<'_>) -> Result<Vec<TypedAmount>, AmountProblem> {
        let mut problem = None;
        let mut meanings = Vec::new();
        for currency in self.currencies(&written.sides)? {
            let numbers = match self.numbers(written, currency) {
                Ok(numbers) => numbers,
                // ¥12.50 cannot be yen, but it can be yuan.
                Err(why) => {
                    problem = Some(why);
                    continue;
                }
            };
            for number in numbers {
                match self.fits(number, currency) {
                    Ok(()) => meanings.push(TypedAmount { number: number.normalize(), currency }),
                    Err(why) => problem = Some(why),
                }
            }
        }
        meanings.sort_by_key(|meaning| Reverse(meaning.number));
        meanings.dedup();
        if meanings.is_empty() { Err(problem.unwrap_or(AmountProblem::NotAnAmount)) } else { Ok(meanings) }
    }

    fn currencies(&self, sides: &[&str; 2]) -> Result<Vec<Option<Currency>>, AmountProblem> {
        let names =
            |currency: Currency| sides.iter().all(|side| side.is_empty() || is_notation_of(side, currency));
        let expected = match self.expected {
            ExpectedCurrency::Any => None,
            ExpectedCurrency::Usually(currency) | ExpectedCurrency::Only(currency) => Some(currency),
        };
        if expected.is_some_and(names) || sides.iter().all(|side| side.is_empty()) {
            return Ok(vec![expected]);
        }
        let named: Vec<Option<Currency>> = Currency::all().filter(|any| names(*any)).map(Some).collect();
        match (self.expected, named.len()) {
            (_, 0) if sides.iter().all(|side| side.is_empty() || is_notation(side)) => {
                Err(AmountProblem::OtherCurrency)
            }
            (_, 0) => Err(AmountProblem::NotAnAmount),
            (ExpectedCurrency::Only(_), _) => Err(AmountProblem::OtherCurrency),
            (ExpectedCurrency::Any | ExpectedCurrency::Usually(_), 1..=MOST_ASKED) => Ok(named),
            (ExpectedCurrency::Any, _) => Ok(vec![None]),
            (ExpectedCurrency::Usually(_), _) => Err(AmountProblem::OtherCurrency),
        }
    }

    /// Every number that the digits and their signs can mean; at least one.
    fn numbers(
        &self,
        written: &WrittenAmount<'_>,
        currency: Option<Currency>,
    ) -> Result<Vec<Decimal>, AmountProblem> {
        let mut problem = None;
        let mut numbers = Vec::new();
        for decimal_sign in [DigitSign::Point, DigitSign::Comma] {
            if !Self::allows(decimal_sign, written, currency) {
                continue;
            }
            match self.number(written, currency, decimal_sign) {
                Ok(number) => numbers.extend(scaled(number, written.scale)?),
                // Only the reading of the other sign is left.
                Err(AmountProblem::Ambiguous) => {}
                Err(why) => problem = Some(problem.map_or(why, |earlier| graver(earlier, why))),
            }
        }
        if numbers.is_empty() { Err(problem.unwrap_or(AmountProblem::NotAnAmount)) } else { Ok(numbers) }
    }

    /// Whether this sign may start decimals.
    fn allows(sign: DigitSign, written: &WrittenAmount<'_>, currency: Option<Currency>) -> bool {
        let chinese = matches!(written.scale, Some(ScaleSuffix::Chinese(_)));
        // Three decimals are rare: a comma before three digits groups thousands, as everywhere in this program.
        let coarse = currency.is_none_or(|currency| currency.digits() < 3);
        let comma_groups = written.scale.is_none() && coarse;
        let doubtful = doubtful_sign(written.core) == Some(DigitSign::Comma);
        written.dash.is_none_or(|dash| dash == sign)
            && !(sign == DigitSign::Comma && doubtful && (chinese || comma_groups))
            && !(sign == DigitSign::Comma && chinese && written.core.contains('.'))
    }

    fn number(
        &self,
        written: &WrittenAmount<'_>,
        currency: Option<Currency>,
        decimal_sign: DigitSign,
    ) -> Result<Decimal, AmountProblem> {
        // The suffix makes decimals whole: 1.234k.
        let digits_of = currency.filter(|_| written.scale.is_none() && !self.fine);
        let indian =
            (decimal_sign == DigitSign::Point).then(|| without_indian_groups(written.core)).flatten();
        let core = indian.as_deref().unwrap_or(written.core);
        let (whole, decimals) =
            separate(core, digits_of, AmbiguityRule::By(Signs::by_decimals(decimal_sign)))?;
        let number = plain_digits(whole, decimals)?;
        // Nobody writes 30,000.30k: something was typed after an amount that was already there.
        let is_grouped = !whole.bytes().all(|byte| byte.is_ascii_digit());
        let in_thousands = matches!(written.scale, Some(ScaleSuffix::Zeros(3)));
        let contradicts = (written.dash.is_some() && !number.fract().is_zero())
            || (in_thousands && is_grouped && !decimals.is_empty());
        if contradicts { Err(AmountProblem::NotAnAmount) } else { Ok(number) }
    }

    fn fits(&self, number: Decimal, currency: Option<Currency>) -> Result<(), AmountProblem> {
        let bound = currency.unwrap_or(Currency::USD);
        if Money::from_decimal(number.trunc(), bound).is_none() {
            return Err(AmountProblem::TooLarge);
        }
        match currency {
            Some(currency) if !self.fine && number.normalize().scale() > currency.digits() => {
                Err(AmountProblem::TooManyDigits)
            }
            Some(_) | None => Ok(()),
        }
    }
}

fn written(text: &str) -> Result<WrittenAmount<'_>, AmountProblem> {
    let (before, core, after) = around_digits(text).ok_or(AmountProblem::NotAnAmount)?;
    let (dash, after) = without_dash(after);
    if is_negative(before, after) {
        return Err(AmountProblem::Negative);
    }
    let (scale, after) = without_scale(after);
    Ok(WrittenAmount { sides: [before, after], core, dash, scale })
}

/// `30,000.-` and `30.000,--`: no cents, so it is known which sign starts decimals. In `1,00,000/-` and `30 000:-` it
/// is not.
fn without_dash(after: &str) -> (Option<DigitSign>, &str) {
    if let Some(rest) = ["/-", "/=", ":-"].iter().find_map(|dash| after.strip_prefix(dash)) {
        return (None, rest.trim_start());
    }
    let sign = match after.chars().next() {
        Some('.') => DigitSign::Point,
        Some(',') => DigitSign::Comma,
        Some(_) | None => return (None, after),
    };
    let marked = after.trim_start_matches(['.', ',']);
    let rest = marked.trim_start_matches('-');
    if rest.len() < marked.len() { (Some(sign), rest.trim_start()) } else { (None, after) }
}

/// The suffix that multiplies the number, unless the whole text is a currency: `30 kr` is not thousands.
fn without_scale(after: &str) -> (Option<ScaleSuffix>, &str) {
    if is_notation(after) {
        return (None, after);
    }
    SCALES
        .iter()
        .find_map(|(name, scale)| {
            let (start, rest) = after.split_at_checked(name.len())?;
            let rest = rest.strip_prefix('.').unwrap_or(rest).trim_start();
            let fits = start.eq_ignore_ascii_case(name) && (rest.is_empty() || is_notation(rest));
            fits.then_some((Some(*scale), rest))
        })
        .unwrap_or((None, after))
}

fn scaled(number: Decimal, scale: Option<ScaleSuffix>) -> Result<Vec<Decimal>, AmountProblem> {
    let with = |zeros: u32| {
        let factor = 10_u64.checked_pow(zeros).map(Decimal::from).ok_or(AmountProblem::TooLarge)?;
        number.checked_mul(factor).ok_or(AmountProblem::TooLarge)
    };
    match scale {
        None => Ok(vec![number]),
        Some(ScaleSuffix::Zeros(zeros) | ScaleSuffix::Chinese(zeros)) => Ok(vec![with(zeros)?]),
        Some(ScaleSuffix::MillionOrMille) if number.fract().is_zero() => Ok(vec![with(6)?, with(3)?]),
        Some(ScaleSuffix::MillionOrMille) => Ok(vec![with(6)?]),
    }
}

/// `12,34,567.89` as Indian offices group: three digits at the end, pairs before them.
fn without_indian_groups(core: &str) -> Option<String> {
    let (whole, decimals) = core.split_once('.').map_or((core, None), |(whole, rest)| (whole, Some(rest)));
    let groups: Vec<&str> = whole.split(',').collect();
    let (last, rest) = groups.split_last()?;
    let (first, pairs) = rest.split_first()?;
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let indian = last.len() == 3
        && !pairs.is_empty()
        && pairs.iter().all(|pair| pair.len() == 2)
        && matches!(first.len(), 1 | 2)
        && groups.iter().all(digits);
    let plain = groups.concat();
    indian.then(|| decimals.map_or_else(|| plain.clone(), |decimals| format!("{plain}.{decimals}")))
}

/// The more informative of two problems.
fn graver(one: AmountProblem, other: AmountProblem) -> AmountProblem {
    if one == AmountProblem::NotAnAmount { other } else { one }
}
