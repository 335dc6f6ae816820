//! Writes exported files; an existing file is replaced only if the user agreed.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, PersistError};

pub use crate::domain::files::export_problem::WriteProblem;

/// Prefix and suffix of temporary files, with random characters between them.
const TEMPORARY: (&str, &str) = (".icebreak-", ".export-tmp");

/// Writes a new file completely or not at all; an error if it exists.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), WriteProblem> {
    // Usually an existing file is found here, before anything is written.
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

/// Replaces a file that the user agreed to replace: afterwards it is the old or the new one, never a mixture.
pub fn write_over(path: &Path, bytes: &[u8]) -> Result<(), WriteProblem> {
    write_temporary(path, bytes)?.persist(path).map(|_file| ()).map_err(|error| of(&error.error))
}

/// Writes a temporary file completely to the disk; it is deleted if anything fails.
fn write_temporary(path: &Path, bytes: &[u8]) -> Result<NamedTempFile, WriteProblem> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    sweep(folder);
    let mut builder = Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    let everybody = <fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666);
    // The user's umask still applies; an exported file is meant to be shared.
    #[cfg(unix)]
    builder.permissions(everybody);
    let mut file = builder.tempfile_in(folder).map_err(|error| of(&error))?;
    // Locked while it is written, so that no other run removes it as a leftover.
    let _unknown_here = file.as_file().try_lock();
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(|error| of(&error))?;
    Ok(file)
}

/// Removes temporary files of exports that were killed half-way.
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
