//! A deal with a payment plan: what is next in every state, and that no open payment is ever forgotten.

use chrono::Days;
use proptest::prelude::*;

use icebreak::domain::calendar::Calendars;
use icebreak::domain::deal::Pause;
use icebreak::domain::deposit::{Label, Milestone, NextRow, Payment, Plan, Terms, TermsLine, TermsRows};
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::names::Named as _;
use icebreak::domain::today::ladder::{Next, NextWhy};
use icebreak::domain::today::turn::{Ball, Standing};
use icebreak::domain::today::{TodayGroup, TodayReason, today};
use icebreak::text::Language;
use icebreak::text::window::deal::{next_line, reason, standing_line};

use super::*;

fn usd(text: &str) -> Money {
    Money::parse_plain(text, Currency::USD).expect("an amount")
}

/// USD 1,000.00 from 2 November 2026, a Monday; the first of several lines is the deposit.
fn plan(lines: &[&str], paid: &[(&str, &str)]) -> Plan {
    let last = lines.len() - 1;
    let lines = lines.iter().enumerate().map(|(n, text)| {
        let label = if n < last { Label::Deposit } else { Label::Balance };
        TermsLine { label, ..TermsLine::read(text, Currency::USD).expect("a line") }
    });
    let mut plan = Plan::new(Terms::new(usd("1000"), on("11-02"), TermsRows::Lines(lines.collect())));
    plan.payments = paid.iter().map(|(day, amount)| Payment::new(on(day), usd(amount))).collect();
    plan
}

/// 100 due on Friday 20 November, 200 on Wednesday 30 December, the rest against the copy of B/L.
const LINES: [&str; 3] = ["10%@2026-11-20", "20%@2026-12-30", "rest@bl-copy"];
pub const FIRST: [(&str, &str); 1] = [("11-10", "100")];
const BOTH: [(&str, &str); 2] = [("11-10", "100"), ("11-11", "200")];
const ALL: [(&str, &str); 2] = [("11-10", "100"), ("11-11", "900")];

/// `deposit`, with the plan and its payments told in the story.
pub fn in_stage(stage: Stage, paid: &[(&str, &str)], touches: &[(&str, TouchKind)]) -> Deal {
    let plan = plan(&LINES, paid);
    let arrived = paid
        .iter()
        .map(|(day, amount)| Touch { money: Some(usd(amount)), ..Touch::new(on(day), TouchKind::Arrived) });
    let mut story: Vec<Touch> = arrived.collect();
    story.extend(touches.iter().map(|(day, kind)| Touch::new(on(day), *kind)));
    story.sort_by_key(|touch| touch.on);
    let mut deal = Deal { story, ..deal("planned", stage) };
    deal.plan = Some(plan);
    deal
}

fn said(next: Next) -> String {
    match next {
        Next::On(next) => {
            let why = match next.why {
                NextWhy::Promise { by, .. } => format!("promised by {}", by.format("%m-%d")),
                NextWhy::Moved => "moved".to_owned(),
                NextWhy::Ladder { step } => format!("step {step}"),
                NextWhy::PutOff { step } => format!("step {step} put off"),
                NextWhy::Progress => "progress".to_owned(),
                NextWhy::InTransit { since } => format!("in transit since {}", since.format("%m-%d")),
                NextWhy::Row(row) => {
                    format!("{} {}/{} {} {}", row.label.name(), row.part, row.parts, row.amount, row.due)
                }
            };
            format!("{} {why}", next.date.format("%m-%d"))
        }
        Next::Upon(row) => format!("{} {} waits for {}", row.label.name(), row.amount, row.upon.name()),
        Next::Nothing => "nothing".to_owned(),
    }
}

#[test]
fn the_next_date_in_every_state_of_a_plan() {
    use Stage::*;
    use TouchKind::*;
    let check = |name: &str, deal: Deal, day: &str, group: TodayGroup, expected: &str| {
        let item = item(deal, day);
        assert_eq!((item.group, said(item.next).as_str()), (group, expected), "{name}: {:?}", item.reason);
        if group == TodayGroup::Waiting {
            assert_eq!(item.due, item.next.day(), "{name}");
        }
    };
    let with = |deal: Deal, change: &dyn Fn(&mut Deal)| {
        let mut deal = deal;
        change(&mut deal);
        deal
    };
    let part_two = "12-30 deposit 2/2 200.00 2026-12-30";

    // After a payment the next row is next; a short one leaves its own row next.
    check("paid", in_stage(Deposit, &FIRST, &[]), "11-11", TodayGroup::Waiting, part_two);
    let short = in_stage(Deposit, &[("11-10", "97")], &[]);
    check("short", short.clone(), "11-11", TodayGroup::Waiting, "11-20 deposit 1/2 3.00 2026-11-20");
    check("short, due", short.clone(), "11-20", TodayGroup::Money, "11-20 deposit 1/2 3.00 2026-11-20");
    check("short, late", short, "11-23", TodayGroup::Money, "11-20 deposit 1/2 3.00 2026-11-20");
    // A payment that has not happened on the day that is asked for leaves the row open.
    let first = "11-20 deposit 1/2 100.00 2026-11-20";
    check("paid later", in_stage(Deposit, &FIRST, &[]), "11-09", TodayGroup::Waiting, first);
    check("nobody wrote", in_stage(Terms, &[], &[]), "11-09", TodayGroup::Waiting, first);

    // The ladder's step or the row, whichever is earlier; of two on one day the money.
    let wrote = |day: &'static str| in_stage(Deposit, &[], &[(day, Wrote)]);
    check("step before the row", wrote("11-09"), "11-10", TodayGroup::Waiting, "11-12 step 1");
    check("step today, row tomorrow", wrote("11-16"), "11-19", TodayGroup::FollowUp, "11-19 step 1");
    check("row before the step", wrote("11-18"), "11-18", TodayGroup::Waiting, first);
    check("both on one day", wrote("11-17"), "11-19", TodayGroup::Waiting, first);
    check("row overdue", wrote("11-18"), "11-24", TodayGroup::Money, first);
    let at_the_end = with(wrote("11-03"), &|deal| deal.summary = summary("", "11-02", "11-02", Some(5)));
    check("past the ladder", at_the_end, "11-19", TodayGroup::Waiting, first);
    // They wrote last: the reply ranks first, and the row is still next.
    check("reply owed", in_stage(Deposit, &[], &[("11-10", Replied)]), "11-11", TodayGroup::Reply, first);

    // What somebody named wins, earlier or later.
    for (by, date) in [("11-12", "11-13 promised by 11-12"), ("12-03", "12-04 promised by 12-03")] {
        let promised = with(in_stage(Deposit, &[], &[]), &|deal| {
            deal.promises.push(promise(by, PromiseState::Open));
        });
        check("promise", promised, "11-11", TodayGroup::Waiting, date);
    }
    for day in ["11-16", "12-07"] {
        let moved = with(wrote("11-09"), &|deal| deal.next = Some(on(day)));
        check("moved", moved, "11-10", TodayGroup::Waiting, &format!("{day} moved"));
    }

    // Money on its way explains the row that is due; once we asked for proof the ladder counts.
    let transit = |touches: &[(&str, TouchKind)]| in_stage(Deposit, &[], touches);
    let since = "11-19 in transit since 11-19";
    check("in transit", transit(&[("11-19", SaysPaid)]), "11-24", TodayGroup::Money, since);
    let asked = transit(&[("11-19", SaysPaid), ("11-23", Wrote)]);
    check("asked for proof", asked, "11-23", TodayGroup::Money, "11-26 step 1");
    let said_on_saturday = transit(&[("11-21", SaysPaid)]);
    check("said on a Saturday", said_on_saturday, "11-21", TodayGroup::Money, "11-23 in transit since 11-21");
    let settled = in_stage(Deposit, &ALL, &[("11-12", SaysPaid)]);
    check("says paid what is paid", settled, "11-13", TodayGroup::Waiting, "nothing");

    // Rows without a day, and none at all.
    check(
        "copy of B/L",
        in_stage(Deposit, &BOTH, &[]),
        "11-12",
        TodayGroup::Waiting,
        "balance 700.00 waits for bl-copy",
    );
    let shipped = with(in_stage(Shipped, &BOTH, &[]), &|deal| {
        let plan = deal.plan.as_mut().expect("a plan");
        plan.terms.milestones.insert(Milestone::BlCopy, on("12-05"));
    });
    // 5 December is a Saturday: looked at on Monday. It is before part two now, so what came beyond part one went there.
    check(
        "it has a day now",
        shipped.clone(),
        "12-04",
        TodayGroup::Waiting,
        "12-07 balance 1/1 500.00 2026-12-05",
    );
    check("due on a Saturday", shipped, "12-05", TodayGroup::Money, "12-07 balance 1/1 500.00 2026-12-05");
    check("settled", in_stage(Deposit, &ALL, &[]), "11-12", TodayGroup::Waiting, "nothing");

    // A running order: the update or the row.
    let running = |wrote: &'static str| in_stage(Production, &FIRST, &[(wrote, Wrote)]);
    check("update first", running("11-12"), "11-13", TodayGroup::Waiting, "11-26 progress");
    check("update due", running("11-12"), "11-26", TodayGroup::Progress, "11-26 progress");
    check("row first", running("12-21"), "12-22", TodayGroup::Waiting, part_two);
    check("never wrote", in_stage(Production, &FIRST, &[]), "11-12", TodayGroup::Waiting, part_two);
    check(
        "shipped, documents",
        in_stage(Shipped, &BOTH, &[]),
        "11-12",
        TodayGroup::Waiting,
        "balance 700.00 waits for bl-copy",
    );

    // Nothing is asked of who wants no more words, but the payment keeps its day.
    let stopped = in_stage(Deposit, &FIRST, &[("11-12", Stopped)]);
    check("stopped", stopped.clone(), "11-13", TodayGroup::Waiting, part_two);
    check("stopped, due", stopped, "12-30", TodayGroup::Money, part_two);
    for stage in [Won, Lost] {
        assert_eq!(item(in_stage(stage, &FIRST, &[]), "11-12").next, Next::Nothing, "{stage:?}");
    }
    let paused = with(in_stage(Deposit, &[], &[]), &|deal| {
        deal.pause = Some(Pause { until: Some(on("11-28")), ..Pause::default() });
    });
    check("paused beyond the row", paused, "11-10", TodayGroup::Waiting, first);
}

#[test]
fn what_is_next_is_said_the_same_in_head_and_list() {
    let check = |deal: Deal, day: &str, head: [&str; 2], list: [&str; 2]| {
        let (item, on) = (item(deal, day), on(day));
        for (language, head, list) in
            [(Language::English, head[0], list[0]), (Language::Chinese, head[1], list[1])]
        {
            assert_eq!(next_line(item.next, on, language), head);
            assert_eq!(reason(&item, on, language), list);
        }
    };
    let paid = || in_stage(Stage::Deposit, &FIRST, &[]);
    check(
        paid(),
        "11-12",
        [
            "next: Wed 30 Dec · deposit instalment 2 of 2 is due",
            "下次：12月30日 周三 · 第 2 期预付款（共 2 期）到期",
        ],
        ["deposit instalment 2 of 2 is due on Wed 30 Dec", "第 2 期预付款（共 2 期）12月30日 周三 到期"],
    );
    check(
        paid(),
        "12-31",
        [
            "next: Wed 30 Dec · deposit instalment 2 of 2 is 1 day overdue",
            "下次：12月30日 周三 · 第 2 期预付款（共 2 期）已逾期 1 天",
        ],
        ["deposit instalment 2 of 2 is 1 day overdue", "第 2 期预付款（共 2 期）已逾期 1 天"],
    );
    check(
        in_stage(Stage::Deposit, &BOTH, &[]),
        "11-12",
        ["the balance waits for: copy of B/L", "尾款等待\u{ff1a}提单副本"],
        ["the balance waits for: copy of B/L", "尾款等待\u{ff1a}提单副本"],
    );
    let mut next_year = paid();
    let plan = next_year.plan.as_mut().expect("a plan");
    *plan = self::plan(&["10%@2026-11-10", "rest@2027-01-02"], &FIRST);
    check(
        next_year,
        "11-12",
        [
            "next: Mon 4 Jan 2027 · the balance is due on Sat 2 Jan 2027",
            "下次\u{ff1a}2027年1月4日\u{ff08}周一\u{ff09} · 尾款 2027年1月2日\u{ff08}周六\u{ff09} 到期",
        ],
        ["the balance is due on Sat 2 Jan 2027", "尾款 2027年1月2日\u{ff08}周六\u{ff09} 到期"],
    );
    check(
        in_stage(Stage::Deposit, &ALL, &[]),
        "11-12",
        ["no next date", "没有下次日期"],
        ["nothing is planned", "没有安排"],
    );
}

#[test]
fn a_payment_is_heard_as_a_reply_is() {
    use TouchKind::*;
    // What happened, and: who has the ball, since when nothing was heard, whether that was money, how it is said.
    let check = |story: &[(&str, TouchKind)], ball: Ball, heard: Option<&str>, words: &str| {
        let deal = with_story(story);
        let item = item(deal.clone(), "11-20");
        let standing = Standing::of(&deal);
        assert_eq!(standing, item.standing);
        assert_eq!((standing.ball, standing.last_heard()), (ball, heard.map(on)), "{story:?}");
        let said = standing_line(&item.standing, item.waiting_days, on("11-20"), Language::English);
        assert!(said.ends_with(words), "{words:?} in {said:?}");
        assert_eq!(said.contains("heard"), heard.is_some(), "{said:?}");
        if ball != Ball::Buyers {
            assert_eq!((item.waiting_days, standing.unanswered), (0, 0), "{story:?}");
        }
    };
    check(&[("11-02", Wrote)], Ball::Buyers, None, "wrote once");
    check(
        &[("11-02", Wrote), ("11-18", Arrived)],
        Ball::Nobody,
        Some("11-18"),
        "last heard 2 days ago (payment)",
    );
    check(
        &[("11-02", Replied), ("11-18", Arrived)],
        Ball::Nobody,
        Some("11-18"),
        "last heard 2 days ago (payment)",
    );
    check(&[("11-18", Arrived), ("11-19", Replied)], Ball::Ours, Some("11-19"), "last heard yesterday");
    // They wrote on the day the money came: their words are what was heard.
    check(&[("11-18", Replied), ("11-18", Arrived)], Ball::Nobody, Some("11-18"), "last heard 2 days ago");
    // Our message after it starts the waiting anew, and does not unhear the money.
    check(
        &[("11-18", Arrived), ("11-19", Wrote)],
        Ball::Buyers,
        Some("11-18"),
        "last heard 2 days ago (payment)",
    );
    check(&[("11-18", SaysPaid)], Ball::Buyers, Some("11-18"), "last heard 2 days ago");
    check(
        &[("11-18", AutoReply), ("11-18", Bounced), ("11-18", Note)],
        Ball::Nobody,
        None,
        "nobody waits for an answer",
    );

    // A payment that the plan knows and no story tells, as an import brings it.
    let mut deal = imported(summary("10-29", "11-02", "", Some(1)));
    deal.plan = Some(plan(&LINES, &FIRST));
    assert_eq!(Standing::of(&deal).last_heard(), Some(on("11-10")));
    assert!(Standing::of(&deal).heard_by_payment());
    // What is exported as their last words stays words: money would read as a letter that waits for an answer.
    assert_eq!(icebreak::domain::today::turn::summary_of(&deal).last_inbound, Some(on("10-29")));
}

fn a_date() -> impl Strategy<Value = NaiveDate> {
    (0_u64..150).prop_map(|days| on("10-15") + Days::new(days))
}

fn a_line() -> impl Strategy<Value = String> {
    let milestones: Vec<&str> = Milestone::members().map(|milestone| milestone.name()).collect();
    (
        1_u32..30,
        prop_oneof![
            (0_u32..90).prop_map(|days| format!("+{days}d")),
            a_date().prop_map(|date| date.to_string()),
            proptest::sample::select(milestones).prop_map(str::to_owned),
        ],
    )
        .prop_map(|(percent, when)| format!("{percent}%@{when}"))
}

prop_compose! {
    fn a_planned_deal()(
        lines in proptest::collection::vec(a_line(), 0..3),
        last in prop_oneof![Just("bl-copy".to_owned()), (0_u32..120).prop_map(|days| format!("+{days}d"))],
        payments in proptest::collection::vec((a_date(), 1_i64..60_000), 0..5),
        tolerance in 0_i64..2_000,
        touches in proptest::collection::vec(
            (a_date(), proptest::sample::select(TouchKind::members().collect::<Vec<_>>())), 0..5),
        stage in proptest::sample::select(Stage::members().collect::<Vec<_>>()),
        named in (proptest::option::weighted(0.2, a_date()), proptest::option::weighted(0.2, a_date())),
        pause in proptest::option::weighted(0.2, proptest::option::of(a_date())),
        milestone in proptest::option::of(a_date()),
    ) -> Deal {
        let last = format!("rest@{last}");
        let lines: Vec<&str> = lines.iter().chain([&last]).map(String::as_str).collect();
        let mut plan = plan(&lines, &[]);
        plan.tolerance = Some(Money::from_minor(tolerance, Currency::USD));
        plan.terms.milestones.extend(milestone.map(|date| (Milestone::BlCopy, date)));
        let mut deal = deal("planned", stage);
        for (date, minor) in payments {
            let money = Money::from_minor(minor, Currency::USD);
            plan.payments.push(Payment::new(date, money));
            deal.story.push(Touch { money: Some(money), ..Touch::new(date, TouchKind::Arrived) });
        }
        deal.story.extend(touches.into_iter().map(|(date, kind)| Touch::new(date, kind)));
        deal.story.sort_by_key(|touch| touch.on);
        deal.plan = Some(plan);
        let (next, promised) = named;
        deal.next = next;
        deal.promises.extend(promised.map(|by| Promise { by, ..promise("11-01", PromiseState::Open) }));
        deal.pause = pause.map(|until| Pause { until, ..Pause::default() });
        deal
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn no_open_payment_is_ever_forgotten(deal in a_planned_deal(), day in a_date()) {
        let (open, paused) = (!deal.stage().is_closed(), deal.is_paused(day));
        let items = today(&document([deal.clone()]), &Calendars::default(), day);
        let item = Item::of(&Arc::new(deal.clone()), &Settings::default(), &WorkWeek::default(), day);
        // Worked out here from the rows themselves.
        let plan = deal.plan.as_ref().expect("a plan");
        let rows = plan.status(day).expect("rows");
        let unpaid = || rows.iter().filter(|row| row.open().is_positive());
        let dated = unpaid().filter_map(|row| row.row.due).min();
        match plan.next_row(day) {
            Some(NextRow::Due(row)) => prop_assert_eq!(Some(row.due), dated),
            Some(NextRow::Waits(_)) => prop_assert!(dated.is_none() && unpaid().next().is_some()),
            None => prop_assert!(unpaid().next().is_none()),
        }
        if !open {
            prop_assert_eq!(item.next, Next::Nothing);
            prop_assert!(items.is_empty());
            return Ok(());
        }
        if let Some(due) = dated {
            let next = item.next.day();
            prop_assert!(next.is_some(), "{due} is open and nothing is next: {item:?}");
            // Nothing that nobody named waits for longer than the payment, but for weekends and money on its way.
            let named = deal.next.is_some() || !deal.promises.is_empty();
            if !named && item.standing.in_transit.is_none() {
                prop_assert!(next <= Some(WorkWeek::default().next_on_or_after(due)), "{next:?} after {due}");
            }
            if due <= day {
                let expected = matches!(item.group, TodayGroup::Money) || (!paused && item.group == TodayGroup::Reply);
                prop_assert!(expected, "{:?}", item.reason);
            }
        } else if unpaid().next().is_some() {
            let is_said = item.next != Next::Nothing;
            prop_assert!(is_said, "an open payment without a day and nothing is next: {item:?}");
        } else {
            // Whoever says later that they paid means something else than the rows, which are closed by then.
            let about_money = |why| matches!(why, NextWhy::Row(_) | NextWhy::InTransit { .. });
            let said_before = item.standing.in_transit.is_some_and(|transit| !plan.is_settled(transit.since));
            prop_assert!(!item.next.date().is_some_and(|next| about_money(next.why)) || said_before);
            prop_assert!(!matches!(item.reason, TodayReason::RowDue(_)));
        }
        prop_assert_eq!(items.len(), usize::from(open && (!paused || item.group == TodayGroup::Money)));
        if let TodayGroup::Waiting = item.group {
            prop_assert_eq!(item.due, item.next.day());
            prop_assert!(item.due.is_none_or(|due| due > day));
        }
        for language in [Language::English, Language::Chinese] {
            prop_assert!(!reason(&item, day, language).is_empty());
            let none = language.text().deal.no_next;
            prop_assert_eq!(next_line(item.next, day, language) == none, item.next == Next::Nothing);
        }
    }
}
