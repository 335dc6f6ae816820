//! The deposit page for a plan that belongs to no deal, with undo of its own.

use egui::Ui;

use super::{State, Wish, begins_step, calendar, export, form, page};
use crate::domain::deposit::{Plan, Terms, usual_terms};
use crate::ui::action::{Action, Actions, Cx};
use crate::ui::tokens;
use crate::ui::widgets::heading;

/// Older steps are forgotten.
const DEPTH: usize = 100;

/// A plan with the steps that led to it, and those that were taken back.
#[derive(Debug)]
pub struct Quick {
    plan: Plan,
    past: Vec<Plan>,
    future: Vec<Plan>,
    /// The next change is a step of its own.
    sealed: bool,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    heading(ui, cx.text.deposit.quick);
    ui.add_space(tokens::L);
    let begins = begins_step(ui, state);
    let Some(quick) = &mut state.quick else {
        if let Some(total) = form::ask_total(ui, cx, None, cx.text.deposit.quick_intro) {
            let weekend = cx.calendars.of(None).weekend;
            state.take(Plan::new(usual_terms(total, cx.now.date, weekend)));
        }
        export::read_instead(ui, cx, None, out);
        return;
    };
    quick.sealed |= begins;
    let plan = quick.plan.clone();
    let Some(wish) = page(ui, cx, &plan, None, state) else { return };
    let anew = |terms: Terms| terms.observing_anew(&calendar::sides(cx, None));
    let changed = match wish {
        Wish::Terms(terms) => Some(state.retype(&plan, anew(terms), cx.now.date)),
        Wish::Chosen(terms) => Some(state.choose(&plan, anew(terms), cx.now.date)),
        Wish::ByHand(row, change) => state.change(&plan, row, &change, cx.now.date, &anew),
        Wish::Again(before, row, change) => state.change(&before, row, &change, cx.now.date, &anew),
        Wish::Plan(changed) => Some(changed),
        Wish::Pay(payment) => Some(plan.with_payment(payment)),
        Wish::Unpay(index) => plan.without_payment(index).map(|(plan, _payment)| plan),
        // Only a deal has a story, and an amount of its own.
        Wish::Announce(_) | Wish::Total(_) | Wish::Agree(_) => None,
        Wish::Export(wanted) => {
            export::export(cx, &plan, None, wanted, out);
            None
        }
        Wish::Finish => {
            out.push(Action::MakeDeal(Box::new(plan)));
            *state = State::default();
            return;
        }
    };
    if let (Some(quick), Some(changed)) = (&mut state.quick, changed) {
        quick.set(changed);
    }
}

impl State {
    /// The plan that belongs to no deal.
    pub fn plan(&self) -> Option<&Plan> {
        self.quick.as_ref().map(|quick| &quick.plan)
    }

    /// Another plan in its place, in one step.
    pub fn take(&mut self, plan: Plan) {
        let quick = match self.quick.take() {
            Some(mut quick) => {
                quick.sealed = true;
                quick.set(plan);
                Quick { sealed: true, ..quick }
            }
            None => Quick { plan, past: Vec::new(), future: Vec::new(), sealed: true },
        };
        *self = Self { quick: Some(quick), more: self.more, ..Self::default() };
    }

    /// Takes a step of that plan back; false where there is none.
    pub fn undo(&mut self) -> bool {
        self.quick.as_mut().is_some_and(Quick::undo)
    }

    /// Takes a step again that was taken back; false where there is none.
    pub fn redo(&mut self) -> bool {
        self.quick.as_mut().is_some_and(Quick::redo)
    }
}

impl Quick {
    fn set(&mut self, plan: Plan) {
        let before = std::mem::replace(&mut self.plan, plan);
        if self.sealed {
            self.past.push(before);
            if self.past.len() > DEPTH {
                self.past.remove(0);
            }
        }
        self.sealed = false;
        self.future.clear();
    }

    fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.plan, before));
        self.sealed = true;
        true
    }

    fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.plan, after));
        self.sealed = true;
        true
    }
}
