//! What a deal says of its money, goods and days, as a text about it may state them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::Decimal;

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

/// What the deal says itself.
#[derive(Clone, Debug)]
pub struct DealFacts<'a> {
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
}

impl<'a> DealFacts<'a> {
    pub fn new(deal: &'a Deal, document: &Document, on: NaiveDate, told: &Told) -> Self {
        let total = deal.agreed.money().or_else(|| deal.plan.as_ref().map(|plan| plan.terms.total));
        let usual = || suggested_plan(&deal.agreed, on, chrono::WeekdaySet::EMPTY);
        let plan = deal.plan.clone().or_else(usual);
        let deposit = plan.as_ref().and_then(deposit_of);
        let balance = total.zip(deposit).and_then(|(total, deposit)| total.checked_sub(deposit));
        let rows = deal.plan.as_ref().and_then(|plan| plan.status(on).ok()).unwrap_or_default();
        let shipping = Shipping::of(deal.plan.as_ref(), Some(&deal.agreed), &document.settings.shutdowns);
        Self {
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
        }
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

    fn covers(&self, whole: Option<Money>) -> bool {
        let arrived = self.received_in_all().zip(whole);
        arrived.is_some_and(|(arrived, whole)| {
            arrived.currency() == whole.currency() && arrived.minor() >= whole.minor()
        })
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
