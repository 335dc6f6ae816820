//! The files of texts: the same in every language, and no step repeats another.

use std::collections::BTreeSet;

use icebreak::assets::messages::message_files;
use icebreak::domain::message::{LadderStep, MessageBlock, MessageChannel, Strategy};
use icebreak::domain::names::Named as _;
use icebreak::text::Language;
use icebreak::text::buyer::drafts::DraftChoice;

use crate::message::deals::{choice, rich};

type Places = BTreeSet<(&'static str, MessageBlock, Option<LadderStep>)>;

/// Every file, block and step of a language; tones are each language's own affair.
fn places(language: &str) -> Places {
    let files = message_files().iter().filter(|file| file.language == language);
    files
        .flat_map(|file| {
            file.sections.iter().map(|section| (file.name, section.place.block, section.place.step))
        })
        .collect()
}

#[test]
fn every_language_has_the_texts_of_english() {
    let english = places("en");
    assert!(english.len() > 300);
    for language in Language::members() {
        let own = places(language.name());
        let lacking: Vec<_> = english.difference(&own).collect();
        let more: Vec<_> = own.difference(&english).collect();
        assert!(lacking.is_empty() && more.is_empty(), "{language:?} lacks {lacking:?}, has alone {more:?}");
    }
}

#[test]
fn every_strategy_has_a_text_for_every_step_and_channel() {
    for (strategy, name) in Strategy::ALL {
        for channel in MessageChannel::members() {
            let bodies: BTreeSet<String> = LadderStep::members()
                .map(|step| {
                    rich().draft(&DraftChoice { step, channel, ..choice(*strategy, Language::English) }).body
                })
                .collect();
            assert_eq!(bodies.len(), 4, "{name} {channel:?}");
        }
    }
}

/// Words that a buyer deletes on sight, or that promise more than the seller wrote.
#[test]
fn no_text_has_a_phrase_of_a_machine() {
    let phrases = [
        "hope this finds",
        "found you well",
        "just checking in",
        "touching base",
        "touch base",
        "reach out",
        "kindly",
        "as soon as possible",
        "asap",
        "urgent",
        "dear friend",
        "last chance",
        "one letter is enough",
        "a letter is enough",
        "from my side",
        "from your side",
        "and ring off",
        "i will act on it",
        "the papers",
        "remind you of",
        "write into the",
        "give you some peace",
        "settle",
        "guarantee",
        "free of charge",
    ];
    for file in message_files().iter().filter(|file| file.language == "en") {
        for section in &file.sections {
            let text = section.text.to_lowercase();
            for phrase in phrases {
                let in_call = phrase == "the papers" && section.place.block == MessageBlock::CallReplies;
                assert!(in_call || !text.contains(phrase), "{}: {:?}: {phrase}", file.name, section.place);
            }
        }
    }
}
