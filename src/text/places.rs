//! A file's location for people: its name, and the folder relative to the home folder.

use std::path::{MAIN_SEPARATOR, Path};

use super::visible::in_one_line;

/// Longer paths are cut in the middle, as their ends matter most.
const MOST: usize = 48;

/// The name of a file.
pub fn name(path: &Path) -> String {
    shortened(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

/// The folder of a file: `Documents/Icebreak` if it is inside `home`.
pub fn folder(path: &Path, home: Option<&Path>) -> String {
    let folder = path.parent().unwrap_or(path);
    let within = home.and_then(|home| folder.strip_prefix(home).ok());
    let shown = within.filter(|within| !within.as_os_str().is_empty()).unwrap_or(folder);
    shortened(&shown.to_string_lossy())
}

/// Folder and name in one.
pub fn file(path: &Path, home: Option<&Path>) -> String {
    format!("{}{MAIN_SEPARATOR}{}", folder(path, home), name(path))
}

fn shortened(text: &str) -> String {
    let whole = in_one_line(text, 4096);
    let characters: Vec<char> = whole.chars().collect();
    let Some(cut) = characters.len().checked_sub(MOST).filter(|cut| *cut > 0) else { return whole };
    let head = MOST / 3;
    let tail = characters.iter().skip(head.saturating_add(cut).saturating_add(1));
    characters.iter().take(head).chain(&['…']).chain(tail).collect()
}
