//! Terms as they are stored in a document: in the words of the command line, so that people can read and edit them.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use chrono::{NaiveDate, WeekdaySet};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::amount::DepositShare;
use super::due::{Interval, Milestone, MilestoneDays, Shift};
use super::{DepositTerms, Means, Terms, TermsLine, TermsRows};
use crate::domain::calendar::{WorkWeek, read_weekend, write_weekend};
use crate::domain::deposit::days_off::Observed;
use crate::domain::deposit::label::Label;
use crate::domain::extra::Extra;
use crate::domain::money::{Currency, Money, Odd, parse_plain};
use crate::domain::names::Named;

#[derive(Serialize, Deserialize)]
struct WrittenTerms {
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
    lines: Option<Vec<WrittenLine>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    round: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shift: Option<String>,
    /// `sat,sun`; empty for a week without a weekend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    weekend: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    closed: Vec<NaiveDate>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    milestones: BTreeMap<String, NaiveDate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    worked: Vec<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    holidays: Option<Observed>,
    /// How the money is paid; left out for a transfer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(flatten)]
    extra: Extra,
}

/// A line: its text alone, or with its further fields.
enum WrittenLine {
    Plain(String),
    Full(FullLine),
}

#[derive(Serialize, Deserialize)]
struct FullLine {
    line: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    locked: bool,
    #[serde(flatten)]
    extra: Extra,
}

impl Serialize for WrittenLine {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(line) => serializer.serialize_str(line),
            Self::Full(full) => full.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for WrittenLine {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::String(line) => Ok(Self::Plain(line)),
            other => serde_json::from_value(other).map(Self::Full).map_err(de::Error::custom),
        }
    }
}

impl From<&TermsLine> for WrittenLine {
    fn from(line: &TermsLine) -> Self {
        // The text of a line holds its amount and when it is due.
        let TermsLine { amount: _, when: _, label, locked, extra } = line;
        let label = Some(*label).filter(|label| *label != Label::Line);
        if label.is_none() && !locked && extra.is_empty() {
            return Self::Plain(line.to_string());
        }
        Self::Full(FullLine {
            line: line.to_string(),
            label: label.map(|label| label.name().to_owned()),
            locked: *locked,
            extra: extra.clone(),
        })
    }
}

impl WrittenLine {
    fn read(&self, currency: Currency) -> Result<TermsLine, Unreadable> {
        let read = |text: &str| TermsLine::read(text, currency).map_err(|why| unreadable("lines", text, why));
        match self {
            Self::Plain(line) => read(line),
            Self::Full(FullLine { line, label, locked, extra }) => {
                let label = label.as_deref().map_or(Ok(Label::Line), |text| read_name("label", text))?;
                Ok(TermsLine { label, locked: *locked, extra: extra.clone(), ..read(line)? })
            }
        }
    }
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
        WrittenTerms::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Terms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WrittenTerms::deserialize(deserializer)?.read().map_err(de::Error::custom)
    }
}

impl From<&Terms> for WrittenTerms {
    fn from(terms: &Terms) -> Self {
        let Terms { total, start, rows, round, shift, week, milestones, observed, by, extra } = terms;
        let WorkWeek { weekend, closed, worked } = week;
        let (deposit, lines) = match rows {
            TermsRows::Deposit(deposit) => (Some(deposit), None),
            TermsRows::Lines(lines) => (None, Some(lines.iter().map(WrittenLine::from).collect())),
        };
        Self {
            total: *total,
            start: *start,
            deposit: deposit.map(|deposit| deposit.deposit.to_string()),
            parts: deposit.map(|deposit| deposit.parts),
            balance_parts: deposit.map(|deposit| deposit.balance_parts),
            every: deposit.map(|deposit| deposit.every.to_string()),
            odd: deposit.map(|deposit| deposit.odd.name().to_owned()),
            lines,
            round: round.map(|step| step.to_string()),
            shift: Some(shift.name().to_owned()),
            weekend: Some(write_weekend(*weekend)),
            closed: closed.iter().copied().collect(),
            milestones: milestones.iter().map(|(of, on)| (of.name().to_owned(), *on)).collect(),
            worked: worked.iter().copied().collect(),
            holidays: observed.clone(),
            by: Some(by).filter(|by| **by != Means::Transfer).map(|by| by.name().to_owned()),
            extra: extra.clone(),
        }
    }
}

impl WrittenTerms {
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
                    Some("") => WeekdaySet::EMPTY,
                    Some(text) => read_weekend(text)
                        .ok_or_else(|| unreadable("weekend", text, "not weekdays such as sat,sun"))?,
                },
                closed: self.closed.into_iter().collect(),
                worked: self.worked.into_iter().collect(),
            },
            milestones: read_milestones(&self.milestones)?,
            observed: self.holidays,
            by: self.by.as_deref().map_or(Ok(Means::Transfer), |text| read_name("by", text))?,
            extra: self.extra,
        })
    }

    fn read_rows(&self, currency: Currency) -> Result<TermsRows, Unreadable> {
        match (&self.deposit, &self.lines) {
            (Some(deposit), None) => {
                let share = DepositShare::read(deposit, currency)
                    .map_err(|why| unreadable("deposit", deposit, why))?;
                let usual = DepositTerms::new(share);
                Ok(TermsRows::Deposit(DepositTerms {
                    deposit: share,
                    parts: self.parts.unwrap_or(usual.parts),
                    balance_parts: self.balance_parts.unwrap_or(usual.balance_parts),
                    every: self.every.as_deref().map_or(Ok(usual.every), read_every)?,
                    odd: self.odd.as_deref().map_or(Ok(Odd::Last), |text| read_name("odd", text))?,
                }))
            }
            (None, Some(lines)) => {
                lines.iter().map(|line| line.read(currency)).collect::<Result<_, _>>().map(TermsRows::Lines)
            }
            (Some(deposit), Some(_)) => Err(unreadable("deposit", deposit, "not together with lines")),
            (None, None) => Err(unreadable("deposit", "", "missing, and there are no lines")),
        }
    }
}

fn read_milestones(written: &BTreeMap<String, NaiveDate>) -> Result<MilestoneDays, Unreadable> {
    written.iter().map(|(name, on)| Ok((read_name::<Milestone>("milestones", name)?, *on))).collect()
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
