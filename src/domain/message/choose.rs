//! Which strategy and channel the next message should take when the seller has not chosen.

use super::Work;
use super::facts::MessageFacts;
use super::fields::{has_entry, usable_alternatives};
use super::strategy::{LadderStep, MessageChannel, Strategy, Tone};
use crate::domain::deal::Stage;
use crate::domain::library::EntryKind;
use crate::domain::names::{Named, Word};
use crate::domain::today::TodayReason;
use crate::domain::today::turn::{Ball, Standing};

/// The state of a deal, as far as the choice depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    pub stage: Stage,
    pub step: LadderStep,
    /// Messages since they last wrote.
    pub unanswered: u32,
    /// Why the deal stands where it does in Today.
    pub reason: TodayReason,
    /// The strategy that the diagnosis' best remedy leads to.
    pub top_strategy: Option<Strategy>,
    /// Their last words are a yes that asks nothing.
    pub said_yes: bool,
    /// A plan in parts exists.
    pub has_plan: bool,
    pub has_last_true_day: bool,
    /// What the library holds in the message's language.
    pub library: UsableLibrary,
    pub money_arrived: bool,
    /// Money arrived, and nobody has thanked for it.
    pub owes_thanks: bool,
    pub call_tried: bool,
    /// The contact's e-mail address is dead.
    pub bounced: bool,
}

/// The kinds of sentences that a message may use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UsableLibrary {
    pub alternatives: bool,
    pub story: bool,
    pub fact: bool,
    pub reference: bool,
}

impl Situation {
    /// Reads the situation from the facts; who turned silent when, and why the deal is listed, is known elsewhere.
    pub fn of(
        facts: &MessageFacts<'_>,
        language: &str,
        unanswered: u32,
        top_strategy: Option<Strategy>,
        reason: TodayReason,
    ) -> Self {
        Self {
            stage: facts.deal.stage(),
            step: facts
                .deal
                .message
                .step
                .as_ref()
                .and_then(|step| step.known())
                .unwrap_or_else(|| LadderStep::after(unanswered)),
            unanswered,
            reason,
            top_strategy,
            said_yes: facts.their_last().is_some_and(|last| last.is_yes),
            has_plan: facts.plan.is_some_and(super::PlanFacts::is_in_parts),
            has_last_true_day: facts
                .plan
                .and_then(|plan| plan.deadline?.kept())
                .is_some_and(|last| last >= facts.on),
            library: UsableLibrary {
                alternatives: !usable_alternatives(facts, language).is_empty(),
                story: has_entry(facts, EntryKind::Story, language),
                fact: has_entry(facts, EntryKind::Fact, language),
                reference: has_entry(facts, EntryKind::Reference, language),
            },
            money_arrived: facts.money_arrived(),
            owes_thanks: facts.money_arrived() && Standing::of(facts.deal).ball == Ball::Nobody,
            call_tried: facts.call_tried(),
            bounced: facts.deal.contact().is_some_and(|contact| contact.bounced),
        }
    }
}

/// What the next message tries, by which channel and in which tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChosenMessage {
    pub strategy: Strategy,
    pub step: LadderStep,
    pub channel: MessageChannel,
    pub tone: Tone,
}

impl ChosenMessage {
    /// What the seller chose; the rest follows from the situation.
    pub fn of(work: &Work, situation: &Situation) -> Self {
        let Work {
            strategy,
            step,
            channel,
            tone,
            language: _,
            fields: _,
            edited: _,
            one_letter: _,
            extra: _,
        } = work;
        Self {
            strategy: known(strategy.as_ref()).unwrap_or_else(|| suggest(situation)),
            step: known(step.as_ref()).unwrap_or(situation.step),
            channel: known(channel.as_ref()).unwrap_or_else(|| usual_channel(situation)),
            tone: known(tone.as_ref()).unwrap_or(Tone::Plain),
        }
    }
}

fn known<T: Named>(chosen: Option<&Word<T>>) -> Option<T> {
    chosen.and_then(Word::known)
}

/// The strategy for the next message: first what Today lists the deal for, then what the diagnosis advises, then what
/// fits stage and step.
pub fn suggest(situation: &Situation) -> Strategy {
    by_reason(situation).or_else(|| by_diagnosis(situation)).unwrap_or_else(|| by_stage(situation))
}

fn by_reason(situation: &Situation) -> Option<Strategy> {
    match situation.reason {
        TodayReason::TheyWrote { .. } if situation.said_yes => Some(Strategy::Agreed),
        TodayReason::TheyWrote { .. } => Some(Strategy::Answer),
        TodayReason::InTransit { .. } | TodayReason::RowDue(_) => Some(Strategy::Payment),
        TodayReason::PromiseDue { .. } => Some(Strategy::Promise),
        TodayReason::Bounced { .. } => Some(Strategy::NewChannel),
        TodayReason::Expires { .. } => Some(Strategy::Expiring),
        TodayReason::NextIsDue(_) | TodayReason::Waits(_) | TodayReason::Stopped => {
            if situation.owes_thanks {
                Some(Strategy::Payment)
            } else {
                situation.stage.is_ours().then_some(Strategy::Progress)
            }
        }
    }
}

fn by_diagnosis(situation: &Situation) -> Option<Strategy> {
    if situation.step.is_last() && may_pause(situation) {
        return Some(Strategy::Pause);
    }
    // A pause is the last resort, whatever the diagnosis suggests.
    let top = situation.top_strategy.filter(|strategy| *strategy != Strategy::Pause);
    top.filter(|strategy| is_open(*strategy, situation))
}

/// A draft is expected as an e-mail; only where the address is dead it is a chat unasked.
fn usual_channel(situation: &Situation) -> MessageChannel {
    match situation.reason {
        TodayReason::Bounced { .. } => MessageChannel::Chat,
        TodayReason::TheyWrote { .. }
        | TodayReason::InTransit { .. }
        | TodayReason::PromiseDue { .. }
        | TodayReason::RowDue(_)
        | TodayReason::Expires { .. }
        | TodayReason::NextIsDue(_)
        | TodayReason::Waits(_)
        | TodayReason::Stopped => MessageChannel::Email,
    }
}

/// The channel for the next message: another one once two messages went unanswered, and a call before a pause.
pub fn suggest_channel(situation: &Situation) -> MessageChannel {
    let last_and_untried = situation.step.is_last() && !situation.call_tried;
    let two_unanswered = situation.unanswered == 2 && !situation.call_tried;
    if last_and_untried {
        MessageChannel::Call
    } else if two_unanswered || situation.bounced {
        MessageChannel::Chat
    } else {
        MessageChannel::Email
    }
}

/// Only after a call was tried, and never after money arrived.
fn may_pause(situation: &Situation) -> bool {
    situation.call_tried && !situation.money_arrived
}

/// Whether the strategy has what it needs to be truthful.
fn is_open(strategy: Strategy, situation: &Situation) -> bool {
    let has = situation.library;
    match strategy {
        Strategy::Recap | Strategy::Approval | Strategy::Answer => true,
        Strategy::NewChannel => situation.bounced,
        Strategy::Alternatives => has.alternatives,
        Strategy::Value => has.story,
        Strategy::Data | Strategy::Proof => has.fact,
        Strategy::Reference => has.reference,
        Strategy::TimeFrame => situation.has_last_true_day && !situation.money_arrived,
        Strategy::ExplainDeposit | Strategy::DepositWorries | Strategy::Benefits => !situation.money_arrived,
        Strategy::OfferInstalments => situation.has_plan && !situation.money_arrived,
        Strategy::Pause => may_pause(situation),
        Strategy::Payment => situation.has_plan || situation.money_arrived,
        Strategy::Progress => situation.stage.is_ours(),
        // These need a decision of the seller, or a reason of Today.
        Strategy::Agreed
        | Strategy::Promise
        | Strategy::Expiring
        | Strategy::Incentive
        | Strategy::TrialOrder => false,
    }
}

fn by_stage(situation: &Situation) -> Strategy {
    let wishes: &[Strategy] = match (situation.stage, situation.step) {
        (Stage::Deposit, LadderStep::First) => &[Strategy::ExplainDeposit],
        (Stage::Deposit, LadderStep::Second) => &[Strategy::OfferInstalments, Strategy::ExplainDeposit],
        (Stage::Deposit, LadderStep::Third | LadderStep::Fourth) => {
            &[Strategy::TimeFrame, Strategy::OfferInstalments, Strategy::DepositWorries]
        }
        (Stage::Production | Stage::Shipped | Stage::Won | Stage::Lost, _) | (_, LadderStep::First) => &[],
        (_, LadderStep::Second) => &[Strategy::Alternatives, Strategy::Value],
        (Stage::Negotiation | Stage::Terms, LadderStep::Third | LadderStep::Fourth) => {
            &[Strategy::TimeFrame, Strategy::Alternatives, Strategy::Reference]
        }
        (Stage::Inquiry | Stage::Quoted | Stage::Sample, LadderStep::Third | LadderStep::Fourth) => {
            &[Strategy::Alternatives, Strategy::Reference]
        }
    };
    wishes.iter().copied().find(|strategy| is_open(*strategy, situation)).unwrap_or(Strategy::Recap)
}
