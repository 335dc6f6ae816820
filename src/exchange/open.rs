//! Detects the kind of a table by its first bytes, as its extension may be wrong.

use super::deals_in::table::SheetTable;
use super::deals_in::{csv, xlsx};
use crate::domain::import::problem::ImportProblem;

/// Reads the table in a file.
pub fn read_table(bytes: &[u8]) -> Result<SheetTable, ImportProblem> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    if bytes.starts_with(ZIP) {
        xlsx::read_workbook(bytes)
    } else if bytes.starts_with(OLE) {
        Err(if is_encrypted(bytes) { ImportProblem::EncryptedWorkbook } else { ImportProblem::OldWorkbook })
    } else if bytes.starts_with(b"%PDF") {
        Err(ImportProblem::UnknownKind)
    } else {
        csv::read_text(bytes)
    }
}

/// Excel stores a workbook with a password in an OLE file with a stream of this name, in UTF-16.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}
