//! What a person can change, and the one pure function that changes it.

mod field;
mod known_form;
mod log;

pub use field::{ContactField, Field};

use std::sync::Arc;

use chrono::NaiveDate;

use self::known_form::know_form;
use self::log::{after_yes, ends_promises, log};
use super::deal::after_yes::AfterYes;
use super::deal::copied::not_sent;
use super::deal::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use super::deal::{Agreed, Deal, DealId, RareParts};
use super::deposit::Payment;
use super::document::Document;
use super::library::Library;
use super::list_answers::{ListAnswers, remember};
use super::script::forms::{FormHome, WrittenForm};
use super::settings::Settings;

/// A change of the document. It brings its ids and dates along, so that repeating it gives the same result.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    AddDeal(Box<Deal>),
    DuplicateDeal {
        deal: DealId,
        copy: DealId,
    },
    DeleteDeal(DealId),
    /// New and changed deals of one import, and what was answered about the list.
    Import {
        deals: Vec<Arc<Deal>>,
        answers: Option<Box<ListAnswers>>,
    },
    /// One field of one deal.
    Change {
        deal: DealId,
        field: Field,
    },
    /// Something happened; `promise` when they named a date.
    Log {
        deal: DealId,
        touch: Touch,
        promise: Option<Promise>,
    },
    /// What they answered after they agreed: days become promises, the deputy a contact.
    AfterYes {
        deal: DealId,
        answers: Box<AfterYes>,
        on: NaiveDate,
    },
    /// Money arrived for the deal's plan: recorded in the plan and in the story, as one step.
    RecordPayment {
        deal: DealId,
        payment: Payment,
    },
    /// A payment that was recorded by mistake, with its entry in the story.
    RemovePayment {
        deal: DealId,
        index: usize,
    },
    RemoveTouch {
        deal: DealId,
        index: usize,
    },
    /// The copied draft was sent, or was not sent after all.
    ConfirmSent {
        deal: DealId,
        index: usize,
        sent: bool,
    },
    /// A promise was kept or dropped, theirs or ours.
    SettlePromise {
        deal: DealId,
        index: usize,
        state: PromiseState,
    },
    /// How a name or another text is written for other readers; wherever the same text stands.
    KnowForm {
        deal: DealId,
        home: FormHome,
        form: Box<WrittenForm>,
    },
    Settings(Box<Settings>),
    Library(Box<Library>),
    /// The sample, or a document from elsewhere, instead of this one.
    Replace(Box<Document>),
    /// The result of merging this document with another version of it.
    Merge(Box<Document>),
}

/// Why an edit does not fit the document any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    #[error("the document may only be read")]
    ReadOnly,
    #[error("the deal is not in the document")]
    NoSuchDeal,
    #[error("a deal with this id is there already")]
    DealExists,
    #[error("the entry is not in the deal's story")]
    NoSuchEntry,
    #[error("the contact is not in the deal")]
    NoSuchContact,
    #[error("the deal has no payment plan")]
    NoPlan,
    #[error("the plan is not among the deal's alternatives")]
    NoSuchAlternative,
}

/// What an edit did, for the names of undo steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PerformedEdit {
    AddedDeal,
    DuplicatedDeal,
    DeletedDeal,
    Imported(usize),
    ChangedBuyer,
    ChangedContact,
    ChangedProduct,
    ChangedStage,
    ChangedAgreed,
    ChangedNotes,
    ChangedTags,
    MovedNext,
    Paused,
    Resumed,
    Answered,
    ChangedPlan,
    ChangedMessage,
    Logged(TouchKind),
    RemovedPayment,
    RemovedTouch,
    ConfirmedSent,
    DoubtedSent,
    SettledPromise,
    AnsweredAfterYes,
    ChangedSettings,
    ChangedLibrary,
    ReplacedDocument,
    Merged,
    ChangedAlternatives,
    ChosePlan,
    ChangedCosts,
    GaveBank,
    PutPlanIntoMessage,
    KnewForm,
}

/// The document after the edit; the one given is not changed.
pub fn apply(document: &Document, edit: &Edit) -> Result<Document, Rejected> {
    let mut after = document.clone();
    match edit {
        Edit::AddDeal(deal) => {
            if after.deals.contains_key(&deal.id) {
                return Err(Rejected::DealExists);
            }
            after.deals.insert(deal.id.clone(), Arc::new((**deal).clone()));
        }
        Edit::DuplicateDeal { deal, copy } => {
            if after.deals.contains_key(copy) {
                return Err(Rejected::DealExists);
            }
            let original = after.deals.get(deal).ok_or(Rejected::NoSuchDeal)?;
            let duplicate = fresh_copy(original, copy.clone());
            after.deals.insert(copy.clone(), Arc::new(duplicate));
        }
        Edit::DeleteDeal(deal) => {
            after.deals.remove(deal).ok_or(Rejected::NoSuchDeal)?;
        }
        Edit::Import { deals, answers } => {
            after.deals.extend(deals.iter().map(|deal| (deal.id.clone(), Arc::clone(deal))));
            if let Some(answers) = answers {
                let mut settings = (*after.settings).clone();
                remember(&mut settings.lists, answers);
                after.settings = Arc::new(settings);
            }
        }
        Edit::Change { deal, field } => {
            change_deal(&mut after, deal, |deal| field::set(deal, field))?;
        }
        Edit::Log { deal, touch, promise } => {
            log(&mut after, deal, touch, promise.as_ref())?;
        }
        Edit::AfterYes { deal, answers, on } => after_yes(&mut after, deal, answers, *on)?,
        Edit::RecordPayment { deal, payment } => record_payment(&mut after, deal, payment)?,
        Edit::RemovePayment { deal, index } => remove_payment(&mut after, deal, *index)?,
        Edit::RemoveTouch { deal, index } => change_deal(&mut after, deal, |deal| {
            if *index >= deal.story.len() {
                return Err(Rejected::NoSuchEntry);
            }
            let touch = deal.story.remove(*index);
            not_sent(deal, &touch);
            Ok(())
        })?,
        Edit::ConfirmSent { deal, index, sent } => change_deal(&mut after, deal, |deal| {
            let touch = deal.story.get_mut(*index).ok_or(Rejected::NoSuchEntry)?;
            touch.kind = if *sent { TouchKind::Wrote } else { TouchKind::Copied }.into();
            Ok(())
        })?,
        Edit::SettlePromise { deal, index, state } => change_deal(&mut after, deal, |deal| {
            let promise = deal.promises.get_mut(*index).ok_or(Rejected::NoSuchEntry)?;
            promise.state = (*state).into();
            Ok(())
        })?,
        Edit::KnowForm { deal, home, form } => know_form(&mut after, deal, *home, form)?,
        Edit::Settings(settings) => after.settings = Arc::new((**settings).clone()),
        Edit::Library(library) => after.library = Arc::new((**library).clone()),
        Edit::Replace(other) | Edit::Merge(other) => after = (**other).clone(),
    }
    Ok(after)
}

impl Edit {
    pub fn done(&self) -> PerformedEdit {
        match self {
            Self::AddDeal(_) => PerformedEdit::AddedDeal,
            Self::DuplicateDeal { .. } => PerformedEdit::DuplicatedDeal,
            Self::DeleteDeal(_) => PerformedEdit::DeletedDeal,
            Self::Import { deals, .. } => PerformedEdit::Imported(deals.len()),
            Self::Change { field, .. } => field.done(),
            Self::Log { touch, .. } => PerformedEdit::Logged(touch.kind.known_or(TouchKind::Note)),
            Self::AfterYes { .. } => PerformedEdit::AnsweredAfterYes,
            Self::RecordPayment { .. } => PerformedEdit::Logged(TouchKind::Arrived),
            Self::RemovePayment { .. } => PerformedEdit::RemovedPayment,
            Self::RemoveTouch { .. } => PerformedEdit::RemovedTouch,
            Self::ConfirmSent { sent: true, .. } => PerformedEdit::ConfirmedSent,
            Self::ConfirmSent { sent: false, .. } => PerformedEdit::DoubtedSent,
            Self::SettlePromise { .. } => PerformedEdit::SettledPromise,
            Self::KnowForm { .. } => PerformedEdit::KnewForm,
            Self::Settings(_) => PerformedEdit::ChangedSettings,
            Self::Library(_) => PerformedEdit::ChangedLibrary,
            Self::Replace(_) => PerformedEdit::ReplacedDocument,
            Self::Merge(_) => PerformedEdit::Merged,
        }
    }

    /// The deal it is about.
    pub fn deal(&self) -> Option<&DealId> {
        match self {
            Self::AddDeal(deal) => Some(&deal.id),
            Self::DuplicateDeal { copy, .. } => Some(copy),
            Self::DeleteDeal(deal)
            | Self::Change { deal, .. }
            | Self::Log { deal, .. }
            | Self::AfterYes { deal, .. }
            | Self::RecordPayment { deal, .. }
            | Self::RemovePayment { deal, .. }
            | Self::RemoveTouch { deal, .. }
            | Self::ConfirmSent { deal, .. }
            | Self::SettlePromise { deal, .. }
            | Self::KnowForm { deal, .. } => Some(deal),
            Self::Import { .. }
            | Self::Settings(_)
            | Self::Library(_)
            | Self::Replace(_)
            | Self::Merge(_) => None,
        }
    }

    /// Whether it continues the change of `earlier`, as the next keystroke in a field does.
    pub(crate) fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Change { deal, field }, Self::Change { deal: before, field: same }) => {
                deal == before && field.is_same_field(same)
            }
            (Self::KnowForm { deal, form, .. }, Self::KnowForm { deal: before, form: same, .. }) => {
                deal == before && form.is_about(same)
            }
            (Self::Settings(_), Self::Settings(_)) | (Self::Library(_), Self::Library(_)) => true,
            _otherwise => false,
        }
    }
}

fn change_deal(
    document: &mut Document,
    id: &DealId,
    change: impl FnOnce(&mut Deal) -> Result<(), Rejected>,
) -> Result<(), Rejected> {
    let mut deal = (**document.deals.get(id).ok_or(Rejected::NoSuchDeal)?).clone();
    change(&mut deal)?;
    document.deals.insert(id.clone(), Arc::new(deal));
    Ok(())
}

fn record_payment(document: &mut Document, id: &DealId, payment: &Payment) -> Result<(), Rejected> {
    change_deal(document, id, |deal| {
        let plan = deal.plan.as_mut().ok_or(Rejected::NoPlan)?;
        plan.payments.push(payment.clone());
        Ok(())
    })?;
    log(document, id, &Touch::arrived(payment), None)
}

fn remove_payment(document: &mut Document, id: &DealId, index: usize) -> Result<(), Rejected> {
    change_deal(document, id, |deal| {
        let plan = deal.plan.as_ref().ok_or(Rejected::NoPlan)?;
        let (plan, payment) = plan.without_payment(index).ok_or(Rejected::NoSuchEntry)?;
        deal.plan = Some(plan);
        let arrived = Touch::arrived(&payment);
        let told = deal.story.iter().rposition(|touch| {
            touch.kind.is(TouchKind::Arrived)
                && (touch.on, touch.money, &touch.note) == (arrived.on, arrived.money, &arrived.note)
        });
        if let Some(told) = told {
            deal.story.remove(told);
        }
        reopen_promises(deal, payment.on);
        Ok(())
    })
}

/// Reopens the payment promises that only the payment of this day kept, which is removed as a mistake.
fn reopen_promises(deal: &mut Deal, day: NaiveDate) {
    let story = &deal.story;
    for promise in &mut deal.rare.promises {
        // The entry that records the promise itself does not keep it.
        let is_its_own = |touch: &Touch| touch.on == promise.made && touch.kind.is(TouchKind::Promised);
        let ended = |touch: &Touch| touch.on >= promise.made && ends_promises(touch) && !is_its_own(touch);
        let was_kept_by_it = promise.kind.is(PromiseKind::Payment)
            && promise.state.is(PromiseState::Kept)
            && promise.made <= day
            && !story.iter().any(ended);
        if was_kept_by_it {
            promise.state = PromiseState::Open.into();
        }
    }
}

/// The same buyer and product, but a deal of its own: no PI, story, promises, plan or drafts.
fn fresh_copy(original: &Deal, id: DealId) -> Deal {
    let Deal {
        buyer,
        contacts,
        product,
        tags,
        notes,
        agreed,
        rare,
        id: _,
        stage: _,
        summary: _,
        story: _,
        next: _,
        extra: _,
    } = original.clone();
    let RareParts {
        // What the goods cost depends on the product, not on the buyer.
        costs,
        promises: _,
        pause: _,
        diagnosis: _,
        plan: _,
        plan_name: _,
        alternatives: _,
        transfer_fee: _,
        // It stays with the deal for which it was given; a warning looks at all deals of the buyer.
        bank_given: _,
        message: _,
        forms,
    } = &*rare;
    let agreed = Agreed { pi: String::new(), pi_date: None, ..agreed };
    let rare = RareParts { costs: costs.clone(), forms: forms.clone(), ..RareParts::default() }.into();
    Deal { buyer, contacts, product, tags, notes, agreed, rare, ..Deal::new(id, "") }
}

pub(crate) fn moved_next(deal: DealId, date: Option<NaiveDate>) -> Edit {
    Edit::Change { deal, field: Field::Next(date) }
}
