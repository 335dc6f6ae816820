//! A message about money says what the plan's ledger says, to the cent and the day, and asks for nothing that is paid.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Days, NaiveDate};
use icebreak::domain::calendar::WorkWeek;
use icebreak::domain::deal::{Deal, DealId, Stage};
use icebreak::domain::deposit::{DepositTerms, Line, Payment, Plan, Rows, Share, Status, Terms, read_count};
use icebreak::domain::message::{
    DiagnosisFacts, Facts, FieldId, Finding, MessageChannel, PlanFacts, Situation, Step, Strategy, suggest,
};
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::touch::{Touch, TouchKind};
use icebreak::text::Language;
use icebreak::text::message::{Choice, Draft, generate};
use proptest::prelude::{ProptestConfig, Strategy as _, prop, prop_assert, prop_oneof, proptest};
use rust_decimal::Decimal;

use crate::deals::{choice, combinations, day, rich};

fn usd(minor: i64) -> Money {
    Money::from_minor(minor, Currency::USD)
}

/// A deal with this plan, paid as given.
fn deal(rows: Rows, total: i64, start: &str, payments: &[(&str, i64)]) -> Deal {
    let mut deal = Deal::new(DealId::new("casa"), "Casa Verde");
    deal.product = "Bamboo flooring".into();
    deal.stage = Stage::Deposit.into();
    let mut plan = Plan::new(Terms::new(usd(total), day(start), rows));
    for (on, minor) in payments {
        plan.payments.push(Payment::new(day(on), usd(*minor)));
        let mut touch = Touch::new(day(on), TouchKind::Arrived);
        touch.money = Some(usd(*minor));
        deal.story.push(touch);
    }
    deal.plan = Some(plan);
    deal
}

fn in_three(share: &str) -> Rows {
    let mut rows = DepositTerms::new(Share::read(share, Currency::USD).unwrap());
    rows.parts = read_count("3").unwrap();
    Rows::Deposit(rows)
}

fn lines(lines: &[&str]) -> Rows {
    Rows::Lines(lines.iter().map(|line| Line::read(line, Currency::USD).unwrap()).collect())
}

fn with_facts<T>(deal: &Deal, on: NaiveDate, read: impl FnOnce(&Facts<'_>) -> T) -> T {
    let plan = PlanFacts::of(deal, &[], on);
    let (library, week) = (rich().library, WorkWeek::default());
    let diagnosis = DiagnosisFacts::default();
    read(&Facts { deal, library: &library, plan: plan.as_ref(), diagnosis: &diagnosis, week: &week, on })
}

fn draft(deal: &Deal, on: &str, choice: &Choice) -> Draft {
    with_facts(deal, day(on), |facts| generate(facts, choice).unwrap())
}

#[test]
fn a_deposit_strategy_follows_the_money() {
    let check = |deal: &Deal, on: &str, expected: [&str; 2]| {
        for strategy in [Strategy::TimeFrame, Strategy::ExplainDeposit, Strategy::OfferInstalments] {
            for (language, expected) in [Language::English, Language::Chinese].into_iter().zip(expected) {
                let draft = draft(deal, on, &choice(strategy, language));
                assert_eq!(draft.strategy, Strategy::Payment);
                assert!(draft.body.contains(expected), "{expected} is not in\n{}", draft.body);
                assert!(draft.may_be_copied(), "{:?}", draft.findings);
            }
        }
    };
    // One of three is paid, the second is late.
    let one = deal(in_three("30%"), 4_133_340, "2026-10-18", &[("2026-10-17", 413_334)]);
    check(
        &one,
        "2026-11-21",
        [
            "Thank you for USD 4,133.34, which reached us on 17 October. For your order of Bamboo flooring",
            "4,133.34 美元已于10月17日到账，谢谢。",
        ],
    );
    check(
        &one,
        "2026-11-21",
        [
            "USD 4,133.34 is open: deposit part 2 of 3, which was due on Wednesday, 18 November 2026.",
            "第 2/3 期预付款 4,133.34 美元原定2026年11月18日（周三）付款，目前尚未到账。",
        ],
    );
    // Of the second, some came as well: the rest is asked for.
    let mut some =
        deal(in_three("30%"), 4_133_340, "2026-10-18", &[("2026-10-17", 413_334), ("2026-11-19", 400_000)]);
    check(
        &some,
        "2026-11-21",
        ["USD 133.34 is open: the rest of deposit part 2 of 3,", "第 2/3 期预付款的剩余部分 133.34 美元"],
    );
    check(&some, "2026-11-21", ["that makes USD 8,133.34 so far.", "至此共收到 8,133.34 美元。"]);
    // What they say is on its way is not asked for again.
    let mut told = Touch::new(day("2026-11-20"), TouchKind::SaysPaid);
    told.money = Some(usd(13_334));
    some.story.push(told);
    check(
        &some,
        "2026-11-21",
        [
            "on 20 November that USD 133.34 for your order of Bamboo flooring is on its way.",
            "SWIFT 水单（MT103）",
        ],
    );
    // Nothing is late: the next one with its day, and what has none with its moment.
    let early = deal(in_three("30%"), 4_133_340, "2026-11-18", &[("2026-11-18", 413_334)]);
    check(
        &early,
        "2026-11-21",
        [
            "is USD 4,133.34, deposit part 2 of 3, by Friday, 18 December 2026.",
            "下一笔款项是第 2/3 期预付款 4,133.34 美元，最迟2026年12月18日（周五）付款。",
        ],
    );
    let waits =
        deal(lines(&["30%@+0d", "rest@bl-copy+7d"]), 100_000, "2026-11-18", &[("2026-11-18", 30_000)]);
    check(
        &waits,
        "2026-11-21",
        ["is USD 700.00, part 2 of 2, 7 days after copy of B/L.", "提单副本后 7 天付款"],
    );
    let paid = deal(lines(&["30%@+0d", "rest@+2d"]), 100_000, "2026-11-01", &[("2026-11-02", 100_000)]);
    check(
        &paid,
        "2026-11-21",
        [
            "With it everything for your order of Bamboo flooring is paid.",
            "Bamboo flooring 订单的款项已全部付清",
        ],
    );
}

#[test]
fn a_changed_plan_changes_the_message() {
    let before = deal(in_three("30%"), 4_133_340, "2026-11-30", &[]);
    let mut after = before.clone();
    after.plan.as_mut().unwrap().terms.rows = in_three("45%");
    let body =
        |deal: &Deal| draft(deal, "2026-11-21", &choice(Strategy::OfferInstalments, Language::English)).body;
    assert!(body(&before).contains("USD 4,133.34") && !body(&after).contains("USD 4,133.34"));
    assert!(body(&after).contains("USD 6,200.01"), "{}", body(&after));
}

#[test]
fn money_that_the_plan_does_not_know_blocks() {
    let check = |money: Option<i64>, booked: &[(&str, i64)], expected: Option<Option<i64>>| {
        let mut deal = deal(in_three("30%"), 4_133_340, "2026-11-30", booked);
        let mut touch = Touch::new(day("2026-11-20"), TouchKind::Arrived);
        touch.money = money.map(usd);
        deal.story.push(touch);
        let draft = draft(&deal, "2026-11-21", &choice(Strategy::ExplainDeposit, Language::English));
        let expected: Vec<Finding> =
            expected.into_iter().map(|money| Finding::NotBooked(money.map(usd))).collect();
        assert_eq!(draft.findings, expected, "{}", draft.body);
        assert_eq!(draft.may_be_copied(), expected.is_empty());
    };
    check(Some(413_334), &[], Some(Some(413_334)));
    check(None, &[], Some(None));
    check(None, &[("2026-11-20", 413_334)], None);
    check(Some(100), &[("2026-11-20", 413_334)], Some(Some(100)));
}

#[test]
fn a_plan_for_another_amount_and_one_that_misses_the_last_day_block() {
    let mut deal = deal(in_three("30%"), 4_133_340, "2026-11-30", &[]);
    deal.agreed.currency = Some(Currency::USD);
    deal.agreed.amount = Some("50000".parse().unwrap());
    let of = |deal: &Deal, strategy| draft(deal, "2026-11-21", &choice(strategy, Language::English));
    let differs = Finding::TotalDiffers { plan: usd(4_133_340), deal: usd(5_000_000) };
    assert_eq!(of(&deal, Strategy::OfferInstalments).findings, [differs]);
    deal.agreed.amount = Some("41333.40".parse().unwrap());
    assert_eq!(of(&deal, Strategy::OfferInstalments).findings, []);
    // Parts until 30 January, a ship date that needs all by 15 December.
    deal.agreed.ship_by = Some(day("2027-01-20"));
    deal.agreed.lead_time_days = Some(30);
    deal.agreed.shutdown_days = Some(0);
    deal.agreed.cut_off_days = Some(6);
    let late = of(&deal, Strategy::TimeFrame);
    assert_eq!(late.missing, [FieldId::LastTrueDay]);
    assert!(late.findings.contains(&Finding::PlanMissesLastDay(day("2026-12-15"))), "{:?}", late.findings);
    deal.plan.as_mut().unwrap().terms.rows =
        Rows::Deposit(DepositTerms::new(Share::read("30%", Currency::USD).unwrap()));
    assert!(of(&deal, Strategy::TimeFrame).body.contains("by Tuesday, 15 December 2026"));
}

#[test]
fn what_the_library_says_of_parts_fits_the_plan() {
    let check = |sentence: &str, rows: Rows, expected: bool| {
        let deal = deal(rows, 3_000_000, "2026-11-30", &[]);
        let mut library = rich().library;
        let entry = library.entries.iter_mut().find(|entry| entry.topic == "instalments").unwrap();
        entry.set_wording("en", sentence.to_owned());
        let plan = PlanFacts::of(&deal, &[], day("2026-11-21"));
        let (week, diagnosis) = (WorkWeek::default(), DiagnosisFacts::default());
        let facts = Facts {
            deal: &deal,
            library: &library,
            plan: plan.as_ref(),
            diagnosis: &diagnosis,
            week: &week,
            on: day("2026-11-21"),
        };
        let body = generate(&facts, &choice(Strategy::OfferInstalments, Language::English)).unwrap().body;
        assert_eq!(body.contains(sentence), expected, "{sentence}\n{body}");
    };
    let equal = "The deposit may come in three equal parts; the price stays the same.";
    check(equal, in_three("30%"), true);
    check(equal, lines(&["10%@+0d", "10%@+9d", "rest@+30d"]), false);
    check(equal, lines(&["10%@+0d", "10%@+9d", "10%@+19d", "rest@+30d"]), false);
    check("Pay in 3 instalments at no charge.", in_three("30%"), true);
    check("Pay in six instalments at no charge.", in_three("30%"), false);
    check("The price stays the same.", lines(&["10%@+0d", "rest@+30d"]), true);
}

#[test]
fn terms_in_words_stand_only_beside_a_plan_that_says_the_same() {
    let check = |words: &str, rows: Rows, expected: bool| {
        let mut deal = deal(rows, 3_000_000, "2026-11-30", &[]);
        deal.agreed.payment_terms = words.to_owned();
        let body = draft(&deal, "2026-11-21", &choice(Strategy::Recap, Language::English)).body;
        assert_eq!(body.contains(words), expected, "{words}\n{body}");
    };
    check("30/70 T/T", in_three("30%"), true);
    check("30/70 T/T", in_three("50%"), false);
    check("30 % deposit in three parts, 70 % before shipment", in_three("30%"), true);
    check("30 % deposit in six parts, 70 % before shipment", in_three("30%"), false);
    check("30/70 T/T", lines(&["30%@+0d", "70%@+30d"]), true);
    check("30/70 T/T", lines(&["20%@+0d", "80%@+30d"]), false);
    check("as usual", in_three("30%"), false);
}

#[test]
fn the_money_is_followed_before_anything_else_but_an_answer() {
    let check = |deal: &Deal, on: &str, expected: Strategy| {
        with_facts(deal, day(on), |facts| {
            assert_eq!(suggest(&Situation::of(facts, "en", 1, None)), expected);
        });
    };
    let unpaid = deal(in_three("30%"), 4_133_340, "2026-11-18", &[]);
    check(&unpaid, "2026-11-21", Strategy::ExplainDeposit);
    let mut paid = deal(in_three("30%"), 4_133_340, "2026-10-18", &[("2026-10-17", 413_334)]);
    check(&paid, "2026-10-18", Strategy::Payment);
    paid.story.push(Touch::new(day("2026-10-18"), TouchKind::Wrote));
    check(&paid, "2026-10-20", Strategy::Recap);
    check(&paid, "2026-11-21", Strategy::Payment);
    paid.story.push(Touch::new(day("2026-11-20"), TouchKind::SaysPaid));
    check(&paid, "2026-11-21", Strategy::Payment);
    paid.story.push(Touch::new(day("2026-11-21"), TouchKind::Replied));
    check(&paid, "2026-11-21", Strategy::Recap);
}

/// The numbers with two digits behind the point that are no percentage.
fn amounts_in(body: &str) -> BTreeSet<Decimal> {
    let mut found = BTreeSet::new();
    let mut rest = body;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let number = &rest[start..];
        let end = number.find(|c: char| !(c.is_ascii_digit() || ",.".contains(c))).unwrap_or(number.len());
        let text = number[..end].trim_end_matches([',', '.']);
        if text.contains('.') && !number[end..].starts_with('%') {
            found.insert(text.replace(',', "").parse().unwrap());
        }
        rest = &number[end..];
    }
    found
}

/// `30 November`, `Mon 30 Nov 2026`, `2026年11月30日`, with the year of `on` where none is written.
fn dates_in(body: &str, on: NaiveDate) -> BTreeSet<NaiveDate> {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let words: Vec<&str> =
        body.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut found = BTreeSet::new();
    for (place, word) in words.iter().enumerate().skip(1) {
        let month = months.iter().position(|month| word.starts_with(month) && word.is_ascii());
        if let (Some(month), Ok(day)) = (month, words[place - 1].parse::<u32>()) {
            let year = words.get(place + 1).and_then(|word| word.parse().ok()).filter(|year| *year > 1_999);
            found.insert(NaiveDate::from_ymd_opt(year.unwrap_or(on.year()), month as u32 + 1, day).unwrap());
        }
    }
    for (at, _) in body.match_indices('月') {
        let before: Vec<&str> = body[..at].rsplit(|c: char| !c.is_ascii_digit()).take(2).collect();
        let day = body[at + '月'.len_utf8()..].split('日').next().and_then(|day| day.parse().ok());
        let has_year = body[..at - before[0].len()].ends_with('年');
        let year = if has_year { before[1].parse().unwrap_or(0) } else { on.year() };
        if let (Ok(month), Some(day)) = (before[0].parse(), day) {
            let year = if has_year && year == 0 {
                let left = &body[..at - before[0].len() - '年'.len_utf8()];
                left[left.len() - 4..].parse().unwrap()
            } else {
                year
            };
            found.insert(NaiveDate::from_ymd_opt(year, month, day).unwrap());
        }
    }
    found
}

fn any_rows() -> impl proptest::strategy::Strategy<Value = Rows> {
    let deposit = (1_u32..=100, 1_u32..=4, 1_u32..=2).prop_map(|(percent, parts, balance)| {
        let mut rows = DepositTerms::new(Share::read(&format!("{percent}%"), Currency::USD).unwrap());
        rows.parts = read_count(&parts.to_string()).unwrap();
        rows.balance_parts = read_count(&if percent == 100 { 1 } else { balance }.to_string()).unwrap();
        Rows::Deposit(rows)
    });
    let free = prop::sample::select(vec![
        vec!["30%@+0d", "rest@bl-copy+7d"],
        vec!["10%@+0d", "40%@+10d", "rest@shipment"],
        vec!["rest@documents"],
        vec!["50%@+5d", "50%@+40d"],
        vec!["20%@+30d", "20%@+0d", "rest@+60d"],
    ])
    .prop_map(|written| lines(&written));
    prop_oneof![deposit, free]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every amount and date of any draft is one of the open rows, of the receipts or of what is on its way; before
    /// any money moved, of the plan.
    #[test]
    fn any_draft_equals_the_ledger(
        rows in any_rows(),
        total in 1_000_i64..9_000_000,
        payments in prop::collection::vec((0_u64..80, 1_u32..=120), 0..4),
        announced in prop::option::of(1_i64..500_000),
        after in 0_u64..160,
        ship_in in prop::option::of(20_u64..200),
        first in 0_usize..29,
    ) {
        let start = day("2026-10-20");
        let mut deal = deal(rows, total, "2026-10-20", &[]);
        let on = start + Days::new(after);
        let Ok(schedule) = deal.plan.as_ref().unwrap().schedule() else { return Ok(()) };
        for (place, (days, percent)) in payments.iter().enumerate() {
            let row = &schedule.rows()[place % schedule.rows().len()];
            let minor = (row.amount.minor() * i64::from(*percent) / 100).max(1);
            let came = start + Days::new(*days);
            deal.plan.as_mut().unwrap().payments.push(Payment::new(came, usd(minor)));
        }
        if let Some(minor) = announced {
            let mut touch = Touch::new(on, TouchKind::SaysPaid);
            touch.money = Some(usd(minor));
            deal.story.push(touch);
        }
        if let Some(days) = ship_in {
            deal.agreed.ship_by = Some(on + Days::new(days));
            deal.agreed.lead_time_days = Some(20);
            deal.agreed.shutdown_days = Some(0);
            deal.agreed.cut_off_days = Some(5);
        }
        let plan = deal.plan.clone().unwrap();
        let Ok(standing) = plan.status(on) else { return Ok(()) };
        let came: Vec<&Payment> = plan.payments.iter().filter(|payment| payment.on <= on).collect();
        let sum: i64 = came.iter().map(|payment| payment.money.minor()).sum();
        let moved = !came.is_empty() || announced.is_some();

        let open = || standing.iter().filter(|row| row.status != Status::Paid);
        let mut amounts: BTreeSet<Decimal> = open().map(|row| row.open().decimal()).collect();
        amounts.extend(came.iter().map(|payment| payment.money.decimal()));
        amounts.extend([usd(sum).decimal()].into_iter().chain(announced.map(|minor| usd(minor).decimal())));
        if !moved {
            let deposit = schedule.deposit();
            let balance = deposit.and_then(|deposit| usd(total).checked_sub(deposit));
            amounts.extend(deposit.into_iter().chain(balance).map(Money::decimal));
        }
        let mut dates: BTreeSet<NaiveDate> = open().filter_map(|row| row.row.due).collect();
        dates.extend(came.iter().map(|payment| payment.on));
        dates.insert(on);
        dates.extend(deal.agreed.ship_by.into_iter().chain(deal.agreed.ship_by.map(|day| day - Days::new(25))));
        let proposed = WorkWeek::default().day_after(WorkWeek::default().day_after(on));
        dates.insert(proposed);

        for choice in combinations().skip(first).step_by(29) {
            let draft = with_facts(&deal, on, |facts| generate(facts, &choice).unwrap());
            let body = &draft.body;
            for amount in amounts_in(body) {
                prop_assert!(amounts.contains(&amount), "{amount} is not of the ledger: {choice:?}\n{body}");
            }
            for date in dates_in(body, on) {
                prop_assert!(dates.contains(&date), "{date} is not of the ledger: {choice:?}\n{body}");
            }
            let gate = draft.findings.iter().find(|finding| matches!(finding.code(), "amount" | "date" | "not-booked"));
            prop_assert!(gate.is_none(), "{gate:?} {choice:?}\n{body}");
            prop_assert!(!(moved && draft.strategy.opens_the_deposit()));
            if draft.strategy == Strategy::Payment && choice.channel == MessageChannel::Email && announced.is_none() {
                check_asks(&draft, &standing, &came, choice.step);
            }
        }
    }
}

/// The last receipt is thanked for, and what is open first is named.
fn check_asks(
    draft: &Draft,
    standing: &[icebreak::domain::deposit::RowStatus],
    came: &[&Payment],
    step: Step,
) {
    let written = amounts_in(&draft.body);
    if let Some(last) = came.iter().max_by_key(|payment| payment.on) {
        assert!(written.contains(&last.money.decimal()), "{step:?}\n{}", draft.body);
    }
    let mut open: Vec<_> = standing.iter().filter(|row| row.status != Status::Paid).collect();
    open.sort_by_key(|row| (row.row.due.is_none(), row.row.due, row.row.n));
    match open.first() {
        Some(next) => assert!(written.contains(&next.open().decimal()), "{step:?}\n{}", draft.body),
        None => assert!(draft.body.contains("is paid") || draft.body.contains("付清"), "{}", draft.body),
    }
}
