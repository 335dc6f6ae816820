//! `icebreak check`: is this file a sound document?

use std::ffi::OsString;

use serde_json::json;

use super::files::read_document;
use super::{CommandAnswer, Refusal, path};
use crate::text::command_line;

#[derive(clap::Args)]
pub struct Arguments {
    /// The document.
    file: OsString,
    /// One JSON object on standard output.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Result<CommandAnswer, Refusal> {
    let read = read_document(path(&arguments.file, "FILE")?)?;
    let deals = read.document.deals.len();
    Ok(CommandAnswer {
        json: json!({ "version": read.version, "deals": deals, "sound": true }).to_string(),
        text: command_line::sound(read.version, deals),
    })
}
