//! Writes deals as an Excel workbook: texts as texts, never formulas; numbers as numbers; real dates.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::deals::{ExportProblem, WrittenCell, cells};
use super::deals_csv::guarded_in_workbook;
use crate::domain::deal::Deal;
use crate::domain::import::DealColumn;
use crate::domain::names::Named as _;

/// Excel's limit for a cell, in UTF-16 code units.
const MOST_CHARACTERS: usize = 32_767;

/// A4 by Excel's numbers for papers.
const A4: u8 = 9;

/// The deals on one sheet under a frozen header with filters, one page wide when printed.
pub fn deals_xlsx(deals: &[&Deal]) -> Result<Vec<u8>, ExportProblem> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let mut widths: Vec<f64> = DealColumn::members().map(|column| room(column.name())).collect();
    for (row, deal) in (1_u32..).zip(deals) {
        for ((place, (column, cell)), widest) in (0_u16..).zip(cells(deal)?).zip(&mut widths) {
            *widest = widest.max(cell_room(&cell)).min(width(column));
            if matches!(&cell, WrittenCell::Text(text) if text.encode_utf16().count() > MOST_CHARACTERS) {
                return Err(ExportProblem::TooLongForExcel { buyer: deal.buyer.company.clone(), column });
            }
            write_cell(sheet, row, place, cell).map_err(format_problem)?;
        }
    }
    write_header(sheet, &widths, deals.len()).map_err(format_problem)?;
    workbook.save_to_buffer().map_err(format_problem)
}

pub(super) fn format_problem(problem: XlsxError) -> ExportProblem {
    ExportProblem::Format(problem.to_string())
}

fn write_header(sheet: &mut Worksheet, widths: &[f64], deals: usize) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name("deals")?;
    let mut last = 0;
    for ((place, column), width) in (0_u16..).zip(DealColumn::members()).zip(widths) {
        sheet.write_string_with_format(0, place, column.name(), &bold)?;
        sheet.set_column_width(place, *width)?;
        last = place;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, u32::try_from(deals).unwrap_or(u32::MAX), last)?;
    // As many pages long as it takes.
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    sheet.set_margins(0.25, 0.25, 0.4, 0.5, 0.2, 0.2).set_footer("&C&P / &N");
    Ok(())
}

/// The width of a text in Excel's characters, with air at its sides; a Chinese one takes two.
fn room(text: &str) -> f64 {
    let wide =
        text.lines().map(|line| line.chars().map(|sign| if sign.is_ascii() { 1_u32 } else { 2 }).sum());
    f64::from(wide.max().unwrap_or(0_u32)) + 3.0
}

fn cell_room(cell: &WrittenCell) -> f64 {
    match cell {
        WrittenCell::Empty => 0.0,
        WrittenCell::Text(text) => room(text),
        WrittenCell::Number(number) => room(&number.to_string()),
        WrittenCell::Date(date) => room(&date.to_string()),
    }
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
                    let shown = if digits == 0 {
                        "#,##0".to_owned()
                    } else {
                        format!("#,##0.{}", "0".repeat(digits))
                    };
                    sheet.write_number_with_format(row, place, float, &from_the_right(&shown))?;
                }
                None => {
                    sheet.write_string(row, place, number.to_string())?;
                }
            }
        }
        WrittenCell::Date(date) => match excel_date(date) {
            Some(moment) => {
                sheet.write_datetime_with_format(row, place, &moment, &from_the_right("yyyy-mm-dd"))?;
            }
            None => {
                sheet.write_string(row, place, date.to_string())?;
            }
        },
    }
    Ok(())
}

/// With air on the right, where the text of the next column begins.
fn from_the_right(shown: &str) -> Format {
    Format::new().set_num_format(shown).set_align(FormatAlign::Right).set_indent(1)
}

/// None for a date outside of Excel's calendar.
fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

/// The most that a column takes, however long its texts are: all of them have to fit on one page.
fn width(column: DealColumn) -> f64 {
    match column {
        DealColumn::Notes => 30.0,
        DealColumn::Buyer | DealColumn::Email | DealColumn::PaymentTerms => 24.0,
        DealColumn::Product | DealColumn::Phone => 18.0,
        DealColumn::Contact
        | DealColumn::Tags
        | DealColumn::Incoterm
        | DealColumn::City
        | DealColumn::Country
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
