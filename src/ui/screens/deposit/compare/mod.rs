//! Up to three plans for one deal side by side: their key figures, and whether the buyer's money covers the costs.

mod change;
mod chart;
mod columns;
mod costs;
mod figures;
mod marks;
mod pen;
mod scale;

use chrono::NaiveDate;
use egui::{Key, Popup, Ui};

use super::form::calendar;
use crate::domain::deal::{Agreed, Deal};
use crate::domain::deposit::{
    Alternative, Compared, Cost, ExposureRefused, MOST_ALTERNATIVES, Plan, PlanChange, PlanPosition,
    Receipts, Shipping, Terms, Variation,
};
use crate::domain::edit::{Edit, Field};
use crate::domain::history::UndoStep;
use crate::domain::money::Money;
use crate::domain::names::Named as _;
use crate::domain::settings::Shutdown;
use crate::text::window::deposit as words;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    Emphasis, button_with, changing, gap_below, gap_beside, heading, link, links, menu_button,
    scrolled_content,
};
use crate::ui::{icons, tokens};

/// The letters of the plans, by position.
const LETTERS: [&str; 3] = ["A", "B", "C"];

#[derive(Debug, Default)]
pub struct State {
    /// Which alternative's terms are being changed.
    changing: Option<usize>,
    /// Whether payments received are ignored.
    as_planned: bool,
    /// Something had keyboard focus in the previous frame: Escape is meant for it.
    busy: bool,
    worked: Option<WorkedComparison>,
}

/// The results of the plans; computed once, not in every frame.
#[derive(Debug)]
struct WorkedComparison {
    from: Inputs,
    plans: Vec<ShownPlan>,
}

#[derive(Clone, Debug, PartialEq)]
struct Inputs {
    plan: Plan,
    alternatives: Vec<Alternative>,
    costs: Vec<Cost>,
    fee: Option<Money>,
    agreed: Agreed,
    shutdowns: Vec<Shutdown>,
    receipts: Receipts,
    on: NaiveDate,
}

/// One of the plans, computed as if it were the deal's.
#[derive(Debug)]
struct ShownPlan {
    placed: PlanPosition,
    plan: Plan,
    compared: Result<Compared, ExposureRefused>,
}

/// What the seller asked for, with the index of the alternative.
enum CompareWish {
    Close,
    Name(PlanPosition, String),
    Change(usize, Box<PlanChange>),
    Use(usize),
    UseAndEdit(usize),
    Remove(usize),
    Add(Variation),
    Costs(Vec<Cost>),
    Fee(Option<Money>),
}

/// True when the page may close.
pub fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    plan: &Plan,
    state: &mut State,
    out: &mut Actions,
) -> bool {
    let worked = state.work_out(cx, deal, plan);
    let mut wish = top(ui, cx, deal, plan);
    ui.add_space(tokens::S);
    scrolled_content(ui, "compare", |ui| {
        gap_below(ui, tokens::S);
        let page = ComparePage { cx, deal, plans: &worked.plans };
        for asked in [
            columns::show(ui, &page, state),
            figures::below(ui, &page, state),
            chart::show(ui, &page),
            costs::show(ui, &page),
        ] {
            wish = asked.or(wish.take());
        }
        ui.add_space(tokens::L);
    });
    state.worked = Some(worked);
    let escaped = ui.input(|input| input.key_pressed(Key::Escape)) && !state.busy;
    state.busy = ui.memory(|memory| memory.focused().is_some()) || Popup::is_any_open(ui.ctx());
    let wish = if escaped { Some(CompareWish::Close) } else { wish };
    wish.is_some_and(|wish| perform(cx, deal, plan, wish, state, out))
}

/// What every part of the page reads.
struct ComparePage<'a> {
    cx: &'a Cx<'a>,
    deal: &'a Deal,
    plans: &'a [ShownPlan],
}

impl ComparePage<'_> {
    fn letter(index: usize) -> &'static str {
        LETTERS.get(index).copied().unwrap_or_default()
    }

    /// The name the seller gave the plan, or its letter.
    fn name(&self, index: usize) -> String {
        let given = self.plans.get(index).map_or("", |shown| self.given(shown.placed));
        let letter = (self.cx.text.compare.plan)(Self::letter(index));
        match words::plan_name(given, self.cx.language()) {
            "" => letter,
            given => format!("{letter} · {given}"),
        }
    }

    /// What the seller calls it.
    fn given(&self, placed: PlanPosition) -> &str {
        match placed {
            PlanPosition::InUse => &self.deal.plan_name,
            PlanPosition::Other(other) => self.deal.alternatives.get(other).map_or("", |other| &other.name),
        }
    }

    /// The deal's own plan, with its position.
    fn in_use(&self) -> Option<(usize, &ShownPlan)> {
        self.plans.iter().enumerate().find(|(_, shown)| shown.placed == PlanPosition::InUse)
    }

    /// The plans that can be compared, with their positions.
    fn compared(&self) -> impl Iterator<Item = (usize, &Compared)> {
        self.plans
            .iter()
            .enumerate()
            .filter_map(|(index, shown)| Some((index, shown.compared.as_ref().ok()?)))
    }

    fn total(&self) -> Option<Money> {
        self.in_use().map(|(_, shown)| shown.plan.terms.total)
    }
}

fn top(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, plan: &Plan) -> Option<CompareWish> {
    let words = &cx.text.compare;
    let mut wish = None;
    let strip = ui.available_width() < tokens::STRIP;
    if strip {
        heading(ui, words.title);
    }
    ui.horizontal(|ui| {
        gap_beside(ui, tokens::L);
        if !strip {
            heading(ui, words.title);
        }
        if links(ui, |ui| link(ui, Some(icons::ARROW_LEFT), words.back)).clicked() {
            wish = Some(CompareWish::Close);
        }
        let free = deal.alternatives.len() < MOST_ALTERNATIVES;
        let added = ui.add_enabled_ui(free, |ui| add(ui, cx, plan));
        wish = added.inner.or(wish.take());
        added.response.on_disabled_hover_text(words.enough);
    });
    wish
}

/// The menu of plans to add.
fn add(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) -> Option<CompareWish> {
    let words = &cx.text.compare;
    let mut wish = None;
    let variations = |ui: &mut Ui| {
        for variation in Variation::members() {
            let possible = plan.varied(variation).is_some();
            ui.add_enabled_ui(possible, |ui| {
                if button_with(ui, Emphasis::Bare, None, (words.variation)(variation), None).clicked() {
                    wish = Some(CompareWish::Add(variation));
                    ui.close();
                }
            });
        }
    };
    changing(ui, |ui| menu_button(ui, Some(icons::PLUS), words.add, true, variations));
    wish
}

/// Turns the wish into edits; true when the page may close.
fn perform(
    cx: &Cx<'_>,
    deal: &Deal,
    plan: &Plan,
    wish: CompareWish,
    state: &mut State,
    out: &mut Actions,
) -> bool {
    let change = |field| Edit::Change { deal: deal.id.clone(), field };
    let sides = calendar::sides(cx, deal);
    let mut others = deal.alternatives.clone();
    let step = wish.step();
    let mut closes = false;
    let field = match wish {
        CompareWish::Close => return true,
        CompareWish::Costs(costs) => Field::Costs(costs),
        CompareWish::Fee(fee) => Field::TransferFee(fee),
        CompareWish::Name(PlanPosition::InUse, name) => Field::PlanName(name),
        CompareWish::Name(PlanPosition::Other(index), name) => {
            let Some(other) = others.get_mut(index) else { return false };
            other.name = name;
            Field::Alternatives(others)
        }
        CompareWish::Change(index, changed) => {
            let Some(other) = others.get_mut(index) else { return false };
            let changed = other.plan.changed(&changed.observing_anew(&sides), cx.now.date);
            other.plan = Alternative::new("", &changed).plan;
            Field::Alternatives(others)
        }
        CompareWish::Add(variation) => {
            let Some(varied) = plan.varied(variation) else { return false };
            let (name, varied) = match variation {
                Variation::Same => ("", varied),
                Variation::InParts | Variation::SmallerDeposit | Variation::LaterBalance => {
                    ((cx.text.compare.variation)(variation), varied.observing_anew(&sides))
                }
            };
            others.insert(others.len().min(MOST_ALTERNATIVES), Alternative::new(name, &varied));
            Field::Alternatives(others)
        }
        CompareWish::Remove(index) => {
            if index >= others.len() {
                return false;
            }
            others.remove(index);
            state.changing = None;
            Field::Alternatives(others)
        }
        CompareWish::Use(index) | CompareWish::UseAndEdit(index) => {
            closes = matches!(wish, CompareWish::UseAndEdit(_));
            state.changing = None;
            Field::UseAlternative { index, on: cx.now.date }
        }
    };
    // Stores the suggested plan first: the plan compared with must not change with the date.
    if deal.plan.is_none() {
        out.edit(change(Field::Plan(Some(Box::new(plan.clone())))));
    }
    out.push(Action::Edit(change(field), step));
    closes
}

impl CompareWish {
    /// Typing is one undo step until the field loses focus.
    fn step(&self) -> UndoStep {
        match self {
            Self::Name(..) | Self::Change(..) | Self::Costs(_) | Self::Fee(_) => UndoStep::Continues,
            Self::Close | Self::Use(_) | Self::UseAndEdit(_) | Self::Remove(_) | Self::Add(_) => {
                UndoStep::Own
            }
        }
    }
}

/// The same terms for another total.
fn with_total(plan: &Plan, total: Money) -> PlanChange {
    PlanChange::ByHand(Terms { total, ..plan.terms.clone() })
}

impl State {
    /// Takes the cached results, or computes them.
    fn work_out(&mut self, cx: &Cx<'_>, deal: &Deal, plan: &Plan) -> WorkedComparison {
        let on = cx.now.date;
        let receipts = if self.as_planned { Receipts::AsPlanned } else { Receipts::AsPaid { on } };
        let same = |known: &Inputs| {
            known.on == on
                && known.receipts == receipts
                && known.fee == deal.transfer_fee
                && known.agreed == deal.agreed
                && known.shutdowns == cx.document.settings.shutdowns
                && known.plan == *plan
                && known.alternatives == deal.alternatives
                && known.costs == deal.costs
        };
        match self.worked.take() {
            Some(worked) if same(&worked.from) => worked,
            Some(_) | None => WorkedComparison::of(Inputs {
                plan: plan.clone(),
                alternatives: deal.alternatives.clone(),
                costs: deal.costs.clone(),
                fee: deal.transfer_fee,
                agreed: deal.agreed.clone(),
                shutdowns: cx.document.settings.shutdowns.clone(),
                receipts,
                on,
            }),
        }
    }
}

impl WorkedComparison {
    fn of(from: Inputs) -> Self {
        let shown = |placed: PlanPosition| {
            let plan = match placed {
                PlanPosition::InUse => from.plan.clone(),
                PlanPosition::Other(index) => {
                    from.plan.replaced_by(&from.alternatives.get(index)?.plan, from.on)
                }
            };
            let shipping = Shipping::of(Some(&plan), Some(&from.agreed), &from.shutdowns);
            let compared = Compared::of(&plan, &from.costs, from.fee, shipping, from.receipts);
            Some(ShownPlan { placed, plan, compared })
        };
        let plans = Alternative::side_by_side(&from.alternatives).into_iter().filter_map(shown).collect();
        Self { from, plans }
    }
}
