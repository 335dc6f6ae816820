//! A whole deal goes to a colleague and comes in at theirs, by dialog and by dropping it.

use std::fs;

use icebreak::domain::deal::touch::TouchKind;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::deposit::{Payment, Plan};
use icebreak::domain::document::Document;
use icebreak::domain::import::pack::DealPart;
use icebreak::domain::money::{Currency, Money};
use icebreak::exchange::pack::pack;
use icebreak::text::Language;
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, in_both_languages, sample};
use crate::exporting::open_menu;
use crate::papers::{FIRST, SECOND, export, given, with_account};

const BUYER: &str = "Müller & Söhne GmbH";

/// Exports the deal that the mock-ups show, under the name that is offered.
fn exported(app: &mut App) -> std::path::PathBuf {
    app.find("PI-2607");
    app.choose(DealCommand::ExportDeal);
    let path = app.documents().join(format!("{BUYER}.pack.json"));
    assert_eq!(app.value_of(app.words().shell.path), path.to_str().unwrap());
    app.give_path(&path, app.words().shell.write);
    app.must_see(&app.written(&path));
    path
}

#[test]
fn a_deal_reaches_a_colleague_whole() {
    in_both_languages(|language| {
        let mut mine = App::open_sample(language);
        let path = exported(&mut mine);

        let mut theirs = App::open_empty(language);
        theirs.preview(&path);
        theirs.must_see(&(theirs.words().packs.added)(BUYER));
        assert_eq!(theirs.deal(BUYER), mine.deal(BUYER));
        theirs.must_see("PI-2607");
        let document = theirs.saved();
        assert_eq!(document.deals.len(), 1);

        // Once more, by dropping it: nothing to do.
        theirs.drop_file(&path);
        theirs.must_see(&(theirs.words().packs.unchanged)(BUYER));
        assert_eq!(*theirs.document(), document);
    });
}

#[test]
fn what_a_colleague_added_is_united_in_one_step_that_can_be_undone() {
    in_both_languages(|language| {
        let mut theirs = App::open_sample(language);
        theirs.find("PI-2607");
        theirs.press_shortcut(DealCommand::TheyReplied);
        let path = exported(&mut theirs);

        let mut mine = App::open_sample(language);
        let before = sample();
        mine.drop_file(&path);
        mine.must_see(&(mine.words().packs.updated)(BUYER, &[DealPart::Story]));
        assert_eq!(mine.deal(BUYER), theirs.deal(BUYER));
        mine.click(mine.words().shell.undo);
        assert_eq!(*mine.document(), before);
    });
}

/// They exported it, then the amount here became another one, and the story went on.
#[test]
fn an_older_pack_takes_nothing_from_newer_fields_unasked() {
    in_both_languages(|language| {
        let mut theirs = App::open_sample(language);
        theirs.find("PI-2607");
        theirs.press_shortcut(DealCommand::ShowDetails);
        let (notes, amount) = (theirs.words().deal.notes, theirs.words().deal.amount);
        theirs.type_into(notes, "Their note");
        theirs.type_into(theirs.words().deal.lead_time, "45");
        let path = exported(&mut theirs);

        let mut document = sample();
        let id = theirs.deal(BUYER).id.clone();
        let mut deal = Deal::clone(document.deal(&id).unwrap());
        deal.notes.clear();
        deal.agreed.amount = Some(29_000.into());
        document.deals.insert(id, std::sync::Arc::new(deal));
        let mut mine = App::open_document(language, &document);
        mine.find("PI-2607");
        mine.press_shortcut(DealCommand::TheyReplied);
        mine.drop_file(&path);
        let words = mine.words();
        mine.must_see(&(words.merge.packed)(BUYER));
        // One field is theirs by a click; ours stay where nobody chose; what was empty here is filled.
        mine.click(&format!("{}: {}", words.deal.lead_time, words.merge.in_the_pack));
        mine.click(words.merge.merge);
        let deal = mine.deal(BUYER);
        assert_eq!(deal.agreed.amount.unwrap().to_string(), "29000");
        assert_eq!((deal.agreed.lead_time_days, &*deal.notes), (Some(45), "Their note"));
        assert!(deal.story.iter().any(|touch| touch.kind.is(TouchKind::Replied)));
        mine.must_not_see(&format!("{amount}: {}", words.merge.in_the_pack));
        mine.press_shortcut(Global::Undo);
        assert_eq!(mine.deal(BUYER).notes, "");
        assert_eq!(mine.saved(), *mine.document());
    });
}

/// The sample, after a schedule with this account was made for the buyer in this language.
fn with_schedule(look: Language, account: &str, written_in: &str) -> App {
    let mut app = App::open_document(look, &with_account(account));
    open_menu(&mut app);
    let words = app.words();
    app.click(words.plan_export.change_language);
    app.click(written_in);
    export(&mut app, words.papers.schedule_pdf);
    let path = app.documents().join("schedule.pdf");
    app.give_path(&path, words.shell.write);
    assert_eq!(given(&app), [account]);
    app
}

fn language_of_documents(app: &App) -> &str {
    app.deal(BUYER).plan.as_ref().map_or("", |plan| plan.paper.language.as_str())
}

#[test]
fn a_pack_brings_the_bank_details_that_were_given_and_the_style_of_the_documents() {
    in_both_languages(|language| {
        let mut theirs = with_schedule(language, FIRST, "Deutsch");
        let path = exported(&mut theirs);

        let mut mine = App::open_document(language, &with_account(SECOND));
        mine.drop_file(&path);
        let words = mine.words();
        mine.must_see(&(words.packs.updated)(BUYER, &[DealPart::Plan, DealPart::BankGiven]));
        assert_eq!(mine.deal(BUYER), theirs.deal(BUYER));
        open_menu(&mut mine);
        mine.must_see(&(words.plan_export.documents_in)("Deutsch", false));
        // The buyer has the details of the colleague: others are asked about first.
        mine.click(words.papers.schedule_pdf);
        mine.must_see(words.papers.other_bank);
        mine.must_see(FIRST);
        assert_eq!(mine.saved(), *mine.document());
    });
}

#[test]
fn merging_a_pack_keeps_all_bank_details_that_were_given_and_takes_the_chosen_style() {
    in_both_languages(|language| {
        let mut theirs = with_schedule(language, FIRST, "Deutsch");
        let path = exported(&mut theirs);

        let mut mine = with_schedule(language, SECOND, "Polski");
        let before = mine.document().clone();
        mine.drop_file(&path);
        let words = mine.words();
        mine.must_see(&(words.merge.packed)(BUYER));
        mine.click(&format!("{}: {}", words.commands.show_deposit, words.merge.in_the_pack));
        mine.click(words.merge.merge);
        assert_eq!(given(&mine), [SECOND, FIRST]);
        assert_eq!(language_of_documents(&mine), "de");
        mine.press_shortcut(Global::Undo);
        assert_eq!(*mine.document(), before);

        // Where nobody chose, the plan stays as it is here.
        mine.drop_file(&path);
        mine.click(words.merge.merge);
        assert_eq!(given(&mine), [SECOND, FIRST]);
        assert_eq!(language_of_documents(&mine), "pl");
        assert_eq!(mine.saved(), *mine.document());
    });
}

#[test]
fn a_pack_is_imported_and_never_opened_in_the_place_of_the_document() {
    let mut app = App::open_sample(Language::English);
    let path = exported(&mut app);
    let open = app.document_path().to_owned();
    app.click(app.words().shell.dismiss);
    app.press_shortcut(Global::OpenDocument);
    app.give_path(&path, app.words().shell.open);
    app.must_see(&(app.words().packs.unchanged)(BUYER));
    app.saved();
    assert_eq!(app.document_path(), open);
    assert_eq!(app.document().deals.len(), sample().deals.len());
}

#[test]
fn a_changed_pack_is_refused_in_words() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let path = exported(&mut app);
        let before = app.document().clone();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("Hamburg", "Bremen")).unwrap();
        app.preview(&path);
        app.must_see(if language == Language::English {
            "The file was changed after"
        } else {
            "打包的订单无法使用"
        });
        assert_eq!(*app.document(), before);
    });
}

#[test]
fn a_window_that_only_looks_imports_nothing() {
    let mut theirs = App::open_sample(Language::English);
    theirs.find("PI-2607");
    theirs.press_shortcut(DealCommand::TheyReplied);
    let path = exported(&mut theirs);
    let first = App::open_sample(Language::English);
    let mut second = first.second_window();
    second.drop_file(&path);
    second.must_see(second.words().shell.not_in_read_only);
    assert_eq!(*second.document(), sample());
}

/// A deal whose buyer paid these amounts in cents on these days of February, with these references.
fn paid(payments: &[(u32, i64, &str)]) -> Deal {
    let terms = r#"{"total":"USD 100.00","start":"2026-01-31","lines":["50%@+2d","rest@+4d"]}"#;
    let mut plan = Plan::new(serde_json::from_str(terms).unwrap());
    plan.payments = payments
        .iter()
        .map(|(on, minor, reference)| Payment {
            reference: (*reference).to_owned(),
            ..Payment::new(
                chrono::NaiveDate::from_ymd_opt(2026, 2, *on).unwrap(),
                Money::from_minor(*minor, Currency::USD),
            )
        })
        .collect();
    let mut deal = Deal::new(DealId::new("w1"), "Alfa Ltd");
    deal.plan = Some(plan);
    deal
}

#[test]
fn corrected_payments_of_a_colleague_are_asked_about_one_by_one() {
    in_both_languages(|language| {
        let ours = paid(&[(2, 1000, ""), (9, 500, ""), (9, 500, ""), (20, 700, "")]);
        let theirs = paid(&[(4, 1000, ""), (9, 500, ""), (9, 500, ""), (25, 30, "S9")]);
        let mut document = Document::default();
        document.deals.insert(ours.id.clone(), std::sync::Arc::new(ours.clone()));
        let mut app = App::open_document(language, &document);
        let path = app.folder().join("alfa.pack.json");
        fs::write(&path, pack(&theirs).unwrap()).unwrap();
        let words = &app.words().merge;
        let of = |number: usize, side: &str| format!("{}: {side}", (words.payment)(number));

        // Nothing is taken unasked but what only they know.
        app.drop_file(&path);
        app.must_see(&(words.packed)("Alfa Ltd"));
        app.must_see(words.no_payment);
        app.must_not_see(&of(4, words.here));
        app.click(words.merge);
        assert_eq!(
            app.deal("Alfa Ltd"),
            &paid(&[(2, 1000, ""), (9, 500, ""), (9, 500, ""), (20, 700, ""), (25, 30, "S9")])
        );
        app.press_shortcut(Global::Undo);
        assert_eq!(app.deal("Alfa Ltd"), &ours);

        // Theirs, and what they removed goes.
        app.drop_file(&path);
        app.click(&of(1, words.in_the_pack));
        app.click(&of(2, words.in_the_pack));
        app.click(words.merge);
        assert_eq!(app.deal("Alfa Ltd"), &paid(&[(4, 1000, ""), (9, 500, ""), (9, 500, ""), (25, 30, "S9")]));
        app.press_shortcut(Global::Undo);

        // Two payments.
        app.drop_file(&path);
        app.click(words.two_payments);
        app.click(words.merge);
        let both =
            paid(&[(2, 1000, ""), (9, 500, ""), (9, 500, ""), (20, 700, ""), (4, 1000, ""), (25, 30, "S9")]);
        assert_eq!(app.deal("Alfa Ltd"), &both);
        assert_eq!(app.saved(), *app.document());
    });
}
