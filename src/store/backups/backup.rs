//! Backups in a folder beside the document: numbered, because clocks go wrong, and thinned by count.

use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike as _, NaiveDateTime, Utc};

pub use crate::domain::files::backup::Backup;
use crate::domain::files::problem::{FileWarning, SaveProblem, SystemRefusal};
use crate::store::disk::file::{beside, cause, folder, holds};
use crate::store::disk::save::{Saved, create_new, sync_folder};

const SUFFIX: &str = ".backups";
const EXTENSION: &str = "json";
const TIME_FORMAT: &str = "%Y%m%dT%H%M%SZ";

const NEWEST: usize = 12;
const DAYS: usize = 10;
const WEEKS: usize = 10;

/// The folder of a document's backups.
pub fn folder_of(document: &Path) -> PathBuf {
    beside(document, SUFFIX)
}

/// A document's backups, newest first.
pub fn list(document: &Path) -> Result<Vec<Backup>, SystemRefusal> {
    let entries = match fs::read_dir(folder_of(document)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(cause(&error)),
    };
    let mut backups = Vec::new();
    for entry in entries {
        backups.extend(backup_at(entry.map_err(|error| cause(&error))?.path()));
    }
    backups.sort_by(|one, other| other.number.cmp(&one.number).then_with(|| other.path.cmp(&one.path)));
    Ok(backups)
}

/// Keeps `bytes`, a verified document, as the newest backup, unless the newest is the same; thins the rest.
pub fn take(document: &Path, bytes: &[u8], now: DateTime<Utc>) -> Result<PathBuf, SystemRefusal> {
    const TRIES: u64 = 100;
    make_folder(document)?;
    let backups = list(document)?;
    let newest = backups.first();
    if let Some(newest) = newest
        && holds(&newest.path, bytes)
    {
        return Ok(newest.path.clone());
    }
    let last = newest.map_or(0, |newest| newest.number);
    for number in (1..=TRIES).map(|step| last.saturating_add(step)) {
        let name = format!("{number:06}-{}.{EXTENSION}", now.format(TIME_FORMAT));
        let path = folder_of(document).join(name);
        match create_new(&path, bytes) {
            Ok(Saved { warning: Some(FileWarning::FolderNotSynced(cause)), .. }) => return Err(cause),
            Ok(Saved { .. }) => {
                thin(document)?;
                return Ok(path);
            }
            Err(SaveProblem::Exists) => {}
            Err(SaveProblem::System(cause)) => return Err(cause),
            Err(other) => return Err(SystemRefusal::Other(other.to_string().into())),
        }
    }
    Err(SystemRefusal::Other("no free number for a backup".into()))
}

/// Makes the folder and syncs its parent, so that a power cut does not lose it with all that is in it.
pub(crate) fn make_folder(document: &Path) -> Result<(), SystemRefusal> {
    match fs::create_dir(folder_of(document)) {
        Ok(()) => sync_folder(folder(document)).map_err(|error| cause(&error)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(cause(&error)),
    }
}

/// Deletes the backups that need not be kept. One that cannot be deleted stays: one too many does no harm.
fn thin(document: &Path) -> Result<(), SystemRefusal> {
    for backup in superfluous(&list(document)?) {
        let _next_time = fs::remove_file(&backup.path);
    }
    Ok(())
}

/// All but the 12 newest, the newest of each of 10 further days and of each of 10 further weeks.
/// Only counts decide: a clock that jumps deletes nothing early.
fn superfluous(newest_first: &[Backup]) -> Vec<&Backup> {
    let mut days = HashSet::new();
    let mut weeks = HashSet::new();
    newest_first
        .iter()
        .skip(NEWEST)
        .filter(|backup| {
            // Backups whose name gives no time count as one day.
            let day = backup.taken.map(|taken| taken.date());
            let week = day.map(|day| (day.iso_week().year(), day.iso_week().week()));
            let kept = if days.contains(&day) {
                false
            } else if days.len() < DAYS {
                days.insert(day)
            } else {
                weeks.len() < WEEKS && weeks.insert(week)
            };
            !kept
        })
        .collect()
}

fn backup_at(path: PathBuf) -> Option<Backup> {
    if path.extension()? != EXTENSION {
        return None;
    }
    let (number, taken) = path.file_stem()?.to_str()?.split_once('-')?;
    let number = number.parse().ok()?;
    let taken = NaiveDateTime::parse_from_str(taken, TIME_FORMAT).ok();
    Some(Backup { path, number, taken })
}
