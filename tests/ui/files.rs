//! Documents and tables that cannot be read or written: nothing is lost, and the window says what to do.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use egui::Key;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::text::Language;
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, fixture, in_both_languages, sample};

#[test]
fn a_damaged_document_is_left_as_it_is_and_a_backup_brings_it_back() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        app.find("PI-2607");
        app.press_shortcut(DealCommand::TheyReplied);
        let good = app.saved();
        // A later session makes a backup of what it found.
        let mut app = app.reopen();
        app.press_shortcut(DealCommand::TheyReplied);
        app.saved();
        let path = app.document_path().to_owned();
        let damaged = fs::read_to_string(&path).unwrap().replacen("Hamburg", "Bremen", 1);
        fs::write(&path, &damaged).unwrap();
        let mut app = app.after_a_crash();

        app.must_see(app.words().problems.not_opened);
        assert_eq!(fs::read_to_string(&path).unwrap(), damaged);
        // The newest backup comes first.
        app.wait_for(app.words().problems.restore_keeps);
        app.click_one_of(app.words().problems.restore, 0);
        assert_eq!(app.document().deals.len(), good.deals.len());
        app.must_see("Müller & Söhne GmbH");
    });
}

#[test]
fn a_large_document_is_opened_while_the_window_waits() {
    in_both_languages(|language| {
        let mut document = sample();
        let notes = "Long correspondence. ".repeat(1_000);
        for number in 0..120 {
            let mut deal = Deal::new(DealId::new(format!("n{number:03}")), format!("Buyer {number:03}"));
            deal.notes.clone_from(&notes);
            document.deals.insert(deal.id.clone(), Arc::new(deal));
        }
        let mut app = App::open_document(language, &document);
        assert_eq!(*app.document(), document);
        app.find("Buyer 007");
        app.press_shortcut(DealCommand::TheyReplied);
        assert_eq!(app.saved(), *app.document());
        // A second window waits, too, and may only look.
        let second = app.second_window();
        second.must_see(second.words().shell.read_only);
    });
}

#[test]
fn the_palette_opens_a_recent_document() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let (first, words) = (app.document_path().to_owned(), app.words());
        let second = app.folder().join("spring-fair.json");
        fs::copy(&first, &second).unwrap();
        app.press_shortcut(Global::OpenDocument);
        app.give_path(&second, words.shell.open);
        app.press_shortcut(Global::NewDeal);
        assert_eq!(app.document().deals.len(), sample().deals.len() + 1);

        // By what they are called, and by a part of the path; the open document is not among them.
        let shown = first.display().to_string();
        for query in [words.shell.recent, words.commands.open_document, &shown] {
            app.press_shortcut(Global::Palette);
            app.type_into(words.commands.palette, query);
            app.must_see(&shown);
            app.must_not_see("spring-fair.json");
            app.press(Key::Escape);
        }
        app.press_shortcut(Global::Palette);
        app.type_into(words.commands.palette, words.shell.recent);
        app.click(&shown);
        assert_eq!(app.document().deals.len(), sample().deals.len());
    });
}

#[test]
fn what_is_no_document_is_never_overwritten() {
    in_both_languages(|language| {
        for bytes in [b"".as_slice(), b"{\"deals\"", b"\xff\xfe\x00", b"[1, 2, 3]"] {
            let mut app = App::open_bytes(language, bytes);
            app.must_see(app.words().problems.not_opened);
            app.wait_for(app.words().problems.no_backups);
            app.press_shortcut(Global::NewDeal);
            app.try_to_save();
            assert_eq!(fs::read(app.document_path()).unwrap(), bytes);
        }
    });
}

#[test]
fn a_second_window_can_look_but_not_touch() {
    in_both_languages(|language| {
        let first = App::open_sample(language);
        let mut second = first.second_window();
        second.must_see(second.words().shell.read_only);
        second.find("PI-2607");
        second.press_shortcut(DealCommand::TheyReplied);
        second.must_see(second.words().shell.not_in_read_only);
        assert_eq!(*second.document(), sample());
    });
}

#[test]
fn a_save_that_fails_is_said_until_one_succeeds() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = app.words();
        app.must_see(words.shell.saved);
        let folder = app.folder().to_owned();
        let away = folder.with_extension("away");
        fs::rename(&folder, &away).unwrap();
        app.find("PI-2607");
        app.press_shortcut(DealCommand::TheyReplied);
        assert!(!app.try_to_save());
        app.must_see(words.shell.not_saved);

        fs::rename(&away, &folder).unwrap();
        // It may have been tried again already.
        if app.sees(words.shell.retry) {
            app.click(words.shell.retry);
        }
        app.wait_for(words.shell.saved);
        assert_eq!(app.saved(), *app.document());
        app.must_see(words.shell.saved);
        app.must_not_see(words.shell.not_saved);
    });
}

#[test]
fn tables_that_cannot_be_imported_say_why_and_change_nothing() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let before = app.document().clone();
        let tables: [(&str, &[u8], &str, &str); 4] = [
            ("empty.csv", b"", "Nothing was imported", "没有表格"),
            ("folder.zip", b"PK\x03\x04 is not a workbook", "Nothing was imported", "工作簿已损坏"),
            ("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "Nothing was imported", "没有导入任何内容"),
            ("open.csv", b"Company,Product\n\"Open,Lamp\n", "Nothing was imported", "引号没有闭合"),
        ];
        for (name, bytes, english, chinese) in tables {
            let path = app.folder().join(name);
            fs::write(&path, bytes).unwrap();
            app.preview(&path);
            app.must_see(if language == Language::English { english } else { chinese });
            app.click(app.words().import.go_back);
        }
        let folder = app.folder().to_owned();
        app.drop_file(&folder);
        app.wait_for(if language == Language::English { "this is not a file" } else { "这不是文件" });
        app.click(app.words().import.go_back);
        app.preview(Path::new("/no/such/folder/deals.csv"));
        app.must_see(if language == Language::English {
            "Nothing was imported"
        } else {
            "文件无法读取"
        });
        assert_eq!(*app.document(), before);
    });
}

#[test]
fn rows_that_cannot_be_read_are_named_one_by_one() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        let path = app.folder().join("some.csv");
        fs::write(&path, "Company,Currency,Amount\nGood Ltd,USD,100\nBad Ltd,USD,much\n").unwrap();
        app.preview(&path);
        app.must_see(&(app.words().import.skipped)(1));
        app.must_see(if language == Language::English {
            "“much” is not an amount"
        } else {
            "“much”不是金额"
        });
        app.bring_into_view(app.words().import.copy_skipped);
        app.click(app.words().import.copy_skipped);
        assert!(app.clipboard().is_some_and(|lines| lines.contains("much")));
        app.click_import();
        app.must_see(&(app.words().shell.import_done)(2, 1, 0, 1));
        app.deal("Good Ltd");
    });
}

#[test]
fn an_export_takes_the_place_of_another_file_only_when_told_to() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let path = app.folder().join("out.csv");
        app.choose(Global::ExportDeals);
        app.give_path(&path, app.words().shell.write);
        let written = fs::read(&path).unwrap();
        assert!(!written.is_empty());

        fs::write(&path, "mine").unwrap();
        app.choose(Global::ExportDeals);
        app.give_path(&path, app.words().shell.write);
        let question = (app.words().shell.exists)("out.csv");
        app.must_see(&question);
        // Another name is another question, and Enter alone replaces nothing.
        app.type_into(app.words().shell.path, "other.csv");
        app.must_not_see(&question);
        app.give_path(&path, app.words().shell.write);
        app.press(Key::Enter);
        app.must_see(&question);
        assert_eq!(fs::read(&path).unwrap(), b"mine");
        app.click(app.words().shell.replace);
        assert_eq!(fs::read(&path).unwrap(), written);
    });
}

#[test]
fn an_open_document_can_go_on_under_another_name() {
    let mut app = App::open_sample(Language::English);
    let elsewhere = app.folder().join("elsewhere.json");
    app.press_shortcut(Global::SaveAs);
    app.give_path(&elsewhere, "Save");
    app.find("PI-2607");
    app.press_shortcut(DealCommand::TheyReplied);
    assert!(app.try_to_save());
    let old = app.folder().join("deals.json");
    assert_ne!(fs::read(old).unwrap(), fs::read(&elsewhere).unwrap());
}

#[test]
fn a_path_is_asked_for_until_there_is_one() {
    in_both_languages(|language| {
        let mut app = App::open_empty(language);
        app.press_shortcut(Global::ImportDeals);
        app.click(app.words().shell.import);
        app.must_see(app.words().shell.is_folder);
        app.type_into(app.words().shell.path, " ");
        app.click(app.words().shell.import);
        app.must_see(app.words().shell.no_path);
        let quoted = format!("\"{}\"", fixture("deals-en.csv").display());
        app.give_path(Path::new(&quoted), app.words().shell.import);
        app.wait_while(&(app.words().import.reading)("deals-en.csv"));
        app.wait_while(app.words().import.working);
        app.click_import();
        assert_eq!(app.document().deals.len(), 8);
    });
}
