//! The deal's own wording of its payment terms, if it matches the plan's table.

use super::{About, clean};
use crate::domain::deposit::Said;

/// None if the wording differs from the table: a paper must not make two offers.
pub fn agreed_terms(about: &About<'_>) -> Option<String> {
    let terms = clean(&about.deal?.agreed.payment_terms);
    let said = Said::read(&terms)?;
    about.plan.is_as_said(&said).then_some(terms)
}
