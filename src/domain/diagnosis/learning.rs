//! How confirmed causes change the shares: each counts as one case against the strength of the prior.

use std::collections::BTreeMap;
use std::sync::Arc;

use imbl::OrdMap;
use imbl::ordmap::DiffItem;

use super::model::{CauseGroup, Model};
use crate::domain::deal::{Deal, DealId};
use crate::domain::names::Named as _;

/// The published shares weigh as much as this many cases of the user's own.
pub const PRIOR_STRENGTH: f64 = 20.0;

/// How often a cause, or one of a group's causes, turned out to be the true one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmedCause {
    /// A cause's id, or a group's name where only that much is known.
    pub cause: Box<str>,
    pub count: u64,
}

/// Why outcomes cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum OutcomeProblem {
    #[error("the model has no cause {cause:?}")]
    UnknownCause { cause: Box<str> },
    #[error("the outcome of {cause:?} is given twice; add the counts up")]
    Repeated { cause: Box<str> },
    #[error("the strength {strength} is not a number from 0 up")]
    Strength { strength: f64 },
    #[error("a strength of 0 leaves no shares without outcomes; give an outcome or a strength above 0")]
    NothingToGoBy,
}

/// The model with the shares (K·share + n) ÷ (K + Σn), K = `strength`.
///
/// Cases of which only the group is known are spread over its causes in proportion to their shares.
pub fn learn(model: &Model, outcomes: &[ConfirmedCause], strength: f64) -> Result<Model, OutcomeProblem> {
    if !(strength.is_finite() && strength >= 0.0) {
        return Err(OutcomeProblem::Strength { strength });
    }
    let mut counts = vec![0.0; model.causes.len()];
    for (earlier, outcome) in outcomes.iter().enumerate() {
        if outcomes.iter().take(earlier).any(|other| other.cause == outcome.cause) {
            return Err(OutcomeProblem::Repeated { cause: outcome.cause.clone() });
        }
        let parts = parts_of(model, &outcome.cause)
            .ok_or_else(|| OutcomeProblem::UnknownCause { cause: outcome.cause.clone() })?;
        for (count, part) in counts.iter_mut().zip(parts) {
            *count += part * outcome.count as f64;
        }
    }
    let cases: f64 = outcomes.iter().map(|outcome| outcome.count as f64).sum();
    let mut learned = model.clone();
    if cases > 0.0 {
        for (cause, count) in learned.causes.iter_mut().zip(counts) {
            cause.share = (strength * cause.share + count) / (strength + cases);
        }
    } else if strength <= 0.0 {
        return Err(OutcomeProblem::NothingToGoBy);
    }
    Ok(learned)
}

/// The confirmed causes of these deals that the model knows, in any order.
pub fn confirmed<'d>(model: &Model, deals: impl IntoIterator<Item = &'d Deal>) -> Vec<ConfirmedCause> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for cause in deals.into_iter().filter_map(|deal| deal.diagnosis.confirmed.as_deref()) {
        if parts_of(model, cause).is_some() {
            let count = counts.entry(cause).or_default();
            *count = count.saturating_add(1);
        }
    }
    counts.into_iter().map(|(cause, count)| ConfirmedCause { cause: cause.into(), count }).collect()
}

/// The confirmed causes of a whole document; following it costs only the deals that changed.
#[derive(Clone, Debug, Default)]
pub struct Experience {
    deals: OrdMap<DealId, Arc<Deal>>,
    counts: BTreeMap<Box<str>, u64>,
}

/// A model whose shares take the confirmed causes of a document into account.
#[derive(Clone, Debug)]
pub struct Learned {
    pub model: Arc<Model>,
    /// How many causes were confirmed.
    pub cases: u64,
}

impl Learned {
    pub fn new(model: &Model, experience: &Experience) -> Self {
        let outcomes = experience.outcomes(model);
        let cases = outcomes.iter().map(|outcome| outcome.count).fold(0, u64::saturating_add);
        // Learning from outcomes that the model knows, each once, cannot fail.
        let learned = learn(model, &outcomes, PRIOR_STRENGTH).unwrap_or_else(|_never| model.clone());
        Self { model: Arc::new(learned), cases }
    }
}

impl Experience {
    pub fn of(deals: &OrdMap<DealId, Arc<Deal>>) -> Self {
        let mut experience = Self::default();
        experience.follow(deals);
        experience
    }

    /// Whether it has seen exactly these deals.
    pub fn covers(&self, deals: &OrdMap<DealId, Arc<Deal>>) -> bool {
        self.deals.ptr_eq(deals)
    }

    /// Updates to these deals and tells whether the confirmed causes have changed; shared parts of the two maps are
    /// skipped.
    pub fn follow(&mut self, deals: &OrdMap<DealId, Arc<Deal>>) -> bool {
        let counted = self.counts.clone();
        let before = std::mem::replace(&mut self.deals, deals.clone());
        for change in before.diff(deals) {
            let (gone, come) = match change {
                DiffItem::Add(_, deal) => (None, Some(deal)),
                DiffItem::Update { old: (_, old), new: (_, new) } => (Some(old), Some(new)),
                DiffItem::Remove(_, deal) => (Some(deal), None),
            };
            if let Some(cause) = gone.and_then(|deal| deal.diagnosis.confirmed.as_deref()) {
                self.count(cause, |count| count.saturating_sub(1));
            }
            if let Some(cause) = come.and_then(|deal| deal.diagnosis.confirmed.as_deref()) {
                self.count(cause, |count| count.saturating_add(1));
            }
        }
        self.counts != counted
    }

    /// The outcomes for [`learn`].
    pub fn outcomes(&self, model: &Model) -> Vec<ConfirmedCause> {
        let known = self.counts.iter().filter(|(cause, _)| parts_of(model, cause).is_some());
        known.map(|(cause, count)| ConfirmedCause { cause: cause.clone(), count: *count }).collect()
    }

    fn count(&mut self, cause: &str, change: impl Fn(u64) -> u64) {
        let count = change(self.counts.get(cause).copied().unwrap_or(0));
        if count == 0 {
            self.counts.remove(cause);
        } else {
            self.counts.insert(cause.into(), count);
        }
    }
}

/// How one case of this name is spread over the causes; None for a name that the model does not know.
fn parts_of(model: &Model, name: &str) -> Option<Vec<f64>> {
    if model.cause(name).is_some() {
        return Some(model.causes.iter().map(|cause| f64::from(u8::from(&*cause.id == name))).collect());
    }
    let group = CauseGroup::from_name(name).filter(|group| model.groups().any(|known| known == *group))?;
    let members = model.causes.iter().filter(|cause| cause.group == Some(group)).count();
    let whole = model.group_share(group);
    let part = |share: f64| if whole > 0.0 { share / whole } else { 1.0 / members as f64 };
    Some(
        model
            .causes
            .iter()
            .map(|cause| if cause.group == Some(group) { part(cause.share) } else { 0.0 })
            .collect(),
    )
}
