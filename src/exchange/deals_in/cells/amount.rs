//! Reads the amount of a row, with the currency that its cell, its header or the row names.

use rust_decimal::Decimal;

use super::super::table::SheetCell;
use super::unit::HeaderUnit;
use super::{cell_text, meant};
use crate::domain::import::problem::Flaw;
use crate::domain::money::{AmountProblem, Currency, successor};
use crate::domain::typed::Understood;
use crate::domain::typed::amount::{
    ExpectedCurrency, SignMeans, Signs, TypedAmount, around_digits, doubtful_sign, parse_amount,
    parse_amount_by, understand_amount, without_about, without_remark,
};
use crate::domain::typed::currency::{is_notation_of, users_of};
use crate::domain::typed::placeholder::is_placeholder;
use crate::domain::typed::signs::plain;

/// How an amount is read.
#[derive(Clone, Copy)]
pub(crate) struct AmountManner {
    /// Of the row's own column.
    pub currency: Option<Currency>,
    pub unit: HeaderUnit,
    pub signs: Signs,
    /// Whether somebody can be asked about signs that the table does not settle.
    pub asks: bool,
}

/// What an amount cell says.
#[derive(Default)]
pub(crate) struct ReadAmount {
    pub number: Option<Decimal>,
    pub currency: Option<Currency>,
    /// The sign that leaves the currency open.
    pub open: String,
    pub flaw: Option<Flaw>,
    /// Whether the cell says something beside the amount, to be kept.
    pub says_more: bool,
}

/// Reads an amount cell; a flaw that costs the row is the error.
pub(crate) fn read_amount(cell: &SheetCell, manner: AmountManner) -> Result<ReadAmount, Flaw> {
    let known = manner.currency.or(manner.unit.currency);
    match (manner.currency, manner.unit.currency) {
        (Some(row), Some(header)) if row != header => {
            return Err(Flaw::CurrencyDiffers { text: row.code().to_owned(), other: header.code() });
        }
        (Some(_) | None, Some(_) | None) => {}
    }
    let read = match cell {
        // A number cell has no separators to interpret.
        SheetCell::Number(number) => {
            let number = without_noise(scaled(*number, manner.unit)?, known);
            let checked = checked_number(number, known);
            let number = checked.map_err(|why| flaw_of(why, &cell_text(cell), known))?;
            ReadAmount { number: Some(number), currency: known, ..ReadAmount::default() }
        }
        SheetCell::Money { number, text } => return read_money(*number, text, known, manner),
        SheetCell::Text(text) => return read_text(meant(text).trim(), known, manner),
        SheetCell::Empty => ReadAmount::default(),
        SheetCell::Date(_) | SheetCell::Flag(_) | SheetCell::Error(_) | SheetCell::Lost(_) => {
            return Err(Flaw::Amount(cell_text(cell).into_owned()));
        }
    };
    Ok(read)
}

/// A number whose format shows a currency, as if that stood beside it in a text.
fn read_money(
    number: Decimal,
    text: &str,
    known: Option<Currency>,
    manner: AmountManner,
) -> Result<ReadAmount, Flaw> {
    let named = named_beside(text);
    let known = match (known, &named) {
        (Some(known), Some(named)) if !is_notation_of(&named.sign, known) => {
            return Err(Flaw::CurrencyDiffers { text: text.to_owned(), other: known.code() });
        }
        (Some(known), Some(_) | None) => Some(known),
        (None, named) => named.as_ref().and_then(NamedBeside::one),
    };
    let number = without_noise(scaled(number, manner.unit)?, known);
    let number = checked_number(number, known).map_err(|why| flaw_of(why, text, known))?;
    let open = named.filter(|_| known.is_none()).map(|named| named.sign).unwrap_or_default();
    let flaw = (!open.is_empty()).then(|| Flaw::CurrencyOpen(text.to_owned()));
    Ok(ReadAmount { number: Some(number), currency: known, open, flaw, says_more: false })
}

fn read_text(text: &str, known: Option<Currency>, manner: AmountManner) -> Result<ReadAmount, Flaw> {
    if says_nothing(text) {
        return Ok(ReadAmount::default());
    }
    if let Some(exact) = without_about(text) {
        let read = read_exact(exact, known, manner)?;
        return Ok(ReadAmount {
            flaw: read.flaw.or_else(|| Some(Flaw::AmountAbout(text.to_owned()))),
            ..read
        });
    }
    let read = read_exact(text, known, manner);
    match without_remark(text).filter(|_| read.is_err()) {
        Some(amount) => {
            read_exact(amount, known, manner).map(|read| ReadAmount { says_more: true, ..read }).or(read)
        }
        None => read,
    }
}

/// A placeholder, perhaps beside a sign of money: `$ -`.
fn says_nothing(text: &str) -> bool {
    is_placeholder(text)
        || (!text.chars().any(char::is_alphanumeric)
            && is_placeholder(
                text.trim_matches(|sign: char| "$€£¥￥".contains(sign) || sign.is_whitespace()),
            )
            && text.contains(['-', '—', '–']))
}

fn read_exact(text: &str, known: Option<Currency>, manner: AmountManner) -> Result<ReadAmount, Flaw> {
    let named = if known.is_some() { None } else { named_beside(text) };
    let one = known.or(named.as_ref().and_then(|named| named.one()));
    let like = one.or(named.as_ref().and_then(|named| named.finest));
    let found = strict(text, like, manner).or_else(|problem| lenient(text, one, problem, manner));
    let amount = found.map_err(|why| flaw_of(why, text, known))?;
    let number = scaled(amount.number, manner.unit)?;
    let (currency, open) = match named {
        Some(named) if named.open => (None, named.sign),
        Some(_) | None => (one.or(amount.currency), String::new()),
    };
    let flaw = (!open.is_empty()).then(|| Flaw::CurrencyOpen(text.to_owned()));
    Ok(ReadAmount { number: Some(number), currency, open, flaw, says_more: false })
}

/// The notation of money beside the digits.
struct NamedBeside {
    sign: String,
    /// Of the currencies that it can be, the one with the most decimals.
    finest: Option<Currency>,
    /// Whether it can be several.
    open: bool,
}

impl NamedBeside {
    fn one(&self) -> Option<Currency> {
        self.finest.filter(|_| !self.open)
    }
}

fn named_beside(text: &str) -> Option<NamedBeside> {
    if text.bytes().all(|byte| byte.is_ascii_digit() || b".,' ".contains(&byte)) {
        return None;
    }
    let text = plain(text);
    let (before, _, after) = around_digits(&text)?;
    let sides = [before, after].into_iter().filter(|side| !side.is_empty());
    let named = sides.filter_map(|side| {
        let users: Vec<Currency> = match Currency::from_code(side) {
            Some(currency) => vec![currency],
            None => users_of(side).collect(),
        };
        let finest = users.iter().max_by_key(|currency| currency.digits()).copied()?;
        Some(NamedBeside { sign: side.to_owned(), finest: Some(finest), open: users.len() > 1 })
    });
    // The code of `$12,000 USD` says which dollars.
    named.min_by_key(|named| named.open)
}

/// The currency by whose decimals a text is read where its row names none.
pub(crate) fn likely_currency(text: &str) -> Option<Currency> {
    named_beside(text).and_then(|named| named.finest)
}

/// As a column of plain amounts is read.
fn strict(
    text: &str,
    currency: Option<Currency>,
    manner: AmountManner,
) -> Result<TypedAmount, AmountProblem> {
    let sign_is_known = || doubtful_sign(text).is_some_and(|sign| manner.signs.of(sign).is_some());
    let digits_of = currency.filter(|_| manner.unit.zeros == 0);
    let number = if manner.asks || sign_is_known() {
        parse_amount_by(text, digits_of, manner.signs)?
    } else {
        parse_amount(text, digits_of)?
    };
    Ok(TypedAmount { number, currency })
}

/// As a field reads it; a doubt that can be asked stays a doubt.
fn lenient(
    text: &str,
    currency: Option<Currency>,
    problem: AmountProblem,
    manner: AmountManner,
) -> Result<TypedAmount, AmountProblem> {
    let unsettled = problem == AmountProblem::Ambiguous
        && (manner.asks
            || doubtful_sign(text).is_some_and(|sign| manner.signs.of(sign) == Some(SignMeans::Decimals)));
    if unsettled {
        return Err(problem);
    }
    let expected = currency.map_or(ExpectedCurrency::Any, ExpectedCurrency::Only);
    match understand_amount(text, expected) {
        Understood::One(amount) => Ok(amount),
        Understood::Several(meanings) => one_number(&meanings).ok_or(AmountProblem::Ambiguous),
        Understood::Problem(AmountProblem::OtherCurrency) => Err(AmountProblem::OtherCurrency),
        Understood::Problem(_) => Err(problem),
    }
}

/// Several currencies of one number: `¥3000`.
fn one_number(meanings: &[TypedAmount]) -> Option<TypedAmount> {
    let (first, others) = meanings.split_first()?;
    let same = others.iter().all(|other| other.number == first.number);
    same.then_some(TypedAmount { number: first.number, currency: None })
}

fn scaled(number: Decimal, unit: HeaderUnit) -> Result<Decimal, Flaw> {
    if unit.zeros == 0 {
        return Ok(number);
    }
    let factor = 10_u64.checked_pow(unit.zeros).map(Decimal::from);
    let scaled = factor.and_then(|factor| number.checked_mul(factor)).map(|number| number.normalize());
    scaled.ok_or_else(|| Flaw::Amount(number.to_string()))
}

/// What a computed cell has beyond what a spreadsheet shows: 99.9999999999986 is 100.
fn without_noise(number: Decimal, currency: Option<Currency>) -> Decimal {
    const FINEST: u32 = 4;
    let number = number.normalize();
    if number.scale() <= FINEST {
        return number;
    }
    let digits = currency.map_or(FINEST, Currency::digits);
    let rounded = number.round_dp(digits);
    let noise = number.checked_sub(rounded).map(|noise| noise.abs());
    if noise.is_some_and(|noise| noise < Decimal::new(1, 6)) { rounded.normalize() } else { number }
}

fn checked_number(number: Decimal, currency: Option<Currency>) -> Result<Decimal, AmountProblem> {
    let number = number.normalize();
    if number.is_sign_negative() && !number.is_zero() {
        Err(AmountProblem::Negative)
    } else if currency.is_some_and(|currency| number.scale() > currency.digits()) {
        Err(AmountProblem::TooManyDigits)
    } else {
        Ok(number)
    }
}

fn flaw_of(problem: AmountProblem, text: &str, currency: Option<Currency>) -> Flaw {
    let text = text.trim().to_owned();
    match (problem, currency) {
        (AmountProblem::Negative, _) => Flaw::AmountNegative(text),
        (AmountProblem::Ambiguous, currency) => Flaw::AmountAmbiguous {
            currency: currency.map_or("an unknown currency", Currency::code),
            sign: doubtful_sign(&text),
            text,
        },
        (AmountProblem::TooManyDigits, Some(currency)) => {
            Flaw::AmountTooFine { text, currency: currency.code() }
        }
        (AmountProblem::OtherCurrency, Some(currency)) => {
            Flaw::CurrencyDiffers { text, other: currency.code() }
        }
        (
            AmountProblem::NotAnAmount
            | AmountProblem::NotAPercentage
            | AmountProblem::TooManyDigits
            | AmountProblem::TooLarge
            | AmountProblem::OtherCurrency,
            _currency,
        ) => match withdrawn_beside(&text) {
            Some(flaw) => flaw,
            None => Flaw::Amount(text),
        },
    }
}

/// `VEF 100`: the code is no longer known, but the one in its place is.
fn withdrawn_beside(text: &str) -> Option<Flaw> {
    let text = plain(text);
    let (before, _, after) = around_digits(&text)?;
    [before, after].into_iter().find_map(|side| {
        let new = successor(side)?.code();
        Some(Flaw::CurrencyWithdrawn { text: side.to_owned(), new })
    })
}
