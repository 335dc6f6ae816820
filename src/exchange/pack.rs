//! One whole deal as a file for a colleague: readable JSON with a version and a checksum.

use std::path::Path;

use serde::Deserialize;

use super::deals_in::table::read_bytes;
use crate::domain::deal::Deal;
use crate::domain::files::problem::{Damage, OpenProblem};
use crate::domain::files::sealed;
use crate::domain::files::sealed::{FileHeader, field_damage, strict};
use crate::domain::import::pack::PACK_VERSION;
use crate::domain::import::problem::{ImportProblem, PackProblem};

/// The file extension of packs.
pub(crate) const EXTENSION: &str = "pack.json";
/// The size limit of packs in bytes; a deal with a note of a megabyte takes a hundredth of it.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

const MARK: &str = "deal-pack";
const DOCUMENT: &str = "document";
/// A deal is nested deeper in a document than in a pack; these spare levels ensure that a pack fits in a document.
const SPARE_LEVELS: usize = 8;

/// Writes a complete deal, and checks that reading the bytes gives the same deal.
pub fn pack(deal: &Deal) -> Result<Vec<u8>, PackProblem> {
    let written = serde_json::to_string_pretty(deal).map_err(|_unwritable| PackProblem::NotReproducible)?;
    let mut text = sealed::opening(MARK, PACK_VERSION, written.len());
    text.push_str(&format!(",\n\"deal\":{written}\n}}\n"));
    let text = sealed::seal(text);
    match unpack(text.as_bytes()) {
        Ok(again) if again == *deal => Ok(text.into_bytes()),
        Err(PackProblem::TooLarge { limit }) => Err(PackProblem::TooLarge { limit }),
        Ok(_) | Err(_) => Err(PackProblem::NotReproducible),
    }
}

/// Reads a packed deal.
pub fn unpack(bytes: &[u8]) -> Result<Deal, PackProblem> {
    if u64::try_from(bytes.len()).map_or(true, |length| length > MOST_BYTES) {
        return Err(PackProblem::TooLarge { limit: MOST_BYTES });
    }
    let text = sealed::text(bytes).map_err(PackProblem::Damaged)?;
    strict::check(text).map_err(PackProblem::Damaged)?;
    let header = FileHeader::read(text, MARK).map_err(|problem| foreign(text, problem))?;
    header.version(PACK_VERSION).map_err(of)?;
    header.verify(text).map_err(PackProblem::Damaged)?;
    let Packed { deal } =
        serde_json::from_str(text).map_err(|error| PackProblem::Damaged(field_damage(&error)))?;
    fits_a_document(&deal)?;
    Ok(deal)
}

/// Reads the packed deal in a file.
pub fn read(path: &Path) -> Result<Deal, ImportProblem> {
    unpack(&read_bytes(path)?).map_err(ImportProblem::Pack)
}

/// Whether a file holds JSON, which no table does, regardless of its name.
pub(crate) fn is_json(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start().starts_with(b"{")
}

/// Whether the file is marked as a pack, damaged or not.
pub(crate) fn is_pack(bytes: &[u8]) -> bool {
    /// The mark is near the start of every pack that this program wrote.
    const HEAD: usize = 512;
    let mark = format!("\"{MARK}\"");
    is_json(bytes)
        && bytes
            .get(..bytes.len().min(HEAD))
            .is_some_and(|head| head.windows(mark.len()).any(|window| window == mark.as_bytes()))
}

#[derive(Deserialize)]
struct Packed {
    deal: Deal,
}

fn foreign(text: &str, problem: OpenProblem) -> PackProblem {
    match problem {
        OpenProblem::Foreign if FileHeader::read(text, DOCUMENT).is_ok() => PackProblem::WholeDocument,
        OpenProblem::Foreign
        | OpenProblem::NotThere
        | OpenProblem::Unreadable(_)
        | OpenProblem::Damaged { .. }
        | OpenProblem::Newer { .. } => of(problem),
    }
}

fn of(problem: OpenProblem) -> PackProblem {
    match problem {
        OpenProblem::Foreign | OpenProblem::NotThere => PackProblem::Foreign,
        OpenProblem::Newer { version } => PackProblem::Newer { version },
        OpenProblem::Damaged { damage, .. } => PackProblem::Damaged(damage),
        OpenProblem::Unreadable(cause) => {
            PackProblem::Damaged(Damage::Field { line: 1, column: 1, what: cause.to_string().into() })
        }
    }
}

/// A deal that does not fit in a document would make every later save fail.
fn fits_a_document(deal: &Deal) -> Result<(), PackProblem> {
    let written = serde_json::to_string(deal).map_err(|_unwritable| PackProblem::NotReproducible)?;
    let deeper = ["[".repeat(SPARE_LEVELS), written.clone(), "]".repeat(SPARE_LEVELS)].concat();
    let fits = strict::check(&deeper).is_ok()
        && serde_json::from_str::<Deal>(&written).is_ok_and(|again| again == *deal);
    if fits { Ok(()) } else { Err(PackProblem::NotReproducible) }
}
