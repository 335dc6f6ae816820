//! Why terms make no plan, or payments do not fit it, as facts, so that any language can say them.

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::domain::money::{Currency, Money};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanRefused {
    #[error("the total must be above zero")]
    TotalNotPositive,
    #[error("{amount} has more digits than {} has, or is too large", .currency.code())]
    NotInCurrency { amount: Decimal, currency: Currency },
    #[error("the rounding step must be above zero")]
    StepNotPositive,
    #[error("the deposit must be above zero")]
    DepositNotPositive,
    #[error("the deposit becomes zero when rounded to {step}; take a smaller step or a larger deposit")]
    DepositRoundsToZero { step: Money },
    #[error("the deposit {deposit} is above the total {total}; take a smaller one")]
    DepositAboveTotal { deposit: Money, total: Money },
    #[error("{parts} parts are too many; take at most {most}")]
    TooManyParts { parts: u32, most: u32 },
    #[error("{amount} cannot be split in {parts} parts above zero; take fewer parts")]
    PartsTooSmall { amount: Money, parts: u32 },
    #[error("the deposit is the whole total, so nothing is left for {balance_parts} balance parts")]
    NothingLeft { balance_parts: u32 },
    #[error("there is no line; give at least one")]
    NoLines,
    #[error("line {n} is the rest but not the last line; put it last, once")]
    RestNotLast { n: u32 },
    #[error("line {n} would be {amount}; every row must be above zero")]
    RowNotPositive { n: u32, amount: Money },
    #[error("the lines before the last reach {sum}, beyond the total {total}")]
    BeyondTotal { sum: Money, total: Money },
    /// `off` is what the unrounded rows have too much, or, negative, too little.
    #[error("the lines differ from the total {total} by {}; make them add up or end with rest", in_digits(*.off, .total.currency()))]
    SumDiffers { off: Decimal, total: Money },
    #[error("the percentages have too many digits for this total")]
    TooPrecise,
    #[error("every day of the week is a weekend; leave at least one working day")]
    NoWorkday,
    #[error("row {n} is due outside of the years 0 to 9999")]
    DateOutOfRange { n: u32 },
    #[error("the payment of {on} is {amount}; a payment must be above zero")]
    PaymentNotPositive { on: NaiveDate, amount: Money },
    #[error("the payment of {on} is in {}, the plan in {}", .payment.code(), .plan.code())]
    PaymentInOtherCurrency { on: NaiveDate, payment: Currency, plan: Currency },
    #[error("the payment of {payment} is after {on}; only what has been received counts")]
    PaidLater { payment: NaiveDate, on: NaiveDate },
    #[error("more is paid than the total {total}; check the payments")]
    OverPaid { total: Money },
}

/// A difference with the currency's decimals; one too small for them is said to be.
fn in_digits(off: Decimal, currency: Currency) -> String {
    let digits = currency.digits();
    if off.abs() < Decimal::new(1, digits) {
        return format!("less than {}", Decimal::new(1, digits));
    }
    let mut shown = off.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
    shown.rescale(digits);
    shown.to_string()
}
