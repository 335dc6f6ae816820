//! Reads what this program understands of a newer version's document, only to be looked at and never to be saved.

use std::path::Path;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::disk::file;
use super::disk::migrate::CURRENT_VERSION;
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;

/// What could be understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Newer {
    pub document: Document,
    pub version: u64,
    /// Deals in the file that this program does not understand.
    pub left_out: usize,
}

/// None where the file is no document of a newer version, or where no deal in it is understood.
pub fn look_into(path: &Path) -> Option<Newer> {
    let bytes = file::read(path).ok()?;
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).ok()?;
    let mut fields: Map<String, Value> = serde_json::from_str(text).ok()?;
    let version = fields.get("version")?.as_u64().filter(|version| *version > CURRENT_VERSION)?;
    if fields.get("icebreak")?.as_str() != Some("document") {
        return None;
    }
    let Some(Value::Object(lines)) = fields.remove("deals") else { return None };
    let mut document = Document {
        settings: Arc::new(understood(fields.get("settings")).unwrap_or_default()),
        library: Arc::new(understood(fields.get("library")).unwrap_or_default()),
        ..Document::default()
    };
    for (id, line) in &lines {
        let deal: Option<Deal> = understood(Some(line));
        if let Some(deal) = deal.filter(|deal| deal.id.as_str() == id) {
            document.deals.insert(DealId::new(id.as_str()), Arc::new(deal));
        }
    }
    let left_out = lines.len().saturating_sub(document.deals.len());
    let anything = lines.is_empty() || !document.deals.is_empty();
    anything.then_some(Newer { document, version, left_out })
}

fn understood<T: DeserializeOwned>(value: Option<&Value>) -> Option<T> {
    // Goes through text, because only there do numbers of any length survive.
    serde_json::from_str(&value?.to_string()).ok()
}
