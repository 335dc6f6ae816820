//! What a text states, each with every way to read it.

use std::ops::Range;

use chrono::{NaiveDate, Weekday};
use rust_decimal::Decimal;

use crate::domain::money::Currency;

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountSaid {
    pub at: Range<usize>,
    /// `30.000` is thirty thousand or thirty.
    pub readings: Vec<Decimal>,
    /// All that a sign such as `$` can be; empty where none is written.
    pub currencies: Vec<Currency>,
    /// For one piece, metre or ton.
    pub is_per_piece: bool,
    /// What the words beside it call it.
    pub role: Option<MoneyRole>,
}

/// What an amount is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyRole {
    Total,
    Deposit,
    Balance,
}

/// A share in percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareSaid {
    pub at: Range<usize>,
    pub readings: Vec<Decimal>,
    pub role: Option<MoneyRole>,
}

/// A number of pieces, metres or tons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuantitySaid {
    pub at: Range<usize>,
    pub readings: Vec<Decimal>,
}

/// A number of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaysSaid {
    pub at: Range<usize>,
    /// Weeks and months are given in days.
    pub readings: Vec<Decimal>,
    pub about: DaysUse,
}

/// What a number of days is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaysUse {
    /// Making, closing, or bringing the goods to the port.
    Making,
    Other,
}

/// A day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateSaid {
    pub at: Range<usize>,
    /// `3/11` is 3 November or 11 March; a day without its year has one in each year around.
    pub readings: Vec<NaiveDate>,
    pub weekday: Option<Weekday>,
    pub about: DateUse,
}

/// What is said of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateUse {
    /// It has to be one that the deal knows.
    Known,
    /// Money after it loses the ship date.
    LastDay,
    /// The seller will call or write on it.
    Call,
    /// The number of a day alone, which may be something else.
    BareDay,
}
