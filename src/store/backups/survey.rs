//! Reads a document's backups one after the other, newest first, and compares each with another state.

use std::path::Path;

use super::backup::Backup;
use super::{backup, salvage, set_aside};
use crate::domain::document::Document;
use crate::domain::files::backup::{Contents, Examined, KeptFile};
use crate::domain::files::problem::{Damage, OpenProblem, SystemRefusal};
use crate::domain::files::salvage::Salvage;
use crate::store::disk::file;
use crate::store::disk::file::resolve;
use crate::store::disk::format::{Trust, decode};

/// A result of the survey.
#[derive(Clone, Debug, PartialEq)]
pub enum SurveyFinding {
    Damaged(Damaged),
    Backup(Examined),
    /// Another file that was kept: what was replaced, or a conflict copy that was merged.
    Kept(KeptFile),
    /// The backups could not be listed.
    Unlisted(SystemRefusal),
    /// The survey is complete.
    Done,
}

/// What can be read of a document that cannot be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// The whole of it, where only the checksum is wrong.
    pub document: Option<Document>,
    /// The buyer whose deal is damaged.
    pub buyer: Option<String>,
    /// What could be read line by line, where the whole cannot be read.
    pub salvage: Option<(Document, Salvage)>,
}

/// Compares the backups of an open document with its present state. `hear` returns whether to go on.
pub fn survey(document: &Path, now: &Document, hear: &mut dyn FnMut(SurveyFinding) -> bool) {
    if let Ok(document) = resolve(document) {
        for (kind, backup) in set_aside::list(&document) {
            if !hear(SurveyFinding::Kept(KeptFile { kind, examined: examine(backup, Some(now)) })) {
                return;
            }
        }
    }
    match resolve(document).and_then(|document| backup::list(&document)) {
        Ok(backups) => examine_all(backups, Some(now), hear),
        Err(cause) => {
            let _over = hear(SurveyFinding::Unlisted(cause)) && hear(SurveyFinding::Done);
        }
    }
}

/// Compares the backups of a document that could not be opened with what is still readable of it, or else with the
/// newest good backup.
pub fn survey_damaged(document: &Path, problem: &OpenProblem, hear: &mut dyn FnMut(SurveyFinding) -> bool) {
    let damaged = damaged(document, problem);
    let said = damaged.document.clone();
    if !hear(SurveyFinding::Damaged(damaged)) {
        return;
    }
    match resolve(document).and_then(|document| backup::list(&document)) {
        Ok(backups) => {
            let newest_good = || backups.iter().find_map(|backup| Some(read(backup).ok()?.0));
            let later = said.or_else(newest_good);
            examine_all(backups, later.as_ref(), hear);
        }
        Err(cause) => {
            let _over = hear(SurveyFinding::Unlisted(cause)) && hear(SurveyFinding::Done);
        }
    }
}

fn examine_all(backups: Vec<Backup>, later: Option<&Document>, hear: &mut dyn FnMut(SurveyFinding) -> bool) {
    for backup in backups {
        if !hear(SurveyFinding::Backup(examine(backup, later))) {
            return;
        }
    }
    let _over = hear(SurveyFinding::Done);
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
    // A document that can be read as a whole needs no salvage.
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

/// The buyer of the deal on this line, where that much of it is readable: each deal is on one line.
fn buyer_in(bytes: &[u8], line: usize) -> Option<String> {
    let line = bytes.split(|byte| *byte == b'\n').nth(line.checked_sub(1)?)?;
    salvage::buyer_in(&String::from_utf8_lossy(line))
}
