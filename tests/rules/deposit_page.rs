//! What the deposit page hands on: recorded payments, Today's open row, and plans as text and files.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;

use chrono::{NaiveDate, WeekdaySet};
use icebreak::domain::deal::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use icebreak::domain::deal::{Deal, DealId, Stage};
use icebreak::domain::deposit::last_true_day;
use icebreak::domain::deposit::{
    Deadline, DepositShare, DepositTerms, Help, Label, LateRemedy, Means, Milestone, Payment, Plan,
    PlanRefused, Production, Receipts, Shipping, Ships, Start, Terms, TermsRows, read_count, suggested_plan,
};
use icebreak::domain::document::Document;
use icebreak::domain::edit::{Edit, Field, PerformedEdit, Rejected, apply};
use icebreak::domain::history::{History, UndoStep};
use icebreak::domain::message::PlanFacts;
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::today::turn::Standing;
use icebreak::domain::today::unpaid_row_due;
use icebreak::text::Language;
use icebreak::text::window::deposit::refused;

fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn usd(amount: &str) -> Money {
    Money::parse_plain(amount, Currency::USD).unwrap()
}

/// USD 12,400.02 of 41,333.40 in three monthly parts from 18 October.
fn plan() -> Plan {
    let mut terms = DepositTerms::new(DepositShare::read("30%", Currency::USD).unwrap());
    terms.parts = read_count("3").unwrap();
    Plan::new(Terms::new(usd("41333.40"), on("2026-10-18"), TermsRows::Deposit(terms)))
}

fn deal(plan: Option<Plan>) -> Deal {
    let mut deal = Deal::new(DealId::new("casa"), "Casa Verde");
    deal.stage = Stage::Deposit.into();
    deal.plan = plan;
    deal
}

fn document(deal: Deal) -> Document {
    Document { deals: [(deal.id.clone(), Arc::new(deal))].into_iter().collect(), ..Document::default() }
}

fn paid(date: &str, amount: &str) -> Edit {
    let mut payment = Payment::new(on(date), usd(amount));
    payment.reference = "SWIFT 77".to_owned();
    Edit::RecordPayment { deal: DealId::new("casa"), payment }
}

#[test]
fn a_recorded_payment_counts_and_is_told_and_goes_in_one_step() {
    let mut history = History::new(document(deal(Some(plan()))));
    let before = history.current().clone();
    history.edit(paid("2026-10-17", "4133.34"), UndoStep::Own).unwrap();
    let after = history.current().deal(&DealId::new("casa")).unwrap();
    let told = after.story.last().unwrap();
    assert!(told.kind.is(TouchKind::Arrived));
    assert_eq!((told.money, told.note.as_str()), (Some(usd("4133.34")), "SWIFT 77"));
    let kept = after.plan.as_ref().unwrap().payments.clone();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].reference, "SWIFT 77");
    assert_eq!(history.undo(), Some(PerformedEdit::Logged(TouchKind::Arrived)));
    assert_eq!(*history.current(), before);
    assert_eq!(history.undo(), None, "one step");

    let no_plan = document(deal(None));
    assert_eq!(apply(&no_plan, &paid("2026-10-17", "1")).unwrap_err(), Rejected::NoPlan);
}

#[test]
fn a_promise_is_open_again_when_the_payment_was_a_mistake() {
    // What else the story tells, as `date kind`, and whether the promise of 10 October is open in the end.
    let check = |told: &[(&str, TouchKind)], expected: bool| {
        let mut deal = deal(Some(plan()));
        deal.promises.push(Promise {
            kind: PromiseKind::Payment.into(),
            by: on("2026-10-20"),
            made: on("2026-10-10"),
            state: PromiseState::Open.into(),
            note: String::new(),
            ours: false,
            extra: Default::default(),
        });
        deal.story.push(Touch::new(on("2026-10-10"), TouchKind::Promised));
        let id = deal.id.clone();
        let mut document = document(deal);
        for (date, kind) in told {
            let touch = Touch::new(on(date), *kind);
            document = apply(&document, &Edit::Log { deal: id.clone(), touch, promise: None }).unwrap();
        }
        document = apply(&document, &paid("2026-10-17", "4133.34")).unwrap();
        assert!(!document.deal(&id).unwrap().promises[0].state.is(PromiseState::Open));
        document = apply(&document, &Edit::RemovePayment { deal: id.clone(), index: 0 }).unwrap();
        let deal = document.deal(&id).unwrap();
        assert!(deal.story.iter().all(|touch| !touch.kind.is(TouchKind::Arrived)));
        assert_eq!(deal.promises[0].state.is(PromiseState::Open), expected, "{told:?}");
    };
    check(&[], true);
    check(&[("2026-10-12", TouchKind::Wrote)], true);
    check(&[("2026-10-12", TouchKind::Replied)], false);
    check(&[("2026-10-20", TouchKind::SaysPaid)], false);
    // What is entered late, of a day before the promise, does not end it.
    check(&[("2026-10-09", TouchKind::Replied)], true);
}

#[test]
fn money_that_arrived_for_the_plan_has_arrived() {
    assert!(!Standing::of(&deal(Some(plan()))).money_arrived());
    let one = plan().with_payment(Payment::new(on("2026-10-17"), usd("1")));
    assert!(Standing::of(&deal(Some(one))).money_arrived());
}

#[test]
fn the_oldest_open_row_is_due() {
    // Payments as `date amount`, the day, and the row: label part/parts amount due, overdue with a star.
    let check = |payments: &[(&str, &str)], day: &str, expected: Option<&str>| {
        let mut plan = plan();
        plan.payments = payments.iter().map(|(date, amount)| Payment::new(on(date), usd(amount))).collect();
        let found = unpaid_row_due(&deal(Some(plan)), on(day)).map(|row| {
            let label = match row.label {
                Label::Deposit => "deposit",
                Label::Balance => "balance",
                Label::Line => "line",
            };
            let late = if row.overdue { "*" } else { "" };
            format!("{label} {}/{} {} {}{late}", row.part, row.parts, row.amount, row.due)
        });
        assert_eq!(found.as_deref(), expected, "{payments:?} on {day}");
    };
    check(&[], "2026-10-17", None);
    check(&[], "2026-10-18", Some("deposit 1/3 4133.34 2026-10-18"));
    check(&[], "2026-11-22", Some("deposit 1/3 4133.34 2026-10-18*"));
    let first = [("2026-10-17", "4133.34")];
    check(&first, "2026-11-17", None);
    check(&first, "2026-11-22", Some("deposit 2/3 4133.34 2026-11-18*"));
    check(&[("2026-10-17", "5000")], "2026-11-22", Some("deposit 2/3 3266.68 2026-11-18*"));
    // A payment after the day has not happened yet.
    check(&[("2026-12-01", "12400.02")], "2026-11-22", Some("deposit 1/3 4133.34 2026-10-18*"));
    check(&[("2026-10-17", "12400.02")], "2027-01-17", None);
    check(&[("2026-10-17", "12400.02")], "2027-01-18", Some("balance 1/1 28933.38 2027-01-18"));
    check(&[("2026-10-17", "41333.40")], "2027-06-01", None);
    assert_eq!(unpaid_row_due(&deal(None), on("2026-11-22")), None);
}

#[test]
fn a_form_starts_from_what_was_agreed() {
    let check = |payment_terms: &str, share: &str| {
        let mut agreed = deal(None).agreed;
        agreed.currency = Some(Currency::EUR);
        agreed.amount = Some("30000".parse().unwrap());
        agreed.payment_terms = payment_terms.to_owned();
        let week = icebreak::domain::calendar::WorkWeek::default();
        // A Sunday: a week later is the Monday after.
        let plan = suggested_plan(&agreed, on("2026-11-22"), week.weekend).unwrap();
        assert_eq!(plan.terms.start, on("2026-11-30"));
        let TermsRows::Deposit(rows) = &plan.terms.rows else { panic!("a deposit") };
        assert_eq!((rows.deposit.to_string().as_str(), rows.parts.get()), (share, 3), "{payment_terms}");
        assert!(plan.schedule().is_ok());
    };
    check("", "30%");
    check("T/T 40/60", "40%");
    check("20 % deposit, 80 % T/T", "20%");
    check("net 60 days", "30%");
    check("2/10 net 30", "30%");
    check("25 / 75", "25%");
    check("100% T/T", "30%");
    // Whichever comes first, the deposit is the share that is called so.
    check("余款70%，定金30%", "30%");
    check("balance 70% T/T, deposit 30%", "30%");
    check("70% balance T/T and 30% deposit", "30%");
    check("尾款80%定金20%", "20%");
    check("定金25%余款75%", "25%");
    check("80%尾款，20%预付", "20%");
    check("Balance: 65 % T/T; advance payment: 35 %", "35%");
    check("余款70%付清", "30%");
    check("remaining 60% T/T", "40%");
    check("50% by T/T, 50% balance", "50%");
    check("rest 100%", "30%");
    check("33.5% deposit, rest by T/T later", "33.5%");
    assert_eq!(suggested_plan(&deal(None).agreed, on("2026-11-22"), WeekdaySet::EMPTY), None);
}

#[test]
fn a_form_starts_from_the_terms_that_the_deal_words() {
    let check = |payment_terms: &str, rows: &[&str], production: Option<&str>| {
        let mut agreed = deal(None).agreed;
        agreed.currency = Some(Currency::EUR);
        agreed.amount = Some("30000".parse().unwrap());
        agreed.payment_terms = payment_terms.to_owned();
        let plan = suggested_plan(&agreed, on("2026-11-22"), WeekdaySet::EMPTY).unwrap();
        let TermsRows::Lines(lines) = &plan.terms.rows else { panic!("{payment_terms}: lines") };
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        assert_eq!(lines, rows, "{payment_terms}");
        assert_eq!(plan.production_share.map(|share| share.to_string()).as_deref(), production);
        assert!(plan.schedule().is_ok());
    };
    check("20 % deposit, 80 % before shipment", &["20%@+0d", "80%@ready"], Some("20%"));
    check("50％预付，50％发货前付清", &["50%@+0d", "50%@ready"], Some("50%"));
    check("100% in advance", &["100%@+0d"], Some("100%"));
    check("LC at sight", &["100%@documents"], None);
}

#[test]
fn a_message_reads_the_deals_own_plan() {
    let mut with_plan = deal(Some(plan()));
    with_plan.agreed.ship_by = Some(on("2027-02-04"));
    with_plan.agreed.lead_time_days = Some(40);
    with_plan.agreed.shutdown_days = Some(0);
    with_plan.agreed.cut_off_days = Some(7);
    let facts = PlanFacts::of(&with_plan, &[], on("2026-11-22")).unwrap();
    assert_eq!((facts.rows.len(), facts.deposit_total), (4, Some(usd("12400.02"))));
    assert_eq!(facts.deadline, Some(Deadline::Kept(on("2026-12-19"))));
    assert_eq!((facts.open.len(), facts.received.len()), (4, 0));
    // A day that has passed is not named as a deadline.
    assert_eq!(PlanFacts::of(&with_plan, &[], on("2026-12-20")).unwrap().deadline, None);
    // Nor is one before which the plan does not ask for the whole deposit.
    with_plan.agreed.ship_by = Some(on("2027-01-31"));
    let missed = PlanFacts::of(&with_plan, &[], on("2026-11-22")).unwrap();
    assert_eq!(missed.deadline, Some(Deadline::Missed(on("2026-12-15"))));
    assert_eq!(PlanFacts::of(&deal(None), &[], on("2026-11-22")), None);
}

#[test]
fn a_moved_date_tells_from_where() {
    let mut terms = plan().terms;
    terms.shift = icebreak::domain::deposit::Shift::Next;
    let rows = terms.schedule().unwrap();
    let moved: Vec<_> = rows.rows().iter().map(|row| (row.due, row.moved_from)).collect();
    assert_eq!(moved[0], (Some(on("2026-10-19")), Some(on("2026-10-18"))));
    assert_eq!(moved[1], (Some(on("2026-11-18")), None));
}

#[test]
fn other_terms_keep_the_rows_closed_before_them() {
    let paid = plan().with_payment(Payment::new(on("2026-10-17"), usd("4133.34")));
    let closed = paid.closed_rows(on("2026-11-22"));
    assert_eq!(closed.len(), 1);
    // Terms that are refused while they are typed keep what was kept.
    let mut refused = Plan { kept: closed.clone(), ..paid };
    refused.terms.round = Some("0".parse().unwrap());
    assert!(refused.status(on("2026-11-22")).is_err());
    assert_eq!(refused.closed_rows(on("2026-11-22")), closed);
}

#[test]
fn a_refusal_says_what_to_do_in_both_languages() {
    let off = PlanRefused::SumDiffers { off: "-0.5".parse().unwrap(), total: usd("100") };
    assert_eq!(
        refused(&off, Language::English),
        "The lines are USD 0.50 short of the total of USD 100.00. Change one, or end with rest."
    );
    assert_eq!(
        refused(&off, Language::Chinese),
        "各行合计比总额 100.00 美元 少 0.50 美元。请修改，或以 rest 结尾。"
    );
}

#[test]
fn a_step_of_the_plan_can_be_taken_back() {
    let mut history = History::new(document(deal(None)));
    let change =
        |plan: Plan| Edit::Change { deal: DealId::new("casa"), field: Field::Plan(Some(Box::new(plan))) };
    history.edit(change(plan()), UndoStep::Own).unwrap();
    history.seal();
    history.edit(paid("2026-10-17", "4133.34"), UndoStep::Own).unwrap();
    assert_eq!(history.undo(), Some(PerformedEdit::Logged(TouchKind::Arrived)));
    assert_eq!(history.undo(), Some(PerformedEdit::ChangedPlan));
    assert_eq!(history.current().deal(&DealId::new("casa")).unwrap().plan, None);
}

/// The plan above, where production waits for all three parts and the goods ship 25 days later.
fn made_after_the_deposit() -> Plan {
    Plan { production_share: Some("30%".parse().unwrap()), ships_days_after: Some(25), ..plan() }
}

/// What the plan says without a deal.
fn own_days(plan: &Plan) -> Shipping<'static> {
    Shipping::of(Some(plan), None, &[])
}

fn production(plan: &Plan, shipping: Shipping<'_>, day: &str) -> Production {
    plan.production(shipping, Receipts::AsPaid { on: on(day) })
}

#[test]
fn production_starts_when_the_share_is_there() {
    let check = |plan: &Plan, day: &str, start: Start, ships: &str| {
        let production = production(plan, own_days(plan), day);
        let found = (production.start, production.ships.map(Ships::day));
        assert_eq!(found, (Some(start), Some(on(ships))), "on {day}");
    };
    let mut plan = made_after_the_deposit();
    check(&plan, "2026-10-01", Start::Due(on("2026-12-18")), "2027-01-12");
    check(&plan, "2026-12-18", Start::Due(on("2026-12-18")), "2027-01-12");
    let late = Start::Overdue { due: on("2026-12-18"), today: on("2027-01-05") };
    check(&plan, "2027-01-05", late, "2027-01-30");
    // All of it came early, with the bank's fees taken off.
    plan.payments = vec![Payment::new(on("2026-11-02"), usd("12380.02"))];
    check(&plan, "2027-01-05", late, "2027-01-30");
    plan.tolerance = Some(usd("20"));
    check(&plan, "2027-01-05", Start::Received(on("2026-11-02")), "2026-11-27");
    // Less than a row may be enough.
    plan.production_share = Some("5%".parse().unwrap());
    plan.payments =
        vec![Payment::new(on("2026-11-20"), usd("1000")), Payment::new(on("2026-11-03"), usd("1066.67"))];
    check(
        &plan,
        "2026-11-19",
        Start::Overdue { due: on("2026-10-18"), today: on("2026-11-19") },
        "2026-12-14",
    );
    check(&plan, "2026-11-20", Start::Received(on("2026-11-20")), "2026-12-15");
    // What the seller entered counts.
    plan.terms.milestones.insert(Milestone::ProductionStart, on("2026-11-25"));
    check(&plan, "2026-11-20", Start::Entered(on("2026-11-25")), "2026-12-20");
    plan.production_share = None;
    plan.terms.milestones.clear();
    assert_eq!(production(&plan, own_days(&plan), "2026-11-20"), Production::default());
}

#[test]
fn what_is_due_after_the_goods_have_shipped_is_known() {
    let after_shipment = |plan: &Plan, day: &str| {
        let rows = plan.status(on(day)).unwrap();
        production(plan, own_days(plan), day).open_after_shipment(plan, &rows)
    };
    // Ships on 12 January, the balance is due on the 18th.
    let mut plan = made_after_the_deposit();
    assert_eq!(after_shipment(&plan, "2026-10-01"), Some(usd("28933.38")));
    plan.ships_days_after = Some(31);
    assert_eq!(after_shipment(&plan, "2026-10-01"), None);
    plan.ships_days_after = Some(25);
    plan.payments = vec![Payment::new(on("2026-12-18"), usd("41000.00"))];
    assert_eq!(after_shipment(&plan, "2026-12-18"), Some(usd("333.40")));
    plan.terms.by = Means::LetterOfCredit;
    assert_eq!(after_shipment(&plan, "2026-12-18"), None);
}

#[test]
fn a_plan_that_misses_the_ship_date_says_by_how_much_and_what_helps() {
    let plan = made_after_the_deposit();
    let to = |ship_by: &str| Shipping { ship_by: Some(on(ship_by)), ..own_days(&plan) };
    let late = |plan: &Plan, shipping: Shipping<'_>, day: &str| {
        let production = production(plan, shipping, day);
        let late = production.late(shipping)?;
        Some((late.days, production.remedy(plan, &plan.schedule().unwrap(), shipping, on(day))))
    };
    // Ships on 12 January.
    assert_eq!(late(&plan, to("2027-01-12"), "2026-10-01"), None);
    assert_eq!(late(&plan, own_days(&plan), "2026-10-01"), None);
    let (start_by, smaller_share) = (on("2026-12-17"), Some("20.00".parse().unwrap()));
    let help = Help { earlier_start: true, smaller_share, fewer_parts: true };
    let payments = |help| Some((1, Some(LateRemedy::Payments { start_by, help })));
    assert_eq!(late(&plan, to("2027-01-11"), "2026-10-01"), payments(help));
    // It has begun: only the share and the parts are left; after the last day nothing is.
    let begun = Help { earlier_start: false, ..help };
    assert_eq!(late(&plan, to("2027-01-11"), "2026-10-18"), payments(begun));
    let other = Some((1, Some(LateRemedy::Other { start_by })));
    assert_eq!(late(&plan, to("2027-01-11"), "2026-12-18"), other);
    let paid = plan.with_payment(Payment::new(on("2026-12-18"), usd("12400.02")));
    assert_eq!(late(&paid, to("2027-01-11"), "2026-12-18"), other);
    // The days at the port count as they do for the last true day, even before all of its parts are known.
    let with_cut_off = Shipping { cut_off_days: Some(7), ..to("2027-01-14") };
    let Some((5, Some(LateRemedy::Payments { start_by, .. }))) = late(&plan, with_cut_off, "2026-10-01")
    else {
        panic!("five days late");
    };
    let known = Shipping { shutdown_days: Some(0), ..with_cut_off };
    assert_eq!((start_by, last_true_day(known).unwrap().date), (on("2026-12-13"), on("2026-12-13")));
    // A day of shipment that was entered is late or not, whenever production starts; no payment moves it.
    let mut shipped = plan.clone();
    shipped.terms.milestones.insert(Milestone::Shipment, on("2027-01-13"));
    assert_eq!(late(&shipped, to("2027-01-11"), "2026-10-01"), Some((2, None)));
    shipped.terms.milestones.insert(Milestone::Shipment, on("2027-01-11"));
    assert_eq!(late(&shipped, known, "2026-10-01"), None);
    let one_day = to("2027-01-11").late(on("2027-01-12")).unwrap();
    let remedy = LateRemedy::Payments { start_by: on("2026-12-17"), help };
    let said = |language| icebreak::text::window::deposit::late(&one_day, Some(&remedy), language);
    assert_eq!(
        said(Language::English),
        "Ships 1 day after the agreed ship-by date, Mon 11 Jan. To be in time, production has to start by Thu 17 Dec: \
         an earlier start, a smaller share before production (20% is due by then) or fewer parts would help."
    );
    assert!(said(Language::Chinese).contains("晚 1 天"));
}

#[test]
fn parts_that_nobody_can_pay_are_offered_in_whole_units() {
    let check = |total: &str, currency: &str, share: &str, expected: Option<[&str; 2]>| {
        let currency = Currency::from_code(currency).unwrap();
        let total = Money::parse_plain(total, currency).unwrap();
        let deposit = DepositTerms::new(DepositShare::read(share, currency).unwrap());
        let terms = Terms::new(total, on("2026-10-18"), TermsRows::Deposit(deposit));
        let amounts = terms.in_whole_units().map(|whole| {
            let rows = whole.schedule().unwrap();
            rows.rows().iter().map(|row| row.amount.to_string()).collect::<Vec<String>>()
        });
        let expected = expected.map(|rows| rows.map(str::to_owned).to_vec());
        assert_eq!(amounts, expected, "{total} {currency:?}");
    };
    check("10000001", "IDR", "33%", Some(["3300000.00", "6700001.00"]));
    check("1001", "HUF", "30%", Some(["300.00", "701.00"]));
    check("1001", "TWD", "30%", Some(["300.00", "701.00"]));
    // Nothing to round, nothing that rounding mends, and decimals that are paid.
    check("1000", "HUF", "30%", None);
    check("1000.50", "HUF", "30%", None);
    check("1001", "USD", "30%", None);
    check("1001", "JPY", "30%", None);
}
