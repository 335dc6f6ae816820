//! What we agreed with the buyer: prices, dates, terms.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::extra::Extra;
use crate::domain::money::{Currency, Money};

/// What we agreed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Agreed {
    /// Proforma invoice number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pi: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pi_date: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<NaiveDate>,
    /// As the seller writes it, with its unit: "12,000 m".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub quantity: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    #[serde(with = "rust_decimal::serde::str_option", skip_serializing_if = "Option::is_none")]
    pub unit_price: Option<Decimal>,
    /// Kept even while the currency is unknown: nothing is guessed.
    #[serde(with = "rust_decimal::serde::str_option", skip_serializing_if = "Option::is_none")]
    pub amount: Option<Decimal>,
    /// With its place: "FOB Ningbo".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub incoterm: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_time_days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shutdown_days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cut_off_days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ship_by: Option<NaiveDate>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub payment_terms: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub open_questions: String,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Agreed {
    /// The amount where both it and its currency are known.
    pub fn money(&self) -> Option<Money> {
        Money::from_decimal(self.amount?, self.currency?)
    }
}
