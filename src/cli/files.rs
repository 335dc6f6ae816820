//! Where the commands find their documents, and how they read and write them.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::Refusal;
use crate::domain::document::Document;

/// The document that opens where no other is named.
pub fn default_path() -> Result<PathBuf, Refusal> {
    ProjectDirs::from("io.github", "icebreak", "Icebreak")
        .map(|folders| folders.data_dir().join("deals.json"))
        .ok_or_else(|| Refusal::new("no home folder is known; name the document: icebreak today FILE"))
}

pub fn open_document(path: &Path) -> Result<Document, Refusal> {
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Refusal::new(format!(
            "{}: there is no such document; check the name, or make one with icebreak sample FILE",
            path.display()
        )),
        _ => Refusal::new(format!("{}: cannot be read ({error}); check the file", path.display())),
    })?;
    serde_json::from_slice(&bytes).map_err(|error| {
        Refusal::new(format!("{}: not a sound document ({error}); restore a backup", path.display()))
    })
}

/// Writes a new document; one that is there already is never overwritten.
pub fn create_document(path: &Path, document: &Document) -> Result<(), Refusal> {
    let json = serde_json::to_vec_pretty(document)
        .map_err(|error| Refusal::new(format!("the document cannot be written ({error})")))?;
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(path).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => {
                Refusal::new(format!("{}: already there; choose another name", path.display()))
            }
            _ => cannot_write(path, &error),
        })?;
    file.write_all(&json).and_then(|()| file.sync_all()).map_err(|error| cannot_write(path, &error))
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Refusal {
    Refusal::new(format!("{}: cannot be written ({error}); choose another folder", path.display()))
}
