//! Importing one whole deal from a colleague: which deal it is here, and the result of uniting the two.

use std::sync::Arc;

use super::index::{Found, Index};
use super::problem::{Flaw, SkippedRow};
use super::{ImportPlan, ParsedRow, pack_into_deal};
use crate::domain::deal::{Deal, DealId, RareParts};
use crate::domain::deposit::Payment;
use crate::domain::document::Document;
use crate::domain::money::Money;
use crate::domain::versions::fields::differences;
use crate::domain::versions::payments::{PaymentPair, pairs};
use crate::named;

pub(crate) use super::problem::PACK_VERSION;

named! {
    /// The parts of a deal that an import can change, for telling what it did.
    pub enum DealPart {
        Buyer = "buyer",
        Contacts = "contacts",
        Product = "product",
        Stage = "stage",
        Agreed = "agreed",
        Story = "story",
        Promises = "promises",
        Plan = "plan",
        BankGiven = "bank-given",
        Message = "message",
        Notes = "notes",
        Tags = "tags",
        Other = "other",
    }
}

/// What the import of a pack would do. It refers to the deal of the same id, else to the one that a row of a table with
/// the pack's PI, buyer, product and currency would refer to. That deal keeps its id and all its history.
pub fn plan_pack(document: &Document, theirs: Deal, new_id: impl FnOnce() -> DealId) -> ImportPlan {
    let plan = ImportPlan { read: 1, ..ImportPlan::default() };
    match outcome(document, theirs, new_id) {
        Ok(PackOutcome::Added(deal)) => ImportPlan { added: 1, deals: vec![Arc::from(deal)], ..plan },
        Ok(PackOutcome::Updated(deal)) => ImportPlan { updated: 1, deals: vec![Arc::from(deal)], ..plan },
        Ok(PackOutcome::Unchanged) => ImportPlan { unchanged: 1, ..plan },
        Err(flaw) => ImportPlan { skipped: vec![SkippedRow { row: 1, flaw }], ..plan },
    }
}

/// Whether the united deal would replace a value of ours that is not empty: nobody knows which one is newer.
pub(crate) fn overwrites(ours: &Deal, united: &Deal) -> bool {
    differences(None, ours, united).iter().any(|difference| !difference.only_adds())
}

/// Whether the sender knew our whole story, and has added to it.
pub(crate) fn has_gone_on(ours: &Deal, united: &Deal, theirs: &Deal) -> bool {
    theirs.story == united.story && theirs.story.len() > ours.story.len()
}

/// The parts in which two states of a deal differ.
pub fn differing_parts(before: &Deal, after: &Deal) -> Vec<DealPart> {
    let Deal {
        id: _paired_by_it,
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
    } = before;
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
    let plans_differ = (plan, plan_name, alternatives, costs, transfer_fee)
        != (&after.plan, &after.plan_name, &after.alternatives, &after.costs, &after.transfer_fee);
    let others_differ = (next, pause, diagnosis, forms, extra)
        != (&after.next, &after.pause, &after.diagnosis, &after.forms, &after.extra);
    let differs = [
        (DealPart::Buyer, *buyer != after.buyer),
        (DealPart::Contacts, *contacts != after.contacts),
        (DealPart::Product, *product != after.product),
        (DealPart::Stage, *stage != after.stage),
        (DealPart::Agreed, *agreed != after.agreed),
        (DealPart::Story, (story, summary) != (&after.story, &after.summary)),
        (DealPart::Promises, *promises != after.promises),
        (DealPart::Plan, plans_differ),
        (DealPart::BankGiven, *bank_given != after.bank_given),
        (DealPart::Message, *message != after.message),
        (DealPart::Notes, *notes != after.notes),
        (DealPart::Tags, *tags != after.tags),
        (DealPart::Other, others_differ),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

/// A payment that only a person can judge.
#[derive(Clone, Debug, PartialEq)]
pub enum PaymentDoubt {
    /// One side has corrected it, or they are two payments.
    Corrected { ours: Payment, theirs: Payment },
    /// They removed it, or never had it.
    OnlyOurs(Payment),
}

/// The payments that the deal here and the pack disagree about; none where the pack merely adds some, or is about
/// another deal.
pub fn payment_doubts(document: &Document, theirs: &Deal) -> Vec<PaymentDoubt> {
    let ours = find(document, theirs).ok().flatten();
    let plans = ours.as_ref().and_then(|ours| ours.plan.as_ref().zip(theirs.plan.as_ref()));
    let Some((ours, theirs)) = plans else { return Vec::new() };
    let doubt = |pair| match pair {
        PaymentPair::Same { .. } | PaymentPair::OnlyTheirs(_) => None,
        PaymentPair::Alike { ours, theirs } => {
            Some(PaymentDoubt::Corrected { ours: ours.clone(), theirs: theirs.clone() })
        }
        PaymentPair::OnlyOurs(ours) => Some(PaymentDoubt::OnlyOurs(ours.clone())),
    };
    pairs(&ours.payments, &theirs.payments).into_iter().filter_map(doubt).collect()
}

/// The deal as it would be with exactly the pack's payments, for comparing the two.
pub(crate) fn with_their_payments(mut united: Deal, theirs: &Deal) -> Deal {
    if let (Some(plan), Some(their_plan)) = (&mut united.plan, &theirs.plan) {
        plan.payments.clone_from(&their_plan.payments);
    }
    united
}

enum PackOutcome {
    Added(Box<Deal>),
    Updated(Box<Deal>),
    Unchanged,
}

fn outcome(
    document: &Document,
    mut theirs: Deal,
    new_id: impl FnOnce() -> DealId,
) -> Result<PackOutcome, Flaw> {
    let Some(ours) = find(document, &theirs)? else {
        if theirs.id.as_str().trim().is_empty() {
            theirs.id = new_id();
        }
        return Ok(PackOutcome::Added(Box::new(theirs)));
    };
    let united = pack_into_deal::united(&ours, &theirs);
    if united == ours {
        return Ok(PackOutcome::Unchanged);
    }
    check_amount(&united, &theirs)?;
    Ok(PackOutcome::Updated(Box::new(united)))
}

fn find(document: &Document, theirs: &Deal) -> Result<Option<Deal>, Flaw> {
    if let Some(same_id) = document.deal(&theirs.id) {
        return Ok(Some((**same_id).clone()));
    }
    let row = ParsedRow {
        row: 1,
        buyer: theirs.buyer.company.clone(),
        product: theirs.product.clone(),
        currency: theirs.agreed.currency,
        pi: theirs.agreed.pi.clone(),
        ..ParsedRow::default()
    };
    // Deals without a buyer and a PI number have nothing to be found by.
    if row.buyer.trim().is_empty() && row.pi.trim().is_empty() {
        return Ok(None);
    }
    let index = Index::of(document);
    match index.find(&row, |ours| pack_into_deal::united(ours, theirs) == *ours) {
        Found::One(place) => Ok(index.deal(place).cloned()),
        Found::None => Ok(None),
        Found::Several { deals, .. } => Err(Flaw::SeveralDeals { deals }),
    }
}

/// The amount of one deal and the currency of the other may not fit together.
fn check_amount(united: &Deal, theirs: &Deal) -> Result<(), Flaw> {
    let mixed = theirs.agreed.amount.is_some() != theirs.agreed.currency.is_some();
    match (united.agreed.amount, united.agreed.currency) {
        (Some(amount), Some(currency)) if mixed && Money::from_decimal(amount, currency).is_none() => {
            Err(Flaw::AmountTooFine { text: amount.normalize().to_string(), currency: currency.code() })
        }
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}
