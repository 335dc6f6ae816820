//! What every command has in common: answers that are lost, values that make no sense, buyers named whole.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;
use std::process::{Command, Output, Stdio};

use chrono::{Days, Local};
use serde_json::Value;

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_icebreak"));
    command.args(arguments).current_dir(folder).env("HOME", folder).env("XDG_DATA_HOME", folder);
    command
}

fn icebreak(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

fn refused(folder: &Path, arguments: &[&str], why: &str) {
    let output = icebreak(folder, arguments);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{arguments:?}: {error}");
    assert_eq!(error.lines().count(), 1, "{arguments:?}: {error}");
    assert!(error.contains(why), "{arguments:?}: {error}");
}

/// A folder with the sample in `s.json`.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert!(icebreak(folder.path(), &["sample", "s.json"]).status.success());
    folder
}

#[cfg(target_os = "linux")]
fn full() -> Stdio {
    std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap().into()
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_a_failure() {
    let folder = folder();
    let at = folder.path();
    std::fs::write(at.join("in.csv"), "buyer\nAcme\n").unwrap();
    let check = |arguments: &[&str], says: &str| {
        let output = command(at, arguments).stdout(full()).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {error}");
        assert_eq!(error.lines().count(), 1, "{arguments:?}: {error}");
        assert!(error.contains("cannot be written") && error.contains(says), "{error}");
        assert_eq!(error.contains("itself was written"), !says.is_empty(), "{error}");
    };
    check(&["today", "s.json"], "");
    check(&["check", "s.json", "--json"], "");
    check(&["draft", "--list"], "");
    check(&["plan", "--total", "100", "--deposit", "30%"], "");
    check(&["--help"], "");
    check(&["--version"], "");
    check(&["export", "s.json", "--to", "out.csv"], "out.csv itself was written");
    check(&["import", "in.csv", "--into", "new.json"], "new.json itself was written");
    check(&["import", "in.csv", "--into", "dry.json", "--dry-run"], "");
    check(&["sample", "two.json"], "two.json itself was written");
    assert!(at.join("out.csv").exists() && !at.join("dry.json").exists());
    assert!(icebreak(at, &["check", "new.json"]).status.success());
}

#[cfg(target_os = "linux")]
#[test]
fn with_nowhere_to_complain_the_code_still_tells() {
    let folder = folder();
    let check = |arguments: &[&str], code| {
        let status = command(folder.path(), arguments).stdout(full()).stderr(full()).status().unwrap();
        assert_eq!(status.code(), Some(code), "{arguments:?}");
    };
    check(&["check", "s.json"], 1);
    check(&["check", "none.json"], 1);
    check(&["check", "--colour"], 2);
    check(&["none.json"], 2);
}

#[cfg(unix)]
#[test]
fn a_reader_that_went_away_is_no_failure() {
    let folder = folder();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = command(folder.path(), &["today", "s.json"]).stdout(writer).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn values_that_look_like_flags_and_empty_paths_are_refused() {
    let folder = folder();
    let at = folder.path();
    for flag in ["--step", "--lang", "--tone", "--channel", "--strategy", "--on", "--set"] {
        refused(at, &["draft", "s.json", "--deal", "PI-2614", flag, "-1"], flag);
        refused(at, &["draft", "s.json", "--deal", "PI-2614", flag, "-x", flag, "-x", "--json"], flag);
    }
    refused(at, &["draft", "s.json", "--deal", "-5"], "--deal");
    refused(at, &["export", "s.json", "--to", "-x"], "-x");
    refused(at, &["export", "s.json", "--to", "o.csv", "--deal", "-x"], "--deal");
    std::fs::write(at.join("in.csv"), "buyer\nAcme\n").unwrap();
    refused(at, &["import", "in.csv", "--into", "q.json", "--on", "-1"], "--on");
    refused(at, &["import", "none.csv", "--into", "-q.json"], "none.csv");
    for arguments in [
        &["check", ""][..],
        &["today", ""],
        &["sample", ""],
        &["export", "s.json", "--to", ""],
        &["export", "", "--to", "o.csv"],
        &["import", "", "--into", "q.json"],
        &["import", "in.csv", "--into", ""],
        &["draft", "", "--deal", "PI-2614"],
        &[""],
    ] {
        refused(at, arguments, "is empty");
    }
    refused(at, &["check", "s.json", "--json", "--json"], "--json");
    refused(at, &["today", "s.json", "--on", "2026-01-01", "--on", "2026-01-01"], "--on");
    refused(at, &["export", "s.json", "--to", "a.csv", "--to", "b.csv"], "--to");
    assert!(!at.join("q.json").exists() && !at.join("a.csv").exists());
}

#[test]
fn a_field_takes_only_what_it_can_say() {
    let folder = folder();
    let at = folder.path();
    for setting in [
        "amount=abc",
        "amount=-5",
        "amount=0",
        "amount=12,5,0",
        "unit_price=-1",
        "unit_price=cheap",
        "deposit_share=200%",
        "deposit_share=0",
        "ship_by=2026-02-30",
        "valid_until=soon",
        "lead_time=-3",
        "lead_time=some",
        "warranty_years=1.5",
        "product=",
        "amount=",
        "sender=   ",
    ] {
        let name = setting.split('=').next().unwrap();
        refused(at, &["draft", "s.json", "--deal", "PI-2614", "--set", setting], name);
    }
    let twice = ["draft", "s.json", "--deal", "PI-2614", "--set", "product=A", "--set", "product=A"];
    refused(at, &twice, "given twice");
    let good =
        ["--set", "amount=SEK 241,000.00", "--set", "ship_by=2099-12-24", "--set", "unit_price=1205.125"];
    let all: Vec<&str> = ["draft", "s.json", "--deal", "PI-2614"].into_iter().chain(good).collect();
    assert!(icebreak(at, &all).status.success());
}

#[test]
fn a_buyer_is_named_whole() {
    let folder = folder();
    let check = |who: &str, found: bool| {
        let output = icebreak(folder.path(), &["draft", "s.json", "--deal", who]);
        assert_eq!(output.status.success(), found, "{who}: {}", String::from_utf8_lossy(&output.stderr));
    };
    for whole in ["Nordic Home AB", "nordic home ab", " NORDIC  HOMEAB ", "ＮＯＲＤＩＣ　Home AB", "pi-2614"]
    {
        check(whole, true);
    }
    for part in ["Nordic", "Nordic Home", "ordic Home A", "PI-26", "AB", " "] {
        check(part, false);
    }
}

/// The codes of the findings about a deal of the sample, so many days after it was written.
fn codes(folder: &Path, who: &str, days: u64, more: &[&str]) -> Vec<String> {
    let on = (Local::now().date_naive() + Days::new(days)).to_string();
    let mut arguments = vec!["draft", "s.json", "--deal", who, "--on", &on, "--json"];
    arguments.extend(more);
    let output = icebreak(folder, &arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = answer["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_draft_says_what_it_leaves_out() {
    let folder = folder();
    let at = folder.path();
    let today: Value = serde_json::from_slice(&icebreak(at, &["today", "s.json", "--json"]).stdout).unwrap();
    let named = |what: &str| -> String {
        let deals = today["deals"].as_array().unwrap();
        let deal = deals.iter().find(|deal| deal["why"].as_str().unwrap().contains(what)).unwrap();
        deal["id"].as_str().unwrap().to_owned()
    };
    // Money on its way is asked about; any other message says that it does not.
    let deal = named("ask for the SWIFT copy");
    assert!(!codes(at, &deal, 0, &[]).contains(&"money-in-transit".into()));
    let transit = codes(at, &deal, 0, &["--strategy", "recap"]);
    assert!(transit.contains(&"money-in-transit".into()) && !transit.contains(&"row-due".into()));
    let is_named = |strategy| !codes(at, "PI-2596", 0, &["--strategy", strategy]).contains(&"row-due".into());
    assert!(!is_named("recap") && is_named("offer-instalments"));
    let progress = named("tell them how the order is going");
    assert!(!codes(at, &progress, 0, &[]).contains(&"progress-due".into()));
    assert!(codes(at, &progress, 0, &["--strategy", "recap"]).contains(&"progress-due".into()));
    assert!(!codes(at, "PI-2614", 0, &[]).contains(&"expired".into()));
    assert!(codes(at, "PI-2614", 60, &[]).contains(&"expired".into()));
}

#[test]
fn a_difference_has_the_digits_of_its_currency() {
    let folder = tempfile::tempdir().unwrap();
    let check = |total: &str, currency: &str, line: &str, says: &str| {
        refused(folder.path(), &["plan", "--total", total, "--currency", currency, "--line", line], says);
    };
    check("1000", "USD", "50%@+0d", "by -500.00;");
    check("1000", "JPY", "50%@+0d", "by -500;");
    check("1000", "KWD", "50%@+0d", "by -500.000;");
    check("100", "USD", "99.999%@+0d", "by less than 0.01;");
}

#[test]
fn one_is_not_said_as_many() {
    let folder = folder();
    let at = folder.path();
    let says = |arguments: &[&str], expected: &str| {
        let output = icebreak(at, arguments);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && text.starts_with(expected), "{arguments:?}: {text}");
    };
    says(&["export", "s.json", "--deal", "PI-2614", "--to", "one.csv"], "wrote 1 deal to");
    std::fs::write(at.join("in.csv"), "buyer\nAcme\n").unwrap();
    says(&["import", "in.csv", "--into", "one.json"], "read 1 row: 1 new, 0 updated, 0 unchanged, 0 skipped");
    says(&["import", "one.csv", "--into", "one.json", "--dry-run"], "would read 1 row: ");
    std::fs::write(at.join("two.csv"), "buyer\nAcme\nOther\n").unwrap();
    says(&["import", "two.csv", "--into", "two.json"], "read 2 rows: 2 new, 0 updated");
    says(&["export", "two.json", "--to", "two-deals.csv"], "wrote 2 deals to");
}

#[test]
fn a_plan_that_is_not_kept_is_refused_with_what_to_do() {
    let folder = folder();
    let at = folder.path();
    std::fs::write(at.join("in.csv"), "buyer,currency,amount\nAcme,EUR,30000\n").unwrap();
    assert!(icebreak(at, &["import", "in.csv", "--into", "one.json"]).status.success());
    for out in ["x.pdf", "x.md", "x.ics", "x.plan.csv", "x.plan.xlsx"] {
        for why in [
            "Acme: no payment plan is kept",
            "open one.json in Icebreak, set the terms on the deal's Deposit page",
        ] {
            refused(at, &["export", "one.json", "--deal", "Acme", "--to", out], why);
        }
        assert!(!at.join(out).exists());
    }
}
