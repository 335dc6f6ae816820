//! What is refused: exit 1, nothing on standard output, one line on standard error; 2 for wrong flags alone.

use icebreak::domain::deposit::{DepositShare, DepositTerms, PlanRefused, Terms, TermsLine, TermsRows};
use icebreak::domain::money::Currency;

use super::{date, icebreak, plan, usd};

/// `good` works; with each of the `bad` flags after it, it is refused.
fn refused(good: &str, bad: &[&str]) {
    assert_eq!(plan(good).status.code(), Some(0), "{good}");
    for flags in bad {
        exits(&format!("{good} {flags}"), 1);
    }
}

fn exits(flags: &str, code: i32) {
    let output = plan(flags);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{flags}: {error}");
    assert!(output.stdout.is_empty(), "{flags}");
    if code == 1 {
        assert!(error.starts_with("icebreak: ") && error.ends_with('\n'), "{flags}: {error:?}");
        assert_eq!(error.lines().count(), 1, "{flags}: {error:?}");
    }
}

#[test]
fn totals_and_currencies() {
    for total in ["0", "-1", "abc", "", "1e3", "1_000", "30,000", "1.005", "+5", "1.", ".5", "NaN", "１"] {
        exits(&format!("--total={total} --start 2026-01-01 --deposit 30%"), 1);
    }
    exits("--total 99999999999999999999 --deposit 30%", 1);
    exits("--total 99999999999999999999999999999999999999 --deposit 30%", 1);
    exits("--total 1.0 --currency JPY --deposit 100%", 1);
    exits("--total 1.0005 --currency KWD --deposit 100%", 1);
    for currency in ["QQQ", "XAU", "XXX", "XTS", "", "$", "-x"] {
        exits(&format!("--total 1 --deposit 100% --currency={currency}"), 1);
    }
}

#[test]
fn deposits_and_parts() {
    refused(
        "--total 100 --start 2026-01-01 --deposit 30%",
        &[
            "--parts 0",
            "--parts -1",
            "--parts 1.5",
            "--parts x",
            "--parts +2",
            "--parts 99999999999",
            "--parts 3001",
            "--balance-parts 0",
            "--balance-parts -3",
            "--balance-parts 7001",
            "--every 0d",
            "--every 1",
            "--every d",
            "--every -1d",
            "--every 1y",
            "--every 1.5m",
            "--odd middle",
            "--odd First",
            "--round 0",
            "--round -1",
            "--round x",
            "--round 0.001",
            "--round 100",
            "--shift sometimes",
            "--weekend mon,tue,wed,thu,fri,sat,sun",
            "--weekend caturday",
            "--weekend=",
            "--closed 2026-02-30",
            "--closed tomorrow",
            "--line 100%@+0d",
            "--total 5",
            "--deposit 5",
        ],
    );
    for deposit in [
        "0", "0%", "-5", "-5%", "101%", "100.01", "30 %", "30%%", "%", "rest", "33%left", "1e1%", "0.001",
        "0.001%",
    ] {
        let words = ["plan", "--json", "--total", "100", "--deposit", deposit];
        assert_eq!(icebreak(&words).status.code(), Some(1), "{deposit}");
    }
    exits("--total 100 --deposit 100% --balance-parts 2", 1);
    exits("--total 100 --deposit 95% --round 60", 1);
    exits("--total 99999999999 --deposit 50% --parts 100001", 1);
}

#[test]
fn lines() {
    let bad = [
        "50%@+2d",
        "99.999999999%@+0d",
        "100.000000000000000001%@+0d",
        "0@+0d",
        "50%@+2d --line 50.01@+2d",
        "rest@+0d --line rest@+1d",
        "rest@+0d --line 50%@+1d",
        "100@+0d --line rest@+1d",
        "100%@+0d --line rest@+1d",
        "70%@+0d --line 500@+1d --line rest@+2d",
        "101@+0d --line rest@+0d",
        "0%@+0d --line 100%@+0d",
        "-50%@+0d --line 150%@+0d",
        "0.001%@+0d --line rest@+0d",
        "100@+0d --line 50%left@+1d",
        "100%@+-30d",
        "100%@-30d",
        "100%@30d",
        "100%@+30",
        "100%@+30y",
        "100%@+d",
        "100%@+1.5d",
        "100%@",
        "100%",
        "@+0d",
        "100%@eom",
        "100%@eom+1",
        "100%@bom+1d",
        "100%@+1d/",
        "100%@+1d/0",
        "100%@+1d/32",
        "100%@+1d/5,",
        "100%@+1d/next-",
        "100%@+1d/next-0",
        "100%@+1d/next-32",
        "100%@+1d/next-5,10",
        "100%@+1d/eonm",
        "100%@+1d/15/eom",
        "100%@2026-01-01/eom",
        "100%@2026-02-29",
        "100%@2026-1-1",
        "100%@20260101",
        "100%@+99999999999d",
        "100%@+4294967295d",
        "100%@+4294967295m",
        "100%@+8000m/eom@",
        "100%@+3000000d",
        "100%@+1D",
        "100%@EOM+1d",
        "100%left@+0d@+1d",
        "50left@+0d --line rest@+0d",
        "REST@+0d",
        "33.333%@+0d --line 33.333%@+0d --line 33.333%@+0d",
    ];
    for line in bad {
        exits(&format!("--total 100 --start 2026-01-01 --line {line}"), 1);
    }
    // Rounding up leaves nothing for the last row, or takes more than there is.
    exits("--total 0.01 --start 2026-01-01 --line 50%@+0d --line 50%@+0d", 1);
    exits("--total 0.02 --start 2026-01-01 --line 25%@+0d --line 25%@+0d --line 25%@+0d --line 25%@+0d", 1);
    exits("--total 100 --start 2026-01-01 --round 100 --line 50%@+0d --line 50%@+0d", 1);
    exits("--total 100 --start 2026-01-01 --round 100 --line 49%@+0d --line 51%@+0d", 1);
    exits("--total 1 --start 9999-12-31 --line rest@+1d", 1);
    exits("--total 1 --start 9999-12-31 --line rest@eonm+0d", 1);
    exits("--total 1 --start 0000-01-01 --shift previous --line rest@+0d", 1);
    exits("--total 5000 --start 2026-01-01 --deposit 50% --parts 100000 --every 1m", 1);
}

#[test]
fn dates() {
    for start in [
        "2026-13-01",
        "2026-02-29",
        "26-01-01",
        "2026/01/01",
        "2026-1-1",
        "",
        "-999-01-01",
        "+2026-01-1",
        "today",
    ] {
        exits(&format!("--total 1 --deposit 100% --start={start}"), 1);
        exits(&format!("--total 1 --deposit 100% --on={start}"), 1);
    }
}

#[test]
fn payments() {
    refused(
        "--total 100 --start 2026-01-01 --deposit 30% --on 2026-03-01 --paid 2026-03-01=50",
        &[
            "--paid 2026-03-02=1",
            "--paid 2026-03-01=50.01",
            "--paid 2026-01-01=0",
            "--paid 2026-01-01=-5",
            "--paid 2026-01-01",
            "--paid =5",
            "--paid 2026-01-01=",
            "--paid 2026-01-01=1.001",
            "--paid 2026-1-1=1",
            "--paid 2026-01-01=5=5",
            "--paid 5",
            "--paid 2026-01-01=5%",
        ],
    );
}

#[test]
fn only_flags_are_usage_errors() {
    exits("", 2);
    exits("--total 100", 2);
    exits("--deposit 30%", 2);
    exits("--line rest@+0d", 2);
    exits("--total 100 --deposit 30% --tax 5", 2);
    exits("--total 100 --deposit 30% surplus", 2);
}

#[test]
fn a_refusal_carries_its_facts() {
    let refusal = |rows| Terms::new(usd("100"), date("2026-01-01"), rows).schedule().unwrap_err();
    let of_lines = |lines: &[&str]| {
        refusal(TermsRows::Lines(
            lines.iter().map(|line| TermsLine::read(line, Currency::USD).unwrap()).collect(),
        ))
    };
    let total = usd("100");
    let off = |text: &str| PlanRefused::SumDiffers { off: text.parse().unwrap(), total };
    assert_eq!(of_lines(&["33.3%@+0d", "33.3%@+1d", "33.3%@+2d"]), off("-0.1"));
    assert_eq!(of_lines(&["60@+0d", "60%left@+1d", "20%@+2d"]), off("4"));
    assert_eq!(of_lines(&["33.333333333%@+0d", "66.666666666%@+1d"]), off("-0.000000001"));
    assert_eq!(of_lines(&[]), PlanRefused::NoLines);
    assert_eq!(of_lines(&["rest@+0d", "rest@+0d"]), PlanRefused::RestNotLast { n: 1 });
    assert_eq!(of_lines(&["rest@+0d", "5@+0d"]), PlanRefused::RestNotLast { n: 1 });
    assert_eq!(of_lines(&["120@+0d", "rest@+0d"]), PlanRefused::BeyondTotal { sum: usd("120"), total });
    assert_eq!(of_lines(&["100%@+0d", "rest@+0d"]), PlanRefused::RowNotPositive { n: 2, amount: usd("0") });
    assert_eq!(of_lines(&["1%@+0d", "rest@+99999999d"]), PlanRefused::DateOutOfRange { n: 2 });
    let mut deposit = DepositTerms::new(DepositShare::read("100%", Currency::USD).unwrap());
    deposit.balance_parts = 2.try_into().unwrap();
    assert_eq!(refusal(TermsRows::Deposit(deposit)), PlanRefused::NothingLeft { balance_parts: 2 });
}
