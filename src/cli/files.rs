//! Opens, makes and changes documents for the commands, with refusals that say what to do.

use std::path::{Path, PathBuf};

use super::Refusal;
use crate::domain::document::Document;
use crate::domain::files::problem::{FileWarning, Holder, OpenProblem, SaveProblem};
use crate::store;
use crate::store::backups::recovery;
use crate::store::disk::place;
use crate::store::{CURRENT_VERSION, Encoder, FileAccess, Read, Session, Trust};
use crate::text::command_line::files as words;

/// Reads a document, unless somebody else has it open; changes nothing.
pub fn open_document(path: &Path) -> Result<Document, Refusal> {
    read_document(path).map(|read| read.document)
}

/// The same, with the file's version.
pub fn read_document(path: &Path) -> Result<Read, Refusal> {
    let meant =
        store::disk::file::resolve(path).map_err(|cause| Refusal::new(words::unreadable(path, &cause)))?;
    match store::disk::lock::holder_of(&meant) {
        Some(holder) => Err(locked(path, holder.as_ref())),
        None => store::read(&meant, Trust::Checksum).map_err(|problem| not_opened(path, &problem)),
    }
}

/// The document that the window opens when none is named.
pub fn default_path() -> Result<PathBuf, Refusal> {
    place::default_document().ok_or_else(|| Refusal::new(words::NO_DEFAULT))
}

/// Writes a document that must not exist yet.
pub fn create_document(path: &Path, document: &Document) -> Result<(), Refusal> {
    Encoder::default()
        .encode(document)
        .and_then(|text| store::create_new(path, text.as_bytes()))
        .map(|_saved| ())
        .map_err(|problem| not_saved(path, &problem))
}

/// Changes a document under its lock; a missing one starts empty. The change returns the new document, or None to write
/// nothing, and what the command answers. If it refuses, nothing is written.
pub fn update_document<T>(
    path: &Path,
    change: impl FnOnce(&Document) -> Result<(Option<Document>, T), Refusal>,
) -> Result<T, Refusal> {
    let opened = Session::open(path, Trust::Checksum).map_err(|problem| not_opened(path, &problem))?;
    let mut session = match opened.access {
        FileAccess::Writable(session) => session,
        FileAccess::ReadOnly(holder) => return Err(locked(path, holder.as_ref())),
    };
    let (changed, answer) = change(&opened.document)?;
    if let Some(document) = changed.filter(|document| opened.fresh || *document != opened.document) {
        let warnings = session.save(&document).map_err(|problem| not_saved(path, &problem))?;
        opened.warnings.iter().chain(&warnings).for_each(|warning| warn(path, warning));
    }
    Ok(answer)
}

fn warn(path: &Path, warning: &FileWarning) {
    super::output::say(&words::done_but(path, warning));
}

fn not_opened(path: &Path, problem: &OpenProblem) -> Refusal {
    Refusal::new(words::not_opened(path, problem, CURRENT_VERSION, || good_backup(path)))
}

fn good_backup(path: &Path) -> Option<PathBuf> {
    let candidates = recovery::candidates(path).ok()?;
    candidates.into_iter().find(|candidate| candidate.deals.is_ok()).map(|good| good.backup.path)
}

fn not_saved(path: &Path, problem: &SaveProblem) -> Refusal {
    Refusal::new(words::not_saved(path, problem))
}

fn locked(path: &Path, holder: Option<&Holder>) -> Refusal {
    Refusal::new(words::locked(path, holder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rename(document: &Document, name: &str) -> Document {
        let mut document = document.clone();
        document.extra.insert("name".into(), name.into());
        document
    }

    #[test]
    fn a_document_is_created_once_and_changed_under_its_lock() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deals.json");
        let first = rename(&Document::default(), "first");
        create_document(&path, &first).unwrap();
        let refused = create_document(&path, &Document::default()).unwrap_err();
        assert!(refused.0.contains("already there"), "{refused}");

        let answer = update_document(&path, |document| {
            assert_eq!(*document, first);
            let locked = open_document(&path).unwrap_err();
            assert!(locked.0.contains(&std::process::id().to_string()), "{locked}");
            assert!(update_document(&path, |_| Ok((None, ()))).is_err());
            Ok((Some(rename(document, "second")), 7))
        });
        assert_eq!(answer.unwrap(), 7);
        assert_eq!(open_document(&path).unwrap(), rename(&Document::default(), "second"));
    }

    #[test]
    fn a_refused_or_dry_change_writes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deals.json");
        let refuse = |_: &Document| Err::<(Option<Document>, ()), _>(Refusal::new("no"));
        assert!(update_document(&path, refuse).is_err());
        update_document(&path, |_| Ok((None, ()))).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        update_document(&path, |document| Ok((Some(document.clone()), ()))).unwrap();
        assert_eq!(open_document(&path).unwrap(), Document::default());
    }
}
