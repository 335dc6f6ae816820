//! `icebreak draft` as scripts see it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use icebreak::domain::document::Document;
use serde_json::Value;

use crate::message::deals::{bare, rich};

fn icebreak(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_icebreak")).arg("draft").args(arguments).output().unwrap()
}

/// The rich and the bare deal in one document.
fn document(folder: &Path) -> PathBuf {
    let mut document = Document { library: Arc::new(rich().library), ..Document::default() };
    for world in [rich(), bare()] {
        document.deals.insert(world.deal.id.clone(), Arc::new(world.deal));
    }
    let file = folder.join("deals.icebreak.json");
    let text = icebreak::store::Encoder::default().encode(&document).unwrap();
    icebreak::store::create_new(&file, text.as_bytes()).unwrap();
    file
}

fn answer(arguments: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let file = document(folder.path());
    let all: Vec<&str> =
        [file.to_str().unwrap()].into_iter().chain(arguments.iter().copied()).chain(["--json"]).collect();
    let output = icebreak(&all);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_answer_has_the_keys_of_the_contract() {
    let found = answer(&["--deal", "PI-2607", "--strategy", "recap", "--on", "2026-11-21"]);
    let keys: Vec<&String> = found.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["subject", "body", "language", "strategy", "missing", "findings"]);
    assert_eq!(found["subject"], "PI-2607 LED panels 600×600");
    assert_eq!((&found["language"], &found["strategy"]), (&Value::from("en"), &Value::from("recap")));
    assert!(found["body"].as_str().unwrap().contains("EUR 30,000.00"));
    assert_eq!(
        (found["missing"].as_array().unwrap().len(), found["findings"].as_array().unwrap().len()),
        (0, 0)
    );
}

#[test]
fn fields_are_filled_and_never_expanded() {
    let found = answer(&[
        "--deal",
        "casa verde",
        "--strategy",
        "recap",
        "--set",
        "product={{ 7*7 }}",
        "--set",
        "sender=A=B",
    ]);
    let body = found["body"].as_str().unwrap();
    assert!(body.contains("{{ 7*7 }}") && body.contains("A=B"), "{body}");
    assert_eq!(found["missing"], serde_json::json!([]));
    let open = answer(&["--deal", "d2", "--strategy", "recap"]);
    assert_eq!(open["missing"], serde_json::json!(["product"]));
    assert!(open["body"].as_str().unwrap().contains("⟨product⟩"));
    assert_eq!(open["findings"][0]["code"], "missing");
}

#[test]
fn flags_choose_language_channel_tone_and_step() {
    let found = answer(&[
        "--deal",
        "d1",
        "--lang",
        "zh",
        "--channel",
        "chat",
        "--tone",
        "warm",
        "--step",
        "3",
        "--strategy",
        "pause",
    ]);
    assert_eq!((&found["language"], &found["subject"]), (&Value::from("zh"), &Value::from("")));
    assert!(found["body"].as_str().unwrap().contains("打扰"));
}

#[test]
fn list_needs_no_file() {
    let output = icebreak(&["--list", "--json"]);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        found["strategies"],
        serde_json::json!([
            "answer",
            "agreed",
            "promise",
            "payment",
            "progress",
            "new-channel",
            "expiring",
            "recap",
            "approval",
            "alternatives",
            "time-frame",
            "value",
            "data",
            "reference",
            "proof",
            "incentive",
            "trial-order",
            "explain-deposit",
            "deposit-worries",
            "benefits",
            "offer-instalments",
            "pause"
        ])
    );
    assert_eq!(found["languages"], serde_json::json!(["en", "zh"]));
    assert!(found["fields"].as_array().unwrap().contains(&Value::from("last_true_day")));
    assert!(icebreak(&["--list"]).status.success());
}

#[test]
fn what_makes_no_sense_is_refused_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = document(folder.path());
    let before = std::fs::read(&file).unwrap();
    for flags in [
        ["--strategy", "dance"],
        ["--lang", "tlh"],
        ["--tone", "rude"],
        ["--channel", "fax"],
        ["--step", "5"],
        ["--set", "colour=red"],
        ["--set", "product"],
        ["--on", "tomorrow"],
        ["--deal", "nobody"],
    ] {
        let mut all = vec![file.to_str().unwrap(), "--json"];
        if flags[0] != "--deal" {
            all.extend(["--deal", "d1"]);
        }
        all.extend(flags);
        let output = icebreak(&all);
        assert_eq!(output.status.code(), Some(1), "{flags:?}");
        assert!(output.stdout.is_empty(), "{flags:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 1, "{flags:?}");
    }
    assert_eq!(std::fs::read(&file).unwrap(), before);
    assert_eq!(icebreak(&[file.to_str().unwrap()]).status.code(), Some(2));
    assert_eq!(icebreak(&["missing.json", "--deal", "d1"]).status.code(), Some(1));
}
