//! The copy gate: what stands between a draft and the clipboard, as facts.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use super::facts::Facts;
use super::field::{FieldId, Value};
use super::fields::Fields;
use super::next_step::next_step_findings;
use super::strategy::{MessageChannel, Step, Strategy};
use crate::domain::money::{Currency, Money};
use crate::domain::today::RowDue;
use crate::domain::turn::InTransit;

/// Something to know before a draft is copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    MissingField(FieldId),
    /// A blank in the seller's own text that names no field.
    OpenBlank(String),
    /// A sentence in another language than the message's.
    MixedLanguage,
    /// A filled field is written in a script of the other language.
    ForeignScript(FieldId),
    /// Only the beginning of the field is used.
    TooLong(FieldId),
    MoreThanOneAsk,
    /// An amount, as written, that the deal and its plan do not know.
    AmountDiffers(String),
    /// A date, as written, that the deal and its plan do not know.
    DateDiffers(String),
    ContactStopped,
    ContactBounced,
    /// A last day that no ship date, lead time and cut-off stand behind.
    DeadlineWithoutGround,
    /// The date in this field is in the past.
    DatePassed(FieldId),
    /// The library has no sentence for this field, so the message leaves it out.
    LeftOut(FieldId),
    /// Pausing before anybody called.
    CallFirst,
    /// Money has arrived: the strategy no longer fits.
    MoneyArrived,
    /// They say they have paid and nothing has arrived: this message does not ask for the bank's copy.
    MoneyInTransit(InTransit),
    /// A row of the plan is due, and the message does not name it.
    RowDue(RowDue),
    /// The order is running: they wait for a progress update, which no strategy writes yet.
    ProgressDue,
    /// Money of the story does not stand in the plan, so what the plan calls open may be paid.
    NotBooked(Option<Money>),
    /// The plan divides another amount than the deal's.
    TotalDiffers {
        plan: Money,
        deal: Money,
    },
    /// The plan asks for some of the deposit after its last true day.
    PlanMissesLastDay(NaiveDate),
    /// The seller's text was written from an older draft.
    EditedFromOlder,
    /// We cannot write this language yet.
    LanguageNotYet(String),
}

impl Finding {
    /// Its name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingField(_) => "missing",
            Self::OpenBlank(_) => "blank",
            Self::MixedLanguage => "mixed-language",
            Self::ForeignScript(_) => "script",
            Self::TooLong(_) => "too-long",
            Self::MoreThanOneAsk => "asks",
            Self::AmountDiffers(_) => "amount",
            Self::DateDiffers(_) => "date",
            Self::ContactStopped => "stopped",
            Self::ContactBounced => "bounced",
            Self::DeadlineWithoutGround => "deadline",
            Self::DatePassed(FieldId::ValidUntil) => "expired",
            Self::DatePassed(_) => "passed",
            Self::LeftOut(_) => "left-out",
            Self::CallFirst => "call-first",
            Self::MoneyArrived => "money-arrived",
            Self::MoneyInTransit(_) => "money-in-transit",
            Self::RowDue(_) => "row-due",
            Self::NotBooked(_) => "not-booked",
            Self::TotalDiffers { .. } => "total",
            Self::PlanMissesLastDay(_) => "plan-late",
            Self::ProgressDue => "progress-due",
            Self::EditedFromOlder => "edited",
            Self::LanguageNotYet(_) => "language",
        }
    }

    /// Whether the draft must not be copied as it is; otherwise it is only said.
    pub fn blocks(&self) -> bool {
        match self {
            Self::MissingField(_)
            | Self::OpenBlank(_)
            | Self::TooLong(_)
            | Self::AmountDiffers(_)
            | Self::ContactStopped
            | Self::NotBooked(_)
            | Self::TotalDiffers { .. }
            | Self::PlanMissesLastDay(_)
            | Self::DeadlineWithoutGround
            | Self::DatePassed(FieldId::LastTrueDay) => true,
            Self::MixedLanguage
            | Self::ForeignScript(_)
            | Self::MoreThanOneAsk
            | Self::DateDiffers(_)
            | Self::ContactBounced
            | Self::DatePassed(_)
            | Self::LeftOut(_)
            | Self::CallFirst
            | Self::MoneyArrived
            | Self::MoneyInTransit(_)
            | Self::RowDue(_)
            | Self::ProgressDue
            | Self::EditedFromOlder
            | Self::LanguageNotYet(_) => false,
        }
    }
}

/// What a body says, as far as the gate compares it with the facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyFacts {
    /// Unfilled fields that stand in it, in order.
    pub missing: Vec<FieldId>,
    pub open_blanks: Vec<String>,
    pub amounts: Vec<AmountClaim>,
    pub dates: Vec<DateClaim>,
    pub questions: usize,
    pub mixed_language: bool,
    pub foreign_script: Vec<FieldId>,
}

/// An amount in a body and every way to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountClaim {
    pub written: String,
    /// `30.000` is thirty thousand or thirty.
    pub readings: Vec<Decimal>,
    /// A sign such as `$` fits several.
    pub currencies: Vec<Currency>,
}

/// A date in a body and every way to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateClaim {
    pub written: String,
    /// Year where written, month, day.
    pub readings: Vec<(Option<i32>, u32, u32)>,
    pub weekday: Option<chrono::Weekday>,
}

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
    // A dead e-mail address says nothing about the telephone.
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

/// What would make a message about money say something else than the ledger.
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

/// The deal's and the plan's amounts; what the seller typed counts only where they are silent.
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

/// The deal's and the plan's dates; what the seller typed counts only where they are silent.
fn known_dates(facts: &Facts<'_>, fields: &Fields) -> BTreeSet<NaiveDate> {
    let agreed = &facts.deal.agreed;
    let typed = [FieldId::PiDate, FieldId::ValidUntil, FieldId::ShipBy, FieldId::LastTrueDay]
        .into_iter()
        .filter_map(|id| fields.known(id).or_else(|| fields.get(id)))
        // The day for a call is the seller's own to move.
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
