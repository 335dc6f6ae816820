//! What is known of a deal on a day, with all that follows from it, for holding any text against it.

use std::collections::BTreeSet;
use std::ops::Deref;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::days::KnownDays;
use super::facts::{DealFacts, Told};
use super::sums::KnownSums;
use crate::domain::deal::Deal;
use crate::domain::document::Document;
use crate::domain::money::Money;

/// Everything a statement is compared with. What the deal says itself is read like its own fields.
#[derive(Clone, Debug)]
pub struct KnownFacts<'a> {
    of_deal: DealFacts<'a>,
    pub(super) sums: KnownSums,
    pub(super) shares: BTreeSet<Decimal>,
    pub(super) days: KnownDays,
    pub(super) told: Told,
}

impl<'a> Deref for KnownFacts<'a> {
    type Target = DealFacts<'a>;

    fn deref(&self) -> &DealFacts<'a> {
        &self.of_deal
    }
}

impl<'a> KnownFacts<'a> {
    pub fn new(deal: &'a Deal, document: &Document, on: NaiveDate, told: Told) -> Self {
        let of_deal = DealFacts::new(deal, document, on, &told);
        let sums = KnownSums::of(&of_deal, &told);
        let shares = known_shares(&of_deal, &told);
        let days = KnownDays::of(&of_deal, &told.dates);
        Self { of_deal, sums, shares, days, told }
    }
}

fn known_shares(deal: &DealFacts<'_>, told: &Told) -> BTreeSet<Decimal> {
    let mut shares = told.shares.clone();
    let of_total = |money: Money| deal.total.and_then(|total| money.share_of(total));
    let mut running = deal.total.map(|total| Money::zero(total.currency()));
    for row in &deal.rows {
        running = running.and_then(|sum| sum.checked_add(row.row.amount));
        shares.extend([Some(row.row.amount), running].into_iter().flatten().filter_map(of_total));
    }
    let open = deal.total.zip(deal.received_in_all());
    let open = open.and_then(|(total, arrived)| total.checked_sub(arrived));
    let others = [deal.deposit, deal.balance, deal.received_in_all(), open];
    shares.extend(others.into_iter().flatten().filter_map(of_total));
    shares.extend(shares_of_parts(deal, &told.parts));
    let rest: Vec<Decimal> =
        shares.iter().filter_map(|share| Decimal::ONE_HUNDRED.checked_sub(*share)).collect();
    shares.extend(rest);
    shares.insert(Decimal::ONE_HUNDRED);
    shares.into_iter().map(|share| share.normalize()).collect()
}

/// One part of the deposit, two, and so on, as shares of the total.
fn shares_of_parts(deal: &DealFacts<'_>, parts: &BTreeSet<u32>) -> Vec<Decimal> {
    let share = deal.deposit.zip(deal.total).and_then(|(deposit, total)| deposit.share_of(total));
    let of = |part: u32, parts: u32| share?.checked_mul(part.into())?.checked_div(parts.into());
    let all = parts.iter().flat_map(|parts| (1..*parts).map(move |part| (part, *parts)));
    all.filter_map(|(part, parts)| of(part, parts)).map(|share| share.round_dp(2)).collect()
}
