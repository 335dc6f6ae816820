//! The current document with undo and redo: snapshots, named by what they undo.

use super::document::Document;
use super::edit::{Edit, PerformedEdit, Rejected, apply};

/// How many steps can be undone.
const DEPTH: usize = 200;

#[derive(Clone, Debug, Default)]
pub struct History {
    current: Document,
    access: DocumentAccess,
    revision: u64,
    undo: Vec<Snapshot>,
    redo: Vec<Snapshot>,
    /// The latest edit, while the next one may share its step.
    open: Option<Edit>,
}

/// Whether the document may be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DocumentAccess {
    #[default]
    Writable,
    ReadOnly,
}

/// How an edit is grouped into steps of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoStep {
    /// It is undone alone.
    Own,
    /// It may share a step with the edits before and after it, as letters typed into one field do.
    Continues,
}

#[derive(Clone, Debug)]
struct Snapshot {
    document: Document,
    done: PerformedEdit,
}

impl History {
    pub fn new(document: Document) -> Self {
        Self { current: document, ..Self::default() }
    }

    pub fn current(&self) -> &Document {
        &self.current
    }

    /// The document before the latest step.
    pub fn before(&self) -> Option<&Document> {
        self.undo.last().map(|step| &step.document)
    }

    /// Counts every change of the current document, undo and redo included.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    pub fn access(&self) -> DocumentAccess {
        self.access
    }

    pub fn set_access(&mut self, access: DocumentAccess) {
        self.access = access;
    }

    /// Changes the document; an edit that changes nothing leaves no step, nor does a step that ends as it began.
    pub fn edit(&mut self, edit: Edit, step: UndoStep) -> Result<(), Rejected> {
        if self.access == DocumentAccess::ReadOnly {
            return Err(Rejected::ReadOnly);
        }
        let open = self.open.take().filter(|open| step == UndoStep::Continues && edit.continues(open));
        // A further edit of the step replaces the ones before it: half-typed values leave no trace.
        let begun = self.undo.last().filter(|_| open.is_some());
        let after = apply(begun.map_or(&self.current, |begun| &begun.document), &edit)?;
        let continues = begun.is_some();
        let is_as_begun = begun.is_some_and(|begun| changes_nothing(&begun.document, &after, &edit));
        if changes_nothing(&self.current, &after, &edit) {
            self.open = open;
            return Ok(());
        }
        let before = std::mem::replace(&mut self.current, after);
        if is_as_begun {
            // The field holds what it held before: there is nothing to undo.
            self.undo.pop();
        } else if !continues {
            self.undo.push(Snapshot { document: before, done: edit.done() });
            if self.undo.len() > DEPTH {
                self.undo.remove(0);
            }
        }
        self.redo.clear();
        self.open = Some(edit).filter(|_| step == UndoStep::Continues && !is_as_begun);
        self.revision = self.revision.wrapping_add(1);
        Ok(())
    }

    /// Starts again with this document; nothing before it can be brought back.
    pub fn restart(&mut self, document: Document) {
        let revision = self.revision.wrapping_add(1);
        *self = Self { revision, access: self.access, ..Self::new(document) };
    }

    /// Ends the step: what comes next is undone on its own.
    pub fn seal(&mut self) {
        self.open = None;
    }

    pub fn undo(&mut self) -> Option<PerformedEdit> {
        let step = self.undo.pop()?;
        let after = std::mem::replace(&mut self.current, step.document);
        self.redo.push(Snapshot { document: after, done: step.done });
        self.turned();
        Some(step.done)
    }

    pub fn redo(&mut self) -> Option<PerformedEdit> {
        let step = self.redo.pop()?;
        let before = std::mem::replace(&mut self.current, step.document);
        self.undo.push(Snapshot { document: before, done: step.done });
        self.turned();
        Some(step.done)
    }

    /// What the next undo takes back.
    pub(crate) fn undoes(&self) -> Option<PerformedEdit> {
        self.undo.last().map(|step| step.done)
    }

    /// What the next redo does again.
    pub(crate) fn redoes(&self) -> Option<PerformedEdit> {
        self.redo.last().map(|step| step.done)
    }

    fn turned(&mut self) {
        self.open = None;
        self.revision = self.revision.wrapping_add(1);
    }
}

/// Compares one deal where the edit is about one, so that a keystroke costs the same among 100,000 deals.
fn changes_nothing(before: &Document, after: &Document, edit: &Edit) -> bool {
    match edit {
        Edit::Change { deal, .. } => before.deal(deal) == after.deal(deal),
        Edit::Settings(_) => before.settings == after.settings,
        Edit::Library(_) => before.library == after.library,
        Edit::KnowForm { .. } => before == after,
        Edit::Import { deals, .. } => deals.is_empty() && before.settings == after.settings,
        Edit::Merge(_) => before == after,
        Edit::AddDeal(_)
        | Edit::DuplicateDeal { .. }
        | Edit::DeleteDeal(_)
        | Edit::Log { .. }
        | Edit::AfterYes { .. }
        | Edit::RecordPayment { .. }
        | Edit::RemovePayment { .. }
        | Edit::RemoveTouch { .. }
        | Edit::ConfirmSent { .. }
        | Edit::SettlePromise { .. }
        | Edit::Replace(_) => false,
    }
}
