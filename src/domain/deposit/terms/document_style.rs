//! How the documents of a plan are written: their language, and the word for the deposit.

use serde::{Deserialize, Serialize};

use crate::domain::extra::Extra;
use crate::domain::names::Word;
use crate::named;

named! {
    /// What Chinese documents call the deposit.
    pub enum DepositWord {
        /// 预付款: a part of the price paid early, no more.
        Prepayment = "prepayment",
        /// 定金: earnest money, which has legal effects of its own.
        Earnest = "earnest",
    }
}

/// What the seller chose for the documents of one plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentStyle {
    /// A BCP 47 tag; empty: the buyer's language.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// None for 预付款.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deposit_word: Option<Word<DepositWord>>,
    #[serde(flatten)]
    pub extra: Extra,
}

impl DocumentStyle {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// A word that only a newer program knows is replaced by the plain one, which claims nothing.
    pub fn deposit_word(&self) -> DepositWord {
        self.deposit_word
            .as_ref()
            .map_or(DepositWord::Prepayment, |word| word.known_or(DepositWord::Prepayment))
    }
}
