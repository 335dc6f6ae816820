//! Money, exact: whole minor units of an ISO 4217 currency.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A currency that has minor units (XAU and the like have none and are refused).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    pub const USD: Self = Self(iso_currency::Currency::USD);
    pub const EUR: Self = Self(iso_currency::Currency::EUR);
    pub const CNY: Self = Self(iso_currency::Currency::CNY);

    /// Reads an ISO 4217 code in any case.
    pub fn from_code(code: &str) -> Option<Self> {
        let found = iso_currency::Currency::from_code(&code.trim().to_ascii_uppercase())?;
        found.exponent().map(|_| Self(found))
    }

    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// How many digits stand behind the decimal sign: JPY 0, USD 2, KWD 3.
    pub fn digits(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }

    /// All currencies with minor units, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        <iso_currency::Currency as iso_currency::IntoEnumIterator>::iter()
            .filter(|currency| currency.exponent().is_some())
            .map(Self)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| de::Error::custom(format!("unknown currency {code:?}")))
    }
}

/// An amount in whole minor units.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

impl Money {
    pub fn from_minor(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// The exact amount, or none where it has more digits than the currency or is out of range.
    pub fn from_decimal(amount: Decimal, currency: Currency) -> Option<Self> {
        let amount = amount.normalize();
        if amount.scale() > currency.digits() {
            return None;
        }
        let mut scaled = amount;
        scaled.rescale(currency.digits());
        i64::try_from(scaled.mantissa())
            .ok()
            .filter(|_| scaled == amount)
            .map(|minor| Self { minor, currency })
    }

    pub fn minor(self) -> i64 {
        self.minor
    }

    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The amount with exactly the currency's digits behind the decimal sign.
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.minor, self.currency.digits())
    }
}

/// A plain decimal with exactly the currency's digits and no grouping: `30000.00`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.decimal())
    }
}

/// On disk `EUR 30000.00`: exact, and readable by people.
impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{} {self}", self.currency.code()))
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.split_once(' ')
            .and_then(|(code, amount)| {
                Self::from_decimal(Decimal::from_str_exact(amount).ok()?, Currency::from_code(code)?)
            })
            .ok_or_else(|| de::Error::custom(format!("{text:?} is not an amount with its currency")))
    }
}
