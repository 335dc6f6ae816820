//! What the window says about the languages and words of documents; never printed.

use super::{DepositWord, PaperLanguage};
use crate::domain::names::Named as _;
use crate::text::Language;
use crate::text::country::message_languages;

/// That no native speaker has read this language's words yet.
pub fn unchecked_note(paper: PaperLanguage, language: Language) -> Option<&'static str> {
    (!paper.checked_by_native()).then_some(match language {
        Language::English => {
            "Not yet checked by a native speaker. Let somebody who knows the language read it first."
        }
        Language::Chinese => "该语言尚未经母语人士审校，发送前请让懂这门语言的人看一遍。",
    })
}

/// The name of a language that a buyer may read, whatever country its tag adds: `pt-BR` is Portuguese, `zh-HK`
/// traditional Chinese. None for one that cannot be chosen.
pub fn language_name(tag: &str, language: Language) -> Option<&'static str> {
    let place = language_place(tag, language)?;
    message_languages(language).get(place).map(|(_, name)| *name)
}

/// The place of that language among those to choose from.
pub(crate) fn language_place(tag: &str, language: Language) -> Option<usize> {
    let named = if PaperLanguage::for_tag(tag) == PaperLanguage::TraditionalChinese {
        PaperLanguage::TraditionalChinese.name()
    } else {
        tag.trim().split(['-', '_']).next().unwrap_or("")
    };
    message_languages(language).iter().position(|(known, _)| known.eq_ignore_ascii_case(named))
}

/// The choice between the two words as the documents in this language have them, each with its meaning.
pub fn deposit_word(word: DepositWord, paper: PaperLanguage, language: Language) -> String {
    let written = paper.text(word).rows.deposit;
    match (word, language) {
        (DepositWord::Prepayment, Language::English) => format!("{written} (prepayment)"),
        (DepositWord::Earnest, Language::English) => format!("{written} (earnest money)"),
        (_word, Language::Chinese) => written.to_owned(),
    }
}

/// What the seller should know before choosing the word.
pub fn deposit_word_note(
    word: DepositWord,
    paper: PaperLanguage,
    language: Language,
) -> Option<&'static str> {
    match (word, language) {
        (DepositWord::Prepayment, _) => None,
        (DepositWord::Earnest, Language::English) if paper == PaperLanguage::TraditionalChinese => Some(
            "定金 is a word of the law: in Taiwan a buyer who fails to perform loses it, and a seller who fails returns \
             twice the sum (Civil Code, art. 249). 訂金 is the everyday word for a deposit.",
        ),
        (DepositWord::Earnest, Language::Chinese) if paper == PaperLanguage::TraditionalChinese => Some(
            "“定金”是法律用语：按台湾民法第 249 条，付方违约不得请求返还，收方违约应加倍返还。“訂金”是日常用语。",
        ),
        (DepositWord::Earnest, Language::English) => Some(
            "定金 has a legal effect under Chinese law: at most 20% of the contract price counts as such, a buyer in \
             serious breach loses it, and a seller in serious breach returns twice the sum. 预付款 has no such effect.",
        ),
        (DepositWord::Earnest, Language::Chinese) => Some(
            "“定金”在中国法律中有特定效力：不得超过主合同标的额的 20%，超过部分不产生定金效力；付方根本违约的，无权请求返还；收方根本违约的，应双倍返还。“预付款”没有这种效力。",
        ),
    }
}
