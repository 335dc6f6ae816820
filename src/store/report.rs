//! What the saving thread says, and how long it waits.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::copies::ConflictCopy;
use super::forget::Cleaned;
use super::session::Outside;
use crate::domain::forget::Subject;
use crate::domain::problem::{FileWarning, SaveProblem};

/// Called on the saving thread after each report, so that the window looks.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// What the saving thread has to say.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    Saving,
    Saved {
        at: SystemTime,
        warnings: Vec<FileWarning>,
        /// So many documents had been put until then: [`super::Store::is_newest`] knows whether another one waits.
        puts: u64,
    },
    /// Nothing was overwritten, the newest document is still to be saved. Holds until the next `Saved`.
    Failed {
        problem: SaveProblem,
        will_retry: bool,
    },
    /// The answer to [`super::Store::look`], and what follows a save that another program's change has stopped.
    Outside(Outside),
    /// Other versions beside the document: told when they are not the same as the last time.
    Copies(Vec<ConflictCopy>),
    /// The answer to [`super::Store::retire`]: where the merged copy is kept.
    Retired(PathBuf),
    NotRetired(SaveProblem),
    /// The answer to [`super::Store::adopt`]: the file may now be replaced; what was in it lies at this path, too.
    /// What was told of the file before this answer is out of date.
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
    /// The answer to [`super::Store::back_up`]: the newest state is kept here, too.
    BackedUp(PathBuf),
    NotBackedUp(SaveProblem),
    /// The answer to [`super::Store::forget`]; a problem: the document itself could not be saved and holds the buyer still.
    Forgotten {
        subject: Box<Subject>,
        result: Result<Cleaned, SaveProblem>,
    },
}

/// How long the saving thread waits.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// After the last change.
    pub quiet: Duration,
    /// After the first change.
    pub at_most: Duration,
    /// After the first failure; twice as long after each further one.
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
