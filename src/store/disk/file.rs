//! Files as the store reads them: as a whole, with a limit, and with the system's errors as facts.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::domain::files::problem::{OpenProblem, SystemRefusal};
use crate::domain::files::sealed::hex;

/// In bytes. A document of 100,000 deals stays below a fifth of it.
const LARGEST: u64 = 1 << 30;

/// SHA-256 of a whole file: tells whether it is still the one last seen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; 32]);

impl Hash {
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl std::fmt::Debug for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

/// Reads a whole regular file; never waits on a pipe and never reads more than the limit.
pub fn read(path: &Path) -> Result<Vec<u8>, OpenProblem> {
    match bytes_if_there(path) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(OpenProblem::NotThere),
        Err(cause) => Err(OpenProblem::Unreadable(cause)),
    }
}

/// The file's bytes; none where no file is there.
pub fn bytes_if_there(path: &Path) -> Result<Option<Vec<u8>>, SystemRefusal> {
    let mut bytes = Vec::new();
    let read = read_if_there(path, |file| file.read_to_end(&mut bytes).map(|_read| ()))?;
    Ok(read.then_some(bytes))
}

/// The hash of a file, without holding it in memory; none where no file is there.
pub fn hash_if_there(path: &Path) -> Result<Option<Hash>, SystemRefusal> {
    const AT_A_TIME: usize = 1 << 18;
    let mut hash = Sha256::new();
    let read = read_if_there(path, |file| {
        let mut buffer = vec![0; AT_A_TIME];
        loop {
            match file.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(read) => hash.update(buffer.get(..read).unwrap_or_default()),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    })?;
    Ok(read.then(|| Hash(hash.finalize().into())))
}

/// Passes a regular file within the limit to `take`; false where there is no file.
fn read_if_there(
    path: &Path,
    take: impl FnOnce(&mut io::Take<File>) -> io::Result<()>,
) -> Result<bool, SystemRefusal> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(cause(&error)),
    };
    if !metadata.is_file() {
        return Err(SystemRefusal::NotAFile);
    }
    if metadata.len() > LARGEST {
        return Err(SystemRefusal::TooLarge);
    }
    // One byte more than the limit: the file may have grown since.
    let mut file = File::open(path).map_err(|error| cause(&error))?.take(LARGEST.saturating_add(1));
    take(&mut file).map_err(|error| cause(&error))?;
    if file.limit() == 0 { Err(SystemRefusal::TooLarge) } else { Ok(true) }
}

/// Whether a file is there that holds just this.
pub fn holds(path: &Path, bytes: &[u8]) -> bool {
    bytes_if_there(path).is_ok_and(|held| held.as_deref() == Some(bytes))
}

/// The target of `path` where it is a symbolic link, even if nothing is there yet.
pub fn resolve(path: &Path) -> Result<PathBuf, SystemRefusal> {
    const LONGEST_CHAIN: usize = 40;
    let mut path = std::path::absolute(path).map_err(|error| cause(&error))?;
    for _ in 0..LONGEST_CHAIN {
        match fs::read_link(&path) {
            Ok(target) => path = path.parent().unwrap_or(Path::new("/")).join(target),
            // Not a link, or nothing there: reading and writing will report it.
            Err(_) => return Ok(path),
        }
    }
    Err(SystemRefusal::Other("too many symbolic links".into()))
}

/// The folder that holds the file.
pub fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}

/// `deals.json` → `deals.json.backups` and the like.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// The cause of an error of the system.
pub fn cause(error: &io::Error) -> SystemRefusal {
    match error.kind() {
        ErrorKind::PermissionDenied if is_in_use(error) => SystemRefusal::InUse,
        ErrorKind::PermissionDenied => SystemRefusal::Denied,
        ErrorKind::ReadOnlyFilesystem => SystemRefusal::ReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => SystemRefusal::NoSpace,
        ErrorKind::NotFound => SystemRefusal::Gone,
        ErrorKind::NotADirectory | ErrorKind::IsADirectory => SystemRefusal::NotAFile,
        ErrorKind::InvalidFilename => SystemRefusal::Name,
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => SystemRefusal::InUse,
        _ if is_in_use(error) => SystemRefusal::InUse,
        _ => SystemRefusal::Other(error.to_string().into()),
    }
}

/// Windows: another program has the file open and does not share it.
fn is_in_use(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

/// The wall clock in UTC; it may be wrong, and is used only for names and for people to read.
pub fn now() -> chrono::DateTime<chrono::Utc> {
    let since_1970 = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since_1970.as_secs())
        .ok()
        .and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0))
        .unwrap_or_default()
}

/// A limit on the size of files (`ulimit -f`) sends a signal that ends the program; as an error it can be reported.
#[cfg(unix)]
pub fn survive_size_limits() {
    use std::sync::atomic::AtomicBool;
    use std::sync::{Arc, Once};
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let noticed = Arc::new(AtomicBool::new(false));
        // Without the handler a limit ends the program, as it would have before.
        let _unavailable = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, noticed);
    });
}

#[cfg(not(unix))]
pub fn survive_size_limits() {}
