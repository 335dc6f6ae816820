//! What to do about it: remedies by probability ÷ cost, what the series costs, and when to stop asking.

use std::collections::BTreeSet;

use super::inference::Inference;
use super::model::{Answer, Model, Remedy};
use super::order::highest_first;

/// The wizard asks no more than this.
const ENOUGH_QUESTIONS: usize = 7;

/// An answer less likely than this is no reason to go on asking.
const LIKELY_ENOUGH: f64 = 0.05;

/// A remedy with its score.
#[derive(Clone, Copy, Debug)]
pub struct Ranked<'m> {
    pub remedy: &'m Remedy,
    /// Posterior of its cause ÷ its cost.
    pub score: f64,
}

impl<'m> Inference<'m> {
    /// All remedies, the best first, ties in the model's order.
    pub fn remedies(&self) -> Vec<Ranked<'m>> {
        ranked(self.model, &self.posterior)
    }

    /// Σ costᵢ·(1 − Σ posterior of the distinct causes treated before i): what it costs on average to go down
    /// the ranked list until the true cause is treated.
    pub fn expected_cost(&self) -> f64 {
        let mut treated = BTreeSet::new();
        let mut sure = 0.0;
        let mut cost = 0.0;
        for Ranked { remedy, .. } in self.remedies() {
            cost += remedy.cost * f64::max(1.0 - sure, 0.0);
            if treated.insert(remedy.position) {
                sure += self.posterior.get(remedy.position).copied().unwrap_or(0.0);
            }
        }
        cost
    }
}

/// Whether the wizard may stop asking. It may when
///
/// - it has `asked` the seller seven questions (what the deal showed by itself does not count), or
/// - no open question tells us anything, or
/// - no single answer to any open question, if it is at all likely (5 % or more), would put another remedy first.
///
/// Only single answers are tried: with pairs the wizard would go on asking for a change that needs two surprises in a
/// row. A model without remedies gives no advice, so there is none to change.
pub fn advice_is_settled(inference: &Inference<'_>, asked: usize) -> bool {
    if asked >= ENOUGH_QUESTIONS || inference.next().is_none() {
        return true;
    }
    let advice = best(inference.model, &inference.posterior);
    let keeps_the_advice = |answer: &Answer| {
        let probability = inference.probability_of(answer);
        if probability < LIKELY_ENOUGH {
            return true;
        }
        let after: Vec<f64> = inference
            .posterior
            .iter()
            .zip(answer.likelihoods())
            .map(|(part, likelihood)| part * likelihood / probability)
            .collect();
        best(inference.model, &after) == advice
    };
    inference
        .model
        .questions()
        .iter()
        .filter(|question| !inference.is_answered(question))
        .flat_map(|question| question.answers())
        .all(keeps_the_advice)
}

fn best<'m>(model: &'m Model, posterior: &[f64]) -> Option<&'m str> {
    ranked(model, posterior).first().map(|first| &*first.remedy.id)
}

fn ranked<'m>(model: &'m Model, posterior: &[f64]) -> Vec<Ranked<'m>> {
    let score = |remedy: &Remedy| posterior.get(remedy.position).copied().unwrap_or(0.0) / remedy.cost;
    let mut ranked: Vec<Ranked<'m>> =
        model.remedies.iter().map(|remedy| Ranked { remedy, score: score(remedy) }).collect();
    highest_first(&mut ranked, |one| one.score);
    ranked
}
