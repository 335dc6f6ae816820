//! Merges a row into a deal: what the row says counts, what it leaves empty stays.

use chrono::NaiveDate;

use super::ParsedRow;
use super::problem::Flaw;
use crate::domain::contact::Contact;
use crate::domain::deal::Deal;
use crate::domain::money::{Currency, Money};
use crate::domain::touch::Summary;
use crate::domain::turn::summary_of;
use crate::domain::typed::signs::folded;

/// The deal as the row wants it.
pub(super) fn merged(deal: &Deal, row: &ParsedRow) -> Result<Deal, Flaw> {
    let mut deal = deal.clone();
    set_text(&mut deal.buyer.company, &row.buyer);
    set(&mut deal.buyer.country, row.country);
    set_text(&mut deal.buyer.city, &row.city);
    set_text(&mut deal.buyer.language, &row.language);
    set_text(&mut deal.product, &row.product);
    set_text(&mut deal.agreed.quantity, &row.quantity);
    set(&mut deal.agreed.currency, row.currency);
    if row.amount.is_some() && deal.agreed.amount != row.amount {
        deal.agreed.amount = row.amount;
    }
    check_amount(&deal)?;
    set_text(&mut deal.agreed.pi, &row.pi);
    if let Some(stage) = row.stage {
        deal.stage = stage.into();
    }
    set(&mut deal.agreed.valid_until, row.valid_until);
    set(&mut deal.agreed.ship_by, row.ship_by);
    set_text(&mut deal.agreed.incoterm, &row.incoterm);
    set_text(&mut deal.agreed.payment_terms, &row.payment_terms);
    set_text(&mut deal.notes, &row.notes);
    if !row.tags.is_empty() {
        deal.tags.clone_from(&row.tags);
    }
    merge_contact(&mut deal.contacts, row);
    merge_summary(&mut deal, row);
    Ok(deal)
}

/// Whether the deal already says everything that the row says.
pub(super) fn says_the_same(deal: &Deal, row: &ParsedRow) -> bool {
    merged(deal, row).is_ok_and(|merged| merged == *deal)
}

fn set<T: Copy>(field: &mut Option<T>, value: Option<T>) {
    *field = value.or(*field);
}

/// Outer white space is no difference: a sheet cannot be trusted to keep it.
fn set_text(field: &mut String, value: &str) {
    if !value.trim().is_empty() && field.trim() != value.trim() {
        value.clone_into(field);
    }
}

/// The amount and the currency may come from different places: a row and the deal it means.
fn check_amount(deal: &Deal) -> Result<(), Flaw> {
    let (Some(amount), Some(currency)) = (deal.agreed.amount, deal.agreed.currency) else { return Ok(()) };
    let too_fine = |currency: Currency| Flaw::AmountTooFine {
        text: amount.normalize().to_string(),
        currency: currency.code(),
    };
    Money::from_decimal(amount, currency).map(|_| ()).ok_or_else(|| too_fine(currency))
}

/// The person is the contact of that name, else of that e-mail address; a row without a name means the one we write
/// to. Anybody else is new and comes first, because the sheet names the person to write to now; nobody is removed.
fn merge_contact(contacts: &mut Vec<Contact>, row: &ParsedRow) {
    if row.contact.trim().is_empty() && row.email.is_empty() && row.phone.trim().is_empty() {
        return;
    }
    let Some(place) = contact_place(contacts, row) else {
        let person = Contact {
            name: row.contact.clone(),
            email: row.email.clone(),
            phone: row.phone.clone(),
            ..Contact::default()
        };
        contacts.insert(0, person);
        return;
    };
    let Some(contact) = contacts.get_mut(place) else { return };
    set_text(&mut contact.name, &row.contact);
    set_text(&mut contact.phone, &row.phone);
    if !row.email.is_empty() && !contact.email.trim().eq_ignore_ascii_case(row.email.trim()) {
        contact.email.clone_from(&row.email);
        // What came back was a message to the former address.
        contact.bounced = false;
    }
}

fn contact_place(contacts: &[Contact], row: &ParsedRow) -> Option<usize> {
    let name = folded(&row.contact);
    let email = folded(&row.email);
    let by = |fits: &dyn Fn(&Contact) -> bool| contacts.iter().position(fits);
    let named = |contact: &Contact| !name.is_empty() && folded(&contact.name) == name;
    let addressed = |contact: &Contact| !email.is_empty() && folded(&contact.email) == email;
    by(&|contact| named(contact) && addressed(contact))
        .or_else(|| by(&named))
        .or_else(|| by(&addressed))
        .or_else(|| {
            if name.is_empty() {
                by(&|contact| !contact.stopped && !contact.bounced).or_else(|| by(&|_| true))
            } else {
                by(&|contact| {
                    contact.name.trim().is_empty() && (contact.email.is_empty() || email.is_empty())
                })
            }
        })
}

/// The row's account of the correspondence replaces ours where it differs, and then stands for all that happened up
/// to its newest date; what happened later still counts beside it.
fn merge_summary(deal: &mut Deal, row: &ParsedRow) {
    let known = summary_of(deal);
    if !differs(row, &known) || !differs(row, &deal.summary) {
        return;
    }
    let newest = [row.last_inbound, row.last_outbound, row.waiting_since].into_iter().flatten().max();
    // Without a date the row speaks of everything so far.
    let later = |on: NaiveDate| newest.is_some_and(|newest| on > newest);
    let later_touches = deal.story.iter().any(|touch| !touch.in_summary && later(touch.on));
    let mut summary = if later_touches { deal.summary.clone() } else { known };
    set(&mut summary.last_inbound, row.last_inbound);
    set(&mut summary.last_outbound, row.last_outbound);
    set(&mut summary.waiting_since, row.waiting_since);
    set(&mut summary.unanswered, row.unanswered);
    summary.extra = std::mem::take(&mut deal.summary.extra);
    deal.summary = summary;
    for touch in deal.story.iter_mut().filter(|touch| !later(touch.on)) {
        touch.in_summary = true;
    }
}

fn differs(row: &ParsedRow, summary: &Summary) -> bool {
    fn other<T: PartialEq>(value: Option<T>, known: Option<T>) -> bool {
        value.is_some() && value != known
    }
    other(row.last_inbound, summary.last_inbound)
        || other(row.last_outbound, summary.last_outbound)
        || other(row.waiting_since, summary.waiting_since)
        || other(row.unanswered, summary.unanswered)
}
