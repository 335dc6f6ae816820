//! The default places of files.

use std::fs;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::file::{cause, folder};
use crate::domain::files::problem::SystemRefusal;

/// With a folder of this name beside the program everything is kept in it, for example on a memory stick.
const PORTABLE: &str = "icebreak-data";
const DOCUMENT: &str = "deals.json";
const PREFERENCES: &str = "preferences.json";

/// The places of document and preferences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    pub document: PathBuf,
    pub preferences: PathBuf,
    /// The folder beside the program, where there is one.
    pub portable: Option<PathBuf>,
}

/// For a program at this path; None where the system has no home folder.
pub fn home(program: Option<&Path>) -> Option<Home> {
    if let Some(folder) = program.and_then(portable_folder) {
        let inside = |name| folder.join(name);
        return Some(Home {
            document: inside(DOCUMENT),
            preferences: inside(PREFERENCES),
            portable: Some(folder),
        });
    }
    let folders = folders()?;
    Some(Home {
        document: folders.data_dir().join(DOCUMENT),
        preferences: folders.config_dir().join(PREFERENCES),
        portable: None,
    })
}

/// The places for this program.
pub fn home_of_this_program() -> Option<Home> {
    home(std::env::current_exe().ok().as_deref())
}

/// The document that opens when none is named; None where the system has no home folder.
pub fn default_document() -> Option<PathBuf> {
    home_of_this_program().map(|home| home.document)
}

/// On a Mac the program is a folder, `Icebreak.app`, with the executable deep inside.
fn portable_folder(program: &Path) -> Option<PathBuf> {
    let is_bundle = |path: &&Path| path.extension().is_some_and(|extension| extension == "app");
    let seen = program.ancestors().find(is_bundle).unwrap_or(program);
    let beside = folder(seen).join(PORTABLE);
    beside.is_dir().then_some(beside)
}

/// The folder for reports of crashes; None where the system has no home folder.
pub fn reports() -> Option<PathBuf> {
    folders().map(|folders| folders.data_dir().to_owned())
}

/// Makes the folder that is to hold a file.
pub(crate) fn make_folder_for(path: &Path) -> Result<(), SystemRefusal> {
    fs::create_dir_all(folder(path)).map_err(|error| cause(&error))
}

fn folders() -> Option<ProjectDirs> {
    ProjectDirs::from("io.github", "icebreak", "Icebreak")
}
