//! Finds the deal that somebody means.

use std::sync::Arc;

use super::deal::Deal;
use super::document::Document;

/// Why no single deal was meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFound {
    #[error("no deal has this id, PI number or buyer")]
    Nobody,
    #[error("{0} deals have this buyer; use the id or the PI number")]
    Several(usize),
}

/// By id, PI number, or a buyer's name that fits one deal only.
pub fn who<'a>(document: &'a Document, who: &str) -> Result<&'a Arc<Deal>, NotFound> {
    let wanted = who.trim();
    let exactly = |fits: &dyn Fn(&Deal) -> bool| -> Vec<&'a Arc<Deal>> {
        document.deals.values().filter(|deal| fits(deal)).collect()
    };
    let same = |text: &str| !text.is_empty() && text.trim().to_lowercase() == wanted.to_lowercase();
    let by_id = exactly(&|deal| deal.id.as_str() == wanted);
    let by_pi = || exactly(&|deal| same(&deal.agreed.pi));
    let by_buyer = || exactly(&|deal| same(&deal.buyer.company));
    let found = Some(by_id)
        .filter(|found| !found.is_empty())
        .or_else(|| Some(by_pi()).filter(|found| !found.is_empty()))
        .unwrap_or_else(by_buyer);
    match found.as_slice() {
        [deal] => Ok(deal),
        [] => Err(NotFound::Nobody),
        several => Err(NotFound::Several(several.len())),
    }
}
