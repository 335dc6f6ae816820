//! Slow disk work on threads of its own; each result arrives in a later frame.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::domain::deal::Deal;
use crate::domain::document::Document;
use crate::domain::files::problem::{OpenProblem, SaveProblem};
use crate::domain::import::problem::ImportProblem;
use crate::exchange::pack;
use crate::store;
use crate::store::{SurveyFinding, Trust, Waker};

/// Why a document is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Preview,
    Restore,
    Bring,
}

/// A result from such a thread.
#[derive(Debug)]
pub enum News {
    /// Backups were examined: the round that the finding belongs to, and the finding.
    Found(u64, SurveyFinding),
    /// A document was read; `opened` is the count of opened documents when that began.
    Read {
        opened: u64,
        path: PathBuf,
        purpose: Purpose,
        read: Result<Document, OpenProblem>,
    },
    PackRead {
        opened: u64,
        read: Result<Box<Deal>, ImportProblem>,
    },
    /// Everything was copied, with the number of deals.
    DocumentCopied {
        path: PathBuf,
        deals: usize,
    },
    FileCopied(PathBuf),
    /// The readable deals of a damaged document were written to a file, with their number.
    Rescued {
        opened: u64,
        path: PathBuf,
        deals: usize,
    },
    NotCopied(SaveProblem),
}

/// Starts the threads and receives their results.
pub struct Background {
    sender: Sender<News>,
    news: Receiver<News>,
    waker: Waker,
    /// Counts the rounds of examining backups; results of an older round are ignored.
    round: u64,
    /// Counts the documents that were opened; results for an earlier document are ignored.
    opened: u64,
}

impl Background {
    pub fn new(waker: Waker) -> Self {
        let (sender, news) = channel();
        Self { sender, news, waker, round: 0, opened: 0 }
    }

    /// The results that arrived since the last call.
    pub fn news(&self) -> Vec<News> {
        let is_current = |news: &News| match news {
            News::Found(round, _) => *round == self.round,
            News::Read { opened, .. } | News::PackRead { opened, .. } | News::Rescued { opened, .. } => {
                *opened == self.opened
            }
            News::DocumentCopied { .. } | News::FileCopied(_) | News::NotCopied(_) => true,
        };
        self.news.try_iter().filter(is_current).collect()
    }

    /// Another document is open: results about the one before no longer apply.
    pub fn begin_anew(&mut self) {
        self.round = self.round.wrapping_add(1);
        self.opened = self.opened.wrapping_add(1);
    }

    /// Examines the backups of the open document.
    pub fn survey(&mut self, document: PathBuf, now: Document) {
        self.look(move |hear| store::survey(&document, &now, hear));
    }

    /// Examines a document that could not be opened, and its backups.
    pub fn survey_damaged(&mut self, document: PathBuf, problem: OpenProblem) {
        self.look(move |hear| store::survey_damaged(&document, &problem, hear));
    }

    pub fn read(&self, path: PathBuf, purpose: Purpose) {
        let opened = self.opened;
        self.run(move || {
            let read = store::read(&path, Trust::Checksum).map(|read| read.document);
            News::Read { opened, path, purpose, read }
        });
    }

    pub fn read_pack(&self, path: PathBuf) {
        let opened = self.opened;
        self.run(move || News::PackRead { opened, read: pack::read(&path).map(Box::new) });
    }

    /// Copies everything into a file; `original` is the path of the document itself.
    pub fn copy_document(&self, document: Document, original: Option<PathBuf>, to: PathBuf, over: bool) {
        self.run(move || match store::copy_document(&document, original.as_deref(), &to, over) {
            Ok(()) => News::DocumentCopied { path: to, deals: document.deals.len() },
            Err(problem) => News::NotCopied(problem),
        });
    }

    /// Writes the readable deals of a damaged document to a file beside it.
    pub fn rescue(&self, damaged: PathBuf, document: Document) {
        let opened = self.opened;
        self.run(move || match store::backups::salvage::write_beside(&damaged, &document) {
            Ok(path) => News::Rescued { opened, path, deals: document.deals.len() },
            Err(problem) => News::NotCopied(problem),
        });
    }

    pub fn copy_file(&self, from: PathBuf, to: PathBuf, over: bool) {
        self.run(move || match store::copy_file(&from, &to, over) {
            Ok(()) => News::FileCopied(to),
            Err(problem) => News::NotCopied(problem),
        });
    }

    fn look(&mut self, survey: impl FnOnce(&mut dyn FnMut(SurveyFinding) -> bool) + Send + 'static) {
        self.round = self.round.wrapping_add(1);
        let (round, sender, waker) = (self.round, self.sender.clone(), self.waker.clone());
        let mut hear = move |finding| {
            let listened_to = sender.send(News::Found(round, finding)).is_ok();
            waker();
            listened_to
        };
        start(move || survey(&mut hear));
    }

    fn run(&self, work: impl FnOnce() -> News + Send + 'static) {
        let (sender, waker) = (self.sender.clone(), self.waker.clone());
        start(move || {
            let _window_gone = sender.send(work());
            waker();
        });
    }
}

/// Where the system cannot start a thread, nothing happens; the user can ask again.
fn start(work: impl FnOnce() + Send + 'static) {
    let _started = std::thread::Builder::new().name("icebreak-files".to_owned()).spawn(work);
}
