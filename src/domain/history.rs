//! The current document with undo and redo: snapshots, named by what they undo.

use super::document::Document;
use super::edit::{Done, Edit, Rejected, apply};

/// How many steps can be undone.
const DEPTH: usize = 200;

#[derive(Clone, Debug, Default)]
pub struct History {
    current: Document,
    revision: u64,
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// The latest edit, while the next one may go on with it.
    open: Option<Edit>,
}

#[derive(Clone, Debug)]
struct Step {
    document: Document,
    done: Done,
}

impl History {
    pub fn new(document: Document) -> Self {
        Self { current: document, ..Self::default() }
    }

    pub fn current(&self) -> &Document {
        &self.current
    }

    /// Counts every change of the current document, undo and redo included.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Changes the document; an edit that changes nothing leaves no step.
    pub fn edit(&mut self, edit: Edit) -> Result<(), Rejected> {
        let after = apply(&self.current, &edit)?;
        if changes_nothing(&self.current, &after, &edit) {
            return Ok(());
        }
        let continues = self.open.as_ref().is_some_and(|open| edit.continues(open));
        let before = std::mem::replace(&mut self.current, after);
        if !continues {
            self.undo.push(Step { document: before, done: edit.done() });
            if self.undo.len() > DEPTH {
                self.undo.remove(0);
            }
        }
        self.redo.clear();
        self.open = Some(edit);
        self.revision = self.revision.wrapping_add(1);
        Ok(())
    }

    /// Goes on with this document; nothing that was before can be brought back.
    pub fn restart(&mut self, document: Document) {
        let revision = self.revision.wrapping_add(1);
        *self = Self { revision, ..Self::new(document) };
    }

    /// Ends the step: what comes next is undone on its own. Called when a field is left.
    pub fn seal(&mut self) {
        self.open = None;
    }

    pub fn undo(&mut self) -> Option<Done> {
        let step = self.undo.pop()?;
        let after = std::mem::replace(&mut self.current, step.document);
        self.redo.push(Step { document: after, done: step.done });
        self.turned();
        Some(step.done)
    }

    pub fn redo(&mut self) -> Option<Done> {
        let step = self.redo.pop()?;
        let before = std::mem::replace(&mut self.current, step.document);
        self.undo.push(Step { document: before, done: step.done });
        self.turned();
        Some(step.done)
    }

    /// What the next undo takes back.
    pub fn undoes(&self) -> Option<Done> {
        self.undo.last().map(|step| step.done)
    }

    /// What the next redo does again.
    pub fn redoes(&self) -> Option<Done> {
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
        Edit::Import(deals) => deals.is_empty(),
        Edit::Merge(_) => before == after,
        Edit::AddDeal(_)
        | Edit::DuplicateDeal { .. }
        | Edit::DeleteDeal(_)
        | Edit::Log { .. }
        | Edit::RecordPayment { .. }
        | Edit::RemovePayment { .. }
        | Edit::RemoveTouch { .. }
        | Edit::ConfirmSent { .. }
        | Edit::SettlePromise { .. }
        | Edit::Replace(_) => false,
    }
}
