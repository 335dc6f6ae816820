//! Our own file: its format, the lock beside it, safe saving, backups, recovery, and the thread that saves.
//!
//! - [`Store`] is what the window uses: open, documents in, reports out.
//! - [`Session`] is the same without a thread: what the command line uses.
//! - [`read()`] looks at a document without locking it.
#![deny(clippy::indexing_slicing, clippy::arithmetic_side_effects)]

pub mod backup;
pub mod copies;
mod copy;
pub mod file;
mod follow;
pub mod forget;
pub mod format;
mod handle;
pub mod kept;
pub mod lock;
mod migrate;
pub mod newer;
mod pieces;
pub mod place;
pub mod preferences;
pub mod recovery;
mod report;
pub mod salvage;
mod save;
mod session;
mod survey;
mod threads;
mod worker;

pub use copies::ConflictCopy;
pub use copy::{copy_document, copy_file};
pub use file::Hash;
pub use follow::Following;
pub use format::{Encoder, Trust};
pub use handle::{Flushing, Store};
pub use migrate::CURRENT_VERSION;
pub use report::{Pace, Report, Waker};
pub use save::{Saved, Seen, create_new, save_safely};
pub use session::{Access, Opened, OtherVersion, Outside, Session};
pub use survey::{Damaged, Finding, survey, survey_damaged};

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
    let bytes = file::read(path)?;
    let (decoded, hash) = threads::both(|| format::decode(&bytes, trust), || Hash::of(&bytes));
    let (document, version) = decoded?;
    Ok(Read { document, version, hash })
}
