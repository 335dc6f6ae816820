//! Rows that wait for something that has no date yet.

use icebreak::domain::deposit::{Plan, ScheduleRow, Terms, TermsLine, TermsRows};
use icebreak::domain::money::Currency;

use super::{date, json, plan, usd};

/// Each row as its date (or `-`), amount and status.
fn check(flags: &str, expected: &[&str]) {
    let answer = json(&format!("--total 10000 --start 2026-01-31 --on 2026-03-01 {flags}"));
    let rows: Vec<String> = answer["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let text = |name: &str| row[name].as_str().unwrap_or("-").to_owned();
            format!("{} {} {}", text("due"), text("amount"), text("status"))
        })
        .collect();
    assert_eq!(rows, expected, "{flags}");
}

#[test]
fn a_row_gets_its_date_when_the_milestone_does() {
    let lines = "--line 30%@+0d --line 70%@bl-copy+7d";
    check(lines, &["2026-01-31 3000.00 overdue", "- 7000.00 upcoming"]);
    let dated = format!("{lines} --milestone bl-copy=2026-02-20");
    check(&dated, &["2026-01-31 3000.00 overdue", "2026-02-27 7000.00 overdue"]);
    let by_rule = "--line 30%@bl-copy --line 70%@bl-copy+30d/eom --milestone bl-copy=2026-03-01";
    check(by_rule, &["2026-03-01 3000.00 due", "2026-03-31 7000.00 upcoming"]);
}

#[test]
fn a_row_without_a_date_is_filled_last() {
    let lines = "--line 20%@arrival --line 30%@+3m --line 50%@+0d";
    check(
        &format!("{lines} --paid 2026-02-01=8500"),
        &["- 2000.00 part-paid", "2026-04-30 3000.00 paid", "2026-01-31 5000.00 paid"],
    );
}

#[test]
fn a_row_that_is_due_before_one_above_it_is_found() {
    // The lines, and each row with the one above that is due later.
    let check = |lines: &[&str], expected: &[(u32, u32)]| {
        let lines = lines.iter().map(|line| TermsLine::read(line, Currency::USD).unwrap()).collect();
        let plan = Plan::new(Terms::new(usd("9000"), date("2026-11-30"), TermsRows::Lines(lines)));
        let schedule = plan.schedule().unwrap();
        let later = |row: &ScheduleRow| Some((row.n, schedule.later_above(row)?.n));
        assert_eq!(schedule.rows().iter().filter_map(later).collect::<Vec<_>>(), expected);
    };
    check(&["100%@+0d"], &[]);
    check(&["30%@+0d", "30%@+0d", "rest@+30d"], &[]);
    check(&["30%@+1m", "30%@+0d", "rest@+2m"], &[(2, 1)]);
    check(&["30%@2026-12-20", "30%@2026-12-10", "rest@2026-12-01"], &[(2, 1), (3, 2)]);
    // What has no date is neither early nor late.
    check(&["30%@+0d", "rest@bl-copy"], &[]);
    check(&["30%@bl-copy", "rest@+0d"], &[]);
    check(&["30%@+1m", "30%@bl-copy", "rest@+0d"], &[(3, 1)]);
}

#[test]
fn an_unknown_milestone_is_refused() {
    for flags in
        ["--line 100%@lunch", "--line 100%@bl-copy+x", "--line 100%@bl-copy --milestone lunch=2026-01-01"]
    {
        let refused = plan(&format!("--total 100 {flags}"));
        assert_eq!(refused.status.code(), Some(1), "{flags}");
    }
}
