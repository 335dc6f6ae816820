//! What the seller may truthfully say: the company, facts, references, stories, alternatives, deposit answers.

use serde::{Deserialize, Serialize};

use super::document::Extra;
use super::word::Word;
use crate::named;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Library {
    pub company: Company,
    pub entries: Vec<Entry>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// The seller and the seller's company, as messages sign them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Company {
    pub sender: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    pub name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub website: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    #[serde(flatten)]
    pub extra: Extra,
}

named! {
    pub enum EntryKind {
        Fact = "fact",
        Reference = "reference",
        Story = "story",
        Alternative = "alternative",
        DepositAnswer = "deposit-answer",
    }
}

/// One true sentence of the seller's, with where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub id: Box<str>,
    pub kind: Word<EntryKind>,
    /// What it answers: for deposit answers `purpose`, `safety`, `quality`, `instalments`, `first-order`;
    /// for alternatives a sub-cause such as `delivery`, `warranty`, `price`; else free.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub topic: String,
    /// The sentence in each language it may be used in.
    pub wordings: Vec<Wording>,
    /// Where it comes from; a statistic or recommendation without one is not used.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Whoever is named has agreed to it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub permission: bool,
    #[serde(flatten)]
    pub extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wording {
    /// BCP 47 tag.
    pub language: String,
    pub text: String,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Entry {
    /// The sentence in `language`, where there is one.
    pub fn wording(&self, language: &str) -> Option<&str> {
        self.wordings
            .iter()
            .find(|wording| wording.language == language && !wording.text.trim().is_empty())
            .map(|wording| wording.text.trim())
    }

    /// Whether a message may use it: references and stories need a source and permission, facts a source.
    pub fn may_be_used(&self) -> bool {
        match self.kind.known() {
            Some(EntryKind::Reference | EntryKind::Story) => {
                !self.source.trim().is_empty() && self.permission
            }
            Some(EntryKind::Fact) => !self.source.trim().is_empty(),
            Some(EntryKind::Alternative | EntryKind::DepositAnswer) => true,
            None => false,
        }
    }
}
