//! What `icebreak proofread` says.

use std::fmt::Display;

use crate::domain::message::proofread::{Expected, TextFinding};
use crate::domain::names::Named as _;
use crate::text::Language;
use crate::text::window::deal::proofread::{reason, value};

pub const EMPTY: &str = "--text is empty; give the text, or - to read it from standard input";

pub fn unreadable(cause: &dyn Display) -> String {
    format!("--text -: standard input is no text: {cause}")
}

pub fn no_language(tag: &str) -> String {
    format!("--lang: {tag:?} is not a language; write a tag such as en, zh or pt-BR")
}

/// The deal's value for programs: amounts as people write them, days as YYYY-MM-DD.
pub fn expected(expected: &Expected) -> String {
    match expected {
        Expected::Money(_) => value(expected, Language::English),
        Expected::Price(..)
        | Expected::Percent(_)
        | Expected::Number(_)
        | Expected::Date(_)
        | Expected::Days(_)
        | Expected::Text(_) => expected.to_string(),
    }
}

/// One line for each finding: what it is, the words, and why.
pub fn finding(quote: &str, finding: &TextFinding) -> String {
    let mark = if finding.code.blocks() { "!" } else { "-" };
    let why = reason(finding, Language::English);
    let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    if quote.is_empty() {
        format!("{mark} {}: {why}", finding.code.name())
    } else {
        format!("{mark} {}: \"{quote}\": {why}", finding.code.name())
    }
}

pub fn nothing_found(known: usize) -> String {
    format!("Nothing to change; statements that the deal knows: {known}.")
}
