//! Unites two states of a deal without asking: history is united without duplicates, other values come from the pack
//! unless empty. Nothing is removed: there is no common ancestor with a colleague's pack, as `merge` would need.

use super::take;
use crate::domain::contact::Contact;
use crate::domain::deal::touch::{Promise, PromiseState, Summary, Touch, TouchKind};
use crate::domain::deal::{Agreed, Buyer, Deal, Pause, RareParts, by_day};
use crate::domain::deposit::{DocumentStyle, Plan};
use crate::domain::diagnosis::Diagnosis;
use crate::domain::library::bank::GivenBank;
use crate::domain::message::Work;
use crate::domain::names::Word;
use crate::domain::versions::payments;

/// Ours with everything of theirs; the id stays ours. Uniting with the same again changes nothing.
pub(crate) fn united(ours: &Deal, theirs: &Deal) -> Deal {
    let mut deal = ours.clone();
    // Every field is named here and below: one that is added and not united does not compile.
    let Deal {
        id: _stays_ours,
        buyer,
        contacts,
        product,
        stage,
        tags,
        notes,
        agreed,
        summary,
        story,
        next,
        rare,
        extra,
    } = theirs;
    let RareParts {
        promises,
        pause,
        diagnosis,
        plan,
        plan_name,
        alternatives,
        costs,
        transfer_fee,
        bank_given,
        message,
        forms,
    } = &**rare;
    unite_buyer(&mut deal.buyer, buyer);
    unite(&mut deal.contacts, contacts, Contact::same_person, unite_contact, push);
    take::text(&mut deal.product, product);
    deal.stage.clone_from(stage);
    for tag in tags {
        if !deal.tags.contains(tag) {
            deal.tags.push(tag.clone());
        }
    }
    take::text(&mut deal.notes, notes);
    unite_agreed(&mut deal.agreed, agreed);
    unite_summary(&mut deal.summary, summary);
    unite(&mut deal.story, story, same_touch, unite_touch, by_day);
    unite(&mut deal.promises, promises, same_promise, unite_promise, push);
    take::option(&mut deal.next, next);
    unite_pause(&mut deal.pause, pause.as_ref());
    unite_diagnosis(&mut deal.diagnosis, diagnosis);
    unite_plan(&mut deal.plan, plan.as_ref());
    take::text(&mut deal.plan_name, plan_name);
    // Plans to compare and costs belong together, so they come from one side as a whole.
    take::list(&mut deal.alternatives, alternatives);
    take::list(&mut deal.costs, costs);
    take::option(&mut deal.transfer_fee, transfer_fee);
    for given in bank_given {
        GivenBank::remember(&mut deal.bank_given, given);
    }
    unite_message(&mut deal.message, message);
    deal.forms.unite(forms);
    take::extra(&mut deal.extra, extra);
    deal.agree_by_stage();
    deal
}

/// Each entry of theirs is matched with one of ours: first an equal one, then one that is the same all the same and is
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

fn by_day(story: &mut Vec<Touch>, touch: Touch) {
    by_day::insert(story, touch, |touch| touch.on);
}

fn unite_buyer(ours: &mut Buyer, theirs: &Buyer) {
    let Buyer { company, country, city, time_zone, language, extra } = theirs;
    take::text(&mut ours.company, company);
    take::option(&mut ours.country, country);
    take::text(&mut ours.city, city);
    take::text(&mut ours.time_zone, time_zone);
    take::text(&mut ours.language, language);
    take::extra(&mut ours.extra, extra);
}

/// Whoever asked either of us to stop is not written to again.
fn unite_contact(ours: &mut Contact, theirs: &Contact) {
    let Contact { name, role, greeting, email, phone, bounced, stopped, forms, extra } = theirs;
    let same_address = ours.email.trim().eq_ignore_ascii_case(email.trim());
    take::text(&mut ours.name, name);
    take::text(&mut ours.role, role);
    take::text(&mut ours.greeting, greeting);
    take::text(&mut ours.phone, phone);
    if !same_address {
        take::text(&mut ours.email, email);
    }
    let addressed = !email.trim().is_empty();
    ours.bounced = if addressed && !same_address { *bounced } else { ours.bounced || *bounced };
    ours.stopped |= *stopped;
    ours.forms.unite(forms);
    take::extra(&mut ours.extra, extra);
}

fn unite_agreed(ours: &mut Agreed, theirs: &Agreed) {
    let Agreed {
        pi,
        pi_date,
        valid_until,
        quantity,
        currency,
        unit_price,
        amount,
        incoterm,
        lead_time_days,
        shutdown_days,
        cut_off_days,
        ship_by,
        payment_terms,
        open_questions,
        extra,
    } = theirs;
    take::text(&mut ours.pi, pi);
    take::option(&mut ours.pi_date, pi_date);
    take::option(&mut ours.valid_until, valid_until);
    take::text(&mut ours.quantity, quantity);
    take::option(&mut ours.currency, currency);
    take::option(&mut ours.unit_price, unit_price);
    take::option(&mut ours.amount, amount);
    take::text(&mut ours.incoterm, incoterm);
    take::option(&mut ours.lead_time_days, lead_time_days);
    take::option(&mut ours.shutdown_days, shutdown_days);
    take::option(&mut ours.cut_off_days, cut_off_days);
    take::option(&mut ours.ship_by, ship_by);
    take::text(&mut ours.payment_terms, payment_terms);
    take::text(&mut ours.open_questions, open_questions);
    take::extra(&mut ours.extra, extra);
}

fn unite_summary(ours: &mut Summary, theirs: &Summary) {
    let Summary { last_inbound, last_outbound, waiting_since, unanswered, extra } = theirs;
    take::option(&mut ours.last_inbound, last_inbound);
    take::option(&mut ours.last_outbound, last_outbound);
    take::option(&mut ours.waiting_since, waiting_since);
    take::option(&mut ours.unanswered, unanswered);
    take::extra(&mut ours.extra, extra);
}

/// A copied draft that one of us confirmed as sent is still the same touch.
fn same_touch(ours: &Touch, theirs: &Touch) -> bool {
    let Touch {
        on,
        at,
        kind,
        channel,
        note,
        subject: _,
        text,
        to: _,
        strategy: _,
        step: _,
        until,
        money,
        in_summary: _,
        extra: _,
    } = theirs;
    let sent = |kind: &Word<TouchKind>| kind.is(TouchKind::Copied) || kind.is(TouchKind::Wrote);
    (ours.kind == *kind || (sent(&ours.kind) && sent(kind)))
        && (ours.on, ours.at, &ours.channel) == (*on, *at, channel)
        && (&ours.note, ours.until, ours.money) == (note, *until, *money)
        && (ours.text.is_empty() || text.is_empty() || ours.text == *text)
}

/// The fields that `same_touch` compares are the same already.
fn unite_touch(ours: &mut Touch, theirs: &Touch) {
    let Touch {
        kind,
        in_summary,
        extra,
        subject,
        text,
        to,
        strategy,
        step,
        on: _,
        at: _,
        channel: _,
        note: _,
        until: _,
        money: _,
    } = theirs;
    take::text(&mut ours.subject, subject);
    take::text(&mut ours.text, text);
    take::text(&mut ours.to, to);
    take::option(&mut ours.strategy, strategy);
    take::option(&mut ours.step, step);
    if ours.kind.is(TouchKind::Copied) {
        ours.kind.clone_from(kind);
    }
    ours.in_summary |= *in_summary;
    take::extra(&mut ours.extra, extra);
}

fn same_promise(ours: &Promise, theirs: &Promise) -> bool {
    let Promise { kind, by, made, note, ours: of_seller, state: _, extra: _ } = theirs;
    ours.kind == *kind
        && ours.ours == *of_seller
        && (ours.by, ours.made) == (*by, *made)
        && ours.note.trim() == note.trim()
}

/// A promise that is settled is not opened again.
fn unite_promise(ours: &mut Promise, theirs: &Promise) {
    let Promise { state, extra, kind: _, by: _, made: _, note: _, ours: _ } = theirs;
    if !state.is(PromiseState::Open) {
        ours.state.clone_from(state);
    }
    take::extra(&mut ours.extra, extra);
}

fn unite_pause(ours: &mut Option<Pause>, theirs: Option<&Pause>) {
    let (ours, theirs) = match (ours, theirs) {
        (_, None) => return,
        (ours @ None, Some(theirs)) => return *ours = Some(theirs.clone()),
        (Some(ours), Some(theirs)) => (ours, theirs),
    };
    let Pause { reason, until, extra } = theirs;
    take::text(&mut ours.reason, reason);
    take::option(&mut ours.until, until);
    take::extra(&mut ours.extra, extra);
}

fn unite_diagnosis(ours: &mut Diagnosis, theirs: &Diagnosis) {
    let Diagnosis { answers, concluded, confirmed, extra } = theirs;
    for given in answers {
        match ours.answers.iter_mut().find(|known| known.question == given.question) {
            Some(known) => known.clone_from(given),
            None => ours.answers.push(given.clone()),
        }
    }
    take::option(&mut ours.concluded, concluded);
    take::option(&mut ours.confirmed, confirmed);
    take::extra(&mut ours.extra, extra);
}

/// Terms and the rows that an earlier change of them kept belong together.
fn unite_plan(ours: &mut Option<Plan>, theirs: Option<&Plan>) {
    let (ours, theirs) = match (ours, theirs) {
        (_, None) => return,
        (ours @ None, Some(theirs)) => return *ours = Some(theirs.clone()),
        (Some(ours), Some(theirs)) => (ours, theirs),
    };
    let Plan {
        terms,
        kept,
        payments: paid,
        production_share,
        ships_days_after,
        tolerance,
        paper,
        proposed,
        extra,
    } = theirs;
    if ours.terms != *terms || !kept.is_empty() {
        ours.terms.clone_from(terms);
        ours.kept.clone_from(kept);
    }
    ours.payments = payments::united(&ours.payments, paid);
    take::option(&mut ours.production_share, production_share);
    take::option(&mut ours.ships_days_after, ships_days_after);
    take::option(&mut ours.tolerance, tolerance);
    unite_paper(&mut ours.paper, paper);
    // Agreed on either side is agreed.
    ours.proposed &= *proposed;
    take::extra(&mut ours.extra, extra);
}

fn unite_paper(ours: &mut DocumentStyle, theirs: &DocumentStyle) {
    let DocumentStyle { language, deposit_word, extra } = theirs;
    take::text(&mut ours.language, language);
    take::option(&mut ours.deposit_word, deposit_word);
    take::extra(&mut ours.extra, extra);
}

fn unite_message(ours: &mut Work, theirs: &Work) {
    let Work { strategy, step, language, channel, tone, fields, edited, set_aside, one_letter, extra } =
        theirs;
    take::option(&mut ours.strategy, strategy);
    take::option(&mut ours.step, step);
    take::text(&mut ours.language, language);
    take::option(&mut ours.channel, channel);
    take::option(&mut ours.tone, tone);
    for (name, value) in fields {
        ours.fields.insert(name.clone(), value.clone());
    }
    ours.take_texts(edited.as_ref(), set_aside);
    ours.one_letter |= *one_letter;
    take::extra(&mut ours.extra, extra);
}
