//! Writes a payment plan as CSV that Excel opens without running anything.

use super::deals_csv::guarded;
use super::plan::PlanProblem;
use crate::domain::deposit::RowStatus;
use crate::domain::word::Named as _;

const COLUMNS: [&str; 8] = ["n", "label", "due", "amount", "currency", "share", "paid", "status"];

/// The rows as UTF-8 with a BOM, by which Excel knows it; names and numbers as the command line writes them.
pub fn plan_csv(rows: &[RowStatus]) -> Result<Vec<u8>, PlanProblem> {
    let problem = |error: ::csv::Error| PlanProblem::Format(error.to_string());
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS).map_err(problem)?;
    for RowStatus { row, paid, status, .. } in rows {
        let fields = [
            row.n.to_string(),
            row.label.name().to_owned(),
            row.due.map_or_else(String::new, |due| due.to_string()),
            row.amount.to_string(),
            row.amount.currency().code().to_owned(),
            row.share.to_string(),
            paid.to_string(),
            status.name().to_owned(),
        ];
        writer.write_record(fields.iter().map(|field| guarded(field))).map_err(problem)?;
    }
    writer.into_inner().map_err(|error| PlanProblem::Format(error.to_string()))
}
