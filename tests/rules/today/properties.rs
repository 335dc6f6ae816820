//! What holds for any deal on any day.

use chrono::Days;
use proptest::prelude::*;

use icebreak::domain::calendar::Calendars;
use icebreak::domain::contact::Contact;
use icebreak::domain::deal::Pause;
use icebreak::domain::names::Named as _;
use icebreak::domain::today::turn::{Ball, Standing, Temperature, waiting_days};
use icebreak::domain::today::{TodayGroup, TodayReason, counts, today};

use super::*;

fn a_date() -> impl Strategy<Value = NaiveDate> {
    (0_u64..120).prop_map(|days| on("09-01") + Days::new(days))
}

fn a_deal() -> impl Strategy<Value = Deal> {
    let maybe = || proptest::option::of(a_date());
    let kinds = TouchKind::members().collect::<Vec<_>>();
    let touch = (a_date(), proptest::sample::select(kinds), maybe(), any::<bool>());
    let stages = Stage::members().collect::<Vec<_>>();
    let pause = proptest::option::weighted(0.2, maybe());
    (
        (maybe(), maybe(), maybe(), proptest::option::of(0_u32..6)),
        proptest::collection::vec(touch, 0..6),
        proptest::sample::select(stages),
        (pause, maybe(), maybe(), maybe()),
        proptest::collection::vec((any::<bool>(), any::<bool>(), any::<bool>()), 0..3),
    )
        .prop_map(|(sums, touches, stage, (pause, valid_until, next, promised), contacts)| {
            let mut deal = deal("any", stage);
            let (last_inbound, last_outbound, waiting_since, unanswered) = sums;
            deal.summary =
                Summary { last_inbound, last_outbound, waiting_since, unanswered, ..Summary::default() };
            deal.story = touches
                .into_iter()
                .map(|(date, kind, until, in_summary)| Touch { until, in_summary, ..Touch::new(date, kind) })
                .collect();
            deal.story.sort_by_key(|touch| touch.on);
            deal.pause = pause.map(|until| Pause { until, ..Pause::default() });
            deal.agreed.valid_until = valid_until;
            deal.next = next;
            deal.promises = promised
                .map(|by| Promise { by, ..promise("11-01", PromiseState::Open) })
                .into_iter()
                .collect();
            deal.contacts = contacts
                .into_iter()
                .map(|(has_email, bounced, stopped)| Contact {
                    email: if has_email { "a@x.example".to_owned() } else { String::new() },
                    bounced,
                    stopped,
                    ..Contact::default()
                })
                .collect();
            deal
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn every_open_deal_is_listed_once_and_in_order(
        deals in proptest::collection::vec(a_deal(), 0..12),
        on in a_date(),
    ) {
        let document = document(deals.into_iter().enumerate().map(|(number, deal)| Deal {
            id: DealId::new(number.to_string()),
            ..deal
        }));
        let items = today(&document, &Calendars::default(), on);
        let mut listed: Vec<&DealId> = items.iter().map(Item::id).collect();
        listed.sort();
        let for_money: Vec<&DealId> =
            items.iter().filter(|item| item.group == TodayGroup::Money).map(Item::id).collect();
        let expected: Vec<&DealId> = document
            .deals
            .values()
            .filter(|deal| !deal.stage().is_closed())
            .filter(|deal| !deal.is_paused(on) || for_money.contains(&&deal.id))
            .map(|deal| &deal.id)
            .collect();
        prop_assert_eq!(listed, expected);
        prop_assert!(items.is_sorted_by_key(|item| item.group));
        let counts = counts(&document, on, &items);
        prop_assert_eq!(counts.today + counts.handled + counts.waiting, items.len());
        let listed_twice = items.iter().filter(|item| item.deal.is_paused(on)).count();
        prop_assert_eq!(items.len() + counts.paused + counts.closed - listed_twice, document.deals.len());
    }

    #[test]
    fn a_standing_never_contradicts_itself(deal in a_deal(), on in a_date()) {
        let item = Item::of(&Arc::new(deal.clone()), &Settings::default(), &WorkWeek::default(), on);
        let standing = item.standing;
        prop_assert_eq!(standing.waiting_since.is_some() && standing.ball != Ball::Buyers, false);
        if standing.ball != Ball::Buyers {
            prop_assert_eq!((item.waiting_days, standing.unanswered), (0, 0));
        }
        let only_money = deal.is_paused(on) && item.group == TodayGroup::Money;
        prop_assert_eq!(item.group == TodayGroup::Reply, standing.ball == Ball::Ours && !only_money);
        prop_assert!(!(standing.stopped && item.group == TodayGroup::FollowUp));
        // Whatever is urgent is so since a day that has come, but for the end of a quotation.
        match item.group {
            TodayGroup::Expiring => prop_assert!(item.due >= Some(on)),
            TodayGroup::Money | TodayGroup::FollowUp | TodayGroup::Progress => {
                let has_come = item.due.is_some_and(|due| due <= on);
                let in_transit = matches!(item.reason, TodayReason::InTransit { .. });
                prop_assert!(has_come || in_transit, "due {:?}", item.due);
            }
            TodayGroup::Waiting => prop_assert!(item.due.is_none_or(|due| due > on)),
            TodayGroup::Reply | TodayGroup::Unreachable => {}
        }
        prop_assert!(!item.stale || item.temperature != Temperature::Warm);
    }

    #[test]
    fn a_reply_always_ends_the_waiting_and_a_message_after_it_starts_anew(deal in a_deal(), days in 0_u64..30) {
        let mut deal = Deal { stage: Stage::Quoted.into(), ..deal };
        let replied = on("12-31");
        deal.story.push(Touch::new(replied, TouchKind::Replied));
        let standing = Standing::of(&deal);
        prop_assert_eq!((standing.ball, standing.unanswered), (Ball::Ours, 0));
        deal.story.push(Touch::new(replied, TouchKind::Wrote));
        let later = replied + Days::new(days);
        deal.story.push(Touch::new(later, TouchKind::Wrote));
        let standing = Standing::of(&deal);
        prop_assert_eq!(u64::from(waiting_days(&deal, &standing, later)), days);
        prop_assert_eq!(standing.unanswered, 2);
    }
}
