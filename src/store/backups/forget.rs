//! Removes a forgotten buyer from every copy of the document beside it: backups, kept files and conflict copies.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::copies::{is_copy_of, is_version_beside};
use super::{backup, recovery};
use crate::domain::document::Document;
use crate::domain::files::problem::{OpenProblem, SaveProblem, SystemRefusal};
use crate::domain::files::sealed::HASH_NAME;
use crate::domain::forget::{Subject, forget};
use crate::store::disk::file::{Hash, bytes_if_there, cause, folder};
use crate::store::disk::format::{Encoder, Trust, decode};
use crate::store::disk::save::{SeenContent, is_temporary, is_temporary_of, save_safely, temporary_name};

/// The result of cleaning the copies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cleaned {
    /// Copies that held the buyer and no longer do.
    pub copies: usize,
    /// Copies that could not be read, so their content is unknown.
    pub unread: Vec<PathBuf>,
    /// Copies that still hold the buyer, and why.
    pub failed: Vec<(PathBuf, SaveProblem)>,
}

/// Removes the buyer from every copy of a document. Of the copies that cannot be read, those in `delete` are deleted,
/// as the person chose. `locked`: we hold the document's lock, so nobody else is writing a copy.
pub fn clean_copies(
    document: &Path,
    subject: &Subject,
    delete: &[PathBuf],
    locked: bool,
) -> Result<Cleaned, SystemRefusal> {
    if locked {
        // A complete state left by an interrupted save becomes a backup here, and is cleaned as one.
        let _cleaned_below = recovery::sweep(document, crate::store::disk::file::now());
    }
    let mut cleaned = Cleaned::default();
    for path in copies_of(document)? {
        match clean(&path, subject) {
            Ok(Cleaning::Done) => cleaned.copies = cleaned.copies.saturating_add(1),
            Ok(Cleaning::NotNeeded) => {}
            Ok(Cleaning::Unread) if delete.contains(&path) => {
                if let Err(error) = fs::remove_file(&path) {
                    cleaned.failed.push((path, SaveProblem::System(cause(&error))));
                }
            }
            Ok(Cleaning::Unread) => cleaned.unread.push(path),
            Err(problem) => cleaned.failed.push((path, problem)),
        }
    }
    Ok(cleaned)
}

/// Backups (every file among them, whatever its name), copies that were kept aside, conflict copies made by programs
/// for synchronising, and unfinished saves. Other documents in the folder are not included.
fn copies_of(document: &Path) -> Result<Vec<PathBuf>, SystemRefusal> {
    let is_ours = |path: &Path| {
        is_copy_of(document, path)
            || is_temporary_of(document, path)
            || temporary_name(path).is_some_and(|name| is_copy_of(document, &path.with_file_name(name)))
    };
    let mut copies = files_in(&backup::folder_of(document))?;
    // A file whose name may be anybody's counts only if it is a version of this document.
    let ours = bytes_if_there(document).ok().flatten().and_then(|bytes| read(&bytes).ok());
    let is_version =
        |path: &Path| ours.as_ref().is_some_and(|(ours, _sound)| is_version_beside(document, path, ours));
    copies.extend(files_in(folder(document))?.into_iter().filter(|path| is_ours(path) || is_version(path)));
    copies.sort();
    Ok(copies)
}

fn files_in(folder: &Path) -> Result<Vec<PathBuf>, SystemRefusal> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(cause(&error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| cause(&error))?.path();
        if fs::metadata(&path).is_ok_and(|metadata| metadata.is_file()) {
            files.push(path);
        }
    }
    Ok(files)
}

enum Cleaning {
    Done,
    NotNeeded,
    Unread,
}

fn clean(path: &Path, subject: &Subject) -> Result<Cleaning, SaveProblem> {
    let bytes = match bytes_if_there(path) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Ok(Cleaning::NotNeeded),
        Err(_unreadable) => return Ok(Cleaning::Unread),
    };
    // Part of an interrupted save that could not be removed.
    if is_temporary(path) {
        return Ok(Cleaning::Unread);
    }
    let (held, sound) = match read(&bytes) {
        Ok(read) => read,
        Err(OpenProblem::Foreign) if !names(&bytes, subject) => return Ok(Cleaning::NotNeeded),
        Err(_unreadable) => return Ok(Cleaning::Unread),
    };
    let (after, _forgotten) = forget(&held, subject);
    if after == held {
        return Ok(Cleaning::NotNeeded);
    }
    let text = Encoder::default().encode(&after)?;
    let text = if sound { text } else { unsealed(&text) };
    save_safely(path, text.as_bytes(), SeenContent::Content(Hash::of(&bytes)))?;
    Ok(Cleaning::Done)
}

/// The document in a copy, and whether its checksum is right.
fn read(bytes: &[u8]) -> Result<(Document, bool), OpenProblem> {
    match decode(bytes, Trust::Checksum) {
        Ok((document, _version)) => Ok((document, true)),
        Err(OpenProblem::Damaged { readable: true, .. }) => {
            decode(bytes, Trust::HandEdit).map(|(document, _version)| (document, false))
        }
        Err(other) => Err(other),
    }
}

/// The text with its checksum made invalid: a copy that was damaged must not pass for a good one afterwards.
fn unsealed(text: &str) -> String {
    let Some((before, sealed)) = text.split_once(HASH_NAME) else { return text.to_owned() };
    let after = sealed.trim_start_matches(|digit: char| digit.is_ascii_hexdigit());
    let digits = sealed.len().saturating_sub(after.len());
    [before, HASH_NAME, &"0".repeat(digits), after].concat()
}

fn names(bytes: &[u8], subject: &Subject) -> bool {
    let text = String::from_utf8_lossy(bytes);
    subject.names().any(|name| text.contains(name))
}
