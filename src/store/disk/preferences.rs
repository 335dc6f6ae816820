//! The file of preferences. One that cannot be read is kept aside and never silently replaced.

use std::fs;
use std::path::{Path, PathBuf};

use super::file::{beside, cause, read};
use super::place;
use super::save::{SeenContent, save_safely};
use crate::domain::files::preferences::Preferences;
use crate::domain::files::problem::{FileWarning, OpenProblem, SaveProblem, SystemRefusal};

#[derive(Debug)]
pub struct PreferencesFile {
    path: PathBuf,
    /// Why nothing may be written: there is a file that could be neither read nor moved.
    blocked: Option<SystemRefusal>,
}

impl PreferencesFile {
    /// Reads the preferences; the defaults where there is no file or it cannot be read.
    pub fn open(path: &Path) -> (Self, Preferences, Option<FileWarning>) {
        let file = |blocked| Self { path: path.to_owned(), blocked };
        let parsed = match read(path) {
            Ok(bytes) => serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).ok(),
            Err(OpenProblem::NotThere) => Some(Preferences::default()),
            Err(_unreadable) => None,
        };
        match parsed.map_or_else(|| Err(set_aside(path)), Ok) {
            Ok(preferences) => (file(None), preferences, None),
            Err(Ok(aside)) => (file(None), Preferences::default(), Some(FileWarning::KeptAside(aside))),
            Err(Err(cause)) => (file(Some(cause)), Preferences::default(), None),
        }
    }

    pub fn save(&self, preferences: &Preferences) -> Result<(), SaveProblem> {
        if let Some(cause) = &self.blocked {
            return Err(SaveProblem::System(cause.clone()));
        }
        let mut text =
            serde_json::to_string_pretty(preferences).map_err(|_unwritable| SaveProblem::NotReproducible)?;
        text.push('\n');
        place::make_folder_for(&self.path).map_err(SaveProblem::System)?;
        save_safely(&self.path, text.as_bytes(), SeenContent::Whatever).map(|_saved| ())
    }
}

fn set_aside(path: &Path) -> Result<PathBuf, SystemRefusal> {
    const TRIES: u32 = 1000;
    let free = (1..=TRIES)
        .map(|number| beside(path, &if number == 1 { ".bad".to_owned() } else { format!(".bad-{number}") }))
        .find(|aside| fs::symlink_metadata(aside).is_err())
        .ok_or(SystemRefusal::InUse)?;
    fs::rename(path, &free).map_err(|error| cause(&error))?;
    Ok(free)
}
