//! `icebreak import`: reads other people's tables of deals, or one packed deal, into a document.

use std::ffi::OsString;
use std::sync::Arc;

use serde_json::{Value, json};
use uuid::Uuid;

use super::files::update_document;
use super::{CommandAnswer, Refusal, counted, path};
use crate::domain::deal::{Deal, DealId};
use crate::domain::deposit::Payment;
use crate::domain::document::Document;
use crate::domain::files::source::{SourceChoice, TableSource};
use crate::domain::import::pack::{PaymentDoubt, payment_doubts, plan_pack};
use crate::domain::import::problem::{Flaw, WarnedRow};
use crate::domain::import::{DealColumn, ImportPlan, plan_import};
use crate::domain::names::Named as _;
use crate::exchange::{DealsRead, Imported, read_import};
use crate::text::Language;
use crate::text::command_line::files as words;
use crate::text::window::import::OutcomeCounts;

#[derive(clap::Args)]
pub struct Arguments {
    /// The .csv, .xlsx, .xls, .xlsb, .ods or .pack.json file to read; its content tells which it is.
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
    let today = super::today_or(arguments.on.as_deref())?;
    let (source, into) = (path(&arguments.source, "SOURCE")?, path(&arguments.into, "--into")?);
    let shown = source.display();
    let read = read_import(source, &choice(arguments)?, today)
        .map_err(|problem| Refusal::new(format!("{shown}: {problem}")))?;
    let mut about = AboutFile { unit: "packed deal", ..AboutFile::default() };
    let plan = update_document(into, |document| {
        let mut plan = match read {
            Imported::Table(DealsRead { rows, warned, ignored, source }) => {
                about =
                    AboutFile { unit: "row", ignored, warned, source: Some(source), only_here: Vec::new() };
                plan_import(document, rows, new_id)
            }
            Imported::Pack(theirs) => {
                about.only_here = payments_only_here(document, &theirs, &shown.to_string())?;
                plan_pack(document, *theirs, new_id)
            }
        };
        let is_new = !into.exists();
        let deals = std::mem::take(&mut plan.deals);
        let changed =
            (!arguments.dry_run && (is_new || !deals.is_empty())).then(|| with_deals(document, deals));
        Ok((changed, plan))
    })?;
    Ok(answer(&plan, &about, arguments.dry_run))
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

/// What the file itself says beside its deals.
#[derive(Default)]
struct AboutFile {
    unit: &'static str,
    /// The headers of unknown columns.
    ignored: Vec<String>,
    warned: Vec<WarnedRow>,
    /// Where the table was; a pack is none.
    source: Option<TableSource>,
    /// Payments of the deal here that a pack does not have.
    only_here: Vec<Payment>,
}

/// The payments that a pack lacks. One that it has with another day or amount may be the same or a further one: only a
/// person can say.
fn payments_only_here(document: &Document, theirs: &Deal, shown: &str) -> Result<Vec<Payment>, Refusal> {
    let mut only_here = Vec::new();
    for doubt in payment_doubts(document, theirs) {
        match doubt {
            PaymentDoubt::OnlyOurs(payment) => only_here.push(payment),
            PaymentDoubt::Corrected { ours, theirs } => {
                return Err(Refusal::new(words::payment_differs(shown, &ours, &theirs)));
            }
        }
    }
    Ok(only_here)
}

fn answer(plan: &ImportPlan, about: &AboutFile, dry_run: bool) -> CommandAnswer {
    let source = about.source.as_ref();
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
        "warnings": warnings(plan, about),
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
    let mut lines =
        vec![format!("{done} {}: {}", counted(plan.read, about.unit), (text.import.counts)(&counts))];
    lines.extend(source.and_then(found_at));
    lines.extend(plan.skipped.iter().map(text.problems.skipped));
    lines.extend(about.warned.iter().map(text.problems.warned));
    lines.extend(plan.warnings.iter().map(text.import.warning));
    lines.extend(about.only_here.iter().map(words::payment_only_here));
    if !about.ignored.is_empty() {
        lines.push(format!("columns not read: {}", about.ignored.join(", ")));
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

/// By row: what is to know about single cells, about deals that meet, and about columns that are not read.
fn warnings(plan: &ImportPlan, about: &AboutFile) -> Vec<Value> {
    let column = |flaw: &Flaw| flaw.column().map(DealColumn::name);
    let cells = about.warned.iter().map(|WarnedRow { row, flaw }| {
        (*row, json!({"row": row, "column": column(flaw), "code": flaw.code(), "why": flaw.to_string()}))
    });
    let deals = plan.warnings.iter().map(|warning| {
        let (row, why) = (warning.row(), (Language::English.text().import.warning)(warning));
        (row, json!({"row": row, "column": warning.column().name(), "code": warning.code(), "why": why}))
    });
    let ignored = about.ignored.iter().map(|header| {
        let why = "no column of deals has this name, so it was not read";
        (0, json!({"row": null, "column": header, "code": "column", "why": why}))
    });
    let payments = about.only_here.iter().map(|payment| {
        (1, json!({"row": 1, "column": "plan", "code": "payment", "why": words::payment_only_here(payment)}))
    });
    let mut warnings: Vec<(u32, Value)> = cells.chain(deals).chain(ignored).chain(payments).collect();
    warnings.sort_by_key(|(row, _)| *row);
    warnings.into_iter().map(|(_, warning)| warning).collect()
}
