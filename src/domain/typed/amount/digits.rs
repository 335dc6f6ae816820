//! The digits of an amount: what groups them, what starts the decimals, and what a column of amounts shows about that.

use rust_decimal::Decimal;

use super::super::currency::{is_notation, is_notation_of};
use super::super::signs::plain;
use crate::domain::money::{AmountProblem, Currency, Money};

/// The most digits any currency has; the bound while the currency is not known.
const MOST_DIGITS: u32 = 4;

/// A sign between digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigitSign {
    Point,
    Comma,
}

/// What a sign between digits does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignMeans {
    /// It starts the decimals: `30.000` is thirty.
    Decimals,
    /// It groups thousands: `30.000` is thirty thousand.
    Thousands,
}

/// What is known of the signs in a column of amounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    pub point: Option<SignMeans>,
    pub comma: Option<SignMeans>,
}

impl DigitSign {
    pub fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

impl Signs {
    /// One sign starts the decimals, so the other one groups.
    pub(crate) fn by_decimals(sign: DigitSign) -> Self {
        Self::default().with(sign, SignMeans::Decimals).with(sign.other(), SignMeans::Thousands)
    }

    pub fn of(self, sign: DigitSign) -> Option<SignMeans> {
        match sign {
            DigitSign::Point => self.point,
            DigitSign::Comma => self.comma,
        }
    }

    #[must_use]
    pub fn with(self, sign: DigitSign, means: SignMeans) -> Self {
        match sign {
            DigitSign::Point => Self { point: Some(means), ..self },
            DigitSign::Comma => Self { comma: Some(means), ..self },
        }
    }
}

/// How to treat a number that could be read both ways, such as `30.000`.
#[derive(Clone, Copy)]
pub(super) enum AmbiguityRule {
    /// A comma groups where the currency has less than three decimals; other doubts are refused.
    Usual,
    /// Read by what is known of the signs; other doubts are refused.
    By(Signs),
}

/// Reads an amount as people write it: `30,000.00`, `30 000`, `1'000`, `30.000,00`, `12,50`, `¥3000`.
/// What could mean two things is refused, never guessed.
pub fn parse_amount(text: &str, currency: Option<Currency>) -> Result<Decimal, AmountProblem> {
    parse(text, currency, AmbiguityRule::Usual)
}

/// Reads an amount of a column whose signs are known as far as `signs` says. Whatever could differ by a factor of a
/// thousand is ambiguous, including a comma without a currency and a point before three decimals of a dinar.
pub fn parse_amount_by(
    text: &str,
    currency: Option<Currency>,
    signs: Signs,
) -> Result<Decimal, AmountProblem> {
    parse(text, currency, AmbiguityRule::By(signs))
}

/// The one sign of a number that could be read both ways: the point of `30.000`.
pub fn doubtful_sign(text: &str) -> Option<DigitSign> {
    let text = plain(text);
    let (_, core, _) = around_digits(&text)?;
    let sign = last_sign(core)?;
    core.rsplit_once(mark_of(sign)).filter(|parts| may_group(*parts)).map(|_| sign)
}

/// The sign that starts the decimals beyond doubt, as numbers like `1,234.50`, `12,5` or `1.234.567` show it.
pub fn decimal_sign(text: &str) -> Option<DigitSign> {
    let text = plain(text);
    let (_, core, _) = around_digits(&text)?;
    let last = last_sign(core)?;
    let (points, commas) = (core.matches('.').count(), core.matches(',').count());
    let sign = match (points, commas) {
        (1, 0) | (0, 1) if doubtful_sign(&text).is_some() => return None,
        (1.., 1..) | (1, 0) | (0, 1) => last,
        (_, _) => last.other(),
    };
    // A text that is no number shows nothing.
    separate(core, None, AmbiguityRule::By(Signs::by_decimals(sign))).ok().map(|_| sign)
}

fn last_sign(core: &str) -> Option<DigitSign> {
    core.chars().rev().find_map(|sign| match sign {
        '.' => Some(DigitSign::Point),
        ',' => Some(DigitSign::Comma),
        _ => None,
    })
}

fn mark_of(sign: DigitSign) -> char {
    match sign {
        DigitSign::Point => '.',
        DigitSign::Comma => ',',
    }
}

fn parse(text: &str, currency: Option<Currency>, doubt: AmbiguityRule) -> Result<Decimal, AmountProblem> {
    let text = plain(text);
    let (before, core, after) = around_digits(&text).ok_or(AmountProblem::NotAnAmount)?;
    if is_negative(before, after) {
        return Err(AmountProblem::Negative);
    }
    for side in [before, after] {
        check_notation(side, currency)?;
    }
    let (whole, decimals) = separate(core, currency, doubt)?;
    let amount = plain_digits(whole, decimals)?;
    let largest_known = currency.unwrap_or(Currency::USD);
    let fits = Money::from_decimal(amount.trunc(), largest_known).is_some()
        && currency.is_none_or(|currency| Money::from_decimal(amount, currency).is_some());
    if fits { Ok(amount) } else { Err(AmountProblem::TooLarge) }
}

/// The currency that a text names beside its digits: an ISO code, or a sign that only one currency uses.
pub fn currency_in(text: &str) -> Option<Currency> {
    let text = plain(text);
    let (before, _, after) = around_digits(&text)?;
    [before, after].iter().find_map(|side| {
        Currency::from_code(side).or_else(|| {
            let mut users = Currency::all().filter(|currency| is_notation_of(side, *currency));
            users.next().filter(|_| users.next().is_none())
        })
    })
}

/// The number of a whole part, whatever groups it, and its decimals.
pub(super) fn plain_digits(whole: &str, decimals: &str) -> Result<Decimal, AmountProblem> {
    let plain: String = whole.chars().filter(char::is_ascii_digit).collect();
    let plain = if decimals.is_empty() { plain } else { format!("{plain}.{decimals}") };
    Decimal::from_str_exact(&plain).map_err(|_too_long| AmountProblem::TooLarge)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn digit_count(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

/// The text before the first digit, from it to the last digit, and after it.
pub(crate) fn around_digits(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find(|sign: char| sign.is_ascii_digit())?;
    let (before, rest) = text.split_at_checked(start)?;
    let end = rest.rfind(|sign: char| sign.is_ascii_digit())?.checked_add(1)?;
    let (core, after) = rest.split_at_checked(end)?;
    Some((before.trim(), core, after.trim()))
}

/// `-5`, `(5)` and `5-`, as accountants write them.
pub(super) fn is_negative(before: &str, after: &str) -> bool {
    before.contains(['-', '(']) || after.contains('-')
}

/// Nothing, or a notation of `currency`; any currency's where that is unknown.
fn check_notation(side: &str, currency: Option<Currency>) -> Result<(), AmountProblem> {
    let agrees = || match currency {
        Some(currency) => is_notation_of(side, currency),
        None => is_notation(side),
    };
    if side.is_empty() || agrees() {
        Ok(())
    } else if is_notation(side) {
        Err(AmountProblem::OtherCurrency)
    } else {
        Err(AmountProblem::NotAnAmount)
    }
}

/// The whole part, still grouped, and the decimals.
pub(super) fn separate(
    core: &str,
    currency: Option<Currency>,
    doubt: AmbiguityRule,
) -> Result<(&str, &str), AmountProblem> {
    let digits = currency.map_or(MOST_DIGITS, Currency::digits);
    let (points, commas) = (core.matches('.').count(), core.matches(',').count());
    let mark = match (points, commas) {
        (0, 0) => None,
        // Both: the one that comes last starts the decimals.
        (1.., 1..) => core.chars().rfind(|sign| matches!(sign, '.' | ',')),
        (1, 0) => Some('.'),
        (0, 1) => Some(','),
        (2.., 0) | (0, 2..) => None,
    };
    let Some((mark, (whole, decimals))) = mark.and_then(|mark| Some((mark, core.rsplit_once(mark)?))) else {
        return check_groups(core).map(|()| (core, ""));
    };
    if !is_number(decimals) {
        return Err(AmountProblem::NotAnAmount);
    }
    let alone = is_number(whole);
    let sign = if mark == ',' { DigitSign::Comma } else { DigitSign::Point };
    if may_group((whole, decimals)) && groups(sign, currency, doubt)? {
        return Ok((core, ""));
    }
    if !alone {
        check_groups(whole)?;
        if whole.contains(mark) {
            return Err(AmountProblem::NotAnAmount);
        }
    }
    // "30000.0000", as other programs export it, is still exact.
    let exact = if mark == '.' { decimals.trim_end_matches('0') } else { decimals };
    let decimals = if digit_count(decimals) > digits { exact } else { decimals };
    if digit_count(decimals) > digits { Err(AmountProblem::TooManyDigits) } else { Ok((whole, decimals)) }
}

/// Whether the sign between these two parts may group thousands.
fn may_group((whole, decimals): (&str, &str)) -> bool {
    is_number(whole) && decimals.len() == 3 && whole.len() <= 3 && !whole.starts_with('0')
}

/// Whether a single sign before exactly three digits groups thousands.
fn groups(sign: DigitSign, currency: Option<Currency>, doubt: AmbiguityRule) -> Result<bool, AmountProblem> {
    // Three decimals are too many for most currencies.
    let coarse = currency.is_some_and(|currency| currency.digits() < 3);
    match (doubt, sign) {
        (AmbiguityRule::Usual, DigitSign::Comma) if coarse || currency.is_none() => Ok(true),
        (AmbiguityRule::Usual, DigitSign::Point) if !coarse && currency.is_some() => Ok(false),
        (AmbiguityRule::Usual, DigitSign::Point | DigitSign::Comma) => Err(AmountProblem::Ambiguous),
        // `30,000` groups in every such currency: beside commas that start decimals it is a contradiction.
        (AmbiguityRule::By(signs), DigitSign::Comma) if coarse => match signs.comma {
            Some(SignMeans::Decimals) => Err(AmountProblem::Ambiguous),
            Some(SignMeans::Thousands) | None => Ok(true),
        },
        (AmbiguityRule::By(signs), sign) => {
            let means = signs.of(sign).ok_or(AmountProblem::Ambiguous)?;
            Ok(means == SignMeans::Thousands)
        }
    }
}

/// Only digits, or groups of three after a first group of one to three, all with the same sign between them.
fn check_groups(whole: &str) -> Result<(), AmountProblem> {
    let Some(sign) = whole.chars().find(|sign| !sign.is_ascii_digit()) else {
        return Ok(());
    };
    let mut groups = whole.split(sign);
    let first_fits = groups.next().is_some_and(|group| is_number(group) && group.len() <= 3);
    let grouped = first_fits && groups.all(|group| is_number(group) && group.len() == 3);
    if grouped && matches!(sign, ' ' | '\'' | ',' | '.') { Ok(()) } else { Err(AmountProblem::NotAnAmount) }
}
