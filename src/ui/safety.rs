//! What keeps the document safe, as the window sees it: what cannot be opened, and the ways out.

use std::path::PathBuf;

use chrono::NaiveDateTime;

use super::cx::Cx;
use crate::domain::backup::{Examined, Kept};
use crate::domain::problem::{Cause, OpenProblem};
use crate::domain::salvage::Salvage;
use crate::text::{Language, format, office};

/// A document that could not be opened, why, and the backups beside it, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovery {
    pub path: PathBuf,
    pub problem: OpenProblem,
    /// In whose deal the damage is.
    pub buyer: Option<String>,
    /// How many deals it holds, where it makes sense all the same.
    pub readable: Option<usize>,
    /// What its single lines still say, where the whole makes no sense.
    pub salvage: Option<Salvage>,
    pub backups: Looked,
}

/// The backups, as far as they have been looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looked {
    pub found: Vec<Examined>,
    /// Other files that were kept.
    pub kept: Vec<Kept>,
    /// Why they cannot be listed.
    pub unlisted: Option<Cause>,
    pub finished: bool,
    /// The one whose differences are shown.
    pub open: Option<PathBuf>,
}

impl Recovery {
    pub fn new(path: PathBuf, problem: OpenProblem) -> Self {
        Self { path, problem, buyer: None, readable: None, salvage: None, backups: Looked::default() }
    }
}

/// What a person asked for, for the document's safety.
#[derive(Clone, Debug, PartialEq)]
pub enum Safety {
    BackUpNow,
    /// Read a backup and show what has changed since.
    Preview(PathBuf),
    /// Put a backup in the place of what is open: one step that can be undone.
    Restore(PathBuf),
    ShowFolder(PathBuf),
    /// Everything out of a copy of a document.
    Bring(PathBuf),
    /// Open a backup of a document, only to be read.
    LookAt {
        document: PathBuf,
        backup: PathBuf,
        taken: Option<NaiveDateTime>,
    },
    /// The change of the file was the person's own.
    AcceptEdit,
    DismissRescued,
    /// A new document in the place of one that is missing.
    StartEmpty(PathBuf),
    /// Try to save again, and leave the document when that succeeds.
    SaveAndLeave,
    /// The deals of a damaged document that can be read one by one become a new one.
    Rescue,
}

/// A document that is being left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving {
    pub step: Step,
    pub towards: Towards,
}

/// How far that has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It waits for the last save.
    Saves,
    /// The latest changes could not be saved: what now?
    Asks,
}

/// What comes after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Towards {
    /// The window closes.
    Outside,
    Document(PathBuf),
}

/// When something was made, on this computer's clock: `Thu 19 Nov 2026, 14:05`.
pub fn made(cx: &Cx<'_>, taken: Option<NaiveDateTime>) -> String {
    let Some((date, time)) = taken.and_then(|taken| office::here(taken, cx.now)) else {
        return "–".to_owned();
    };
    let between = match cx.language() {
        Language::English => ", ",
        Language::Chinese => "",
    };
    [&*format::date_compact(date, cx.language()), between, &*time].concat()
}

/// `2 hours ago`; empty where that makes no sense.
pub fn ago(cx: &Cx<'_>, taken: Option<NaiveDateTime>) -> String {
    let passed = taken.map(|taken| cx.now.instant.as_second().saturating_sub(taken.and_utc().timestamp()));
    passed.map(cx.text.backups.ago).unwrap_or_default()
}
