//! How names are compared: in which script, and how far one spelling is from another.

use super::plain::{is_han, unmarked};
use super::transliteration::is_cyrillic;

/// Shorter names are not looked for among other words.
pub(in crate::text::buyer::proofread) const LONG_NAME: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text::buyer::proofread) enum NameScript {
    Latin,
    Han,
    Arabic,
    Cyrillic,
    Other,
}

pub(in crate::text::buyer::proofread) fn script_of(word: &str) -> NameScript {
    match word.chars().find(|sign| sign.is_alphabetic()) {
        Some(sign) if is_han(sign) => NameScript::Han,
        Some(sign) if is_cyrillic(sign) => NameScript::Cyrillic,
        Some('\u{600}'..='\u{6ff}') => NameScript::Arabic,
        Some(sign) if sign < '\u{250}' || matches!(sign, '\u{1e00}'..='\u{1eff}') => NameScript::Latin,
        _ => NameScript::Other,
    }
}

/// Written alike, with or without marks; Russian and German endings may differ.
pub(in crate::text::buyer::proofread) fn same_name(word: &str, name: &str) -> bool {
    let word = word.strip_suffix("'s").unwrap_or(word).trim_matches('\'');
    if word == name {
        return true;
    }
    let bare: String = name.chars().map(unmarked).collect();
    let spelt: String = name
        .chars()
        .map(|sign| match sign {
            'ä' => "ae".to_owned(),
            'ö' => "oe".to_owned(),
            'ü' => "ue".to_owned(),
            'ß' => "ss".to_owned(),
            other => other.to_string(),
        })
        .collect();
    if word == bare || word == spelt {
        return true;
    }
    if name.chars().all(is_han) && word.chars().all(is_han) {
        // A surname alone, or with the given name.
        return name.starts_with(word)
            || (name.chars().count() <= 2 && word.starts_with(name) && word.chars().count() <= 2);
    }
    if name.chars().any(is_cyrillic) {
        let (word, name): (Vec<char>, Vec<char>) = (word.chars().collect(), name.chars().collect());
        let stem = name.len().saturating_sub(1);
        return stem >= 3 && word.get(..stem) == name.get(..stem) && word.len() <= name.len() + 2;
    }
    false
}

/// Whether a word misses a name by so little that it must be meant.
pub(in crate::text::buyer::proofread) fn misses(word: &str, name: &str) -> bool {
    let length = name.chars().count();
    let (first, other) = (word.chars().next().map(unmarked), name.chars().next().map(unmarked));
    let close = word.chars().count().abs_diff(length) <= 2 && (first == other || length >= 6);
    let apart = if close { apart(word, name) } else { 0 };
    (apart == 1 && length >= LONG_NAME && (first == other || length >= 6))
        || (apart == 2 && length >= 7 && first == other)
}

/// How many letters have to be put in, left out or changed.
pub(in crate::text::buyer::proofread) fn apart(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (row, sign) in one.chars().enumerate() {
        let mut current = vec![row + 1];
        for (place, known) in other.iter().enumerate() {
            let at = |list: &[usize], index: usize| list.get(index).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&before, place) + usize::from(sign != *known);
            current.push(changed.min(at(&before, place + 1) + 1).min(at(&current, place) + 1));
        }
        before = current;
    }
    before.last().copied().unwrap_or(0)
}

pub(in crate::text::buyer::proofread) fn capital(name: &str) -> String {
    let mut signs = name.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
