//! Numbers that name something, such as a PI or a phone number, and what a spreadsheet does to them.

use super::super::table::SheetCell;
use super::cell_text;
use crate::domain::import::DealColumn;
use crate::domain::import::problem::Flaw;
use crate::domain::typed::date::english_month;

/// A spreadsheet keeps no more digits than these.
const KEPT_DIGITS: u32 = 15;

/// What a spreadsheet has spoiled in a cell that names something.
pub(crate) fn damage(column: DealColumn, cell: &SheetCell) -> Option<Flaw> {
    let text = || cell_text(cell).trim().to_owned();
    let lost = || Some(Flaw::DigitsLost { column, text: text() });
    let became_date = || Some(Flaw::BecameDate { column, text: text() });
    match cell {
        SheetCell::Number(number)
            if number.abs().trunc().mantissa().unsigned_abs() >= 10_u128.pow(KEPT_DIGITS) =>
        {
            lost()
        }
        SheetCell::Date(_) if column == DealColumn::Pi => became_date(),
        // A text that is marked as one is meant as it stands.
        SheetCell::Text(text) if text.starts_with(['\'', '=']) => None,
        SheetCell::Text(text) if is_scientific(text.trim()) || has_cut_digits(text.trim()) => lost(),
        SheetCell::Text(text) if column == DealColumn::Pi && is_short_date(text.trim()) => became_date(),
        SheetCell::Empty
        | SheetCell::Text(_)
        | SheetCell::Number(_)
        | SheetCell::Money { .. }
        | SheetCell::Date(_)
        | SheetCell::Flag(_)
        | SheetCell::Error(_)
        | SheetCell::Lost(_) => None,
    }
}

/// `2.02611E+11`, as Excel and LibreOffice write a number that is too wide for its column.
fn is_scientific(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else { return false };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, decimals) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    whole.len() == 1 && digits(whole) && digits(decimals) && power.strip_prefix('+').is_some_and(digits)
}

/// More than fifteen digits of which the last ones are zeros: `1234567890123450000`.
fn has_cut_digits(text: &str) -> bool {
    text.len() > 16 && text.bytes().all(|byte| byte.is_ascii_digit()) && {
        let kept = usize::try_from(KEPT_DIGITS).unwrap_or(usize::MAX);
        text.get(kept..).is_some_and(|rest| rest.bytes().all(|byte| byte == b'0'))
    }
}

/// `3-Nov`, `Nov-26`, `11月3日`: what Excel makes of `11-3` and shows as a date.
fn is_short_date(text: &str) -> bool {
    let digits = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |part: &str| {
        part.len() == 3
            && part.starts_with(|c: char| c.is_ascii_uppercase())
            && english_month(&part.to_ascii_lowercase()).is_some()
            && part.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
    };
    if let Some((first, second)) = text.split_once('-') {
        return (digits(first) && is_month(second)) || (is_month(first) && digits(second));
    }
    text.strip_suffix('日')
        .and_then(|text| text.split_once('月'))
        .is_some_and(|(month, day)| digits(month) && digits(day))
}
