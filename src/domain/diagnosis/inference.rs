//! What the answers say about the causes: posterior, entropy, what each question is worth, and why.

use super::model::{Answer, Cause, CauseGroup, Model, Question};
use super::order::highest_first;
use super::{Given, UNKNOWN};
use crate::named;

/// A gain up to this is rounding, not information.
const NO_GAIN: f64 = 1e-9;

/// Why answers cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceProblem {
    #[error("the model has no question {question:?}")]
    UnknownQuestion { question: Box<str> },
    #[error("question {question:?} has no answer {answer:?}")]
    UnknownAnswer { question: Box<str>, answer: Box<str> },
    #[error("question {question:?} is answered twice; answer it once")]
    Repeated { question: Box<str> },
    #[error(
        "with the answers before it, {question}={answer} is impossible: no cause is left; check the answers"
    )]
    Impossible { question: Box<str>, answer: Box<str> },
}

/// A model with the answers given to it.
#[derive(Clone, Debug)]
pub struct Inference<'m> {
    pub(super) model: &'m Model,
    answered: Vec<&'m Question>,
    pub(super) posterior: Vec<f64>,
    because: Vec<Because<'m>>,
}

/// What one answer did to one cause.
#[derive(Clone, Copy, Debug)]
pub struct Because<'m> {
    pub question: &'m Question,
    pub answer: &'m Answer,
    pub cause: &'m Cause,
    /// log2(P(answer | cause) ÷ P(answer | what was known before)); none where the answer rules the cause out.
    pub bits: Option<f64>,
}

/// How much it is worth to ask a question now.
#[derive(Clone, Copy, Debug)]
pub struct Worth<'m> {
    pub question: &'m Question,
    /// By how many bits its answer reduces the entropy on average; never negative.
    pub gain_bits: f64,
    /// Gain ÷ cost.
    pub value: f64,
}

named! {
    /// How likely a guess is, in words.
    pub enum Degree {
        MostLikely = "most likely",
        Possible = "possible",
        Unlikely = "unlikely",
    }
}

impl<'m> Inference<'m> {
    /// posterior ∝ share × Π P(answer | cause). The order of the answers does not matter to it.
    pub fn new(model: &'m Model, given: &[Given]) -> Result<Self, EvidenceProblem> {
        let mut answered: Vec<&Question> = Vec::with_capacity(given.len());
        let mut because = Vec::new();
        let mut weights: Vec<LikelihoodProduct> =
            model.causes.iter().map(|cause| LikelihoodProduct::new(cause.share)).collect();
        let mut total = Total::of(&weights);
        for one in given {
            let question = model
                .question(&one.question)
                .ok_or_else(|| EvidenceProblem::UnknownQuestion { question: one.question.clone() })?;
            if answered.iter().any(|earlier| earlier.id == question.id) {
                return Err(EvidenceProblem::Repeated { question: question.id.clone() });
            }
            answered.push(question);
            if &*one.answer == UNKNOWN {
                continue;
            }
            let Given { question: asked, answer: said, extra: _not_asked } = one.clone();
            let Some(answer) = question.answer(&said) else {
                return Err(EvidenceProblem::UnknownAnswer { question: asked, answer: said });
            };
            for (weight, likelihood) in weights.iter_mut().zip(&answer.likelihoods) {
                *weight = weight.times(*likelihood);
            }
            let before = total;
            total = Total::of(&weights);
            if total.sum <= 0.0 {
                return Err(EvidenceProblem::Impossible { question: asked, answer: said });
            }
            because.extend(model.causes.iter().zip(&answer.likelihoods).map(|(cause, likelihood)| Because {
                question,
                answer,
                cause,
                bits: bits(*likelihood, before, total),
            }));
        }
        let posterior = weights.iter().map(|weight| weight.lowered_to(total.raised) / total.sum).collect();
        Ok(Self { model, answered, posterior, because })
    }

    /// The causes before anything is known of the deal.
    pub fn prior(model: &'m Model) -> Self {
        let posterior = model.causes.iter().map(|cause| cause.share).collect();
        Self { model, answered: Vec::new(), posterior, because: Vec::new() }
    }

    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// Every cause with its probability, in the model's order.
    pub fn posterior(&self) -> impl Iterator<Item = (&'m Cause, f64)> {
        self.model.causes.iter().zip(self.posterior.iter().copied())
    }

    /// The causes by probability, the likeliest first, ties in the model's order.
    pub fn likeliest(&self) -> Vec<(&'m Cause, f64)> {
        let mut causes: Vec<_> = self.posterior().collect();
        highest_first(&mut causes, |(_, probability)| *probability);
        causes
    }

    /// The probability of each group that has causes in the model.
    pub fn group_posterior(&self) -> Vec<(CauseGroup, f64)> {
        let of = |group: CauseGroup| {
            self.posterior().filter(|(cause, _)| cause.group == Some(group)).map(|(_, part)| part).sum()
        };
        self.model.groups().map(|group| (group, of(group))).collect()
    }

    /// The words for a cause's probability. The first of many equals is not "most likely".
    pub fn degree(&self, probability: f64) -> Degree {
        let top = self.posterior.iter().copied().fold(0.0, f64::max);
        if probability >= 0.8 * top && probability >= 0.15 {
            Degree::MostLikely
        } else if probability >= 0.25 * top && probability >= 0.02 {
            Degree::Possible
        } else {
            Degree::Unlikely
        }
    }

    /// The words for a group's probability. Each of four groups has a quarter without any reason.
    pub(crate) fn group_degree(&self, probability: f64) -> Degree {
        let top = self.group_posterior().into_iter().map(|(_, part)| part).fold(0.0, f64::max);
        if probability >= 0.8 * top && probability >= 0.35 {
            Degree::MostLikely
        } else if probability >= 0.25 * top && probability >= 0.05 {
            Degree::Possible
        } else {
            Degree::Unlikely
        }
    }

    /// How uncertain the causes still are.
    pub fn entropy_bits(&self) -> f64 {
        let sum: f64 =
            self.posterior.iter().filter(|part| **part > 0.0).map(|part| -part * part.log2()).sum();
        sum.max(0.0) + 0.0
    }

    /// The questions not yet answered, the most worthwhile first, ties in the model's order.
    pub fn questions(&self) -> Vec<Worth<'m>> {
        let mut worths: Vec<Worth<'m>> = self
            .model
            .questions
            .iter()
            .filter(|question| !self.is_answered(question))
            .map(|question| {
                let gain_bits = self.gain_bits(question);
                Worth { question, gain_bits, value: gain_bits / question.cost }
            })
            .collect();
        // A gain that is only rounding must not move a question up.
        highest_first(&mut worths, |worth| if worth.gain_bits > 1e-12 { worth.value } else { 0.0 });
        worths
    }

    /// The question to ask next; None where no answer would tell us anything.
    pub fn next(&self) -> Option<&'m Question> {
        self.questions().into_iter().find(|worth| worth.gain_bits > NO_GAIN).map(|worth| worth.question)
    }

    /// One entry for each answer and cause, in the order given and the model's order; none for `unknown`.
    pub fn because(&self) -> &[Because<'m>] {
        &self.because
    }

    pub(crate) fn is_answered(&self, question: &Question) -> bool {
        self.answered.iter().any(|answered| answered.id == question.id)
    }

    /// P(answer | what is known).
    pub fn probability_of(&self, answer: &Answer) -> f64 {
        self.posterior.iter().zip(&answer.likelihoods).map(|(part, likelihood)| part * likelihood).sum()
    }

    /// The mutual information of question and cause.
    fn gain_bits(&self, question: &Question) -> f64 {
        let of_answer = |answer: &Answer| -> f64 {
            let probability = self.probability_of(answer);
            let of_cause = |(part, likelihood): (&f64, &f64)| {
                let joint = part * likelihood;
                if joint > 0.0 { joint * (likelihood.log2() - probability.log2()) } else { 0.0 }
            };
            self.posterior.iter().zip(&answer.likelihoods).map(of_cause).sum()
        };
        let gain: f64 = question.answers.iter().map(of_answer).sum();
        gain.max(0.0) + 0.0
    }
}

fn bits(likelihood: f64, before: Total, after: Total) -> Option<f64> {
    if likelihood <= 0.0 {
        return None;
    }
    let raised = f64::from(after.raised) - f64::from(before.raised);
    Some((likelihood / (after.sum / before.sum)).log2() + raised * RADIX_BITS)
}

const RADIX_BITS: f64 = 256.0;
/// 2 to the power of 256; multiplying by it is exact.
const RADIX: f64 = f64::from_bits((1023 + 256) << 52);

/// A product of likelihoods, `mantissa` ÷ RADIX^`raised`: thousands of answers neither underflow to 0, which
/// would make the order of the answers matter, nor cost digits, as logarithms would.
#[derive(Clone, Copy)]
struct LikelihoodProduct {
    mantissa: f64,
    raised: u32,
}

impl LikelihoodProduct {
    fn new(value: f64) -> Self {
        Self { mantissa: value, raised: 0 }.raise()
    }

    fn times(self, likelihood: f64) -> Self {
        let factor = Self::new(likelihood);
        let raised = self.raised.saturating_add(factor.raised);
        Self { mantissa: self.mantissa * factor.mantissa, raised }.raise()
    }

    fn raise(mut self) -> Self {
        while self.mantissa > 0.0 && self.mantissa < 1.0 / RADIX {
            self.mantissa *= RADIX;
            self.raised = self.raised.saturating_add(1);
        }
        self
    }

    /// The weight on a common scale; what is smaller than a double can express becomes 0.
    fn lowered_to(self, raised: u32) -> f64 {
        let steps = self.raised.saturating_sub(raised).min(8);
        (0..steps).fold(self.mantissa, |mantissa, _| mantissa / RADIX)
    }
}

/// The sum of all weights, on the scale of the largest.
#[derive(Clone, Copy)]
struct Total {
    sum: f64,
    raised: u32,
}

impl Total {
    fn of(weights: &[LikelihoodProduct]) -> Self {
        let largest = weights.iter().filter(|weight| weight.mantissa > 0.0).map(|weight| weight.raised).min();
        let raised = largest.unwrap_or(0);
        Self { sum: exact_sum(weights.iter().map(|weight| weight.lowered_to(raised))), raised }
    }
}

/// The sum without the rounding of its steps (Neumaier), so that shares which sum to 1 do so here.
fn exact_sum(parts: impl Iterator<Item = f64>) -> f64 {
    let mut sum = 0.0_f64;
    let mut lost = 0.0;
    for part in parts {
        let next = sum + part;
        lost += if sum >= part { (sum - next) + part } else { (part - next) + sum };
        sum = next;
    }
    sum + lost
}
