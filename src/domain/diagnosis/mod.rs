//! Why a buyer is silent: a naive Bayes model, its questions and remedies, and what is stored with a deal.

pub(crate) mod advice;
mod case;
pub(crate) mod evidence;
pub(crate) mod inference;
mod keywords;
pub(crate) mod learning;
pub(crate) mod model;
mod order;
mod reading;
pub(crate) mod remedies;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub(crate) use self::advice::EvidenceWeight;
pub use self::advice::{as_silent, chip_questions, concern, infer};
pub use self::case::Case;
pub use self::evidence::{Known, ShownBy, already_known, with_own};
pub use self::inference::{Degree, EvidenceProblem, Inference};
pub use self::learning::{
    ConfirmedCause, Experience, Learned, OutcomeProblem, PRIOR_STRENGTH, confirmed, learn,
};
pub(crate) use self::model::{Cause, Question, Remedy};
pub use self::model::{CauseGroup, Model};
pub(crate) use self::remedies::Ranked;
pub use self::remedies::advice_is_settled;
use super::extra::Extra;

/// The answer that every question accepts: it changes nothing and counts as answered.
pub const UNKNOWN: &str = "unknown";

/// What the seller answered for one deal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Diagnosis {
    /// In the order given.
    pub answers: Vec<Given>,
    /// When the wizard reached a verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concluded: Option<NaiveDate>,
    /// The true cause, once the buyer is back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Box<str>>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// One answer; `unknown` answers any question and changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    pub question: Box<str>,
    pub answer: Box<str>,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Given {
    pub fn new(question: impl Into<Box<str>>, answer: impl Into<Box<str>>) -> Self {
        Self { question: question.into(), answer: answer.into(), extra: Extra::new() }
    }
}

impl Diagnosis {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The seller's own answer to the question.
    pub fn answer(&self, question: &str) -> Option<&str> {
        self.answers.iter().find(|given| &*given.question == question).map(|given| &*given.answer)
    }

    /// The diagnosis with this answer instead of an earlier one to the question.
    #[must_use]
    pub fn answered(mut self, question: &str, answer: &str) -> Self {
        match self.answers.iter_mut().find(|given| &*given.question == question) {
            Some(given) => given.answer = answer.into(),
            None => self.answers.push(Given::new(question, answer)),
        }
        self
    }

    /// The diagnosis without an answer to the question.
    #[must_use]
    pub fn without(mut self, question: &str) -> Self {
        self.answers.retain(|given| &*given.question != question);
        self
    }
}
