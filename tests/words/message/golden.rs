//! Every strategy in both languages as it reads for the deal about which everything is known: every step and channel,
//! and the other tones where they say something else.

use std::collections::BTreeSet;
use std::path::Path;

use icebreak::domain::deal::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use icebreak::domain::message::{DraftFinding, LadderStep, MessageChannel, Strategy, Tone};
use icebreak::domain::names::Named as _;
use icebreak::text::Language;
use icebreak::text::buyer::drafts::DraftChoice;

use crate::message::deals::{World, day, rich};

/// With a correspondence: what they asked, what we wrote, what they promised.
fn spoken() -> World {
    let mut world = rich();
    world.deal.story.push(Touch::new(day("2026-11-10"), TouchKind::Wrote));
    let mut asked = Touch::new(day("2026-11-19"), TouchKind::Replied);
    asked.note = "Could you do 450 pcs? We need the frames in black.".into();
    world.deal.story.push(asked);
    world.deal.promises.push(Promise {
        kind: PromiseKind::Decision.into(),
        by: day("2026-11-18"),
        made: day("2026-11-10"),
        state: PromiseState::Open.into(),
        note: String::new(),
        extra: Default::default(),
    });
    world.deal.message.fields.insert("answer_2".into(), "black, RAL 9005".into());
    world
}

#[test]
fn every_draft_as_it_is() {
    let world = spoken();
    for language in Language::members() {
        for strategy in Strategy::members() {
            let written = all_of(&world, strategy, language);
            check(&format!("{}-{}", language.name(), strategy.name()), &written);
        }
    }
}

/// Holds a text against the file of that name; `UPDATE_GOLDEN=1` writes the file anew, to be read before it is kept.
pub fn check(name: &str, written: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/words/message/golden").join(name);
    let file = file.with_extension("txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, written).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    // Git may have changed the ends of lines.
    assert_eq!(written, kept.replace("\r\n", "\n"), "{}", file.display());
}

fn all_of(world: &World, strategy: Strategy, language: Language) -> String {
    let mut written = String::new();
    for channel in MessageChannel::members() {
        for step in LadderStep::members() {
            let mut seen = BTreeSet::new();
            for tone in [Tone::Plain, Tone::Warm, Tone::Firm] {
                let draft = world.draft(&DraftChoice { strategy, step, language, channel, tone });
                // Our own drafts pass the check of any text; that a call comes first is advice for the seller.
                let mut wrong = draft.findings.iter().filter(|finding| **finding != DraftFinding::CallFirst);
                assert_eq!(wrong.next(), None, "{strategy:?} {channel:?} {step:?}\n{}", draft.body);
                if seen.insert(draft.body.clone()) {
                    let head = format!("{} {} {}", channel.name(), step.name(), tone.name());
                    written.push_str(&format!("=== {head}\n{}\n\n", draft.body));
                }
            }
        }
    }
    written
}
