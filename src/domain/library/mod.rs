//! What the seller may truthfully say: the company, facts, references, stories, alternatives, deposit answers.

pub mod bank;
pub mod logo;
pub mod other_bank;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use self::bank::BankAccount;
use self::logo::{Logo, LogoProblem};
use super::country::Country;
use super::extra::Extra;
use super::names::{Named as _, Word};
use super::script::forms::{Forms, SpelledKind};
use super::typed::signs::folded;
use crate::named;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Library {
    pub company: Company,
    pub entries: Vec<LibraryEntry>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// The seller and the seller's company, for the signature of messages and the letterhead of documents.
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
    /// Registration or tax number, with what it is: `VAT DE 123456789`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registration: String,
    /// Where buyers pay; the first that fits the currency is printed on a document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub banks: Vec<BankAccount>,
    /// A PNG or JPEG in base64; empty: none. Shared by all copies of the document.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub logo: Arc<str>,
    /// The names of the seller and the company for readers of other scripts.
    #[serde(skip_serializing_if = "Forms::is_empty")]
    pub forms: Forms,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Company {
    /// The company as readers of this language read it, as far as its forms are known.
    pub fn spelled_in(&self, language: &str) -> Self {
        let spelled = |text: &str, kind| self.forms.spelled(text, kind, language).text;
        Self {
            sender: spelled(&self.sender, SpelledKind::Name),
            role: spelled(&self.role, SpelledKind::Words),
            name: spelled(&self.name, SpelledKind::Name),
            ..self.clone()
        }
    }

    /// None where no logo was chosen.
    pub fn picture(&self) -> Option<Result<Logo, LogoProblem>> {
        (!self.logo.trim().is_empty()).then(|| Logo::from_text(&self.logo))
    }
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

named! {
    /// The parts of the deposit policy, in its order. Each holds what the seller wrote on some topics.
    pub(crate) enum PolicyPart {
        Why = "why",
        HowMuch = "how-much",
        UsedFor = "used-for",
        Protection = "protection",
        Changes = "changes",
    }
}

/// Placeholder in a sentence of the policy for the limit below which a first order is small.
pub(crate) const POLICY_LIMIT: &str = "{limit}";

impl PolicyPart {
    /// The topics of deposit answers that belong to this part.
    pub fn topics(self) -> &'static [&'static str] {
        match self {
            Self::Why => &["why"],
            Self::HowMuch => &["usual-terms", "instalments", "first-order"],
            Self::UsedFor => &["purpose"],
            Self::Protection => &["safety", "quality"],
            Self::Changes => &["refund"],
        }
    }
}

/// One true sentence of the seller's, with where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LibraryEntry {
    pub id: Box<str>,
    pub kind: Word<EntryKind>,
    /// What it answers: for deposit answers `purpose`, `safety`, `quality`, `instalments`, `first-order`,
    /// and only in the deposit policy `why`, `usual-terms`, `refund`;
    /// for alternatives a sub-cause such as `delivery`, `warranty`, `price`; else free.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub topic: String,
    /// The sentence in each language it may be used in.
    pub wordings: Vec<Wording>,
    /// Where it comes from; a statistic or recommendation without one is not used.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The people or companies named in it have agreed to it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub permission: bool,
    /// Only for deals about goods or with a tag of this name; empty: for all goods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<String>,
    /// Only for buyers in these countries; empty: for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub markets: Vec<Country>,
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

/// Why an entry cannot be used in any message yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Its kind is known to a newer program only.
    Kind,
    Wording,
    Source,
    Permission,
}

impl Library {
    pub fn entry_mut(&mut self, id: &str) -> Option<&mut LibraryEntry> {
        self.entries.iter_mut().find(|entry| &*entry.id == id)
    }

    /// Adds an empty entry under a free id.
    pub fn add(&mut self, kind: EntryKind, topic: &str) -> &mut LibraryEntry {
        let entry = LibraryEntry {
            id: self.free_id(kind),
            kind: kind.into(),
            topic: topic.to_owned(),
            wordings: Vec::new(),
            source: String::new(),
            permission: false,
            products: Vec::new(),
            markets: Vec::new(),
            extra: Extra::new(),
        };
        self.entries.push_mut(entry)
    }

    /// The id that the next added entry of the kind gets.
    pub fn free_id(&self, kind: EntryKind) -> Box<str> {
        (1_u32..)
            .map(|number| format!("{}-{number}", kind.name()))
            .find(|id| self.entries.iter().all(|entry| *entry.id != **id))
            .unwrap_or_default()
            .into()
    }
}

impl LibraryEntry {
    /// The sentence in `language`, where there is one.
    pub fn wording(&self, language: &str) -> Option<&str> {
        self.wordings
            .iter()
            .find(|wording| wording.language == language && !wording.text.trim().is_empty())
            .map(|wording| wording.text.trim())
    }

    /// The sentence in `language` for its input field; empty where there is none.
    pub fn written(&self, language: &str) -> &str {
        let found = self.wordings.iter().find(|wording| wording.language == language);
        found.map_or("", |wording| wording.text.as_str())
    }

    /// Whether a message may use it: references and stories need a source and permission, facts a source.
    pub fn may_be_used(&self) -> bool {
        self.lacks().next().is_none()
    }

    /// Whether it is about these goods, by their names and tags, and for a buyer in this country.
    pub fn fits<'a>(&self, goods: impl IntoIterator<Item = &'a str>, country: Option<Country>) -> bool {
        let market =
            self.markets.is_empty() || country.is_some_and(|country| self.markets.contains(&country));
        let words = || self.products.iter().filter(|word| !word.trim().is_empty());
        let named = |text: &str| words().any(|word| names_goods(text, word));
        market && (words().next().is_none() || goods.into_iter().any(named))
    }

    /// What keeps it out of every message.
    pub fn lacks(&self) -> impl Iterator<Item = Lack> {
        let (needs_source, needs_permission) = match self.kind.known() {
            Some(EntryKind::Reference | EntryKind::Story) => (true, true),
            Some(EntryKind::Fact) => (true, false),
            Some(EntryKind::Alternative | EntryKind::DepositAnswer) | None => (false, false),
        };
        let worded = self.wordings.iter().any(|wording| !wording.text.trim().is_empty());
        [
            self.kind.known().is_none().then_some(Lack::Kind),
            (!worded).then_some(Lack::Wording),
            (needs_source && self.source.trim().is_empty()).then_some(Lack::Source),
            (needs_permission && !self.permission).then_some(Lack::Permission),
        ]
        .into_iter()
        .flatten()
    }

    /// Writes the sentence in `language`; an empty text removes it.
    pub fn set_wording(&mut self, language: &str, text: String) {
        let found = self.wordings.iter().position(|wording| wording.language == language);
        match found.and_then(|index| self.wordings.get_mut(index)) {
            Some(wording) => wording.text = text,
            None => {
                let wording = Wording { language: language.to_owned(), text, extra: Extra::new() };
                self.wordings.push(wording);
            }
        }
        self.wordings.retain(|wording| !wording.text.is_empty() || !wording.extra.is_empty());
    }
}

/// Whether the word stands in the text as a word of its own, in the singular or plural; Chinese words have no spaces
/// around them.
fn names_goods(text: &str, word: &str) -> bool {
    let (text, word) = (folded(text), folded(word));
    let word = word.strip_suffix('s').filter(|stem| stem.len() > SHORTEST_STEM).unwrap_or(&word);
    let joins = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    text.match_indices(word).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at..).and_then(|rest| rest.strip_prefix(found)).unwrap_or_default();
        let ends = ["", "s", "es"]
            .iter()
            .any(|plural| after.strip_prefix(plural).is_some_and(|rest| !joins(rest.chars().next())));
        let starts = !(joins(before) && joins(found.chars().next()));
        starts && (ends || !joins(found.chars().next_back()))
    })
}

/// In bytes: "gas" and "bus" are no plurals.
const SHORTEST_STEM: usize = 2;
