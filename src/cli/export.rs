//! `icebreak export`: writes deals, or one deal, as a file for other programs.

use std::ffi::OsString;
use std::path::Path;

use serde_json::json;

use super::files::open_document;
use super::{Answer, Refusal, path, today_or};
use crate::domain::deal::Deal;
use crate::domain::deposit::PlanFormat;
use crate::domain::document::Document;
use crate::domain::find;
use crate::domain::turn::summary_of;
use crate::exchange::deals::sorted;
use crate::exchange::deals_csv::deals_csv;
use crate::exchange::deals_xlsx::deals_xlsx;
use crate::exchange::pack::pack;
use crate::exchange::plan::plan_file;
use crate::exchange::write::write_new;
use crate::text::message::language_of;

#[derive(clap::Args)]
pub struct Arguments {
    /// The document to read.
    file: OsString,
    /// The file to write; its extension says which format.
    #[arg(long, value_name = "OUT", allow_hyphen_values = true)]
    pub to: OsString,
    /// Only this deal: an id, a PI number, or a buyer's name that matches one deal only.
    #[arg(long, value_name = "WHO", allow_hyphen_values = true)]
    deal: Option<String>,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy)]
enum Format {
    Deals(Table),
    /// The payment plan of one deal.
    PlanMarkdown,
    /// One whole deal, for a colleague.
    Pack,
}

#[derive(Clone, Copy)]
enum Table {
    Csv,
    Xlsx,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let format = format_of(path(&arguments.to, "--to")?)?;
    let document = open_document(path(&arguments.file, "FILE")?)?;
    match (format, arguments.deal.as_deref()) {
        (Format::Deals(table), who) => export_deals(arguments, &document, table, who),
        (Format::PlanMarkdown, Some(who)) => export_plan(arguments, one_deal(&document, who)?),
        (Format::PlanMarkdown, None) => Err(Refusal::new("say with --deal WHO whose plan to write")),
        (Format::Pack, Some(who)) => export_pack(arguments, one_deal(&document, who)?),
        (Format::Pack, None) => Err(Refusal::new("say with --deal WHO which deal to pack")),
    }
}

fn export_deals(
    arguments: &Arguments,
    document: &Document,
    table: Table,
    who: Option<&str>,
) -> Result<Answer, Refusal> {
    let deals: Vec<&Deal> = match who {
        Some(who) => vec![one_deal(document, who)?],
        None => sorted(document.deals.values().map(|deal| &**deal)),
    };
    let bytes = match table {
        Table::Csv => deals_csv(&deals, summary_of),
        Table::Xlsx => deals_xlsx(&deals, summary_of),
    };
    let out = write(arguments, &bytes.map_err(|problem| Refusal::new(problem.to_string()))?)?;
    Ok(Answer {
        text: format!("wrote {} deals to {out}", deals.len()),
        json: json!({"to": out, "deals": deals.len()}),
    })
}

/// In the buyer's language: they are who it is for.
fn export_plan(arguments: &Arguments, deal: &Deal) -> Result<Answer, Refusal> {
    let buyer = &deal.buyer.company;
    let plan = deal.plan.as_ref().ok_or_else(|| {
        Refusal::new(format!("{buyer} has no payment plan; make one on the deal's Deposit page"))
    })?;
    let language = language_of(deal).0;
    let heading = [language.text().deposit.heading, &deal.agreed.pi, buyer].map(str::trim).join(" ");
    let bytes = plan_file(plan, PlanFormat::Markdown, &heading, today_or(None)?, language)
        .map_err(|problem| Refusal::new(format!("{buyer}: {problem}")))?;
    let out = write(arguments, &bytes)?;
    Ok(Answer { text: format!("wrote the plan of {buyer} to {out}"), json: json!({"to": out, "deals": 1}) })
}

fn export_pack(arguments: &Arguments, deal: &Deal) -> Result<Answer, Refusal> {
    let buyer = &deal.buyer.company;
    let bytes = pack(deal).map_err(|problem| Refusal::new(format!("{buyer}: {problem}")))?;
    let out = write(arguments, &bytes)?;
    Ok(Answer { text: format!("packed the deal of {buyer} in {out}"), json: json!({"to": out, "deals": 1}) })
}

fn write(arguments: &Arguments, bytes: &[u8]) -> Result<String, Refusal> {
    let to = path(&arguments.to, "--to")?;
    let out = to.display().to_string();
    write_new(to, bytes).map_err(|problem| Refusal::new(format!("{out}: {problem}")))?;
    Ok(out)
}

fn format_of(path: &Path) -> Result<Format, Refusal> {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let has = |ending: &str| name.ends_with(ending);
    if has(".csv") {
        Ok(Format::Deals(Table::Csv))
    } else if has(".xlsx") {
        Ok(Format::Deals(Table::Xlsx))
    } else if has(".md") {
        Ok(Format::PlanMarkdown)
    } else if has(".pack.json") {
        Ok(Format::Pack)
    } else if has(".pdf") || has(".ics") {
        Err(Refusal::new(format!(
            "{}: this format is not built yet; write .csv, .xlsx, .md or .pack.json",
            path.display()
        )))
    } else {
        Err(Refusal::new(format!(
            "{}: its ending names no known format; write .csv, .xlsx, .md or .pack.json",
            path.display()
        )))
    }
}

fn one_deal<'a>(document: &'a Document, who: &str) -> Result<&'a Deal, Refusal> {
    let unknown = |why: &dyn std::fmt::Display| Refusal::new(format!("--deal {who:?}: {why}"));
    let id = find::who(document, who).map_err(|problem| unknown(&problem))?;
    document.deal(&id).map(|deal| &**deal).ok_or_else(|| unknown(&"not there"))
}
