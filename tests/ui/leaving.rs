//! From one document to another: nothing unsaved is lost, and nothing of the one reaches the other.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use icebreak::app::Keeper;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::files::problem::SaveProblem;
use icebreak::store::{Trust, read};
use icebreak::text::Language;
use icebreak::ui::command::Global;
use icebreak::ui::cx::Saving;

use crate::app::{App, in_both_languages, sample};
use crate::safety::{encode, unplug};

/// Another document in another folder, with one deal of this buyer.
fn another(buyer: &str) -> (tempfile::TempDir, PathBuf, Document) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.json");
    let mut document = Document::default();
    document.deals.insert(DealId::new("other"), Arc::new(Deal::new(DealId::new("other"), buyer)));
    fs::write(&path, encode(&document)).unwrap();
    (folder, path, document)
}

fn on_disk(app: &App) -> Document {
    read(app.document_path(), Trust::Checksum).unwrap().document
}

#[test]
fn two_versions_of_one_document_are_never_merged_into_another() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let edited = fs::read_to_string(app.document_path()).unwrap().replacen("Hamburg", "Bremen", 1);
        fs::write(app.document_path(), &edited).unwrap();
        app.come_back();
        app.must_see(&(app.words().merge.waits_by_hand)(1, false));
        let (_folder, path, other) = another("Casa Verde");
        app.drop_file(&path);
        // What the window holds is in no file any more: that is asked about first.
        app.wait_for(app.words().shell.open_anyway);
        app.click(app.words().shell.open_anyway);
        app.must_not_see(app.words().merge.look_at_them);
        assert_eq!(*app.document(), other);
        assert_eq!(fs::read_to_string(app.document_path()).unwrap(), edited);
    });
}

#[test]
fn a_document_that_is_saved_elsewhere_leaves_the_other_version_where_it_is() {
    let mut app = crate::merge::two_versions(Language::English.into());
    let file = fs::read(app.document_path()).unwrap();
    let mine = app.document().clone();
    let elsewhere = app.folder().join("mine.json");
    app.press_shortcut(Global::SaveAs);
    app.give_path(&elsewhere, app.words().shell.write);
    app.wait_while(app.words().merge.title);
    app.wait_for(app.words().shell.saved);
    assert_eq!(read(&elsewhere, Trust::Checksum).unwrap().document, mine);
    assert_eq!(fs::read(app.document_path()).unwrap(), file);
}

#[test]
fn the_title_names_the_document_and_says_that_it_is_only_read() {
    in_both_languages(|language| {
        let app = App::open_sample(language);
        let title = |name: &str, read_only| {
            egui::ViewportCommand::Title((app.words().shell.window_title)(Some(name), read_only))
        };
        let mut second = app.second_window();
        let (_folder, path, _other) = another("Casa Verde");
        second.lay_down(&path);
        second.wait_for_command(&title("other", false));
        second.lay_down(app.document_path());
        second.wait_for_command(&title("deals", true));
    });
    assert_eq!(
        (Language::English.text().shell.window_title)(Some("deals-anna"), false),
        "deals-anna — Icebreak"
    );
}

#[test]
fn the_usual_document_needs_no_name_in_the_title() {
    let (_folder, path, _other) = another("Casa Verde");
    let mut keeper = Keeper::new(None, Language::English, Arc::new(|| {}));
    keeper.set_usual(Some(path.clone()));
    keeper.open(&path);
    assert_eq!(keeper.name(), None);
    keeper.move_to(path.with_file_name("deals-anna.json"), &Document::default(), false);
    while keeper.name().as_deref() != Some("deals-anna") {
        keeper.hear();
    }
}

#[test]
fn who_is_to_be_forgotten_is_asked_anew_in_another_document() {
    let mut app = App::open_document(Language::English, &crate::forget::document());
    crate::forget::ask(&mut app);
    app.must_see(app.words().forget.confirm);
    let (_folder, path, other) = another("Müller & Söhne GmbH");
    app.drop_file(&path);
    app.must_not_see(app.words().forget.confirm);
    assert_eq!(*app.document(), other);
}

#[test]
fn another_document_waits_for_the_save_and_opens_once_it_succeeds() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let (_folder, path, other) = another("Casa Verde");
        let (folder, away) = unplug(&app);
        app.press_shortcut(Global::NewDeal);
        app.drop_file(&path);
        app.must_see(app.words().shell.close_unsaved);
        assert_ne!(*app.document(), other);
        fs::rename(&away, &folder).unwrap();
        // It is tried again by itself; the window stays.
        app.wait_until("the other document", |app| *app.document() == other);
        assert_eq!(on_disk(&app).deals.len(), sample().deals.len() + 1);
    });
}

#[test]
fn nothing_is_merged_into_a_document_that_is_only_looked_at() {
    in_both_languages(|language| {
        let first = App::open_sample(language);
        let mut second = first.second_window();
        let words = second.words();
        second.press_shortcut(Global::Palette);
        second.type_into(words.commands.palette, Global::BringDocument.name(words));
        second.press(egui::Key::Enter);
        second.must_see(words.shell.not_in_read_only);
        second.must_not_see(words.shell.path);
        assert_eq!(*second.document(), sample());
    });
}

#[test]
fn a_copy_of_what_cannot_be_opened_is_a_copy_of_the_file() {
    in_both_languages(|language| {
        let mut app = App::open_bytes(language, b"{\"icebreak\":\"document\"");
        let copy = app.folder().join("copy.json");
        app.choose(Global::CopyDocument);
        app.give_path(&copy, app.words().shell.write);
        app.wait_for(&app.written(&copy));
        assert_eq!(fs::read(&copy).unwrap(), fs::read(app.document_path()).unwrap());
    });
}

/// A keeper whose saving thread panics when it first has something to say.
fn without_a_saving_thread(path: &std::path::Path) -> Keeper {
    let falls = AtomicBool::new(true);
    let waker = Arc::new(move || {
        let is_store = std::thread::current().name() == Some("icebreak-store");
        assert!(!is_store || !falls.swap(false, Ordering::Relaxed), "the saving thread falls over");
    });
    let mut keeper = Keeper::new(None, Language::English, waker);
    keeper.open(path);
    let patience = std::time::Instant::now() + std::time::Duration::from_secs(30);
    while *keeper.saving() != Saving::Failed(SaveProblem::Stopped) {
        assert!(std::time::Instant::now() < patience, "{:?}", keeper.saving());
        keeper.hear();
    }
    keeper
}

#[test]
fn without_the_saving_thread_everything_can_still_be_saved_elsewhere() {
    let (folder, path, document) = another("Casa Verde");
    let mut keeper = without_a_saving_thread(&path);
    let mut changed = document.clone();
    changed.deals.clear();
    keeper.put(&changed);

    // Not over something, and not in a folder that is not there; the reason is told.
    keeper.move_to(path.clone(), &changed, false);
    assert!(keeper.take_notice().is_some());
    keeper.move_to(folder.path().join("missing/x.json"), &changed, false);
    assert!(keeper.take_notice().is_some());
    assert!(keeper.may_close().is_err());
    assert_eq!(read(&path, Trust::Checksum).unwrap().document, document);

    let elsewhere = folder.path().join("elsewhere.json");
    keeper.move_to(elsewhere.clone(), &changed, false);
    assert_eq!((keeper.take_notice(), keeper.saving()), (None, &Saving::Saved));
    assert_eq!(read(&elsewhere, Trust::Checksum).unwrap().document, changed);
    keeper.put(&document);
    assert!(keeper.finish());
    assert_eq!(read(&elsewhere, Trust::Checksum).unwrap().document, document);
}
