//! What copying a message leaves behind: the text, the promise in it, a fresh draft, and texts that were not sent.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::Arc;

use chrono::NaiveDateTime;
use icebreak::assets::{self, countries};
use icebreak::domain::deal::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::diagnosis::{Case, Experience, Learned};
use icebreak::domain::document::Document;
use icebreak::domain::edit::{Edit, Field};
use icebreak::domain::history::{History, UndoStep};
use icebreak::domain::import::pack::plan_pack;
use icebreak::domain::message::{Edited, LadderStep, MessageChannel, Preparation, Strategy, Work};
use icebreak::text::Language;
use icebreak::text::buyer::drafts::prepare;

const TODAY: &str = "2026-11-30";

fn id() -> DealId {
    DealId::new("deal")
}

fn history(work: Work) -> History {
    let mut deal = Deal::new(id(), "Müller GmbH");
    deal.message = work;
    History::new(Document { deals: [(id(), Arc::new(deal))].into_iter().collect(), ..Document::default() })
}

fn deal(history: &History) -> &Deal {
    history.current().deal(&id()).unwrap()
}

fn at(time: &str) -> Option<NaiveDateTime> {
    Some(format!("{TODAY}T{time}:00").parse().unwrap())
}

fn copied(text: &str) -> Touch {
    Touch {
        at: "14:02:00".parse().ok(),
        subject: "PI-2607".into(),
        text: text.into(),
        to: "anna@example.com".into(),
        strategy: Some(Strategy::Recap.into()),
        step: Some(LadderStep::First.into()),
        ..Touch::new(TODAY.parse().unwrap(), TouchKind::Copied)
    }
}

fn log(history: &mut History, touch: Touch) {
    history.edit(Edit::Log { deal: id(), touch, promise: None }, UndoStep::Own).unwrap();
}

fn edited(body: &str) -> Option<Edited> {
    Some(Edited::new("PI-2607", body, "generated".into()))
}

fn with_fields(fields: &[(&str, &str)]) -> Work {
    let fields = fields.iter().map(|(name, typed)| ((*name).to_owned(), (*typed).to_owned()));
    Work { fields: fields.collect(), ..Work::default() }
}

#[test]
fn a_copied_message_is_used_up() {
    let mut work = with_fields(&[("answer_1", "yes"), ("our_promise", "photos"), ("warranty_years", "2")]);
    work.strategy = Some(Strategy::Pause.into());
    work.step = Some(LadderStep::Fourth.into());
    work.channel = Some(MessageChannel::Chat.into());
    work.edited = edited("Yes, 180 chairs.");
    let mut history = history(work);
    log(&mut history, copied("Yes, 180 chairs."));
    let left = Work { channel: Some(MessageChannel::Chat.into()), ..with_fields(&[("warranty_years", "2")]) };
    assert_eq!(deal(&history).message, left);
    assert_eq!(deal(&history).story, [copied("Yes, 180 chairs.")]);
    history.undo().unwrap();
    assert_eq!(deal(&history).message.edited, edited("Yes, 180 chairs."));
}

#[test]
fn what_a_message_promises_is_a_promise_of_ours() {
    let check = |what: &str, day: &str, by: Option<&str>| {
        let mut history = history(with_fields(&[("our_promise", what), ("our_promise_day", day)]));
        log(&mut history, copied("I will send you sample photos by 3 December."));
        let made: Vec<Promise> = deal(&history).promises.clone();
        let by = by.map(|by| by.parse().unwrap());
        assert_eq!(
            made.iter().map(|promise| promise.by).collect::<Vec<_>>(),
            Vec::from_iter(by),
            "{what} {day}"
        );
        assert!(made.iter().all(|promise| promise.is_open_of_ours() && promise.note == what.trim()));
    };
    check("sample photos", "2026-12-03", Some("2026-12-03"));
    check(" sample photos ", "3 Dec 2026", Some("2026-12-03"));
    check("sample photos", "", None);
    check("sample photos", "soon", None);
    check("  ", "2026-12-03", None);
}

#[test]
fn theirs_end_with_a_reply_and_ours_do_not() {
    let mut history = history(with_fields(&[("our_promise", "photos"), ("our_promise_day", "2026-12-03")]));
    log(&mut history, copied("photos"));
    let theirs = Promise {
        kind: PromiseKind::Decision.into(),
        by: "2026-12-04".parse().unwrap(),
        made: TODAY.parse().unwrap(),
        state: PromiseState::Open.into(),
        note: String::new(),
        ours: false,
        extra: Default::default(),
    };
    let touch = Touch::new(TODAY.parse().unwrap(), TouchKind::Promised);
    history.edit(Edit::Log { deal: id(), touch, promise: Some(theirs) }, UndoStep::Own).unwrap();
    log(&mut history, Touch::new("2026-12-01".parse().unwrap(), TouchKind::Replied));
    let states: Vec<_> =
        deal(&history).promises.iter().map(|promise| (promise.ours, promise.state.known())).collect();
    assert_eq!(states, [(true, Some(PromiseState::Open)), (false, Some(PromiseState::Kept))]);
    history
        .edit(Edit::SettlePromise { deal: id(), index: 0, state: PromiseState::Kept }, UndoStep::Own)
        .unwrap();
    assert!(!deal(&history).promises[0].is_open_of_ours());
}

#[test]
fn a_message_that_was_not_sent_promised_nothing_and_is_not_lost() {
    let fields = [("our_promise", "photos"), ("our_promise_day", "2026-12-03")];
    let mut history = history(with_fields(&fields));
    log(&mut history, copied("You will have photos by 3 December."));
    assert_eq!(deal(&history).promises.len(), 1);
    history.edit(Edit::RemoveTouch { deal: id(), index: 0 }, UndoStep::Own).unwrap();
    let deal = deal(&history);
    assert!(deal.promises.is_empty() && deal.story.is_empty());
    assert_eq!(deal.message.fields, with_fields(&fields).fields);
    let [aside] = deal.message.set_aside.as_slice() else { panic!("{:?}", deal.message) };
    assert_eq!((aside.at, &*aside.text.body), (at("14:02"), "You will have photos by 3 December."));
}

#[test]
fn another_choice_sets_the_text_aside_until_it_is_brought_back() {
    let mut work = Work { edited: edited("mine"), step: Some(LadderStep::Second.into()), ..Work::default() };
    let before = work.clone();
    work.choose(at("14:02"), |work| work.strategy = Some(Strategy::Pause.into()));
    assert_eq!((work.edited.as_ref(), work.set_aside.len()), (None, 1));
    // A choice without a text of one's own sets nothing aside, and a text stands there once.
    work.choose(at("14:03"), |work| work.step = None);
    work.edited = edited("other");
    work.bring_back(0, at("14:04"));
    assert_eq!((&work.edited, &work.step, &work.strategy), (&before.edited, &before.step, &before.strategy));
    let aside: Vec<_> = work.set_aside.iter().map(|aside| (&*aside.text.body, aside.at)).collect();
    assert_eq!(aside, [("other", at("14:04"))]);
    work.bring_back(7, at("14:05"));
    assert_eq!(work.edited, edited("mine"));
    let saved = serde_json::to_string(&work).unwrap();
    assert_eq!(serde_json::from_str::<Work>(&saved).unwrap(), work);
}

#[test]
fn a_pack_brings_a_text_and_loses_none() {
    let ours = history(Work { edited: edited("ours"), ..Work::default() });
    let mut theirs = Deal::new(id(), "Müller GmbH");
    theirs.message = Work { edited: edited("theirs"), ..Work::default() };
    let plan = plan_pack(ours.current(), theirs, || unreachable!());
    let work = &plan.deals[0].message;
    assert_eq!(work.edited, edited("theirs"));
    assert_eq!(work.set_aside.iter().map(|aside| &*aside.text.body).collect::<Vec<_>>(), ["ours"]);
}

#[test]
fn the_next_draft_is_never_a_text_they_had() {
    for language in [Language::English, Language::Chinese] {
        let mut history = history(Work { language: tag(language), ..Work::default() });
        let mut sent: Vec<String> = Vec::new();
        // As many as the strategy has texts; each is copied as it is.
        for _ in LadderStep::First as u8..=LadderStep::Third as u8 {
            let text = draft(&history, language);
            assert!(!sent.contains(&text), "it was sent before:\n{text}");
            log(&mut history, copied(&text));
            sent.push(text);
        }
        // A step that the seller chooses is that step.
        let mut work = deal(&history).message.clone();
        work.step = Some(LadderStep::First.into());
        let field = Field::Message(Box::new(work));
        history.edit(Edit::Change { deal: id(), field }, UndoStep::Own).unwrap();
        assert_eq!(draft(&history, language), sent[0]);
    }
}

fn tag(language: Language) -> String {
    match language {
        Language::English => "en".to_owned(),
        Language::Chinese => "zh".to_owned(),
    }
}

fn draft(history: &History, language: Language) -> String {
    let document = history.current();
    let learned = Learned::new(assets::diagnosis_model(), &Experience::of(&document.deals));
    let case = Case::new(&learned, deal(history), TODAY.parse().unwrap());
    let preparation = Preparation::new(&case, deal(history), document, countries::calendars());
    prepare(&preparation, language).unwrap().draft.body
}
