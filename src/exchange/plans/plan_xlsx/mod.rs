//! A payment plan as an Excel workbook: real numbers and dates, formulas that sum, and the terms for reading it back.

mod formats;
mod read;
mod rebuild;
mod seen;
mod sheet;
mod table;
mod terms;
mod waits;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

pub use self::read::read_plan;
use crate::domain::deposit::Plan;
use crate::domain::files::export_problem::PlanProblem;
use crate::domain::money::Money;
use crate::text::buyer::schedule::PlanPaper;

/// Excel keeps 15 digits of a number; a total with more would not be exact.
const MOST_MINOR_UNITS: i64 = 999_999_999_999_999;

/// The hidden sheet with the terms.
const TERMS_SHEET: &str = "icebreak";

/// Makes the workbook: one A4 page wide, in the language of the document. The same plan gives the same bytes.
pub fn plan_xlsx(plan: &Plan, paper: &PlanPaper) -> Result<Vec<u8>, PlanProblem> {
    let most = paper.over.filter(|over| over.minor() > paper.total.minor()).unwrap_or(paper.total);
    if most.minor() > MOST_MINOR_UNITS {
        return Err(PlanProblem::TooLargeForExcel { total: most });
    }
    workbook(plan, paper).map_err(|problem| PlanProblem::Format(problem.to_string()))
}

fn workbook(plan: &Plan, paper: &PlanPaper) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The date of creation without a time: the content does not depend on the clock.
    let day = formats::excel_date(paper.on).unwrap_or(ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    sheet::write(workbook.add_worksheet(), paper)?;
    terms::write(workbook.add_worksheet(), plan)?;
    workbook.save_to_buffer()
}

/// The amount as an Excel number: exact, because it has at most 15 digits.
fn number(money: Money) -> f64 {
    use rust_decimal::prelude::ToPrimitive as _;
    money.decimal().to_f64().unwrap_or(0.0)
}
