//! What an entry of the story does to its deal, and to the person it is about.

use super::{Rejected, change_deal};
use crate::domain::contact::Contact;
use crate::domain::deal::touch::{Promise, PromiseState, Touch, TouchKind};
use crate::domain::deal::{Deal, DealId, by_day};
use crate::domain::document::Document;

/// Puts it into the story, with all that follows from it.
pub(super) fn log(
    document: &mut Document,
    id: &DealId,
    touch: &Touch,
    promise: Option<&Promise>,
) -> Result<(), Rejected> {
    let written_to = document.deals.get(id).ok_or(Rejected::NoSuchDeal)?.contact().cloned();
    change_deal(document, id, |deal| {
        // A new touch gives a new next date, so one that the seller chose before no longer counts.
        if !touch.kind.is(TouchKind::Note) {
            deal.next = None;
        }
        settle_open_promises(deal, touch);
        end_pause(deal, touch);
        by_day::insert(&mut deal.story, touch.clone(), |touch| touch.on);
        deal.promises.extend(promise.cloned());
        Ok(())
    })?;
    let Some(person) = written_to else { return Ok(()) };
    match touch.kind.known() {
        Some(TouchKind::Bounced) => change_deal(document, id, |deal| {
            for contact in deal.contacts.iter_mut().filter(|contact| contact.same_person(&person)) {
                contact.bounced = true;
            }
            Ok(())
        }),
        // "Please stop" counts for the person, in every deal.
        Some(TouchKind::Stopped) => stop_everywhere(document, &person),
        _other_touches => Ok(()),
    }
}

/// Whether the waiting for what they promised is over.
pub(super) fn ends_promises(touch: &Touch) -> bool {
    matches!(
        touch.kind.known(),
        Some(TouchKind::Replied | TouchKind::Promised | TouchKind::SaysPaid | TouchKind::Arrived)
    )
}

/// A reply or money ends the waiting for what was promised before.
fn settle_open_promises(deal: &mut Deal, touch: &Touch) {
    if !ends_promises(touch) {
        return;
    }
    let is_ended = |promise: &Promise| promise.state.is(PromiseState::Open) && promise.made <= touch.on;
    for promise in deal.promises.iter_mut().filter(|promise| is_ended(promise)) {
        promise.state = PromiseState::Kept.into();
    }
}

/// A pause waits for a reply. One that is entered late, behind newer entries, came before the pause.
fn end_pause(deal: &mut Deal, touch: &Touch) {
    let is_newest = deal.story.iter().all(|earlier| earlier.on <= touch.on);
    if touch.kind.is(TouchKind::Replied) && is_newest && deal.pause.is_some() {
        deal.pause = None;
    }
}

fn stop_everywhere(document: &mut Document, person: &Contact) -> Result<(), Rejected> {
    let deals: Vec<DealId> = document
        .deals
        .values()
        .filter(|deal| deal.contacts.iter().any(|contact| contact.same_person(person)))
        .map(|deal| deal.id.clone())
        .collect();
    for id in deals {
        change_deal(document, &id, |deal| {
            for contact in deal.contacts.iter_mut().filter(|contact| contact.same_person(person)) {
                contact.stopped = true;
            }
            Ok(())
        })?;
    }
    Ok(())
}
