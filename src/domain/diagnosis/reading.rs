//! Reads a model from JSON and refuses one that is not consistent.

use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::UNKNOWN;
use super::model::{Answer, Cause, CauseGroup, Model, Question, Remedy};
use crate::domain::names::Named as _;

/// Why a model is refused.
#[derive(Debug, thiserror::Error)]
pub enum ModelProblem {
    #[error("this is not a model in JSON: {0}")]
    Unreadable(#[from] serde_json::Error),
    #[error("the model has no causes; give at least one")]
    NoCauses,
    #[error("a {what} has an empty id; name it")]
    EmptyId { what: &'static str },
    #[error("the {what} {id:?} occurs twice; give each its own id")]
    Duplicate { what: &'static str, id: Box<str> },
    #[error("the share of cause {cause:?} is {share}; it must be between 0 and 1")]
    Share { cause: Box<str>, share: f64 },
    #[error("the shares of the causes sum to {sum}; they must sum to 1")]
    SharesSum { sum: f64 },
    #[error("the question {question:?} has no answers; give at least one")]
    NoAnswers { question: Box<str> },
    #[error(
        "the question {question:?} has an answer \"unknown\"; every question takes it already, leave it out"
    )]
    ReservedAnswer { question: Box<str> },
    #[error("answer {answer:?} of question {question:?} names the unknown cause {cause:?}")]
    UnknownCauseOfAnswer { question: Box<str>, answer: Box<str>, cause: Box<str> },
    #[error(
        "answer {answer:?} of question {question:?} lacks the cause {cause:?}; every answer needs all causes"
    )]
    MissingCauseOfAnswer { question: Box<str>, answer: Box<str>, cause: Box<str> },
    #[error(
        "answer {answer:?} of question {question:?} has {likelihood} for {cause:?}; it must be between 0 and 1"
    )]
    Likelihood { question: Box<str>, answer: Box<str>, cause: Box<str>, likelihood: f64 },
    #[error("the answers of question {question:?} sum to {sum} for {cause:?}; they must sum to 1")]
    LikelihoodsSum { question: Box<str>, cause: Box<str>, sum: f64 },
    #[error(
        "the cost of {what} {id:?} is {cost}; it must be more than 0 (and of a size from 1e-100 to 1e100)"
    )]
    Cost { what: &'static str, id: Box<str>, cost: f64 },
    #[error("the remedy {remedy:?} is for the unknown cause {cause:?}")]
    UnknownCauseOfRemedy { remedy: Box<str>, cause: Box<str> },
}

impl Model {
    /// Reads a model; unknown fields are ignored.
    pub fn from_json(text: &str) -> Result<Self, ModelProblem> {
        let raw: RawModel = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
        let causes = causes(raw.causes)?;
        unique("question", raw.questions.iter().map(|question| &question.id))?;
        unique("remedy", raw.remedies.iter().map(|remedy| &remedy.id))?;
        let questions =
            raw.questions.into_iter().map(|raw| question(raw, &causes)).collect::<Result<_, _>>()?;
        let remedies = raw.remedies.into_iter().map(|raw| remedy(raw, &causes)).collect::<Result<_, _>>()?;
        Ok(Self { causes, questions, remedies })
    }
}

fn causes(raw: Vec<RawCause>) -> Result<Vec<Cause>, ModelProblem> {
    if raw.is_empty() {
        return Err(ModelProblem::NoCauses);
    }
    unique("cause", raw.iter().map(|cause| &cause.id))?;
    if let Some(cause) = raw.iter().find(|cause| !is_share(cause.share)) {
        return Err(ModelProblem::Share { cause: cause.id.clone(), share: cause.share });
    }
    let sum: f64 = raw.iter().map(|cause| cause.share).sum();
    if !is_one(sum) {
        return Err(ModelProblem::SharesSum { sum });
    }
    let group = |name: Option<serde_json::Value>| CauseGroup::from_name(name?.as_str()?);
    Ok(raw
        .into_iter()
        .map(|cause| Cause { id: cause.id, share: cause.share, group: group(cause.group) })
        .collect())
}

fn question(raw: RawQuestion, causes: &[Cause]) -> Result<Question, ModelProblem> {
    let RawQuestion { id, cost, answers: Entries(raw_answers), chip } = raw;
    check_cost("question", &id, cost)?;
    if raw_answers.is_empty() {
        return Err(ModelProblem::NoAnswers { question: id });
    }
    unique("answer", raw_answers.iter().map(|(answer, _)| answer))?;
    let answers = raw_answers
        .into_iter()
        .map(|(answer, table)| answer_of(&id, answer, &table, causes))
        .collect::<Result<Vec<_>, _>>()?;
    for (position, cause) in causes.iter().enumerate() {
        let sum: f64 = answers.iter().filter_map(|answer| answer.likelihoods.get(position)).sum();
        if !is_one(sum) {
            return Err(ModelProblem::LikelihoodsSum { question: id, cause: cause.id.clone(), sum });
        }
    }
    let chip = chip.and_then(|chip| chip.as_bool()).unwrap_or(false);
    Ok(Question { id, cost, chip, answers })
}

fn answer_of(
    question: &str,
    id: Box<str>,
    table: &Entries<Figure>,
    causes: &[Cause],
) -> Result<Answer, ModelProblem> {
    if &*id == UNKNOWN {
        return Err(ModelProblem::ReservedAnswer { question: question.into() });
    }
    unique("cause of an answer", table.0.iter().map(|(cause, _)| cause))?;
    if let Some((stranger, _)) = table.0.iter().find(|(id, _)| causes.iter().all(|cause| cause.id != *id)) {
        return Err(ModelProblem::UnknownCauseOfAnswer {
            question: question.into(),
            answer: id,
            cause: stranger.clone(),
        });
    }
    let likelihood_of = |cause: &Cause| {
        let (question, answer) = (Box::from(question), id.clone());
        match table.0.iter().find(|(id, _)| *id == cause.id) {
            None => Err(ModelProblem::MissingCauseOfAnswer { question, answer, cause: cause.id.clone() }),
            Some((_, Figure(likelihood))) if is_share(*likelihood) => Ok(*likelihood),
            Some((_, Figure(likelihood))) => Err(ModelProblem::Likelihood {
                question,
                answer,
                cause: cause.id.clone(),
                likelihood: *likelihood,
            }),
        }
    };
    let likelihoods = causes.iter().map(likelihood_of).collect::<Result<_, _>>()?;
    Ok(Answer { id, likelihoods })
}

fn remedy(raw: RawRemedy, causes: &[Cause]) -> Result<Remedy, ModelProblem> {
    let RawRemedy { id, cause, cost, strategy } = raw;
    check_cost("remedy", &id, cost)?;
    let strategy = strategy.and_then(|name| name.as_str().map(Box::from));
    match causes.iter().position(|known| known.id == cause) {
        Some(position) => Ok(Remedy { id, cause, cost, strategy, position }),
        None => Err(ModelProblem::UnknownCauseOfRemedy { remedy: id, cause }),
    }
}

fn check_cost(what: &'static str, id: &str, cost: f64) -> Result<(), ModelProblem> {
    // Outside of these a quotient or a sum of costs could exceed what a double can hold.
    if (1e-100..=1e100).contains(&cost) {
        Ok(())
    } else {
        Err(ModelProblem::Cost { what, id: id.into(), cost })
    }
}

fn unique<'a>(what: &'static str, ids: impl Iterator<Item = &'a Box<str>>) -> Result<(), ModelProblem> {
    let mut seen = HashSet::new();
    for id in ids {
        if id.is_empty() {
            return Err(ModelProblem::EmptyId { what });
        }
        if !seen.insert(id) {
            return Err(ModelProblem::Duplicate { what, id: id.clone() });
        }
    }
    Ok(())
}

/// 1 ± 1e-9, and a little for the rounding of the sum itself.
const TOLERANCE: f64 = 1e-9 + 1e-15;

fn is_share(figure: f64) -> bool {
    (0.0..=1.0 + TOLERANCE).contains(&figure)
}

fn is_one(sum: f64) -> bool {
    (sum - 1.0).abs() <= TOLERANCE
}

#[derive(Deserialize)]
struct RawModel {
    #[serde(default)]
    causes: Vec<RawCause>,
    #[serde(default)]
    questions: Vec<RawQuestion>,
    #[serde(default)]
    remedies: Vec<RawRemedy>,
}

#[derive(Deserialize)]
struct RawCause {
    id: Box<str>,
    #[serde(deserialize_with = "figure")]
    share: f64,
    group: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct RawQuestion {
    id: Box<str>,
    #[serde(deserialize_with = "figure")]
    cost: f64,
    answers: Entries<Entries<Figure>>,
    chip: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct RawRemedy {
    id: Box<str>,
    cause: Box<str>,
    #[serde(deserialize_with = "figure")]
    cost: f64,
    strategy: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct Figure(#[serde(deserialize_with = "figure")] f64);

/// The double nearest to the number as it is written: serde_json's own shortcut may be off in the last bit.
fn figure<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let number = serde_json::Number::deserialize(deserializer)?;
    number.as_f64().ok_or_else(|| de::Error::custom(format!("{number} is too large a number")))
}

/// A JSON object in its own order; unlike a map it keeps a name that occurs twice.
struct Entries<T>(Vec<(Box<str>, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
    type Value = Entries<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}
