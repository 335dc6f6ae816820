//! The deal's own wording of its payment terms, if it matches the plan's table.

use super::{DocumentSubject, clean};
use crate::domain::deposit::WordedTerms;

/// None if the wording differs from the table: a paper must not make two offers.
pub fn agreed_terms(about: &DocumentSubject<'_>) -> Option<String> {
    let terms = clean(&about.deal?.agreed.payment_terms);
    let said = WordedTerms::read(&terms)?;
    about.plan.is_as_said(&said).then_some(terms)
}
