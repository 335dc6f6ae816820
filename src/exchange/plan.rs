//! A payment plan as a file: the one place that makes any of its formats.

use chrono::NaiveDate;

use super::{plan_csv, plan_markdown};
use crate::domain::deposit::{Plan, PlanFormat, PlanRefused};
use crate::text::Language;

/// Why a plan could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    #[error("the plan has no rows: {0}")]
    Refused(#[from] PlanRefused),
    #[error("the table cannot be made ({0})")]
    Format(String),
}

/// The plan as it stands on a day, under a heading where the format has one.
pub fn plan_file(
    plan: &Plan,
    format: PlanFormat,
    heading: &str,
    on: NaiveDate,
    language: Language,
) -> Result<Vec<u8>, PlanProblem> {
    let rows = plan.status(on)?;
    match format {
        PlanFormat::Csv => plan_csv::plan_csv(&rows),
        PlanFormat::Markdown => {
            Ok(plan_markdown::plan_markdown(&plan.schedule()?, &rows, heading, language).into_bytes())
        }
    }
}
