//! The ways out: copies, looking at backups, documents of newer versions, backing up now, the portable folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use icebreak::domain::document::Document;
use icebreak::domain::files::backup::{ChangeKind, Examined, Since};
use icebreak::domain::files::problem::{Damage, OpenProblem, SaveProblem};
use icebreak::store::backups::backup;
use icebreak::store::backups::backup::{folder_of, list};
use icebreak::store::disk::place;
use icebreak::store::disk::place::home;
use icebreak::store::newer::look_into;
use icebreak::store::{
    Damaged, FileAccess, SaveReport, Store, SurveyFinding, Trust, copy_document, copy_file, read, survey,
    survey_damaged,
};

use crate::store::support::{company, encode, full, names, open, place, small};

fn noon() -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp(1_795_262_400, 0).unwrap()
}

fn keep(path: &Path, document: &Document) -> PathBuf {
    backup::take(path, encode(document).as_bytes(), noon()).unwrap()
}

#[test]
fn a_copy_of_everything_is_everything() {
    let (folder, path) = place();
    let copy = folder.path().join("copy.json");
    copy_document(&full(), Some(&path), &copy, false).unwrap();
    assert_eq!(read(&copy, Trust::Checksum).unwrap().document, full());
    assert_eq!(copy_document(&small("x"), Some(&path), &copy, false), Err(SaveProblem::Exists));
    copy_document(&small("x"), Some(&path), &copy, true).unwrap();
    assert_eq!(company(&read(&copy, Trust::Checksum).unwrap().document), "x");
    assert_eq!(names(folder.path()), ["copy.json"]);
}

#[test]
fn a_copy_never_takes_the_place_of_a_document_that_is_open() {
    let (folder, path) = place();
    let (_, mut session) = open(&path);
    session.save(&small("mine")).unwrap();
    assert_eq!(copy_document(&small("x"), Some(&path), &path, true), Err(SaveProblem::Exists));
    assert!(matches!(copy_document(&small("x"), None, &path, true), Err(SaveProblem::Locked(_))));
    let dotted = folder.path().join("./deals.json");
    assert!(copy_document(&small("x"), Some(&path), &dotted, true).is_err());
    assert_eq!(company(&read(&path, Trust::Checksum).unwrap().document), "mine");
}

#[test]
fn a_file_is_copied_as_it_is() {
    let (folder, path) = place();
    let bytes = b"\xff\xfe half a docu";
    fs::write(&path, bytes).unwrap();
    let copy = folder.path().join("copy.json");
    copy_file(&path, &copy, false).unwrap();
    assert_eq!(fs::read(&copy).unwrap(), bytes);
    assert_eq!(copy_file(&path, &path, true), Err(SaveProblem::Exists));
    assert!(copy_file(&folder.path().join("none"), &copy, true).is_err());
    assert_eq!(fs::read(&copy).unwrap(), bytes);
}

fn examined(findings: &[SurveyFinding]) -> Vec<&Examined> {
    assert_eq!(findings.last(), Some(&SurveyFinding::Done));
    findings
        .iter()
        .filter_map(|finding| match finding {
            SurveyFinding::Backup(examined) => Some(examined),
            SurveyFinding::Kept(_)
            | SurveyFinding::Damaged(_)
            | SurveyFinding::Unlisted(_)
            | SurveyFinding::Done => None,
        })
        .collect()
}

fn since(examined: &Examined) -> &Since {
    examined.held.as_ref().unwrap().since.as_ref().unwrap()
}

#[test]
fn backups_say_what_changed_since() {
    let (_folder, path) = place();
    keep(&path, &small("Casa Verde"));
    keep(&path, &full());
    let bad = backup::take(&path, b"went bad", noon()).unwrap();
    let mut findings = Vec::new();
    survey(&path, &full(), &mut |finding| {
        findings.push(finding);
        true
    });
    let found = examined(&findings);
    assert_eq!(found.len(), 3);
    assert_eq!((&found[0].backup.path, found[0].held.is_err(), found[0].size), (&bad, true, 8));
    assert!(since(found[1]).is_empty());
    let changes = since(found[2]).changes;
    assert_eq!((changes.added, changes.removed, changes.changed, changes.settings), (2, 0, 0, true));
    let first = &since(found[2]).first[0];
    assert_eq!((first.kind, &*first.name), (ChangeKind::Added, "Müller GmbH \u{2028} \"quoted\" \\ 破冰"));
}

#[test]
fn looking_stops_when_nobody_listens() {
    let (_folder, path) = place();
    for name in ["one", "two", "three"] {
        keep(&path, &small(name));
    }
    let mut heard = 0;
    survey(&path, &small("x"), &mut |_finding| {
        heard += 1;
        false
    });
    assert_eq!(heard, 1);
}

fn look_at_damage(path: &Path) -> (Damaged, Vec<SurveyFinding>) {
    let problem = read(path, Trust::Checksum).unwrap_err();
    let mut findings = Vec::new();
    survey_damaged(path, &problem, &mut |finding| {
        findings.push(finding);
        true
    });
    let SurveyFinding::Damaged(damaged) = findings.remove(0) else { panic!("{findings:?}") };
    (damaged, findings)
}

#[test]
fn backups_are_held_beside_what_a_damaged_document_still_says() {
    let (_folder, path) = place();
    keep(&path, &small("Casa Verde"));
    fs::write(&path, encode(&full()).replace("Casa Verde", "Casa Rossa")).unwrap();
    let (damaged, findings) = look_at_damage(&path);
    assert_eq!(company(&damaged.document.unwrap()), "Casa Rossa");
    let changes = since(examined(&findings)[0]).changes;
    assert_eq!((changes.added, changes.changed), (2, 1));
}

#[test]
fn backups_are_held_beside_the_newest_good_one_where_nothing_is_readable() {
    let (_folder, path) = place();
    keep(&path, &small("Casa Verde"));
    keep(&path, &full());
    backup::take(&path, b"went bad", noon()).unwrap();
    let text = encode(&full());
    let cut = text.find("破冰").unwrap() + 40;
    fs::write(&path, &text[..cut]).unwrap();
    let (damaged, findings) = look_at_damage(&path);
    assert_eq!(damaged.document, None);
    assert_eq!(damaged.buyer.unwrap(), "Müller GmbH \u{2028} \"quoted\" \\ 破冰");
    let found = examined(&findings);
    assert!(found[0].held.is_err());
    assert!(since(found[1]).is_empty());
    assert_eq!(since(found[2]).deals(), 2);
}

#[test]
fn a_missing_end_is_told_from_other_damage() {
    let text = encode(&full());
    let (_folder, path) = place();
    // Within a line, at the end of one, and within the two bytes of ü.
    for cut in [text.len() - 3, text.rfind(",\n").unwrap() + 1, text.find('ü').unwrap() + 1] {
        fs::write(&path, &text.as_bytes()[..cut]).unwrap();
        let problem = read(&path, Trust::Checksum).unwrap_err();
        assert!(
            matches!(problem, OpenProblem::Damaged { damage: Damage::CutOff { line }, .. } if line > 1),
            "{problem:?}"
        );
    }
}

#[test]
fn a_newer_document_is_understood_as_far_as_possible() {
    let (_folder, path) = place();
    let text = encode(&full()).replace("\"version\":1", "\"version\":7");
    // One deal in a shape that this program cannot know.
    let strange = text.replace("\"d-1\":{\"id\":\"d-1\"", "\"d-1\":{\"packed\":true,\"id\":7");
    fs::write(&path, &strange).unwrap();
    let newer = look_into(&path).unwrap();
    assert_eq!((newer.version, newer.left_out), (7, 1));
    assert_eq!(newer.document.deals.len(), 2);
    assert_eq!(newer.document.library, full().library);
    assert_eq!(fs::read_to_string(&path).unwrap(), strange);

    for not in [
        encode(&full()),
        "{\"icebreak\":\"document\",\"version\":7,\"deals\":\"packed\"}".into(),
        "{\"icebreak\":\"document\",\"version\":7,\"deals\":{\"a\":1}}".into(),
        "{\"icebreak\":\"pack\",\"version\":7,\"deals\":{}}".into(),
    ] {
        fs::write(&path, &not).unwrap();
        assert_eq!(look_into(&path), None, "{not}");
    }
}

#[test]
fn what_a_newer_program_left_behind_is_not_swept() {
    let (folder, path) = place();
    let newer = encode(&small("newer")).replace("\"version\":1", "\"version\":7");
    let left = folder.path().join(".deals.json.aB3xYz.icebreak-tmp");
    fs::write(&left, &newer).unwrap();
    drop(open(&path));
    assert_eq!(fs::read_to_string(left).unwrap(), newer);
}

fn reports_of(store: &Store, is_meant: impl Fn(&SaveReport) -> bool) -> SaveReport {
    loop {
        if let Some(report) = store.reports().into_iter().find(&is_meant) {
            return report;
        }
        std::thread::yield_now();
    }
}

#[test]
fn the_newest_state_is_backed_up_when_asked_saved_or_not() {
    let (_folder, path) = place();
    let opened = Store::open(&path, Trust::Checksum, Arc::new(|| {})).unwrap();
    let FileAccess::Writable(store) = opened.access else { panic!("held") };
    let is_answer =
        |report: &SaveReport| matches!(report, SaveReport::BackedUp(_) | SaveReport::NotBackedUp(_));
    store.put(small("unsaved"));
    store.back_up();
    let SaveReport::BackedUp(kept) = reports_of(&store, is_answer) else { panic!("not backed up") };
    assert_eq!(company(&read(&kept, Trust::Checksum).unwrap().document), "unsaved");
    // The same again needs no second one.
    store.back_up();
    assert_eq!(reports_of(&store, is_answer), SaveReport::BackedUp(kept));
    assert_eq!(list(&path).unwrap().len(), 1);

    fs::remove_dir_all(folder_of(&path)).unwrap();
    fs::write(folder_of(&path), "a file where the folder belongs").unwrap();
    store.back_up();
    assert!(matches!(reports_of(&store, is_answer), SaveReport::NotBackedUp(SaveProblem::System(_))));
}

#[test]
fn a_save_that_was_begun_tells_its_outcome_later() {
    let (_folder, path) = place();
    let opened = Store::open(&path, Trust::Checksum, Arc::new(|| {})).unwrap();
    let FileAccess::Writable(store) = opened.access else { panic!("held") };
    store.put(small("begun"));
    let flushing = store.begin_to_leave();
    let outcome = loop {
        if let Some(outcome) = flushing.outcome() {
            break outcome;
        }
        std::thread::yield_now();
    };
    assert_eq!(outcome, Ok(()));
    assert_eq!(company(&read(&path, Trust::Checksum).unwrap().document), "begun");
}

#[test]
fn a_folder_beside_the_program_keeps_everything() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("icebreak-data");
    let bundled = folder.path().join("Icebreak.app/Contents/MacOS/icebreak");
    let beside = folder.path().join("icebreak.exe");
    let elsewhere = home(Some(&beside));
    assert_eq!(elsewhere, home(None));
    assert!(elsewhere.is_none_or(|home| home.portable.is_none() && !home.document.starts_with(&folder)));

    // A file of that name is no folder.
    fs::write(&data, "").unwrap();
    assert!(home(Some(&beside)).is_none_or(|home| home.portable.is_none()));
    fs::remove_file(&data).unwrap();
    fs::create_dir(&data).unwrap();
    for program in [&beside, &bundled] {
        let home = home(Some(program)).unwrap();
        assert_eq!(home.document, data.join("deals.json"));
        assert_eq!(home.preferences, data.join("preferences.json"));
        assert_eq!(home.portable.as_ref(), Some(&data));
    }
    assert_eq!(place::default_document(), place::home_of_this_program().map(|home| home.document));
}
