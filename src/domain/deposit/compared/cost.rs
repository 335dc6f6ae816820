//! What making the goods costs the seller, and when: entered once for a deal, worked out for each plan.

use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::domain::calendar::parse_date;
use crate::domain::deposit::terms::due::read_count;
use crate::domain::extra::Extra;
use crate::domain::money::{Currency, Money, Percent};
use crate::domain::names::Named as _;
use crate::named;

/// Money that the seller spends on a deal. Never shown to the buyer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cost {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    pub when: CostWhen,
    pub amount: CostAmount,
    #[serde(flatten)]
    pub extra: Extra,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostAmount {
    /// Of the contract total.
    Share(Percent),
    Fixed(Money),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostWhen {
    On(NaiveDate),
    Before(CostEvent, u32),
    /// Days after an event; zero is the day itself.
    After(CostEvent, u32),
}

named! {
    /// What the day of a cost is counted from; each plan has its own.
    pub enum CostEvent {
        ProductionStart = "production",
        Shipment = "shipment",
    }
}

/// A text that is not a cost's day or amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CostProblem {
    #[error("not a day of a cost; write it like 2026-11-30, production+10d or shipment-3d")]
    When,
    #[error("not an amount above zero; write it like 40% or EUR 1200.00")]
    Amount,
}

/// Why costs do not fit a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CostsRefused {
    /// Counted from 1.
    #[error("cost {n} is in {}, the plan in {}", .cost.code(), .plan.code())]
    OtherCurrency { n: usize, cost: Currency, plan: Currency },
    #[error("the costs are too large or have too many digits")]
    TooPrecise,
}

impl Cost {
    pub fn new(what: impl Into<String>, when: CostWhen, amount: CostAmount) -> Self {
        Self { what: what.into(), when, amount, extra: Extra::new() }
    }
}

/// What each cost comes to. The shares are rounded together (largest remainder): they add up to their exact sum,
/// rounded once, half up.
pub fn cost_amounts(costs: &[Cost], total: Money) -> Result<Vec<Money>, CostsRefused> {
    let shares = rounded_shares(costs, total).ok_or(CostsRefused::TooPrecise)?;
    let mut shares = shares.into_iter();
    (1_usize..)
        .zip(costs)
        .map(|(n, cost)| match cost.amount {
            CostAmount::Share(_) => shares.next().ok_or(CostsRefused::TooPrecise),
            CostAmount::Fixed(money) if money.currency() == total.currency() => Ok(money),
            CostAmount::Fixed(money) => {
                Err(CostsRefused::OtherCurrency { n, cost: money.currency(), plan: total.currency() })
            }
        })
        .collect()
}

/// A share of the total, rounded down to whole minor units.
struct Cut {
    index: usize,
    whole: i128,
    remainder: i128,
}

/// The costs that are shares, in their order.
fn rounded_shares(costs: &[Cost], total: Money) -> Option<Vec<Money>> {
    let shares: Vec<Percent> = costs
        .iter()
        .filter_map(|cost| match cost.amount {
            CostAmount::Share(share) => Some(share),
            CostAmount::Fixed(_) => None,
        })
        .collect();
    let places = shares.iter().map(|share| share.decimal().scale()).max().unwrap_or(0);
    let denominator = 10_i128.checked_pow(places.checked_add(2)?)?;
    let (mut cuts, mut exact, mut given) = (Vec::new(), 0_i128, 0_i128);
    for (index, share) in shares.iter().enumerate() {
        let (numerator, _) = share.fraction()?;
        let lift = 10_i128.checked_pow(places.checked_sub(share.decimal().scale())?)?;
        let product = numerator.checked_mul(lift)?.checked_mul(i128::from(total.minor()))?;
        let cut = Cut {
            index,
            whole: product.checked_div(denominator)?,
            remainder: product.checked_rem(denominator)?,
        };
        exact = exact.checked_add(product)?;
        given = given.checked_add(cut.whole)?;
        cuts.push(cut);
    }
    let half = denominator.checked_div(2)?;
    let sum = exact.checked_add(half)?.checked_div(denominator)?;
    let left = usize::try_from(sum.checked_sub(given)?).ok()?;
    cuts.sort_by_key(|cut| (Reverse(cut.remainder), cut.index));
    for cut in cuts.iter_mut().take(left) {
        cut.whole = cut.whole.checked_add(1)?;
    }
    cuts.sort_by_key(|cut| cut.index);
    cuts.into_iter()
        .map(|cut| Some(Money::from_minor(i64::try_from(cut.whole).ok()?, total.currency())))
        .collect()
}

impl CostWhen {
    /// What the day is counted from.
    pub fn event(self) -> Option<CostEvent> {
        match self {
            Self::On(_) => None,
            Self::Before(event, _) | Self::After(event, _) => Some(event),
        }
    }

    /// The day, where its event has one; None past the ends of the calendar.
    pub fn day(self, of: impl FnOnce(CostEvent) -> Option<NaiveDate>) -> Option<NaiveDate> {
        match self {
            Self::On(date) => Some(date),
            Self::Before(event, days) => of(event)?.checked_sub_days(Days::new(days.into())),
            Self::After(event, days) => of(event)?.checked_add_days(Days::new(days.into())),
        }
    }
}

impl fmt::Display for CostWhen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => date.fmt(f),
            Self::Before(event, days) => write!(f, "{}-{days}d", event.name()),
            Self::After(event, days) => write!(f, "{}+{days}d", event.name()),
        }
    }
}

impl FromStr for CostWhen {
    type Err = CostProblem;

    fn from_str(text: &str) -> Result<Self, CostProblem> {
        if let Some(date) = parse_date(text) {
            return Ok(Self::On(date));
        }
        let counted = |sign: char, when: fn(CostEvent, u32) -> Self| {
            let (event, days) = text.split_once(sign)?;
            Some(when(CostEvent::from_name(event)?, read_count(days.strip_suffix('d')?)?))
        };
        counted('+', Self::After).or_else(|| counted('-', Self::Before)).ok_or(CostProblem::When)
    }
}

impl fmt::Display for CostAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share(share) => share.fmt(f),
            Self::Fixed(money) => write!(f, "{} {money}", money.currency().code()),
        }
    }
}

impl FromStr for CostAmount {
    type Err = CostProblem;

    fn from_str(text: &str) -> Result<Self, CostProblem> {
        if text.ends_with('%') {
            return text.parse().map(Self::Share).map_err(|_not_a_percentage| CostProblem::Amount);
        }
        let fixed = || {
            let (code, amount) = text.split_once(' ')?;
            Money::parse_plain(amount, Currency::from_code(code)?).ok().filter(|money| money.is_positive())
        };
        fixed().map(Self::Fixed).ok_or(CostProblem::Amount)
    }
}

impl Serialize for CostWhen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CostWhen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_back(deserializer)
    }
}

impl Serialize for CostAmount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CostAmount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_back(deserializer)
    }
}

fn read_back<'de, T: FromStr<Err = CostProblem>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|problem| de::Error::custom(format_args!("{text:?}: {problem}")))
}
