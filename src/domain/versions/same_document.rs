//! Whether two documents are versions of the same one, judged by the random ids of their deals.

use std::collections::BTreeSet;

use crate::domain::deal::DealId;
use crate::domain::document::Document;

/// True only where it is certain: the same sender, and more than half of either's deals are in both. A colleague's
/// document may hold a deal of ours that came as a pack, and every sample holds the same deals.
pub fn is_version_of(one: &Document, other: &Document) -> bool {
    let sender = |document: &Document| document.library.company.sender.trim().to_owned();
    let (ours, theirs) = (own_ids(one), own_ids(other));
    let shared = ours.intersection(&theirs).count();
    sender(one) == sender(other) && shared.saturating_mul(2) > ours.len().max(theirs.len())
}

/// Ids that were drawn at random, so that no other deal has one of them.
fn own_ids(document: &Document) -> BTreeSet<&DealId> {
    const DIGITS: usize = 32;
    let is_random = |id: &&DealId| {
        id.as_str().len() == DIGITS && id.as_str().bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    document.deals.keys().filter(is_random).collect()
}
