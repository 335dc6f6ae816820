//! A plan that is only proposed: nothing in it is due until the buyer agrees, pays, or the deal has come that far.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::Arc;

use chrono::{NaiveDate, Weekday};
use icebreak::domain::calendar::WorkWeek;
use icebreak::domain::deal::touch::{Touch, TouchKind};
use icebreak::domain::deal::{Agreed, Deal, DealId, Stage};
use icebreak::domain::deposit::{Payment, Plan, PlanChange, Status, suggested_plan};
use icebreak::domain::document::Document;
use icebreak::domain::edit::{Edit, Field};
use icebreak::domain::history::{History, UndoStep};
use icebreak::domain::import::pack::plan_pack;
use icebreak::domain::message::Work;
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::settings::Settings;
use icebreak::domain::today::ladder::Next;
use icebreak::domain::today::{Item, TodayGroup, unpaid_row_due};

fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn id() -> DealId {
    DealId::new("deal")
}

/// EUR 30,000; the first of three parts is due on Tuesday 8 December.
fn plan() -> Plan {
    let weekend = [Weekday::Sat, Weekday::Sun].into_iter().collect();
    let agreed = Agreed { amount: Some(30_000.into()), currency: Some(Currency::EUR), ..Agreed::default() };
    suggested_plan(&agreed, on("2026-12-01"), weekend).unwrap()
}

/// We wrote on 1 December: the ladder's first step is on the 4th, its second on the 8th.
fn history(stage: Stage) -> History {
    let mut deal = Deal::new(id(), "Müller GmbH");
    deal.stage = stage.into();
    deal.story.push(Touch::new(on("2026-12-01"), TouchKind::Wrote));
    History::new(Document { deals: [(id(), Arc::new(deal))].into_iter().collect(), ..Document::default() })
}

fn edit(history: &mut History, edit: Edit) {
    history.edit(edit, UndoStep::Own).unwrap();
}

fn change(history: &mut History, field: Field) {
    edit(history, Edit::Change { deal: id(), field });
}

fn deal(history: &History) -> &Deal {
    history.current().deal(&id()).unwrap()
}

fn item(history: &History, day: &str) -> Item {
    Item::of(history.current().deals.get(&id()).unwrap(), &Settings::default(), &WorkWeek::default(), on(day))
}

/// The ways in which a first plan comes to a deal.
fn ways() -> [Field; 3] {
    let change = Box::new(PlanChange::ShipsDaysAfter(Some(25)));
    let plan = Box::new(plan());
    [
        Field::Plan(Some(plan.clone())),
        Field::ChangePlan { change, on: on("2026-12-01"), suggested: Some(plan.clone()) },
        Field::PlanIntoMessage { plan, message: Box::new(Work::default()) },
    ]
}

#[test]
fn a_plan_begins_as_proposed_until_the_buyer_has_agreed() {
    for stage in [
        (Stage::Inquiry, true),
        (Stage::Quoted, true),
        (Stage::Sample, true),
        (Stage::Negotiation, true),
        (Stage::Terms, true),
        (Stage::Deposit, false),
        (Stage::Production, false),
        (Stage::Shipped, false),
        (Stage::Won, false),
        (Stage::Lost, true),
    ] {
        for way in ways() {
            let mut history = history(stage.0);
            change(&mut history, way.clone());
            assert_eq!(deal(&history).plan_is_proposed(), stage.1, "{stage:?} {way:?}");
        }
    }
}

#[test]
fn a_proposed_plan_makes_nothing_due_and_leaves_the_follow_up() {
    let mut history = history(Stage::Terms);
    change(&mut history, Field::Plan(Some(Box::new(plan()))));
    let early = item(&history, "2026-12-02").next;
    assert!(matches!(early, Next::On(next) if next.date == on("2026-12-04")), "{early:?}");
    let late = item(&history, "2026-12-20");
    assert_eq!(late.group, TodayGroup::FollowUp);
    assert_eq!(unpaid_row_due(deal(&history), on("2026-12-20")), None);
    let rows = deal(&history).plan.as_ref().unwrap().status(on("2026-12-20")).unwrap();
    assert!(rows.iter().all(|row| row.status == Status::Upcoming), "{rows:?}");

    let agreed = PlanChange::Agreed;
    let field = Field::ChangePlan { change: Box::new(agreed), on: on("2026-12-20"), suggested: None };
    change(&mut history, field);
    let late = item(&history, "2026-12-20");
    assert_eq!(late.group, TodayGroup::Money);
    assert_eq!(unpaid_row_due(deal(&history), on("2026-12-20")).map(|row| row.part), Some(1));
    history.undo().unwrap();
    assert!(deal(&history).plan_is_proposed());
}

#[test]
fn what_agrees_to_a_plan() {
    let check = |step: Edit, agreed: bool| {
        let mut history = history(Stage::Terms);
        change(&mut history, Field::Plan(Some(Box::new(plan()))));
        edit(&mut history, step.clone());
        assert_eq!(deal(&history).plan_is_proposed(), !agreed, "{step:?}");
    };
    let stage = |stage| Edit::Change { deal: id(), field: Field::Stage(stage) };
    check(stage(Stage::Deposit), true);
    check(stage(Stage::Production), true);
    check(stage(Stage::Negotiation), false);
    check(stage(Stage::Lost), false);
    let log = |kind| Edit::Log { deal: id(), touch: Touch::new(on("2026-12-02"), kind), promise: None };
    check(log(TouchKind::Arrived), true);
    check(log(TouchKind::SaysPaid), true);
    check(log(TouchKind::Replied), false);
    check(log(TouchKind::Copied), false);
    let payment = Payment::new(on("2026-12-02"), Money::parse_plain("3000", Currency::EUR).unwrap());
    let paid = Edit::RecordPayment { deal: id(), payment };
    check(paid.clone(), true);
    // Other terms of a plan that was only proposed are proposed.
    let terms = PlanChange::ShipsDaysAfter(Some(9));
    let field = Field::ChangePlan { change: Box::new(terms), on: on("2026-12-02"), suggested: None };
    check(Edit::Change { deal: id(), field }, false);
    // A payment that was a mistake is taken back as if it had never come, unless the deal has gone on since.
    for (moved, proposed) in [(None, true), (Some(Stage::Deposit), false)] {
        let mut history = history(Stage::Terms);
        change(&mut history, Field::Plan(Some(Box::new(plan()))));
        edit(&mut history, paid.clone());
        moved.into_iter().for_each(|stage| change(&mut history, Field::Stage(stage)));
        edit(&mut history, Edit::RemovePayment { deal: id(), index: 0 });
        assert_eq!(deal(&history).plan_is_proposed(), proposed);
    }
}

#[test]
fn an_agreed_plan_stays_agreed_under_other_terms() {
    let mut history = history(Stage::Terms);
    change(&mut history, Field::Plan(Some(Box::new(plan()))));
    change(&mut history, Field::Stage(Stage::Deposit));
    change(&mut history, Field::Stage(Stage::Terms));
    for way in ways() {
        change(&mut history, way);
        assert!(!deal(&history).plan_is_proposed());
    }
}

#[test]
fn plans_of_older_documents_are_agreed_and_packs_know_which_are() {
    let saved = serde_json::to_value(plan()).unwrap();
    assert_eq!(saved.get("proposed"), None);
    let read: Plan = serde_json::from_value(saved).unwrap();
    assert!(!read.is_proposed());

    let check = |ours: bool, theirs: bool, both: bool| {
        let with = |proposed| {
            let mut deal = Deal::new(id(), "Müller GmbH");
            deal.plan = Some(Plan { proposed, ..plan() });
            deal
        };
        let document =
            Document { deals: [(id(), Arc::new(with(ours)))].into_iter().collect(), ..Document::default() };
        let plan = plan_pack(&document, with(theirs), || unreachable!());
        let united = plan.deals.first().cloned().unwrap_or_else(|| Arc::new(with(ours)));
        assert_eq!(united.plan_is_proposed(), both, "{ours} {theirs}");
    };
    check(true, true, true);
    check(true, false, false);
    check(false, true, false);
}
