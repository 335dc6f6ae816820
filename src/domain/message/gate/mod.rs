//! The copy gate: what must be known before a draft is copied to the clipboard, as facts.

pub(crate) mod agreement;
pub mod finding;
pub(crate) mod next_step;
use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use self::finding::{AmountClaim, BodyFacts, DateClaim, Finding};
use self::next_step::next_step_findings;
use super::facts::Facts;
use super::field::{FieldId, Value};
use super::fields::Fields;
use super::strategy::{MessageChannel, Step, Strategy};
use crate::domain::money::Currency;

/// Compares what a body says with the facts.
pub fn inspect(
    facts: &Facts<'_>,
    fields: &Fields,
    strategy: Strategy,
    step: Step,
    channel: MessageChannel,
    body: &BodyFacts,
) -> Vec<Finding> {
    let mut findings: Vec<Finding> = body.missing.iter().copied().map(Finding::MissingField).collect();
    findings.extend(body.open_blanks.iter().cloned().map(Finding::OpenBlank));
    findings.extend(fields.too_long().map(Finding::TooLong));
    findings.extend(contact_findings(facts, channel));
    findings.extend(amount_findings(facts, fields, body));
    findings.extend(date_findings(facts, fields, strategy, body));
    if body.mixed_language {
        findings.push(Finding::MixedLanguage);
    }
    findings.extend(body.foreign_script.iter().copied().map(Finding::ForeignScript));
    if body.questions > 1 && channel != MessageChannel::Call {
        findings.push(Finding::MoreThanOneAsk);
    }
    findings.extend(timing_findings(facts, strategy, step, channel));
    findings.extend(money_findings(facts, strategy));
    findings.extend(next_step_findings(facts, strategy, body));
    findings.extend(left_out(strategy).filter(|id| fields.get(*id).is_none()).map(Finding::LeftOut));
    findings
}

/// Library sentences without which the strategy says little.
fn left_out(strategy: Strategy) -> impl Iterator<Item = FieldId> {
    match strategy {
        Strategy::ExplainDeposit => Some(FieldId::DepositPurpose),
        Strategy::Recap
        | Strategy::Alternatives
        | Strategy::TimeFrame
        | Strategy::OfferInstalments
        | Strategy::Pause
        | Strategy::Payment => None,
    }
    .into_iter()
}

fn contact_findings(facts: &Facts<'_>, channel: MessageChannel) -> Option<Finding> {
    let contact = facts.deal.contact()?;
    if contact.stopped {
        return Some(Finding::ContactStopped);
    }
    // A dead e-mail address does not matter for other channels.
    (contact.bounced && channel == MessageChannel::Email).then_some(Finding::ContactBounced)
}

fn timing_findings(
    facts: &Facts<'_>,
    strategy: Strategy,
    step: Step,
    channel: MessageChannel,
) -> Option<Finding> {
    let leaves = strategy == Strategy::Pause || step.is_last();
    if facts.money_arrived() && leaves && strategy != Strategy::Payment {
        Some(Finding::MoneyArrived)
    } else if leaves && channel != MessageChannel::Call && !facts.call_tried() {
        Some(Finding::CallFirst)
    } else {
        None
    }
}

/// Where a message about money would contradict the ledger.
fn money_findings(facts: &Facts<'_>, strategy: Strategy) -> Vec<Finding> {
    if !strategy.opens_the_deposit() && strategy != Strategy::Payment {
        return Vec::new();
    }
    let plan = facts.plan.filter(|plan| !plan.rows.is_empty());
    let agreed = facts.deal.agreed.money();
    let totals = plan.map(|plan| plan.total).zip(agreed).filter(|(plan, deal)| plan != deal);
    let differs = totals.map(|(plan, deal)| Finding::TotalDiffers { plan, deal });
    facts.not_booked().map(Finding::NotBooked).into_iter().chain(differs).collect()
}

fn amount_findings(facts: &Facts<'_>, fields: &Fields, body: &BodyFacts) -> Vec<Finding> {
    let known = known_amounts(facts, fields);
    let agrees = |claim: &AmountClaim| {
        known.iter().any(|(amount, currency)| {
            claim.currencies.contains(currency) && claim.readings.iter().any(|reading| reading == amount)
        })
    };
    body.amounts
        .iter()
        .filter(|claim| !agrees(claim))
        .map(|claim| Finding::AmountDiffers(claim.written.clone()))
        .collect()
}

/// The deal's and the plan's amounts; what the seller typed counts only where these have none.
fn known_amounts(facts: &Facts<'_>, fields: &Fields) -> Vec<(Decimal, Currency)> {
    let plan = facts.plan.map(|plan| (plan.total.decimal(), plan.total.currency()));
    let received = facts.received();
    let rows = facts
        .plan
        .into_iter()
        .flat_map(|plan| plan.rows.iter().chain(&plan.open).map(|row| row.amount))
        .chain(received.iter().map(|(_, money)| *money))
        .chain(facts.received_in_all())
        .chain(facts.in_transit().and_then(|transit| transit.money));
    let values = [FieldId::Amount, FieldId::UnitPrice, FieldId::DepositAmount, FieldId::Balance]
        .into_iter()
        .filter_map(|id| fields.known(id).or_else(|| fields.get(id)))
        .filter_map(Value::amount);
    values.chain(plan).chain(rows.map(|money| (money.decimal(), money.currency()))).collect()
}

fn date_findings(facts: &Facts<'_>, fields: &Fields, strategy: Strategy, body: &BodyFacts) -> Vec<Finding> {
    let known = known_dates(facts, fields);
    let agrees = |claim: &DateClaim| {
        known.iter().any(|date| {
            claim.weekday.is_none_or(|weekday| weekday == date.weekday())
                && claim.readings.iter().any(|(year, month, day)| {
                    year.is_none_or(|year| year == date.year())
                        && (*month, *day) == (date.month(), date.day())
                })
        })
    };
    let mut findings: Vec<Finding> = body
        .dates
        .iter()
        .filter(|claim| !agrees(claim))
        .map(|claim| Finding::DateDiffers(claim.written.clone()))
        .collect();
    let past = |id: FieldId, date: Option<NaiveDate>| {
        date.is_some_and(|date| date < facts.on).then_some(Finding::DatePassed(id))
    };
    let agreed = &facts.deal.agreed;
    findings.extend(past(FieldId::ValidUntil, agreed.valid_until));
    findings.extend(past(FieldId::ShipBy, agreed.ship_by));
    if strategy == Strategy::TimeFrame {
        match (fields.known(FieldId::LastTrueDay), facts.plan.and_then(|plan| plan.deadline?.missed())) {
            (Some(_), _) => {}
            (None, Some(last)) => findings.push(Finding::PlanMissesLastDay(last)),
            (None, None) => findings.push(Finding::DeadlineWithoutGround),
        }
        findings.extend(past(FieldId::LastTrueDay, fields.get(FieldId::LastTrueDay).and_then(Value::date)));
    }
    findings
}

/// The deal's and the plan's dates; what the seller typed counts only where these have none.
fn known_dates(facts: &Facts<'_>, fields: &Fields) -> BTreeSet<NaiveDate> {
    let agreed = &facts.deal.agreed;
    let typed = [FieldId::PiDate, FieldId::ValidUntil, FieldId::ShipBy, FieldId::LastTrueDay]
        .into_iter()
        .filter_map(|id| fields.known(id).or_else(|| fields.get(id)))
        // The seller may choose another day for a call.
        .chain(fields.get(FieldId::ProposedDay))
        .filter_map(Value::date);
    let rows = facts.plan.into_iter().flat_map(|plan| plan.rows.iter().filter_map(|row| row.due));
    let moved = facts.received().into_iter().map(|(on, _)| on);
    let told = facts.in_transit().map(|transit| transit.since);
    let promised = facts.deal.promises.iter().map(|promise| promise.by);
    [agreed.pi_date, agreed.valid_until, agreed.ship_by, Some(facts.on)]
        .into_iter()
        .flatten()
        .chain(typed)
        .chain(rows)
        .chain(promised)
        .chain(moved)
        .chain(told)
        .collect()
}
