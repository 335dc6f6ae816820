//! Where the seller is paid: accounts, what looks wrong with one, and which ones a buyer was given.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::deal::by_day;
use crate::domain::extra::Extra;
use crate::domain::money::Currency;
use crate::domain::typed::signs::half_width;

/// An account as it is printed on documents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BankAccount {
    /// What the seller calls it: `EUR account`. Not on documents.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub beneficiary: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub bank: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub bank_address: String,
    /// An account number or an IBAN.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub account: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub swift: String,
    /// None: for any currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub remarks: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// Bank details that a buyer received, in short, with the day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GivenBank {
    pub on: NaiveDate,
    pub account: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub swift: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A likely mistake in bank details: a warning, nothing is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BankDoubt {
    /// It begins like an IBAN, and its check digits do not fit.
    Iban,
    /// Not 8 or 11 characters of the shape `ABCDCN2X` or `ABCDCN2XXXX`.
    Swift,
    /// The IBAN is of one country, the SWIFT code of another.
    Countries,
}

impl BankAccount {
    /// Whether there is an account number, without which nobody can pay.
    pub(crate) fn is_usable(&self) -> bool {
        !self.account.trim().is_empty()
    }

    pub fn doubts(&self) -> Vec<BankDoubt> {
        let (account, swift) = (bare(&self.account), bare(&self.swift));
        let iban = looks_like_iban(&account);
        let swift_fits = swift.is_empty() || is_swift(&swift);
        let abroad = iban && swift_fits && swift.get(4..6).is_some_and(|of| account.get(..2) != Some(of));
        [
            (iban && !is_iban(&account)).then_some(BankDoubt::Iban),
            (!swift_fits).then_some(BankDoubt::Swift),
            abroad.then_some(BankDoubt::Countries),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The account as it is usually printed: an IBAN in groups of four.
    pub fn written_account(&self) -> String {
        let account = bare(&self.account);
        if !is_iban(&account) {
            return self.account.trim().to_owned();
        }
        let mut grouped = String::new();
        for (position, sign) in account.chars().enumerate() {
            if position > 0 && position.is_multiple_of(4) {
                grouped.push(' ');
            }
            grouped.push(sign);
        }
        grouped
    }

    /// What is recorded with the deal when its buyer gets these details.
    pub fn given(&self, on: NaiveDate) -> GivenBank {
        let swift = bare(&self.swift);
        GivenBank { on, account: self.written_account(), swift, extra: Extra::new() }
    }
}

impl GivenBank {
    /// Records details that were given to the buyer. Each appears once, with the last day it was given, the oldest
    /// first.
    pub(crate) fn remember(known: &mut Vec<Self>, given: &Self) {
        let Self { on, account, swift, extra } = given;
        let same = known.iter().position(|before| (&before.account, &before.swift) == (account, swift));
        let Some(before) = same.and_then(|place| known.get_mut(place)) else {
            by_day::insert(known, given.clone(), |given| given.on);
            return;
        };
        before.extra.extend(extra.iter().map(|(name, value)| (name.clone(), value.clone())));
        if before.on < *on {
            before.on = *on;
            // A stable sort: details of the same day keep their order.
            known.sort_by_key(|given| given.on);
        }
    }

    /// Whether both are the same account, whatever their spaces, case and branch code of the head office.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let head_office = |swift: &str| bare(swift).trim_end_matches("XXX").to_owned();
        let swifts = (head_office(&self.swift), head_office(&other.swift));
        let same_bank = swifts.0.is_empty() || swifts.1.is_empty() || swifts.0 == swifts.1;
        bare(&self.account) == bare(&other.account) && same_bank
    }
}

/// The account for a currency: one of its own, else one for any.
pub fn account_for(accounts: &[BankAccount], currency: Currency) -> Option<&BankAccount> {
    let usable = || accounts.iter().filter(|account| account.is_usable());
    let own = usable().find(|account| account.currency == Some(currency));
    own.or_else(|| usable().find(|account| account.currency.is_none()))
}

/// Only the capital letters and digits, full-width ones made half-width.
fn bare(text: &str) -> String {
    let plain = text.chars().map(half_width).filter(|sign| sign.is_alphanumeric());
    plain.flat_map(char::to_uppercase).collect()
}

/// Two letters, two digits and at least eleven more characters: no other account number begins so.
fn looks_like_iban(bare: &str) -> bool {
    let mut signs = bare.chars();
    let letters = signs.by_ref().take(2).filter(char::is_ascii_uppercase).count() == 2;
    let digits = signs.by_ref().take(2).filter(char::is_ascii_digit).count() == 2;
    letters && digits && signs.count() >= 11
}

/// ISO 13616: the first four characters moved to the end, letters as numbers, modulo 97 it is 1.
fn is_iban(bare: &str) -> bool {
    if !looks_like_iban(bare) || bare.len() > 34 || !bare.is_ascii() {
        return false;
    }
    let (head, tail) = bare.split_at_checked(4).unwrap_or_default();
    let rest = tail.chars().chain(head.chars()).try_fold(0_u32, |rest, sign| {
        let value = sign.to_digit(36)?;
        let shifted = rest.checked_mul(if value < 10 { 10 } else { 100 })?;
        shifted.checked_add(value)?.checked_rem(97)
    });
    rest == Some(1)
}

/// ISO 9362: four letters for the bank, two for the country, two characters for the place, perhaps three for the
/// branch.
fn is_swift(bare: &str) -> bool {
    let letters = bare.chars().take(6).all(|sign| sign.is_ascii_uppercase());
    bare.is_ascii() && matches!(bare.len(), 8 | 11) && letters
}
