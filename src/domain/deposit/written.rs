//! Terms as they stand in a document: the words of the command line, so that people can read and edit them.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::super::calendar::WorkWeek;
use super::super::document::Extra;
use super::super::money::{Currency, Money, Odd, parse_plain};
use super::amount::Share;
use super::due::{Interval, Shift};
use super::observed::Observed;
use super::terms::{DepositTerms, Line, Rows, Terms, read_weekend, write_weekend};
use crate::domain::word::Named;

#[derive(Serialize, Deserialize)]
struct Written {
    total: Money,
    start: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deposit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parts: Option<NonZeroU32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    balance_parts: Option<NonZeroU32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    every: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    odd: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lines: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    round: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shift: Option<String>,
    /// `sat,sun`; an empty text is a week without a weekend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    weekend: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    closed: Vec<NaiveDate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    worked: Vec<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    holidays: Option<Observed>,
    #[serde(flatten)]
    extra: Extra,
}

/// Which field of written terms cannot be read, and why.
#[derive(Debug, thiserror::Error)]
#[error("{field}: {text:?}: {why}")]
struct Unreadable {
    field: &'static str,
    text: String,
    why: String,
}

impl Serialize for Terms {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Terms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Written::deserialize(deserializer)?.read().map_err(de::Error::custom)
    }
}

impl From<&Terms> for Written {
    fn from(terms: &Terms) -> Self {
        let (deposit, lines) = match &terms.rows {
            Rows::Deposit(deposit) => (Some(deposit), None),
            Rows::Lines(lines) => (None, Some(lines.iter().map(Line::to_string).collect())),
        };
        Self {
            total: terms.total,
            start: terms.start,
            deposit: deposit.map(|deposit| deposit.deposit.to_string()),
            parts: deposit.map(|deposit| deposit.parts),
            balance_parts: deposit.map(|deposit| deposit.balance_parts),
            every: deposit.map(|deposit| deposit.every.to_string()),
            odd: deposit.map(|deposit| deposit.odd.name().to_owned()),
            lines,
            round: terms.round.map(|step| step.to_string()),
            shift: Some(terms.shift.name().to_owned()),
            weekend: Some(write_weekend(&terms.week.weekend)),
            closed: terms.week.closed.iter().copied().collect(),
            worked: terms.week.worked.iter().copied().collect(),
            holidays: terms.observed.clone(),
            extra: terms.extra.clone(),
        }
    }
}

impl Written {
    fn read(self) -> Result<Terms, Unreadable> {
        let currency = self.total.currency();
        Ok(Terms {
            total: self.total,
            start: self.start,
            rows: self.read_rows(currency)?,
            round: self.round.as_deref().map(|text| read_step(text, currency)).transpose()?,
            shift: self.shift.as_deref().map_or(Ok(Shift::None), |text| read_name("shift", text))?,
            week: WorkWeek {
                weekend: match self.weekend.as_deref() {
                    None => WorkWeek::default().weekend,
                    Some("") => Vec::new(),
                    Some(text) => read_weekend(text)
                        .ok_or_else(|| unreadable("weekend", text, "not weekdays such as sat,sun"))?,
                },
                closed: self.closed.into_iter().collect(),
                worked: self.worked.into_iter().collect(),
            },
            observed: self.holidays,
            extra: self.extra,
        })
    }

    fn read_rows(&self, currency: Currency) -> Result<Rows, Unreadable> {
        match (&self.deposit, &self.lines) {
            (Some(deposit), None) => {
                let share =
                    Share::read(deposit, currency).map_err(|why| unreadable("deposit", deposit, why))?;
                let usual = DepositTerms::new(share);
                Ok(Rows::Deposit(DepositTerms {
                    deposit: share,
                    parts: self.parts.unwrap_or(usual.parts),
                    balance_parts: self.balance_parts.unwrap_or(usual.balance_parts),
                    every: self.every.as_deref().map_or(Ok(usual.every), read_every)?,
                    odd: self.odd.as_deref().map_or(Ok(Odd::Last), |text| read_name("odd", text))?,
                }))
            }
            (None, Some(lines)) => lines
                .iter()
                .map(|text| Line::read(text, currency).map_err(|why| unreadable("lines", text, why)))
                .collect::<Result<_, _>>()
                .map(Rows::Lines),
            (Some(deposit), Some(_)) => Err(unreadable("deposit", deposit, "not together with lines")),
            (None, None) => Err(unreadable("deposit", "", "missing, and there are no lines")),
        }
    }
}

fn read_every(text: &str) -> Result<Interval, Unreadable> {
    text.parse().map_err(|why| unreadable("every", text, why))
}

fn read_step(text: &str, currency: Currency) -> Result<Decimal, Unreadable> {
    parse_plain(text, Some(currency)).map_err(|why| unreadable("round", text, why))
}

fn read_name<T: Named>(field: &'static str, text: &str) -> Result<T, Unreadable> {
    T::from_name(text).ok_or_else(|| unreadable(field, text, "not a known name"))
}

fn unreadable(field: &'static str, text: &str, why: impl ToString) -> Unreadable {
    Unreadable { field, text: text.to_owned(), why: why.to_string() }
}
