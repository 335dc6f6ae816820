//! `icebreak sample`: writes the sample document, dated from today.

use std::ffi::OsString;

use chrono::Local;
use serde_json::json;

use super::{CommandAnswer, Refusal, files, path};
use crate::assets;

#[derive(clap::Args)]
pub struct Arguments {
    /// The document to write; must not exist.
    pub file: OsString,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Result<CommandAnswer, Refusal> {
    let file = path(&arguments.file, "FILE")?;
    let document = assets::sample(Local::now().date_naive());
    files::create_document(file, &document)?;
    let deals = document.deals.len();
    let file = file.display().to_string();
    Ok(CommandAnswer {
        text: format!("{file}: the sample document with {deals} deals; see icebreak today {file}"),
        json: json!({ "file": file, "deals": deals }).to_string(),
    })
}
