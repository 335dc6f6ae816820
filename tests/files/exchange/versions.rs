//! Two versions of documents in which every field is filled: nothing is lost on the way, and every field has a name.

use std::collections::BTreeSet;

use icebreak::domain::names::Named as _;
use icebreak::domain::versions::fields::{FieldDifference, Keep, KnownField, differences};
use icebreak::domain::versions::three_way::{ConflictChoice, Merge, merge};
use icebreak::store;
use icebreak::store::{Encoder, Trust};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use super::any_deal::NEWER;
use super::any_document::a_document;
use super::*;

fn settled(merge: &Merge, choices: &[ConflictChoice]) -> Document {
    merge.settled(choices, "other version", || unreachable!("no deal is kept twice"))
}

/// The deals that the other has, too.
fn shared(document: Document, other: &Document) -> Document {
    let deals = document.deals.iter().filter(|(id, _)| other.deals.contains_key(*id));
    let deals = deals.map(|(id, deal)| (id.clone(), Arc::clone(deal))).collect();
    Document { deals, ..document }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn a_saved_document_is_the_same_document(document in a_document()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("document.json");
        std::fs::write(&path, Encoder::default().encode(&document).unwrap()).unwrap();
        prop_assert_eq!(store::read(&path, Trust::Checksum).unwrap().document, document);
    }

    #[test]
    fn what_only_one_side_changed_is_taken_whole(ours in a_document(), theirs in a_document()) {
        prop_assert_eq!(&settled(&merge(Some(&ours), &ours, &theirs), &[]), &theirs);
        prop_assert_eq!(&settled(&merge(Some(&theirs), &ours, &theirs), &[]), &ours);
    }

    #[test]
    fn field_by_field_either_side_can_be_had_whole(ours in a_document(), theirs in a_document()) {
        let ours = shared(ours, &theirs);
        let theirs = Document { extra: ours.extra.clone(), ..shared(theirs, &ours) };
        let merged = merge(None, &ours, &theirs);
        let every = |keep: Keep| -> Vec<ConflictChoice> {
            merged.conflicts.iter().map(|conflict| ConflictChoice::Fields(vec![keep; conflict.fields().len()])).collect()
        };
        prop_assert_eq!(&settled(&merged, &every(Keep::Ours)), &ours);
        prop_assert_eq!(&settled(&merged, &every(Keep::Theirs)), &theirs);
    }
}

#[test]
fn every_field_that_can_differ_has_a_name() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..400 {
        let document = a_document().new_tree(&mut runner).unwrap().current();
        for FieldDifference { field, .. } in from_nothing(&document) {
            match field.known() {
                Some(known) => {
                    seen.insert(known);
                }
                None => assert_eq!(&*field.name, NEWER, "{field:?} has no name"),
            }
        }
    }
    assert_eq!(seen, KnownField::members().collect());
}

fn from_nothing(document: &Document) -> Vec<FieldDifference> {
    let nothing = Document::default();
    let mut found = differences(None, &*nothing.settings, &*document.settings);
    found.extend(differences(None, &*nothing.library, &*document.library));
    for deal in document.deals.values() {
        found.extend(differences(None, &Deal::new(deal.id.clone(), ""), deal));
    }
    found
}
