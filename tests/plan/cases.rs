//! What terms become: the shared cases, and one table for each rule.

use std::num::NonZeroU32;

use icebreak::domain::deposit::{DepositShare, DepositTerms, Shift, Terms, TermsLine, TermsRows};
use icebreak::domain::money::{Currency, Odd};
use icebreak::domain::names::Named as _;
use serde_json::Value;

use super::{date, icebreak, json, plan, rows, usd};

fn shared() -> Vec<Value> {
    let text = std::fs::read_to_string("tests/fixtures/plan.json").unwrap();
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(cases.len() >= 18);
    cases
}

fn words(case: &Value) -> Vec<&str> {
    case["args"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect()
}

fn expected(case: &Value) -> Option<String> {
    let pair = |row: &Value| format!("{} {}", row[0].as_str().unwrap(), row[1].as_str().unwrap());
    Some(case["rows"].as_array()?.iter().map(pair).collect::<Vec<String>>().join(", "))
}

#[test]
fn shared_cases_through_the_binary() {
    for case in shared() {
        let mut arguments = vec!["plan", "--json"];
        arguments.extend(words(&case));
        let output = icebreak(&arguments);
        match expected(&case) {
            Some(expected) => {
                let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
                assert_eq!(rows(&answer), expected, "{}", case["name"]);
            }
            None => assert_eq!(output.status.code(), Some(1), "{}", case["name"]),
        }
        assert_eq!(case["refused"].as_bool().unwrap(), !output.status.success(), "{}", case["name"]);
    }
}

#[test]
fn shared_cases_through_the_domain() {
    for case in shared() {
        let made = terms(&words(&case)).schedule().map(|schedule| {
            let row =
                |row: &icebreak::domain::deposit::ScheduleRow| format!("{} {}", row.due.unwrap(), row.amount);
            schedule.rows().iter().map(row).collect::<Vec<String>>().join(", ")
        });
        assert_eq!(made.ok(), expected(&case), "{}", case["name"]);
    }
}

/// The flags that the shared cases use, as terms.
fn terms(words: &[&str]) -> Terms {
    let all = |flag: &str| -> Vec<&str> {
        words.chunks(2).filter(|pair| pair[0] == flag).map(|pair| pair[1]).collect()
    };
    let one = |flag: &str| all(flag).first().copied();
    let count = |flag: &str| one(flag).map_or(NonZeroU32::MIN, |text| text.parse().unwrap());
    let rows = match one("--deposit") {
        Some(deposit) => TermsRows::Deposit(DepositTerms {
            parts: count("--parts"),
            balance_parts: count("--balance-parts"),
            odd: one("--odd").map_or(Odd::Last, |name| Odd::from_name(name).unwrap()),
            ..DepositTerms::new(DepositShare::read(deposit, Currency::USD).unwrap())
        }),
        None => TermsRows::Lines(
            all("--line").into_iter().map(|line| TermsLine::read(line, Currency::USD).unwrap()).collect(),
        ),
    };
    let mut terms = Terms::new(usd(one("--total").unwrap()), date(one("--start").unwrap()), rows);
    terms.shift = one("--shift").map_or(Shift::None, |name| Shift::from_name(name).unwrap());
    terms.week.closed = all("--closed").into_iter().map(date).collect();
    terms
}

fn check(flags: &str, expected: &str) {
    assert_eq!(rows(&json(flags)), expected, "{flags}");
}

#[test]
fn the_contract_s_own_example_word_for_word() {
    let output = plan(
        "--total 40001 --currency USD --start 2026-01-31 --deposit 10000 --parts 1 --balance-parts 2 --on 2026-01-01",
    );
    let row = |n, label, due, amount, share| {
        format!(
            r#"{{"n":{n},"label":"{label}","due":"{due}","amount":"{amount}","share":"{share}","paid":"0.00","status":"upcoming"}}"#
        )
    };
    let rows = [
        row(1, "deposit", "2026-01-31", "10000.00", "25.00"),
        row(2, "balance", "2026-02-28", "15000.50", "37.50"),
        row(3, "balance", "2026-03-31", "15000.50", "37.50"),
    ];
    let expected = format!(
        "{{\"currency\":\"USD\",\"total\":\"40001.00\",\"deposit\":\"10000.00\",\"rows\":[{}]}}\n",
        rows.join(",")
    );
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

#[test]
fn people_read_a_table() {
    let output = icebreak(
        &"plan --total 9 --start 2026-01-31 --line rest@+0d --on 2026-01-31".split(' ').collect::<Vec<_>>(),
    );
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "USD 9.00\nn  label  due         amount    share  paid  status\n1  line   2026-01-31    9.00  100.00%  0.00  due\n"
    );
}

#[test]
fn currencies_keep_their_digits() {
    check(
        "--total 1001 --currency jpy --start 2026-01-01 --deposit 50% --parts 2",
        "2026-01-01 250, 2026-02-01 251, 2026-03-01 500",
    );
    check(
        "--total 10.005 --currency KWD --start 2026-01-01 --line 50%@+0d --line rest@+1d",
        "2026-01-01 5.003, 2026-01-02 5.002",
    );
    check("--total 1.0001 --currency CLF --start 2026-01-01 --deposit 100%", "2026-01-01 1.0001");
    assert_eq!(json("--total 3 --start 2026-01-01 --deposit 1")["rows"][0]["share"], "33.33");
    assert_eq!(json("--total 3 --start 2026-01-01 --deposit 2")["rows"][0]["share"], "66.67");
    assert_eq!(json("--total 3 --start 2026-01-01 --line rest@+0d")["deposit"], Value::Null);
    assert_eq!(json("--total 3.21 --start 2026-01-01 --deposit 30%")["deposit"], "0.96");
}

#[test]
fn halves_round_up_and_only_once() {
    check("--total 0.25 --start 2026-01-01 --deposit 10%", "2026-01-01 0.03, 2026-02-01 0.22");
    check("--total 0.35 --start 2026-01-01 --deposit 10%", "2026-01-01 0.04, 2026-02-01 0.31");
    // 49.996 is below half of 100, though 50.00 is not.
    check(
        "--total 1000 --round 100 --start 2026-01-01 --deposit 14.9996%",
        "2026-01-01 100.00, 2026-02-01 900.00",
    );
    check(
        "--total 1000 --round 100 --start 2026-01-01 --deposit 15%",
        "2026-01-01 200.00, 2026-02-01 800.00",
    );
    check(
        "--total 1000 --round 0.05 --start 2026-01-01 --deposit 12.3456%",
        "2026-01-01 123.45, 2026-02-01 876.55",
    );
    check(
        "--total 1000 --round 100 --start 2026-01-01 --deposit 150",
        "2026-01-01 200.00, 2026-02-01 800.00",
    );
}

#[test]
fn steps_round_computed_lines_but_the_last() {
    let start = "--total 1234.56 --start 2026-01-01 --round 100";
    check(
        &format!("{start} --line 33%@+0d --line 200.05@+1d --line rest@+2d"),
        "2026-01-01 400.00, 2026-01-02 200.05, 2026-01-03 634.51",
    );
    check(&format!("{start} --line 50%@+0d --line 50%@+1d"), "2026-01-01 600.00, 2026-01-02 634.56");
    check(&format!("{start} --line 100%@+0d"), "2026-01-01 1234.56");
}

#[test]
fn shares_of_what_is_left_leave_out_all_fixed_lines() {
    let start = "--total 1000 --start 2026-01-01";
    check(
        &format!("{start} --line 50%left@+0d --line 400@+1d --line 50%left@+2d"),
        "2026-01-01 300.00, 2026-01-02 400.00, 2026-01-03 300.00",
    );
    check(
        &format!("{start} --line 33%left@+0d --line 100@+1d --line rest@+2d"),
        "2026-01-01 297.00, 2026-01-02 100.00, 2026-01-03 603.00",
    );
    // Without a rest: 26 % of 1000, 500, and 48 % of the 500 left make 1000.
    check(
        &format!("{start} --line 26%@+0d --line 500@+1d --line 48%left@+2d"),
        "2026-01-01 260.00, 2026-01-02 500.00, 2026-01-03 240.00",
    );
    check(&format!("{start} --line rest@+0d"), "2026-01-01 1000.00");
    // The last line absorbs the rounding, also a fixed one.
    check(
        "--total 0.05 --start 2026-01-01 --line 30%@+0d --line 30%@+1d --line 0.02@+2d",
        "2026-01-01 0.02, 2026-01-02 0.02, 2026-01-03 0.01",
    );
}

#[test]
fn odd_units_go_to_one_end_of_deposit_and_balance() {
    let start = "--total 10.09 --start 2026-01-01 --deposit 5 --parts 3 --balance-parts 4 --every 1d";
    let amounts = |flags: &str| {
        let answer = json(flags);
        let amounts = answer["rows"].as_array().unwrap().iter().map(|row| row["amount"].as_str().unwrap());
        amounts.map(str::to_owned).collect::<Vec<String>>().join(" ")
    };
    assert_eq!(amounts(start), "1.66 1.67 1.67 1.27 1.27 1.27 1.28");
    assert_eq!(amounts(&format!("{start} --odd first")), "1.67 1.67 1.66 1.28 1.27 1.27 1.27");
    assert_eq!(
        amounts("--total 0.05 --deposit 100% --parts 5 --start 2026-01-01"),
        "0.01 0.01 0.01 0.01 0.01"
    );
}

#[test]
fn intervals_are_anchored() {
    let start = "--total 4 --deposit 50% --parts 2 --balance-parts 2";
    check(
        &format!("{start} --start 2027-11-30 --every 3m"),
        "2027-11-30 1.00, 2028-02-29 1.00, 2028-05-30 1.00, 2028-08-30 1.00",
    );
    check(
        &format!("{start} --start 2026-02-28 --every 2w"),
        "2026-02-28 1.00, 2026-03-14 1.00, 2026-03-28 1.00, 2026-04-11 1.00",
    );
    check(
        &format!("{start} --start 2026-12-25 --every 10d"),
        "2026-12-25 1.00, 2027-01-04 1.00, 2027-01-14 1.00, 2027-01-24 1.00",
    );
    // A shift moves a row, never the ones after it.
    check(
        &format!("{start} --start 2026-01-31 --every 1m --shift next"),
        "2026-02-02 1.00, 2026-03-02 1.00, 2026-03-31 1.00, 2026-04-30 1.00",
    );
}

#[test]
fn due_rules() {
    let due = |start: &str, when: &str, expected: &str| {
        check(&format!("--total 1 --start {start} --line rest@{when}"), &format!("{expected} 1.00"));
    };
    due("2026-01-31", "+1m", "2026-02-28");
    due("2024-01-31", "+1m", "2024-02-29");
    due("2026-01-15", "eom+0d", "2026-01-31");
    due("2026-01-15", "eom+1m", "2026-02-28");
    due("2026-02-10", "eom+1m", "2026-03-28");
    due("2026-02-10", "eom+1m/eom", "2026-03-31");
    due("2026-01-31", "eonm+0d", "2026-02-28");
    due("2026-12-05", "eonm+1w", "2027-02-07");
    due("2026-01-15", "+0d/15", "2026-01-15");
    due("2026-01-16", "+0d/15", "2026-02-15");
    due("2026-01-04", "+0d/5,10", "2026-01-05");
    due("2026-01-05", "+1d/10,5", "2026-01-10");
    due("2026-12-11", "+0d/5,10", "2027-01-05");
    due("2026-02-28", "+0d/31", "2026-02-28");
    due("2026-02-10", "+0d/30,31", "2026-02-28");
    due("2026-01-30", "+0d/29,31", "2026-01-31");
    due("2026-01-31", "+0d/30", "2026-02-28");
    due("2026-01-09", "+0d/next-10", "2026-02-10");
    due("2026-12-31", "+0d/next-31", "2027-01-31");
    due("2026-01-31", "+0d/next-30", "2026-02-28");
    due("2026-01-31", "2030-05-06", "2030-05-06");
    due("2026-01-31", "+00d", "2026-01-31");
}

#[test]
fn shifts() {
    let due = |flags: &str, when: &str, expected: &str| {
        check(
            &format!("--total 1 --start 2026-01-01 --line rest@{when} {flags}"),
            &format!("{expected} 1.00"),
        );
    };
    due("--shift none", "2026-01-31", "2026-01-31");
    due("--shift next", "2026-01-31", "2026-02-02");
    due("--shift previous", "2026-01-31", "2026-01-30");
    due("--shift modified", "2026-01-31", "2026-01-30");
    due("--shift modified", "2026-01-24", "2026-01-26");
    due("--shift modified", "2027-12-31", "2027-12-31");
    due("--shift modified --closed 2027-12-31", "2027-12-31", "2027-12-30");
    due("--shift next --closed 2026-02-02 --closed 2026-02-03", "2026-01-31", "2026-02-04");
    due("--shift previous --closed 2026-01-30", "2026-02-01", "2026-01-29");
    due("--shift next --weekend fri,sat", "2026-01-30", "2026-02-01");
    due("--shift next --weekend sun", "2026-01-31", "2026-01-31");
    due("--shift next --weekend mon,tue,wed,thu,fri,sat", "2026-01-05", "2026-01-11");
    // The anchor stays: the end of January 2026 is a Saturday, two days later is a Monday.
    due("--shift next", "eom+2d", "2026-02-02");
}

#[test]
fn a_day_replaces_today() {
    check("--total 1 --deposit 100% --on 2026-05-06", "2026-05-06 1.00");
}
