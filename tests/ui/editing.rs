//! Changing a deal: its details, undo and redo, both languages of the interface.

use icebreak::domain::deal::Deal;
use icebreak::domain::typed::date::NotADate;
use icebreak::text::buyer::words::window;
use icebreak::text::{Language, format};
use icebreak::ui::command::{Command, DealCommand, Global};

use crate::app::{App, in_both_languages};

#[test]
fn a_new_deal_is_filled_in_and_kept() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let before = app.document().clone();
        app.press_shortcut(Global::NewDeal);
        let words = app.words();
        app.type_into(words.deal.company, "Óptica Río");
        app.type_into(words.deal.product, "Spectacle frames");
        app.type_into(words.deal.currency, "USD");
        app.type_into(words.deal.amount, "12,400.50");
        app.type_into(words.deal.ship_by, "2027-02-15");
        let deal = app.deal("Óptica Río");
        assert_eq!(deal.product, "Spectacle frames");
        assert_eq!(deal.agreed.money().map(format::money_with_code).unwrap(), "USD 12,400.50");
        assert_eq!(deal.agreed.ship_by.unwrap().to_string(), "2027-02-15");

        let mut app = app.reopen();
        app.deal("Óptica Río");
        // What was done before a restart stays done.
        app.press_shortcut(Global::Undo);
        app.must_see(words.commands.nothing_to_undo);
        assert_eq!(app.document().deals.len(), before.deals.len() + 1);
    });
}

#[test]
fn what_cannot_be_read_stays_in_the_field_and_changes_nothing() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowDetails);
        let before = app.document().clone();
        let words = app.words();
        app.type_into(words.deal.amount, "a lot");
        app.must_see(words.deal.bad_amount);
        assert_eq!(app.value_of(words.deal.amount), "a lot");
        app.type_into(words.deal.ship_by, "when it suits");
        app.must_see((words.deal.bad_date)(NotADate::Unreadable));
        assert_eq!(*app.document(), before);
    });
}

#[test]
fn any_language_of_papers_can_be_the_buyers() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowDetails);
        let field = app.words().deal.language;
        for tag in ["pl", "uk", "zh-Hant", "ko"] {
            app.pick(field, window::language_name(tag, language).unwrap());
            assert_eq!(app.deal("Müller & Söhne GmbH").buyer.language, tag);
        }
    });
}

#[test]
fn a_language_that_came_with_a_list_is_shown() {
    for (tag, shown) in [("pt-BR", "Portuguese"), ("zh-HK", "Chinese (traditional)"), ("th", "th")] {
        let mut document = App::open_sample(Language::English).document().clone();
        let is_it = |deal: &Deal| deal.buyer.company.starts_with("Müller");
        let found = document.deals.iter().find(|(_, deal)| is_it(deal));
        let (id, deal) = found.map(|(id, deal)| (id.clone(), deal.clone())).unwrap();
        let mut deal = (*deal).clone();
        deal.buyer.language = tag.to_owned();
        let company = deal.buyer.company.clone();
        document.deals.insert(id, deal.into());
        let mut app = App::open_document(Language::English, &document);
        app.find(&company);
        app.press_shortcut(DealCommand::ShowDetails);
        let chosen = format!("{} = {shown}", app.words().deal.language);
        assert!(app.read().contains(&chosen), "{chosen}: {}", app.read());
        assert_eq!(app.deal(&company).buyer.language, tag);
    }
}

#[test]
fn typing_in_one_field_is_one_step_to_undo() {
    let mut app = App::open_sample(Language::English);
    app.find("PI-2607");
    app.press_shortcut(DealCommand::ShowDetails);
    let before = app.document().clone();
    for notes in ["N", "No", "Now with words"] {
        app.type_into("Notes", notes);
    }
    app.type_into("City", "Bremen");
    app.press_shortcut(Global::Undo);
    assert_eq!(app.deal("Müller & Söhne GmbH").notes, "Now with words");
    app.press_shortcut(Global::Undo);
    assert_eq!(*app.document(), before);
}

#[test]
fn a_visit_to_a_field_that_ends_as_it_began_leaves_no_step() {
    let mut app = App::open_sample(Language::English);
    app.find("PI-2607");
    app.press_shortcut(DealCommand::ShowDetails);
    let before = app.document().clone();
    app.type_into("City", "Bremen");
    let notes = app.value_of("Notes");
    app.type_into("Notes", "Call on Monday");
    app.type_over(&notes);
    app.leave_field();
    app.press_shortcut(Global::Undo);
    assert_eq!(*app.document(), before, "the step before the visit");
    // What is typed after that in the same visit is a step again.
    app.type_into("Notes", "Call on Monday");
    app.type_over(&notes);
    app.type_over("Call on Friday");
    app.press_shortcut(Global::Undo);
    assert_eq!(*app.document(), before);
    app.press_shortcut(Global::Redo);
    assert_eq!(app.deal("Müller & Söhne GmbH").notes, "Call on Friday");
}

#[test]
fn undo_goes_back_to_the_start_and_redo_to_the_end() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let start = app.document().clone();
        app.find("PI-2607");
        app.press_shortcut(DealCommand::TheyReplied);
        app.press_shortcut(DealCommand::DuplicateDeal);
        app.press_shortcut(DealCommand::DeleteDeal);
        app.press_shortcut(Global::NewDeal);
        let end = app.document().clone();
        for _ in 0..4 {
            app.press_shortcut(Global::Undo);
        }
        assert_eq!(*app.document(), start);
        app.press_shortcut(Global::Undo);
        app.must_see(app.words().commands.nothing_to_undo);
        for _ in 0..4 {
            app.press_shortcut(Global::Redo);
        }
        assert_eq!(*app.document(), end);
        assert_eq!(app.saved(), end);
    });
}

#[test]
fn the_language_changes_at_once_and_is_remembered() {
    let mut app = App::open_sample(Language::English);
    app.must_see("They replied");
    app.click("中 / EN");
    app.must_see("客户已回复");
    app.must_not_see("They replied");
    let mut app = app.reopen();
    app.must_see("客户已回复");
    app.choose(Global::SwitchLanguage);
    app.must_see("They replied");
}

#[test]
fn every_command_is_in_the_menu_by_name() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let menu = app.words().commands.all;
        app.click(menu);
        for command in Command::members() {
            let name = command.name(app.words());
            let words = &app.words().commands;
            assert!(app.sees(name), "{command:?} (“{name}”) is not in the menu of {}", words.all);
        }
    });
}
