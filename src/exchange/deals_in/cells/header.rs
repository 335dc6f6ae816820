//! The names of columns in other people's tables, in English and Chinese.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::import::DealColumn;
use crate::domain::names::Named as _;
use crate::domain::typed::signs::half_width;

/// The column that a header names; case, spaces, punctuation and a remark in brackets are ignored.
pub fn column_named(header: &str) -> Option<DealColumn> {
    static MEANINGS: LazyLock<HashMap<String, DealColumn>> =
        LazyLock::new(|| synonyms().map(|(column, name)| (letters(name), column)).collect());
    MEANINGS.get(&letters(header)).or_else(|| MEANINGS.get(&letters(before_bracket(header)))).copied()
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
