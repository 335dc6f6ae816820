//! The parts that every message is put together from, as the files of texts name them.

use super::strategy::{LadderStep, Tone};
use crate::domain::names::Named as _;
use crate::named;

named! {
    /// A part of a message, a part of a call sheet, or words that several parts share.
    pub enum MessageBlock {
        Greeting = "greeting",
        Opening = "opening",
        /// What was agreed so far.
        Recap = "recap",
        Reason = "reason",
        Offer = "offer",
        Proof = "proof",
        /// What we promise, with its day.
        Promise = "promise",
        /// The one question.
        Ask = "ask",
        /// An offer to answer with one letter.
        OneLetter = "one-letter",
        Closing = "closing",
        Signature = "signature",
        ChatGreeting = "chat-greeting",
        Chat = "chat",
        CallOpening = "call-opening",
        /// How to open the call: for the seller, like every block that ends in "do".
        CallOpeningDo = "call-opening-do",
        /// The one question of a call.
        Call = "call",
        /// What to do before hanging up.
        CallDo = "call-do",
        /// Lines of what they may say and what to do then, with `|` between the two.
        CallReplies = "call-replies",
        CallClose = "call-close",
        CallHeadingOpening = "call-heading-opening",
        CallHeadingFacts = "call-heading-facts",
        CallHeadingQuestion = "call-heading-question",
        CallHeadingReplies = "call-heading-replies",
        CallHeadingClose = "call-heading-close",
        Subject = "subject",
        /// How a sentence calls the deal.
        Matter = "matter",
        /// What was agreed, a line for each fact.
        Facts = "facts",
        /// The same in half a sentence.
        InShort = "in-short",
    }
}

impl MessageBlock {
    /// The paragraphs of an e-mail, in their order.
    pub const LETTER: [Self; 11] = [
        Self::Greeting,
        Self::Opening,
        Self::Recap,
        Self::Reason,
        Self::Offer,
        Self::Proof,
        Self::Promise,
        Self::Ask,
        Self::OneLetter,
        Self::Closing,
        Self::Signature,
    ];
}

/// The block, step and tone that a text is for; for every step or tone where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextPlace {
    pub block: MessageBlock,
    pub step: Option<LadderStep>,
    pub tone: Option<Tone>,
}

impl TextPlace {
    /// Reads `opening 1 warm`, `ask 2`, `closing firm`, `facts`.
    pub fn read(words: &str) -> Option<Self> {
        let mut words = words.split_whitespace().peekable();
        let block = MessageBlock::from_name(words.next()?)?;
        let step = words.peek().copied().and_then(LadderStep::from_name);
        if step.is_some() {
            words.next();
        }
        let tone = words.peek().copied().and_then(Tone::from_name);
        if tone.is_some() {
            words.next();
        }
        words.next().is_none().then_some(Self { block, step, tone })
    }

    /// Where the text of a block is looked for, the most specific place first.
    pub fn candidates(block: MessageBlock, step: LadderStep, tone: Tone) -> [Self; 4] {
        let place = |step, tone| Self { block, step, tone };
        [place(Some(step), Some(tone)), place(Some(step), None), place(None, Some(tone)), place(None, None)]
    }
}
