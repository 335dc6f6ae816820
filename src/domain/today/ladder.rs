//! When a deal is to be looked at next and why: promises, the seller's own date, the ladder, the plan's next payment.

use chrono::NaiveDate;

use super::turn::{Ball, InTransit, Standing};
use crate::domain::calendar::{WorkWeek, add_days};
use crate::domain::deal::Deal;
use crate::domain::deal::touch::{Promise, PromiseKind, Touch, TouchKind};
use crate::domain::deposit::{NextRow, RowDue, RowWaits};
use crate::domain::settings::Settings;

/// Days after our last message at which a running order deserves a progress update.
pub(crate) const PROGRESS_DAYS: u32 = 14;

/// What a deal waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    On(NextDate),
    /// No day is known: the next payment waits for an event without a date.
    Upon(RowWaits),
    Nothing,
}

/// The next day on which something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDate {
    pub date: NaiveDate,
    pub why: NextWhy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextWhy {
    /// They named a day; we ask on the working day after it.
    Promise { kind: PromiseKind, by: NaiveDate },
    /// We named a day; it is due from the working day before it.
    OurPromise { by: NaiveDate },
    /// The seller chose this day.
    Moved,
    /// The ladder's step of this number, counted from 1.
    Ladder { step: u32 },
    /// The same step, put off until the buyer is back or the pause is over.
    PutOff { step: u32 },
    /// A running order: tell them how it goes.
    Progress,
    /// They say that they paid: ask for proof.
    InTransit { since: NaiveDate },
    /// A row of the plan falls due.
    Row(RowDue),
}

impl NextWhy {
    fn is_about_money(self) -> bool {
        match self {
            Self::Promise { kind, .. } => kind == PromiseKind::Payment,
            Self::InTransit { .. } | Self::Row(_) => true,
            Self::OurPromise { .. }
            | Self::Moved
            | Self::Ladder { .. }
            | Self::PutOff { .. }
            | Self::Progress => false,
        }
    }
}

impl Next {
    pub fn date(self) -> Option<NextDate> {
        match self {
            Self::On(next) => Some(next),
            Self::Upon(_) | Self::Nothing => None,
        }
    }

    pub fn day(self) -> Option<NaiveDate> {
        self.date().map(|next| next.date)
    }
}

/// What the deal waits for, or a promise of ours that is due before it.
pub(crate) fn next(
    deal: &Deal,
    standing: &Standing,
    settings: &Settings,
    week: &WorkWeek,
    row: Option<NextRow>,
) -> Next {
    let theirs = next_of_theirs(deal, standing, settings, week, row);
    let ours = our_promise(deal, week).filter(|_| !deal.stage().is_closed()).map(OurPromise::next_date);
    match (ours, theirs.day()) {
        (Some(ours), Some(theirs)) if ours.date < theirs => Next::On(ours),
        (Some(ours), None) => Next::On(ours),
        (Some(_) | None, _) => theirs,
    }
}

/// A promise of theirs comes first, then the date that the seller chose. Otherwise the earlier of the ladder's step and
/// the plan's next payment, so that a deal with an open payment always has a date if the plan knows one.
fn next_of_theirs(
    deal: &Deal,
    standing: &Standing,
    settings: &Settings,
    week: &WorkWeek,
    row: Option<NextRow>,
) -> Next {
    if deal.stage().is_closed() {
        return Next::Nothing;
    }
    let moved = || deal.next.filter(|_| !standing.stopped).map(|date| NextDate { date, why: NextWhy::Moved });
    if let Some(named) = promise_date(deal, week).or_else(moved) {
        return Next::On(named);
    }
    let message = if standing.stopped {
        None
    } else if deal.stage().is_ours() {
        progress_date(deal, standing)
    } else {
        ladder_date(deal, standing, settings, week)
    };
    let due = match row {
        Some(NextRow::Due(row)) => Some(row_date(row, week)),
        Some(NextRow::Waits(_)) | None => None,
    };
    let planned = match standing.in_transit {
        // Money on its way explains a row that is due; once we asked where it is, that question counts.
        Some(transit) if standing.waiting_since.is_none() => Some(transit_date(transit, week)),
        Some(_asked) => message.or(due),
        None => due.into_iter().chain(message).min_by_key(|next| next.date),
    };
    match (planned, row) {
        (Some(planned), _) => Next::On(planned),
        (None, Some(NextRow::Waits(row))) => Next::Upon(row),
        (None, Some(NextRow::Due(_)) | None) => Next::Nothing,
    }
}

/// What is next for a paused deal; `usual` is what it would be without the pause. Only money and what we promised come
/// before the end.
pub(crate) fn next_while_paused(
    deal: &Deal,
    standing: &Standing,
    week: &WorkWeek,
    row: Option<NextRow>,
    usual: Next,
) -> Next {
    if deal.stage().is_closed() {
        return Next::Nothing;
    }
    let (due, waits) = match row {
        Some(NextRow::Due(row)) => (Some(row_date(row, week)), None),
        Some(NextRow::Waits(row)) => (None, Some(row)),
        None => (None, None),
    };
    let transit = standing.in_transit.map(|transit| transit_date(transit, week));
    let end = deal.pause.as_ref().and_then(|pause| pause.until);
    let put_off = usual.date().filter(|next| !next.why.is_about_money()).zip(end);
    let put_off = put_off.map(|(next, end)| NextDate { date: next.date.max(end), ..next });
    // What we promised is owed whether the deal is paused or not.
    let ours = our_promise(deal, week).map(OurPromise::next_date);
    let dates = [payment_promise_date(deal, week), transit, due, ours, put_off];
    match (dates.into_iter().flatten().min_by_key(|next| next.date), waits) {
        (Some(next), _) => Next::On(next),
        (None, Some(row)) => Next::Upon(row),
        (None, None) => Next::Nothing,
    }
}

/// The open promise that falls due first: the buyer's working day after the one they named.
pub(crate) fn promise_date(deal: &Deal, week: &WorkWeek) -> Option<NextDate> {
    open_promises(deal).min_by_key(|promise| promise.by).map(|promise| asked_after(promise, week))
}

/// The same for promises to pay only.
pub(crate) fn payment_promise_date(deal: &Deal, week: &WorkWeek) -> Option<NextDate> {
    let payments = open_promises(deal).filter(|promise| promise.kind.is(PromiseKind::Payment));
    payments.min_by_key(|promise| promise.by).map(|promise| asked_after(promise, week))
}

fn asked_after(promise: &Promise, week: &WorkWeek) -> NextDate {
    NextDate {
        date: week.day_after(promise.by),
        why: NextWhy::Promise { kind: promise.kind.known_or(PromiseKind::Other), by: promise.by },
    }
}

/// A promise of ours that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OurPromise {
    /// Its index among the deal's promises.
    pub(crate) index: usize,
    pub(crate) by: NaiveDate,
    /// The day from which it is listed: a working day is left to keep it.
    pub(crate) from: NaiveDate,
}

impl OurPromise {
    fn next_date(self) -> NextDate {
        NextDate { date: self.from, why: NextWhy::OurPromise { by: self.by } }
    }
}

/// The one that falls due first.
pub(crate) fn our_promise(deal: &Deal, week: &WorkWeek) -> Option<OurPromise> {
    let open = deal.promises.iter().enumerate().filter(|(_, promise)| promise.is_open_of_ours());
    let (index, promise) = open.min_by_key(|(_, promise)| promise.by)?;
    let by = promise.by;
    let promised = week.last_until(by).unwrap_or(by);
    let from = promised.pred_opt().and_then(|day| week.last_until(day)).unwrap_or(promised);
    Some(OurPromise { index, by, from })
}

/// The number of the follow-up that is next, counted from 1.
pub(crate) fn ladder_step(standing: &Standing) -> u32 {
    standing.unanswered.max(1)
}

/// How the next touch should differ from those that stayed unanswered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    Write,
    /// Two touches stayed unanswered: another channel or another person.
    ChangeChannel,
    /// The ladder ends, and nobody has called yet.
    CallFirst,
    /// The ladder ends: pause politely.
    Pause,
}

/// None while no answer is owed to us. A pause comes last: after a call, and never once money has arrived.
pub fn advice(deal: &Deal, standing: &Standing, settings: &Settings) -> Option<Advice> {
    if standing.ball != Ball::Buyers || standing.stopped || deal.stage().is_ours() || deal.stage().is_closed()
    {
        return None;
    }
    let step = usize::try_from(ladder_step(standing)).unwrap_or(usize::MAX);
    let ladder_ends = step >= ladder_of(deal, settings).len();
    Some(if ladder_ends && !standing.tried_call {
        Advice::CallFirst
    } else if ladder_ends && !standing.money_arrived() {
        Advice::Pause
    } else if standing.unanswered >= 2 {
        Advice::ChangeChannel
    } else {
        Advice::Write
    })
}

fn ladder_of<'a>(deal: &Deal, settings: &'a Settings) -> &'a [u32] {
    settings.ladder_for(deal.buyer.country, deal.stage())
}

fn ladder_date(deal: &Deal, standing: &Standing, settings: &Settings, week: &WorkWeek) -> Option<NextDate> {
    if standing.ball != Ball::Buyers {
        return None;
    }
    let step = ladder_step(standing);
    let rung = usize::try_from(step.saturating_sub(1)).ok()?;
    let days = ladder_of(deal, settings).get(rung)?;
    let mut planned = week.next_on_or_after(add_days(standing.waiting_since?, *days));
    // A step that was past already when we last wrote is not due again at once: it waits for as long as the ladder puts
    // between it and the step before. Dates known only from an import are left as they are.
    if let Some(wrote) = last_logged(deal).filter(|wrote| planned <= *wrote) {
        let before =
            rung.checked_sub(1).and_then(|rung| ladder_of(deal, settings).get(rung)).copied().unwrap_or(0);
        planned = week.next_on_or_after(add_days(wrote, days.saturating_sub(before).max(1)));
    }
    let back = standing.away_until.map(|back| week.day_after(back));
    let resumed = deal.pause.as_ref().and_then(|pause| pause.until).map(|end| week.next_on_or_after(end));
    let put_off = back.max(resumed).filter(|earliest| *earliest > planned);
    Some(match put_off {
        Some(date) => NextDate { date, why: NextWhy::PutOff { step } },
        None => NextDate { date: planned, why: NextWhy::Ladder { step } },
    })
}

/// When we last wrote, by the story.
fn last_logged(deal: &Deal) -> Option<NaiveDate> {
    let ours = |touch: &&Touch| !touch.in_summary && touch.kind.known().is_some_and(TouchKind::is_from_us);
    deal.story.iter().filter(ours).map(|touch| touch.on).max()
}

/// Moved to a working day of theirs, like the ladder's steps; money that is due does not wait for the end of a pause.
fn row_date(row: RowDue, week: &WorkWeek) -> NextDate {
    NextDate { date: week.next_on_or_after(row.due), why: NextWhy::Row(row) }
}

fn transit_date(transit: InTransit, week: &WorkWeek) -> NextDate {
    let since = transit.since;
    NextDate { date: week.next_on_or_after(since), why: NextWhy::InTransit { since } }
}

fn progress_date(deal: &Deal, standing: &Standing) -> Option<NextDate> {
    let resumed = deal.pause.as_ref().and_then(|pause| pause.until);
    let planned = add_days(standing.last_outbound?, PROGRESS_DAYS);
    Some(NextDate { date: resumed.map_or(planned, |end| end.max(planned)), why: NextWhy::Progress })
}

fn open_promises(deal: &Deal) -> impl Iterator<Item = &Promise> {
    deal.promises.iter().filter(|promise| promise.is_open_of_theirs())
}
