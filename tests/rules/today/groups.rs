//! Today's groups, what puts a deal into one, and their order.

use chrono::Weekday;

use icebreak::domain::calendar::Calendars;
use icebreak::domain::contact::Contact;
use icebreak::domain::country::Country;
use icebreak::domain::deal::{Buyer, Pause};
use icebreak::domain::today::{TodayGroup, by_office_opening, counts, today};

use super::*;

#[test]
fn each_deal_stands_in_the_group_that_matters_most() {
    use TouchKind::*;
    let check = |name: &str, deal: Deal, group: TodayGroup, due: Option<&str>| {
        let item = item(deal, "11-21");
        assert_eq!((item.group, item.due), (group, due.map(on)), "{name}: {:?}", item.reason);
    };
    let waiting = || imported(summary("10-29", "11-12", "11-09", Some(2)));
    let with = |change: &dyn Fn(&mut Deal)| {
        let mut deal = waiting();
        change(&mut deal);
        deal
    };
    let address = |email: &str, bounced: bool, stopped: bool| Contact {
        email: email.to_owned(),
        bounced,
        stopped,
        ..Contact::default()
    };

    check("ladder", waiting(), TodayGroup::FollowUp, Some("11-16"));
    check(
        "wrote last",
        with(&|deal| deal.summary.last_inbound = Some(on("11-13"))),
        TodayGroup::Reply,
        Some("11-13"),
    );
    let everything = with(&|deal| {
        deal.story.push(Touch::new(on("11-19"), Replied));
        deal.story.push(Touch::new(on("11-20"), Replied));
        deal.promises.push(promise("11-10", PromiseState::Open));
        deal.agreed.valid_until = Some(on("11-22"));
    });
    check("a reply is owed before all else", everything, TodayGroup::Reply, Some("11-20"));

    check(
        "paid?",
        with(&|deal| deal.story.push(Touch::new(on("11-18"), SaysPaid))),
        TodayGroup::Money,
        Some("11-18"),
    );
    let chased = with(&|deal| {
        deal.story.push(Touch::new(on("11-18"), SaysPaid));
        deal.story.push(Touch::new(on("11-20"), Wrote));
    });
    check("still in transit", chased, TodayGroup::Money, Some("11-18"));
    let arrived = with(&|deal| {
        deal.story.push(Touch::new(on("11-18"), SaysPaid));
        deal.story.push(Touch::new(on("11-20"), Arrived));
    });
    check("arrived", arrived, TodayGroup::Waiting, None);
    let promised = |by: &'static str| with(&move |deal| deal.promises.push(promise(by, PromiseState::Open)));
    check("broken", promised("11-18"), TodayGroup::Money, Some("11-19"));
    check("by yesterday, and today is a Saturday", promised("11-20"), TodayGroup::Waiting, Some("11-23"));
    check("still time", promised("12-03"), TodayGroup::Waiting, Some("12-04"));

    let bounced = |deal: &mut Deal| {
        deal.contacts = vec![address("a@x.example", true, false)];
        deal.story.push(Touch::new(on("11-13"), Bounced));
    };
    check("no address left", with(&bounced), TodayGroup::Unreachable, Some("11-13"));
    let stopped_too = vec![address("a@x.example", true, false), address("b@x.example", false, true)];
    check(
        "none left to write to",
        with(&|deal| deal.contacts = stopped_too.clone()),
        TodayGroup::Unreachable,
        None,
    );
    let other = vec![address("a@x.example", true, false), address("b@x.example", false, false)];
    check(
        "another address",
        with(&|deal| deal.contacts = other.clone()),
        TodayGroup::FollowUp,
        Some("11-16"),
    );
    let phone = vec![Contact { phone: "+49 40 555".to_owned(), ..Contact::default() }];
    check("never had one", with(&|deal| deal.contacts = phone.clone()), TodayGroup::FollowUp, Some("11-16"));

    let valid = |until: &'static str| with(&move |deal| deal.agreed.valid_until = Some(on(until)));
    check("ended yesterday", valid("11-20"), TodayGroup::FollowUp, Some("11-16"));
    check("ends today", valid("11-21"), TodayGroup::Expiring, Some("11-21"));
    check("ends in five days", valid("11-26"), TodayGroup::Expiring, Some("11-26"));
    check("ends in six", valid("11-27"), TodayGroup::FollowUp, Some("11-16"));

    check("planned", with(&|deal| deal.next = Some(on("11-21"))), TodayGroup::FollowUp, Some("11-21"));
    check("put off", with(&|deal| deal.next = Some(on("11-22"))), TodayGroup::Waiting, Some("11-22"));
    check("past the ladder", with(&|deal| deal.summary.unanswered = Some(5)), TodayGroup::Waiting, None);
    check("third step", with(&|deal| deal.summary.unanswered = Some(3)), TodayGroup::Waiting, Some("11-23"));
    let stop = vec![address("a@x.example", false, true)];
    check("please stop", with(&|deal| deal.contacts = stop.clone()), TodayGroup::Waiting, None);
    check("nothing known", deal("new", Stage::Inquiry), TodayGroup::Waiting, None);

    let running = |stage: Stage, wrote: &str| Deal {
        summary: summary("", wrote, "", Some(1)),
        ..deal("running", stage)
    };
    check("two weeks", running(Stage::Production, "11-07"), TodayGroup::Progress, Some("11-21"));
    check("shipped", running(Stage::Shipped, "11-01"), TodayGroup::Progress, Some("11-15"));
    check("not yet", running(Stage::Production, "11-08"), TodayGroup::Waiting, Some("11-22"));
    check("never wrote", deal("running", Stage::Production), TodayGroup::Waiting, None);
}

#[test]
fn a_pause_hides_a_deal_until_it_ends() {
    let check = |until: Option<&str>, listed: bool| {
        let mut deal = imported(summary("", "11-01", "", Some(1)));
        deal.pause = Some(Pause { until: until.map(on), ..Pause::default() });
        let document = document([deal]);
        let items = today(&document, &Calendars::default(), on("11-20"));
        assert_eq!(items.len(), usize::from(listed), "{until:?}");
        assert_eq!(counts(&document, on("11-20"), &items).paused, usize::from(!listed));
    };
    check(None, false);
    check(Some("11-21"), false);
    check(Some("11-20"), true);
    check(Some("11-02"), true);
}

#[test]
fn the_list_is_by_group_then_date_then_buyer() {
    use TouchKind::*;
    let named = |name: &str, story: &[(&str, TouchKind)]| Deal {
        id: DealId::new(name),
        buyer: Buyer { company: name.to_owned(), ..Default::default() },
        ..with_story(story)
    };
    let mut never_again = named("never again", &[("10-01", Wrote)]);
    never_again.contacts = vec![Contact { stopped: true, ..Contact::default() }];
    let document = document([
        named("b waits", &[("11-20", Wrote)]),
        named("a waits", &[("11-20", Wrote)]),
        never_again,
        named("late follow-up", &[("11-11", Wrote)]),
        named("early follow-up", &[("11-03", Wrote)]),
        named("paid", &[("11-18", SaysPaid)]),
        named("wrote", &[("11-18", Replied)]),
        Deal { stage: Stage::Won.into(), ..named("won", &[("11-18", Replied)]) },
        Deal { stage: Stage::Lost.into(), ..named("lost", &[("11-18", Replied)]) },
    ]);
    let mut items = today(&document, &Calendars::default(), on("11-21"));
    let names = |items: &[Item]| {
        items.iter().map(|item| item.deal.buyer.company.clone()).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(names(&items), "wrote, paid, early follow-up, late follow-up, a waits, b waits, never again");
    let counts = counts(&document, on("11-21"), &items);
    assert_eq!((counts.today, counts.waiting, counts.closed, counts.all), (4, 3, 2, 9));
    by_office_opening(&mut items, |deal| deal.buyer.company.starts_with("early"));
    assert_eq!(names(&items), "wrote, paid, late follow-up, early follow-up, a waits, b waits, never again");
}

#[test]
fn the_buyers_country_sets_the_working_week() {
    let (saudi, calendars) = gulf();
    let mut deal = imported(summary("", "11-10", "", Some(1)));
    let due = |deal: &Deal| {
        let items = today(&document([deal.clone()]), &calendars, on("11-21"));
        items.first().and_then(|item| item.due)
    };
    assert_eq!(due(&deal), Some(on("11-13")), "a Friday");
    deal.buyer.country = Some(saudi);
    assert_eq!(due(&deal), Some(on("11-15")), "the Sunday after it");
}

fn gulf() -> (Country, Calendars) {
    let saudi = Country::from_code("SA").expect("a code");
    let week =
        WorkWeek { weekend: [Weekday::Fri, Weekday::Sat].into_iter().collect(), ..WorkWeek::default() };
    (saudi, Calendars { by_country: [(saudi, week)].into(), ..Calendars::default() })
}
