//! What every payment did, and where a plan stands.

use icebreak::domain::deposit::{Payment, Plan, PlanProgress, Terms, TermsLine, TermsRows};
use icebreak::domain::money::Currency;
use icebreak::domain::names::Named as _;

use super::{date, usd};

/// 30.00 on 1 January, 70.00 on 1 February.
fn plan(payments: &[(&str, &str)], tolerance: &str) -> Plan {
    let lines = ["30@+0d", "rest@+1m"].map(|line| TermsLine::read(line, Currency::USD).unwrap());
    let mut plan = Plan::new(Terms::new(usd("100"), date("2026-01-01"), TermsRows::Lines(lines.to_vec())));
    plan.payments = payments.iter().map(|(on, money)| Payment::new(date(on), usd(money))).collect();
    plan.tolerance = Some(usd(tolerance));
    plan
}

/// Each receipt by date: which payment, what went where, what was short or over.
fn check_receipts(payments: &[(&str, &str)], tolerance: &str, expected: &[&str]) {
    let settled = plan(payments, tolerance).settled(date("2026-12-31")).unwrap();
    let receipts: Vec<String> = settled
        .receipts
        .iter()
        .map(|receipt| {
            let parts: Vec<String> =
                receipt.parts.iter().map(|(n, money)| format!("row {n} {money}")).collect();
            let short =
                receipt.short.map(|(n, money)| format!(", row {n} short {money}")).unwrap_or_default();
            format!("#{} {}{short}, over {}", receipt.payment, parts.join(" "), receipt.over)
        })
        .collect();
    assert_eq!(receipts, expected, "{payments:?}");
}

#[test]
fn a_receipt_says_where_the_money_went() {
    check_receipts(&[("2026-01-01", "10")], "0", &["#0 row 1 10.00, over 0.00"]);
    check_receipts(&[("2026-01-01", "50")], "0", &["#0 row 1 30.00 row 2 20.00, over 0.00"]);
    check_receipts(&[("2026-01-01", "28")], "2", &["#0 row 1 28.00, row 1 short 2.00, over 0.00"]);
    // The earlier date counts first, whatever the order of entry.
    check_receipts(
        &[("2026-02-01", "70"), ("2026-01-01", "30")],
        "0",
        &["#1 row 1 30.00, over 0.00", "#0 row 2 70.00, over 0.00"],
    );
    // What is over first makes up for the fees that were accepted.
    check_receipts(
        &[("2026-01-01", "28"), ("2026-02-01", "75")],
        "2",
        &["#0 row 1 28.00, row 1 short 2.00, over 0.00", "#1 row 2 70.00 row 1 2.00, over 3.00"],
    );
    // A payment that has not come yet leaves the others their places.
    check_receipts(&[("2027-01-01", "70"), ("2026-01-01", "30")], "0", &["#1 row 1 30.00, over 0.00"]);
    // Fees that were accepted elsewhere do not make a small part of a row the whole.
    check_receipts(&[("2026-01-01", "15")], "20", &["#0 row 1 15.00, over 0.00"]);
    check_receipts(&[("2026-01-01", "16")], "20", &["#0 row 1 16.00, row 1 short 14.00, over 0.00"]);
    check_receipts(&[("2026-01-01", "112.5")], "0", &["#0 row 1 30.00 row 2 70.00, over 12.50"]);
    check_receipts(
        &[("2026-01-01", "100"), ("2026-01-02", "5")],
        "0",
        &["#0 row 1 30.00 row 2 70.00, over 0.00", "#1 , over 5.00"],
    );
}

fn check_standing(payments: &[(&str, &str)], announced: &str, on: &str, expected: &str) {
    let settled = plan(payments, "2").settled(date(on)).unwrap();
    let announced = (announced != "-").then(|| usd(announced));
    let standing = PlanProgress::of(&settled, usd("100"), announced, date(on)).unwrap();
    let next = standing.next.map_or_else(|| "-".to_owned(), |(n, _, open)| format!("{n} {open}"));
    let said = format!(
        "{}: received {} {}%, transit {} {:?}, open {}, overdue {} {}d, forgone {}, next {next}",
        standing.progress.name(),
        standing.received,
        standing.ratio,
        standing.in_transit,
        standing.rows_in_transit,
        standing.open,
        standing.overdue,
        standing.days_overdue,
        standing.forgone,
    );
    assert_eq!(said, expected, "{payments:?} on {on}");
}

#[test]
fn a_plan_stands_somewhere_on_every_day() {
    check_standing(
        &[],
        "-",
        "2025-12-31",
        "not-started: received 0.00 0.00%, transit 0.00 [], open 100.00, overdue 0.00 0d, forgone 0.00, next 1 30.00",
    );
    check_standing(
        &[],
        "-",
        "2026-01-01",
        "due: received 0.00 0.00%, transit 0.00 [], open 100.00, overdue 0.00 0d, forgone 0.00, next 1 30.00",
    );
    check_standing(
        &[],
        "-",
        "2026-01-13",
        "overdue: received 0.00 0.00%, transit 0.00 [], open 100.00, overdue 30.00 12d, forgone 0.00, next 1 30.00",
    );
    check_standing(
        &[],
        "30",
        "2026-01-13",
        "in-transit: received 0.00 0.00%, transit 30.00 [1], open 100.00, overdue 30.00 12d, forgone 0.00, next 1 30.00",
    );
    // Less than what is late does not excuse the rest.
    check_standing(
        &[],
        "20",
        "2026-01-13",
        "overdue: received 0.00 0.00%, transit 20.00 [1], open 100.00, overdue 30.00 12d, forgone 0.00, next 1 30.00",
    );
    check_standing(
        &[("2026-01-01", "28")],
        "31",
        "2026-01-13",
        "in-transit: received 28.00 28.00%, transit 31.00 [2], open 70.00, overdue 0.00 0d, forgone 2.00, next 2 70.00",
    );
    check_standing(
        &[("2026-01-01", "40")],
        "-",
        "2026-02-02",
        "overdue: received 40.00 40.00%, transit 0.00 [], open 60.00, overdue 60.00 1d, forgone 0.00, next 2 60.00",
    );
    check_standing(
        &[("2026-01-01", "120")],
        "40",
        "2026-02-02",
        "settled: received 120.00 120.00%, transit 0.00 [], open 0.00, overdue 0.00 0d, forgone 0.00, next -",
    );
}

#[test]
fn only_what_is_nearly_paid_is_short_by_fees() {
    let fees = |paid: &str| {
        let settled = plan(&[("2026-01-01", paid)], "0").settled(date("2026-01-01")).unwrap();
        settled.rows[0].likely_fees().map(|fees| fees.to_string())
    };
    assert_eq!(fees("29.10").as_deref(), Some("0.90"));
    assert_eq!(fees("29.09"), None);
    assert_eq!(fees("30"), None);
}

/// A payment is taken back after terms were changed: what it closed is open again.
#[test]
fn a_payment_that_was_a_mistake_closes_nothing() {
    let check = |payments: &[(&str, &str)], mistake: usize, expected: &str| {
        let paid = plan(payments, "2");
        let terms = Terms { total: usd("130"), ..paid.terms.clone() };
        let changed = paid.with_terms(terms, date("2026-12-31")).unwrap();
        let (plan, _) = changed.without_payment(mistake).unwrap();
        let rows = plan.status(date("2026-12-31")).unwrap();
        let rows: Vec<String> = rows
            .iter()
            .map(|row| {
                format!(
                    "{} {} {}{}",
                    row.row.amount,
                    row.paid,
                    row.status.name(),
                    if row.row.kept { " kept" } else { "" }
                )
            })
            .collect();
        assert_eq!(rows.join(", "), expected, "{payments:?} without {mistake}");
    };
    check(&[("2026-01-01", "30")], 0, "30.00 0.00 overdue, 100.00 0.00 overdue");
    check(&[("2026-01-01", "28"), ("2026-02-01", "70")], 1, "30.00 28.00 paid kept, 100.00 0.00 overdue");
    check(&[("2026-01-01", "28"), ("2026-02-01", "70")], 0, "30.00 30.00 paid kept, 100.00 40.00 overdue");
    assert!(plan(&[("2026-01-01", "30")], "0").without_payment(1).is_none());
}
