//! The single fields of a deal that a person can change.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{PerformedEdit, Rejected};
use crate::domain::contact::Contact;
use crate::domain::country::Country;
use crate::domain::deal::after_yes::is_to_ask;
use crate::domain::deal::pause::NewPause;
use crate::domain::deal::{Deal, Stage};
use crate::domain::deposit::{Alternative, Cost, Plan, PlanChange};
use crate::domain::diagnosis::Diagnosis;
use crate::domain::library::bank::GivenBank;
use crate::domain::message::{Strategy, Work};
use crate::domain::money::{Currency, Money};

/// One field with its new value.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    Company(String),
    Country(Option<Country>),
    City(String),
    TimeZone(String),
    Language(String),
    AddContact(Contact),
    RemoveContact(usize),
    Contact(usize, ContactField),
    Product(String),
    Stage(Stage),
    Tags(Vec<String>),
    Notes(String),
    Pi(String),
    PiDate(Option<NaiveDate>),
    ValidUntil(Option<NaiveDate>),
    Quantity(String),
    Currency(Option<Currency>),
    UnitPrice(Option<Decimal>),
    Amount(Option<Decimal>),
    Incoterm(String),
    LeadTime(Option<u32>),
    Shutdown(Option<u32>),
    CutOff(Option<u32>),
    ShipBy(Option<NaiveDate>),
    PaymentTerms(String),
    OpenQuestions(String),
    Next(Option<NaiveDate>),
    Pause(NewPause),
    Resume,
    Diagnosis(Diagnosis),
    Plan(Option<Box<Plan>>),
    /// Changes the plan as of `on`; a deal without one starts from the suggested plan.
    ChangePlan {
        change: Box<PlanChange>,
        on: NaiveDate,
        suggested: Option<Box<Plan>>,
    },
    Message(Box<Work>),
    PlanName(String),
    Alternatives(Vec<Alternative>),
    /// Makes an alternative the deal's plan as of `on`; the former plan becomes an alternative.
    UseAlternative {
        index: usize,
        on: NaiveDate,
    },
    Costs(Vec<Cost>),
    TransferFee(Option<Money>),
    /// The buyer received these bank details; given again, they only take the new day.
    GaveBank(GivenBank),
    /// The agreed amount with its currency, as one step.
    AgreedTotal(Money),
    /// The plan, and the message that carries it, as one step.
    PlanIntoMessage {
        plan: Box<Plan>,
        message: Box<Work>,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub enum ContactField {
    Name(String),
    Role(String),
    Greeting(String),
    Email(String),
    Phone(String),
    /// The address works after all, or no longer.
    Bounced(bool),
    Stopped(bool),
}

impl Field {
    pub(super) fn is_same_field(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Contact(index, field), Self::Contact(same, other)) => {
                index == same && std::mem::discriminant(field) == std::mem::discriminant(other)
            }
            (Self::ChangePlan { change, .. }, Self::ChangePlan { change: same, .. }) => {
                std::mem::discriminant(&**change) == std::mem::discriminant(&**same)
            }
            // Each of these is a step of its own, however quickly they follow each other.
            (
                Self::AddContact(_)
                | Self::RemoveContact(_)
                | Self::Stage(_)
                | Self::Next(_)
                | Self::Pause(_)
                | Self::Resume
                | Self::Diagnosis(_)
                | Self::UseAlternative { .. }
                | Self::GaveBank(_)
                | Self::AgreedTotal(_)
                | Self::PlanIntoMessage { .. },
                _any,
            ) => false,
            (ours, theirs) => std::mem::discriminant(ours) == std::mem::discriminant(theirs),
        }
    }

    pub(super) fn done(&self) -> PerformedEdit {
        match self {
            Self::Company(_) | Self::Country(_) | Self::City(_) | Self::TimeZone(_) | Self::Language(_) => {
                PerformedEdit::ChangedBuyer
            }
            Self::AddContact(_) | Self::RemoveContact(_) | Self::Contact(..) => PerformedEdit::ChangedContact,
            Self::Product(_) => PerformedEdit::ChangedProduct,
            Self::Stage(_) => PerformedEdit::ChangedStage,
            Self::Tags(_) => PerformedEdit::ChangedTags,
            Self::Notes(_) => PerformedEdit::ChangedNotes,
            Self::Pi(_)
            | Self::PiDate(_)
            | Self::ValidUntil(_)
            | Self::Quantity(_)
            | Self::Currency(_)
            | Self::UnitPrice(_)
            | Self::Amount(_)
            | Self::Incoterm(_)
            | Self::LeadTime(_)
            | Self::Shutdown(_)
            | Self::CutOff(_)
            | Self::ShipBy(_)
            | Self::PaymentTerms(_)
            | Self::OpenQuestions(_)
            | Self::AgreedTotal(_) => PerformedEdit::ChangedAgreed,
            Self::Next(_) => PerformedEdit::MovedNext,
            Self::Pause(_) => PerformedEdit::Paused,
            Self::Resume => PerformedEdit::Resumed,
            Self::Diagnosis(_) => PerformedEdit::Answered,
            Self::Plan(_) | Self::ChangePlan { .. } => PerformedEdit::ChangedPlan,
            Self::Message(_) => PerformedEdit::ChangedMessage,
            Self::PlanName(_) | Self::Alternatives(_) => PerformedEdit::ChangedAlternatives,
            Self::UseAlternative { .. } => PerformedEdit::ChosePlan,
            Self::Costs(_) | Self::TransferFee(_) => PerformedEdit::ChangedCosts,
            Self::GaveBank(_) => PerformedEdit::GaveBank,
            Self::PlanIntoMessage { .. } => PerformedEdit::PutPlanIntoMessage,
        }
    }
}

pub(super) fn set(deal: &mut Deal, field: &Field) -> Result<(), Rejected> {
    match field {
        Field::Company(text) => deal.buyer.company.clone_from(text),
        Field::Country(country) => deal.buyer.country = *country,
        Field::City(text) => deal.buyer.city.clone_from(text),
        Field::TimeZone(text) => deal.buyer.time_zone.clone_from(text),
        Field::Language(text) => deal.buyer.language.clone_from(text),
        Field::AddContact(contact) => deal.contacts.push(contact.clone()),
        Field::RemoveContact(index) => {
            if *index >= deal.contacts.len() {
                return Err(Rejected::NoSuchContact);
            }
            deal.contacts.remove(*index);
        }
        Field::Contact(index, field) => {
            set_contact(deal.contacts.get_mut(*index).ok_or(Rejected::NoSuchContact)?, field);
        }
        Field::Product(text) => deal.product.clone_from(text),
        Field::Stage(stage) => {
            let before = deal.stage();
            deal.stage = (*stage).into();
            deal.agree_by_stage();
            ask_after_yes(deal, before);
        }
        Field::Tags(tags) => deal.tags.clone_from(tags),
        Field::Notes(text) => deal.notes.clone_from(text),
        Field::Pi(text) => deal.agreed.pi.clone_from(text),
        Field::PiDate(date) => deal.agreed.pi_date = *date,
        Field::ValidUntil(date) => deal.agreed.valid_until = *date,
        Field::Quantity(text) => deal.agreed.quantity.clone_from(text),
        Field::Currency(currency) => deal.agreed.currency = *currency,
        Field::UnitPrice(amount) => deal.agreed.unit_price = *amount,
        Field::Amount(amount) => deal.agreed.amount = *amount,
        Field::Incoterm(text) => deal.agreed.incoterm.clone_from(text),
        Field::LeadTime(days) => deal.agreed.lead_time_days = *days,
        Field::Shutdown(days) => deal.agreed.shutdown_days = *days,
        Field::CutOff(days) => deal.agreed.cut_off_days = *days,
        Field::ShipBy(date) => deal.agreed.ship_by = *date,
        Field::PaymentTerms(text) => deal.agreed.payment_terms.clone_from(text),
        Field::OpenQuestions(text) => deal.agreed.open_questions.clone_from(text),
        Field::Next(date) => deal.next = *date,
        Field::Pause(pause) => deal.pause = Some(pause.after(deal.pause.take())),
        Field::Resume => deal.pause = None,
        Field::Diagnosis(diagnosis) => deal.diagnosis.clone_from(diagnosis),
        Field::Plan(plan) => deal.plan = plan.as_deref().map(|plan| placed(deal, plan)),
        Field::ChangePlan { change, on, suggested } => {
            let begun = suggested.as_deref().map(|plan| deal.begun(plan));
            let plan = deal.plan.as_ref().or(begun.as_ref()).ok_or(Rejected::NoPlan)?;
            deal.plan = Some(plan.changed(change, *on));
        }
        Field::Message(work) => deal.message = (**work).clone(),
        Field::PlanName(text) => deal.plan_name.clone_from(text),
        Field::Alternatives(alternatives) => deal.alternatives.clone_from(alternatives),
        Field::UseAlternative { index, on } => use_alternative(deal, *index, *on)?,
        Field::Costs(costs) => deal.costs.clone_from(costs),
        Field::TransferFee(fee) => deal.transfer_fee = *fee,
        Field::GaveBank(given) => GivenBank::remember(&mut deal.bank_given, given),
        Field::AgreedTotal(total) => {
            deal.agreed.amount = Some(total.decimal());
            deal.agreed.currency = Some(total.currency());
        }
        Field::PlanIntoMessage { plan, message } => {
            deal.plan = Some(placed(deal, plan));
            deal.message = (**message).clone();
        }
    }
    Ok(())
}

/// Where they have just agreed, the next message asks what keeps the order from standing still. A choice or a text of
/// the seller's stays.
fn ask_after_yes(deal: &mut Deal, before: Stage) {
    let is_chosen = deal.message.strategy.is_some() || deal.message.edited.is_some();
    if before < Stage::Terms && is_to_ask(deal) && !is_chosen {
        deal.message.strategy = Some(Strategy::Agreed.into());
    }
}

/// A plan instead of the deal's own is agreed where that one is; a first one begins as proposed.
fn placed(deal: &Deal, plan: &Plan) -> Plan {
    match &deal.plan {
        Some(before) => Plan { proposed: before.proposed, ..plan.clone() },
        None => deal.begun(plan),
    }
}

fn use_alternative(deal: &mut Deal, index: usize, on: NaiveDate) -> Result<(), Rejected> {
    let rare = &mut *deal.rare;
    let plan = rare.plan.as_mut().ok_or(Rejected::NoPlan)?;
    let used = Alternative::new(&*rare.plan_name, plan);
    let chosen =
        Alternative::exchange(&mut rare.alternatives, index, used).ok_or(Rejected::NoSuchAlternative)?;
    *plan = plan.replaced_by(&chosen.plan, on);
    deal.plan_name = chosen.name;
    Ok(())
}

fn set_contact(contact: &mut Contact, field: &ContactField) {
    match field {
        ContactField::Name(text) => contact.name.clone_from(text),
        ContactField::Role(text) => contact.role.clone_from(text),
        ContactField::Greeting(text) => contact.greeting.clone_from(text),
        ContactField::Email(text) => {
            // A new address has not bounced.
            contact.bounced &= contact.email == *text;
            contact.email.clone_from(text);
        }
        ContactField::Phone(text) => contact.phone.clone_from(text),
        ContactField::Bounced(bounced) => contact.bounced = *bounced,
        ContactField::Stopped(stopped) => contact.stopped = *stopped,
    }
}
