//! Everything that the texts of a message may name, in one language.

use std::collections::BTreeMap;

use minijinja::Value;

use super::values::{self, seamed};
use super::{DraftChoice, ledger, said};
use crate::domain::message::{FieldId, FieldValue, Inside, MessageFacts, MessageFields, one_line};
use crate::domain::names::Named as _;
use crate::text::window::deposit::deposit_word;
use crate::text::{Language, format};

/// The variables by name; words that several texts share are added to them.
pub type TextVariables = BTreeMap<&'static str, Value>;

pub fn variables(
    facts: &MessageFacts<'_>,
    choice: &DraftChoice,
    fields: &MessageFields,
    language: Language,
) -> TextVariables {
    let mut all: TextVariables = values::context(fields, facts.deposit_word(), language, facts.on).collect();
    all.extend(said::context(facts, &all, language));
    let asked = facts.asked().and_then(|asked| asked.quantity);
    if let Some(asked) = asked.and_then(|asked| fields.in_our_unit(&asked, &facts.deal.agreed.quantity)) {
        all.insert("asked_quantity", seamed(&asked, language).into());
    }
    all.extend(ledger::context(facts, language));
    all.extend(values::options(fields));
    all.extend(of_fields(fields, choice, language));
    all.insert("addressed", addressed(facts, fields, language).into());
    all.insert("sender_phone", one_line(&facts.library.company.phone).into());
    all.insert("sender_email", one_line(&facts.library.company.email).into());
    all.insert("strategy", choice.strategy.name().into());
    all.insert("tone", choice.tone.name().into());
    all.insert("step", choice.step.number().into());
    all.insert("inside", facts.diagnosis.inside.map_or("", Inside::name).into());
    let deposit = deposit_word(facts.deposit_word(), language);
    let divided = Some(deposit.as_str()).filter(|_| fields.get(FieldId::DepositAmount).is_some());
    all.insert("divided", values::divided(divided, language).into());
    all.insert("deposit_word", deposit.into());
    all
}

/// How the contact is addressed: by the greeting of the message, else by the contact's own in another language.
fn addressed(facts: &MessageFacts<'_>, fields: &MessageFields, language: Language) -> String {
    let own = || facts.deal.contact().map_or("", |contact| contact.greeting.as_str());
    let greeting = fields.get(FieldId::Greeting).and_then(FieldValue::text);
    values::addressed(greeting.unwrap_or_else(own), language)
}

/// What follows from the fields.
fn of_fields(fields: &MessageFields, choice: &DraftChoice, language: Language) -> Vec<(&'static str, Value)> {
    let text = |id: FieldId| fields.get(id).and_then(FieldValue::text).unwrap_or_default();
    let trial = fields.trial_total().map_or_else(String::new, |total| format::money(total, language));
    let product = values::inside_a_sentence(text(FieldId::Product), language);
    let worry = fields.worry(choice.step);
    let answer = worry.and_then(|(_, value)| values::sentences(value, language));
    let topic = worry.and_then(|(id, _)| id.name().strip_prefix("deposit_")).unwrap_or_default();
    vec![
        ("product_inside", seamed(&product, language).into()),
        ("trial_total", seamed(&trial, language).into()),
        ("worry", topic.replace('_', "-").into()),
        ("worry_answer", answer.unwrap_or_default().into()),
    ]
}
