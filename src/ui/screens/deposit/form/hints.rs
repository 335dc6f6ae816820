//! Hints about a plan, above its rows.

use egui::Ui;

use crate::domain::deal::Deal;
use crate::domain::deposit::Plan;
use crate::domain::money::Money;
use crate::text::format;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::screens::deposit::PlanWish;
use crate::ui::screens::deposit::fields::typed;
use crate::ui::widgets::{changing, link, warning, weak};

/// Hints that the seller should read before the rows: quiet, and never in the way.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, deal: &Deal) -> Option<PlanWish> {
    let words = &cx.text.deposit;
    let total = plan.terms.total;
    let mut wish = None;
    let agreed = deal.agreed.money().filter(|agreed| *agreed != total);
    if let Some(agreed) = agreed {
        let [old, new] = [agreed, total].map(|amount| format::money(amount, cx.language()));
        ui.horizontal_wrapped(|ui| {
            warning(ui, &(words.other_amount)(&old));
            if changing(ui, |ui| link(ui, None, words.use_it)).clicked() {
                wish = Some(PlanWish::Total(agreed));
            }
            if changing(ui, |ui| link(ui, None, &(words.agree)(&old, &new))).clicked() {
                wish = Some(PlanWish::Agree(total));
            }
        });
    }
    if let Some(whole) = plan.terms.in_whole_units() {
        ui.horizontal_wrapped(|ui| {
            warning(ui, &(words.paid_whole)(total.currency().code()));
            if changing(ui, |ui| link(ui, None, words.round_parts)).clicked() {
                wish = Some(typed(whole));
            }
        });
    }
    if let Some(limit) = small_first_order(cx, plan, deal) {
        ui.horizontal_wrapped(|ui| {
            ui.label(egui::RichText::new(icons::LIGHTBULB).color(cx.palette.weak_text));
            weak(ui, &(words.small_order)(&format::money(limit, cx.language())));
        });
    }
    wish
}

/// The seller's limit for small first orders, if this is one.
pub fn small_first_order(cx: &Cx<'_>, plan: &Plan, deal: &Deal) -> Option<Money> {
    let limit = cx.document.settings.small_first_order?;
    is_small_first_order(cx, plan.terms.total, limit, deal).then_some(limit)
}

/// True if nothing was ever ordered under the buyer's name; with no name yet, it may be a first order.
fn is_small_first_order(cx: &Cx<'_>, total: Money, limit: Money, deal: &Deal) -> bool {
    let small = total.currency() == limit.currency() && total.minor() < limit.minor();
    let ordered = |other: &Deal| {
        use crate::domain::deal::Stage;
        other.stage().is_ours() || other.stage.is(Stage::Won)
    };
    let mut deals = cx.document.deals.values();
    let is_theirs = |other: &Deal| other.buyer.company == deal.buyer.company;
    small && (deal.buyer.company.is_empty() || !deals.any(|other| is_theirs(other) && ordered(other)))
}
