//! One entry of a deal's story: who wrote or called, when, by which channel; and what was promised.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::domain::deposit::Payment;
use crate::domain::extra::Extra;
use crate::domain::message::strategy::{LadderStep, Strategy};
use crate::domain::money::Money;
use crate::domain::names::Word;
use crate::named;

named! {
    /// What happened.
    pub enum TouchKind {
        /// They wrote or called back.
        Replied = "replied",
        /// We wrote.
        Wrote = "wrote",
        /// We called and spoke, or left a message.
        Called = "called",
        /// A draft was copied; counts as written until the seller says it was not sent.
        Copied = "copied",
        /// A machine answered; changes nothing but may carry the date of return.
        AutoReply = "auto-reply",
        /// The message came back: the address is dead.
        Bounced = "bounced",
        /// They asked us to stop.
        Stopped = "stop",
        /// They named a date for a decision or a payment.
        Promised = "promised",
        /// They say they have paid; the money has not arrived.
        SaysPaid = "says-paid",
        /// Money arrived.
        Arrived = "arrived",
        Note = "note",
    }
}

named! {
    pub enum Channel {
        Email = "email",
        Chat = "chat",
        Call = "call",
        Meeting = "meeting",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Touch {
    pub on: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<NaiveTime>,
    pub kind: Word<TouchKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Word<Channel>>,
    /// Their words, where it is from them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Copied: the subject of the mail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Copied: the message, word for word.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Copied: the address or number it was written to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// Copied: what the message tried; older programs did not record it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strategy: Option<Word<Strategy>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Word<LadderStep>>,
    /// Auto-reply: back on this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Says paid, arrived: how much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<Money>,
    /// An imported summary already counts this touch.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_summary: bool,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Touch {
    pub fn new(on: NaiveDate, kind: TouchKind) -> Self {
        Self {
            on,
            at: None,
            kind: kind.into(),
            channel: None,
            note: String::new(),
            subject: String::new(),
            text: String::new(),
            to: String::new(),
            strategy: None,
            step: None,
            until: None,
            money: None,
            in_summary: false,
            extra: Extra::new(),
        }
    }

    /// What was said, as far as it was kept.
    pub(crate) fn said(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.note.as_str())
    }

    /// The entry in the story for a payment.
    pub fn arrived(payment: &Payment) -> Self {
        let told = Self::new(payment.on, TouchKind::Arrived);
        Self { money: Some(payment.money), note: payment.reference.clone(), ..told }
    }

    /// Whether a message or call of ours answers what they asked. A message that was written for another purpose leaves
    /// their question open; one without a recorded purpose counts as an answer.
    pub(crate) fn answers(&self) -> bool {
        self.strategy.as_ref().is_none_or(|strategy| strategy.known().is_some_and(Strategy::answers))
    }
}

named! {
    pub enum PromiseKind {
        Decision = "decision",
        Payment = "payment",
        Other = "other",
    }
}

named! {
    pub enum PromiseState {
        Open = "open",
        Kept = "kept",
        Dropped = "dropped",
    }
}

/// "The boss decides by Friday", "payment by 3 Dec"; or ours: "sample photos by Thursday".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    pub kind: Word<PromiseKind>,
    pub by: NaiveDate,
    pub made: NaiveDate,
    pub state: Word<PromiseState>,
    /// What was promised, where that is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// We made it, not the buyer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Promise {
    /// Whether we wait for something that they promised.
    pub fn is_open_of_theirs(&self) -> bool {
        !self.ours && self.state.is(PromiseState::Open)
    }

    /// Whether they wait for something that we promised.
    pub fn is_open_of_ours(&self) -> bool {
        self.ours && self.state.is(PromiseState::Open)
    }
}

/// What an import says about the correspondence before the story begins.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Summary {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_inbound: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_outbound: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting_since: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unanswered: Option<u32>,
    #[serde(flatten)]
    pub extra: Extra,
}
