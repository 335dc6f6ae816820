//! A percentage above 0 and up to 100, exact.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::plain::{AmountProblem, parse_plain};

/// More digits would leave no room for an exact product with a large total.
const MOST_DIGITS: u32 = 18;

/// A percentage above 0 and up to 100, written `84.746%`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(Decimal);

impl Percent {
    pub(crate) const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);

    /// None outside of 0 < percent ≤ 100, and with more than eighteen decimals.
    pub fn new(percent: Decimal) -> Option<Self> {
        let percent = percent.normalize();
        let in_range = percent > Decimal::ZERO && percent <= Decimal::ONE_HUNDRED;
        (in_range && percent.scale() <= MOST_DIGITS).then_some(Self(percent))
    }

    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// The percentage as numerator and denominator: 84.746 % is 84746 / 100000.
    pub(crate) fn fraction(self) -> Option<(i128, i128)> {
        Some((self.0.mantissa(), 10_i128.checked_pow(self.0.scale().checked_add(2)?)?))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}

impl FromStr for Percent {
    type Err = AmountProblem;

    /// Reads `30%`; the sign is required.
    fn from_str(text: &str) -> Result<Self, AmountProblem> {
        let number = text.strip_suffix('%').ok_or(AmountProblem::NotAPercentage)?;
        Self::new(parse_plain(number, None)?).ok_or(AmountProblem::NotAPercentage)
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|problem| de::Error::custom(format_args!("{text:?}: {problem}")))
    }
}
