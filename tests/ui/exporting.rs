//! A plan leaves the deposit page as files and texts in the buyer's language, and comes back from a workbook.

use std::fs;

use icebreak::domain::deposit::{DepositWord, Plan};
use icebreak::exchange::plans::plan_xlsx::read_plan;
use icebreak::text::Language;
use icebreak::text::buyer::words::{PaperLanguage, window};
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, in_both_languages};

const BUYER: &str = "Müller & Söhne GmbH";

/// The deal that the mock-ups show, on its deposit page, with the menu of documents open.
pub fn open_menu(app: &mut App) {
    app.find("PI-2607");
    app.press_shortcut(DealCommand::ShowDeposit);
    app.click(app.words().deposit.export);
}

fn choose(app: &mut App, name: &str) {
    if !app.sees(app.words().plan_export.tables) {
        app.click(app.words().deposit.export);
    }
    app.click(name);
}

fn plan(app: &App) -> Plan {
    app.deal(BUYER).plan.clone().expect("a plan")
}

#[test]
fn a_plan_for_another_total_than_the_deals_says_so_before_it_is_exported() {
    in_both_languages(|language| {
        let mut app =
            App::open_bytes(language, include_bytes!("../fixtures/outside/74-plan-not-deal-total.json"));
        app.find("PI-k3");
        app.press_shortcut(DealCommand::ShowDeposit);
        app.click(app.words().deposit.export);
        let (said, differs) = match language {
            Language::English => ("The plan is for", " USD 10,000.00, the deal for USD 12,000.00"),
            Language::Chinese => ("付款计划的总额是", " 10,000.00 美元，订单金额是 12,000.00 美元"),
        };
        app.must_see(&format!("{said}{differs}"));
        let mut app = App::open_sample(language);
        open_menu(&mut app);
        app.must_not_see(said);
    });
}

#[test]
fn every_document_is_made_in_the_buyers_language() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        open_menu(&mut app);
        let words = &app.words().plan_export;
        app.must_see(&(words.documents_in)("English", true));
        app.click(words.change_language);
        app.click("Deutsch");
        app.must_see(&(words.documents_in)("Deutsch", false));
        choose(&mut app, words.chat);
        assert!(
            app.clipboard().is_some_and(|text| text.starts_with("Zahlungsplan (")),
            "{:?}",
            app.clipboard()
        );
        for (name, title, extension) in [
            (words.xlsx, "Zahlungsplan", "xlsx"),
            (words.csv, "Zahlungsplan", "csv"),
            (words.markdown, "Zahlungsplan", "md"),
            (words.ics_buyer, "Zahlungsplan", "ics"),
            (words.ics_seller, app.words().deposit.heading, "ics"),
        ] {
            choose(&mut app, name);
            let file = format!("{BUYER} PI-2607 {title}.{extension}");
            let path = app.documents().join(&file);
            assert_eq!(app.value_of(app.words().shell.path), path.to_str().unwrap());
            app.give_path(&path, app.words().shell.write);
            assert!(!fs::read(&path).unwrap().is_empty());
        }
    });
}

#[test]
fn the_language_and_the_word_for_the_deposit_are_kept_with_the_plan() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        open_menu(&mut app);
        let words = &app.words().plan_export;
        app.click(words.change_language);
        app.click("Polski");
        assert_eq!(plan(&app).paper.language, "pl");
        app.must_see(&(words.documents_in)("Polski", false));
        // No native speaker has read it, and that is said.
        app.must_see(window::unchecked_note(PaperLanguage::Polish, language).unwrap());
        app.click(words.change_language);
        app.click("简体中文");
        let paper = PaperLanguage::Chinese;
        app.click(&window::deposit_word(DepositWord::Earnest, paper, language));
        app.must_see(window::deposit_word_note(DepositWord::Earnest, paper, language).unwrap());
        assert_eq!(plan(&app).paper.deposit_word(), DepositWord::Earnest);
        choose(&mut app, words.chat);
        assert!(app.clipboard().is_some_and(|text| text.contains("定金")));
        let saved = app.saved();
        assert_eq!(saved, *app.document());
        // Back to the buyer's own.
        choose(&mut app, words.change_language);
        app.click(words.buyers_language);
        assert_eq!(plan(&app).paper.language, "");
    });
}

#[test]
fn a_workbook_comes_back_and_can_be_taken_back() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        open_menu(&mut app);
        let words = &app.words().plan_export;
        choose(&mut app, words.xlsx);
        let path = app.folder().join("plan.xlsx");
        app.give_path(&path, app.words().shell.write);
        let first = read_plan(&fs::read(&path).unwrap()).unwrap();

        // Another total meanwhile; the workbook brings the first one back.
        app.type_into(app.words().deposit.total, "USD 55,000.00");
        let changed = plan(&app);
        choose(&mut app, words.read);
        app.give_path(&path, app.words().shell.open);
        assert_eq!(plan(&app).terms, first.terms);
        app.click(app.words().shell.undo);
        assert_eq!(plan(&app), changed);

        // What is no plan changes nothing and says why.
        choose(&mut app, words.read);
        let other = app.folder().join("other.xlsx");
        fs::write(&other, b"PK\x03\x04 no workbook").unwrap();
        app.give_path(&other, app.words().shell.open);
        app.must_see(if language == Language::English { "Nothing was imported" } else { "没有导入" });
        assert_eq!(plan(&app), changed);
    });
}

#[test]
fn a_plan_without_a_deal_can_be_read_and_written() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        open_menu(&mut app);
        let words = &app.words().plan_export;
        choose(&mut app, words.xlsx);
        let path = app.folder().join("plan.xlsx");
        app.give_path(&path, app.words().shell.write);
        app.choose(Global::QuickPlan);
        // Nothing was typed yet.
        app.click(words.read);
        app.give_path(&path, app.words().shell.open);
        let total = read_plan(&fs::read(&path).unwrap()).unwrap().terms.total;
        app.must_see(&icebreak::text::format::amount(total));
        choose(&mut app, words.chat);
        let expected = if language == Language::English { "Payment schedule" } else { "付款计划" };
        assert!(app.clipboard().is_some_and(|text| text.starts_with(expected)), "{:?}", app.clipboard());
    });
}

#[test]
fn all_payments_become_one_calendar() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.choose(Global::ExportCalendar);
        let name = format!("{}.ics", app.words().plan_export.all_payments);
        let path = app.documents().join(&name);
        assert_eq!(app.value_of(app.words().shell.path), path.to_str().unwrap());
        app.give_path(&path, app.words().shell.write);
        assert!(fs::read_to_string(&path).unwrap().contains("BEGIN:VEVENT"));

        let mut empty = App::open_empty(language);
        empty.choose(Global::ExportCalendar);
        empty.must_see(empty.words().plan_export.no_payments);
    });
}

#[test]
fn the_menu_stays_as_it_is_while_the_language_is_chosen() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        open_menu(&mut app);
        let words = &app.words().plan_export;
        let place = |app: &App| (app.place_of(words.read), app.place_of(words.ics_buyer));
        let before = place(&app);
        let top = app.place_of_words(&(words.documents_in)("English", true)).top();
        app.click(words.change_language);
        assert_eq!(app.place_of(words.change_language).top(), top);
        app.click(words.change_language);
        assert_eq!(place(&app), before, "the lines have moved");
        app.click(words.change_language);
        app.click("Français");
        assert_eq!(place(&app), before, "the lines have moved");
        app.click(words.change_language);
        app.click("简体中文");
        assert_eq!(place(&app), before, "the lines have moved");
    });
}
