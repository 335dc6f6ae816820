//! The axes of a message: strategy, step of the ladder, channel and tone.

use crate::domain::names::Named as _;
use crate::named;

named! {
    /// What a message tries to achieve.
    pub enum Strategy {
        /// Answer what they asked.
        Answer = "answer",
        /// After their yes: five short points that keep an order from standing still.
        Agreed = "agreed",
        /// Ask about the day that they named and that has passed.
        Promise = "promise",
        /// Follow the money: thank for what arrived, ask for what is due, or for the bank's copy of what is on its way.
        Payment = "payment",
        /// Tell them how a running order stands.
        Progress = "progress",
        /// Their address bounced: ask by another way.
        NewChannel = "new-channel",
        /// The quotation ends soon.
        Expiring = "expiring",
        /// Break the ice gently with what was agreed so far.
        Recap = "recap",
        /// Help them to get it approved.
        Approval = "approval",
        /// Offer other ways for the point that may be in the way.
        Alternatives = "alternatives",
        /// Name the last true day, with respect for their decision.
        TimeFrame = "time-frame",
        /// What another buyer had from it.
        Value = "value",
        /// A figure of ours, with its source.
        Data = "data",
        /// Somebody whom they can ask about us.
        Reference = "reference",
        /// We keep what we promise.
        Proof = "proof",
        /// Something extra, with its condition and its last day.
        Incentive = "incentive",
        /// Begin with a small quantity.
        TrialOrder = "trial-order",
        /// Explain the deposit and how it is used.
        ExplainDeposit = "explain-deposit",
        /// Answer a worry about the deposit.
        DepositWorries = "deposit-worries",
        /// What the deposit gives the buyer.
        Benefits = "benefits",
        /// Offer to pay the deposit in parts.
        OfferInstalments = "offer-instalments",
        /// Stop writing for now, politely.
        Pause = "pause",
    }
}

impl Strategy {
    /// Whether it asks for the deposit as if nothing had been paid.
    pub fn opens_the_deposit(self) -> bool {
        match self {
            Self::TimeFrame
            | Self::ExplainDeposit
            | Self::DepositWorries
            | Self::Benefits
            | Self::OfferInstalments => true,
            Self::Answer
            | Self::Agreed
            | Self::Promise
            | Self::Payment
            | Self::Progress
            | Self::NewChannel
            | Self::Expiring
            | Self::Recap
            | Self::Approval
            | Self::Alternatives
            | Self::Value
            | Self::Data
            | Self::Reference
            | Self::Proof
            | Self::Incentive
            | Self::TrialOrder
            | Self::Pause => false,
        }
    }

    /// Whether it answers what they wrote. Any other message leaves their question open.
    pub(crate) fn answers(self) -> bool {
        match self {
            Self::Answer | Self::Agreed => true,
            Self::Promise
            | Self::Payment
            | Self::Progress
            | Self::NewChannel
            | Self::Expiring
            | Self::Recap
            | Self::Approval
            | Self::Alternatives
            | Self::TimeFrame
            | Self::Value
            | Self::Data
            | Self::Reference
            | Self::Proof
            | Self::Incentive
            | Self::TrialOrder
            | Self::ExplainDeposit
            | Self::DepositWorries
            | Self::Benefits
            | Self::OfferInstalments
            | Self::Pause => false,
        }
    }

    /// Whether it follows up a silence, so that its last step is a farewell for now.
    pub(crate) fn follows_silence(self) -> bool {
        match self {
            Self::Answer
            | Self::Agreed
            | Self::Promise
            | Self::Payment
            | Self::Progress
            | Self::NewChannel => false,
            Self::Expiring
            | Self::Recap
            | Self::Approval
            | Self::Alternatives
            | Self::TimeFrame
            | Self::Value
            | Self::Data
            | Self::Reference
            | Self::Proof
            | Self::Incentive
            | Self::TrialOrder
            | Self::ExplainDeposit
            | Self::DepositWorries
            | Self::Benefits
            | Self::OfferInstalments
            | Self::Pause => true,
        }
    }

    /// Where it stands in a list of all strategies.
    pub fn group(self) -> StrategyGroup {
        match self {
            Self::Answer
            | Self::Agreed
            | Self::Promise
            | Self::Progress
            | Self::NewChannel
            | Self::Expiring => StrategyGroup::Standing,
            Self::Recap | Self::Approval | Self::TimeFrame | Self::Pause => StrategyGroup::FollowUp,
            Self::Value | Self::Data | Self::Reference | Self::Proof => StrategyGroup::Proof,
            Self::Alternatives | Self::Incentive | Self::TrialOrder => StrategyGroup::Offer,
            Self::Payment
            | Self::ExplainDeposit
            | Self::DepositWorries
            | Self::Benefits
            | Self::OfferInstalments => StrategyGroup::Money,
        }
    }

    /// Whether somebody should have called before its last step.
    pub(crate) fn waits_for_a_call(self) -> bool {
        self.follows_silence() || self == Self::Payment
    }
}

named! {
    /// The strategies of one kind, in the order in which people look for them.
    pub enum StrategyGroup {
        /// For what Today lists the deal for.
        Standing = "standing",
        FollowUp = "follow-up",
        Proof = "proof",
        Offer = "offer",
        Money = "money",
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
