//! The texts of a deal that the readers of a language need in another form, for messages and papers alike.

use crate::domain::contact::Contact;
use crate::domain::deal::Deal;
use crate::domain::library::Company;
use crate::domain::message::facts::MessageFacts;
use crate::domain::message::field::{FieldId, FieldKind};
use crate::domain::script::foreign_runs;
use crate::domain::script::forms::{FormHome, FormState, Forms, Spelled, SpelledKind, WrittenForm};

/// A text that readers of a language cannot read as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededForm {
    pub field: FieldId,
    pub kind: SpelledKind,
    pub home: FormHome,
    /// The text itself.
    pub of: String,
    /// What was given for it so far; else the text itself.
    pub text: String,
    pub state: FormState,
    /// A BCP 47 tag.
    pub language: String,
}

impl NeededForm {
    /// The form to keep, as the seller wrote it.
    pub fn given(&self, text: impl Into<String>) -> WrittenForm {
        WrittenForm::new(&self.of, self.kind, &self.language, text)
    }

    /// Whether a text still holds something that its readers cannot read, with no form or beside the form.
    pub(crate) fn is_unsettled_in(&self, text: &str) -> bool {
        match self.state {
            FormState::NotNeeded | FormState::Kept => false,
            FormState::Missing => self.stands_in(text, &self.text),
            FormState::Given => self.stands_in(text, &self.of),
        }
    }

    /// By its foreign letters alone, as other letters may be changed inside a sentence.
    fn stands_in(&self, text: &str, shown: &str) -> bool {
        text.contains(shown) || foreign_runs(shown, &self.language).any(|run| text.contains(run))
    }
}

impl FieldId {
    pub(crate) fn spelled_kind(self) -> SpelledKind {
        if self.kind() == FieldKind::Name { SpelledKind::Name } else { SpelledKind::Words }
    }

    fn form_home(self) -> FormHome {
        if matches!(self, Self::Sender | Self::SenderRole | Self::Company) {
            FormHome::Company
        } else if matches!(self, Self::Greeting | Self::Contact) {
            FormHome::Contact
        } else {
            FormHome::Deal
        }
    }
}

/// Who has the forms for a language.
pub(crate) struct FormLookup<'a> {
    pub deal: &'a Deal,
    pub company: &'a Company,
    pub language: &'a str,
}

impl<'a> FormLookup<'a> {
    pub(crate) fn of(facts: &MessageFacts<'a>, language: &'a str) -> Self {
        Self { deal: facts.deal, company: &facts.library.company, language }
    }

    /// The text of a field as the readers read it, and what they need for it.
    pub(crate) fn spelled(&self, field: FieldId, text: &str) -> (String, Option<NeededForm>) {
        let (home, forms) = match (field.form_home(), self.deal.contact()) {
            (FormHome::Company, _) => (FormHome::Company, &self.company.forms),
            (FormHome::Contact, Some(contact)) => (FormHome::Contact, &contact.forms),
            (FormHome::Contact, None) | (FormHome::Deal, _) => (FormHome::Deal, &self.deal.forms),
        };
        self.spelled_with(field, text, home, forms)
    }

    /// The name of any of the contacts.
    pub(crate) fn contact(&self, contact: &Contact) -> (String, Option<NeededForm>) {
        self.spelled_with(FieldId::Contact, &contact.name, FormHome::Contact, &contact.forms)
    }

    fn spelled_with(
        &self,
        field: FieldId,
        text: &str,
        home: FormHome,
        forms: &Forms,
    ) -> (String, Option<NeededForm>) {
        let (kind, language) = (field.spelled_kind(), self.language.to_owned());
        let Spelled { text: written, form: state } = forms.spelled(text, kind, self.language);
        let needed = (state != FormState::NotNeeded).then(|| {
            let of = WrittenForm::new(text, kind, self.language, "").of;
            NeededForm { field, kind, home, of, text: written.clone(), state, language }
        });
        (written, needed)
    }
}

/// What the readers of a paper about the deal need, given or not.
pub fn forms_on_paper(deal: Option<&Deal>, company: &Company, language: &str) -> Vec<NeededForm> {
    let nobody = Deal::new(crate::domain::deal::DealId::new(""), "");
    let lookup = FormLookup { deal: deal.unwrap_or(&nobody), company, language };
    let deal = lookup.deal;
    let texts = [
        (FieldId::Company, &company.name),
        (FieldId::Buyer, &deal.buyer.company),
        (FieldId::Product, &deal.product),
        (FieldId::Quantity, &deal.agreed.quantity),
        (FieldId::Incoterm, &deal.agreed.incoterm),
        (FieldId::PaymentTerms, &deal.agreed.payment_terms),
    ];
    let of_fields = texts.into_iter().filter_map(|(field, text)| lookup.spelled(field, text).1);
    of_fields.chain(deal.contact().and_then(|contact| lookup.contact(contact).1)).collect()
}
