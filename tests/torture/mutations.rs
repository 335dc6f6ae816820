//! Damaged documents: flipped bits, cuts, zeroed and swapped pages. Refused, or the same document; never touched.

use std::fs;
use std::panic::catch_unwind;

use icebreak::domain::document::Document;
use icebreak::store::{self, Session, Trust};

use crate::place::{Place, encode, names, with_generation};
use crate::row::{Chance, Row, count, ensure};

type Mutation = fn(&mut Vec<u8>, &mut Chance);

const MUTATIONS: [Mutation; 8] = [
    |bytes, chance| {
        let at = chance.below(bytes.len());
        bytes[at] ^= 1 << chance.below(8);
    },
    |bytes, chance| {
        for _ in 0..2 + chance.below(6) {
            let at = chance.below(bytes.len());
            bytes[at] ^= 1 << chance.below(8);
        }
    },
    |bytes, chance| bytes.truncate(chance.below(bytes.len())),
    |bytes, chance| page(bytes, chance).fill(0),
    |bytes, chance| {
        let start = chance.below(bytes.len());
        let end = (start + 1 + chance.below(64)).min(bytes.len());
        bytes.drain(start..end);
    },
    |bytes, chance| {
        let copy = page(bytes, chance).to_owned();
        let at = chance.below(bytes.len());
        bytes.splice(at..at, copy);
    },
    |bytes, chance| {
        let at = chance.below(bytes.len());
        bytes[at] = b"{}[]\",:0129.eE+-\\ \n\0\xff"[chance.below(21)];
    },
    |bytes, chance| {
        let middle = chance.below(bytes.len());
        bytes.rotate_left(middle);
    },
];

fn page<'a>(bytes: &'a mut [u8], chance: &mut Chance) -> &'a mut [u8] {
    const PAGE: usize = 512;
    let start = chance.below(bytes.len() / PAGE + 1) * PAGE;
    let end = (start + PAGE).min(bytes.len());
    &mut bytes[start..end]
}

#[test]
fn mutated_documents() {
    let mut row = Row::new("mutated documents", "0 panics, 0 silent changes, file untouched, no litter");
    let mut chance = Chance::new(3);
    let document = with_generation(&Document::default(), 1);
    let good = encode(&document);
    let place = Place::new();
    let mut refused = 0;
    for round in 0..count(10_000, 400) {
        let mut bytes = good.clone();
        MUTATIONS[round % MUTATIONS.len()](&mut bytes, &mut chance);
        fs::write(place.file(), &bytes).unwrap();
        let file = place.file();
        let outcome = catch_unwind(|| {
            // The person may say that the edit is theirs: that must hold, too.
            let _accepted = store::disk::format::decode(&fs::read(&file).unwrap(), Trust::HandEdit);
            Session::open(&file, Trust::Checksum).map(|opened| opened.document)
        });
        let outcome = match outcome {
            Err(_) => Err("panicked".to_owned()),
            Ok(Ok(read)) => ensure(read == document, || "opened as another document".to_owned()),
            Ok(Err(_refused)) => {
                refused += 1;
                Ok(())
            }
        };
        let untouched = || {
            ensure(fs::read(place.file()).unwrap() == bytes, || "the file was touched".to_owned())?;
            let left = names(place.path());
            ensure(left == ["deals.json"], || format!("left behind: {left:?}"))
        };
        row.tried(round, outcome.and_then(|()| untouched()));
    }
    assert!(refused > 0, "no mutation did any damage");
    row.finish();
}
