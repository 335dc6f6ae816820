//! Closing the window: it waits for the last save, and asks where that fails.

use std::fs;

use egui::ViewportCommand;
use icebreak::store::{Trust, read};
use icebreak::text::Language;
use icebreak::ui::command::Global;

use crate::app::{App, in_both_languages, sample};
use crate::safety::unplug;

#[test]
fn closing_saves_first() {
    let mut app = App::open_sample(Language::English);
    app.press_shortcut(Global::NewDeal);
    assert!(app.close_window());
    let saved = read(app.document_path(), Trust::Checksum).unwrap().document;
    assert_eq!(saved.deals.len(), sample().deals.len() + 1);
}

#[test]
fn closing_asks_where_the_last_changes_cannot_be_saved() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let (folder, away) = unplug(&app);
        app.press_shortcut(Global::NewDeal);
        assert!(!app.close_window());
        app.must_see(app.words().shell.close_unsaved);
        app.click(app.words().shell.cancel);
        app.must_not_see(app.words().shell.close_unsaved);

        // Trying again in vain asks again; when it succeeds the window closes.
        assert!(!app.close_window());
        app.click_one_of(app.words().shell.retry, 1);
        app.wait_for(app.words().shell.close_unsaved);
        fs::rename(&away, &folder).unwrap();
        app.click_one_of(app.words().shell.retry, 1);
        app.wait_for(app.words().shell.saved);
        app.must_not_see(app.words().shell.close_unsaved);
        let saved = read(app.document_path(), Trust::Checksum).unwrap().document;
        assert_eq!(saved.deals.len(), sample().deals.len() + 1);
    });
}

#[test]
fn a_save_that_succeeds_while_closing_asks_closes() {
    let mut app = App::open_sample(Language::English);
    let (folder, away) = unplug(&app);
    app.press_shortcut(Global::NewDeal);
    assert!(!app.close_window());
    fs::rename(&away, &folder).unwrap();
    // It is tried again by itself.
    app.wait_for_command(&ViewportCommand::Close);
    let saved = read(app.document_path(), Trust::Checksum).unwrap().document;
    assert_eq!(saved.deals.len(), sample().deals.len() + 1);
}

#[test]
fn closing_offers_to_look_at_both_versions_where_another_program_changed_the_file() {
    in_both_languages(|language| {
        let mut app = crate::merge::waiting(language.into());
        let mine = app.document().clone();
        assert!(!app.close_window());
        app.must_see(app.words().shell.close_unsaved);
        // It would fail again.
        app.must_not_see(app.words().shell.retry);
        app.click(app.words().merge.look_at_both);
        app.must_not_see(app.words().shell.close_unsaved);
        app.must_see(app.words().merge.title);
        app.click(app.words().merge.ours);
        app.click(app.words().merge.merge);
        assert_eq!(app.saved(), mine);
        assert!(app.close_window());
    });
}

#[test]
fn closing_without_saving_is_a_choice() {
    let mut app = App::open_sample(Language::English);
    let (folder, away) = unplug(&app);
    app.press_shortcut(Global::NewDeal);
    assert!(!app.close_window());
    app.click(app.words().shell.close_anyway);
    assert!(app.close_window());
    fs::rename(&away, &folder).unwrap();
}
