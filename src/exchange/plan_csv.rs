//! Writes a payment plan as CSV that Excel opens without running anything.

use super::deals_csv::guarded;
use super::plan::PlanProblem;
use crate::domain::word::Named as _;
use crate::text::plan_paper::PlanPaper;

/// For programs, as the command line writes them; the last two are for people.
const COLUMNS: [&str; 11] =
    ["n", "label", "due", "amount", "currency", "share", "paid", "status", "upon", "name", "condition"];

/// The rows as UTF-8 with a BOM, by which Excel knows it; `name` and `condition` in the language of the document.
pub fn plan_csv(paper: &PlanPaper) -> Result<Vec<u8>, PlanProblem> {
    let problem = |error: ::csv::Error| PlanProblem::Format(error.to_string());
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS).map_err(problem)?;
    for row in &paper.rows {
        let fields = [
            row.n.to_string(),
            row.label.name().to_owned(),
            row.due.map_or_else(String::new, |due| due.to_string()),
            row.amount.to_string(),
            row.amount.currency().code().to_owned(),
            row.share.to_string(),
            row.paid.to_string(),
            row.status.name().to_owned(),
            row.upon.map_or_else(String::new, |milestone| milestone.name().to_owned()),
            row.name.clone(),
            row.condition.clone().unwrap_or_default(),
        ];
        writer.write_record(fields.iter().map(|field| guarded(field))).map_err(problem)?;
    }
    writer.into_inner().map_err(|error| PlanProblem::Format(error.to_string()))
}
