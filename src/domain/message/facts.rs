//! What a message can use besides the deal itself: the plan, the diagnosis, the library, the day.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::asked::{AskedOffer, TheirLastMessage, asked_offer};
use super::gate::agreement::shares_in;
use super::plan_facts::PlanFacts;
use super::strategy::Strategy;
use crate::domain::calendar::{WorkWeek, days_between};
use crate::domain::contact::Contact;
use crate::domain::deal::Deal;
use crate::domain::deal::touch::{Channel, Promise, Touch, TouchKind};
use crate::domain::deposit::{Deadline, DepositWord};
use crate::domain::library::Library;
use crate::domain::money::{Money, Percent};
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

    /// The buyer's last message.
    pub(crate) fn their_last(&self) -> Option<TheirLastMessage> {
        TheirLastMessage::of(self.deal, self.on)
    }

    /// Our last message or call: its day, and the channel where it is known.
    pub(crate) fn our_last(&self) -> Option<(NaiveDate, Option<Channel>)> {
        let ours =
            |touch: &&Touch| touch.on <= self.on && touch.kind.known().is_some_and(TouchKind::is_from_us);
        let told = self.deal.story.iter().rev().find(ours);
        let told = told.map(|touch| (touch.on, touch.channel.as_ref().and_then(|channel| channel.known())));
        let known = Standing::of(self.deal).last_outbound.filter(|on| *on <= self.on);
        told.or(known.map(|on| (on, None)))
    }

    /// Whether the message goes on with a correspondence.
    pub(crate) fn is_in_thread(&self) -> bool {
        let standing = Standing::of(self.deal);
        standing.last_inbound.is_some() || standing.last_outbound.is_some()
    }

    /// Their open promise that falls due first.
    pub(crate) fn their_promise(&self) -> Option<&Promise> {
        let open = self.deal.promises.iter().filter(|promise| promise.is_open_of_theirs());
        open.min_by_key(|promise| promise.by)
    }

    /// The last time a message came back, and whose address it was.
    pub(crate) fn bounced(&self) -> (Option<NaiveDate>, Option<&Contact>) {
        let dead = self.deal.contacts.iter().find(|contact| contact.bounced);
        (Standing::of(self.deal).bounced_on, dead)
    }

    /// The offer worked out anew for what they asked last.
    pub(crate) fn asked(&self) -> Option<AskedOffer> {
        asked_offer(self.deal, &self.their_last()?.words, self.deposit_percent())
    }

    /// The days that are counted back from the ship date to the last true day, where they explain all of it.
    pub(crate) fn counted_back(&self) -> Option<CountedBack> {
        let agreed = &self.deal.agreed;
        let last = self.plan?.deadline.and_then(Deadline::kept)?;
        let lead_time = agreed.lead_time_days?;
        let (shutdown, cut_off) = (agreed.shutdown_days.unwrap_or(0), agreed.cut_off_days.unwrap_or(0));
        let total = lead_time.checked_add(shutdown)?.checked_add(cut_off)?;
        let explains = i64::from(total) == days_between(last, agreed.ship_by?);
        explains.then_some(CountedBack { lead_time, shutdown, cut_off, total })
    }

    /// The share of the deposit: by the plan, else by the terms in words.
    fn deposit_percent(&self) -> Option<Percent> {
        let planned = self.plan.and_then(|plan| plan.deposit_share);
        planned.and_then(Percent::new).or_else(|| worded_share(&self.deal.agreed.payment_terms))
    }

    /// The deposit and what is left after it: by the plan, else by the terms in words, where no plan says otherwise.
    pub(crate) fn deposit_and_balance(&self) -> (Option<Money>, Option<Money>) {
        if let Some(plan) = self.plan.filter(|plan| !plan.rows.is_empty() || plan.deposit_total.is_some()) {
            return (plan.deposit_total, plan.balance());
        }
        let total = self.deal.agreed.money().filter(|total| total.is_positive());
        let share = worded_share(&self.deal.agreed.payment_terms);
        let deposit = total.zip(share).and_then(|(total, share)| total.percent(share, total.unit()));
        (deposit, total.zip(deposit).and_then(|(total, deposit)| total.checked_sub(deposit)))
    }

    fn arrivals(&self) -> impl Iterator<Item = (NaiveDate, Option<Money>)> {
        let ours = |money: &Money| self.plan.is_none_or(|plan| plan.total.currency() == money.currency());
        let until =
            self.deal.story.iter().filter(|touch| touch.kind.is(TouchKind::Arrived) && touch.on <= self.on);
        until.map(move |touch| (touch.on, touch.money.filter(ours)))
    }
}

/// The parts of `ship_by − last true day`, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedBack {
    pub lead_time: u32,
    pub shutdown: u32,
    pub cut_off: u32,
    pub total: u32,
}

/// The first of two shares that make the whole, as in `30/70 T/T`.
fn worded_share(payment_terms: &str) -> Option<Percent> {
    let [deposit, rest] = *shares_in(payment_terms) else { return None };
    let are_all = deposit.checked_add(rest) == Some(Decimal::ONE_HUNDRED);
    Percent::new(deposit).filter(|_| are_all)
}
