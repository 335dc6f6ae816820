//! Merges a row into a deal: what the row says replaces the deal's value, empty cells leave it.

use chrono::NaiveDate;

use super::problem::Flaw;
use super::{KeptCell, ParsedRow, take};
use crate::domain::contact::Contact;
use crate::domain::deal::Deal;
use crate::domain::deal::touch::Summary;
use crate::domain::money::{Currency, Money};
use crate::domain::today::turn::summary_of;
use crate::domain::typed::currency::is_notation_of;
use crate::domain::typed::signs::folded;

/// The deal with the row merged into it.
pub(crate) fn merged(mut deal: Deal, row: &ParsedRow) -> Result<Deal, Flaw> {
    let ParsedRow {
        row: _number,
        buyer,
        country,
        city,
        language,
        product,
        quantity,
        currency,
        amount,
        pi,
        stage,
        valid_until,
        ship_by,
        incoterm,
        payment_terms,
        notes,
        tags,
        kept,
        open_currency,
        hidden_signs: _told_apart,
        // `merge_contact`, `merge_further` and `merge_summary` take these.
        contact: _,
        role: _,
        email: _,
        phone: _,
        further: _,
        last_inbound: _,
        last_outbound: _,
        waiting_since: _,
        unanswered: _,
    } = row;
    take::text(&mut deal.buyer.company, buyer);
    take::option(&mut deal.buyer.country, country);
    take::text(&mut deal.buyer.city, city);
    take::text(&mut deal.buyer.language, language);
    take::text(&mut deal.product, product);
    take::text(&mut deal.agreed.quantity, quantity);
    take::option(&mut deal.agreed.currency, currency);
    // 30 and 30.00 are the same amount, so its spelling is kept.
    if deal.agreed.amount != *amount {
        take::option(&mut deal.agreed.amount, amount);
    }
    check_amount(&deal)?;
    check_sign(&deal, open_currency)?;
    take::text(&mut deal.agreed.pi, pi);
    if let Some(stage) = stage {
        deal.stage = (*stage).into();
        deal.agree_by_stage();
    }
    take::option(&mut deal.agreed.valid_until, valid_until);
    take::option(&mut deal.agreed.ship_by, ship_by);
    take::text(&mut deal.agreed.incoterm, incoterm);
    take::text(&mut deal.agreed.payment_terms, payment_terms);
    merge_notes(&mut deal.notes, notes, kept);
    take::list(&mut deal.tags, tags);
    merge_contact(&mut deal.contacts, row);
    for further in &row.further {
        merge_further(&mut deal.contacts, further);
    }
    merge_summary(&mut deal, row);
    Ok(deal)
}

/// Whether the deal already says everything that the row says.
pub(crate) fn says_the_same(deal: &Deal, row: &ParsedRow) -> bool {
    merged(deal.clone(), row).is_ok_and(|merged| merged == *deal)
}

/// The amount may come from the row and the currency from the deal, or the other way round.
fn check_amount(deal: &Deal) -> Result<(), Flaw> {
    let (Some(amount), Some(currency)) = (deal.agreed.amount, deal.agreed.currency) else { return Ok(()) };
    let too_fine = |currency: Currency| Flaw::AmountTooFine {
        text: amount.normalize().to_string(),
        currency: currency.code(),
    };
    Money::from_decimal(amount, currency).map(|_| ()).ok_or_else(|| too_fine(currency))
}

/// A sign beside the amount may mean the deal's currency, or the deal has another.
fn check_sign(deal: &Deal, sign: &str) -> Result<(), Flaw> {
    match deal.agreed.currency {
        Some(currency) if !sign.is_empty() && !is_notation_of(sign, currency) => {
            Err(Flaw::CurrencyDiffers { text: sign.to_owned(), other: currency.code() })
        }
        Some(_) | None => Ok(()),
    }
}

/// Kept cells stand below the notes, each once.
fn merge_notes(ours: &mut String, notes: &str, kept: &[KeptCell]) {
    let begins =
        |ours: &str| ours.trim_start().strip_prefix(notes.trim()).is_some_and(|rest| rest.starts_with('\n'));
    if kept.is_empty() || !begins(ours) {
        take::text(ours, notes);
    }
    for KeptCell { header, text } in kept {
        let line = if header.is_empty() { text.clone() } else { format!("{header}: {text}") };
        if !has_lines(ours, &line) {
            if !ours.is_empty() {
                ours.push('\n');
            }
            ours.push_str(&line);
        }
    }
}

/// Whether a text holds another one as whole lines.
fn has_lines(text: &str, lines: &str) -> bool {
    text.match_indices(lines).any(|(at, _)| {
        let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        let after = rest.get(lines.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with(['\n', '\r']))
    })
}

/// The person is the contact of that name, else of that e-mail address; a row without a name means the one we write to.
/// Anybody else is added in front, because the sheet names the person to write to now; nobody is removed.
fn merge_contact(contacts: &mut Vec<Contact>, row: &ParsedRow) {
    if row.contact.trim().is_empty() && row.email.is_empty() && row.phone.trim().is_empty() {
        return;
    }
    let Some(place) = contact_place(contacts, row) else {
        let person = Contact {
            name: row.contact.clone(),
            role: row.role.clone(),
            email: row.email.clone(),
            phone: row.phone.clone(),
            ..Contact::default()
        };
        contacts.insert(0, person);
        return;
    };
    let Some(contact) = contacts.get_mut(place) else { return };
    take::text(&mut contact.name, &row.contact);
    take::text(&mut contact.role, &row.role);
    take::text(&mut contact.phone, &row.phone);
    if !row.email.is_empty() && !contact.email.trim().eq_ignore_ascii_case(row.email.trim()) {
        contact.email.clone_from(&row.email);
        // What bounced was a message to the former address.
        contact.bounced = false;
    }
}

/// A further person of the row is found by name, else by address or phone, and never becomes the one we write to.
fn merge_further(contacts: &mut Vec<Contact>, further: &Contact) {
    let by = |ours: &str, theirs: &str| !theirs.is_empty() && folded(ours) == folded(theirs);
    let same = |known: &&mut Contact| match (further.name.is_empty(), further.email.is_empty()) {
        (false, _) => by(&known.name, &further.name),
        (true, false) => by(&known.email, &further.email),
        (true, true) => by(&known.phone, &further.phone),
    };
    match contacts.iter_mut().find(same) {
        Some(known) => {
            take::text(&mut known.role, &further.role);
            take::text(&mut known.email, &further.email);
            take::text(&mut known.phone, &further.phone);
        }
        None => contacts.push(further.clone()),
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

/// The row's summary of the correspondence replaces ours where it differs, and then covers everything up to its newest
/// date; later touches still count in addition.
fn merge_summary(deal: &mut Deal, row: &ParsedRow) {
    let known = summary_of(deal);
    if !differs(row, &known) || !differs(row, &deal.summary) {
        return;
    }
    let newest = [row.last_inbound, row.last_outbound, row.waiting_since].into_iter().flatten().max();
    // Without a date the row covers everything so far.
    let later = |on: NaiveDate| newest.is_some_and(|newest| on > newest);
    let later_touches = deal.story.iter().any(|touch| !touch.in_summary && later(touch.on));
    let mut summary = if later_touches { deal.summary.clone() } else { known };
    take::option(&mut summary.last_inbound, &row.last_inbound);
    take::option(&mut summary.last_outbound, &row.last_outbound);
    take::option(&mut summary.waiting_since, &row.waiting_since);
    take::option(&mut summary.unanswered, &row.unanswered);
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
