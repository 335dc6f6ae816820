//! Drafts: a deal's facts written as a message, with its unfilled fields marked.

mod body;
mod context;
pub(crate) mod findings;
pub mod labels;
mod ledger;
mod letter;
mod of_deal;
pub mod payments;
mod render;
mod said;
pub(in crate::text) mod values;

use std::ops::Range;

pub use self::letter::DraftBlock;
pub(crate) use self::letter::{CallLine, call_line, may_be_answered_with_a_letter};
use self::letter::{ExtraBlocks, Written, write};
pub(crate) use self::of_deal::Prepared;
pub use self::of_deal::prepare;
pub(crate) use self::of_deal::read_in;
use self::render::MessageVoice;
pub(crate) use self::render::NotWritten;
use crate::domain::deal::Deal;
use crate::domain::message;
use crate::domain::message::{
    ChosenMessage, DraftFinding, Edited, FieldId, LadderStep, MessageChannel, MessageFacts, MessageFields,
    Situation, Strategy, Tone, fields_of, fields_read, inspect,
};
use crate::domain::names::Named as _;
use crate::text::Language;

/// What to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftChoice {
    pub strategy: Strategy,
    pub step: LadderStep,
    pub language: Language,
    pub channel: MessageChannel,
    pub tone: Tone,
}

/// A message to read, which may be copied if no finding blocks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageDraft {
    /// Empty for chat and call.
    pub subject: String,
    pub body: String,
    /// The parts of the generated body, in order; none where the seller rewrote it.
    pub blocks: Vec<DraftBlock>,
    pub language: Language,
    pub strategy: Strategy,
    /// Unfilled fields in the order of the body, each once.
    pub missing: Vec<FieldId>,
    /// Byte ranges of the unfilled fields in the body.
    pub unfilled: Vec<Range<usize>>,
    pub findings: Vec<DraftFinding>,
    /// The identity of the generated text, for [`Edited::new`].
    pub generated: Box<str>,
    /// Whether this is the seller's own text.
    pub edited: bool,
}

impl MessageDraft {
    /// Whether no finding blocks copying it.
    pub fn may_be_copied(&self) -> bool {
        !self.findings.iter().any(DraftFinding::blocks)
    }
}

/// The seller's choice for the deal, with the rest suggested by the situation.
pub fn choice_of(deal: &Deal, situation: &Situation) -> DraftChoice {
    let ChosenMessage { strategy, step, channel, tone } = ChosenMessage::of(&deal.message, situation);
    DraftChoice { strategy, step, language: language_of(deal).0, channel, tone }
}

/// The language of the messages, and the tag of the requested language if we cannot write that yet.
pub fn language_of(deal: &Deal) -> (Language, Option<String>) {
    let tag = if deal.message.language.trim().is_empty() {
        deal.buyer.language.trim()
    } else {
        deal.message.language.trim()
    };
    match language_from_tag(tag) {
        Some(language) => (language, None),
        None if tag.is_empty() => (Language::English, None),
        None => (Language::English, Some(tag.to_owned())),
    }
}

/// `en`, `en-GB`, `zh`, `zh-Hans`, `ZH_cn`; traditional Chinese is another script, which we do not write yet.
pub(crate) fn language_from_tag(tag: &str) -> Option<Language> {
    let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = Language::from_name(parts.next()?)?;
    let traditional = parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo"));
    (!(language == Language::Chinese && traditional)).then_some(language)
}

impl DraftChoice {
    /// The same with a strategy that fits the payments so far.
    pub(crate) fn fitting(self, facts: &MessageFacts<'_>) -> Self {
        Self { strategy: facts.fitting(self.strategy), ..self }
    }
}

/// The draft generated from the facts, without the seller's edits.
pub fn generate(facts: &MessageFacts<'_>, choice: &DraftChoice) -> Result<MessageDraft, NotWritten> {
    generate_for(facts, choice, choice.language)
}

/// The same; the sheet for a call tells the seller what to do in the seller's language.
pub fn generate_for(
    facts: &MessageFacts<'_>,
    choice: &DraftChoice,
    seller: Language,
) -> Result<MessageDraft, NotWritten> {
    let choice = &choice.fitting(facts);
    of_fields(facts, choice, &fields_of(facts, choice.language.name()), seller)
}

/// The same draft in another language to read: sentence by sentence what `choice` produces.
pub fn reading(
    facts: &MessageFacts<'_>,
    choice: &DraftChoice,
    read: Language,
) -> Result<MessageDraft, NotWritten> {
    let fields = fields_read(facts, choice.language.name(), read.name());
    of_fields(facts, &DraftChoice { language: read, ..choice.fitting(facts) }, &fields, read)
}

fn of_fields(
    facts: &MessageFacts<'_>,
    choice: &DraftChoice,
    fields: &MessageFields,
    seller: Language,
) -> Result<MessageDraft, NotWritten> {
    let buyer = MessageVoice::new(facts, choice, fields, choice.language)?;
    let extra = ExtraBlocks::of(facts, choice, fields);
    let written = if seller == choice.language || choice.channel != MessageChannel::Call {
        write(choice, extra, &buyer, &buyer)?
    } else {
        write(choice, extra, &buyer, &MessageVoice::new(facts, choice, fields, seller)?)?
    };
    let generated = message::identity(&written.subject, &written.body);
    Ok(examine(facts, choice, fields, written, generated, seller))
}

/// The draft as the seller last left it: the edited text if there is one, otherwise the generated one.
pub fn draft(facts: &MessageFacts<'_>, choice: &DraftChoice) -> Result<MessageDraft, NotWritten> {
    draft_for(facts, choice, choice.language)
}

/// The same, for a seller who reads this language.
pub fn draft_for(
    facts: &MessageFacts<'_>,
    choice: &DraftChoice,
    seller: Language,
) -> Result<MessageDraft, NotWritten> {
    let generated = generate_for(facts, choice, seller)?;
    Ok(match &facts.deal.message.edited {
        Some(edited) => with_edits(facts, choice, &generated, edited, seller),
        None => generated,
    })
}

/// The seller's own text, checked against the current facts.
fn with_edits(
    facts: &MessageFacts<'_>,
    choice: &DraftChoice,
    generated: &MessageDraft,
    edited: &Edited,
    seller: Language,
) -> MessageDraft {
    let choice = &choice.fitting(facts);
    let fields = fields_of(facts, choice.language.name());
    let written = Written { subject: edited.subject.clone(), body: edited.body.clone(), blocks: Vec::new() };
    let mut draft = examine(facts, choice, &fields, written, generated.generated.clone(), seller);
    draft.edited = true;
    if !edited.comes_from(&generated.subject, &generated.body) {
        draft.findings.push(DraftFinding::EditedFromOlder);
    }
    draft
}

fn examine(
    facts: &MessageFacts<'_>,
    choice: &DraftChoice,
    fields: &MessageFields,
    written: Written,
    generated: Box<str>,
    seller: Language,
) -> MessageDraft {
    let Written { subject, body: text, blocks } = written;
    let seller = if choice.channel == MessageChannel::Call { seller } else { choice.language };
    let (body_facts, unfilled) = body::read(&text, facts, fields, [choice.language, seller]);
    let mut findings = inspect(facts, fields, choice.strategy, choice.step, choice.channel, &body_facts);
    // A requested language that we cannot write is reported along with the English draft in its place.
    if let (Language::English, Some(wanted)) = (choice.language, language_of(facts.deal).1) {
        findings.push(DraftFinding::LanguageNotYet(wanted));
    }
    MessageDraft {
        subject,
        body: text,
        blocks,
        language: choice.language,
        strategy: choice.strategy,
        missing: body_facts.missing,
        unfilled,
        findings,
        generated,
        edited: false,
    }
}
