//! What the deal's next message has to do, whatever strategy was chosen.

use chrono::Datelike as _;

use super::finding::{BodyFacts, DraftFinding};
use crate::domain::message::facts::MessageFacts;
use crate::domain::message::strategy::Strategy;
use crate::domain::today::turn::Standing;
use crate::domain::today::{RowDue, unpaid_row_due};

/// The payment that the message has to deal with, and a progress update that is due. Money on its way explains a row
/// that is due, so only the money is named.
pub(crate) fn next_step_findings(
    facts: &MessageFacts<'_>,
    strategy: Strategy,
    body: &BodyFacts,
) -> impl Iterator<Item = DraftFinding> {
    let money = match Standing::of(facts.deal).in_transit {
        Some(_) if strategy == Strategy::Payment => None,
        Some(transit) => Some(DraftFinding::MoneyInTransit(transit)),
        None => unpaid_row_due(facts.deal, facts.on)
            .filter(|row| !facts.deal.stage().is_closed() && !names(body, row))
            .map(DraftFinding::RowDue),
    };
    let tells = matches!(strategy, Strategy::Progress | Strategy::Answer);
    let progress = (facts.deal.stage().is_ours() && !tells).then_some(DraftFinding::ProgressDue);
    money.into_iter().chain(progress)
}

/// Whether the body says when the row is due or what is open of it.
fn names(body: &BodyFacts, row: &RowDue) -> bool {
    let (amount, currency) = (row.amount.decimal(), row.amount.currency());
    let says_amount = body
        .amounts
        .iter()
        .any(|claim| claim.currencies.contains(&currency) && claim.readings.contains(&amount));
    let (year, month, day) = (row.due.year(), row.due.month(), row.due.day());
    let says_date = body.dates.iter().flat_map(|claim| &claim.readings).any(|reading| {
        (reading.1, reading.2) == (month, day) && reading.0.is_none_or(|written| written == year)
    });
    says_amount || says_date
}
