//! Follows a document that another window has open: reads what it saves, and writes nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, SystemTime};

use super::disk::format::Trust;
use super::report::Waker;
use crate::domain::document::Document;

/// Short enough for somebody who looks from one window to the other.
const PAUSE: Duration = Duration::from_secs(1);

/// Checks at intervals whether the file has changed, until it is dropped.
#[derive(Debug)]
pub struct Following {
    news: Receiver<Document>,
    /// The thread ends when this is gone.
    _end: Sender<()>,
}

impl Following {
    /// `known` is shown already; None where no thread can be started.
    pub fn start(path: &Path, known: Document, waker: Waker) -> Option<Self> {
        let (sender, news) = channel();
        let (end, ended) = channel();
        let mut follower = Follower { path: path.to_owned(), seen: None, known };
        let thread = std::thread::Builder::new().name("icebreak-follow".to_owned());
        let started = thread.spawn(move || {
            while ended.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
                let Some(newer) = follower.look() else { continue };
                if sender.send(newer).is_err() {
                    return;
                }
                waker();
            }
        });
        started.ok().map(|_running| Self { news, _end: end })
    }

    /// The newest state that was read since the last call.
    pub fn newest(&self) -> Option<Document> {
        self.news.try_iter().last()
    }
}

struct Follower {
    path: PathBuf,
    /// Size and modification time of the file that was read last.
    seen: Option<(u64, SystemTime)>,
    known: Document,
}

impl Follower {
    fn look(&mut self) -> Option<Document> {
        let file = fs::metadata(&self.path).ok()?;
        let now = (file.len(), file.modified().ok()?);
        if self.seen == Some(now) {
            return None;
        }
        // A file that cannot be read may be incomplete: the next check tries again.
        let read = super::read(&self.path, Trust::Checksum).ok()?.document;
        self.seen = Some(now);
        if read == self.known {
            return None;
        }
        self.known.clone_from(&read);
        Some(read)
    }
}
