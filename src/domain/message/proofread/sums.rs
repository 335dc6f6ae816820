//! The amounts that a deal names, and those that follow from them by the arithmetic a message may do.

use std::collections::BTreeSet;

use rust_decimal::{Decimal, RoundingStrategy};

use super::facts::{DealFacts, Told};
use crate::domain::money::{Currency, Money, Odd};

/// Amounts without their currency, which is the deal's.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct KnownSums {
    /// What the deal names itself: the values to offer in place of a wrong one.
    pub named: Vec<Decimal>,
    pub all: BTreeSet<Decimal>,
    /// Prices of one piece, and of one in another unit.
    pub prices: BTreeSet<Decimal>,
    /// Named in words, in whatever currency.
    pub told: BTreeSet<Decimal>,
}

/// The numbers of pieces whose price a message may name.
const LOTS: [i64; 5] = [1, 10, 100, 1_000, 10_000];
/// More rows are not added up one by one.
const MOST_ROWS: usize = 24;

impl KnownSums {
    pub(super) fn of(facts: &DealFacts<'_>, told: &Told) -> Self {
        let named = named(facts);
        let mut sums = Self {
            named: named.iter().map(|money| money.decimal().normalize()).collect(),
            ..Self::default()
        };
        let mut all: BTreeSet<Decimal> = sums.named.iter().copied().collect();
        all.extend(neighbours(facts));
        all.extend(of_pairs(&named));
        all.extend(of_parts(facts, &told.parts));
        sums.prices = prices(facts);
        all.extend(of_prices(facts, &sums.prices, told));
        sums.all = all.into_iter().map(|sum| sum.normalize()).collect();
        sums.told = told.amounts.iter().map(Decimal::normalize).collect();
        sums
    }
}

fn named(facts: &DealFacts<'_>) -> Vec<Money> {
    let received = facts.received_in_all();
    let less = |whole: Option<Money>| whole.zip(received).and_then(|(whole, came)| whole.checked_sub(came));
    let whole = [facts.total, facts.deposit, facts.balance, received, less(facts.total), less(facts.deposit)];
    let rows = facts.rows.iter().flat_map(|row| [row.row.amount, row.paid, row.open()]);
    let arrived = facts.received.iter().map(|(_, money)| *money);
    let told = facts.deal.story.iter().filter_map(|touch| touch.money);
    let mut named: Vec<Money> = Vec::new();
    for money in whole.into_iter().flatten().chain(rows).chain(arrived).chain(told) {
        if money.is_positive() && !named.contains(&money) {
            named.push(money);
        }
    }
    named
}

/// Sums of rows that follow each other, paid or open.
fn neighbours(facts: &DealFacts<'_>) -> BTreeSet<Decimal> {
    let mut sums = BTreeSet::new();
    let rows: Vec<Money> = facts.rows.iter().take(MOST_ROWS).map(|row| row.row.amount).collect();
    for first in 0..rows.len() {
        let mut sum: Option<Money> = None;
        for row in rows.iter().skip(first) {
            sum = sum.map_or(Some(*row), |sum| sum.checked_add(*row));
            sums.extend(sum.map(Money::decimal));
        }
    }
    sums
}

/// Differences and sums of two amounts that the deal names.
fn of_pairs(named: &[Money]) -> BTreeSet<Decimal> {
    let mut sums = BTreeSet::new();
    for (place, one) in named.iter().enumerate() {
        for other in named.iter().skip(place.saturating_add(1)) {
            let both = [one.checked_add(*other), one.checked_sub(*other), other.checked_sub(*one)];
            sums.extend(both.into_iter().flatten().filter(|money| money.is_positive()).map(Money::decimal));
        }
    }
    sums
}

/// Equal parts of total, deposit and balance, several of them, and what is left after them.
fn of_parts(facts: &DealFacts<'_>, parts: &BTreeSet<u32>) -> BTreeSet<Decimal> {
    let mut sums = BTreeSet::new();
    let wholes = [facts.total, facts.deposit, facts.balance];
    let orders = [Odd::First, Odd::Last];
    for count in parts {
        for whole in wholes.into_iter().flatten() {
            for shares in orders.iter().filter_map(|odd| whole.split(*count, *odd)) {
                let mut paid = Money::zero(whole.currency());
                for part in shares {
                    let Some(more) = paid.checked_add(part) else { break };
                    paid = more;
                    let left = wholes.into_iter().flatten().filter_map(|whole| whole.checked_sub(paid));
                    sums.extend(left.chain([part, paid]).map(Money::decimal));
                }
            }
        }
    }
    sums
}

fn prices(facts: &DealFacts<'_>) -> BTreeSet<Decimal> {
    let units = [Decimal::ONE, Decimal::ONE_THOUSAND, Decimal::new(1, 3)];
    let Some(price) = facts.price else { return BTreeSet::new() };
    units.into_iter().filter_map(|unit| price.checked_mul(unit)).map(|price| price.normalize()).collect()
}

/// The price of lots and of quantities that somebody asked about, the shares of those, and what they differ by.
fn of_prices(facts: &DealFacts<'_>, prices: &BTreeSet<Decimal>, told: &Told) -> BTreeSet<Decimal> {
    let Some(currency) = facts.currency else { return prices.clone() };
    let share = |part: Option<Money>| part?.decimal().checked_div(facts.total?.decimal());
    let shares: Vec<Decimal> = [share(facts.deposit), share(facts.balance)].into_iter().flatten().collect();
    let lots = LOTS.iter().map(|lot| Decimal::from(*lot)).chain(told.quantities.iter().copied());
    let mut sums = prices.clone();
    for lot in lots {
        let Some(whole) = facts.price.and_then(|price| price.checked_mul(lot)) else { continue };
        let parts = shares.iter().filter_map(|share| whole.checked_mul(*share));
        let apart = facts.total.and_then(|total| total.decimal().checked_sub(whole)).map(|apart| apart.abs());
        let all = parts.chain([whole]).chain(apart);
        sums.extend(all.flat_map(|sum| [Some(sum), rounded(sum, currency)]).flatten());
    }
    sums
}

fn rounded(sum: Decimal, currency: Currency) -> Option<Decimal> {
    Some(sum.round_dp_with_strategy(currency.digits(), RoundingStrategy::MidpointAwayFromZero))
}
