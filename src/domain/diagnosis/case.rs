//! The diagnosis of one deal: the model with what was learnt from outcomes, and what the deal shows by itself.

use std::sync::Arc;

use chrono::NaiveDate;

use super::advice::{as_silent, infer};
use super::evidence::{Known, already_known, with_own};
use super::learning::Learned;
use super::{Given, Inference, Model, advice_is_settled};
use crate::domain::deal::{Deal, DealId};

/// One deal on one day, under what was learnt so far.
#[derive(Clone, Debug)]
pub struct Case {
    pub deal: DealId,
    pub on: NaiveDate,
    pub model: Arc<Model>,
    pub known: Vec<Known>,
    /// The answers that count: the seller's own, then what the deal shows about other questions.
    pub given: Vec<Given>,
    /// How many causes the user has confirmed so far.
    pub cases: u64,
}

impl Case {
    pub fn new(learned: &Learned, deal: &Deal, on: NaiveDate) -> Self {
        let known = already_known(&as_silent(deal), on);
        let given = learned.model.understood(&with_own(&deal.diagnosis.answers, &known));
        let (model, cases) = (Arc::clone(&learned.model), learned.cases);
        Self { deal: deal.id.clone(), on, model, known, given, cases }
    }

    /// What the answers say: `advised()` for the strategy, `concern(inference)` for the topic.
    pub fn inference(&self) -> Inference<'_> {
        infer(&self.model, &self.given)
    }

    /// Whether the advice is settled with these answers of the seller.
    pub(crate) fn is_settled_with(&self, own: &[Given]) -> bool {
        let given = self.model.understood(&with_own(own, &self.known));
        advice_is_settled(&infer(&self.model, &given), self.model.understood(own).len())
    }

    /// What the deal shows about a question.
    pub fn shown(&self, question: &str) -> Option<&Known> {
        self.known.iter().find(|known| &*known.given.question == question)
    }

    /// The answer that counts for a question, the seller's own or the deal's.
    pub fn answer(&self, question: &str) -> Option<&str> {
        self.given.iter().find(|given| &*given.question == question).map(|given| &*given.answer)
    }
}
