//! Notes in the window about the words of a document; never printed.

use super::{DepositWord, PaperLanguage};
use crate::text::Language;

/// That no native speaker has read this language's words yet.
pub fn unchecked_note(paper: PaperLanguage, language: Language) -> Option<&'static str> {
    (!paper.checked_by_native()).then_some(match language {
        Language::English => {
            "Not yet checked by a native speaker. Let somebody who knows the language read it first."
        }
        Language::Chinese => "该语言尚未经母语人士审校，发送前请让懂这门语言的人看一遍。",
    })
}

/// The choice between the two words, each with its meaning.
pub fn deposit_word(word: DepositWord, language: Language) -> &'static str {
    match (word, language) {
        (DepositWord::Prepayment, Language::English) => "预付款 (prepayment)",
        (DepositWord::Earnest, Language::English) => "定金 (earnest money)",
        (DepositWord::Prepayment, Language::Chinese) => "预付款",
        (DepositWord::Earnest, Language::Chinese) => "定金",
    }
}

/// What the seller should know before choosing the word.
pub fn deposit_word_note(word: DepositWord, language: Language) -> Option<&'static str> {
    match (word, language) {
        (DepositWord::Prepayment, _) => None,
        (DepositWord::Earnest, Language::English) => Some(
            "定金 has a legal effect under Chinese law: at most 20% of the contract price counts as such, a buyer in \
             serious breach loses it, and a seller in serious breach returns twice the sum. 预付款 has no such effect.",
        ),
        (DepositWord::Earnest, Language::Chinese) => Some(
            "“定金”在中国法律中有特定效力：不得超过主合同标的额的 20%，超过部分不产生定金效力；付方根本违约的，无权请求返还；收方根本违约的，应双倍返还。“预付款”没有这种效力。",
        ),
    }
}
