//! What lies beside the document: another program's version, conflict copies, and copies that still name a forgotten buyer.

use std::path::{Path, PathBuf};

use super::Keeper;
use crate::domain::forget::Subject;
use crate::domain::problem::SaveProblem;
use crate::store::forget::Cleaned;
use crate::store::{ConflictCopy, Hash};

/// A buyer that is being forgotten.
pub(super) struct Forgetting {
    subject: Subject,
    deals: usize,
    /// Copies that were cleaned so far.
    copies: usize,
    /// What came of it, until it was told.
    result: Option<Result<Cleaned, SaveProblem>>,
}

impl Keeper {
    /// The conflict copy at this path.
    pub fn copy_at(&self, path: &Path) -> Option<&ConflictCopy> {
        self.copies.iter().find(|copy| copy.path == path)
    }

    /// What another program wrote is taken into account: the next save may replace it.
    pub fn adopt(&self, hash: Hash) {
        if let Some(store) = &self.store {
            store.adopt(hash);
        }
    }

    /// A conflict copy was merged.
    pub fn retire(&self, copy: PathBuf, hash: Hash) {
        if let Some(store) = &self.store {
            store.retire(copy, hash);
        }
    }

    /// The document holds this buyer no longer: takes it out of the copies beside it.
    pub fn forget(&mut self, subject: Subject, deals: usize) {
        self.forgetting = Some(Forgetting { subject, deals, copies: 0, result: None });
        self.forget_again(Vec::new());
    }

    /// The same buyer again: copies that could not be cleaned may be free now.
    pub fn forget_again(&mut self, delete: Vec<PathBuf>) {
        if let (Some(store), Some(forgetting)) = (&self.store, &self.forgetting) {
            store.forget(forgetting.subject.clone(), delete);
        }
    }

    /// How many deals went, of whom, and what came of the copies.
    pub fn take_forgotten(&mut self) -> Option<(usize, Subject, Result<Cleaned, SaveProblem>)> {
        let forgetting = self.forgetting.as_mut()?;
        let result = forgetting.result.take()?;
        Some((forgetting.deals, forgetting.subject.clone(), result))
    }

    /// The count goes on where the copies are cleaned once more.
    pub(super) fn cleaned(&mut self, result: Result<Cleaned, SaveProblem>) {
        let Some(forgetting) = &mut self.forgetting else { return };
        forgetting.result = Some(result.map(|mut cleaned| {
            cleaned.copies += forgetting.copies;
            forgetting.copies = cleaned.copies;
            cleaned
        }));
    }
}
