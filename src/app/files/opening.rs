//! Opening a large document on a thread of its own: the window is there at once and says what it waits for.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use crate::app::derived::Derived;
use crate::app::{Keeper, Services, Shell};
use crate::domain::document::Document;
use crate::domain::files::problem::{OpenProblem, SystemRefusal};
use crate::store::{Opened, Store, Trust, Waker};
use crate::text::office::Now;
use crate::ui::action::Place;

/// Up to this size, in bytes, a document opens before anybody could read that it is being opened.
const AT_ONCE: u64 = 2_000_000;

/// A document being opened.
pub(crate) struct Opening {
    path: PathBuf,
    done: Receiver<FinishedOpening>,
}

struct FinishedOpening {
    opened: Result<Opened<Store>, OpenProblem>,
    derived: Option<Derived>,
}

impl Opening {
    fn start(path: PathBuf, waker: Waker, now: Now) -> Self {
        let (sender, done) = channel();
        let thread = std::thread::Builder::new().name("icebreak-open".to_owned());
        let file = path.clone();
        // If no thread starts, the sender is dropped, which `outcome` notices.
        let _started = thread.spawn(move || {
            let opened = Store::open(&file, Trust::Checksum, waker.clone());
            let derived = opened.as_ref().ok().map(|opened| Derived::new(&opened.document, &now, &waker));
            let _window_gone = sender.send(FinishedOpening { opened, derived });
            waker();
        });
        Self { path, done }
    }

    fn outcome(&self) -> Option<FinishedOpening> {
        match self.done.try_recv() {
            Ok(done) => Some(done),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                let cause = SystemRefusal::Other("the program could not start reading it".into());
                Some(FinishedOpening { opened: Err(OpenProblem::Unreadable(cause)), derived: None })
            }
        }
    }
}

impl Shell {
    /// Opens a window on a document: a small one is there in the first frame, a large one in a later one.
    pub fn open(path: &Path, mut keeper: Keeper, services: Services) -> Self {
        let opens_at_once = opens_at_once(path);
        let document = if opens_at_once { keeper.open(path) } else { Document::default() };
        let mut shell = Self::new(document, keeper, services);
        if !opens_at_once {
            shell.open_on_a_thread(path);
        }
        shell
    }

    /// Opens another document in this window.
    pub(crate) fn open_document(&mut self, path: &Path) {
        if self.opening.as_ref().is_some_and(|opening| opening.path == path) {
            // This window holds its lock already.
            return;
        }
        if opens_at_once(path) {
            let document = self.keeper.open(path);
            self.take_document(document, None);
        } else {
            self.open_on_a_thread(path);
        }
    }

    fn open_on_a_thread(&mut self, path: &Path) {
        self.keeper.let_go_for(path);
        self.take_document(Document::default(), None);
        self.opening = Some(Opening::start(path.to_owned(), self.keeper.waker().clone(), self.now.clone()));
    }

    pub(crate) fn hear_from_opening(&mut self) {
        let Some(FinishedOpening { opened, derived }) = self.opening.as_ref().and_then(Opening::outcome)
        else {
            return;
        };
        let Some(Opening { path, .. }) = self.opening.take() else { return };
        let document = self.keeper.take_opened(&path, opened);
        self.take_document(document, derived);
        if self.keeper.is_fresh() {
            self.state.place = Place::Welcome;
        }
    }
}

pub(crate) fn opens_at_once(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |file| file.len() <= AT_ONCE)
}
