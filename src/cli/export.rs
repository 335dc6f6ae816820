//! `icebreak export`: writes deals, or one deal, as a file for other programs.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::files::open_document;
use super::{Answer, Refusal};
use crate::domain::deal::Deal;
use crate::domain::document::Document;
use crate::domain::find;
use crate::domain::turn::summary_of;
use crate::exchange::deals::sorted;
use crate::exchange::deals_csv::deals_csv;
use crate::exchange::deals_xlsx::deals_xlsx;
use crate::exchange::write::write_new;

#[derive(clap::Args)]
pub struct Arguments {
    /// The document to read.
    file: PathBuf,
    /// The file to write; its extension says which format.
    #[arg(long, value_name = "OUT")]
    to: PathBuf,
    /// Only this deal: an id, a PI number, or a buyer's name that matches one deal only.
    #[arg(long, value_name = "WHO")]
    deal: Option<String>,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

enum Format {
    Csv,
    Xlsx,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let format = format_of(&arguments.to)?;
    let document = open_document(&arguments.file)?;
    let deals = sorted(chosen(&document, arguments.deal.as_deref())?);
    let bytes = match format {
        Format::Csv => deals_csv(&deals, summary_of),
        Format::Xlsx => deals_xlsx(&deals, summary_of),
    };
    let out = arguments.to.display().to_string();
    let bytes = bytes.map_err(|problem| Refusal::new(problem.to_string()))?;
    write_new(&arguments.to, &bytes).map_err(|problem| Refusal::new(format!("{out}: {problem}")))?;
    Ok(Answer {
        text: format!("wrote {} deals to {out}", deals.len()),
        json: json!({"to": out, "deals": deals.len()}),
    })
}

fn format_of(path: &Path) -> Result<Format, Refusal> {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let has = |ending: &str| name.ends_with(ending);
    if has(".csv") {
        Ok(Format::Csv)
    } else if has(".xlsx") {
        Ok(Format::Xlsx)
    } else if has(".pack.json") || has(".pdf") || has(".ics") || has(".md") {
        Err(Refusal::new(format!("{}: this format is not built yet; write .csv or .xlsx", path.display())))
    } else {
        Err(Refusal::new(format!(
            "{}: its ending names no known format; write .csv or .xlsx",
            path.display()
        )))
    }
}

fn chosen<'a>(document: &'a Document, who: Option<&str>) -> Result<Vec<&'a Deal>, Refusal> {
    let Some(who) = who else { return Ok(document.deals.values().map(|deal| &**deal).collect()) };
    let id =
        find::who(document, who).map_err(|problem| Refusal::new(format!("--deal {who:?}: {problem}")))?;
    Ok(document.deal(&id).map(|deal| &**deal).into_iter().collect())
}
