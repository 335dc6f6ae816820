//! Large documents are read and written in pieces by several threads: with the same result, and the same complaints, as whole.

use std::sync::LazyLock;

use icebreak::domain::contact::Contact;
use icebreak::domain::deal::{Deal, DealId, Pause};
use icebreak::domain::document::Document;
use icebreak::domain::files::problem::{Damage, OpenProblem};
use icebreak::store::disk::format::decode;
use icebreak::store::{Encoder, Trust};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::store::support::{add, encode, full, reseal};

/// Enough that their lines are cut into several pieces.
const MANY: usize = 900;

/// Deals with unknown fields at every level, in an order that is not that of the alphabet.
fn large() -> Document {
    let mut document = full();
    let newer: Value =
        serde_json::from_str(r#"{"z":123456789012345678901234567890.10,"a":[{"y":1e+400,"b":-0.0}]}"#)
            .unwrap();
    for number in 0..MANY {
        let mut deal = Deal::new(DealId::new(format!("n-{number:05}")), format!("Müller \u{2028} {number}"));
        deal.contacts.push(Contact { name: "Ms \"Schmidt\"".into(), ..Contact::default() });
        deal.notes = "{},\n\"x\":{\"y\":1}},\n".repeat(number % 13);
        if number % 3 == 0 {
            deal.pause = Some(Pause::default());
            deal.extra.insert("zeta".into(), newer.clone());
            deal.extra.insert("alpha".into(), json!(null));
            deal.agreed.extra.insert("terms".into(), newer.clone());
            deal.message.extra.insert("mood".into(), json!({"a": number}));
            deal.contacts[0].extra.insert("badge".into(), newer.clone());
        }
        add(&mut document, deal);
    }
    document
}

/// The same JSON in another shape, which is read as a whole; every line keeps its number.
fn as_a_whole(text: &str) -> String {
    reseal(&format!("{text} "))
}

fn read(text: &str) -> Result<(Document, u64), OpenProblem> {
    decode(text.as_bytes(), Trust::Checksum)
}

/// Either text of the same document is read alike, down to the order of unknown fields.
fn is_read_alike(text: &str) -> Result<Document, OpenProblem> {
    let (in_pieces, whole) = (read(text), read(&as_a_whole(text)));
    assert_eq!(in_pieces, whole);
    let document = in_pieces?.0;
    assert_eq!(encode(&document), encode(&whole?.0));
    Ok(document)
}

#[test]
fn pieces_and_the_whole_are_read_alike() {
    let document = large();
    let text = encode(&document);
    assert_eq!(is_read_alike(&text), Ok(document));
    assert_eq!(encode(&read(&text).unwrap().0), text);
}

#[test]
fn a_byte_order_mark_and_an_edit_by_hand_are_borne() {
    let document = large();
    let text = encode(&document);
    assert_eq!(read(&format!("\u{feff}{text}")).unwrap().0, document);
    let edited = text.replace("Ms \\\"Schmidt\\\"", "Ms Schmid");
    let refused = OpenProblem::Damaged { damage: Damage::Checksum, readable: true };
    assert_eq!(read(&edited), Err(refused));
    let (accepted, _) = decode(edited.as_bytes(), Trust::HandEdit).unwrap();
    assert_eq!(accepted.deals.len(), document.deals.len());
}

/// What can go wrong with some lines of a large document, or be unusual about them.
fn spoilt(lines: &mut Vec<String>, how: usize, at: usize, other: usize) {
    let line = lines[at].clone();
    match how {
        0 => lines[at] = line.replacen("\"stage\"", "\"stale\"", 1),
        1 => lines[at] = line.replacen("\"company\":\"", "\"company\":", 1),
        2 => lines[at] = line.replacen("\"id\":\"n-", "\"id\":\"m-", 1),
        3 => lines[at] = line.trim_end_matches(',').to_owned(),
        4 => lines.insert(other, line),
        5 => lines.swap(at, other),
        6 => lines[at] = line.replacen("{\"id\"", "{\"notes\":\"a\",\"notes\":\"b\",\"id\"", 1),
        7 => lines[at] = line.replacen("{\"id\"", "{\"more\":{\"k\":1,\"k\":2},\"id\"", 1),
        8 => lines[at] = format!("\"more\":1}},\"settings\":{{{line}"),
        9 => lines[at] = format!(" {line}\t"),
        10 => lines[at] = line.replacen("{\"id\"", "{\n\"id\"", 1),
        11 => {
            let deep = format!("{}{}", "[".repeat(124), "]".repeat(124));
            lines[at] = line.replacen("{\"id\"", &format!("{{\"deep\":{deep},\"id\""), 1);
        }
        12 => {
            lines[at] = line.replacen("{\"id\"", "{\"n\":{\"$serde_json::private::Number\":\"1\"},\"id\"", 1)
        }
        13 => lines[at] = String::new(),
        _ => drop(lines.remove(at)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn whatever_is_wrong_with_a_line_is_told_alike(
        how in 0_usize..15, at in 0.0..1.0_f64, other in 0.0..1.0_f64, more in proptest::option::of((0_usize..15, 0.0..1.0_f64))
    ) {
        static TEXT: LazyLock<String> = LazyLock::new(|| encode(&large()));
        let text = &*TEXT;
        let (head, lines) = text.split_once("\"deals\":{\n").unwrap();
        let mut lines: Vec<String> = lines.strip_suffix("\n}}\n").unwrap().split('\n').map(str::to_owned).collect();
        let place = |lines: &[String], share: f64| (lines.len() as f64 * share) as usize;
        let (one, two) = (place(&lines, at), place(&lines, other));
        spoilt(&mut lines, how, one, two);
        if let Some((how, at)) = more {
            let again = place(&lines, at);
            spoilt(&mut lines, how, again, one);
        }
        let _read_or_refused = is_read_alike(&reseal(&format!("{head}\"deals\":{{\n{}\n}}}}\n", lines.join("\n"))));
    }
}

#[test]
fn one_deal_that_would_not_read_back_keeps_all_from_being_written() {
    let mut document = large();
    let mut encoder = Encoder::default();
    let text = encoder.encode(&document).unwrap();
    let sound = document.clone();
    for spoil in [
        |deal: &mut Deal| deal.id = DealId::new("another"),
        |deal: &mut Deal| drop(deal.extra.insert("notes".into(), json!("twice"))),
        |deal: &mut Deal| drop(deal.extra.insert("stage".into(), json!("twice"))),
    ] {
        let (id, deal) = sound.deals.iter().nth(MANY / 2).unwrap();
        let mut spoilt = (**deal).clone();
        spoil(&mut spoilt);
        document.deals.insert(id.clone(), spoilt.into());
        assert!(encoder.encode(&document).is_err());
        assert!(Encoder::default().encode(&document).is_err());
    }
    assert_eq!(encoder.encode(&sound).unwrap(), text, "what was refused left nothing behind");
}

#[test]
fn a_part_that_is_empty_again_is_as_if_it_had_never_been() {
    let (mut touched, untouched) = (Deal::new(DealId::new("a"), "x"), Deal::new(DealId::new("a"), "x"));
    touched.pause = Some(Pause::default());
    touched.plan_name.push('x');
    touched.extra.insert("new".into(), json!(1));
    assert_ne!(touched, untouched);
    touched.pause = None;
    touched.plan_name.clear();
    touched.extra.clear();
    assert_eq!(touched, untouched);
    assert_eq!(serde_json::to_string(&touched).unwrap(), serde_json::to_string(&untouched).unwrap());
    assert_eq!(format!("{touched:?}"), format!("{untouched:?}"));
}
