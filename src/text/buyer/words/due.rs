//! When a row is due, in the words of a document.

use chrono::NaiveDate;

use super::PaperLanguage;
use super::phrases::{DueWords, PaperText};
use crate::domain::deposit::{Anchor, DayRule, When};

/// `30 days after the end of the month`, `on the 10th of the following month`, or the date itself as written by `date`.
/// In lower case: see [`sentence_case`].
pub fn due_in_words(when: &When, text: &PaperText, date: impl Fn(NaiveDate) -> String) -> String {
    let words = &text.due;
    let (event, span, rule, alone) = match when {
        When::On(day) => return date(*day),
        When::After { anchor: Anchor::Start, span, rule } => (&words.start, span, rule, true),
        When::After { anchor: Anchor::EndOfMonth, span, rule } => (&words.end_of_month, span, rule, false),
        When::After { anchor: Anchor::EndOfNextMonth, span, rule } => {
            (&words.end_of_next_month, span, rule, false)
        }
        When::Upon { milestone, span, rule } => (text.milestones.of(*milestone), span, rule, false),
    };
    let unmoved = span.count == 0;
    let base = if unmoved {
        event.at.to_owned()
    } else {
        (words.after)(&(words.span)(span.count, span.unit), event.after)
    };
    // A rule counted from the plan's start needs no mention of it: "on the next 15th".
    let alone = unmoved && alone;
    match rule {
        None => base,
        Some(DayRule::EndOfMonth) if alone => words.end_of_month.at.to_owned(),
        Some(rule) if alone => in_words(rule, words),
        Some(rule) => format!("{base}{}{}", words.then, in_words(rule, words)),
    }
}

fn in_words(rule: &DayRule, words: &DueWords) -> String {
    match rule {
        DayRule::EndOfMonth => words.end_of_that_month.to_owned(),
        DayRule::NextMonth(day) => (words.day_of_next_month)(day.get()),
        DayRule::NextOf(days) => {
            let days: Vec<String> = days.iter().map(|day| (words.day)(day.get())).collect();
            (words.next_day)(&days.join(words.or))
        }
    }
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
