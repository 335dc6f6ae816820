//! Every combination, for deals about which much, little or anything between is known.

use icebreak::domain::deal::touch::{Touch, TouchKind};
use icebreak::domain::message::{DraftFinding, FieldId, LadderStep, MessageChannel, RowKind, Strategy};
use icebreak::text::Language;
use icebreak::text::buyer::drafts::{DraftChoice, MessageDraft, labels, reading};
use proptest::prelude::*;

use crate::message::deals::{World, bare, choice, combinations, day, early, eur, rich};

#[test]
fn every_combination_reads_cleanly() {
    for world in [rich(), bare(), early()] {
        for choice in combinations() {
            check_clean(&world.draft(&choice), &choice);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is unknown drops out without a trace, or stands there as a named blank.
    #[test]
    fn any_part_of_the_facts_reads_cleanly(
        known in prop::collection::vec(any::<bool>(), 16),
        first in 0_usize..17,
    ) {
        let world = forget(rich(), &known);
        // 17 shares no factor with the axes: every combination has its turn.
        for choice in combinations().skip(first).step_by(17) {
            check_clean(&world.draft(&choice), &choice);
        }
    }
}

#[test]
fn a_deal_about_which_all_is_known_has_nothing_to_fill_and_nothing_wrong() {
    for choice in combinations() {
        let draft = rich().draft(&choice);
        assert_eq!(draft.missing, [], "{choice:?}");
        assert!(draft.may_be_copied(), "{choice:?}: {:?}", draft.findings);
        assert!(
            draft.findings.iter().all(|finding| *finding == DraftFinding::CallFirst),
            "{:?}",
            draft.findings
        );
    }
}

#[test]
fn essential_fields_stand_as_blanks_and_block() {
    let check = |strategy, expected: &[FieldId]| {
        let draft = bare().draft(&choice(strategy, Language::English));
        let mut missing = draft.missing.clone();
        missing.sort();
        assert_eq!(missing, expected, "{}", draft.body);
        assert!(!draft.may_be_copied());
    };
    check(Strategy::Recap, &[FieldId::Product, FieldId::Sender]);
    check(Strategy::Alternatives, &[FieldId::Product, FieldId::Alternatives, FieldId::Sender]);
    check(Strategy::TimeFrame, &[FieldId::Product, FieldId::LastTrueDay, FieldId::Sender]);
    check(Strategy::ExplainDeposit, &[FieldId::Product, FieldId::DepositAmount, FieldId::Sender]);
    check(Strategy::OfferInstalments, &[FieldId::Product, FieldId::PlanRows, FieldId::Sender]);
    check(Strategy::Pause, &[FieldId::Product, FieldId::Sender]);
    check(Strategy::Payment, &[FieldId::Product, FieldId::PlanRows, FieldId::Sender]);
    check(Strategy::Answer, &[FieldId::Product, FieldId::Answer1, FieldId::Sender]);
    check(Strategy::Progress, &[FieldId::Product, FieldId::Progress, FieldId::Sender]);
    check(Strategy::Expiring, &[FieldId::Product, FieldId::ValidUntil, FieldId::Sender]);
    check(Strategy::Value, &[FieldId::Product, FieldId::Story, FieldId::Sender]);
    check(Strategy::Data, &[FieldId::Product, FieldId::Fact, FieldId::Sender]);
    check(Strategy::Reference, &[FieldId::Product, FieldId::Reference, FieldId::Sender]);
    check(Strategy::Proof, &[FieldId::Product, FieldId::Fact, FieldId::Sender]);
    check(Strategy::DepositWorries, &[FieldId::Product, FieldId::DepositSafety, FieldId::Sender]);
    check(Strategy::Benefits, &[FieldId::Product, FieldId::Benefit, FieldId::Sender]);
    check(Strategy::TrialOrder, &[FieldId::Product, FieldId::TrialQuantity, FieldId::Sender]);
    check(
        Strategy::Incentive,
        &[
            FieldId::Product,
            FieldId::Incentive,
            FieldId::IncentiveCondition,
            FieldId::IncentiveUntil,
            FieldId::Sender,
        ],
    );
    for strategy in [Strategy::Agreed, Strategy::Promise, Strategy::NewChannel, Strategy::Approval] {
        check(strategy, &[FieldId::Product, FieldId::Sender]);
    }
}

#[test]
fn amounts_and_dates_equal_the_plan() {
    let check = |strategy, language, channel, expected: &[&str]| {
        let draft = rich().draft(&DraftChoice { channel, ..choice(strategy, language) });
        for part in expected {
            assert!(draft.body.contains(part), "{part} is not in\n{}", draft.body);
        }
    };
    let rows = [
        "1) EUR 3,000.00 by Mon 30 Nov 2026",
        "2) EUR 3,000.00 by Mon 7 Dec 2026",
        "3) EUR 3,000.00 by Tue 8 Dec 2026",
        "4) EUR 21,000.00 by Fri 15 Jan 2027",
        "EUR 9,000.00",
    ];
    check(Strategy::OfferInstalments, Language::English, MessageChannel::Chat, &rows);
    check(Strategy::OfferInstalments, Language::English, MessageChannel::Email, &rows);
    check(
        Strategy::OfferInstalments,
        Language::Chinese,
        MessageChannel::Chat,
        &[
            "1) 预付款 3,000.00 欧元，最迟2026年11月30日（周一）",
            "4) 尾款 21,000.00 欧元，最迟2027年1月15日（周五）",
        ],
    );
    check(
        Strategy::TimeFrame,
        Language::English,
        MessageChannel::Email,
        &[
            "by Tuesday, 8 December 2026",
            "500 pcs at EUR 60.00",
            "ship by 22 January 2027",
            "35 days of production",
        ],
    );
    check(
        Strategy::TimeFrame,
        Language::Chinese,
        MessageChannel::Email,
        &["2026年12月8日（周二）", "单价：60.00 欧元", "最迟装运日：2027年1月22日", "生产 35 天"],
    );
    check(
        Strategy::ExplainDeposit,
        Language::English,
        MessageChannel::Email,
        &["EUR 9,000.00, which is 30% of the contract total", "EUR 21,000.00", "aluminium"],
    );
}

#[test]
fn prices_keep_their_digits_and_currencies_theirs() {
    let check = |currency: &str, amount: &str, price: &str, expected: [&str; 2]| {
        let mut world = rich();
        world.plan = None;
        world.deal.agreed.currency = icebreak::domain::money::Currency::from_code(currency);
        world.deal.agreed.amount = Some(amount.parse().unwrap());
        world.deal.agreed.unit_price = Some(price.parse().unwrap());
        let body = world.draft(&choice(Strategy::Recap, Language::English)).body;
        assert!(expected.iter().all(|part| body.contains(part)), "{body}");
    };
    check("JPY", "1250000", "208", ["Total: JPY 1,250,000\n", "at JPY 208\n"]);
    check("KWD", "999.5", "0.0125", ["Total: KWD 999.500\n", "at KWD 0.0125\n"]);
    check("USD", "28800", "9.6", ["Total: USD 28,800.00\n", "at USD 9.60\n"]);
}

#[test]
fn the_steps_of_an_email_differ() {
    for language in [Language::English, Language::Chinese] {
        for (strategy, _) in <Strategy as icebreak::domain::names::Named>::ALL {
            let bodies: std::collections::BTreeSet<String> =
                [LadderStep::First, LadderStep::Second, LadderStep::Third, LadderStep::Fourth]
                    .map(|step| rich().draft(&DraftChoice { step, ..choice(*strategy, language) }).body)
                    .into();
            assert_eq!(bodies.len(), 4, "{strategy:?}");
        }
    }
}

#[test]
fn an_email_is_short() {
    for choice in combinations().filter(|choice| choice.channel == MessageChannel::Email) {
        let body = rich().draft(&choice).body;
        let (length, limits) = match choice.language {
            Language::English => (body.split_whitespace().count(), 50..=130),
            Language::Chinese => (body.chars().count(), 100..=360),
        };
        assert!(limits.contains(&length), "{length} in {choice:?}\n{body}");
    }
}

#[test]
fn only_an_email_has_a_subject() {
    for choice in combinations() {
        let draft = rich().draft(&choice);
        assert_eq!(draft.subject.is_empty(), choice.channel != MessageChannel::Email);
        assert!(!draft.subject.contains('\n'));
    }
    let subject = |language| rich().draft(&choice(Strategy::Recap, language)).subject;
    assert_eq!(subject(Language::English), "PI-2607 LED panels 600×600");
    assert_eq!(subject(Language::Chinese), "PI-2607 LED panels 600×600");
    // A reply stands in the thread that it answers.
    let reply = |language| {
        let mut world = rich();
        world.deal.story.push(Touch::new(day("2026-11-10"), TouchKind::Wrote));
        world.draft(&choice(Strategy::Recap, language)).subject
    };
    assert_eq!(reply(Language::English), "Re: PI-2607 LED panels 600×600");
    assert_eq!(reply(Language::Chinese), "回复：PI-2607 LED panels 600×600");
}

#[test]
fn the_greeting_is_in_the_language_of_the_message() {
    let check = |name: &str, greeting: &str, language, expected: &str| {
        let mut world = rich();
        world.deal.contacts[0].name = name.into();
        world.deal.contacts[0].greeting = greeting.into();
        let body = world.draft(&choice(Strategy::Recap, language)).body;
        assert_eq!(body.lines().next(), Some(expected));
    };
    check("Anna Schmidt", "Dear Ms Schmidt,", Language::English, "Dear Ms Schmidt,");
    check("Anna Schmidt", "Dear Ms Schmidt,", Language::Chinese, "Anna Schmidt，您好！");
    check("陈志明", "陈经理，您好：", Language::Chinese, "陈经理，您好！");
    check("Chen Zhiming", "陈经理，您好：", Language::English, "Dear Chen Zhiming,");
    check("", "", Language::English, "Hello,");
    check("", "", Language::Chinese, "您好！");
}

#[test]
fn library_sentences_need_permission_source_and_language() {
    let step = DraftChoice { step: LadderStep::Second, ..choice(Strategy::Recap, Language::English) };
    let says = |world: &World, choice: &DraftChoice| world.draft(choice).body.contains("Bremen");
    let story = |world: &mut World, change: fn(&mut icebreak::domain::library::LibraryEntry)| {
        change(world.library.entries.iter_mut().find(|entry| &*entry.id == "s1").unwrap());
    };
    assert!(says(&rich(), &step));
    let mut world = rich();
    story(&mut world, |entry| entry.permission = false);
    assert!(!says(&world, &step));
    let mut world = rich();
    story(&mut world, |entry| entry.source.clear());
    assert!(!says(&world, &step));
    let mut world = rich();
    story(&mut world, |entry| entry.wordings.retain(|wording| wording.language == "zh"));
    assert!(!says(&world, &step));
    let mut world = rich();
    world.library.entries.retain(|entry| entry.topic != "purpose");
    let draft = world.draft(&choice(Strategy::ExplainDeposit, Language::English));
    assert_eq!(draft.findings, [DraftFinding::LeftOut(FieldId::DepositPurpose)]);
}

#[test]
fn alternatives_fit_the_concern_where_some_do() {
    let body = |concern: Option<&str>| {
        let mut world = rich();
        world.diagnosis.concern = concern.map(Into::into);
        world.draft(&choice(Strategy::Alternatives, Language::English)).body
    };
    assert!(
        body(Some("warranty")).contains("spare drivers") && !body(Some("warranty")).contains("800 panels")
    );
    assert!(body(Some("price")).contains("800 panels") && !body(Some("price")).contains("spare drivers"));
    assert!(body(Some("delivery")).contains("800 panels") && body(None).contains("spare drivers"));
}

#[test]
fn one_payment_is_no_plan_in_parts() {
    let mut world = rich();
    let plan = world.plan.as_mut().unwrap();
    plan.rows.retain(|row| row.kind == RowKind::Balance || row.due == Some(day("2026-12-08")));
    plan.rows[0].amount = eur(900_000);
    let draft = world.draft(&choice(Strategy::OfferInstalments, Language::English));
    assert_eq!(draft.missing, [FieldId::PlanRows]);
}

#[test]
fn the_reading_view_is_the_same_draft_in_the_other_language() {
    let world = rich();
    let english = choice(Strategy::TimeFrame, Language::English);
    let view = reading(&world.facts(), &english, Language::Chinese).unwrap();
    assert_eq!((view.strategy, view.language), (Strategy::TimeFrame, Language::Chinese));
    assert!(view.body.contains("2026年12月8日"));
}

/// What must hold of any draft, whatever is known.
fn check_clean(draft: &MessageDraft, choice: &DraftChoice) {
    let body = &draft.body;
    let clean = |text: &str| {
        for dirt in [
            "  ",
            "\n\n\n",
            " ,",
            " .",
            " ;",
            " :",
            " ?",
            "..",
            ",,",
            "()",
            "（）",
            "，，",
            "。。",
            "，。",
            " ，",
            " 。",
            "None",
            "undefined",
            "{{",
            "}}",
            "{%",
            "%}",
            "\t",
            "|",
            "\u{e000}",
        ] {
            assert!(!text.contains(dirt), "{dirt:?} in {choice:?}:\n{text}");
        }
        assert_eq!(text.trim(), text);
    };
    clean(body);
    clean(&draft.subject);
    assert!(body.lines().all(|line| line.trim() == line), "{body}");
    let asks = body.chars().filter(|mark| matches!(mark, '?' | '？')).count();
    assert_eq!(asks, 1, "one ask: {choice:?}\n{body}");
    check_blanks(draft);
    for finding in &draft.findings {
        assert!(
            !matches!(finding.code(), "amount" | "date" | "mixed-language" | "script" | "asks" | "blank"),
            "{finding:?} in {choice:?}:\n{body}"
        );
    }
    if choice.language == Language::English {
        assert!(
            !body.chars().any(|c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')),
            "{body}"
        );
    }
}

/// `missing`, the spans and the brackets in the body say the same.
fn check_blanks(draft: &MessageDraft) {
    let mut named: Vec<FieldId> = Vec::new();
    for span in &draft.unfilled {
        let text = &draft.body[span.clone()];
        let label = text.strip_prefix('⟨').and_then(|text| text.strip_suffix('⟩')).unwrap();
        let id = labels::field_from(label, draft.language).unwrap();
        if !named.contains(&id) {
            named.push(id);
        }
    }
    assert_eq!(named, draft.missing);
    assert_eq!(draft.body.matches('⟨').count(), draft.unfilled.len());
    let found =
        draft.findings.iter().filter(|finding| matches!(finding, DraftFinding::MissingField(_))).count();
    assert_eq!(found, draft.missing.len());
}

/// The world without what is not known.
pub fn forget(mut world: World, known: &[bool]) -> World {
    world.deal.agreed = forget_agreed(world.deal.agreed, known);
    if !known[9] {
        world.deal.contacts.clear();
    }
    if !known[10] {
        world.deal.product.clear();
    }
    if !known[11] {
        world.library.company = Default::default();
    }
    if !known[12] {
        world.library.entries.clear();
    }
    if let Some(plan) = world.plan.as_mut() {
        if !known[13] {
            plan.deadline = None;
        }
        if !known[14] {
            plan.deposit_share = None;
        }
    }
    if !known[15] {
        world.plan = None;
    }
    world
}

fn forget_agreed(agreed: icebreak::domain::deal::Agreed, known: &[bool]) -> icebreak::domain::deal::Agreed {
    let text = |keep: bool, text: String| if keep { text } else { String::new() };
    icebreak::domain::deal::Agreed {
        pi: text(known[0], agreed.pi),
        valid_until: agreed.valid_until.filter(|_| known[1]),
        quantity: text(known[2], agreed.quantity),
        unit_price: agreed.unit_price.filter(|_| known[3]),
        amount: agreed.amount.filter(|_| known[4]),
        incoterm: text(known[5], agreed.incoterm),
        lead_time_days: agreed.lead_time_days.filter(|_| known[6]),
        ship_by: agreed.ship_by.filter(|_| known[7]),
        payment_terms: text(known[8], agreed.payment_terms),
        ..agreed
    }
}
