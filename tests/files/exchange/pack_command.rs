//! Packs through the binary: exported from one document and imported into another.

use std::path::Path;

use icebreak::store::{self, Encoder, Trust};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::json;

use super::any_deal::a_deal;
use super::command::{answered, refused};
use super::*;

const NOTHING: [(&str, u32); 3] = [("added", 0), ("updated", 0), ("unchanged", 0)];

fn answer(what: &str) -> serde_json::Value {
    let counts = NOTHING.map(|(name, count)| (name, if name == what { 1 } else { count }));
    let mut answer = json!({"read": 1, "skipped": [], "warnings": []});
    for (name, count) in counts {
        answer[name] = json!(count);
    }
    answer
}

pub(super) fn write(path: &Path, deal: &Deal) {
    let mut document = Document::default();
    document.deals.insert(deal.id.clone(), Arc::new(deal.clone()));
    std::fs::write(path, Encoder::default().encode(&document).unwrap()).unwrap();
}

fn read(path: &Path) -> Document {
    store::read(path, Trust::Checksum).unwrap().document
}

#[test]
fn any_deal_survives_the_way_to_a_colleague() {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) };
    TestRunner::new(config)
        .run(&a_deal(), |deal| {
            let folder = tempfile::tempdir().unwrap();
            let at = folder.path();
            write(&at.join("mine.json"), &deal);
            let to_pack =
                ["export", "mine.json", "--to", "x.pack.json", "--deal", deal.id.as_str(), "--json"];
            prop_assert_eq!(answered(at, &to_pack), json!({"to": "x.pack.json", "deals": 1}));
            let import = ["import", "x.pack.json", "--into", "yours.json", "--json"];
            let dry = ["import", "x.pack.json", "--into", "yours.json", "--json", "--dry-run"];
            prop_assert_eq!(answered(at, &dry), answer("added"));
            prop_assert!(!at.join("yours.json").exists());
            prop_assert_eq!(answered(at, &import), answer("added"));
            prop_assert_eq!(read(&at.join("yours.json")), read(&at.join("mine.json")));
            prop_assert_eq!(answered(at, &import), answer("unchanged"));
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_pack_is_known_by_its_content_and_not_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    write(&at.join("mine.json"), &Deal::new(DealId::new("1"), "Müller & Söhne GmbH"));
    let name = "Müller.PACK.json";
    answered(at, &["export", "mine.json", "--to", name, "--deal", "Müller & Söhne GmbH", "--json"]);
    for other in ["a.csv", "b", "c.xlsx"] {
        std::fs::copy(at.join(name), at.join(other)).unwrap();
        assert_eq!(
            answered(at, &["import", other, "--into", "yours.json", "--dry-run", "--json"]),
            answer("added")
        );
    }
    std::fs::write(at.join("table.pack.json"), EN).unwrap();
    assert_eq!(answered(at, &["import", "table.pack.json", "--into", "t.json", "--json"])["added"], 8);
    let mut changed = Deal::new(DealId::new("1"), "Müller & Söhne GmbH");
    changed.notes = "theirs".into();
    write(&at.join("theirs.json"), &changed);
    assert_eq!(answered(at, &["import", name, "--into", "theirs.json", "--json"]), answer("unchanged"));
    answered(at, &["export", "theirs.json", "--to", "2.pack.json", "--deal", "1", "--json"]);
    assert_eq!(answered(at, &["import", "2.pack.json", "--into", "mine.json", "--json"]), answer("updated"));
    assert_eq!(read(&at.join("mine.json")), read(&at.join("theirs.json")));
}

#[test]
fn refuses_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    write(&at.join("d.json"), &Deal::new(DealId::new("1"), "Acme"));
    refused(at, &["export", "d.json", "--to", "x.pack.json"], "--deal WHO which deal");
    refused(at, &["export", "d.json", "--to", "x.pack.json", "--deal", "2"], "no deal has this");
    refused(at, &["import", "d.json", "--into", "e.json"], "whole Icebreak document");
    answered(at, &["export", "d.json", "--to", "x.pack.json", "--deal", "1", "--json"]);
    refused(at, &["export", "d.json", "--to", "x.pack.json", "--deal", "1"], "already there");
    let text = std::fs::read_to_string(at.join("x.pack.json")).unwrap();
    std::fs::write(at.join("edited.pack.json"), text.replace("Acme", "Acne")).unwrap();
    refused(
        at,
        &["import", "edited.pack.json", "--into", "e.json", "--json"],
        "changed since Icebreak saved it",
    );
    std::fs::write(at.join("newer.pack.json"), text.replace("\"version\":1", "\"version\":2")).unwrap();
    refused(at, &["import", "newer.pack.json", "--into", "e.json", "--json"], "update Icebreak");
    assert!(!at.join("e.json").exists());
    // Not to be opened as if it were a document.
    refused(at, &["x.pack.json"], "icebreak import x.pack.json --into FILE");
}
