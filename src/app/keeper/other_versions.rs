//! Other versions near the document: another program's, conflict copies, and copies that still name a forgotten buyer.

use std::path::{Path, PathBuf};

use super::Keeper;
use crate::domain::document::Document;
use crate::domain::files::problem::SaveProblem;
use crate::domain::forget::Subject;
use crate::store::backups::forget::Cleaned;
use crate::store::{ConflictCopy, Hash};
use crate::ui::cx::Saving;

/// Who was forgotten, and the result for the copies.
pub(in crate::app) type ForgottenCopies = (Subject, Result<Cleaned, SaveProblem>);

impl Keeper {
    /// The conflict copy at this path.
    pub(crate) fn copy_at(&self, path: &Path) -> Option<&ConflictCopy> {
        self.open.copies.iter().find(|copy| copy.path == path)
    }

    /// Dismissed until another copy appears, or the document is opened again.
    pub(crate) fn put_copy_away(&mut self, path: &Path) {
        self.open.copies_put_away.push(path.to_owned());
        self.show_copies();
    }

    pub(super) fn show_copies(&mut self) {
        let paths = self.open.copies.iter().map(|copy| &copy.path);
        self.open.file.copies =
            paths.filter(|path| !self.open.copies_put_away.contains(path)).cloned().collect();
    }

    /// Accepts the other program's file (`hash`) as included in `merged`, which may replace it.
    pub fn adopt(&mut self, hash: Hash, merged: &Document) {
        if let Some(store) = &self.open.store {
            self.open.adopting = self.open.adopting.saturating_add(1);
            // A report about an earlier state of the file.
            self.open.outside = None;
            store.adopt(hash, merged.clone());
            self.open.saving = Saving::Pending;
        }
    }

    /// Moves a merged conflict copy to the backups.
    pub fn retire(&self, copy: PathBuf, hash: Hash) {
        if let Some(store) = &self.open.store {
            store.retire(copy, hash);
        }
    }

    /// The buyer is gone from the document: removes them from the copies near it, and deletes the files in `delete`.
    pub fn forget(&self, subject: Subject, delete: Vec<PathBuf>) {
        if let Some(store) = &self.open.store {
            store.forget(subject, delete);
        }
    }

    pub(in crate::app) fn take_forgotten(&mut self) -> Vec<ForgottenCopies> {
        std::mem::take(&mut self.open.forgotten)
    }
}
