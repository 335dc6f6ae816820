//! Files that prove that nothing but Icebreak wrote them: a mark, a version and a checksum of every other byte.

pub mod strict;

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::problem::{Damage, OpenProblem};

/// What comes before the digits of a checksum.
pub const HASH_NAME: &str = "sha256:";
const HASH_DIGITS: usize = 64;
const LONGEST_OPENING: usize = 256;
const LONGEST_WHY: usize = 200;

/// The text of a file, without a byte order mark.
pub fn text(bytes: &[u8]) -> Result<&str, Damage> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(Damage::Empty);
    }
    std::str::from_utf8(bytes).map_err(|not_text| match not_text.error_len() {
        Some(_) => Damage::NotText(not_text.valid_up_to()),
        // The text ends within a character.
        None => Damage::CutOff { line: bytes.split(|byte| *byte == b'\n').count() },
    })
}

/// The beginning of a file, with zeros for the checksum; `,` and the rest follow, then [`seal`] puts the checksum in.
pub fn opening(mark: &str, version: u64, room: usize) -> String {
    let mut text = String::with_capacity(room.saturating_add(LONGEST_OPENING));
    text.push_str(&format!("{{\"icebreak\":\"{mark}\",\"version\":{version},\"checksum\":\"{HASH_NAME}"));
    text.extend(std::iter::repeat_n('0', HASH_DIGITS));
    text.push('"');
    text
}

/// Replaces the zeros of [`opening`] by the checksum of all the rest.
pub fn seal(mut text: String) -> String {
    let start = text.find(HASH_NAME).map_or(0, |name| name.saturating_add(HASH_NAME.len()));
    let end = start.saturating_add(HASH_DIGITS);
    if let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) {
        let digits = checksum(before, after);
        text.replace_range(start..end, &digits);
    }
    text
}

/// SHA-256 of the text before and after the digits.
pub fn checksum(before: &str, after: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(after);
    hex(&hash.finalize())
}

/// The first line's fields, whatever they hold.
#[derive(Deserialize)]
pub struct FileHeader {
    icebreak: Option<Value>,
    version: Option<Value>,
    checksum: Option<Value>,
}

impl FileHeader {
    /// A file without this mark is foreign.
    pub fn read(text: &str, mark: &str) -> Result<Self, OpenProblem> {
        if !text.trim_start().starts_with('{') {
            return Err(OpenProblem::Foreign);
        }
        let header: Self = serde_json::from_str(text)
            .map_err(|error| OpenProblem::Damaged { damage: field_damage(&error), readable: false })?;
        if header.icebreak.as_ref().and_then(Value::as_str) == Some(mark) {
            Ok(header)
        } else {
            Err(OpenProblem::Foreign)
        }
    }

    /// The version, where this program reads it: up to `current`.
    pub fn version(&self, current: u64) -> Result<u64, OpenProblem> {
        match self.version.as_ref().and_then(Value::as_u64) {
            Some(version) if (1..=current).contains(&version) => Ok(version),
            Some(version) if version > current => Err(OpenProblem::Newer { version }),
            Some(_) | None => Err(OpenProblem::Damaged { damage: Damage::NoVersion, readable: false }),
        }
    }

    /// The checksum covers every byte but its own digits (and a byte order mark, which is no content).
    pub fn verify(&self, text: &str) -> Result<(), Damage> {
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

/// Where and why a value did not fit its field; the value itself may be anything, so it is shown briefly.
pub fn field_damage(error: &serde_json::Error) -> Damage {
    let (line, column) = (error.line(), error.column());
    let text = error.to_string();
    let place = format!(" at line {line} column {column}");
    let what = text.strip_suffix(&place).unwrap_or(&text);
    Damage::Field { line, column, what: what.chars().filter(|c| is_plain(*c)).take(LONGEST_WHY).collect() }
}

/// Whether it is neither a control character nor one that changes the direction of the text.
fn is_plain(character: char) -> bool {
    !character.is_control()
        && !matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Two lower-case digits a byte.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}
