//! Forgetting a buyer: asked once, done everywhere, and said.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use egui::Key;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::library::{EntryKind, Library};
use icebreak::text::Language;
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, in_both_languages, sample};

const BUYER: &str = "Müller & Söhne GmbH";

/// The sample, where the buyer has a second deal, a person of theirs works for another buyer as well, and the library
/// names them.
pub fn document() -> Document {
    let mut document = sample();
    let deal = document.deals.values().find(|deal| deal.buyer.company == BUYER).unwrap();
    let person = deal.contacts[0].clone();
    let mut second = Deal::new(DealId::new("second"), BUYER.to_lowercase());
    second.product = "LED drivers".into();
    document.deals.insert(second.id.clone(), Arc::new(second));
    let mut other = Deal::new(DealId::new("other"), "Nordlicht AS");
    other.contacts.push(person);
    document.deals.insert(other.id.clone(), Arc::new(other));
    let mut library: Library = (*document.library).clone();
    let text = format!("{BUYER} runs our panels in three halls.");
    library.add(EntryKind::Reference, "").set_wording("en", text);
    document.library = library.into();
    document
}

pub fn ask(app: &mut App) {
    app.find("PI-2607");
    app.choose(DealCommand::ForgetBuyer);
}

/// Two sessions, so that a backup holds the buyer.
fn with_backups(language: Language) -> App {
    let mut app = App::open_document(language, &document());
    app.find("PI-2607");
    app.press_shortcut(DealCommand::TheyReplied);
    app.saved();
    app.reopen()
}

fn files_naming(folder: &Path, what: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_naming(&path, what));
        } else if String::from_utf8_lossy(&fs::read(&path).unwrap()).contains(what) {
            found.push(path.display().to_string());
        }
    }
    found
}

/// Waits until the saving thread has answered.
fn settle(app: &mut App) {
    assert!(app.try_to_save());
    app.harness().run();
}

#[test]
fn a_buyer_is_gone_from_document_and_backups() {
    in_both_languages(|language| {
        let mut app = with_backups(language);
        let email = app.deal(BUYER).contacts[0].email.clone();
        assert!(!files_naming(app.folder(), &email).is_empty());
        ask(&mut app);
        let words = app.words();
        app.must_see(&(words.forget.heading)(BUYER));
        app.must_see(&(words.forget.deals)(2));
        app.must_see("LED drivers");
        app.must_see(&email);
        app.must_see("Nordlicht AS");
        app.must_see(&(words.forget.in_library)(&format!("{BUYER} runs our panels in three halls.")));
        app.click(words.forget.confirm);
        settle(&mut app);
        app.must_see(&(words.forget.gone)(BUYER, 2, 1));
        // Only the library still names the buyer, as was said before.
        assert!(
            app.document()
                .deals
                .values()
                .all(|deal| deal.buyer.company.to_lowercase() != BUYER.to_lowercase())
        );
        assert_eq!(files_naming(app.folder(), &email), Vec::<String>::new());
        assert_eq!(files_naming(app.folder(), "LED drivers"), Vec::<String>::new());
        assert!(app.deal("Nordlicht AS").contacts.is_empty());
        // There is no way back.
        app.press_shortcut(Global::Undo);
        app.must_see(words.commands.nothing_to_undo);
        assert_eq!(app.reopen().document().deals.len(), document().deals.len() - 2);
    });
}

#[test]
fn nothing_goes_unless_it_is_confirmed() {
    in_both_languages(|language| {
        let mut app = App::open_document(language, &document());
        ask(&mut app);
        app.click(app.words().shell.cancel);
        ask(&mut app);
        app.press(Key::Escape);
        app.must_not_see(app.words().forget.confirm);
        assert_eq!(*app.document(), document());
    });
}

#[test]
fn people_stay_with_other_buyers_where_that_is_chosen() {
    in_both_languages(|language| {
        let mut app = App::open_document(language, &document());
        ask(&mut app);
        app.click(app.words().forget.everywhere);
        app.click(app.words().forget.confirm);
        settle(&mut app);
        assert_eq!(app.deal("Nordlicht AS").contacts.len(), 1);
    });
}

#[test]
fn a_copy_that_cannot_be_read_is_named_and_deleted_when_asked() {
    in_both_languages(|language| {
        let mut app = with_backups(language);
        let kept = app.folder().join("deals.json.kept-1");
        fs::write(&kept, format!("{{ \"half\": \"{BUYER}")).unwrap();
        ask(&mut app);
        app.click(app.words().forget.confirm);
        settle(&mut app);
        let words = &app.words().forget;
        app.must_see(&(words.gone)(BUYER, 2, 1));
        app.must_see(&(words.unread)(1));
        app.must_see(kept.to_str().unwrap());
        app.click(&(words.delete)("deals.json.kept-1"));
        settle(&mut app);
        app.must_see(&(words.gone)(BUYER, 2, 1));
        app.must_not_see(&(words.unread)(1));
        assert!(!kept.exists());
    });
}

#[test]
fn what_could_not_be_saved_is_said_and_tried_again() {
    in_both_languages(|language| {
        let mut app = with_backups(language);
        let words = app.words();
        let (folder, away) = (app.folder().to_owned(), app.folder().with_extension("away"));
        fs::rename(&folder, &away).unwrap();
        ask(&mut app);
        app.click(words.forget.confirm);
        assert!(!app.try_to_save());
        app.must_see(&(words.forget.not_yet)(BUYER));
        fs::rename(&away, &folder).unwrap();
        app.click(words.forget.again);
        settle(&mut app);
        app.must_see(&(words.forget.gone)(BUYER, 2, 1));
        assert_eq!(files_naming(&folder, "LED drivers"), Vec::<String>::new());
    });
}
