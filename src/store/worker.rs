//! The saving thread: takes documents, waits for a pause, saves the newest, reports. The frame never waits for it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant, SystemTime};

use super::backups::copies::{ConflictCopy, retire};
use super::backups::forget::{Cleaned, clean_copies};
use super::disk::file::Hash;
use super::report::{Pace, SaveReport, Waker};
use super::session::{Outside, Session};
use crate::domain::document::Document;
use crate::domain::files::problem::{OpenProblem, SaveProblem};
use crate::domain::forget::Subject;

/// An order to the thread.
pub enum WorkerOrder {
    Put(Document),
    Flush(Sender<Result<(), SaveProblem>>),
    Leave(Sender<Result<(), SaveProblem>>),
    Look,
    Adopt { hash: Hash, merged: Document },
    Retire { copy: PathBuf, hash: Hash },
    Move { path: PathBuf, overwrite: bool },
    BackUp,
    Forget { subject: Box<Subject>, delete: Vec<PathBuf> },
}

impl WorkerOrder {
    /// The report for an order that the ended thread cannot carry out; None where `reports` and `flush` tell it anyway.
    pub fn refused(self) -> Option<SaveReport> {
        let stopped = SaveProblem::Stopped;
        match self {
            Self::Put(_) | Self::Flush(_) | Self::Leave(_) | Self::Look => None,
            Self::Adopt { .. } => Some(SaveReport::NotAdopted(stopped)),
            Self::Retire { .. } => Some(SaveReport::NotRetired(stopped)),
            Self::Move { .. } => Some(SaveReport::NotMoved(stopped)),
            Self::BackUp => Some(SaveReport::NotBackedUp(stopped)),
            Self::Forget { subject, .. } => Some(SaveReport::Forgotten { subject, result: Err(stopped) }),
        }
    }
}

/// The state of the thread.
pub struct Worker {
    session: Session,
    newest: Document,
    /// The number of documents that were put.
    puts: u64,
    copies: Vec<ConflictCopy>,
    unsaved: Option<Unsaved>,
    failure: Option<Failure>,
    pace: Pace,
    outbox: Sender<SaveReport>,
    waker: Waker,
}

#[derive(Clone, Copy)]
struct Unsaved {
    first: Instant,
    last: Instant,
}

/// The last save failed; `again` is when to retry, if that may help.
struct Failure {
    again: Option<Instant>,
    pause: Duration,
}

impl Worker {
    pub fn new(
        session: Session,
        newest: Document,
        pace: Pace,
        outbox: Sender<SaveReport>,
        waker: Waker,
    ) -> Self {
        let (copies, unsaved, failure) = (Vec::new(), None, None);
        Self { session, newest, puts: 0, copies, unsaved, failure, pace, outbox, waker }
    }

    /// Runs until nobody can send orders any more.
    pub fn run(mut self, inbox: &Receiver<WorkerOrder>) {
        loop {
            let order = match self.deadline() {
                Some(deadline) => inbox.recv_timeout(deadline.saturating_duration_since(Instant::now())),
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match order {
                Ok(order) => self.obey(order),
                Err(RecvTimeoutError::Timeout) => {
                    // A failure is reported by `save` itself.
                    let _told = self.save();
                }
                Err(RecvTimeoutError::Disconnected) => {
                    let _nobody_listens = self.save();
                    return;
                }
            }
        }
    }

    /// When to save next: after a change, or when a failed save is retried.
    fn deadline(&self) -> Option<Instant> {
        let unsaved = self.unsaved?;
        match &self.failure {
            Some(failure) => failure.again,
            None => later(unsaved.last, self.pace.quiet).min(later(unsaved.first, self.pace.at_most)),
        }
    }

    fn obey(&mut self, order: WorkerOrder) {
        match order {
            WorkerOrder::Put(document) => self.take(document),
            WorkerOrder::Flush(answer) => {
                let _waits_no_longer = answer.send(self.save());
                (self.waker)();
            }
            WorkerOrder::Leave(answer) => {
                let _waits_no_longer = answer.send(self.save().and_then(|()| self.prove()));
                (self.waker)();
            }
            WorkerOrder::Look => self.look(),
            WorkerOrder::Adopt { hash, merged } => self.adopt(hash, merged),
            WorkerOrder::Retire { copy, hash } => {
                // Until the merged document is saved, the copy is the only place of its deals.
                let retired = self.save().and_then(|()| retire(self.session.path(), &copy, hash));
                self.report(retired.map_or_else(SaveReport::NotRetired, SaveReport::Retired));
                self.look();
            }
            WorkerOrder::Move { path, overwrite } => self.move_to(&path, overwrite),
            WorkerOrder::BackUp => {
                let kept = self.session.back_up_now(&self.newest);
                self.report(kept.map_or_else(SaveReport::NotBackedUp, SaveReport::BackedUp));
            }
            WorkerOrder::Forget { subject, delete } => {
                let result = self.forget(&subject, &delete);
                self.report(SaveReport::Forgotten { subject, result });
            }
        }
    }

    fn take(&mut self, document: Document) {
        let now = Instant::now();
        let first = self.unsaved.map_or(now, |unsaved| unsaved.first);
        self.newest = document;
        self.puts = self.puts.wrapping_add(1);
        self.unsaved = Some(Unsaved { first, last: now });
        if let Some(failure) = &mut self.failure {
            // Sooner than planned, and further typing does not delay it.
            let soon = later(now, self.pace.quiet);
            failure.again = failure.again.into_iter().chain(soon).min();
        }
    }

    /// In one step, so that a document without the merge can never replace what is adopted.
    fn adopt(&mut self, hash: Hash, merged: Document) {
        let adopted = self.session.adopt(hash);
        self.failure = None;
        self.take(merged);
        let changed_again = adopted == Err(SaveProblem::ChangedOutside);
        self.report(match adopted {
            Ok(kept) => SaveReport::Adopted { kept },
            Err(problem) => SaveReport::NotAdopted(problem),
        });
        if changed_again {
            self.look();
        }
    }

    /// Before the document is closed: makes sure that what was saved is still in the file, or writes it again. A file
    /// that cannot be read or was edited by hand is not overwritten unseen.
    fn prove(&mut self) -> Result<(), SaveProblem> {
        match self.session.look() {
            Outside::Same => return Ok(()),
            Outside::Changed(other) if !other.by_hand => return self.session.back_up_base(),
            Outside::Unreadable { problem: OpenProblem::Unreadable(cause), hash: None } => {
                let problem = SaveProblem::System(cause);
                self.take(self.newest.clone());
                self.fail(problem.clone());
                return Err(problem);
            }
            Outside::Gone | Outside::Changed(_) | Outside::Unreadable { .. } => {}
        }
        self.take(self.newest.clone());
        self.save()
    }

    fn save(&mut self) -> Result<(), SaveProblem> {
        if self.unsaved.is_none() {
            return Ok(());
        }
        self.report(SaveReport::Saving);
        match self.session.save(&self.newest) {
            Ok(warnings) => {
                self.settle();
                self.report(SaveReport::Saved { at: SystemTime::now(), warnings, puts: self.puts });
                Ok(())
            }
            Err(problem) => {
                self.fail(problem.clone());
                Err(problem)
            }
        }
    }

    /// The document is saved last: if that fails, the buyer is still in it and can be forgotten again.
    fn forget(&mut self, subject: &Subject, delete: &[PathBuf]) -> Result<Cleaned, SaveProblem> {
        let (path, locked) = (self.session.path(), self.session.is_locked());
        let cleaned = clean_copies(path, subject, delete, locked).map_err(SaveProblem::System)?;
        self.session.back_up_without(subject)?;
        self.save()?;
        Ok(cleaned)
    }

    fn look(&mut self) {
        self.report(SaveReport::Outside(self.session.look()));
        let copies = self.session.copies();
        if copies != self.copies {
            self.copies.clone_from(&copies);
            self.report(SaveReport::Copies(copies));
        }
    }

    fn fail(&mut self, problem: SaveProblem) {
        let will_retry = match &problem {
            SaveProblem::System(_) | SaveProblem::KeptBeside(_) | SaveProblem::TakesLong => true,
            // Retrying does not help, only a decision or a change.
            SaveProblem::ChangedOutside
            | SaveProblem::Exists
            | SaveProblem::Locked(_)
            | SaveProblem::NotReproducible
            | SaveProblem::Stopped => false,
        };
        let pause = self.failure.as_ref().map_or(self.pace.first_retry, |failure| {
            failure.pause.saturating_mul(2).min(self.pace.longest_retry)
        });
        let again = if will_retry { later(Instant::now(), pause) } else { None };
        self.failure = Some(Failure { again, pause });
        let is_changed_outside = problem == SaveProblem::ChangedOutside;
        self.report(SaveReport::Failed { problem, will_retry });
        if is_changed_outside {
            self.look();
        }
    }

    fn move_to(&mut self, path: &Path, overwrite: bool) {
        match self.session.move_to(path, overwrite, &self.newest) {
            Ok(warnings) => {
                self.settle();
                let path = self.session.path().to_owned();
                self.report(SaveReport::Moved { path, warnings, puts: self.puts });
                // The new place has other copies beside it than the old one.
                self.copies.clear();
                self.look();
            }
            Err(problem) => self.report(SaveReport::NotMoved(problem)),
        }
    }

    fn settle(&mut self) {
        self.unsaved = None;
        self.failure = None;
    }

    fn report(&self, report: SaveReport) {
        // Nobody receives it while the store is being dropped.
        let _nobody_listens = self.outbox.send(report);
        (self.waker)();
    }
}

/// None where it is later than the clock can express, so never.
fn later(instant: Instant, pause: Duration) -> Option<Instant> {
    instant.checked_add(pause)
}
