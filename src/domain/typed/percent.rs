//! Percentages as people write them: `30%`, `12,5 %`, `%30`, `１２％`, with or without the sign.

use super::Understood;
use super::signs::plain;
use crate::domain::money::{AmountProblem, Percent, parse_plain};

/// Reads a percentage above 0 and up to 100; the decimals may start with a point or a comma.
pub fn understand_percent(text: &str) -> Understood<Percent, AmountProblem> {
    read(&plain(text)).map_or_else(Understood::Problem, Understood::One)
}

/// Whether a text has a percent sign, and so is no amount.
pub fn is_percent(text: &str) -> bool {
    plain(text).contains('%')
}

fn read(text: &str) -> Result<Percent, AmountProblem> {
    let number = text.strip_suffix('%').or_else(|| text.strip_prefix('%')).unwrap_or(text).trim();
    // 12,345 may be meant as thousands, which no percentage reaches.
    if number.split_once(',').is_some_and(|(_, decimals)| decimals.len() == 3) {
        return Err(AmountProblem::Ambiguous);
    }
    let number = number.replacen(',', ".", 1);
    Percent::new(parse_plain(&number, None)?).ok_or(AmountProblem::NotAPercentage)
}
