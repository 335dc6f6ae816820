//! A document's backups as facts: when each was made, what it holds, and how that differs from another state.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use imbl::ordmap::DiffItem;

use super::problem::OpenProblem;
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;

/// One backup, `000042-20261121T140509Z.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    /// Grows with every backup, whatever the clock says.
    pub number: u64,
    /// By the computer's clock, in UTC; None where the file's name does not tell.
    pub taken: Option<NaiveDateTime>,
}

/// A backup that was read: what it holds, or why it cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    pub backup: Backup,
    /// In bytes.
    pub size: u64,
    pub held: Result<Contents, OpenProblem>,
}

/// A file that was kept because something took its place, read like a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    pub kind: KeptKind,
    pub examined: Examined,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptKind {
    /// What was in the document's file before a restore or another version took its place.
    Replaced,
    /// A conflict copy that was merged.
    Merged,
}

/// What a backup holds, and what has changed since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    pub deals: usize,
    /// None where there is nothing to compare it with.
    pub since: Option<Since>,
}

/// From a backup to a later state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    pub changes: Changes,
    /// The first few deals that differ.
    pub first: Vec<DealChange>,
}

/// How a document differs from another, counted by deals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub added: usize,
    pub removed: usize,
    pub changed: usize,
    /// Settings, library, or fields of a newer program.
    pub settings: bool,
}

/// A deal that is not the same in two states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealChange {
    pub id: DealId,
    /// The buyer, and the PI number or the product; empty where neither is known.
    pub name: String,
    pub kind: ChangeKind,
}

/// What happened to a deal from the earlier state to the later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    Added,
    Removed,
    Changed,
}

impl Examined {
    pub fn is_good(&self) -> bool {
        self.held.is_ok()
    }
}

impl Contents {
    const FIRST: usize = 5;

    /// What a backup holds, compared with a later state.
    pub fn of(backup: &Document, later: Option<&Document>) -> Self {
        let since = later.map(|later| Since {
            changes: Changes::between(backup, later),
            first: deal_changes(backup, later).take(Self::FIRST).collect(),
        });
        Self { deals: backup.deals.len(), since }
    }
}

impl Changes {
    /// From the first to the second.
    pub fn between(before: &Document, after: &Document) -> Self {
        let settings = before.settings != after.settings
            || before.library != after.library
            || before.extra != after.extra;
        let unchanged = Self { settings, ..Self::default() };
        deal_changes(before, after).fold(unchanged, |mut changes, change| {
            let count = match change.kind {
                ChangeKind::Added => &mut changes.added,
                ChangeKind::Removed => &mut changes.removed,
                ChangeKind::Changed => &mut changes.changed,
            };
            *count = count.saturating_add(1);
            changes
        })
    }
}

impl Since {
    pub fn is_empty(&self) -> bool {
        self.changes == Changes::default()
    }

    /// How many deals differ.
    pub fn deals(&self) -> usize {
        let Changes { added, removed, changed, settings: _ } = self.changes;
        added.saturating_add(removed).saturating_add(changed)
    }
}

/// Every deal that differs, from the first state to the second.
pub(crate) fn deal_changes<'a>(
    before: &'a Document,
    after: &'a Document,
) -> impl Iterator<Item = DealChange> + use<'a> {
    let change = |id: &DealId, deal: &Deal, kind| DealChange { id: id.clone(), name: name_of(deal), kind };
    before.deals.diff(&after.deals).filter_map(move |item| match item {
        DiffItem::Add(id, deal) => Some(change(id, deal, ChangeKind::Added)),
        DiffItem::Remove(id, deal) => Some(change(id, deal, ChangeKind::Removed)),
        DiffItem::Update { old: (_, old), new: (id, new) } => {
            (old != new).then(|| change(id, new, ChangeKind::Changed))
        }
    })
}

/// Whether the document is still empty, so that replacing it loses nothing.
pub fn is_untouched(document: &Document) -> bool {
    *document == Document::default()
}

/// The buyer, and the PI number or the product; empty where neither is known.
pub(crate) fn name_of(deal: &Deal) -> String {
    let second = [&deal.agreed.pi, &deal.product].into_iter().find(|text| !text.is_empty());
    let parts = [Some(&deal.buyer.company), second];
    let parts: Vec<&str> =
        parts.into_iter().flatten().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
