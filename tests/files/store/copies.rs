//! Versions of the document under names that anybody may give: known by the deals in them, never by the name alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::files::backup::KeptKind;
use icebreak::domain::forget::Subject;
use icebreak::domain::versions::same_document::is_version_of;
use icebreak::store::backups::forget::clean_copies;
use icebreak::store::backups::{copies, recovery, set_aside};
use icebreak::store::survey;
use icebreak::store::{Session, SurveyFinding, Trust, read};

use crate::store::support::{encode, open, place, small};

/// Deals with ids as the window makes them, from one number to another.
fn with_ids(from: u128, to: u128, notes: &str) -> Document {
    let mut document = Document::default();
    for number in from..to {
        let mut deal = Deal::new(DealId::new(format!("{number:032x}")), format!("Buyer {number}"));
        deal.notes = notes.to_owned();
        document.deals.insert(deal.id.clone(), Arc::new(deal));
    }
    document
}

fn by(sender: &str, mut document: Document) -> Document {
    Arc::make_mut(&mut document.library).company.sender = sender.to_owned();
    document
}

#[test]
fn versions_are_known_by_most_of_their_deals() {
    let ours = with_ids(0, 10, "");
    for (expected, other) in [
        (true, with_ids(0, 10, "changed")),
        (true, with_ids(2, 14, "some gone, some new")),
        // A colleague has some of our deals as packs; another document has none.
        (false, with_ids(5, 40, "")),
        (false, with_ids(100, 110, "")),
        (false, by("Anna", with_ids(0, 10, ""))),
        (false, Document::default()),
    ] {
        let deals = other.deals.len();
        assert_eq!(is_version_of(&ours, &other), expected, "{deals} deals");
        assert_eq!(is_version_of(&other, &ours), expected, "{deals} deals");
    }
    // Every sample holds the same deals.
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    assert!(!is_version_of(&icebreak::assets::sample(day), &icebreak::assets::sample(day)));
    assert!(!is_version_of(&Document::default(), &Document::default()));
}

fn beside(path: &Path, name: &str, document: &Document) -> PathBuf {
    let path = path.with_file_name(name);
    fs::write(&path, encode(document)).unwrap();
    path
}

fn found(session: &Session) -> Vec<String> {
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    session.copies().iter().map(|copy| name(&copy.path)).collect()
}

#[test]
fn numbered_copies_and_those_of_another_computer_are_found_where_they_are_versions() {
    let (_folder, path) = place();
    let (_, mut session) = open(&path);
    session.save(&with_ids(0, 5, "ours")).unwrap();
    let theirs = with_ids(0, 6, "theirs");
    let copies = [
        "deals (1).json",
        "deals 2.json",
        "deals-Annas-MacBook-Pro.json",
        "deals-DESKTOP-4F2.json",
        "deals-张伟的电脑.json",
        "deals-財務室.json",
    ];
    for name in copies {
        beside(&path, name, &theirs);
    }
    // Names that people give, and other people's documents.
    for name in [
        "deals-2025.json",
        "deals 2025.json",
        "deals-anna.json",
        "deals (old).json",
        "deals2.json",
        "deals.json.bak",
        "deals-备份.json",
        "deals-11月.json",
        "deals-老客户.json",
    ] {
        beside(&path, name, &theirs);
    }
    beside(&path, "deals (2).json", &with_ids(100, 110, "a stranger's"));
    beside(&path, "deals-LAPTOP.json", &small("another"));
    assert_eq!(found(&session), copies);

    // Open in another window: it is a document of its own.
    let (_, other) = open(&path.with_file_name("deals (1).json"));
    assert_eq!(found(&session), copies[1..]);
    drop(other);
    assert_eq!(found(&session), copies);
}

#[test]
fn a_forgotten_buyer_goes_from_such_copies_and_never_from_a_strangers_file() {
    let (_folder, path) = place();
    let document = with_ids(0, 5, "");
    fs::write(&path, encode(&document)).unwrap();
    let copy = beside(&path, "deals-DESKTOP-4F2.json", &with_ids(0, 5, "theirs"));
    let stranger = beside(&path, "deals (2).json", &with_ids(3, 40, "theirs"));
    let before = fs::read(&stranger).unwrap();
    let subject = Subject::of(&document, &DealId::new(format!("{:032x}", 3))).unwrap();
    let cleaned = clean_copies(&path, &subject, &[], true).unwrap();
    assert_eq!((cleaned.copies, cleaned.failed, cleaned.unread), (1, vec![], vec![]));
    assert_eq!(read(&copy, Trust::Checksum).unwrap().document.deals.len(), 4);
    assert_eq!(fs::read(&stranger).unwrap(), before);
}

#[test]
fn what_a_restore_replaced_and_merged_copies_are_listed() {
    let (_folder, path) = place();
    let (_, mut session) = open(&path);
    session.save(&small("good")).unwrap();
    let backup = session.back_up_now(&small("good")).unwrap();
    let copy = beside(&path, "deals (conflicted copy).json", &small("theirs"));
    let merged = copies::retire(&path, &copy, session.copies()[0].hash).unwrap();
    drop(session);
    fs::write(&path, "damaged").unwrap();
    let aside = recovery::restore(&path, &backup).unwrap().unwrap();
    // Other files of the folder are none of it.
    fs::write(path.with_file_name("deals.json.kept-me"), "mine").unwrap();
    fs::write(path.with_file_name("other.json.kept-1"), "other").unwrap();

    let mut listed: Vec<_> =
        set_aside::list(&path).into_iter().map(|(kind, file)| (file.path, kind)).collect();
    listed.sort_by(|one, other| one.0.cmp(&other.0));
    let mut expected = [(merged.clone(), KeptKind::Merged), (aside.clone(), KeptKind::Replaced)];
    expected.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(listed, expected);

    let mut findings = Vec::new();
    survey(&path, &small("good"), &mut |finding| {
        findings.push(finding);
        true
    });
    let is_good = |path: &Path| {
        let held = findings.iter().find_map(|finding| match finding {
            SurveyFinding::Kept(kept) if kept.examined.backup.path == path => Some(&kept.examined),
            SurveyFinding::Kept(_)
            | SurveyFinding::Backup(_)
            | SurveyFinding::Damaged(_)
            | SurveyFinding::Unlisted(_)
            | SurveyFinding::Done => None,
        });
        let held = held.unwrap();
        assert!(held.backup.taken.is_some());
        held.is_good()
    };
    assert_eq!((is_good(&merged), is_good(&aside)), (true, false));
}
