//! Another version of the document: written by another program, or laid beside it by a synchronised folder.

use std::path::Path;

use super::Shell;
use super::commands::new_id;
use crate::domain::document::Document;
use crate::domain::edit::Edit;
use crate::store::{Hash, OtherVersion, Outside};
use crate::ui::screens::merge::{self, Source};
use crate::ui::toast::Toast;

/// What has to be done with the other version when the two have become one.
pub(super) enum Other {
    /// It is the file itself: the next save may replace it.
    File(Hash),
    /// It lies beside the file: it goes among the backups.
    Copy(std::path::PathBuf, Hash),
    /// It lies anywhere, and stays there.
    Elsewhere,
}

impl Shell {
    /// What nobody has to choose is taken over at once; else the two versions are shown.
    pub(super) fn changed_outside(&mut self, news: Outside) {
        let words = &self.text().merge;
        if self.is_shown(&news) {
            return;
        }
        match news {
            Outside::Same => {}
            Outside::Gone => {
                self.keeper.put(self.history.current());
                self.toast(Toast::new(words.written_again));
            }
            Outside::Unreadable { problem, hash } => {
                let why = (self.text().problems.open)(&problem);
                match hash {
                    Some(hash) => {
                        self.show_merge(None, Document::default(), Source::Unreadable(why), Other::File(hash))
                    }
                    // Perhaps for a moment only: the next save tells.
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
                }
            }
        }
    }

    /// The same change is not shown anew while somebody chooses.
    fn is_shown(&self, news: &Outside) -> bool {
        let hash = match news {
            Outside::Changed(other) => Some(other.hash),
            Outside::Unreadable { hash, .. } => *hash,
            Outside::Same | Outside::Gone => None,
        };
        matches!(self.merging, Some(Other::File(shown)) if Some(shown) == hash)
    }

    pub(super) fn compare_copy(&mut self, path: &Path) {
        let Some(copy) = self.keeper.copy_at(path).cloned() else { return };
        let name = path.file_name().map_or_else(String::new, |name| name.display().to_string());
        self.show_merge(None, copy.document, Source::Copy(name), Other::Copy(copy.path, copy.hash));
    }

    /// Everything out of another document, beside what is here.
    pub(super) fn merge_from(&mut self, path: &Path, document: Document) {
        let name = path.file_name().map_or_else(String::new, |name| name.display().to_string());
        self.show_merge(None, document, Source::Brought(name), Other::Elsewhere);
    }

    fn show_merge(&mut self, base: Option<Document>, theirs: Document, source: Source, other: Other) {
        self.history.seal();
        self.refresh();
        let ours = self.history.current();
        self.state.merge = Some(merge::State::new(base, theirs, source, ours, self.history.revision()));
        self.merging = Some(other);
        // It would lie over the answers.
        self.state.toast = None;
    }

    pub(super) fn settle_merge(&mut self) {
        let (Some(page), Some(other)) = (self.state.merge.take(), self.merging.take()) else { return };
        let words = &self.text().merge;
        let merged = page.settled(words.copy_tag, new_id);
        let said = (words.done)(page.taken());
        match other {
            Other::File(hash) => self.keeper.adopt(hash),
            Other::Copy(path, hash) => self.keeper.retire(path, hash),
            Other::Elsewhere => {}
        }
        if let Some(merged) = merged {
            let changes = merged != *self.history.current();
            self.edit(Edit::Merge(Box::new(merged)));
            self.history.seal();
            self.refresh();
            let toast = Toast::new(said);
            self.toast(if changes { toast.with_undo() } else { toast });
        }
        // Whatever was unsaved before is saved now.
        self.keeper.put(self.history.current());
    }

    /// A change of the file itself is shown again at the next save; a copy waits in its band.
    pub(super) fn leave_merge(&mut self) {
        self.state.merge = None;
        self.merging = None;
    }
}
