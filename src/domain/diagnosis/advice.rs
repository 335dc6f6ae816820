//! The advice for a deal: the strategy of its best remedy, and which questions are worth asking beside a draft.

use std::borrow::Cow;

use super::inference::{Degree, Inference};
use super::model::{CauseGroup, Model, Question, Remedy};
use super::{Diagnosis, Given};
use crate::domain::deal::Deal;
use crate::domain::deal::touch::TouchKind;
use crate::named;

/// A gain up to this is rounding, not information.
const NO_GAIN: f64 = 1e-9;

/// The best remedy that leads to a message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Advised<'m> {
    pub remedy: &'m Remedy,
    /// The strategy by its name; a model may name one that this program does not know.
    pub strategy: &'m str,
    /// How likely the remedy's cause is.
    pub probability: f64,
}

named! {
    /// How much an answer says about a cause, in words.
    pub enum EvidenceWeight {
        StrongFor = "strong",
        WeakFor = "weak",
        Little = "says little",
        WeakAgainst = "weak against",
        StrongAgainst = "strong against",
        RulesOut = "rules it out",
    }
}

impl EvidenceWeight {
    /// `bits` as in `Because`: one for an answer that is twice as likely with the cause as without it.
    pub fn of(bits: Option<f64>) -> Self {
        match bits {
            None => Self::RulesOut,
            Some(bits) if bits >= 1.0 => Self::StrongFor,
            Some(bits) if bits >= 0.25 => Self::WeakFor,
            Some(bits) if bits > -0.25 => Self::Little,
            Some(bits) if bits > -1.0 => Self::WeakAgainst,
            Some(_) => Self::StrongAgainst,
        }
    }
}

/// The deal as it was during the silence: what they wrote after the verdict ended it and says nothing about its cause.
pub fn as_silent(deal: &Deal) -> Cow<'_, Deal> {
    let Some(concluded) = deal.diagnosis.concluded else { return Cow::Borrowed(deal) };
    let ours = deal.story.iter().rposition(|touch| touch.kind.known().is_some_and(TouchKind::is_from_us));
    let back = deal.story.iter().enumerate().position(|(place, touch)| {
        ours.is_none_or(|ours| place > ours)
            && touch.on >= concluded
            && touch.kind.known().is_some_and(TouchKind::is_from_them)
    });
    let Some(back) = back else { return Cow::Borrowed(deal) };
    let mut silent = deal.clone();
    silent.story.truncate(back);
    Cow::Owned(silent)
}

/// The inference over all answers that the model understands. An answer that contradicts those before it is left out:
/// the seller's own come first, so they take precedence over what the deal seems to show.
pub fn infer<'m>(model: &'m Model, given: &[Given]) -> Inference<'m> {
    let usable = model.understood(given);
    match Inference::new(model, &usable) {
        Ok(inference) => inference,
        Err(_contradiction) => without_contradictions(model, usable),
    }
}

/// The topic of the likeliest worry or wish, as library entries name it; None where all of them are unlikely.
pub fn concern<'m>(inference: &Inference<'m>) -> Option<&'m str> {
    let (cause, probability) = inference
        .likeliest()
        .into_iter()
        .find(|(cause, _)| matches!(cause.group, Some(CauseGroup::Concern | CauseGroup::Offer)))?;
    (inference.degree(probability) != Degree::Unlikely).then_some(&*cause.id)
}

/// Up to `count` questions to ask beside a draft: those answered there before, then the most informative, short
/// ones first.
pub fn chip_questions<'m>(
    inference: &Inference<'m>,
    diagnosis: &Diagnosis,
    count: usize,
) -> Vec<&'m Question> {
    let model = inference.model();
    let answered = diagnosis.answers.iter().filter_map(|given| model.question(&given.question));
    let open = inference.questions().into_iter().filter(|worth| worth.gain_bits > NO_GAIN);
    let (short, long): (Vec<&Question>, Vec<&Question>) =
        open.map(|worth| worth.question).partition(|question| question.chip);
    answered.filter(|question| question.chip).chain(short).chain(long).take(count).collect()
}

impl<'m> Inference<'m> {
    /// The best remedy that leads to a message.
    pub fn advised(&self) -> Option<Advised<'m>> {
        self.remedies().into_iter().find_map(|ranked| {
            let strategy = ranked.remedy.strategy.as_deref()?;
            let probability = self.posterior.get(ranked.remedy.position).copied().unwrap_or(0.0);
            Some(Advised { remedy: ranked.remedy, strategy, probability })
        })
    }
}

fn without_contradictions(model: &Model, usable: Vec<Given>) -> Inference<'_> {
    let mut kept = Vec::new();
    let mut inference = Inference::prior(model);
    for one in usable {
        kept.push(one);
        match Inference::new(model, &kept) {
            Ok(next) => inference = next,
            Err(_contradiction) => {
                kept.pop();
            }
        }
    }
    inference
}
