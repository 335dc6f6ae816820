//! The ways out: a damaged document, a save that fails, backups, another computer.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use icebreak::domain::deal::touch::TouchKind;
use icebreak::domain::deal::{Deal, Stage};
use icebreak::domain::document::Document;
use icebreak::domain::files::problem::{SaveProblem, SystemRefusal};
use icebreak::store::backups::backup;
use icebreak::store::{Encoder, Trust, read};
use icebreak::text::Language;
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, in_both_languages, sample};

/// Some hours before the day of these tests.
fn hours_ago(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_223_520, 0).unwrap() - TimeDelta::hours(hours)
}

pub fn encode(document: &Document) -> String {
    Encoder::default().encode(document).unwrap()
}

/// The sample without its first deals.
fn earlier(deals: usize) -> Document {
    let mut document = sample();
    for id in sample().deals.keys().take(deals) {
        document.deals.remove(id);
    }
    document
}

/// One deal fewer than now, and another one was not so far.
pub fn lately() -> Document {
    let mut document = earlier(1);
    let mut deals = document.deals.values().filter(|deal| deal.agreed.pi == "PI-2607");
    let mut deal = Deal::clone(deals.next().unwrap());
    deal.stage = Stage::Quoted.into();
    deal.agreed.amount = Some(28_500.into());
    deal.story.pop();
    document.deals.insert(deal.id.clone(), Arc::new(deal));
    document
}

/// Backups of an earlier day: one with three deals fewer, a bad one, one of lately.
pub fn make_backups(document: &Path) {
    backup::take(document, encode(&earlier(3)).as_bytes(), hours_ago(26)).unwrap();
    backup::take(document, b"{\"icebreak\":", hours_ago(25)).unwrap();
    backup::take(document, encode(&lately()).as_bytes(), hours_ago(2)).unwrap();
}

/// A window on the sample with such backups and this file.
pub fn open_damaged(look: impl Into<crate::app::Look>, damage: impl Fn(String) -> String) -> App {
    let app = App::open_sample(look);
    let path = app.document_path().to_owned();
    make_backups(&path);
    let damaged = damage(fs::read_to_string(&path).unwrap());
    let mut app = app.before_opening(|| fs::write(&path, &damaged).unwrap());
    app.wait_until("the backups", |app| !app.sees(app.words().recovery.looking));
    app
}

/// Cut off in the deal of Müller.
pub fn half(text: String) -> String {
    let end = text.find("PI-2607").unwrap();
    text[..end].to_owned()
}

#[test]
fn what_is_wrong_is_said_in_plain_words_with_the_backups() {
    in_both_languages(|language| {
        let app = open_damaged(language, half);
        let english = language == Language::English;
        app.must_see(if english { "The end is missing" } else { "文件不完整" });
        app.must_see(&(app.words().recovery.in_deal)("Müller & Söhne GmbH"));
        app.must_see(if english { "2 hours ago" } else { "2 小时前" });
        app.must_see(if english { "2 deals fewer" } else { "少 2 个订单" });
        app.must_see(if english { "Cannot be used" } else { "无法使用" });
        app.must_not_see(app.words().recovery.accept);
    });
}

#[test]
fn a_hand_edit_is_accepted_and_sealed() {
    in_both_languages(|language| {
        let mut app = open_damaged(language, |text| text.replacen("Hamburg", "Lübeck", 1));
        app.must_see(&(app.words().recovery.still_readable)(sample().deals.len()));
        app.click(app.words().recovery.accept);
        let accepted = app.saved();
        assert_eq!(accepted, *app.document());
        assert!(accepted.deals.values().any(|deal| deal.buyer.city == "Lübeck"));
        app.must_see(app.words().shell.saved);
    });
}

#[test]
fn an_edit_that_goes_on_is_looked_at_again() {
    let mut app = open_damaged(Language::English, |text| text.replacen("Hamburg", "Lübeck", 1));
    let path = app.document_path().to_owned();
    let again = fs::read_to_string(&path).unwrap().replacen("Lübeck", "Bremen", 1);
    fs::write(&path, &again).unwrap();
    app.click(app.words().recovery.accept);
    app.must_see(app.words().recovery.changed_meanwhile);
    app.must_see(app.words().problems.not_opened);
    assert_eq!(fs::read_to_string(&path).unwrap(), again);
}

#[test]
fn the_damaged_file_can_be_copied_and_a_new_document_started_elsewhere() {
    in_both_languages(|language| {
        let mut app = open_damaged(language, half);
        let damaged = fs::read(app.document_path()).unwrap();
        let copy = app.folder().join("for support.json");
        app.bring_into_view(app.words().recovery.copy_damaged);
        app.click(app.words().recovery.copy_damaged);
        app.give_path(&copy, app.words().shell.write);
        app.wait_for(&app.written(&copy));
        assert_eq!(fs::read(&copy).unwrap(), damaged);

        let elsewhere = app.folder().join("new.json");
        app.bring_into_view(app.words().problems.start_elsewhere);
        app.click(app.words().problems.start_elsewhere);
        app.give_path(&elsewhere, app.words().shell.write);
        app.must_not_see(app.words().problems.not_opened);
        app.press_shortcut(Global::NewDeal);
        assert!(app.try_to_save());
        assert_eq!(read(&elsewhere, Trust::Checksum).unwrap().document.deals.len(), 1);
        assert_eq!(fs::read(app.document_path()).unwrap(), damaged);
    });
}

/// Takes the document's folder away, as a drive that was unplugged.
pub fn unplug(app: &App) -> (PathBuf, PathBuf) {
    let (folder, away) = (app.folder().to_owned(), app.folder().with_extension("away"));
    fs::rename(&folder, &away).unwrap();
    (folder, away)
}

#[test]
fn a_failed_save_stays_in_sight_with_what_to_do() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let (folder, away) = unplug(&app);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::TheyReplied);
        assert!(!app.try_to_save());
        app.must_see(&(app.words().problems.save)(&SaveProblem::System(SystemRefusal::Gone)));
        // The band says it in the language of the moment.
        app.choose(Global::SwitchLanguage);
        app.must_see(&(app.words().problems.save)(&SaveProblem::System(SystemRefusal::Gone)));

        let elsewhere = tempfile::tempdir().unwrap();
        let copy = elsewhere.path().join("copy.json");
        app.click(app.words().recovery.save_copy);
        app.give_path(&copy, app.words().shell.write);
        app.wait_for(&(app.words().backups.copied)(&copy.display().to_string(), sample().deals.len()));
        assert_eq!(read(&copy, Trust::Checksum).unwrap().document, *app.document());

        // The preferences have made themselves a new folder.
        fs::remove_dir_all(&folder).unwrap();
        fs::rename(&away, &folder).unwrap();
        // It may have been tried again already.
        if app.sees(app.words().shell.retry) {
            app.click(app.words().shell.retry);
        }
        app.wait_for(app.words().shell.saved);
        app.must_not_see(app.words().recovery.save_copy);
    });
}

#[test]
fn backups_are_made_compared_and_restored_as_one_step() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.choose(Global::Backups);
        app.wait_for(app.words().backups.none_yet);
        app.click(app.words().backups.back_up_now);
        app.wait_for(app.words().backups.backed_up);
        app.wait_for(app.words().backups.same);

        app.find("PI-2607");
        app.press_shortcut(DealCommand::TheyReplied);
        app.press_shortcut(Global::NewDeal);
        let changed = app.document().clone();
        app.choose(Global::Backups);
        app.wait_for(if language == Language::English {
            "since then: 1 new, 1 changed"
        } else {
            "此后：新增 1、修改 1"
        });
        app.click(app.words().backups.what_changed);
        app.wait_while(app.words().recovery.looking);
        app.click("Müller & Söhne GmbH · PI-2607");
        app.must_see(app.words().backups.then_and_now);
        app.must_see(app.words().commands.show_story);

        app.click(app.words().problems.restore);
        app.wait_until("the backup", |app| *app.document() == sample());
        let kept = backup::list(app.document_path()).unwrap();
        let holds =
            |backup: &backup::Backup| read(&backup.path, Trust::Checksum).unwrap().document == changed;
        assert!(kept.iter().any(holds), "{kept:?}");
        app.press_shortcut(Global::Undo);
        assert_eq!(*app.document(), changed);
        assert_eq!(app.saved(), changed);
    });
}

#[test]
fn a_backup_that_fails_is_told() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        fs::write(backup::folder_of(app.document_path()), "a file where the folder belongs").unwrap();
        app.choose(Global::Backups);
        app.wait_for(&(app.words().recovery.unlisted)(&SystemRefusal::NotAFile));
        app.click(app.words().backups.back_up_now);
        app.wait_for(&(app.words().backups.not_backed_up)(&SaveProblem::System(SystemRefusal::NotAFile)));
    });
}

#[test]
fn everything_moves_to_another_computer() {
    in_both_languages(|language| {
        let mut old = App::open_sample(language);
        let file = old.folder().join("everything.json");
        old.press_shortcut(Global::Settings);
        old.click(old.words().commands.copy_document);
        old.give_path(&file, old.words().shell.write);
        old.wait_for(&(old.words().backups.copied)(&file.display().to_string(), sample().deals.len()));

        let mut new = App::open_empty(language);
        new.click(new.words().welcome.bring);
        new.give_path(&file, new.words().shell.open);
        new.wait_for(&(new.words().backups.brought)(sample().deals.len()));
        assert_eq!(new.saved(), sample());
        new.press_shortcut(Global::Undo);
        assert!(new.document().deals.is_empty());

        old.find("PI-2607");
        // Beside deals of one's own nothing is replaced silently.
        let before = old.document().clone();
        fs::write(&file, encode(&earlier(3))).unwrap();
        old.choose(Global::BringDocument);
        old.give_path(&file, old.words().shell.open);
        old.wait_for(old.words().merge.merge);
        assert_eq!(*old.document(), before);
        old.click(old.words().merge.merge);
        assert!(before.deals.iter().all(|(id, deal)| old.document().deal(id) == Some(deal)));
        assert_eq!(old.saved(), *old.document());
        fs::write(&file, "cut").unwrap();
        old.choose(Global::BringDocument);
        old.give_path(&file, old.words().shell.open);
        old.wait_for(if language == Language::English {
            "Nothing was brought"
        } else {
            "没有导入任何内容"
        });
    });
}

#[test]
fn an_interrupted_save_is_offered() {
    in_both_languages(|language| {
        let app = App::open_document(language, &earlier(1));
        let (path, left) =
            (app.document_path().to_owned(), app.folder().join(".deals.json.aB3xYz.icebreak-tmp"));
        let mut app = app.before_opening(|| {
            fs::write(&left, encode(&sample())).unwrap();
            let file = fs::File::options().write(true).open(&path).unwrap();
            file.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
        });
        app.must_see(app.words().recovery.rescued);
        assert_eq!(*app.document(), earlier(1));
        app.click(app.words().recovery.show_difference);
        app.wait_for(app.words().backups.hide);
        app.wait_for((app.words().backups.kind)(icebreak::domain::files::backup::ChangeKind::Removed));
        app.click(app.words().recovery.use_it);
        app.wait_until("the newer state", |app| *app.document() == sample());
        app.must_not_see(app.words().recovery.rescued);
        assert_eq!(app.saved(), sample());
    });
}

#[test]
fn nothing_of_another_round_is_mixed_in_while_a_document_cannot_be_opened() {
    let mut app = open_damaged(Language::English, half);
    let before = app.read();
    app.choose(Global::Backups);
    app.wait_until("nothing more", |app| app.read() == before);
}

#[test]
fn when_it_was_saved_is_told_on_hover() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.hover(app.words().shell.saved);
        app.must_see(app.words().recovery.nothing_to_save);
        app.press_shortcut(Global::NewDeal);
        app.saved();
        app.hover(app.words().shell.saved);
        let saved_at = (app.words().recovery.saved_at)("");
        app.must_see(saved_at.trim());
    });
}

#[test]
fn a_document_that_is_missing_is_offered_from_its_backups() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.press_shortcut(DealCommand::TheyReplied);
        app.saved();
        assert!(app.close_window());
        let path = app.document_path().to_owned();
        let mut app = app.before_opening(|| fs::remove_file(&path).unwrap());
        app.must_see(app.words().recovery.missing);
        app.wait_for(app.words().problems.restore);
        app.wait_while(app.words().recovery.looking);
        app.click_one_of(app.words().problems.restore, 0);
        // What the last session saved, not only what it began with.
        let replied = |deal: &Deal| deal.story.iter().any(|touch| touch.kind.is(TouchKind::Replied));
        assert!(app.document().deals.values().filter(|deal| replied(deal)).count() > 0);
        assert_eq!(app.saved(), *app.document());
    });
}

#[test]
fn a_missing_document_can_be_started_anew() {
    let mut app = App::open_sample(Language::English);
    app.press_shortcut(DealCommand::TheyReplied);
    app.saved();
    let path = app.document_path().to_owned();
    let mut app = app.before_opening(|| fs::remove_file(&path).unwrap());
    app.click(app.words().recovery.start_empty);
    assert!(app.document().deals.is_empty());
    app.press_shortcut(Global::NewDeal);
    assert_eq!(app.saved(), *app.document());
}

#[test]
fn closing_never_leaves_a_file_behind_that_others_have_broken() {
    in_both_languages(|language| {
        for broken in [&b""[..], b"not a document", b"{\"icebreak\":\"document\""] {
            let mut app = App::open_sample(language);
            app.press_shortcut(DealCommand::TheyReplied);
            app.saved();
            let path = app.document_path().to_owned();
            fs::write(&path, broken).unwrap();
            // Nobody has looked since: the close button notices.
            assert!(!app.close_window());
            app.wait_for(app.words().shell.not_saved);
            app.click(app.words().merge.look_at_both);
            app.wait_for(app.words().merge.write_mine);
        }
        // Deleted: it is simply there again.
        let mut app = App::open_sample(language);
        app.press_shortcut(DealCommand::TheyReplied);
        let good = app.saved();
        fs::remove_file(app.document_path()).unwrap();
        app.close_window();
        assert_eq!(app.saved(), good);
    });
}
