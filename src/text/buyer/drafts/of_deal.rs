//! The draft for a deal, with the choices behind it and other suggestions.

use super::{DraftChoice, MessageDraft, NotWritten, choice_of, draft_for, language_of, reading};
use crate::domain::message::{MessageChannel, Preparation, Strategy, suggest, suggest_channel};
use crate::domain::names::Named as _;
use crate::text::Language;

/// A draft, the choices behind it, and other suggestions.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub choice: DraftChoice,
    pub draft: MessageDraft,
    /// The same draft in the seller's language, if that is another one.
    pub reading: Option<MessageDraft>,
    pub suggested: Strategy,
    /// Strategies that are not available, because some of the deposit they ask for is on its way or has arrived.
    pub closed: Vec<Strategy>,
    pub suggested_channel: MessageChannel,
}

/// Writes the prepared message, and the same in the seller's language if that is another one.
pub fn prepare(preparation: &Preparation<'_>, seller: Language) -> Result<Prepared, NotWritten> {
    let facts = preparation.facts();
    let situation = preparation.situation(language_of(facts.deal).0.name());
    let choice = choice_of(facts.deal, &situation).fitting(&facts);
    let reading = (choice.language != seller).then(|| reading(&facts, &choice, seller)).transpose()?;
    Ok(Prepared {
        choice,
        draft: draft_for(&facts, &choice, seller)?,
        reading,
        suggested: facts.fitting(suggest(&situation)),
        closed: preparation.closed(),
        suggested_channel: suggest_channel(&situation),
    })
}
