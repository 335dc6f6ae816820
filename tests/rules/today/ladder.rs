//! The next date and how to use it.

use chrono::Weekday;

use icebreak::domain::country::Country;
use icebreak::domain::deal::Pause;
use icebreak::domain::today::ladder::{Advice, Next, NextWhy, advice};
use icebreak::domain::today::turn::Standing;

use super::*;

/// The next date of a quoted deal that waits since `since` with so many messages.
fn next_of(since: &str, unanswered: u32, week: &WorkWeek) -> Option<NaiveDate> {
    let deal = imported(summary("", since, since, Some(unanswered)));
    next(deal, week).day()
}

/// The day is before anything that is asked for here: what is next does not hang on it.
fn next(deal: Deal, week: &WorkWeek) -> Next {
    Item::of(&Arc::new(deal), &Settings::default(), week, on("11-09")).next
}

#[test]
fn the_ladder_steps_on_the_buyers_working_days() {
    let western = WorkWeek::default();
    let gulf =
        WorkWeek { weekend: [Weekday::Fri, Weekday::Sat].into_iter().collect(), ..WorkWeek::default() };
    let closed = WorkWeek { closed: [on("11-12"), on("11-13")].into(), ..WorkWeek::default() };
    let check = |unanswered: u32, week: &WorkWeek, expected: Option<&str>| {
        // 9 Nov 2026 is a Monday.
        assert_eq!(next_of("11-09", unanswered, week), expected.map(on), "{unanswered} messages, {week:?}");
    };
    check(0, &western, Some("11-12"));
    check(1, &western, Some("11-12"));
    check(2, &western, Some("11-16"));
    check(3, &western, Some("11-23"));
    check(4, &western, Some("11-30"));
    check(5, &western, None);
    check(u32::MAX, &western, None);
    check(1, &closed, Some("11-16"));
    assert_eq!(next_of("11-11", 1, &western), Some(on("11-16")), "Saturday becomes Monday");
    assert_eq!(next_of("11-10", 1, &gulf), Some(on("11-15")), "Friday becomes Sunday");
    assert_eq!(next_of("11-11", 1, &gulf), Some(on("11-15")), "Saturday becomes Sunday");
    assert_eq!(next_of("11-12", 1, &gulf), Some(on("11-15")), "Sunday is a working day there");
}

#[test]
fn presets_slow_the_ladder_down_only_where_they_fit() {
    let japan = Country::from_code("JP");
    let plain = Settings::default();
    assert_eq!(plain.ladder_for(japan, Stage::Quoted), [3, 7, 14, 21]);
    let slower = Settings { ladder_presets: Settings::suggested_presets(), ..Settings::default() };
    assert_eq!(slower.ladder_for(None, Stage::Quoted), [3, 7, 14, 21]);
    for code in ["JP", "DE"] {
        let ladder = slower.ladder_for(Country::from_code(code), Stage::Quoted);
        assert!(ladder.iter().zip([3, 7, 14, 21]).all(|(slow, usual)| *slow > usual), "{code}: {ladder:?}");
    }
    assert_ne!(slower.ladder_for(None, Stage::Sample), [3, 7, 14, 21]);
}

#[test]
fn what_beats_what() {
    let check = |change: &dyn Fn(&mut Deal), expected: Option<(&str, NextWhy)>| {
        let mut deal = imported(summary("", "11-09", "", Some(1)));
        change(&mut deal);
        let next = next(deal, &WorkWeek::default()).date();
        assert_eq!(next.map(|next| (next.date, next.why)), expected.map(|(date, why)| (on(date), why)));
    };
    let auto_reply =
        |until: &str| Touch { until: Some(on(until)), ..Touch::new(on("11-10"), TouchKind::AutoReply) };
    let payment = |by: &str| NextWhy::Promise { kind: PromiseKind::Payment, by: on(by) };
    let open = PromiseState::Open;

    check(&|_| {}, Some(("11-12", NextWhy::Ladder { step: 1 })));
    check(&|deal| deal.next = Some(on("11-28")), Some(("11-28", NextWhy::Moved)));
    // By Wednesday: Thursday. By Friday, Saturday or Sunday: Monday.
    check(&|deal| deal.promises.push(promise("11-18", open)), Some(("11-19", payment("11-18"))));
    for by in ["11-20", "11-21", "11-22"] {
        check(&|deal| deal.promises.push(promise(by, open)), Some(("11-23", payment(by))));
    }
    let promised_and_moved = |deal: &mut Deal| {
        deal.next = Some(on("11-11"));
        deal.promises = vec![promise("12-03", open), promise("11-25", open)];
    };
    check(&promised_and_moved, Some(("11-26", payment("11-25"))));
    let over = |deal: &mut Deal| {
        deal.promises = vec![promise("11-10", PromiseState::Kept), promise("11-10", PromiseState::Dropped)];
    };
    check(&over, Some(("11-12", NextWhy::Ladder { step: 1 })));
    // Back on Friday: not before Monday. Back before the step is due: nothing changes.
    check(&|deal| deal.story.push(auto_reply("11-20")), Some(("11-23", NextWhy::PutOff { step: 1 })));
    check(&|deal| deal.story.push(auto_reply("11-11")), Some(("11-12", NextWhy::Ladder { step: 1 })));
    let paused = |deal: &mut Deal| {
        deal.pause = Some(Pause { until: Some(on("11-21")), ..Pause::default() });
    };
    check(&paused, Some(("11-23", NextWhy::PutOff { step: 1 })));
    check(&|deal| deal.story.push(Touch::new(on("11-10"), TouchKind::Replied)), None);
    check(&|deal| deal.stage = Stage::Won.into(), None);
    check(&|deal| deal.stage = Stage::Production.into(), Some(("11-23", NextWhy::Progress)));
}

#[test]
fn two_unanswered_touches_ask_for_another_way_and_the_last_is_a_pause() {
    use TouchKind::*;
    let check = |story: &[TouchKind], expected: Option<Advice>| {
        let story: Vec<(&str, TouchKind)> = story.iter().map(|kind| ("11-10", *kind)).collect();
        let deal = with_story(&story);
        assert_eq!(advice(&deal, &Standing::of(&deal), &Settings::default()), expected, "{story:?}");
    };
    check(&[], None);
    check(&[Wrote], Some(Advice::Write));
    check(&[Wrote, Wrote], Some(Advice::ChangeChannel));
    check(&[Wrote, Wrote, Wrote], Some(Advice::ChangeChannel));
    check(&[Wrote, Wrote, Wrote, Wrote], Some(Advice::CallFirst));
    check(&[Wrote, Wrote, Called, Wrote], Some(Advice::Pause));
    check(&[Wrote, Wrote, Called, Wrote, Wrote], Some(Advice::Pause));
    check(&[Arrived, Wrote, Wrote, Called, Wrote], Some(Advice::ChangeChannel));
    check(&[Wrote, Wrote, Called, Wrote, Replied], None);
}
