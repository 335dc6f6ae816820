//! The draft for a deal, with the choices behind it and other suggestions.

use super::{
    DraftChoice, MessageDraft, NotWritten, choice_of, draft_for, generate, language_of, reading, values,
};
use crate::domain::deal::copied::unsent_step;
use crate::domain::message::{
    AskedOffer, FieldId, MessageChannel, MessageFacts, Preparation, Strategy, fields_of, suggest,
    suggest_channel,
};
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
    /// What they asked last, point by point, as the answers follow it.
    pub points: Vec<String>,
    /// The offer for what they asked.
    pub asked: Option<AskedOffer>,
    /// Fields that the seller filled and whose words stand in the draft.
    pub filled: Vec<FieldId>,
}

/// Writes the prepared message, and the same in the seller's language if that is another one.
pub fn prepare(preparation: &Preparation<'_>, seller: Language) -> Result<Prepared, NotWritten> {
    let facts = preparation.facts();
    let situation = preparation.situation(language_of(facts.deal).0.name());
    let choice = not_sent_before(&facts, choice_of(facts.deal, &situation).fitting(&facts));
    let reading = (choice.language != seller).then(|| reading(&facts, &choice, seller)).transpose()?;
    let draft = draft_for(&facts, &choice, seller)?;
    Ok(Prepared {
        choice,
        reading,
        points: facts.their_last().map(|last| last.points).unwrap_or_default(),
        asked: facts.asked(),
        filled: filled(&facts, &draft),
        draft,
        suggested: facts.fitting(suggest(&situation)),
        closed: preparation.closed(),
        suggested_channel: suggest_channel(&situation),
    })
}

/// The same message in another language, for a draft that is in the seller's own.
pub(crate) fn read_in(
    preparation: &Preparation<'_>,
    choice: &DraftChoice,
    language: Language,
) -> Result<MessageDraft, NotWritten> {
    reading(&preparation.facts(), choice, language)
}

fn filled(facts: &MessageFacts<'_>, draft: &MessageDraft) -> Vec<FieldId> {
    let fields = fields_of(facts, draft.language.name());
    let typed = fields.iter().filter(|(id, _)| fields.is_filled(*id));
    let said = typed.filter(|(id, value)| {
        let words = values::in_words(*id, value, draft.language, facts.on);
        words.is_some_and(|words| draft.body.contains(&words))
    });
    said.map(|(id, _)| id).collect()
}

/// The next step, where the text of this one was sent before; a step that the seller chose stays.
fn not_sent_before(facts: &MessageFacts<'_>, choice: DraftChoice) -> DraftChoice {
    if facts.deal.message.step.is_some() {
        return choice;
    }
    let text = |step| generate(facts, &DraftChoice { step, ..choice }).ok().map(|draft| draft.body);
    DraftChoice { step: unsent_step(&facts.deal.story, choice.step, text), ..choice }
}
