//! What a message can use besides the deal itself: the plan, the diagnosis, the library, the day.

use chrono::NaiveDate;

use super::plan_facts::PlanFacts;
use super::strategy::Strategy;
use crate::domain::calendar::WorkWeek;
use crate::domain::deal::Deal;
use crate::domain::deal::touch::{Channel, TouchKind};
use crate::domain::deposit::DepositWord;
use crate::domain::library::Library;
use crate::domain::money::Money;
use crate::domain::today::turn::{InTransit, Standing};
use crate::named;

/// Everything a message is made from, on one day.
#[derive(Clone, Copy, Debug)]
pub struct MessageFacts<'a> {
    pub deal: &'a Deal,
    pub library: &'a Library,
    pub plan: Option<&'a PlanFacts>,
    pub diagnosis: &'a DiagnosisFacts,
    /// The buyer's working days.
    pub week: &'a WorkWeek,
    pub on: NaiveDate,
}

/// The results of the diagnosis that a message uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DiagnosisFacts {
    /// The topic of the likeliest concern, as library entries name it: `delivery`, `warranty`, `price` ….
    pub concern: Option<Box<str>>,
    /// Whose decision they wait for, where that is the likeliest reason.
    pub inside: Option<Inside>,
}

named! {
    /// A decision inside the buyer's company, or at their customer's.
    pub enum Inside {
        Committee = "committee",
        Boss = "boss",
        EndCustomer = "end-customer",
        Budget = "budget",
    }
}

impl MessageFacts<'_> {
    /// Somebody called or met them at least once.
    pub fn call_tried(&self) -> bool {
        self.deal.story.iter().any(|touch| {
            touch.kind.is(TouchKind::Called)
                || touch
                    .channel
                    .as_ref()
                    .is_some_and(|channel| channel.is(Channel::Call) || channel.is(Channel::Meeting))
        })
    }

    pub fn money_arrived(&self) -> bool {
        self.plan.is_some_and(|plan| !plan.received.is_empty())
            || self.deal.story.iter().any(|touch| touch.kind.is(TouchKind::Arrived))
    }

    /// What the plan's documents call the deposit.
    pub fn deposit_word(&self) -> DepositWord {
        self.plan.map_or(DepositWord::Prepayment, |plan| plan.deposit_word)
    }

    /// What they say they have paid and has not arrived.
    pub fn in_transit(&self) -> Option<InTransit> {
        Standing::of(self.deal).in_transit
    }

    /// Which amounts arrived on which day, the oldest first: by the plan, else by the story.
    pub fn received(&self) -> Vec<(NaiveDate, Money)> {
        match self.plan {
            Some(plan) if !plan.received.is_empty() => plan.received.clone(),
            Some(_) | None => self.arrivals().filter_map(|(on, money)| Some((on, money?))).collect(),
        }
    }

    /// The sum of what arrived; None where nothing did, or in several currencies.
    pub(crate) fn received_in_all(&self) -> Option<Money> {
        let received = self.received();
        let (_, first) = received.first()?;
        Money::sum(received.iter().map(|(_, money)| *money), first.currency())
    }

    /// Money that is in the story and not in the plan, so what the plan calls open may be paid. The amount is None
    /// where nobody entered it.
    pub(crate) fn not_booked(&self) -> Option<Option<Money>> {
        let plan = self.plan.filter(|plan| !plan.rows.is_empty())?;
        let currency = plan.total.currency();
        let told = Money::sum(self.arrivals().filter_map(|(_, money)| money), currency)?;
        let booked = Money::sum(plan.received.iter().map(|(_, money)| *money), currency)?;
        let missing = told.checked_sub(booked).filter(|missing| missing.is_positive());
        let silent = plan.received.is_empty() && self.arrivals().any(|(_, money)| money.is_none());
        missing.map(Some).or(silent.then_some(None))
    }

    /// The strategy that replaces this one where money is on its way or has arrived: nobody is asked for a deposit that
    /// is being paid.
    pub(crate) fn fitting(&self, strategy: Strategy) -> Strategy {
        let moves = self.money_arrived() || self.in_transit().is_some();
        if moves && strategy.opens_the_deposit() { Strategy::Payment } else { strategy }
    }

    fn arrivals(&self) -> impl Iterator<Item = (NaiveDate, Option<Money>)> {
        let ours = |money: &Money| self.plan.is_none_or(|plan| plan.total.currency() == money.currency());
        let until =
            self.deal.story.iter().filter(|touch| touch.kind.is(TouchKind::Arrived) && touch.on <= self.on);
        until.map(move |touch| (touch.on, touch.money.filter(ours)))
    }
}
