//! Copies under other names: of a whole document, written anew and read back, or of any file byte by byte.

use std::path::Path;

use super::file::{bytes_if_there, resolve};
use super::format::{Encoder, Trust};
use super::lock;
use super::save::{SeenContent, create_new, save_safely};
use crate::domain::document::Document;
use crate::domain::files::problem::{SaveProblem, SystemRefusal};

/// Writes the document to a file of its own and reads it back. `over`: an existing file may be replaced, but never
/// `original` and never a document that is open somewhere.
pub fn copy_document(
    document: &Document,
    original: Option<&Path>,
    to: &Path,
    over: bool,
) -> Result<(), SaveProblem> {
    let text = Encoder::default().encode(document)?;
    write(text.as_bytes(), original, to, over)?;
    match crate::store::read(to, Trust::Checksum) {
        Ok(read) if read.document == *document => Ok(()),
        Ok(_) | Err(_) => Err(SaveProblem::NotReproducible),
    }
}

/// Copies a file byte by byte, whatever it holds.
pub fn copy_file(from: &Path, to: &Path, over: bool) -> Result<(), SaveProblem> {
    let bytes =
        bytes_if_there(from).map_err(SaveProblem::System)?.ok_or(SaveProblem::System(SystemRefusal::Gone))?;
    write(&bytes, Some(from), to, over)?;
    match bytes_if_there(to) {
        Ok(Some(copy)) if copy == bytes => Ok(()),
        Ok(_) => Err(SaveProblem::NotReproducible),
        Err(cause) => Err(SaveProblem::System(cause)),
    }
}

fn write(bytes: &[u8], original: Option<&Path>, to: &Path, over: bool) -> Result<(), SaveProblem> {
    let resolved = resolve(to).map_err(SaveProblem::System)?;
    if original.is_some_and(|original| resolve(original).is_ok_and(|original| original == resolved)) {
        return Err(SaveProblem::Exists);
    }
    if !over {
        return create_new(&resolved, bytes).map(|_saved| ());
    }
    match lock::holder_of(&resolved) {
        Some(holder) => Err(SaveProblem::Locked(holder)),
        None => save_safely(&resolved, bytes, SeenContent::Whatever).map(|_saved| ()),
    }
}
