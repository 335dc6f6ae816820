//! A whole deal goes to a colleague and comes in at theirs, by dialog and by dropping it.

use std::fs;

use icebreak::domain::import::pack::Part;
use icebreak::text::Language;
use icebreak::ui::command::Command;

use crate::app::{App, in_both_languages, sample};

const BUYER: &str = "Müller & Söhne GmbH";

/// Exports the deal that the mock-ups show, under the name that is offered.
fn exported(app: &mut App) -> std::path::PathBuf {
    app.find("PI-2607");
    app.choose(Command::ExportDeal);
    assert_eq!(app.value_of(app.words().shell.path), format!("{BUYER}.pack.json"));
    let path = app.folder().join(format!("{BUYER}.pack.json"));
    app.give_path(&path, app.words().shell.write);
    app.must_see(&(app.words().shell.written)(&path.display().to_string()));
    path
}

#[test]
fn a_deal_reaches_a_colleague_whole() {
    in_both_languages(|language| {
        let mut mine = App::open_sample(language);
        let path = exported(&mut mine);

        let mut theirs = App::open_empty(language);
        theirs.preview(&path);
        theirs.must_see(&(theirs.words().packs.added)(BUYER));
        assert_eq!(theirs.deal(BUYER), mine.deal(BUYER));
        theirs.must_see("PI-2607");
        let document = theirs.saved();
        assert_eq!(document.deals.len(), 1);

        // Once more, by dropping it: nothing to do.
        theirs.drop_file(&path);
        theirs.must_see(&(theirs.words().packs.unchanged)(BUYER));
        assert_eq!(*theirs.document(), document);
    });
}

#[test]
fn what_a_colleague_added_is_united_in_one_step_that_can_be_undone() {
    in_both_languages(|language| {
        let mut theirs = App::open_sample(language);
        theirs.find("PI-2607");
        theirs.press_shortcut(Command::TheyReplied);
        let path = exported(&mut theirs);

        let mut mine = App::open_sample(language);
        let before = sample();
        mine.drop_file(&path);
        mine.must_see(&(mine.words().packs.updated)(BUYER, &[Part::Story]));
        assert_eq!(mine.deal(BUYER), theirs.deal(BUYER));
        mine.click(mine.words().shell.undo);
        assert_eq!(*mine.document(), before);
    });
}

#[test]
fn a_pack_is_imported_and_never_opened_in_the_place_of_the_document() {
    let mut app = App::open_sample(Language::English);
    let path = exported(&mut app);
    let open = app.document_path().to_owned();
    app.click(app.words().shell.dismiss);
    app.press_shortcut(Command::OpenDocument);
    app.give_path(&path, app.words().shell.open);
    app.must_see(&(app.words().packs.unchanged)(BUYER));
    app.saved();
    assert_eq!(app.document_path(), open);
    assert_eq!(app.document().deals.len(), sample().deals.len());
}

#[test]
fn a_changed_pack_is_refused_in_words() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let path = exported(&mut app);
        let before = app.document().clone();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("Hamburg", "Bremen")).unwrap();
        app.preview(&path);
        app.must_see(if language == Language::English {
            "The file was changed after"
        } else {
            "打包的订单无法使用"
        });
        assert_eq!(*app.document(), before);
    });
}

#[test]
fn a_window_that_only_looks_imports_nothing() {
    let mut first = App::open_sample(Language::English);
    let path = exported(&mut first);
    let text = fs::read_to_string(&path).unwrap();
    let mut second = first.second_window();
    first.press_shortcut(Command::TheyReplied);
    let newer = path.with_file_name("newer.pack.json");
    first.click(first.words().shell.dismiss);
    first.choose(Command::ExportDeal);
    first.give_path(&newer, first.words().shell.write);
    assert_ne!(fs::read_to_string(&newer).unwrap(), text);
    second.drop_file(&newer);
    second.must_see(second.words().shell.not_in_read_only);
    assert_eq!(*second.document(), sample());
}
