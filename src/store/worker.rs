//! The saving thread: takes documents, waits for quiet, saves the newest, reports. The frame never waits for the disk.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime};

use super::copies::{ConflictCopy, retire};
use super::file::Hash;
use super::forget::clean_copies;
use super::format::Trust;
use super::report::{Pace, Report, Waker};
use super::session::{Access, Opened, Session};
use crate::domain::document::Document;
use crate::domain::forget::Subject;
use crate::domain::problem::{Cause, OpenProblem, SaveProblem};

/// A document that is saved in the background. Dropping it saves what is left and waits.
#[derive(Debug)]
pub struct Store {
    orders: Option<Sender<Order>>,
    reports: Receiver<Report>,
    thread: Option<JoinHandle<()>>,
}

enum Order {
    Put(Document),
    Flush(Sender<Result<(), SaveProblem>>),
    Look,
    Adopt(Hash),
    Retire { copy: PathBuf, hash: Hash },
    Move { path: PathBuf, overwrite: bool },
    BackUp,
    Forget { subject: Box<Subject>, delete: Vec<PathBuf> },
}

/// A save that was asked for.
#[derive(Debug)]
pub struct Flushing(Receiver<Result<(), SaveProblem>>);

impl Flushing {
    /// What came of it; none while it goes on.
    pub fn outcome(&self) -> Option<Result<(), SaveProblem>> {
        match self.0.try_recv() {
            Ok(outcome) => Some(outcome),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(SaveProblem::Stopped)),
        }
    }
}

impl Store {
    /// Opens a document; a store comes only with one that could be read, or where nothing was.
    pub fn open(path: &Path, trust: Trust, waker: Waker) -> Result<Opened<Self>, OpenProblem> {
        Self::open_at_pace(path, trust, waker, Pace::default())
    }

    pub fn open_at_pace(
        path: &Path,
        trust: Trust,
        waker: Waker,
        pace: Pace,
    ) -> Result<Opened<Self>, OpenProblem> {
        let Opened { document, fresh, access, warnings } = Session::open(path, trust)?;
        let access = match access {
            Access::Writable(session) => Access::Writable(
                Self::start(session, document.clone(), waker, pace)
                    .map_err(|error| OpenProblem::Unreadable(Cause::Other(error.to_string().into())))?,
            ),
            Access::ReadOnly(holder) => Access::ReadOnly(holder),
        };
        Ok(Opened { document, fresh, access, warnings })
    }

    fn start(session: Session, newest: Document, waker: Waker, pace: Pace) -> std::io::Result<Self> {
        let (orders, inbox) = mpsc::channel();
        let (outbox, reports) = mpsc::channel();
        let worker =
            Worker { session, newest, copies: Vec::new(), unsaved: None, failure: None, pace, outbox, waker };
        let thread = std::thread::Builder::new()
            .name("icebreak-store".to_owned())
            .spawn(move || worker.run(&inbox))?;
        Ok(Self { orders: Some(orders), reports, thread: Some(thread) })
    }

    /// Takes a changed document. Only the newest is saved.
    pub fn put(&self, document: Document) {
        self.order(Order::Put(document));
    }

    /// Saves what is left, now, and waits for it: at most this long.
    pub fn flush(&self, patience: Duration) -> Result<(), SaveProblem> {
        self.begin_flush().0.recv_timeout(patience).unwrap_or_else(|error| match error {
            RecvTimeoutError::Timeout => Err(SaveProblem::TakesLong),
            RecvTimeoutError::Disconnected => Err(SaveProblem::Stopped),
        })
    }

    /// Saves what is left, now, and waits for nothing. The waker is called when it is done.
    pub fn begin_flush(&self) -> Flushing {
        let (answer, answered) = mpsc::channel();
        self.order(Order::Flush(answer));
        Flushing(answered)
    }

    /// Keeps the newest document as a backup, now.
    pub fn back_up(&self) {
        self.order(Order::BackUp);
    }

    /// Asks whether another program has changed the file.
    pub fn look(&self) {
        self.order(Order::Look);
    }

    /// What another program wrote is taken into account; the next save may replace it.
    pub fn adopt(&self, hash: Hash) {
        self.order(Order::Adopt(hash));
    }

    /// A conflict copy was merged: it is kept among the backups.
    pub fn retire(&self, copy: PathBuf, hash: Hash) {
        self.order(Order::Retire { copy, hash });
    }

    /// Saves under another name and goes on there.
    pub fn move_to(&self, path: PathBuf, overwrite: bool) {
        self.order(Order::Move { path, overwrite });
    }

    /// The newest document holds this buyer no longer: saves it, then takes the buyer out of every copy beside it.
    /// Of the copies that cannot be read, those in `delete` are deleted.
    pub fn forget(&self, subject: Subject, delete: Vec<PathBuf>) {
        self.order(Order::Forget { subject: Box::new(subject), delete });
    }

    /// What was reported since the last call. A thread that has ended says so for ever.
    pub fn reports(&self) -> Vec<Report> {
        let mut reports = Vec::new();
        loop {
            match self.reports.try_recv() {
                Ok(report) => reports.push(report),
                Err(TryRecvError::Empty) => return reports,
                Err(TryRecvError::Disconnected) => {
                    reports.push(Report::Failed { problem: SaveProblem::Stopped, will_retry: false });
                    return reports;
                }
            }
        }
    }

    fn order(&self, order: Order) {
        // A thread that has ended is told of by `reports` and `flush`.
        let _told_elsewhere = self.orders.as_ref().map(|orders| orders.send(order));
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        drop(self.orders.take());
        if let Some(thread) = self.thread.take() {
            // A panic on that thread has been written by its own hook.
            let _panicked = thread.join();
        }
    }
}

struct Worker {
    session: Session,
    newest: Document,
    copies: Vec<ConflictCopy>,
    unsaved: Option<Unsaved>,
    failure: Option<Failure>,
    pace: Pace,
    outbox: Sender<Report>,
    waker: Waker,
}

#[derive(Clone, Copy)]
struct Unsaved {
    first: Instant,
    last: Instant,
}

/// The last save failed: try again then, if that may help.
struct Failure {
    again: Option<Instant>,
    pause: Duration,
}

impl Worker {
    fn run(mut self, inbox: &Receiver<Order>) {
        loop {
            let order = match self.deadline() {
                Some(deadline) => inbox.recv_timeout(deadline.saturating_duration_since(Instant::now())),
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match order {
                Ok(order) => self.obey(order),
                Err(RecvTimeoutError::Timeout) => {
                    // Told by a report.
                    let _told = self.save();
                }
                Err(RecvTimeoutError::Disconnected) => {
                    let _nobody_listens = self.save();
                    return;
                }
            }
        }
    }

    /// When to save next: after a change in any case, else when a failed save is tried again.
    fn deadline(&self) -> Option<Instant> {
        let unsaved = self.unsaved?;
        match &self.failure {
            Some(failure) => failure.again,
            None => later(unsaved.last, self.pace.quiet).min(later(unsaved.first, self.pace.at_most)),
        }
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Put(document) => {
                let now = Instant::now();
                let first = self.unsaved.map_or(now, |unsaved| unsaved.first);
                self.newest = document;
                self.unsaved = Some(Unsaved { first, last: now });
                if let Some(failure) = &mut self.failure {
                    // Sooner than planned, and typing on does not put it off.
                    let soon = later(now, self.pace.quiet);
                    failure.again = failure.again.into_iter().chain(soon).min();
                }
            }
            Order::Flush(answer) => {
                let _waits_no_longer = answer.send(self.save());
                (self.waker)();
            }
            Order::Look => self.look(),
            Order::Retire { copy, hash } => {
                let report = match retire(self.session.path(), &copy, hash) {
                    Ok(kept) => Report::Retired(kept),
                    Err(problem) => Report::NotRetired(problem),
                };
                self.report(report);
                self.look();
            }
            Order::Adopt(hash) => {
                let report = match self.session.adopt(hash) {
                    Ok(kept) => Report::Adopted { kept },
                    Err(problem) => Report::NotAdopted(problem),
                };
                self.failure = None;
                self.report(report);
            }
            Order::Move { path, overwrite } => self.move_to(&path, overwrite),
            Order::BackUp => {
                let report = match self.session.back_up_now(&self.newest) {
                    Ok(path) => Report::BackedUp(path),
                    Err(problem) => Report::NotBackedUp(problem),
                };
                self.report(report);
            }
            Order::Forget { subject, delete } => {
                let cleaned = self.save().and_then(|()| {
                    let (path, locked) = (self.session.path(), self.session.is_locked());
                    clean_copies(path, &subject, &delete, locked).map_err(SaveProblem::System)
                });
                self.report(Report::Forgotten(cleaned));
            }
        }
    }

    fn save(&mut self) -> Result<(), SaveProblem> {
        if self.unsaved.is_none() {
            return Ok(());
        }
        self.report(Report::Saving);
        match self.session.save(&self.newest) {
            Ok(warnings) => {
                self.settle();
                self.report(Report::Saved { at: SystemTime::now(), warnings });
                Ok(())
            }
            Err(problem) => {
                self.fail(problem.clone());
                Err(problem)
            }
        }
    }

    fn look(&mut self) {
        self.report(Report::Outside(self.session.look()));
        let copies = self.session.copies();
        if copies != self.copies {
            self.copies.clone_from(&copies);
            self.report(Report::Copies(copies));
        }
    }

    fn fail(&mut self, problem: SaveProblem) {
        let will_retry = match &problem {
            SaveProblem::System(_) | SaveProblem::KeptBeside(_) | SaveProblem::TakesLong => true,
            // Only a decision or a change helps.
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
        self.report(Report::Failed { problem, will_retry });
        if is_changed_outside {
            self.look();
        }
    }

    fn move_to(&mut self, path: &Path, overwrite: bool) {
        let report = match self.session.move_to(path, overwrite, &self.newest) {
            Ok(warnings) => {
                self.settle();
                Report::Moved { path: self.session.path().to_owned(), warnings }
            }
            Err(problem) => Report::NotMoved(problem),
        };
        self.report(report);
    }

    fn settle(&mut self) {
        self.unsaved = None;
        self.failure = None;
    }

    fn report(&self, report: Report) {
        // Nobody listens while the store is being dropped.
        let _nobody_listens = self.outbox.send(report);
        (self.waker)();
    }
}

/// None: later than the clock can say, so never.
fn later(instant: Instant, pause: Duration) -> Option<Instant> {
    instant.checked_add(pause)
}
