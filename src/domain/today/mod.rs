//! Today's list: every open deal once, in the group that says why it is there, the most urgent first.

pub mod day;
pub mod ladder;
pub mod turn;
use std::cmp::Ordering;
use std::sync::Arc;

use chrono::NaiveDate;

use self::ladder::{
    Next, NextDate, NextWhy, OurPromise, next, next_while_paused, our_promise, payment_promise_date,
    promise_date,
};
use self::turn::{Ball, Standing, Temperature, is_stale, waiting_days};
use super::calendar::{Calendars, WorkWeek, add_days};
use super::deal::touch::PromiseKind;
use super::deal::{Deal, DealId};
use super::deposit::NextRow;
pub use super::deposit::RowDue;
pub(crate) use super::deposit::RowWaits;
use super::document::Document;
use super::money::Money;
use super::settings::Settings;
use crate::named;

/// A quotation that expires within this many days is urgent.
pub(crate) const EXPIRING_DAYS: u32 = 5;

named! {
    /// Why a deal is on the list, the most urgent first.
    pub enum TodayGroup {
        Reply = "reply",
        Money = "money",
        Unreachable = "unreachable",
        Expiring = "expiring",
        FollowUp = "follow-up",
        Progress = "progress",
        Waiting = "waiting",
    }
}

/// What exactly put a deal into its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TodayReason {
    TheyWrote {
        on: NaiveDate,
    },
    /// We promised something, and its day comes or is past.
    OurPromiseDue {
        /// Its index among the deal's promises.
        index: usize,
        by: NaiveDate,
    },
    InTransit {
        since: NaiveDate,
        money: Option<Money>,
    },
    PromiseDue {
        kind: PromiseKind,
        by: NaiveDate,
    },
    RowDue(RowDue),
    Bounced {
        on: Option<NaiveDate>,
    },
    Expires {
        on: NaiveDate,
    },
    /// The ladder's step, or the day the seller chose.
    NextIsDue(NextDate),
    /// Nothing to do before what comes next, if anything does.
    Waits(Next),
    /// Everybody there asked us to stop.
    Stopped,
}

/// One deal on today's list.
#[derive(Clone, Debug)]
pub struct Item {
    pub deal: Arc<Deal>,
    pub group: TodayGroup,
    pub reason: TodayReason,
    /// The date that put it there; for waiting deals the next planned one.
    pub due: Option<NaiveDate>,
    /// When it is to be looked at next, whatever put it there; never a day that is past.
    pub next: Next,
    pub standing: Standing,
    pub waiting_days: u32,
    pub temperature: Temperature,
    pub stale: bool,
}

impl Item {
    /// The item of a deal on a day, whatever its stage and even while it is paused.
    pub fn of(deal: &Arc<Deal>, settings: &Settings, week: &WorkWeek, on: NaiveDate) -> Self {
        let standing = Standing::of(deal);
        let waiting_days = waiting_days(deal, &standing, on);
        let (next, (group, reason, due)) = looked_at(deal, &standing, settings, week, on);
        Self {
            group,
            reason,
            due,
            next: to_come(next, is_handled(group, &standing, on), week, on),
            standing,
            waiting_days,
            temperature: Temperature::of(waiting_days, settings.threshold(deal.stage())),
            stale: is_stale(settings, deal.stage(), waiting_days),
            deal: Arc::clone(deal),
        }
    }

    /// Whether something is left to be done with it on this day.
    pub(crate) fn is_to_do(&self, on: NaiveDate) -> bool {
        self.group != TodayGroup::Waiting && !self.is_handled(on)
    }

    /// Whether we wrote or called on this day already: for today it is done, whatever is due.
    pub(crate) fn is_handled(&self, on: NaiveDate) -> bool {
        is_handled(self.group, &self.standing, on)
    }

    pub fn id(&self) -> &DealId {
        &self.deal.id
    }
}

/// The deal's item in Today, and the one rule of what is listed there: every open deal, but a paused one only where its
/// money is due or we owe what we promised.
pub fn listed(deal: &Arc<Deal>, settings: &Settings, week: &WorkWeek, on: NaiveDate) -> Option<Item> {
    if deal.stage().is_closed() {
        return None;
    }
    let item = Item::of(deal, settings, week, on);
    (!deal.is_paused(on) || item.reason.outlasts_a_pause()).then_some(item)
}

impl TodayReason {
    /// Money is due and promises of ours are owed even while a deal is paused.
    fn outlasts_a_pause(self) -> bool {
        match self {
            Self::InTransit { .. }
            | Self::PromiseDue { .. }
            | Self::RowDue(_)
            | Self::OurPromiseDue { .. } => true,
            Self::TheyWrote { .. }
            | Self::Bounced { .. }
            | Self::Expires { .. }
            | Self::NextIsDue(_)
            | Self::Waits(_)
            | Self::Stopped => false,
        }
    }
}

/// The open deals that are paused, whether or not their money is due.
pub fn paused(document: &Document, on: NaiveDate) -> impl Iterator<Item = &Arc<Deal>> {
    document.deals.values().filter(move |deal| !deal.stage().is_closed() && deal.is_paused(on))
}

/// All that is listed: by group, then date (none last), then buyer.
pub fn today(document: &Document, calendars: &Calendars, on: NaiveDate) -> Vec<Item> {
    let settings = document.settings.as_ref();
    let mut items: Vec<Item> = document
        .deals
        .values()
        .filter_map(|deal| listed(deal, settings, calendars.of(deal.buyer.country), on))
        .collect();
    items.sort_by(in_order);
    items
}

/// Follow-ups in the order in which offices open; everything else stays where it is.
pub fn by_office_opening<K: Ord>(items: &mut [Item], mut opens_at: impl FnMut(&Deal) -> K) {
    let start = items.partition_point(|item| item.group < TodayGroup::FollowUp);
    let end = items.partition_point(|item| item.group <= TodayGroup::FollowUp);
    if let Some(follow_ups) = items.get_mut(start..end) {
        follow_ups.sort_by_cached_key(|item| opens_at(&item.deal));
    }
}

/// How many deals are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Still to be dealt with today.
    pub today: usize,
    /// Written to or called today.
    pub handled: usize,
    pub waiting: usize,
    pub paused: usize,
    pub closed: usize,
    pub all: usize,
}

pub fn counts(document: &Document, on: NaiveDate, items: &[Item]) -> Counts {
    let of_items = |fits: &dyn Fn(&Item) -> bool| items.iter().filter(|item| fits(item)).count();
    Counts {
        today: of_items(&|item| item.is_to_do(on)),
        handled: of_items(&|item| item.is_handled(on)),
        waiting: of_items(&|item| item.group == TodayGroup::Waiting),
        paused: paused(document, on).count(),
        closed: document.deals.values().filter(|deal| deal.stage().is_closed()).count(),
        all: document.deals.len(),
    }
}

/// The oldest row of the deal's plan that is due on or before `on` and not paid in full.
pub fn unpaid_row_due(deal: &Deal, on: NaiveDate) -> Option<RowDue> {
    due_by(deal.plan.as_ref()?.next_row(on)?, on)
}

fn due_by(row: NextRow, on: NaiveDate) -> Option<RowDue> {
    match row {
        NextRow::Due(row) => Some(row).filter(|row| row.due <= on),
        NextRow::Waits(_) => None,
    }
}

/// Why a deal stands where it does on a day: what its next message has to be about.
pub fn reason_of(deal: &Deal, settings: &Settings, week: &WorkWeek, on: NaiveDate) -> TodayReason {
    let (_next, (_group, reason, _due)) = looked_at(deal, &Standing::of(deal), settings, week, on);
    reason
}

/// What comes next for a deal, and its place on the day.
fn looked_at(
    deal: &Deal,
    standing: &Standing,
    settings: &Settings,
    week: &WorkWeek,
    on: NaiveDate,
) -> (Next, TodayPlace) {
    let row = deal.plan.as_ref().and_then(|plan| plan.next_row(on));
    let usual = next(deal, standing, settings, week, row);
    let next = if deal.is_paused(on) { next_while_paused(deal, standing, week, row, usual) } else { usual };
    let money = money_place(deal, standing, week, row, on);
    let ours = our_promise(deal, week).filter(|promise| promise.from <= on).map(our_place);
    (next, place(deal, standing, ours, money, next, on))
}

type TodayPlace = (TodayGroup, TodayReason, Option<NaiveDate>);

fn is_handled(group: TodayGroup, standing: &Standing, on: NaiveDate) -> bool {
    !matches!(group, TodayGroup::Reply | TodayGroup::Waiting) && standing.last_outbound == Some(on)
}

/// What is due stays in the list: it is to be looked at today, and once it was, on the next working day.
fn to_come(next: Next, handled: bool, week: &WorkWeek, on: NaiveDate) -> Next {
    match next {
        Next::On(next) => {
            let earliest = if handled { week.day_after(on) } else { on };
            Next::On(NextDate { date: if next.date > on { next.date } else { earliest }, ..next })
        }
        Next::Upon(_) | Next::Nothing => next,
    }
}

fn our_place(promise: OurPromise) -> TodayPlace {
    let OurPromise { index, by, from: _ } = promise;
    (TodayGroup::Reply, TodayReason::OurPromiseDue { index, by }, Some(by))
}

fn place(
    deal: &Deal,
    standing: &Standing,
    ours: Option<TodayPlace>,
    money: Option<TodayPlace>,
    next: Next,
    on: NaiveDate,
) -> TodayPlace {
    // While a deal is paused nothing is due but its money and what we promised.
    if let Some(place) = money.or(ours).filter(|_| deal.is_paused(on)) {
        return place;
    }
    if let (Ball::Ours, Some(wrote)) = (standing.ball, standing.last_inbound) {
        return (TodayGroup::Reply, TodayReason::TheyWrote { on: wrote }, Some(wrote));
    }
    if let Some(place) = ours.or(money) {
        return place;
    }
    if standing.stopped {
        return (TodayGroup::Waiting, TodayReason::Stopped, next.day());
    }
    if is_unreachable(deal) {
        return (
            TodayGroup::Unreachable,
            TodayReason::Bounced { on: standing.bounced_on },
            standing.bounced_on,
        );
    }
    if let Some(end) = deal.agreed.valid_until.filter(|end| *end >= on && *end <= add_days(on, EXPIRING_DAYS))
    {
        return (TodayGroup::Expiring, TodayReason::Expires { on: end }, Some(end));
    }
    match next {
        Next::On(due) if due.date <= on => {
            let group = if deal.stage().is_ours() { TodayGroup::Progress } else { TodayGroup::FollowUp };
            (group, TodayReason::NextIsDue(due), Some(due.date))
        }
        Next::On(_) | Next::Upon(_) | Next::Nothing => {
            (TodayGroup::Waiting, TodayReason::Waits(next), next.day())
        }
    }
}

/// Money on its way explains a row or a promise that is due, so it is named first.
fn money_place(
    deal: &Deal,
    standing: &Standing,
    week: &WorkWeek,
    row: Option<NextRow>,
    on: NaiveDate,
) -> Option<TodayPlace> {
    if let Some(transit) = standing.in_transit {
        let reason = TodayReason::InTransit { since: transit.since, money: transit.money };
        return Some((TodayGroup::Money, reason, Some(transit.since)));
    }
    let promised = if deal.is_paused(on) { payment_promise_date } else { promise_date };
    if let Some(NextDate { date, why: NextWhy::Promise { kind, by } }) =
        promised(deal, week).filter(|promise| promise.date <= on)
    {
        return Some((TodayGroup::Money, TodayReason::PromiseDue { kind, by }, Some(date)));
    }
    row.and_then(|row| due_by(row, on))
        .map(|row| (TodayGroup::Money, TodayReason::RowDue(row), Some(row.due)))
}

/// Whether an address bounced and no other is left. A deal that never had one is reached in other ways.
fn is_unreachable(deal: &Deal) -> bool {
    let addresses = || deal.contacts.iter().filter(|contact| !contact.email.trim().is_empty());
    addresses().any(|contact| contact.bounced)
        && addresses().all(|contact| contact.bounced || contact.stopped)
}

pub(crate) fn in_order(one: &Item, other: &Item) -> Ordering {
    let key = |item: &Item| (item.group, item.due.is_none(), item.due);
    key(one)
        .cmp(&key(other))
        .then_with(|| one.deal.buyer.company.cmp(&other.deal.buyer.company))
        .then_with(|| one.deal.id.cmp(&other.deal.id))
}
