//! What saving one edit costs, beside writing the whole document with `serde_json`: `cargo bench --bench one_edit`.
//!
//! Both write the same bytes to the same folder and wait for the disk. What counts is the ratio. A save of ours hashes the
//! file twice, looks whether anybody else changed it, and reads back what is new; it serialises only the deal that changed.
#![allow(clippy::expect_used, reason = "what cannot be set up cannot be measured")]

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use icebreak::assets;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::store::{Encoder, FileAccess, Session, Trust};

const SIZES: [usize; 3] = [100, 10_000, 100_000];
const ROUNDS: usize = 9;

fn main() {
    // Under `cargo test` nothing is measured.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!(
        "{:>8} {:>12} {:>12} {:>12} {:>12} {:>12} {:>7}",
        "deals", "bytes", "first save", "one edit", "to text", "serde_json", "ratio"
    );
    for size in SIZES {
        measure(size);
    }
}

fn measure(size: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("deals.json");
    let mut document = document(size);
    let opened = Session::open(&path, Trust::Checksum).expect("nothing there yet");
    let FileAccess::Writable(mut session) = opened.access else { return };
    let first = timed(|| save(&mut session, &document));
    // The backup before the first overwrite is not part of an edit.
    edit(&mut document, 0);
    save(&mut session, &document);

    let mut encoder = Encoder::default();
    encoder.encode(&document).expect("a document");
    let (mut edits, mut texts, mut wholes) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        edit(&mut document, round);
        edits.push(timed(|| save(&mut session, &document)));
        texts.push(timed(|| drop(encoder.encode(&document).expect("a document"))));
        wholes.push(timed(|| write_whole(&folder.path().join("whole.json"), &document)));
    }
    let (edit, text, whole) = (median(edits), median(texts), median(wholes));
    let bytes = std::fs::metadata(&path).expect("it was saved").len();
    let ratio = edit.as_secs_f64() / whole.as_secs_f64();
    println!("{size:>8} {bytes:>12} {first:>12.1?} {edit:>12.1?} {text:>12.1?} {whole:>12.1?} {ratio:>7.2}");
}

fn save(session: &mut Session, document: &Document) {
    session.save(document).expect("room on the disk");
}

fn edit(document: &mut Document, round: usize) {
    let id = document.deals.keys().nth(document.deals.len() / 2).expect("a deal").clone();
    let mut deal = Deal::clone(&document.deals[&id]);
    deal.notes = format!("Round {round}");
    document.deals.insert(id, Arc::new(deal));
}

fn write_whole(path: &Path, document: &Document) {
    let bytes = serde_json::to_vec(document).expect("a document");
    let mut file = File::create(path).expect("a folder");
    file.write_all(&bytes).expect("room on the disk");
    file.sync_all().expect("a disk");
}

fn timed(work: impl FnOnce()) -> Duration {
    let started = Instant::now();
    work();
    started.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The sample's deals over and over.
fn document(count: usize) -> Document {
    let sample = assets::sample(chrono::NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day"));
    let originals: Vec<&Arc<Deal>> = sample.deals.values().collect();
    let numbered = originals.iter().cycle().take(count).enumerate().map(|(number, deal)| {
        let mut deal = Deal::clone(deal);
        deal.id = DealId::new(format!("deal-{number:06}"));
        (deal.id.clone(), Arc::new(deal))
    });
    Document { deals: numbered.collect(), ..sample.clone() }
}
