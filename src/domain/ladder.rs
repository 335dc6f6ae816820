//! When to write next and how: promises, the seller's own date, the follow-up ladder.

use chrono::NaiveDate;

use super::calendar::{WorkWeek, add_days};
use super::deal::Deal;
use super::settings::Settings;
use super::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use super::turn::{Ball, Standing};

/// Days after our last message at which a running order deserves a progress update.
pub const PROGRESS_DAYS: u32 = 14;

/// The next day on which something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDate {
    pub date: NaiveDate,
    pub why: NextWhy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextWhy {
    /// They named a day; the next working day we ask.
    Promise { kind: PromiseKind, by: NaiveDate },
    /// The seller chose this day.
    Moved,
    /// The ladder's step of this number, counted from 1.
    Ladder { step: u32 },
    /// The same step, put off until the buyer is back or the pause is over.
    PutOff { step: u32 },
    /// A running order: tell them how it goes.
    Progress,
}

/// A promise beats the seller's date, which beats the ladder; past the last step there is none.
pub fn next_date(deal: &Deal, standing: &Standing, settings: &Settings, week: &WorkWeek) -> Option<NextDate> {
    if deal.stage().is_closed() {
        return None;
    }
    if let Some(promise) = promise_date(deal, week) {
        return Some(promise);
    }
    if standing.stopped {
        return None;
    }
    if let Some(date) = deal.next {
        return Some(NextDate { date, why: NextWhy::Moved });
    }
    if deal.stage().is_ours() {
        progress_date(deal, standing)
    } else {
        ladder_date(deal, standing, settings, week)
    }
}

/// The open promise that falls due first: the buyer's working day after the one they named.
pub fn promise_date(deal: &Deal, week: &WorkWeek) -> Option<NextDate> {
    first_open_promise(deal).map(|promise| NextDate {
        date: week.day_after(promise.by),
        why: NextWhy::Promise { kind: promise.kind.known_or(PromiseKind::Other), by: promise.by },
    })
}

/// The number of the follow-up that is next, counted from 1.
pub fn ladder_step(standing: &Standing) -> u32 {
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
    } else if ladder_ends && !standing.money_arrived {
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
    // A step that was past already when we last wrote is not due again at once: it waits as long as the ladder
    // puts between it and the one before. What an import tells is left as it is.
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

/// When we last wrote, as the story tells it.
fn last_logged(deal: &Deal) -> Option<NaiveDate> {
    let ours = |touch: &&Touch| !touch.in_summary && touch.kind.known().is_some_and(TouchKind::is_from_us);
    deal.story.iter().filter(ours).map(|touch| touch.on).max()
}

fn progress_date(deal: &Deal, standing: &Standing) -> Option<NextDate> {
    let resumed = deal.pause.as_ref().and_then(|pause| pause.until);
    let planned = add_days(standing.last_outbound?, PROGRESS_DAYS);
    Some(NextDate { date: resumed.map_or(planned, |end| end.max(planned)), why: NextWhy::Progress })
}

fn first_open_promise(deal: &Deal) -> Option<&Promise> {
    deal.promises
        .iter()
        .filter(|promise| promise.state.is(PromiseState::Open))
        .min_by_key(|promise| promise.by)
}
