//! Another version of the document: written by another program, or put next to it by a synchronised folder.

use std::path::Path;

use crate::app::Shell;
use crate::app::commands::new_id;
use crate::domain::document::Document;
use crate::domain::edit::Edit;
use crate::domain::history::UndoStep;
use crate::store::{Hash, OtherVersion, Outside};
use crate::ui::cx::Saving;
use crate::ui::frame::toast::Toast;
use crate::ui::screens::merge;
use crate::ui::screens::merge::{Source, Wish};

/// What to do with the other version once both are merged.
pub(crate) enum Other {
    /// It is the file itself: the next save may replace it.
    File(Hash),
    /// It is next to the file: it is moved to the backups.
    Copy(std::path::PathBuf, Hash),
    /// It is somewhere else, and stays there.
    Elsewhere,
}

impl Shell {
    /// Merges at once what needs no choice; for the rest a band appears, and editing can continue. Meanwhile nothing is
    /// saved over the other version.
    pub(crate) fn changed_outside(&mut self, news: Outside) {
        let was_shown = self.state.merge.as_ref().is_some_and(merge::State::is_open);
        match self.merging {
            Some(Other::File(shown)) if hash_of(&news) == Some(shown) => return,
            // One at a time: the choices made so far are kept.
            Some(Other::Copy(..) | Other::Elsewhere) if news == Outside::Same => return,
            Some(Other::Copy(..) | Other::Elsewhere) => return self.keeper.hear_later(news),
            // The file is as it was before, so our version can be saved.
            Some(Other::File(_)) if news == Outside::Same => self.keeper.put(self.history.current()),
            Some(Other::File(_)) | None => {}
        }
        self.leave_merge();
        self.take_outside(news);
        if let Some(page) = self.state.merge.as_mut().filter(|_| was_shown) {
            page.set_open(true);
        }
    }

    fn take_outside(&mut self, news: Outside) {
        match news {
            Outside::Same => {}
            Outside::Gone => {
                // A failed save is already shown for as long as it lasts.
                if !matches!(self.keeper.saving(), Saving::Failed(_)) {
                    self.toast(Toast::new(self.text().merge.written_again));
                }
                self.keeper.put(self.history.current());
            }
            Outside::Unreadable { problem, hash } => {
                let why = (self.text().problems.open)(&problem);
                match hash {
                    Some(hash) => {
                        self.show_merge(
                            None,
                            Document::default(),
                            Source::Unreadable(why),
                            Other::File(hash),
                        );
                        // Our version is no longer on the disk: the saving state shows that until it is saved again.
                        self.keeper.put(self.history.current());
                    }
                    // Perhaps only for a moment: the next save will show.
                    None => self.toast(Toast::new(why)),
                }
            }
            Outside::Changed(other) => {
                let OtherVersion { document, base, hash, by_hand } = *other;
                let source = if by_hand { Source::ByHand } else { Source::OtherProgram };
                self.show_merge(Some(base), document, source, Other::File(hash));
                let nothing_to_ask = self.state.merge.as_ref().is_some_and(|page| !page.asks());
                if nothing_to_ask {
                    self.settle_merge();
                } else {
                    self.keeper.put(self.history.current());
                }
            }
        }
    }

    pub(crate) fn compare_copy(&mut self, path: &Path) {
        let Some(copy) = self.keeper.copy_at(path).cloned() else { return };
        let name = path.file_name().map_or_else(String::new, |name| name.display().to_string());
        self.show_merge(None, copy.document, Source::Copy(name), Other::Copy(copy.path, copy.hash));
    }

    /// Brings in everything from another document; the current one may be changed.
    pub(crate) fn merge_from(&mut self, path: &Path, document: Document) {
        let name = path.file_name().map_or_else(String::new, |name| name.display().to_string());
        self.merge_with(document, Source::Brought(name));
    }

    pub(crate) fn merge_with(&mut self, document: Document, source: Source) {
        self.show_merge(None, document, source, Other::Elsewhere);
    }

    fn show_merge(&mut self, base: Option<Document>, theirs: Document, source: Source, other: Other) {
        self.refresh();
        let ours = self.history.current();
        self.state.merge = Some(merge::State::new(base, theirs, source, ours, self.history.revision()));
        self.merging = Some(other);
        if self.state.merge.as_ref().is_some_and(merge::State::is_open) {
            // The toast would cover the answers.
            self.state.toast = None;
        }
    }

    pub(crate) fn perform_merge(&mut self, wish: Wish) {
        match wish {
            Wish::LookAtBoth => self.look_at_both(),
            Wish::CompareCopy(path) => self.compare_copy(&path),
            Wish::PutCopyAway(path) => self.keeper.put_copy_away(&path),
            Wish::Settle => self.settle_merge(),
            Wish::NotNow => self.put_merge_away(),
        }
    }

    /// The user wants to compare the versions now.
    pub(crate) fn look_at_both(&mut self) {
        self.state.leaving = None;
        self.under_way.leaving = None;
        self.state.toast = None;
        match &mut self.state.merge {
            Some(page) => page.set_open(true),
            // It was reported while the last save failed, and has not been compared yet.
            None => self.keeper.look(),
        }
    }

    fn settle_merge(&mut self) {
        if !self.may_change() {
            return;
        }
        let current = self.history.current();
        // The choices were made for another state of the document.
        if self.state.merge.as_mut().is_some_and(|page| page.follow(current, self.history.revision())) {
            return;
        }
        let (Some(page), Some(other)) = (self.state.merge.take(), self.merging.take()) else { return };
        let words = &self.text().merge;
        if let Some(merged) = page.settled(words.copy_tag, new_id) {
            let changes = merged != *current;
            self.change(Edit::Merge(Box::new(merged)), UndoStep::Own);
            let toast = Toast::new((words.done)(page.taken()));
            self.toast(if changes { toast.with_undo() } else { toast });
        }
        // Before the store gets anything else: an unmerged version must not replace the file.
        if let Other::File(hash) = other {
            self.keeper.adopt(hash, self.history.current());
        }
        self.refresh();
        match other {
            Other::File(_) => {}
            Other::Copy(path, hash) => self.keeper.retire(path, hash),
            // The file may have changed meanwhile, too.
            Other::Elsewhere => self.keeper.look(),
        }
    }

    /// Closes the page for now: a change of the file and a conflict copy stay in their bands.
    pub(crate) fn put_merge_away(&mut self) {
        match self.merging {
            Some(Other::File(_)) => {
                if let Some(page) = &mut self.state.merge {
                    page.set_open(false);
                }
            }
            Some(Other::Copy(..) | Other::Elsewhere) | None => {
                self.leave_merge();
                self.keeper.look();
            }
        }
    }

    pub(crate) fn leave_merge(&mut self) {
        self.state.merge = None;
        self.merging = None;
    }

    /// The document is saved elsewhere now: the other version stays as it is near the old path.
    pub(crate) fn leave_merge_behind(&mut self) {
        match self.merging {
            Some(Other::File(_) | Other::Copy(..)) => self.leave_merge(),
            Some(Other::Elsewhere) | None => {}
        }
    }
}

fn hash_of(news: &Outside) -> Option<Hash> {
    match news {
        Outside::Changed(other) => Some(other.hash),
        Outside::Unreadable { hash, .. } => *hash,
        Outside::Same | Outside::Gone => None,
    }
}
