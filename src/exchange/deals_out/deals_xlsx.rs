//! Writes deals as an Excel workbook: texts as texts, never formulas; numbers as numbers; real dates.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::deals::{ExportProblem, WrittenCell, cells};
use super::deals_csv::guarded_in_workbook;
use crate::domain::deal::Deal;
use crate::domain::import::DealColumn;
use crate::domain::names::Named as _;

/// Excel's limit for a cell, in UTF-16 code units.
const MOST_CHARACTERS: usize = 32_767;

/// The deals on one sheet under a frozen header.
pub fn deals_xlsx(deals: &[&Deal]) -> Result<Vec<u8>, ExportProblem> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write_header(sheet).map_err(format_problem)?;
    for (row, deal) in (1_u32..).zip(deals) {
        for (place, (column, cell)) in (0_u16..).zip(cells(deal)?) {
            if matches!(&cell, WrittenCell::Text(text) if text.encode_utf16().count() > MOST_CHARACTERS) {
                return Err(ExportProblem::TooLongForExcel { buyer: deal.buyer.company.clone(), column });
            }
            write_cell(sheet, row, place, cell).map_err(format_problem)?;
        }
    }
    workbook.save_to_buffer().map_err(format_problem)
}

pub(super) fn format_problem(problem: XlsxError) -> ExportProblem {
    ExportProblem::Format(problem.to_string())
}

fn write_header(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name("deals")?;
    for (place, column) in (0_u16..).zip(DealColumn::members()) {
        sheet.write_string_with_format(0, place, column.name(), &bold)?;
        sheet.set_column_width(place, width(column))?;
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

pub(super) fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    place: u16,
    cell: WrittenCell,
) -> Result<(), XlsxError> {
    match cell {
        WrittenCell::Empty => {}
        WrittenCell::Text(text) => {
            sheet.write_string(row, place, guarded_in_workbook(text))?;
        }
        WrittenCell::Number(number) => {
            // Excel keeps 15 digits; a longer number is written as text to stay exact.
            match number
                .to_f64()
                .filter(|_| number.normalize().mantissa().unsigned_abs() < 1_000_000_000_000_000)
            {
                Some(float) => {
                    let digits = usize::try_from(number.scale()).unwrap_or(0);
                    let shown =
                        if digits == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(digits)) };
                    sheet.write_number_with_format(
                        row,
                        place,
                        float,
                        &Format::new().set_num_format(shown),
                    )?;
                }
                None => {
                    sheet.write_string(row, place, number.to_string())?;
                }
            }
        }
        WrittenCell::Date(date) => match excel_date(date) {
            Some(moment) => {
                let format = Format::new().set_num_format("yyyy-mm-dd");
                sheet.write_datetime_with_format(row, place, &moment, &format)?;
            }
            None => {
                sheet.write_string(row, place, date.to_string())?;
            }
        },
    }
    Ok(())
}

/// None for a date outside of Excel's calendar.
fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

fn width(column: DealColumn) -> f64 {
    match column {
        DealColumn::Buyer | DealColumn::Email | DealColumn::Product | DealColumn::PaymentTerms => 28.0,
        DealColumn::Notes => 40.0,
        DealColumn::Contact
        | DealColumn::Phone
        | DealColumn::Tags
        | DealColumn::Incoterm
        | DealColumn::City => 18.0,
        DealColumn::Country
        | DealColumn::Language
        | DealColumn::Quantity
        | DealColumn::Currency
        | DealColumn::Amount
        | DealColumn::Pi
        | DealColumn::Stage
        | DealColumn::LastInbound
        | DealColumn::LastOutbound
        | DealColumn::WaitingSince
        | DealColumn::Unanswered
        | DealColumn::ValidUntil
        | DealColumn::ShipBy => 13.0,
    }
}
