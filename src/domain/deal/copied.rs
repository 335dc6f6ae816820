//! What copying a message leaves in its deal: the text in the story, the promise it made, a fresh start for the next.

use chrono::NaiveDate;

use super::Deal;
use super::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use crate::domain::extra::Extra;
use crate::domain::message::strategy::LadderStep;
use crate::domain::message::{Edited, FieldId, FieldValue, SetAside, Work, read_typed};
use crate::domain::names::Named as _;

/// The fields that are filled for one message only.
const OF_ONE_MESSAGE: [FieldId; 7] = [
    FieldId::Answer1,
    FieldId::Answer2,
    FieldId::Answer3,
    FieldId::Answer4,
    FieldId::Answer5,
    FieldId::OurPromise,
    FieldId::OurPromiseDay,
];

/// The message is copied: its promise counts, and what was chosen and written for it is used up.
pub(crate) fn copied(deal: &mut Deal, touch: &Touch) {
    let promise = promise_in(deal, touch.on);
    deal.promises.extend(promise);
    if deal.message.is_empty() {
        return;
    }
    let work = &mut deal.message;
    (work.strategy, work.step, work.edited) = (None, None, None);
    work.set_aside.retain(|aside| aside.text.body != touch.text);
    for field in OF_ONE_MESSAGE {
        work.fields.remove(field.name());
    }
}

/// The message was not sent after all: nothing was promised in it, and its text is set aside.
pub(crate) fn not_sent(deal: &mut Deal, touch: &Touch) {
    if !touch.kind.is(TouchKind::Copied) || touch.text.is_empty() {
        return;
    }
    let made_in_it = |promise: &Promise| {
        promise.is_open_of_ours() && promise.made == touch.on && touch.text.contains(&promise.note)
    };
    if let Some(index) = deal.promises.iter().rposition(made_in_it) {
        let Promise { note, by, .. } = deal.promises.remove(index);
        deal.message.fields.insert(FieldId::OurPromise.name().to_owned(), note);
        deal.message.fields.insert(FieldId::OurPromiseDay.name().to_owned(), by.to_string());
    }
    let Work { language, tone, .. } = &deal.message;
    let aside = SetAside {
        at: touch.at.map(|time| touch.on.and_time(time)),
        strategy: touch.strategy.clone(),
        step: touch.step.clone(),
        language: language.clone(),
        channel: None,
        tone: tone.clone(),
        text: Edited::new(touch.subject.clone(), touch.text.clone(), Box::default()),
        extra: Extra::new(),
    };
    deal.message.keep_aside(aside);
}

/// The step whose text they have not had yet: the first from this one on, else an earlier one. Where they have had
/// every text, the step stays.
pub(crate) fn unsent_step(
    story: &[Touch],
    from: LadderStep,
    text: impl Fn(LadderStep) -> Option<String>,
) -> LadderStep {
    let kept: Vec<&str> =
        story.iter().map(|touch| touch.text.as_str()).filter(|text| !text.is_empty()).collect();
    if kept.is_empty() {
        return from;
    }
    let is_new = |step: &LadderStep| text(*step).is_some_and(|text| !kept.contains(&text.as_str()));
    let (earlier, later): (Vec<_>, Vec<_>) = LadderStep::members().partition(|step| *step < from);
    later.into_iter().chain(earlier).find(is_new).unwrap_or(from)
}

/// The promise of a message, where it says both what and until when.
fn promise_in(deal: &Deal, made: NaiveDate) -> Option<Promise> {
    let typed = |field: FieldId| {
        let typed = deal.message.fields.get(field.name())?;
        read_typed(field, typed, &deal.agreed, &deal.message).ok()
    };
    let FieldValue::Text(what) = typed(FieldId::OurPromise)? else { return None };
    let by = typed(FieldId::OurPromiseDay)?.date()?;
    Some(Promise {
        kind: PromiseKind::Other.into(),
        by,
        made,
        state: PromiseState::Open.into(),
        note: what,
        ours: true,
        extra: Extra::new(),
    })
}
