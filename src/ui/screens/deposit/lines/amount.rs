//! How much a line takes: a share, a sum, a share of what is left, or all of it.

use egui::Ui;

use super::super::form::read_percent;
use crate::domain::deposit::LineAmount;
use crate::domain::money::{Expected, Money, Percent, understand};
use crate::text::deposit::HowMuch;
use crate::text::format;
use crate::ui::action::Cx;
use crate::ui::widgets::{
    Meaning, Typed, Understandable, amount_meaning, cell_of_width, choice, parsed_field, understanding_field,
};

const KIND: f32 = 120.0;
const VALUE: f32 = 136.0;

pub fn cells(
    ui: &mut Ui,
    cx: &Cx<'_>,
    total: Money,
    number: usize,
    amount: LineAmount,
    comes_to: Option<Money>,
) -> Option<LineAmount> {
    let words = &cx.text.plan_rows;
    let kinds: Vec<(HowMuch, String)> = [HowMuch::Share, HowMuch::Sum, HowMuch::ShareOfRest, HowMuch::Rest]
        .into_iter()
        .map(|kind| (kind, (words.how_much_name)(kind).to_owned()))
        .collect();
    let picked = cell_of_width(ui, KIND, |ui| choice(ui, &(words.how_much)(number), kind(amount), &kinds));
    let changed = picked.and_then(|kind| turned(kind, total, comes_to));
    let typed = cell_of_width(ui, VALUE, |ui| value(ui, cx, total, number, amount, comes_to));
    typed.or(changed)
}

fn kind(amount: LineAmount) -> HowMuch {
    match amount {
        LineAmount::Percent(_) => HowMuch::Share,
        LineAmount::Fixed(_) => HowMuch::Sum,
        LineAmount::PercentLeft(_) => HowMuch::ShareOfRest,
        LineAmount::Rest => HowMuch::Rest,
    }
}

/// The amount said in another way: it comes to the same where that can be.
fn turned(kind: HowMuch, total: Money, comes_to: Option<Money>) -> Option<LineAmount> {
    let now = comes_to.filter(|amount| amount.is_positive()).unwrap_or(total);
    let share = now.share_of(total).and_then(Percent::new).unwrap_or(Percent::HUNDRED);
    match kind {
        HowMuch::Share => Some(LineAmount::Percent(share)),
        HowMuch::Sum => Some(LineAmount::Fixed(now.decimal())),
        HowMuch::ShareOfRest => Some(LineAmount::PercentLeft(share)),
        HowMuch::Rest => Some(LineAmount::Rest),
    }
}

fn value(
    ui: &mut Ui,
    cx: &Cx<'_>,
    total: Money,
    number: usize,
    amount: LineAmount,
    comes_to: Option<Money>,
) -> Option<LineAmount> {
    let label = (cx.text.plan_rows.value)(number);
    let bad = &cx.text.deposit;
    let share = |text: &str, of: fn(Percent) -> LineAmount| match read_percent(text) {
        Some(percent) => Meaning::Plain(of(percent)),
        None => Meaning::Problem(bad.bad_deposit.to_owned()),
    };
    let sum = |text: &str| {
        let understood = understand(text, Expected::Only(total.currency()));
        amount_meaning(cx, text, understood, bad.bad_amount, |amount| Some(LineAmount::Fixed(amount.number)))
    };
    let behind = comes_to.map(|amount| format!("= {}", format::amount(amount))).unwrap_or_default();
    let field =
        |ui: &mut Ui, shown: String, hint: &str, read: &dyn Fn(&str) -> Meaning<LineAmount>, behind: &str| {
            understanding_field(ui, &Understandable { label: &label, shown, hint, read, behind }).value
        };
    match amount {
        LineAmount::Percent(percent) => {
            field(ui, percent.to_string(), "30%", &|text| share(text, LineAmount::Percent), &behind)
        }
        LineAmount::PercentLeft(percent) => {
            field(ui, percent.to_string(), "50%", &|text| share(text, LineAmount::PercentLeft), &behind)
        }
        LineAmount::Fixed(fixed) => {
            field(ui, format::decimal(fixed, total.currency().digits()), "3,000.00", &sum, "")
        }
        LineAmount::Rest => {
            let shown = comes_to.map(format::amount).unwrap_or_default();
            let typed = Typed { label: &label, shown, hint: "", read: &|_text| Ok(()), right_aligned: false };
            ui.add_enabled_ui(false, |ui| parsed_field(ui, &typed));
            None
        }
    }
}
