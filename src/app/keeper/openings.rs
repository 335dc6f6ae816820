//! What can be done where a document cannot simply be opened or closed: newer files, looking at backups, edits by hand.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::NaiveDateTime;

use super::Keeper;
use crate::domain::document::Document;
use crate::domain::files::problem::{OpenProblem, SaveProblem};
use crate::store;
use crate::store::{FileAccess, Flushing, Following, Opened, Store, Trust, Waker, newer};
use crate::ui::cx::{ReadOnly, Saving};

/// A wait while closing that nobody notices.
const UNNOTICED: Duration = Duration::from_millis(250);

impl Keeper {
    /// Reads what it can of a document that a newer program wrote, read-only.
    pub(super) fn open_newer(&mut self, path: &Path) -> Option<Document> {
        let newer = newer::look_into(path)?;
        self.only_look(ReadOnly::Newer { left_out: newer.left_out });
        self.remember(path);
        Some(newer.document)
    }

    /// Whether the window shows less than the file holds, so that it must not be saved anywhere.
    pub(crate) fn shows_newer(&self) -> bool {
        matches!(self.open.file.read_only, Some(ReadOnly::Newer { .. }))
    }

    /// Whether only the file has the whole document: the window shows a part of it, or nothing yet.
    pub(crate) fn shows_not_all(&self) -> bool {
        self.open.saving == Saving::Opening || self.open.problem.is_some() || self.shows_newer()
    }

    /// Opens a backup read-only; the document itself is released.
    pub(crate) fn look_at(
        &mut self,
        document: PathBuf,
        backup: &Path,
        taken: Option<NaiveDateTime>,
    ) -> Result<Document, OpenProblem> {
        let read = store::read(backup, Trust::Checksum)?;
        self.let_go_for(backup);
        self.only_look(ReadOnly::Backup { document, taken });
        Ok(read.document)
    }

    /// Starts an empty document in place of a missing one; its backups stay.
    pub fn start_empty(&mut self, path: &Path) -> Document {
        self.let_go_for(path);
        match Store::open(path, Trust::Checksum, self.waker.clone()) {
            Ok(opened) => self.opened(path, opened),
            Err(problem) => {
                self.refused(path, problem);
                Document::default()
            }
        }
    }

    fn only_look(&mut self, why: ReadOnly) {
        self.open.saving = Saving::Off;
        self.open.file.read_only = Some(why);
    }

    /// Opens a document whose checksum is wrong because the user edited the file; the next save writes the right one.
    /// None if the file is no longer what they saw.
    pub(crate) fn accept_edit(&mut self, path: &Path, seen: &Document) -> Option<Document> {
        self.let_go_for(path);
        let opened = Store::open(path, Trust::HandEdit, self.waker.clone()).ok()?;
        if opened.document != *seen {
            return None;
        }
        let document = self.opened(path, opened);
        self.put(&document);
        Some(document)
    }

    /// Saves under another name and continues there. `over`: an existing file may be replaced.
    pub fn move_to(&mut self, path: PathBuf, document: &Document, over: bool) {
        match self.open.store.as_ref().filter(|store| !store.has_stopped()) {
            Some(store) => store.move_to(path, over),
            None => self.start_at(&path, document, over),
        }
    }

    /// Continues in a new file elsewhere, from a document that is read-only or can no longer be saved. The old one is
    /// released only after everything is in the new one.
    fn start_at(&mut self, path: &Path, document: &Document, over: bool) {
        let problem = match start_with(path, document, over, &self.waker) {
            Ok(opened) => {
                self.let_go_for(path);
                // The same document continues: the file holds what is on the screen.
                let _same = self.opened(path, opened);
                self.open.file.saved_at = Some(SystemTime::now());
                return;
            }
            Err(problem) => problem,
        };
        self.notice = Some((self.language.text().problems.save)(&problem));
    }

    /// Backs up the newest state; the result arrives with the reports.
    pub fn back_up(&self) {
        if let Some(store) = &self.open.store {
            store.back_up();
        }
    }

    /// Backs up what this session has saved: otherwise it would be in one file only until the next session changes
    /// something.
    pub(crate) fn back_up_at_the_end(&self) {
        if self.open.file.saved_at.is_some() {
            self.back_up();
        }
    }

    /// The result of the requested backup.
    pub(crate) fn take_backed_up(&mut self) -> Option<Result<PathBuf, SaveProblem>> {
        self.open.backed_up.take()
    }

    pub(crate) fn forget_rescued(&mut self) {
        self.open.file.rescued = None;
    }

    /// Sets the folder beside the program in which everything is kept.
    pub(crate) fn set_portable(&mut self, folder: Option<PathBuf>) {
        self.open.file.portable = folder;
    }

    /// What the window that holds the lock has saved since the last call.
    pub(crate) fn followed(&self) -> Option<Document> {
        self.open.following.as_ref().and_then(Following::newest)
    }

    /// The document that opens when none is named.
    pub fn set_usual(&mut self, document: Option<PathBuf>) {
        self.usual = document;
    }

    /// The document's name; none for the default one.
    pub fn name(&self) -> Option<String> {
        let path = self.open.file.path.as_ref().filter(|path| self.usual.as_ref() != Some(path))?;
        Some(path.file_stem()?.to_string_lossy().into_owned())
    }

    /// Ok where the window may close at once: nothing is left to save, it was just saved, or the user gave it up.
    pub fn may_close(&mut self) -> Result<(), SaveProblem> {
        let Some(store) = self.open.store.as_ref().filter(|_| !self.open.given_up) else { return Ok(()) };
        store.begin_to_leave().within(UNNOTICED)
    }

    /// Starts saving what is left, without waiting for it.
    pub fn begin_to_leave(&self) -> Option<Flushing> {
        self.open.store.as_ref().map(Store::begin_to_leave)
    }

    /// Says that saving failed.
    pub fn not_saved(&mut self, problem: SaveProblem) {
        self.open.saving = Saving::Failed(problem);
    }
}

/// Writes the document to a file and opens it there.
fn start_with(
    path: &Path,
    document: &Document,
    over: bool,
    waker: &Waker,
) -> Result<Opened<Store>, SaveProblem> {
    store::copy_document(document, None, path, over)?;
    let opened =
        Store::open(path, Trust::Checksum, waker.clone()).map_err(|_| SaveProblem::ChangedOutside)?;
    match &opened.access {
        FileAccess::Writable(_) if opened.document == *document => Ok(opened),
        FileAccess::Writable(_) => Err(SaveProblem::ChangedOutside),
        FileAccess::ReadOnly(holder) => Err(SaveProblem::Locked(holder.clone())),
    }
}
