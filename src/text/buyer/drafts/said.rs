//! What both sides said last, as template variables: their words, what they asked, our last message, their promise.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use minijinja::Value;

use super::values::seamed;
use crate::domain::contact::Contact;
use crate::domain::deal::Stage;
use crate::domain::deal::touch::PromiseKind;
use crate::domain::message::{FieldId, FormLookup, MessageFacts};
use crate::domain::names::Named as _;
use crate::text::{Language, format};

type NamedValues = Vec<(&'static str, Value)>;

/// The variables for every template; `fields` has the fields of the message by name.
pub fn context(
    facts: &MessageFacts<'_>,
    fields: &BTreeMap<&'static str, Value>,
    language: Language,
) -> NamedValues {
    [theirs(facts, fields, language), asked(facts, language), ours(facts, language), counted(facts, language)]
        .concat()
}

fn near(facts: &MessageFacts<'_>, day: Option<NaiveDate>, language: Language) -> Value {
    day.map_or_else(String::new, |day| format::date_near(day, facts.on, language)).into()
}

/// Their last message; a message without a point still wants one answer.
fn theirs(
    facts: &MessageFacts<'_>,
    fields: &BTreeMap<&'static str, Value>,
    language: Language,
) -> NamedValues {
    let last = facts.their_last();
    let questions = last.as_ref().map(|last| last.points.clone()).unwrap_or_default();
    let questions = if questions.is_empty() { vec![String::new()] } else { questions };
    let points = questions.into_iter().zip(FieldId::ANSWERS).map(|(question, answer)| {
        let answer = fields.get(answer.name()).cloned().unwrap_or_default();
        Value::from(BTreeMap::from([("question", Value::from(question)), ("answer", answer)]))
    });
    let promise = facts.their_promise();
    let what = promise.map_or("", |promise| promise.kind.known_or(PromiseKind::Other).name());
    let (bounced_on, bounced) = facts.bounced();
    vec![
        ("points", points.collect::<Vec<Value>>().into()),
        ("their_day", near(facts, last.as_ref().map(|last| last.on), language)),
        ("decided", last.as_ref().is_some_and(|last| last.is_yes).into()),
        ("their_words", last.map_or_else(String::new, |last| last.words).into()),
        ("promise_day", near(facts, promise.map(|promise| promise.by), language)),
        ("promise_what", what.into()),
        ("bounced_day", near(facts, bounced_on, language)),
        (
            "bounced_contact",
            bounced.map_or_else(String::new, |contact| name_of(facts, contact, language)).into(),
        ),
    ]
}

fn name_of(facts: &MessageFacts<'_>, contact: &Contact, language: Language) -> String {
    FormLookup::of(facts, language.name()).contact(contact).0
}

/// The offer worked out anew.
fn asked(facts: &MessageFacts<'_>, language: Language) -> NamedValues {
    let asked = facts.asked();
    let asked = asked.as_ref();
    let text =
        |text: Option<String>| Value::from(text.map_or_else(String::new, |text| seamed(&text, language)));
    let price = asked.and_then(|asked| asked.price.zip(facts.deal.agreed.currency));
    let deposit = asked.and_then(|asked| asked.deposit);
    vec![
        ("asked_quantity", text(asked.and_then(|asked| asked.quantity.clone()))),
        ("asked_price", text(price.map(|(price, currency)| format::price(price, currency, language)))),
        ("asked_total", text(asked.map(|asked| format::money(asked.total, language)))),
        ("asked_deposit", text(deposit.map(|deposit| format::money(deposit, language)))),
    ]
}

/// Our last message, and where the order stands.
fn ours(facts: &MessageFacts<'_>, language: Language) -> NamedValues {
    // A message older than theirs is not what this one goes on with.
    let their_day = facts.their_last().map(|last| last.on);
    let last = facts.our_last().filter(|(on, _)| their_day.is_none_or(|theirs| *on >= theirs));
    let channel = last.and_then(|(_, channel)| channel).map_or("", |channel| channel.name());
    vec![
        ("last_sent", near(facts, last.map(|(on, _)| on), language)),
        ("last_channel", channel.into()),
        ("thread", facts.is_in_thread().into()),
        ("in_production", (facts.deal.stage() == Stage::Production).into()),
        ("shipped", (facts.deal.stage() == Stage::Shipped).into()),
    ]
}

/// The days between the last true day and the ship date, where they explain all of it.
fn counted(facts: &MessageFacts<'_>, language: Language) -> NamedValues {
    let back = facts.counted_back();
    let days = |count: u32| {
        let words = if count == 0 { String::new() } else { format::days(count, language) };
        Value::from(seamed(&words, language))
    };
    let none = || Value::from("");
    vec![
        ("days_back", back.map_or_else(none, |back| days(back.total))),
        ("shutdown_days", back.map_or_else(none, |back| days(back.shutdown))),
        ("cut_off_days", back.map_or_else(none, |back| days(back.cut_off))),
    ]
}
