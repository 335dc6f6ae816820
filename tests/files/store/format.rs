//! The text of a document: what it looks like, what it keeps, what it refuses.

use std::fs;
use std::path::Path;
use std::process::Command;

use icebreak::domain::files::problem::{Damage, OpenProblem};
use icebreak::store;
use icebreak::store::disk::format::decode;
use icebreak::store::{CURRENT_VERSION, Encoder, Trust};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::store::support::{add, encode, full, place, reseal, small};

fn decoded(text: &str) -> Result<icebreak::domain::document::Document, OpenProblem> {
    decode(text.as_bytes(), Trust::Checksum).map(|(document, _)| document)
}

fn damage(text: &[u8]) -> Damage {
    match decode(text, Trust::Checksum) {
        Err(OpenProblem::Damaged { damage, .. }) => damage,
        other => panic!("not damaged: {other:?}"),
    }
}

#[test]
fn a_document_is_json_with_one_deal_a_line() {
    let text = encode(&full());
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["icebreak"], "document");
    assert_eq!(value["version"], 1);
    assert_eq!(value["checksum"].as_str().unwrap().len(), "sha256:".len() + 64);
    assert_eq!(value["deals"].as_object().unwrap().len(), 3);
    assert!(text.ends_with("}}\n"));
    let deal_lines = text.lines().skip_while(|line| *line != "\"deals\":{").skip(1);
    assert_eq!(deal_lines.filter(|line| line.contains("\"buyer\":")).count(), 3);
}

#[test]
fn the_checksum_is_sha_256_over_all_bytes_but_its_digits() {
    let text = encode(&full());
    assert_eq!(reseal(&text), text);
}

#[test]
fn what_is_written_reads_back() {
    for document in [full(), small("x"), Default::default()] {
        assert_eq!(decoded(&encode(&document)).unwrap(), document);
    }
}

#[test]
fn a_cached_line_is_the_line_written_anew() {
    let mut encoder = Encoder::default();
    let mut document = full();
    encoder.encode(&document).unwrap();
    let mut changed = (**document.deals.values().next().unwrap()).clone();
    changed.notes = "changed".into();
    add(&mut document, changed);
    let removed = document.deals.keys().next_back().unwrap().clone();
    document.deals.remove(&removed);
    assert_eq!(encoder.encode(&document).unwrap(), encode(&document));
}

#[test]
fn golden_files_of_every_version_open() {
    for version in 1..=CURRENT_VERSION {
        let path = format!("{}/tests/fixtures/documents/v{version}.json", env!("CARGO_MANIFEST_DIR"));
        let read = store::read(Path::new(&path), Trust::Checksum).unwrap();
        assert_eq!(read.version, version);
        assert_eq!(read.document, full());
    }
}

/// Puts a field from the future into every object but the map of deals.
fn add_future_fields(value: &mut Value, is_deal_map: bool) -> usize {
    match value {
        Value::Object(fields) => {
            let mut added: usize =
                fields.iter_mut().map(|(name, value)| add_future_fields(value, name == "deals")).sum();
            if !is_deal_map {
                let future = r#"{"n":123456789012345678901234567890.10,"e":1e+400,"deep":[{"z":-0.0}],"s":"\u0000 破"}"#;
                fields.insert("from the future".into(), serde_json::from_str(future).unwrap());
                added += 1;
            }
            added
        }
        Value::Array(items) => items.iter_mut().map(|item| add_future_fields(item, false)).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

#[test]
fn unknown_fields_survive_at_every_level() {
    let mut value: Value = serde_json::from_str(&encode(&full())).unwrap();
    let added = add_future_fields(&mut value, false);
    let document = decoded(&reseal(&value.to_string())).unwrap();
    let again = encode(&document);
    assert!(added > 30, "only {added} objects");
    assert_eq!(again.matches("from the future").count(), added);
    assert_eq!(again.matches("123456789012345678901234567890.10").count(), added);
    assert_eq!(again.matches("1e+400").count(), added);
    let strip = |mut value: Value| {
        value["checksum"] = Value::Null;
        value
    };
    assert_eq!(strip(serde_json::from_str(&again).unwrap()), strip(value));
}

#[test]
fn unknown_words_survive() {
    let text = encode(&full()).replace("\"stage\":\"terms\"", "\"stage\":\"haggling\"");
    let document = decoded(&reseal(&text)).unwrap();
    assert!(encode(&document).contains("\"stage\":\"haggling\""));
}

#[test]
fn every_flipped_bit_is_noticed() {
    let sound = encode(&small("Müller")).into_bytes();
    for at in 0..sound.len() {
        for bit in 0..8 {
            let mut flipped = sound.clone();
            flipped[at] ^= 1 << bit;
            assert!(decode(&flipped, Trust::Checksum).is_err(), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn every_truncation_is_noticed() {
    let sound = encode(&full()).into_bytes();
    for length in 0..sound.len() {
        assert!(decode(&sound[..length], Trust::Checksum).is_err(), "{length} bytes");
    }
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let marked = format!("\u{feff}{}", encode(&full()));
    assert_eq!(decoded(&marked).unwrap(), full());
}

#[test]
fn an_edit_by_hand_is_noticed_and_may_be_accepted() {
    let edited = encode(&small("Casa Verde")).replace("Casa Verde", "Casa Rossa");
    let refused = decode(edited.as_bytes(), Trust::Checksum).unwrap_err();
    assert_eq!(refused, OpenProblem::Damaged { damage: Damage::Checksum, readable: true });
    let (accepted, _) = decode(edited.as_bytes(), Trust::HandEdit).unwrap();
    assert_eq!(accepted, small("Casa Rossa"));
}

#[test]
fn what_is_wrong_is_named() {
    let sound = encode(&full());
    let without_checksum = {
        let start = sound.find(",\"checksum\"").unwrap();
        let end = start + sound[start..].find(",\n").unwrap();
        format!("{}{}", &sound[..start], &sound[end..])
    };
    assert_eq!(damage(without_checksum.as_bytes()), Damage::NoChecksum);
    assert_eq!(damage(b""), Damage::Empty);
    assert_eq!(damage(b"\xEF\xBB\xBF \n"), Damage::Empty);
    assert_eq!(damage(b"{\"icebreak\":\"\xFF\"}"), Damage::NotText(13));
    assert_eq!(damage(b"{\n  \"icebreak\": }"), Damage::NotJson { line: 2, column: 15 });
    assert_eq!(damage(br#"{"icebreak":"document","version":"1"}"#), Damage::NoVersion);
    assert_eq!(damage(br#"{"icebreak":"document","version":0}"#), Damage::NoVersion);
    let wrong_id = reseal(&sound.replace("\"d-1\":{\"id\":\"d-1\"", "\"d-1\":{\"id\":\"d-2\""));
    assert_eq!(damage(wrong_id.as_bytes()), Damage::DealId("d-1".into()));
    let no_date = reseal(&sound.replace("\"on\":\"2026-11-21\"", "\"on\":\"2026-02-30\""));
    assert!(matches!(damage(no_date.as_bytes()), Damage::Field { line: 6, .. }));
}

#[test]
fn nothing_is_dropped_in_silence() {
    let sound = encode(&full());
    let deal = sound.lines().find(|line| line.starts_with("\"d-1\"")).unwrap().trim_end_matches(',');
    for doubled in [
        sound.replace(deal, &format!("{deal},\n{deal}")),
        sound.replace("\"deals\":{", "\"x\":1,\"x\":1,\n\"deals\":{"),
        sound.replace("\"deals\":{", "\"x\":{\"y\":[{\"z\":1,\"\\u007a\":2}]},\n\"deals\":{"),
        sound.replace("\"deals\":{", "\"x\":{\"$serde_json::private::Number\":\"1\"},\n\"deals\":{"),
    ] {
        assert!(matches!(damage(reseal(&doubled).as_bytes()), Damage::DoubleField { .. }), "{doubled}");
    }
}

#[test]
fn other_json_is_foreign_and_the_future_is_newer() {
    for foreign in
        ["{}", "[]", "1", "null", "\"document\"", "[\"document\",1,\"x\"]", r#"{"icebreak":"pack"}"#]
    {
        assert_eq!(decoded(foreign), Err(OpenProblem::Foreign), "{foreign}");
    }
    let newer = json!({"icebreak": "document", "version": 2, "deals": "packed"}).to_string();
    assert_eq!(decoded(&newer), Err(OpenProblem::Newer { version: 2 }));
}

#[test]
fn a_deep_nest_is_damage_not_a_crash() {
    let bomb = format!("{{\"icebreak\":\"document\",\"x\":{}", "[".repeat(200));
    assert!(matches!(damage(bomb.as_bytes()), Damage::NotJson { .. }));
}

#[test]
fn a_document_that_would_not_read_back_is_not_written() {
    let mut shadowed = small("x");
    shadowed.extra.insert("icebreak".into(), json!("pack"));
    assert_eq!(
        Encoder::default().encode(&shadowed),
        Err(icebreak::domain::files::problem::SaveProblem::NotReproducible)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_in_any_field_comes_back(id in "\\PC{1,8}", company in any::<String>(), notes in any::<String>(), key in "\\PC{0,6}") {
        let mut document = small("x");
        let mut deal = icebreak::domain::deal::Deal::new(icebreak::domain::deal::DealId::new(id), company);
        deal.notes = notes.clone();
        deal.buyer.extra.insert(format!("x{key}"), json!([notes]));
        add(&mut document, deal);
        prop_assert_eq!(decoded(&encode(&document)).unwrap(), document);
    }
}

#[test]
fn check_tells_sound_from_damaged() {
    let (_folder, path) = place();
    fs::write(&path, encode(&full())).unwrap();
    let check = |path: &Path| {
        Command::new(env!("CARGO_BIN_EXE_icebreak")).arg("check").arg(path).arg("--json").output().unwrap()
    };
    let sound = check(&path);
    assert!(sound.status.success());
    let answer: Value = serde_json::from_slice(&sound.stdout).unwrap();
    assert_eq!(answer, json!({"version": 1, "deals": 3, "sound": true}));

    fs::write(&path, encode(&full()).replace("Casa", "Cosa")).unwrap();
    for refused in [check(&path), check(&path.with_extension("not-there")), check(path.parent().unwrap())] {
        assert_eq!(refused.status.code(), Some(1));
        assert!(refused.stdout.is_empty());
        assert_eq!(String::from_utf8(refused.stderr).unwrap().lines().count(), 1);
    }
    assert_eq!(crate::store::support::names(path.parent().unwrap()), ["deals.json"]);
}
