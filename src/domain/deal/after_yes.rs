//! After the yes: what to ask a buyer who has just agreed, and what their answers become.

use chrono::NaiveDate;

use super::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use super::{Deal, Stage};
use crate::domain::contact::Contact;
use crate::domain::extra::Extra;

/// What they answered; whatever they left open stays empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AfterYes {
    /// Who still has to say yes.
    pub decides: String,
    /// On which day that is decided.
    pub decided_by: Option<NaiveDate>,
    /// On which day the deposit leaves their bank.
    pub paid_by: Option<NaiveDate>,
    /// Who answers if our contact is away.
    pub deputy: String,
    /// The deputy's e-mail address or number.
    pub deputy_reached_at: String,
}

/// Whether to ask now: they agreed to the terms, and neither named a day nor paid yet.
pub fn is_to_ask(deal: &Deal) -> bool {
    let has_agreed = match deal.stage() {
        Stage::Terms | Stage::Deposit => true,
        Stage::Inquiry
        | Stage::Quoted
        | Stage::Sample
        | Stage::Negotiation
        | Stage::Production
        | Stage::Shipped
        | Stage::Won
        | Stage::Lost => false,
    };
    let has_paid = deal.plan.as_ref().is_some_and(|plan| !plan.payments.is_empty())
        || deal.story.iter().any(|touch| touch.kind.is(TouchKind::Arrived));
    has_agreed && !has_paid && deal.promises.iter().all(|promise| promise.ours)
}

impl AfterYes {
    pub fn is_empty(&self) -> bool {
        let Self { decides, decided_by, paid_by, deputy, deputy_reached_at } = self;
        let texts = [decides, deputy, deputy_reached_at];
        decided_by.is_none() && paid_by.is_none() && texts.iter().all(|text| text.trim().is_empty())
    }

    /// The days, as promises of theirs.
    pub(crate) fn promises(&self, made: NaiveDate) -> Vec<Promise> {
        let named = [
            (PromiseKind::Decision, self.decided_by, self.decides.trim()),
            (PromiseKind::Payment, self.paid_by, ""),
        ];
        let promise = |(kind, by, note): (PromiseKind, Option<NaiveDate>, &str)| {
            Some(Promise {
                kind: kind.into(),
                by: by?,
                made,
                state: PromiseState::Open.into(),
                note: note.to_owned(),
                ours: false,
                extra: Extra::new(),
            })
        };
        named.into_iter().filter_map(promise).collect()
    }

    /// The entry in the story: they named days, or told us about people.
    pub(crate) fn touch(&self, on: NaiveDate) -> Touch {
        let kind =
            if self.decided_by.or(self.paid_by).is_some() { TouchKind::Promised } else { TouchKind::Note };
        let told =
            [&self.decides, &self.deputy].map(|text| text.trim()).into_iter().find(|text| !text.is_empty());
        Touch { note: told.unwrap_or_default().to_owned(), ..Touch::new(on, kind) }
    }

    /// The deputy as one more contact; none without a name or an address.
    pub(crate) fn contact(&self) -> Option<Contact> {
        let reached_at = self.deputy_reached_at.trim().to_owned();
        let (email, phone) =
            if reached_at.contains('@') { (reached_at, String::new()) } else { (String::new(), reached_at) };
        let contact = Contact { name: self.deputy.trim().to_owned(), email, phone, ..Contact::default() };
        (!contact.is_empty()).then_some(contact)
    }
}
