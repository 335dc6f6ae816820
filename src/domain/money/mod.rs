//! Money, exact: whole minor units of an ISO 4217 currency.

mod percent;
mod plain;
mod practice;

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub use self::percent::Percent;
pub use self::plain::{AmountProblem, parse_plain};
pub use self::practice::successor;
use crate::named;

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

    /// The number of decimals: JPY 0, USD 2, KWD 3.
    pub fn digits(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }

    /// The currency's own symbol such as `€` or `HK$`, where it has one.
    pub fn sign(self) -> Option<String> {
        Some(self.0.symbol().symbol).filter(|sign| sign != "¤")
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
        let mut scaled = amount.normalize();
        if scaled.scale() > currency.digits() {
            return None;
        }
        // An amount too large for that many decimals stays out of range with fewer of them.
        scaled.rescale(currency.digits());
        i64::try_from(scaled.mantissa()).ok().map(|minor| Self { minor, currency })
    }

    /// Reads a plain decimal such as `30000.00`: no sign, no grouping, no exponent.
    pub fn parse_plain(text: &str, currency: Currency) -> Result<Self, AmountProblem> {
        let amount = parse_plain(text, Some(currency))?;
        Self::from_decimal(amount, currency).ok_or(AmountProblem::TooLarge)
    }

    pub(crate) fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    pub fn is_positive(self) -> bool {
        self.minor > 0
    }

    pub fn minor(self) -> i64 {
        self.minor
    }

    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The amount with exactly the currency's number of decimals.
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.minor, self.currency.digits())
    }

    /// The sum; none where the currencies differ or it is out of range.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let minor = self.minor.checked_add(other.minor)?;
        (self.currency == other.currency).then_some(Self { minor, ..self })
    }

    /// The sum of all, zero where there are none; none where a currency differs or it is out of range.
    pub fn sum(amounts: impl IntoIterator<Item = Self>, currency: Currency) -> Option<Self> {
        amounts.into_iter().try_fold(Self::zero(currency), Self::checked_add)
    }

    /// The difference; none where the currencies differ or it is out of range.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        let minor = self.minor.checked_sub(other.minor)?;
        (self.currency == other.currency).then_some(Self { minor, ..self })
    }

    /// The amount rounded half up to a multiple of `step`; none where `step` is not above zero, of another
    /// currency, or the result is out of range.
    pub fn rounded_to(self, step: Self) -> Option<Self> {
        self.fraction_rounded(1, 1, step)
    }

    /// `percent` of the amount, rounded once, half up, to a multiple of `step`; none as in `rounded_to`.
    pub fn percent(self, percent: Percent, step: Self) -> Option<Self> {
        let (numerator, denominator) = percent.fraction()?;
        self.fraction_rounded(numerator, denominator, step)
    }

    /// The smallest amount of the same currency: the step where no other is given.
    pub fn unit(self) -> Self {
        Self { minor: 1, ..self }
    }

    /// Equal parts that add up exactly; the parts that carry an odd unit are at the `odd` end.
    /// None without parts, and where a part would not be above zero.
    pub fn split(self, parts: u32, odd: Odd) -> Option<impl Iterator<Item = Self>> {
        let count = i64::from(parts);
        let base = self.minor.checked_div(count).filter(|base| *base > 0)?;
        let odd_units = self.minor.checked_rem(count)?;
        let first_even = count.checked_sub(odd_units)?;
        Some((0..count).map(move |index| {
            let carries = match odd {
                Odd::First => index < odd_units,
                Odd::Last => index >= first_even,
            };
            Self { minor: base.saturating_add(i64::from(carries)), ..self }
        }))
    }

    /// What part of `whole` this is, in percent with two digits, half up; none where `whole` is zero.
    pub(crate) fn share_of(self, whole: Self) -> Option<Decimal> {
        let hundredths = div_half_up(i128::from(self.minor).checked_mul(10_000)?, i128::from(whole.minor))?;
        Decimal::try_from_i128_with_scale(hundredths, 2).ok().filter(|_| self.currency == whole.currency)
    }

    fn fraction_rounded(self, numerator: i128, denominator: i128, step: Self) -> Option<Self> {
        if step.minor <= 0 || step.currency != self.currency {
            return None;
        }
        let step = i128::from(step.minor);
        let steps =
            div_half_up(i128::from(self.minor).checked_mul(numerator)?, denominator.checked_mul(step)?)?;
        let minor = i64::try_from(steps.checked_mul(step)?).ok()?;
        Some(Self { minor, ..self })
    }
}

named! {
    /// Which of several equal parts carry the units that do not divide.
    pub enum Odd {
        Last = "last",
        First = "first",
    }
}

/// The quotient rounded to a whole number, a half away from zero; none for a divisor that is not above zero.
fn div_half_up(dividend: i128, divisor: i128) -> Option<i128> {
    let twice = divisor.checked_mul(2).filter(|twice| *twice > 0)?;
    let size = dividend.checked_abs()?.checked_mul(2)?.checked_add(divisor)?.checked_div(twice)?;
    size.checked_mul(dividend.signum())
}

/// A plain decimal with exactly the currency's number of decimals and no grouping: `30000.00`.
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
        read_saved(&text)
            .ok_or_else(|| de::Error::custom(format!("{text:?} is not an amount with its currency")))
    }
}

fn read_saved(text: &str) -> Option<Money> {
    let (code, signed) = text.split_once(' ')?;
    let amount = signed.strip_prefix('-').unwrap_or(signed);
    let currency = Currency::from_code(code)?;
    // The least amount has no positive counterpart, so the sign joins before the range is checked.
    let size = parse_plain(amount, Some(currency)).ok()?;
    let exact = if amount == signed { size } else { Decimal::ZERO.checked_sub(size)? };
    Money::from_decimal(exact, currency)
}
