//! `icebreak export --to OUT.pdf`.

use std::path::Path;
use std::process::{Command, Output};

use icebreak::domain::document::Document;

fn icebreak(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_icebreak")).args(arguments).output().unwrap()
}

fn sample(folder: &Path) -> String {
    let file = folder.join("deals.json").display().to_string();
    assert!(icebreak(&["sample", &file]).status.success());
    file
}

#[test]
fn a_plan_is_exported_as_pdf() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample(folder.path());
    let out = folder.path().join("plan.pdf").display().to_string();
    let who = with_plan(&file);
    let made = icebreak(&["export", &file, "--deal", &who, "--to", &out, "--json"]);
    let said = String::from_utf8(made.stderr).unwrap();
    assert_eq!(made.status.code(), Some(0), "{said}");
    let answer: serde_json::Value = serde_json::from_slice(&made.stdout).unwrap();
    assert_eq!(answer["pages"], 1);
    assert_eq!(answer["other_bank"], false);
    let bytes = std::fs::read(&out).unwrap();
    assert_eq!(lopdf::Document::load_mem(&bytes).unwrap().get_pages().len(), 1);
    // Never over another file.
    let again = icebreak(&["export", &file, "--deal", &who, "--to", &out]);
    assert_eq!(again.status.code(), Some(1));
    assert_eq!(std::fs::read(&out).unwrap(), bytes);
}

#[test]
fn it_says_whose_plan_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample(folder.path());
    let out = folder.path().join("plan.pdf").display().to_string();
    let refused = |arguments: &[&str], expected: &str| {
        let made = icebreak(arguments);
        let said = String::from_utf8(made.stderr).unwrap();
        assert_eq!((made.status.code(), made.stdout.len()), (Some(1), 0), "{said}");
        assert!(said.contains(expected) && said.trim_end().lines().count() == 1, "{said}");
        assert!(!Path::new(&out).exists());
    };
    refused(&["export", &file, "--to", &out], "--deal WHO");
    let without =
        document(&file).deals.values().find(|deal| deal.plan.is_none()).unwrap().id.as_str().to_owned();
    refused(&["export", &file, "--deal", &without, "--to", &out], "set the terms on the deal's Deposit page");
}

fn document(file: &str) -> Document {
    let json: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let inner = json.get("document").cloned().unwrap_or(json);
    serde_json::from_value(inner).unwrap()
}

fn with_plan(file: &str) -> String {
    document(file).deals.values().find(|deal| deal.plan.is_some()).unwrap().id.as_str().to_owned()
}
