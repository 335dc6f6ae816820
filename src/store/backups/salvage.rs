//! Reads a damaged document line by line, because each deal is on one line; the damaged file is not changed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::files::problem::SaveProblem;
use crate::domain::files::salvage::{Lost, LostPart, Salvage};
use crate::domain::files::sealed::strict;
use crate::store::disk::copy::copy_document;
use crate::store::disk::file::resolve;
use crate::store::disk::migrate::CURRENT_VERSION;

/// The readable deals, with settings and library if they are readable; None where no deal is.
pub fn salvage(bytes: &[u8]) -> Option<(Document, Salvage)> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = SalvageReader::default();
    for (place, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        reader.read(place.saturating_add(1), line);
    }
    reader.end()
}

/// Writes what was rescued to a new file beside the damaged one; returns its path.
pub fn write_beside(damaged: &Path, document: &Document) -> Result<PathBuf, SaveProblem> {
    const TRIES: u32 = 1000;
    let resolved = resolve(damaged).map_err(SaveProblem::System)?;
    let stem = resolved.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    for number in 1..=TRIES {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        let path = resolved.with_file_name(format!("{stem}-rescued{number}.json"));
        match copy_document(document, Some(&resolved), &path, false) {
            Ok(()) => return Ok(path),
            Err(SaveProblem::Exists) => {}
            Err(problem) => return Err(problem),
        }
    }
    Err(SaveProblem::Exists)
}

#[derive(Default)]
struct SalvageReader {
    document: Document,
    lost: Vec<Lost>,
    has_settings: bool,
    has_library: bool,
    in_deals: bool,
    has_ended: bool,
    /// Written in a format that is newer than this program, or that it has to convert.
    is_of_another_version: bool,
}

impl SalvageReader {
    fn read(&mut self, number: usize, line: &[u8]) {
        let text = String::from_utf8_lossy(line);
        let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0');
        if text.is_empty() {
            return;
        }
        if number == 1 && text.starts_with('{') && text.contains("\"icebreak\"") {
            self.is_of_another_version = version_in(text).is_some_and(|version| version != CURRENT_VERSION);
            return;
        }
        match text {
            "\"deals\":{" => self.in_deals = true,
            "}}" | "}" => self.has_ended = true,
            _line => {
                let is_text = std::str::from_utf8(line).is_ok();
                if !(is_text && self.take(text)) {
                    self.lose(number, text);
                }
            }
        }
    }

    /// Whether the line could be read completely.
    fn take(&mut self, line: &str) -> bool {
        let entry = format!("{{{}}}", line.strip_suffix(',').unwrap_or(line));
        if strict::check(&entry).is_err() {
            return false;
        }
        let fields: Map<String, Value> = serde_json::from_str(&entry).unwrap_or_default();
        let mut fields = fields.into_iter();
        let (Some((name, value)), None) = (fields.next(), fields.next()) else { return false };
        match &*name {
            "settings" => put(&mut self.document.settings, &mut self.has_settings, &value),
            "library" => put(&mut self.document.library, &mut self.has_library, &value),
            id => match parsed::<Deal>(&value).filter(|deal| deal.id.as_str() == id) {
                // The same deal twice: it is unknown which one is right.
                Some(deal) if !self.document.deals.contains_key(&deal.id) => {
                    self.document.deals.insert(DealId::new(id), Arc::new(deal));
                    true
                }
                Some(_) => false,
                None if self.in_deals || value.get("buyer").is_some() => false,
                // A field of a newer program.
                None => {
                    self.document.extra.insert(name, value);
                    true
                }
            },
        }
    }

    fn lose(&mut self, number: usize, line: &str) {
        let part = if line.starts_with("\"settings\"") {
            LostPart::Settings
        } else if line.starts_with("\"library\"") {
            LostPart::Library
        } else {
            LostPart::Deal(buyer_in(line))
        };
        self.lost.push(Lost { line: Some(number), part });
    }

    fn end(mut self) -> Option<(Document, Salvage)> {
        let deals = self.document.deals.len();
        if deals == 0 || self.is_of_another_version {
            return None;
        }
        for (part, found) in [(LostPart::Settings, self.has_settings), (LostPart::Library, self.has_library)]
        {
            if !found && !self.lost.iter().any(|lost| lost.part == part) {
                self.lost.push(Lost { line: None, part });
            }
        }
        Some((self.document, Salvage { deals, lost: self.lost, is_cut_off: !self.has_ended }))
    }
}

fn put<T: DeserializeOwned>(part: &mut Arc<T>, found: &mut bool, value: &Value) -> bool {
    let Some(read) = parsed(value) else { return false };
    *part = Arc::new(read);
    *found = true;
    true
}

fn parsed<T: DeserializeOwned>(value: &Value) -> Option<T> {
    // Goes through text, because only there do numbers of any length survive.
    serde_json::from_str(&value.to_string()).ok()
}

fn version_in(line: &str) -> Option<u64> {
    let (_, rest) = line.split_once("\"version\":")?;
    rest.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

/// The buyer's name, where that much of the line is readable.
pub(crate) fn buyer_in(line: &str) -> Option<String> {
    const FIELD: &str = "\"company\":";
    let (_, value) = line.split_once(FIELD)?;
    let mut values = serde_json::Deserializer::from_str(value).into_iter::<String>();
    values.next()?.ok().filter(|company| !company.is_empty())
}
