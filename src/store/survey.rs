//! Reading a document's backups one after the other, newest first, and telling how each differs from another state.

use std::path::Path;

use super::backup::{self, Backup};
use super::file::{self, resolve};
use super::format::{Trust, decode};
use super::{kept, salvage};
use crate::domain::backup::{Contents, Examined, Kept};
use crate::domain::document::Document;
use crate::domain::problem::{Cause, Damage, OpenProblem};
use crate::domain::salvage::Salvage;

/// What was found while looking.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    Damaged(Damaged),
    Backup(Examined),
    /// Another file that was kept: what was replaced, or a conflict copy that was merged.
    Kept(Kept),
    /// The backups cannot be listed.
    Unlisted(Cause),
    /// Everything was looked at.
    Done,
}

/// What is in a document that cannot be opened as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// The whole of it, where it makes sense all the same.
    pub document: Option<Document>,
    /// In whose deal the damage is.
    pub buyer: Option<String>,
    /// What its single lines still say, where the whole makes no sense.
    pub salvage: Option<(Document, Salvage)>,
}

/// Looks at the backups of a document that is open, beside its present state. `hear` says whether to go on.
pub fn survey(document: &Path, now: &Document, hear: &mut dyn FnMut(Finding) -> bool) {
    if let Ok(document) = resolve(document) {
        for (kind, backup) in kept::list(&document) {
            if !hear(Finding::Kept(Kept { kind, examined: examine(backup, Some(now)) })) {
                return;
            }
        }
    }
    match resolve(document).and_then(|document| backup::list(&document)) {
        Ok(backups) => examine_all(backups, Some(now), hear),
        Err(cause) => {
            let _over = hear(Finding::Unlisted(cause)) && hear(Finding::Done);
        }
    }
}

/// Looks at a document that could not be opened and at its backups: beside what it still says, or else beside the
/// newest good backup.
pub fn survey_damaged(document: &Path, problem: &OpenProblem, hear: &mut dyn FnMut(Finding) -> bool) {
    let damaged = damaged(document, problem);
    let said = damaged.document.clone();
    if !hear(Finding::Damaged(damaged)) {
        return;
    }
    match resolve(document).and_then(|document| backup::list(&document)) {
        Ok(backups) => {
            let newest_good = || backups.iter().find_map(|backup| Some(read(backup).ok()?.0));
            let later = said.or_else(newest_good);
            examine_all(backups, later.as_ref(), hear);
        }
        Err(cause) => {
            let _over = hear(Finding::Unlisted(cause)) && hear(Finding::Done);
        }
    }
}

fn examine_all(backups: Vec<Backup>, later: Option<&Document>, hear: &mut dyn FnMut(Finding) -> bool) {
    for backup in backups {
        if !hear(Finding::Backup(examine(backup, later))) {
            return;
        }
    }
    let _over = hear(Finding::Done);
}

/// Reads and verifies one backup.
fn examine(backup: Backup, later: Option<&Document>) -> Examined {
    match read(&backup) {
        Ok((document, size)) => Examined { backup, size, held: Ok(Contents::of(&document, later)) },
        Err(problem) => {
            let size = std::fs::metadata(&backup.path).map_or(0, |metadata| metadata.len());
            Examined { backup, size, held: Err(problem) }
        }
    }
}

fn read(backup: &Backup) -> Result<(Document, u64), OpenProblem> {
    let bytes = file::read(&backup.path)?;
    let (document, _version) = decode(&bytes, Trust::Checksum)?;
    Ok((document, bytes.len() as u64))
}

fn damaged(document: &Path, problem: &OpenProblem) -> Damaged {
    let nothing = Damaged { document: None, buyer: None, salvage: None };
    let OpenProblem::Damaged { damage, .. } = problem else { return nothing };
    let Ok(bytes) = file::read(document) else { return nothing };
    let said = decode(&bytes, Trust::HandEdit).ok().map(|(document, _version)| document);
    let buyer = line_of(damage).and_then(|line| buyer_in(&bytes, line));
    // Where the whole can be read there is nothing to rescue.
    let salvage = if said.is_some() { None } else { salvage::salvage(&bytes) };
    Damaged { document: said, buyer, salvage }
}

fn line_of(damage: &Damage) -> Option<usize> {
    match damage {
        Damage::NotJson { line, .. }
        | Damage::CutOff { line }
        | Damage::DoubleField { line, .. }
        | Damage::Field { line, .. } => Some(*line),
        Damage::Empty
        | Damage::NotText(_)
        | Damage::NoVersion
        | Damage::NoChecksum
        | Damage::Checksum
        | Damage::DealId(_) => None,
    }
}

/// One deal stands on one line: so its buyer can be named where the line is still readable so far.
fn buyer_in(bytes: &[u8], line: usize) -> Option<String> {
    let line = bytes.split(|byte| *byte == b'\n').nth(line.checked_sub(1)?)?;
    salvage::buyer_in(&String::from_utf8_lossy(line))
}
