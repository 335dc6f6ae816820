//! A deal as it is stored in the file: all of its fields at one level, in this order.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::touch::{Promise, Summary, Touch};
use super::{Agreed, Buyer, Deal, DealId, Pause, RareParts, Stage};
use crate::domain::contact::Contact;
use crate::domain::deposit::{Alternative, Cost, Plan};
use crate::domain::diagnosis::Diagnosis;
use crate::domain::document::Extra;
use crate::domain::library::bank::GivenBank;
use crate::domain::message::Work;
use crate::domain::money::Money;
use crate::domain::names::Word;

#[derive(Serialize, Deserialize)]
pub(super) struct WrittenDeal {
    id: DealId,
    buyer: Buyer,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    contacts: Vec<Contact>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    product: String,
    stage: Word<Stage>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    notes: String,
    #[serde(default)]
    agreed: Agreed,
    #[serde(default)]
    summary: Summary,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    story: Vec<Touch>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    promises: Vec<Promise>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pause: Option<Pause>,
    #[serde(default, skip_serializing_if = "Diagnosis::is_empty")]
    diagnosis: Diagnosis,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plan: Option<Plan>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    plan_name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    alternatives: Vec<Alternative>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    costs: Vec<Cost>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    transfer_fee: Option<Money>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    bank_given: Vec<GivenBank>,
    #[serde(default, skip_serializing_if = "Work::is_empty")]
    message: Work,
    #[serde(flatten)]
    extra: Extra,
}

/// Both shapes have the same fields: one that is missing here does not compile.
macro_rules! conversions {
    (own: $($own:ident)+; rare: $($rare:ident)+;) => {
        impl From<WrittenDeal> for Deal {
            fn from(written: WrittenDeal) -> Self {
                let WrittenDeal { $($own,)+ $($rare,)+ } = written;
                let rare = RareParts { $($rare),+ };
                Self { $($own,)+ rare: rare.into() }
            }
        }

        impl From<Deal> for WrittenDeal {
            fn from(deal: Deal) -> Self {
                let Deal { $($own,)+ rare } = deal;
                let RareParts { $($rare),+ } = rare.into_inner();
                Self { $($own,)+ $($rare,)+ }
            }
        }
    };
}

conversions! {
    own: id buyer contacts product stage tags notes agreed summary story next extra;
    rare: promises pause diagnosis plan plan_name alternatives costs transfer_fee bank_given message;
}
