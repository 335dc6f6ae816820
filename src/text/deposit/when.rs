//! When a row is due, in the words that documents have for it: “7 days after receipt of the copy of B/L”.

use super::super::format;
use super::super::paper::{DepositWord, PaperLanguage, PaperText, due_in_words};
use super::super::{Language, Language::Chinese, Language::English};
use crate::domain::deposit::{Milestone, Row, When};

/// The moment as it is said in the window, in messages and on papers alike.
pub fn when(when: &When, language: Language) -> String {
    due_in_words(when, papers(language, DepositWord::Prepayment), |date| format::date_long(date, language))
}

/// The row's date; until it has one, what it waits for.
pub fn due(row: &Row, language: Language) -> String {
    match (row.due, &row.when) {
        (Some(due), _) => format::date_compact(due, language),
        (None, Some(rule)) => when(rule, language),
        (None, None) => String::new(),
    }
}

/// What a row waits for, by itself: `goods ready`, `copy of B/L`.
pub fn milestone(milestone: Milestone, language: Language) -> String {
    let name = papers(language, DepositWord::Prepayment).milestones.of(milestone).name;
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The words of documents in the language of the window.
pub(super) fn papers(language: Language, word: DepositWord) -> &'static PaperText {
    match language {
        English => PaperLanguage::English.text(word),
        Chinese => PaperLanguage::Chinese.text(word),
    }
}
