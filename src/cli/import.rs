//! `icebreak import`: reads other people's tables of deals, or one packed deal, into a document.

use std::ffi::OsString;
use std::sync::Arc;

use serde_json::json;
use uuid::Uuid;

use super::files::update_document;
use super::{CommandAnswer, Refusal, counted, path};
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::files::source::{SourceChoice, TableSource};
use crate::domain::import::pack::plan_pack;
use crate::domain::import::{ImportPlan, plan_import};
use crate::exchange::{Imported, read_import};
use crate::text::Language;
use crate::text::window::import::OutcomeCounts;

#[derive(clap::Args)]
pub struct Arguments {
    /// The .csv, .xlsx, .xls, .ods or .pack.json file to read; its content tells which it is.
    source: OsString,
    /// The document to import into; created if missing.
    #[arg(long, value_name = "FILE", allow_hyphen_values = true)]
    pub into: OsString,
    /// The sheet to read; else the first visible one that names a buyer.
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    sheet: Option<String>,
    /// The encoding of a text file, such as gb18030 or euc-kr; else it is detected.
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    encoding: Option<String>,
    /// The row with the names of the columns; else it is found within the first 20.
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    header: Option<String>,
    /// Say what would happen, change nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// The date that counts as today.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    on: Option<String>,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Result<CommandAnswer, Refusal> {
    // No import depends on today, but an invalid date is a mistake worth reporting.
    super::today_or(arguments.on.as_deref())?;
    let (source, into) = (path(&arguments.source, "SOURCE")?, path(&arguments.into, "--into")?);
    let shown = source.display();
    let read = read_import(source, &choice(arguments)?)
        .map_err(|problem| Refusal::new(format!("{shown}: {problem}")))?;
    let (ignored, source, unit) = match &read {
        Imported::Table(table) => (table.ignored.clone(), Some(table.source.clone()), "row"),
        Imported::Pack(_) => (Vec::new(), None, "packed deal"),
    };
    let plan = update_document(into, |document| {
        let mut plan = match read {
            Imported::Table(table) => plan_import(document, table.rows, new_id),
            Imported::Pack(deal) => plan_pack(document, *deal, new_id),
        };
        let is_new = !into.exists();
        let deals = std::mem::take(&mut plan.deals);
        let changed =
            (!arguments.dry_run && (is_new || !deals.is_empty())).then(|| with_deals(document, deals));
        Ok((changed, plan))
    })?;
    Ok(answer(&plan, &ignored, source.as_ref(), unit, arguments.dry_run))
}

fn choice(arguments: &Arguments) -> Result<SourceChoice, Refusal> {
    let row = |text: &String| {
        let row = text.trim().parse::<u32>().ok().filter(|row| *row > 0);
        row.ok_or_else(|| {
            Refusal::new(format!("--header {text:?} is no row; write its number, for example 3"))
        })
    };
    Ok(SourceChoice {
        sheet: arguments.sheet.clone(),
        encoding: arguments.encoding.clone(),
        header: arguments.header.as_ref().map(row).transpose()?,
    })
}

fn new_id() -> DealId {
    DealId::new(Uuid::new_v4().simple().to_string())
}

fn with_deals(document: &Document, deals: Vec<Arc<Deal>>) -> Document {
    let mut document = document.clone();
    document.deals.extend(deals.into_iter().map(|deal| (deal.id.clone(), deal)));
    document
}

fn answer(
    plan: &ImportPlan,
    ignored: &[String],
    source: Option<&TableSource>,
    unit: &str,
    dry_run: bool,
) -> CommandAnswer {
    let skipped: Vec<_> = plan
        .skipped
        .iter()
        .map(|skipped| {
            json!({"row": skipped.row, "code": skipped.flaw.code(), "why": skipped.flaw.to_string()})
        })
        .collect();
    let mut json = json!({
        "read": plan.read,
        "added": plan.added,
        "updated": plan.updated,
        "unchanged": plan.unchanged,
        "skipped": skipped,
    });
    if let (Some(TableSource { encoding, sheet, sheets_left, header_row }), Some(json)) =
        (source, json.as_object_mut())
    {
        json.insert("encoding".to_owned(), json!(encoding));
        json.insert("sheet".to_owned(), json!(sheet));
        json.insert("sheets_left".to_owned(), json!(sheets_left));
        json.insert("header_row".to_owned(), json!(header_row));
    }
    let text = Language::English.text();
    let counts = OutcomeCounts {
        added: plan.added,
        updated: plan.updated,
        unchanged: plan.unchanged,
        skipped: plan.skipped.len(),
        waiting: 0,
    };
    let done = if dry_run { "would read" } else { "read" };
    let mut lines = vec![format!("{done} {}: {}", counted(plan.read, unit), (text.import.counts)(&counts))];
    lines.extend(source.and_then(found_at));
    lines.extend(plan.skipped.iter().map(text.problems.skipped));
    if !ignored.is_empty() {
        lines.push(format!("columns not read: {}", ignored.join(", ")));
    }
    CommandAnswer { json: json.to_string(), text: lines.join("\n") }
}

/// Where the table was, as far as that is worth a word: not for the only sheet, or a header at the top in UTF-8.
fn found_at(source: &TableSource) -> Option<String> {
    let TableSource { encoding, sheet, sheets_left, header_row } = source;
    let encoding = encoding.as_ref().filter(|name| *name != "utf-8").map(|name| format!("encoding {name}"));
    let header = (*header_row != 1).then(|| format!("header in row {header_row}"));
    let sheet = sheet
        .as_ref()
        .filter(|_| !sheets_left.is_empty())
        .map(|name| format!("sheet {name:?} (not read: {}; name one with --sheet)", sheets_left.join(", ")));
    let found: Vec<String> = [sheet, header, encoding].into_iter().flatten().collect();
    (!found.is_empty()).then(|| format!("found: {}", found.join(", ")))
}
