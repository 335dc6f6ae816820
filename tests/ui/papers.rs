//! Papers leave the window with the company's own head and account, and never with another account unasked.

use std::fs;

use icebreak::domain::document::Document;
use icebreak::domain::library::EntryKind;
use icebreak::domain::library::bank::{BankAccount, BankDoubt};
use icebreak::domain::library::logo::LogoProblem;
use icebreak::ui::command::Global;

use crate::app::{App, Look, in_both_languages, sample};
use crate::exporting::open_menu;

const BUYER: &str = "Müller & Söhne GmbH";
pub const FIRST: &str = "DE89 3704 0044 0532 0130 00";
pub const SECOND: &str = "GB29 NWBK 6016 1331 9268 19";

/// The sample, with a bank account of this number.
pub fn with_account(number: &str) -> Document {
    let mut document = sample();
    let mut library = (*document.library).clone();
    let account = number.to_owned();
    library.company.banks = vec![BankAccount { account, ..BankAccount::default() }];
    document.library = library.into();
    document
}

pub fn export(app: &mut App, line: &str) {
    if !app.sees(app.words().plan_export.tables) {
        open_menu(app);
    }
    app.click(line);
}

/// What the buyer's deal says was given.
pub fn given(app: &App) -> Vec<String> {
    app.deal(BUYER).bank_given.iter().map(|given| given.account.clone()).collect()
}

/// Up to the question: the first account was given, the library has the second.
pub fn ask_about_the_other_account(app: &mut App) {
    let words = app.words();
    export(app, words.papers.schedule_pdf);
    let path = app.folder().join("first.pdf");
    app.give_path(&path, words.shell.write);
    app.choose(Global::Library);
    app.type_into(words.papers.account, SECOND);
    export(app, words.papers.schedule_pdf);
}

pub fn with_first_account(look: impl Into<Look>) -> App {
    App::open_document(look, &with_account(FIRST))
}

#[test]
fn a_schedule_is_written_and_what_it_gave_is_remembered() {
    in_both_languages(|language| {
        let mut app = with_first_account(language);
        let words = app.words();
        export(&mut app, words.papers.schedule_pdf);
        assert_eq!(given(&app), [""; 0], "nothing is given before it is written");
        assert!(app.value_of(words.shell.path).ends_with("Payment schedule.pdf"));
        let path = app.folder().join("schedule.pdf");
        app.give_path(&path, words.shell.write);
        assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
        assert_eq!(given(&app), [FIRST]);
        // The same account again is nothing to ask about.
        export(&mut app, words.papers.schedule_pdf);
        app.must_not_see(words.papers.other_bank);
        app.value_of(words.shell.path);
    });
}

#[test]
fn another_account_is_asked_about_first() {
    in_both_languages(|language| {
        let mut app = with_first_account(language);
        ask_about_the_other_account(&mut app);
        let words = app.words();
        app.must_see(words.papers.other_bank);
        app.must_see(FIRST);
        app.must_see(SECOND);
        app.must_see(words.papers.call_buyer);
        // Left alone, nothing happens.
        app.click(words.shell.cancel);
        assert_eq!(given(&app), [FIRST]);
        // Without the account nothing is given.
        export(&mut app, words.papers.schedule_pdf);
        app.click(words.papers.without_bank);
        let path = app.folder().join("without.pdf");
        app.give_path(&path, words.shell.write);
        assert_eq!(given(&app), [FIRST]);
        // With it, after a click that says so.
        export(&mut app, words.papers.schedule_pdf);
        app.click(words.papers.give_now);
        let path = app.folder().join("second.pdf");
        app.give_path(&path, words.shell.write);
        assert_eq!(given(&app), [FIRST, SECOND]);
        export(&mut app, words.papers.schedule_pdf);
        app.must_not_see(words.papers.other_bank);
    });
}

#[test]
fn a_picture_is_copied_and_counts_as_given() {
    in_both_languages(|language| {
        let mut app = with_first_account(language);
        let words = app.words();
        export(&mut app, words.papers.picture);
        app.must_see(words.shell.copied);
        assert!(app.copied_picture().is_some_and(|picture| picture.width > 900));
        assert_eq!(given(&app), [FIRST]);
    });
}

#[test]
fn a_picture_that_did_not_arrive_is_not_called_copied() {
    in_both_languages(|language| {
        let mut app = with_first_account(language);
        app.break_clipboard();
        let words = app.words();
        export(&mut app, words.papers.picture);
        app.must_see(words.shell.clipboard_refused);
        assert_eq!(given(&app), [""; 0]);
    });
}

#[test]
fn the_policy_says_what_was_written_or_why_there_is_none() {
    in_both_languages(|language| {
        let nothing_written = Document { library: Default::default(), ..sample() };
        let mut app = App::open_document(language, &nothing_written);
        let words = app.words();
        export(&mut app, words.papers.policy_pdf);
        app.must_see(&(words.papers.nothing_written)("English"));
        app.must_not_see(words.shell.path);

        app.choose(Global::Library);
        app.click((words.library.part)(EntryKind::DepositAnswer));
        let topic = (words.papers.policy_topic)("usual-terms");
        app.type_into(&format!("{topic} {}", (words.library.wording_in)("en")), "30% with the order.");
        export(&mut app, words.papers.policy_pdf);
        let path = app.folder().join("policy.pdf");
        app.give_path(&path, words.shell.write);
        assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
    });
}

#[test]
fn a_logo_is_kept_and_what_is_none_is_refused() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = app.words();
        app.choose(Global::Library);
        app.click(words.papers.choose_logo);
        let wrong = app.folder().join("logo.png");
        fs::write(&wrong, b"GIF89a").unwrap();
        app.give_path(&wrong, words.shell.open);
        app.must_see(&(words.papers.logo_problem)(LogoProblem::NoPicture));
        assert_eq!(&*app.document().library.company.logo, "");

        app.click(words.papers.choose_logo);
        let logo = app.folder().join("right.png");
        fs::write(&logo, include_bytes!("../../assets/icons/icebreak-128.png")).unwrap();
        app.give_path(&logo, words.shell.open);
        app.must_see(&(words.papers.logo_size)(128, 128));
        assert!(app.document().library.company.picture().is_some_and(|logo| logo.is_ok()));
        let saved = app.saved();
        assert_eq!(saved, *app.document());
        app.click(words.papers.remove_logo);
        assert_eq!(&*app.document().library.company.logo, "");
    });
}

#[test]
fn bank_accounts_are_added_doubted_and_removed() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        add_a_doubtful_account(&mut app);
        let words = app.words();
        app.must_see((words.papers.doubt)(BankDoubt::Iban));
        let company = &app.document().library.company;
        assert_eq!(company.banks.len(), 1);
        // Who is paid is known already.
        assert_eq!(company.banks[0].beneficiary, company.name);
        app.type_into(words.papers.account, FIRST);
        app.must_not_see((words.papers.doubt)(BankDoubt::Iban));
        app.click(&(words.papers.remove_bank)(&(words.papers.numbered_bank)(1)));
        assert!(app.document().library.company.banks.is_empty());
        app.press_shortcut(Global::Undo);
        assert_eq!(app.document().library.company.banks[0].account, FIRST);
    });
}

/// With two figures of its IBAN in the wrong order.
pub fn add_a_doubtful_account(app: &mut App) {
    app.choose(Global::Library);
    let words = app.words();
    app.click(words.papers.add_bank);
    app.type_into(words.papers.bank, "Example Bank AG");
    app.type_into(words.papers.swift, "EXCBDEFF");
    app.type_into(words.papers.account, "DE89 3704 0044 0532 0103 00");
}
