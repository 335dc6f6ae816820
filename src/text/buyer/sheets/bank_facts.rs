//! Where the seller is paid, as labels and values.

use super::labelled;
use crate::domain::library::bank::BankAccount;
use crate::text::buyer::schedule::clean;
use crate::text::buyer::words::PaperText;

/// The account exactly as the library has it; unknown details are left out.
pub fn bank_facts(account: &BankAccount, words: &PaperText) -> Vec<(String, String)> {
    let bank = &words.bank;
    let currency = account.currency.map(|currency| currency.code().to_owned()).unwrap_or_default();
    labelled([
        (bank.beneficiary, clean(&account.beneficiary)),
        (bank.bank, clean(&account.bank)),
        (bank.bank_address, clean(&account.bank_address)),
        (bank.account, clean(&account.written_account())),
        (bank.swift, clean(&account.swift).to_uppercase()),
        (words.currency, currency),
        (bank.remarks, clean(&account.remarks)),
    ])
}
