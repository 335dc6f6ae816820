//! The warning before a buyer gets other bank details than the last ones.

use chrono::NaiveDate;

use super::bank::{BankAccount, GivenBank, account_for};
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::money::Currency;
use crate::domain::typed::signs::folded;

/// This buyer was given other bank details before.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherBank {
    pub before: GivenBank,
    /// The deal for which they were given.
    pub deal: DealId,
    pub now: GivenBank,
}

/// The bank details that are printed on a document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct BankOfPaper<'a> {
    pub account: &'a BankAccount,
    /// What is recorded once the buyer has it.
    pub given: GivenBank,
    /// To be warned of before the buyer gets it.
    pub other: Option<OtherBank>,
}

impl<'a> BankOfPaper<'a> {
    /// For a plan in this currency, with or without a deal; None where the library has no account for the currency.
    pub fn new(
        document: &'a Document,
        deal: Option<&Deal>,
        currency: Currency,
        on: NaiveDate,
    ) -> Option<Self> {
        let account = account_for(&document.library.company.banks, currency)?;
        let given = account.given(on);
        let other = deal.and_then(|deal| other_bank(document, deal, &given));
        Some(Self { account, given, other })
    }
}

/// What to warn of before the buyer of a deal gets these details: the last ones that this buyer was given, for this
/// deal or another, where they are different.
pub fn other_bank(document: &Document, deal: &Deal, now: &GivenBank) -> Option<OtherBank> {
    let buyer = folded(&deal.buyer.company);
    let is_theirs =
        |other: &Deal| other.id == deal.id || (!buyer.is_empty() && folded(&other.buyer.company) == buyer);
    let given = document.deals.values().filter(|other| is_theirs(other));
    let given = given.flat_map(|other| other.bank_given.iter().map(|given| (&other.id, given)));
    // Of those of one day, the deal's own count as the last.
    let (of, before) = given.max_by_key(|(id, given)| (given.on, **id == deal.id))?;
    let differs = !before.is_same(now);
    differs.then(|| OtherBank { before: before.clone(), deal: of.clone(), now: now.clone() })
}
