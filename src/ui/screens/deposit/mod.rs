//! The deposit page: the terms as a form, with the resulting rows live below; for a deal, or on its own.

mod bar;
mod compare;
mod export;
mod fields;
mod forecast;
mod form;
mod lines;
mod outcome;
mod payments;
mod table;
mod timeline;

use chrono::NaiveDate;
use egui::{Frame, Margin, Ui};

use self::outcome::PlanOutcome;
use crate::domain::deal::touch::Touch;
use crate::domain::deal::{Deal, DealId};
use crate::domain::deposit::{ByHand, Payment, Plan, PlanChange, PlanRefused, Terms, TermsRows, usual_terms};
use crate::domain::edit::{Edit, Field};
use crate::domain::history::UndoStep;
use crate::domain::money::Money;
use crate::domain::today::turn::Standing;
use crate::text::window::deposit as words;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{bottom_bar, column, gap_below, heading, scrolled_content, sheet, warning, weak};

#[derive(Debug, Default)]
pub struct State {
    /// The deal this state belongs to; another deal starts with a new state.
    about: Option<DealId>,
    more: bool,
    lines: lines::State,
    hand: table::by_hand::State,
    /// Rows of the other kind, kept while free lines or a deposit are tried, and the terms that replaced them.
    put_aside: Option<(TermsRows, Terms)>,
    paying: Option<payments::Paying>,
    worked: Option<WorkedPlan>,
    checked: Option<form::calendar::Checked>,
    menu: export::ExportMenu,
    /// The comparison of plans, shown in place of the page.
    comparing: Option<compare::State>,
}

/// A plan and its result on a date; computed once, not in every frame.
#[derive(Debug)]
struct WorkedPlan {
    plan: Plan,
    on: NaiveDate,
    /// The amount the buyer says is on its way.
    announced: Option<Money>,
    outcome: Result<PlanOutcome, PlanRefused>,
}

/// What the seller asked for on this page, which knows whose plan it is. At most one in a frame.
#[allow(clippy::large_enum_variant)]
enum PlanWish {
    /// Typing is one undo step until the field loses focus.
    Change(PlanChange),
    /// Other terms as a whole.
    Choose(Terms),
    /// One row, by number.
    ByHand(u32, ByHand),
    /// Repeat the latest change by hand from the plan before it.
    Again(Box<Plan>, u32, ByHand),
    /// The deal's amount as the plan's total.
    Total(Money),
    /// The plan's total as the deal's amount.
    Agree(Money),
    Pay(Payment),
    /// Remove the payment at this index, recorded by mistake.
    Unpay(usize),
    /// The buyer says they paid.
    Announce(Touch),
    Export(export::Export),
    /// How a name or the goods are written for the reader of the documents.
    Spell(Box<Edit>),
    /// The page's one primary action.
    Finish,
}

/// The plan that belongs to no deal of the document.
pub fn show_quick(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    heading(ui, cx.text.deposit.quick);
    ui.add_space(tokens::L);
    if let Some(deal) = cx.quick {
        show(ui, cx, deal, state, out);
    }
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, state: &mut State, out: &mut Actions) {
    if state.about.as_ref() != Some(&deal.id) {
        *state = State { about: Some(deal.id.clone()), more: state.more, ..State::default() };
    }
    let suggested = if deal.plan.is_none() { form::calendar::suggested(cx, deal) } else { None };
    let Some(plan) = deal.plan.as_ref().or(suggested.as_ref()) else {
        return begin(ui, cx, deal, out);
    };
    if let Some(comparing) = &mut state.comparing {
        if compare::show(ui, cx, deal, plan, comparing, out) {
            state.comparing = None;
        }
        return;
    }
    if let Some(wish) = page(ui, cx, plan, deal, state) {
        perform(cx, deal, plan, wish, state, out);
    }
}

/// Without a total: asks for it, or for a workbook that has one.
fn begin(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    let words = &cx.text.deposit;
    let why = if cx.is_quick(deal) { words.quick_intro } else { words.no_amount };
    if let Some(total) = form::ask_total(ui, cx, deal.agreed.currency, why) {
        out.push(if cx.is_quick(deal) {
            let weekend = cx.calendars.of(None).weekend;
            Action::BeginQuickPlan(Box::new(Plan::new(usual_terms(total, cx.now.date, weekend))))
        } else {
            let field = Field::AgreedTotal(total);
            Action::Edit(Edit::Change { deal: deal.id.clone(), field }, UndoStep::Own)
        });
    }
    export::read_instead(ui, cx, cx.of_document(deal), out);
}

/// Turns the wish into edits.
fn perform(cx: &Cx<'_>, deal: &Deal, plan: &Plan, wish: PlanWish, state: &mut State, out: &mut Actions) {
    let change = |field| Edit::Change { deal: deal.id.clone(), field };
    let changed = |to: PlanChange| {
        let to = Box::new(to.observing_anew(&form::calendar::sides(cx, deal)));
        let suggested = form::calendar::suggested(cx, deal).map(Box::new);
        change(Field::ChangePlan { change: to, on: cx.now.date, suggested })
    };
    let edit = match wish {
        PlanWish::Change(to) => return out.edit(changed(to)),
        PlanWish::Choose(terms) => {
            state.hand = table::by_hand::State::default();
            changed(PlanChange::Chosen(terms))
        }
        PlanWish::ByHand(row, by) => match state.hand.change(cx, deal, plan, row, by) {
            Some(terms) => changed(PlanChange::ByHand(terms)),
            None => return,
        },
        PlanWish::Again(before, row, by) => match state.hand.change(cx, deal, &before, row, by) {
            Some(terms) => changed(PlanChange::ByHandAgain { before, terms }),
            None => return,
        },
        PlanWish::Total(total) => changed(PlanChange::Typed(Terms { total, ..plan.terms.clone() })),
        PlanWish::Agree(total) => change(Field::AgreedTotal(total)),
        PlanWish::Pay(payment) => {
            if deal.plan.is_none() {
                out.edit_alone(change(Field::Plan(Some(Box::new(plan.clone())))));
            }
            Edit::RecordPayment { deal: deal.id.clone(), payment }
        }
        PlanWish::Unpay(index) => Edit::RemovePayment { deal: deal.id.clone(), index },
        PlanWish::Announce(touch) => Edit::Log { deal: deal.id.clone(), touch, promise: None },
        PlanWish::Export(wanted) => return export::export(cx, plan, cx.of_document(deal), wanted, out),
        PlanWish::Spell(edit) => return out.edit(*edit),
        PlanWish::Finish if cx.is_quick(deal) => return out.push(Action::MakeDeal),
        PlanWish::Finish => return bar::into_message(cx, plan, deal, out),
    };
    out.edit_alone(edit);
}

/// The form and the rows, with the bar below that stays visible.
fn page(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, deal: &Deal, state: &mut State) -> Option<PlanWish> {
    let announced = Standing::of(deal).in_transit.and_then(|transit| transit.money);
    let worked = state.work_out(plan, cx.now.date, announced);
    let mut wish = None;
    bottom_bar(ui, "deposit-bar", |ui| {
        let shown =
            export::ExportContent { plan, deal: cx.of_document(deal), outcome: worked.outcome.as_ref().ok() };
        wish = column(ui, tokens::CONTENT, |ui| bar::show(ui, cx, &shown, &mut state.menu));
    });
    scrolled_content(ui, "deposit", |ui| {
        gap_below(ui, tokens::S);
        let asked = form::show(ui, cx, plan, deal, &worked, state);
        wish = asked.or(wish.take());
        let asked = form::hints::show(ui, cx, plan, deal);
        wish = asked.or(wish.take());
        let asked = form::calendar::drift(ui, cx, plan, deal, &mut state.checked);
        wish = asked.or(wish.take());
        ui.add_space(tokens::XS);
        let asked = rows(ui, cx, plan, deal, &worked, &mut state.hand);
        wish = asked.or(wish.take());
    });
    state.worked = Some(worked);
    wish
}

/// The table with its notes, or why there is none.
fn rows(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    deal: &Deal,
    worked: &WorkedPlan,
    hand: &mut table::by_hand::State,
) -> Option<PlanWish> {
    let mut wish = None;
    sheet(ui, |ui| {
        gap_below(ui, 0.0);
        match &worked.outcome {
            Ok(outcome) => wish = table::show(ui, cx, plan, outcome, hand),
            Err(why) => refused(ui, cx, why),
        }
        Frame::new().inner_margin(Margin { left: 12, right: 12, top: 8, bottom: 12 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            gap_below(ui, tokens::S);
            table::allocated::show(ui, cx, worked);
            let asked = hand.below(ui, cx, plan);
            wish = asked.or(wish.take());
            if let Ok(outcome) = &worked.outcome {
                let asked = form::production::show(ui, cx, plan, deal, outcome);
                wish = asked.or(wish.take());
            }
            let asked = payments::ledger(ui, cx, plan, worked);
            wish = asked.or(wish.take());
        });
    });
    wish
}

fn refused(ui: &mut Ui, cx: &Cx<'_>, why: &PlanRefused) {
    Frame::new().inner_margin(Margin { left: 12, right: 12, top: 16, bottom: 0 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        gap_below(ui, tokens::XS);
        warning(ui, cx.text.deposit.refused);
        weak(ui, &words::refused(why, cx.language()));
    });
}

impl State {
    /// Takes the cached result for the plan, or computes it.
    fn work_out(&mut self, plan: &Plan, on: NaiveDate, announced: Option<Money>) -> WorkedPlan {
        match self.worked.take() {
            Some(worked) if (worked.on, worked.announced) == (on, announced) && worked.plan == *plan => {
                worked
            }
            Some(_) | None => WorkedPlan {
                outcome: PlanOutcome::of(plan, on, announced),
                plan: plan.clone(),
                on,
                announced,
            },
        }
    }
}
