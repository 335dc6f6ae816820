//! Puts the blocks of a message together: an e-mail, a chat, or a sheet for a call.

use std::ops::Range;

use super::DraftChoice;
use super::render::{MessageVoice, NotWritten};
use crate::domain::message::{FieldId, MessageBlock, MessageChannel, MessageFacts, MessageFields, Strategy};
use crate::text::Language;

/// A part of a draft's body, so that two languages can be shown beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftBlock {
    pub block: MessageBlock,
    /// In bytes of the body.
    pub range: Range<usize>,
}

/// A subject, and a body with its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub body: String,
    pub blocks: Vec<DraftBlock>,
}

/// `buyer` has the words for the buyer; `seller` tells the seller what to do in a call.
pub fn write(
    choice: &DraftChoice,
    extra: ExtraBlocks,
    buyer: &MessageVoice,
    seller: &MessageVoice,
) -> Result<Written, NotWritten> {
    match choice.channel {
        MessageChannel::Email => email(extra, buyer),
        MessageChannel::Chat => chat(extra, buyer),
        MessageChannel::Call => call_sheet(buyer, seller),
    }
}

/// The blocks that a message has only where the seller wants them.
#[derive(Clone, Copy, Debug)]
pub struct ExtraBlocks {
    /// What we will do, and by when.
    promise: bool,
    /// Answers to choose from by a letter.
    one_letter: bool,
}

impl ExtraBlocks {
    pub fn of(facts: &MessageFacts<'_>, choice: &DraftChoice, fields: &MessageFields) -> Self {
        let has = |id| fields.get(id).is_some();
        let country = facts.deal.buyer.country;
        Self {
            promise: has(FieldId::OurPromise) && has(FieldId::OurPromiseDay),
            // In Japan a letter to tick is an affront.
            one_letter: facts.deal.message.one_letter
                && country.is_none_or(|country| country.code() != "JP")
                && choice.strategy.follows_silence()
                && choice.strategy != Strategy::Pause,
        }
    }

    fn has(self, block: MessageBlock) -> bool {
        (block != MessageBlock::Promise || self.promise)
            && (block != MessageBlock::OneLetter || self.one_letter)
    }
}

fn email(extra: ExtraBlocks, voice: &MessageVoice) -> Result<Written, NotWritten> {
    let subject = voice.block(MessageBlock::Subject)?.replace('\n', " ");
    let mut written = Written { subject, ..Written::default() };
    for block in MessageBlock::LETTER {
        if extra.has(block) {
            written.push(block, &voice.block(block)?, "\n\n");
        }
    }
    Ok(written)
}

/// The greeting, then short lines; the question stands last, so a promise of ours goes before the last line.
fn chat(extra: ExtraBlocks, voice: &MessageVoice) -> Result<Written, NotWritten> {
    let mut written = Written::default();
    written.push(MessageBlock::ChatGreeting, &voice.block(MessageBlock::ChatGreeting)?, "\n");
    let text = voice.block(MessageBlock::Chat)?;
    if extra.promise {
        let (said, question) = text.rsplit_once('\n').unwrap_or(("", &text));
        written.push(MessageBlock::Chat, said.trim_end(), "\n");
        written.push(MessageBlock::Promise, &voice.block(MessageBlock::Promise)?, "\n");
        written.push(MessageBlock::Ask, question, "\n\n");
    } else {
        written.push(MessageBlock::Chat, &text, "\n");
    }
    if extra.one_letter {
        written.push(MessageBlock::OneLetter, &voice.block(MessageBlock::OneLetter)?, "\n");
    }
    Ok(written)
}

/// What to say stands in quotation marks, in the buyer's language; the rest is for the seller.
fn call_sheet(buyer: &MessageVoice, seller: &MessageVoice) -> Result<Written, NotWritten> {
    let said = |block| Ok::<_, NotWritten>(spoken(&buyer.block(block)?, buyer.language));
    let to_do = |block| Ok::<_, NotWritten>(listed(&seller.block(block)?));
    let parts = [
        (
            MessageBlock::CallHeadingOpening,
            MessageBlock::CallOpening,
            [said(MessageBlock::CallOpening)?, to_do(MessageBlock::CallOpeningDo)?],
        ),
        (
            MessageBlock::CallHeadingFacts,
            MessageBlock::Facts,
            [listed(&seller.block(MessageBlock::Facts)?), String::new()],
        ),
        (MessageBlock::CallHeadingQuestion, MessageBlock::Call, [said(MessageBlock::Call)?, String::new()]),
        (
            MessageBlock::CallHeadingReplies,
            MessageBlock::CallReplies,
            [replies(buyer, seller)?, String::new()],
        ),
        (
            MessageBlock::CallHeadingClose,
            MessageBlock::CallClose,
            [said(MessageBlock::CallClose)?, to_do(MessageBlock::CallDo)?],
        ),
    ];
    let mut written = Written::default();
    for (heading, block, lines) in parts {
        let lines: Vec<&str> = lines.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        if !lines.is_empty() {
            let text = format!("{}\n{}", seller.block(heading)?, lines.join("\n"));
            written.push(block, &text, "\n\n");
        }
    }
    Ok(written)
}

/// Line by line what they may say and what to do then; both languages have the same lines.
fn replies(buyer: &MessageVoice, seller: &MessageVoice) -> Result<String, NotWritten> {
    let (theirs, ours) = (buyer.block(MessageBlock::CallReplies)?, seller.block(MessageBlock::CallReplies)?);
    let pairs = theirs.lines().zip(ours.lines());
    let lines = pairs.map(|(theirs, ours)| {
        let said = theirs.split_once('|').map_or(theirs, |(said, _)| said).trim();
        let to_do = ours.split_once('|').map_or("", |(_, to_do)| to_do).trim();
        let colon = match seller.language {
            Language::English => ": ",
            Language::Chinese => "：",
        };
        format!("- {}{colon}{to_do}", quoted(said, buyer.language))
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

fn listed(text: &str) -> String {
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| format!("- {line}"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn spoken(text: &str, language: Language) -> String {
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.map(|line| format!("- {}", quoted(line, language))).collect::<Vec<_>>().join("\n")
}

fn quoted(said: &str, language: Language) -> String {
    match language {
        Language::English => format!("\"{said}\""),
        Language::Chinese => format!("“{said}”"),
    }
}

impl Written {
    /// Adds a part, if there is any text, with this between it and the part before.
    fn push(&mut self, block: MessageBlock, text: &str, between: &str) {
        if text.is_empty() {
            return;
        }
        if !self.body.is_empty() {
            self.body.push_str(between);
        }
        let start = self.body.len();
        self.body.push_str(text);
        self.blocks.push(DraftBlock { block, range: start..self.body.len() });
    }
}
