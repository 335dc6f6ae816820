//! The model: causes with their shares, questions with what each answer says about each cause, remedies.

use super::{Given, UNKNOWN};
use crate::domain::names::Named as _;
use crate::named;

/// A consistent model: only [`Model::from_json`] makes one, and learning keeps it consistent.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub(super) causes: Vec<Cause>,
    pub(super) questions: Vec<Question>,
    pub(super) remedies: Vec<Remedy>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    pub id: Box<str>,
    /// How often it is the reason, before anything is known of a deal; all shares sum to 1.
    pub share: f64,
    /// None in models of the user's own that do not name one.
    pub group: Option<CauseGroup>,
}

named! {
    /// The four answers to "why?" that the causes are parts of.
    pub enum CauseGroup {
        /// A decision inside the buyer's company takes its time.
        Internal = "internal",
        /// A worry about the terms that nobody has said aloud.
        Concern = "concern",
        /// Waiting for a better offer.
        Offer = "offer",
        /// Something else: a quarter of all cases, and never shared out among the other three.
        Other = "other",
    }
}

impl CauseGroup {
    /// The share that was published (a web article); the rest, a quarter, was not broken down.
    pub fn published_share(self) -> Option<f64> {
        match self {
            Self::Internal => Some(0.30),
            Self::Concern => Some(0.25),
            Self::Offer => Some(0.20),
            Self::Other => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub id: Box<str>,
    /// The effort for the seller: 1 = known by heart, 2 = must be looked up.
    pub cost: f64,
    /// Whether it is short enough to be asked beside a draft.
    pub chip: bool,
    pub(super) answers: Vec<Answer>,
}

impl Question {
    /// In the model's order.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    pub fn answer(&self, id: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| &*answer.id == id)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub id: Box<str>,
    /// P(this answer | cause), in the order of the model's causes.
    pub(super) likelihoods: Vec<f64>,
}

impl Answer {
    /// P(this answer | cause), in the order of the model's causes.
    pub fn likelihoods(&self) -> &[f64] {
        &self.likelihoods
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    pub id: Box<str>,
    pub cause: Box<str>,
    /// Effort and concession together, in one unit for all remedies.
    pub cost: f64,
    /// The message strategy it leads to.
    pub strategy: Option<Box<str>>,
    /// The index of `cause` among the model's causes.
    pub(super) position: usize,
}

impl Model {
    pub fn causes(&self) -> &[Cause] {
        &self.causes
    }

    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    pub fn remedies(&self) -> &[Remedy] {
        &self.remedies
    }

    pub fn cause(&self, id: &str) -> Option<&Cause> {
        self.causes.iter().find(|cause| &*cause.id == id)
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| &*question.id == id)
    }

    /// The groups that have causes here.
    pub fn groups(&self) -> impl Iterator<Item = CauseGroup> {
        CauseGroup::members().filter(|group| self.causes.iter().any(|cause| cause.group == Some(*group)))
    }

    /// The share of a whole group.
    pub fn group_share(&self, group: CauseGroup) -> f64 {
        self.causes.iter().filter(|cause| cause.group == Some(group)).map(|cause| cause.share).sum()
    }

    /// The answers that this model can use, the first to each question: a deal may hold answers to another version.
    pub fn understood(&self, given: &[Given]) -> Vec<Given> {
        let mut kept: Vec<Given> = Vec::new();
        for one in given {
            let fits = self
                .question(&one.question)
                .is_some_and(|question| &*one.answer == UNKNOWN || question.answer(&one.answer).is_some());
            if fits && kept.iter().all(|earlier| earlier.question != one.question) {
                kept.push(one.clone());
            }
        }
        kept
    }
}
