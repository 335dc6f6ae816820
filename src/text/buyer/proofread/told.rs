//! What notes, messages and the library say in words, read with the same readers as the text.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::reading::TextReading;
use super::reading::amounts::numbers_said;
use super::reading::lexicon::{WordKind, lexicon};
use super::reading::plain::PlainText;
use crate::domain::deal::Deal;
use crate::domain::deal::touch::TouchKind;
use crate::domain::document::Document;
use crate::domain::message::proofread::Told;

/// What the deal's own words name, and the numbers of parts in the text.
pub(super) fn told(reading: &TextReading, deal: &Deal) -> Told {
    let mut told = Told::default();
    let own = [&deal.notes, &deal.agreed.payment_terms, &deal.agreed.open_questions, &deal.agreed.quantity];
    let notes = deal.story.iter().map(|touch| &touch.note);
    let promises = deal.promises.iter().map(|promise| &promise.note);
    for words in own.into_iter().chain(notes).chain(promises) {
        note(&mut told, words, &deal.buyer.language);
    }
    told.quantities = quantities(deal);
    told.parts = parts(reading);
    told
}

/// What the sentences of the library name; read only where the deal does not know a number.
pub(super) fn told_by_library(document: &Document) -> Told {
    let mut told = Told::default();
    for entry in document.library.entries.iter().filter(|entry| entry.may_be_used()) {
        for wording in &entry.wordings {
            note(&mut told, &wording.text, &wording.language);
        }
    }
    told
}

fn note(told: &mut Told, words: &str, language: &str) {
    if !words.chars().any(char::is_alphanumeric) {
        return;
    }
    let known = lexicon(language).or_else(|| lexicon("en"));
    let reading = TextReading::with(PlainText::new(words), known, &is_of_numbers);
    let said = numbers_said(&reading, &[]);
    told.numbers
        .extend(reading.numbers.iter().flat_map(|number| number.readings.iter().map(Decimal::normalize)));
    told.amounts
        .extend(said.amounts.iter().flat_map(|amount| amount.readings.iter().map(Decimal::normalize)));
    told.days.extend(said.days.iter().flat_map(|days| days.readings.iter().map(Decimal::normalize)));
    told.shares.extend(said.shares.iter().flat_map(|share| share.readings.iter().map(Decimal::normalize)));
}

/// The words that say what a number is.
fn is_of_numbers(kind: WordKind) -> bool {
    matches!(
        kind,
        WordKind::Currency | WordKind::Percent | WordKind::Tenths | WordKind::DayUnit | WordKind::Unit
    )
}

/// The deal's own quantity, and every number of the buyer's questions.
fn quantities(deal: &Deal) -> Vec<Decimal> {
    let numbers = |words: &str, language: &str| -> Vec<Decimal> {
        let known = lexicon(language).or_else(|| lexicon("en"));
        let reading = TextReading::with(PlainText::new(words), known, &|_| false);
        reading.numbers.iter().filter_map(|number| number.readings.first().copied()).collect()
    };
    // `2 samples, then 1,200 pcs`: the order is the last number.
    let mut all: Vec<Decimal> = numbers(&deal.agreed.quantity, "en").into_iter().rev().collect();
    let questions = deal.story.iter().filter(|touch| touch.kind.is(TouchKind::Replied));
    all.extend(questions.flat_map(|touch| numbers(&touch.note, &deal.buyer.language)));
    all
}

/// The numbers of equal parts that the text names: three parts, half, a third.
fn parts(reading: &TextReading) -> BTreeSet<u32> {
    let named = reading.of(WordKind::Parts).flat_map(|hit| {
        let own = hit.key.parse::<u32>().ok();
        let counted = reading
            .numbers
            .iter()
            .filter(|number| number.at.start >= hit.at.start && number.at.end <= hit.at.end);
        own.into_iter().chain(counted.filter_map(|number| number.readings.first()?.to_u32()))
    });
    named.filter(|parts| (2..=24).contains(parts)).collect()
}
