//! A deal as it is stored in the file: all of its fields at one level, in this order.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize, Serializer};

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
use crate::domain::script::forms::Forms;

/// Read with values of its own, written without a copy of them.
#[derive(Serialize, Deserialize)]
pub(super) struct WrittenDeal<'a> {
    id: Cow<'a, DealId>,
    buyer: Cow<'a, Buyer>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    contacts: Cow<'a, [Contact]>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    product: Cow<'a, str>,
    stage: Cow<'a, Word<Stage>>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    tags: Cow<'a, [String]>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    notes: Cow<'a, str>,
    #[serde(default)]
    agreed: Cow<'a, Agreed>,
    #[serde(default)]
    summary: Cow<'a, Summary>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    story: Cow<'a, [Touch]>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    promises: Cow<'a, [Promise]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next: Cow<'a, Option<NaiveDate>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pause: Cow<'a, Option<Pause>>,
    #[serde(default, skip_serializing_if = "Diagnosis::is_empty")]
    diagnosis: Cow<'a, Diagnosis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plan: Cow<'a, Option<Plan>>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    plan_name: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    alternatives: Cow<'a, [Alternative]>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    costs: Cow<'a, [Cost]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    transfer_fee: Cow<'a, Option<Money>>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    bank_given: Cow<'a, [GivenBank]>,
    #[serde(default, skip_serializing_if = "Work::is_empty")]
    message: Cow<'a, Work>,
    #[serde(default, skip_serializing_if = "Forms::is_empty")]
    forms: Cow<'a, Forms>,
    #[serde(flatten)]
    extra: Cow<'a, Extra>,
}

/// All shapes have the same fields: one that is missing here does not compile.
macro_rules! conversions {
    (own: $($own:ident)+; rare: $($rare:ident)+;) => {
        impl From<WrittenDeal<'_>> for Deal {
            fn from(written: WrittenDeal<'_>) -> Self {
                let WrittenDeal { $($own,)+ $($rare,)+ } = written;
                let rare = RareParts { $($rare: $rare.into_owned()),+ };
                Self { $($own: $own.into_owned(),)+ rare: rare.into() }
            }
        }

        impl<'a> From<&'a Deal> for WrittenDeal<'a> {
            fn from(deal: &'a Deal) -> Self {
                let Deal { $($own,)+ rare } = deal;
                let RareParts { $($rare),+ } = &**rare;
                Self { $($own: Cow::Borrowed($own),)+ $($rare: Cow::Borrowed($rare),)+ }
            }
        }
    };
}

conversions! {
    own: id buyer contacts product stage tags notes agreed summary story next extra;
    rare: promises pause diagnosis plan plan_name alternatives costs transfer_fee bank_given message forms;
}

impl Serialize for Deal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenDeal::from(self).serialize(serializer)
    }
}
