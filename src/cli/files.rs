//! Opens documents for commands.

use std::path::Path;

use super::Refusal;
use crate::domain::document::Document;

/// Reads a document without locking or changing it.
pub fn open_document(path: &Path) -> Result<Document, Refusal> {
    let refuse = |why: String| Refusal::new(format!("{}: {why}", path.display()));
    let text = std::fs::read_to_string(path)
        .map_err(|error| refuse(format!("cannot be read ({error}); check the path")))?;
    serde_json::from_str(&text).map_err(|error| refuse(format!("is not a document of Icebreak ({error})")))
}
