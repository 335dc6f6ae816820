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
    next: Option<NaiveDate>,
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
    transfer_fee: Option<Money>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    bank_given: Cow<'a, [GivenBank]>,
    #[serde(default, skip_serializing_if = "Work::is_empty")]
    message: Cow<'a, Work>,
    #[serde(flatten)]
    extra: Cow<'a, Extra>,
}

impl From<WrittenDeal<'_>> for Deal {
    fn from(written: WrittenDeal<'_>) -> Self {
        let WrittenDeal {
            id,
            buyer,
            contacts,
            product,
            stage,
            tags,
            notes,
            agreed,
            summary,
            story,
            promises,
            next,
            pause,
            diagnosis,
            plan,
            plan_name,
            alternatives,
            costs,
            transfer_fee,
            bank_given,
            message,
            extra,
        } = written;
        let rare = RareParts {
            promises: promises.into_owned(),
            pause: pause.into_owned(),
            diagnosis: diagnosis.into_owned(),
            plan: plan.into_owned(),
            plan_name: plan_name.into_owned(),
            alternatives: alternatives.into_owned(),
            costs: costs.into_owned(),
            transfer_fee,
            bank_given: bank_given.into_owned(),
            message: message.into_owned(),
        };
        Self {
            id: id.into_owned(),
            buyer: buyer.into_owned(),
            contacts: contacts.into_owned(),
            product: product.into_owned(),
            stage: stage.into_owned(),
            tags: tags.into_owned(),
            notes: notes.into_owned(),
            agreed: agreed.into_owned(),
            summary: summary.into_owned(),
            story: story.into_owned(),
            next,
            rare: rare.into(),
            extra: extra.into_owned(),
        }
    }
}

impl<'a> From<&'a Deal> for WrittenDeal<'a> {
    fn from(deal: &'a Deal) -> Self {
        let Deal {
            id,
            buyer,
            contacts,
            product,
            stage,
            tags,
            notes,
            agreed,
            summary,
            story,
            next,
            rare,
            extra,
        } = deal;
        let RareParts {
            promises,
            pause,
            diagnosis,
            plan,
            plan_name,
            alternatives,
            costs,
            transfer_fee,
            bank_given,
            message,
        } = &**rare;
        Self {
            id: Cow::Borrowed(id),
            buyer: Cow::Borrowed(buyer),
            contacts: Cow::Borrowed(contacts),
            product: Cow::Borrowed(product),
            stage: Cow::Borrowed(stage),
            tags: Cow::Borrowed(tags),
            notes: Cow::Borrowed(notes),
            agreed: Cow::Borrowed(agreed),
            summary: Cow::Borrowed(summary),
            story: Cow::Borrowed(story),
            promises: Cow::Borrowed(promises),
            next: *next,
            pause: Cow::Borrowed(pause),
            diagnosis: Cow::Borrowed(diagnosis),
            plan: Cow::Borrowed(plan),
            plan_name: Cow::Borrowed(plan_name),
            alternatives: Cow::Borrowed(alternatives),
            costs: Cow::Borrowed(costs),
            transfer_fee: *transfer_fee,
            bank_given: Cow::Borrowed(bank_given),
            message: Cow::Borrowed(message),
            extra: Cow::Borrowed(extra),
        }
    }
}

impl Serialize for Deal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenDeal::from(self).serialize(serializer)
    }
}
