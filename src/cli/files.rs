//! Opens, makes and changes documents for the commands, with refusals that say what to do.

use std::path::{Path, PathBuf};

use super::Refusal;
use crate::domain::document::Document;
use crate::domain::files::problem::{Cause, FileWarning, Holder, OpenProblem, SaveProblem};
use crate::store;
use crate::store::backups::recovery;
use crate::store::disk::place;
use crate::store::{Access, CURRENT_VERSION, Encoder, Read, Session, Trust};

/// Reads a document, unless somebody else has it open; changes nothing.
pub fn open_document(path: &Path) -> Result<Document, Refusal> {
    read_document(path).map(|read| read.document)
}

/// The same, with the file's version.
pub fn read_document(path: &Path) -> Result<Read, Refusal> {
    let meant = store::disk::file::resolve(path).map_err(|cause| unreadable(path, &cause))?;
    match store::disk::lock::holder_of(&meant) {
        Some(holder) => Err(locked(path, holder.as_ref())),
        None => store::read(&meant, Trust::Checksum).map_err(|problem| not_opened(path, &problem)),
    }
}

/// The document that the window opens when none is named.
pub fn default_path() -> Result<PathBuf, Refusal> {
    place::default_document().ok_or_else(|| {
        Refusal::new("no home folder, so there is no default document; name a FILE, or set HOME")
    })
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
        Access::Writable(session) => session,
        Access::ReadOnly(holder) => return Err(locked(path, holder.as_ref())),
    };
    let (changed, answer) = change(&opened.document)?;
    if let Some(document) = changed.filter(|document| opened.fresh || *document != opened.document) {
        let warnings = session.save(&document).map_err(|problem| not_saved(path, &problem))?;
        opened.warnings.iter().chain(&warnings).for_each(|warning| warn(path, warning));
    }
    Ok(answer)
}

fn warn(path: &Path, warning: &FileWarning) {
    super::output::say(&format!("{}: done, but {warning}", path.display()));
}

fn not_opened(path: &Path, problem: &OpenProblem) -> Refusal {
    let shown = path.display();
    match problem {
        OpenProblem::NotThere => Refusal::new(format!(
            "{shown}: no such file; check the name, or make a document with `icebreak sample` or `icebreak import`"
        )),
        OpenProblem::Unreadable(cause) => unreadable(path, cause),
        OpenProblem::Damaged { damage, readable } => {
            let edit = if *readable {
                "if you edited it by hand, open it in the window and accept it; else "
            } else {
                ""
            };
            Refusal::new(format!("{shown}: damaged: {damage}; {edit}{}", good_backup(path)))
        }
        OpenProblem::Foreign => Refusal::new(format!(
            "{shown}: not an Icebreak document; name the file that Icebreak saved, or read other files with `icebreak import`"
        )),
        OpenProblem::Newer { version } => Refusal::new(format!(
            "{shown}: written by a newer Icebreak (format {version}, this one reads up to {CURRENT_VERSION}); update Icebreak"
        )),
    }
}

fn good_backup(path: &Path) -> String {
    let newest = recovery::candidates(path).ok().and_then(|candidates| {
        candidates.into_iter().find(|candidate| candidate.deals.is_ok()).map(|good| good.backup.path)
    });
    match newest {
        Some(backup) => format!("its newest good backup is {}", backup.display()),
        None => "restore it from a copy: there is no good backup beside it".to_owned(),
    }
}

fn unreadable(path: &Path, cause: &Cause) -> Refusal {
    Refusal::new(format!("{}: cannot be read: {cause}; {}", path.display(), remedy(cause)))
}

fn not_saved(path: &Path, problem: &SaveProblem) -> Refusal {
    let shown = path.display();
    match problem {
        SaveProblem::System(cause) => {
            Refusal::new(format!("{shown}: cannot be written: {cause}; {}", remedy(cause)))
        }
        SaveProblem::Exists => {
            Refusal::new(format!("{shown}: already there and never overwritten; choose another name"))
        }
        SaveProblem::ChangedOutside => {
            Refusal::new(format!("{shown}: changed by another program meanwhile; run the command again"))
        }
        SaveProblem::Locked(holder) => locked(path, holder.as_ref()),
        SaveProblem::KeptBeside(kept) => Refusal::new(format!(
            "{shown}: held open by another program; the new state is complete in {}: close that program and rename it",
            kept.display()
        )),
        SaveProblem::NotReproducible | SaveProblem::TakesLong | SaveProblem::Stopped => {
            Refusal::new(format!("{shown}: not written: {problem}; please report this"))
        }
    }
}

fn locked(path: &Path, holder: Option<&Holder>) -> Refusal {
    let who = holder.map_or_else(
        || "another program".to_owned(),
        |holder| format!("process {} on {} since {}", holder.pid, holder.host, holder.since),
    );
    Refusal::new(format!("{}: in use by {who}; close Icebreak there and try again", path.display()))
}

fn remedy(cause: &Cause) -> &'static str {
    match cause {
        Cause::Denied => "ask for permission, or choose another place",
        Cause::ReadOnly => "make it writable, or choose another place",
        Cause::NoSpace => "free some space and try again",
        Cause::Gone => "make its folder first, or check the name",
        Cause::NotAFile => "name a file",
        Cause::InUse => "close the program that holds it and try again",
        Cause::TooLarge => "a document has at most 1 GiB",
        Cause::Name => "choose a shorter and simpler name",
        Cause::Other(_) => "check the disk and try again",
    }
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
