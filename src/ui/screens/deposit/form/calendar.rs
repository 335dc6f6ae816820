//! Whose working days the plan follows, what is uncertain about them, and whether they have changed since.

use chrono::NaiveDate;
use egui::Ui;

use crate::domain::deal::Deal;
use crate::domain::deposit::{Drift, Observed, Plan, Sides, Terms, Whose, suggested_plan};
use crate::domain::names::Named as _;
use crate::text::window::deposit as words;
use crate::ui::cx::Cx;
use crate::ui::screens::deposit::PlanWish;
use crate::ui::screens::deposit::fields::typed;
use crate::ui::widgets::{changing, choice, link, note, warning};

/// The dates that today's calendars would move in a plan; computed once, not in every frame.
#[derive(Debug)]
pub struct Checked {
    plan: Plan,
    revision: u64,
    on: NaiveDate,
    drift: Option<Drift>,
}

/// The working days of the seller, and of the deal's buyer if there is one with a known country.
pub fn sides<'a>(cx: &Cx<'a>, deal: &Deal) -> Sides<'a> {
    Sides::new(cx.calendars, &cx.document.settings, deal.buyer.country)
}

/// A first plan for a deal; it follows the buyer's holidays, where they are known.
pub fn suggested(cx: &Cx<'_>, deal: &Deal) -> Option<Plan> {
    let weekend = cx.calendars.of(deal.buyer.country).weekend;
    let plan = suggested_plan(&deal.agreed, cx.now.date, weekend)?;
    let known = deal.buyer.country.is_some_and(|country| cx.calendars.holidays.contains_key(&country));
    let whose = Some(Whose::Buyer).filter(|_| known);
    Some(deal.begun(&plan.observing(whose, &sides(cx, deal))))
}

/// The choice; returns the terms with the option chosen.
pub fn whose(ui: &mut Ui, cx: &Cx<'_>, terms: &Terms, deal: &Deal) -> Option<Terms> {
    let text = &cx.text.deposit;
    let sides = sides(cx, deal);
    let chosen = terms.observed.as_ref().and_then(|observed| observed.whose.known());
    // Without a country the buyer cannot be chosen, but an earlier choice stays visible.
    let offered = |whose: &Whose| *whose == Whose::Seller || sides.buyer.is_some() || chosen == Some(*whose);
    let named = |whose: Whose| {
        let who = match whose {
            Whose::Buyer => text.buyers,
            Whose::Seller => text.sellers,
            Whose::Both => text.both,
        };
        words::whose(who, &sides.countries(whose), cx.language())
    };
    let nobody = std::iter::once((None, text.nobodys.to_owned()));
    let all: Vec<(Option<Whose>, String)> =
        nobody.chain(Whose::members().filter(offered).map(|whose| (Some(whose), named(whose)))).collect();
    choice(ui, text.working_days, chosen, &all).map(|whose| terms.clone().observing(whose, &sides))
}

/// The resulting weekend, and what is uncertain about the holidays.
pub fn about(ui: &mut Ui, cx: &Cx<'_>, terms: &Terms, observed: &Observed) {
    let weekend = words::weekend(observed.weekend, cx.language());
    let unsure = words::unsure(&terms.unsure_years(cx.calendars), cx.language());
    let partial = words::partial(&terms.partial_calendars(cx.calendars), cx.language());
    note(ui, &words::sentences(&[Some(weekend), unsure, partial], cx.language()));
}

/// Says where today's calendars would move a date of this plan; no date moves by itself.
pub fn drift(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    deal: &Deal,
    checked: &mut Option<Checked>,
) -> Option<PlanWish> {
    let (revision, on) = (cx.revision, cx.now.date);
    let known = checked
        .take()
        .filter(|checked| checked.revision == revision && checked.on == on && checked.plan == *plan);
    let known = known.unwrap_or_else(|| Checked {
        plan: plan.clone(),
        revision,
        on,
        drift: plan.drift(&sides(cx, deal), on),
    });
    let mut wish = None;
    if let Some(drift) = &known.drift {
        let said = words::drifted(drift.years.iter().copied(), drift.moves, cx.language());
        ui.horizontal_wrapped(|ui| {
            warning(ui, &said);
            if changing(ui, |ui| link(ui, None, cx.text.deposit.use_calendar)).clicked() {
                wish = Some(typed(drift.terms.clone()));
            }
        });
    }
    *checked = Some(known);
    wish
}
