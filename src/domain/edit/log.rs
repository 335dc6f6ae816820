//! What an entry of the story does to its deal, and to the person it is about.

use chrono::NaiveDate;

use super::{Rejected, change_deal};
use crate::domain::contact::Contact;
use crate::domain::deal::after_yes::AfterYes;
use crate::domain::deal::copied::copied;
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
        if touch.kind.is(TouchKind::Copied) {
            copied(deal, touch);
        }
        // A recorded payment agrees by itself, until it is taken back as a mistake.
        if tells_of_payment(touch) && deal.plan_is_proposed() {
            deal.agree_to_plan();
        }
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

/// Their answers after the yes, as one entry with all that follows from it.
pub(super) fn after_yes(
    document: &mut Document,
    id: &DealId,
    answers: &AfterYes,
    on: NaiveDate,
) -> Result<(), Rejected> {
    log(document, id, &answers.touch(on), None)?;
    change_deal(document, id, |deal| {
        deal.promises.extend(answers.promises(on));
        let known = |contact: &Contact| deal.contacts.iter().any(|other| other.same_person(contact));
        let deputy = answers.contact().filter(|contact| !known(contact));
        deal.contacts.extend(deputy);
        Ok(())
    })
}

/// Whether the waiting for what they promised is over; ours stay until they are settled by hand.
pub(super) fn ends_promises(touch: &Touch) -> bool {
    matches!(
        touch.kind.known(),
        Some(TouchKind::Replied | TouchKind::Promised | TouchKind::SaysPaid | TouchKind::Arrived)
    )
}

/// Whoever pays has agreed to the plan.
fn tells_of_payment(touch: &Touch) -> bool {
    matches!(touch.kind.known(), Some(TouchKind::SaysPaid | TouchKind::Arrived))
}

/// A reply or money ends the waiting for what was promised before.
fn settle_open_promises(deal: &mut Deal, touch: &Touch) {
    if !ends_promises(touch) {
        return;
    }
    let is_ended = |promise: &Promise| promise.is_open_of_theirs() && promise.made <= touch.on;
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
