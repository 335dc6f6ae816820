//! The loop: why, message, gate, Copy & log, the next date; and all of it again after a restart.

use icebreak::domain::deal::touch::TouchKind;
use icebreak::domain::document::Document;
use icebreak::domain::message::{FieldId, PlanFacts, Strategy};
use icebreak::text::buyer::drafts::labels;
use icebreak::text::{Language, format};
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, fixture, in_both_languages};

const COMPANY: &str = "Müller & Söhne GmbH";

#[test]
fn from_an_import_to_a_copied_message_and_back() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let words = app.words();
        let start = app.document().clone();
        app.import(&fixture("deals-en.csv"));
        app.click(app.words().shell.dismiss);
        app.find("PI-2607");

        answer_until_the_verdict(&mut app);
        assert!(app.deal(COMPANY).diagnosis.concluded.is_some());

        // Three parts, handed to the message.
        app.press_shortcut(DealCommand::ShowDeposit);
        app.type_into(words.deposit.parts, "3");
        let plan = app.deal(COMPANY).plan.clone().expect("the plan is kept");
        let rows = plan.schedule().expect("the terms make a plan").rows().to_vec();
        assert_eq!(rows.len(), 4, "three parts and the balance");
        app.click(words.deposit.into_message);

        // The gate: nothing is copied while a field is unfilled.
        app.press_shortcut(DealCommand::ShowMessage);
        let name = labels::field(FieldId::Sender, language);
        app.must_see(name);
        let logged = app.deal(COMPANY).story.len();
        app.press_shortcut(DealCommand::CopyAndLog);
        assert_eq!(app.clipboard(), None);
        assert_eq!(app.deal(COMPANY).story.len(), logged);

        app.type_into(name, "Li Wei");
        app.press_shortcut(DealCommand::CopyAndLog);
        let copied = app.clipboard().expect("the body is on the clipboard");
        assert!(copied.contains("Li Wei"), "{copied}");
        for row in &rows {
            let amount = format::amount(row.amount);
            assert!(copied.contains(&amount), "{amount} is not in\n{copied}");
        }
        assert!(!copied.contains(['⟨', '⟩', '{', '}']), "{copied}");
        let touch = app.deal(COMPANY).story.last().expect("it is logged").clone();
        assert_eq!(touch.kind.known(), Some(TouchKind::Copied));
        app.must_see(&(words.shell.copied_and_logged)(COMPANY));

        // It is all there after a restart.
        let end = app.document().clone();
        let mut app = app.reopen();
        assert_eq!(*app.document(), end);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowStory);
        app.must_see((words.story.kind)(TouchKind::Copied));
        assert_ne!(end, start);
    });
}

#[test]
fn everything_the_loop_did_can_be_undone() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let start = app.document().clone();
        app.import(&fixture("deals-en.csv"));
        app.click(app.words().shell.dismiss);
        app.find("PI-2607");
        answer_until_the_verdict(&mut app);
        app.press_shortcut(DealCommand::ShowDeposit);
        app.type_into(app.words().deposit.parts, "3");
        app.click(app.words().deposit.into_message);
        app.type_into(labels::field(FieldId::Sender, language), "Li Wei");
        app.press_shortcut(DealCommand::CopyAndLog);
        assert!(app.clipboard().is_some());
        undo_to(&mut app, &start);
    });
}

#[test]
fn a_message_that_the_clipboard_refuses_is_not_logged() {
    let mut app = App::open_sample(Language::English);
    app.find("PI-2607");
    app.break_clipboard();
    let before = app.document().clone();
    app.press_shortcut(DealCommand::CopyAndLog);
    app.must_see(app.words().shell.clipboard_refused);
    assert_eq!(*app.document(), before);
}

#[test]
fn the_next_row_is_selected_once_a_message_is_copied() {
    let mut app = App::open_sample(Language::English);
    app.find("PI-2607");
    let before = app.document().clone();
    app.click("Copy & log");
    assert!(app.clipboard().is_some(), "{}", app.read());
    app.must_not_see("PI-2607");
    app.click("Undo");
    assert_eq!(*app.document(), before);
}

#[test]
fn the_body_that_is_copied_is_the_body_that_is_shown() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find("PI-2607");
        let shown = app.value_of(app.words().compose.body);
        assert!(shown.lines().count() > 3, "{shown}");
        app.press_shortcut(DealCommand::CopyAndLog);
        assert_eq!(app.clipboard().as_deref(), Some(shown.as_str()));
    });
}

/// Gives every question its first answer, by its key.
fn answer_until_the_verdict(app: &mut App) {
    let words = &app.words().why;
    app.press_shortcut(DealCommand::ShowWhy);
    app.click(words.start);
    for _ in 0..12 {
        if app.deal(COMPANY).diagnosis.concluded.is_some() {
            break;
        }
        let answers = app.deal(COMPANY).diagnosis.answers.len();
        app.press(egui::Key::Num1);
        let given = &app.deal(COMPANY).diagnosis;
        assert!(given.answers.len() > answers, "the first answer was not taken:\n{}", app.read());
    }
    app.must_see(words.remedies);
}

fn undo_to(app: &mut App, start: &Document) {
    for _ in 0..40 {
        if app.document() == start {
            return;
        }
        app.press_shortcut(Global::Undo);
    }
    panic!("undo does not lead back to the start");
}

#[test]
fn a_payment_and_a_changed_plan_change_the_message() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = app.words();
        let name = |strategy| labels::strategy(strategy, language);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowDeposit);
        app.click(words.deposit.into_message);
        app.must_see(name(Strategy::OfferInstalments));
        let offered = app.value_of(words.compose.body);
        assert!(offered.contains("1) EUR 3,000.00 by"), "{offered}");

        // The first part is paid: thanked for, and the second asked for.
        app.press_shortcut(DealCommand::ShowDeposit);
        app.click(words.deposit.record);
        app.click(words.deposit.arrived);
        app.type_into(words.deposit.payment_amount, "3,000.00");
        app.click(words.deposit.record_now);
        app.click(words.deposit.into_message);
        app.must_see(name(Strategy::Payment));
        let thanks = app.value_of(words.compose.body);
        assert!(thanks.contains("Thank you for EUR 3,000.00"), "{thanks}");
        assert!(thanks.contains("deposit instalment 2 of 3"), "{thanks}");

        // Another deposit: what is asked for follows the plan.
        app.press_shortcut(DealCommand::ShowDeposit);
        app.type_into(words.deposit.deposit, "45%");
        app.press_shortcut(DealCommand::ShowMessage);
        let asked = app.value_of(words.compose.body);
        let plan = PlanFacts::of(app.deal(COMPANY), &[], "2026-11-21".parse().expect("a date"));
        let next = plan.expect("the plan holds").open.first().expect("more is open").clone();
        assert!(asked.contains(&format::money(next.amount, Language::English)), "{asked}");
        assert_ne!(asked, thanks);

        // What asks for the whole deposit is not to be had any more.
        app.press_shortcut(DealCommand::ShowDeposit);
        app.click(words.deposit.into_message);
        assert_eq!(app.value_of(words.compose.body), asked);
    });
}
