//! The parts common to all papers: the letterhead, the addressee and the bank details.

use super::letter::{Block, Head};
use super::paint;
use crate::domain::deal::Deal;
use crate::domain::library::Company;
use crate::domain::library::bank::BankAccount;
use crate::domain::library::logo::{Logo, LogoProblem};
use crate::text::buyer::schedule::clean;
use crate::text::buyer::sheets::bank_facts;
use crate::text::buyer::words::{PaperLanguage, PaperText, country_line};

/// The company's letterhead; unknown details are left out.
pub fn letterhead(company: &Company) -> Result<Head, LogoProblem> {
    let address = company.address.lines().map(clean);
    Ok(Head {
        company: clean(&company.name),
        lines: known(address.chain([clean(&company.registration)])),
        contact: known([&company.phone, &company.email, &company.website].map(|line| clean(line))),
        logo: company.picture().transpose()?,
    })
}

/// Checks that the picture can be drawn, before it is saved.
pub fn check_logo(logo: &Logo) -> Result<(), LogoProblem> {
    paint::read(logo).map(|_pixels| ())
}

/// The buyer, the contact, the city, and the country on a line of its own.
pub fn addressee(deal: &Deal, language: PaperLanguage) -> Vec<String> {
    let person = deal.contact().map(|contact| clean(&contact.name)).unwrap_or_default();
    let country = deal.buyer.country.map(|country| country_line(country, language)).unwrap_or_default();
    known([clean(&deal.buyer.company), person, clean(&deal.buyer.city), country])
}

/// The account with the reference to quote, and the warning that accompanies every account.
pub fn bank_block(account: &BankAccount, reference: &str, words: &PaperText) -> Block {
    let bank = &words.bank;
    let quote = (!reference.is_empty()).then(|| (bank.please_quote)(reference));
    Block::Facts {
        heading: bank.details.to_owned(),
        facts: bank_facts(account, words),
        remarks: quote.into_iter().chain([bank.safety.to_owned()]).collect(),
    }
}

pub fn known(lines: impl IntoIterator<Item = String>) -> Vec<String> {
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}
