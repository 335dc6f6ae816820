//! Merges two documents: a change of one side is taken, a change of both is asked about, field by field. An empty value
//! is a value here; `import::unite`, which never removes what happened, makes one of two states of a deal.

use std::sync::Arc;

use super::fields::{FieldDifference, Keep, composed, differences};
use super::payments::differences_by_payment;
use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::extra::Extra;

/// Two versions of a document side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// Everything from both that needs no choice; each conflict is in it as ours.
    pub document: Document,
    pub conflicts: Vec<Conflict>,
    /// Deals taken over from them without asking: only they changed, added or removed them.
    pub taken: usize,
    /// Deals that only we changed, added or removed.
    pub kept: usize,
}

/// Which changes that only they made a person is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asks {
    Nothing,
    /// Deals that they removed.
    Removals,
    Everything,
}

/// Something that both sides have in different versions.
#[derive(Clone, Debug, PartialEq)]
pub enum Conflict {
    /// None for a side that removed it.
    Deal {
        id: DealId,
        ours: Option<Arc<Deal>>,
        theirs: Option<Arc<Deal>>,
        fields: DifferingFields,
    },
    Settings(DifferingFields),
    Library(DifferingFields),
}

/// The fields that differ, each with what is suggested.
pub type DifferingFields = Vec<(FieldDifference, Keep)>;

/// What a person chose for one conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConflictChoice {
    Ours,
    Theirs,
    /// Field by field.
    Fields(Vec<Keep>),
    /// Of a deal: theirs as another deal beside ours.
    Both,
}

/// Merges two documents. `base` is their common ancestor, where that is known: what only one side changed since then is
/// no conflict. Without it every difference is one, and nothing counts as removed.
pub fn merge(base: Option<&Document>, ours: &Document, theirs: &Document) -> Merge {
    merge_asking(base, ours, theirs, Asks::Nothing)
}

/// The same, but asks about more than conflicts.
pub(crate) fn merge_asking(base: Option<&Document>, ours: &Document, theirs: &Document, asks: Asks) -> Merge {
    let mut merge = Merge { document: ours.clone(), conflicts: Vec::new(), taken: 0, kept: 0 };
    for id in ours.deals.keys().chain(theirs.deals.keys().filter(|id| !ours.deals.contains_key(*id))) {
        let before = base.map(|base| base.deal(id));
        merge_deal(&mut merge, id, before, (ours.deal(id), theirs.deal(id)), asks);
    }
    let quietly = |side: &Keep| asks != Asks::Everything || *side != Keep::Theirs;
    if ours.settings != theirs.settings {
        let before = base.map(|base| &*base.settings);
        match side_that_changed(before, &*ours.settings, &*theirs.settings).filter(quietly) {
            Some(Keep::Theirs) => merge.document.settings = Arc::clone(&theirs.settings),
            Some(_ours) => {}
            None => {
                merge.conflicts.push(Conflict::Settings(fields(before, &*ours.settings, &*theirs.settings)))
            }
        }
    }
    if ours.library != theirs.library {
        let before = base.map(|base| &*base.library);
        match side_that_changed(before, &*ours.library, &*theirs.library).filter(quietly) {
            Some(Keep::Theirs) => merge.document.library = Arc::clone(&theirs.library),
            Some(_ours) => {}
            None => merge.conflicts.push(Conflict::Library(fields(before, &*ours.library, &*theirs.library))),
        }
    }
    merge.document.extra = merged_extra(base.map(|base| &base.extra), &ours.extra, &theirs.extra);
    merge
}

impl Merge {
    /// Whether there is nothing to choose and nothing to take.
    pub fn is_empty(&self) -> bool {
        self.conflicts.is_empty() && self.taken == 0
    }

    /// The same, with each payment to be chosen by itself.
    #[must_use]
    pub fn by_payment(mut self) -> Self {
        for conflict in &mut self.conflicts {
            if let Conflict::Deal { ours: Some(ours), theirs: Some(theirs), fields, .. } = conflict {
                *fields = with_suggestions(differences_by_payment(ours, theirs));
            }
        }
        self
    }

    /// The document with each conflict as it was chosen; where a choice is missing, ours stays. Where both are kept,
    /// theirs gets an id of its own and a tag that tells it from ours.
    pub fn settled(
        &self,
        choices: &[ConflictChoice],
        tag: &str,
        mut new_id: impl FnMut() -> DealId,
    ) -> Document {
        let mut document = self.document.clone();
        for (conflict, choice) in self.conflicts.iter().zip(choices) {
            let copy = conflict.settle(choice, &mut document);
            if let Some(mut copy) = copy {
                copy.id = new_id();
                copy.tags.push(tag.to_owned());
                document.deals.insert(copy.id.clone(), Arc::new(copy));
            }
        }
        document
    }
}

impl Conflict {
    pub fn fields(&self) -> &DifferingFields {
        match self {
            Self::Deal { fields, .. } | Self::Settings(fields) | Self::Library(fields) => fields,
        }
    }

    /// The suggestion for each field.
    pub fn suggested(&self) -> ConflictChoice {
        ConflictChoice::Fields(self.fields().iter().map(|(_, pick)| *pick).collect())
    }

    /// Puts the chosen version in its place; gives the other one where both are kept.
    fn settle(&self, choice: &ConflictChoice, document: &mut Document) -> Option<Deal> {
        match self {
            Self::Deal { id, ours, theirs, fields } => {
                return settle_deal(document, id, ours.as_ref(), theirs.as_ref(), fields, choice);
            }
            Self::Settings(fields) => {
                if let Some(settings) = composed(&*document.settings, &picked(fields, choice)) {
                    document.settings = Arc::new(settings);
                }
            }
            Self::Library(fields) => {
                if let Some(library) = composed(&*document.library, &picked(fields, choice)) {
                    document.library = Arc::new(library);
                }
            }
        }
        None
    }
}

fn merge_deal(
    merge: &mut Merge,
    id: &DealId,
    before: Option<Option<&Arc<Deal>>>,
    (ours, theirs): (Option<&Arc<Deal>>, Option<&Arc<Deal>>),
    asks: Asks,
) {
    if ours == theirs {
        return;
    }
    // Without a common ancestor a deal that one side lacks is new on the other.
    let before = before.or_else(|| (ours.is_none() || theirs.is_none()).then_some(None));
    let is_asked = match asks {
        Asks::Nothing => false,
        Asks::Removals => theirs.is_none(),
        Asks::Everything => true,
    };
    match side_that_changed(before, ours, theirs).filter(|side| !is_asked || *side != Keep::Theirs) {
        Some(Keep::Theirs) => {
            match theirs {
                Some(deal) => merge.document.deals.insert(id.clone(), Arc::clone(deal)),
                None => merge.document.deals.remove(id),
            };
            merge.taken = merge.taken.saturating_add(1);
        }
        Some(_ours) => merge.kept = merge.kept.saturating_add(1),
        None => {
            let fields = match (ours, theirs) {
                (Some(ours), Some(theirs)) => fields(before.flatten().map(AsRef::as_ref), &**ours, &**theirs),
                (None, _) | (_, None) => Vec::new(),
            };
            let (ours, theirs) = (ours.cloned(), theirs.cloned());
            merge.conflicts.push(Conflict::Deal { id: id.clone(), ours, theirs, fields });
        }
    }
}

/// The only side that changed; None where both did, or where that is unknown.
fn side_that_changed<T: PartialEq>(before: Option<T>, ours: T, theirs: T) -> Option<Keep> {
    let before = before?;
    if before == ours {
        Some(Keep::Theirs)
    } else if before == theirs {
        Some(Keep::Ours)
    } else {
        None
    }
}

fn fields<T: serde::Serialize>(before: Option<&T>, ours: &T, theirs: &T) -> DifferingFields {
    with_suggestions(differences(before, ours, theirs))
}

fn with_suggestions(differences: Vec<FieldDifference>) -> DifferingFields {
    let suggested = |difference: FieldDifference| {
        let pick = difference.suggestion();
        (difference, pick)
    };
    differences.into_iter().map(suggested).collect()
}

fn settle_deal(
    document: &mut Document,
    id: &DealId,
    ours: Option<&Arc<Deal>>,
    theirs: Option<&Arc<Deal>>,
    fields: &DifferingFields,
    choice: &ConflictChoice,
) -> Option<Deal> {
    let mut copy = None;
    let deal = match (choice, ours, theirs) {
        (ConflictChoice::Ours, ours, _) => ours.cloned(),
        (ConflictChoice::Theirs, _, theirs) => theirs.cloned(),
        (ConflictChoice::Fields(_), Some(ours), Some(_)) => {
            composed(&**ours, &picked(fields, choice)).map(Arc::new).or_else(|| Some(Arc::clone(ours)))
        }
        (ConflictChoice::Both, Some(ours), Some(theirs)) => {
            copy = Some(Deal::clone(theirs));
            Some(Arc::clone(ours))
        }
        // One side removed it: the version that is left.
        (ConflictChoice::Fields(_) | ConflictChoice::Both, None, left)
        | (ConflictChoice::Fields(_) | ConflictChoice::Both, left, None) => left.cloned(),
    };
    match deal {
        Some(deal) => document.deals.insert(id.clone(), deal),
        None => document.deals.remove(id),
    };
    copy
}

/// Every field with the side it is taken from.
fn picked(fields: &DifferingFields, choice: &ConflictChoice) -> DifferingFields {
    let all = |side: Keep| fields.iter().map(|(difference, _)| (difference.clone(), side)).collect();
    match choice {
        ConflictChoice::Ours => all(Keep::Ours),
        ConflictChoice::Theirs => all(Keep::Theirs),
        ConflictChoice::Fields(picks) => {
            fields.iter().zip(picks).map(|((difference, _), pick)| (difference.clone(), *pick)).collect()
        }
        // Settings and library exist only once.
        ConflictChoice::Both => fields.clone(),
    }
}

/// Fields of a newer program: theirs where only they changed them.
fn merged_extra(base: Option<&Extra>, ours: &Extra, theirs: &Extra) -> Extra {
    let mut merged = ours.clone();
    for (name, value) in theirs {
        let unchanged_here = ours.get(name) == base.and_then(|base| base.get(name));
        if unchanged_here {
            merged.insert(name.clone(), value.clone());
        }
    }
    if let Some(base) = base {
        merged.retain(|name, value| theirs.contains_key(name) || base.get(name) != Some(value));
    }
    merged
}
