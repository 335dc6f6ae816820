//! `icebreak diagnose` as scripts see it: the published figures, the shape of the JSON, every refusal.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may stop a test")]

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::{Value, json};

const CASES: &str = include_str!("../fixtures/diagnose.json");

fn icebreak(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_icebreak")).arg("diagnose").args(arguments).output().unwrap()
}

fn answer(arguments: &[&str]) -> Value {
    let output = icebreak(&[arguments, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[track_caller]
fn refused(arguments: &[&str], because: &str) {
    for form in [&["--json"][..], &[]] {
        let output = icebreak(&[arguments, form].concat());
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(
            said.contains(because),
            "{arguments:?} should be refused because of {because:?}, not: {said}"
        );
    }
}

struct File(tempfile::TempDir);

impl File {
    fn with(text: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("model.json"), text).unwrap();
        Self(folder)
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("model.json")
    }
}

fn published() -> Value {
    let cases: Value = serde_json::from_str(CASES).unwrap();
    let mut model = cases[1]["model"].clone();
    model["remedies"] = json!([{"id": "wait", "cause": "internal", "cost": 1}]);
    model
}

#[test]
fn the_published_cases_hold() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    for case in &cases {
        let file = File::with(case["model"].to_string());
        let mut arguments = vec!["--model".to_owned(), file.path().display().to_string()];
        for (question, answer) in case["answers"].as_object().unwrap() {
            arguments.extend(["--answer".into(), format!("{question}={}", answer.as_str().unwrap())]);
        }
        for (cause, count) in case["outcomes"].as_object().unwrap() {
            arguments.extend(["--outcome".into(), format!("{cause}={count}")]);
        }
        let out = answer(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        let close = |found: &Value, expected: &Value, tolerance: f64| {
            let (found, expected) = (found.as_f64().unwrap(), expected.as_f64().unwrap());
            assert!((found - expected).abs() <= tolerance, "{}: {found}, not {expected}", case["name"]);
        };
        let by_id = |list: &str, id: &str| {
            out[list].as_array().unwrap().iter().find(|entry| entry["id"] == id).unwrap().clone()
        };
        let expect = case["expect"].as_object().unwrap();
        for (key, expected) in expect {
            match key.as_str() {
                "entropy_bits" => close(&out[key], expected, 1e-6),
                "posterior" => expected
                    .as_object()
                    .unwrap()
                    .iter()
                    .for_each(|(id, expected)| close(&by_id("causes", id)["posterior"], expected, 1e-6)),
                "gain_bits" => {
                    expected.as_object().unwrap().iter().for_each(|(id, expected)| {
                        close(&by_id("questions", id)["gain_bits"], expected, 5e-4)
                    })
                }
                other => panic!("nothing checks {other}"),
            }
        }
    }
}

#[test]
fn the_json_has_the_contracts_fields_in_the_contracts_order() {
    let file = File::with(published().to_string());
    let path = file.path().display().to_string();
    let before = icebreak(&["--model", &path, "--json"]);
    let text = String::from_utf8(before.stdout).unwrap();
    assert_eq!(text.lines().count(), 1);
    let out: Value = serde_json::from_str(&text).unwrap();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        keys(&out),
        ["causes", "entropy_bits", "questions", "next", "because", "remedies", "expected_cost"]
    );
    assert_eq!(keys(&out["causes"][0]), ["id", "share", "posterior"]);
    assert_eq!(keys(&out["questions"][0]), ["id", "gain_bits", "value"]);
    assert_eq!(keys(&out["remedies"][0]), ["id", "score"]);
    assert_eq!((&out["next"], &out["because"]), (&json!("q1"), &json!([])));

    let after = answer(&["--model", &path, "--answer", "q1=yes"]);
    assert_eq!((&after["next"], &after["questions"]), (&Value::Null, &json!([])));
    let because = after["because"].as_array().unwrap();
    assert_eq!(keys(&because[0]), ["question", "answer", "cause", "bits"]);
    let causes: Vec<&str> = because.iter().map(|entry| entry["cause"].as_str().unwrap()).collect();
    assert_eq!(causes, ["internal", "concern", "offer", "other"]);
    assert!((because[0]["bits"].as_f64().unwrap() - 1.05514).abs() < 5e-6);

    let unknown = answer(&["--model", &path, "--answer", "q1=unknown"]);
    assert_eq!((&unknown["next"], &unknown["because"]), (&Value::Null, &json!([])));
    assert_eq!(unknown["causes"], out["causes"]);
}

#[test]
fn a_cause_that_is_ruled_out_has_null_bits() {
    let mut model = published();
    model["questions"][0]["answers"]["yes"]["offer"] = json!(0);
    model["questions"][0]["answers"]["no"]["offer"] = json!(1);
    let file = File::with(model.to_string());
    let out = answer(&["--model", &file.path().display().to_string(), "--answer", "q1=yes"]);
    assert_eq!(out["because"][2]["bits"], Value::Null);
    assert_eq!(out["causes"][2]["posterior"].as_f64(), Some(0.0));
}

#[test]
fn the_built_in_model_answers_programs_and_people() {
    let out = answer(&[
        "--answer",
        "who-decides=boss",
        "--outcome",
        "boss=3",
        "--outcome",
        "offer=1",
        "--strength",
        "10",
    ]);
    let shares: f64 =
        out["causes"].as_array().unwrap().iter().map(|cause| cause["share"].as_f64().unwrap()).sum();
    assert!((shares - 1.0).abs() < 1e-12);
    assert_eq!(out["causes"][1]["id"], "boss");
    assert_eq!(out["remedies"][0]["id"], "recap-for-boss");

    let person = icebreak(&["--answer", "who-decides=boss"]);
    assert_eq!(person.status.code(), Some(0));
    let text = String::from_utf8(person.stdout).unwrap();
    let first = text.lines().nth(1).unwrap();
    assert!(
        first.contains("most likely") && first.contains("Boss must approve") && first.contains(" %"),
        "{first}"
    );
    assert!(text.contains("Ask next: ") && text.contains("--answer asked-most=delivery"), "{text}");
    assert!(text.contains("1. Help your contact convince the boss."), "{text}");
}

#[test]
fn a_model_may_carry_more_than_we_read_and_a_byte_order_mark() {
    let mut model = published();
    model["tips"] = json!(["x"]);
    model["causes"][0]["group"] = json!(7);
    model["causes"][0]["source"] = json!("article");
    let file = File::with(format!("\u{feff}{model}"));
    assert_eq!(answer(&["--model", &file.path().display().to_string()])["next"], "q1");
}

#[test]
fn values_that_make_no_sense_are_refused() {
    refused(&["--answer", "who-decides"], "QUESTION=ANSWER");
    refused(&["--answer", ""], "QUESTION=ANSWER");
    refused(&["--answer", "-x=boss"], "no question \"-x\"");
    refused(&["--answer", "weather=unknown"], "no question \"weather\"");
    refused(&["--answer", "who-decides=me"], "it takes contact, boss, committee, unknown");
    refused(&["--answer", "who-decides=boss", "--answer", "who-decides=boss"], "twice");
    refused(&["--answer", "who-decides=boss", "--answer", "who-decides=unknown"], "twice");
    refused(&["--outcome", "boss"], "CAUSE=N");
    for count in ["", "-1", "1.5", "+1", "1e3", "many", "99999999999999999999999"] {
        refused(&["--outcome", &format!("boss={count}")], "is not a count");
    }
    refused(&["--outcome", "weather=1"], "no cause \"weather\"");
    refused(&["--outcome", "boss=1", "--outcome", "boss=2"], "twice");
    for strength in ["-1", "", "much", "nan", "inf", "1e999"] {
        refused(&["--strength", strength], "--strength");
    }
    refused(&["--strength", "0"], "leaves no shares");
    refused(&["--strength", "1", "--strength", "2"], "twice");
    refused(&["--model", "a", "--model", "b"], "twice");
    refused(&["--model", "/no/such/model.json"], "cannot be read");
    refused(&["--model", ""], "cannot be read");
    refused(&["--model", env!("CARGO_MANIFEST_DIR")], "cannot be read");
    refused(&["--model", "-"], "cannot be read");
    assert_eq!(icebreak(&["--strength", "0", "--outcome", "boss=1"]).status.code(), Some(0));
}

#[test]
fn flags_that_do_not_exist_are_wrong_usage() {
    for arguments in [&["--pace", "3"][..], &["something"], &["--answer"]] {
        let output = icebreak(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn models_that_do_not_hold_together_are_refused() {
    let refuse = |change: &dyn Fn(&mut Value), because: &str| {
        let mut model = published();
        change(&mut model);
        let file = File::with(model.to_string());
        refused(&["--model", &file.path().display().to_string()], because);
    };
    refuse(&|m| m["causes"] = json!([]), "no causes");
    refuse(&|m| drop(m.as_object_mut().unwrap().remove("causes")), "no causes");
    refuse(&|m| m["causes"][0]["share"] = json!(-0.1), "share of cause \"internal\" is -0.1");
    refuse(&|m| m["causes"][0]["share"] = json!(0.300000002), "they must sum to 1");
    refuse(&|m| m["causes"][0]["share"] = json!("0.3"), "not a model in JSON");
    refuse(&|m| m["causes"][1]["id"] = json!("internal"), "cause \"internal\" occurs twice");
    refuse(&|m| m["causes"][1]["id"] = json!(""), "empty id");
    refuse(&|m| m["questions"][0]["cost"] = json!(0), "cost of question \"q1\"");
    refuse(&|m| m["questions"][0]["cost"] = json!(-1), "cost of question \"q1\"");
    refuse(&|m| m["remedies"][0]["cost"] = json!(0.0), "cost of remedy \"wait\"");
    refuse(&|m| m["remedies"][0]["cost"] = json!(null), "not a model in JSON");
    refuse(&|m| m["remedies"][0]["cause"] = json!("weather"), "unknown cause \"weather\"");
    refuse(&|m| m["questions"][0]["answers"] = json!({}), "no answers");
    refuse(&|m| m["questions"][0]["answers"] = json!([]), "not a model in JSON");
    refuse(&|m| m["questions"][0]["answers"]["yes"]["offer"] = json!(0.2), "sum to 1.1 for \"offer\"");
    refuse(&|m| m["questions"][0]["answers"]["yes"]["offer"] = json!(-0.1), "has -0.1 for \"offer\"");
    refuse(&|m| m["questions"][0]["answers"]["yes"]["weather"] = json!(0), "unknown cause \"weather\"");
    refuse(
        &|m| drop(m["questions"][0]["answers"]["yes"].as_object_mut().unwrap().remove("offer")),
        "lacks the cause",
    );
    let copy = |m: &mut Value, list: &str| {
        let first = m[list][0].clone();
        m[list].as_array_mut().unwrap().push(first);
    };
    refuse(&|m| copy(m, "questions"), "question \"q1\" occurs twice");
    refuse(&|m| copy(m, "remedies"), "remedy \"wait\" occurs twice");
    let rename = |m: &mut Value| {
        let answers = m["questions"][0]["answers"].as_object_mut().unwrap();
        let no = answers.remove("no").unwrap();
        answers.insert("unknown".into(), no);
    };
    refuse(&rename, "takes it already");
}

#[test]
fn files_that_are_no_models_are_refused() {
    for (text, because) in [
        (&b""[..], "not a model in JSON"),
        (b"{", "not a model in JSON"),
        (b"[]", "no causes"),
        (b"7", "not a model in JSON"),
        (b"{\"causes\":[{\"id\":\"a\",\"share\":1e999}]}", "too large a number"),
        (b"\xff\xfe", "cannot be read"),
        (
            br#"{"causes":[{"id":"a","share":1}],"questions":[{"id":"q","cost":1,"answers":{"y":{"a":1},"y":{"a":0}}}]}"#,
            "answer \"y\" occurs twice",
        ),
        (
            br#"{"causes":[{"id":"a","share":1}],"questions":[{"id":"q","cost":1,"answers":{"y":{"a":0,"a":1}}}]}"#,
            "\"a\" occurs twice",
        ),
    ] {
        let file = File::with(text);
        refused(&["--model", &file.path().display().to_string()], because);
    }
}

#[cfg(unix)]
#[test]
fn a_value_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt as _;
    let value = std::ffi::OsStr::from_bytes(b"boss=\xff");
    for flag in ["--answer", "--outcome", "--strength", "--model"] {
        let output = Command::new(env!("CARGO_BIN_EXE_icebreak"))
            .arg("diagnose")
            .arg(flag)
            .arg(value)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{flag}");
        assert!(output.stdout.is_empty());
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
    }
}
