//! Messages: strategies, fields, the gate; facts only, no sentences.

pub(crate) mod asked;
pub(crate) mod block;
pub(crate) mod choose;
pub(crate) mod facts;
pub(crate) mod field;
pub(crate) mod fields;
pub(crate) mod gate;
pub(crate) mod plan_facts;
pub(crate) mod plan_row;
mod prepare;
pub mod proofread;
mod set_aside;
pub(crate) mod strategy;
mod typed;

use chrono::NaiveDateTime;
use imbl::OrdMap;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

pub(crate) use self::asked::{AskedOffer, their_last_touch};
pub use self::block::{MessageBlock, TextPlace};
pub(crate) use self::choose::ChosenMessage;
pub use self::choose::{Situation, UsableLibrary, suggest, suggest_channel};
pub use self::facts::{DiagnosisFacts, Inside, MessageFacts};
pub use self::field::{FieldId, FieldKind, FieldValue};
pub(crate) use self::fields::{MessageFields, fields_of, fields_read};
pub use self::gate::finding::DraftFinding;
pub(crate) use self::gate::finding::{AmountClaim, BodyFacts, DateClaim};
pub(crate) use self::gate::inspect;
pub(crate) use self::gate::needed_form::FormLookup;
pub use self::gate::needed_form::{NeededForm, forms_on_paper};
pub use self::plan_facts::PlanFacts;
pub use self::plan_row::{PlanRow, RowKind};
pub use self::prepare::Preparation;
pub use self::set_aside::SetAside;
pub use self::strategy::{LadderStep, MessageChannel, Strategy, StrategyGroup, Tone};
pub(crate) use self::typed::one_line;
pub use self::typed::{Unfit, read_typed};
use super::extra::Extra;
use super::names::{Named as _, Word};

/// What the seller chose and wrote for the deal's next message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Work {
    /// None where the diagnosis and the step choose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strategy: Option<Word<Strategy>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<Word<LadderStep>>,
    /// A BCP 47 tag; empty: the buyer's.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Word<MessageChannel>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tone: Option<Word<Tone>>,
    /// Fields the seller filled, by name; names of a newer program are kept.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub fields: OrdMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edited: Option<Edited>,
    /// Texts that were edited and not sent, the newest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
    /// Whether the message offers to be answered with one letter.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub one_letter: bool,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Work {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Keeps what was typed into a field, until it is emptied.
    pub(crate) fn fill(&mut self, field: FieldId, typed: String) {
        if typed.trim().is_empty() {
            self.fields.remove(field.name());
        } else {
            self.fields.insert(field.name().to_owned(), typed);
        }
    }

    /// The message that carries the plan as it is: fields for an earlier plan are dropped, its text is set aside.
    pub(crate) fn carrying_the_plan(&self, strategy: Strategy, at: Option<NaiveDateTime>) -> Self {
        let of_plan = [FieldId::DepositAmount, FieldId::DepositShare, FieldId::Balance, FieldId::PlanRows]
            .map(FieldId::name);
        let fields = self.fields.iter().filter(|(name, _)| !of_plan.contains(&name.as_str()));
        let fields = fields.map(|(name, typed)| (name.clone(), typed.clone())).collect();
        let mut work = self.clone();
        work.choose(at, |work| (work.strategy, work.fields) = (Some(strategy.into()), fields));
        work
    }
}

/// A draft as the seller rewrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Edited {
    pub subject: String,
    pub body: String,
    /// The identity of the generated text that was edited.
    pub of: Box<str>,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Edited {
    pub fn new(subject: impl Into<String>, body: impl Into<String>, of: Box<str>) -> Self {
        Self { subject: subject.into(), body: body.into(), of, extra: Extra::new() }
    }

    /// Whether the deal still generates that text.
    pub(crate) fn comes_from(&self, subject: &str, body: &str) -> bool {
        self.of == identity(subject, body)
    }
}

/// Identifies a generated text by its content.
pub(crate) fn identity(subject: &str, body: &str) -> Box<str> {
    let mut hash = Sha256::new();
    hash.update(subject.as_bytes());
    hash.update([0]);
    hash.update(body.as_bytes());
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>().into()
}
