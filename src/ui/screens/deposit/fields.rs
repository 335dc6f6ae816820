//! Fields that stand in more than one part of the page, and how many stand side by side.

use std::num::NonZeroU32;

use egui::Ui;

use super::PlanWish;
use crate::domain::deposit::{DepositShare, Interval, PeriodUnit, PlanChange, Terms};
use crate::domain::money::{Currency, Money};
use crate::domain::typed::amount::{ExpectedCurrency, understand_amount};
use crate::domain::typed::count::{CountUnit, understand_count};
use crate::domain::typed::percent::{is_percent, understand_percent};
use crate::text::format;
use crate::text::window::deposit::interval;
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    Meaning, Typed, Understandable, amount_meaning, choice, parsed_field, understanding_field,
};

/// Below this four fields no longer stand side by side, but two.
pub const FOUR_FROM: f32 = 720.0;
pub const TWO_FROM: f32 = 400.0;

/// The usual intervals, shortest first.
const INTERVALS: [(u32, PeriodUnit); 8] = [
    (1, PeriodUnit::Weeks),
    (10, PeriodUnit::Days),
    (2, PeriodUnit::Weeks),
    (15, PeriodUnit::Days),
    (30, PeriodUnit::Days),
    (1, PeriodUnit::Months),
    (2, PeriodUnit::Months),
    (3, PeriodUnit::Months),
];

/// How many fields stand side by side.
pub fn across(room: f32) -> f32 {
    match room {
        wide if wide >= FOUR_FROM => 4.0,
        middle if middle >= TWO_FROM => 2.0,
        _narrow => 1.0,
    }
}

pub fn typed(terms: Terms) -> PlanWish {
    PlanWish::Change(PlanChange::Typed(terms))
}

/// How much is paid before production: a share of the total or an amount.
pub fn deposit_field(
    ui: &mut Ui,
    cx: &Cx<'_>,
    total: Money,
    share: DepositShare,
    deposit: Option<Money>,
) -> Option<DepositShare> {
    let words = &cx.text.deposit;
    let currency = total.currency();
    let (shown, comes_to) = match share {
        DepositShare::Percent(percent) => (percent.to_string(), deposit.map(format::amount)),
        DepositShare::Fixed(amount) => {
            let percent = deposit.and_then(|deposit| deposit.share_of(total));
            (format::decimal(amount, currency.digits()), percent.map(format::share))
        }
    };
    let behind = comes_to.map(|amount| format!("= {amount}")).unwrap_or_default();
    let field = Understandable {
        label: words.deposit,
        shown,
        hint: "30%",
        read: &|text: &str| read_share(cx, text, currency),
        behind: &behind,
    };
    understanding_field(ui, &field).value
}

/// A field for a number of parts.
pub fn count_field(ui: &mut Ui, label: &str, bad: &str, count: NonZeroU32) -> Option<NonZeroU32> {
    let field = Typed {
        label,
        shown: count.to_string(),
        hint: "1",
        read: &|text: &str| {
            let count = understand_count(text, CountUnit::Bare, 1..=u32::MAX).one();
            count.and_then(NonZeroU32::new).ok_or_else(|| bad.to_owned())
        },
        right_aligned: false,
    };
    parsed_field(ui, &field)
}

/// The time between two parts: a usual interval, or the one that the plan has.
pub fn interval_field(ui: &mut Ui, cx: &Cx<'_>, chosen: Interval) -> Option<Interval> {
    let usual = INTERVALS
        .into_iter()
        .filter_map(|(count, unit)| Some(Interval { count: NonZeroU32::new(count)?, unit }));
    let mut all: Vec<Interval> = usual.collect();
    if !all.contains(&chosen) {
        all.push(chosen);
    }
    let names: Vec<(Interval, String)> =
        all.into_iter().map(|every| (every, interval(every, cx.language()))).collect();
    choice(ui, cx.text.deposit.every, chosen, &names)
}

/// A share such as `30%`, `30 %`, or an amount as people write it.
fn read_share(cx: &Cx<'_>, text: &str, currency: Currency) -> Meaning<DepositShare> {
    let bad = cx.text.deposit.bad_deposit;
    if is_percent(text) {
        let percent = understand_percent(text).one().ok_or_else(|| bad.to_owned());
        return percent
            .map_or_else(Meaning::Problem, |percent| Meaning::Plain(DepositShare::Percent(percent)));
    }
    amount_meaning(cx, text, understand_amount(text, ExpectedCurrency::Only(currency)), bad, |amount| {
        Some(DepositShare::Fixed(amount.number))
    })
}
