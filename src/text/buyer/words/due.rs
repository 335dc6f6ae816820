//! What a payment waits for, in the words of a document.

use super::PaperLanguage;
use super::phrases::{DueWords, PaperText};
use crate::domain::deposit::{DayRule, When};

/// `7 days after arrival at port`, `against copy of B/L`; None for a row whose date is known from the start.
/// In lower case: see [`sentence_case`].
pub fn waits_in_words(when: &When, text: &PaperText) -> Option<String> {
    match when {
        When::On(_) | When::After { .. } => None,
        When::Upon { milestone, span, rule } => {
            let (words, event) = (&text.due, text.milestones.of(*milestone));
            let from = match span.count {
                0 => event.at.to_owned(),
                count => (words.after)(&(words.span)(count, span.unit), event.after),
            };
            Some(then(from, rule.as_ref(), words))
        }
    }
}

/// A day in words, and the rule that leads from it to a later one.
pub(crate) fn then(from: String, rule: Option<&DayRule>, words: &DueWords) -> String {
    let later = match rule {
        None => return from,
        Some(DayRule::EndOfMonth) => words.end_of_month.to_owned(),
        Some(DayRule::NextMonth(day)) => (words.day_of_next_month)(day.get()),
        Some(DayRule::NextOf(days)) => {
            let days: Vec<u8> = days.iter().map(|day| day.get()).collect();
            (words.next_day)(&days)
        }
    };
    format!("{from}{}{later}", words.then)
}

/// With a capital first letter, for the start of a line or a cell; Turkish i becomes İ.
pub fn sentence_case(text: &str, language: PaperLanguage) -> String {
    let mut rest = text.chars();
    match rest.next() {
        Some('i') if language == PaperLanguage::Turkish => format!("İ{}", rest.as_str()),
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    }
}
