//! Long sessions through one encoder: the lines that it keeps never go stale.

use std::collections::BTreeMap;
use std::sync::Arc;

use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::edit::{Edit, Field};
use icebreak::domain::files::problem::SaveProblem;
use icebreak::domain::history::{History, UndoStep};
use icebreak::domain::library::Library;
use icebreak::domain::settings::Settings;
use icebreak::store::disk::format::decode;
use icebreak::store::{Encoder, Trust};

use crate::place::with_generation;
use crate::row::{Chance, Row, count, ensure};

const DEALS: usize = 12;

#[test]
fn long_sessions() {
    let mut row = Row::new(
        "long sessions through one encoder",
        "each text equals a fresh encoder's and reads back the same",
    );
    let mut chance = Chance::new(21);
    let mut encoder = Encoder::default();
    let mut history = History::new(with_generation(&Document::default(), 1));
    for number in 0..count(10_000, 400) {
        let what = step(&mut history, &mut chance);
        let outcome = is_fresh(&mut encoder, history.current()).and_then(|()| {
            if chance.below(40) == 0 { refused(&mut encoder, history.current()) } else { Ok(()) }
        });
        row.tried(format_args!("{number} {what}"), outcome);
    }
    row.finish();
}

/// Something that a person does; says what.
fn step(history: &mut History, chance: &mut Chance) -> &'static str {
    let ids: Vec<DealId> = history.current().deals.keys().cloned().collect();
    let any = (!ids.is_empty()).then(|| ids[chance.below(ids.len())].clone());
    let text = format!("{} \"\\\n\u{2028}破", chance.below(50));
    let new = DealId::new(format!("n-{}", chance.below(30)));
    let (what, edit) = match (chance.below(12), any) {
        (0, _) | (_, None) => ("add", Edit::AddDeal(Box::new(Deal::new(new, text)))),
        (1, Some(deal)) if ids.len() > DEALS => ("delete", Edit::DeleteDeal(deal)),
        (2, Some(deal)) => ("duplicate", Edit::DuplicateDeal { deal, copy: new }),
        (3, Some(_)) => {
            // Undo and redo bring back deals that are the same and not only equal.
            history.undo();
            return "undo";
        }
        (4, Some(_)) => {
            history.redo();
            return "redo";
        }
        (5, Some(_)) => ("settings", Edit::Settings(Box::new(settings(history.current(), chance)))),
        (6, Some(_)) => ("library", Edit::Library(Box::new(library(chance)))),
        (7, Some(deal)) => {
            let deals = vec![Deal::new(deal, text).into(), Deal::new(new, "imported").into()];
            ("import", Edit::Import { deals, answers: None })
        }
        (8, Some(_)) => ("replace", Edit::Replace(Box::new(rebuilt(history.current())))),
        (9, Some(deal)) => ("product", Edit::Change { deal, field: Field::Product(text) }),
        (_, Some(deal)) => ("notes", Edit::Change { deal, field: Field::Notes(text) }),
    };
    if chance.below(3) == 0 {
        history.seal();
    }
    // A deal of this id may be there already.
    let _rejected = history.edit(edit, UndoStep::Continues);
    what
}

fn settings(document: &Document, chance: &mut Chance) -> Settings {
    let mut settings = Settings::clone(&document.settings);
    settings.extra.insert("a newer field".into(), chance.below(5).into());
    settings
}

fn library(chance: &mut Chance) -> Library {
    let mut library = Library::default();
    library.company.name = format!("Us {}", chance.below(4));
    library
}

/// The same document, but each deal in another place of the memory, and a field that only a newer program knows.
fn rebuilt(document: &Document) -> Document {
    let mut document = document.clone();
    document.deals =
        document.deals.iter().map(|(id, deal)| (id.clone(), Arc::new(Deal::clone(deal)))).collect();
    let next = document.extra.len();
    document.extra.insert(format!("field {}", next % 3), next.into());
    document
}

fn is_fresh(encoder: &mut Encoder, document: &Document) -> Result<(), String> {
    let kept = encoder.encode(document).map_err(|problem| problem.to_string())?;
    let fresh = Encoder::default().encode(document).map_err(|problem| problem.to_string())?;
    ensure(kept == fresh, || format!("a stale line: {}", first_difference(&kept, &fresh)))?;
    let (back, _version) = decode(kept.as_bytes(), Trust::Checksum).map_err(|problem| problem.to_string())?;
    ensure(back == *document, || "another document came back".to_owned())
}

fn first_difference(one: &str, other: &str) -> String {
    let lines = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    lines.map_or_else(|| "another length".to_owned(), |(one, other)| format!("{one} instead of {other}"))
}

/// A document that cannot be written, because a deal stands under another's id, is refused; what was kept of it is not
/// used afterwards.
fn refused(encoder: &mut Encoder, document: &Document) -> Result<(), String> {
    let mut wrong: BTreeMap<DealId, Arc<Deal>> =
        document.deals.iter().map(|(id, deal)| (id.clone(), Arc::clone(deal))).collect();
    wrong.insert(DealId::new("another"), Arc::new(Deal::new(DealId::new("one"), "x")));
    let wrong = Document { deals: wrong.into_iter().collect(), ..document.clone() };
    let refused = encoder.encode(&wrong);
    ensure(refused == Err(SaveProblem::NotReproducible), || format!("not refused: {refused:?}"))?;
    is_fresh(encoder, document)
}
