//! A document that is open for writing: its lock, the content last seen on disk, its backups. It saves at once.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use tempfile::NamedTempFile;

use super::backups::copies::{ConflictCopy, copies_of};
use super::backups::{backup, recovery};
use super::disk::file::{Hash, bytes_if_there, hash_if_there, now, resolve};
use super::disk::format::{Encoder, Trust, decode};
use super::disk::lock;
use super::disk::lock::{Lock, Locking};
use super::disk::migrate::CURRENT_VERSION;
use super::disk::save::{SeenContent, save_hashed, write_temporary};
use super::read;
use crate::domain::document::Document;
use crate::domain::files::problem::{FileWarning, Holder, OpenProblem, SaveProblem, SystemRefusal};
use crate::domain::forget::{Subject, forget};

const BETWEEN_BACKUPS: Duration = Duration::from_secs(3600);

/// Tells the time, which is used only in the names of backups.
pub type Clock = fn() -> DateTime<Utc>;

/// A document that was opened, with what writes it.
#[derive(Debug)]
pub struct Opened<W> {
    pub document: Document,
    /// There was no file: the document starts empty.
    pub fresh: bool,
    pub access: FileAccess<W>,
    pub warnings: Vec<FileWarning>,
}

#[derive(Debug)]
pub enum FileAccess<W> {
    Writable(W),
    /// Another window or program has it open.
    ReadOnly(Option<Holder>),
}

/// The file as another program left it.
#[derive(Clone, Debug, PartialEq)]
pub enum Outside {
    Same,
    Gone,
    Changed(Box<OtherVersion>),
    /// `hash`: None where not even its bytes could be read.
    Unreadable {
        problem: OpenProblem,
        hash: Option<Hash>,
    },
}

/// What another program wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherVersion {
    pub document: Document,
    /// What the file held when we read or wrote it last.
    pub base: Document,
    pub hash: Hash,
    /// Its checksum does not match: somebody edited the text.
    pub by_hand: bool,
}

/// The only way to write a document: exists only where it could be read, or where there was no file.
#[derive(Debug)]
pub struct Session {
    path: PathBuf,
    lock: Option<Lock>,
    seen: SeenContent,
    /// What the file held then.
    base: Document,
    encoder: Encoder,
    backed_up: Option<Instant>,
    /// The file is of an earlier version: saving rewrites it in the current one.
    migrates: bool,
    clock: Clock,
    /// Our state while another program's version is in the file: an unfinished save, which is found when the document
    /// is opened after a crash, and removed with the next save.
    meanwhile: Option<NamedTempFile>,
}

impl Session {
    /// Locks and reads. A file that cannot be read is left as it is and gives no session.
    pub fn open(path: &Path, trust: Trust) -> Result<Opened<Self>, OpenProblem> {
        Self::open_at(path, trust, now)
    }

    /// The same with another clock than the computer's.
    pub fn open_at(path: &Path, trust: Trust, clock: Clock) -> Result<Opened<Self>, OpenProblem> {
        let path = resolve(path).map_err(OpenProblem::Unreadable)?;
        let mut warnings = Vec::new();
        let lock = match lock::acquire(&path) {
            Locking::Ours(lock) => {
                warnings.extend(recovery::sweep(&path, clock()));
                Ok(Some(lock))
            }
            Locking::Impossible(cause) => {
                warnings.push(FileWarning::NotLocked(cause));
                Ok(None)
            }
            Locking::Taken(holder) => Err(holder),
        };
        let (document, seen, version) = match read(&path, trust) {
            Ok(read) => (read.document, SeenContent::Content(read.hash), read.version),
            Err(OpenProblem::NotThere) => (Document::default(), SeenContent::Nothing, CURRENT_VERSION),
            Err(problem) => return Err(problem),
        };
        let access = match lock {
            Ok(lock) => {
                let migrates = version < CURRENT_VERSION;
                FileAccess::Writable(Self {
                    migrates,
                    ..Self::new(path, lock, seen, document.clone(), clock)
                })
            }
            Err(holder) => FileAccess::ReadOnly(holder),
        };
        Ok(Opened { document, fresh: seen == SeenContent::Nothing, access, warnings })
    }

    fn new(path: PathBuf, lock: Option<Lock>, seen: SeenContent, base: Document, clock: Clock) -> Self {
        let encoder = Encoder::default();
        let (backed_up, migrates, meanwhile) = (None, false, None);
        Self { path, lock, seen, base, encoder, backed_up, migrates, clock, meanwhile }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether others are kept from writing.
    pub fn is_locked(&self) -> bool {
        self.lock.is_some()
    }

    /// Writes the document unless the file holds it already; makes a backup first when one is due.
    pub fn save(&mut self, document: &Document) -> Result<Vec<FileWarning>, SaveProblem> {
        let text = self.encoder.encode(document)?;
        let hash = Hash::of(text.as_bytes());
        if self.seen == SeenContent::Content(hash) && self.is_as_seen()? {
            return Ok(Vec::new());
        }
        let mut warnings = Vec::new();
        if self.is_backup_due() {
            match self.back_up() {
                Ok(true) => self.backed_up = Some(Instant::now()),
                Ok(false) => {}
                // A file of an earlier version is not rewritten without a backup.
                Err(cause) if self.migrates => return Err(SaveProblem::System(cause)),
                Err(cause) => warnings.push(FileWarning::NoBackup(cause)),
            }
        }
        let saved = save_hashed(&self.path, text.as_bytes(), hash, self.seen)
            .inspect_err(|problem| self.keep_meanwhile(problem, text.as_bytes()))?;
        self.meanwhile = None;
        self.seen = SeenContent::Content(saved.hash);
        self.base = document.clone();
        self.migrates = false;
        warnings.extend(saved.warning);
        Ok(warnings)
    }

    /// Until somebody has looked at the other version, ours must not be in memory only. If this fails as well, the
    /// refused save is what is reported.
    fn keep_meanwhile(&mut self, problem: &SaveProblem, bytes: &[u8]) {
        if *problem == SaveProblem::ChangedOutside
            && self.lock.is_some()
            && let Ok(kept) = write_temporary(&self.path, bytes, None)
        {
            self.meanwhile = Some(kept);
        }
    }

    /// Whether another program has changed the file since it was read or written.
    pub fn look(&self) -> Outside {
        // The usual case, without reading the whole file into memory.
        match self.is_as_seen() {
            Ok(true) => return Outside::Same,
            Ok(false) => {}
            Err(SaveProblem::System(cause)) => {
                return Outside::Unreadable { problem: OpenProblem::Unreadable(cause), hash: None };
            }
            Err(_) => {}
        }
        let bytes = match bytes_if_there(&self.path) {
            Ok(Some(bytes)) => bytes,
            Ok(None) if self.seen == SeenContent::Nothing => return Outside::Same,
            Ok(None) => return Outside::Gone,
            Err(cause) => {
                return Outside::Unreadable { problem: OpenProblem::Unreadable(cause), hash: None };
            }
        };
        let hash = Hash::of(&bytes);
        if self.seen == SeenContent::Content(hash) {
            return Outside::Same;
        }
        let (by_hand, read) = match decode(&bytes, Trust::Checksum) {
            Err(OpenProblem::Damaged { readable: true, .. }) => (true, decode(&bytes, Trust::HandEdit)),
            read => (false, read),
        };
        match read {
            Ok((document, _version)) => {
                Outside::Changed(Box::new(OtherVersion { document, base: self.base.clone(), hash, by_hand }))
            }
            Err(problem) => Outside::Unreadable { problem, hash: Some(hash) },
        }
    }

    /// The conflict copies beside the document.
    pub fn copies(&self) -> Vec<ConflictCopy> {
        let known = match self.seen {
            SeenContent::Content(hash) => Some(hash),
            SeenContent::Nothing | SeenContent::Whatever => None,
        };
        copies_of(&self.path, known, &self.base)
    }

    /// The person has seen the file with this hash and taken what they want from it, so the next save may replace it.
    /// Content that no backup can hold is kept beside the document.
    pub fn adopt(&mut self, hash: Hash) -> Result<Option<PathBuf>, SaveProblem> {
        let bytes = bytes_if_there(&self.path).map_err(SaveProblem::System)?;
        let Some(bytes) = bytes.filter(|bytes| Hash::of(bytes) == hash) else {
            return Err(SaveProblem::ChangedOutside);
        };
        self.back_up_base()?;
        let (theirs, aside) = match decode(&bytes, Trust::Checksum) {
            Ok((document, _version)) => (Some(document), None),
            Err(_) => {
                let edited = decode(&bytes, Trust::HandEdit).ok().map(|(document, _version)| document);
                (edited, Some(recovery::keep_aside(&self.path, &bytes)?))
            }
        };
        if let Some(theirs) = theirs {
            self.base = theirs;
        }
        self.seen = SeenContent::Content(hash);
        self.backed_up = None;
        Ok(aside)
    }

    /// Saves under another name and continues there. The old document stays as it was last saved.
    pub fn move_to(
        &mut self,
        path: &Path,
        overwrite: bool,
        document: &Document,
    ) -> Result<Vec<FileWarning>, SaveProblem> {
        let path = resolve(path).map_err(SaveProblem::System)?;
        if path == self.path {
            return self.save(document);
        }
        let mut warnings = Vec::new();
        let lock = match lock::acquire(&path) {
            Locking::Ours(lock) => Some(lock),
            Locking::Taken(holder) => return Err(SaveProblem::Locked(holder)),
            Locking::Impossible(cause) => {
                warnings.push(FileWarning::NotLocked(cause));
                None
            }
        };
        let seen = match bytes_if_there(&path).map_err(SaveProblem::System)? {
            None => SeenContent::Nothing,
            Some(bytes) if overwrite => SeenContent::Content(Hash::of(&bytes)),
            Some(_) => return Err(SaveProblem::Exists),
        };
        let mut moved = Self::new(path, lock, seen, Document::default(), self.clock);
        warnings.extend(moved.save(document)?);
        *self = moved;
        Ok(warnings)
    }

    /// Makes the backup that the next save is due to make, but without the forgotten buyer.
    pub(crate) fn back_up_without(&mut self, subject: &Subject) -> Result<(), SaveProblem> {
        if self.seen != SeenContent::Nothing && self.is_backup_due() {
            let (base, _forgotten) = forget(&self.base, subject);
            self.back_up_now(&base)?;
            self.backed_up = Some(Instant::now());
        }
        Ok(())
    }

    fn is_backup_due(&self) -> bool {
        self.backed_up.is_none_or(|last| last.elapsed() >= BETWEEN_BACKUPS)
    }

    /// Keeps this state as a backup, whether or not it is saved; returns its path.
    pub fn back_up_now(&mut self, document: &Document) -> Result<PathBuf, SaveProblem> {
        let text = self.encoder.encode(document)?;
        backup::take(&self.path, text.as_bytes(), (self.clock)()).map_err(SaveProblem::System)
    }

    /// Keeps what the file held when it was last seen, because another program has replaced it.
    pub(crate) fn back_up_base(&mut self) -> Result<(), SaveProblem> {
        match self.seen {
            SeenContent::Nothing | SeenContent::Whatever => Ok(()),
            SeenContent::Content(_) => self.back_up_now(&self.base.clone()).map(|_path| ()),
        }
    }

    fn is_as_seen(&self) -> Result<bool, SaveProblem> {
        let there = hash_if_there(&self.path).map_err(SaveProblem::System)?;
        Ok(there.is_some_and(|hash| SeenContent::Content(hash) == self.seen))
    }

    /// Backs up what is about to be overwritten, if it is a document that we have seen; returns whether it did.
    fn back_up(&self) -> Result<bool, SystemRefusal> {
        let bytes = bytes_if_there(&self.path)?;
        // The save will refuse to overwrite anything else.
        let seen = bytes.filter(|bytes| SeenContent::Content(Hash::of(bytes)) == self.seen);
        let Some(bytes) = seen else {
            return Ok(false);
        };
        if decode(&bytes, Trust::Checksum).is_ok() {
            return backup::take(&self.path, &bytes, (self.clock)()).map(|_path| true);
        }
        match decode(&bytes, Trust::HandEdit) {
            Ok((edited, _version)) => {
                let sealed = Encoder::default()
                    .encode(&edited)
                    .map_err(|problem| SystemRefusal::Other(problem.to_string().into()))?;
                backup::take(&self.path, sealed.as_bytes(), (self.clock)()).map(|_path| true)
            }
            // Another kind of file, which the person chose to overwrite.
            Err(_) => Ok(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Inside `src`, because there is no earlier version yet that a file could have.
    #[test]
    fn an_earlier_version_is_not_rewritten_without_a_backup() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deals.json");
        let FileAccess::Writable(mut session) = Session::open(&path, Trust::Checksum).unwrap().access else {
            panic!("held")
        };
        session.save(&Document::default()).unwrap();
        let old = std::fs::read(&path).unwrap();
        session.migrates = true;
        std::fs::write(backup::folder_of(&path), "a file where the folder belongs").unwrap();
        let mut changed = Document::default();
        changed.extra.insert("new".into(), 1.into());
        assert!(matches!(session.save(&changed), Err(SaveProblem::System(_))));
        assert_eq!(std::fs::read(&path).unwrap(), old);

        std::fs::remove_file(backup::folder_of(&path)).unwrap();
        assert_eq!(session.save(&changed), Ok(Vec::new()));
        let backups = backup::list(&path).unwrap();
        assert_eq!(std::fs::read(&backups[0].path).unwrap(), old);
    }
}
