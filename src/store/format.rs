//! The document as text: JSON with one deal a line, a version and a checksum.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::migrate::{self, CURRENT_VERSION};
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::problem::{Damage, OpenProblem, SaveProblem};
use crate::domain::sealed::{Header, field_damage, opening, seal, strict, text};
use imbl::OrdMap;
use imbl::ordmap::DiffItem;

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

/// Writes documents; deals that did not change since the last time are neither written nor read back anew.
#[derive(Debug, Default)]
pub struct Encoder {
    written: OrdMap<DealId, Arc<Deal>>,
    lines: BTreeMap<DealId, Box<str>>,
}

impl Encoder {
    /// The file's text. Every part that is new was read back and found to be the same.
    pub fn encode(&mut self, document: &Document) -> Result<String, SaveProblem> {
        self.try_encode(document).inspect_err(|_unproven| *self = Self::default())
    }

    fn try_encode(&mut self, document: &Document) -> Result<String, SaveProblem> {
        let head = head(document).map_err(|_unwritable| SaveProblem::NotReproducible)?;
        let changed = self.update(document).map_err(|_unwritable| SaveProblem::NotReproducible)?;
        let written = self.assembled(&head, Some(&changed));
        match decode(written.as_bytes(), Trust::Checksum) {
            Ok((again, _version)) if again == changed => {}
            Ok(_) | Err(_) => return Err(SaveProblem::NotReproducible),
        }
        let everything_is_new = changed.deals.len() == document.deals.len();
        Ok(if everything_is_new { written } else { self.assembled(&head, None) })
    }

    /// Writes the lines of new and changed deals and forgets those of deals that are gone; gives the document with
    /// nothing but the deals that were written. Shared parts of the maps are not looked at.
    fn update(&mut self, document: &Document) -> serde_json::Result<Document> {
        let mut changed = Document { deals: OrdMap::new(), ..document.clone() };
        let before = std::mem::replace(&mut self.written, document.deals.clone());
        for change in before.diff(&document.deals) {
            match change {
                DiffItem::Add(id, deal) | DiffItem::Update { new: (id, deal), .. } => {
                    self.lines.insert(id.clone(), deal_line(id, deal)?.into());
                    changed.deals.insert(id.clone(), Arc::clone(deal));
                }
                DiffItem::Remove(id, _) => {
                    self.lines.remove(id);
                }
            }
        }
        Ok(changed)
    }

    /// The whole text from its head and the lines of all deals, or of those alone that were just written.
    fn assembled(&self, head: &str, only: Option<&Document>) -> String {
        let wanted = |id: &DealId| only.is_none_or(|document| document.deals.contains_key(id));
        let lines = || self.lines.iter().filter(|(id, _)| wanted(id)).map(|(_, line)| line);
        let length = lines().fold(head.len(), |sum, line| sum.saturating_add(line.len()).saturating_add(2));
        let mut text = opening(MARK, CURRENT_VERSION, length);
        text.push_str(head);
        text.push_str(",\n\"deals\":{");
        let mut separator = "\n";
        for line in lines() {
            text.push_str(separator);
            text.push_str(line);
            separator = ",\n";
        }
        text.push_str("\n}}\n");
        seal(text)
    }
}

/// What stands between the checksum and the deals.
fn head(document: &Document) -> serde_json::Result<String> {
    let mut head = String::from(",\n\"settings\":");
    head.push_str(&serde_json::to_string(&document.settings)?);
    head.push_str(",\n\"library\":");
    head.push_str(&serde_json::to_string(&document.library)?);
    for (name, value) in document.extra.iter().filter(|(name, _)| !OURS.contains(&name.as_str())) {
        head.push_str(&format!(",\n{}:{value}", serde_json::to_string(name)?));
    }
    Ok(head)
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
