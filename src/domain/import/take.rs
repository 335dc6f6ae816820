//! How a value of ours takes one from elsewhere: an empty value never replaces ours.

use crate::domain::extra::Extra;

/// Outer white space does not count as a difference: neither a sheet nor a colleague keeps it reliably.
pub(crate) fn text(ours: &mut String, theirs: &str) {
    if !theirs.trim().is_empty() && ours.trim() != theirs.trim() {
        theirs.clone_into(ours);
    }
}

pub(crate) fn option<T: Clone>(ours: &mut Option<T>, theirs: &Option<T>) {
    if theirs.is_some() {
        ours.clone_from(theirs);
    }
}

/// Takes a list as a whole from one side.
pub(crate) fn list<T: Clone>(ours: &mut Vec<T>, theirs: &[T]) {
    if !theirs.is_empty() {
        ours.clear();
        ours.extend_from_slice(theirs);
    }
}

/// Fields of a newer program.
pub(crate) fn extra(ours: &mut Extra, theirs: &Extra) {
    for (name, value) in theirs {
        ours.insert(name.clone(), value.clone());
    }
}
