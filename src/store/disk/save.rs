//! Replaces a file so that it is complete at every moment, old or new, and never overwrites content that was not seen.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, PersistError};

use super::file::{Hash, cause, folder, hash_if_there, resolve, survive_size_limits};
use crate::domain::files::problem::{FileWarning, SaveProblem, SystemRefusal};

/// How the names of our temporary files end.
pub const TEMPORARY: &str = ".icebreak-tmp";

/// What the caller knows to be at the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenContent {
    Nothing,
    /// This content, or no file any more.
    Content(Hash),
    /// Whatever is there may be replaced.
    Whatever,
}

/// The new file, and perhaps a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    pub hash: Hash,
    pub warning: Option<FileWarning>,
}

/// Writes a file that must not exist yet.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<Saved, SaveProblem> {
    save_safely(path, bytes, SeenContent::Nothing).map_err(|problem| match problem {
        SaveProblem::ChangedOutside => SaveProblem::Exists,
        other => other,
    })
}

/// Replaces the file's content, or makes the file: a temporary file beside it, synced, renamed, the folder synced.
pub fn save_safely(path: &Path, bytes: &[u8], seen: SeenContent) -> Result<Saved, SaveProblem> {
    save_hashed(path, bytes, Hash::of(bytes), seen)
}

/// The same where the hash is known already.
pub fn save_hashed(path: &Path, bytes: &[u8], hash: Hash, seen: SeenContent) -> Result<Saved, SaveProblem> {
    let path = resolve(path).map_err(SaveProblem::System)?;
    let replaced = writable_metadata(&path)?;
    let temporary = write_temporary(&path, bytes, replaced.as_ref()).map_err(system)?;
    let there = check_unchanged(&path, seen)?;
    if there {
        replace(temporary, &path)?;
    } else {
        put_in_empty_place(temporary, &path, seen)?;
    }
    let warning = sync_folder(folder(&path)).err().map(|error| FileWarning::FolderNotSynced(cause(&error)));
    Ok(Saved { hash, warning })
}

fn system(error: io::Error) -> SaveProblem {
    SaveProblem::System(cause(&error))
}

/// The file's metadata. A rename would replace even a file that is read-only, so this refuses first.
fn writable_metadata(path: &Path) -> Result<Option<Metadata>, SaveProblem> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(system(error)),
    };
    if !metadata.is_file() {
        return Err(SaveProblem::System(SystemRefusal::NotAFile));
    }
    if metadata.permissions().readonly() {
        return Err(SaveProblem::System(SystemRefusal::ReadOnly));
    }
    OpenOptions::new().write(true).open(path).map_err(system)?;
    Ok(Some(metadata))
}

/// The complete file, synced; deleted again when anything fails before the rename.
pub(crate) fn write_temporary(
    path: &Path,
    bytes: &[u8],
    replaced: Option<&Metadata>,
) -> io::Result<NamedTempFile> {
    survive_size_limits();
    let name = path.file_name().ok_or_else(|| io::Error::from(ErrorKind::IsADirectory))?;
    let mut prefix = std::ffi::OsString::from(".");
    prefix.push(name);
    prefix.push(".");
    // For a new file the mode is 0600.
    let mut temporary = Builder::new().prefix(&prefix).suffix(TEMPORARY).tempfile_in(folder(path))?;
    if let Some(replaced) = replaced {
        keep_owner(temporary.as_file(), replaced);
        temporary.as_file().set_permissions(replaced.permissions())?;
    }
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// Whether there is a file; refuses one that is not as it was seen.
fn check_unchanged(path: &Path, seen: SeenContent) -> Result<bool, SaveProblem> {
    let current = hash_if_there(path).map_err(SaveProblem::System)?;
    match (seen, current) {
        (SeenContent::Content(known), Some(current)) if known != current => Err(SaveProblem::ChangedOutside),
        (SeenContent::Nothing, Some(_)) => Err(SaveProblem::ChangedOutside),
        (SeenContent::Content(_) | SeenContent::Whatever, Some(_)) => Ok(true),
        (SeenContent::Content(_) | SeenContent::Whatever | SeenContent::Nothing, None) => Ok(false),
    }
}

fn replace(temporary: NamedTempFile, path: &Path) -> Result<(), SaveProblem> {
    const TRIES: u32 = 20;
    const PAUSE: std::time::Duration = std::time::Duration::from_millis(100);
    let mut temporary = temporary;
    for _ in 0..TRIES {
        match temporary.persist(path) {
            Ok(_file) => return Ok(()),
            Err(PersistError { error, file }) if is_sharing_violation(&error) => {
                temporary = file;
                std::thread::sleep(PAUSE);
            }
            Err(PersistError { error, .. }) => return Err(system(error)),
        }
    }
    match temporary.keep() {
        Ok((_file, path)) => Err(SaveProblem::KeptBeside(path)),
        Err(PersistError { error, .. }) => Err(system(error)),
    }
}

/// Virus scanners and cloud folders keep a file open for a moment.
fn is_sharing_violation(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// Moves the file to where there is none: whatever appears there at the last moment is not overwritten.
fn put_in_empty_place(temporary: NamedTempFile, path: &Path, seen: SeenContent) -> Result<(), SaveProblem> {
    let PersistError { error, file } = match temporary.persist_noclobber(path) {
        Ok(_file) => return Ok(()),
        Err(refused) => refused,
    };
    match (error.kind(), seen) {
        (ErrorKind::AlreadyExists, SeenContent::Whatever) => replace(file, path),
        (ErrorKind::AlreadyExists, SeenContent::Nothing | SeenContent::Content(_)) => {
            Err(SaveProblem::ChangedOutside)
        }
        // Some file systems (exFAT among them) know neither hard links nor a rename that refuses.
        (ErrorKind::Unsupported | ErrorKind::PermissionDenied | ErrorKind::InvalidInput, _)
            if !path.exists() =>
        {
            replace(file, path)
        }
        _ => Err(system(error)),
    }
}

/// Syncs a folder: after this a rename in it survives a power cut.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Only an administrator can change the owner of files; for everybody else it is the same already.
#[cfg(unix)]
fn keep_owner(file: &File, replaced: &Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let _not_allowed = fchown(file, Some(replaced.uid()), Some(replaced.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_file: &File, _replaced: &Metadata) {}

/// Whether this is the temporary file of an unfinished save.
pub fn is_temporary(candidate: &Path) -> bool {
    candidate.file_name().is_some_and(|name| name.to_string_lossy().ends_with(TEMPORARY))
}

/// Whether it is the temporary file of a save of this document.
pub fn is_temporary_of(document: &Path, candidate: &Path) -> bool {
    let name = || Some(temporary_name(candidate)? == document.file_name()?.to_str()?);
    name().unwrap_or(false)
}

/// The name of the file that an unfinished save was to become: `deals.json` of `.deals.json.AbC123.icebreak-tmp`.
pub fn temporary_name(candidate: &Path) -> Option<&str> {
    let name = candidate.file_name()?.to_str()?;
    let (name, random) = name.strip_prefix('.')?.strip_suffix(TEMPORARY)?.rsplit_once('.')?;
    let is_random = !random.is_empty() && random.chars().all(|letter| letter.is_ascii_alphanumeric());
    is_random.then_some(name)
}
