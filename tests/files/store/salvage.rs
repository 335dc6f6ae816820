//! Deals of a damaged document, read line by line: those that are whole, and what is said of the rest.

use std::fs;
use std::sync::Arc;

use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::files::salvage::{Lost, LostPart, Salvage};
use icebreak::store::backups::salvage::{salvage, write_beside};
use icebreak::store::disk::format::decode;
use icebreak::store::{Trust, read};
use proptest::prelude::*;

use crate::store::support::{encode, full, place};

/// Three deals, on the lines 5, 6 and 7, below the settings and the library.
fn three() -> Document {
    let mut document = full();
    document.deals = ["a", "b", "c"]
        .map(|id| (DealId::new(id), Arc::new(Deal::new(DealId::new(id), format!("Buyer {id}")))))
        .into_iter()
        .collect();
    document
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn check(change: impl Fn(&mut Vec<String>), expected: Option<(&[&str], &[Lost], bool)>) {
    let mut damaged = lines(&encode(&three()));
    change(&mut damaged);
    let found = salvage(damaged.join("\n").as_bytes());
    let found = found.map(|(document, salvage)| {
        let ids: Vec<String> = document.deals.keys().map(|id| id.as_str().to_owned()).collect();
        for (id, deal) in &document.deals {
            assert_eq!(three().deal(id), Some(deal));
        }
        assert_eq!(salvage.deals, ids.len());
        (ids, salvage.lost, salvage.is_cut_off)
    });
    let expected = expected.map(|(ids, lost, cut)| {
        (ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>(), lost.to_vec(), cut)
    });
    assert_eq!(found, expected);
}

fn lost(line: usize, buyer: Option<&str>) -> Lost {
    Lost { line: Some(line), part: LostPart::Deal(buyer.map(str::to_owned)) }
}

/// The line of a deal, counted from 0.
fn line_of(lines: &[String], id: &str) -> usize {
    lines.iter().position(|line| line.starts_with(&format!("\"{id}\":"))).unwrap()
}

#[test]
fn whole_deals_are_found_and_the_rest_is_named() {
    let text = lines(&encode(&three()));
    let (a, b, c) = (line_of(&text, "a"), line_of(&text, "b"), line_of(&text, "c"));
    check(|_lines| {}, Some((&["a", "b", "c"], &[], false)));
    // A quotation mark less; another deal's id; the same deal twice.
    check(
        |lines| lines[b] = lines[b].replacen("\"stage\"", "stage\"", 1),
        Some((&["a", "c"], &[lost(b + 1, Some("Buyer b"))], false)),
    );
    check(|lines| lines[a].clear(), Some((&["b", "c"], &[], false)));
    check(|lines| lines[b] = "@@@@".into(), Some((&["a", "c"], &[lost(b + 1, None)], false)));
    check(
        |lines| lines[b] = lines[b].replacen("\"b\"", "\"x\"", 1),
        Some((&["a", "c"], &[lost(b + 1, Some("Buyer b"))], false)),
    );
    check(|lines| lines[b] = lines[a].clone(), Some((&["a", "c"], &[lost(b + 1, Some("Buyer a"))], false)));
    // Cut off within a line, and between two.
    let half = |lines: &mut Vec<String>| {
        lines.truncate(c + 1);
        let short = lines[c][..60].to_owned();
        lines[c] = short;
    };
    check(half, Some((&["a", "b"], &[lost(c + 1, Some("Buyer c"))], true)));
    check(|lines| lines.truncate(c), Some((&["a", "b"], &[], true)));
    // The beginning is gone, with settings and library.
    let nowhere = |part| Lost { line: None, part };
    check(
        |lines| {
            lines.drain(..a);
        },
        Some((&["a", "b", "c"], &[nowhere(LostPart::Settings), nowhere(LostPart::Library)], false)),
    );
    check(
        |lines| lines[1] = "\"settings\":{oops},".into(),
        Some((&["a", "b", "c"], &[Lost { line: Some(2), part: LostPart::Settings }], false)),
    );
    // Nothing to rescue, and what another program's version wrote.
    check(|lines| lines.truncate(a), None);
    check(|lines| lines[0] = lines[0].replacen("\"version\":1", "\"version\":9", 1), None);
}

#[test]
fn settings_library_and_unknown_fields_come_along() {
    let mut document = three();
    document.extra.insert("newer".into(), serde_json::json!({ "kept": [1] }));
    let text = encode(&document).replacen("\"a\":{", "\"a\":[", 1);
    assert!(decode(text.as_bytes(), Trust::HandEdit).is_err());
    let (found, Salvage { deals, .. }) = salvage(text.as_bytes()).unwrap();
    document.deals.remove(&DealId::new("a"));
    assert_eq!((found, deals), (document, 2));
}

#[test]
fn what_was_rescued_gets_a_file_of_its_own() {
    let (_folder, path) = place();
    fs::write(&path, "damaged").unwrap();
    for name in ["deals-rescued.json", "deals-rescued-2.json"] {
        assert_eq!(write_beside(&path, &three()), Ok(path.with_file_name(name)));
        assert_eq!(read(&path.with_file_name(name), Trust::Checksum).unwrap().document, three());
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), "damaged");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever is overwritten in one line, the deals of the others are as they were.
    #[test]
    fn one_bad_line_costs_one_deal(at in 0usize..10_000, bytes in prop::collection::vec(any::<u8>(), 1..12)) {
        let text = encode(&three());
        let start = text.find("\"a\":").unwrap();
        let mut damaged = text.clone().into_bytes();
        let at = start + at % (text.len() - start);
        for (offset, byte) in bytes.iter().enumerate() {
            // A new line would make two of one.
            if let Some(place) = damaged.get_mut(at + offset).filter(|place| **place != b'\n' && *byte != b'\n') {
                *place = *byte;
            }
        }
        let touched: Vec<&str> = text[at..(at + bytes.len()).min(text.len())].split('\n').collect();
        let (found, salvage) = salvage(&damaged).unwrap();
        prop_assert!(found.deals.len() + touched.len() >= 3, "{salvage:?}");
        let sound = found.deals.iter().filter(|(id, deal)| three().deal(id) == Some(deal)).count();
        prop_assert!(sound + touched.len() >= 3);
    }
}
