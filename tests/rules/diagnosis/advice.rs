//! What a deal's diagnosis advises: the strategy, the questions beside the draft, and learning from a document.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may stop a test")]

use std::sync::Arc;

use chrono::NaiveDate;
use icebreak::assets::diagnosis_model;
use icebreak::domain::deal::touch::{Touch, TouchKind};
use icebreak::domain::deal::{Deal, DealId, Stage};
use icebreak::domain::diagnosis::{
    Case, Diagnosis, Experience, Given, Inference, Learned, Model, UNKNOWN, already_known, as_silent,
    chip_questions, concern, confirmed, infer,
};
use imbl::OrdMap;
use proptest::prelude::*;
use serde_json::json;

fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

fn deal(answers: &[(&str, &str)]) -> Deal {
    let mut deal = Deal::new(DealId::new("1"), "Müller GmbH");
    deal.stage = Stage::Production.into();
    deal.diagnosis.answers = given(answers);
    deal
}

fn given(answers: &[(&str, &str)]) -> Vec<Given> {
    answers.iter().map(|(question, answer)| Given::new(*question, *answer)).collect()
}

/// The model before any cause was confirmed.
fn unlearned() -> Learned {
    Learned::new(diagnosis_model(), &Experience::default())
}

#[test]
fn the_strategy_follows_the_answers_and_carries_its_probability() {
    let check = |answers: &[(&str, &str)], expected: &str| {
        let case = Case::new(&unlearned(), &deal(answers), today());
        let inference = case.inference();
        let advised = inference.advised().unwrap();
        assert_eq!(advised.strategy, expected, "{answers:?}");
        let inference = infer(diagnosis_model(), &given(answers));
        let of_cause = inference.posterior().find(|(cause, _)| cause.id == advised.remedy.cause).unwrap().1;
        assert!((advised.probability - of_cause).abs() < 1e-12);
    };
    check(&[("who-decides", "committee"), ("last-word", "approval")], "approval");
    check(
        &[("deposit-reaction", "safety"), ("stage", "deposit"), ("first-order", "first")],
        "explain-deposit",
    );
    check(&[("away", "yes")], "pause");
    check(
        &[("deposit-reaction", "easier"), ("stage", "deposit"), ("payment-word", "promised")],
        "offer-instalments",
    );
    check(&[("of a newer program", "yes"), ("who-decides", "of a newer program"), ("away", "yes")], "pause");
}

#[test]
fn a_contradiction_is_left_out_and_what_stands_first_wins() {
    let model = Model::from_json(
        &json!({
            "causes": [{"id": "a", "share": 0.5}, {"id": "b", "share": 0.5}],
            "questions": [
                {"id": "q", "cost": 1, "answers": {"y": {"a": 1, "b": 0}, "n": {"a": 0, "b": 1}}},
                {"id": "r", "cost": 1, "answers": {"y": {"a": 0, "b": 1}, "n": {"a": 1, "b": 0}}}],
        })
        .to_string(),
    )
    .unwrap();
    let check = |answers: &[(&str, &str)], likeliest: &str| {
        let inference = infer(&model, &given(answers));
        assert_eq!((&*inference.likeliest()[0].0.id, inference.likeliest()[0].1), (likeliest, 1.0));
    };
    check(&[("q", "y"), ("r", "y")], "a");
    check(&[("r", "y"), ("q", "y")], "b");
    check(&[("r", "y"), ("q", "y"), ("q", "n")], "b");
}

#[test]
fn a_concern_is_named_only_while_it_is_not_unlikely() {
    let topic =
        |answers: &[(&str, &str)]| concern(&infer(diagnosis_model(), &given(answers))).map(str::to_owned);
    let warranty = [("asked-most", "service"), ("who-decides", "contact"), ("for-whom", "own")];
    assert_eq!(topic(&warranty).as_deref(), Some("warranty"));
    let bounced = [("reached", "bounced"), ("last-word", "polite"), ("price-talk", "settled")];
    assert_eq!(topic(&bounced), None);
}

#[test]
fn beside_the_draft_stand_answered_chips_and_then_short_questions_before_long_ones() {
    let ids = |answers: &[(&str, &str)], count: usize| -> Vec<String> {
        let diagnosis = Diagnosis { answers: given(answers), ..Diagnosis::default() };
        let inference = infer(diagnosis_model(), answers_of(&diagnosis));
        chip_questions(&inference, &diagnosis, count).iter().map(|question| question.id.to_string()).collect()
    };
    let first_two = ids(&[], 2);
    assert_eq!(first_two.len(), 2);
    let chip = |id: &String| diagnosis_model().question(id).unwrap().chip;
    assert!(first_two.iter().all(chip));
    // "budget" is no chip, so it does not come back; "away" does, although nobody knew.
    assert_eq!(ids(&[("budget", "set"), ("away", UNKNOWN)], 2)[0], "away");
    let everything = ids(&[], 99);
    assert_eq!(everything.len(), diagnosis_model().questions().len());
    assert!(everything.iter().skip_while(|id| chip(id)).all(|id| !chip(id)));
}

fn answers_of(diagnosis: &Diagnosis) -> &[Given] {
    &diagnosis.answers
}

#[test]
fn answering_again_keeps_the_place_and_taking_back_leaves_no_trace() {
    let first = Diagnosis::default().answered("away", "no").answered("budget", "set");
    let changed = first.clone().answered("away", UNKNOWN);
    assert_eq!(changed.answers, given(&[("away", UNKNOWN), ("budget", "set")]));
    assert_eq!(changed.answer("away"), Some(UNKNOWN));
    assert!(changed.without("away").without("budget").is_empty());
}

#[test]
fn an_answer_keeps_what_a_newer_program_wrote() {
    let text = r#"{"answers":[{"question":"away","answer":"no","sure":0.7}]}"#;
    let read: Diagnosis = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    let changed = read.answered("away", "yes");
    assert_eq!(serde_json::to_string(&changed).unwrap(), text.replace("\"no\"", "\"yes\""));
}

#[test]
fn a_reply_after_the_verdict_does_not_change_what_the_silence_looked_like() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let said = Touch {
        note: "The committee has to approve it".into(),
        ..Touch::new(day("2026-10-30"), TouchKind::Replied)
    };
    let mut quiet = deal(&[]);
    quiet.story = vec![said, Touch::new(day("2026-11-10"), TouchKind::Wrote)];
    quiet.diagnosis.concluded = Some(day("2026-11-20"));
    let seen = |deal: &Deal| already_known(&as_silent(deal), today());
    let before = seen(&quiet);
    assert!(before.iter().any(|known| known.given == Given::new("last-word", "approval")));

    let mut back = quiet.clone();
    back.story
        .push(Touch { note: "Too expensive".into(), ..Touch::new(day("2026-11-21"), TouchKind::Replied) });
    assert_eq!(seen(&back), before);
    assert_ne!(already_known(&back, today()), before);
    // Once we have answered, the next silence has its own last word.
    back.story.push(Touch::new(today(), TouchKind::Wrote));
    assert_eq!(seen(&back), already_known(&back, today()));
    // Without a verdict every reply counts.
    back.story.pop();
    back.diagnosis.concluded = None;
    assert_eq!(seen(&back), already_known(&back, today()));
}

#[test]
fn nothing_known_is_the_prior() {
    let prior = Inference::prior(diagnosis_model());
    let none = Inference::new(diagnosis_model(), &[]).unwrap();
    for ((_, left), (_, right)) in prior.posterior().zip(none.posterior()) {
        assert!((left - right).abs() < 1e-15);
    }
    assert_eq!(prior.next().map(|question| &question.id), none.next().map(|question| &question.id));
}

type Deals = OrdMap<DealId, Arc<Deal>>;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Following a document edit by edit gives what counting all of its deals gives.
    #[test]
    fn experience_follows_every_change(
        edits in prop::collection::vec((0..6_u8, prop::option::of(0..5_usize), any::<bool>()), 1..24),
    ) {
        let causes = ["boss", "price", "internal", "holiday", "of a newer program"];
        let mut deals = Deals::new();
        let mut experience = Experience::default();
        for (id, confirmed_as, removes) in edits {
            let id = DealId::new(id.to_string());
            if removes {
                deals.remove(&id);
            } else {
                let mut deal = Deal::new(id.clone(), "Buyer");
                deal.diagnosis.confirmed = confirmed_as.map(|index| causes[index].into());
                deals.insert(id, Arc::new(deal));
            }
            let before = experience.outcomes(diagnosis_model());
            let moved = experience.follow(&deals);
            let counted = confirmed(diagnosis_model(), deals.values().map(AsRef::as_ref));
            // A cause that the model does not know counts, too, and moves nothing.
            prop_assert!(moved || before == counted);
            prop_assert_eq!(experience.outcomes(diagnosis_model()), counted);
        }
        prop_assert!(experience.covers(&deals));
    }
}
