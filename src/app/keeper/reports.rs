//! Reports from the saving thread: taken in order, shown in words, or passed to the shell to decide.

use std::path::PathBuf;
use std::time::SystemTime;

use super::Keeper;
use crate::domain::files::problem::{FileWarning, SaveProblem};
use crate::store::{ConflictCopy, Outside, SaveReport, Store};
use crate::ui::cx::Saving;

impl Keeper {
    /// Takes the reports; a change by another program is returned for the shell to handle.
    pub fn hear(&mut self) -> Option<Outside> {
        let reports = self.open.store.as_ref().map(Store::reports).unwrap_or_default();
        for report in reports {
            self.heard(report);
        }
        self.open.outside.take()
    }

    /// Keeps it to be returned again later.
    pub(in crate::app) fn hear_later(&mut self, news: Outside) {
        self.open.outside = Some(news);
    }

    fn heard(&mut self, report: SaveReport) {
        match report {
            // A failure stays visible while saving is tried again.
            SaveReport::Saving if matches!(self.open.saving, Saving::Failed(_)) => {}
            SaveReport::Saving => self.open.saving = Saving::Pending,
            SaveReport::Saved { at, warnings, puts } => self.saved(at, &warnings, puts),
            SaveReport::Failed { problem, .. } => self.open.saving = Saving::Failed(problem),
            // Sent before the answer to `adopt`: it is about the version being replaced.
            SaveReport::Outside(_) if self.open.adopting > 0 => {}
            SaveReport::Outside(news) => self.open.outside = Some(news),
            SaveReport::Adopted { kept } => {
                self.open.adopting = self.open.adopting.saturating_sub(1);
                if let Some(kept) = kept {
                    self.notice = Some((self.language.text().merge.kept_aside)(&kept));
                }
            }
            SaveReport::NotAdopted(problem) => {
                self.open.adopting = self.open.adopting.saturating_sub(1);
                // If the file changed once more, the next report says so.
                if problem != SaveProblem::ChangedOutside {
                    self.tell(&problem);
                }
            }
            SaveReport::Copies(copies) => self.found_copies(copies),
            SaveReport::Retired(kept) => self.notice = Some((self.language.text().merge.retired)(&kept)),
            SaveReport::NotRetired(SaveProblem::ChangedOutside) => {
                self.notice = Some(self.language.text().merge.not_retired.to_owned());
            }
            SaveReport::NotRetired(problem) | SaveReport::NotMoved(problem) => self.tell(&problem),
            SaveReport::BackedUp(path) => self.open.backed_up = Some(Ok(path)),
            SaveReport::NotBackedUp(problem) => self.open.backed_up = Some(Err(problem)),
            SaveReport::Forgotten { subject, result } => self.open.forgotten.push((*subject, result)),
            SaveReport::Moved { path, warnings, puts } => self.moved(path, &warnings, puts),
        }
    }

    /// A new copy brings back the dismissed ones: now is the time to look at all of them.
    fn found_copies(&mut self, copies: Vec<ConflictCopy>) {
        let is_known = |copy: &ConflictCopy| self.open.copies.contains(copy);
        if !copies.iter().all(is_known) {
            self.open.copies_put_away.clear();
        }
        self.open.copies = copies;
        self.show_copies();
    }

    fn tell(&mut self, problem: &SaveProblem) {
        self.notice = Some((self.language.text().problems.save)(problem));
    }

    fn saved(&mut self, at: SystemTime, warnings: &[FileWarning], puts: u64) {
        self.open.file.saved_at = Some(at);
        let is_newest = self.open.store.as_ref().is_some_and(|store| store.is_newest(puts));
        self.open.saving = if is_newest { Saving::Saved } else { Saving::Pending };
        if let Some(warning) = warnings.first() {
            self.notice = Some((self.language.text().problems.warning)(warning));
        }
        if let Some(path) = self.open.file.path.clone().filter(|_| self.open.fresh) {
            self.open.fresh = false;
            self.remember(&path);
        }
    }

    /// Takes over the new path; other versions near the old one no longer matter.
    fn moved(&mut self, path: PathBuf, warnings: &[FileWarning], puts: u64) {
        self.open.fresh = false;
        self.open.file.path = Some(path.clone());
        self.open.file.copies.clear();
        self.open.copies.clear();
        self.open.copies_put_away.clear();
        self.open.outside = None;
        self.saved(SystemTime::now(), warnings, puts);
        self.remember(&path);
    }
}
