//! The diagnosis through its public face: published figures, properties, refusals, and what a deal shows.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may stop a test")]

mod advice;
mod evidence;

use std::collections::BTreeMap;

use icebreak::assets::diagnosis_model;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::diagnosis::{
    CauseGroup, ConfirmedCause, Degree, EvidenceProblem, Given, Inference, Model, OutcomeProblem,
    PRIOR_STRENGTH, UNKNOWN, advice_is_settled, confirmed, learn,
};
use icebreak::domain::names::Named as _;
use proptest::prelude::*;
use serde_json::{Value, json};

const CASES: &str = include_str!("../../fixtures/diagnose.json");

fn model(json: &Value) -> Model {
    Model::from_json(&json.to_string()).unwrap()
}

fn published() -> Value {
    json!({
        "causes": [{"id": "internal", "share": 0.30}, {"id": "concern", "share": 0.25},
                   {"id": "offer", "share": 0.20}, {"id": "other", "share": 0.25}],
        "questions": [{"id": "q1", "cost": 1, "answers": {
            "yes": {"internal": 0.8, "concern": 0.1, "offer": 0.1, "other": 0.4},
            "no": {"internal": 0.2, "concern": 0.9, "offer": 0.9, "other": 0.6}}}],
        "remedies": [{"id": "wait", "cause": "internal", "cost": 1}, {"id": "explain", "cause": "concern", "cost": 2},
                     {"id": "again", "cause": "internal", "cost": 4}],
    })
}

fn close(left: f64, right: f64, tolerance: f64) {
    assert!((left - right).abs() <= tolerance, "{left} is not {right}");
}

#[test]
fn the_published_cases_hold() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    assert_eq!(cases.len(), 4);
    for case in cases {
        let outcomes: Vec<ConfirmedCause> = object(&case["outcomes"])
            .map(|(cause, count)| ConfirmedCause { cause: cause.into(), count: count.as_u64().unwrap() })
            .collect();
        let given: Vec<Given> = object(&case["answers"])
            .map(|(question, answer)| Given::new(question, answer.as_str().unwrap()))
            .collect();
        let learned = learn(&model(&case["model"]), &outcomes, PRIOR_STRENGTH).unwrap();
        let inference = Inference::new(&learned, &given).unwrap();
        let posterior: BTreeMap<&str, f64> =
            inference.posterior().map(|(cause, posterior)| (&*cause.id, posterior)).collect();
        let gains: BTreeMap<&str, f64> =
            inference.questions().iter().map(|worth| (&*worth.question.id, worth.gain_bits)).collect();
        let expect = &case["expect"];
        if let Some(entropy) = expect["entropy_bits"].as_f64() {
            close(inference.entropy_bits(), entropy, 1e-6);
        }
        for (cause, figure) in object(&expect["posterior"]) {
            close(posterior[cause], figure.as_f64().unwrap(), 1e-6);
        }
        for (question, figure) in object(&expect["gain_bits"]) {
            close(gains[question], figure.as_f64().unwrap(), 5e-4);
        }
    }
}

fn object(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}

#[test]
fn the_contracts_example_holds() {
    let model = model(&published());
    let before = Inference::new(&model, &[]).unwrap();
    close(before.entropy_bits(), 1.98548, 5e-6);
    assert!(before.posterior().all(|(cause, posterior)| posterior == cause.share));
    let asked = before.questions();
    close(asked[0].gain_bits, 0.29113, 5e-6);
    assert_eq!(&*before.next().unwrap().id, "q1");

    let after = Inference::new(&model, &[Given::new("q1", "yes")]).unwrap();
    // 0.24, 0.025, 0.02 and 0.1 of 0.385.
    for ((_, posterior), expected) in after.posterior().zip([0.24, 0.025, 0.02, 0.1]) {
        close(posterior, expected / 0.385, 1e-15);
    }
    // −Σ p·log2 p of these four, worked out to twenty digits elsewhere.
    close(after.entropy_bits(), 1.408_002_093_853_348_7, 1e-15);
    close(after.because()[0].bits.unwrap(), 1.05514, 5e-6);
    close(after.because()[0].bits.unwrap(), (0.8_f64 / 0.385).log2(), 1e-15);
    assert!(after.questions().is_empty() && after.next().is_none());
    let order: Vec<&str> = after.remedies().iter().map(|ranked| &*ranked.remedy.id).collect();
    assert_eq!(order, ["wait", "again", "explain"]);
    // The second remedy for one cause makes nothing surer for the third.
    let left = 1.0 - 0.24 / 0.385;
    close(after.expected_cost(), 1.0 + 4.0 * left + 2.0 * left, 1e-14);
}

#[test]
fn an_answer_that_rules_a_cause_out_has_no_bits_and_contradictions_are_refused() {
    let model = model(&json!({
        "causes": [{"id": "a", "share": 0.5}, {"id": "b", "share": 0.5}],
        "questions": [
            {"id": "q", "cost": 1, "answers": {"y": {"a": 1, "b": 0}, "n": {"a": 0, "b": 1}}},
            {"id": "r", "cost": 1, "answers": {"y": {"a": 0, "b": 1}, "n": {"a": 1, "b": 0}}}],
    }));
    let sure = Inference::new(&model, &[Given::new("q", "y")]).unwrap();
    assert_eq!(sure.because().iter().map(|because| because.bits).collect::<Vec<_>>(), [Some(1.0), None]);
    assert!(sure.entropy_bits() == 0.0 && sure.entropy_bits().is_sign_positive());
    assert!(sure.next().is_none() && sure.questions().len() == 1 && sure.expected_cost() == 0.0);
    let contradiction = Inference::new(&model, &[Given::new("q", "y"), Given::new("r", "y")]).unwrap_err();
    assert_eq!(contradiction, EvidenceProblem::Impossible { question: "r".into(), answer: "y".into() });
}

#[test]
fn equal_values_keep_the_models_order_although_their_last_bits_differ() {
    let model = model(&json!({
        "causes": [{"id": "a", "share": 0.3}, {"id": "b", "share": 0.1}, {"id": "c", "share": 0.6}],
        // 0.1 ÷ 1 is one bit more than 0.3 ÷ 3.
        "remedies": [{"id": "first", "cause": "a", "cost": 3}, {"id": "second", "cause": "b", "cost": 1},
                     {"id": "best", "cause": "c", "cost": 1}],
    }));
    let inference = Inference::new(&model, &[]).unwrap();
    let ranked = inference.remedies();
    assert_eq!(ranked.iter().map(|one| &*one.remedy.id).collect::<Vec<_>>(), ["best", "first", "second"]);
}

#[test]
fn thousands_of_answers_neither_underflow_nor_depend_on_their_order() {
    let question = |id: String, a: f64, b: f64| json!({"id": id, "cost": 1, "answers": {"y": {"a": a, "b": b}, "n": {"a": 1.0 - a, "b": 1.0 - b}}});
    let up = (0..1500).map(|n| question(format!("up{n}"), 0.75, 0.125));
    let down = (0..1500).map(|n| question(format!("down{n}"), 0.125, 0.75));
    let model = model(&json!({
        "causes": [{"id": "a", "share": 0.25}, {"id": "b", "share": 0.75}],
        "questions": up.chain(down).collect::<Vec<_>>(),
    }));
    let given: Vec<Given> =
        model.questions().iter().map(|question| Given::new(question.id.clone(), "y")).collect();
    let inference = Inference::new(&model, &given).unwrap();
    close(inference.posterior().next().unwrap().1, 0.25, 1e-12);
    // Every bit is finite, also where a cause was less likely than the smallest double.
    let sum: f64 =
        inference.because().iter().filter(|one| &*one.cause.id == "a").map(|one| one.bits.unwrap()).sum();
    close(sum, 0.0, 1e-8);
}

#[test]
fn outcomes_move_the_shares() {
    let outcome = |cause: &str, count| ConfirmedCause { cause: cause.into(), count };
    let published = model(&published());
    let shares = |model: &Model| model.causes().iter().map(|cause| cause.share).collect::<Vec<_>>();
    assert_eq!(shares(&learn(&published, &[], 20.0).unwrap()), [0.30, 0.25, 0.20, 0.25]);
    let learned = learn(&published, &[outcome("internal", 2), outcome("concern", 6)], 0.0).unwrap();
    assert_eq!(shares(&learned), [0.25, 0.75, 0.0, 0.0]);
    assert_eq!(learn(&published, &[], 0.0), Err(OutcomeProblem::NothingToGoBy));
    assert_eq!(learn(&published, &[outcome("internal", 0)], 0.0), Err(OutcomeProblem::NothingToGoBy));
    assert_eq!(
        learn(&published, &[outcome("offer", 1), outcome("offer", 1)], 20.0),
        Err(OutcomeProblem::Repeated { cause: "offer".into() })
    );
    assert_eq!(
        learn(&published, &[outcome("boredom", 1)], 20.0),
        Err(OutcomeProblem::UnknownCause { cause: "boredom".into() })
    );
    for strength in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(matches!(learn(&published, &[], strength), Err(OutcomeProblem::Strength { .. })));
    }
}

#[test]
fn a_case_known_by_its_group_alone_is_spread_over_the_group() {
    let built_in = diagnosis_model();
    let mut deals: Vec<Deal> = (0..3).map(|n| Deal::new(DealId::new(n.to_string()), "Buyer")).collect();
    for (deal, cause) in deals.iter_mut().zip(["internal", "internal", "of a newer program"]) {
        deal.diagnosis.confirmed = Some(cause.into());
    }
    let outcomes = confirmed(built_in, &deals);
    assert_eq!(outcomes, [ConfirmedCause { cause: "internal".into(), count: 2 }]);
    let learned = learn(built_in, &outcomes, 20.0).unwrap();
    close(learned.group_share(CauseGroup::Internal), (20.0 * 0.30 + 2.0) / 22.0, 1e-12);
    let ratio = |model: &Model| model.cause("boss").unwrap().share / model.cause("budget").unwrap().share;
    close(ratio(&learned), ratio(built_in), 1e-12);
    close(learned.cause("price").unwrap().share, 20.0 * 0.10 / 22.0, 1e-12);
}

#[test]
fn the_built_in_model_keeps_the_published_shares_and_the_quarter_that_nobody_explained() {
    let model = diagnosis_model();
    let untouched = Inference::new(model, &[]).unwrap();
    assert!(untouched.posterior().all(|(cause, posterior)| posterior == cause.share));
    assert!(untouched.posterior().all(|(_, posterior)| untouched.degree(posterior) != Degree::MostLikely));
    for group in CauseGroup::members() {
        let expected = group.published_share().unwrap_or(0.25);
        close(model.group_share(group), expected, 1e-12);
    }
    assert!(model.questions().len() >= 12 && model.remedies().len() >= 10);
    for remedy in model.remedies() {
        assert!(
            icebreak::domain::message::Strategy::from_name(remedy.strategy.as_deref().unwrap()).is_some(),
            "{}",
            remedy.id
        );
    }
    for cause in model.causes() {
        assert!(cause.group.is_some());
        assert!(
            model.remedies().iter().any(|remedy| remedy.cause == cause.id),
            "nothing helps with {}",
            cause.id
        );
    }
    let chips: Vec<_> = model.questions().iter().filter(|question| question.chip).collect();
    assert!(chips.len() >= 2 && chips.iter().all(|question| (2..=3).contains(&question.answers().len())));
    assert!(model.questions().iter().all(|question| (2..=4).contains(&question.answers().len())));
}

/// Whoever answers as a cause makes likeliest is led to that cause and to its remedy.
#[test]
fn the_built_in_model_finds_each_cause_from_its_typical_answers() {
    let model = diagnosis_model();
    for (position, cause) in model.causes().iter().enumerate() {
        let given: Vec<Given> = model
            .questions()
            .iter()
            .map(|question| {
                let likeliest = question
                    .answers()
                    .iter()
                    .max_by(|a, b| a.likelihoods()[position].total_cmp(&b.likelihoods()[position]));
                Given::new(question.id.clone(), likeliest.unwrap().id.clone())
            })
            .collect();
        let inference = Inference::new(model, &given).unwrap();
        assert_eq!(inference.likeliest()[0].0.id, cause.id);
        assert_eq!(inference.remedies()[0].remedy.cause, cause.id);
        assert_eq!(inference.degree(inference.likeliest()[0].1), Degree::MostLikely);
    }
}

#[test]
fn the_wizard_goes_on_while_an_answer_may_change_the_advice_and_stops_after_seven() {
    let model = diagnosis_model();
    let fresh = Inference::new(model, &[]).unwrap();
    assert!(!advice_is_settled(&fresh, 0));
    assert!(!advice_is_settled(&fresh, 6));
    assert!(advice_is_settled(&fresh, 7));
    let clear = [
        ("who-decides", "committee"),
        ("last-word", "approval"),
        ("asked-most", "other"),
        ("price-talk", "settled"),
        ("stage", "terms"),
        ("size", "large"),
        ("budget", "set"),
    ];
    let given: Vec<Given> = clear.map(|(question, answer)| Given::new(question, answer)).to_vec();
    let clear = Inference::new(model, &given).unwrap();
    assert_eq!(&*clear.remedies()[0].remedy.id, "recap-for-committee");
    assert!(advice_is_settled(&clear, 1));
    let everything: Vec<Given> =
        model.questions().iter().map(|question| Given::new(question.id.clone(), UNKNOWN)).collect();
    assert!(advice_is_settled(&Inference::new(model, &everything).unwrap(), 0));
}

#[test]
fn answers_of_another_version_are_left_out() {
    let given =
        [("size", "large"), ("gone", "yes"), ("away", "perhaps"), ("size", "small"), ("stage", UNKNOWN)];
    let given: Vec<Given> = given.map(|(question, answer)| Given::new(question, answer)).to_vec();
    let kept = diagnosis_model().understood(&given);
    assert_eq!(kept, [Given::new("size", "large"), Given::new("stage", UNKNOWN)]);
}

fn any_answers() -> impl Strategy<Value = Vec<Given>> {
    let questions = diagnosis_model().questions();
    let each = questions.iter().map(|question| {
        let answers = question.answers().len();
        // One beyond the answers is "unknown", two beyond is not answered.
        (0..answers + 2).prop_map(move |choice| match question.answers().get(choice) {
            Some(answer) => Some(Given::new(question.id.clone(), answer.id.clone())),
            None if choice == answers => Some(Given::new(question.id.clone(), UNKNOWN)),
            None => None,
        })
    });
    each.collect::<Vec<_>>()
        .prop_map(|answers| answers.into_iter().flatten().collect::<Vec<_>>())
        .prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn probabilities_are_probabilities(given in any_answers()) {
        let inference = Inference::new(diagnosis_model(), &given).unwrap();
        let posterior: Vec<f64> = inference.posterior().map(|(_, part)| part).collect();
        prop_assert!((posterior.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        prop_assert!(posterior.iter().all(|part| (0.0..=1.0).contains(part)));
        let groups: f64 = inference.group_posterior().iter().map(|(_, part)| part).sum();
        prop_assert!((groups - 1.0).abs() < 1e-12);
        prop_assert!((0.0..=(posterior.len() as f64).log2() + 1e-12).contains(&inference.entropy_bits()));
    }

    #[test]
    fn a_gain_is_never_negative_nor_more_than_what_is_open(given in any_answers()) {
        let inference = Inference::new(diagnosis_model(), &given).unwrap();
        let questions = inference.questions();
        prop_assert_eq!(questions.len() + given.len(), diagnosis_model().questions().len());
        for worth in &questions {
            prop_assert!((0.0..=inference.entropy_bits() + 1e-12).contains(&worth.gain_bits));
            prop_assert_eq!(worth.value, worth.gain_bits / worth.question.cost);
        }
        prop_assert!(questions.is_sorted_by(|a, b| a.value >= b.value * (1.0 - 1e-9)));
    }

    /// Gain is the entropy that the answer takes away on average.
    #[test]
    fn a_gain_is_the_expected_fall_of_entropy(given in any_answers()) {
        let model = diagnosis_model();
        let inference = Inference::new(model, &given).unwrap();
        for worth in inference.questions() {
            let after: f64 = worth.question.answers().iter().map(|answer| {
                let mut more = given.clone();
                more.push(Given::new(worth.question.id.clone(), answer.id.clone()));
                inference.probability_of(answer) * Inference::new(model, &more).unwrap().entropy_bits()
            }).sum();
            prop_assert!((inference.entropy_bits() - after - worth.gain_bits).abs() < 1e-12);
        }
    }

    #[test]
    fn the_order_of_answers_does_not_matter_and_unknown_changes_nothing(given in any_answers()) {
        let model = diagnosis_model();
        let forward = Inference::new(model, &given).unwrap();
        let backward: Vec<Given> = given.iter().rev().filter(|one| &*one.answer != UNKNOWN).cloned().collect();
        let backward = Inference::new(model, &backward).unwrap();
        for ((_, left), (_, right)) in forward.posterior().zip(backward.posterior()) {
            prop_assert!((left - right).abs() <= 1e-14);
        }
    }

    #[test]
    fn the_bits_of_a_cause_add_up_to_its_change(given in any_answers()) {
        let model = diagnosis_model();
        let inference = Inference::new(model, &given).unwrap();
        let told = given.iter().filter(|one| &*one.answer != UNKNOWN).count();
        prop_assert_eq!(inference.because().len(), told * model.causes().len());
        for (cause, posterior) in inference.posterior() {
            let bits: f64 = inference.because().iter()
                .filter(|because| because.cause.id == cause.id).map(|because| because.bits.unwrap()).sum();
            prop_assert!((cause.share.log2() + bits - posterior.log2()).abs() < 1e-9);
        }
    }

    #[test]
    fn the_expected_cost_lies_between_the_first_remedy_and_all_of_them(given in any_answers()) {
        let inference = Inference::new(diagnosis_model(), &given).unwrap();
        let remedies = inference.remedies();
        let all: f64 = remedies.iter().map(|ranked| ranked.remedy.cost).sum();
        let cost = inference.expected_cost();
        prop_assert!(remedies[0].remedy.cost <= cost && cost <= all);
        for ranked in &remedies {
            let of_its_cause = inference.posterior().find(|(cause, _)| cause.id == ranked.remedy.cause).unwrap().1;
            prop_assert_eq!(ranked.score, of_its_cause / ranked.remedy.cost);
        }
    }

    #[test]
    fn learned_shares_sum_to_one(counts in prop::collection::vec(0_u64..1000, 18), strength in 0.5_f64..500.0) {
        let model = diagnosis_model();
        let outcomes: Vec<ConfirmedCause> = model.causes().iter().zip(counts)
            .map(|(cause, count)| ConfirmedCause { cause: cause.id.clone(), count }).collect();
        let learned = learn(model, &outcomes, strength).unwrap();
        let sum: f64 = learned.causes().iter().map(|cause| cause.share).sum();
        prop_assert!((sum - 1.0).abs() < 1e-12);
        Inference::new(&learned, &[]).unwrap();
    }
}
