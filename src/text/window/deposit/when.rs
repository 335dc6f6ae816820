//! When a row is due, in the words of documents: “7 days after receipt of the copy of B/L”.

use crate::domain::deposit::{Milestone, ScheduleRow, When};
use crate::text::Language::{Chinese, English};
use crate::text::buyer::words::{DepositWord, PaperLanguage, PaperText, due_in_words};
use crate::text::{Language, format};

/// The due rule, worded the same in the window, in messages and on papers.
pub fn when(when: &When, language: Language) -> String {
    due_in_words(when, papers(language, DepositWord::Prepayment), |date| format::date_long(date, language))
}

/// The row's date, or what it waits for if it has none yet.
pub fn due(row: &ScheduleRow, language: Language) -> String {
    match (row.due, &row.when) {
        (Some(due), _) => format::date_compact(due, language),
        (None, Some(rule)) => when(rule, language),
        (None, None) => String::new(),
    }
}

/// The event a row waits for: `goods ready`, `copy of B/L`.
pub fn milestone(milestone: Milestone, language: Language) -> String {
    let name = papers(language, DepositWord::Prepayment).milestones.of(milestone).name;
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The words of documents in the language of the window.
pub(crate) fn papers(language: Language, word: DepositWord) -> &'static PaperText {
    match language {
        English => PaperLanguage::English.text(word),
        Chinese => PaperLanguage::Chinese.text(word),
    }
}
