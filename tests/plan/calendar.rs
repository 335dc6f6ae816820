//! `--calendar`: the holidays of countries from the command line.

use super::{json, plan, rows};

#[test]
fn dates_move_by_the_working_days_of_all_countries() {
    let check = |flags: &str, expected: &str| {
        let answer =
            json(&format!("--total 100 --start 2026-10-01 --line rest@2026-10-10 --shift next {flags}"));
        assert_eq!(rows(&answer), format!("{expected} 100.00"), "{flags}");
    };
    check("", "2026-10-12");
    check("--calendar CN", "2026-10-10");
    check("--calendar DE", "2026-10-12");
    check("--calendar CN,DE", "2026-10-12");
    check("--calendar CN --calendar JP", "2026-10-13");
    check("--calendar cn --closed 2026-10-10", "2026-10-12");
}

#[test]
fn what_is_not_sure_is_said() {
    let answer =
        json("--total 100 --start 2026-12-01 --line 50%@+0d --line 50%@2027-03-01 --calendar LK,CN,LK");
    let expected = serde_json::json!({
        "of": ["LK", "CN"],
        "expected": [{"country": "CN", "year": 2027}],
        "unknown": [{"country": "LK", "year": 2027}],
        "partial": [],
    });
    assert_eq!(answer["calendar"], expected);
    let partial = json("--total 100 --start 2026-12-01 --line rest@+0d --calendar AU,CN");
    let told = &partial["calendar"]["partial"];
    assert_eq!(told[0]["country"], "AU");
    assert!(told[0]["note"].as_str().unwrap().contains("King's Birthday"), "{told}");
    let plain = json("--total 100 --start 2026-12-01 --line rest@+0d");
    assert!(plain.get("calendar").is_none(), "without the flag nothing changes");
    let output = super::icebreak(&[
        "plan",
        "--total",
        "100",
        "--start",
        "2027-01-05",
        "--deposit",
        "100%",
        "--calendar",
        "CN,LK",
    ]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("CN 2027: holidays expected"), "{text}");
    assert!(text.contains("LK 2027: holidays not known"), "{text}");
}

#[test]
fn dates_are_moved_off_the_days_that_the_law_makes_up() {
    for (planned, due) in [("2027-02-06", "2027-02-11"), ("2027-05-01", "2027-05-05")] {
        let answer =
            json(&format!("--total 1000 --start {planned} --line 100%@+0d --shift next --calendar CN"));
        assert_eq!(rows(&answer), format!("{due} 1000.00"), "{planned}");
    }
}

#[test]
fn unknown_countries_are_refused() {
    for (flags, why) in [
        ("--calendar XX", "not ISO 3166"),
        ("--calendar=", "not ISO 3166"),
        ("--calendar CN,,DE", "not ISO 3166"),
        ("--calendar China", "not ISO 3166"),
        ("--calendar CN,RO", "the holidays of RO are not known"),
        ("--calendar CN --weekend sat,sun", "not together with --calendar"),
        ("--weekend noon", "not days of the week"),
    ] {
        let output = plan(&format!("--total 100 --start 2026-10-01 --deposit 30% {flags}"));
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{flags}: {error}");
        assert!(error.lines().count() == 1 && error.contains(why), "{flags}: {error}");
    }
}
