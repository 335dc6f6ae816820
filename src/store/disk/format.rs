//! The document as text: JSON with one deal on each line, a version and a checksum.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::migrate;
use super::migrate::CURRENT_VERSION;
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::files::problem::{Damage, OpenProblem, SaveProblem};
use crate::domain::files::sealed::{FileHeader, field_damage, opening, seal, strict, text};
use crate::store::{pieces, threads};
use imbl::OrdMap;
use imbl::ordmap::DiffItem;

const MARK: &str = "document";
/// Names that the format uses, so they are never among a document's unknown fields.
const OURS: [&str; 6] = ["icebreak", "version", "checksum", "settings", "library", "deals"];

/// Whether a document must prove that nothing but Icebreak wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// The checksum must match.
    Checksum,
    /// The person says that they edited the file: the checksum may be wrong or missing.
    HandEdit,
}

/// Reads a document of this or an earlier version; returns the version, too.
pub fn decode(bytes: &[u8], trust: Trust) -> Result<(Document, u64), OpenProblem> {
    let sealed = |damage| OpenProblem::Damaged { damage, readable: false };
    let text = text(bytes).map_err(sealed)?;
    if let Some(sound) = sound_and_large(text) {
        return Ok((sound, CURRENT_VERSION));
    }
    strict::check(text).map_err(sealed)?;
    let header = FileHeader::read(text, MARK)?;
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

/// A large document that this program wrote, read by several threads; None for any other.
fn sound_and_large(text: &str) -> Option<Document> {
    let (head, lines) = pieces::split(text)?;
    strict::check(&head).ok()?;
    let header = FileHeader::read(&head, MARK).ok()?;
    header.version(CURRENT_VERSION).ok().filter(|version| *version == CURRENT_VERSION)?;
    let (deals, verified) = threads::both(text.len(), || pieces::read_lines(lines), || header.verify(text));
    verified.ok()?;
    let deals = deals?.into_iter().map(|deal| (deal.id.clone(), deal)).collect();
    Some(Document { deals, ..document(&head, CURRENT_VERSION).ok()? })
}

/// Writes documents; deals that did not change since the last time are neither written nor checked anew.
#[derive(Debug, Default)]
pub struct Encoder {
    written: OrdMap<DealId, Arc<Deal>>,
    lines: DealLines,
}

/// The line of each deal.
type DealLines = BTreeMap<DealId, Box<str>>;

impl Encoder {
    /// The file's text. Every new part was read back and found to be the same.
    pub fn encode(&mut self, document: &Document) -> Result<String, SaveProblem> {
        self.try_encode(document).inspect_err(|_unproven| *self = Self::default())
    }

    fn try_encode(&mut self, document: &Document) -> Result<String, SaveProblem> {
        let unproven = || SaveProblem::NotReproducible;
        let head = proven_head(document).ok_or_else(unproven)?;
        self.update(&document.deals).ok_or_else(unproven)?;
        Ok(assembled(&head, &self.lines))
    }

    /// Writes the lines of new and changed deals and drops those of removed deals. Shared parts of the maps are
    /// skipped.
    fn update(&mut self, deals: &OrdMap<DealId, Arc<Deal>>) -> Option<()> {
        let before = std::mem::replace(&mut self.written, deals.clone());
        let mut changed = Vec::new();
        for change in before.diff(deals) {
            match change {
                DiffItem::Add(id, deal) | DiffItem::Update { new: (id, deal), .. } => {
                    changed.push((id, deal));
                }
                DiffItem::Remove(id, _) => {
                    self.lines.remove(id);
                }
            }
        }
        let lines = pieces::proven_lines(&changed)?;
        self.lines.extend(changed.into_iter().map(|(id, _)| id.clone()).zip(lines));
        Some(())
    }
}

/// The whole text from its head and the lines of all deals.
fn assembled(head: &str, lines: &DealLines) -> String {
    let length =
        lines.values().fold(head.len(), |sum, line| sum.saturating_add(line.len()).saturating_add(2));
    let mut text = opening(MARK, CURRENT_VERSION, length);
    text.push_str(head);
    text.push_str(",\n\"deals\":{");
    let mut separator = "\n";
    for line in lines.values() {
        text.push_str(separator);
        text.push_str(line);
        separator = ",\n";
    }
    text.push_str("\n}}\n");
    seal(text)
}

/// The text between the checksum and the deals; None where reading it back would give something else.
fn proven_head(document: &Document) -> Option<String> {
    let head = head(document).ok()?;
    let (again, _version) = decode(assembled(&head, &DealLines::new()).as_bytes(), Trust::Checksum).ok()?;
    (again == Document { deals: OrdMap::new(), ..document.clone() }).then_some(head)
}

/// The text between the checksum and the deals.
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
