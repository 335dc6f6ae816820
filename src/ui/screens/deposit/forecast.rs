//! How a plan stands to the ship date.

use super::PlanOutcome;
use crate::domain::deal::Deal;
use crate::domain::deposit::{Late, LateRemedy, Plan, Production, Shipping, Start};
use crate::text::Language;
use crate::text::window::deposit as words;
use crate::ui::cx::Cx;

pub struct Forecast<'a> {
    pub shipping: Shipping<'a>,
    pub production: Production,
    pub late: Option<Late>,
    /// None where it is not late, too.
    remedy: Option<LateRemedy>,
}

impl<'a> Forecast<'a> {
    pub fn of(cx: &Cx<'a>, plan: &Plan, deal: &Deal, outcome: &PlanOutcome) -> Self {
        let shipping = shipping(cx, plan, deal);
        let production = plan.production_from(outcome.start, shipping);
        let late = production.late(shipping);
        let remedy = late.and_then(|_late| production.remedy(plan, &outcome.schedule, shipping, cx.now.date));
        Self { shipping, production, late, remedy }
    }

    /// Nobody's payment is awaited any more.
    pub fn has_begun(&self) -> bool {
        self.production.start.is_some_and(Start::is_settled)
    }

    /// By how much the plan misses the ship date, and what would help.
    pub fn said(&self, language: Language) -> Option<String> {
        Some(words::late(&self.late?, self.remedy.as_ref(), language))
    }
}

/// What lies between the plan's start of production and the ship date.
pub fn shipping<'a>(cx: &Cx<'a>, plan: &Plan, deal: &Deal) -> Shipping<'a> {
    Shipping::of(Some(plan), Some(&deal.agreed), &cx.document.settings.shutdowns)
}
