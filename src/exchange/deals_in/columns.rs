//! What the columns of other people's tables mean: header synonyms in English and Chinese.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::domain::import::DealColumn;
use crate::domain::import::problem::ImportProblem;
use crate::domain::import::reading::Use;
use crate::domain::names::Named as _;
use crate::text::Language;

pub(crate) use super::cells::header::letters;
use super::cells::header::{before_bracket, in_two_languages};
pub use super::cells::header::{column_named, synonyms};
pub use super::cells::unit::{HeaderUnit, with_unit};

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
            let meaning = with_unit(name).map(|(column, _)| column);
            columns.meanings.push(meaning);
            match meaning {
                None if name.trim().is_empty() || is_reason(name) => {}
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
        .map(|name| match with_unit(name).map(|(column, _)| column) {
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
    let is_one =
        |name: &str| EITHER.contains(&letters(name)) || EITHER.contains(&letters(before_bracket(name)));
    is_one(header) || in_two_languages(header).any(|(one, other)| is_one(one) && is_one(other))
}

/// Whether this program wrote the header: then nothing in the table is in doubt.
pub(crate) fn is_our_own(header: &[String]) -> bool {
    header.iter().map(String::as_str).eq(DealColumn::members().map(DealColumn::name))
}

/// Whether a column holds the reasons that this program adds to rows that were left out.
pub(crate) fn is_reason(header: &str) -> bool {
    static REASONS: LazyLock<[String; 2]> = LazyLock::new(|| {
        [Language::English, Language::Chinese].map(|language| letters(language.text().preview.why_left_out))
    });
    REASONS.contains(&letters(header))
}
