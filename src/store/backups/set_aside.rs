//! Files that were kept when something replaced them: beside the document, and among its backups.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::backup;
use crate::domain::files::backup::{Backup, KeptKind};
use crate::store::disk::file::folder;

/// What a restore or a merge replaced, and conflict copies that were merged: newest first. Empty where a folder cannot
/// be read: listing the backups will report the same.
pub fn list(document: &Path) -> Vec<(KeptKind, Backup)> {
    let name = document.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let replaced = numbered(folder(document), &format!("{name}.kept-"), "");
    let merged = numbered(&backup::folder_of(document), "merged-", ".json");
    let replaced = replaced.into_iter().map(|kept| (KeptKind::Replaced, kept));
    let merged = merged.into_iter().map(|kept| (KeptKind::Merged, kept));
    let mut all: Vec<(KeptKind, Backup)> = replaced.chain(merged).collect();
    all.sort_by(|(_, one), (_, other)| (other.taken, &other.path).cmp(&(one.taken, &one.path)));
    all
}

fn numbered(folder: &Path, before: &str, after: &str) -> Vec<Backup> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?;
            let number = name.strip_prefix(before)?.strip_suffix(after)?.parse().ok()?;
            let taken = made(&path);
            Some(Backup { path, number, taken })
        })
        .collect()
}

/// When the file was made: it is written once, so that is when it last changed.
fn made(path: &PathBuf) -> Option<chrono::NaiveDateTime> {
    let changed = fs::metadata(path).and_then(|metadata| metadata.modified()).ok()?;
    Some(DateTime::<Utc>::from(changed).naive_utc())
}
