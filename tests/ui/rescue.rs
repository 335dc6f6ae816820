//! What is left of a damaged document, and what was kept: found by people without being told where.

use std::fs;

use icebreak::domain::files::backup::KeptKind;
use icebreak::domain::files::salvage::{Lost, LostPart};
use icebreak::store::{Trust, read};
use icebreak::ui::command::Global;

use crate::app::{App, in_both_languages, sample};
use crate::safety::{encode, half, make_backups};

/// The sample with a quotation mark less in the deal of Müller.
pub fn torn(text: &str) -> String {
    let line = text.lines().find(|line| line.contains("PI-2607")).unwrap();
    text.replacen(line, &line.replacen("\"stage\"", "\"stage", 1), 1)
}

#[test]
fn single_deals_of_a_damaged_document_become_a_new_one() {
    in_both_languages(|language| {
        let text = torn(&encode(&sample()));
        let mut app = App::open_bytes(language, text.as_bytes());
        let words = app.words();
        let deals = sample().deals.len();
        app.wait_for(words.recovery.single_deals);
        let line = 1 + text.lines().position(|line| line.contains("PI-2607")).unwrap();
        let part = LostPart::Deal(Some("Müller & Söhne GmbH".to_owned()));
        app.must_see(&(words.recovery.lost)(&Lost { line: Some(line), part }));
        app.click(&(words.recovery.rescue)(deals - 1, Some(deals)));
        let new = app.document_path().with_file_name("deals-rescued.json");
        app.wait_for(&(words.recovery.rescued_deals)(deals - 1, &new.display().to_string()));
        assert_eq!(app.document().deals.len(), deals - 1);
        app.must_see(words.shell.saved);
        app.press_shortcut(Global::NewDeal);
        assert!(app.try_to_save());
        assert_eq!(read(&new, Trust::Checksum).unwrap().document.deals.len(), deals);
        assert_eq!(fs::read_to_string(app.document_path()).unwrap(), text);
    });
}

#[test]
fn what_a_restore_replaced_is_listed_and_can_be_merged_again() {
    in_both_languages(|language| {
        let app = App::open_sample(language);
        let path = app.document_path().to_owned();
        make_backups(&path);
        let damaged = half(encode(&sample()));
        let mut app = app.before_opening(|| fs::write(&path, &damaged).unwrap());
        app.wait_while(app.words().recovery.looking);
        app.click_one_of(app.words().problems.restore, 0);
        // And a conflict copy that was merged, which can be read.
        let mut copied = app.document().clone();
        copied.deals.remove(&app.document().deals.keys().next().unwrap().clone());
        let copy = path.with_file_name("deals (conflicted copy).json");
        fs::write(&copy, encode(&copied)).unwrap();
        app.come_back();
        app.click(app.words().merge.compare);
        app.click(app.words().merge.merge);
        app.saved();

        app.choose(Global::Backups);
        app.wait_for(app.words().backups.kept);
        let words = &app.words().backups;
        app.must_see(&(words.line)("deals.json.kept-1", (words.kept_kind)(KeptKind::Replaced)));
        app.must_see(&(words.line)("merged-1.json", (words.kept_kind)(KeptKind::Merged)));
        app.bring_into_view(app.words().merge.compare);
        app.click(app.words().merge.compare);
        app.wait_for(&(app.words().merge.brought)("merged-1.json"));
    });
}
