//! The value of a cell: what calamine gives, and what people mean by the idioms of spreadsheets.

use calamine::{Data, DataRef};
use rust_decimal::Decimal;

use crate::exchange::deals_in::dates::serial_date;
use crate::exchange::deals_in::table::{CellLoss, DateSystem, SheetCell};

/// The value as the workbook holds it.
pub(crate) fn cell_of(value: &DataRef<'_>, dates: DateSystem) -> SheetCell {
    match value {
        DataRef::Empty => SheetCell::Empty,
        DataRef::String(text) => SheetCell::text(text.as_str()),
        DataRef::SharedString(text) => SheetCell::text(*text),
        DataRef::Int(number) => SheetCell::Number(Decimal::from(*number)),
        DataRef::Float(number) => number_cell(*number),
        DataRef::Bool(flag) => SheetCell::Flag(*flag),
        DataRef::Error(error) => SheetCell::Error(error.to_string()),
        DataRef::DateTime(moment) if moment.is_datetime() => date_cell(moment.as_f64(), dates),
        DataRef::DateTime(duration) => number_cell(duration.as_f64()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => SheetCell::text(text.as_str()),
    }
}

/// As [`cell_of`], for readers that keep their values.
pub(crate) fn cell_of_data(value: &Data, dates: DateSystem) -> SheetCell {
    match value {
        Data::Empty => SheetCell::Empty,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            SheetCell::text(text.as_str())
        }
        Data::Int(number) => cell_of(&DataRef::Int(*number), dates),
        Data::Float(number) => number_cell(*number),
        Data::Bool(flag) => SheetCell::Flag(*flag),
        Data::Error(error) => SheetCell::Error(error.to_string()),
        Data::DateTime(moment) => cell_of(&DataRef::DateTime(*moment), dates),
    }
}

/// A cell of a list; a number that names something needs all of its digits.
pub(crate) fn whole(cell: SheetCell) -> SheetCell {
    match cell {
        SheetCell::Number(number) if has_lost_digits(number) => {
            SheetCell::Lost(CellLoss::Digits(number.normalize().to_string()))
        }
        SheetCell::Empty
        | SheetCell::Text(_)
        | SheetCell::Number(_)
        | SheetCell::Money { .. }
        | SheetCell::Date(_)
        | SheetCell::Flag(_)
        | SheetCell::Error(_)
        | SheetCell::Lost(_) => cell,
    }
}

/// A number as Excel shows it, with 15 digits: 0.1 + 0.2 is 0.3.
fn number_cell(number: f64) -> SheetCell {
    let shown = format!("{number:.14e}");
    Decimal::from_scientific(&shown)
        .map_or_else(|_| SheetCell::text(number.to_string()), |number| SheetCell::Number(number.normalize()))
}

/// Whether an integer has more than the 15 digits that spreadsheets keep.
fn has_lost_digits(number: Decimal) -> bool {
    number.trunc().abs() >= Decimal::from(1_000_000_000_000_000_u64)
}

/// A date cell; a day outside the calendar is a time of day, or a mistake.
fn date_cell(serial: f64, dates: DateSystem) -> SheetCell {
    let days = format!("{:.0}", serial.floor());
    days.parse()
        .ok()
        .and_then(|days| serial_date(days, dates))
        .map_or_else(|| number_cell(serial), SheetCell::Date)
}
