//! The payment terms by their usual names: chosen from a list, or as typed.

use egui::Ui;

use super::hints::small_first_order;
use crate::domain::deal::Deal;
use crate::domain::deposit::{Means, Plan, Preset, WordedTerms};
use crate::domain::names::Named as _;
use crate::ui::cx::Cx;
use crate::ui::screens::deposit::PlanWish;
use crate::ui::widgets::{choice, note};

#[derive(Clone, Copy, PartialEq, Eq)]
enum ChosenTerms {
    Preset(Preset),
    /// The terms written in the deal.
    Said,
    AsTyped,
}

pub fn choose(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, deal: &Deal) -> Option<PlanWish> {
    let words = &cx.text.plan_rows;
    // Offered where the seller's rule for small first orders allows it.
    let small = small_first_order(cx, plan, deal).is_some();
    let current = Preset::of(&plan.terms);
    let said = said(deal, plan);
    let offered = Preset::members()
        .filter(|preset| small || !preset.for_small_first_orders() || current == Some(*preset))
        .map(|preset| (ChosenTerms::Preset(preset), (words.preset)(preset).to_owned()));
    let mut all: Vec<(ChosenTerms, String)> = Vec::new();
    let chosen = match (current, &said) {
        (Some(preset), _) => ChosenTerms::Preset(preset),
        (None, Some((said, _))) if said.rows == plan.terms.rows => ChosenTerms::Said,
        (None, _) => {
            all.push((ChosenTerms::AsTyped, words.as_typed.to_owned()));
            ChosenTerms::AsTyped
        }
    };
    if let Some((_, text)) = &said {
        all.push((ChosenTerms::Said, (words.said)(text)));
    }
    all.extend(offered);
    match choice(ui, words.terms, chosen, &all)? {
        ChosenTerms::Preset(preset) => Some(PlanWish::Choose(preset.applied(&plan.terms))),
        ChosenTerms::Said => said.map(|(said, _)| PlanWish::Choose(said.applied(&plan.terms))),
        ChosenTerms::AsTyped => None,
    }
}

/// A note about the means of payment.
pub fn by(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) {
    match plan.terms.by {
        Means::Transfer => {}
        Means::LetterOfCredit => drop(note(ui, cx.text.plan_rows.letter_of_credit)),
        Means::Collection => drop(note(ui, cx.text.plan_rows.collection)),
    }
}

/// The deal's own terms, where they can be read and have no name among the others.
fn said(deal: &Deal, plan: &Plan) -> Option<(WordedTerms, String)> {
    let text = deal.agreed.payment_terms.trim();
    let said = WordedTerms::read(text)?;
    Preset::of(&said.applied(&plan.terms)).is_none().then(|| (said, text.to_owned()))
}
