//! Amounts as terms name them: a share of the total, a fixed sum, a share of what is left, or the rest.

use std::fmt;

use rust_decimal::Decimal;

use crate::domain::money::{AmountProblem, Currency, Percent, parse_plain};

/// How large the deposit is. A fixed sum is in the currency of the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DepositShare {
    Percent(Percent),
    Fixed(Decimal),
}

/// How large a line is. A fixed sum is in the currency of the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineAmount {
    /// Of the total.
    Percent(Percent),
    Fixed(Decimal),
    /// Of the total less all fixed sums.
    PercentLeft(Percent),
    /// What the other lines leave.
    Rest,
}

impl DepositShare {
    /// Reads `30%` or `10000`.
    pub fn read(text: &str, currency: Currency) -> Result<Self, AmountProblem> {
        if text.ends_with('%') {
            text.parse().map(Self::Percent)
        } else {
            parse_plain(text, Some(currency)).map(Self::Fixed)
        }
    }
}

impl LineAmount {
    /// Reads `50%`, `200`, `33%left` or `rest`.
    pub fn read(text: &str, currency: Currency) -> Result<Self, AmountProblem> {
        if text == "rest" {
            return Ok(Self::Rest);
        }
        if let Some(percent) = text.strip_suffix("left") {
            return percent.parse().map(Self::PercentLeft);
        }
        DepositShare::read(text, currency).map(Self::from)
    }
}

impl From<DepositShare> for LineAmount {
    fn from(share: DepositShare) -> Self {
        match share {
            DepositShare::Percent(percent) => Self::Percent(percent),
            DepositShare::Fixed(amount) => Self::Fixed(amount),
        }
    }
}

impl fmt::Display for DepositShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percent(percent) => percent.fmt(f),
            Self::Fixed(amount) => amount.fmt(f),
        }
    }
}

impl fmt::Display for LineAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percent(percent) => percent.fmt(f),
            Self::Fixed(amount) => amount.fmt(f),
            Self::PercentLeft(percent) => write!(f, "{percent}left"),
            Self::Rest => f.write_str("rest"),
        }
    }
}
