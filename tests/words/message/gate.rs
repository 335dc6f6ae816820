//! What the gate finds in a text that the seller rewrote, and what it lets pass.

use icebreak::domain::contact::Contact;
use icebreak::domain::deal::touch::{Touch, TouchKind};
use icebreak::domain::library::EntryKind;
use icebreak::domain::message::{DraftFinding, Edited, FieldId, LadderStep, MessageChannel, Strategy};
use icebreak::domain::script::forms::{FormState, SpelledKind, WrittenForm};
use icebreak::text::Language;
use icebreak::text::buyer::drafts::{DraftChoice, draft};
use proptest::prelude::*;

use crate::message::deals::{World, choice, day, rich};

/// The findings of a body that stands in for the generated one.
fn found(body: &str, language: Language) -> Vec<DraftFinding> {
    let mut world = rich();
    let choice = choice(Strategy::Recap, language);
    let generated = world.draft(&choice);
    world.deal.message.edited = Some(Edited::new("Re: it", body, generated.generated));
    let draft = world.draft(&choice);
    assert!(draft.edited && draft.body == body);
    draft.findings
}

#[test]
fn amounts_are_held_against_the_plan_to_the_cent() {
    let check = |body: &str, expected: usize| {
        let differing: Vec<DraftFinding> = found(body, Language::English)
            .into_iter()
            .filter(|finding| matches!(finding, DraftFinding::AmountDiffers(_)))
            .collect();
        assert_eq!(differing.len(), expected, "{body}: {differing:?}");
        assert!(differing.iter().all(DraftFinding::blocks));
    };
    for right in [
        "EUR 30,000.00",
        "30,000.00 EUR",
        "€30,000",
        "30.000,00 €",
        "EUR 30 000.00",
        "EUR30000",
        "30k EUR",
        "EUR 60.00 each, 500 pcs",
        "EUR 21,000.00, 7 days later. EUR 9,000.00. 3 boxes",
        "three parts of EUR 3,000.00, then EUR 21,000.00, deposit EUR 9,000",
        "PI-2607 is 500 pcs, 30% deposit, 600×600",
        "all 3 boxes, try 5 of them",
        "",
    ] {
        check(right, 0);
    }
    for (wrong, count) in [
        ("EUR 30,000.01", 1),
        ("EUR 31,000.00", 1),
        ("USD 30,000.00", 1),
        ("$30,000", 1),
        ("30,000.00 USD and EUR 3,000.00", 1),
        ("EUR 3,000.10 now and EUR 20,999.90 later", 2),
        ("3万欧元", 0),
        ("4万欧元", 1),
    ] {
        check(wrong, count);
    }
}

#[test]
fn dates_are_held_against_the_plan_to_the_day() {
    let check = |body: &str, language, expected: &[&str]| {
        let differing: Vec<String> = found(body, language)
            .into_iter()
            .filter_map(|finding| match finding {
                DraftFinding::DateDiffers(date) => Some(date),
                _ => None,
            })
            .collect();
        assert_eq!(differing, expected, "{body}");
    };
    for right in [
        "by 8 December",
        "by Tuesday, 8 December 2026",
        "by Tue 8 Dec 2026",
        "December 8th, 2026",
        "2026-12-08",
        "08.12.2026",
        "12/8/2026",
        "signed on 29 October, shipped by 22 January 2027",
        "5 may be enough; 3 may not",
    ] {
        check(right, Language::English, &[]);
    }
    check("by 9 December", Language::English, &["9 December"]);
    check("by 5 May or may be later", Language::English, &["5 May"]);
    check("by Wednesday, 8 December 2026", Language::English, &["8 December 2026"]);
    check("by 8 December 2027", Language::English, &["8 December 2027"]);
    check("最迟2026年12月8日（周二）到账", Language::Chinese, &[]);
    check("最迟12月8日到账", Language::Chinese, &[]);
    check("最迟2026年12月9日（周三）到账", Language::Chinese, &["2026年12月9日"]);
    check("最迟2026年12月8日（周三）到账", Language::Chinese, &["2026年12月8日"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// A text of the seller's own is read without an accident and never changed.
    #[test]
    fn any_text_can_be_examined(body in "([0-9]{1,30}|[ ,.'/-]|EUR|[$€¥]|万|元|美元|[年月日（周一]|Dec|May|th|\\PC|\n){0,30}") {
        found(&body, Language::English);
        found(&body, Language::Chinese);
    }
}

#[test]
fn one_language_and_one_ask() {
    let codes = |body: &str, language| -> Vec<&'static str> {
        found(body, language).iter().map(DraftFinding::code).collect()
    };
    assert_eq!(codes("Dear Ms Schmidt, is it right?", Language::English), [""; 0]);
    assert_eq!(codes("Dear Ms Schmidt, 请确认", Language::English), ["mixed-language"]);
    assert_eq!(codes("Is it right? When do you decide?", Language::English), ["asks"]);
    assert_eq!(codes("请确认 PI-2607，FOB Ningbo，LED panels 600×600", Language::Chinese), [""; 0]);
    assert_eq!(codes("请确认 please let us know your final decision", Language::Chinese), ["mixed-language"]);
    assert_eq!(codes("the ⟨warranty years⟩ and ⟨a thing⟩", Language::English), ["missing", "blank"]);
}

#[test]
fn a_name_or_goods_in_another_script_block_until_their_form_is_given_or_they_are_kept() {
    let mut world = rich();
    let choice = choice(Strategy::Recap, Language::English);
    let foreign = |world: &World, field| {
        let draft = world.draft(&choice);
        assert_eq!(draft.findings, [DraftFinding::ForeignScript(field)]);
        assert!(!draft.may_be_copied());
        assert_eq!(draft.forms.last().map(|form| form.state), Some(FormState::Missing));
    };
    world.deal.contacts[0].greeting.clear();
    for name in ["田中", "Иван Петров", "شركة النور"] {
        world.deal.contacts[0].name = name.into();
        foreign(&world, FieldId::Contact);
    }
    world.deal.contacts[0].name = "田中".into();
    let tanaka = WrittenForm::new("田中", SpelledKind::Name, "en", "Mr Tanaka");
    world.deal.contacts[0].forms.set(tanaka);
    assert_eq!(world.draft(&choice).findings, []);
    assert!(world.draft(&choice).body.starts_with("Dear Mr Tanaka,"));

    world.deal.product = "LED面板".into();
    foreign(&world, FieldId::Product);
    for (text, shown) in [("LED lights", "LED lights"), ("LED面板", "LED面板")] {
        world.deal.forms.set(WrittenForm::new("LED面板", SpelledKind::Words, "en", text));
        let draft = world.draft(&choice);
        assert_eq!(draft.findings, [], "{text}");
        assert!(draft.subject.contains(shown) && draft.body.contains(shown), "{}", draft.body);
    }
    world.deal.agreed.quantity = "3柜".into();
    foreign(&world, FieldId::Quantity);
    // A form that is in the wrong script itself settles nothing.
    world.deal.forms.set(WrittenForm::new("3柜", SpelledKind::Words, "en", "3个柜"));
    foreign(&world, FieldId::Quantity);
}

#[test]
fn latin_names_and_codes_stand_in_a_chinese_message_and_sentences_do_not() {
    let mut world = rich();
    let choice = choice(Strategy::Recap, Language::Chinese);
    assert_eq!(world.draft(&choice).findings, []);
    world.deal.agreed.payment_terms = "please pay all of it in advance".into();
    assert_eq!(world.draft(&choice).findings, [DraftFinding::ForeignScript(FieldId::PaymentTerms)]);
    world.deal.contacts[0].name = "Ирина Соколова".into();
    world.deal.contacts[0].greeting.clear();
    let found = world.draft(&choice).findings;
    assert!(found.contains(&DraftFinding::ForeignScript(FieldId::Contact)), "{found:?}");
}

#[test]
fn a_text_of_the_sellers_own_still_has_to_use_the_form() {
    let mut world = rich();
    let choice = choice(Strategy::Recap, Language::English);
    world.deal.contacts[0].name = "田中".into();
    world.deal.contacts[0].greeting.clear();
    let generated = world.draft(&choice).generated;
    world.deal.contacts[0].forms.set(WrittenForm::new("田中", SpelledKind::Name, "en", "Mr Tanaka"));
    for (body, subject, blocked) in [
        ("Dear 田中, is it right?", "It", true),
        ("Dear Mr Tanaka, is it right?", "For 田中", true),
        ("Dear Mr Tanaka, is it right?", "It", false),
    ] {
        world.deal.message.edited = Some(Edited::new(subject, body, generated.clone()));
        let found = world.draft(&choice).findings;
        assert_eq!(found.contains(&DraftFinding::ForeignScript(FieldId::Contact)), blocked, "{found:?}");
    }
}

#[test]
fn a_sentence_of_the_library_goes_where_it_fits_and_is_told_once() {
    let mut world = rich();
    let choice = choice(Strategy::Value, Language::English);
    let story = |world: &World| {
        let body = world.draft(&choice).body;
        let stories = world.library.entries.iter().filter(|entry| entry.kind.is(EntryKind::Story));
        stories.filter_map(|entry| entry.wording("en")).find(|text| body.contains(text)).map(str::to_owned)
    };
    let first = story(&world).expect("a story is told");
    let of_stories = |world: &mut World, products: &[&str]| {
        for entry in world.library.entries.iter_mut().filter(|entry| entry.kind.is(EntryKind::Story)) {
            entry.products = products.iter().map(|word| (*word).to_owned()).collect();
        }
    };
    of_stories(&mut world, &["chair"]);
    assert_eq!(story(&world), None);
    of_stories(&mut world, &["panel"]);
    assert_eq!(story(&world), Some(first.clone()));
    let mut other =
        world.library.entries.iter().find(|entry| entry.kind.is(EntryKind::Story)).unwrap().clone();
    other.id = "another".into();
    other.set_wording("en", "Another buyer began with 50 pcs.".to_owned());
    world.library.entries.push(other);
    let mut touch = Touch::new(day("2026-11-10"), TouchKind::Wrote);
    touch.note = format!("Dear Ms Schmidt, {first} Best regards");
    world.deal.story.push(touch);
    assert_eq!(story(&world).as_deref(), Some("Another buyer began with 50 pcs."));
}

#[test]
fn contacts_that_stopped_or_bounced() {
    let check = |stopped, bounced, channel, expected: &[DraftFinding]| {
        let mut world = rich();
        world.deal.contacts = vec![Contact { name: "A B".into(), stopped, bounced, ..Contact::default() }];
        let draft = world.draft(&DraftChoice { channel, ..choice(Strategy::Recap, Language::English) });
        assert_eq!(draft.findings, expected);
        assert_eq!(draft.may_be_copied(), !stopped);
    };
    check(true, false, MessageChannel::Email, &[DraftFinding::ContactStopped]);
    check(true, true, MessageChannel::Chat, &[DraftFinding::ContactStopped]);
    check(false, true, MessageChannel::Email, &[DraftFinding::ContactBounced]);
    check(false, true, MessageChannel::Chat, &[]);
}

#[test]
fn a_deadline_needs_its_ground() {
    let frame = choice(Strategy::TimeFrame, Language::English);
    let mut world = rich();
    world.plan.as_mut().unwrap().deadline = None;
    assert_eq!(world.draft(&frame).missing, [FieldId::LastTrueDay]);
    world.deal.message.fields.insert("last_true_day".into(), "2026-12-01".into());
    let typed = world.draft(&frame);
    assert!(typed.body.contains("Tuesday, 1 December 2026") && typed.missing.is_empty());
    assert_eq!(typed.findings, [DraftFinding::DeadlineWithoutGround]);
    assert!(!typed.may_be_copied());

    let mut moved = rich();
    moved.deal.message.fields.insert("last_true_day".into(), "2026-12-01".into());
    assert_eq!(moved.draft(&frame).findings, [DraftFinding::DateDiffers("1 December 2026".into())]);

    let mut late = rich();
    late.on = day("2026-12-09");
    assert!(late.draft(&frame).findings.contains(&DraftFinding::DatePassed(FieldId::LastTrueDay)));
    assert!(!late.draft(&frame).may_be_copied());
}

#[test]
fn what_has_passed_is_no_longer_offered() {
    let mut world = rich();
    world.on = day("2026-12-16");
    let draft = world.draft(&choice(Strategy::Pause, Language::English));
    assert!(!draft.body.contains("15 December"));
    assert!(draft.findings.contains(&DraftFinding::DatePassed(FieldId::ValidUntil)));
}

#[test]
fn a_pause_waits_for_a_call_and_never_follows_money() {
    let check = |touch: Option<TouchKind>, strategy, step, expected: &[DraftFinding]| {
        let mut world = rich();
        world.deal.story.extend(touch.map(|kind| Touch::new(day("2026-11-10"), kind)));
        let draft = world.draft(&DraftChoice { step, ..choice(strategy, Language::English) });
        assert_eq!(draft.findings, expected);
    };
    check(None, Strategy::Pause, LadderStep::First, &[DraftFinding::CallFirst]);
    check(None, Strategy::Recap, LadderStep::Fourth, &[DraftFinding::CallFirst]);
    check(None, Strategy::Recap, LadderStep::Third, &[]);
    check(Some(TouchKind::Called), Strategy::Pause, LadderStep::Fourth, &[]);
    check(Some(TouchKind::Arrived), Strategy::Pause, LadderStep::Fourth, &[DraftFinding::MoneyArrived]);
    check(
        Some(TouchKind::Arrived),
        Strategy::ExplainDeposit,
        LadderStep::First,
        &[DraftFinding::NotBooked(None)],
    );
    check(Some(TouchKind::Arrived), Strategy::Recap, LadderStep::First, &[]);
}

#[test]
fn a_typed_amount_that_contradicts_the_deal_blocks() {
    let mut world = rich();
    world.deal.message.fields.insert("amount".into(), "EUR 31,000".into());
    let draft = world.draft(&choice(Strategy::Recap, Language::English));
    assert_eq!(draft.findings, [DraftFinding::AmountDiffers("EUR 31,000.00".into())]);
    world.deal.agreed.amount = None;
    world.plan = None;
    assert_eq!(world.draft(&choice(Strategy::Recap, Language::English)).findings, []);
}

#[test]
fn edits_are_kept_and_an_older_origin_is_said() {
    let mut world = rich();
    let choice = choice(Strategy::Recap, Language::English);
    let generated = world.draft(&choice);
    world.deal.message.edited = Some(Edited::new("Re: x", "All as agreed?", generated.generated));
    let edited = draft(&world.facts(), &choice).unwrap();
    assert_eq!((edited.body.as_str(), edited.findings.len()), ("All as agreed?", 0));
    world.deal.agreed.quantity = "600 pcs".into();
    let older = draft(&world.facts(), &choice).unwrap();
    assert_eq!(
        (older.body.as_str(), older.findings),
        ("All as agreed?", vec![DraftFinding::EditedFromOlder])
    );
}

#[test]
fn a_language_we_cannot_write_is_said() {
    let check = |tag: &str, language, expected: Option<&str>| {
        let mut world: World = rich();
        world.deal.buyer.language = tag.into();
        let (found, wanted) = icebreak::text::buyer::drafts::language_of(&world.deal);
        assert_eq!((found, wanted.as_deref()), (language, expected), "{tag}");
        let findings = world.draft(&choice(Strategy::Recap, found)).findings;
        assert_eq!(findings.iter().any(|finding| finding.code() == "language"), expected.is_some());
    };
    check("", Language::English, None);
    check("en-GB", Language::English, None);
    check("zh_CN", Language::Chinese, None);
    check("ZH-Hans", Language::Chinese, None);
    check("zh-Hant", Language::English, Some("zh-Hant"));
    check("de", Language::English, Some("de"));
}
