//! What keeps the document safe, as the window sees it: what cannot be opened, and the ways out.

use std::path::PathBuf;

use chrono::NaiveDateTime;

use super::cx::Cx;
use crate::domain::files::backup::{Examined, KeptFile};
use crate::domain::files::problem::{OpenProblem, SystemRefusal};
use crate::domain::files::salvage::Salvage;
use crate::text::{Language, format, office};

/// A document that could not be opened, why, and the backups beside it, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovery {
    pub path: PathBuf,
    pub problem: OpenProblem,
    /// The buyer whose deal is damaged.
    pub buyer: Option<String>,
    /// How many deals it holds, where it can be read in spite of the problem.
    pub readable: Option<usize>,
    /// The deals read line by line, where the file as a whole cannot be read.
    pub salvage: Option<Salvage>,
    pub backups: Looked,
}

/// The backups examined so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looked {
    pub found: Vec<Examined>,
    /// Other files that were set aside.
    pub kept: Vec<KeptFile>,
    /// Why they cannot be listed.
    pub unlisted: Option<SystemRefusal>,
    pub finished: bool,
    /// The backup whose differences are shown.
    pub open: Option<PathBuf>,
}

impl Recovery {
    pub fn new(path: PathBuf, problem: OpenProblem) -> Self {
        Self { path, problem, buyer: None, readable: None, salvage: None, backups: Looked::default() }
    }
}

/// A document that is being left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving {
    pub step: LeavingStep,
    pub towards: Towards,
}

/// The step that leaving has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeavingStep {
    /// It waits for the last save.
    Saves,
    /// The latest changes could not be saved: what now?
    Asks,
}

/// What happens next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Towards {
    /// The window closes.
    Outside,
    Document(PathBuf),
}

/// When something was made, in local time: `Thu 19 Nov 2026, 14:05`.
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

/// `2 hours ago`; empty where the time is unknown or in the future.
pub fn ago(cx: &Cx<'_>, taken: Option<NaiveDateTime>) -> String {
    let passed = taken.map(|taken| cx.now.instant.as_second().saturating_sub(taken.and_utc().timestamp()));
    passed.map(cx.text.backups.ago).unwrap_or_default()
}
