//! Keeps how a text is written for other readers, wherever the same text stands, so that it is asked only once.

use std::sync::Arc;

use super::Rejected;
use crate::domain::contact::Contact;
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::script::forms::{FormHome, WrittenForm, one_spaced};

pub(super) fn know_form(
    document: &mut Document,
    id: &DealId,
    home: FormHome,
    form: &WrittenForm,
) -> Result<(), Rejected> {
    match home {
        FormHome::Company => {
            let mut library = (*document.library).clone();
            library.company.forms.set(form.clone());
            document.library = Arc::new(library);
        }
        FormHome::Contact => {
            let deal = Arc::clone(document.deals.get(id).ok_or(Rejected::NoSuchDeal)?);
            let named = |contact: &&Contact| one_spaced(&contact.name) == form.of;
            let person = deal.contacts.iter().find(named).or_else(|| deal.contact());
            let person = person.ok_or(Rejected::NoSuchContact)?;
            let is_same = |other: &Contact| other.name == person.name && other.same_person(person);
            change_each(
                document,
                |deal| deal.contacts.iter().any(is_same),
                |deal| {
                    for contact in deal.contacts.iter_mut().filter(|contact| is_same(contact)) {
                        contact.forms.set(form.clone());
                    }
                },
            );
        }
        FormHome::Deal if !document.deals.contains_key(id) => return Err(Rejected::NoSuchDeal),
        FormHome::Deal => {
            let names = |text: &str| one_spaced(text) == form.of;
            let is_same = |deal: &Deal| deal.id == *id || names(&deal.product) || names(&deal.buyer.company);
            change_each(document, is_same, |deal| deal.forms.set(form.clone()));
        }
    }
    Ok(())
}

fn change_each(document: &mut Document, is_meant: impl Fn(&Deal) -> bool, change: impl Fn(&mut Deal)) {
    let meant: Vec<Arc<Deal>> = document.deals.values().filter(|deal| is_meant(deal)).cloned().collect();
    for deal in meant {
        let mut changed = (*deal).clone();
        change(&mut changed);
        document.deals.insert(deal.id.clone(), Arc::new(changed));
    }
}
