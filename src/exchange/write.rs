//! Writes exported files: never over an existing one unless the person chose to.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

pub use crate::domain::sharing::WriteProblem;

/// Writes a new file and leaves nothing behind where that fails.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), WriteProblem> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(|error| of(&error))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|error| {
        // Half a file would pass for a whole one; that it cannot even be removed changes nothing about the failure.
        let _kept = fs::remove_file(path);
        of(&error)
    })
}

/// Writes a file over the one that the person agreed to replace: it is the old or the new, never half.
pub fn write_over(path: &Path, bytes: &[u8]) -> Result<(), WriteProblem> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    let everybody = <fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666);
    // The person's own mask still applies: an exported file is made to be shared.
    #[cfg(unix)]
    builder.permissions(everybody);
    let mut file = builder.tempfile_in(folder).map_err(|error| of(&error))?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(|error| of(&error))?;
    file.persist(path).map(|_file| ()).map_err(|error| of(&error.error))
}

fn of(error: &std::io::Error) -> WriteProblem {
    match error.kind() {
        ErrorKind::AlreadyExists => WriteProblem::Exists,
        ErrorKind::NotFound => WriteProblem::NoFolder,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => WriteProblem::Denied,
        _ => WriteProblem::Failed(error.to_string()),
    }
}
