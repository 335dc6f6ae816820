//! Documents from later programs: fields and words that we do not know, at every level, and newer versions.

use std::fs;

use icebreak::domain::document::Document;
use icebreak::domain::files::problem::OpenProblem;
use icebreak::store::{FileAccess, Session, Trust};
use icebreak::{assets, store};
use serde_json::{Map, Value, json};

use crate::place::{Place, encode, names, reseal, with_generation};
use crate::roads::{import, refused};
use crate::row::{Chance, Row, count, ensure};

/// Records that are no records of the format: a deal is one of its members, and a number or an amount has no fields.
const MAPS: [&str; 1] = ["deals"];

#[test]
fn future_files() {
    let mut row =
        Row::new("future files", "unknown fields and words kept by both roads; newer versions untouched");
    let mut chance = Chance::new(6);
    let full = full();
    let text = String::from_utf8(encode(&full)).unwrap();
    let levels = levels(&serde_json::from_str(&text).unwrap());
    assert!(levels.len() > 20, "{levels:?}");
    let rounds = count(1000, 60);
    for round in 0..rounds {
        let outcome = match round % 10 {
            0 => newer(&text, 2 + chance.below(1000) as u64),
            1 => import_keeps(&text, &levels, &mut chance),
            _ => window_keeps(&text, &levels, round, &mut chance),
        };
        row.tried(round, outcome);
    }
    row.finish();
}

/// The sample document: with deals at every stage and records of every kind, and a library.
fn full() -> Document {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    with_generation(&assets::sample(day), 1)
}

/// The paths of all records, as JSON pointers.
fn levels(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(document, String::new(), &mut found);
    found
}

fn collect(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if !MAPS.contains(&path.trim_start_matches('/')) {
                found.push(path.clone());
            }
            for (name, value) in fields {
                collect(value, format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                collect(value, format!("{path}/{index}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Unknown fields at a few levels and, sometimes, words that only a later program knows.
fn from_the_future(text: &str, levels: &[String], first: usize, chance: &mut Chance) -> (Value, Vec<u8>) {
    let mut document: Value = serde_json::from_str(text).unwrap();
    let chosen = [first % levels.len(), chance.below(levels.len()), chance.below(levels.len())];
    for level in chosen.map(|index| &levels[index]) {
        let record = document.pointer_mut(level).and_then(Value::as_object_mut).unwrap();
        record.insert(format!("later_{}", chance.below(100)), something(chance, 3));
    }
    if chance.below(3) == 0 {
        let deals = document["deals"].as_object_mut().unwrap();
        let index = chance.below(deals.len());
        let deal = deals.iter_mut().nth(index).unwrap().1;
        deal["stage"] = json!("arbitration");
    }
    let bytes = reseal(&serde_json::to_vec(&document).unwrap());
    (document, bytes)
}

fn something(chance: &mut Chance, depth: usize) -> Value {
    match chance.below(if depth == 0 { 5 } else { 7 }) {
        0 => Value::Null,
        1 => json!(chance.below(2) == 0),
        2 => serde_json::from_str("123456789012345678901234567890.1230").unwrap(),
        3 => json!(chance.next()),
        4 => json!("später \u{2028} \0 \u{202e} 破冰"),
        5 => (0..chance.below(4)).map(|_| something(chance, depth - 1)).collect(),
        _ => {
            let fields: Map<String, Value> = (0..chance.below(4))
                .map(|number| (format!("f{number}"), something(chance, depth - 1)))
                .collect();
            fields.into()
        }
    }
}

fn window_keeps(text: &str, levels: &[String], round: usize, chance: &mut Chance) -> Result<(), String> {
    let place = Place::new();
    let (expected, bytes) = from_the_future(text, levels, round, chance);
    fs::write(place.file(), bytes).unwrap();
    let opened = Session::open(&place.file(), Trust::Checksum).map_err(|problem| problem.to_string())?;
    let FileAccess::Writable(mut session) = opened.access else { panic!("held by another") };
    session.save(&with_generation(&opened.document, 2)).map_err(|problem| problem.to_string())?;
    is_kept(&expected, &place)
}

fn import_keeps(text: &str, levels: &[String], chance: &mut Chance) -> Result<(), String> {
    let place = Place::new();
    let (expected, bytes) = from_the_future(text, levels, chance.below(levels.len()), chance);
    fs::write(place.file(), bytes).unwrap();
    let output = import(&place, 2, &[]).output().unwrap();
    ensure(output.status.success(), || format!("{output:?}"))?;
    is_kept(&expected, &place)
}

/// Everything is as it was but the checksum and the one edit.
fn is_kept(expected: &Value, place: &Place) -> Result<(), String> {
    let mut found: Value = serde_json::from_slice(&fs::read(place.file()).unwrap()).unwrap();
    let mut expected = expected.clone();
    ensure(found["deals"]["counting"]["notes"] == "generation 2", || "not saved".to_owned())?;
    for document in [&mut found, &mut expected] {
        document["checksum"] = Value::Null;
        document["deals"]["counting"]["notes"] = Value::Null;
    }
    let lost = lost(&expected, &found, "");
    ensure(lost.is_none(), || format!("lost or changed: {}", lost.unwrap_or_default()))
}

/// The first place whose value is not there, or is another.
fn lost(expected: &Value, found: &Value, path: &str) -> Option<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => expected.iter().find_map(|(name, value)| {
            let path = format!("{path}/{name}");
            match found.get(name) {
                Some(there) => lost(value, there, &path),
                None => Some(path),
            }
        }),
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => expected
            .iter()
            .zip(found)
            .enumerate()
            .find_map(|(index, (value, there))| lost(value, there, &format!("{path}/{index}"))),
        _ => (expected != found).then(|| format!("{path}: {expected} became {found}")),
    }
}

fn newer(text: &str, version: u64) -> Result<(), String> {
    let place = Place::new();
    let bytes = reseal(text.replacen("\"version\":1", &format!("\"version\":{version}"), 1).as_bytes());
    fs::write(place.file(), &bytes).unwrap();
    let read = store::read(&place.file(), Trust::Checksum).map(|read| read.version);
    ensure(read == Err(OpenProblem::Newer { version }), || format!("{read:?}"))?;
    ensure(Session::open(&place.file(), Trust::HandEdit).is_err(), || "opened for writing".to_owned())?;
    let said = refused(&import(&place, 2, &[]).output().unwrap())?;
    ensure(said.contains("newer Icebreak"), || said.clone())?;
    ensure(fs::read(place.file()).unwrap() == bytes, || "the file was touched".to_owned())?;
    ensure(names(place.path()) == ["deals.json", "source.csv"], || format!("{:?}", names(place.path())))
}
