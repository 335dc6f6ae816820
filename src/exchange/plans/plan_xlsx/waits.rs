//! Reads what a payment waits for from the wording of documents.

use super::seen::same;
use crate::domain::deposit::{DayOfMonth, DayRule, Milestone, PeriodUnit, Span, When};
use crate::domain::names::Named as _;
use crate::text::buyer::words::{PaperLanguage, waits_in_words};

/// Reads `7 days after receipt of the copy of B/L` in any language, the sheet's own first; or `bl-copy+7d`.
pub(crate) fn waits_for(text: &str, sheet: PaperLanguage) -> Option<When> {
    if let Ok(when @ When::Upon { .. }) = text.trim().parse() {
        return Some(when);
    }
    let meant = possible(&numbers(text));
    let others = PaperLanguage::members().filter(|language| *language != sheet);
    std::iter::once(sheet).chain(others).flat_map(PaperLanguage::texts).find_map(|words| {
        let is_it = |when: &&When| waits_in_words(when, words).is_some_and(|said| same(text, &said));
        meant.iter().find(is_it).cloned()
    })
}

/// All rules that these numbers allow: days, weeks or months first, then days of a month.
fn possible(numbers: &[u32]) -> Vec<When> {
    let mut spans = vec![(Span::ZERO, numbers)];
    if let Some((count, rest)) = numbers.split_first() {
        spans.extend(PeriodUnit::members().map(|unit| (Span { count: *count, unit }, rest)));
    }
    let mut all = Vec::new();
    for milestone in Milestone::members() {
        for (span, days) in &spans {
            all.extend(rules(days).into_iter().map(|rule| When::Upon { milestone, span: *span, rule }));
        }
    }
    all
}

fn rules(days: &[u32]) -> Vec<Option<DayRule>> {
    if days.is_empty() {
        return vec![None, Some(DayRule::EndOfMonth)];
    }
    let days: Option<Vec<DayOfMonth>> = days.iter().map(|day| day.to_string().parse().ok()).collect();
    let Some(days) = days else { return Vec::new() };
    let alone = match days.as_slice() {
        [day] => Some(DayRule::NextMonth(*day)),
        _none_or_several => None,
    };
    [alone, Some(DayRule::NextOf(days.into()))].into_iter().flatten().map(Some).collect()
}

fn numbers(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}
