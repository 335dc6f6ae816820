//! A deal: the buyer, what we agreed, where it stands and everything said about it.

pub mod after_yes;
pub(crate) mod agreed;
pub(crate) mod by_day;
pub(crate) mod copied;
pub mod pause;
mod spelled;
pub(crate) mod stage;
pub mod touch;
mod written;

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::touch::{Promise, Summary, Touch};
use self::written::WrittenDeal;
use super::contact::Contact;
use super::country::Country;
use super::deposit::{Alternative, Cost, Plan};
use super::diagnosis::Diagnosis;
use super::extra::Extra;
use super::lean::{Empty, Lean};
use super::library::bank::GivenBank;
use super::message::Work;
use super::money::Money;
use super::names::Word;
use super::script::forms::Forms;

pub use self::agreed::Agreed;
pub use self::stage::Stage;

/// The permanent id of a deal, the same on every computer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DealId(Arc<str>);

impl DealId {
    pub fn new(id: impl Into<Arc<str>>) -> Self {
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

/// A deal. Its rare parts are read and changed like its own fields: `deal.plan`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(from = "WrittenDeal")]
pub struct Deal {
    pub id: DealId,
    pub buyer: Buyer,
    pub contacts: Vec<Contact>,
    pub product: String,
    pub stage: Word<Stage>,
    pub tags: Vec<String>,
    pub notes: String,
    pub agreed: Agreed,
    /// The correspondence before `story`, from an import.
    pub summary: Summary,
    /// In the order in which it happened.
    pub story: Vec<Touch>,
    /// The next date where the seller chose another than the ladder's; logging anything but a note clears it.
    pub next: Option<NaiveDate>,
    pub rare: Lean<RareParts>,
    pub extra: Extra,
}

/// The parts that most deals do not have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RareParts {
    pub promises: Vec<Promise>,
    pub pause: Option<Pause>,
    pub diagnosis: Diagnosis,
    pub plan: Option<Plan>,
    /// The seller's name for the plan, to tell it from the alternatives.
    pub plan_name: String,
    /// Plans that could be agreed instead.
    pub alternatives: Vec<Alternative>,
    /// What the goods cost the seller, and when; never shown to the buyer.
    pub costs: Vec<Cost>,
    /// What the buyer's bank charges for each transfer.
    pub transfer_fee: Option<Money>,
    /// The bank details that the buyer received with documents, the oldest first.
    pub bank_given: Vec<GivenBank>,
    pub message: Work,
    /// The goods and other texts of the deal for readers of other languages.
    pub forms: Forms,
}

impl Empty for RareParts {
    fn empty() -> &'static Self {
        static EMPTY: LazyLock<RareParts> = LazyLock::new(RareParts::default);
        &EMPTY
    }
}

impl Deref for Deal {
    type Target = RareParts;

    fn deref(&self) -> &RareParts {
        &self.rare
    }
}

impl DerefMut for Deal {
    fn deref_mut(&mut self) -> &mut RareParts {
        &mut self.rare
    }
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
            next: None,
            rare: Lean::new(),
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

    /// Whether it has a plan that the buyer has not agreed to yet.
    pub fn plan_is_proposed(&self) -> bool {
        self.plan.as_ref().is_some_and(Plan::is_proposed)
    }

    /// The plan counts: what falls due in it is owed.
    pub(crate) fn agree_to_plan(&mut self) {
        // Looked at first, as a deal without rare parts has no room for them.
        if self.plan.as_ref().is_some_and(|plan| plan.proposed)
            && let Some(plan) = &mut self.plan
        {
            plan.proposed = false;
        }
    }

    /// A deal that has come this far has agreed to its plan.
    pub(crate) fn agree_by_stage(&mut self) {
        if self.stage().is_agreed() {
            self.agree_to_plan();
        }
    }

    /// The plan as it begins in this deal: proposed until the buyer agrees.
    pub(crate) fn begun(&self, plan: &Plan) -> Plan {
        let proposed = !self.stage().is_agreed() && plan.payments.is_empty();
        Plan { proposed, ..plan.clone() }
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
    /// An IANA name such as Europe/Berlin; derived from country and city where empty.
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
    /// The first day on which the deal counts again; None until it is resumed by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    #[serde(flatten)]
    pub extra: Extra,
}
