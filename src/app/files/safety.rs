//! Performs safety actions: backups, restoring, copies, recovery.

use std::path::{Path, PathBuf};

use super::privacy::Forgetting;
use crate::app::Shell;
use crate::app::background::{News, Purpose};
use crate::domain::document::Document;
use crate::domain::edit::Edit;
use crate::domain::files::backup::{Backup, is_untouched};
use crate::domain::files::problem::{OpenProblem, SaveProblem};
use crate::domain::history::UndoStep;
use crate::store::backups::backup::folder_of;
use crate::store::{Flushing, SurveyFinding};
use crate::text::places;
use crate::ui::action::{Action, Pick, Place};
use crate::ui::command::Global;
use crate::ui::frame::toast::Toast;
use crate::ui::safety::{Looked, made};
use crate::ui::screens::backups::BackupPreview;
use crate::ui::screens::{backups, recovery};

/// What is under way for the document's safety.
#[derive(Default)]
pub struct UnderWay {
    /// A backup that replaces the document once the present state is backed up.
    restoring: Option<(PathBuf, Document)>,
    /// The content of a document that could not be opened, where it can still be read whole.
    damaged: Option<Document>,
    /// The deals that could be read from one line by line.
    salvaged: Option<Document>,
    /// The last save before leaving the document, and the time at which the user is asked, in egui's seconds.
    pub(crate) leaving: Option<(Flushing, f64)>,
    /// Buyers that are being forgotten.
    pub(crate) forgetting: Vec<Forgetting>,
}

impl Shell {
    pub(crate) fn perform_backups(&mut self, wish: backups::Wish) {
        match wish {
            backups::Wish::BackUpNow => self.back_up(),
            backups::Wish::Preview(backup) => {
                if self.state.place != Place::Backups {
                    self.open_place(Place::Backups);
                }
                self.state.backups.open(backup.clone());
                self.background.read(backup, Purpose::Preview);
            }
            backups::Wish::Restore(backup) => self.background.read(backup, Purpose::Restore),
            backups::Wish::ShowFolder(document) => self.show_backups(&document),
            backups::Wish::Bring(path) => self.background.read(path, Purpose::Bring),
            backups::Wish::Copy(path) => self.ask_for_path(Pick::CopyFile(path)),
        }
    }

    pub(crate) fn perform_recovery(&mut self, wish: recovery::Wish, ctx: &egui::Context) {
        let Some(document) = self.state.recovery.as_ref().map(|recovery| recovery.path.clone()) else {
            return;
        };
        match wish {
            recovery::Wish::OpenAgain => self.perform(Action::OpenFile(document), ctx),
            recovery::Wish::AcceptEdit => self.accept_edit(),
            recovery::Wish::Rescue => self.rescue_deals(),
            recovery::Wish::Restore(backup) => {
                if let Some(restored) = self.keeper.restore(&document, &backup) {
                    self.take_document(restored, None);
                }
            }
            recovery::Wish::LookAt(backup) => self.look_at(document, &backup),
            recovery::Wish::Copy(path) => self.ask_for_path(Pick::CopyFile(path)),
            recovery::Wish::StartEmpty => {
                let empty = self.keeper.start_empty(&document);
                self.take_document(empty, None);
            }
            recovery::Wish::OpenAnother => self.ask_for_path(Pick::Open),
            recovery::Wish::StartElsewhere => self.run(Global::SaveAs.into(), ctx),
        }
    }

    fn look_at(&mut self, document: PathBuf, backup: &Backup) {
        match self.keeper.look_at(document, &backup.path, backup.taken) {
            Ok(looked_at) => self.take_document(looked_at, None),
            Err(problem) => self.toast(Toast::new((self.text().problems.open)(&problem))),
        }
    }

    /// Takes the results of threads and the store since the last frame.
    pub(crate) fn hear_of_safety(&mut self) {
        for news in self.background.news() {
            self.heard(news);
        }
        if let Some(outcome) = self.keeper.take_backed_up() {
            self.backed_up(outcome);
        }
    }

    fn heard(&mut self, news: News) {
        match news {
            News::Found(_, finding) => self.found(finding),
            News::Read { path, purpose: Purpose::Preview, read, .. } => {
                match (self.state.backups.looked.open == Some(path), read) {
                    (true, Ok(document)) => self.state.backups.preview = Some(BackupPreview::new(document)),
                    (true, Err(problem)) => self.cannot_use(&problem),
                    (false, _no_longer_asked_for) => {}
                }
            }
            News::Read { path, purpose: Purpose::Restore, read, .. } => match read {
                Ok(document) => {
                    self.under_way.restoring = Some((path, document));
                    self.back_up();
                }
                Err(problem) => self.cannot_use(&problem),
            },
            News::Read { path, purpose: Purpose::Bring, read, .. } => self.bring(&path, read),
            News::PackRead { read, .. } => self.take_pack(read.map(|deal| *deal)),
            News::DocumentCopied { path, deals } => {
                let place = places::file(&path, self.services.home.as_deref());
                let said = (self.text().backups.copied)(&place, deals);
                self.toast(Toast::new(said).with_file(path));
            }
            News::FileCopied(path) => self.say_saved(path, None),
            News::Rescued { path, deals, .. } => {
                self.open_document(&path);
                let said = (self.text().recovery.rescued_deals)(deals, &path.display().to_string());
                self.toast(Toast::new(said).with_file(path));
            }
            News::NotCopied(problem) => self.toast(Toast::new((self.text().problems.save)(&problem))),
        }
    }

    fn found(&mut self, finding: SurveyFinding) {
        let looked = match &mut self.state.recovery {
            Some(recovery) => &mut recovery.backups,
            None => &mut self.state.backups.looked,
        };
        match finding {
            SurveyFinding::Backup(examined) => looked.found.push(examined),
            SurveyFinding::Kept(kept) => looked.kept.push(kept),
            SurveyFinding::Unlisted(cause) => looked.unlisted = Some(cause),
            SurveyFinding::Done => looked.finished = true,
            SurveyFinding::Damaged(damaged) => {
                if let Some(recovery) = &mut self.state.recovery {
                    recovery.buyer = damaged.buyer;
                    recovery.readable = damaged.document.as_ref().map(|document| document.deals.len());
                    self.under_way.damaged = damaged.document;
                    let (salvaged, salvage) = damaged.salvage.unzip();
                    recovery.salvage = salvage;
                    self.under_way.salvaged = salvaged;
                }
            }
        }
    }

    pub(crate) fn copy_document(&mut self, to: PathBuf, over: bool) {
        let original = self.keeper.file().path.clone();
        match original.clone().filter(|_| self.keeper.shows_not_all()) {
            // The file itself, including what this program does not understand.
            Some(file) => self.background.copy_file(file, to, over),
            None => self.background.copy_document(self.history.current().clone(), original, to, over),
        }
    }

    fn cannot_use(&mut self, problem: &OpenProblem) {
        self.toast(Toast::new((self.text().recovery.bad_backup)(problem)));
    }

    /// Shows the recovery page and examines the backups.
    pub(crate) fn show_recovery(&mut self) {
        self.under_way.damaged = None;
        self.under_way.salvaged = None;
        self.state.recovery = self.keeper.problem().cloned();
        if let Some(recovery) = &self.state.recovery {
            self.background.survey_damaged(recovery.path.clone(), recovery.problem.clone());
        }
    }

    /// Examines the backups again; an open preview stays open.
    pub(crate) fn look_at_backups(&mut self) {
        // The recovery page has its own round in progress.
        if self.state.recovery.is_some() {
            return;
        }
        let Some(path) = self.keeper.file().path.clone() else { return };
        let open = self.state.backups.looked.open.take();
        self.state.backups.looked = Looked { open, ..Looked::default() };
        self.background.survey(path, self.history.current().clone());
    }

    fn back_up(&mut self) {
        if !self.may_change() {
            self.under_way.restoring = None;
            return;
        }
        // The store backs up the newest document that it was given.
        self.refresh();
        self.keeper.back_up();
    }

    fn backed_up(&mut self, outcome: Result<PathBuf, SaveProblem>) {
        let words = &self.text().backups;
        match (outcome, self.under_way.restoring.take()) {
            (Ok(_kept), Some((path, document))) => self.restore(&path, document),
            (Ok(_kept), None) => self.toast(Toast::new(words.backed_up)),
            (Err(problem), Some(_)) => self.toast(Toast::new((words.not_restored)(&problem))),
            (Err(problem), None) => self.toast(Toast::new((words.not_backed_up)(&problem))),
        }
        if self.state.place == Place::Backups {
            self.look_at_backups();
        }
    }

    /// Restores the backup as one undo step.
    fn restore(&mut self, backup: &Path, document: Document) {
        let found = self.state.backups.looked.found.iter().find(|found| found.backup.path == *backup);
        let taken = found.and_then(|found| found.backup.taken);
        let when = self.with_cx(|cx, _state| made(cx, taken));
        if self.keeper.file().rescued.as_deref() == Some(backup) {
            self.keeper.forget_rescued();
        }
        if self.commit(Edit::Replace(Box::new(document)), UndoStep::Own) {
            self.toast(Toast::new((self.text().backups.restored)(&when)).with_undo());
        }
    }

    fn bring(&mut self, path: &Path, read: Result<Document, OpenProblem>) {
        let words = &self.text().backups;
        match read {
            Err(problem) => {
                let why = (self.text().problems.open)(&problem);
                self.toast(Toast::new((words.not_brought)(&why)));
            }
            Ok(document) if is_untouched(self.history.current()) => {
                let deals = document.deals.len();
                if self.commit(Edit::Replace(Box::new(document)), UndoStep::Own) {
                    self.state.place = Place::Deal;
                    self.select_first();
                    self.toast(Toast::new((words.brought)(deals)).with_undo());
                }
            }
            Ok(document) if self.may_change() => self.merge_from(path, document),
            Ok(_not_to_be_changed) => {}
        }
    }

    fn show_backups(&mut self, document: &Path) {
        let backups = folder_of(document);
        let folder = if backups.is_dir() { Some(&*backups) } else { document.parent() };
        if let Some(folder) = folder {
            self.show_folder(folder);
        }
    }

    /// Writes the readable deals to a new document next to the damaged one, which stays as it is.
    fn rescue_deals(&mut self) {
        if let (Some(recovery), Some(salvaged)) = (&self.state.recovery, self.under_way.salvaged.take()) {
            self.background.rescue(recovery.path.clone(), salvaged);
        }
    }

    fn accept_edit(&mut self) {
        let (Some(recovery), Some(seen)) = (&self.state.recovery, self.under_way.damaged.take()) else {
            return;
        };
        let path = recovery.path.clone();
        match self.keeper.accept_edit(&path, &seen) {
            Some(document) => self.take_document(document, None),
            None => {
                self.toast(Toast::new(self.text().recovery.changed_meanwhile));
                self.open_document(&path);
            }
        }
    }
}
