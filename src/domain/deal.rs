//! A deal: the buyer, what we agreed, where it stands and everything said about it.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::bank::GivenBank;
use super::contact::Contact;
use super::country::Country;
use super::deposit::{Alternative, Cost, Plan};
use super::diagnosis::Diagnosis;
use super::extra::Extra;
use super::message::Work;
use super::money::Money;
use super::touch::{Promise, Summary, Touch};
use super::word::Word;

pub use super::agreed::Agreed;
pub use super::stage::Stage;

/// Names a deal for ever, also across computers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DealId(pub Box<str>);

impl DealId {
    pub fn new(id: impl Into<Box<str>>) -> Self {
        Self(id.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for DealId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deal {
    pub id: DealId,
    pub buyer: Buyer,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub product: String,
    pub stage: Word<Stage>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    #[serde(default)]
    pub agreed: Agreed,
    /// The correspondence before `story`, from an import.
    #[serde(default)]
    pub summary: Summary,
    /// In the order in which it happened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub story: Vec<Touch>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<Promise>,
    /// The next date where the seller moved it away from the ladder's; any logged touch clears it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause: Option<Pause>,
    #[serde(default, skip_serializing_if = "Diagnosis::is_empty")]
    pub diagnosis: Diagnosis,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// What the seller calls the plan beside others.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan_name: String,
    /// Plans that could be agreed instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    /// What the goods cost the seller, and when; never shown to the buyer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<Cost>,
    /// What the buyer's bank takes for each transfer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer_fee: Option<Money>,
    /// The bank details that went to the buyer with papers, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bank_given: Vec<GivenBank>,
    #[serde(default, skip_serializing_if = "Work::is_empty")]
    pub message: Work,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Deal {
    pub fn new(id: DealId, company: impl Into<String>) -> Self {
        Self {
            id,
            buyer: Buyer { company: company.into(), ..Buyer::default() },
            contacts: Vec::new(),
            product: String::new(),
            stage: Stage::Inquiry.into(),
            tags: Vec::new(),
            notes: String::new(),
            agreed: Agreed::default(),
            summary: Summary::default(),
            story: Vec::new(),
            promises: Vec::new(),
            next: None,
            pause: None,
            diagnosis: Diagnosis::default(),
            plan: None,
            plan_name: String::new(),
            alternatives: Vec::new(),
            costs: Vec::new(),
            transfer_fee: None,
            bank_given: Vec::new(),
            message: Work::default(),
            extra: Extra::new(),
        }
    }

    /// The stage; one that only a newer program knows is treated as an inquiry.
    pub fn stage(&self) -> Stage {
        self.stage.known_or(Stage::Inquiry)
    }

    /// The person we write to: the first who may be written to, else the first.
    pub fn contact(&self) -> Option<&Contact> {
        self.contacts
            .iter()
            .find(|contact| !contact.stopped && !contact.bounced)
            .or_else(|| self.contacts.first())
    }

    pub fn is_paused(&self, today: NaiveDate) -> bool {
        self.pause.as_ref().is_some_and(|pause| pause.until.is_none_or(|until| today < until))
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Buyer {
    pub company: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// An IANA name such as Europe/Berlin; from country and city where empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub time_zone: String,
    /// The language of messages: a BCP 47 tag such as `en`, `de`, `zh`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// "Their holiday until…": nothing is due before the end.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pause {
    pub reason: String,
    /// The first day on which the deal counts again; none: until resumed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    #[serde(flatten)]
    pub extra: Extra,
}
