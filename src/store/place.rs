//! Where things are kept when nobody says otherwise.

use std::fs;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::file::{cause, folder};
use crate::domain::problem::Cause;

/// The document that opens when none is named; none where the system has no home folder.
pub fn default_document() -> Option<PathBuf> {
    folders().map(|folders| folders.data_dir().join("deals.json"))
}

pub fn preferences() -> Option<PathBuf> {
    folders().map(|folders| folders.config_dir().join("preferences.json"))
}

/// Where reports of crashes are kept; none where the system has no home folder.
pub fn reports() -> Option<PathBuf> {
    folders().map(|folders| folders.data_dir().to_owned())
}

/// Makes the folder that is to hold a file.
pub fn make_folder_for(path: &Path) -> Result<(), Cause> {
    fs::create_dir_all(folder(path)).map_err(|error| cause(&error))
}

fn folders() -> Option<ProjectDirs> {
    ProjectDirs::from("io.github", "icebreak", "Icebreak")
}
