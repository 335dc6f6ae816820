//! A pause has a reason and an end, and never hides money that is due; what of a day is done, and what is not to be written.

use std::sync::Arc;

use chrono::NaiveTime;
use icebreak::domain::calendar::Calendars;
use icebreak::domain::contact::Contact;
use icebreak::domain::deal::Pause;
use icebreak::domain::deal::pause::{NewPause, PauseLacks};
use icebreak::domain::edit::{Edit, Field, apply};
use icebreak::domain::today::day::{DayCounts, SaidToday, SettledReason, coming, said_on, settled};
use icebreak::domain::today::{Counts, TodayGroup, counts, listed, paused, today};

use super::plans::{FIRST, in_stage};
use super::*;

fn paused_until(mut deal: Deal, until: Option<&str>) -> Deal {
    let reason = "their holiday".to_owned();
    deal.pause = Some(Pause { reason, until: until.map(on), ..Pause::default() });
    deal
}

fn place(deal: Deal, day: &str) -> Option<TodayGroup> {
    listed(&Arc::new(deal), &Settings::default(), &WorkWeek::default(), on(day)).map(|item| item.group)
}

#[test]
fn money_that_is_due_is_shown_while_a_deal_is_paused() {
    use TouchKind::*;
    // Part 1 of the deposit falls due on Friday 20 November.
    let check = |name: &str, deal: Deal, day: &str, expected: Option<TodayGroup>| {
        let shown = paused_until(deal.clone(), Some("12-15"));
        assert_eq!(place(shown.clone(), day), expected, "{name}");
        let endless = paused_until(deal, None);
        assert_eq!(place(endless, day), expected, "{name}, without an end");
        let document = document([shown]);
        let items = today(&document, &Calendars::default(), on(day));
        assert_eq!(items.first().map(|item| item.group), expected, "{name}, in the list");
        assert_eq!(paused(&document, on(day)).count(), 1, "{name}: it stays among the paused deals");
        let Counts { today, paused, closed, .. } = counts(&document, on(day), &items);
        assert_eq!((today, paused, closed), (items.len(), 1, 0), "{name}");
    };
    let unpaid = || in_stage(Stage::Deposit, &[], &[]);
    check("not yet due", unpaid(), "11-19", None);
    check("due", unpaid(), "11-20", Some(TodayGroup::Money));
    check("overdue", unpaid(), "11-24", Some(TodayGroup::Money));
    check("paid, and the next part is to come", in_stage(Stage::Deposit, &FIRST, &[]), "11-24", None);

    let waiting = || imported(summary("10-29", "11-12", "11-09", Some(2)));
    let with = |change: &dyn Fn(&mut Deal)| {
        let mut deal = waiting();
        change(&mut deal);
        deal
    };
    let promised = |kind: PromiseKind, by: &'static str| {
        with(&move |deal| {
            deal.promises.push(Promise { kind: kind.into(), ..promise(by, PromiseState::Open) });
        })
    };
    check("follow-up due", waiting(), "11-20", None);
    check(
        "payment promised and not come",
        promised(PromiseKind::Payment, "11-18"),
        "11-20",
        Some(TodayGroup::Money),
    );
    check("payment promised, still time", promised(PromiseKind::Payment, "11-25"), "11-20", None);
    check("decision promised and not come", promised(PromiseKind::Decision, "11-18"), "11-20", None);
    let both = with(&|deal| {
        let decision = Promise { kind: PromiseKind::Decision.into(), ..promise("11-16", PromiseState::Open) };
        deal.promises = vec![decision, promise("11-18", PromiseState::Open)];
    });
    check("a decision before the payment", both, "11-20", Some(TodayGroup::Money));
    let says_paid = || with(&|deal| deal.story.push(Touch::new(on("11-18"), SaysPaid)));
    check("in transit", says_paid(), "11-20", Some(TodayGroup::Money));
    check("they wrote", with(&|deal| deal.summary.last_inbound = Some(on("11-13"))), "11-20", None);
    let wrote_and_owes = in_stage(Stage::Deposit, &[], &[("11-12", Replied)]);
    check("they wrote, and a part is overdue", wrote_and_owes, "11-24", Some(TodayGroup::Money));
    check("quotation ends", with(&|deal| deal.agreed.valid_until = Some(on("11-22"))), "11-20", None);
    let bounced = Contact { email: "a@x.example".to_owned(), bounced: true, ..Contact::default() };
    check("no address", with(&|deal| deal.contacts = vec![bounced.clone()]), "11-20", None);
    for stage in [Stage::Won, Stage::Lost] {
        assert_eq!(place(in_stage(stage, &[], &[]), "11-24"), None, "{stage:?}");
    }
    // Once it is over, everything counts again.
    assert_eq!(place(paused_until(waiting(), Some("11-20")), "11-20"), Some(TodayGroup::FollowUp));
}

#[test]
fn the_next_date_of_a_paused_deal_is_its_end_or_its_money_before() {
    let check = |name: &str, deal: Deal, expected: Option<&str>| {
        assert_eq!(item(deal, "11-18").next.day(), expected.map(on), "{name}");
    };
    let unpaid = || in_stage(Stage::Deposit, &[], &[]);
    let planned =
        || Deal { next: Some(on("11-25")), ..imported(summary("10-29", "11-12", "11-09", Some(2))) };
    check("money before the end", paused_until(unpaid(), Some("12-01")), Some("11-20"));
    check("money before no end", paused_until(unpaid(), None), Some("11-20"));
    check("money after the end", paused_until(unpaid(), Some("11-19")), Some("11-20"));
    check("the seller's date waits for the end", paused_until(planned(), Some("12-01")), Some("12-01"));
    check("the seller's date after the end", paused_until(planned(), Some("11-20")), Some("11-25"));
    check("without an end nothing comes", paused_until(planned(), None), None);
    let mut money_first = planned();
    money_first.plan.clone_from(&unpaid().plan);
    check("money before the seller's date", paused_until(money_first, Some("12-01")), Some("11-20"));
}

#[test]
fn a_pause_needs_a_reason_and_an_end_to_come() {
    let check = |reason: &str, until: Option<&str>, expected: Result<(), PauseLacks>| {
        let pause = NewPause::new(reason, until.map(on), on("11-21"));
        assert_eq!(pause.map(drop), expected, "{reason:?} {until:?}");
    };
    check("", None, Err(PauseLacks::ReasonAndEnd));
    check(" \t", None, Err(PauseLacks::ReasonAndEnd));
    check("", Some("12-05"), Err(PauseLacks::Reason));
    check("their holiday", None, Err(PauseLacks::End));
    check("their holiday", Some("11-20"), Err(PauseLacks::EndToCome));
    check("their holiday", Some("11-21"), Err(PauseLacks::EndToCome));
    check("their holiday", Some("11-22"), Ok(()));
}

#[test]
fn a_new_pause_takes_the_place_of_one_that_lacks_something() {
    let mut old = deal("old", Stage::Quoted);
    let mut extra = icebreak::domain::document::Extra::new();
    extra.insert("of a newer program".to_owned(), true.into());
    old.pause = Some(Pause { extra: extra.clone(), ..Pause::default() });
    let id = old.id.clone();
    let document = document([old]);
    let pause = |deal: &Deal| deal.pause.clone().expect("a pause");
    let before = document.deal(&id).map(|deal| pause(deal).lacks());
    assert_eq!(before, Some(Some(PauseLacks::ReasonAndEnd)));

    let whole = NewPause::new(" their holiday ", Some(on("12-05")), on("11-21")).expect("whole");
    let change = |field| Edit::Change { deal: id.clone(), field };
    let after = apply(&document, &change(Field::Pause(whole))).expect("it fits");
    let now = pause(after.deal(&id).expect("the deal"));
    assert_eq!((now.reason.as_str(), now.until, now.lacks()), ("their holiday", Some(on("12-05")), None));
    assert_eq!(now.extra, extra);
    let resumed = apply(&after, &change(Field::Resume)).expect("it fits");
    assert_eq!(resumed.deal(&id).and_then(|deal| deal.pause.clone()), None);
}

#[test]
fn a_reply_ends_the_pause() {
    use TouchKind::*;
    let check = |kind: TouchKind, day: &str, ends: bool| {
        let waiting = paused_until(with_story(&[("11-03", Wrote), ("11-10", Wrote)]), Some("12-05"));
        let id = waiting.id.clone();
        let touch = Touch::new(on(day), kind);
        let edit = Edit::Log { deal: id.clone(), touch, promise: None };
        let after = apply(&document([waiting]), &edit).expect("it fits");
        let deal = after.deal(&id).expect("the deal");
        assert_eq!(deal.pause.is_none(), ends, "{kind:?} on {day}");
        assert_eq!(deal.story.len(), 3);
    };
    check(Replied, "11-21", true);
    check(Replied, "11-10", true);
    // It came before the last letter, and so before the pause.
    check(Replied, "11-09", false);
    for kind in [Wrote, Called, Copied, AutoReply, Bounced, Stopped, Promised, SaysPaid, Arrived, Note] {
        check(kind, "11-21", false);
    }
}

#[test]
fn the_day_tells_of_everything_that_was_said_in_the_order_of_the_clock() {
    use TouchKind::*;
    let at =
        |touch: Touch, clock: &str| Touch { at: Some(clock.parse::<NaiveTime>().expect("a time")), ..touch };
    let said = |name: &str, touches: Vec<Touch>| Deal { story: touches, ..deal(name, Stage::Quoted) };
    let copied = |clock: &str| at(Touch::new(on("11-21"), Copied), clock);
    let document = document([
        said("a late", vec![Touch::new(on("11-20"), Copied), copied("11:00:00")]),
        said("b early and again", vec![copied("09:00:00"), at(Touch::new(on("11-21"), Wrote), "12:00:00")]),
        said("c by hand", vec![Touch::new(on("11-21"), Wrote)]),
        said("d called", vec![at(Touch::new(on("11-21"), Called), "10:00:00")]),
        said("e they wrote", vec![Touch::new(on("11-21"), Replied)]),
        paused_until(said("f paused since", vec![copied("08:00:00")]), Some("12-05")),
        Deal { stage: Stage::Lost.into(), ..said("g lost since", vec![copied("08:30:00")]) },
    ]);
    let day = said_on(&document, on("11-21"));
    let order: Vec<(&str, usize)> = day.iter().map(|said| (said.deal.id.as_str(), said.index)).collect();
    let expected = [
        ("f paused since", 0),
        ("g lost since", 0),
        ("b early and again", 0),
        ("d called", 0),
        ("a late", 1),
        ("b early and again", 1),
        ("c by hand", 0),
    ];
    assert_eq!(order, expected);
    assert_eq!(DayCounts::of(&day), DayCounts { written: 6, called: 1, unconfirmed: 4 });
    assert_eq!(DayCounts::of(&said_on(&document, on("11-22"))), DayCounts::default());

    // What is ticked as sent is no longer open, and can be opened again.
    let first = day.first().expect("an entry");
    let tick = |sent| Edit::ConfirmSent { deal: first.deal.id.clone(), index: first.index, sent };
    let ticked = apply(&document, &tick(true)).expect("it fits");
    assert_eq!(DayCounts::of(&said_on(&ticked, on("11-21"))).unconfirmed, 3);
    assert_eq!(apply(&ticked, &tick(false)).expect("it fits"), document);
}

#[test]
fn nothing_is_to_be_written_to_who_was_written_to_today_or_is_paused_won_or_lost() {
    use TouchKind::*;
    let check = |name: &str, deal: Deal, expected: Option<SettledReason>| {
        let deal = Arc::new(deal);
        let place = listed(&deal, &Settings::default(), &WorkWeek::default(), on("11-24"));
        assert_eq!(settled(&deal, place.as_ref(), on("11-24")), expected, "{name}");
    };
    let said = |called| Some(SettledReason::Said(SaidToday { called, at: None }));
    let told = |touches: &[(&str, TouchKind)]| with_story(touches);
    check("new", deal("new", Stage::Inquiry), None);
    check("waits", told(&[("11-23", Wrote)]), None);
    check("copied today", told(&[("11-03", Wrote), ("11-24", Copied)]), said(false));
    check("called today", told(&[("11-03", Wrote), ("11-24", Called)]), said(true));
    check("they answered since", told(&[("11-24", Copied), ("11-24", Replied)]), None);
    check("answered since", told(&[("11-24", Replied), ("11-24", Copied)]), said(false));
    check("as an import tells", imported(summary("11-10", "11-24", "", Some(1))), said(false));
    check("paused", paused_until(told(&[("11-03", Wrote)]), Some("12-05")), Some(SettledReason::Paused));
    let owes = || paused_until(in_stage(Stage::Deposit, &[], &[]), Some("12-15"));
    check("paused, and money is due", owes(), None);
    let asked = Deal { story: vec![Touch::new(on("11-24"), Copied)], ..owes() };
    check("paused, money is due and was asked for", asked, said(false));
    for (stage, expected) in [(Stage::Won, SettledReason::Won), (Stage::Lost, SettledReason::Lost)] {
        check("over", Deal { stage: stage.into(), ..told(&[("11-24", Copied)]) }, Some(expected));
    }
}

#[test]
fn what_comes_next_is_named_by_date() {
    let named = |name: &str, next: Option<&str>| Deal { next: next.map(on), ..deal(name, Stage::Quoted) };
    let document = document([
        named("late", Some("12-05")),
        named("today", Some("11-21")),
        named("soon", Some("11-23")),
        named("never", None),
        paused_until(named("paused", Some("11-22")), Some("12-24")),
    ]);
    let items = today(&document, &Calendars::default(), on("11-21"));
    let names = |most| {
        let coming = coming(&items, on("11-21"), most);
        coming.iter().map(|item| item.deal.buyer.company.clone()).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(names(5), "soon, late");
    assert_eq!(names(1), "soon");
}
