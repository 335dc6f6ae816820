//! Forgetting a buyer, here and in every copy near the document; and offering crash reports.

use std::path::PathBuf;

use crate::app::dialogs::Dialogs;
use crate::app::{Shell, crash};
use crate::domain::deal::DealId;
use crate::domain::forget::{Forgotten, Subject, forget};
use crate::store::backups::forget::Cleaned;
use crate::ui::frame::notice::{ForgottenNotice, Notice};
use crate::ui::frame::toast::Toast;
use crate::ui::screens::forget::State as Asking;

/// A buyer whose copies are being cleaned.
pub(crate) struct Forgetting {
    subject: Subject,
    deals: usize,
    /// The number of copies cleaned so far.
    copies: usize,
}

impl Shell {
    /// Asks first, listing what would be removed and what would stay; nothing is changed yet.
    pub(crate) fn ask_to_forget(&mut self, deal: &DealId) {
        self.state.palette = None;
        self.state.forgetting = Subject::of(self.history.current(), deal)
            .map(|subject| Asking::new(self.history.current(), subject, self.history.revision()));
    }

    /// Cannot be undone: the undo history is dropped with the buyer.
    pub(crate) fn forget(&mut self, subject: Subject) {
        if !self.may_change() {
            return;
        }
        let (after, forgotten) = forget(self.history.current(), &subject);
        self.history.restart(after);
        // Half-written messages and files waiting for a name may name the buyer, too.
        self.state.deal = crate::ui::screens::deal::State::default();
        self.state.prompt = None;
        self.dialogs = Dialogs::default();
        self.state.toast = None;
        self.forget_left_out();
        let is_told_anew = |notice: &Notice| matches!(notice, Notice::Forgotten(told) if told.subject.company() == subject.company());
        self.state.notices.retain(|notice| !is_told_anew(notice));
        self.refresh();
        self.under_way.forgetting.push(Forgetting {
            subject: subject.clone(),
            deals: forgotten.deals,
            copies: 0,
        });
        self.keeper.forget(subject, Vec::new());
    }

    /// Tries once more to clean the copies. If the buyer has been entered again, asks first.
    pub(crate) fn forget_again(&mut self, subject: Subject, delete: Vec<PathBuf>) {
        let (_after, found) = forget(self.history.current(), &subject);
        if found != Forgotten::default() {
            self.state.forgetting =
                Some(Asking::new(self.history.current(), subject, self.history.revision()));
            return;
        }
        let is_meant = |notice: &mut Notice| match notice {
            Notice::Forgotten(told) => told.subject == subject,
            Notice::Crash { .. } | Notice::LeftOut { .. } => false,
        };
        for notice in self.state.notices.extract_if(.., is_meant) {
            if let Notice::Forgotten(ForgottenNotice { subject, deals, copies, .. }) = notice {
                self.under_way.forgetting.push(Forgetting { subject, deals, copies });
            }
        }
        self.keeper.forget(subject, delete);
    }

    /// Shows the result for the copies: a toast where all went well, otherwise a notice until it is dismissed.
    pub(crate) fn hear_what_was_forgotten(&mut self) {
        for (subject, result) in self.keeper.take_forgotten() {
            let asked = &mut self.under_way.forgetting;
            let Some(place) = asked.iter().position(|asked| asked.subject == subject) else { continue };
            let Forgetting { subject, deals, copies } = asked.remove(place);
            let (cleaned, unsaved) = match result {
                Ok(cleaned) => (cleaned, None),
                Err(problem) => (Cleaned::default(), Some(problem)),
            };
            // The count continues if the copies are cleaned again.
            let copies = copies.saturating_add(cleaned.copies);
            if unsaved.is_none() && cleaned.unread.is_empty() && cleaned.failed.is_empty() {
                self.toast(Toast::new((self.text().forget.gone)(subject.company(), deals, copies)));
                continue;
            }
            self.state.notices.push(Notice::Forgotten(ForgottenNotice {
                document: self.keeper.file().path.clone(),
                subject,
                deals,
                copies,
                unread: cleaned.unread,
                failed: cleaned.failed,
                unsaved,
            }));
        }
    }

    /// Offers the report of an earlier run's crash, once.
    pub(crate) fn offer_crash_report(&mut self) {
        let unseen = self.services.reports.as_deref().and_then(crash::take_unseen);
        if let Some(report) = unseen {
            let folder = report.path.parent().map(PathBuf::from).unwrap_or_default();
            self.state.notices.push(Notice::Crash { at: report.at, text: report.text, folder });
        }
    }

    pub(crate) fn show_folder(&mut self, folder: &std::path::Path) {
        if !(self.services.show_folder)(folder) {
            self.toast(Toast::new((self.text().crash.folder_is)(&folder.display().to_string())));
        }
    }

    /// Saves the newest document after a panic in a frame.
    pub(crate) fn rescue(&mut self) {
        self.keeper.put(self.history.current());
        let _reported_as_a_crash = self.keeper.finish();
    }
}
