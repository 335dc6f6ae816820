//! `icebreak sample`: writes the sample document as it looks on a day.

use std::ffi::OsString;

use serde_json::json;

use super::{CommandAnswer, Refusal, files, path, today_or};
use crate::assets;

#[derive(clap::Args)]
pub struct Arguments {
    /// The document to write; must not exist.
    pub file: OsString,
    /// Replaces today.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub on: Option<String>,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Result<CommandAnswer, Refusal> {
    let file = path(&arguments.file, "FILE")?;
    let document = assets::sample(today_or(arguments.on.as_deref())?);
    files::create_document(file, &document)?;
    let deals = document.deals.len();
    let file = file.display().to_string();
    Ok(CommandAnswer {
        text: format!("{file}: the sample document with {deals} deals; see icebreak today {file}"),
        json: json!({ "file": file, "deals": deals }).to_string(),
    })
}
