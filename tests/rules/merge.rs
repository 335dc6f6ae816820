//! Two versions of one document: what is taken, what is kept, what is asked, and what comes out.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use std::sync::Arc;

use chrono::NaiveDate;
use icebreak::domain::deal::touch::{Touch, TouchKind};
use icebreak::domain::deal::{Deal, DealId, Stage};
use icebreak::domain::document::Document;
use icebreak::domain::files::backup::{Changes, is_untouched};
use icebreak::domain::library::EntryKind;
use icebreak::domain::versions::fields::{Keep, differences};
use icebreak::domain::versions::three_way::{Conflict, ConflictChoice, Merge, merge};
use proptest::prelude::*;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn id(name: &str) -> DealId {
    DealId::new(name)
}

fn document(deals: impl IntoIterator<Item = Deal>) -> Document {
    let deals = deals.into_iter().map(|deal| (deal.id.clone(), Arc::new(deal))).collect();
    Document { deals, ..Document::default() }
}

fn deal(name: &str, change: impl FnOnce(&mut Deal)) -> Deal {
    let mut deal = Deal::new(id(name), name);
    change(&mut deal);
    deal
}

fn settled(merge: &Merge, choices: &[ConflictChoice]) -> Document {
    merge.settled(choices, "other version", || id("z"))
}

fn names(document: &Document) -> Vec<&str> {
    document.deals.keys().map(DealId::as_str).collect()
}

#[test]
fn what_only_one_side_changed_is_taken_without_asking() {
    let base = document([deal("a", |_| ()), deal("b", |_| ()), deal("c", |_| ())]);
    let ours = document([deal("a", |deal| deal.notes = "ours".into()), deal("b", |_| ()), deal("c", |_| ())]);
    let theirs =
        document([deal("a", |_| ()), deal("b", |deal| deal.notes = "theirs".into()), deal("d", |_| ())]);
    let merged = merge(Some(&base), &ours, &theirs);
    assert_eq!(merged.conflicts, []);
    assert_eq!((merged.taken, merged.kept), (3, 1));
    let document = settled(&merged, &[]);
    assert_eq!(names(&document), ["a", "b", "d"]);
    assert_eq!(document.deals[&id("a")].notes, "ours");
    assert_eq!(document.deals[&id("b")].notes, "theirs");
}

#[test]
fn without_a_common_past_nothing_is_removed_and_every_difference_is_asked() {
    let ours = document([deal("a", |deal| deal.notes = "ours".into()), deal("b", |_| ())]);
    let theirs = document([deal("a", |_| ()), deal("c", |_| ())]);
    let merged = merge(None, &ours, &theirs);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(names(&settled(&merged, &[])), ["a", "b", "c"]);
}

#[test]
fn fields_are_chosen_one_by_one_and_stories_united() {
    let base = deal("a", |_| ());
    let ours = deal("a", |deal| {
        deal.story = vec![Touch::new(day(3), TouchKind::Wrote), Touch::new(day(9), TouchKind::Called)];
        deal.agreed.pi = "PI-1".into();
        deal.product = "LED".into();
    });
    let theirs = deal("a", |deal| {
        deal.story = vec![Touch::new(day(3), TouchKind::Wrote), Touch::new(day(5), TouchKind::Replied)];
        deal.agreed.incoterm = "FOB Ningbo".into();
        deal.product = "Lamps".into();
    });
    let merged = merge(Some(&document([base])), &document([ours.clone()]), &document([theirs]));
    let [conflict] = merged.conflicts.as_slice() else { panic!("{:?}", merged.conflicts) };
    let picks: Vec<_> = conflict.fields().iter().map(|(field, keep)| (&*field.field.name, *keep)).collect();
    assert_eq!(
        picks,
        [("product", Keep::Ours), ("pi", Keep::Ours), ("incoterm", Keep::Theirs), ("story", Keep::Both)]
    );
    let suggested = settled(&merged, &[conflict.suggested()]);
    let deal = &suggested.deals[&id("a")];
    let days: Vec<_> = deal.story.iter().map(|touch| touch.on).collect();
    assert_eq!(days, [day(3), day(5), day(9)]);
    assert_eq!((&*deal.product, &*deal.agreed.pi, &*deal.agreed.incoterm), ("LED", "PI-1", "FOB Ningbo"));

    let both = settled(&merged, &[ConflictChoice::Both]);
    assert_eq!(names(&both), ["a", "z"]);
    assert_eq!(*both.deals[&id("a")], ours);
    let copy = &both.deals[&id("z")];
    assert_eq!((&*copy.product, &*copy.tags), ("Lamps", ["other version".to_owned()].as_slice()));
}

#[test]
fn an_entry_that_one_side_changed_is_not_there_twice() {
    let base = deal("a", |deal| deal.story = vec![Touch::new(day(3), TouchKind::Copied)]);
    let ours = deal("a", |deal| {
        deal.story = vec![Touch::new(day(3), TouchKind::Copied), Touch::new(day(9), TouchKind::Called)];
    });
    let theirs = deal("a", |deal| deal.story = vec![Touch::new(day(3), TouchKind::Wrote)]);
    let merged = merge(Some(&document([base])), &document([ours]), &document([theirs]));
    let story = settled(&merged, &[merged.conflicts[0].suggested()]).deals[&id("a")].story.clone();
    assert_eq!(story, [Touch::new(day(3), TouchKind::Wrote), Touch::new(day(9), TouchKind::Called)]);
}

#[test]
fn a_library_entry_in_two_versions_is_chosen_not_doubled() {
    let with = |topic: &str| {
        let mut document = Document::default();
        Arc::make_mut(&mut document.library).add(EntryKind::Story, topic);
        document
    };
    let merged = merge(None, &with("ours"), &with("theirs"));
    let [Conflict::Library(fields)] = merged.conflicts.as_slice() else { panic!("{:?}", merged.conflicts) };
    assert_eq!(fields[0].1, Keep::Ours);
    assert_eq!(settled(&merged, &[ConflictChoice::Theirs]), with("theirs"));
}

#[test]
fn a_deal_that_one_side_changed_and_the_other_removed_is_asked() {
    let base = document([deal("a", |_| ())]);
    let ours = document([deal("a", |deal| deal.notes = "new".into())]);
    let merged = merge(Some(&base), &ours, &Document::default());
    assert!(matches!(merged.conflicts.as_slice(), [Conflict::Deal { theirs: None, .. }]));
    assert_eq!(names(&settled(&merged, &[ConflictChoice::Theirs])), [""; 0]);
    assert_eq!(names(&settled(&merged, &[merged.conflicts[0].suggested()])), ["a"]);
    let merged = merge(Some(&base), &Document::default(), &ours);
    assert_eq!(names(&settled(&merged, &[])), [""; 0]);
    assert_eq!(names(&settled(&merged, &[ConflictChoice::Theirs])), ["a"]);
}

#[test]
fn settings_and_fields_of_a_newer_program_are_merged_too() {
    let mut base = Document::default();
    base.extra.insert("kept".into(), "same".into());
    let mut ours = base.clone();
    Arc::make_mut(&mut ours.library).company.sender = "Li Wei".into();
    let mut theirs = base.clone();
    Arc::make_mut(&mut theirs.settings).ladder = vec![5];
    theirs.extra.insert("new".into(), 7.into());
    let merged = settled(&merge(Some(&base), &ours, &theirs), &[]);
    assert_eq!(merged.library.company.sender, "Li Wei");
    assert_eq!(merged.settings.ladder, [5]);
    assert_eq!(merged.extra.len(), 2);
}

#[test]
fn changes_are_counted_by_deals() {
    let before = document([deal("a", |_| ()), deal("b", |_| ())]);
    let after = document([deal("b", |deal| deal.stage = Stage::Won.into()), deal("c", |_| ())]);
    let changes = Changes { added: 1, removed: 1, changed: 1, settings: false };
    assert_eq!(Changes::between(&before, &after), changes);
    let mut newer = after.clone();
    newer.extra.insert("new".into(), 7.into());
    assert_eq!(Changes::between(&after, &newer), Changes { settings: true, ..Changes::default() });
}

#[test]
fn only_where_nothing_is_lost_a_whole_document_may_be_replaced() {
    assert!(is_untouched(&Document::default()));
    let mut settings = Document::default();
    Arc::make_mut(&mut settings.settings).ladder = vec![5];
    let mut newer = Document::default();
    newer.extra.insert("new".into(), 7.into());
    for document in [settings, newer, document([deal("a", |_| ())])] {
        assert!(!is_untouched(&document));
    }
}

prop_compose! {
    fn any_deal()(name in "[abc]", notes in "[xyz]?", product in "[xyz]?", tags in prop::collection::vec("[pq]", 0..3))
        -> Deal
    {
        deal(&name, |deal| {
            deal.notes = notes;
            deal.product = product;
            deal.tags = tags;
        })
    }
}

fn any_document() -> impl Strategy<Value = Document> {
    prop::collection::vec(any_deal(), 0..4).prop_map(document)
}

proptest! {
    #[test]
    fn one_side_unchanged_means_the_other(base in any_document(), other in any_document()) {
        prop_assert_eq!(settled(&merge(Some(&base), &base, &other), &[]), other.clone());
        prop_assert_eq!(settled(&merge(Some(&base), &other, &base), &[]), other.clone());
        prop_assert!(merge(None, &other, &other).is_empty());
    }

    #[test]
    fn all_ours_and_all_theirs_give_these(ours in any_deal(), theirs in any_deal()) {
        let theirs = Deal { id: ours.id.clone(), ..theirs };
        let (ours, theirs) = (document([ours]), document([theirs]));
        let merged = merge(None, &ours, &theirs);
        let all = |choice: &ConflictChoice| vec![choice.clone(); merged.conflicts.len()];
        prop_assert_eq!(&settled(&merged, &all(&ConflictChoice::Ours)), &ours);
        prop_assert_eq!(&settled(&merged, &all(&ConflictChoice::Theirs)), &theirs);
        for conflict in &merged.conflicts {
            let every = |keep: Keep| ConflictChoice::Fields(vec![keep; conflict.fields().len()]);
            prop_assert_eq!(&settled(&merged, &[every(Keep::Ours)]), &ours);
            prop_assert_eq!(&settled(&merged, &[every(Keep::Theirs)]), &theirs);
        }
    }

    #[test]
    fn united_lists_lose_nothing(ours in any_deal(), theirs in any_deal()) {
        for difference in differences(None, &ours, &theirs).iter().filter(|difference| difference.can_unite()) {
            let picks = [(difference.clone(), Keep::Both)];
            let both = icebreak::domain::versions::fields::composed(&ours, &picks).unwrap();
            prop_assert!(ours.tags.iter().chain(&theirs.tags).all(|tag| both.tags.contains(tag)));
        }
    }
}
