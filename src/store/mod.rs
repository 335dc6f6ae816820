//! Our own file: its format, the lock beside it, safe saving, backups, recovery, and the thread that saves.
//!
//! - [`Store`] is what the window uses: open, documents in, reports out.
//! - [`Session`] is the same without a thread: what the command line uses.
//! - [`read()`] looks at a document without locking it.
#![deny(clippy::indexing_slicing, clippy::arithmetic_side_effects)]

pub mod backups;
pub mod disk;
mod follow;
mod handle;
pub mod newer;
mod pieces;
mod report;
mod session;
mod threads;
mod worker;

pub use self::backups::copies::ConflictCopy;
pub use self::backups::survey::{Damaged, SurveyFinding, survey, survey_damaged};
pub use self::disk::copy::{copy_document, copy_file};
pub use self::disk::file::Hash;
pub use self::disk::format::{Encoder, Trust};
pub use self::disk::migrate::CURRENT_VERSION;
pub use self::disk::save::{Saved, SeenContent, create_new, save_safely};
pub(crate) use self::follow::Following;
pub(crate) use self::handle::Flushing;
pub use self::handle::Store;
pub(crate) use self::report::Waker;
pub use self::report::{Pace, SaveReport};
pub use self::session::{FileAccess, Opened, OtherVersion, Outside, Session};

use std::path::Path;

use crate::domain::document::Document;
use crate::domain::files::problem::OpenProblem;

/// What a file held when it was read.
#[derive(Clone, Debug)]
pub struct Read {
    pub document: Document,
    /// The version of the format in the file; the document is of the current one.
    pub version: u64,
    /// SHA-256 of the whole file.
    pub hash: Hash,
}

/// Reads a document and changes nothing.
pub fn read(path: &Path, trust: Trust) -> Result<Read, OpenProblem> {
    let bytes = disk::file::read(path)?;
    let (decoded, hash) =
        threads::both(bytes.len(), || disk::format::decode(&bytes, trust), || Hash::of(&bytes));
    let (document, version) = decoded?;
    Ok(Read { document, version, hash })
}
