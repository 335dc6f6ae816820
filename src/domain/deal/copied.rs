//! What copying a message leaves in its deal: the text in the story, the promise it made, a fresh start for the next.

use chrono::NaiveDate;

use super::Deal;
use super::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use crate::domain::extra::Extra;
use crate::domain::message::strategy::LadderStep;
use crate::domain::message::{Edited, SetAside, Work};
use crate::domain::names::Named as _;
use crate::domain::typed::Understood;
use crate::domain::typed::date::{DateOrder, DateReading, WithoutYear, understand_date};

/// The fields in which a message promises something.
const PROMISE: &str = "our_promise";
const PROMISE_DAY: &str = "our_promise_day";

/// The answers to what they asked begin with this.
const ANSWERS: &str = "answer_";

/// The message is copied: its promise counts, and what was chosen and written for it is used up.
pub(crate) fn copied(deal: &mut Deal, touch: &Touch) {
    let promise = promise_in(&deal.message, touch.on);
    deal.promises.extend(promise);
    if deal.message.is_empty() {
        return;
    }
    let work = &mut deal.message;
    (work.strategy, work.step, work.edited) = (None, None, None);
    work.set_aside.retain(|aside| aside.text.body != touch.text);
    let is_used_up = |name: &str| [PROMISE, PROMISE_DAY].contains(&name) || name.starts_with(ANSWERS);
    let fields = work.fields.iter().filter(|(name, _)| !is_used_up(name));
    work.fields = fields.map(|(name, typed)| (name.clone(), typed.clone())).collect();
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
        deal.message.fields.insert(PROMISE.to_owned(), note);
        deal.message.fields.insert(PROMISE_DAY.to_owned(), by.to_string());
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
fn promise_in(work: &Work, made: NaiveDate) -> Option<Promise> {
    let typed =
        |name: &str| work.fields.get(name).map(|typed| typed.trim()).filter(|typed| !typed.is_empty());
    let (what, day) = (typed(PROMISE)?, typed(PROMISE_DAY)?);
    let reading = DateReading { order: DateOrder::YearFirst, without_year: WithoutYear::Refused };
    let by = match understand_date(day, reading) {
        Understood::One(by) => by,
        Understood::Several(_) | Understood::Problem(_) => return None,
    };
    Some(Promise {
        kind: PromiseKind::Other.into(),
        by,
        made,
        state: PromiseState::Open.into(),
        note: what.to_owned(),
        ours: true,
        extra: Extra::new(),
    })
}
