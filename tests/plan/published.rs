//! Cases whose answers other systems publish: their tests and documentation, in our grammar.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::second::{calculate, known_flags};
use super::{in_process, rows};

/// Fewer would mean that cases have been lost.
const CASES: usize = 300;
/// Systems, counted by name: no one of them decides what is right.
const SYSTEMS: usize = 20;

struct Published {
    file: String,
    content: Value,
}

fn published() -> Vec<Published> {
    let folder = std::fs::read_dir("tests/fixtures/published").unwrap();
    let mut files: Vec<String> =
        folder.map(|entry| entry.unwrap().path().to_str().unwrap().to_owned()).collect();
    files.sort();
    let read = |file: String| {
        let content = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        Published { file, content }
    };
    files.into_iter().map(read).collect()
}

impl Published {
    fn cases(&self) -> &[Value] {
        self.content["cases"].as_array().unwrap()
    }

    fn source(&self, case: &Value) -> &Value {
        let source = &self.content["sources"][case["source"].as_str().unwrap()];
        assert!(source.is_object(), "{}: {case} has no source", self.file);
        source
    }
}

/// What holds, as `2026-01-31 10000.00, …`; none where it is refused.
fn ours(arguments: &str) -> Option<String> {
    let words: Vec<&str> = arguments.split_whitespace().chain(["--on", "2026-01-01"]).collect();
    let program = in_process(&words).ok();
    let second = calculate::answer(&known_flags(&words)).ok();
    assert_eq!(program, second, "{arguments}: the program and the second calculation");
    program.map(|answer| rows(&serde_json::from_str(&answer).unwrap()))
}

#[test]
fn answers_that_other_systems_publish_hold() {
    let mut wrong = Vec::new();
    for published in published() {
        for case in published.cases() {
            let ours = ours(case["args"].as_str().unwrap());
            if ours.as_deref() != case["rows"].as_str() {
                let system = &published.source(case)["system"];
                wrong.push(format!("{system}, {}: {}\n  ours: {ours:?}", case["test"], case["args"]));
                wrong.push(format!("  published: {}", case["rows"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn published_cases_are_many_different_and_say_where_they_are_from() {
    let (mut seen, mut systems) = (BTreeSet::new(), BTreeMap::new());
    let shared: Value =
        serde_json::from_str(&std::fs::read_to_string("tests/fixtures/plan.json").unwrap()).unwrap();
    let words = |case: &Value| -> Vec<String> {
        case["args"].as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
    };
    let shared: BTreeSet<String> =
        shared.as_array().unwrap().iter().map(|case| words(case).join(" ")).collect();
    for published in published() {
        for case in published.cases() {
            let arguments = case["args"].as_str().unwrap();
            let source = published.source(case);
            assert!(!shared.contains(arguments), "already among the shared cases: {case}");
            assert!(seen.insert((source["system"].to_string(), arguments.to_owned())), "twice: {case}");
            assert!(
                case["test"].is_string() && (case["rows"].is_string() || case["rows"].is_null()),
                "{case}"
            );
            assert!(source["file"].is_string() || source["url"].is_string(), "{source}");
            assert!(source["commit"].is_string() || source["version"].is_string(), "{source}");
            *systems.entry(source["system"].to_string()).or_insert(0) += 1;
        }
    }
    println!("{systems:#?}");
    assert!(seen.len() >= CASES, "only {} cases are left", seen.len());
    assert!(systems.len() >= SYSTEMS, "only {} systems are left", systems.len());
}
