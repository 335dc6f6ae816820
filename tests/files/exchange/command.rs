//! `icebreak import` and `icebreak export` as scripts call them.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

use super::{EN, ZH};

fn icebreak(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_icebreak")).args(arguments).current_dir(folder).output().unwrap()
}

pub fn answered(folder: &Path, arguments: &[&str]) -> Value {
    let output = icebreak(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

pub fn refused(folder: &Path, arguments: &[&str], why: &str) {
    let output = icebreak(folder, arguments);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{arguments:?}");
    assert_eq!(error.lines().count(), 1, "{error}");
    assert!(error.contains(why), "{error}");
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("en.csv"), EN).unwrap();
    std::fs::write(folder.path().join("zh.csv"), ZH).unwrap();
    folder
}

#[test]
fn imports_the_cases_and_again_unchanged() {
    let folder = folder();
    let at = folder.path();
    let skipped = json!([
        {"row": 9, "code": "amount", "why": "\"12,5,0\" is not an amount"},
    ]);
    let why = "\"2026-02-30\" is not a date for last_inbound; write YYYY-MM-DD";
    let date = json!({"row": 10, "column": "last_inbound", "code": "date", "why": why});
    let expected = |added: u32, unchanged: u32| {
        json!({"read": 9, "added": added, "updated": 0, "unchanged": unchanged, "skipped": skipped, "warnings": [date],
        "encoding": "utf-8", "sheet": null, "sheets_left": [], "header_row": 1})
    };
    let dry = answered(at, &["import", "en.csv", "--into", "deals.json", "--dry-run", "--json"]);
    assert_eq!(dry, expected(8, 0));
    assert!(!at.join("deals.json").exists());
    assert_eq!(answered(at, &["import", "en.csv", "--into", "deals.json", "--json"]), expected(8, 0));
    let before = std::fs::read(at.join("deals.json")).unwrap();
    assert_eq!(answered(at, &["import", "en.csv", "--into", "deals.json", "--json"]), expected(0, 8));
    assert_eq!(std::fs::read(at.join("deals.json")).unwrap(), before);
    assert_eq!(
        answered(at, &["import", "zh.csv", "--into", "deals.json", "--json"]),
        json!({"read": 3, "added": 3, "updated": 0, "unchanged": 0, "skipped": [], "warnings": [],
            "encoding": "gb18030", "sheet": null, "sheets_left": [], "header_row": 1})
    );
}

#[test]
fn exports_what_imports_again() {
    let folder = folder();
    let at = folder.path();
    answered(at, &["import", "en.csv", "--into", "deals.json", "--json"]);
    for out in ["out.csv", "out.xlsx", "OUT.XLSX"] {
        assert_eq!(answered(at, &["export", "deals.json", "--to", out, "--json"])["deals"], 8);
        let again = answered(at, &["import", out, "--into", "deals.json", "--json"]);
        assert_eq!((&again["unchanged"], &again["skipped"]), (&json!(8), &json!([])));
        let fresh = answered(at, &["import", out, "--into", &format!("{out}.json"), "--json"]);
        assert_eq!(fresh["added"], 8);
    }
    assert_eq!(
        answered(at, &["export", "deals.json", "--to", "one.csv", "--deal", "PI-2607", "--json"])["deals"],
        1
    );
}

#[test]
fn a_person_reads_what_happened() {
    let folder = folder();
    let output = icebreak(folder.path(), &["import", "en.csv", "--into", "deals.json"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("8 new") && text.contains("Row 9:") && text.contains("Row 10:"), "{text}");
}

#[test]
fn refuses_in_one_line_and_changes_nothing() {
    let folder = folder();
    let at = folder.path();
    std::fs::write(at.join("bad.csv"), "a,b\n1,2\n").unwrap();
    std::fs::write(at.join("pack.json"), "{}").unwrap();
    std::fs::write(at.join("broken.json"), "{").unwrap();
    refused(at, &["import", "none.csv", "--into", "d.json", "--json"], "cannot be read");
    refused(at, &["import", "bad.csv", "--into", "d.json", "--json"], "no column is named \"buyer\"");
    refused(at, &["import", "pack.json", "--into", "d.json"], "not a packed deal");
    refused(at, &["import", "en.csv", "--into", "broken.json"], "broken.json");
    refused(at, &["import", "en.csv", "--into", "d.json", "--on", "tomorrow"], "--on");
    assert!(!at.join("d.json").exists());
    assert_eq!(std::fs::read(at.join("broken.json")).unwrap(), b"{");
    answered(at, &["import", "en.csv", "--into", "d.json", "--json"]);
    refused(at, &["export", "d.json", "--to", "en.csv"], "already there");
    assert_eq!(std::fs::read(at.join("en.csv")).unwrap(), EN);
    refused(at, &["export", "none.json", "--to", "o.csv"], "none.json");
    refused(at, &["export", "d.json", "--to", "o.pdf", "--deal", "PI-2607"], "no payment plan");
    refused(at, &["export", "d.json", "--to", "o.docx"], "no known format");
    refused(at, &["export", "d.json", "--to", "o.csv", "--deal", "Al Noor Trading LLC"], "2 deals fit");
    refused(at, &["export", "d.json", "--to", "o.csv", "--deal", "nobody"], "no deal has this");
    assert_eq!(icebreak(at, &["import", "en.csv"]).status.code(), Some(2));
    assert_eq!(icebreak(at, &["export", "d.json"]).status.code(), Some(2));
}
