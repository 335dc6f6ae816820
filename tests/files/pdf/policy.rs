//! The deposit policy: the seller's words and nothing else.

use icebreak::domain::country::Country;
use icebreak::domain::library::{EntryKind, Library};
use icebreak::domain::names::Named as _;
use icebreak::exchange::papers::pdf::policy::{PolicyOf, policy_pdf};
use icebreak::exchange::papers::pdf::{FinishedPaper, PdfProblem};
use icebreak::text::buyer::schedule::Voice;
use icebreak::text::buyer::words::{DepositWord, PaperLanguage};

use super::made::*;

fn library(answers: &[(&str, &str, &str)]) -> Library {
    let mut library = Library { company: company(), ..Library::default() };
    for (topic, language, text) in answers {
        library.add(EntryKind::DepositAnswer, topic).set_wording(language, (*text).to_owned());
    }
    library
}

fn policy(library: &Library, language: &str, limit: Option<&str>) -> Result<FinishedPaper, PdfProblem> {
    let deal = deal("Brightwell & Sons Ltd", language, "GB");
    let of = PolicyOf {
        library,
        small_first_order: limit.map(euro),
        deal: Some(&deal),
        voice: Voice::new(language, Country::from_code("GB"), DepositWord::Prepayment),
        on: day("2026-11-22"),
    };
    policy_pdf(&of).map(|(paper, _name)| paper)
}

const ANSWERS: [(&str, &str, &str); 5] = [
    ("refund", "en", "Cancelled before the material is bought: we return it all within ten days."),
    ("usual-terms", "en", "30% with the order, 70% against copy of the bill of lading."),
    ("purpose", "en", "It buys aluminium and drivers for your panels."),
    ("first-order", "en", "First orders below {limit} need none."),
    ("safety", "de", "Nur auf Deutsch."),
];

#[test]
fn the_sellers_words_stand_under_our_headings_in_their_order() {
    let paper = policy(&library(&ANSWERS), "en", Some("5000")).unwrap();
    assert_eq!((paper.pages, &*paper.replaced), (1, [].as_slice()));
    let text = pages_of(&paper).join(" ");
    let mut last = 0;
    for part in [
        "Deposit policy",
        "How much, and when",
        "30% with the order",
        "First orders below EUR 5,000.00 need none.",
        "What the deposit is used for",
        "It buys aluminium",
        "If the order changes or is cancelled",
        "we return it all within ten days",
        "Your contact for questions",
        "Li Wei, Export sales",
    ] {
        let at = text.find(part).unwrap_or_else(|| panic!("no {part:?} in {text}"));
        assert!(at >= last, "{part:?} stands too early in {text}");
        last = at;
    }
    // Nothing is said on what nobody wrote about, nor in another language.
    assert!(!text.contains("How your deposit is protected"), "{text}");
    assert!(!text.contains("Why we ask for a deposit"), "{text}");
    assert!(!text.contains("Deutsch"), "{text}");
}

/// Each answer of the sample's, under the heading that it answers.
#[test]
fn the_samples_answers_stand_under_their_questions() {
    let document = icebreak::assets::sample(day("2026-11-22"));
    let text = pages_of(&policy(&document.library, "en", None).unwrap()).join(" ");
    let headings = [
        ("Why we ask for a deposit", "cannot be sold to anybody else"),
        ("How much, and when", "First"),
        ("What the deposit is used for", "pays for the material"),
        ("How your deposit is protected", "never change it by e-mail"),
    ];
    let mut last = 0;
    for (heading, answer) in headings {
        let at = text.find(heading).unwrap_or_else(|| panic!("no {heading:?} in {text}"));
        assert!(at >= last, "{heading:?} stands too early in {text}");
        let next =
            headings.iter().filter_map(|(other, _)| text.find(other)).filter(|other| *other > at).min();
        let under = &text[at..next.unwrap_or(text.len())];
        assert!(under.to_lowercase().contains(&answer.to_lowercase()), "{answer:?} is not in {under}");
        last = at;
    }
}

#[test]
fn without_a_word_of_the_sellers_there_is_no_policy() {
    let check = |answers: &[(&str, &str, &str)], language: &str, expected: &'static str| {
        assert_eq!(
            policy(&library(answers), language, None),
            Err(PdfProblem::NothingWritten { language: expected }),
        );
    };
    check(&[], "en", "English");
    check(&[("safety", "de", "Nur auf Deutsch.")], "en", "English");
    check(&[("safety", "de", "  ")], "de", "Deutsch");
    // Japanese papers are English, Japanese words are not.
    check(&[("safety", "ja", "\u{5b89}\u{5168}")], "en", "English");
    check(&[("weather", "en", "It rains.")], "en", "English");
    // A fact is no answer about the deposit.
    let mut facts = library(&[]);
    facts.add(EntryKind::Fact, "safety").set_wording("en", "We ship on time.".to_owned());
    assert!(policy(&facts, "en", None).is_err());
}

#[test]
fn a_limit_that_is_not_set_is_asked_for() {
    assert_eq!(policy(&library(&ANSWERS), "en", None), Err(PdfProblem::NoLimit));
}

#[test]
fn every_language_has_its_page() {
    for language in PaperLanguage::members() {
        let written = library(&[("purpose", language.name(), "Aluminium 2026")]);
        let text = pages_of(&policy(&written, language.name(), None).unwrap()).join(" ");
        let words = language.text(DepositWord::Prepayment);
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        for part in [words.deposit_policy, words.policy.used_for, "Aluminium 2026"] {
            assert!(squeezed(&text).contains(&squeezed(part)), "{language:?}: no {part:?} in {text}");
        }
    }
    let brazil = library(&[("purpose", "pt-BR", "Alum\u{ed}nio")]);
    assert!(pages_of(&policy(&brazil, "pt", None).unwrap()).join(" ").contains("Alum\u{ed}nio"));
}

#[test]
fn it_is_made_to_fit_one_page_as_far_as_it_can_be_read() {
    let sentence = "The deposit buys the aluminium, the drivers and the packaging for your order alone. ";
    let check = |times: usize, expected: std::ops::RangeInclusive<u32>| {
        let long = sentence.repeat(times);
        let written = library(&[("purpose", "en", &long), ("safety", "en", &long)]);
        let paper = policy(&written, "en", None).unwrap();
        assert!(expected.contains(&paper.pages), "{times}: {}", paper.pages);
    };
    check(3, 1..=1);
    check(17, 1..=1);
    check(60, 2..=4);
}

#[test]
#[ignore = "writes papers to look at"]
fn sample() {
    let folder = std::env::var_os("PDF_SAMPLES").expect("PDF_SAMPLES is a folder");
    let paper = policy(&library(&ANSWERS), "en", Some("5000")).unwrap();
    std::fs::write(std::path::PathBuf::from(folder).join("policy-en.pdf"), paper.bytes).unwrap();
}
