//! What a person said about other people's lists, remembered for the next list with the same header.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::deal::stage::Stage;
use super::extra::Extra;
use super::names::Word;

/// So many lists are remembered; the one that was not imported for longest gives way.
const MOST_LISTS: usize = 50;
/// A header with more bytes is not remembered: the document is saved with it after each change.
const LONGEST_HEADER: usize = 8_192;

/// The answers about one list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListAnswers {
    /// The names of its columns, by which it is known.
    pub header: Vec<String>,
    /// What each column is read as, by position.
    pub columns: Vec<String>,
    /// The stage that a status means, by the word; none where it is kept in the notes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub statuses: BTreeMap<String, Option<Word<Stage>>>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// The answers about a list with this header.
pub fn answers_for<'a>(known: &'a [ListAnswers], header: &[String]) -> Option<&'a ListAnswers> {
    known.iter().rfind(|list| list.header == header)
}

/// Remembers the answers about a list in place of earlier ones.
pub(crate) fn remember(known: &mut Vec<ListAnswers>, answers: &ListAnswers) {
    known.retain(|list| list.header != answers.header);
    if answers.header.iter().map(String::len).sum::<usize>() <= LONGEST_HEADER {
        known.push(answers.clone());
    }
    known.drain(..known.len().saturating_sub(MOST_LISTS));
}
