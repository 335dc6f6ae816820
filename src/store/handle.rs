//! The window's handle on an open document: orders go to the saving thread, reports come back.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SendError, Sender, TryRecvError};
use std::thread::JoinHandle;
use std::time::Duration;

use super::disk::file::Hash;
use super::disk::format::Trust;
use super::report::{Pace, SaveReport, Waker};
use super::session::{FileAccess, Opened, Session};
use super::worker::{Worker, WorkerOrder};
use crate::domain::document::Document;
use crate::domain::files::problem::{OpenProblem, SaveProblem, SystemRefusal};
use crate::domain::forget::Subject;

/// A document that is saved in the background. Dropping it saves what is unsaved and waits.
#[derive(Debug)]
pub struct Store {
    orders: Option<Sender<WorkerOrder>>,
    reports: Receiver<SaveReport>,
    thread: Option<JoinHandle<()>>,
    /// The number of documents that were put.
    puts: Cell<u64>,
    /// Reports about orders that came after the thread had ended.
    refused: RefCell<Vec<SaveReport>>,
    /// Whether its reports have ended: a thread that panics takes no order any more, although it may not have ended yet.
    silent: Cell<bool>,
}

/// A save in progress that somebody waits for.
#[derive(Debug)]
pub struct Flushing(Receiver<Result<(), SaveProblem>>);

impl Flushing {
    /// The result; None while it is in progress.
    pub fn outcome(&self) -> Option<Result<(), SaveProblem>> {
        match self.0.try_recv() {
            Ok(outcome) => Some(outcome),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(SaveProblem::Stopped)),
        }
    }

    /// Waits for the result, at most for `patience`.
    pub fn within(self, patience: Duration) -> Result<(), SaveProblem> {
        self.0.recv_timeout(patience).unwrap_or_else(|error| match error {
            RecvTimeoutError::Timeout => Err(SaveProblem::TakesLong),
            RecvTimeoutError::Disconnected => Err(SaveProblem::Stopped),
        })
    }
}

impl Store {
    /// Opens a document. There is a store only where it could be read, or where there was no file.
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
            FileAccess::Writable(session) => {
                FileAccess::Writable(Self::start(session, document.clone(), waker, pace).map_err(
                    |error| OpenProblem::Unreadable(SystemRefusal::Other(error.to_string().into())),
                )?)
            }
            FileAccess::ReadOnly(holder) => FileAccess::ReadOnly(holder),
        };
        Ok(Opened { document, fresh, access, warnings })
    }

    fn start(session: Session, newest: Document, waker: Waker, pace: Pace) -> std::io::Result<Self> {
        let (orders, inbox) = mpsc::channel();
        let (outbox, reports) = mpsc::channel();
        let worker = Worker::new(session, newest, pace, outbox, waker);
        let thread = std::thread::Builder::new()
            .name("icebreak-store".to_owned())
            .spawn(move || worker.run(&inbox))?;
        Ok(Self {
            orders: Some(orders),
            reports,
            thread: Some(thread),
            puts: Cell::default(),
            refused: RefCell::default(),
            silent: Cell::default(),
        })
    }

    /// Takes a changed document. Only the newest is saved.
    pub fn put(&self, document: Document) {
        self.puts.set(self.puts.get().wrapping_add(1));
        self.order(WorkerOrder::Put(document));
    }

    /// Whether a report with this number of documents is about the newest one.
    pub fn is_newest(&self, puts: u64) -> bool {
        self.puts.get() == puts
    }

    /// Whether the thread has ended, or is about to: nothing that is put from now on will be saved.
    pub fn has_stopped(&self) -> bool {
        self.silent.get() || self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Saves what is unsaved at once and waits, at most for `patience`.
    pub fn flush(&self, patience: Duration) -> Result<(), SaveProblem> {
        let (answer, answered) = mpsc::channel();
        self.order(WorkerOrder::Flush(answer));
        Flushing(answered).within(patience)
    }

    /// Saves what is unsaved at once and checks that it is still in the file, without waiting. The waker is called when
    /// it is done.
    pub fn begin_to_leave(&self) -> Flushing {
        let (answer, answered) = mpsc::channel();
        self.order(WorkerOrder::Leave(answer));
        Flushing(answered)
    }

    /// Keeps the newest document as a backup, now.
    pub fn back_up(&self) {
        self.order(WorkerOrder::BackUp);
    }

    /// Asks whether another program has changed the file.
    pub fn look(&self) {
        self.order(WorkerOrder::Look);
    }

    /// `merged` takes into account what another program wrote, the content with this hash, and may replace it.
    pub fn adopt(&self, hash: Hash, merged: Document) {
        self.puts.set(self.puts.get().wrapping_add(1));
        self.order(WorkerOrder::Adopt { hash, merged });
    }

    /// The newest document holds what was in a conflict copy: saves it, then moves the copy to the backups.
    pub fn retire(&self, copy: PathBuf, hash: Hash) {
        self.order(WorkerOrder::Retire { copy, hash });
    }

    /// Saves under another name and continues there.
    pub fn move_to(&self, path: PathBuf, overwrite: bool) {
        self.order(WorkerOrder::Move { path, overwrite });
    }

    /// The newest document no longer holds this buyer: saves it, then removes the buyer from every copy beside it. Of
    /// the copies that cannot be read, those in `delete` are deleted.
    pub fn forget(&self, subject: Subject, delete: Vec<PathBuf>) {
        self.order(WorkerOrder::Forget { subject: Box::new(subject), delete });
    }

    /// The reports since the last call. Once the thread has ended, each call reports that.
    pub fn reports(&self) -> Vec<SaveReport> {
        let mut reports = self.refused.take();
        loop {
            match self.reports.try_recv() {
                Ok(report) => reports.push(report),
                Err(TryRecvError::Empty) => return reports,
                Err(TryRecvError::Disconnected) => {
                    self.silent.set(true);
                    reports.push(SaveReport::Failed { problem: SaveProblem::Stopped, will_retry: false });
                    return reports;
                }
            }
        }
    }

    fn order(&self, order: WorkerOrder) {
        let Some(orders) = &self.orders else { return };
        if let Err(SendError(order)) = orders.send(order) {
            self.refused.borrow_mut().extend(order.refused());
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        drop(self.orders.take());
        if let Some(thread) = self.thread.take() {
            // A panic of that thread has been recorded by its panic hook.
            let _panicked = thread.join();
        }
    }
}
