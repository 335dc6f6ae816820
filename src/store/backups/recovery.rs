//! Finds the newest good state of a damaged document: backups, interrupted saves; nothing is ever thrown away.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::backup;
use super::backup::Backup;
use super::copies::is_copy_of;
use crate::domain::files::problem::{FileWarning, OpenProblem, SaveProblem, SystemRefusal};
use crate::store::disk::file::{Hash, beside, bytes_if_there, folder, holds, resolve};
use crate::store::disk::format::{Trust, decode};
use crate::store::disk::lock;
use crate::store::disk::lock::Locking;
use crate::store::disk::save::{
    SeenContent, create_new, is_temporary, is_temporary_of, save_safely, temporary_name,
};

/// A backup that may take the document's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub backup: Backup,
    /// How many deals it holds, or why it cannot be used.
    pub deals: Result<usize, OpenProblem>,
}

/// Every backup of a document, newest first, each one read and verified.
pub fn candidates(document: &Path) -> Result<Vec<Candidate>, SystemRefusal> {
    let verify = |backup: Backup| {
        let deals = crate::store::read(&backup.path, Trust::Checksum).map(|read| read.document.deals.len());
        Candidate { backup, deals }
    };
    Ok(backup::list(&resolve(document)?)?.into_iter().map(verify).collect())
}

/// Puts a good backup in the document's place. The former file is kept beside it under the returned name.
pub fn restore(document: &Path, backup: &Path) -> Result<Option<PathBuf>, SaveProblem> {
    let document = resolve(document).map_err(SaveProblem::System)?;
    let _lock = match lock::acquire(&document) {
        Locking::Ours(lock) => Some(lock),
        Locking::Taken(holder) => return Err(SaveProblem::Locked(holder)),
        Locking::Impossible(_) => None,
    };
    let good = bytes_if_there(backup)
        .map_err(SaveProblem::System)?
        .ok_or(SaveProblem::System(SystemRefusal::Gone))?;
    decode(&good, Trust::Checksum).map_err(|_no_good| SaveProblem::NotReproducible)?;
    let (aside, seen) = match bytes_if_there(&document).map_err(SaveProblem::System)? {
        Some(bad) => (Some(keep_aside(&document, &bad)?), SeenContent::Content(Hash::of(&bad))),
        None => (None, SeenContent::Nothing),
    };
    save_safely(&document, &good, seen)?;
    Ok(aside)
}

/// Copies content that cannot be read, or was not seen, to a free name beside the document, but only once.
pub(crate) fn keep_aside(document: &Path, bytes: &[u8]) -> Result<PathBuf, SaveProblem> {
    const TRIES: u32 = 1000;
    for number in 1..=TRIES {
        let aside = beside(document, &format!(".kept-{number}"));
        match create_new(&aside, bytes) {
            Ok(_saved) => return Ok(aside),
            // An interrupted restore has kept it already.
            Err(SaveProblem::Exists) if holds(&aside, bytes) => return Ok(aside),
            Err(SaveProblem::Exists) => {}
            Err(other) => return Err(other),
        }
    }
    Err(SaveProblem::Exists)
}

/// Removes the files of interrupted saves; needs the document's lock. A complete state becomes a backup first, and is
/// reported if it is of this document and newer than it.
pub(crate) fn sweep(document: &Path, now: DateTime<Utc>) -> Vec<FileWarning> {
    // Unfinished backups are copies of what the document still holds.
    for half in files_in(&backup::folder_of(document)).filter(|path| is_temporary(path)) {
        let _next_time = fs::remove_file(half);
    }
    files_in(folder(document))
        .filter(|path| is_temporary_of(document, path) || is_temporary_of_a_copy(document, path))
        .filter_map(|temporary| sweep_one(document, &temporary, now))
        .collect()
}

/// Whether a file was to become one that is kept aside, or a conflict copy that nobody has opened.
fn is_temporary_of_a_copy(document: &Path, candidate: &Path) -> bool {
    temporary_name(candidate).is_some_and(|name| {
        let copy = candidate.with_file_name(name);
        is_copy_of(document, &copy) && lock::holder_of(&copy).is_none()
    })
}

/// Nothing where the folder cannot be read: opening the document will report the same.
fn files_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

fn sweep_one(document: &Path, temporary: &Path, now: DateTime<Utc>) -> Option<FileWarning> {
    let bytes = bytes_if_there(temporary).ok()??;
    let is_whole = match decode(&bytes, Trust::Checksum) {
        Ok(_) => true,
        // Only the newer program that wrote it can judge it.
        Err(OpenProblem::Newer { .. }) => return None,
        Err(_half) => false,
    };
    let is_known = holds(document, &bytes);
    let mut warning = None;
    if is_whole && !is_known {
        match backup::take(document, &bytes, now) {
            Ok(kept) if is_temporary_of(document, temporary) && is_newer(temporary, document) => {
                warning = Some(FileWarning::Rescued(kept))
            }
            Ok(_older) => {}
            Err(cause) => return Some(FileWarning::NoBackup(cause)),
        }
    }
    // If it cannot be deleted, the next sweep tries again.
    let _next_time = fs::remove_file(temporary);
    warning
}

fn is_newer(one: &Path, other: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    changed(one) > changed(other)
}
