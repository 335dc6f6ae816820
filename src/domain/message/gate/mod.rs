//! The copy gate: what must be known before a draft is copied to the clipboard, as facts.

pub(crate) mod agreement;
pub mod finding;
pub mod needed_form;
pub(crate) mod next_step;
use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use self::finding::{AmountClaim, BodyFacts, DateClaim, DraftFinding};
use self::next_step::next_step_findings;
use super::facts::MessageFacts;
use super::field::{FieldId, FieldValue};
use super::fields::MessageFields;
use super::strategy::{LadderStep, MessageChannel, Strategy};
use crate::domain::money::Currency;
use crate::domain::today::turn::Standing;

/// Compares what a body says with the facts.
pub fn inspect(
    facts: &MessageFacts<'_>,
    fields: &MessageFields,
    strategy: Strategy,
    step: LadderStep,
    channel: MessageChannel,
    body: &BodyFacts,
) -> Vec<DraftFinding> {
    let mut findings: Vec<DraftFinding> =
        body.missing.iter().copied().map(DraftFinding::MissingField).collect();
    findings.extend(body.open_blanks.iter().cloned().map(DraftFinding::OpenBlank));
    findings.extend(fields.too_long().map(DraftFinding::TooLong));
    findings.extend(contact_findings(facts, channel));
    findings.extend(amount_findings(facts, fields, body));
    findings.extend(date_findings(facts, fields, strategy, body));
    if body.mixed_language {
        findings.push(DraftFinding::MixedLanguage);
    }
    let mut foreign: Vec<FieldId> = body.foreign.iter().map(|form| form.field).collect();
    foreign.dedup();
    findings.extend(foreign.into_iter().map(DraftFinding::ForeignScript));
    if body.questions > 1 && channel != MessageChannel::Call {
        findings.push(DraftFinding::MoreThanOneAsk);
    }
    findings.extend(timing_findings(facts, strategy, step, channel));
    findings.extend(money_findings(facts, strategy));
    findings.extend(next_step_findings(facts, strategy, body));
    findings.extend(left_out(strategy).filter(|id| fields.get(*id).is_none()).map(DraftFinding::LeftOut));
    findings
}

/// Library sentences without which the strategy says little.
fn left_out(strategy: Strategy) -> impl Iterator<Item = FieldId> {
    (strategy == Strategy::ExplainDeposit).then_some(FieldId::DepositPurpose).into_iter()
}

fn contact_findings(facts: &MessageFacts<'_>, channel: MessageChannel) -> Option<DraftFinding> {
    let contact = facts.deal.contact()?;
    if contact.stopped {
        return Some(DraftFinding::ContactStopped);
    }
    // A dead e-mail address does not matter for other channels.
    (contact.bounced && channel == MessageChannel::Email).then_some(DraftFinding::ContactBounced)
}

fn timing_findings(
    facts: &MessageFacts<'_>,
    strategy: Strategy,
    step: LadderStep,
    channel: MessageChannel,
) -> Option<DraftFinding> {
    let leaves = strategy == Strategy::Pause || step.is_last();
    if facts.money_arrived() && leaves && strategy.follows_silence() {
        Some(DraftFinding::MoneyArrived)
    } else if leaves && strategy.waits_for_a_call() && channel != MessageChannel::Call && !facts.call_tried()
    {
        Some(DraftFinding::CallFirst)
    } else {
        None
    }
}

/// Where a message about money would contradict the ledger.
fn money_findings(facts: &MessageFacts<'_>, strategy: Strategy) -> Vec<DraftFinding> {
    if !strategy.opens_the_deposit() && strategy != Strategy::Payment {
        return Vec::new();
    }
    let plan = facts.plan.filter(|plan| !plan.rows.is_empty());
    let differs = plan.and_then(|plan| DraftFinding::of_totals(plan.total, facts.deal));
    facts.not_booked().map(DraftFinding::NotBooked).into_iter().chain(differs).collect()
}

fn amount_findings(facts: &MessageFacts<'_>, fields: &MessageFields, body: &BodyFacts) -> Vec<DraftFinding> {
    let known = known_amounts(facts, fields);
    let agrees = |claim: &AmountClaim| {
        known.iter().any(|(amount, currency)| {
            claim.currencies.contains(currency) && claim.readings.iter().any(|reading| reading == amount)
        })
    };
    body.amounts
        .iter()
        .filter(|claim| !agrees(claim))
        .map(|claim| DraftFinding::AmountDiffers(claim.written.clone()))
        .collect()
}

/// The deal's and the plan's amounts; what the seller typed counts only where these have none.
fn known_amounts(facts: &MessageFacts<'_>, fields: &MessageFields) -> Vec<(Decimal, Currency)> {
    let plan = facts.plan.map(|plan| (plan.total.decimal(), plan.total.currency()));
    let received = facts.received();
    let rows = facts
        .plan
        .into_iter()
        .flat_map(|plan| plan.rows.iter().chain(&plan.open).map(|row| row.amount))
        .chain(received.iter().map(|(_, money)| *money))
        .chain(facts.received_in_all())
        .chain(facts.in_transit().and_then(|transit| transit.money));
    let asked = facts.asked();
    let offered = asked.iter().flat_map(|asked| [Some(asked.total), asked.deposit]).flatten();
    let asked_price = asked.as_ref().and_then(|asked| asked.price.zip(facts.deal.agreed.currency));
    let values = [FieldId::Amount, FieldId::UnitPrice, FieldId::DepositAmount, FieldId::Balance]
        .into_iter()
        .filter_map(|id| fields.known(id).or_else(|| fields.get(id)))
        .filter_map(FieldValue::amount);
    let trial = fields.trial_total();
    let sums = rows.chain(offered).chain(trial).map(|money| (money.decimal(), money.currency()));
    values.chain(plan).chain(asked_price).chain(sums).collect()
}

fn date_findings(
    facts: &MessageFacts<'_>,
    fields: &MessageFields,
    strategy: Strategy,
    body: &BodyFacts,
) -> Vec<DraftFinding> {
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
    let mut findings: Vec<DraftFinding> = body
        .dates
        .iter()
        .filter(|claim| !agrees(claim))
        .map(|claim| DraftFinding::DateDiffers(claim.written.clone()))
        .collect();
    let past = |id: FieldId, date: Option<NaiveDate>| {
        date.is_some_and(|date| date < facts.on).then_some(DraftFinding::DatePassed(id))
    };
    let agreed = &facts.deal.agreed;
    findings.extend(past(FieldId::ValidUntil, agreed.valid_until));
    findings.extend(past(FieldId::ShipBy, agreed.ship_by));
    if strategy == Strategy::TimeFrame {
        match (fields.known(FieldId::LastTrueDay), facts.plan.and_then(|plan| plan.deadline?.missed())) {
            (Some(_), _) => {}
            (None, Some(last)) => findings.push(DraftFinding::PlanMissesLastDay(last)),
            (None, None) => findings.push(DraftFinding::DeadlineWithoutGround),
        }
        findings
            .extend(past(FieldId::LastTrueDay, fields.get(FieldId::LastTrueDay).and_then(FieldValue::date)));
    }
    findings
}

/// The deal's and the plan's dates; what the seller typed counts only where these have none.
fn known_dates(facts: &MessageFacts<'_>, fields: &MessageFields) -> BTreeSet<NaiveDate> {
    let agreed = &facts.deal.agreed;
    let typed = [FieldId::PiDate, FieldId::ValidUntil, FieldId::ShipBy, FieldId::LastTrueDay]
        .into_iter()
        .filter_map(|id| fields.known(id).or_else(|| fields.get(id)))
        // The seller chooses the day of a call, or of a promise.
        .chain(FieldId::OWN_DAYS.into_iter().filter_map(|id| fields.get(id)))
        .filter_map(FieldValue::date);
    let rows = facts.plan.into_iter().flat_map(|plan| plan.rows.iter().filter_map(|row| row.due));
    let moved = facts.received().into_iter().map(|(on, _)| on);
    let told = facts.in_transit().map(|transit| transit.since);
    let promised = facts.deal.promises.iter().map(|promise| promise.by);
    let happened = facts.deal.story.iter().map(|touch| touch.on);
    let standing = Standing::of(facts.deal);
    let counted = [standing.last_inbound, standing.last_outbound].into_iter().flatten();
    [agreed.pi_date, agreed.valid_until, agreed.ship_by, Some(facts.on)]
        .into_iter()
        .flatten()
        .chain(typed)
        .chain(rows)
        .chain(promised)
        .chain(moved)
        .chain(told)
        .chain(happened)
        .chain(counted)
        .collect()
}
