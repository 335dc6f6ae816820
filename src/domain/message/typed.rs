//! Reads what the seller typed into a field, and makes any text safe for a line of a message.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Work;
use super::field::{FieldId, FieldKind, FieldValue};
use crate::domain::deal::Agreed;
use crate::domain::money::{Currency, Money, parse_plain};
use crate::domain::names::Named as _;
use crate::domain::typed::Understood;
use crate::domain::typed::amount::{ExpectedCurrency, currency_in, understand_amount, understand_price};
use crate::domain::typed::count::{CountUnit, understand_count};
use crate::domain::typed::date::{DateOrder, DateReading, NotADate, WithoutYear, understand_date};
use crate::domain::typed::percent::{is_percent, understand_percent};
use crate::domain::typed::signs::{is_hidden, is_joiner, plain};

/// Longer lines are cut; the gate reports it and blocks copying: a message is no attachment.
pub(super) const LONGEST_LINE: usize = 1_000;

/// Why what was typed cannot fill a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    Empty,
    /// Cannot be read as this field, or makes no sense, like an amount below zero.
    Unreadable,
    /// It can be several values: `30.000`.
    Ambiguous,
    Date(NotADate),
    /// A share of the total, and the total is not known.
    NoTotal,
}

/// What the seller typed, as a value of the field's kind. An amount without a currency is in the deal's; the deposit and
/// the balance may be typed as a share of the total.
pub fn read_typed(id: FieldId, typed: &str, agreed: &Agreed, work: &Work) -> Result<FieldValue, Unfit> {
    let line = one_line(typed);
    if line.is_empty() {
        return Err(Unfit::Empty);
    }
    match id.kind() {
        FieldKind::Name | FieldKind::Text => Ok(FieldValue::Text(line)),
        FieldKind::Money if id != FieldId::Amount && is_percent(&line) => {
            share_of_total(&line, total(agreed, work)).map(FieldValue::Money)
        }
        FieldKind::Money => money(&line, agreed.currency).map(FieldValue::Money),
        FieldKind::Price => {
            price(&line, agreed.currency).map(|(price, currency)| FieldValue::Price(price, currency))
        }
        FieldKind::Date => date(&line).map(FieldValue::Date),
        FieldKind::Days => {
            only(understand_count(&line, CountUnit::Days, 1..=MOST_DAYS)).map(FieldValue::Days)
        }
        FieldKind::Years => {
            only(understand_count(&line, CountUnit::Years, 1..=MOST_YEARS)).map(FieldValue::Years)
        }
        FieldKind::Share => {
            only(understand_percent(&line)).map(|percent| FieldValue::Share(percent.decimal()))
        }
        FieldKind::Sentences | FieldKind::Rows => {
            Ok(FieldValue::Sentences(typed.lines().map(str::to_owned).collect()))
        }
    }
}

const MOST_DAYS: u32 = 3_650;
const MOST_YEARS: u32 = 100;

fn money(line: &str, currency: Option<Currency>) -> Result<Money, Unfit> {
    let currency = currency_in(line).or(currency).ok_or(Unfit::Unreadable)?;
    let amount = only(understand_amount(line, ExpectedCurrency::Only(currency)))?;
    amount.money().filter(|money| money.is_positive()).ok_or(Unfit::Unreadable)
}

/// The total typed into the message's own field, else the deal's.
fn total(agreed: &Agreed, work: &Work) -> Option<Money> {
    match work.fields.get(FieldId::Amount.name()).filter(|typed| !typed.trim().is_empty()) {
        Some(typed) => money(typed, agreed.currency).ok(),
        None => agreed.money().filter(|total| total.is_positive()),
    }
}

fn share_of_total(line: &str, total: Option<Money>) -> Result<Money, Unfit> {
    let percent = only(understand_percent(line))?;
    let total = total.ok_or(Unfit::NoTotal)?;
    total.percent(percent, total.unit()).filter(|share| share.is_positive()).ok_or(Unfit::Unreadable)
}

/// A price may have more digits than its currency, so a plain `22.963` is exact here.
fn price(line: &str, currency: Option<Currency>) -> Result<(Decimal, Currency), Unfit> {
    let currency = currency_in(line).or(currency).ok_or(Unfit::Unreadable)?;
    let line = plain(line);
    let number = line
        .split_once(' ')
        .filter(|(code, _)| code.eq_ignore_ascii_case(currency.code()))
        .map_or(&*line, |(_, number)| number.trim());
    let price = match parse_plain(number, None) {
        Ok(price) => price,
        Err(_not_plain) => only(understand_price(&line, ExpectedCurrency::Only(currency)))?.number,
    };
    if price.is_zero() { Err(Unfit::Unreadable) } else { Ok((price, currency)) }
}

/// A date that reaches the buyer must be clear: the year first, or the month by its name.
fn date(line: &str) -> Result<NaiveDate, Unfit> {
    match understand_date(
        line,
        DateReading { order: DateOrder::YearFirst, without_year: WithoutYear::Refused },
    ) {
        Understood::One(date) => Ok(date),
        Understood::Several(_) => Err(Unfit::Date(NotADate::Ambiguous)),
        Understood::Problem(why) => Err(Unfit::Date(why)),
    }
}

fn only<T, P>(understood: Understood<T, P>) -> Result<T, Unfit> {
    match understood {
        Understood::One(value) => Ok(value),
        Understood::Several(_) => Err(Unfit::Ambiguous),
        Understood::Problem(_) => Err(Unfit::Unreadable),
    }
}

/// Runs of white space made one space and control characters dropped; the brackets of unfilled fields cannot be forged.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::new();
    // Cut early, so that a pasted book costs no time; this is far beyond the limit.
    for character in text.trim_start().chars().take(LONGEST_LINE.saturating_mul(20)) {
        match character {
            '⟨' => line.push('‹'),
            '⟩' => line.push('›'),
            blank if blank.is_whitespace() => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            hidden if (is_hidden(hidden) && !is_joiner(hidden)) || is_private(hidden) => {}
            plain => line.push(plain),
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Private use: our own icons, which no other program draws.
fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}')
}
