//! A folder with a document that counts its generations, and what must hold of it after anything.

use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::files::problem::OpenProblem;
use icebreak::store;
use icebreak::store::backups::backup;
use icebreak::store::{Encoder, FileAccess, Session, Trust};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::row::ensure;

pub const BUYER: &str = "Casa Verde";
pub const PI: &str = "PI-1";

pub struct Place {
    folder: TempDir,
}

/// What stood in the folder before a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// No document.
    New,
    /// A document that has no backup yet.
    First,
    /// A document with backups.
    Later,
}

impl Start {
    pub const ALL: [Self; 3] = [Self::New, Self::First, Self::Later];

    /// The generation in the file before the save.
    pub fn generation(self) -> u64 {
        match self {
            Self::New => 0,
            Self::First => 1,
            Self::Later => 3,
        }
    }
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn at(start: Start) -> Self {
        let place = Self::new();
        for generation in 1..=start.generation() {
            save(&place.file(), generation);
        }
        place
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn file(&self) -> PathBuf {
        self.path().join("deals.json")
    }

    /// A table that brings the document to this generation.
    pub fn table(&self, generation: u64) -> PathBuf {
        let table = self.path().join("source.csv");
        fs::write(&table, format!("buyer,pi,notes\n{BUYER},{PI},generation {generation}\n")).unwrap();
        table
    }
}

/// One whole session: open, save this generation, close.
pub fn save(file: &Path, generation: u64) {
    let opened = Session::open(file, Trust::Checksum).unwrap();
    let FileAccess::Writable(mut session) = opened.access else { panic!("held by another") };
    session.save(&with_generation(&opened.document, generation)).unwrap();
}

/// The document with its counting deal at this generation; an empty one gets a few deals of some length, too.
pub fn with_generation(document: &Document, generation: u64) -> Document {
    let mut document = document.clone();
    if document.deals.is_empty() {
        for number in 0..20 {
            let mut deal = Deal::new(DealId::new(format!("d-{number}")), format!("Buyer {number}"));
            deal.notes = "破冰 ".repeat(20);
            document.deals.insert(deal.id.clone(), Arc::new(deal));
        }
    }
    let counting = document.deals.values().find(|deal| deal.agreed.pi == PI);
    let mut deal = match counting {
        Some(deal) => (**deal).clone(),
        None => Deal::new(DealId::new("counting"), BUYER),
    };
    deal.agreed.pi = PI.to_owned();
    deal.notes = format!("generation {generation}");
    document.deals.insert(deal.id.clone(), Arc::new(deal));
    document
}

/// 0 where the counting deal is not there.
pub fn generation_of(document: &Document) -> u64 {
    document
        .deals
        .values()
        .find(|deal| deal.agreed.pi == PI)
        .and_then(|deal| deal.notes.strip_prefix("generation ")?.parse().ok())
        .unwrap_or(0)
}

/// The generation in a file; 0 where none is.
pub fn generation_in(file: &Path) -> Result<u64, String> {
    match store::read(file, Trust::Checksum) {
        Ok(read) => Ok(generation_of(&read.document)),
        Err(OpenProblem::NotThere) => Ok(0),
        Err(problem) => Err(format!("does not open: {problem}")),
    }
}

/// After a crash: it opens for writing with one of these generations, nothing is left behind, every backup is good,
/// and the next save goes through.
pub fn recovers(file: &Path, generations: RangeInclusive<u64>) -> Result<(), String> {
    let opened =
        Session::open(file, Trust::Checksum).map_err(|problem| format!("does not open: {problem}"))?;
    let found = generation_of(&opened.document);
    ensure(generations.contains(&found), || format!("generation {found}, not in {generations:?}"))?;
    let FileAccess::Writable(mut session) = opened.access else { return Err("still locked".to_owned()) };
    is_tidy(file, true)?;
    backups_are_good(file)?;
    let next = generations.end() + 1;
    session
        .save(&with_generation(&opened.document, next))
        .map_err(|problem| format!("next save: {problem}"))?;
    drop(session);
    is_tidy(file, false)?;
    ensure(generation_in(file)? == next, || "the next save is not in the file".to_owned())
}

/// No temporary file is left beside the document or among its backups, and no lock unless it is held.
pub fn is_tidy(file: &Path, held: bool) -> Result<(), String> {
    let beside = names(file.parent().unwrap());
    let name = file.file_name().unwrap().to_string_lossy();
    let lock = format!("{name}.lock");
    let litter: Vec<String> = beside
        .into_iter()
        .chain(names(&backup::folder_of(file)))
        .filter(|name| name.ends_with(".icebreak-tmp") || (*name == lock && !held))
        .collect();
    ensure(litter.is_empty(), || format!("left behind: {litter:?}"))
}

pub fn backups_are_good(file: &Path) -> Result<(), String> {
    for backup in backup::list(file).map_err(|cause| format!("backups: {cause}"))? {
        store::read(&backup.path, Trust::Checksum)
            .map_err(|problem| format!("{}: {problem}", backup.path.display()))?;
    }
    Ok(())
}

/// The names in a folder, sorted; none where there is no folder.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

pub fn encode(document: &Document) -> Vec<u8> {
    Encoder::default().encode(document).unwrap().into_bytes()
}

/// Bytes with their checksum put right, as the documentation says it.
pub fn reseal(bytes: &[u8]) -> Vec<u8> {
    let start = bytes.windows(7).position(|window| window == b"sha256:").unwrap() + 7;
    let (before, after) = (&bytes[..start], &bytes[start + 64..]);
    let digest = Sha256::digest([before, after].concat());
    let digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    [before, digits.as_bytes(), after].concat()
}
