//! The built-in model and the words for its causes, questions and remedies.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::diagnosis::{CauseGroup, Model};
use crate::domain::names::Named as _;

/// Words for everything in the model, by id, in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiagnosisWords {
    groups: BTreeMap<String, CauseWords>,
    causes: BTreeMap<String, CauseWords>,
    questions: BTreeMap<String, QuestionWords>,
    remedies: BTreeMap<String, RemedyWords>,
}

/// A cause, or a group of causes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseWords {
    /// Short, because it is shown beside a probability bar.
    pub name: String,
    pub meaning: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    pub question: String,
    /// Why it is worth asking.
    pub why: String,
    /// A short form of the question for its button beside a draft.
    pub short: String,
    answers: BTreeMap<String, AnswerWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerWords {
    pub label: String,
    /// A short form of the answer for its button beside a draft.
    pub short: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemedyWords {
    pub title: String,
    pub how: String,
}

impl DiagnosisWords {
    pub fn group(&self, group: CauseGroup) -> Option<&CauseWords> {
        self.groups.get(group.name())
    }

    pub fn cause(&self, id: &str) -> Option<&CauseWords> {
        self.causes.get(id)
    }

    pub fn question(&self, id: &str) -> Option<&QuestionWords> {
        self.questions.get(id)
    }

    pub fn remedy(&self, id: &str) -> Option<&RemedyWords> {
        self.remedies.get(id)
    }
}

impl QuestionWords {
    pub fn answer(&self, id: &str) -> Option<&AnswerWords> {
        self.answers.get(id)
    }
}

/// The model that comes with the program: published shares for three groups, our own assumptions below them.
pub fn diagnosis_model() -> &'static Model {
    &MODEL
}

pub fn diagnosis_words_en() -> &'static DiagnosisWords {
    &ENGLISH
}

pub fn diagnosis_words_zh() -> &'static DiagnosisWords {
    &CHINESE
}

static MODEL: LazyLock<Model> =
    LazyLock::new(|| super::sound(Model::from_json(include_str!("../../assets/diagnosis/model.json"))));
static ENGLISH: LazyLock<DiagnosisWords> =
    LazyLock::new(|| super::parsed(include_str!("../../assets/diagnosis/en.json")));
static CHINESE: LazyLock<DiagnosisWords> =
    LazyLock::new(|| super::parsed(include_str!("../../assets/diagnosis/zh.json")));

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::diagnosis::Question;

    #[test]
    fn everything_in_the_model_has_words_in_both_languages_and_no_word_is_left_over() {
        let model = diagnosis_model();
        let ids = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
        for words in [diagnosis_words_en(), diagnosis_words_zh()] {
            assert_eq!(
                ids(words.groups.keys().map(String::as_str).collect()),
                ids(CauseGroup::members().map(CauseGroup::name).collect())
            );
            assert_eq!(
                ids(words.causes.keys().map(String::as_str).collect()),
                ids(model.causes().iter().map(|cause| &*cause.id).collect())
            );
            assert_eq!(
                ids(words.questions.keys().map(String::as_str).collect()),
                ids(model.questions().iter().map(|question| &*question.id).collect())
            );
            assert_eq!(
                ids(words.remedies.keys().map(String::as_str).collect()),
                ids(model.remedies().iter().map(|remedy| &*remedy.id).collect())
            );
            for question in model.questions() {
                let answers = words.question(&question.id).unwrap().answers.keys();
                assert_eq!(
                    ids(answers.map(String::as_str).collect()),
                    ids(answer_ids(question)),
                    "{}",
                    question.id
                );
            }
        }
    }

    #[test]
    fn names_fit_beside_their_bars_and_nothing_is_blank() {
        for words in [diagnosis_words_en(), diagnosis_words_zh()] {
            for named in words.causes.values().chain(words.groups.values()) {
                assert!((1..=24).contains(&named.name.chars().count()), "{}", named.name);
                assert!(!named.meaning.trim().is_empty());
            }
            for question in words.questions.values() {
                assert!((1..=20).contains(&question.short.chars().count()), "{}", question.short);
                assert!(!question.question.trim().is_empty() && !question.why.trim().is_empty());
                for answer in question.answers.values() {
                    assert!((1..=20).contains(&answer.short.chars().count()), "{}", answer.short);
                    assert!(!answer.label.trim().is_empty());
                }
            }
            for remedy in words.remedies.values() {
                assert!(!remedy.title.trim().is_empty() && !remedy.how.trim().is_empty());
            }
        }
    }

    fn answer_ids(question: &Question) -> Vec<&str> {
        question.answers().iter().map(|answer| &*answer.id).collect()
    }
}
