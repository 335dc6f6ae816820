//! The reports of the saving thread, and its waiting times.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::backups::copies::ConflictCopy;
use super::backups::forget::Cleaned;
use super::session::Outside;
use crate::domain::files::problem::{FileWarning, SaveProblem};
use crate::domain::forget::Subject;

/// Called on the saving thread after each report, so that the window reads it.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// A report of the saving thread.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveReport {
    Saving,
    Saved {
        at: SystemTime,
        warnings: Vec<FileWarning>,
        /// The number of documents that had been put: [`super::Store::is_newest`] knows whether there is a newer one.
        puts: u64,
    },
    /// Nothing was overwritten, the newest document is still to be saved. Holds until the next `Saved`.
    Failed {
        problem: SaveProblem,
        will_retry: bool,
    },
    /// The answer to [`super::Store::look`], also sent when a save was stopped by another program's change.
    Outside(Outside),
    /// Other versions beside the document; sent when they have changed.
    Copies(Vec<ConflictCopy>),
    /// The answer to [`super::Store::retire`]: where the merged copy is kept.
    Retired(PathBuf),
    NotRetired(SaveProblem),
    /// The answer to [`super::Store::adopt`]: the file may now be replaced; what was in it is also kept at this path.
    /// Earlier reports about the file are out of date.
    Adopted {
        kept: Option<PathBuf>,
    },
    NotAdopted(SaveProblem),
    /// The document is now saved here.
    Moved {
        path: PathBuf,
        warnings: Vec<FileWarning>,
        /// As with `Saved`.
        puts: u64,
    },
    NotMoved(SaveProblem),
    /// The answer to [`super::Store::back_up`]: the newest state is also kept at this path.
    BackedUp(PathBuf),
    NotBackedUp(SaveProblem),
    /// The answer to [`super::Store::forget`]; an error: the document itself could not be saved and still holds the
    /// buyer.
    Forgotten {
        subject: Box<Subject>,
        result: Result<Cleaned, SaveProblem>,
    },
}

/// How long the saving thread waits before it saves.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// After the last change.
    pub quiet: Duration,
    /// After the first change.
    pub at_most: Duration,
    /// After the first failure; doubled after each further one.
    pub first_retry: Duration,
    pub longest_retry: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            quiet: Duration::from_millis(400),
            at_most: Duration::from_secs(5),
            first_retry: Duration::from_secs(2),
            longest_retry: Duration::from_secs(60),
        }
    }
}
