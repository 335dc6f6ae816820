//! The draft for a deal as it stands, with what was chosen for it and what else is proposed.

use super::{Choice, Draft, NotWritten, choice_of, draft, language_of, reading};
use crate::domain::message::{MessageChannel, Preparation, Strategy, suggest, suggest_channel};
use crate::domain::word::Named as _;
use crate::text::Language;

/// A draft, what it was chosen by, and what else is proposed.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub choice: Choice,
    pub draft: Draft,
    /// The same draft in the seller's language, where that is another.
    pub reading: Option<Draft>,
    pub suggested: Strategy,
    /// Strategies that ask for a deposit of which some is on its way or has come: they are not to be had.
    pub closed: Vec<Strategy>,
    pub suggested_channel: MessageChannel,
}

/// Writes the message that was prepared, and the same for a seller who reads another language.
pub fn prepare(preparation: &Preparation<'_>, seller: Language) -> Result<Prepared, NotWritten> {
    let facts = preparation.facts();
    let situation = preparation.situation(language_of(facts.deal).0.name());
    let choice = choice_of(facts.deal, &situation).fitting(&facts);
    let reading = (choice.language != seller).then(|| reading(&facts, &choice, seller)).transpose()?;
    Ok(Prepared {
        choice,
        draft: draft(&facts, &choice)?,
        reading,
        suggested: facts.fitting(suggest(&situation)),
        closed: preparation.closed(),
        suggested_channel: suggest_channel(&situation),
    })
}
