//! The lock beside a document: one writer at a time, and who it is.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::file::{beside, cause, now, survive_size_limits};
use crate::domain::files::problem::{Holder, SystemRefusal};

const SUFFIX: &str = ".lock";
/// Somebody who only looks holds the lock for a moment, so ask more than once.
const TRIES: u32 = 10;
const PAUSE: Duration = Duration::from_millis(20);

/// Held until dropped. A file beside the document is locked, because saving replaces the document's own file.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

#[derive(Debug)]
pub(crate) enum Locking {
    Ours(Lock),
    Taken(Option<Holder>),
    /// The file system has no locks, or the lock's file cannot be made there.
    Impossible(SystemRefusal),
}

/// Takes the lock of a document, whether or not the document exists.
pub(crate) fn acquire(document: &Path) -> Locking {
    survive_size_limits();
    let path = beside(document, SUFFIX);
    for _ in 0..TRIES {
        let file = match open(&path) {
            Ok(file) => file,
            Err(error) => return Locking::Impossible(cause(&error)),
        };
        match file.try_lock() {
            Ok(()) if is_still_at(&file, &path) => {
                introduce_ourselves(&file);
                return Locking::Ours(Lock { file, path });
            }
            // Its holder deleted it while we opened it: lock the new one.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) => return Locking::Impossible(cause(&error)),
        }
    }
    Locking::Taken(holder(&path))
}

/// Whether another process holds the document; leaves no trace.
pub fn holder_of(document: &Path) -> Option<Option<Holder>> {
    let path = beside(document, SUFFIX);
    if !fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_file()) {
        return None;
    }
    match File::open(&path).map(|file| file.try_lock_shared()) {
        Ok(Err(TryLockError::WouldBlock)) => Some(holder(&path)),
        Ok(Ok(()) | Err(TryLockError::Error(_))) | Err(_) => None,
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While we hold the lock nobody else may delete its file. Except on Unix a deleted file cannot be told from its
        // successor, so there it is left: unlocked, it blocks nobody.
        if cfg!(unix) && is_still_at(&self.file, &self.path) {
            let _stays_behind_unlocked = fs::remove_file(&self.path);
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if !metadata.is_file() => return Err(ErrorKind::IsADirectory.into()),
        Ok(_) | Err(_) => {}
    }
    match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path) {
        // The file of another person's lock in a shared folder can still be opened for reading.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => File::open(path).map_err(|_| error),
        opened => opened,
    }
}

#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(ours), Ok(there)) => ours.dev() == there.dev() && ours.ino() == there.ino(),
        (Err(_), _) | (_, Err(_)) => false,
    }
}

#[cfg(not(unix))]
fn is_still_at(_file: &File, _path: &Path) -> bool {
    true
}

/// Writes who we are for the message to others; the lock works without it.
fn introduce_ourselves(mut file: &File) {
    let ourselves = Holder {
        pid: std::process::id(),
        host: gethostname::gethostname().to_string_lossy().into_owned(),
        since: now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
    };
    let _only_a_courtesy = serde_json::to_vec(&ourselves).map_err(io::Error::from).and_then(|text| {
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(&text)
    });
}

/// Who holds the lock, where the system lets a locked file be read.
fn holder(path: &Path) -> Option<Holder> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}
