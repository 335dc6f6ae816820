//! What a deal shows by itself: answers to the built-in model's questions that need not be asked.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Given;
use super::keywords::{NoteScope, SIGNS};
use crate::domain::calendar::days_between;
use crate::domain::deal::touch::{Channel, PromiseKind, Touch, TouchKind};
use crate::domain::deal::{Deal, Stage};
use crate::domain::money::Money;

/// An answer that the deal gives by itself, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub given: Given,
    pub shown: ShownBy,
}

/// What in the deal shows it.
#[derive(Clone, Debug, PartialEq)]
pub enum ShownBy {
    Stage(Stage),
    /// A machine answered that they are away.
    AutoReply {
        on: NaiveDate,
        until: NaiveDate,
    },
    /// The seller paused the deal for their absence.
    Pause {
        reason: String,
        until: Option<NaiveDate>,
    },
    /// A message came back; the day where it is known.
    Bounced {
        on: Option<NaiveDate>,
    },
    /// We wrote or called this often since we last heard from them, by these channels.
    Tried {
        touches: usize,
        channels: Vec<Channel>,
    },
    SaysPaid {
        on: NaiveDate,
    },
    Promise {
        kind: PromiseKind,
        made: NaiveDate,
        by: NaiveDate,
    },
    /// The contact's own position.
    Role {
        name: String,
        role: String,
    },
    Amount(Money),
    /// A note says so: of that day's touch, or one without a date.
    Note {
        on: Option<NaiveDate>,
        snippet: String,
    },
}

/// What the deal shows, at most one answer to a question; facts take precedence over words in notes.
pub fn already_known(deal: &Deal, today: NaiveDate) -> Vec<Known> {
    let from_records =
        [stage(deal), away(deal, today), reached(deal), payment_word(deal), last_word(deal), size(deal)];
    let mut known: Vec<Known> = Vec::new();
    let candidates = from_records.into_iter().flatten().chain(noted(deal, today)).chain(decider(deal));
    for candidate in candidates {
        if known.iter().all(|earlier| earlier.given.question != candidate.given.question) {
            known.push(candidate);
        }
    }
    known
}

/// All the answers: the seller's own, then what the deal shows about other questions.
pub fn with_own(own: &[Given], known: &[Known]) -> Vec<Given> {
    let shown = known.iter().map(|known| &known.given);
    let others = shown.filter(|shown| own.iter().all(|answered| answered.question != shown.question));
    own.iter().chain(others).cloned().collect()
}

fn known(question: &str, answer: &str, shown: ShownBy) -> Option<Known> {
    Some(Known { given: Given::new(question, answer), shown })
}

fn stage(deal: &Deal) -> Option<Known> {
    let stage = deal.stage.known()?;
    let answer = match stage {
        Stage::Inquiry | Stage::Quoted | Stage::Sample | Stage::Negotiation => "quote",
        Stage::Terms => "terms",
        Stage::Deposit => "deposit",
        Stage::Production | Stage::Shipped | Stage::Won | Stage::Lost => return None,
    };
    known("stage", answer, ShownBy::Stage(stage))
}

fn away(deal: &Deal, today: NaiveDate) -> Option<Known> {
    let heard = last_of(deal, is_from_them).map(|touch| touch.on);
    let machine = last_of(deal, |touch| touch.kind.is(TouchKind::AutoReply))
        .filter(|touch| heard.is_none_or(|heard| touch.on >= heard))
        .and_then(|touch| Some((touch.on, touch.until?)))
        .filter(|(_, until)| *until > today);
    if let Some((on, until)) = machine {
        return known("away", "yes", ShownBy::AutoReply { on, until });
    }
    let pause = deal.pause.as_ref().filter(|_| deal.is_paused(today))?;
    let lower = pause.reason.to_ascii_lowercase();
    let absent = [
        "holiday",
        "vacation",
        "leave",
        "new year",
        "ramadan",
        "christmas",
        "放假",
        "假期",
        "休假",
        "春节",
        "国庆",
        "节日",
        "圣诞",
        "斋月",
    ];
    absent.iter().any(|word| lower.contains(word)).then_some(())?;
    known("away", "yes", ShownBy::Pause { reason: pause.reason.clone(), until: pause.until })
}

fn reached(deal: &Deal) -> Option<Known> {
    let bounce = last_of(deal, |touch| touch.kind.is(TouchKind::Bounced)).map(|touch| touch.on);
    let heard = last_of(deal, is_from_them).map(|touch| touch.on);
    let dead = match deal.contact() {
        Some(contact) => contact.bounced,
        None => bounce.is_some_and(|bounce| heard.is_none_or(|heard| bounce > heard)),
    };
    if dead {
        return known("reached", "bounced", ShownBy::Bounced { on: bounce });
    }
    // A payment ends the silence as a message does.
    let heard = |touch: &Touch| is_from_them(touch) || touch.kind.is(TouchKind::Arrived);
    let since = deal.story.iter().rev().take_while(|touch| !heard(touch));
    let ours: Vec<&Touch> = since.filter(|touch| is_from_us(touch)).collect();
    let ways: BTreeSet<Channel> = ours.iter().filter_map(|touch| channel(touch)).collect();
    let all_known = ours.iter().all(|touch| channel(touch).is_some());
    // An import may count touches whose channel is not known.
    let told = deal.summary.unanswered.map_or(0, |count| usize::try_from(count).unwrap_or(usize::MAX));
    let answer = match ways.len() {
        0 => return None,
        1 if all_known && told <= ours.len() => "one-way",
        1 => return None,
        _ => "several-ways",
    };
    let shown = ShownBy::Tried { touches: ours.len(), channels: ways.into_iter().collect() };
    known("reached", answer, shown)
}

fn payment_word(deal: &Deal) -> Option<Known> {
    let arrived = deal.story.iter().rposition(|touch| touch.kind.is(TouchKind::Arrived));
    let says_paid = deal.story.iter().rposition(|touch| touch.kind.is(TouchKind::SaysPaid));
    match says_paid.filter(|position| arrived.is_none_or(|arrived| arrived < *position)) {
        Some(position) => {
            let on = deal.story.get(position)?.on;
            known("payment-word", "says-paid", ShownBy::SaysPaid { on })
        }
        None => known("payment-word", "promised", open_promise(deal, PromiseKind::Payment)?),
    }
}

fn last_word(deal: &Deal) -> Option<Known> {
    known("last-word", "approval", open_promise(deal, PromiseKind::Decision)?)
}

fn open_promise(deal: &Deal, kind: PromiseKind) -> Option<ShownBy> {
    deal.promises
        .iter()
        .rev()
        .find(|promise| promise.kind.is(kind) && promise.is_open_of_theirs())
        .map(|promise| ShownBy::Promise { kind, made: promise.made, by: promise.by })
}

/// Only in currencies worth about a dollar: no exchange rate is guessed.
fn size(deal: &Deal) -> Option<Known> {
    let money = deal.agreed.money()?;
    let comparable = ["USD", "EUR", "GBP"].contains(&money.currency().code());
    let answer = match money.decimal() {
        amount if !comparable || amount <= Decimal::ZERO => return None,
        amount if amount < Decimal::from(3_000) => "small",
        amount if amount >= Decimal::from(50_000) => "large",
        _ => return None,
    };
    known("size", answer, ShownBy::Amount(money))
}

fn decider(deal: &Deal) -> Option<Known> {
    let contact = deal.contact()?;
    let role = contact.role.to_ascii_lowercase();
    let titles =
        ["owner", "founder", "ceo", "managing director", "president", "老板", "总经理", "创始人", "董事长"];
    let assists =
        role.contains("assistant") || role.contains("vice") || role.contains('助') || role.contains('副');
    let decides = !assists && titles.iter().any(|title| role.contains(title));
    decides.then_some(())?;
    known("who-decides", "contact", ShownBy::Role { name: contact.name.clone(), role: contact.role.clone() })
}

/// A text that may hold one of the words.
struct Note<'d> {
    on: Option<NaiveDate>,
    text: &'d str,
    is_last_reply: bool,
}

/// What notes say, the newest first.
fn noted(deal: &Deal, today: NaiveDate) -> Vec<Known> {
    let notes = notes(deal);
    let mut found: Vec<(Option<NaiveDate>, Known)> = Vec::new();
    for sign in SIGNS {
        let counts = |note: &&Note<'_>| match sign.scope {
            NoteScope::Anywhere => true,
            NoteScope::Recent => note.on.is_some_and(|on| days_between(on, today) <= 30),
            NoteScope::LastReply => note.is_last_reply,
        };
        let hit = notes.iter().filter(counts).find_map(|note| Some((note.on, sign.snippet(note.text)?)));
        if let Some((on, snippet)) = hit {
            let given = Given::new(sign.question, sign.answer);
            found.push((on, Known { given, shown: ShownBy::Note { on, snippet } }));
        }
    }
    // Of two answers to one question the newer note counts; notes without a date come last.
    found.sort_by(|(left, _), (right, _)| right.cmp(left));
    found.into_iter().map(|(_, known)| known).collect()
}

/// Every note except our own messages, the newest first, those without a date last.
fn notes(deal: &Deal) -> Vec<Note<'_>> {
    let last_reply = last_of(deal, is_from_them);
    let story = deal.story.iter().rev().filter(|touch| !is_from_us_in_writing(touch)).map(|touch| Note {
        on: Some(touch.on),
        text: &touch.note,
        is_last_reply: last_reply.is_some_and(|last| std::ptr::eq(last, touch)),
    });
    let theirs = deal.promises.iter().rev().filter(|promise| !promise.ours);
    let promises =
        theirs.map(|promise| Note { on: Some(promise.made), text: &promise.note, is_last_reply: false });
    let undated = [&deal.agreed.open_questions, &deal.notes].into_iter().chain(&deal.tags);
    let undated = undated.map(|text| Note { on: None, text, is_last_reply: false });
    let all = story.chain(promises).chain(undated);
    let mut notes: Vec<Note<'_>> = all.map(|note| Note { text: beginning(note.text), ..note }).collect();
    notes.sort_by_key(|note| std::cmp::Reverse(note.on));
    notes
}

/// As much of a text as any note needs: whoever pastes a megabyte need not wait for it.
fn beginning(text: &str) -> &str {
    const READ: usize = 20_000;
    let end = text.char_indices().nth(READ).map(|(end, _)| end);
    end.and_then(|end| text.split_at_checked(end)).map_or(text, |(begun, _)| begun)
}

fn last_of(deal: &Deal, fits: impl Fn(&Touch) -> bool) -> Option<&Touch> {
    deal.story.iter().rev().find(|touch| fits(touch))
}

fn is_from_them(touch: &Touch) -> bool {
    matches!(
        touch.kind.known(),
        Some(TouchKind::Replied | TouchKind::Promised | TouchKind::SaysPaid | TouchKind::Stopped)
    )
}

fn is_from_us(touch: &Touch) -> bool {
    is_from_us_in_writing(touch) || touch.kind.is(TouchKind::Called)
}

fn is_from_us_in_writing(touch: &Touch) -> bool {
    matches!(touch.kind.known(), Some(TouchKind::Wrote | TouchKind::Copied))
}

fn channel(touch: &Touch) -> Option<Channel> {
    match &touch.channel {
        Some(channel) => channel.known(),
        None => touch.kind.is(TouchKind::Called).then_some(Channel::Call),
    }
}
