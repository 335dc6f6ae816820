//! The plan that belongs to no deal: one nameless deal in a document of its own, which is never saved.

use std::sync::Arc;

use super::Shell;
use super::commands::new_id;
use crate::domain::deal::Deal;
use crate::domain::deposit::Plan;
use crate::domain::document::Document;
use crate::domain::edit::{Edit, Field};
use crate::domain::history::{History, UndoStep};
use crate::ui::action::Place;

/// A new history for such a plan.
pub(super) fn quick_history(plan: Option<Plan>) -> History {
    let mut document = Document::default();
    let mut deal = Deal::new(new_id(), "");
    deal.plan = plan;
    document.deals.insert(deal.id.clone(), Arc::new(deal));
    History::new(document)
}

pub(super) fn quick_deal(quick: &History) -> Option<&Deal> {
    quick.current().deals.values().next().map(AsRef::as_ref)
}

impl Shell {
    pub(super) fn is_of_quick_plan(&self, edit: &Edit) -> bool {
        edit.deal().is_some_and(|id| self.quick.current().deals.contains_key(id))
    }

    /// The history that undo and redo act on.
    pub(super) fn history_in_sight(&mut self) -> &mut History {
        match self.state.place {
            Place::QuickPlan => &mut self.quick,
            Place::Deal
            | Place::Library
            | Place::Settings
            | Place::Welcome
            | Place::Backups
            | Place::Import => &mut self.history,
        }
    }

    pub(super) fn quick_plan(&self) -> Option<&Plan> {
        quick_deal(&self.quick)?.plan.as_ref()
    }

    pub(super) fn begin_quick_plan(&mut self, plan: Plan) {
        self.quick = quick_history(Some(plan));
    }

    /// Replaces the plan; an undo step where there was one.
    pub(super) fn replace_quick_plan(&mut self, plan: Plan) {
        match quick_deal(&self.quick).filter(|deal| deal.plan.is_some()) {
            Some(deal) => {
                let field = Field::Plan(Some(Box::new(plan)));
                self.commit(Edit::Change { deal: deal.id.clone(), field }, UndoStep::Own);
            }
            None => self.begin_quick_plan(plan),
        }
    }

    /// Makes a deal of the plan, with the plan's total as the agreed amount.
    pub(super) fn make_deal(&mut self) {
        let Some((quick, plan)) = quick_deal(&self.quick).zip(self.quick_plan()) else { return };
        let mut deal = Deal { id: new_id(), ..quick.clone() };
        deal.agreed.currency = Some(plan.terms.total.currency());
        deal.agreed.amount = Some(plan.terms.total.decimal());
        if self.commit(Edit::AddDeal(Box::new(deal)), UndoStep::Own) {
            self.quick = quick_history(None);
        }
    }
}
