//! Which strategy and channel the next message should take when the seller has not chosen.

use super::Work;
use super::facts::MessageFacts;
use super::fields::usable_alternatives;
use super::strategy::{LadderStep, MessageChannel, Strategy, Tone};
use crate::domain::deal::Stage;
use crate::domain::names::{Named, Word};
use crate::domain::today::turn::{Ball, Standing};

/// The state of a deal, as far as the choice depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    pub stage: Stage,
    pub step: LadderStep,
    /// Messages since they last wrote.
    pub unanswered: u32,
    /// The strategy that the diagnosis' best remedy leads to.
    pub top_strategy: Option<Strategy>,
    /// A plan in parts exists.
    pub has_plan: bool,
    pub has_last_true_day: bool,
    /// The library holds an alternative in the message's language.
    pub has_alternatives: bool,
    pub money_arrived: bool,
    /// Money is on its way, arrived and was not answered, or arrived while more is due.
    pub money_to_follow: bool,
    pub call_tried: bool,
    /// The contact's e-mail address is dead.
    pub bounced: bool,
}

impl Situation {
    /// Reads the situation from the facts; who turned silent when is known elsewhere.
    pub fn of(
        facts: &MessageFacts<'_>,
        language: &str,
        unanswered: u32,
        top_strategy: Option<Strategy>,
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
            top_strategy,
            has_plan: facts.plan.is_some_and(super::PlanFacts::is_in_parts),
            has_last_true_day: facts
                .plan
                .and_then(|plan| plan.deadline?.kept())
                .is_some_and(|last| last >= facts.on),
            has_alternatives: !usable_alternatives(facts, language).is_empty(),
            money_arrived: facts.money_arrived(),
            money_to_follow: money_to_follow(facts),
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
        let Work { strategy, step, channel, tone, language: _, fields: _, edited: _, set_aside: _, extra: _ } =
            work;
        Self {
            strategy: known(strategy.as_ref()).unwrap_or_else(|| suggest(situation)),
            step: known(step.as_ref()).unwrap_or(situation.step),
            // Another channel is proposed by `suggest_channel`, never switched to unasked: a draft is expected as an
            // e-mail.
            channel: known(channel.as_ref()).unwrap_or(MessageChannel::Email),
            tone: known(tone.as_ref()).unwrap_or(Tone::Plain),
        }
    }
}

fn known<T: Named>(chosen: Option<&Word<T>>) -> Option<T> {
    chosen.and_then(Word::known)
}

/// The strategy for the next message.
pub fn suggest(situation: &Situation) -> Strategy {
    if situation.money_to_follow {
        return Strategy::Payment;
    }
    if situation.step.is_last() && may_pause(situation) {
        return Strategy::Pause;
    }
    match situation.top_strategy.filter(|strategy| is_open(*strategy, situation)) {
        // A pause is the last resort, whatever the diagnosis suggests.
        Some(Strategy::Pause) | None => by_stage(situation),
        Some(strategy) => strategy,
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

/// Whether a payment is to be written about; not where they wrote last, because a reply comes first.
fn money_to_follow(facts: &MessageFacts<'_>) -> bool {
    let standing = Standing::of(facts.deal);
    if facts.deal.stage().is_closed() || standing.ball == Ball::Ours {
        return false;
    }
    let more_is_due = || facts.plan.is_some_and(|plan| plan.due(facts.on).next().is_some());
    let is_unanswered = standing.ball == Ball::Nobody;
    standing.in_transit.is_some() || facts.money_arrived() && (is_unanswered || more_is_due())
}

/// Only after a call was tried, and never after money arrived.
fn may_pause(situation: &Situation) -> bool {
    situation.call_tried && !situation.money_arrived
}

/// Whether the strategy has what it needs to be truthful.
fn is_open(strategy: Strategy, situation: &Situation) -> bool {
    match strategy {
        Strategy::Recap => true,
        Strategy::Alternatives => situation.has_alternatives,
        Strategy::TimeFrame => situation.has_last_true_day && !situation.money_arrived,
        Strategy::ExplainDeposit => !situation.money_arrived,
        Strategy::OfferInstalments => situation.has_plan && !situation.money_arrived,
        Strategy::Pause => may_pause(situation),
        Strategy::Payment => situation.has_plan || situation.money_to_follow,
    }
}

fn by_stage(situation: &Situation) -> Strategy {
    let wishes: &[Strategy] = match (situation.stage, situation.step) {
        (Stage::Deposit, LadderStep::First) => &[Strategy::ExplainDeposit],
        (Stage::Deposit, LadderStep::Second) => &[Strategy::OfferInstalments, Strategy::ExplainDeposit],
        (Stage::Deposit, LadderStep::Third | LadderStep::Fourth) => {
            &[Strategy::TimeFrame, Strategy::OfferInstalments]
        }
        (Stage::Production | Stage::Shipped | Stage::Won | Stage::Lost, _) | (_, LadderStep::First) => &[],
        (_, LadderStep::Second) => &[Strategy::Alternatives],
        (Stage::Negotiation | Stage::Terms, LadderStep::Third | LadderStep::Fourth) => {
            &[Strategy::TimeFrame, Strategy::Alternatives]
        }
        (Stage::Inquiry | Stage::Quoted | Stage::Sample, LadderStep::Third | LadderStep::Fourth) => {
            &[Strategy::Alternatives]
        }
    };
    wishes.iter().copied().find(|strategy| is_open(*strategy, situation)).unwrap_or(Strategy::Recap)
}
