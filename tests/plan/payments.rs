//! Payments: which rows they fill, what a tolerance closes, what changed terms leave alone.

use icebreak::domain::deposit::{
    DepositShare, DepositTerms, Payment, Plan, PlanRefused, Receipts, Status, Terms, TermsLine, TermsRows,
};
use icebreak::domain::money::{Currency, Percent};
use icebreak::domain::names::Named as _;

use super::{date, json, usd};
use crate::exposure::own_days;

/// Three rows: 2026-03-01 30.00, 2026-01-01 20.00, 2026-02-01 50.00.
const LINES: &str = "--total 100 --start 2026-01-01 --line 30@2026-03-01 --line 20@+0d --line rest@+1m";

fn check(flags: &str, expected: &str) {
    let answer = json(&format!("{LINES} {flags}"));
    let rows: Vec<String> = answer["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {}", row["paid"].as_str().unwrap(), row["status"].as_str().unwrap()))
        .collect();
    assert_eq!(rows.join(", "), expected, "{flags}");
}

#[test]
fn payments_fill_by_due_date() {
    check("--on 2025-12-31", "0.00 upcoming, 0.00 upcoming, 0.00 upcoming");
    check("--on 2026-01-01", "0.00 upcoming, 0.00 due, 0.00 upcoming");
    check("--on 2026-02-01", "0.00 upcoming, 0.00 overdue, 0.00 due");
    check("--on 2026-01-10 --paid 2026-01-10=25", "0.00 upcoming, 20.00 paid, 5.00 part-paid");
    check("--on 2026-02-01 --paid 2026-01-10=25", "0.00 upcoming, 20.00 paid, 5.00 due");
    check("--on 2026-02-02 --paid 2026-01-10=25", "0.00 upcoming, 20.00 paid, 5.00 overdue");
    check(
        "--on 2026-02-02 --paid 2026-02-02=25 --paid 2026-01-10=65",
        "20.00 part-paid, 20.00 paid, 50.00 paid",
    );
    check("--on 2027-01-01 --paid 2026-02-02=100", "30.00 paid, 20.00 paid, 50.00 paid");
}

#[test]
fn rows_due_on_one_day_fill_by_number() {
    let answer = json(
        "--total 100 --start 2026-01-03 --shift next --line 60@+0d --line rest@+2d --on 2026-01-04 --paid 2026-01-04=60",
    );
    assert_eq!(answer["rows"][0]["status"], "paid");
    assert_eq!(answer["rows"][1]["status"], "upcoming");
}

fn in_parts(total: &str, deposit: &str, parts: u32) -> Terms {
    let mut terms = DepositTerms::new(DepositShare::read(deposit, Currency::USD).unwrap());
    terms.parts = parts.try_into().unwrap();
    Terms::new(usd(total), date("2026-01-01"), TermsRows::Deposit(terms))
}

fn standing(plan: &Plan, on: &str) -> String {
    let rows = plan.status(date(on)).unwrap();
    let row = |row: &icebreak::domain::deposit::RowStatus| {
        let short = row.short.map(|short| format!(" short {short}")).unwrap_or_default();
        format!("{} {} {}{short}", row.row.amount, row.paid, row.status.name())
    };
    rows.iter().map(row).collect::<Vec<String>>().join(", ")
}

#[test]
fn bank_fees_within_the_tolerance_close_a_row() {
    let mut plan = Plan::new(in_parts("10000", "3000", 2));
    plan.payments = vec![Payment::new(date("2026-01-05"), usd("1475"))];
    assert_eq!(
        standing(&plan, "2026-01-10"),
        "1500.00 1475.00 overdue, 1500.00 0.00 upcoming, 7000.00 0.00 upcoming"
    );
    plan.tolerance = Some(usd("25"));
    assert_eq!(
        standing(&plan, "2026-01-10"),
        "1500.00 1475.00 paid short 25.00, 1500.00 0.00 upcoming, 7000.00 0.00 upcoming"
    );
    plan.tolerance = Some(usd("24.99"));
    assert!(standing(&plan, "2026-01-10").starts_with("1500.00 1475.00 overdue"));
    plan.tolerance = Some(usd("25"));
    plan.payments.push(Payment::new(date("2026-03-01"), usd("8525")));
    assert_eq!(
        standing(&plan, "2026-03-01"),
        "1500.00 1500.00 paid, 1500.00 1500.00 paid, 7000.00 7000.00 paid"
    );
    // A tolerance as large as a row does not close a row for which nothing came.
    plan.payments.truncate(1);
    plan.tolerance = Some(usd("5000"));
    assert_eq!(
        standing(&plan, "2026-01-10"),
        "1500.00 1475.00 paid short 25.00, 1500.00 0.00 upcoming, 7000.00 0.00 upcoming"
    );
}

#[test]
fn a_day_in_the_past_does_not_know_later_payments() {
    let mut plan = Plan::new(in_parts("100", "30", 1));
    plan.payments = vec![Payment::new(date("2026-01-05"), usd("30"))];
    assert_eq!(standing(&plan, "2026-01-04"), "30.00 0.00 overdue, 70.00 0.00 upcoming");
    assert_eq!(standing(&plan, "2026-01-05"), "30.00 30.00 paid, 70.00 0.00 upcoming");
    let closed = plan.status(date("2026-01-05")).unwrap();
    assert_eq!(closed[0].closed_on, Some(date("2026-01-05")));
    assert_eq!((closed[0].open(), closed[1].open()), (usd("0"), usd("70")));
}

#[test]
fn changed_terms_leave_closed_rows_alone() {
    let mut plan = Plan::new(in_parts("10000", "3000", 3));
    plan.payments = vec![Payment::new(date("2026-01-01"), usd("1200"))];
    let changed = plan.with_terms(in_parts("12000", "50%", 2), date("2026-01-15")).unwrap();
    assert_eq!(
        standing(&changed, "2026-01-15"),
        "1000.00 1000.00 paid, 5000.00 200.00 part-paid, 6000.00 0.00 upcoming"
    );
    let schedule = changed.schedule().unwrap();
    let dues: Vec<String> = schedule.rows().iter().map(|row| row.due.unwrap().to_string()).collect();
    assert_eq!(dues, ["2026-01-01", "2026-02-01", "2026-03-01"]);
    // A row paid early stays first, also where the new rows are due before it.
    let mut early = Plan::new(in_parts("100", "50", 1));
    early.payments = vec![Payment::new(date("2025-12-01"), usd("50"))];
    let mut terms = in_parts("100", "20", 1);
    terms.start = date("2025-12-15");
    let changed = early.with_terms(terms, date("2025-12-02")).unwrap();
    assert_eq!(standing(&changed, "2025-12-02"), "50.00 50.00 paid, 50.00 0.00 upcoming");
    let smaller = plan.with_terms(in_parts("1100", "50%", 2), date("2026-01-15")).unwrap();
    assert_eq!(smaller.settled(date("2026-01-15")).unwrap().over(), Some(usd("100")));
    let too_small = plan.with_terms(in_parts("900", "50%", 2), date("2026-01-15")).unwrap();
    assert_eq!(standing(&too_small, "2026-01-15"), "900.00 900.00 paid");
    assert_eq!(too_small.settled(date("2026-01-15")).unwrap().over(), Some(usd("300")));
}

/// A higher total is not owed on a day before it was agreed.
#[test]
fn what_is_added_is_due_with_what_is_still_open() {
    let check = |terms: Terms, paid: &[&str], total: &str, expected: &str| {
        let mut plan = Plan::new(terms);
        plan.payments = paid.iter().map(|money| Payment::new(date("2026-03-03"), usd(money))).collect();
        let terms = Terms { total: usd(total), ..plan.terms.clone() };
        let changed = plan.with_terms(terms, date("2026-03-10")).unwrap();
        let rows = changed.status(date("2026-03-10")).unwrap();
        let rows: Vec<String> = rows
            .iter()
            .map(|row| format!("{} {} {}", row.row.due.unwrap(), row.row.amount, row.status.name()))
            .collect();
        assert_eq!(rows.join(", "), expected, "{paid:?} of {total}");
    };
    // Parts of one deposit: shared by those that are open.
    check(
        in_parts("500", "100%", 5),
        &["300", "20"],
        "600",
        "2026-01-01 100.00 paid, 2026-02-01 100.00 paid, 2026-03-01 100.00 paid, \
         2026-04-01 150.00 part-paid, 2026-05-01 150.00 upcoming",
    );
    // Less than one part more: the parts stay nearly equal.
    check(
        in_parts("500", "100%", 5),
        &["300"],
        "500.01",
        "2026-01-01 100.00 paid, 2026-02-01 100.00 paid, 2026-03-01 100.00 paid, \
         2026-04-01 100.00 upcoming, 2026-05-01 100.01 upcoming",
    );
    // A deposit that is paid: with the balance, which was due before anyway.
    check(in_parts("100", "30%", 1), &["30"], "200", "2026-01-01 30.00 paid, 2026-02-01 170.00 overdue");
    // Nothing is open any more: the day of the last payment is all that is known.
    check(in_parts("100", "100%", 1), &["100"], "120", "2026-01-01 100.00 paid, 2026-01-01 20.00 overdue");
    // Less than before: the oldest open rows go first.
    check(
        in_parts("500", "100%", 5),
        &["300"],
        "300",
        "2026-01-01 100.00 paid, 2026-02-01 100.00 paid, 2026-03-01 100.00 paid",
    );
    check(
        in_parts("500", "100%", 5),
        &["300"],
        "400",
        "2026-01-01 100.00 paid, 2026-02-01 100.00 paid, 2026-03-01 100.00 paid, \
         2026-04-01 20.00 upcoming, 2026-05-01 80.00 upcoming",
    );
}

#[test]
fn production_starts_with_the_row_that_reaches_the_share() {
    let lines = ["30@2026-03-01", "20@+0d", "rest@+1m"];
    let lines = lines.map(|line| TermsLine::read(line, Currency::USD).unwrap()).to_vec();
    let mut plan = Plan::new(Terms::new(usd("100"), date("2026-01-01"), TermsRows::Lines(lines)));
    let mut start = |share: &str| {
        plan.production_share = Some(share.parse::<Percent>().unwrap());
        plan.ships_days_after = Some(25);
        let production = plan.production(own_days(&plan), Receipts::AsPlanned);
        (production.start.unwrap().day().to_string(), production.ships.unwrap().day().to_string())
    };
    let pair = |start: &str, ships: &str| (start.to_owned(), ships.to_owned());
    assert_eq!(start("20%"), pair("2026-01-01", "2026-01-26"));
    assert_eq!(start("20.000001%"), pair("2026-01-01", "2026-01-26"), "no cent is split");
    assert_eq!(start("20.01%"), pair("2026-02-01", "2026-02-26"));
    assert_eq!(start("70%"), pair("2026-02-01", "2026-02-26"));
    assert_eq!(start("100%"), pair("2026-03-01", "2026-03-26"));
    // What the page shows as 6.67% is 6.67%; 6.68% is more.
    let thirds = TermsRows::Deposit(DepositTerms {
        parts: 3.try_into().unwrap(),
        ..DepositTerms::new(DepositShare::Percent("20%".parse().unwrap()))
    });
    let starts = |share: &str| {
        let mut plan = Plan::new(Terms::new(usd("1000"), date("2026-01-01"), thirds.clone()));
        plan.production_share = share.parse().ok();
        (plan.schedule().unwrap().rows()[0].share.to_string(), plan.start(Receipts::AsPlanned).unwrap().day())
    };
    assert_eq!(starts("6.67%"), ("6.67".to_owned(), date("2026-01-01")));
    assert_eq!(starts("6.68%").1, date("2026-02-01"));
    // A deposit that is rounded to a round sum is the deposit, and so is a part of it that is not.
    let rounded = |total: &str, share: &str, parts: u32, step: u32, production: &str| {
        let mut plan = Plan::new(Terms { round: Some(step.into()), ..in_parts(total, share, parts) });
        plan.production_share = production.parse().ok();
        plan.start(Receipts::AsPlanned).unwrap().day()
    };
    assert_eq!(rounded("41333.40", "30%", 1, 10, "30%"), date("2026-01-01"));
    assert_eq!(rounded("50000", "30.9%", 1, 1_000, "30.9%"), date("2026-01-01"));
    assert_eq!(rounded("50000", "30%", 6, 1_000, "5%"), date("2026-01-01"));
    assert_eq!(rounded("50000", "30%", 6, 1_000, "30%"), date("2026-06-01"));
    plan.ships_days_after = None;
    assert_eq!(plan.production(own_days(&plan), Receipts::AsPlanned).ships, None);
}

#[test]
fn payments_of_other_currencies_are_refused() {
    let schedule = in_parts("100", "30", 1).schedule().unwrap();
    let euros = icebreak::domain::money::Money::parse_plain("5", Currency::EUR).unwrap();
    let on = date("2026-01-01");
    assert_eq!(
        schedule.status(on, &[Payment::new(on, euros)]),
        Err(PlanRefused::PaymentInOtherCurrency { on, payment: Currency::EUR, plan: Currency::USD })
    );
    assert!(schedule.status(on, &[]).unwrap().iter().all(|row| row.status != Status::Paid));
}
