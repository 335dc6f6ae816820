//! The deposit page: everything that makes a plan as a form, its rows live below; for a deal, or on its own.

mod allocated;
mod bar;
mod by_hand;
mod calendar;
mod compare;
mod export;
mod form;
mod hints;
mod in_place;
mod lines;
mod more;
mod outcome;
mod payments;
mod production;
mod quick;
mod remarks;
mod table;
mod terms;
mod timeline;

use chrono::NaiveDate;
use egui::{Frame, Margin, Panel, ScrollArea, Stroke, Ui};

use self::outcome::Outcome;
pub use self::quick::show as show_quick;
use crate::domain::deal::{Deal, DealId};
use crate::domain::deposit::{
    ByHand, KeptRow, Payment, Plan, PlanRefused, Rows, Terms, first_share, suggested_plan,
};
use crate::domain::edit::{Edit, Field};
use crate::domain::money::{Money, Percent};
use crate::domain::touch::Touch;
use crate::domain::turn::Standing;
use crate::text::deposit as words;
use crate::ui::action::{Action, Actions, Cx};
use crate::ui::tokens;
use crate::ui::widgets::{column, warning, weak};

#[derive(Debug, Default)]
pub struct State {
    /// Whose page this is; another deal starts afresh.
    about: Option<DealId>,
    more: bool,
    lines: lines::State,
    hand: by_hand::State,
    /// Rows of the other kind, kept while free lines or a deposit are tried, and the terms that took their place.
    put_aside: Option<(Rows, Terms)>,
    revising: Option<Revising>,
    paying: Option<payments::Paying>,
    /// A field that is left ends a step of undo.
    focus: Option<egui::Id>,
    worked: Option<Worked>,
    checked: Option<calendar::Checked>,
    /// The plan that belongs to no deal.
    quick: Option<quick::Quick>,
    menu: export::Menu,
    /// The plans of the deal side by side, in the page's place.
    comparing: Option<compare::State>,
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
    /// What the buyer says is on its way.
    announced: Option<Money>,
    outcome: Result<Outcome, PlanRefused>,
}

/// What the seller asks for; the page knows where the plan is kept. There is at most one in a frame.
#[allow(clippy::large_enum_variant)]
enum Wish {
    Terms(Terms),
    /// Other terms as a whole.
    Chosen(Terms),
    /// One row, by number.
    ByHand(u32, ByHand),
    /// The latest change by hand once more, from what was before it.
    Again(Box<Plan>, u32, ByHand),
    Plan(Plan),
    /// The deal's amount as the plan's total.
    Total(Money),
    /// The plan's total as the deal's amount.
    Agree(Money),
    Pay(Payment),
    /// The payment at this place was recorded by mistake.
    Unpay(usize),
    /// They say they paid; only a deal has a story to keep it in.
    Announce(Touch),
    Export(export::Export),
    /// The page's one primary action.
    Finish,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, state: &mut State, out: &mut Actions) {
    if state.about.as_ref() != Some(&deal.id) {
        *state = State { about: Some(deal.id.clone()), more: state.more, ..State::default() };
    }
    if begins_step(ui, state) {
        out.push(Action::Seal);
    }
    let weekend = cx.calendars.of(deal.buyer.country).weekend;
    let suggested = match deal.plan {
        Some(_) => None,
        None => {
            suggested_plan(&deal.agreed, cx.now.date, weekend).map(|plan| calendar::suggested(plan, cx, deal))
        }
    };
    let Some(plan) = deal.plan.as_ref().or(suggested.as_ref()) else {
        if let Some(total) = form::ask_total(ui, cx, deal.agreed.currency, cx.text.deposit.no_amount) {
            out.edit(Edit::Change { deal: deal.id.clone(), field: Field::AgreedTotal(total) });
        }
        export::read_instead(ui, cx, Some(deal), out);
        return;
    };
    if let Some(comparing) = &mut state.comparing {
        if compare::show(ui, cx, deal, plan, comparing, out) {
            state.comparing = None;
        }
        return;
    }
    let Some(wish) = page(ui, cx, plan, Some(deal), state) else { return };
    let anew = |terms: Terms| terms.observing_anew(&calendar::sides(cx, Some(deal)));
    let keep = |plan: Plan| Edit::Change { deal: deal.id.clone(), field: Field::Plan(Some(Box::new(plan))) };
    match wish {
        Wish::Terms(terms) => out.edit(keep(state.retype(plan, anew(terms), cx.now.date))),
        Wish::Chosen(terms) => in_one_step(out, keep(state.choose(plan, anew(terms), cx.now.date))),
        Wish::ByHand(row, change) => {
            if let Some(changed) = state.change(plan, row, &change, cx.now.date, &anew) {
                in_one_step(out, keep(changed));
            }
        }
        Wish::Again(before, row, change) => {
            if let Some(changed) = state.change(&before, row, &change, cx.now.date, &anew) {
                in_one_step(out, keep(changed));
            }
        }
        Wish::Total(total) => {
            let terms = anew(Terms { total, ..plan.terms.clone() });
            in_one_step(out, keep(state.retype(plan, terms, cx.now.date)));
        }
        Wish::Agree(total) => {
            in_one_step(out, Edit::Change { deal: deal.id.clone(), field: Field::AgreedTotal(total) });
        }
        Wish::Plan(changed) => out.edit(keep(changed)),
        Wish::Pay(payment) => {
            if deal.plan.is_none() {
                out.edit(keep(plan.clone()));
            }
            out.edit(Edit::RecordPayment { deal: deal.id.clone(), payment });
        }
        Wish::Unpay(index) => out.edit(Edit::RemovePayment { deal: deal.id.clone(), index }),
        Wish::Announce(touch) => {
            out.edit(Edit::Log { deal: deal.id.clone(), touch, promise: None });
        }
        Wish::Export(wanted) => export::export(cx, plan, Some(deal), wanted, out),
        Wish::Finish => bar::into_message(plan, deal, out),
    }
}

/// The form and the rows, with the bar below that stays in sight.
fn page(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, deal: Option<&Deal>, state: &mut State) -> Option<Wish> {
    let announced = deal.and_then(|deal| Standing::of(deal).in_transit).and_then(|transit| transit.money);
    let worked = state.work_out(plan, cx.now.date, announced);
    let mut wish = None;
    let frame = Frame::new().inner_margin(Margin { top: 12, ..Margin::ZERO });
    Panel::bottom("deposit-bar").frame(frame).show_separator_line(false).resizable(false).show(ui, |ui| {
        let shown = export::Shown { plan, deal, outcome: worked.outcome.as_ref().ok() };
        wish = column(ui, tokens::CONTENT, |ui| bar::show(ui, cx, &shown, &mut state.menu));
    });
    // The scroll bar stands in the margin, beside the table and not on it.
    let width = ui.available_width().min(tokens::CONTENT);
    let room = ui.available_rect_before_wrap();
    let with_margin = room.with_max_x(room.right() + tokens::M);
    let mut beside = ui.new_child(egui::UiBuilder::new().max_rect(with_margin));
    ScrollArea::vertical().auto_shrink(false).show(&mut beside, |ui| {
        column(ui, width, |ui| {
            ui.spacing_mut().item_spacing.y = tokens::S;
            let small = hints::small_first_order(cx, plan, deal).is_some();
            let about = form::About { deal, small };
            let asked = form::show(ui, cx, plan, about, &worked, state);
            wish = asked.or(wish.take());
            let asked = hints::show(ui, cx, plan, deal);
            wish = asked.or(wish.take());
            let asked = calendar::drift(ui, cx, plan, deal, &mut state.checked);
            wish = asked.or(wish.take());
            ui.add_space(tokens::XS);
            let asked = rows(ui, cx, plan, deal, &worked, &mut state.hand);
            wish = asked.or(wish.take());
        });
    });
    state.worked = Some(worked);
    wish
}

/// The table with what belongs to it, or why there is none.
fn rows(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    deal: Option<&Deal>,
    worked: &Worked,
    hand: &mut by_hand::State,
) -> Option<Wish> {
    let mut wish = None;
    Frame::new()
        .fill(cx.palette.surface)
        .stroke(Stroke::new(tokens::LINE, cx.palette.hairline))
        .corner_radius(egui::CornerRadius::same(tokens::RADIUS))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            match &worked.outcome {
                Ok(outcome) => wish = table::show(ui, cx, plan, outcome, hand),
                Err(why) => refused(ui, cx, why),
            }
            Frame::new().inner_margin(Margin { left: 12, right: 12, top: 8, bottom: 12 }).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = tokens::S;
                allocated::show(ui, cx, worked);
                let asked = hand.below(ui, cx, plan);
                wish = asked.or(wish.take());
                if let Ok(outcome) = &worked.outcome {
                    let asked = production::show(ui, cx, plan, deal, outcome);
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
        ui.spacing_mut().item_spacing.y = tokens::XS;
        warning(ui, cx.text.deposit.refused);
        weak(ui, &words::refused(why, cx.language()));
    });
}

/// What one press of the mouse does, and what is typed into one field, is a step of undo.
fn begins_step(ui: &Ui, state: &mut State) -> bool {
    let focus = ui.memory(|memory| memory.focused());
    let moved = focus != state.focus;
    state.focus = focus;
    moved || ui.input(|input| input.pointer.any_pressed())
}

/// A change that is undone alone, whatever is typed before and after it.
fn in_one_step(out: &mut Actions, edit: Edit) {
    out.push(Action::Seal);
    out.edit(edit);
    out.push(Action::Seal);
}

impl State {
    /// Other terms as a whole. Where production waits for the deposit, it waits for the new one.
    fn choose(&mut self, plan: &Plan, terms: Terms, on: NaiveDate) -> Plan {
        let share = if waits_for_deposit(plan) { first_share(&terms.rows) } else { plan.production_share };
        self.hand = by_hand::State::default();
        self.revise(plan, terms, share, on)
    }

    /// Terms that are being typed. Where production waits for the deposit, it goes on to, as far as that has a share.
    fn retype(&mut self, plan: &Plan, terms: Terms, on: NaiveDate) -> Plan {
        let share = first_share(&terms.rows).filter(|_| waits_for_deposit(plan)).or(plan.production_share);
        self.revise(plan, terms, share, on)
    }

    /// The plan after one row was changed by hand; none where that was refused.
    fn change(
        &mut self,
        plan: &Plan,
        row: u32,
        change: &ByHand,
        on: NaiveDate,
        anew: &dyn Fn(Terms) -> Terms,
    ) -> Option<Plan> {
        let terms = anew(self.hand.terms(plan, on, row, change)?);
        let changed = self.revise(plan, terms, plan.production_share, on);
        self.hand.mark(plan, row, change, &changed);
        Some(changed)
    }

    /// Takes out what is known of the plan, or works it out.
    fn work_out(&mut self, plan: &Plan, on: NaiveDate, announced: Option<Money>) -> Worked {
        match self.worked.take() {
            Some(worked) if (worked.on, worked.announced) == (on, announced) && worked.plan == *plan => {
                worked
            }
            Some(_) | None => {
                Worked { outcome: Outcome::of(plan, on, announced), plan: plan.clone(), on, announced }
            }
        }
    }

    /// The plan under other terms. What is half typed may close or open rows; only rows that were closed
    /// before the typing began are kept.
    fn revise(
        &mut self,
        plan: &Plan,
        terms: Terms,
        production_share: Option<Percent>,
        on: NaiveDate,
    ) -> Plan {
        let kept = match self.revising.take() {
            Some(revising) if revising.produced == *plan => revising.kept,
            Some(_) | None => plan.closed_rows(on),
        };
        let produced = Plan { terms, kept: kept.clone(), production_share, ..plan.clone() };
        self.revising = Some(Revising { produced: produced.clone(), kept });
        produced
    }
}

fn waits_for_deposit(plan: &Plan) -> bool {
    plan.production_share.is_some() && plan.production_share == first_share(&plan.terms.rows)
}
