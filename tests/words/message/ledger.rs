//! A message about money says what the plan's ledger says, to the cent and the day, and asks for nothing that is paid.

use chrono::NaiveDate;
use icebreak::domain::calendar::WorkWeek;
use icebreak::domain::deal::touch::{Touch, TouchKind};
use icebreak::domain::deal::{Deal, DealId, Stage};
use icebreak::domain::deposit::{
    DepositShare, DepositTerms, DepositWord, Payment, Plan, Terms, TermsLine, TermsRows, read_count,
};
use icebreak::domain::message::{
    DiagnosisFacts, DraftFinding, FieldId, MessageFacts, PlanFacts, Situation, Strategy, suggest,
};
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::names::Named as _;
use icebreak::domain::settings::Settings;
use icebreak::domain::today::reason_of;
use icebreak::text::Language;
use icebreak::text::buyer::drafts::{DraftChoice, MessageDraft, generate};

use crate::message::deals::{choice, day, rich};

pub fn usd(minor: i64) -> Money {
    Money::from_minor(minor, Currency::USD)
}

/// A deal with this plan, paid as given.
pub fn deal(rows: TermsRows, total: i64, start: &str, payments: &[(&str, i64)]) -> Deal {
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

fn in_three(share: &str) -> TermsRows {
    let mut rows = DepositTerms::new(DepositShare::read(share, Currency::USD).unwrap());
    rows.parts = read_count("3").unwrap();
    TermsRows::Deposit(rows)
}

pub fn lines(lines: &[&str]) -> TermsRows {
    TermsRows::Lines(lines.iter().map(|line| TermsLine::read(line, Currency::USD).unwrap()).collect())
}

pub fn with_facts<T>(deal: &Deal, on: NaiveDate, read: impl FnOnce(&MessageFacts<'_>) -> T) -> T {
    let plan = PlanFacts::of(deal, &[], on);
    let (library, week) = (rich().library, WorkWeek::default());
    let diagnosis = DiagnosisFacts::default();
    read(&MessageFacts {
        deal,
        library: &library,
        plan: plan.as_ref(),
        diagnosis: &diagnosis,
        week: &week,
        on,
    })
}

fn draft(deal: &Deal, on: &str, choice: &DraftChoice) -> MessageDraft {
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
        ["Received so far: USD 4,133.34, on 17 October.", "4,133.34 美元，于10月17日到账"],
    );
    check(
        &one,
        "2026-11-21",
        [
            "USD 4,133.34 has not reached us yet: deposit instalment 2 of 3, which was due on Wednesday, 18 November 2026.",
            "第 2 期预付款（共 3 期）4,133.34 美元原定2026年11月18日（周三）付款，目前还没有到账。",
        ],
    );
    // Of the second, some came as well: the rest is asked for.
    let mut some =
        deal(in_three("30%"), 4_133_340, "2026-10-18", &[("2026-10-17", 413_334), ("2026-11-19", 400_000)]);
    check(
        &some,
        "2026-11-21",
        [
            "USD 133.34 has not reached us yet: the remainder of deposit instalment 2 of 3,",
            "第 2 期预付款（共 3 期）的剩余部分 133.34 美元",
        ],
    );
    check(&some, "2026-11-21", ["Received so far: USD 8,133.34.", "8,133.34 美元"]);
    // What they say is on its way is not asked for again.
    let mut told = Touch::new(day("2026-11-20"), TouchKind::SaysPaid);
    told.money = Some(usd(13_334));
    some.story.push(told);
    check(
        &some,
        "2026-11-21",
        [
            "on 20 November that USD 133.34 for your order for bamboo flooring is on its way.",
            "SWIFT 水单（MT103）",
        ],
    );
    // Nothing is late: the next one with its day, and what has none with its moment.
    let early = deal(in_three("30%"), 4_133_340, "2026-11-18", &[("2026-11-18", 413_334)]);
    check(
        &early,
        "2026-11-21",
        [
            "is USD 4,133.34, deposit instalment 2 of 3, by Friday, 18 December 2026.",
            "下一笔是第 2 期预付款（共 3 期）4,133.34 美元，最迟2026年12月18日（周五）付款。",
        ],
    );
    let waits =
        deal(lines(&["30%@+0d", "rest@bl-copy+7d"]), 100_000, "2026-11-18", &[("2026-11-18", 30_000)]);
    check(
        &waits,
        "2026-11-21",
        [
            "is USD 700.00, instalment 2 of 2, 7 days after receipt of the copy of B/L.",
            "第 2 期货款（共 2 期）700.00 美元，收到提单副本后 7 天付款。",
        ],
    );
    let paid = deal(lines(&["30%@+0d", "rest@+2d"]), 100_000, "2026-11-01", &[("2026-11-02", 100_000)]);
    check(&paid, "2026-11-21", ["your order for bamboo flooring is now paid in full.", "全部付清"]);
}

#[test]
fn a_chinese_message_has_the_plans_own_word_for_the_deposit() {
    let mut deal = deal(in_three("30%"), 4_133_340, "2026-11-18", &[]);
    deal.agreed.ship_by = Some(day("2027-06-20"));
    deal.agreed.lead_time_days = Some(30);
    deal.agreed.shutdown_days = Some(0);
    deal.agreed.cut_off_days = Some(6);
    let check = |deal: &Deal, said: &str, other: &str| {
        for strategy in Strategy::members().filter(|strategy| strategy.opens_the_deposit()) {
            for language in [Language::Chinese, Language::English] {
                let body = draft(deal, "2026-11-17", &choice(strategy, language)).body;
                assert_eq!(body.contains(said), language == Language::Chinese, "{strategy:?}\n{body}");
                assert!(!body.contains(other), "{body}");
            }
        }
        let body = draft(deal, "2026-11-21", &choice(Strategy::Payment, Language::Chinese)).body;
        assert!(body.contains(&format!("第 1 期{said}（共 3 期）")), "{body}");
    };
    check(&deal, "预付款", "定金");
    deal.plan.as_mut().unwrap().paper.deposit_word = Some(DepositWord::Earnest.into());
    check(&deal, "定金", "预付款");
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
        let expected: Vec<DraftFinding> =
            expected.into_iter().map(|money| DraftFinding::NotBooked(money.map(usd))).collect();
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
    let differs = DraftFinding::TotalDiffers { plan: usd(4_133_340), deal: usd(5_000_000) };
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
    assert!(
        late.findings.contains(&DraftFinding::PlanMissesLastDay(day("2026-12-15"))),
        "{:?}",
        late.findings
    );
    deal.plan.as_mut().unwrap().terms.rows =
        TermsRows::Deposit(DepositTerms::new(DepositShare::read("30%", Currency::USD).unwrap()));
    assert!(of(&deal, Strategy::TimeFrame).body.contains("by Tuesday, 15 December 2026"));
}

#[test]
fn what_the_library_says_of_parts_fits_the_plan() {
    let check = |sentence: &str, rows: TermsRows, expected: bool| {
        let deal = deal(rows, 3_000_000, "2026-11-30", &[]);
        let mut library = rich().library;
        let entry = library.entries.iter_mut().find(|entry| entry.topic == "instalments").unwrap();
        entry.set_wording("en", sentence.to_owned());
        let plan = PlanFacts::of(&deal, &[], day("2026-11-21"));
        let (week, diagnosis) = (WorkWeek::default(), DiagnosisFacts::default());
        let facts = MessageFacts {
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
    check("The price stays the same.", in_three("30%"), true);
    // Without a deposit a sentence about deposits has no place.
    check("The price stays the same.", lines(&["10%@+0d", "rest@+30d"]), false);
}

#[test]
fn terms_in_words_stand_only_beside_a_plan_that_says_the_same() {
    let check = |words: &str, rows: TermsRows, expected: bool| {
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
            let reason = reason_of(deal, &Settings::default(), facts.week, facts.on);
            assert_eq!(suggest(&Situation::of(facts, "en", 1, None, reason)), expected);
        });
    };
    let unpaid = deal(in_three("30%"), 4_133_340, "2026-11-18", &[]);
    check(&unpaid, "2026-11-17", Strategy::ExplainDeposit);
    check(&unpaid, "2026-11-21", Strategy::Payment);
    let mut paid = deal(in_three("30%"), 4_133_340, "2026-10-18", &[("2026-10-17", 413_334)]);
    check(&paid, "2026-10-18", Strategy::Payment);
    paid.story.push(Touch::new(day("2026-10-18"), TouchKind::Wrote));
    check(&paid, "2026-10-20", Strategy::Recap);
    check(&paid, "2026-11-21", Strategy::Payment);
    paid.story.push(Touch::new(day("2026-11-20"), TouchKind::SaysPaid));
    check(&paid, "2026-11-21", Strategy::Payment);
    let mut replied = Touch::new(day("2026-11-21"), TouchKind::Replied);
    paid.story.push(replied.clone());
    check(&paid, "2026-11-21", Strategy::Answer);
    replied.note = "All agreed from our side.".into();
    paid.story.push(replied);
    check(&paid, "2026-11-21", Strategy::Agreed);
}
