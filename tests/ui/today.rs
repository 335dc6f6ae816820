//! The list: what is due today, selecting, searching, filtering; logging what happened.

use egui::Key;
use icebreak::domain::deal::touch::TouchKind;
use icebreak::domain::today::turn::{Ball, Standing};
use icebreak::text::Language;
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, fixture, in_both_languages};

#[test]
fn imported_deals_are_there_at_once_and_after_a_restart() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        app.import(&fixture("deals-en.csv"));
        let said = (app.words().shell.import_done)(9, 8, 0, 1);
        app.must_see(&said);
        app.must_see("Müller & Söhne GmbH");
        assert_eq!(app.document().deals.len(), 8);
        assert_eq!(app.saved(), *app.document());

        let app = app.reopen();
        assert_eq!(app.document().deals.len(), 8);
        app.must_see("東京商事株式会社");
    });
}

#[test]
fn a_second_import_of_the_same_file_adds_nothing() {
    let mut app = App::open_empty(Language::English);
    app.import(&fixture("deals-en.csv"));
    let first = app.document().clone();
    app.preview(&fixture("deals-en.csv"));
    app.must_see(app.words().import.nothing);
    app.click(app.words().shell.cancel);
    assert_eq!(*app.document(), first);
}

#[test]
fn the_first_row_of_today_is_selected_and_a_click_selects_another() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let rows = app.rows();
        assert!(rows.len() > 5, "{rows:?}");
        app.must_see(app.words().commands.they_replied);

        app.find("PI-2607");
        app.must_see("PI-2607");
        app.press_shortcut(Global::NextDeal);
        app.must_not_see("PI-2607");
        app.press_shortcut(Global::PreviousDeal);
        app.must_see("PI-2607");
    });
}

#[test]
fn the_filter_finds_by_name_and_can_be_taken_back() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let before = app.rows().len();
        app.type_into(app.words().list.filter, "muller");
        let rows = app.rows();
        assert!(rows.len() < before && rows.iter().all(|row| row.starts_with("Müller")), "{rows:?}");

        app.type_into(app.words().list.filter, "nobody has this name");
        app.must_see(app.words().list.nothing_found);
        app.click(app.words().list.clear);
        assert_eq!(app.rows().len(), before);
    });
}

#[test]
fn a_logged_reply_turns_the_ball_and_undo_turns_it_back() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let company = "Müller & Söhne GmbH";
        app.find("PI-2607");
        let before = app.document().clone();
        assert_eq!(Standing::of(app.deal(company)).ball, Ball::Buyers);

        app.click(app.words().commands.they_replied);
        assert_eq!(Standing::of(app.deal(company)).ball, Ball::Ours);
        let said = (app.words().story.logged)((app.words().commands.touch)(TouchKind::Replied));
        app.must_see(&said);

        app.click(app.words().shell.undo);
        assert_eq!(*app.document(), before);
        app.press_shortcut(Global::Redo);
        assert_eq!(Standing::of(app.deal(company)).ball, Ball::Ours);
        app.press_shortcut(Global::Undo);
        assert_eq!(*app.document(), before);
        assert_eq!(app.saved(), before);
    });
}

#[test]
fn a_call_is_logged_with_a_note() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let company = "Müller & Söhne GmbH";
        app.find("PI-2607");
        let entries = app.deal(company).story.len();
        app.press_shortcut(DealCommand::LogTouch);
        app.click((app.words().story.kind)(TouchKind::Called));
        app.type_into(app.words().story.note, "Ms Schmidt: the committee meets on Thursday");
        app.click(app.words().story.save);

        let story = &app.deal(company).story;
        assert_eq!(story.len(), entries + 1);
        let touch = story.last().unwrap();
        assert_eq!(touch.kind.known(), Some(TouchKind::Called));
        assert_eq!(touch.note, "Ms Schmidt: the committee meets on Thursday");
        app.press_shortcut(DealCommand::ShowStory);
        app.must_see("the committee meets on Thursday");
    });
}

#[test]
fn a_paused_deal_leaves_today_and_comes_back() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let company = "Müller & Söhne GmbH";
        app.find("PI-2607");
        app.press_shortcut(DealCommand::PauseDeal);
        app.type_into(app.words().deal.pause_reason, "Trade fair");
        app.type_into(app.words().deal.pause_until, "2026-12-05");
        app.click(app.words().deal.pause);
        app.type_into(app.words().list.filter, "PI-2607");
        app.must_see(app.words().list.nothing_found);
        let pause = app.deal(company).pause.clone().unwrap();
        assert_eq!(pause.reason, "Trade fair");
        assert_eq!(pause.until.unwrap().to_string(), "2026-12-05");

        app.wait_days(15);
        app.click_row(company);
        app.must_not_see(app.words().list.nothing_found);
    });
}

#[test]
fn the_palette_finds_deals_and_runs_commands() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.press_shortcut(Global::Palette);
        app.type_into(app.words().commands.palette, "tokyo");
        app.press(Key::Escape);
        app.must_not_see(app.words().commands.palette_empty);

        app.press_shortcut(Global::Palette);
        app.type_into(app.words().commands.palette, "PI-2607");
        app.press(Key::Enter);
        app.must_see("Müller & Söhne GmbH");

        app.press_shortcut(Global::Palette);
        app.type_into(app.words().commands.palette, app.words().commands.duplicate_deal);
        let deals = app.document().deals.len();
        app.press(Key::Enter);
        assert_eq!(app.document().deals.len(), deals + 1);
    });
}
