//! A day's work: to whom we wrote or spoke, why nothing more needs to be written, and what comes next.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use super::turn::Standing;
use super::{Item, TodayGroup};
use crate::domain::deal::touch::{Touch, TouchKind};
use crate::domain::deal::{Deal, Stage};
use crate::domain::document::Document;

/// A message or a call of ours on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct OurTouch {
    pub deal: Arc<Deal>,
    /// Its index in the deal's story.
    pub index: usize,
    pub touch: Touch,
}

/// Everything we wrote and said on a day, by time; entries without a time come last.
pub fn said_on(document: &Document, on: NaiveDate) -> Vec<OurTouch> {
    let mut said: Vec<OurTouch> = document
        .deals
        .values()
        .flat_map(|deal| {
            let ours = deal.story.iter().enumerate().filter(move |(_, touch)| is_ours_on(touch, on));
            ours.map(|(index, touch)| OurTouch { deal: Arc::clone(deal), index, touch: touch.clone() })
        })
        .collect();
    said.sort_by_key(|said| (said.touch.at.is_none(), said.touch.at));
    said
}

/// How much was written and said, and how much of it may not have been sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayCounts {
    pub written: usize,
    pub called: usize,
    /// Copied, and not confirmed as sent.
    pub unconfirmed: usize,
}

impl DayCounts {
    pub fn of(said: &[OurTouch]) -> Self {
        let of_kind = |kind| said.iter().filter(|said| said.touch.kind.is(kind)).count();
        let (sent, called, unconfirmed) =
            (of_kind(TouchKind::Wrote), of_kind(TouchKind::Called), of_kind(TouchKind::Copied));
        Self { written: sent.saturating_add(unconfirmed), called, unconfirmed }
    }
}

/// Why nothing needs to be written to a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettledReason {
    Said(SaidToday),
    Paused,
    Won,
    Lost,
}

/// What was done today already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaidToday {
    pub called: bool,
    pub at: Option<NaiveTime>,
}

/// None where something is left to write, such as a reply that we owe. `listed` is the deal's item in Today.
pub fn settled(deal: &Deal, listed: Option<&Item>, on: NaiveDate) -> Option<SettledReason> {
    match deal.stage() {
        Stage::Won => return Some(SettledReason::Won),
        Stage::Lost => return Some(SettledReason::Lost),
        Stage::Inquiry
        | Stage::Quoted
        | Stage::Sample
        | Stage::Negotiation
        | Stage::Terms
        | Stage::Deposit
        | Stage::Production
        | Stage::Shipped => {}
    }
    let owes_reply = listed.is_some_and(|item| item.group == TodayGroup::Reply);
    let said = said_today(deal, on).filter(|_| !owes_reply).map(SettledReason::Said);
    said.or_else(|| listed.is_none().then_some(SettledReason::Paused))
}

/// The last thing we wrote or said to them on this day.
pub(crate) fn said_today(deal: &Deal, on: NaiveDate) -> Option<SaidToday> {
    let told = deal.story.iter().rev().find(|touch| is_ours_on(touch, on));
    let told = told.map(|touch| SaidToday { called: touch.kind.is(TouchKind::Called), at: touch.at });
    // A touch known only from an import has no entry in the story.
    let imported = Standing::of(deal).last_outbound == Some(on);
    told.or_else(|| imported.then_some(SaidToday { called: false, at: None }))
}

/// The deals that come next after this day, the earliest first, at most `most` of them.
pub fn coming(items: &[Item], on: NaiveDate, most: usize) -> Vec<Item> {
    let mut coming: Vec<&Item> =
        items.iter().filter(|item| item.next.day().is_some_and(|day| day > on)).collect();
    coming.sort_by_key(|item| item.next.day());
    coming.into_iter().take(most).cloned().collect()
}

fn is_ours_on(touch: &Touch, on: NaiveDate) -> bool {
    touch.on == on && touch.kind.known().is_some_and(TouchKind::is_from_us)
}
