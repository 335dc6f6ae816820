//! The deal's own words for its payment terms, where they say what the plan's table says.

use super::{About, clean};
use crate::domain::deposit::{Plan, Said, Schedule, Terms};

/// Terms in words beside a table that says something else would be two offers on one paper.
pub fn agreed_terms(about: &About<'_>) -> Option<String> {
    let terms = clean(&about.deal?.agreed.payment_terms);
    let said = Said::read(&terms)?;
    says_the_same(&said, about.plan).then_some(terms)
}

/// The same means, and the same rows: words know nothing of rounded amounts, and nothing of rows that earlier terms
/// have left behind.
fn says_the_same(said: &Said, plan: &Plan) -> bool {
    let spoken = Terms { round: None, ..said.applied(&plan.terms) };
    said.by == plan.terms.by
        && spoken.schedule().ok().zip(plan.schedule().ok()).is_some_and(|(spoken, table)| {
            spoken.rows().len() == table.rows().len() && have_the_same_rows(&spoken, &table)
        })
}

fn have_the_same_rows(spoken: &Schedule, table: &Schedule) -> bool {
    spoken.rows().iter().zip(table.rows()).all(|(spoken, table)| {
        (spoken.label, spoken.amount, spoken.due, &spoken.when)
            == (table.label, table.amount, table.due, &table.when)
    })
}
