//! The document as text: JSON with one deal a line, a version and a checksum.

use std::collections::HashMap;
use std::sync::Arc;

use super::migrate;
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::problem::{Damage, OpenProblem, SaveProblem};
use crate::domain::sealed::{HASH_NAME, Header, checksum, field_damage, strict, text};

/// The version that this program writes.
pub const CURRENT_VERSION: u64 = 1;

const MARK: &str = "document";
/// Names that belong to the format: never among a document's unknown fields.
const OURS: [&str; 6] = ["icebreak", "version", "checksum", "settings", "library", "deals"];

/// Whether a document must prove that nothing but Icebreak wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// The checksum must match.
    Checksum,
    /// The person says that the edit by hand is theirs: the checksum may be wrong or missing.
    HandEdit,
}

/// Reads a document of this or an earlier version; says which.
pub fn decode(bytes: &[u8], trust: Trust) -> Result<(Document, u64), OpenProblem> {
    let sealed = |damage| OpenProblem::Damaged { damage, readable: false };
    let text = text(bytes).map_err(sealed)?;
    strict::check(text).map_err(sealed)?;
    let header = Header::read(text, MARK)?;
    let version = header.version(CURRENT_VERSION)?;
    match (header.verify(text), trust) {
        (Ok(()), _) | (Err(_), Trust::HandEdit) => {
            document(text, version).map(|document| (document, version)).map_err(sealed)
        }
        (Err(damage), Trust::Checksum) => {
            Err(OpenProblem::Damaged { damage, readable: document(text, version).is_ok() })
        }
    }
}

/// Writes documents; deals that did not change since the last time are not written anew.
#[derive(Debug, Default)]
pub struct Encoder {
    lines: HashMap<DealId, (Arc<Deal>, Arc<str>)>,
}

impl Encoder {
    /// The file's text, read back and found to be the same document.
    pub fn encode(&mut self, document: &Document) -> Result<String, SaveProblem> {
        let text = self.text(document).map_err(|_unwritable| SaveProblem::NotReproducible)?;
        match decode(text.as_bytes(), Trust::Checksum) {
            Ok((again, _)) if again == *document => Ok(text),
            Ok(_) | Err(_) => Err(SaveProblem::NotReproducible),
        }
    }

    fn text(&mut self, document: &Document) -> serde_json::Result<String> {
        let before =
            format!("{{\"icebreak\":\"{MARK}\",\"version\":{CURRENT_VERSION},\"checksum\":\"{HASH_NAME}");
        let mut after = String::from("\",\n\"settings\":");
        after.push_str(&serde_json::to_string(&document.settings)?);
        after.push_str(",\n\"library\":");
        after.push_str(&serde_json::to_string(&document.library)?);
        for (name, value) in document.extra.iter().filter(|(name, _)| !OURS.contains(&name.as_str())) {
            after.push_str(&format!(",\n{}:{value}", serde_json::to_string(name)?));
        }
        after.push_str(",\n\"deals\":{");
        self.push_deals(document, &mut after)?;
        after.push_str("\n}}\n");
        let digits = checksum(&before, &after);
        Ok([before, digits, after].concat())
    }

    fn push_deals(&mut self, document: &Document, text: &mut String) -> serde_json::Result<()> {
        let mut known = std::mem::take(&mut self.lines);
        let mut separator = "\n";
        for (id, deal) in &document.deals {
            let line = match known.remove(id) {
                Some((written, line)) if Arc::ptr_eq(&written, deal) => line,
                Some(_) | None => deal_line(id, deal)?.into(),
            };
            text.push_str(separator);
            text.push_str(&line);
            separator = ",\n";
            self.lines.insert(id.clone(), (Arc::clone(deal), line));
        }
        Ok(())
    }
}

/// A deal as it stands in the file, without the comma behind it.
fn deal_line(id: &DealId, deal: &Deal) -> serde_json::Result<String> {
    Ok(format!("{}:{}", serde_json::to_string(id)?, serde_json::to_string(deal)?))
}

fn document(text: &str, version: u64) -> Result<Document, Damage> {
    let parsed: serde_json::Result<Document> = if version == CURRENT_VERSION {
        serde_json::from_str(text)
    } else {
        serde_json::from_str(text)
            .and_then(|value| serde_json::from_value(migrate::to_current(value, version)))
    };
    let mut document = parsed.map_err(|error| field_damage(&error))?;
    document.extra.retain(|name, _| !OURS.contains(&name.as_str()));
    match document.deals.iter().find(|(id, deal)| **id != deal.id) {
        Some((id, _)) => Err(Damage::DealId(id.as_str().into())),
        None => Ok(document),
    }
}
