//! `icebreak proofread`: its JSON, its lines for people, and what it refuses.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const TEXT: &str =
    "Dear Ms Schmidt,\n\nPI-2607 comes to EUR 31,000.00. When does the committee decide?\n\nLi Wei";

fn icebreak(arguments: &[&str], input: &str, folder: &Path) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_icebreak"))
        .args(arguments)
        .current_dir(folder)
        .env("XDG_DATA_HOME", folder)
        .env("HOME", folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    // A command that refuses may close its input unread.
    let _ = child.stdin.take().expect("its input").write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn sample() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let written = icebreak(&["sample", "s.json", "--on", "2026-11-21"], "", folder.path());
    assert_eq!(written.status.code(), Some(0));
    folder
}

#[test]
fn the_answer_names_what_differs_and_what_is_known() {
    let folder = sample();
    let ask = ["proofread", "s.json", "--deal", "PI-2607", "--on", "2026-11-21", "--text"];
    let given = icebreak(&[&ask[..], &[TEXT, "--json"]].concat(), "", folder.path());
    assert_eq!(given.status.code(), Some(0), "{}", String::from_utf8_lossy(&given.stderr));
    let json: Value = serde_json::from_slice(&given.stdout).expect("JSON");
    assert_eq!(json["language"], "en");
    assert_eq!(json["blocks"], true);
    let findings = json["findings"].as_array().expect("a list");
    assert_eq!(findings.len(), 1, "{json}");
    assert_eq!(findings[0]["code"], "amount");
    assert_eq!(findings[0]["quote"], "EUR 31,000.00");
    assert_eq!(findings[0]["expected"], "EUR 30,000.00");
    let known = json["known"].as_array().expect("a list");
    assert!(known.iter().any(|known| known["quote"] == "PI-2607" && known["field"] == "pi"), "{json}");

    let piped = icebreak(&[&ask[..], &["-", "--json"]].concat(), TEXT, folder.path());
    assert_eq!(piped.stdout, given.stdout);
    let told = icebreak(&[&ask[..], &[TEXT]].concat(), "", folder.path());
    let told = String::from_utf8(told.stdout).expect("UTF-8");
    assert!(told.starts_with("! amount: \"EUR 31,000.00\": ") && told.contains("EUR 30,000.00"), "{told}");
}

#[test]
fn what_makes_no_sense_is_refused_in_one_line() {
    let folder = sample();
    let ask = ["proofread", "s.json", "--deal", "PI-2607", "--text"];
    for rest in [
        &[""][..],
        &["-"],
        &[TEXT, "--lang", "english please"],
        &[TEXT, "--channel", "fax"],
        &[TEXT, "--on", "tomorrow"],
    ] {
        let refused = icebreak(&[&ask[..], rest].concat(), "", folder.path());
        let error = String::from_utf8(refused.stderr).expect("UTF-8");
        assert_eq!(refused.status.code(), Some(1), "{error}");
        assert!(refused.stdout.is_empty() && error.trim_end().lines().count() == 1, "{error}");
    }
    let nobody = icebreak(&["proofread", "s.json", "--deal", "PI-0000", "--text", TEXT], "", folder.path());
    assert_eq!(nobody.status.code(), Some(1));
    assert_eq!(icebreak(&["proofread", "s.json"], "", folder.path()).status.code(), Some(2));
}
