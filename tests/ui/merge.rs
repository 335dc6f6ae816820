//! Another version of the document: from another program, from a text editor, from a synchronised folder.

use std::fs;
use std::sync::Arc;

use icebreak::app::Keeper;
use icebreak::domain::deal::Deal;
use icebreak::domain::deal::touch::{Touch, TouchKind};
use icebreak::domain::document::Document;
use icebreak::store::{Encoder, Outside, Trust, read};
use icebreak::text::Language;
use icebreak::ui::command::{DealCommand, Global};
use icebreak::ui::cx::Saving;

use crate::app::{App, Look, in_both_languages};

const MUELLER: &str = "Müller & Söhne GmbH";

/// Their version: one deal changed, another one removed, a third new.
fn theirs(app: &App, change: impl FnOnce(&mut Deal)) -> Document {
    let mut theirs = app.document().clone();
    let mut deal = app.deal(MUELLER).clone();
    change(&mut deal);
    theirs.deals.insert(deal.id.clone(), Arc::new(deal));
    theirs
}

fn write(path: &std::path::Path, document: &Document) {
    fs::write(path, Encoder::default().encode(document).unwrap()).unwrap();
}

/// Both sides changed the same deal, and somebody has time for it.
pub fn two_versions(look: Look) -> App {
    let mut app = waiting(look);
    app.click(app.words().merge.look_at_them);
    app
}

/// Both sides changed the same deal: a reply here, the amount and a note there.
pub fn waiting(look: Look) -> App {
    let mut app = App::open_sample(look);
    let on = app.deal(MUELLER).story[0].on;
    let theirs = theirs(&app, |deal| {
        deal.agreed.amount = Some("28500.00".parse().unwrap());
        deal.notes = "Herr Schmidt ruft am Donnerstag zurück: der Ausschuss tagt um zehn.".to_owned();
        deal.agreed.incoterm = "FOB Ningbo".to_owned();
        let mut touch = Touch::new(on, TouchKind::Called);
        touch.note = "Spoke with the assistant".to_owned();
        deal.story.insert(1, touch);
    });
    app.find("PI-2607");
    app.press_shortcut(DealCommand::ShowDetails);
    // First, so that nothing of ours is saved before.
    write(app.document_path(), &theirs);
    app.type_into(app.words().deal.notes, "They want the shelves in January.");
    app.press_shortcut(DealCommand::TheyReplied);
    app.come_back();
    app
}

/// A copy of another computer's beside the document.
pub fn beside_a_copy(look: Look) -> App {
    let mut app = App::open_sample(look);
    let theirs = theirs(&app, |deal| deal.agreed.amount = Some("28500.00".parse().unwrap()));
    let name = "deals (Li Wei's conflicted copy 2026-11-21).json";
    write(&app.document_path().with_file_name(name), &theirs);
    app.come_back();
    app
}

#[test]
fn what_only_the_other_program_changed_is_taken_at_once_and_can_be_undone() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let before = app.document().clone();
        let theirs = theirs(&app, |deal| deal.notes = "theirs".to_owned());
        write(app.document_path(), &theirs);
        app.come_back();
        assert_eq!(*app.document(), theirs);
        app.must_see(&(app.words().merge.done)(1));
        app.press_shortcut(Global::Undo);
        assert_eq!(app.saved(), before);
    });
}

/// The first letters are typed, then it is noticed that another program changed the file, then the rest is typed.
#[test]
fn typing_goes_on_while_another_version_waits() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let theirs = theirs(&app, |deal| deal.notes = "theirs".to_owned());
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowDetails);
        let notes = app.words().deal.notes;
        write(app.document_path(), &theirs);
        app.type_into(notes, "They want");
        app.come_back();
        app.must_see(&(app.words().merge.waits)(1, false));
        for more in [" the shelves", " in January"] {
            app.harness().event(egui::Event::Text(more.to_owned()));
            app.harness().run();
            // The file is looked at again with every save that is refused.
            assert!(!app.try_to_save());
        }
        assert_eq!(app.value_of(notes), "They want the shelves in January");
        app.must_not_see(app.words().merge.title);
        // It is said once.
        app.must_not_see(app.words().shell.retry);
        assert_eq!(read(app.document_path(), Trust::Checksum).unwrap().document, theirs);

        app.click(app.words().merge.look_at_them);
        app.must_see("They want the shelves in January");
        app.click(app.words().merge.both);
        app.click(app.words().merge.merge);
        let mut kept: Vec<String> = app
            .saved()
            .deals
            .values()
            .filter(|deal| deal.buyer.company == MUELLER)
            .map(|deal| deal.notes.clone())
            .collect();
        kept.sort();
        assert_eq!(kept, ["They want the shelves in January", "theirs"]);
    });
}

/// As after a power cut: what was typed meanwhile is in no document, but it is there.
#[test]
fn what_was_typed_while_another_version_waits_survives_a_crash() {
    in_both_languages(|language| {
        let app = waiting(language.into());
        let mine = app.document().clone();
        let theirs = read(app.document_path(), Trust::Checksum).unwrap().document;
        let is_unfinished = |path: &std::path::PathBuf| path.to_string_lossy().ends_with("icebreak-tmp");
        let kept: Vec<_> = fs::read_dir(app.folder())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(is_unfinished)
            .collect();
        let [kept] = &kept[..] else { panic!("{kept:?}") };
        let (kept, bytes) = (kept.clone(), fs::read(kept).unwrap());
        let mut app = app.before_opening(|| fs::write(&kept, bytes).unwrap());
        app.must_see(app.words().recovery.rescued);
        assert_eq!(*app.document(), theirs);
        app.click(app.words().recovery.use_it);
        app.wait_until("what was typed", |app| *app.document() == mine);
        assert_eq!(app.saved(), mine);
        assert!(!kept.exists());
    });
}

#[test]
fn a_file_that_is_as_it_was_asks_no_more() {
    let mut app = App::open_sample(Language::English);
    let before = fs::read(app.document_path()).unwrap();
    let mut theirs = app.document().clone();
    theirs.deals.clear();
    write(app.document_path(), &theirs);
    app.come_back();
    app.must_see(app.words().merge.look_at_them);
    app.press_shortcut(Global::NewDeal);
    fs::write(app.document_path(), before).unwrap();
    app.come_back();
    app.must_not_see(app.words().merge.look_at_them);
    assert_eq!(app.saved(), *app.document());
}

#[test]
fn changes_on_both_sides_are_chosen_field_by_field() {
    in_both_languages(|language| {
        let mut app = two_versions(language.into());
        let words = app.words();
        app.must_see(words.merge.title);
        app.must_see("They want the shelves in January.");
        app.must_see("Herr Schmidt ruft am Donnerstag zurück");
        app.click(&format!("{}: {}", words.deal.notes, words.merge.in_the_file));
        app.click(words.merge.merge);

        let saved = app.saved();
        assert_eq!(saved, *app.document());
        let deal = app.deal(MUELLER);
        // Chosen; only they changed it; only we did; entries of both.
        assert!(deal.notes.starts_with("Herr Schmidt"));
        assert_eq!(deal.agreed.incoterm, "FOB Ningbo");
        assert!(deal.story.iter().any(|touch| touch.kind.is(TouchKind::Replied)));
        assert!(deal.story.iter().any(|touch| touch.note == "Spoke with the assistant"));
        app.must_not_see(words.merge.title);
    });
}

#[test]
fn one_click_keeps_mine_takes_theirs_or_keeps_both() {
    in_both_languages(|language| {
        let notes = |app: &App| -> Vec<String> {
            let ours = app.document().deals.values().filter(|deal| deal.buyer.company == MUELLER);
            ours.map(|deal| deal.notes.chars().take(4).collect()).collect()
        };
        let words = language.text();
        for (choice, expected) in [
            (words.merge.ours, vec!["They"]),
            (words.merge.theirs, vec!["Herr"]),
            (words.merge.both, vec!["They", "Herr"]),
        ] {
            let mut app = two_versions(language.into());
            app.click(choice);
            app.click(words.merge.merge);
            let mut found = notes(&app);
            found.sort_by_key(|note| note == "Herr");
            assert_eq!(found, expected);
            app.saved();
        }
    });
}

#[test]
fn what_is_left_for_now_stays_unsaved_and_comes_back() {
    let mut app = two_versions(Language::English.into());
    let file = fs::read(app.document_path()).unwrap();
    app.click("Not now");
    app.must_see(app.words().shell.not_saved);
    assert!(!app.try_to_save());
    assert_eq!(fs::read(app.document_path()).unwrap(), file);
    app.must_not_see(app.words().merge.title);
    app.come_back();
    app.click(app.words().merge.look_at_them);
    app.must_see(app.words().merge.title);
}

#[test]
fn deals_that_the_other_program_removed_are_asked_about_and_backed_up() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let before = app.document().clone();
        let mut theirs = before.clone();
        let gone = app.deal(MUELLER).id.clone();
        theirs.deals.remove(&gone);
        write(app.document_path(), &theirs);
        app.come_back();
        app.click(app.words().merge.look_at_them);
        app.must_see(app.words().merge.title);
        app.click(app.words().merge.theirs);
        app.click(app.words().merge.merge);
        assert_eq!(app.saved(), theirs);
        let backups = icebreak::store::backups::backup::list(app.document_path()).unwrap();
        let held = |backup: &icebreak::store::backups::backup::Backup| {
            read(&backup.path, Trust::Checksum).unwrap().document
        };
        assert!(backups.iter().any(|backup| held(backup) == before));
    });
}

#[test]
fn an_edit_with_a_text_editor_is_shown_before_it_counts() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let path = app.document_path().to_owned();
        let edited = fs::read_to_string(&path).unwrap().replacen("Hamburg", "Bremen", 1);
        fs::write(&path, &edited).unwrap();
        app.come_back();
        app.must_see(&(app.words().merge.waits_by_hand)(1, false));
        app.click(app.words().merge.look_at_them);
        app.must_see(app.words().merge.by_hand);
        app.click(app.words().merge.merge);
        assert_eq!(app.deal(MUELLER).buyer.city, "Bremen");
        assert_eq!(app.saved(), *app.document());
        // The edited text itself is kept, too.
        let kept = path.with_file_name("deals.json.kept-1");
        assert_eq!(fs::read_to_string(kept).unwrap(), edited);
    });
}

#[test]
fn garbage_in_the_file_is_kept_aside_and_mine_written_again() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let before = app.document().clone();
        let path = app.document_path().to_owned();
        fs::write(&path, "not a document").unwrap();
        app.come_back();
        app.must_see(app.words().merge.waits_unreadable);
        app.click(app.words().merge.look_at_them);
        app.click(app.words().merge.write_mine);
        assert_eq!(app.saved(), before);
        assert_eq!(fs::read_to_string(path.with_file_name("deals.json.kept-1")).unwrap(), "not a document");
    });
}

#[test]
fn a_file_that_was_deleted_is_written_again() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        fs::remove_file(app.document_path()).unwrap();
        app.come_back();
        app.must_see(app.words().merge.written_again);
        assert_eq!(app.saved(), *app.document());
    });
}

#[test]
fn a_conflict_copy_is_offered_merged_and_put_away() {
    in_both_languages(|language| {
        let mut app = beside_a_copy(language.into());
        let words = app.words();
        app.click(words.merge.compare);
        app.must_see(words.merge.in_the_copy);
        app.click(&format!("{}: {}", words.deal.amount, words.merge.in_the_copy));
        app.click(words.merge.merge);
        assert_eq!(app.deal(MUELLER).agreed.amount.unwrap().to_string(), "28500.00");
        app.come_back();
        app.must_not_see(words.merge.compare);
        assert_eq!(app.saved(), *app.document());
        let kept = app.folder().join("deals.json.backups/merged-1.json");
        assert!(read(&kept, Trust::Checksum).is_ok());
        app.press_shortcut(Global::Undo);
        assert_ne!(app.deal(MUELLER).agreed.amount.unwrap().to_string(), "28500.00");
    });
}

#[test]
fn a_conflict_copy_that_was_put_away_comes_back_with_another_one_and_at_the_next_start() {
    in_both_languages(|language| {
        let mut app = beside_a_copy(language.into());
        let words = app.words();
        app.click(words.merge.put_away);
        app.must_not_see(words.merge.compare);
        app.come_back();
        app.must_not_see(words.merge.compare);
        let another = app.document_path().with_file_name("deals.sync-conflict-20261121-101010-ABCDEFG.json");
        let theirs = theirs(&app, |deal| deal.notes = "theirs".to_owned());
        write(&another, &theirs);
        app.come_back();
        app.must_see(words.merge.compare);
        app.click(words.merge.put_away);
        app.must_see(words.merge.compare);
        app.click(words.merge.put_away);
        app.must_not_see(words.merge.compare);
        let mut app = app.reopen();
        app.come_back();
        app.must_see(words.merge.compare);
    });
}

/// The file is looked at twice, as when the window comes back just before a save.
#[test]
fn what_is_settled_is_not_shown_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deals.json");
    write(&path, &crate::app::sample());
    let mut keeper = Keeper::new(None, Language::English, Arc::new(|| {}));
    let ours = keeper.open(&path);
    let mut theirs = ours.clone();
    theirs.deals.clear();
    write(&path, &theirs);
    keeper.look();
    let other = loop {
        if let Some(Outside::Changed(other)) = keeper.hear() {
            break other;
        }
    };
    keeper.look();
    keeper.adopt(other.hash, &ours);
    assert!(keeper.finish());
    assert_eq!((keeper.hear(), keeper.take_notice()), (None, None));
    assert_eq!(*keeper.saving(), Saving::Saved);
    assert_eq!(read(&path, Trust::Checksum).unwrap().document, ours);
}
