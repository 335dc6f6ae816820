//! Finds the deal that a person names: by id, PI number, or a buyer's name that fits one deal only.

use crate::domain::deal::{Deal, DealId};
use crate::domain::document::Document;
use crate::domain::typed::signs::folded;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhoProblem {
    #[error("no deal has this id, PI number or whole buyer name; see icebreak today")]
    None,
    #[error("{0} deals fit; name one by its PI number or id")]
    Several(usize),
}

/// The deal that `name` means. An id beats a PI number, which beats a buyer's name; a name must match as a whole, so
/// that a slip never picks another buyer.
pub fn who(document: &Document, name: &str) -> Result<DealId, WhoProblem> {
    let exact = DealId::new(name.trim());
    if document.deals.contains_key(&exact) {
        return Ok(exact);
    }
    let wanted = folded(name);
    if wanted.is_empty() {
        return Err(WhoProblem::None);
    }
    let by_pi = |deal: &Deal| folded(&deal.agreed.pi) == wanted;
    let wanted_buyer = unspaced(name);
    let by_buyer = |deal: &Deal| unspaced(&deal.buyer.company) == wanted_buyer;
    match only(document, by_pi) {
        Err(WhoProblem::None) => only(document, by_buyer),
        found => found,
    }
}

/// Company names are typed with and without their spaces.
fn unspaced(name: &str) -> String {
    folded(name).replace(' ', "")
}

fn only(document: &Document, fits: impl Fn(&Deal) -> bool) -> Result<DealId, WhoProblem> {
    let mut found = document.deals.values().filter(|deal| fits(deal));
    let first = found.next().ok_or(WhoProblem::None)?;
    match found.count() {
        0 => Ok(first.id.clone()),
        more => Err(WhoProblem::Several(more.saturating_add(1))),
    }
}
