//! What the goods cost the seller, and when: rows to fill in, or usual ones to start from.

use egui::Ui;

use super::{ComparePage, CompareWish};
use crate::domain::deposit::{Cost, CostAmount, CostEvent, CostWhen, Plan, cost_amounts};
use crate::domain::money::{Currency, Money, Percent};
use crate::domain::names::Named as _;
use crate::domain::typed::amount::{ExpectedCurrency, currency_in, understand_amount};
use crate::domain::typed::count::{CountUnit, understand_count};
use crate::domain::typed::percent::{is_percent, understand_percent};
use crate::text::format;
use crate::ui::cx::Cx;
use crate::ui::widgets::date_field;
use crate::ui::widgets::{
    Typed, below_caption, button, card, cell_of_width, changing, choice, icon_button, link, links, note,
    parsed_field, row, section, text_field_hinted, weak,
};
use crate::ui::{icons, tokens};

/// Width of the gaps between the cells of a cost.
const GAPS: f32 = 4.0 * tokens::M;

/// Usual costs in percent of the total: our assumption, for the seller to change.
const USUAL: [u32; 3] = [40, 20, 5];
/// Half the production time, in days, where that is unknown.
const USUAL_HALF: u32 = 14;
const DAYS_BEFORE_SHIPMENT: u32 = 2;
const MOST_DAYS: u32 = 9_999;

const AMOUNT: f32 = 128.0;
const WHEN: f32 = 208.0;
const DAYS: f32 = 72.0;
const DATE: f32 = 220.0;

pub fn show(ui: &mut Ui, page: &ComparePage<'_>) -> Option<CompareWish> {
    let cx = page.cx;
    let words = &cx.text.compare;
    let plan = &page.in_use()?.1.plan;
    let costs = &page.deal.costs;
    ui.add_space(tokens::S);
    section(ui, words.costs);
    if costs.is_empty() {
        let mut filled = None;
        card(ui, |ui| {
            ui.set_width(ui.available_width().min(tokens::MEASURE));
            weak(ui, words.no_costs);
            note(ui, words.secret);
            ui.add_space(tokens::S);
            ui.horizontal_wrapped(|ui| {
                if changing(ui, |ui| button(ui, Some(icons::SPARKLE), words.fill)).clicked() {
                    filled = Some(CompareWish::Costs(usual(cx, plan)));
                }
                if changing(ui, |ui| link(ui, Some(icons::PLUS), words.add_cost)).clicked() {
                    filled = Some(CompareWish::Costs(vec![another()]));
                }
            });
        });
        return filled;
    }
    let mut changed = None;
    for (index, cost) in costs.iter().enumerate() {
        // Half-typed text belongs to its row and is dropped when rows are added or removed.
        let asked = ui.push_id((costs.len(), index), |ui| one(ui, page, costs, index, cost)).inner;
        changed = asked.or(changed.take());
    }
    in_all(ui, page, plan);
    let add = links(ui, |ui| changing(ui, |ui| link(ui, Some(icons::PLUS), words.add_cost)));
    if add.clicked() {
        changed = Some(costs.iter().cloned().chain([another()]).collect());
    }
    if *costs == usual(cx, plan) {
        note(ui, words.assumption);
    }
    note(ui, words.secret);
    changed.map(CompareWish::Costs)
}

fn in_all(ui: &mut Ui, page: &ComparePage<'_>, plan: &Plan) {
    let total = plan.terms.total;
    let Ok(amounts) = cost_amounts(&page.deal.costs, total) else { return };
    let sum = Money::sum(amounts, total.currency());
    if let Some((sum, share)) = sum.and_then(|sum| Some((sum, sum.share_of(total)?))) {
        let amount = format::money(sum, page.cx.language());
        weak(ui, &(page.cx.text.compare.in_all)(&amount, &format::share(share)));
    }
}

fn another() -> Cost {
    let share = Percent::new(10.into()).unwrap_or(Percent::HUNDRED);
    Cost::new("", CostWhen::After(CostEvent::ProductionStart, 0), CostAmount::Share(share))
}

fn usual(cx: &Cx<'_>, plan: &Plan) -> Vec<Cost> {
    let half = plan.ships_days_after.map_or(USUAL_HALF, |days| days / 2);
    let when = [
        CostWhen::After(CostEvent::ProductionStart, 0),
        CostWhen::After(CostEvent::ProductionStart, half),
        CostWhen::Before(CostEvent::Shipment, DAYS_BEFORE_SHIPMENT),
    ];
    let shares = USUAL.into_iter().filter_map(|share| Percent::new(share.into()));
    cx.text
        .compare
        .usual
        .into_iter()
        .zip(when)
        .zip(shares)
        .map(|((what, when), share)| Cost::new(what, when, CostAmount::Share(share)))
        .collect()
}

/// The costs after a change of one.
fn one(ui: &mut Ui, page: &ComparePage<'_>, costs: &[Cost], index: usize, cost: &Cost) -> Option<Vec<Cost>> {
    let words = &page.cx.text.compare;
    let number = index + 1;
    let mut changed = None;
    let mut removed = false;
    row(ui, |ui| {
        let room = ui.max_rect().width();
        let fixed = AMOUNT + WHEN + DATE + tokens::CONTROL + GAPS;
        let what = if room - fixed < AMOUNT { room } else { (room - fixed).floor() };
        let (_response, typed) = cell_of_width(ui, what.min(room), |ui| {
            text_field_hinted(ui, &(words.cost_what)(number), &cost.what, words.what_hint)
        });
        if let Some(what) = typed {
            changed = Some(Cost { what, ..cost.clone() });
        }
        let currency = page.total().map(Money::currency);
        if let Some(amount) =
            cell_of_width(ui, AMOUNT.min(room), |ui| amount(ui, page, number, cost, currency))
        {
            changed = Some(Cost { amount, ..cost.clone() });
        }
        if let Some(when) = when(ui, page, number, cost.when) {
            changed = Some(Cost { when, ..cost.clone() });
        }
        ui.vertical(|ui| {
            below_caption(ui);
            removed =
                changing(ui, |ui| icon_button(ui, icons::TRASH, &(words.remove_cost)(number))).clicked();
        });
    });
    let mut all = costs.to_vec();
    if removed {
        all.remove(index);
        return Some(all);
    }
    *all.get_mut(index)? = changed?;
    Some(all)
}

fn amount(
    ui: &mut Ui,
    page: &ComparePage<'_>,
    number: usize,
    cost: &Cost,
    currency: Option<Currency>,
) -> Option<CostAmount> {
    let words = &page.cx.text.compare;
    let typed = Typed {
        label: &(words.cost_amount)(number),
        shown: match cost.amount {
            CostAmount::Share(share) => share.to_string(),
            CostAmount::Fixed(money) => format::money_with_code(money),
        },
        hint: "40%",
        read: &|text: &str| read_amount(text, currency).ok_or_else(|| words.bad_cost.to_owned()),
        right_aligned: false,
    };
    parsed_field(ui, &typed)
}

/// `40%`, or an amount in its own currency or the plan's.
fn read_amount(text: &str, currency: Option<Currency>) -> Option<CostAmount> {
    if is_percent(text) {
        return understand_percent(text).one().map(CostAmount::Share);
    }
    let currency = currency_in(text).or(currency)?;
    let amount = understand_amount(text, ExpectedCurrency::Only(currency)).one()?.money();
    amount.filter(|money| money.is_positive()).map(CostAmount::Fixed)
}

/// What a cost's day is counted from, without the number of days.
#[derive(Clone, Copy, PartialEq)]
enum From {
    Date,
    Before(CostEvent),
    After(CostEvent),
}

fn when(ui: &mut Ui, page: &ComparePage<'_>, number: usize, when: CostWhen) -> Option<CostWhen> {
    let cx = page.cx;
    let words = &cx.text.compare;
    let (from, days) = match when {
        CostWhen::On(_) => (From::Date, 0),
        CostWhen::Before(event, days) => (From::Before(event), days),
        CostWhen::After(event, days) => (From::After(event), days),
    };
    let mut all = Vec::new();
    for event in CostEvent::members() {
        all.push((From::Before(event), (words.before)(event).to_owned()));
        all.push((From::After(event), (words.after)(event).to_owned()));
    }
    all.push((From::Date, words.on_date.to_owned()));
    let mut changed = None;
    let room = ui.max_rect().width();
    if let CostWhen::Before(..) | CostWhen::After(..) = when {
        let count = cell_of_width(ui, DAYS, |ui| days_field(ui, page, number, days));
        if let Some(days) = count {
            changed = with_days(from, days);
        }
    }
    let width = WHEN.min(room - tokens::CONTROL - tokens::M);
    let chosen = cell_of_width(ui, width.max(DAYS), |ui| choice(ui, &(words.cost_from)(number), from, &all));
    if let Some(chosen) = chosen {
        changed = with_days(chosen, days).or(Some(CostWhen::On(cx.now.date)));
    }
    if let CostWhen::On(date) = when {
        let width = DATE.min(room - tokens::CONTROL - tokens::M);
        let date = cell_of_width(ui, width, |ui| date_field(ui, cx, &(words.cost_date)(number), Some(date)));
        if let Some(Some(date)) = date {
            changed = Some(CostWhen::On(date));
        }
    }
    changed
}

fn days_field(ui: &mut Ui, page: &ComparePage<'_>, number: usize, days: u32) -> Option<u32> {
    let words = &page.cx.text.compare;
    let typed = Typed {
        label: &(words.cost_days)(number),
        shown: days.to_string(),
        hint: "0",
        read: &|text: &str| {
            let days = understand_count(text, CountUnit::Days, 0..=MOST_DAYS).one();
            days.ok_or_else(|| words.bad_days.to_owned())
        },
        right_aligned: false,
    };
    parsed_field(ui, &typed)
}

/// None for a date.
fn with_days(from: From, days: u32) -> Option<CostWhen> {
    match from {
        From::Date => None,
        From::Before(event) => Some(CostWhen::Before(event, days)),
        From::After(event) => Some(CostWhen::After(event, days)),
    }
}
