//! Counts and tags in cells.

use super::super::table::SheetCell;
use crate::domain::typed::count::{CountUnit, understand_count};

/// The number of messages in a cell.
pub(crate) fn read_count(cell: &SheetCell, text: &str) -> Option<u32> {
    let is_count = matches!(cell, SheetCell::Text(_) | SheetCell::Number(_));
    understand_count(text, CountUnit::Bare, 0..=9_999).one().filter(|_| is_count)
}

/// Tags, each once, in their order.
pub(crate) fn read_tags(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split([';', '；', ',', '，', '、', '\n']).map(str::trim).filter(|tag| !tag.is_empty())
    {
        if !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}
