//! What they asked stands in the answer: each point with its own words, and the offer worked out anew.

use icebreak::domain::deal::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use icebreak::domain::message::{FieldId, Strategy};
use icebreak::domain::money::Currency;
use icebreak::text::Language;

use crate::message::deals::{World, choice, day, rich};

/// The rich deal after they wrote this, with nothing answered yet.
fn after(words: &str) -> World {
    let mut world = rich();
    world.deal.message.fields = Default::default();
    let mut touch = Touch::new(day("2026-11-19"), TouchKind::Replied);
    touch.note = words.into();
    world.deal.story.push(touch);
    world
}

fn answer(world: &World) -> String {
    world.draft(&choice(Strategy::Answer, Language::English)).body
}

#[test]
fn every_point_is_quoted_and_wants_an_answer() {
    let check = |words: &str, points: &[&str]| {
        let draft = after(words).draft(&choice(Strategy::Answer, Language::English));
        for point in points {
            assert!(
                draft.body.contains(&format!("You wrote: \"{point}\"")),
                "{point} is not in\n{}",
                draft.body
            );
        }
        assert_eq!(draft.body.matches("You wrote:").count(), points.len(), "{}", draft.body);
        let wanted: Vec<FieldId> = FieldId::ANSWERS.into_iter().take(points.len()).collect();
        assert_eq!(draft.missing, wanted, "{words}");
        // Their question mark is not our ask.
        assert!(draft.findings.iter().all(|finding| finding.code() == "missing"), "{:?}", draft.findings);
    };
    check("Can you do 180 chairs instead?", &["Can you do 180 chairs instead?"]);
    check(
        "Thanks. What is the lead time? And please send the packing list. Regards",
        &["What is the lead time?", "And please send the packing list."],
    );
    check("价格可以，交期能不能提前一周？", &["价格可以，交期能不能提前一周？"]);
    check("Giá CIF Cát Lái là bao nhiêu?", &["Giá CIF Cát Lái là bao nhiêu?"]);
    check("Bitte senden Sie zwei Muster.", &["Bitte senden Sie zwei Muster."]);
    check("متى الشحن؟", &["متى الشحن؟"]);
    check("Lo estamos comparando.", &["Lo estamos comparando."]);
    check("A? B? C? D? E? F?", &["A?", "B?", "C?", "D?", "E? F?"]);
    check(
        "The price is 3.600 m² at 4.15, is that right?",
        &["The price is 3.600 m² at 4.15, is that right?"],
    );
}

#[test]
fn a_reply_without_words_still_wants_an_answer() {
    let draft = after("").draft(&choice(Strategy::Answer, Language::English));
    assert!(draft.body.contains("Thank you for your message of 19 November"), "{}", draft.body);
    assert!(!draft.body.contains('"'));
    assert_eq!(draft.missing, [FieldId::Answer1]);
}

#[test]
fn an_offer_that_they_ask_for_is_worked_out_to_the_cent() {
    let check = |words: &str, expected: &[&str]| {
        let body = answer(&after(words));
        for part in expected {
            assert!(body.contains(part), "{part} is not in\n{body}");
        }
        assert_eq!(body.contains("the offer would be"), !expected.is_empty(), "{words}\n{body}");
    };
    // 500 pcs at EUR 60.00, with a deposit of 30 %.
    check(
        "Could you do 450 pcs?",
        &["For 450 pcs at EUR 60.00", "Total: EUR 27,000.00", "Deposit: EUR 8,100.00"],
    );
    check("We would take 1,200 panels.", &["For 1,200 pcs at EUR 60.00", "Total: EUR 72,000.00"]);
    check("能不能做450件？", &["For 450 pcs at EUR 60.00"]);
    check("Could you do EUR 57.50?", &["At EUR 57.50", "Total: EUR 28,750.00", "Deposit: EUR 8,625.00"]);
    check("450 pcs at €58 each, please.", &["For 450 pcs at EUR 58.00", "Total: EUR 26,100.00"]);
    // What they know already, what can be several things, and what is no quantity and no price of one.
    for unclear in [
        "Please send the PI for 500 pcs.",
        "400 pcs or 450 pcs?",
        "Can you ship in 30 days?",
        "Is 20% deposit possible?",
        "Could you do EUR 28,000 in all?",
        "Could you do USD 57?",
        "We need model 600, by week 50.",
        "PI-2607 pcs?",
    ] {
        check(unclear, &[]);
    }
}

#[test]
fn a_total_that_its_currency_cannot_write_is_not_claimed() {
    let mut world = after("Could you do 333 pcs?");
    world.plan = None;
    world.deal.agreed.currency = Currency::from_code("JPY");
    world.deal.agreed.unit_price = Some("60.5".parse().unwrap());
    world.deal.agreed.amount = Some("30250".parse().unwrap());
    assert!(!answer(&world).contains("the offer would be"));
}

#[test]
fn they_are_asked_about_what_they_promised_not_about_what_we_did() {
    for ours in [false, true] {
        let mut world = rich();
        world.deal.promises.push(Promise {
            kind: PromiseKind::Decision.into(),
            by: day("2026-11-18"),
            made: day("2026-11-10"),
            state: PromiseState::Open.into(),
            note: String::new(),
            ours,
            extra: Default::default(),
        });
        let draft = world.draft(&choice(Strategy::Promise, Language::English)).body;
        assert_eq!(draft.contains("18 November"), !ours, "{draft}");
    }
}
