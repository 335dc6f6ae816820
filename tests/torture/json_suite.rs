//! JSONTestSuite: each of its files as a document, and as the value of a field in a deal.

use std::fs;
use std::panic::catch_unwind;

use icebreak::domain::document::Document;
use icebreak::store::disk::format::decode;
use icebreak::store::{Encoder, Session, Trust};

use crate::place::{Place, encode, reseal, with_generation};
use crate::row::{Row, ensure};

const SUITE: &str = include_str!("../fixtures/torture/json-test-suite.txt");

#[test]
fn json_test_suite() {
    let mut row =
        Row::new("JSONTestSuite, whole and in a deal", "y_ accepted and kept, n_ refused, never a panic");
    let place = Place::new();
    for line in SUITE.lines() {
        let (name, bytes) = file(line);
        fs::write(place.file(), &bytes).unwrap();
        let whole = catch_unwind(|| Session::open(&place.file(), Trust::Checksum).is_err())
            .map_err(|_| "panicked".to_owned())
            .and_then(|refused| ensure(refused, || "taken for a document".to_owned()));
        row.tried(name, whole.and_then(|()| inside(name, &bytes)));
    }
    let files = SUITE.lines().count();
    assert_eq!(files, 318);
    row.finish();
}

/// A name, and the bytes: a line of the fixture, as its README says.
fn file(line: &str) -> (&str, Vec<u8>) {
    let parts: Vec<&str> = line.split('\t').collect();
    match parts[..] {
        [name, text] => (name, bytes(text)),
        [name, before, times, unit, after] => {
            (name, [bytes(before), bytes(unit).repeat(times.parse().unwrap()), bytes(after)].concat())
        }
        _ => panic!("{line:?}"),
    }
}

fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'\\' => match rest.next() {
                Some(b'x') => {
                    let digits = [rest.next().unwrap(), rest.next().unwrap()];
                    u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
                }
                backslash => backslash.unwrap(),
            },
            plain => plain,
        });
    }
    bytes
}

/// As the last field of a deal, under a checksum that matches.
fn inside(name: &str, value: &[u8]) -> Result<(), String> {
    let document = encode(&with_generation(&Document::default(), 1));
    let end = document.len() - b"}\n}}\n".len();
    assert_eq!(&document[end..], b"}\n}}\n");
    let bytes = reseal(&[&document[..end], b",\"later\":", value, &document[end..]].concat());
    let read = catch_unwind(|| decode(&bytes, Trust::Checksum)).map_err(|_| "panicked in a deal")?;
    match read {
        Err(problem) => {
            // A field that occurs twice would lose one of its values.
            let must = name.starts_with("y_") && !name.contains("duplicated_key");
            ensure(!must, || format!("refused in a deal: {problem}"))
        }
        Ok((read, _)) => {
            ensure(!name.starts_with("n_"), || "accepted in a deal".to_owned())?;
            let kept = read.deals.values().any(|deal| deal.extra.contains_key("later"));
            ensure(kept, || "not kept in the deal".to_owned())?;
            let again =
                Encoder::default().encode(&read).map_err(|problem| format!("cannot be saved: {problem}"))?;
            let (again, _) =
                decode(again.as_bytes(), Trust::Checksum).map_err(|problem| problem.to_string())?;
            ensure(again == read, || "changed by saving".to_owned())
        }
    }
}
