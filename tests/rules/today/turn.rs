//! Who has the ball, since when we wait, how cold it is.

use icebreak::domain::settings::Settings;
use icebreak::domain::today::turn::{Ball, Standing, Temperature, is_stale, last_words, waiting_days};

use super::*;

#[test]
fn an_import_tells_who_has_the_ball_and_since_when_we_wait() {
    let check = |summary: Summary, ball: Ball, waiting: u32, unanswered: u32| {
        let deal = imported(summary.clone());
        let standing = Standing::of(&deal);
        let found = (standing.ball, waiting_days(&deal, &standing, on("11-21")), standing.unanswered);
        assert_eq!(found, (ball, waiting, unanswered), "{summary:?}");
    };
    check(summary("", "", "", None), Ball::Nobody, 0, 0);
    check(summary("11-10", "", "", None), Ball::Ours, 0, 0);
    check(summary("11-10", "11-09", "11-01", Some(2)), Ball::Ours, 0, 0);
    // The day they wrote and we answered.
    check(summary("11-10", "11-10", "", None), Ball::Buyers, 11, 0);
    check(summary("", "11-12", "", None), Ball::Buyers, 9, 0);
    // A known start counts, whatever the number of messages.
    check(summary("10-29", "11-12", "11-09", Some(2)), Ball::Buyers, 12, 2);
    check(summary("10-29", "11-12", "11-09", Some(1)), Ball::Buyers, 12, 1);
    // Unknown start: the only message of ours, else their last one, else ours.
    check(summary("10-29", "11-12", "", Some(1)), Ball::Buyers, 9, 1);
    check(summary("10-29", "11-12", "", Some(0)), Ball::Buyers, 9, 0);
    check(summary("10-29", "11-12", "", None), Ball::Buyers, 9, 0);
    check(summary("10-29", "11-12", "", Some(2)), Ball::Buyers, 23, 2);
    check(summary("", "11-12", "", Some(3)), Ball::Buyers, 9, 3);
    // A date in the future never makes the wait negative.
    check(summary("", "11-30", "", Some(1)), Ball::Buyers, 0, 1);
    // Whoever waits since a day wrote on it.
    check(summary("", "", "11-01", Some(2)), Ball::Buyers, 20, 2);
    check(summary("10-29", "", "11-01", None), Ball::Buyers, 20, 0);
    check(summary("10-29", "10-20", "11-01", None), Ball::Buyers, 20, 0);
    check(summary("11-10", "", "11-01", Some(2)), Ball::Ours, 0, 0);
}

#[test]
fn the_story_moves_the_ball() {
    use TouchKind::*;
    let check = |story: &[(&str, TouchKind)], ball: Ball, waiting: u32, unanswered: u32| {
        let deal = with_story(story);
        let standing = Standing::of(&deal);
        let found = (standing.ball, waiting_days(&deal, &standing, on("11-21")), standing.unanswered);
        assert_eq!(found, (ball, waiting, unanswered), "{story:?}");
    };
    check(&[], Ball::Nobody, 0, 0);
    check(&[("11-10", Wrote)], Ball::Buyers, 11, 1);
    check(&[("11-10", Copied)], Ball::Buyers, 11, 1);
    // Later messages count, but never start the clock again.
    check(&[("11-10", Wrote), ("11-13", Called), ("11-17", Copied)], Ball::Buyers, 11, 3);
    check(&[("11-10", Wrote), ("11-12", AutoReply), ("11-13", Note)], Ball::Buyers, 11, 1);
    check(&[("11-10", Wrote), ("11-10", Bounced)], Ball::Buyers, 11, 1);
    check(&[("11-10", Wrote), ("11-12", Replied)], Ball::Ours, 0, 0);
    // On one day the order of the story decides.
    check(&[("11-12", Wrote), ("11-12", Replied)], Ball::Ours, 0, 0);
    check(&[("11-12", Replied), ("11-12", Wrote)], Ball::Buyers, 9, 1);
    // Their slowness starts with our answer, not with their question.
    check(&[("11-02", Replied), ("11-16", Wrote)], Ball::Buyers, 5, 1);
    check(&[("11-02", Wrote), ("11-12", Promised)], Ball::Buyers, 0, 0);
    check(&[("11-02", Wrote), ("11-12", SaysPaid)], Ball::Buyers, 0, 0);
    check(&[("11-02", Wrote), ("11-12", Promised), ("11-18", Wrote)], Ball::Buyers, 3, 1);
    check(&[("11-02", Wrote), ("11-12", Arrived)], Ball::Nobody, 0, 0);
    check(&[("11-02", Wrote), ("11-12", Stopped)], Ball::Nobody, 0, 0);
    check(&[("11-12", AutoReply), ("11-13", Bounced), ("11-14", Note)], Ball::Nobody, 0, 0);
}

#[test]
fn the_story_goes_on_where_the_import_ends() {
    let check = |touch: Touch, ball: Ball, waiting: u32, unanswered: u32, heard: &str| {
        let mut deal = imported(summary("10-29", "11-12", "11-09", Some(2)));
        deal.story.push(touch.clone());
        let standing = Standing::of(&deal);
        assert_eq!(
            (standing.ball, waiting_days(&deal, &standing, on("11-21")), standing.unanswered),
            (ball, waiting, unanswered),
            "{touch:?}"
        );
        assert_eq!(standing.last_heard(), Some(on(heard)), "{touch:?}");
    };
    check(Touch::new(on("11-14"), TouchKind::Wrote), Ball::Buyers, 12, 3, "10-29");
    check(Touch::new(on("11-12"), TouchKind::Replied), Ball::Ours, 0, 0, "11-12");
    // Logged late: the import knows what came after it.
    check(Touch::new(on("11-05"), TouchKind::Replied), Ball::Buyers, 12, 2, "11-05");
    check(Touch::new(on("11-05"), TouchKind::Wrote), Ball::Buyers, 12, 2, "10-29");
    let counted = Touch { in_summary: true, ..Touch::new(on("11-12"), TouchKind::Wrote) };
    check(counted, Ball::Buyers, 12, 2, "10-29");
}

#[test]
fn an_import_that_does_not_count_has_at_least_one_message() {
    let mut deal = imported(summary("10-29", "11-12", "", None));
    deal.story.push(Touch::new(on("11-14"), TouchKind::Wrote));
    assert_eq!(Standing::of(&deal).unanswered, 2);
}

#[test]
fn the_story_tells_more_than_whose_turn_it_is() {
    use TouchKind::*;
    let of = |story: &[(&str, TouchKind)]| Standing::of(&with_story(story));
    assert!(of(&[("11-02", Called), ("11-03", Replied)]).tried_call);
    assert!(!of(&[("11-02", Wrote)]).tried_call);
    let paid = of(&[("11-02", SaysPaid), ("11-03", Wrote)]);
    assert_eq!(paid.in_transit.map(|transit| transit.since), Some(on("11-02")));
    let arrived = of(&[("11-02", SaysPaid), ("11-06", Arrived)]);
    assert_eq!((arrived.in_transit, arrived.money_arrived()), (None, true));
    assert_eq!(of(&[("11-02", Wrote), ("11-03", Bounced)]).bounced_on, Some(on("11-03")));
    let mut noted = with_story(&[("11-02", Replied), ("11-03", Wrote), ("11-04", Replied)]);
    noted.story[0].note = "Their words".to_owned();
    noted.story[1].note = "Our words".to_owned();
    assert_eq!(last_words(&noted), Some("Their words"));
}

#[test]
fn the_temperature_follows_the_threshold() {
    use Temperature::*;
    let check = |waiting: u32, threshold: u32, expected: Temperature| {
        assert_eq!(Temperature::of(waiting, threshold), expected, "{waiting} against {threshold}");
    };
    let table = [
        (0, Warm),
        (4, Warm),
        (5, Cooling),
        (9, Cooling),
        (10, Cold),
        (19, Cold),
        (20, Frozen),
        (900, Frozen),
    ];
    for (waiting, expected) in table {
        check(waiting, 5, expected);
    }
    check(9_999, 0, Warm);
    check(u32::MAX, u32::MAX, Cooling);
}

#[test]
fn each_stage_has_its_threshold() {
    let check = |stage: Stage, threshold: u32| {
        let settings = Settings::default();
        assert_eq!(settings.threshold(stage), threshold, "{stage:?}");
        assert_eq!(is_stale(&settings, stage, threshold), threshold > 0, "{stage:?}");
        assert!(!is_stale(&settings, stage, threshold.saturating_sub(1)), "{stage:?}");
        assert_eq!(is_stale(&settings, stage, 1_000), threshold > 0, "{stage:?}");
    };
    check(Stage::Inquiry, 3);
    check(Stage::Quoted, 5);
    check(Stage::Sample, 7);
    check(Stage::Negotiation, 5);
    check(Stage::Terms, 5);
    check(Stage::Deposit, 4);
    for stage in [Stage::Production, Stage::Shipped, Stage::Won, Stage::Lost] {
        check(stage, 0);
    }
}

#[test]
fn nobody_waits_in_a_running_order() {
    for stage in [Stage::Production, Stage::Shipped, Stage::Won, Stage::Lost] {
        let deal = Deal { summary: summary("", "10-01", "", Some(1)), ..deal("running", stage) };
        assert_eq!(waiting_days(&deal, &Standing::of(&deal), on("11-21")), 0, "{stage:?}");
    }
}

#[test]
fn a_stop_lasts_until_they_write_again() {
    use TouchKind::*;
    let check = |story: &[(&str, TouchKind)], stopped: bool| {
        assert_eq!(Standing::of(&with_story(story)).stopped, stopped, "{story:?}");
    };
    check(&[("11-02", Wrote)], false);
    check(&[("11-02", Wrote), ("11-03", Stopped)], true);
    check(&[("11-03", Stopped), ("11-04", Note)], true);
    check(&[("11-03", Stopped), ("11-09", Replied)], false);
}
