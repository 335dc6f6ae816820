//! The document as text: JSON with one deal a line, a version and a checksum.

use std::collections::HashMap;
use std::sync::Arc;

use imbl::OrdMap;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::file::hex;
use super::{migrate, strict};
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::problem::{Damage, OpenProblem, SaveProblem};

/// The version that this program writes.
pub const CURRENT_VERSION: u64 = 1;

const MARK: &str = "document";
const HASH_NAME: &str = "sha256:";
const HASH_DIGITS: usize = 64;
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
    let header = Header::read(text)?;
    let version = header.version()?;
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
    lines: HashMap<DealId, (Arc<Deal>, Arc<str>)>,
}

impl Encoder {
    /// The file's text. Every part that is new was read back and found to be the same.
    pub fn encode(&mut self, document: &Document) -> Result<String, SaveProblem> {
        self.try_encode(document).inspect_err(|_unproven| self.lines.clear())
    }

    fn try_encode(&mut self, document: &Document) -> Result<String, SaveProblem> {
        let head = head(document).map_err(|_unwritable| SaveProblem::NotReproducible)?;
        let changed = self.update(document).map_err(|_unwritable| SaveProblem::NotReproducible)?;
        let written = self.assembled(&head, &changed);
        match decode(written.as_bytes(), Trust::Checksum) {
            Ok((again, _version)) if again == changed => {}
            Ok(_) | Err(_) => return Err(SaveProblem::NotReproducible),
        }
        let everything_is_new = changed.deals.len() == document.deals.len();
        Ok(if everything_is_new { written } else { self.assembled(&head, document) })
    }

    /// Writes the lines of new and changed deals and forgets those of deals that are gone; gives the document with
    /// nothing but the deals that were written.
    fn update(&mut self, document: &Document) -> serde_json::Result<Document> {
        let mut changed = Document { deals: OrdMap::new(), ..document.clone() };
        for (id, deal) in &document.deals {
            let is_written = self.lines.get(id).is_some_and(|(written, _)| Arc::ptr_eq(written, deal));
            if !is_written {
                self.lines.insert(id.clone(), (Arc::clone(deal), deal_line(id, deal)?.into()));
                changed.deals.insert(id.clone(), Arc::clone(deal));
            }
        }
        if self.lines.len() > document.deals.len() {
            self.lines.retain(|id, _| document.deals.contains_key(id));
        }
        Ok(changed)
    }

    /// The whole text from its head and the lines of these deals.
    fn assembled(&self, head: &str, document: &Document) -> String {
        let before =
            format!("{{\"icebreak\":\"{MARK}\",\"version\":{CURRENT_VERSION},\"checksum\":\"{HASH_NAME}");
        let lines = || document.deals.keys().filter_map(|id| self.lines.get(id).map(|(_, line)| &**line));
        let length =
            lines().fold(head.len(), |length, line| length.saturating_add(line.len()).saturating_add(2));
        let mut after = String::with_capacity(length.saturating_add(16));
        after.push_str(head);
        after.push_str(",\n\"deals\":{");
        let mut separator = "\n";
        for line in lines() {
            after.push_str(separator);
            after.push_str(line);
            separator = ",\n";
        }
        after.push_str("\n}}\n");
        let digits = checksum(&before, &after);
        [before, digits, after].concat()
    }
}

/// What stands between the checksum and the deals.
fn head(document: &Document) -> serde_json::Result<String> {
    let mut head = String::from("\",\n\"settings\":");
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

fn text(bytes: &[u8]) -> Result<&str, Damage> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(Damage::Empty);
    }
    std::str::from_utf8(bytes).map_err(|not_text| match not_text.error_len() {
        Some(_) => Damage::NotText(not_text.valid_up_to()),
        // It ends within a character.
        None => Damage::CutOff { line: bytes.split(|byte| *byte == b'\n').count() },
    })
}

/// The first line's fields, whatever they hold.
#[derive(Deserialize)]
struct Header {
    icebreak: Option<Value>,
    version: Option<Value>,
    checksum: Option<Value>,
}

impl Header {
    fn read(text: &str) -> Result<Self, OpenProblem> {
        if !text.trim_start().starts_with('{') {
            return Err(OpenProblem::Foreign);
        }
        let header: Self = serde_json::from_str(text)
            .map_err(|error| OpenProblem::Damaged { damage: field_damage(&error), readable: false })?;
        match header.icebreak.as_ref().and_then(Value::as_str) {
            Some(MARK) => Ok(header),
            Some(_) | None => Err(OpenProblem::Foreign),
        }
    }

    fn version(&self) -> Result<u64, OpenProblem> {
        match self.version.as_ref().and_then(Value::as_u64) {
            Some(version @ 1..=CURRENT_VERSION) => Ok(version),
            Some(version) if version > CURRENT_VERSION => Err(OpenProblem::Newer { version }),
            Some(_) | None => Err(OpenProblem::Damaged { damage: Damage::NoVersion, readable: false }),
        }
    }

    /// The checksum covers every byte but its own digits (and a byte order mark, which is no content).
    fn verify(&self, text: &str) -> Result<(), Damage> {
        let digits = self
            .checksum
            .as_ref()
            .and_then(Value::as_str)
            .and_then(|checksum| checksum.strip_prefix(HASH_NAME))
            .filter(|digits| digits.len() == HASH_DIGITS)
            .ok_or(Damage::NoChecksum)?;
        match text.split_once(digits) {
            Some((before, after)) if checksum(before, after) == digits => Ok(()),
            Some(_) | None => Err(Damage::Checksum),
        }
    }
}

fn checksum(before: &str, after: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(after);
    hex(&hash.finalize())
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

fn field_damage(error: &serde_json::Error) -> Damage {
    let (line, column) = (error.line(), error.column());
    let text = error.to_string();
    let place = format!(" at line {line} column {column}");
    Damage::Field { line, column, what: text.strip_suffix(&place).unwrap_or(&text).into() }
}
