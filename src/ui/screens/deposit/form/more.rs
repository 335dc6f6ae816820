//! Options that most plans do not need: other rows, rounding, days off, bank fees.

use chrono::{Weekday, WeekdaySet};
use egui::{RichText, Ui};
use rust_decimal::Decimal;

use super::calendar;
use crate::domain::calendar::WorkWeek;
use crate::domain::deal::Deal;
use crate::domain::deposit::{
    DepositTerms, Interval, Plan, PlanChange, Shift, Terms, TermsRows, usual_terms,
};
use crate::domain::money::{Money, Odd};
use crate::domain::names::Named as _;
use crate::domain::typed::amount::{ExpectedCurrency, understand_amount};
use crate::text::{dates, format};
use crate::ui::cx::Cx;
use crate::ui::screens::deposit::fields::{across, count_field, typed};
use crate::ui::screens::deposit::{PlanWish, State, WorkedPlan, lines};
use crate::ui::tokens;
use crate::ui::widgets::{
    Meaning, Typed, Understandable, amount_meaning, cell_of, changing, chip, choice, gap_beside,
    parsed_field, row, understanding_field, well,
};

pub fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    deal: &Deal,
    worked: &WorkedPlan,
    state: &mut State,
) -> Option<PlanWish> {
    let terms = &plan.terms;
    let mut asked: Option<Terms> = None;
    let mut wish = None;
    let words = &cx.text.deposit;
    well(ui, |ui| {
        let across = across(ui.available_width());
        row(ui, |ui| {
            let free = matches!(terms.rows, TermsRows::Lines(_));
            let kinds = [(false, words.kind_deposit.to_owned()), (true, words.kind_lines.to_owned())];
            if cell_of(ui, across, |ui| choice(ui, words.kind, free, &kinds)).is_some() {
                asked = Some(turned(terms, worked, state));
                state.lines.open = true;
            }
            if let TermsRows::Deposit(deposit) = &terms.rows
                && let Some(deposit) = deposit_options(ui, cx, across, deposit)
            {
                asked = Some(Terms { rows: TermsRows::Deposit(deposit), ..terms.clone() });
            }
            if let Some(round) = cell_of(ui, across, |ui| step(ui, cx, terms)) {
                asked = Some(Terms { round, ..terms.clone() });
            }
            if let Some(tolerance) = cell_of(ui, across, |ui| tolerance(ui, cx, plan)) {
                wish = Some(PlanWish::Change(PlanChange::Tolerance(tolerance)));
            }
            let shifts: Vec<(Shift, String)> =
                Shift::members().map(|shift| (shift, (words.shift_name)(shift).to_owned())).collect();
            if let Some(shift) = cell_of(ui, across, |ui| choice(ui, words.shift, terms.shift, &shifts)) {
                asked = Some(Terms { shift, ..terms.clone() });
            }
            if let Some(by_choice) = cell_of(ui, across, |ui| calendar::whose(ui, cx, terms, deal)) {
                asked = Some(by_choice);
            }
            if let Some(week) = cell_of(ui, across, |ui| closed(ui, cx, &terms.week)) {
                asked = Some(Terms { week, ..terms.clone() });
            }
        });
        match &terms.observed {
            None => {
                if let Some(week) = weekend(ui, cx, &terms.week) {
                    asked = Some(Terms { week, ..terms.clone() });
                }
            }
            Some(observed) => calendar::about(ui, cx, terms, observed),
        }
    });
    asked.map(typed).or(wish)
}

/// The same plan with rows of the other kind: the ones put aside, unless a deposit has changed since.
fn turned(terms: &Terms, worked: &WorkedPlan, state: &mut State) -> Terms {
    let unchanged = |then: &Terms| (&then.rows, then.total) == (&terms.rows, terms.total);
    let rows = match (&terms.rows, state.put_aside.take()) {
        (TermsRows::Deposit(_), Some((lines @ TermsRows::Lines(_), then))) if unchanged(&then) => lines,
        (TermsRows::Deposit(_), _) => TermsRows::Lines(lines::lines_like(terms, worked)),
        (TermsRows::Lines(_), Some((deposit @ TermsRows::Deposit(_), _))) => deposit,
        (TermsRows::Lines(_), _) => usual_terms(terms.total, terms.start, terms.week.weekend).rows,
    };
    let turned = Terms { rows, ..terms.clone() };
    state.put_aside = Some((terms.rows.clone(), turned.clone()));
    turned
}

fn deposit_options(ui: &mut Ui, cx: &Cx<'_>, across: f32, terms: &DepositTerms) -> Option<DepositTerms> {
    let words = &cx.text.deposit;
    let mut changed = None;
    let balance = |ui: &mut Ui| count_field(ui, words.balance_parts, words.bad_parts, terms.balance_parts);
    if let Some(balance_parts) = cell_of(ui, across, balance) {
        changed = Some(DepositTerms { balance_parts, ..terms.clone() });
    }
    if let Some(every) = cell_of(ui, across, |ui| interval(ui, cx, terms.every)) {
        changed = Some(DepositTerms { every, ..terms.clone() });
    }
    let ends: Vec<(Odd, String)> =
        Odd::members().map(|odd| (odd, (words.odd_name)(odd).to_owned())).collect();
    if let Some(odd) = cell_of(ui, across, |ui| choice(ui, words.odd, terms.odd, &ends)) {
        changed = Some(DepositTerms { odd, ..terms.clone() });
    }
    changed
}

fn interval(ui: &mut Ui, cx: &Cx<'_>, every: Interval) -> Option<Interval> {
    let words = &cx.text.deposit;
    let field = Typed {
        label: words.interval,
        shown: every.to_string(),
        hint: "10d, 2w, 1m",
        read: &|text: &str| text.trim().parse().map_err(|_| words.bad_interval.to_owned()),
        right_aligned: false,
    };
    parsed_field(ui, &field)
}

fn step(ui: &mut Ui, cx: &Cx<'_>, terms: &Terms) -> Option<Option<Decimal>> {
    let words = &cx.text.deposit;
    let currency = terms.total.currency();
    let unit = format::money(terms.total.unit(), cx.language());
    let field = Understandable {
        label: words.round,
        shown: terms.round.map_or_else(String::new, |step| format::decimal(step, 0)),
        hint: &unit,
        read: &|text: &str| match text.trim() {
            "" => Meaning::Plain(None),
            step => {
                let understood = understand_amount(step, ExpectedCurrency::Only(currency));
                amount_meaning(cx, step, understood, words.bad_round, |step| Some(Some(step.number)))
            }
        },
        behind: "",
    };
    understanding_field(ui, &field).value
}

fn tolerance(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) -> Option<Option<Money>> {
    let words = &cx.text.deposit;
    let currency = plan.terms.total.currency();
    let field = Understandable {
        label: words.tolerance,
        shown: plan.tolerance.map_or_else(String::new, format::amount),
        hint: "0",
        read: &|text: &str| match text.trim() {
            "" => Meaning::Plain(None),
            fees => {
                let understood = understand_amount(fees, ExpectedCurrency::Only(currency));
                amount_meaning(cx, fees, understood, words.bad_amount, |fees| {
                    fees.money().map(|fees| Some(fees).filter(|fees| fees.is_positive()))
                })
            }
        },
        behind: "",
    };
    understanding_field(ui, &field).value
}

fn weekend(ui: &mut Ui, cx: &Cx<'_>, week: &WorkWeek) -> Option<WorkWeek> {
    let mut changed = None;
    ui.horizontal_wrapped(|ui| {
        gap_beside(ui, tokens::XS);
        let name = cx.text.deposit.weekend;
        ui.label(RichText::new(name).size(tokens::SMALL).color(cx.palette.weak_text));
        ui.add_space(tokens::S);
        for day in WeekdaySet::ALL.iter(Weekday::Mon) {
            let off = week.weekend.contains(day);
            if changing(ui, |ui| chip(ui, dates::weekday_short(day, cx.language()), off)).clicked() {
                let weekend = week.weekend.symmetric_difference(WeekdaySet::single(day));
                changed = Some(WorkWeek { weekend, ..week.clone() });
            }
        }
    });
    changed
}

fn closed(ui: &mut Ui, cx: &Cx<'_>, week: &WorkWeek) -> Option<WorkWeek> {
    let words = &cx.text.deposit;
    let shown: Vec<String> = week.closed.iter().map(ToString::to_string).collect();
    let field = Typed {
        label: words.closed,
        shown: shown.join(", "),
        hint: words.closed_hint,
        read: &|text: &str| {
            text.split([',', ';', '，', '；', '、'])
                .map(str::trim)
                .filter(|date| !date.is_empty())
                .map(|date| dates::read_date(date, cx.now.date, cx.language()).one())
                .collect::<Option<_>>()
                .ok_or_else(|| words.bad_closed.to_owned())
        },
        right_aligned: false,
    };
    parsed_field(ui, &field).map(|closed| WorkWeek { closed, ..week.clone() })
}
