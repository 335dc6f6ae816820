//! How plans differ: the key figures of each, for the seller and for the buyer, and the differences between two.

pub(crate) mod alternative;
pub(crate) mod cost;
pub(crate) mod exposure;
use std::cmp::Ordering;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use self::cost::Cost;
use self::exposure::{ExpectedMoney, Exposure, ExposureRefused, Financing};
use super::plan::Plan;
use super::rows::schedule::{Schedule, ScheduleRow};
use super::shipping::production::{Production, Receipts, Start};
use super::shipping::{Late, Shipping, Ships};
use super::terms::due::{Milestone, Span, When};
use crate::domain::calendar::days_between;
use crate::domain::money::Money;
use crate::named;

named! {
    /// A key figure. Last payment and payment by shipment exist for both sides, because opposites are better for them.
    pub enum Fact {
        ProductionStarts = "production-starts",
        Ships = "ships",
        ReceivedByProduction = "received-by-production",
        ReceivedByShipment = "received-by-shipment",
        LastReceived = "last-received",
        WorstExposure = "worst-exposure",
        DaysPreFinanced = "days-pre-financed",
        FirstOutlay = "first-outlay",
        Transfers = "transfers",
        LongestGap = "longest-gap",
        PaidByShipment = "paid-by-shipment",
        LastPaid = "last-paid",
        Fees = "fees",
    }
}

named! {
    /// For whom the figure matters.
    pub enum FigureSide {
        /// The goods: the earlier, the better for both.
        Both = "both",
        Seller = "seller",
        Buyer = "buyer",
    }
}

/// What a key figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureValue {
    Money(Money),
    /// A part of the total, with its percentage.
    Portion(Money, Decimal),
    /// A payment with its day; none while what it waits for has no date.
    Payment(Money, Option<NaiveDate>),
    Count(u32),
    Days(i64),
    /// Days without an end.
    Endless,
    Date(NaiveDate),
    /// The day on which the goods ship, and how much too late that is.
    Late(NaiveDate, Late),
    /// What the payment waits for has no date yet.
    Waits(Milestone, Span),
}

/// How much more another plan has of something than the first; negative: less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Money(Money),
    Count(i64),
    Days(i64),
}

/// One figure in which another plan differs from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureDifference {
    pub fact: Fact,
    pub by: By,
}

/// A plan with all its key figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    pub schedule: Schedule,
    pub production: Production,
    /// By how much the goods miss the agreed ship date.
    pub late: Option<Late>,
    pub exposure: Exposure,
    /// None without costs, because then nothing is known of it.
    pub financing: Option<Financing>,
    /// What is received on which day.
    receipts: Vec<(NaiveDate, Money)>,
    fee: Option<Money>,
}

impl Compared {
    /// `fee`: what the buyer's bank charges for each transfer.
    pub fn of(
        plan: &Plan,
        costs: &[Cost],
        fee: Option<Money>,
        shipping: Shipping<'_>,
        receipts: Receipts,
    ) -> Result<Self, ExposureRefused> {
        let exposure = Exposure::of(plan, costs, shipping, receipts)?;
        let financing = (!costs.is_empty()).then(|| exposure.financing());
        let ExpectedMoney { schedule, production, receipts, .. } =
            ExpectedMoney::of(plan, shipping, receipts)?;
        let fee = fee.filter(|fee| fee.currency() == plan.terms.total.currency());
        let late = production.late(shipping);
        Ok(Self { schedule, production, late, exposure, financing, receipts, fee })
    }

    pub fn starts(&self) -> Option<NaiveDate> {
        self.production.start.map(Start::day)
    }

    pub fn ships(&self) -> Option<NaiveDate> {
        self.production.ships.map(Ships::day)
    }

    /// None where the plan does not say.
    pub fn value(&self, fact: Fact) -> Option<FigureValue> {
        match fact {
            Fact::ProductionStarts => self.starts().map(FigureValue::Date),
            Fact::Ships => {
                let ships = self.ships()?;
                Some(self.late.map_or(FigureValue::Date(ships), |late| FigureValue::Late(ships, late)))
            }
            Fact::ReceivedByProduction => self.paid_by(self.starts()?),
            Fact::ReceivedByShipment | Fact::PaidByShipment => self.paid_by(self.ships()?),
            Fact::LastReceived | Fact::LastPaid => self.last(),
            Fact::WorstExposure => {
                let nothing = Money::zero(self.schedule.total().currency());
                Some(FigureValue::Money(self.financing.as_ref()?.worst().map_or(nothing, |gap| gap.worst)))
            }
            Fact::DaysPreFinanced => {
                Some(self.financing.as_ref()?.days().map_or(FigureValue::Endless, FigureValue::Days))
            }
            Fact::FirstOutlay => self.first_outlay(),
            Fact::Transfers => Some(FigureValue::Count(self.transfers())),
            Fact::LongestGap => self.longest_gap().map(FigureValue::Days),
            Fact::Fees => {
                let minor = self.fee?.minor().checked_mul(i64::from(self.transfers()))?;
                Some(FigureValue::Money(Money::from_minor(minor, self.schedule.total().currency())))
            }
        }
    }

    /// How this plan differs from the first; figures that cannot be subtracted are left out.
    pub fn differences(&self, first: &Self) -> Vec<FigureDifference> {
        use crate::domain::names::Named as _;
        let by = |fact| self.value(fact)?.minus(first.value(fact)?);
        Fact::members()
            .filter_map(|fact| Some(FigureDifference { fact, by: by(fact)? }))
            .filter(|difference| !difference.by.is_nothing())
            .collect()
    }

    fn dated(&self) -> Vec<(NaiveDate, &ScheduleRow)> {
        self.schedule.rows_by_due().into_iter().filter_map(|row| Some((row.due?, row))).collect()
    }

    fn transfers(&self) -> u32 {
        u32::try_from(self.schedule.rows().len()).unwrap_or(u32::MAX)
    }

    /// What is received by the end of a day, or will be.
    fn paid_by(&self, day: NaiveDate) -> Option<FigureValue> {
        let came = self.receipts.iter().filter(|(on, _)| *on <= day).map(|(_, money)| *money);
        let sum = self.sum(came)?;
        Some(FigureValue::Portion(sum, sum.share_of(self.schedule.total())?))
    }

    /// All that is due on the first day; where no row has a date, the first row.
    fn first_outlay(&self) -> Option<FigureValue> {
        let dated = self.dated();
        let Some(first) = dated.iter().map(|(due, _)| *due).min() else {
            return self.schedule.rows().first().map(|row| FigureValue::Payment(row.amount, None));
        };
        let that_day = dated.iter().filter(|(due, _)| *due == first).map(|(_, row)| row.amount);
        Some(FigureValue::Payment(self.sum(that_day)?, Some(first)))
    }

    /// Days between two dates on which something is due.
    fn longest_gap(&self) -> Option<i64> {
        let mut days: Vec<NaiveDate> = self.dated().into_iter().map(|(due, _)| due).collect();
        days.sort_unstable();
        days.iter().zip(days.iter().skip(1)).map(|(one, next)| days_between(*one, *next)).max()
    }

    fn last(&self) -> Option<FigureValue> {
        let waits = self.schedule.rows().iter().find_map(|row| match row.due {
            Some(_) => None,
            None => match &row.when {
                Some(When::Upon { milestone, span, .. }) => Some(FigureValue::Waits(*milestone, *span)),
                Some(When::On(_) | When::After { .. }) | None => None,
            },
        });
        let last = || self.dated().into_iter().map(|(due, _)| due).max();
        waits.or_else(|| last().map(FigureValue::Date))
    }

    fn sum(&self, amounts: impl Iterator<Item = Money>) -> Option<Money> {
        Money::sum(amounts, self.schedule.total().currency())
    }
}

impl Fact {
    pub fn side(self) -> FigureSide {
        match self {
            Self::ProductionStarts | Self::Ships => FigureSide::Both,
            Self::ReceivedByProduction
            | Self::ReceivedByShipment
            | Self::LastReceived
            | Self::WorstExposure
            | Self::DaysPreFinanced => FigureSide::Seller,
            Self::FirstOutlay
            | Self::Transfers
            | Self::LongestGap
            | Self::PaidByShipment
            | Self::LastPaid
            | Self::Fees => FigureSide::Buyer,
        }
    }

    /// Which of these values are the best for their side; none are where all are equal, or where one cannot be
    /// compared.
    pub fn best(self, values: &[Option<FigureValue>]) -> Vec<bool> {
        let none = || values.iter().map(|_| false).collect();
        let Some(values) = values.iter().copied().collect::<Option<Vec<FigureValue>>>() else {
            return none();
        };
        let better = |one: &FigureValue, other: &FigureValue| {
            let order = one.compare(*other)?;
            Some(if self.more_is_better() { order } else { order.reverse() })
        };
        let Some(best) = values.iter().copied().reduce(|best, value| match better(&value, &best) {
            Some(Ordering::Greater) => value,
            Some(Ordering::Less | Ordering::Equal) | None => best,
        }) else {
            return none();
        };
        let against: Option<Vec<Ordering>> = values.iter().map(|value| better(value, &best)).collect();
        let Some(against) = against else { return none() };
        if against.iter().all(|order| order.is_eq()) {
            return none();
        }
        // The least late of several is still late.
        let is_late = |value: &FigureValue| matches!(value, FigureValue::Late(..));
        against.into_iter().zip(&values).map(|(order, value)| order.is_eq() && !is_late(value)).collect()
    }

    fn more_is_better(self) -> bool {
        match self {
            Self::ReceivedByProduction | Self::ReceivedByShipment | Self::LongestGap | Self::LastPaid => true,
            Self::ProductionStarts
            | Self::Ships
            | Self::LastReceived
            | Self::WorstExposure
            | Self::DaysPreFinanced
            | Self::FirstOutlay
            | Self::Transfers
            | Self::PaidByShipment
            | Self::Fees => false,
        }
    }
}

impl FigureValue {
    /// None for values of different kinds or currencies. A payment without a date comes after every date.
    fn compare(self, other: Self) -> Option<Ordering> {
        let money = |one: Money, other: Money| {
            (one.currency() == other.currency()).then(|| one.minor().cmp(&other.minor()))
        };
        match (self, other) {
            (Self::Money(one), Self::Money(other)) | (Self::Payment(one, _), Self::Payment(other, _)) => {
                money(one, other)
            }
            (Self::Portion(_, one), Self::Portion(_, other)) => Some(one.cmp(&other)),
            (Self::Count(one), Self::Count(other)) => Some(one.cmp(&other)),
            (Self::Days(one), Self::Days(other)) => Some(one.cmp(&other)),
            (Self::Date(one) | Self::Late(one, _), Self::Date(other) | Self::Late(other, _)) => {
                Some(one.cmp(&other))
            }
            (Self::Endless, Self::Endless) | (Self::Waits(..), Self::Waits(..)) => Some(Ordering::Equal),
            (Self::Endless, Self::Days(_)) | (Self::Waits(..), Self::Date(_) | Self::Late(..)) => {
                Some(Ordering::Greater)
            }
            (Self::Days(_), Self::Endless) | (Self::Date(_) | Self::Late(..), Self::Waits(..)) => {
                Some(Ordering::Less)
            }
            (
                Self::Money(_)
                | Self::Portion(..)
                | Self::Payment(..)
                | Self::Count(_)
                | Self::Days(_)
                | Self::Endless
                | Self::Date(_)
                | Self::Late(..)
                | Self::Waits(..),
                _another_kind,
            ) => None,
        }
    }

    /// None where there is nothing to subtract.
    fn minus(self, first: Self) -> Option<By> {
        match (self, first) {
            (Self::Money(ours), Self::Money(first))
            | (Self::Portion(ours, _), Self::Portion(first, _))
            | (Self::Payment(ours, _), Self::Payment(first, _)) => ours.checked_sub(first).map(By::Money),
            (Self::Count(ours), Self::Count(first)) => {
                i64::from(ours).checked_sub(i64::from(first)).map(By::Count)
            }
            (Self::Days(ours), Self::Days(first)) => ours.checked_sub(first).map(By::Days),
            (Self::Date(ours) | Self::Late(ours, _), Self::Date(first) | Self::Late(first, _)) => {
                Some(By::Days(days_between(first, ours)))
            }
            (
                Self::Money(_)
                | Self::Portion(..)
                | Self::Payment(..)
                | Self::Count(_)
                | Self::Days(_)
                | Self::Endless
                | Self::Date(_)
                | Self::Late(..)
                | Self::Waits(..),
                _nothing_to_subtract,
            ) => None,
        }
    }
}

impl By {
    pub(crate) fn is_nothing(self) -> bool {
        match self {
            Self::Money(money) => money.minor() == 0,
            Self::Count(more) | Self::Days(more) => more == 0,
        }
    }
}
