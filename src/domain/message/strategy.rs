//! The axes of a message: strategy, step of the ladder, channel and tone.

use crate::domain::names::Named as _;
use crate::named;

named! {
    /// What a message tries to achieve.
    pub enum Strategy {
        /// Break the ice gently with what was agreed so far.
        Recap = "recap",
        /// Offer other ways for the point that may be in the way.
        Alternatives = "alternatives",
        /// Name the last true day, with respect for their decision.
        TimeFrame = "time-frame",
        /// Explain the deposit and how it is used.
        ExplainDeposit = "explain-deposit",
        /// Offer to pay the deposit in parts.
        OfferInstalments = "offer-instalments",
        /// Stop writing for now, politely.
        Pause = "pause",
        /// Follow the money: thank for what arrived, ask for what is due, or for the bank's copy of what is on its way.
        Payment = "payment",
    }
}

impl Strategy {
    /// Whether it asks for the deposit as if nothing had been paid.
    pub fn opens_the_deposit(self) -> bool {
        match self {
            Self::TimeFrame | Self::ExplainDeposit | Self::OfferInstalments => true,
            Self::Recap | Self::Alternatives | Self::Pause | Self::Payment => false,
        }
    }
}

named! {
    pub enum Tone {
        Warm = "warm",
        Plain = "plain",
        Firm = "firm",
    }
}

named! {
    pub enum MessageChannel {
        Email = "email",
        Chat = "chat",
        /// A script for a call.
        Call = "call",
    }
}

named! {
    /// The step of the follow-up ladder.
    pub enum LadderStep {
        First = "1",
        Second = "2",
        Third = "3",
        Fourth = "4",
    }
}

impl LadderStep {
    /// The follow-up that is due after this many unanswered messages.
    pub fn after(unanswered: u32) -> Self {
        match unanswered {
            0 | 1 => Self::First,
            2 => Self::Second,
            3 => Self::Third,
            4.. => Self::Fourth,
        }
    }

    pub fn number(self) -> u8 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Third => 3,
            Self::Fourth => 4,
        }
    }

    pub(crate) fn is_last(self) -> bool {
        Self::ALL.last().is_some_and(|(last, _)| *last == self)
    }
}
