//! Documents and folders for the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use icebreak::domain::contact::Contact;
use icebreak::domain::deal::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use icebreak::domain::deal::{Deal, DealId, Pause, Stage};
use icebreak::domain::document::Document;
use icebreak::domain::library::{EntryKind, Library, LibraryEntry, Wording};
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::settings::{LadderPreset, Settings};
use icebreak::store::{Encoder, FileAccess, Opened, Session, Trust};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

/// A folder and the path of a document in it.
pub fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deals.json");
    (folder, path)
}

/// A document whose one deal is named after `company`.
pub fn small(company: &str) -> Document {
    let mut document = Document::default();
    add(&mut document, Deal::new(DealId::new("d-1"), company));
    document
}

/// A document in which every kind of record occurs.
pub fn full() -> Document {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let mut deal = Deal::new(DealId::new("d-2"), "Müller GmbH \u{2028} \"quoted\" \\ 破冰");
    deal.contacts.push(Contact {
        name: "Ms Schmidt".into(),
        email: "s@example.com".into(),
        ..Contact::default()
    });
    deal.stage = Stage::Terms.into();
    deal.tags = vec!["fair".into(), "line\nbreak".into()];
    deal.agreed.amount = Some("30000.10".parse().unwrap());
    deal.agreed.currency = Some(Currency::EUR);
    let mut touch = Touch::new(day, TouchKind::Arrived);
    touch.money = Some(Money::from_minor(1_000_000, Currency::EUR));
    deal.story.push(touch);
    deal.promises.push(Promise {
        kind: PromiseKind::Payment.into(),
        by: day,
        made: day,
        state: PromiseState::Open.into(),
        note: String::new(),
        ours: false,
        extra: Default::default(),
    });
    deal.pause = Some(Pause { reason: "their holiday".into(), until: Some(day), ..Pause::default() });
    deal.next = Some(day);

    let mut document = small("Casa Verde");
    add(&mut document, deal);
    add(&mut document, Deal::new(DealId::new("key with \"quotes\""), ""));
    let wording = Wording { language: "en".into(), text: "ISO 9001".into(), extra: Default::default() };
    document.library = Arc::new(Library {
        entries: vec![LibraryEntry {
            id: "e-1".into(),
            kind: EntryKind::Fact.into(),
            topic: String::new(),
            wordings: vec![wording],
            source: "the certificate".into(),
            permission: true,
            products: Vec::new(),
            markets: Vec::new(),
            extra: Default::default(),
        }],
        ..Library::default()
    });
    document.settings = Arc::new(Settings {
        ladder_presets: vec![LadderPreset {
            country: None,
            stage: Some(Stage::Quoted.into()),
            days: vec![4, 8],
            extra: Default::default(),
        }],
        ..Settings::default()
    });
    document
}

pub fn add(document: &mut Document, deal: Deal) {
    document.deals.insert(deal.id.clone(), Arc::new(deal));
}

pub fn company(document: &Document) -> &str {
    &document.deal(&DealId::new("d-1")).unwrap().buyer.company
}

pub fn encode(document: &Document) -> String {
    Encoder::default().encode(document).unwrap()
}

/// The checksum as the documentation says it, computed here anew and put into the text.
pub fn reseal(text: &str) -> String {
    let start = text.find("sha256:").unwrap() + "sha256:".len();
    let (before, after) = (&text[..start], &text[start + 64..]);
    let digits: String =
        Sha256::digest(format!("{before}{after}")).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{before}{digits}{after}")
}

pub fn open(path: &Path) -> (Opened<()>, Session) {
    let Opened { document, fresh, access, warnings } = Session::open(path, Trust::Checksum).unwrap();
    match access {
        FileAccess::Writable(session) => {
            (Opened { document, fresh, access: FileAccess::Writable(()), warnings }, session)
        }
        FileAccess::ReadOnly(holder) => panic!("held by {holder:?}"),
    }
}

/// The names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
