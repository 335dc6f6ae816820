//! What is owed: a reply that only an answer settles, what we promised, and the day on which a deal comes back.

use icebreak::domain::calendar::Calendars;
use icebreak::domain::deal::{Pause, RareParts};
use icebreak::domain::names::Word;
use icebreak::domain::today::ladder::{Next, NextWhy};
use icebreak::domain::today::turn::{Ball, Standing};
use icebreak::domain::today::{TodayGroup, TodayReason, counts, today};
use icebreak::text::Language;
use icebreak::text::window::deal::reason;

use super::*;

/// A message of ours that was copied for this purpose; older programs recorded none.
fn copied(date: &str, strategy: Option<&str>) -> Touch {
    let strategy = strategy.map(|name| serde_json::from_value(name.into()).expect("a word"));
    Touch { strategy, ..Touch::new(on(date), TouchKind::Copied) }
}

fn asked_and(later: Touch) -> Deal {
    let mut deal = with_story(&[("11-10", TouchKind::Replied)]);
    deal.story.push(later);
    deal
}

#[test]
fn only_an_answer_settles_what_they_asked() {
    let check = |later: Touch, ball: Ball| {
        assert_eq!(Standing::of(&asked_and(later.clone())).ball, ball, "{later:?}");
    };
    check(copied("11-12", Some("recap")), Ball::Ours);
    check(copied("11-12", Some("a newer strategy")), Ball::Ours);
    check(copied("11-12", Some("answer")), Ball::Buyers);
    check(copied("11-12", Some("agreed")), Ball::Buyers);
    check(copied("11-12", None), Ball::Buyers);
    // Confirmed as sent, a recap is still no answer; what the seller logs by hand is one.
    check(Touch { kind: TouchKind::Wrote.into(), ..copied("11-12", Some("recap")) }, Ball::Ours);
    check(Touch::new(on("11-12"), TouchKind::Wrote), Ball::Buyers);
    check(Touch::new(on("11-12"), TouchKind::Called), Ball::Buyers);
    check(Touch::new(on("11-12"), TouchKind::Promised), Ball::Ours);
    check(Touch::new(on("11-12"), TouchKind::SaysPaid), Ball::Buyers);
}

#[test]
fn a_message_that_answers_nothing_still_starts_or_continues_the_waiting() {
    let check = |story: &[Touch], waiting: &str, unanswered: u32| {
        let standing = Standing::of(&Deal { story: story.to_vec(), ..deal("waits", Stage::Quoted) });
        assert_eq!(
            (standing.waiting_since, standing.unanswered),
            (Some(on(waiting)), unanswered),
            "{story:?}"
        );
    };
    check(&[copied("11-10", Some("recap"))], "11-10", 1);
    check(&[copied("11-10", Some("recap")), copied("11-13", Some("recap"))], "11-10", 2);
    let arrived = Touch::new(on("11-10"), TouchKind::Arrived);
    check(&[arrived, copied("11-12", Some("payment"))], "11-12", 1);
}

#[test]
fn a_reply_stays_on_the_list_though_another_message_left_today() {
    let document = document([asked_and(copied("11-21", Some("recap")))]);
    let items = today(&document, &Calendars::default(), on("11-21"));
    assert_eq!(items.first().map(|item| item.group), Some(TodayGroup::Reply));
    let counts = counts(&document, on("11-21"), &items);
    assert_eq!((counts.today, counts.handled), (1, 0));
}

fn we_promised(by: &str, state: PromiseState) -> Promise {
    Promise {
        ours: true,
        kind: PromiseKind::Other.into(),
        note: "sample photos".into(),
        ..promise(by, state)
    }
}

/// Waits for an answer since 27 November; the ladder is next on Monday 30 November.
fn promised(by: &str) -> Deal {
    let mut deal = with_story(&[("11-27", TouchKind::Wrote)]);
    deal.promises.push(we_promised(by, PromiseState::Open));
    deal
}

#[test]
fn what_we_promised_is_owed_from_the_working_day_before_it() {
    let check = |by: &str, today: &str, owed: bool| {
        let item = item(promised(by), today);
        let found = matches!(item.reason, TodayReason::OurPromiseDue { index: 0, .. });
        assert_eq!(found, owed, "by {by}, on {today}: {:?}", item.reason);
        if owed {
            assert_eq!((item.group, item.due), (TodayGroup::Reply, Some(on(by))));
            assert!(item.next.day() >= Some(on(today)), "{:?}", item.next);
        }
    };
    // 3 December 2026 is a Thursday.
    check("12-03", "12-01", false);
    check("12-03", "12-02", true);
    check("12-03", "12-03", true);
    check("12-03", "12-20", true);
    // A Monday is prepared on the Friday before it; a Sunday promises the Friday, which is prepared on Thursday.
    check("12-07", "12-03", false);
    check("12-07", "12-04", true);
    check("12-06", "12-02", false);
    check("12-06", "12-03", true);
}

#[test]
fn a_promise_of_ours_is_next_where_nothing_comes_before_it() {
    let next = |deal: Deal| match item(deal, "11-27").next {
        Next::On(next) => (next.date, next.why),
        other => panic!("{other:?}"),
    };
    let ours = |by: &str| NextWhy::OurPromise { by: on(by) };
    assert_eq!(next(promised("12-01")), (on("11-30"), NextWhy::Ladder { step: 1 }));
    assert_eq!(next(promised("11-30")), (on("11-27"), ours("11-30")));
    let quiet = Deal { story: Vec::new(), ..promised("12-03") };
    assert_eq!(next(quiet), (on("12-02"), ours("12-03")));
}

#[test]
fn what_we_promised_neither_hides_a_question_nor_ends_by_itself() {
    let reason = |deal: Deal| item(deal, "12-03").reason;
    let mut asked = promised("12-03");
    asked.story.push(Touch::new(on("12-01"), TouchKind::Replied));
    assert_eq!(reason(asked), TodayReason::TheyWrote { on: on("12-01") });
    for state in [PromiseState::Kept, PromiseState::Dropped] {
        let mut settled = promised("12-03");
        settled.promises[0].state = state.into();
        assert!(!matches!(reason(settled), TodayReason::OurPromiseDue { .. }), "{state:?}");
    }
    // A deal over is over; a pause does not free us from our word.
    let lost = Deal { stage: Stage::Lost.into(), ..promised("12-03") };
    assert!(today(&document([lost]), &Calendars::default(), on("12-03")).is_empty());
    let mut paused = promised("12-03");
    paused.pause = Some(Pause { until: Some(on("12-20")), ..Pause::default() });
    let listed = today(&document([paused.clone()]), &Calendars::default(), on("12-03"));
    assert_eq!(listed.len(), 1);
    assert_eq!(item(paused, "11-27").next.day(), Some(on("12-02")));
}

#[test]
fn the_list_says_what_we_owe_and_until_when() {
    let check = |language: Language, said: &str| {
        assert_eq!(reason(&item(promised("12-03"), "12-02"), on("12-02"), language), said);
    };
    check(Language::English, "we owe: sample photos, by Thu 3 Dec");
    check(Language::Chinese, "我方承诺 12月3日 周四 前：sample photos");
}

#[test]
fn the_next_date_is_never_in_the_past() {
    let check = |deal: Deal, today: &str, next: &str| {
        assert_eq!(item(deal.clone(), today).next.day(), Some(on(next)), "{deal:?}");
    };
    let follow_up = || with_story(&[("11-10", TouchKind::Wrote)]);
    check(follow_up(), "11-12", "11-13");
    check(follow_up(), "11-21", "11-21");
    let moved = || Deal { next: Some(on("11-16")), ..follow_up() };
    check(moved(), "11-15", "11-16");
    check(moved(), "11-21", "11-21");
    // Once they were asked about it today, it is looked at again on the next working day.
    let promised = |wrote: &str| Deal {
        story: vec![Touch::new(on(wrote), TouchKind::Wrote)],
        rare: RareParts { promises: vec![promise("11-12", PromiseState::Open)], ..RareParts::default() }
            .into(),
        ..deal("promised", Stage::Deposit)
    };
    check(promised("11-10"), "11-12", "11-13");
    check(promised("11-10"), "11-20", "11-20");
    check(promised("11-20"), "11-20", "11-23");
}

#[test]
fn a_word_of_a_newer_program_is_kept_as_it_is() {
    let touch = copied("11-12", Some("a newer strategy"));
    let saved = serde_json::to_string(&touch).expect("it is saved");
    let read: Touch = serde_json::from_str(&saved).expect("it is read");
    assert_eq!(read, touch);
    assert!(matches!(read.strategy, Some(Word::Foreign(_))));
    // What older programs do not know is not written where it is empty.
    let plain = serde_json::to_string(&Touch::new(on("11-12"), TouchKind::Wrote)).expect("it is saved");
    assert_eq!(plain, r#"{"on":"2026-11-12","kind":"wrote"}"#);
}
