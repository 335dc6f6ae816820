//! The ways out where a document cannot simply be opened or closed: newer files, backups to look at, edits by hand.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDateTime;

use super::Keeper;
use crate::domain::document::Document;
use crate::domain::problem::{OpenProblem, SaveProblem};
use crate::store::{Flushing, Store, Trust, newer};
use crate::ui::action::Saving;
use crate::ui::safety::{ReadOnly, Recovery};

/// As long as this nobody notices that closing waits.
const UNNOTICED: Duration = Duration::from_millis(250);

impl Keeper {
    /// What can be understood of a document that a newer program wrote, only to be read.
    pub(super) fn open_newer(&mut self, path: &Path) -> Option<Document> {
        let newer = newer::look_into(path)?;
        self.only_look(ReadOnly::Newer { left_out: newer.left_out });
        self.remember(path);
        Some(newer.document)
    }

    /// What is shown is not all that the file holds: it must not be saved anywhere.
    pub fn shows_newer(&self) -> bool {
        matches!(self.file.read_only, Some(ReadOnly::Newer { .. }))
    }

    /// Opens a backup of a document, only to be read; the document is let go of.
    pub fn look_at(
        &mut self,
        document: PathBuf,
        backup: &Path,
        taken: Option<NaiveDateTime>,
    ) -> Result<Document, OpenProblem> {
        let read = crate::store::read(backup, Trust::Checksum)?;
        self.store = None;
        self.problem = None;
        self.file.path = Some(backup.to_owned());
        self.only_look(ReadOnly::Backup { document, taken });
        Ok(read.document)
    }

    fn only_look(&mut self, why: ReadOnly) {
        self.saving = Saving::Off;
        self.fresh = false;
        self.file.saved_at = None;
        self.file.rescued = None;
        self.file.read_only = Some(why);
    }

    /// Opens a document whose checksum is wrong: the change is the person's own. It is sealed by the next save.
    /// None where the file is not what they saw any more.
    pub fn accept_edit(&mut self, path: &Path, seen: &Document) -> Option<Document> {
        self.store = None;
        match Store::open(path, Trust::HandEdit, self.waker.clone()) {
            Ok(opened) if opened.document == *seen => {
                self.problem = None;
                self.file.read_only = None;
                self.file.path = Some(path.to_owned());
                let document = self.opened(path, opened);
                self.put(&document);
                Some(document)
            }
            Ok(_changed_again) => None,
            Err(problem) => {
                self.problem = Some(Recovery::new(path.to_owned(), problem));
                None
            }
        }
    }

    /// Keeps the newest state as a backup; the answer comes with the reports.
    pub fn back_up(&self) {
        if let Some(store) = &self.store {
            store.back_up();
        }
    }

    /// What came of the backup that was asked for.
    pub fn take_backed_up(&mut self) -> Option<Result<PathBuf, SaveProblem>> {
        self.backed_up.take()
    }

    pub fn forget_rescued(&mut self) {
        self.file.rescued = None;
    }

    /// Everything is kept in a folder beside the program.
    pub fn set_portable(&mut self, folder: Option<PathBuf>) {
        self.file.portable = folder;
    }

    /// Whether the window may close at once: nothing is left to save, or it was just saved, or given up.
    pub fn may_close(&mut self) -> Result<(), SaveProblem> {
        let Some(store) = self.store.as_ref().filter(|_| !self.given_up) else { return Ok(()) };
        store.flush(UNNOTICED)
    }

    /// Saves what is left without waiting for it.
    pub fn begin_flush(&self) -> Option<Flushing> {
        self.store.as_ref().map(Store::begin_flush)
    }

    /// Says that saving failed.
    pub fn not_saved(&mut self, problem: SaveProblem) {
        self.saving = Saving::Failed(problem);
    }
}
