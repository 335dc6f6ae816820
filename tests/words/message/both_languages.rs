//! A draft and its reading view say the same: part by part, with the same blanks, and in e-mails the same amounts and days.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use icebreak::domain::deposit::Means;
use icebreak::domain::library::Library;
use icebreak::domain::message::{
    DiagnosisFacts, FieldId, Inside, MessageBlock, MessageChannel, PlanFacts, Strategy,
};
use icebreak::domain::names::Named as _;
use icebreak::text::Language;
use icebreak::text::buyer::drafts::{DraftChoice, MessageDraft, generate, reading};
use proptest::prelude::{ProptestConfig, any, prop, proptest};

use crate::message::any_ledger::{amounts_in, any_rows, dates_in, ledger_of, shipped};
use crate::message::deals::{World, bare, combinations, day, early, rich};
use crate::message::drafts::forget;

/// What both versions must have alike.
#[derive(Debug, PartialEq)]
struct Said {
    blocks: Vec<MessageBlock>,
    asks: usize,
    amounts: BTreeSet<rust_decimal::Decimal>,
    dates: BTreeSet<NaiveDate>,
    missing: Vec<FieldId>,
}

#[test]
fn every_part_has_its_counterpart() {
    let mut missed = rich();
    missed.deal.agreed.valid_until = None;
    missed.deal.agreed.open_questions = "packing".into();
    for world in [rich(), bare(), early(), missed] {
        check_all(&world, combinations().filter(|choice| choice.language == Language::English));
    }
    for (inside, _) in Inside::ALL {
        let mut world = rich();
        world.diagnosis.inside = Some(*inside);
        check_all(&world, combinations().filter(|choice| choice.strategy == Strategy::Recap));
    }
}

#[test]
fn what_the_library_says_in_one_language_only_stands_in_both_versions() {
    for tag in ["en", "zh"] {
        let mut world = rich();
        for entry in &mut world.library.entries {
            entry.wordings.retain(|wording| wording.language == tag);
        }
        check_all(&world, combinations().filter(|choice| choice.language.name() == tag));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_part_of_the_facts_is_said_alike(known in prop::collection::vec(any::<bool>(), 16), first in 0_usize..31) {
        check_all(&forget(rich(), &known), combinations().skip(first).step_by(31));
    }

    /// Plans without money, in part paid, overdue, short paid, overpaid, announced, with and without a ship date.
    #[test]
    fn any_ledger_is_said_alike(
        rows in any_rows(),
        total in 1_000_i64..9_000_000,
        payments in prop::collection::vec((0_u64..80, 1_u32..=120), 0..5),
        announced in prop::option::of(1_i64..500_000),
        after in 0_u64..160,
        ship_in in prop::option::of(20_u64..200),
        by_credit in any::<bool>(),
        nobody in any::<bool>(),
        first in 0_usize..29,
    ) {
        let on = day("2026-10-20") + Days::new(after);
        let Some(deal) = ledger_of(rows, total, &payments, announced.map(|minor| (minor, on))) else { return Ok(()) };
        let mut deal = shipped(deal, ship_in.map(|days| on + Days::new(days)));
        if by_credit {
            deal.plan.as_mut().unwrap().terms.by = Means::LetterOfCredit;
        }
        let plan = PlanFacts::of(&deal, &[], on);
        let library = if nobody { Library::default() } else { rich().library };
        let world = World { deal, library, plan, diagnosis: DiagnosisFacts::default(), on, ..bare() };
        check_all(&world, combinations().skip(first).step_by(29));
    }
}

fn check_all(world: &World, choices: impl Iterator<Item = DraftChoice>) {
    for choice in choices {
        let read = match choice.language {
            Language::English => Language::Chinese,
            Language::Chinese => Language::English,
        };
        let written = generate(&world.facts(), &choice).unwrap();
        let view = reading(&world.facts(), &choice, read).unwrap();
        let [one, other] = [&written, &view].map(|draft| said(draft, choice.channel, world.on));
        assert_eq!(one, other, "{choice:?}\n{}\n---\n{}", written.body, view.body);
    }
}

fn said(draft: &MessageDraft, channel: MessageChannel, on: NaiveDate) -> Said {
    let (body, is_email) = (&draft.body, channel == MessageChannel::Email);
    let mut missing = draft.missing.clone();
    missing.sort();
    Said {
        blocks: draft.blocks.iter().map(|block| block.block).collect(),
        asks: body.chars().filter(|mark| matches!(mark, '?' | '？')).count(),
        amounts: amounts_in(body).into_iter().filter(|_| is_email).collect(),
        dates: dates_in(body, on).into_iter().filter(|_| is_email).collect(),
        missing,
    }
}

/// The parts cover the body: nothing stands outside of them but the blanks between.
#[test]
fn the_parts_are_the_whole_body() {
    for choice in combinations() {
        let draft = rich().draft(&choice);
        let mut end = 0;
        for part in &draft.blocks {
            assert!(draft.body[end..part.range.start].trim().is_empty(), "{choice:?}");
            assert!(!draft.body[part.range.clone()].trim().is_empty());
            end = part.range.end;
        }
        assert_eq!(end, draft.body.len(), "{choice:?}");
    }
}
