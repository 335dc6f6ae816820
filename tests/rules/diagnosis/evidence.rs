//! What a deal shows by itself: which records and notes answer which question, and how that is told.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may stop a test")]

use chrono::NaiveDate;
use icebreak::assets::diagnosis_model;
use icebreak::domain::contact::Contact;
use icebreak::domain::deal::touch::{Channel, Promise, PromiseKind, PromiseState, Touch, TouchKind};
use icebreak::domain::deal::{Deal, DealId, Pause, Stage};
use icebreak::domain::diagnosis::{Given, Inference, Known, ShownBy, already_known, with_own};
use icebreak::domain::document::Extra;
use icebreak::domain::money::Currency;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-21")
}

/// In production no question is answered by the stage.
fn deal() -> Deal {
    let mut deal = Deal::new(DealId::new("1"), "Müller GmbH");
    deal.stage = Stage::Production.into();
    deal
}

fn touch(on: &str, kind: TouchKind, note: &str) -> Touch {
    Touch { note: note.into(), ..Touch::new(day(on), kind) }
}

fn by(channel: Channel, on: &str, kind: TouchKind) -> Touch {
    Touch { channel: Some(channel.into()), ..Touch::new(day(on), kind) }
}

fn promise(kind: PromiseKind, state: PromiseState, note: &str) -> Promise {
    let (by, made) = (day("2026-11-27"), day("2026-10-29"));
    Promise {
        kind: kind.into(),
        by,
        made,
        state: state.into(),
        note: note.into(),
        ours: false,
        extra: Extra::new(),
    }
}

#[track_caller]
fn check(deal: &Deal, expected: &[(&str, &str)]) {
    let mut found: Vec<(String, String)> = already_known(deal, today())
        .into_iter()
        .map(|known| (known.given.question.into(), known.given.answer.into()))
        .collect();
    found.sort();
    let found: Vec<(&str, &str)> = found.iter().map(|(q, a)| (q.as_str(), a.as_str())).collect();
    assert_eq!(found, expected);
    // Whatever a deal shows, the built-in model has such a question and answer.
    Inference::new(diagnosis_model(), &answers(deal)).unwrap();
}

/// Everything there is to go by.
fn answers(deal: &Deal) -> Vec<Given> {
    with_own(&deal.diagnosis.answers, &already_known(deal, today()))
}

fn shown(deal: &Deal, question: &str) -> Option<ShownBy> {
    already_known(deal, today())
        .into_iter()
        .find(|known| &*known.given.question == question)
        .map(|known| known.shown)
}

#[test]
fn an_empty_deal_shows_nothing() {
    check(&deal(), &[]);
}

#[test]
fn the_stage_tells_where_the_talks_stood() {
    for (stage, answer) in [
        (Stage::Inquiry, Some("quote")),
        (Stage::Quoted, Some("quote")),
        (Stage::Sample, Some("quote")),
        (Stage::Negotiation, Some("quote")),
        (Stage::Terms, Some("terms")),
        (Stage::Deposit, Some("deposit")),
        (Stage::Shipped, None),
        (Stage::Lost, None),
    ] {
        let mut deal = deal();
        deal.stage = stage.into();
        let expected: Vec<(&str, &str)> = answer.map(|answer| ("stage", answer)).into_iter().collect();
        check(&deal, &expected);
        assert_eq!(shown(&deal, "stage"), answer.map(|_| ShownBy::Stage(stage)));
    }
}

#[test]
fn a_machine_that_says_until_when_shows_absence_until_then() {
    let with_until = |until: &str| {
        let mut deal = deal();
        let reply = Touch { until: Some(day(until)), ..Touch::new(day("2026-11-16"), TouchKind::AutoReply) };
        deal.story.push(reply);
        deal
    };
    let away = with_until("2026-11-22");
    check(&away, &[("away", "yes")]);
    let told = ShownBy::AutoReply { on: day("2026-11-16"), until: day("2026-11-22") };
    assert_eq!(shown(&away, "away"), Some(told));
    check(&with_until("2026-11-21"), &[]);
    // They wrote themselves since.
    let mut back = with_until("2026-12-01");
    back.story.push(touch("2026-11-18", TouchKind::Replied, ""));
    check(&back, &[]);
}

#[test]
fn a_pause_for_their_holiday_shows_absence() {
    for (reason, until, expected) in [
        ("Their holiday", Some("2026-11-30"), &[("away", "yes")][..]),
        ("客户春节放假", None, &[("away", "yes")]),
        ("Their holiday", Some("2026-11-21"), &[]),
        ("waiting for our sample", None, &[]),
    ] {
        let mut deal = deal();
        deal.pause = Some(Pause { reason: reason.into(), until: until.map(day), extra: Extra::new() });
        check(&deal, expected);
    }
}

#[test]
fn what_we_tried_shows_whether_messages_arrive() {
    let mut one = deal();
    one.story = vec![
        by(Channel::Chat, "2026-10-20", TouchKind::Wrote),
        by(Channel::Email, "2026-10-29", TouchKind::Replied),
        by(Channel::Email, "2026-11-09", TouchKind::Wrote),
        by(Channel::Email, "2026-11-12", TouchKind::Copied),
    ];
    check(&one, &[("reached", "one-way")]);
    assert_eq!(shown(&one, "reached"), Some(ShownBy::Tried { touches: 2, channels: vec![Channel::Email] }));
    let mut imported = one.clone();
    imported.summary.unanswered = Some(5);
    check(&imported, &[]);
    let mut several = one.clone();
    several.story.push(Touch::new(day("2026-11-16"), TouchKind::Called));
    check(&several, &[("reached", "several-ways")]);
    let mut unclear = one.clone();
    unclear.story.push(Touch::new(day("2026-11-16"), TouchKind::Wrote));
    check(&unclear, &[]);
    let mut answered = several;
    answered.story.push(Touch::new(day("2026-11-20"), TouchKind::Replied));
    check(&answered, &[]);
}

#[test]
fn a_dead_address_shows_that_nothing_arrives_unless_another_person_is_left() {
    let mut dead = deal();
    dead.story.push(Touch::new(day("2026-11-09"), TouchKind::Bounced));
    check(&dead, &[("reached", "bounced")]);
    dead.contacts.push(Contact { name: "Anna".into(), bounced: true, ..Contact::default() });
    check(&dead, &[("reached", "bounced")]);
    assert_eq!(shown(&dead, "reached"), Some(ShownBy::Bounced { on: Some(day("2026-11-09")) }));
    dead.contacts.push(Contact { name: "Bernd".into(), ..Contact::default() });
    check(&dead, &[]);
}

#[test]
fn promises_and_payments_show_what_they_said_last() {
    let mut deal_ = deal();
    deal_.promises.push(promise(PromiseKind::Decision, PromiseState::Open, ""));
    check(&deal_, &[("last-word", "approval")]);
    let told =
        ShownBy::Promise { kind: PromiseKind::Decision, made: day("2026-10-29"), by: day("2026-11-27") };
    assert_eq!(shown(&deal_, "last-word"), Some(told));

    let mut paying = deal();
    paying.promises.push(promise(PromiseKind::Payment, PromiseState::Dropped, ""));
    check(&paying, &[]);
    paying.promises.push(promise(PromiseKind::Payment, PromiseState::Open, ""));
    check(&paying, &[("payment-word", "promised")]);
    paying.story.push(Touch::new(day("2026-11-10"), TouchKind::SaysPaid));
    check(&paying, &[("payment-word", "says-paid")]);
    paying.story.push(Touch::new(day("2026-11-12"), TouchKind::Arrived));
    check(&paying, &[("payment-word", "promised")]);
}

#[test]
fn only_amounts_that_can_be_compared_show_the_size() {
    for (currency, amount, expected) in [
        ("USD", "2999.99", &[("size", "small")][..]),
        ("USD", "3000", &[]),
        ("EUR", "49999.99", &[]),
        ("EUR", "50000", &[("size", "large")]),
        ("EUR", "0", &[]),
        ("JPY", "2000", &[]),
        ("CNY", "60000", &[]),
    ] {
        let mut deal = deal();
        deal.agreed.currency = Currency::from_code(currency);
        deal.agreed.amount = Some(amount.parse().unwrap());
        check(&deal, expected);
    }
}

#[test]
fn words_in_notes_show_what_they_say() {
    for (note, expected) in [
        ("The committee meets on Thursday", &[("who-decides", "committee")][..]),
        ("等老板从展会回来签字", &[("who-decides", "boss")]),
        ("Her bosses decide", &[]),
        ("Embossed logo on each box, LED board 2 pcs", &[]),
        ("no committee there", &[]),
        ("没有委员会", &[]),
        ("Not the boss, the committee decides", &[("who-decides", "committee")]),
        ("Asked twice about warranty. Fine otherwise.", &[("asked-most", "service")]),
        ("一直问质保和备件", &[("asked-most", "service")]),
        ("Wants inspection certificates", &[("asked-most", "quality")]),
        ("问交期能不能再快一点", &[("asked-most", "delivery")]),
        ("says it is too expensive", &[("price-talk", "lower")]),
        ("对方在比价，嫌太贵", &[("price-talk", "compared")]),
        ("怕预付款被骗", &[("deposit-reaction", "safety")]),
        ("wants to pay the deposit in 3 instalments", &[("deposit-reaction", "easier")]),
        ("MOQ is 500, they want 200", &[("quantity", "too-much")]),
        ("新客户，首单", &[("first-order", "first")]),
        ("老客户返单", &[("first-order", "repeat")]),
        ("等央行批外汇", &[("formalities", "bank")]),
        ("import licence not there yet", &[("formalities", "permit")]),
        ("今年没有预算", &[("budget", "not-yet")]),
        ("有预算", &[("budget", "set")]),
        ("project is on hold", &[("change", "changed")]),
        ("goods are for a tender", &[("for-whom", "customer")]),
        // Absence passes: a note without a date does not show it.
        ("on holiday", &[]),
    ] {
        let mut deal = deal();
        deal.notes = note.into();
        check(&deal, expected);
    }
}

#[test]
fn the_sentence_that_shows_it_is_told_with_its_day() {
    let mut deal = deal();
    let mail = "Thank you.\nThe committee meets on Thursday! We will write then.";
    deal.story.push(touch("2026-10-29", TouchKind::Replied, mail));
    let snippet = "The committee meets on Thursday".to_owned();
    let told = ShownBy::Note { on: Some(day("2026-10-29")), snippet };
    assert_eq!(shown(&deal, "who-decides"), Some(told));
    let long = format!("预算{}没预算", "很".repeat(200));
    deal.notes = long;
    let Some(ShownBy::Note { on: None, snippet }) = shown(&deal, "budget") else { panic!("not shown") };
    assert!(snippet.chars().count() == 81 && snippet.ends_with('…'));
}

#[test]
fn our_own_messages_show_nothing_and_the_newer_note_counts() {
    let mut ours = deal();
    ours.story.push(touch("2026-11-09", TouchKind::Note, ""));
    ours.story.push(Touch {
        note: "our warranty is two years".into(),
        ..by(Channel::Email, "2026-11-09", TouchKind::Wrote)
    });
    check(&ours, &[("reached", "one-way")]);

    let mut changed = deal();
    changed.notes = "boss decides".into();
    changed.story.push(touch("2026-10-01", TouchKind::Note, "their boss decides"));
    check(&changed, &[("who-decides", "boss")]);
    changed.story.push(touch("2026-10-20", TouchKind::Replied, "it now goes to the committee"));
    check(&changed, &[("last-word", "approval"), ("who-decides", "committee")]);
    changed.promises.push(promise(PromiseKind::Decision, PromiseState::Open, "the boss decides by Friday"));
    check(&changed, &[("last-word", "approval"), ("who-decides", "boss")]);
}

#[test]
fn only_the_last_message_has_the_last_word_and_absence_is_forgotten_after_a_month() {
    let mut deal = deal();
    deal.story.push(touch("2026-10-20", TouchKind::Replied, "We have to discuss this internally"));
    check(&deal, &[("last-word", "approval")]);
    deal.story.push(touch("2026-10-25", TouchKind::Replied, "30 days is too long"));
    check(&deal, &[("last-word", "objection")]);
    deal.story.push(touch("2026-10-29", TouchKind::Replied, "Fine, thanks"));
    check(&deal, &[]);
    deal.story.push(touch("2026-10-21", TouchKind::Note, "she is on vacation"));
    check(&deal, &[]);
    deal.story.push(touch("2026-10-22", TouchKind::Note, "she is on vacation"));
    check(&deal, &[("away", "yes")]);
}

#[test]
fn an_owner_decides_unless_a_note_says_otherwise() {
    for (role, expected) in [
        ("Owner", &[("who-decides", "contact")][..]),
        ("总经理", &[("who-decides", "contact")]),
        ("Assistant to the CEO", &[]),
        ("副总经理", &[]),
        ("Buyer", &[]),
    ] {
        let mut deal = deal();
        deal.contacts.push(Contact { name: "Anna".into(), role: role.into(), ..Contact::default() });
        check(&deal, expected);
    }
    let mut deal = deal();
    deal.contacts.push(Contact { role: "CEO".into(), ..Contact::default() });
    deal.tags.push("committee".into());
    check(&deal, &[("who-decides", "committee")]);
}

#[test]
fn the_sellers_own_answer_stands_before_what_the_deal_shows() {
    let mut deal = deal();
    deal.notes = "boss decides; 返单".into();
    deal.diagnosis.answers.push(Given::new("who-decides", "unknown"));
    let expected = [Given::new("who-decides", "unknown"), Given::new("first-order", "repeat")];
    assert_eq!(answers(&deal), expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_note_breaks_it(
        note in "(\\PC|boss|committee|warranty|İ|老板|没|no |[.。!\n]){0,24}",
        kind in prop::sample::select(vec![TouchKind::Replied, TouchKind::Called, TouchKind::Note, TouchKind::Wrote]),
        offset in -60_i64..60,
    ) {
        let mut deal = deal();
        deal.notes = note.clone();
        deal.story.push(Touch { note, ..Touch::new(today() + chrono::Duration::days(offset), kind) });
        let known: Vec<Known> = already_known(&deal, today());
        let mut questions: Vec<_> = known.iter().map(|known| &known.given.question).collect();
        questions.sort();
        let all = questions.len();
        questions.dedup();
        prop_assert_eq!(questions.len(), all);
        Inference::new(diagnosis_model(), &answers(&deal)).unwrap();
    }
}
