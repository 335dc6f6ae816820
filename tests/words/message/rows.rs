//! The first draft of each of the sample's rows answers the reason why the row is on Today.

use std::sync::Arc;

use icebreak::assets::countries::calendars;
use icebreak::assets::{diagnosis_model, sample};
use icebreak::domain::diagnosis::{Case, Experience, Learned};
use icebreak::domain::message::{FieldId, MessageChannel, Preparation, Strategy};
use icebreak::domain::names::Named as _;
use icebreak::domain::today::listed;
use icebreak::text::Language;
use icebreak::text::buyer::drafts::{DraftChoice, MessageDraft, prepare};

use crate::message::deals::day;
use crate::message::golden;

/// The first draft of a deal of the sample, in English, and what was chosen for it.
fn first_draft(deal: &str) -> (DraftChoice, MessageDraft) {
    let on = day("2026-11-21");
    let document = sample(on);
    let deal =
        document.deals.iter().find(|(id, _)| id.as_str() == deal).map(|(_, deal)| Arc::clone(deal)).unwrap();
    let learned = Learned::new(diagnosis_model(), &Experience::of(&document.deals));
    let case = Case::new(&learned, &deal, on);
    let prepared =
        prepare(&Preparation::new(&case, &deal, &document, calendars()), Language::English).unwrap();
    (prepared.choice, prepared.draft)
}

/// Deal, strategy, what must be in the draft, and what only the seller can know.
type Row = (&'static str, Strategy, &'static [&'static str], &'static [FieldId]);

const ROWS: [Row; 13] = [
    ("sample-minh-phat", Strategy::Answer, &["\"Giá CIF Cát Lái là bao nhiêu?\""], &[FieldId::Answer1]),
    (
        "sample-nordic-home",
        Strategy::Answer,
        &["\"Can you do 180 chairs instead?\"", "180 pcs at SEK 1,205.00", "SEK 216,900.00", "SEK 65,070.00"],
        &[FieldId::Answer1],
    ),
    ("sample-al-noor-pipes", Strategy::Payment, &["USD 28,800.00", "17 November", "SWIFT copy"], &[]),
    ("sample-al-noor-valves", Strategy::Promise, &["decision by 16 November"], &[]),
    (
        "sample-casa-verde",
        Strategy::Payment,
        &["USD 4,133.34", "deposit instalment 2 of 3", "17 November"],
        &[],
    ),
    ("sample-ferretero", Strategy::NewChannel, &["came back on 11 November", "PI-2605"], &[]),
    ("sample-andina", Strategy::Expiring, &["valid until 24 November", "USD 18,450.50"], &[]),
    ("sample-maple", Strategy::Expiring, &["valid until 25 November", "CAD 17,400.00"], &[]),
    ("sample-tokyo", Strategy::ExplainDeposit, &["JPY 375,000", "30%", "JPY 875,000"], &[]),
    ("sample-mueller", Strategy::Approval, &["your company", "EUR 30,000.00", "13 November"], &[]),
    ("sample-norddeutsche", Strategy::Recap, &["2 samples", "EUR 22,080.00"], &[]),
    ("sample-sever", Strategy::Recap, &["CNY 189,000.00", "PI-2610"], &[]),
    ("sample-lakeshore", Strategy::Progress, &["in production", "16 December"], &[FieldId::Progress]),
];

#[test]
fn every_first_draft_answers_its_reason() {
    for (deal, strategy, expected, missing) in ROWS {
        let (_, draft) = first_draft(deal);
        assert_eq!(draft.strategy, strategy, "{deal}\n{}", draft.body);
        for part in expected {
            assert!(draft.body.contains(part), "{deal}: {part} is not in\n{}", draft.body);
        }
        assert_eq!(draft.missing, missing, "{deal}\n{}", draft.body);
        // What is wrong with it is at most that the buyer's language is not written yet, or a field to fill.
        let wrong: Vec<&str> = draft.findings.iter().map(|finding| finding.code()).collect();
        assert!(wrong.iter().all(|code| matches!(*code, "missing" | "language")), "{deal}: {wrong:?}");
    }
}

#[test]
fn the_table_has_every_row_of_the_day() {
    let on = day("2026-11-21");
    let document = sample(on);
    let mut to_do: Vec<String> = document
        .deals
        .values()
        .filter_map(|deal| listed(deal, &document.settings, calendars().of(deal.buyer.country), on))
        .filter(|item| item.group.name() != "waiting")
        .map(|item| item.id().as_str().to_owned())
        .collect();
    let mut known: Vec<String> = ROWS.iter().map(|(deal, ..)| (*deal).to_owned()).collect();
    to_do.sort();
    known.sort();
    assert_eq!(to_do, known);
}

#[test]
fn a_dead_address_is_not_written_to() {
    assert_eq!(first_draft("sample-ferretero").0.channel, MessageChannel::Chat);
    assert_eq!(first_draft("sample-nordic-home").0.channel, MessageChannel::Email);
}

/// Read them all as the buyer would.
#[test]
fn the_first_drafts_as_they_are() {
    let written: Vec<String> = ROWS
        .iter()
        .map(|(deal, ..)| {
            let (choice, draft) = first_draft(deal);
            let head = format!("{deal}: {}, step {}", choice.strategy.name(), choice.step.name());
            format!("=== {head}\nSubject: {}\n\n{}\n", draft.subject, draft.body)
        })
        .collect();
    golden::check("first-drafts", &written.join("\n"));
}
