//! Forgetting a buyer, here and in every copy beside the document; and what a crash left.

use std::path::PathBuf;

use super::{Shell, crash};
use crate::domain::deal::DealId;
use crate::domain::forget::{Subject, forget};
use crate::ui::notice::{ForgottenNotice, Notice};
use crate::ui::screens::forget::State as Asking;
use crate::ui::toast::Toast;

impl Shell {
    /// Says what would go and what would stay; nothing is changed yet.
    pub(super) fn ask_to_forget(&mut self, deal: &DealId) {
        if !self.keeper.may_change() {
            self.toast(Toast::new(self.text().shell.not_in_read_only));
            return;
        }
        self.history.seal();
        self.state.palette = None;
        self.state.forgetting = Subject::of(self.history.current(), deal)
            .map(|subject| Asking::new(self.history.current(), subject));
    }

    /// Cannot be undone: what was before goes with the buyer.
    pub(super) fn forget(&mut self, subject: Subject) {
        if !self.keeper.may_change() {
            self.toast(Toast::new(self.text().shell.not_in_read_only));
            return;
        }
        let (after, forgotten) = forget(self.history.current(), &subject);
        self.history.restart(after);
        // Half-written messages and files that wait for a name may hold the buyer, too.
        self.state.deal = crate::ui::screens::deal::State::default();
        self.state.prompt = None;
        self.state.toast = None;
        self.refresh();
        self.keeper.forget(subject, forgotten.deals);
    }

    pub(super) fn forget_again(&mut self, delete: Vec<PathBuf>) {
        self.state.notices.retain(|notice| !matches!(notice, Notice::Forgotten(_)));
        self.keeper.forget_again(delete);
    }

    /// Tells what came of the copies: briefly where all is well, else until it was seen.
    pub(super) fn hear_what_was_forgotten(&mut self) {
        let Some((deals, subject, result)) = self.keeper.take_forgotten() else { return };
        let company = subject.company().to_owned();
        match result {
            Ok(cleaned) if cleaned.unread.is_empty() && cleaned.failed.is_empty() => {
                let said = (self.text().forget.gone)(&company, deals, cleaned.copies);
                self.toast(Toast::new(said));
            }
            Ok(cleaned) => self.state.notices.push(Notice::Forgotten(ForgottenNotice {
                company,
                deals,
                copies: cleaned.copies,
                unread: cleaned.unread,
                failed: cleaned.failed,
                unsaved: None,
            })),
            Err(problem) => self.state.notices.push(Notice::Forgotten(ForgottenNotice {
                company,
                deals,
                copies: 0,
                unread: Vec::new(),
                failed: Vec::new(),
                unsaved: Some(problem),
            })),
        }
    }

    /// Offers the report of an earlier run's crash, once.
    pub(super) fn offer_crash_report(&mut self) {
        let unseen = self.services.reports.as_deref().and_then(crash::take_unseen);
        if let Some(report) = unseen {
            let folder = report.path.parent().map(PathBuf::from).unwrap_or_default();
            self.state.notices.push(Notice::Crash { at: report.at, text: report.text, folder });
        }
    }

    pub(super) fn show_folder(&mut self, folder: &std::path::Path) {
        if !(self.services.show_folder)(folder) {
            self.toast(Toast::new((self.text().crash.folder_is)(&folder.display().to_string())));
        }
    }

    /// After a panic in a frame: the newest document reaches the disk.
    pub(super) fn rescue(&mut self) {
        self.keeper.put(self.history.current());
        let _reported_as_a_crash = self.keeper.finish();
    }
}
