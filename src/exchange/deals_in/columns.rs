//! What the columns of other people's tables mean: header synonyms in English and Chinese.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::domain::import::DealColumn;
use crate::domain::import::problem::ImportProblem;
use crate::domain::import::reading::Use;
use crate::domain::names::Named as _;
use crate::domain::typed::signs::half_width;

/// The meaning of each column of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ColumnMeanings {
    /// By position in the header; none for an unknown column.
    pub meanings: Vec<Option<DealColumn>>,
    /// The headers of unknown columns.
    pub ignored: Vec<String>,
}

impl ColumnMeanings {
    /// Reads a header; it must have one column for the buyer and none twice.
    pub fn of(header: &[String]) -> Result<Self, ImportProblem> {
        let mut columns = Self::default();
        let mut taken: HashMap<DealColumn, &str> = HashMap::new();
        for name in header {
            let meaning = column_named(name);
            columns.meanings.push(meaning);
            match meaning {
                None if name.trim().is_empty() => {}
                None => columns.ignored.push(name.clone()),
                Some(column) => {
                    if let Some(first) = taken.insert(column, name) {
                        let (first, second) = (first.to_owned(), name.clone());
                        return Err(ImportProblem::DuplicateColumn { column, first, second });
                    }
                }
            }
        }
        if taken.contains_key(&DealColumn::Buyer) {
            Ok(columns)
        } else {
            Err(ImportProblem::NoBuyerColumn(header.to_vec()))
        }
    }
}

/// The default use of each column: of two with the same meaning, the first is used. Headers that do not say who wrote
/// are asked about.
pub fn guess(header: &[String]) -> Vec<Use> {
    let mut taken: HashSet<DealColumn> = HashSet::new();
    header
        .iter()
        .map(|name| match column_named(name) {
            _ if names_no_writer(name) => Use::WhoWrote,
            Some(column) if taken.insert(column) => Use::As(column),
            Some(_) | None => Use::LeftOut,
        })
        .collect()
}

/// Whether a header names the last contact without saying who wrote.
pub fn names_no_writer(header: &str) -> bool {
    static EITHER: LazyLock<HashSet<String>> =
        LazyLock::new(|| include_str!("../../../assets/import/either.txt").lines().map(letters).collect());
    let (whole, name) = (letters(header), letters(before_bracket(header)));
    EITHER.contains(&whole) || EITHER.contains(&name)
}

/// Whether this program wrote the header: then nothing in the table is in doubt.
pub(crate) fn is_our_own(header: &[String]) -> bool {
    header.iter().map(String::as_str).eq(DealColumn::members().map(DealColumn::name))
}

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

fn before_bracket(header: &str) -> &str {
    header.split(['(', '（', '[', '【']).next().unwrap_or(header)
}

/// Each column with the other names that its header may have; the column's own name comes first.
pub fn synonyms() -> impl Iterator<Item = (DealColumn, &'static str)> {
    // One line per column: `buyer: company | client | 客户`.
    include_str!("../../../assets/import/headers.txt").lines().flat_map(|line| {
        let (own, others) = line.split_once(':').unwrap_or((line, ""));
        let names = std::iter::once(own).chain(others.split('|')).map(str::trim);
        DealColumn::from_name(own)
            .into_iter()
            .flat_map(move |column| names.clone().map(move |name| (column, name)))
    })
}
