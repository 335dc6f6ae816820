//! The fields a message is filled with: from the deal, the plan and the library, or by the seller.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::asked::quantity_of;
use super::facts::MessageFacts;
use super::field::{FieldId, FieldValue};
use super::gate::agreement::parts_agree;
use super::gate::needed_form::{FormLookup, NeededForm};
use super::plan_facts::PlanFacts;
use super::strategy::LadderStep;
use super::typed::{LONGEST_LINE, Unfit, one_line, read_typed};
use crate::domain::deal::Deal;
use crate::domain::deal::touch::{Touch, TouchKind};
use crate::domain::deposit::Deadline;
use crate::domain::library::{EntryKind, LibraryEntry};
use crate::domain::money::Money;
use crate::domain::names::Named as _;
use crate::domain::script::has_foreign_letters;

/// The fields of one message that have a value. A field that is not here is unfilled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MessageFields {
    known: BTreeMap<FieldId, FieldValue>,
    filled: BTreeMap<FieldId, FieldValue>,
    unreadable: BTreeSet<FieldId>,
    too_long: BTreeSet<FieldId>,
    forms: Vec<NeededForm>,
}

impl MessageFields {
    /// The value for the message: the seller's own where there is one; None where that cannot be read.
    pub fn get(&self, id: FieldId) -> Option<&FieldValue> {
        if self.is_unreadable(id) {
            return None;
        }
        self.filled.get(&id).or_else(|| self.known.get(&id))
    }

    /// What the deal, the plan and the library say, whatever the seller typed.
    pub fn known(&self, id: FieldId) -> Option<&FieldValue> {
        self.known.get(&id)
    }

    /// Whether the seller typed it.
    pub fn is_filled(&self, id: FieldId) -> bool {
        self.filled.contains_key(&id)
    }

    /// Whether the seller typed something that cannot be read as this field: it is still missing.
    pub fn is_unreadable(&self, id: FieldId) -> bool {
        self.unreadable.contains(&id)
    }

    /// Fields with their values.
    pub fn iter(&self) -> impl Iterator<Item = (FieldId, &FieldValue)> {
        FieldId::members().filter_map(|id| Some((id, self.get(id)?)))
    }

    /// What a trial order costs, where its quantity is a plain number.
    pub(crate) fn trial_total(&self) -> Option<Money> {
        let FieldValue::Text(quantity) = self.get(FieldId::TrialQuantity)? else { return None };
        let (number, _unit) = quantity_of(quantity)?;
        let (price, currency) = self.get(FieldId::UnitPrice)?.amount()?;
        Money::from_decimal(number.checked_mul(price)?, currency).filter(|total| total.is_positive())
    }

    /// The topic of the worry about the deposit that is answered at a step, and the answer: each step the next one for
    /// which there are words.
    pub(crate) fn worry(&self, step: LadderStep) -> Option<(FieldId, &FieldValue)> {
        let known: Vec<_> = WORRIES.into_iter().filter_map(|id| Some((id, self.get(id)?))).collect();
        let place = usize::from(step.number()).saturating_sub(1).checked_rem(known.len())?;
        known.get(place).copied()
    }

    /// Fields that were too long and are cut.
    pub fn too_long(&self) -> impl Iterator<Item = FieldId> {
        self.too_long.iter().copied()
    }

    /// The texts that the readers need in another form, given or not, each once.
    pub fn forms(&self) -> &[NeededForm] {
        &self.forms
    }

    /// The quantity they ask for, in the unit in which the message writes the deal's own.
    pub(crate) fn in_our_unit(&self, asked: &str, agreed: &str) -> Option<String> {
        let (_number, own) = quantity_of(agreed)?;
        let (_number, spelled) = quantity_of(self.get(FieldId::Quantity)?.text()?)?;
        asked.strip_suffix(own).map(|number| format!("{number}{spelled}"))
    }

    /// Writes every text as the readers of the message read it.
    fn spell(&mut self, facts: &MessageFacts<'_>, language: &str) {
        let lookup = FormLookup::of(facts, language);
        let mut needed: Vec<NeededForm> =
            facts.bounced().1.and_then(|dead| lookup.contact(dead).1).into_iter().collect();
        let Self { known, filled, too_long, .. } = self;
        for (id, value) in known.iter_mut().chain(filled.iter_mut()) {
            let mut spell = |text: &mut String| {
                let (spelled, form) = lookup.spelled(*id, text);
                let line = one_line(&spelled);
                if line.chars().count() > LONGEST_LINE {
                    too_long.insert(*id);
                }
                *text = line.chars().take(LONGEST_LINE).collect();
                needed.extend(form);
            };
            match value {
                FieldValue::Text(text) => spell(text),
                FieldValue::Sentences(sentences) => sentences.iter_mut().for_each(spell),
                FieldValue::Money(_)
                | FieldValue::Price(..)
                | FieldValue::Date(_)
                | FieldValue::Days(_)
                | FieldValue::Years(_)
                | FieldValue::Share(_)
                | FieldValue::Rows(_) => {}
            }
        }
        for form in needed {
            if !self.forms.iter().any(|known| (known.home, &known.of) == (form.home, &form.of)) {
                self.forms.push(form);
            }
        }
    }

    pub(super) fn know(&mut self, id: FieldId, value: Option<FieldValue>) {
        if let Some(value) = value.and_then(|value| self.bounded(id, value)) {
            self.known.insert(id, value);
        }
    }

    fn fill(&mut self, id: FieldId, typed: &str, deal: &Deal) {
        match read_typed(id, typed, &deal.agreed, &deal.message) {
            Ok(value) => {
                if let Some(value) = self.bounded(id, value) {
                    self.filled.insert(id, value);
                }
            }
            Err(Unfit::Empty) => {}
            Err(Unfit::Unreadable | Unfit::Ambiguous | Unfit::Date(_) | Unfit::NoTotal) => {
                self.unreadable.insert(id);
            }
        }
    }

    /// The value made safe for a line of text; None where nothing is left.
    fn bounded(&mut self, id: FieldId, value: FieldValue) -> Option<FieldValue> {
        match value {
            FieldValue::Text(text) => self.line(id, &text).map(FieldValue::Text),
            FieldValue::Sentences(sentences) => {
                if sentences.len() > MOST_SENTENCES {
                    self.too_long.insert(id);
                }
                let kept: Vec<String> =
                    sentences.iter().take(MOST_SENTENCES).filter_map(|text| self.line(id, text)).collect();
                (!kept.is_empty()).then_some(FieldValue::Sentences(kept))
            }
            FieldValue::Rows(rows) => (!rows.is_empty()).then_some(FieldValue::Rows(rows)),
            FieldValue::Money(_)
            | FieldValue::Price(..)
            | FieldValue::Date(_)
            | FieldValue::Days(_)
            | FieldValue::Years(_)
            | FieldValue::Share(_) => Some(value),
        }
    }

    fn line(&mut self, id: FieldId, text: &str) -> Option<String> {
        let line = one_line(text);
        if line.chars().count() > LONGEST_LINE {
            self.too_long.insert(id);
            return Some(line.chars().take(LONGEST_LINE).collect::<String>().trim_end().to_owned());
        }
        (!line.is_empty()).then_some(line)
    }
}

/// What buyers worry about when they are asked for a deposit, the most frequent first.
pub(crate) const WORRIES: [FieldId; 5] = [
    FieldId::DepositSafety,
    FieldId::DepositQuality,
    FieldId::DepositPurpose,
    FieldId::DepositInstalments,
    FieldId::DepositFirstOrder,
];

/// More rows or sentences than this are cut; the gate reports it and blocks copying.
const MOST_SENTENCES: usize = 60;

/// Reads every field that the facts can fill, in the language with this BCP 47 tag.
pub fn fields_of(facts: &MessageFacts<'_>, language: &str) -> MessageFields {
    fields_read(facts, language, language)
}

/// The fields of a message written in one language, for somebody who reads another: exactly what the library says in
/// the message, translated as far as there are translations.
pub fn fields_read(facts: &MessageFacts<'_>, written: &str, read: &str) -> MessageFields {
    let mut fields = MessageFields::default();
    know_deal(&mut fields, facts, read);
    know_plan(&mut fields, facts);
    know_library(&mut fields, facts, written, read);
    for (name, typed) in &facts.deal.message.fields {
        if let Some(id) = FieldId::from_name(name) {
            fields.fill(id, typed, facts.deal);
        }
    }
    fields.spell(facts, read);
    fields
}

/// The seller's other offers in this language: those for the likeliest concern, else all.
pub(super) fn usable_alternatives<'a>(facts: &MessageFacts<'a>, language: &str) -> Vec<&'a LibraryEntry> {
    let concern = facts.diagnosis.concern.as_deref();
    let of = |wanted: Option<&str>| -> Vec<&'a LibraryEntry> {
        usable(facts, EntryKind::Alternative)
            .filter(|entry| wanted.is_none_or(|topic| entry.topic.trim() == topic))
            .filter(|entry| entry.wording(language).is_some())
            .take(3)
            .collect()
    };
    let fitting = concern.map(|topic| of(Some(topic))).unwrap_or_default();
    if fitting.is_empty() { of(None) } else { fitting }
}

/// Whether the library has a sentence of this kind in this language.
pub(super) fn has_entry(facts: &MessageFacts<'_>, kind: EntryKind, language: &str) -> bool {
    usable(facts, kind).any(|entry| entry.wording(language).is_some())
}

/// Whether a contact's greeting line fits a message in this language: one language per message. A line in the buyer's
/// own language does not open a message that is in English instead.
fn greets_in(greeting: &str, language: &str, buyers: &str) -> bool {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    if buyers.trim().is_empty() || primary(buyers) == primary(language) {
        return true;
    }
    let first = greeting.split_whitespace().next().unwrap_or_default().to_lowercase();
    match primary(language).as_str() {
        "en" => {
            ["dear", "hi", "hello", "good", "mr", "ms", "mrs", "dr"].contains(&first.trim_matches(['.', ',']))
        }
        _other => !greeting.is_ascii(),
    }
}

fn know_deal(fields: &mut MessageFields, facts: &MessageFacts<'_>, language: &str) {
    let agreed = &facts.deal.agreed;
    let contact = facts.deal.contact();
    let text = |text: &str| Some(FieldValue::Text(text.to_owned()));
    // A quotation or ship date that has passed is no longer offered.
    let ahead = |date: Option<NaiveDate>| date.filter(|date| *date >= facts.on).map(FieldValue::Date);
    let greeting = contact.map(|contact| contact.greeting.as_str());
    let greeting = greeting.filter(|line| greets_in(line, language, &facts.deal.buyer.language));
    let greeting = greeting.filter(|line| !has_foreign_letters(line, language));
    fields.know(FieldId::Greeting, greeting.and_then(text));
    fields.know(FieldId::Contact, contact.and_then(|contact| text(&contact.name)));
    fields.know(FieldId::Buyer, text(&facts.deal.buyer.company));
    fields.know(FieldId::Product, text(&facts.deal.product));
    fields.know(FieldId::Quantity, text(&agreed.quantity));
    fields.know(
        FieldId::UnitPrice,
        agreed
            .unit_price
            .zip(agreed.currency)
            .filter(|(price, _)| price.is_sign_positive() && !price.is_zero())
            .map(|(price, currency)| FieldValue::Price(price, currency)),
    );
    fields.know(FieldId::Amount, agreed.money().filter(|money| money.minor() > 0).map(FieldValue::Money));
    fields.know(FieldId::Pi, text(&agreed.pi));
    fields.know(FieldId::PiDate, agreed.pi_date.map(FieldValue::Date));
    fields.know(FieldId::ValidUntil, ahead(agreed.valid_until));
    fields.know(FieldId::Incoterm, text(&agreed.incoterm));
    fields.know(FieldId::ShipBy, ahead(agreed.ship_by));
    fields.know(FieldId::LeadTime, agreed.lead_time_days.filter(|days| *days > 0).map(FieldValue::Days));
    // Words beside a plan that differs from them would be two offers in one message.
    let holds = facts.plan.is_none_or(|plan| plan.rows.is_empty() || plan.is_as_worded);
    fields.know(FieldId::PaymentTerms, text(&agreed.payment_terms).filter(|_| holds));
    fields.know(FieldId::OpenQuestions, text(&agreed.open_questions));
    // A day that they can still plan for: not tomorrow.
    let proposed = facts.week.day_after(facts.week.day_after(facts.on));
    fields.know(FieldId::ProposedDay, Some(FieldValue::Date(proposed)));
}

fn know_plan(fields: &mut MessageFields, facts: &MessageFacts<'_>) {
    let (deposit, balance) = facts.deposit_and_balance();
    fields.know(FieldId::DepositAmount, deposit.map(FieldValue::Money));
    fields.know(FieldId::Balance, balance.map(FieldValue::Money));
    let worded = deposit.filter(|_| facts.plan.is_none_or(|plan| plan.rows.is_empty()));
    let worded = worded.zip(facts.deal.agreed.money()).and_then(|(deposit, total)| deposit.share_of(total));
    let share = facts.plan.and_then(|plan| plan.deposit_share).or(worded);
    fields.know(FieldId::DepositShare, share.map(FieldValue::Share));
    let Some(plan) = facts.plan else { return };
    fields.know(FieldId::PlanRows, plan.is_in_parts().then(|| FieldValue::Rows(plan.rows.clone())));
    fields.know(FieldId::LastTrueDay, plan.deadline.and_then(Deadline::kept).map(FieldValue::Date));
}

fn know_library(fields: &mut MessageFields, facts: &MessageFacts<'_>, written: &str, read: &str) {
    let shown = |entry: &LibraryEntry| {
        let own = entry.wording(written)?;
        Some(entry.wording(read).unwrap_or(own).to_owned())
    };
    let company = &facts.library.company;
    fields.know(FieldId::Sender, Some(FieldValue::Text(company.sender.clone())));
    fields.know(FieldId::SenderRole, Some(FieldValue::Text(company.role.clone())));
    fields.know(FieldId::Company, Some(FieldValue::Text(company.name.clone())));
    let alternatives = usable_alternatives(facts, written).into_iter().filter_map(shown).collect();
    fields.know(FieldId::Alternatives, Some(FieldValue::Sentences(alternatives)));
    let first = |kind: EntryKind, topic: Option<&str>| {
        usable(facts, kind)
            .filter(|entry| topic.is_none_or(|topic| entry.topic.trim() == topic))
            .find_map(shown)
            .map(|sentence| FieldValue::Sentences(vec![sentence]))
    };
    fields.know(FieldId::Story, first(EntryKind::Story, None));
    fields.know(FieldId::Reference, first(EntryKind::Reference, None));
    fields.know(FieldId::Fact, first(EntryKind::Fact, None));
    for (id, topic) in [
        (FieldId::DepositPurpose, "purpose"),
        (FieldId::DepositSafety, "safety"),
        (FieldId::DepositQuality, "quality"),
        (FieldId::DepositFirstOrder, "first-order"),
    ] {
        fields.know(id, first(EntryKind::DepositAnswer, Some(topic)));
    }
    let parts = facts.plan.map(PlanFacts::parts).unwrap_or_default();
    let instalments = usable(facts, EntryKind::DepositAnswer)
        .filter(|entry| entry.topic.trim() == "instalments")
        .find(|entry| entry.wording(written).is_some_and(|sentence| parts_agree(sentence, &parts)));
    let sentence = |sentence: String| FieldValue::Sentences(vec![sentence]);
    fields.know(FieldId::DepositInstalments, instalments.and_then(shown).map(sentence));
}

fn usable<'a>(facts: &MessageFacts<'a>, kind: EntryKind) -> impl Iterator<Item = &'a LibraryEntry> {
    let deal = facts.deal;
    let fits = move |entry: &&LibraryEntry| {
        entry.kind.is(kind)
            && entry.may_be_used()
            && entry.fits(deal.goods(), deal.buyer.country)
            && !(is_news(kind) && was_told(deal, entry))
    };
    facts.library.entries.iter().filter(fits)
}

/// What is told to a buyer once; an answer or an offer may be given again.
fn is_news(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Fact | EntryKind::Reference | EntryKind::Story)
}

/// Whether a message of ours to this buyer holds the sentence.
fn was_told(deal: &Deal, entry: &LibraryEntry) -> bool {
    let ours = deal.story.iter().filter(|touch| touch.kind.known().is_some_and(TouchKind::is_from_us));
    let mut said = ours.flat_map(Touch::said);
    said.any(|text| {
        entry.wordings.iter().any(|wording| {
            let sentence = wording.text.trim();
            !sentence.is_empty() && text.contains(sentence)
        })
    })
}
