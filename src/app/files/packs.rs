//! Exporting one whole deal for a colleague, and importing one.

use std::path::PathBuf;
use std::sync::Arc;

use super::opening::opens_at_once;
use crate::app::Shell;
use crate::app::commands::new_id;
use crate::domain::deal::{Deal, DealId};
use crate::domain::edit::Edit;
use crate::domain::history::UndoStep;
use crate::domain::import::pack::{
    differing_parts, has_gone_on, overwrites, payment_doubts, plan_pack, with_their_payments,
};
use crate::domain::import::problem::ImportProblem;
use crate::exchange::files::filename;
use crate::exchange::pack;
use crate::text::places;
use crate::ui::action::{Pick, ReadyFile};
use crate::ui::frame::toast::Toast;
use crate::ui::screens::merge::Source;

impl Shell {
    /// Makes the pack now, so that it holds what is on the screen, then asks where to save it.
    pub(crate) fn export_deal(&mut self, id: &DealId) {
        let Some(deal) = self.history.current().deal(id) else { return };
        let buyer = &deal.buyer.company;
        match pack::pack(deal) {
            Ok(bytes) => {
                let name = filename::file_name(buyer, pack::EXTENSION);
                self.ask_for_path(Pick::Write(ReadyFile::new(name, bytes)));
            }
            Err(problem) => {
                let said = (self.text().packs.not_packed)(buyer, &problem);
                self.toast(Toast::new(said));
            }
        }
    }

    /// A small pack is read at once, a large one on a thread, as a large document is.
    pub(crate) fn import_pack(&mut self, path: PathBuf) {
        if opens_at_once(&path) {
            return self.take_pack(pack::read(&path));
        }
        self.toast(Toast::new((self.text().shell.opening_what)(&places::name(&path))));
        self.background.read_pack(path);
    }

    /// Takes in a packed deal as one undo step and selects it.
    pub(crate) fn take_pack(&mut self, read: Result<Deal, ImportProblem>) {
        let words = self.text();
        let theirs = match read {
            Ok(theirs) => theirs,
            Err(problem) => {
                self.toast(Toast::new((words.problems.import)(&problem)));
                return;
            }
        };
        let buyer = theirs.buyer.company.clone();
        let packed = theirs.clone();
        let plan = plan_pack(self.history.current(), theirs, new_id);
        if let Some(skipped) = plan.skipped.first() {
            let said = (words.packs.not_taken)(&buyer, &skipped.flaw);
            self.toast(Toast::new(said));
            return;
        }
        let doubts = !payment_doubts(self.history.current(), &packed).is_empty();
        let ours = || self.history.current().deal(&packed.id).cloned();
        let Some(deal) = plan.deals.first().cloned().or_else(|| ours().filter(|_| doubts)) else {
            self.toast(Toast::new((words.packs.unchanged)(&buyer)));
            return;
        };
        if !self.may_change() {
            return;
        }
        if doubts {
            let theirs = Arc::new(with_their_payments((*deal).clone(), &packed));
            return self.compare_pack(theirs, Source::Packed { buyer, goes_on: false });
        }
        if let Some(ours) = self.history.current().deal(&deal.id).cloned()
            && overwrites(&ours, &deal)
        {
            let goes_on = has_gone_on(&ours, &deal, &packed);
            return self.compare_pack(deal, Source::Packed { buyer, goes_on });
        }
        let said = self.what_came(&deal);
        let id = deal.id.clone();
        self.commit(Edit::Import { deals: plan.deals, answers: None }, UndoStep::Own);
        self.select(id);
        self.toast(Toast::new(said).with_undo());
    }

    /// Where both versions changed, the user chooses field by field.
    fn compare_pack(&mut self, united: Arc<Deal>, source: Source) {
        self.select(united.id.clone());
        let mut theirs = self.history.current().clone();
        theirs.deals.insert(united.id.clone(), united);
        self.merge_with(theirs, source);
    }

    fn what_came(&self, deal: &Deal) -> String {
        let words = &self.text().packs;
        match self.history.current().deal(&deal.id) {
            Some(before) => (words.updated)(&deal.buyer.company, &differing_parts(before, deal)),
            None => (words.added)(&deal.buyer.company),
        }
    }
}
