//! Conflict copies: the files that programs for synchronising folders make when two computers changed a document.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use unicode_normalization::UnicodeNormalization as _;

use super::backup;
use crate::domain::document::Document;
use crate::domain::files::problem::{FileWarning, SaveProblem, SystemRefusal};
use crate::domain::versions::same_document::is_version_of;
use crate::store::disk::file::{Hash, bytes_if_there, cause, folder, holds};
use crate::store::disk::format::{Trust, decode};
use crate::store::disk::lock;
use crate::store::disk::save::{Saved, create_new, sync_folder};

/// A word that such programs put into the name of a copy: "conflicted copy" (Dropbox, Nextcloud), "sync-conflict"
/// (Syncthing), "SFConflict" (Seafile), "safeBackup" (OneDrive on Linux), 冲突文件 (Nutstore). Dropbox says it in the
/// language of the computer: conflicto, conflit, conflitto, Konflikt, конфликт, конфлікт, 競合, 충돌 and more.
const MARKS: [&str; 14] = [
    "conflict",
    "conflit",
    "konflik",
    "конфлик",
    "конфлік",
    "safebackup",
    "冲突",
    "衝突",
    "競合",
    "충돌",
    "çakış",
    "xung đột",
    "modstrid",
    "ristiriita",
];

/// Another version of the document, readable, under a name that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct ConflictCopy {
    pub path: PathBuf,
    pub document: Document,
    pub hash: Hash,
    pub changed: Option<SystemTime>,
}

/// The readable conflict copies beside a document, by name, without those whose hash is `known` because they hold the
/// same. `ours` is what the document held when it was last seen.
pub(crate) fn copies_of(document: &Path, known: Option<Hash>, ours: &Document) -> Vec<ConflictCopy> {
    let is_ours = |path: &Path, copy: &ConflictCopy| {
        is_conflict_copy(document, path) || is_version_of(ours, &copy.document)
    };
    let entries = fs::read_dir(folder(document)).into_iter().flatten().flatten();
    let mut copies: Vec<ConflictCopy> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")))
        .filter(|path| is_conflict_copy(document, path) || may_be_a_copy(document, path))
        .filter_map(|path| read(&path).filter(|copy| Some(copy.hash) != known && is_ours(&path, copy)))
        .collect();
    copies.sort_by(|one, other| one.path.cmp(&other.path));
    copies
}

/// Whether the name says that this is a copy of the document, made because of a conflict.
pub(crate) fn is_conflict_copy(document: &Path, candidate: &Path) -> bool {
    let (stem, name) = (in_lower_case(document.file_stem()), in_lower_case(candidate.file_name()));
    let rest = stem.zip(name).and_then(|(stem, name)| Some(name.strip_prefix(&*stem)?.to_owned()));
    rest.is_some_and(|rest| MARKS.iter().any(|mark| rest.contains(mark)))
}

/// Composed, because a Mac takes letters and their marks apart in names.
fn in_lower_case(part: Option<&OsStr>) -> Option<String> {
    part.map(|part| part.to_string_lossy().to_lowercase().nfc().collect())
}

/// Whether the name is one that such programs give without naming a conflict: `deals (1).json`, `deals 2.json` (iCloud),
/// or with the name of the computer, `deals-DESKTOP-4F2.json` (OneDrive). People give such names, too, so the content
/// decides.
fn may_be_a_copy(document: &Path, candidate: &Path) -> bool {
    let stems = document.file_stem().zip(candidate.file_stem());
    let rest = stems.and_then(|(stem, name)| name.to_str()?.strip_prefix(stem.to_str()?));
    let Some(rest) = rest else { return false };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let numbered = rest.trim_start().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let counted = rest.strip_prefix(' ').filter(|number| number.len() < 3);
    numbered.or(counted).is_some_and(is_number) || rest.strip_prefix('-').is_some_and(is_computer)
}

/// What people add to the name of a copy that they keep: no computer is called so.
const KEPT_BY_HAND: [&str; 14] =
    ["备份", "備份", "副本", "复制", "複製", "拷贝", "旧", "舊", "新", "版", "年", "月", "客户", "客戶"];

/// Names of computers are mostly in capitals, or Chinese (`张伟的电脑`); years and words that people add are not.
fn is_computer(name: &str) -> bool {
    const LONGEST: usize = 63;
    let ours = gethostname::gethostname();
    let is_allowed = |letter: char| letter.is_alphanumeric() || letter == '-';
    let has_capital = name.chars().any(|letter| letter.is_ascii_uppercase());
    let is_chinese = name.chars().any(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'))
        && !KEPT_BY_HAND.iter().any(|word| name.contains(word));
    ((has_capital || is_chinese) && name.len() <= LONGEST && name.chars().all(is_allowed))
        || (!name.is_empty() && ours.to_string_lossy().eq_ignore_ascii_case(name))
}

/// Whether a file with such a name is a version of this document and not open anywhere.
pub(crate) fn is_version_beside(document: &Path, path: &Path, ours: &Document) -> bool {
    may_be_a_copy(document, path) && read(path).is_some_and(|copy| is_version_of(ours, &copy.document))
}

/// Whether this is another version of the document: kept aside, or a conflict copy. Accepts more names than those
/// offered for merging, because a forgotten buyer must be removed from all of them.
pub(crate) fn is_copy_of(document: &Path, path: &Path) -> bool {
    let (Some(whole), Some(stem), Some(name)) = (
        in_lower_case(document.file_name()),
        in_lower_case(document.file_stem()),
        in_lower_case(path.file_name()),
    ) else {
        return false;
    };
    let kept = name.strip_prefix(&*whole).is_some_and(|rest| rest.starts_with(".kept-"));
    let of_a_conflict = name != whole
        && name.strip_prefix(&*stem).is_some_and(|rest| MARKS.iter().any(|word| rest.contains(word)));
    kept || of_a_conflict
}

/// Moves a merged copy to the backups, where it is kept and never deleted.
pub fn retire(document: &Path, copy: &Path, hash: Hash) -> Result<PathBuf, SaveProblem> {
    const TRIES: u32 = 1000;
    let bytes =
        bytes_if_there(copy).map_err(SaveProblem::System)?.ok_or(SaveProblem::System(SystemRefusal::Gone))?;
    if Hash::of(&bytes) != hash {
        return Err(SaveProblem::ChangedOutside);
    }
    let system = |error: std::io::Error| SaveProblem::System(cause(&error));
    backup::make_folder(document).map_err(SaveProblem::System)?;
    let kept = (1..=TRIES)
        .map(|number| backup::folder_of(document).join(format!("merged-{number}.json")))
        .find_map(|path| match create_new(&path, &bytes) {
            // An interrupted run has kept it already.
            Err(SaveProblem::Exists) if holds(&path, &bytes) => Some(Ok(path)),
            Err(SaveProblem::Exists) => None,
            Ok(Saved { warning: Some(FileWarning::FolderNotSynced(cause)), .. }) => {
                Some(Err(SaveProblem::System(cause)))
            }
            Ok(Saved { .. }) => Some(Ok(path)),
            Err(problem) => Some(Err(problem)),
        })
        .unwrap_or(Err(SaveProblem::Exists))?;
    fs::remove_file(copy).map_err(system)?;
    sync_folder(folder(copy)).map_err(system)?;
    Ok(kept)
}

/// Reads a conflict copy; None for a document that is open in another window.
fn read(path: &Path) -> Option<ConflictCopy> {
    if lock::holder_of(path).is_some() {
        return None;
    }
    let bytes = bytes_if_there(path).ok()??;
    let (document, _version) = decode(&bytes, Trust::Checksum).ok()?;
    let changed = fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    Some(ConflictCopy { path: path.to_owned(), document, hash: Hash::of(&bytes), changed })
}
