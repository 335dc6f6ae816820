//! Why a buyer is silent: a naive Bayes model, its questions and remedies, and what is kept with a deal.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::document::Extra;

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
}

impl Diagnosis {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
