//! Makes one deal of two states of it without asking: what happened is united without doubles, of other values the pack's
//! count unless they are empty. Nothing goes: a colleague's pack knows no common past, which `merge` needs and asks about.

use crate::domain::contact::Contact;
use crate::domain::deal::{Agreed, Buyer, Deal, Pause};
use crate::domain::deposit::{Payment, Plan};
use crate::domain::diagnosis::Diagnosis;
use crate::domain::document::Extra;
use crate::domain::message::Work;
use crate::domain::touch::{Promise, PromiseState, Summary, Touch, TouchKind};

/// Ours with everything of theirs; the id stays ours. Uniting with the same again changes nothing.
pub(super) fn united(ours: &Deal, theirs: &Deal) -> Deal {
    let mut deal = ours.clone();
    buyer(&mut deal.buyer, &theirs.buyer);
    unite(&mut deal.contacts, &theirs.contacts, Contact::same_person, contact, push);
    text(&mut deal.product, &theirs.product);
    deal.stage.clone_from(&theirs.stage);
    for tag in &theirs.tags {
        if !deal.tags.contains(tag) {
            deal.tags.push(tag.clone());
        }
    }
    text(&mut deal.notes, &theirs.notes);
    agreed(&mut deal.agreed, &theirs.agreed);
    summary(&mut deal.summary, &theirs.summary);
    unite(&mut deal.story, &theirs.story, same_touch, touch, by_date);
    unite(&mut deal.promises, &theirs.promises, same_promise, promise, push);
    option(&mut deal.next, &theirs.next);
    pause(&mut deal.pause, theirs.pause.as_ref());
    diagnosis(&mut deal.diagnosis, &theirs.diagnosis);
    plan(&mut deal.plan, theirs.plan.as_ref());
    comparison(&mut deal, theirs);
    message(&mut deal.message, &theirs.message);
    extra(&mut deal.extra, &theirs.extra);
    deal
}

/// Each of theirs finds its own counterpart: first an equal one, then one that is the same all the same and is
/// merged, else it is new. So two equal calls on one day stay two, and never become four.
fn unite<T: Clone + PartialEq>(
    ours: &mut Vec<T>,
    theirs: &[T],
    same: impl Fn(&T, &T) -> bool,
    merge: impl Fn(&mut T, &T),
    insert: impl Fn(&mut Vec<T>, T),
) {
    let mut taken: Vec<bool> = ours.iter().map(|_| false).collect();
    let mut left = Vec::new();
    for one in theirs {
        let equal = ours.iter().zip(&mut taken).find(|(our, taken)| !**taken && *our == one);
        match equal {
            Some((_, taken)) => *taken = true,
            None => left.push(one),
        }
    }
    let mut new = Vec::new();
    for one in left {
        let alike = ours.iter_mut().zip(&mut taken).find(|(our, taken)| !**taken && same(our, one));
        match alike {
            Some((our, taken)) => {
                merge(our, one);
                *taken = true;
            }
            None => new.push(one),
        }
    }
    for one in new {
        insert(ours, one.clone());
    }
}

fn push<T>(list: &mut Vec<T>, one: T) {
    list.push(one);
}

/// After all touches of the same or an earlier day.
fn by_date(story: &mut Vec<Touch>, touch: Touch) {
    let index =
        story.iter().rposition(|earlier| earlier.on <= touch.on).map_or(0, |last| last.saturating_add(1));
    story.insert(index, touch);
}

/// Outer white space is no difference.
fn text(ours: &mut String, theirs: &str) {
    if !theirs.trim().is_empty() && ours.trim() != theirs.trim() {
        theirs.clone_into(ours);
    }
}

fn option<T: Clone>(ours: &mut Option<T>, theirs: &Option<T>) {
    if theirs.is_some() {
        ours.clone_from(theirs);
    }
}

fn extra(ours: &mut Extra, theirs: &Extra) {
    for (name, value) in theirs {
        ours.insert(name.clone(), value.clone());
    }
}

fn buyer(ours: &mut Buyer, theirs: &Buyer) {
    text(&mut ours.company, &theirs.company);
    option(&mut ours.country, &theirs.country);
    text(&mut ours.city, &theirs.city);
    text(&mut ours.time_zone, &theirs.time_zone);
    text(&mut ours.language, &theirs.language);
    extra(&mut ours.extra, &theirs.extra);
}

/// Who asked us to stop stays asked, whoever of us was told.
fn contact(ours: &mut Contact, theirs: &Contact) {
    let same_address = ours.email.trim().eq_ignore_ascii_case(theirs.email.trim());
    text(&mut ours.name, &theirs.name);
    text(&mut ours.role, &theirs.role);
    text(&mut ours.greeting, &theirs.greeting);
    text(&mut ours.phone, &theirs.phone);
    if !same_address {
        text(&mut ours.email, &theirs.email);
    }
    let addressed = !theirs.email.trim().is_empty();
    ours.bounced = if addressed && !same_address { theirs.bounced } else { ours.bounced || theirs.bounced };
    ours.stopped |= theirs.stopped;
    extra(&mut ours.extra, &theirs.extra);
}

fn agreed(ours: &mut Agreed, theirs: &Agreed) {
    text(&mut ours.pi, &theirs.pi);
    option(&mut ours.pi_date, &theirs.pi_date);
    option(&mut ours.valid_until, &theirs.valid_until);
    text(&mut ours.quantity, &theirs.quantity);
    option(&mut ours.currency, &theirs.currency);
    option(&mut ours.unit_price, &theirs.unit_price);
    option(&mut ours.amount, &theirs.amount);
    text(&mut ours.incoterm, &theirs.incoterm);
    option(&mut ours.lead_time_days, &theirs.lead_time_days);
    option(&mut ours.shutdown_days, &theirs.shutdown_days);
    option(&mut ours.cut_off_days, &theirs.cut_off_days);
    option(&mut ours.ship_by, &theirs.ship_by);
    text(&mut ours.payment_terms, &theirs.payment_terms);
    text(&mut ours.open_questions, &theirs.open_questions);
    extra(&mut ours.extra, &theirs.extra);
}

fn summary(ours: &mut Summary, theirs: &Summary) {
    option(&mut ours.last_inbound, &theirs.last_inbound);
    option(&mut ours.last_outbound, &theirs.last_outbound);
    option(&mut ours.waiting_since, &theirs.waiting_since);
    option(&mut ours.unanswered, &theirs.unanswered);
    extra(&mut ours.extra, &theirs.extra);
}

/// A copied draft that one of us confirmed as sent is still the same touch.
fn same_touch(ours: &Touch, theirs: &Touch) -> bool {
    let sent = |touch: &Touch| touch.kind.is(TouchKind::Copied) || touch.kind.is(TouchKind::Wrote);
    (ours.kind == theirs.kind || (sent(ours) && sent(theirs)))
        && (ours.on, ours.at, &ours.channel) == (theirs.on, theirs.at, &theirs.channel)
        && (&ours.note, ours.until, ours.money) == (&theirs.note, theirs.until, theirs.money)
}

fn touch(ours: &mut Touch, theirs: &Touch) {
    if ours.kind.is(TouchKind::Copied) {
        ours.kind.clone_from(&theirs.kind);
    }
    ours.in_summary |= theirs.in_summary;
    extra(&mut ours.extra, &theirs.extra);
}

fn same_promise(ours: &Promise, theirs: &Promise) -> bool {
    ours.kind == theirs.kind
        && (ours.by, ours.made) == (theirs.by, theirs.made)
        && ours.note.trim() == theirs.note.trim()
}

/// What is settled is not opened again.
fn promise(ours: &mut Promise, theirs: &Promise) {
    if !theirs.state.is(PromiseState::Open) {
        ours.state.clone_from(&theirs.state);
    }
    extra(&mut ours.extra, &theirs.extra);
}

fn pause(ours: &mut Option<Pause>, theirs: Option<&Pause>) {
    match (ours, theirs) {
        (_, None) => {}
        (ours @ None, Some(theirs)) => *ours = Some(theirs.clone()),
        (Some(ours), Some(theirs)) => {
            text(&mut ours.reason, &theirs.reason);
            option(&mut ours.until, &theirs.until);
            extra(&mut ours.extra, &theirs.extra);
        }
    }
}

fn diagnosis(ours: &mut Diagnosis, theirs: &Diagnosis) {
    for given in &theirs.answers {
        match ours.answers.iter_mut().find(|known| known.question == given.question) {
            Some(known) => known.clone_from(given),
            None => ours.answers.push(given.clone()),
        }
    }
    option(&mut ours.concluded, &theirs.concluded);
    option(&mut ours.confirmed, &theirs.confirmed);
    extra(&mut ours.extra, &theirs.extra);
}

/// Terms and the rows that an earlier change of them kept belong together.
fn plan(ours: &mut Option<Plan>, theirs: Option<&Plan>) {
    let (ours, theirs) = match (ours, theirs) {
        (_, None) => return,
        (ours @ None, Some(theirs)) => {
            *ours = Some(theirs.clone());
            return;
        }
        (Some(ours), Some(theirs)) => (ours, theirs),
    };
    if ours.terms != theirs.terms || !theirs.kept.is_empty() {
        ours.terms.clone_from(&theirs.terms);
        ours.kept.clone_from(&theirs.kept);
    }
    unite(
        &mut ours.payments,
        &theirs.payments,
        same_payment,
        |our, their| extra(&mut our.extra, &their.extra),
        push,
    );
    option(&mut ours.production_share, &theirs.production_share);
    option(&mut ours.ships_days_after, &theirs.ships_days_after);
    option(&mut ours.tolerance, &theirs.tolerance);
    extra(&mut ours.extra, &theirs.extra);
}

/// Plans to compare and costs mean something together: those of one side, not a mixture.
fn comparison(ours: &mut Deal, theirs: &Deal) {
    text(&mut ours.plan_name, &theirs.plan_name);
    if !theirs.alternatives.is_empty() {
        ours.alternatives.clone_from(&theirs.alternatives);
    }
    if !theirs.costs.is_empty() {
        ours.costs.clone_from(&theirs.costs);
    }
    option(&mut ours.transfer_fee, &theirs.transfer_fee);
}

fn same_payment(ours: &Payment, theirs: &Payment) -> bool {
    ours.on == theirs.on && ours.money == theirs.money && ours.reference.trim() == theirs.reference.trim()
}

fn message(ours: &mut Work, theirs: &Work) {
    option(&mut ours.strategy, &theirs.strategy);
    option(&mut ours.step, &theirs.step);
    text(&mut ours.language, &theirs.language);
    option(&mut ours.channel, &theirs.channel);
    option(&mut ours.tone, &theirs.tone);
    for (name, value) in &theirs.fields {
        ours.fields.insert(name.clone(), value.clone());
    }
    option(&mut ours.edited, &theirs.edited);
    extra(&mut ours.extra, &theirs.extra);
}
