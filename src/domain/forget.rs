//! Forgetting a buyer: which deals and people are removed, from this document and from every older state of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::contact::Contact;
use super::deal::{Deal, DealId};
use super::document::Document;
use super::library::LibraryEntry;
use super::typed::signs::folded;

/// Who is forgotten: found in the current document, and valid for older states as well.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    company: String,
    /// These deals are removed even where an older state names their buyer differently.
    deals: BTreeSet<DealId>,
    people: Vec<Contact>,
    /// Whether the buyer's people are also removed from the contacts of other buyers.
    pub everywhere: bool,
}

/// What was removed from one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    pub deals: usize,
    /// Contacts of other buyers' deals.
    pub contacts: Vec<Elsewhere>,
}

/// A person who is a contact of another buyer's, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    pub person: String,
    pub company: String,
}

/// A text that is left and still names the buyer or one of its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mention {
    /// An entry of the library, by what it says.
    Library(String),
    /// A deal of this other buyer.
    Deal(String),
}

impl Subject {
    /// The buyer of a deal, with all deals of the same name and everybody who is a contact there.
    pub fn of(document: &Document, id: &DealId) -> Option<Self> {
        let company = document.deal(id)?.buyer.company.clone();
        let deals = BTreeSet::from([id.clone()]);
        Some(Self { company, deals, people: Vec::new(), everywhere: true }.found_in(document))
    }

    /// The same buyer, with the deals and people that have come into the document since.
    pub(crate) fn found_in(mut self, document: &Document) -> Self {
        let deals: Vec<&Deal> =
            document.deals.values().map(|deal| &**deal).filter(|deal| self.is_about(deal)).collect();
        self.people = people_of(deals.iter().copied(), self.people);
        self.deals.extend(deals.into_iter().map(|deal| deal.id.clone()));
        self
    }

    pub fn company(&self) -> &str {
        &self.company
    }

    pub fn deals(&self) -> impl Iterator<Item = &DealId> {
        self.deals.iter()
    }

    /// Each person once.
    pub fn people(&self) -> &[Contact] {
        &self.people
    }

    fn is_about(&self, deal: &Deal) -> bool {
        let name = folded(&self.company);
        self.deals.contains(&deal.id) || (!name.is_empty() && folded(&deal.buyer.company) == name)
    }

    /// The names by which a text can mention the buyer or one of its people.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let of_people = self.people.iter().flat_map(|person| [&person.name, &person.email]);
        let forms = self.people.iter().flat_map(|person| person.forms.iter().map(|form| &form.text));
        std::iter::once(&self.company)
            .chain(of_people)
            .chain(forms)
            .map(|name| name.trim())
            .filter(|name| name.len() >= SHORTEST_NAME)
    }
}

/// In bytes: one Chinese character or three letters. Anything shorter would be found in every text.
const SHORTEST_NAME: usize = 3;

/// The document without the buyer. The library is left as it is.
pub fn forget(document: &Document, subject: &Subject) -> (Document, Forgotten) {
    let mut after = document.clone();
    let mut forgotten = Forgotten::default();
    let gone: Vec<&Arc<Deal>> = document.deals.values().filter(|deal| subject.is_about(deal)).collect();
    for deal in &gone {
        after.deals.remove(&deal.id);
        forgotten.deals = forgotten.deals.saturating_add(1);
    }
    if !subject.everywhere {
        return (after, forgotten);
    }
    // An older state may know contacts that have been removed since.
    let people = people_of(gone.into_iter().map(AsRef::as_ref), subject.people.clone());
    let is_gone = |contact: &Contact| people.iter().any(|person| person.same_person(contact));
    let touched: Vec<Arc<Deal>> =
        after.deals.values().filter(|deal| deal.contacts.iter().any(is_gone)).cloned().collect();
    for deal in touched {
        let mut without = (*deal).clone();
        without.contacts.retain(|contact| !is_gone(contact));
        let lost = deal.contacts.iter().filter(|contact| is_gone(contact));
        forgotten.contacts.extend(
            lost.map(|contact| Elsewhere { person: shown(contact), company: deal.buyer.company.clone() }),
        );
        after.deals.insert(deal.id.clone(), Arc::new(without));
    }
    (after, forgotten)
}

/// Where a document that has forgotten the buyer still names it.
pub fn mentions(forgotten: &Document, subject: &Subject) -> Vec<Mention> {
    let names: Vec<String> = subject.names().map(folded).collect();
    let library = forgotten
        .library
        .entries
        .iter()
        .filter(|entry| texts_of(entry).any(|text| says(&folded(text), &names)));
    let deals = forgotten
        .deals
        .values()
        .filter(|deal| serde_json::to_string(&***deal).is_ok_and(|text| says(&folded(&text), &names)));
    library
        .map(|entry| Mention::Library(texts_of(entry).next().unwrap_or_default().to_owned()))
        .chain(deals.map(|deal| Mention::Deal(deal.buyer.company.clone())))
        .collect()
}

fn texts_of(entry: &LibraryEntry) -> impl Iterator<Item = &str> {
    let wordings = entry.wordings.iter().map(|wording| wording.text.as_str());
    wordings.chain([entry.topic.as_str(), entry.source.as_str()]).filter(|text| !text.trim().is_empty())
}

/// Whether a text holds one of the names as a word of its own, not as part of a longer word.
fn says(text: &str, names: &[String]) -> bool {
    let ends_word = |character: Option<char>| !character.is_some_and(|c| c.is_ascii_alphanumeric());
    names.iter().any(|name| {
        text.match_indices(name.as_str()).any(|(at, found)| {
            let (before, from) = text.split_at_checked(at).unwrap_or(("", text));
            let after = from.strip_prefix(found).unwrap_or_default();
            ends_word(before.chars().next_back()) && ends_word(after.chars().next())
        })
    })
}

fn people_of<'a>(deals: impl Iterator<Item = &'a Deal>, known: Vec<Contact>) -> Vec<Contact> {
    deals.flat_map(|deal| &deal.contacts).filter(|contact| !contact.is_empty()).fold(
        known,
        |mut people, contact| {
            if !people.contains(contact) {
                people.push(contact.clone());
            }
            people
        },
    )
}

fn shown(contact: &Contact) -> String {
    [&contact.name, &contact.email, &contact.phone]
        .into_iter()
        .find(|text| !text.trim().is_empty())
        .cloned()
        .unwrap_or_default()
}
