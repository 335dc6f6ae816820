//! The names of columns in other people's tables, in English and Chinese.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::import::DealColumn;
use crate::domain::names::Named as _;
use crate::domain::typed::signs::half_width;

/// The column that a header names; case, spaces, punctuation, a number before it and a remark in brackets are ignored.
pub fn column_named(header: &str) -> Option<DealColumn> {
    let in_both = || {
        in_two_languages(header)
            .find_map(|(one, other)| meaning(one).filter(|one| meaning(other) == Some(*one)))
    };
    meaning(header).or_else(|| meaning(without_number(header))).or_else(in_both)
}

fn meaning(name: &str) -> Option<DealColumn> {
    static MEANINGS: LazyLock<HashMap<String, DealColumn>> =
        LazyLock::new(|| synonyms().map(|(column, name)| (letters(name), column)).collect());
    MEANINGS.get(&letters(name)).or_else(|| MEANINGS.get(&letters(before_bracket(name)))).copied()
}

/// `1.客户`, `（2）产品`.
fn without_number(header: &str) -> &str {
    let number = |sign: char| sign.is_ascii_digit() || " .、()（）".contains(sign);
    let name = header.trim_start_matches(number);
    if header.trim_start_matches(['(', '（']).starts_with(|sign: char| sign.is_ascii_digit()) {
        name
    } else {
        header
    }
}

/// The ways to take a name in two languages apart: `客户 Customer`, `品名/Product`, `PI号 PI No.`.
pub(crate) fn in_two_languages(header: &str) -> impl Iterator<Item = (&str, &str)> {
    const LONGEST: usize = 80;
    let chinese = |text: &str| text.chars().any(|sign| matches!(sign, '\u{4e00}'..='\u{9fff}'));
    let mixed = header.len() <= LONGEST && chinese(header);
    let places = header.char_indices().skip(1).filter(move |_| mixed);
    let parts = places.filter_map(|(at, _)| header.split_at_checked(at));
    parts.filter(move |(one, other)| chinese(one) != chinese(other))
}

/// Only the letters and digits, in lower case and normal width.
pub(crate) fn letters(text: &str) -> String {
    text.chars().map(half_width).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(crate) fn before_bracket(header: &str) -> &str {
    header.split(['(', '（', '[', '【']).next().unwrap_or(header)
}

/// Each column with the other names that its header may have; the column's own name comes first.
pub fn synonyms() -> impl Iterator<Item = (DealColumn, &'static str)> {
    // One line per column: `buyer: company | client | 客户`.
    include_str!("../../../../assets/import/headers.txt").lines().flat_map(|line| {
        let (own, others) = line.split_once(':').unwrap_or((line, ""));
        let names = std::iter::once(own).chain(others.split('|')).map(str::trim);
        DealColumn::from_name(own)
            .into_iter()
            .flat_map(move |column| names.clone().map(move |name| (column, name)))
    })
}
