//! The deal's own words for its payment terms, where they say what the plan's table says.

use super::{About, clean};
use crate::domain::deposit::Said;

/// Terms in words beside a table that says something else would be two offers on one paper.
pub fn agreed_terms(about: &About<'_>) -> Option<String> {
    let terms = clean(&about.deal?.agreed.payment_terms);
    let said = Said::read(&terms)?;
    about.plan.is_as_said(&said).then_some(terms)
}
