//! What can go wrong with files, as facts that `text` can say and `ui` can show.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Why the system refused to read or write.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SystemRefusal {
    #[error("permission denied")]
    Denied,
    /// The file is marked read-only, or the disk is.
    #[error("read-only")]
    ReadOnly,
    /// The disk is full, or a quota or a limit on the size of files is reached.
    #[error("no space left")]
    NoSpace,
    /// The file or its folder is not there.
    #[error("not found")]
    Gone,
    /// A folder, a device or a pipe.
    #[error("not a regular file")]
    NotAFile,
    /// Another program holds it open.
    #[error("in use by another program")]
    InUse,
    /// Larger than a document may be.
    #[error("too large")]
    TooLarge,
    /// Too long (a save needs a few letters more for its temporary file), or with a character that no name may have.
    #[error("the name is too long, or contains a character that file names may not have")]
    Name,
    /// The system's own words.
    #[error("{0}")]
    Other(Box<str>),
}

/// Why a document could not be opened. It was not touched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenProblem {
    #[error("not there")]
    NotThere,
    #[error("cannot be read: {0}")]
    Unreadable(SystemRefusal),
    /// `readable`: the content is a valid document all the same and may be accepted as an edit by hand.
    #[error("damaged: {damage}")]
    Damaged { damage: Damage, readable: bool },
    /// JSON, but not an Icebreak document.
    #[error("not an Icebreak document")]
    Foreign,
    #[error("written by a newer Icebreak, format {version}")]
    Newer { version: u64 },
}

/// How a document is damaged. Lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    #[error("the file is empty")]
    Empty,
    #[error("not text from byte {0} on")]
    NotText(usize),
    #[error("unreadable at line {line}, column {column}")]
    NotJson { line: usize, column: usize },
    /// The text ends before the document does.
    #[error("the end is missing, from line {line} on")]
    CutOff { line: usize },
    /// A name that occurs twice, or that the JSON library reserves: reading on would change or lose a value.
    #[error("the same entry is there twice at line {line}, column {column}")]
    DoubleField { line: usize, column: usize },
    #[error("its version number is missing")]
    NoVersion,
    #[error("changed since Icebreak saved it (its check value is missing)")]
    NoChecksum,
    #[error("changed since Icebreak saved it")]
    Checksum,
    /// A field has a value that it cannot have.
    #[error("{what} at line {line}, column {column}")]
    Field { line: usize, column: usize, what: Box<str> },
    #[error("the deal {0:?} has another number inside")]
    DealId(Box<str>),
}

/// Why a document could not be saved. What was on disk before is still there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveProblem {
    #[error("{0}")]
    System(SystemRefusal),
    /// The file on disk is not the one that was read or written last.
    #[error("changed by another program")]
    ChangedOutside,
    /// A file is there already, and a new one was asked for.
    #[error("already there")]
    Exists,
    /// Another window or program holds the document.
    #[error("in use")]
    Locked(Option<Holder>),
    /// What would have been written does not read back as the same document.
    #[error("the document could not be read back")]
    NotReproducible,
    /// The file could not be replaced; the new state is complete in this file beside it.
    #[error("kept beside it as {}", .0.display())]
    KeptBeside(PathBuf),
    /// The save was not finished when the time to wait was over.
    #[error("takes long")]
    TakesLong,
    /// The saving thread has ended.
    #[error("saving has stopped")]
    Stopped,
}

/// What went wrong while opening or saving although that succeeded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileWarning {
    /// The file system has no locks: two windows may write at once.
    #[error("this folder cannot tell who has it open, so open it only once: {0}")]
    NotLocked(SystemRefusal),
    /// The file is new, but a power cut could still bring the old one back.
    #[error("a power cut could still bring the old file back: {0}")]
    FolderNotSynced(SystemRefusal),
    #[error("no backup was made: {0}")]
    NoBackup(SystemRefusal),
    /// An interrupted save left a complete newer state; it is now a backup.
    #[error("an interrupted save was kept as {}", .0.display())]
    Rescued(PathBuf),
    /// The file could not be read and was kept under this name.
    #[error("an unreadable file was kept as {}", .0.display())]
    KeptAside(PathBuf),
}

/// Who holds a document, as the lock beside it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Holder {
    pub pid: u32,
    pub host: String,
    /// UTC, as in RFC 3339.
    pub since: String,
}
