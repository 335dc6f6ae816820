//! What single cells of other people's tables mean.

pub(crate) mod amount;
pub(crate) mod contacts;
pub(crate) mod currency;
pub mod header;
pub(crate) mod identity;
pub(crate) mod kind;
pub mod language;
pub(crate) mod no_deal;
pub(crate) mod texts;
pub mod unit;

use std::borrow::Cow;

use super::table::{CellLoss, SheetCell};
use crate::exchange::deals_out::deals_csv::without_guard;

/// A cell as text: a PI number or a quantity may well be a number cell.
pub fn cell_text(cell: &SheetCell) -> Cow<'_, str> {
    match cell {
        SheetCell::Empty | SheetCell::Lost(CellLoss::Result) => "".into(),
        SheetCell::Text(text) => meant(text).into(),
        SheetCell::Money { text, .. } | SheetCell::Error(text) | SheetCell::Lost(CellLoss::Digits(text)) => {
            text.into()
        }
        SheetCell::Number(number) => number.normalize().to_string().into(),
        SheetCell::Date(date) => date.to_string().into(),
        SheetCell::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.into(),
    }
}

fn is_phone_number(text: &str) -> bool {
    text.starts_with('+') && text.bytes().skip(1).all(|byte| byte.is_ascii_digit() || b" -()".contains(&byte))
}

/// A text without what keeps a spreadsheet from taking it for a number or a formula: `="00712"`, `'0714`.
pub fn meant(text: &str) -> &str {
    let trimmed = text.trim_start();
    if !trimmed.starts_with(['=', '\'']) {
        return text;
    }
    // A phone number that somebody typed as `=+86 138`.
    if let Some(number) = trimmed.strip_prefix('=').filter(|rest| is_phone_number(rest)) {
        return number;
    }
    let quoted = trimmed.trim_end().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    quoted.filter(|inside| !inside.contains('"')).unwrap_or_else(|| without_guard(text))
}
