//! The deposit page: everything that makes a plan as a form, its rows live below; for a deal, or on its own.

mod bar;
mod export;
mod form;
mod lines;
mod more;
mod payments;
mod production;
mod table;

use chrono::NaiveDate;
use egui::{Frame, Margin, Panel, ScrollArea, Stroke, Ui};

use crate::domain::deal::{Deal, DealId};
use crate::domain::deposit::{
    KeptRow, Payment, Plan, PlanRefused, RowStatus, Rows, Schedule, Terms, suggested_plan, usual_terms,
};
use crate::domain::edit::{Edit, Field};
use crate::domain::money::Money;
use crate::text::{deposit as words, format};
use crate::ui::action::{Action, Actions, Cx};
use crate::ui::widgets::{column, heading, link, warning, weak};
use crate::ui::{icons, tokens};

#[derive(Debug, Default)]
pub struct State {
    /// Whose page this is; another deal starts afresh.
    about: Option<DealId>,
    more: bool,
    /// The rows of the other kind, kept while free lines or a deposit are tried.
    put_aside: Option<Rows>,
    revising: Option<Revising>,
    paying: Option<payments::Paying>,
    /// A field that is left ends a step of undo.
    focus: Option<egui::Id>,
    worked: Option<Worked>,
    /// The plan that belongs to no deal.
    quick: Option<Plan>,
    /// The menu of documents shows their languages.
    choosing_language: bool,
}

/// Terms that are being typed: what was closed before the first letter is what they leave as it is.
#[derive(Debug)]
struct Revising {
    produced: Plan,
    kept: Vec<KeptRow>,
}

/// A plan and what it comes to on a day; worked out once, not in every frame.
#[derive(Debug)]
struct Worked {
    plan: Plan,
    on: NaiveDate,
    outcome: Result<Outcome, PlanRefused>,
}

/// What a plan comes to.
#[derive(Debug)]
struct Outcome {
    schedule: Schedule,
    rows: Vec<RowStatus>,
}

/// What the seller asks for; the page knows where the plan is kept. There is at most one in a frame.
#[allow(clippy::large_enum_variant)]
enum Wish {
    Terms(Terms),
    Plan(Plan),
    Pay(Payment),
    Export(export::Export),
    /// The page's one primary action.
    Finish,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, state: &mut State, out: &mut Actions) {
    if state.about.as_ref() != Some(&deal.id) {
        *state = State { about: Some(deal.id.clone()), more: state.more, ..State::default() };
    }
    seal_when_left(ui, state, out);
    let weekend = &cx.calendars.of(deal.buyer.country).weekend;
    let suggested = match deal.plan {
        Some(_) => None,
        None => suggested_plan(&deal.agreed, cx.now.date, weekend),
    };
    let Some(plan) = deal.plan.as_ref().or(suggested.as_ref()) else {
        if let Some(total) = form::ask_total(ui, cx, deal.agreed.currency, cx.text.deposit.no_amount) {
            let change = |field| Edit::Change { deal: deal.id.clone(), field };
            if deal.agreed.currency != Some(total.currency()) {
                out.edit(change(Field::Currency(Some(total.currency()))));
            }
            out.edit(change(Field::Amount(Some(total.decimal()))));
        }
        export::read_instead(ui, cx, Some(deal), out);
        return;
    };
    let Some(wish) = page(ui, cx, plan, Some(deal), state) else { return };
    let keep = |plan: Plan| Edit::Change { deal: deal.id.clone(), field: Field::Plan(Some(Box::new(plan))) };
    match wish {
        Wish::Terms(terms) => out.edit(keep(state.revise(plan, terms, cx.now.date))),
        Wish::Plan(changed) => out.edit(keep(changed)),
        Wish::Pay(payment) => {
            if deal.plan.is_none() {
                out.edit(keep(plan.clone()));
            }
            out.edit(Edit::RecordPayment { deal: deal.id.clone(), payment });
        }
        Wish::Export(wanted) => export::export(cx, plan, Some(deal), wanted, out),
        Wish::Finish => bar::into_message(plan, deal, out),
    }
}

pub fn show_quick(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    heading(ui, cx.text.deposit.quick);
    ui.add_space(tokens::L);
    let Some(plan) = state.quick.clone() else {
        if let Some(total) = form::ask_total(ui, cx, None, cx.text.deposit.quick_intro) {
            let weekend = &cx.calendars.of(None).weekend;
            state.quick = Some(Plan::new(usual_terms(total, cx.now.date, weekend)));
        }
        export::read_instead(ui, cx, None, out);
        return;
    };
    let Some(wish) = page(ui, cx, &plan, None, state) else { return };
    match wish {
        Wish::Terms(terms) => state.quick = Some(state.revise(&plan, terms, cx.now.date)),
        Wish::Plan(changed) => state.quick = Some(changed),
        Wish::Pay(payment) => state.quick = Some(plan.with_payment(payment)),
        Wish::Export(wanted) => export::export(cx, &plan, None, wanted, out),
        Wish::Finish => {
            out.push(Action::MakeDeal(Box::new(plan)));
            *state = State::default();
        }
    }
}

/// The form and the rows, with the bar below that stays in sight.
fn page(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, deal: Option<&Deal>, state: &mut State) -> Option<Wish> {
    let worked = state.work_out(plan, cx.now.date);
    let mut wish = None;
    let frame = Frame::new().inner_margin(Margin { top: 12, ..Margin::ZERO });
    Panel::bottom("deposit-bar").frame(frame).show_separator_line(false).resizable(false).show(ui, |ui| {
        let rows = worked.outcome.as_ref().ok().map(|outcome| outcome.rows.as_slice());
        let shown = export::Shown { plan, deal, rows };
        wish = column(ui, tokens::CONTENT, |ui| bar::show(ui, cx, &shown, &mut state.choosing_language));
    });
    // The scroll bar stands in the margin, beside the table and not on it.
    let width = ui.available_width().min(tokens::CONTENT);
    let room = ui.available_rect_before_wrap();
    let with_margin = room.with_max_x(room.right() + tokens::M);
    let mut beside = ui.new_child(egui::UiBuilder::new().max_rect(with_margin));
    ScrollArea::vertical().auto_shrink(false).show(&mut beside, |ui| {
        column(ui, width, |ui| {
            ui.spacing_mut().item_spacing.y = tokens::S;
            let asked = form::show(ui, cx, plan, &worked, state);
            wish = asked.or(wish.take());
            let asked = hints(ui, cx, plan, deal);
            wish = asked.or(wish.take());
            ui.add_space(tokens::XS);
            let asked = rows(ui, cx, plan, &worked);
            wish = asked.or(wish.take());
        });
    });
    state.worked = Some(worked);
    wish
}

/// What the seller should know before looking at the rows: quiet, and never in the way.
fn hints(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, deal: Option<&Deal>) -> Option<Wish> {
    let words = &cx.text.deposit;
    let total = plan.terms.total;
    let mut wish = None;
    let agreed = deal.and_then(|deal| deal.agreed.money()).filter(|agreed| *agreed != total);
    if let Some(agreed) = agreed {
        ui.horizontal_wrapped(|ui| {
            warning(ui, &(words.other_amount)(&format::money(agreed, cx.language())));
            if link(ui, None, words.use_it).clicked() {
                wish = Some(Wish::Terms(Terms { total: agreed, ..plan.terms.clone() }));
            }
        });
    }
    let limit = cx.document.settings.small_first_order;
    if let Some(limit) = limit.filter(|limit| is_small_first_order(cx, total, *limit, deal)) {
        ui.horizontal_wrapped(|ui| {
            ui.label(egui::RichText::new(icons::LIGHTBULB).color(cx.palette.weak_text));
            weak(ui, &(words.small_order)(&format::money(limit, cx.language())));
        });
    }
    wish
}

/// Nothing was ever ordered under the buyer's name; a plan without a deal may be anybody's first.
fn is_small_first_order(cx: &Cx<'_>, total: Money, limit: Money, deal: Option<&Deal>) -> bool {
    let small = total.currency() == limit.currency() && total.minor() < limit.minor();
    let ordered = |other: &Deal| {
        use crate::domain::deal::Stage;
        other.stage().is_ours() || other.stage.is(Stage::Won)
    };
    small
        && deal.is_none_or(|deal| {
            !cx.document
                .deals
                .values()
                .any(|other| other.buyer.company == deal.buyer.company && ordered(other.as_ref()))
        })
}

/// The table with what belongs to it, or why there is none.
fn rows(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, worked: &Worked) -> Option<Wish> {
    let mut wish = None;
    Frame::new()
        .fill(cx.palette.surface)
        .stroke(Stroke::new(tokens::LINE, cx.palette.hairline))
        .corner_radius(egui::CornerRadius::same(tokens::RADIUS))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            match &worked.outcome {
                Ok(outcome) => table::show(ui, cx, plan, outcome),
                Err(why) => refused(ui, cx, why),
            }
            Frame::new().inner_margin(Margin { left: 12, right: 12, top: 16, bottom: 16 }).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = tokens::S;
                if let Ok(outcome) = &worked.outcome {
                    wish = production::show(ui, cx, plan, outcome);
                }
                let asked = payments::received(ui, cx, plan);
                wish = asked.or(wish.take());
            });
        });
    wish
}

fn refused(ui: &mut Ui, cx: &Cx<'_>, why: &PlanRefused) {
    Frame::new().inner_margin(Margin { left: 12, right: 12, top: 16, bottom: 0 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = tokens::XS;
        warning(ui, cx.text.deposit.refused);
        weak(ui, &words::refused(why, cx.language()));
    });
}

/// Leaving a field seals the step, so that undo takes back one field and not the whole form.
fn seal_when_left(ui: &Ui, state: &mut State, out: &mut Actions) {
    let focus = ui.memory(|memory| memory.focused());
    if focus != state.focus {
        if state.focus.is_some() {
            out.push(Action::Seal);
        }
        state.focus = focus;
    }
}

impl State {
    /// The plan that belongs to no deal.
    pub fn plan(&self) -> Option<&Plan> {
        self.quick.as_ref()
    }

    /// Another plan in its place.
    pub fn take(&mut self, plan: Plan) {
        *self = Self { quick: Some(plan), more: self.more, ..Self::default() };
    }

    /// Takes out what is known of the plan, or works it out.
    fn work_out(&mut self, plan: &Plan, on: NaiveDate) -> Worked {
        match self.worked.take() {
            Some(worked) if worked.on == on && worked.plan == *plan => worked,
            Some(_) | None => Worked {
                outcome: plan
                    .schedule()
                    .and_then(|schedule| Ok(Outcome { schedule, rows: plan.status(on)? })),
                plan: plan.clone(),
                on,
            },
        }
    }

    /// The plan under other terms. What is half typed may close or open rows; only rows that were closed
    /// before the typing began are kept.
    fn revise(&mut self, plan: &Plan, terms: Terms, on: NaiveDate) -> Plan {
        let kept = match self.revising.take() {
            Some(revising) if revising.produced == *plan => revising.kept,
            Some(_) | None => plan.closed_rows(on),
        };
        let produced = Plan { terms, kept: kept.clone(), ..plan.clone() };
        self.revising = Some(Revising { produced: produced.clone(), kept });
        produced
    }
}
