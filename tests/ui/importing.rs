//! The import preview: mapping, questions, counts; nothing happens before it is confirmed, and then it is one step.

use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use egui::Key;
use icebreak::domain::import::DealColumn;
use icebreak::domain::import::problem::{Flaw, WarnedRow};
use icebreak::domain::typed::amount::{DigitSign, SignMeans};
use icebreak::domain::typed::date::DayOrder;
use icebreak::text::Language;
use icebreak::text::window::import::OutcomeCounts;
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, fixture, in_both_languages};

fn counts(app: &App, [added, updated, unchanged, skipped, waiting]: [usize; 5]) -> String {
    (app.words().import.counts)(&OutcomeCounts { added, updated, unchanged, skipped, waiting })
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn written(app: &App, name: &str, text: &str) -> PathBuf {
    let path = app.folder().join(name);
    fs::write(&path, text).unwrap();
    path
}

/// Chooses what a column is read as.
fn map(app: &mut App, header: &str, name: &str) {
    app.pick(header, name);
    app.wait_while(app.words().import.working);
}

#[test]
fn nothing_happens_until_it_is_confirmed_and_then_it_is_one_step() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let before = app.document().clone();
        app.preview(&fixture("deals-en.csv"));
        assert_eq!(*app.document(), before);
        app.must_see("12,5,0");
        app.click(app.words().shell.cancel);
        assert_eq!(*app.document(), before);

        app.preview(&fixture("deals-en.csv"));
        app.click_import();
        assert_ne!(*app.document(), before);
        app.click(app.words().shell.undo);
        assert_eq!(*app.document(), before);
    });
}

/// One deal that is here with another amount, and one that is new.
pub fn with_a_change(app: &mut App) {
    let table =
        "Buyer,PI,Amount,Currency\nMüller & Söhne GmbH,PI-2607,28500.00,EUR\nNew GmbH,PI-1,1234567.89,USD\n";
    let path = written(app, "changes.csv", table);
    app.preview(&path);
}

#[test]
fn what_would_change_is_shown_as_it_is_and_as_it_would_be() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        with_a_change(&mut app);
        app.must_see(&(app.words().import.changes)(1));
        let amount = app.words().deal.amount;
        app.must_see(&format!("{amount} · Müller & Söhne GmbH · PI-2607: 30,000.00 → 28,500.00"));
        // Of a deal that is new there is nothing to compare.
        app.must_not_see(&format!("{amount} · New GmbH"));
        app.click_import();
        app.preview(&app.folder().join("changes.csv"));
        app.must_not_see(app.words().import.before_and_after);
    });
}

#[test]
fn a_person_maps_the_columns_of_a_foreign_table() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let path =
            written(&app, "foreign.csv", "Whom,What,How much,In\nAcme,Tiles,500,USD\nBeta,Lamps,5,EUR\n");
        app.preview(&path);
        let words = app.words();
        app.must_see(words.import.no_buyer);
        app.must_see(words.import.nothing);
        let name = |column| (words.import.column)(column);
        map(&mut app, "Whom", name(DealColumn::Buyer));
        app.must_see(&counts(&app, [2, 0, 0, 0, 0]));
        map(&mut app, "What", name(DealColumn::Product));
        map(&mut app, "How much", name(DealColumn::Amount));
        map(&mut app, "In", name(DealColumn::Currency));
        // A column that is taken says by which; choosing it moves it.
        app.click("What");
        app.must_see(&(words.import.taken)(DealColumn::Currency, "In"));
        app.press(Key::Escape);
        app.click_import();
        let deal = app.deal("Acme");
        assert_eq!(
            (&*deal.product, deal.agreed.money().unwrap().to_string()),
            ("Tiles", "500.00".to_owned())
        );
    });
}

#[test]
fn questions_are_asked_once_and_the_numbers_follow_the_answers() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let words = &app.words().import;
        app.preview(&fixture("import-questions.csv"));
        app.must_see(&(words.who_wrote)("最近联系时间"));
        app.must_see(words.kept_until);
        // The rows with an order of days in doubt wait; one has a date that begins with the year, two have other flaws.
        app.must_see(&counts(&app, [1, 0, 0, 2, 6]));
        app.must_see(&(words.import)(1));

        app.click(&(words.day)(DayOrder::DayFirst, day("2026-12-04")));
        app.wait_while(words.working);
        app.must_see(&counts(&app, [5, 0, 0, 2, 2]));
        let thousands = (words.reads_as)(SignMeans::Thousands, DigitSign::Point, "30000".parse().unwrap());
        app.click(&thousands);
        app.wait_while(words.working);
        app.must_see(&counts(&app, [7, 0, 0, 2, 0]));
        // The question about who wrote is still open: the import is possible, the column left out.
        app.must_see(&(words.import)(7));
        app.click(words.they_wrote);
        // It is a column of dates now, and by the same answer.
        app.wait_while(words.working);
        app.must_not_see(words.kept_until);
        app.must_see("Mueller Soehne");
        app.click_import();
        let deal = app.deal("Müller & Söhne GmbH");
        assert_eq!(deal.summary.last_inbound, Some(day("2026-11-03")));
        assert_eq!(deal.agreed.ship_by, Some(day("2026-12-04")));
        assert_eq!(deal.agreed.money().unwrap().to_string(), "30000.00");
        assert_eq!(app.document().deals.len(), 7);
    });
}

#[test]
fn likely_duplicates_are_named_before_the_import() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let rows = "Company,Product\nNordic Home AB,Garden hoses\nMUELLER SOEHNE Ltd,Pots\nNew one,Cups\nNew one,Cups\n";
        let path = written(&app, "doubles.csv", rows);
        app.preview(&path);
        let copied = |app: &mut App| {
            app.click(app.words().import.copy_duplicates);
            app.clipboard().unwrap()
        };
        let lines = copied(&mut app);
        assert_eq!(lines.lines().count(), 3, "{lines}");
        for name in ["Garden hoses", "Müller & Söhne GmbH", "New one"] {
            assert!(lines.contains(name), "{name} is not in\n{lines}");
        }
    });
}

#[test]
fn the_preview_follows_the_document_and_waits_while_one_looks_around() {
    let mut app = App::open_sample(Language::English);
    let path = written(&app, "one.csv", "Company,Product\nNordic Home AB,Garden hoses\n");
    app.preview(&path);
    app.must_see("Import 1 deal");
    app.find("PI-2607");
    app.press_shortcut(DealCommand::TheyReplied);
    app.press_shortcut(Global::ImportDeals);
    app.wait_while(app.words().import.working);
    app.click_import();
    app.press_shortcut(Global::Undo);
    app.press_shortcut(Global::Undo);
    assert_eq!(*app.document(), crate::app::sample());
}

#[test]
fn another_document_takes_its_own_numbers() {
    let mut app = App::open_sample(Language::English);
    let other = app.folder().join("other.json");
    app.press_shortcut(Global::SaveAs);
    app.give_path(&other, "Save");
    app.preview(&fixture("deals-en.csv"));
    app.click_import();
    app.preview(&fixture("deals-en.csv"));
    app.must_see("Nothing to import");
    let first = app.folder().join("deals.json");
    app.press_shortcut(Global::OpenDocument);
    app.give_path(&first, "Open");
    app.press_shortcut(Global::ImportDeals);
    app.wait_while(app.words().import.working);
    app.must_not_see("Nothing to import");
}

#[test]
fn nothing_can_be_imported_into_a_document_that_is_only_looked_at() {
    let first = App::open_sample(Language::English);
    let mut second = first.second_window();
    second.press_shortcut(Global::ImportDeals);
    second.must_see(second.words().shell.not_in_read_only);
    second.must_not_see(second.words().shell.path);
    assert_eq!(*second.document(), crate::app::sample());
}

#[test]
fn a_large_file_is_shown_and_imported() {
    let mut app = App::open_empty(Language::English);
    let mut text = String::from("Company,Product,Amount,Currency\n");
    for number in 0..20_000 {
        text.push_str(&format!(
            "Company {number},Lamps,{number},{}\n",
            if number % 4 == 0 { "QQQ" } else { "USD" }
        ));
    }
    let path = written(&app, "large.csv", &text);
    app.preview(&path);
    app.must_see(&counts(&app, [15_000, 0, 0, 5_000, 0]));
    app.must_see("Row 2");
    app.click("Import 15000 deals");
    assert_eq!(app.document().deals.len(), 15_000);
}

#[test]
fn what_is_wrong_with_a_row_names_the_column_as_the_window_does() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let path = written(&app, "list.csv", "Company,last_inbound\nAcme,soon\nNordic Home AB,2026-11-02\n");
        app.preview(&path);
        let column = (app.words().import.column)(DealColumn::LastInbound);
        let flaw = Flaw::Date { column: DealColumn::LastInbound, text: "soon".into() };
        let said = (app.words().problems.warned)(&WarnedRow { row: 2, flaw });
        assert!(said.contains(column) && !said.contains("last_inbound"), "{said}");
        app.must_see(&said);
    });
}
