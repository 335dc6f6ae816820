//! Today's list: every open deal once, in the group that says why it is there, the most urgent first.

use std::cmp::Ordering;
use std::sync::Arc;

use chrono::NaiveDate;

use super::calendar::{Calendars, WorkWeek, add_days};
use super::deal::{Deal, DealId};
use super::deposit::{DepositWord, Label, Status};
use super::document::Document;
use super::ladder::{NextDate, NextWhy, next_date, promise_date};
use super::money::Money;
use super::settings::Settings;
use super::touch::PromiseKind;
use super::turn::{Ball, Standing, Temperature, is_stale, waiting_days};
use crate::named;

/// A quotation that ends within so many days is urgent.
pub const EXPIRING_DAYS: u32 = 5;

named! {
    /// Why a deal is on the list, the most urgent first.
    pub enum Group {
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
pub enum Reason {
    TheyWrote {
        on: NaiveDate,
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
    /// Nothing to do before the next date, if there is one.
    Waits(Option<NextDate>),
    /// Everybody there asked us to stop.
    Stopped,
}

/// A row of the payment plan that is due and not paid in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowDue {
    pub label: Label,
    pub due: NaiveDate,
    /// What is still open of it.
    pub amount: Money,
    /// Counted among the rows of the same label.
    pub part: u32,
    pub parts: u32,
    pub overdue: bool,
    /// What the plan's papers call the deposit.
    pub word: DepositWord,
}

/// One deal on today's list.
#[derive(Clone, Debug)]
pub struct Item {
    pub deal: Arc<Deal>,
    pub group: Group,
    pub reason: Reason,
    /// The date that put it there; for waiting deals the next planned one.
    pub due: Option<NaiveDate>,
    pub standing: Standing,
    pub waiting_days: u32,
    pub temperature: Temperature,
    pub stale: bool,
}

impl Item {
    /// One deal as it stands on a day, whatever its stage and even while paused.
    pub fn of(deal: &Arc<Deal>, settings: &Settings, week: &WorkWeek, on: NaiveDate) -> Self {
        let standing = Standing::of(deal);
        let waiting_days = waiting_days(deal, &standing, on);
        let (group, reason, due) = place(deal, &standing, settings, week, on);
        Self {
            group,
            reason,
            due,
            standing,
            waiting_days,
            temperature: Temperature::of(waiting_days, settings.threshold(deal.stage())),
            stale: is_stale(settings, deal.stage(), waiting_days),
            deal: Arc::clone(deal),
        }
    }

    /// Whether we wrote or called on this day already: for today it is done, whatever is due.
    pub fn is_handled(&self, on: NaiveDate) -> bool {
        !matches!(self.group, Group::Reply | Group::Waiting) && self.standing.last_outbound == Some(on)
    }

    pub fn id(&self) -> &DealId {
        &self.deal.id
    }
}

/// Every open deal that is not paused: by group, then date (none last), then buyer.
pub fn today(document: &Document, calendars: &Calendars, on: NaiveDate) -> Vec<Item> {
    let settings = document.settings.as_ref();
    let mut items: Vec<Item> = document
        .deals
        .values()
        .filter(|deal| !deal.stage().is_closed() && !deal.is_paused(on))
        .map(|deal| Item::of(deal, settings, calendars.of(deal.buyer.country), on))
        .collect();
    items.sort_by(in_order);
    items
}

/// Follow-ups in the order in which offices open; everything else stays where it is.
pub fn by_office_opening<K: Ord>(items: &mut [Item], mut opens_at: impl FnMut(&Deal) -> K) {
    let start = items.partition_point(|item| item.group < Group::FollowUp);
    let end = items.partition_point(|item| item.group <= Group::FollowUp);
    if let Some(follow_ups) = items.get_mut(start..end) {
        follow_ups.sort_by_cached_key(|item| opens_at(&item.deal));
    }
}

/// How many deals stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// To be dealt with today: everything on the list but waiting deals.
    pub today: usize,
    pub waiting: usize,
    pub paused: usize,
    pub closed: usize,
    pub all: usize,
}

pub fn counts(document: &Document, on: NaiveDate, items: &[Item]) -> Counts {
    let waiting = items.iter().filter(|item| item.group == Group::Waiting).count();
    let closed = document.deals.values().filter(|deal| deal.stage().is_closed()).count();
    let paused =
        document.deals.values().filter(|deal| !deal.stage().is_closed() && deal.is_paused(on)).count();
    Counts { today: items.len().saturating_sub(waiting), waiting, paused, closed, all: document.deals.len() }
}

/// The oldest row of the deal's plan that is due on or before `on` and not paid in full.
pub fn unpaid_row_due(deal: &Deal, on: NaiveDate) -> Option<RowDue> {
    let plan = deal.plan.as_ref()?;
    let rows = plan.status(on).ok()?;
    let oldest = rows
        .iter()
        .filter(|row| row.status != Status::Paid)
        .filter_map(|row| row.row.due.filter(|due| *due <= on).map(|due| (due, row)))
        .min_by_key(|(due, row)| (*due, row.row.n));
    let (due, oldest) = oldest?;
    let (part, parts) = plan.schedule().ok()?.place(&oldest.row);
    let (label, amount) = (oldest.row.label, oldest.open());
    Some(RowDue { label, due, amount, part, parts, overdue: due < on, word: plan.paper.deposit_word() })
}

type Place = (Group, Reason, Option<NaiveDate>);

fn place(deal: &Deal, standing: &Standing, settings: &Settings, week: &WorkWeek, on: NaiveDate) -> Place {
    if let (Ball::Ours, Some(wrote)) = (standing.ball, standing.last_inbound) {
        return (Group::Reply, Reason::TheyWrote { on: wrote }, Some(wrote));
    }
    if let Some(place) = money_place(deal, standing, week, on) {
        return place;
    }
    if standing.stopped {
        return (Group::Waiting, Reason::Stopped, None);
    }
    if is_unreachable(deal) {
        return (Group::Unreachable, Reason::Bounced { on: standing.bounced_on }, standing.bounced_on);
    }
    if let Some(end) = deal.agreed.valid_until.filter(|end| *end >= on && *end <= add_days(on, EXPIRING_DAYS))
    {
        return (Group::Expiring, Reason::Expires { on: end }, Some(end));
    }
    let next = next_date(deal, standing, settings, week);
    match next {
        Some(due) if due.date <= on => {
            let group = if deal.stage().is_ours() { Group::Progress } else { Group::FollowUp };
            (group, Reason::NextIsDue(due), Some(due.date))
        }
        Some(_) | None => (Group::Waiting, Reason::Waits(next), next.map(|next| next.date)),
    }
}

/// Money on its way explains a row or a promise that is due, so it is named first.
fn money_place(deal: &Deal, standing: &Standing, week: &WorkWeek, on: NaiveDate) -> Option<Place> {
    if let Some(transit) = standing.in_transit {
        let reason = Reason::InTransit { since: transit.since, money: transit.money };
        return Some((Group::Money, reason, Some(transit.since)));
    }
    if let Some(NextDate { date, why: NextWhy::Promise { kind, by } }) =
        promise_date(deal, week).filter(|promise| promise.date <= on)
    {
        return Some((Group::Money, Reason::PromiseDue { kind, by }, Some(date)));
    }
    unpaid_row_due(deal, on).map(|row| (Group::Money, Reason::RowDue(row), Some(row.due)))
}

/// An address came back and no other is left. A deal that never had one is reached in other ways.
fn is_unreachable(deal: &Deal) -> bool {
    let addresses = || deal.contacts.iter().filter(|contact| !contact.email.trim().is_empty());
    addresses().any(|contact| contact.bounced)
        && addresses().all(|contact| contact.bounced || contact.stopped)
}

pub fn in_order(one: &Item, other: &Item) -> Ordering {
    let key = |item: &Item| (item.group, item.due.is_none(), item.due);
    key(one)
        .cmp(&key(other))
        .then_with(|| one.deal.buyer.company.cmp(&other.deal.buyer.company))
        .then_with(|| one.deal.id.cmp(&other.deal.id))
}
