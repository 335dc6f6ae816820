//! `icebreak sample`: writes the sample document, dated from today.

use std::path::PathBuf;

use chrono::Local;
use serde_json::json;

use super::{Answer, Refusal, files};
use crate::assets;

#[derive(clap::Args)]
pub struct Arguments {
    /// The document to write; must not exist.
    file: PathBuf,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Refusal> {
    let document = assets::sample(Local::now().date_naive());
    files::create_document(&arguments.file, &document)?;
    let deals = document.deals.len();
    let file = arguments.file.display().to_string();
    Ok(Answer {
        text: format!("{file}: the sample document with {deals} deals; see icebreak today {file}"),
        json: json!({ "file": file, "deals": deals }),
    })
}
