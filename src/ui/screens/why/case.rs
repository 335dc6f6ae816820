//! What is worked out for one deal: the model with the user's own shares, and what the deal shows by itself.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::assets::diagnosis_model;
use crate::domain::deal::{Deal, DealId};
use crate::domain::diagnosis::{
    Experience, Given, Group, Inference, Known, Model, PRIOR_STRENGTH, advice_is_settled, already_known,
    as_silent, infer, learn,
};
use crate::text::why::Share;
use crate::ui::action::Cx;

/// One deal under one document; worked out again when either differs.
pub struct Case {
    deal: DealId,
    on: NaiveDate,
    pub model: Arc<Model>,
    pub known: Vec<Known>,
    pub given: Vec<Given>,
    /// How many causes the user has confirmed so far.
    pub cases: u64,
}

/// Kept between frames, in the context rather than in a page: the why page and the message page share it.
#[derive(Clone)]
struct Kept {
    experience: Experience,
    case: Arc<Case>,
}

/// The case of the deal, worked out only where something changed.
pub fn case_of(ctx: &egui::Context, cx: &Cx<'_>, deal: &Deal) -> Arc<Case> {
    let slot = egui::Id::unique("diagnosis");
    let kept: Option<Kept> = ctx.data(|data| data.get_temp(slot));
    let deals = &cx.document.deals;
    if let Some(kept) = &kept
        && kept.experience.covers(deals)
        && kept.case.deal == deal.id
        && kept.case.on == cx.now.date
    {
        return kept.case.clone();
    }
    let mut experience = kept.map(|kept| kept.experience).unwrap_or_default();
    experience.follow(deals);
    let case = Arc::new(Case::new(&experience, deal, cx.now.date));
    let keep = Kept { experience, case: case.clone() };
    ctx.data_mut(|data| data.insert_temp(slot, keep));
    case
}

/// Reads what the deal's answers say: `inference.advised()` for the strategy, `concern(inference)` for the topic.
pub fn with_inference<R>(
    ctx: &egui::Context,
    cx: &Cx<'_>,
    deal: &Deal,
    read: impl FnOnce(&Inference<'_>) -> R,
) -> R {
    read(&case_of(ctx, cx, deal).inference())
}

impl Case {
    fn new(experience: &Experience, deal: &Deal, on: NaiveDate) -> Self {
        let built_in = diagnosis_model();
        let outcomes = experience.outcomes(built_in);
        let cases = outcomes.iter().map(|outcome| outcome.count).fold(0, u64::saturating_add);
        // Outcomes that the model knows, each once, can always be learnt from.
        let model = learn(built_in, &outcomes, PRIOR_STRENGTH).unwrap_or_else(|_never| built_in.clone());
        let known = already_known(&as_silent(deal), on);
        let given = given(&model, &known, &deal.diagnosis.answers);
        Self { deal: deal.id.clone(), on, model: Arc::new(model), known, given, cases }
    }

    pub fn inference(&self) -> Inference<'_> {
        infer(&self.model, &self.given)
    }

    /// Whether the advice would stand with these answers of the seller's own.
    pub fn is_settled_with(&self, own: &[Given]) -> bool {
        let given = given(&self.model, &self.known, own);
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

    pub fn share_of_group(&self, group: Group) -> Share {
        Share {
            start: diagnosis_model().group_share(group),
            published: group.published_share().is_some(),
            now: self.model.group_share(group),
            cases: self.cases,
        }
    }
}

/// The seller's own answers, then what the deal shows about other questions.
fn given(model: &Model, known: &[Known], own: &[Given]) -> Vec<Given> {
    let shown = known
        .iter()
        .map(|known| &known.given)
        .filter(|shown| own.iter().all(|answered| answered.question != shown.question));
    model.understood(&own.iter().chain(shown).cloned().collect::<Vec<_>>())
}
