//! How the commands read and write their documents.

use std::path::Path;

use super::Refusal;
use crate::domain::document::Document;
use crate::exchange::write::{write_new, write_over};

pub fn open_document(path: &Path) -> Result<Document, Refusal> {
    let bytes = std::fs::read(path).map_err(|error| {
        Refusal::new(format!("{}: cannot be read ({error}); check the name", path.display()))
    })?;
    serde_json::from_slice(&bytes).map_err(|error| {
        Refusal::new(format!("{}: not a sound document ({error}); restore a backup", path.display()))
    })
}

/// Reads the document, an empty one where there is none, and writes what `change` makes of it, if anything.
pub fn update_document<T>(
    path: &Path,
    change: impl FnOnce(&Document) -> Result<(Option<Document>, T), Refusal>,
) -> Result<T, Refusal> {
    let is_new = !path.exists();
    let document = if is_new { Document::default() } else { open_document(path)? };
    let (changed, answer) = change(&document)?;
    if let Some(changed) = changed {
        let json = serde_json::to_vec_pretty(&changed)
            .map_err(|error| Refusal::new(format!("the document cannot be written ({error})")))?;
        if is_new { write_new(path, &json) } else { write_over(path, &json) }
            .map_err(|problem| Refusal::new(format!("{}: {problem}", path.display())))?;
    }
    Ok(answer)
}
