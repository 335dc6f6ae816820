//! The first row of the form: how much in all, how much before production, in how many parts, from when.

pub(crate) mod calendar;
pub(crate) mod hints;
pub(crate) mod more;
pub(crate) mod production;
pub(crate) mod terms;
use egui::{Ui, vec2};

use super::fields::{FOUR_FROM, TWO_FROM, count_field, deposit_field, interval_field, typed};
use super::{PlanWish, State, WorkedPlan, lines, payments};
use crate::domain::deal::Deal;
use crate::domain::deposit::{DepositTerms, Plan, Terms, TermsRows};
use crate::domain::money::{Currency, Money};
use crate::domain::typed::amount::{ExpectedCurrency, understand_amount};
use crate::text::format;
use crate::ui::cx::Cx;
use crate::ui::widgets::date_field;
use crate::ui::widgets::{
    Meaning, Understandable, amount_meaning, card, cell_of_width, gap_beside, link, row, understanding_field,
    weak, well,
};
use crate::ui::{icons, tokens};

/// Width of the field for a number of parts.
const PARTS: f32 = 2.0 * tokens::CONTROL;

/// Room for a Chinese date with its weekday, and the button of its calendar.
const DATE: f32 = 236.0;

/// Asks for the total, the only question while there is none.
pub fn ask_total(ui: &mut Ui, cx: &Cx<'_>, currency: Option<Currency>, why: &str) -> Option<Money> {
    let mut total = None;
    card(ui, |ui| {
        ui.set_width(ui.available_width().min(tokens::MEASURE));
        weak(ui, why);
        ui.add_space(tokens::S);
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(tokens::LIST));
            let words = &cx.text.deposit;
            let field = Understandable {
                label: words.total,
                shown: String::new(),
                hint: words.total_hint,
                read: &|text: &str| match text.trim() {
                    "" => Meaning::Plain(None),
                    text => read_total(cx, text, currency, Some),
                },
                behind: "",
            };
            let ready = ask_until_left(ui, &field);
            total = ready;
        });
    });
    total
}

/// Takes the total only when its field is left: while typing it would make a plan for the first digit.
fn ask_until_left(ui: &mut Ui, typed: &Understandable<'_, Option<Money>>) -> Option<Money> {
    let id = ui.scope_id().with("asked-total");
    let pass = ui.ctx().cumulative_pass_nr();
    let heard = understanding_field(ui, typed);
    let known: Option<(Option<Money>, u64)> = ui.data(|data| data.get_temp(id));
    // Text typed before the page was left is dropped with it, and "30.00" on the way to "30.000" is not an answer yet.
    let known = known.filter(|(_, shown)| shown.saturating_add(1) >= pass && !heard.unreadable);
    let total = heard.value.or(known.map(|(total, _)| total)).flatten();
    if heard.typing || total.is_none() {
        ui.data_mut(|data| data.insert_temp(id, (total, pass)));
        return None;
    }
    ui.data_mut(|data| data.remove_temp::<(Option<Money>, u64)>(id));
    total
}

pub fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    deal: &Deal,
    worked: &WorkedPlan,
    state: &mut State,
) -> Option<PlanWish> {
    let room = ui.available_width();
    let mut wish = None;
    row(ui, |ui| {
        let (terms, amount) = first_row(room);
        let chosen = cell_of_width(ui, terms, |ui| terms::choose(ui, cx, plan, deal));
        wish = chosen.or(wish.take());
        if let Some(total) = cell_of_width(ui, amount, |ui| total(ui, cx, plan.terms.total)) {
            wish = Some(typed(Terms { total, ..plan.terms.clone() }));
        }
        let asked = cell_of_width(ui, amount, |ui| start(ui, cx, &plan.terms));
        wish = asked.map(typed).or(wish.take());
    });
    terms::by(ui, cx, plan);
    if let TermsRows::Deposit(rows) = &plan.terms.rows {
        let deposit = worked.outcome.as_ref().ok().and_then(|outcome| outcome.schedule.deposit());
        let asked = deposit_row(ui, cx, &plan.terms, rows, deposit);
        wish = asked.map(typed).or(wish);
    }
    below(ui, cx, plan, deal, worked, state).or(wish)
}

/// Of the field for the terms or the deposit, and of those beside it.
fn first_row(room: f32) -> (f32, f32) {
    match room {
        wide if wide >= FOUR_FROM => {
            let date = DATE.max(((wide - tokens::both(tokens::M)) / 4.0).floor());
            (wide - 2.0 * date - tokens::both(tokens::M), date)
        }
        middle if middle >= TWO_FROM => (middle, ((middle - tokens::M) / 2.0).floor()),
        narrow => (narrow, narrow),
    }
}

fn start(ui: &mut Ui, cx: &Cx<'_>, terms: &Terms) -> Option<Terms> {
    let label = match &terms.rows {
        TermsRows::Deposit(_) => cx.text.deposit.first_part,
        TermsRows::Lines(_) => cx.text.deposit.lines_from,
    };
    let start = date_field(ui, cx, label, Some(terms.start)).flatten()?;
    Some(Terms { start, ..terms.clone() })
}

fn deposit_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    terms: &Terms,
    rows: &DepositTerms,
    deposit: Option<Money>,
) -> Option<Terms> {
    let (wide, narrow) = first_row(ui.available_width());
    // Two fit side by side where the terms, which are longer, take a whole line.
    let two = (TWO_FROM..FOUR_FROM).contains(&ui.available_width());
    let widths = if two { (narrow, narrow) } else { (wide, narrow) };
    let changed = row(ui, |ui| deposit_cells(ui, cx, widths, terms.total, rows, deposit))?;
    Some(Terms { rows: TermsRows::Deposit(changed), ..terms.clone() })
}

/// The parts that open on request: the rows in words, more options, a payment.
fn below(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    deal: &Deal,
    worked: &WorkedPlan,
    state: &mut State,
) -> Option<PlanWish> {
    let mut wish = None;
    let free = lines::of(&plan.terms);
    // Lines that make no plan are always shown, so that they can be corrected.
    let open = state.lines.open || worked.outcome.is_err();
    if let Some(free) = free.filter(|_| open) {
        let lines = well(ui, |ui| lines::show(ui, cx, plan, free, &mut state.lines));
        wish = lines.map(|free| typed(Terms { rows: TermsRows::Lines(free), ..plan.terms.clone() }));
    }
    let (icon, label) = if state.more {
        (icons::CARET_UP, cx.text.deposit.fewer)
    } else {
        (icons::CARET_DOWN, cx.text.deposit.more)
    };
    ui.horizontal_wrapped(|ui| {
        if free.is_some() && worked.outcome.is_ok() {
            let words = &cx.text.plan_rows;
            let label = if open { words.close_rows } else { words.edit_rows };
            if link(ui, Some(icons::PENCIL_SIMPLE), label).clicked() {
                state.lines.open = !open;
            }
        }
        if link(ui, Some(icon), label).clicked() {
            state.more = !state.more;
        }
        if let Ok(outcome) = &worked.outcome {
            payments::open(ui, cx, outcome, state);
        }
        if !cx.is_quick(deal) && link(ui, Some(icons::CHART_LINE), cx.text.compare.open).clicked() {
            state.comparing = Some(super::compare::State::default());
        }
    });
    if state.more {
        wish = more::show(ui, cx, plan, deal, worked, state).or(wish);
    }
    payments::sheet(ui, cx, plan, deal, worked, state).or(wish)
}

fn total(ui: &mut Ui, cx: &Cx<'_>, total: Money) -> Option<Money> {
    let words = &cx.text.deposit;
    let field = Understandable {
        label: words.total,
        shown: format::money_with_code(total),
        hint: words.total_hint,
        read: &|text: &str| read_total(cx, text, Some(total.currency()), |total| total),
        behind: "",
    };
    understanding_field(ui, &field).value
}

fn deposit_cells(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (wide, width): (f32, f32),
    total: Money,
    terms: &DepositTerms,
    deposit: Option<Money>,
) -> Option<DepositTerms> {
    let mut changed = None;
    if let Some(deposit) = cell_of_width(ui, wide, |ui| deposit_field(ui, cx, total, terms.deposit, deposit))
    {
        changed = Some(DepositTerms { deposit, ..terms.clone() });
    }
    cell_of_width(ui, width, |ui| {
        ui.horizontal_top(|ui| {
            gap_beside(ui, tokens::S);
            let words = &cx.text.deposit;
            ui.allocate_ui(vec2(PARTS, tokens::CONTROL), |ui| {
                ui.set_width(PARTS);
                if let Some(parts) = count_field(ui, words.parts, words.bad_parts, terms.parts) {
                    changed = Some(DepositTerms { parts, ..terms.clone() });
                }
            });
            if let Some(every) = interval_field(ui, cx, terms.every) {
                changed = Some(DepositTerms { every, ..terms.clone() });
            }
        });
    });
    changed
}

/// An amount with its currency, or in the previous currency.
fn read_total<T>(
    cx: &Cx<'_>,
    text: &str,
    currency: Option<Currency>,
    take: impl Fn(Money) -> T,
) -> Meaning<T> {
    let understood =
        understand_amount(text, currency.map_or(ExpectedCurrency::Any, ExpectedCurrency::Usually));
    amount_meaning(cx, text, understood, cx.text.deposit.bad_total, |amount| amount.money().map(&take))
}
