//! What is known of a deal on a day, for holding any text against it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::days::KnownDays;
use super::sums::KnownSums;
use crate::domain::deal::Deal;
use crate::domain::deal::touch::TouchKind;
use crate::domain::deposit::{Label, Plan, RowStatus, Shipping, Status, last_true_day, suggested_plan};
use crate::domain::document::Document;
use crate::domain::money::{Currency, Money};

/// What notes, messages and the library name in words, and which numbers of parts the text itself names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// Every number in the deal's own words.
    pub numbers: BTreeSet<Decimal>,
    /// The numbers beside a currency in them.
    pub amounts: BTreeSet<Decimal>,
    pub shares: BTreeSet<Decimal>,
    pub days: BTreeSet<Decimal>,
    pub dates: BTreeSet<NaiveDate>,
    /// The quantity of the deal, first, and those of the buyer's questions.
    pub quantities: Vec<Decimal>,
    /// The text divides something in so many parts.
    pub parts: BTreeSet<u32>,
}

/// Everything a statement is compared with.
#[derive(Clone, Debug)]
pub struct KnownFacts<'a> {
    pub deal: &'a Deal,
    pub on: NaiveDate,
    pub currency: Option<Currency>,
    pub total: Option<Money>,
    pub deposit: Option<Money>,
    pub balance: Option<Money>,
    pub price: Option<Decimal>,
    pub quantities: Vec<Decimal>,
    /// The rows of the plan as they stand; none without a plan.
    pub rows: Vec<RowStatus>,
    /// What arrived, and when.
    pub received: Vec<(NaiveDate, Money)>,
    pub last_true_day: Option<NaiveDate>,
    pub(super) sums: KnownSums,
    pub(super) shares: BTreeSet<Decimal>,
    pub(super) days: KnownDays,
    pub(super) numbers: BTreeSet<Decimal>,
    pub(super) told_days: BTreeSet<Decimal>,
    pub(super) parts: BTreeSet<u32>,
}

impl<'a> KnownFacts<'a> {
    pub fn new(deal: &'a Deal, document: &Document, on: NaiveDate, told: &Told) -> Self {
        let total = deal.agreed.money().or_else(|| deal.plan.as_ref().map(|plan| plan.terms.total));
        let usual = || suggested_plan(&deal.agreed, on, chrono::WeekdaySet::EMPTY);
        let plan = deal.plan.clone().or_else(usual);
        let deposit = plan.as_ref().and_then(deposit_of);
        let balance = total.zip(deposit).and_then(|(total, deposit)| total.checked_sub(deposit));
        let rows = deal.plan.as_ref().and_then(|plan| plan.status(on).ok()).unwrap_or_default();
        let shipping = Shipping::of(deal.plan.as_ref(), Some(&deal.agreed), &document.settings.shutdowns);
        let mut facts = Self {
            deal,
            on,
            currency: deal.agreed.currency.or_else(|| total.map(Money::currency)),
            total,
            deposit,
            balance,
            price: deal.agreed.unit_price,
            quantities: told.quantities.clone(),
            rows,
            received: received(deal, on),
            last_true_day: last_true_day(shipping).map(|last| last.date),
            sums: KnownSums::default(),
            shares: BTreeSet::new(),
            days: KnownDays::default(),
            numbers: told.numbers.clone(),
            told_days: told.days.clone(),
            parts: told.parts.clone(),
        };
        facts.sums = KnownSums::of(&facts, told);
        facts.shares = facts.known_shares(told);
        facts.days = KnownDays::of(&facts, &told.dates);
        facts
    }

    /// The sum of what arrived; none where nothing did.
    pub fn received_in_all(&self) -> Option<Money> {
        let (_, first) = self.received.first()?;
        Money::sum(self.received.iter().map(|(_, money)| *money), first.currency())
    }

    /// Whether all of the deposit has arrived.
    pub fn has_deposit(&self) -> bool {
        let by_rows = || {
            let mut deposits = self.rows.iter().filter(|row| row.row.label == Label::Deposit).peekable();
            deposits.peek().is_some() && deposits.all(|row| row.status == Status::Paid)
        };
        by_rows() || self.covers(self.deposit)
    }

    /// Whether all of the total has arrived.
    pub fn has_all(&self) -> bool {
        self.covers(self.total)
    }

    /// Whether the row of the deposit with this number has arrived.
    pub fn has_part(&self, part: usize) -> bool {
        let mut deposits = self.rows.iter().filter(|row| row.row.label == Label::Deposit);
        part.checked_sub(1)
            .and_then(|before| deposits.nth(before))
            .is_some_and(|row| row.status == Status::Paid)
    }

    /// Of how many rows the deposit consists.
    pub fn deposit_rows(&self) -> usize {
        self.rows.iter().filter(|row| row.row.label == Label::Deposit).count()
    }

    /// One part of the deposit, two, and so on, as shares of the total.
    fn shares_of_parts(&self, parts: &BTreeSet<u32>) -> Vec<Decimal> {
        let share = self.deposit.zip(self.total).and_then(|(deposit, total)| deposit.share_of(total));
        let of = |part: u32, parts: u32| share?.checked_mul(part.into())?.checked_div(parts.into());
        let all = parts.iter().flat_map(|parts| (1..*parts).map(move |part| (part, *parts)));
        all.filter_map(|(part, parts)| of(part, parts)).map(|share| share.round_dp(2)).collect()
    }

    fn covers(&self, whole: Option<Money>) -> bool {
        let arrived = self.received_in_all().zip(whole);
        arrived.is_some_and(|(arrived, whole)| {
            arrived.currency() == whole.currency() && arrived.minor() >= whole.minor()
        })
    }

    fn known_shares(&self, told: &Told) -> BTreeSet<Decimal> {
        let mut shares = told.shares.clone();
        let of_total = |money: Money| self.total.and_then(|total| money.share_of(total));
        let mut running = self.total.map(|total| Money::zero(total.currency()));
        for row in &self.rows {
            running = running.and_then(|sum| sum.checked_add(row.row.amount));
            shares.extend([Some(row.row.amount), running].into_iter().flatten().filter_map(of_total));
        }
        let open = self.total.zip(self.received_in_all());
        let open = open.and_then(|(total, arrived)| total.checked_sub(arrived));
        let others = [self.deposit, self.balance, self.received_in_all(), open];
        shares.extend(others.into_iter().flatten().filter_map(of_total));
        shares.extend(self.shares_of_parts(&told.parts));
        let rest: Vec<Decimal> =
            shares.iter().filter_map(|share| Decimal::ONE_HUNDRED.checked_sub(*share)).collect();
        shares.extend(rest);
        shares.insert(Decimal::ONE_HUNDRED);
        shares.into_iter().map(|share| share.normalize()).collect()
    }
}

/// The sum of the rows that are a deposit; none where the plan has no such row.
fn deposit_of(plan: &Plan) -> Option<Money> {
    let schedule = plan.schedule().ok()?;
    let rows = schedule.rows().iter().filter(|row| row.label == Label::Deposit).map(|row| row.amount);
    Money::sum(rows, schedule.total().currency()).filter(|sum| sum.is_positive())
}

/// By the plan, else by the story.
fn received(deal: &Deal, on: NaiveDate) -> Vec<(NaiveDate, Money)> {
    let booked = deal.plan.iter().flat_map(|plan| &plan.payments).map(|payment| (payment.on, payment.money));
    let booked: Vec<(NaiveDate, Money)> = booked.filter(|(came, _)| *came <= on).collect();
    if !booked.is_empty() {
        return booked;
    }
    let arrived = deal.story.iter().filter(|touch| touch.kind.is(TouchKind::Arrived) && touch.on <= on);
    arrived.filter_map(|touch| Some((touch.on, touch.money?))).collect()
}
