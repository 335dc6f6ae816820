//! What a cell of a currency column says: `USD`, `美元`, `人民币（含税）`, `USD/EUR`.

use crate::domain::import::problem::Flaw;
use crate::domain::money::{Currency, successor};
use crate::domain::typed::Understood;
use crate::domain::typed::currency::understand_currency;

/// A currency cell that names one.
pub(crate) struct NamedCurrency {
    pub currency: Currency,
    /// Whether the cell says more than that.
    pub says_more: bool,
}

/// Reads a currency cell; the sign of several currencies, and several currencies, stay open.
pub(crate) fn read_currency(text: &str) -> Result<NamedCurrency, Flaw> {
    let trimmed = || text.trim().to_owned();
    match understand_currency(text) {
        Understood::One(currency) => return Ok(NamedCurrency { currency, says_more: false }),
        Understood::Several(_) => return Err(Flaw::CurrencyOpen(trimmed())),
        Understood::Problem(_) => {}
    }
    if let Some(new) = successor(text) {
        return Err(Flaw::CurrencyWithdrawn { text: trimmed(), new: new.code() });
    }
    let words = || text.split(|sign: char| sign.is_whitespace() || "()（）[]/,，;；、|+&".contains(sign));
    let alone = words().filter(|word| !word.is_empty()).count() == 1;
    let mut named: Vec<Currency> = words()
        .map(|word| word.trim_end_matches(['.', ':', '：']))
        // `all` and `try` are words, too.
        .filter(|word| alone || word.len() != 3 || !word.bytes().any(|letter| letter.is_ascii_lowercase()))
        .filter_map(|word| understand_currency(word).one())
        .collect();
    named.dedup();
    match named.as_slice() {
        [] => Err(Flaw::Currency(trimmed())),
        [currency] => Ok(NamedCurrency { currency: *currency, says_more: !alone }),
        [_, _, ..] => Err(Flaw::CurrencyOpen(trimmed())),
    }
}
