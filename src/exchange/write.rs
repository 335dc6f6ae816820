//! Writes exported files: never over an existing one unless the person chose to.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, PersistError};

pub use crate::domain::sharing::WriteProblem;

/// Between these stands something random.
const TEMPORARY: (&str, &str) = (".icebreak-", ".export-tmp");

/// Writes a new file, whole or not at all.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), WriteProblem> {
    // Most often it is there and known before anything is written.
    if fs::symlink_metadata(path).is_ok() {
        return Err(WriteProblem::Exists);
    }
    let PersistError { error, file } = match write_temporary(path, bytes)?.persist_noclobber(path) {
        Ok(_file) => return Ok(()),
        Err(refused) => refused,
    };
    match error.kind() {
        // Some file systems (exFAT among them) know neither hard links nor a rename that refuses.
        ErrorKind::Unsupported | ErrorKind::PermissionDenied | ErrorKind::InvalidInput
            if fs::symlink_metadata(path).is_err() =>
        {
            file.persist(path).map(|_file| ()).map_err(|error| of(&error.error))
        }
        _ => Err(of(&error)),
    }
}

/// Writes a file over the one that the person agreed to replace: it is the old or the new, never half.
pub fn write_over(path: &Path, bytes: &[u8]) -> Result<(), WriteProblem> {
    write_temporary(path, bytes)?.persist(path).map(|_file| ()).map_err(|error| of(&error.error))
}

/// Whole and on the disk; deleted again when anything fails.
fn write_temporary(path: &Path, bytes: &[u8]) -> Result<NamedTempFile, WriteProblem> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    sweep(folder);
    let mut builder = Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    let everybody = <fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666);
    // The person's own mask still applies: an exported file is made to be shared.
    #[cfg(unix)]
    builder.permissions(everybody);
    let mut file = builder.tempfile_in(folder).map_err(|error| of(&error))?;
    // Held while it is written, so that nobody takes it for one that was left behind.
    let _unknown_here = file.as_file().try_lock();
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(|error| of(&error))?;
    Ok(file)
}

/// Removes what exports left that were killed half-way.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_temporary = name.starts_with(TEMPORARY.0)
            && name.ends_with(TEMPORARY.1)
            && entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_temporary && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _next_time = fs::remove_file(entry.path());
        }
    }
}

fn of(error: &std::io::Error) -> WriteProblem {
    match error.kind() {
        ErrorKind::AlreadyExists => WriteProblem::Exists,
        ErrorKind::NotFound => WriteProblem::NoFolder,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => WriteProblem::Denied,
        _ => WriteProblem::Failed(error.to_string()),
    }
}
