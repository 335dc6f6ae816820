//! After the yes: when to ask, and what the answers become.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::Arc;

use chrono::NaiveDate;
use icebreak::domain::contact::Contact;
use icebreak::domain::deal::after_yes::{AfterYes, is_to_ask};
use icebreak::domain::deal::touch::{PromiseKind, Touch, TouchKind};
use icebreak::domain::deal::{Deal, DealId, RareParts, Stage};
use icebreak::domain::document::Document;
use icebreak::domain::edit::{Edit, Field, apply};
use icebreak::domain::message::{Edited, Strategy, Work};

fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn deal(stage: Stage) -> Deal {
    let mut deal = Deal::new(DealId::new("deal"), "Müller GmbH");
    deal.stage = stage.into();
    deal.contacts =
        vec![Contact { name: "Anna".into(), email: "anna@example.com".into(), ..Contact::default() }];
    deal
}

fn answered(deal: Deal, answers: AfterYes) -> Deal {
    let id = deal.id.clone();
    let document =
        Document { deals: [(id.clone(), Arc::new(deal))].into_iter().collect(), ..Document::default() };
    let edit = Edit::AfterYes { deal: id.clone(), answers: Box::new(answers), on: on("2026-12-01") };
    Deal::clone(apply(&document, &edit).unwrap().deal(&id).unwrap())
}

#[test]
fn days_become_promises_and_the_deputy_a_contact() {
    let answers = AfterYes {
        decides: "The board".into(),
        decided_by: Some(on("2026-12-03")),
        paid_by: Some(on("2026-12-10")),
        deputy: " Ms Weber ".into(),
        deputy_reached_at: "weber@example.com".into(),
    };
    let deal = answered(deal(Stage::Terms), answers);
    let made: Vec<_> = deal
        .promises
        .iter()
        .map(|made| (made.kind.known(), made.by, made.note.as_str(), made.ours))
        .collect();
    assert_eq!(
        made,
        [
            (Some(PromiseKind::Decision), on("2026-12-03"), "The board", false),
            (Some(PromiseKind::Payment), on("2026-12-10"), "", false),
        ]
    );
    let last = deal.contacts.last().unwrap();
    assert_eq!((&*last.name, &*last.email, &*last.phone), ("Ms Weber", "weber@example.com", ""));
    let told: Vec<_> = deal.story.iter().map(|touch| (touch.kind.known(), touch.note.as_str())).collect();
    assert_eq!(told, [(Some(TouchKind::Promised), "The board")]);
}

#[test]
fn what_they_left_open_leaves_nothing() {
    let only = |answers: AfterYes| {
        assert!(!answers.is_empty());
        let deal = answered(deal(Stage::Terms), answers);
        (deal.promises.len(), deal.contacts.len(), deal.story.last().and_then(|touch| touch.kind.known()))
    };
    let named = AfterYes { paid_by: Some(on("2026-12-10")), ..AfterYes::default() };
    assert_eq!(only(named), (1, 1, Some(TouchKind::Promised)));
    let deputy = AfterYes { deputy_reached_at: "+49 40 555".into(), ..AfterYes::default() };
    assert_eq!(only(deputy), (0, 2, Some(TouchKind::Note)));
    // Whoever is known already is not added again.
    let known = AfterYes {
        deputy: "Anna".into(),
        deputy_reached_at: "Anna@example.com".into(),
        ..AfterYes::default()
    };
    assert_eq!(only(known), (0, 1, Some(TouchKind::Note)));
    assert!(AfterYes { decides: "  ".into(), ..AfterYes::default() }.is_empty());
}

#[test]
fn the_next_message_asks_where_they_have_just_agreed() {
    let chosen = |from: Stage, to: Stage, work: Work| {
        let deal = Deal { rare: RareParts { message: work, ..RareParts::default() }.into(), ..deal(from) };
        let id = deal.id.clone();
        let document =
            Document { deals: [(id.clone(), Arc::new(deal))].into_iter().collect(), ..Document::default() };
        let edit = Edit::Change { deal: id.clone(), field: Field::Stage(to) };
        let after = apply(&document, &edit).unwrap();
        after.deal(&id).unwrap().message.strategy.as_ref().and_then(|strategy| strategy.known())
    };
    let open = Work::default;
    assert_eq!(chosen(Stage::Negotiation, Stage::Terms, open()), Some(Strategy::Agreed));
    assert_eq!(chosen(Stage::Quoted, Stage::Deposit, open()), Some(Strategy::Agreed));
    assert_eq!(chosen(Stage::Terms, Stage::Deposit, open()), None);
    assert_eq!(chosen(Stage::Quoted, Stage::Negotiation, open()), None);
    let pause = Work { strategy: Some(Strategy::Pause.into()), ..open() };
    assert_eq!(chosen(Stage::Quoted, Stage::Terms, pause), Some(Strategy::Pause));
    let edited = Work { edited: Some(Edited::new("", "mine", "".into())), ..open() };
    assert_eq!(chosen(Stage::Quoted, Stage::Terms, edited), None);
}

#[test]
fn it_is_asked_once_they_agreed_until_they_named_a_day_or_paid() {
    for (stage, asked) in [
        (Stage::Quoted, false),
        (Stage::Negotiation, false),
        (Stage::Terms, true),
        (Stage::Deposit, true),
        (Stage::Production, false),
        (Stage::Lost, false),
    ] {
        assert_eq!(is_to_ask(&deal(stage)), asked, "{stage:?}");
    }
    let named = AfterYes { decided_by: Some(on("2026-12-03")), ..AfterYes::default() };
    assert!(!is_to_ask(&answered(deal(Stage::Terms), named)));
    let mut paid = deal(Stage::Deposit);
    paid.story.push(Touch::new(on("2026-12-01"), TouchKind::Arrived));
    assert!(!is_to_ask(&paid));
}
