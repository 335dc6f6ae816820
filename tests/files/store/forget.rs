//! A forgotten buyer is gone from the document and from every copy beside it; nothing else is.

use std::fs;
use std::path::{Path, PathBuf};

use icebreak::domain::contact::Contact;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::files::problem::{SaveProblem, SystemRefusal};
use icebreak::domain::forget::{Elsewhere, Mention, Subject, forget, mentions};
use icebreak::domain::library::{EntryKind, Library};
use icebreak::store::backups::backup::{folder_of, list};
use icebreak::store::backups::forget::{Cleaned, clean_copies};
use icebreak::store::{SaveReport, Trust, read};

use crate::store::support::{add, encode, names, open, place};
use crate::store::worker::{AT_ONCE, desk};

/// Whatever stands in a file of the buyer's.
const TRACES: [&str; 6] = ["Müller", "MÜLLER", "Schmidt", "schmidt@mueller.example", "Brandt", "+49 40 555"];

fn person(name: &str, email: &str, phone: &str) -> Contact {
    Contact { name: name.into(), email: email.into(), phone: phone.into(), ..Contact::default() }
}

fn deal(id: &str, company: &str, contacts: &[Contact]) -> Deal {
    let mut deal = Deal::new(DealId::new(id), company);
    deal.contacts = contacts.to_vec();
    deal
}

/// Two deals of the buyer, written differently; its people are also known elsewhere.
fn full() -> Document {
    let schmidt = person("Ms Schmidt", "schmidt@mueller.example", "");
    let mut document = Document::default();
    add(&mut document, deal("m-1", "Müller GmbH", std::slice::from_ref(&schmidt)));
    add(&mut document, deal("m-2", " müller  gmbh ", &[person("Mr Brandt", "", "+49 40 555")]));
    let elsewhere = person("E. Schmidt", "SCHMIDT@mueller.example", "");
    add(&mut document, deal("c-1", "Casa Verde", &[person("Ana", "ana@casa.example", ""), elsewhere]));
    add(&mut document, deal("o-1", "", &[]));
    document
}

fn subject() -> Subject {
    Subject::of(&full(), &DealId::new("m-1")).unwrap()
}

fn forgotten() -> Document {
    forget(&full(), &subject()).0
}

fn ids(document: &Document) -> Vec<&str> {
    document.deals.keys().map(DealId::as_str).collect()
}

#[test]
fn the_buyer_goes_and_nobody_else() {
    let (after, gone) = forget(&full(), &subject());
    assert_eq!(ids(&after), ["c-1", "o-1"]);
    assert_eq!(gone.deals, 2);
    assert_eq!(gone.contacts, [Elsewhere { person: "E. Schmidt".into(), company: "Casa Verde".into() }]);
    let left: Vec<&str> =
        after.deals.values().flat_map(|deal| &deal.contacts).map(|one| &*one.name).collect();
    assert_eq!(left, ["Ana"]);
    assert_eq!(forget(&after, &subject()), (after.clone(), Default::default()));
    assert!(mentions(&after, &subject()).is_empty());

    let mut here = subject();
    here.everywhere = false;
    let (after, gone) = forget(&full(), &here);
    assert_eq!((ids(&after), gone.contacts), (vec!["c-1", "o-1"], vec![]));
    assert_eq!(after.deal(&DealId::new("c-1")), full().deal(&DealId::new("c-1")));
}

#[test]
fn a_deal_without_a_buyer_takes_no_other_along() {
    let mut document = full();
    add(&mut document, deal("o-2", " ", &[]));
    let subject = Subject::of(&document, &DealId::new("o-1")).unwrap();
    assert_eq!(ids(&forget(&document, &subject).0), ["c-1", "m-1", "m-2", "o-2"]);
    assert!(Subject::of(&document, &DealId::new("no such deal")).is_none());
}

#[test]
fn an_older_state_is_cleaned_of_older_names_and_people() {
    let mut older = full();
    add(&mut older, deal("m-1", "Mueller KG", &[person("Old Friend", "old@mueller.example", "")]));
    add(&mut older, deal("c-2", "Casa Verde", &[person("", "old@mueller.example", "")]));
    let after = forget(&older, &subject()).0;
    assert_eq!(ids(&after), ["c-1", "c-2", "o-1"]);
    assert!(after.deal(&DealId::new("c-2")).unwrap().contacts.is_empty());
}

#[test]
fn what_still_names_the_buyer_is_told_and_left() {
    let mut document = full();
    let mut library = Library::default();
    for text in ["We supply MÜLLER GmbH, Hamburg.", "We supply Müllergmbhs.", "ISO 9001"] {
        library.add(EntryKind::Reference, "").set_wording("en", text.to_owned());
    }
    document.library = library.clone().into();
    let mut told = deal("c-3", "Casa Azul", &[]);
    told.notes = "ask ms schmidt, she knows".into();
    add(&mut document, told);
    let after = forget(&document, &subject()).0;
    assert_eq!(*after.library, library);
    assert_eq!(
        mentions(&after, &subject()),
        [Mention::Library("We supply MÜLLER GmbH, Hamburg.".into()), Mention::Deal("Casa Azul".into())]
    );
}

/// A document with a copy of every kind beside it; all but one can be read.
fn surrounded(path: &Path) -> PathBuf {
    let mut changing = full();
    for round in 0..4 {
        let (_, mut session) = open(path);
        changing.extra.insert("round".into(), round.into());
        session.save(&changing).unwrap();
    }
    let folder = path.parent().unwrap();
    let text = encode(&full());
    fs::write(folder.join("deals (Anna's conflicted copy 2026-11-21).json"), &text).unwrap();
    fs::write(folder.join("deals.sync-conflict-20261121-101010-ABCDEFG.json"), &text).unwrap();
    fs::write(folder.join("deals 的冲突副本.json"), &text).unwrap();
    fs::write(folder.join("deals.json.kept-1"), text.replace("Casa Verde", "Casa Rosa")).unwrap();
    fs::write(folder.join(".deals.json.AbC123.icebreak-tmp"), &text[..text.len() - 20]).unwrap();
    fs::write(folder_of(path).join(".000001.json.AbC123.icebreak-tmp"), &text[..text.len() - 20]).unwrap();
    fs::write(folder_of(path).join("my own copy.json"), &text).unwrap();
    // Neither is a copy of this document.
    fs::write(folder.join("other.json"), encode(&forgotten())).unwrap();
    fs::write(folder_of(path).join("readme.txt"), "{\"a\": \"backups\"}").unwrap();
    let damaged = folder.join("deals.json.kept-2");
    fs::write(&damaged, &text[..text.len() - 20]).unwrap();
    damaged
}

/// Every file below a folder that has a trace of the buyer in it.
fn traces(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(traces(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            let holds = |trace: &str| bytes.windows(trace.len()).any(|window| window == trace.as_bytes());
            if TRACES.into_iter().any(holds) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn no_file_beside_the_document_names_the_buyer_any_more() {
    let (folder, path) = place();
    let damaged = surrounded(&path);
    let numbers = |path: &Path| -> Vec<String> {
        list(path)
            .unwrap()
            .iter()
            .map(|one| one.path.file_name().unwrap().to_string_lossy().into_owned())
            .collect()
    };
    let before = numbers(&path);
    assert_eq!(before.len(), 3);
    assert!(traces(folder.path()).len() > 10);

    let mut desk = desk(&path, AT_ONCE);
    desk.store.put(forgotten());
    desk.store.forget(subject(), Vec::new());
    let report = desk.wait(|report| matches!(report, SaveReport::Forgotten { .. }));
    let SaveReport::Forgotten { result: Ok(cleaned), .. } = report else { panic!("{report:?}") };
    assert_eq!(cleaned, Cleaned { copies: 8, unread: vec![damaged.clone()], failed: Vec::new() });
    assert_eq!(read(&path, Trust::Checksum).unwrap().document, forgotten());
    assert_eq!(traces(folder.path()), std::slice::from_ref(&damaged));
    // The backups of before, with that of this session's first save, which never held the buyer: each under its name, in order, and sound.
    let after = numbers(&path);
    assert_eq!(after[1..], before);
    for backup in list(&path).unwrap() {
        assert_eq!(ids(&read(&backup.path, Trust::Checksum).unwrap().document), ["c-1", "o-1"]);
    }
    // What was not sound does not pass for sound now, but what it holds can still be accepted.
    let kept = folder.path().join("deals.json.kept-1");
    assert!(read(&kept, Trust::Checksum).is_err());
    let held = read(&kept, Trust::HandEdit).unwrap().document;
    assert_eq!(held.deal(&DealId::new("c-1")).unwrap().buyer.company, "Casa Rosa");

    desk.store.forget(subject(), vec![damaged, path.clone(), folder.path().join("other.json")]);
    let report = desk.wait(|report| matches!(report, SaveReport::Forgotten { .. }));
    assert_eq!(
        report,
        SaveReport::Forgotten { subject: Box::new(subject()), result: Ok(Cleaned::default()) }
    );
    assert!(traces(folder.path()).is_empty());
    assert_eq!(read(&path, Trust::Checksum).unwrap().document, forgotten());
    drop(desk);
    assert!(!names(folder.path()).iter().any(|name| name.contains("tmp")), "{:?}", names(folder.path()));
    assert!(names(folder.path()).contains(&"other.json".to_owned()));
}

#[cfg(unix)]
#[test]
fn a_copy_that_cannot_be_written_is_told_and_cleaned_later() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, path) = place();
    surrounded(&path);
    let stubborn = list(&path).unwrap().remove(1).path;
    let mode = |mode| fs::set_permissions(&stubborn, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o400);
    fs::write(&path, encode(&forgotten())).unwrap();
    let cleaned = clean_copies(&path, &subject(), &[], true).unwrap();
    assert_eq!(cleaned.failed, [(stubborn.clone(), SaveProblem::System(SystemRefusal::ReadOnly))]);
    mode(0o640);
    let again = clean_copies(&path, &subject(), &[], true).unwrap();
    assert_eq!((again.copies, again.failed.len()), (1, 0));
    assert_eq!(fs::metadata(&stubborn).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_buyer_whose_document_cannot_be_saved_can_be_forgotten_again() {
    let (folder, path) = place();
    let damaged = surrounded(&path);
    let mut desk = desk(&path, AT_ONCE);
    fs::rename(&path, folder.path().join("away")).unwrap();
    fs::create_dir(&path).unwrap();
    desk.store.put(forgotten());
    desk.store.forget(subject(), vec![damaged]);
    let report = desk.wait(|report| matches!(report, SaveReport::Forgotten { .. }));
    let problem = SaveProblem::System(SystemRefusal::NotAFile);
    assert_eq!(report, SaveReport::Forgotten { subject: Box::new(subject()), result: Err(problem) });
    assert_eq!(traces(folder.path()), [folder.path().join("away")]);

    fs::remove_dir(&path).unwrap();
    fs::rename(folder.path().join("away"), &path).unwrap();
    desk.store.forget(subject(), Vec::new());
    let report = desk.wait(|report| matches!(report, SaveReport::Forgotten { .. }));
    let result = Ok(Cleaned::default());
    assert_eq!(report, SaveReport::Forgotten { subject: Box::new(subject()), result });
    assert!(traces(folder.path()).is_empty());
    assert_eq!(read(&path, Trust::Checksum).unwrap().document, forgotten());
}
