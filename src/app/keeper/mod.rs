//! Where the document is kept: the store, what it reports, and the preferences of this computer.

pub(crate) mod openings;
pub(crate) mod other_versions;
mod reports;

use std::path::{Path, PathBuf};
use std::time::Duration;

use self::other_versions::ForgottenCopies;

use crate::domain::document::Document;
use crate::domain::files::preferences::{Preferences, Theme};
use crate::domain::files::problem::{FileWarning, OpenProblem, SaveProblem};
use crate::domain::history;
use crate::domain::names::Named as _;
use crate::store::disk::preferences::PreferencesFile;
use crate::store::{ConflictCopy, FileAccess, Following, Opened, Outside, Store, Trust, Waker};
use crate::text::Language;
use crate::ui::cx::{FileFacts, ReadOnly, Saving};
use crate::ui::safety::Recovery;

/// How long closing waits for the last save.
const PATIENCE: Duration = Duration::from_secs(5);

pub struct Keeper {
    waker: Waker,
    preferences: Preferences,
    preferences_file: Option<PreferencesFile>,
    language: Language,
    notice: Option<String>,
    /// The document that opens when none is named.
    usual: Option<PathBuf>,
    /// Replaced as a whole with each document, so nothing carries over to the next one.
    open: OpenDocument,
}

/// The open document and everything reported about it so far.
#[derive(Default)]
struct OpenDocument {
    store: Option<Store>,
    file: FileFacts,
    saving: Saving,
    /// Follows the saves of another window, where that one holds the document.
    following: Option<Following>,
    fresh: bool,
    problem: Option<Recovery>,
    /// A change by another program that arrived while closing or opening; handled in the next frame.
    outside: Option<Outside>,
    /// The number of `adopt` answers still to come; reports about the file before them are out of date.
    adopting: usize,
    /// Other versions beside the document.
    copies: Vec<ConflictCopy>,
    /// Those of them that the user dismissed for now.
    copies_put_away: Vec<PathBuf>,
    /// The result of a requested backup.
    backed_up: Option<Result<PathBuf, SaveProblem>>,
    /// The results of removing forgotten buyers from the copies beside the document.
    forgotten: Vec<ForgottenCopies>,
    /// The user chose to close without the last changes: closing no longer waits.
    given_up: bool,
}

impl Keeper {
    /// Reads this computer's preferences; no document is open yet.
    pub fn new(preferences: Option<&Path>, system_language: Language, waker: Waker) -> Self {
        let opened = preferences.map(PreferencesFile::open);
        let (preferences_file, preferences, warning) = match opened {
            Some((file, preferences, warning)) => (Some(file), preferences, warning),
            None => (None, Preferences::default(), None),
        };
        let language =
            preferences.language.as_deref().and_then(Language::from_name).unwrap_or(system_language);
        let file = FileFacts { recent: preferences.recent.clone(), ..FileFacts::default() };
        let notice = warning.map(|warning| (language.text().problems.warning)(&warning));
        let open = OpenDocument { file, saving: Saving::Off, ..OpenDocument::default() };
        Self { waker, preferences, preferences_file, language, notice, usual: None, open }
    }

    /// Opens a document and returns its content. A file that cannot be read stays as it is, and nothing is saved to it.
    pub fn open(&mut self, path: &Path) -> Document {
        self.let_go_for(path);
        let opened = Store::open(path, Trust::Checksum, self.waker.clone());
        self.take_opened(path, opened)
    }

    /// Releases the open document and its lock first: the next may be the same file.
    pub(super) fn let_go_for(&mut self, path: &Path) {
        let file = FileFacts {
            path: Some(path.to_owned()),
            recent: self.preferences.recent.clone(),
            portable: self.open.file.portable.take(),
            ..FileFacts::default()
        };
        self.open = OpenDocument { file, saving: Saving::Opening, ..OpenDocument::default() };
    }

    /// Takes the result of opening a document.
    pub(super) fn take_opened(
        &mut self,
        path: &Path,
        opened: Result<Opened<Store>, OpenProblem>,
    ) -> Document {
        match opened {
            // Backups without a document: it was deleted or moved, and can be restored.
            Ok(opened) if opened.fresh && has_backups(path) => {
                drop(opened);
                self.refused(path, OpenProblem::NotThere);
                Document::default()
            }
            Ok(opened) => self.opened(path, opened),
            Err(problem) => {
                let newer = matches!(problem, OpenProblem::Newer { .. });
                newer.then(|| self.open_newer(path)).flatten().unwrap_or_else(|| {
                    self.refused(path, problem);
                    Document::default()
                })
            }
        }
    }

    fn opened(&mut self, path: &Path, opened: Opened<Store>) -> Document {
        let words = &self.language.text().problems;
        let Opened { document, fresh, access, warnings } = opened;
        self.open.fresh = fresh;
        self.open.file.rescued = warnings.iter().find_map(rescued);
        let told = warnings.iter().find(|warning| rescued(warning).is_none());
        self.notice = told.map(words.warning).or(self.notice.take());
        match access {
            FileAccess::Writable(store) => {
                store.look();
                self.open.store = Some(store);
                self.open.saving = Saving::Saved;
            }
            FileAccess::ReadOnly(holder) => {
                self.open.saving = Saving::Off;
                self.open.file.read_only = Some(ReadOnly::Held(holder));
                self.open.following = Following::start(path, document.clone(), self.waker.clone());
            }
        }
        if !fresh {
            self.remember(path);
        }
        document
    }

    fn refused(&mut self, path: &Path, problem: OpenProblem) {
        self.open.saving = Saving::Off;
        self.open.file.read_only = Some(ReadOnly::NotOpened);
        self.open.problem = Some(Recovery::new(path.to_owned(), problem));
    }

    pub fn waker(&self) -> &Waker {
        &self.waker
    }

    pub fn is_fresh(&self) -> bool {
        self.open.fresh
    }

    pub fn problem(&self) -> Option<&Recovery> {
        self.open.problem.as_ref()
    }

    pub fn language(&self) -> Language {
        self.language
    }

    pub fn saving(&self) -> &Saving {
        &self.open.saving
    }

    pub fn file(&self) -> &FileFacts {
        &self.open.file
    }

    /// Whether there is a place to save changes in.
    pub fn access(&self) -> history::DocumentAccess {
        if self.open.store.is_some() {
            history::DocumentAccess::Writable
        } else {
            history::DocumentAccess::ReadOnly
        }
    }

    pub fn theme(&self) -> egui::ThemePreference {
        match self.preferences.theme.as_ref().and_then(|theme| theme.known()) {
            Some(Theme::Light) => egui::ThemePreference::Light,
            Some(Theme::Dark) => egui::ThemePreference::Dark,
            Some(Theme::System) | None => egui::ThemePreference::System,
        }
    }

    pub fn set_theme(&mut self, preference: egui::ThemePreference) {
        let theme = match preference {
            egui::ThemePreference::Light => Theme::Light,
            egui::ThemePreference::Dark => Theme::Dark,
            egui::ThemePreference::System => Theme::System,
        };
        self.preferences.theme = Some(theme.into());
        self.save_preferences();
    }

    pub(crate) fn set_language(&mut self, language: Language) {
        self.language = language;
        self.preferences.language = Some(language.name().to_owned());
        self.save_preferences();
    }

    /// Where a file was last written, or read.
    pub(crate) fn last_folder(&self, written: bool) -> Option<&Path> {
        let Preferences { save_folder, open_folder, .. } = &self.preferences;
        if written { save_folder.as_deref() } else { open_folder.as_deref() }
    }

    /// The folder of this file is where the next dialog starts.
    pub(crate) fn remember_folder(&mut self, written: bool, file: &Path) {
        let folder = file.parent().map(Path::to_owned);
        let Preferences { save_folder, open_folder, .. } = &mut self.preferences;
        let last = if written { save_folder } else { open_folder };
        if *last != folder {
            *last = folder;
            // If this cannot be saved, the next start begins in Documents again: not worth a message.
            let _kept = self.preferences_file.as_ref().map(|file| file.save(&self.preferences));
        }
    }

    /// Hands the newest document to the saving thread.
    pub fn put(&mut self, document: &Document) {
        let Some(store) = &self.open.store else { return };
        store.put(document.clone());
        if self.open.saving == Saving::Saved {
            self.open.saving = Saving::Pending;
        }
    }

    /// Checks whether another program changed the file.
    pub fn look(&self) {
        if let Some(store) = &self.open.store {
            store.look();
        }
    }

    pub fn retry(&self) {
        if let Some(store) = &self.open.store {
            // The answer comes with the reports.
            let _reported = store.flush(Duration::ZERO);
        }
    }

    pub fn take_notice(&mut self) -> Option<String> {
        self.notice.take()
    }

    /// Restores a backup in place of a document that could not be read, which is kept under another name.
    pub fn restore(&mut self, document: &Path, backup: &Path) -> Option<Document> {
        match crate::store::backups::recovery::restore(document, backup) {
            Ok(kept) => {
                let restored = self.open(document);
                let words = &self.language.text().recovery;
                self.notice = kept.map(|kept| (words.kept_as)(&kept.display().to_string()));
                Some(restored)
            }
            Err(problem) => {
                self.notice = Some((self.language.text().problems.save)(&problem));
                None
            }
        }
    }

    /// Waits for the last save; false where it did not succeed.
    pub fn finish(&mut self) -> bool {
        let Some(store) = self.open.store.as_ref().filter(|_| !self.open.given_up) else { return true };
        match store.flush(PATIENCE) {
            Ok(()) => {
                self.open.outside = self.hear();
                true
            }
            Err(problem) => {
                self.open.saving = Saving::Failed(problem);
                false
            }
        }
    }

    /// Closes without the last changes, as the user chose.
    pub(crate) fn give_up(&mut self) {
        self.open.given_up = true;
    }

    fn remember(&mut self, path: &Path) {
        self.preferences.remember(path.to_owned());
        // A write that changes nothing would only keep the first frame waiting for the disk.
        if self.open.file.recent != self.preferences.recent {
            self.open.file.recent.clone_from(&self.preferences.recent);
            self.save_preferences();
        }
    }

    fn save_preferences(&mut self) {
        if let Some(Err(problem)) = self.preferences_file.as_ref().map(|file| file.save(&self.preferences)) {
            self.notice = Some((self.language.text().problems.save)(&problem));
        }
    }
}

fn has_backups(path: &Path) -> bool {
    crate::store::backups::backup::list(path).is_ok_and(|backups| !backups.is_empty())
}

/// The backup made from an interrupted save: offered until it is dealt with, not only mentioned once.
fn rescued(warning: &FileWarning) -> Option<PathBuf> {
    match warning {
        FileWarning::Rescued(path) => Some(path.clone()),
        FileWarning::NotLocked(_)
        | FileWarning::FolderNotSynced(_)
        | FileWarning::NoBackup(_)
        | FileWarning::KeptAside(_) => None,
    }
}
