//! The account card: where to pay, given once, before anybody can send other details.

use chrono::NaiveDate;

use super::{HeadedFacts, Sheet, SheetPart, bank_facts};
use crate::domain::deal::Deal;
use crate::domain::library::bank::BankAccount;
use crate::text::buyer::schedule::{Voice, clean};

/// For the buyer of this deal.
pub fn account_card(account: &BankAccount, deal: &Deal, voice: Voice, on: NaiveDate) -> Sheet {
    let words = voice.words();
    let reference = clean(&deal.agreed.pi);
    let quote = (!reference.is_empty()).then(|| (words.bank.please_quote)(&reference));
    let exact = (!clean(&account.beneficiary).is_empty()).then(|| words.sheets.exact_name.to_owned());
    let safety = [words.sheets.never_by_email, words.bank.safety].map(str::to_owned);
    let remarks = exact.into_iter().chain(quote).chain(safety).collect();
    let facts = bank_facts(account, words);
    Sheet {
        title: words.sheets.account_card,
        reference,
        on,
        beside: None,
        parts: vec![SheetPart::Facts(HeadedFacts { heading: words.bank.details, facts }, remarks)],
        signed: false,
        voice,
    }
}
