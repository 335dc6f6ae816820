//! The amount of a line: a share, a sum, a share of what is left, or all that is left.

use egui::Ui;

use crate::domain::deposit::{LineAmount, TermsLine};
use crate::domain::money::{Money, Percent};
use crate::domain::typed::amount::{ExpectedCurrency, understand_amount};
use crate::domain::typed::percent::understand_percent;
use crate::text::format;
use crate::text::window::deposit::HowMuch;
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    Meaning, Typed, Understandable, amount_meaning, cell_of_width, choice, parsed_field,
    understanding_field_right,
};

const KIND: f32 = 112.0;
const VALUE: f32 = 156.0;

/// A line among the others.
#[derive(Clone, Copy)]
pub struct LinePlace {
    /// Counted from 1.
    pub number: usize,
    pub total: Money,
    /// The resulting amount.
    pub comes_to: Option<Money>,
    /// The number of decimals of all percentages in the column.
    pub decimals: u32,
}

/// As many decimals as the longest percentage of these lines needs.
pub fn decimals(lines: &[TermsLine]) -> u32 {
    let scales = lines.iter().map(|line| match line.amount {
        LineAmount::Percent(percent) | LineAmount::PercentLeft(percent) => {
            percent.decimal().normalize().scale()
        }
        LineAmount::Fixed(_) | LineAmount::Rest => 0,
    });
    scales.max().unwrap_or(0)
}

pub fn cells(ui: &mut Ui, cx: &Cx<'_>, amount: LineAmount, place: LinePlace) -> Option<LineAmount> {
    let words = &cx.text.plan_rows;
    let LinePlace { number, total, comes_to, .. } = place;
    let kinds: Vec<(HowMuch, String)> = [HowMuch::Share, HowMuch::Sum, HowMuch::ShareOfRest, HowMuch::Rest]
        .into_iter()
        .map(|kind| (kind, (words.how_much_name)(kind).to_owned()))
        .collect();
    let picked = cell_of_width(ui, KIND, |ui| choice(ui, &(words.how_much)(number), kind(amount), &kinds));
    let changed = picked.and_then(|kind| turned(kind, total, comes_to));
    let typed = cell_of_width(ui, VALUE, |ui| value(ui, cx, amount, place));
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

/// The amount in another form, with the same result where that is possible.
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

fn value(ui: &mut Ui, cx: &Cx<'_>, amount: LineAmount, place: LinePlace) -> Option<LineAmount> {
    let LinePlace { number, total, comes_to, decimals } = place;
    let label = (cx.text.plan_rows.value)(number);
    let bad = &cx.text.deposit;
    let share = |text: &str, of: fn(Percent) -> LineAmount| match understand_percent(text).one() {
        Some(percent) => Meaning::Plain(of(percent)),
        None => Meaning::Problem(bad.bad_share.to_owned()),
    };
    let sum = |text: &str| {
        let understood = understand_amount(text, ExpectedCurrency::Only(total.currency()));
        amount_meaning(cx, text, understood, bad.bad_amount, |amount| Some(LineAmount::Fixed(amount.number)))
    };
    let behind = comes_to.map(|amount| format!("= {}", format::amount(amount))).unwrap_or_default();
    let percentage = |percent: Percent| format!("{}%", format::decimal(percent.decimal(), decimals));
    let field =
        |ui: &mut Ui, shown: String, hint: &str, read: &dyn Fn(&str) -> Meaning<LineAmount>, behind: &str| {
            let field = Understandable { label: &label, shown, hint, read, behind };
            understanding_field_right(ui, &field).value
        };
    match amount {
        LineAmount::Percent(percent) => {
            field(ui, percentage(percent), "30%", &|text| share(text, LineAmount::Percent), &behind)
        }
        LineAmount::PercentLeft(percent) => {
            field(ui, percentage(percent), "50%", &|text| share(text, LineAmount::PercentLeft), &behind)
        }
        LineAmount::Fixed(fixed) => {
            field(ui, format::decimal(fixed, total.currency().digits()), "3,000.00", &sum, "")
        }
        LineAmount::Rest => {
            let shown = comes_to.map(format::amount).unwrap_or_default();
            let typed = Typed { label: &label, shown, hint: "", read: &|_text| Ok(()), right_aligned: true };
            ui.add_enabled_ui(false, |ui| parsed_field(ui, &typed));
            None
        }
    }
}
