//! Writes a payment plan as CSV that Excel opens without running anything.

use crate::domain::deposit::Means;
use crate::domain::files::export_problem::PlanProblem;
use crate::domain::money::Money;
use crate::domain::names::Named as _;
use crate::exchange::deals_out::deals_csv::guarded;
use crate::text::buyer::schedule::PlanPaper;

/// Column names for programs, as on the command line; only the values of `name` and `condition` are for people. `paid`,
/// `fees` and `open` add up to the amount. Money beyond the total is `over` in the last row, so that `paid` and `over`
/// together are everything received.
const COLUMNS: [&str; 15] = [
    "n",
    "label",
    "due",
    "amount",
    "currency",
    "share",
    "paid",
    "status",
    "upon",
    "name",
    "condition",
    "fees",
    "open",
    "by",
    "over",
];

/// The rows as UTF-8 with a BOM, which Excel needs to recognise it; `name` and `condition` are in the language of the
/// document.
pub fn plan_csv(paper: &PlanPaper, by: Means) -> Result<Vec<u8>, PlanProblem> {
    let problem = |error: ::csv::Error| PlanProblem::Format(error.to_string());
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS).map_err(problem)?;
    let nothing = Money::zero(paper.total.currency());
    let last = paper.rows.last().map(|row| row.n);
    for row in &paper.rows {
        let over = paper.over.filter(|_| Some(row.n) == last).unwrap_or(nothing);
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
            row.rule.clone().unwrap_or_default(),
            row.short.to_string(),
            row.open.to_string(),
            by.name().to_owned(),
            over.to_string(),
        ];
        writer.write_record(fields.iter().map(|field| guarded(field))).map_err(problem)?;
    }
    writer.into_inner().map_err(|error| PlanProblem::Format(error.to_string()))
}
