//! What the library lets a message say: entries added, worded, and kept out until they are complete.

use icebreak::domain::country::Country;
use icebreak::domain::library::{EntryKind, Lack, Library};
use icebreak::text::window::library::TOPICS;
use icebreak::text::{CHINESE, ENGLISH};

/// Whether the seller gave a wording, a source and permission, and what is then still missing.
fn check(kind: EntryKind, (wording, source, permission): (&str, &str, bool), expected: &[Lack]) {
    let mut library = Library::default();
    let entry = library.add(kind, "");
    entry.set_wording("en", wording.to_owned());
    entry.source = source.to_owned();
    entry.permission = permission;
    let lacks: Vec<Lack> = entry.lacks().collect();
    assert_eq!(lacks, expected, "{kind:?} {wording:?} {source:?} {permission}");
    assert_eq!(entry.may_be_used(), expected.is_empty(), "{kind:?}");
}

#[test]
fn an_entry_says_what_it_lacks() {
    use Lack::{Permission, Source, Wording};
    check(EntryKind::Fact, ("44 of 46 left on time.", "Shipping list", false), &[]);
    check(EntryKind::Fact, ("44 of 46 left on time.", " ", false), &[Source]);
    check(EntryKind::Reference, ("Ask Megan.", "Her e-mail", true), &[]);
    check(EntryKind::Reference, ("Ask Megan.", "Her e-mail", false), &[Permission]);
    check(EntryKind::Story, ("", "", false), &[Wording, Source, Permission]);
    check(EntryKind::Alternative, ("By air.", "", false), &[]);
    check(EntryKind::Alternative, (" \n", "", false), &[Wording]);
    check(EntryKind::DepositAnswer, ("It buys the material.", "", false), &[]);
}

#[test]
fn a_wording_that_is_emptied_goes() {
    let mut library = Library::default();
    let entry = library.add(EntryKind::Fact, "delivery");
    entry.set_wording("en", "On time".to_owned());
    entry.set_wording("zh", "准时".to_owned());
    entry.set_wording("en", "Always on time ".to_owned());
    assert_eq!((entry.written("en"), entry.wording("en")), ("Always on time ", Some("Always on time")));
    entry.set_wording("en", String::new());
    assert_eq!((entry.written("en"), entry.wording("zh"), entry.wordings.len()), ("", Some("准时"), 1));
}

#[test]
fn every_added_entry_has_an_id_of_its_own() {
    let mut library = Library::default();
    for _ in 0..3 {
        let free = library.free_id(EntryKind::Fact);
        assert_eq!(library.add(EntryKind::Fact, "").id, free);
    }
    library.entries.remove(1);
    library.add(EntryKind::Fact, "");
    library.add(EntryKind::Story, "");
    let ids: Vec<&str> = library.entries.iter().map(|entry| &*entry.id).collect();
    assert_eq!(ids, ["fact-1", "fact-3", "fact-2", "story-1"]);
    assert!(library.entry_mut("fact-2").is_some());
    assert!(library.entry_mut("fact-9").is_none());
}

#[test]
fn every_topic_and_question_has_words_in_both_languages() {
    for text in [&ENGLISH, &CHINESE] {
        for topic in TOPICS {
            assert!((text.library.topic_name)(topic).is_some(), "{topic}");
        }
        for topic in ["purpose", "safety", "quality", "instalments", "first-order"] {
            assert!((text.library.question)(topic).is_some(), "{topic}");
        }
    }
}

/// The words of an entry, the names of the goods, and whether it is about them.
const FITS: &[(&[&str], &[&str], bool)] = &[
    (&[], &["Oak dining chairs"], true),
    (&[" "], &["Oak dining chairs"], true),
    (&["chair"], &["Oak dining chairs"], true),
    (&["chairs"], &["Oak dining chair"], true),
    (&["LED"], &["led panels 600×600"], true),
    (&["panel"], &["Led Panels"], true),
    (&["LED"], &["Panelled doors"], false),
    (&["light"], &["Lightning rods"], false),
    (&["box"], &["Gift boxes"], true),
    (&["gas"], &["Gas stoves"], true),
    (&["ga"], &["Gas"], true),
    (&["LED", "lamp"], &["Pendant lamps"], true),
    (&["LED", "lamp"], &["Oak dining chairs"], false),
    (&["dining chair"], &["Oak dining chairs"], true),
    (&["螺栓"], &["304不锈钢螺栓"], true),
    (&["304"], &["304不锈钢螺栓"], true),
    (&["螺母"], &["304不锈钢螺栓"], false),
    (&["solar"], &["太阳能板", "Solar panels"], true),
    (&["canton-fair"], &["Glass jars", "canton-fair"], true),
    (&["LED"], &[], false),
];

#[test]
fn an_entry_goes_where_it_fits_or_nowhere() {
    let mut library = Library::default();
    let entry = library.add(EntryKind::Fact, "");
    for (products, goods, expected) in FITS {
        entry.products = products.iter().map(|word| (*word).to_owned()).collect();
        assert_eq!(entry.fits(goods.iter().copied(), None), *expected, "{products:?} {goods:?}");
    }
    let (germany, france) = (Country::from_code("DE"), Country::from_code("FR"));
    entry.products = vec!["LED".to_owned()];
    entry.markets = germany.into_iter().collect();
    for (goods, country, expected) in
        [("LED", germany, true), ("LED", france, false), ("LED", None, false), ("oak", germany, false)]
    {
        assert_eq!(entry.fits([goods], country), expected, "{goods} {country:?}");
    }
}
