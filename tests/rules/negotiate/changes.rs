//! Changes of a deal's plan through its history: what is typed letter by letter, and what is chosen at once.

use std::sync::Arc;

use icebreak::domain::contact::Contact;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::deposit::{Payment, Plan, PlanChange, Preset, Terms};
use icebreak::domain::document::Document;
use icebreak::domain::edit::{ContactField, Edit, Field, Rejected};
use icebreak::domain::history::{DocumentAccess, History, UndoStep};

use super::{eur, on, terms};

const DAY: &str = "2026-12-01";

fn id() -> DealId {
    DealId::new("deal")
}

/// EUR 30,000: three monthly parts of 3,000 from 30 November, the first one paid; production waits for the deposit.
fn begun() -> Plan {
    let mut plan = Plan::new(Preset::DepositInThree.applied(&terms(&[])));
    plan.production_share = Some("30%".parse().unwrap());
    plan.with_payment(Payment::new(on("2026-11-29"), eur("3000")))
}

fn history(plan: Option<Plan>) -> History {
    let mut document = Document::default();
    let mut deal = Deal { contacts: vec![Contact::default()], ..Deal::new(id(), "Müller GmbH") };
    deal.plan = plan;
    document.deals.insert(id(), Arc::new(deal));
    History::new(document)
}

fn plan_of(history: &History) -> &Plan {
    history.current().deal(&id()).unwrap().plan.as_ref().unwrap()
}

fn of_deal(field: Field) -> Edit {
    Edit::Change { deal: id(), field }
}

fn change(change: PlanChange, suggested: Option<Plan>) -> Edit {
    let suggested = suggested.map(Box::new);
    of_deal(Field::ChangePlan { change: Box::new(change), on: on(DAY), suggested })
}

fn with_total(plan: &Plan, total: &str) -> Terms {
    Terms { total: eur(total), ..plan.terms.clone() }
}

/// Types a total letter by letter, each from what the page shows after the one before.
fn type_total(history: &mut History, totals: &[&str]) {
    for total in totals {
        let typed = with_total(plan_of(history), total);
        history.edit(change(PlanChange::Typed(typed), None), UndoStep::Continues).unwrap();
    }
}

#[test]
fn half_typed_terms_leave_no_trace() {
    // For a moment the total is so small that more rows are paid, or none can be made.
    let letters = ["4", "40", "400", "4000", "40000"];
    let mut typed = history(Some(begun()));
    type_total(&mut typed, &letters);
    let mut at_once = history(Some(begun()));
    type_total(&mut at_once, &["40000"]);
    assert_eq!(plan_of(&typed), plan_of(&at_once));
    assert_eq!(plan_of(&typed).kept, begun().closed_rows(on(DAY)));
    typed.undo().unwrap();
    assert_eq!(plan_of(&typed), &begun());
    assert_eq!(typed.undo(), None, "what is typed into one field is one step");
}

#[test]
fn production_goes_on_waiting_for_the_deposit() {
    let share = |plan: &Plan, change: PlanChange| {
        plan.changed(&change, on(DAY)).production_share.map(|share| share.to_string())
    };
    let plan = begun();
    let half = Preset::HalfHalf.applied(&plan.terms);
    let all_later = terms(&["rest@+60d"]);
    for (name, change, expected) in [
        ("typed", PlanChange::Typed(half.clone()), Some("50%")),
        ("chosen", PlanChange::Chosen(half.clone()), Some("50%")),
        ("by hand", PlanChange::ByHand(half.clone()), Some("30%")),
        ("typed, without a share yet", PlanChange::Typed(all_later.clone()), Some("30%")),
        ("chosen, without a deposit", PlanChange::Chosen(all_later), None),
    ] {
        assert_eq!(share(&plan, change).as_deref(), expected, "{name}");
    }
    let waits_for_half = plan.changed(&PlanChange::ProductionShare(Some("60%".parse().unwrap())), on(DAY));
    assert_eq!(share(&waits_for_half, PlanChange::Chosen(half)).as_deref(), Some("60%"), "its own choice");
}

#[test]
fn a_deal_without_a_plan_begins_with_the_suggested_one() {
    let mut history = history(None);
    let refused = change(PlanChange::Typed(begun().terms), None);
    assert_eq!(history.edit(refused, UndoStep::Continues), Err(Rejected::NoPlan));
    // The second letter finds the plan that the first one made.
    for total in ["4", "40000"] {
        let typed = PlanChange::Typed(with_total(&begun(), total));
        history.edit(change(typed, Some(begun())), UndoStep::Continues).unwrap();
    }
    assert_eq!(plan_of(&history).terms.total, eur("40000"));
    history.undo().unwrap();
    assert_eq!(history.current().deal(&id()).unwrap().plan, None);
}

#[test]
fn bank_fees_are_accepted_up_to_the_largest() {
    let plan = begun().changed(&PlanChange::AcceptFees(eur("20")), on(DAY));
    let more = plan.changed(&PlanChange::AcceptFees(eur("35")), on(DAY));
    let less = more.changed(&PlanChange::AcceptFees(eur("5")), on(DAY));
    assert_eq!([plan, more, less].map(|plan| plan.tolerance), ["20", "35", "35"].map(|fees| Some(eur(fees))));
}

#[test]
fn a_change_of_its_own_is_undone_alone() {
    let mut history = history(Some(begun()));
    type_total(&mut history, &["31000"]);
    let typed = with_total(plan_of(&history), "32000");
    history.edit(change(PlanChange::Typed(typed), None), UndoStep::Own).unwrap();
    type_total(&mut history, &["33000"]);
    for total in ["32000", "31000", "30000"] {
        history.undo().unwrap();
        assert_eq!(plan_of(&history).terms.total, eur(total));
    }
}

#[test]
fn an_address_that_is_typed_back_has_still_bounced() {
    let mut history = history(None);
    let email = |text: &str| of_deal(Field::Contact(0, ContactField::Email(text.to_owned())));
    history.edit(email("a@example.com"), UndoStep::Own).unwrap();
    history.edit(of_deal(Field::Contact(0, ContactField::Bounced(true))), UndoStep::Own).unwrap();
    for text in ["a@example.co", "a@example.com"] {
        history.edit(email(text), UndoStep::Continues).unwrap();
    }
    assert!(history.current().deal(&id()).unwrap().contacts[0].bounced);
}

#[test]
fn a_document_that_is_only_read_refuses_every_change() {
    let mut history = history(Some(begun()));
    history.set_access(DocumentAccess::ReadOnly);
    let before = history.current().clone();
    let edit = Edit::DeleteDeal(id());
    assert_eq!(history.edit(edit.clone(), UndoStep::Own), Err(Rejected::ReadOnly));
    history.restart(before.clone());
    assert_eq!(history.edit(edit.clone(), UndoStep::Own), Err(Rejected::ReadOnly));
    assert_eq!(*history.current(), before);
    history.set_access(DocumentAccess::Writable);
    assert_eq!(history.edit(edit, UndoStep::Own), Ok(()));
}
