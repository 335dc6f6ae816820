//! The payments of two versions of a deal, one by one: which are the same, and which only a person can judge.

use super::fields::{FieldDifference, differences};
use crate::domain::calendar::days_between;
use crate::domain::deal::Deal;
use crate::domain::deposit::Payment;
use crate::domain::import::take;
use crate::domain::typed::signs::folded;

/// What a payment of one side is to the other side.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PaymentPair<'a> {
    /// The same payment; `both` says whatever either side knows of it.
    Same {
        ours: &'a Payment,
        both: Payment,
    },
    /// Two that may be one, which one side has corrected.
    Alike {
        ours: &'a Payment,
        theirs: &'a Payment,
    },
    /// They removed it, or never had it.
    OnlyOurs(&'a Payment),
    OnlyTheirs(&'a Payment),
}

/// In days; equal instalments are further apart than a corrected date.
const CORRECTED_WITHIN: i64 = 10;

/// Ours in their order, then what only they have. Each payment is in one pair, so two that are truly equal stay two.
pub(crate) fn pairs<'a>(ours: &'a [Payment], theirs: &'a [Payment]) -> Vec<PaymentPair<'a>> {
    let mut partners: Vec<Option<&Payment>> = vec![None; ours.len()];
    let mut left: Vec<&Payment> = theirs.iter().collect();
    // An equal payment is never taken for the correction of another one.
    let surest_first: [fn(&Payment, &Payment) -> bool; 4] =
        [Payment::eq, is_completed, has_same_reference, may_be_corrected];
    for fits in surest_first {
        for (our, partner) in ours.iter().zip(&mut partners).filter(|(_, partner)| partner.is_none()) {
            *partner = left.iter().position(|their| fits(our, their)).map(|place| left.remove(place));
        }
    }
    let of_ours = ours.iter().zip(partners).map(|(ours, partner)| match partner {
        Some(theirs) if ours == theirs || is_completed(ours, theirs) => {
            PaymentPair::Same { ours, both: completed(ours, theirs) }
        }
        Some(theirs) => PaymentPair::Alike { ours, theirs },
        None => PaymentPair::OnlyOurs(ours),
    });
    of_ours.chain(left.into_iter().map(PaymentPair::OnlyTheirs)).collect()
}

/// Ours with what only they know of it, on our day and with our amount.
fn completed(ours: &Payment, theirs: &Payment) -> Payment {
    let Payment { on: _, money: _, reference, extra } = theirs;
    let mut payment = ours.clone();
    take::text(&mut payment.reference, reference);
    take::extra(&mut payment.extra, extra);
    payment
}

/// One side only knows more of it.
fn is_completed(ours: &Payment, theirs: &Payment) -> bool {
    references_agree(ours, theirs) && (ours.on, ours.money) == (theirs.on, theirs.money)
}

fn references_agree(ours: &Payment, theirs: &Payment) -> bool {
    let (ours, theirs) = (folded(&ours.reference), folded(&theirs.reference));
    ours == theirs || ours.is_empty() || theirs.is_empty()
}

fn has_same_reference(ours: &Payment, theirs: &Payment) -> bool {
    let reference = folded(&ours.reference);
    !reference.is_empty() && reference == folded(&theirs.reference)
}

/// The day, the amount or the reference is another one, and nothing else.
fn may_be_corrected(ours: &Payment, theirs: &Payment) -> bool {
    let agrees = references_agree(ours, theirs);
    let is_near = days_between(ours.on, theirs.on).abs() <= CORRECTED_WITHIN;
    match (ours.on == theirs.on, ours.money == theirs.money) {
        (true, true) => true,
        (true, false) => agrees && ours.money.currency() == theirs.money.currency(),
        (false, true) => agrees && is_near,
        (false, false) => false,
    }
}

/// All payments of both: a correction of theirs counts, and nothing is removed.
pub(crate) fn united(ours: &[Payment], theirs: &[Payment]) -> Vec<Payment> {
    let one = |pair| match pair {
        PaymentPair::Same { both, ours: _ } => both,
        PaymentPair::Alike { ours, theirs } => {
            Payment { on: theirs.on, money: theirs.money, ..completed(ours, theirs) }
        }
        PaymentPair::OnlyOurs(payment) | PaymentPair::OnlyTheirs(payment) => payment.clone(),
    };
    pairs(ours, theirs).into_iter().map(one).collect()
}

/// What differs between two versions of a deal, each payment by itself.
pub(crate) fn differences_by_payment(ours: &Deal, theirs: &Deal) -> Vec<FieldDifference> {
    let (Some(our_plan), Some(their_plan)) = (&ours.plan, &theirs.plan) else {
        return differences(None, ours, theirs);
    };
    let mut aligned = theirs.clone();
    if let Some(plan) = &mut aligned.plan {
        plan.payments.clone_from(&our_plan.payments);
    }
    let mut found = differences(None, ours, &aligned);
    found.extend(pairs(&our_plan.payments, &their_plan.payments).into_iter().filter_map(|pair| match pair {
        PaymentPair::Same { ours, both } => {
            (*ours != both).then(|| FieldDifference::of_payment(Some(ours), Some(&both)))
        }
        PaymentPair::Alike { ours, theirs } => Some(FieldDifference::of_payment(Some(ours), Some(theirs))),
        PaymentPair::OnlyOurs(ours) => Some(FieldDifference::of_payment(Some(ours), None)),
        PaymentPair::OnlyTheirs(theirs) => Some(FieldDifference::of_payment(None, Some(theirs))),
    }));
    found
}
