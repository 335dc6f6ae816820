//! The account card and the approval sheet, in every language, as PDF and as text.

use icebreak::domain::deal::Deal;
use icebreak::domain::document::Document;
use icebreak::domain::library::{EntryKind, Library};
use icebreak::domain::names::Named as _;
use icebreak::exchange::papers::pdf::FinishedPaper;
use icebreak::exchange::papers::pdf::sheet::sheet_pdf;
use icebreak::text::Language;
use icebreak::text::buyer::schedule::Voice;
use icebreak::text::buyer::sheets::{Approval, Sheet, account_card, approval_sheet};
use icebreak::text::buyer::words::{DepositWord, PaperLanguage};

use super::made::*;

fn german_deal() -> Deal {
    let mut deal = deal("Müller & Söhne GmbH", "de", "DE");
    deal.agreed.payment_terms = "30/70 T/T".into();
    deal.agreed.currency = Some(icebreak::domain::money::Currency::EUR);
    deal.agreed.amount = Some(30_000.into());
    deal.agreed.unit_price = Some("25.0355".parse().unwrap());
    deal.agreed.valid_until = Some(day("2026-12-10"));
    deal.agreed.lead_time_days = Some(35);
    deal.agreed.open_questions = "Garantie\n\nErsatzteile <5 Jahre>".into();
    deal.plan = Some(usual_plan());
    deal
}

fn document(answers: &[(&str, &str, &str)]) -> Document {
    let mut library = Library { company: company(), ..Library::default() };
    for (topic, language, text) in answers {
        library.add(EntryKind::DepositAnswer, topic).set_wording(language, (*text).to_owned());
    }
    Document { library: library.into(), ..Document::default() }
}

fn approval(deal: &Deal, document: &Document) -> Sheet {
    let of = Approval { deal, document, on: day("2026-11-22"), window: Language::English };
    approval_sheet(&of).unwrap()
}

fn card(deal: &Deal) -> Sheet {
    account_card(&bank(), deal, Voice::of_deal(deal, Language::English), day("2026-11-22"))
}

fn printed(sheet: &Sheet, deal: &Deal) -> (FinishedPaper, String) {
    sheet_pdf(sheet, deal, &company()).unwrap()
}

#[track_caller]
fn in_order(text: &str, parts: &[&str]) {
    let mut last = 0;
    for part in parts {
        let at = text[last..].find(part).unwrap_or_else(|| panic!("no {part:?} after {last} in {text}"));
        last += at + part.len();
    }
}

#[test]
fn the_card_has_the_account_as_the_bank_has_it_and_how_to_be_sure_of_it() {
    let deal = german_deal();
    let sheet = card(&deal);
    let (paper, name) = printed(&sheet, &deal);
    assert_eq!((paper.pages, &*name), (1, "Müller & Söhne GmbH PI-2607 Unsere Bankverbindung.pdf"));
    let parts = [
        "Unsere Bankverbindung",
        "Zahlungsempfänger",
        "Ningbo Lumen Lighting Technology Co., Ltd.",
        "3901 2200 0920 0123 456",
        "EXCBCNBJ",
        "EUR",
        "genau so an",
        "PI-2607",
        "niemals per E-Mail",
        "bereits bekannten Nummer",
    ];
    in_order(&pages_of(&paper).join(" "), &parts);
    in_order(&sheet.as_text(), &parts);
    assert!(sheet.as_text().contains("Zahlungsempfänger: Ningbo Lumen Lighting Technology Co., Ltd.\n"));
}

#[test]
fn the_approval_sheet_has_what_a_committee_asks() {
    let deal = german_deal();
    let document = document(&[
        ("safety", "de", "Die Anzahlung liegt auf einem eigenen Konto."),
        ("purpose", "de", "Sie bezahlt Aluminium."),
        ("safety", "en", "English only."),
    ]);
    let sheet = approval(&deal, &document);
    let (paper, name) = printed(&sheet, &deal);
    assert_eq!((paper.pages, &*name), (1, "Müller & Söhne GmbH PI-2607 Auftrag zur Freigabe.pdf"));
    let parts = [
        "Auftrag zur Freigabe",
        "Vereinbarte Bedingungen",
        "PI-2607",
        "LED panels",
        "1,200 pcs",
        "25,0355 EUR",
        "30.000,00 EUR",
        "FOB Ningbo",
        "35",
        "10. Dezember 2026",
        "6.000,00 EUR",
        "3.000,00 EUR",
        "Offene Fragen",
        "Garantie",
        "Ersatzteile <5 Jahre>",
        "Die Anzahlung liegt auf einem eigenen Konto.",
        "Benötigte Entscheidung",
        "erste Zahlung von 6.000,00 EUR",
        "Benötigt bis",
        "10. Dezember 2026",
    ];
    in_order(&sheet.as_text().replace('\u{a0}', " "), &parts);
    let pages = pages_of(&paper).join(" ").replace('\u{a0}', " ");
    for part in parts {
        assert!(pages.contains(part), "no {part:?} in {pages}");
    }
    for other in ["Aluminium", "English only"] {
        assert!(!pages.contains(other), "{other:?} in {pages}");
    }
}

/// The plan of the sheet is what was agreed, so other terms in words beside it would be a second offer.
#[test]
fn terms_in_words_that_differ_from_the_payments_are_left_out() {
    let words = PaperLanguage::English.text(DepositWord::Prepayment);
    let mut deal = deal("Brightwell & Sons Ltd", "en", "GB");
    deal.agreed.payment_terms = "100% in advance".into();
    assert!(approval(&deal, &document(&[])).as_text().contains("100% in advance"));
    deal.plan = Some(usual_plan());
    let text = approval(&deal, &document(&[])).as_text();
    assert!(!text.contains("in advance") && text.contains(words.payment_schedule), "{text}");
}

/// What nobody said is left out: no heading without words below it, no date that has passed, no second first payment.
#[test]
fn nothing_is_said_that_is_not_known() {
    let mut deal = deal("Brightwell & Sons Ltd", "en", "GB");
    let words = PaperLanguage::English.text(DepositWord::Prepayment);
    let text = approval(&deal, &document(&[])).as_text();
    for heading in [words.sheets.open_questions, words.policy.protection, words.payment_schedule] {
        assert!(!text.contains(heading), "{heading:?} in {text}");
    }
    assert!(text.contains(words.sheets.approve), "{text}");
    assert!(!text.contains(words.sheets.decide_by), "{text}");
    deal.agreed.valid_until = Some(day("2026-11-21"));
    assert!(!approval(&deal, &document(&[])).as_text().contains(words.sheets.decide_by));
    deal.agreed.valid_until = Some(day("2026-11-22"));
    assert!(approval(&deal, &document(&[])).as_text().contains(words.sheets.decide_by));
    let limit = document(&[("safety", "en", "Below {limit} we need none.")]);
    assert!(!approval(&deal, &limit).as_text().contains("limit"));
}

#[test]
fn every_language_has_both_sheets_on_one_page() {
    for language in PaperLanguage::members() {
        let mut deal = german_deal();
        deal.buyer.language = language.name().to_owned();
        let words = language.text(DepositWord::Prepayment);
        let document = document(&[("safety", language.name(), "2026")]);
        for (sheet, title) in [
            (card(&deal), words.sheets.account_card),
            (approval(&deal, &document), words.sheets.approval_sheet),
        ] {
            assert_eq!(sheet.title, title);
            let (paper, _name) = printed(&sheet, &deal);
            assert_eq!((paper.pages, &*paper.replaced), (1, [].as_slice()), "{language:?}");
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            let pages = squeezed(&pages_of(&paper).join(" "));
            assert!(pages.contains(&squeezed(title)), "{language:?}: no {title:?} in {pages}");
        }
    }
}

#[test]
#[ignore = "writes papers to look at"]
fn sample() {
    let folder = std::path::PathBuf::from(std::env::var_os("PDF_SAMPLES").expect("PDF_SAMPLES is a folder"));
    let sample = icebreak::assets::sample(day("2026-11-22"));
    for language in PaperLanguage::members() {
        let mut deal = german_deal();
        deal.buyer.language = language.name().to_owned();
        let document = Document { library: sample.library.clone(), ..document(&[]) };
        for (name, sheet) in [("card", card(&deal)), ("approval", approval(&deal, &document))] {
            let (paper, _name) = printed(&sheet, &deal);
            std::fs::write(folder.join(format!("{name}-{}.pdf", language.name())), paper.bytes).unwrap();
            std::fs::write(folder.join(format!("{name}-{}.txt", language.name())), sheet.as_text()).unwrap();
        }
    }
}
