//! The same through the window's whole road: it looks, compares, merges, adopts and saves, and merges conflict copies.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::domain::files::problem::SaveProblem;
use icebreak::domain::versions::three_way::{Conflict, ConflictChoice, Merge, merge};
use icebreak::store::disk::format::decode;
use icebreak::store::{ConflictCopy, FileAccess, OtherVersion, Outside, SaveReport, Store, Trust, read};

use crate::child::{PATIENCE, WHEN_TOLD};
use crate::deeds::copies;
use crate::place::{Place, encode, is_tidy, save, with_generation};
use crate::roads::everything;
use crate::row::{Chance, Row, count, ensure};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Edit {
    Append,
    Replace,
    SameSizeAndTime,
    Delete,
    Garbage,
    ByHand,
}

const EDITS: [Edit; 6] =
    [Edit::Append, Edit::Replace, Edit::SameSizeAndTime, Edit::Delete, Edit::Garbage, Edit::ByHand];

impl Edit {
    /// Whether what it leaves can be read.
    fn makes_sense(self) -> bool {
        match self {
            Self::Replace | Self::SameSizeAndTime | Self::ByHand => true,
            Self::Append | Self::Delete | Self::Garbage => false,
        }
    }

    /// Whether it leaves the whole of [`theirs`].
    fn is_whole(self) -> bool {
        matches!(self, Self::Replace | Self::ByHand)
    }
}

/// What is chosen where both changed a deal; any other number: as it is suggested.
const OURS: usize = 0;
const THEIRS: usize = 1;
const BOTH: usize = 2;

/// One round, drawn.
#[derive(Debug)]
struct Round {
    edit: Edit,
    is_dirty: bool,
    /// They go on while we choose.
    twice: bool,
    copies: usize,
    choice: usize,
}

#[test]
fn edits_from_outside_through_the_window() {
    let mut row = Row::new(
        "edits from outside and copies, window",
        "told; merged; what both wrote and what was there before exist; copies retired; no litter",
    );
    let mut chance = Chance::new(11);
    for number in 0..count(200, 24) {
        let round = Round {
            edit: EDITS[number % EDITS.len()],
            is_dirty: number / EDITS.len() % 2 == 1,
            twice: chance.below(4) == 0,
            copies: chance.below(3),
            choice: chance.below(4),
        };
        let outcome = play(&round, &mut chance);
        row.tried(format_args!("{round:?}"), outcome);
    }
    row.finish();
}

const COPIES: [&str; 2] =
    ["deals (Li's conflicted copy 2026-11-21).json", "deals.sync-conflict-20261121-101010-ABCDEFG.json"];

fn play(round: &Round, chance: &mut Chance) -> Result<(), String> {
    let place = Place::new();
    let file = place.file();
    save(&file, 1);
    let mut window = Window::open(&file, round.choice);
    let base = with_generation(&window.document, 2);
    window.put(base.clone());
    ensure(window.store.flush(PATIENCE).is_ok(), || "the first save".to_owned())?;
    let mut ours = base.clone();
    if round.is_dirty {
        ours = noted(&with_generation(&base, 3), "d-0", "ours");
        window.put(ours.clone());
    }
    let mut their_files = vec![change(&file, round.edit, &base, chance)];
    let copies: Vec<(PathBuf, Vec<u8>)> = COPIES
        .iter()
        .take(round.copies)
        .map(|name| (place.path().join(name), encode(&copied(&base, name))))
        .collect();
    copies.iter().for_each(|(path, bytes)| fs::write(path, bytes).unwrap());

    if round.is_dirty && round.edit != Edit::Delete {
        let refused = window.store.flush(PATIENCE);
        ensure(refused == Err(SaveProblem::ChangedOutside), || format!("overwrites: {refused:?}"))?;
        ensure(fs::read(&file).ok() == their_files[0], || "the refused save changed the file".to_owned())?;
    }
    window.store.look();
    if round.twice {
        // Seen, and changed again before the answer.
        window.wait()?;
        their_files.push(change(&file, Edit::Replace, &base, chance));
    }
    window.settle()?;
    let document = window.document.clone();
    drop(window);

    let read = read(&file, Trust::Checksum).map_err(|problem| format!("does not open: {problem}"))?.document;
    ensure(read == document, || "the file does not hold what the window shows".to_owned())?;
    is_tidy(&file, false)?;
    let held: Vec<Vec<u8>> = everything(&file).into_iter().map(|(_, bytes)| bytes).collect();
    // What was seen for a moment only, between two of their edits, was never ours to keep.
    let last = their_files.pop().flatten();
    ensure(last.is_none_or(|theirs| held.contains(&theirs)), || "their version is lost".to_owned())?;
    has_ours(round, &ours, &base, &document, &held)?;
    let both =
        |id: &str, notes: &str| document.deal(&DealId::new(id)).is_some_and(|deal| deal.notes == notes);
    if round.edit.is_whole() || round.twice {
        ensure(both("d-1", "theirs") && both("new", ""), || {
            "their changes are not in the document".to_owned()
        })?;
        // A conflict copy still has it, and nobody knows what that was made of.
        let is_removed = document.deal(&DealId::new("d-2")).is_none();
        ensure(is_removed || round.copies > 0, || "what they removed came back".to_owned())?;
    }
    for (path, bytes) in &copies {
        ensure(!path.exists() && held.contains(bytes), || format!("not retired: {}", path.display()))?;
        let name = path.file_name().unwrap().to_string_lossy();
        ensure(document.deal(&DealId::new(&*name)).is_some(), || format!("not merged: {name}"))?;
    }
    Ok(())
}

fn has_ours(
    round: &Round,
    ours: &Document,
    base: &Document,
    now: &Document,
    held: &[Vec<u8>],
) -> Result<(), String> {
    let is_held = |document: &Document| {
        held.iter().any(|bytes| decode(bytes, Trust::Checksum).is_ok_and(|(held, _)| held == *document))
    };
    // What nobody can read took nothing from what we had.
    let is_saved_over = round.edit == Edit::Delete && round.is_dirty;
    let is_replaced = round.edit.makes_sense() || (round.twice && !is_saved_over);
    ensure(!is_replaced || is_held(base), || "what was there before is lost".to_owned())?;
    // Saved by us first, then replaced by them as a whole: theirs is the newer one.
    if is_saved_over && round.twice {
        return ensure(is_held(ours), || "our version is lost".to_owned());
    }
    if round.is_dirty {
        let notes =
            |document: &Document, id: &str| document.deal(&DealId::new(id)).map(|deal| deal.notes.clone());
        ensure(notes(now, "d-0") == notes(ours, "d-0"), || "our edit is lost".to_owned())?;
        let is_kept = notes(now, "counting") == notes(ours, "counting");
        ensure(is_kept || round.choice == THEIRS, || "our version is lost".to_owned())?;
    }
    Ok(())
}

/// What the window is told to do by those who use it: `src/app/files/outside.rs`.
struct Window {
    store: Store,
    document: Document,
    choice: usize,
    heard: Vec<SaveReport>,
    copies: Vec<ConflictCopy>,
    new_ids: usize,
}

impl Window {
    fn open(file: &Path, choice: usize) -> Self {
        let opened = Store::open_at_pace(file, Trust::Checksum, Arc::new(|| {}), WHEN_TOLD).unwrap();
        let FileAccess::Writable(store) = opened.access else { panic!("held by another") };
        Self { store, document: opened.document, choice, heard: Vec::new(), copies: Vec::new(), new_ids: 0 }
    }

    fn put(&mut self, document: Document) {
        self.document = document;
        self.store.put(self.document.clone());
    }

    /// Until everything ordered is done.
    fn wait(&mut self) -> Result<(), String> {
        let flushed = self.store.flush(PATIENCE);
        self.heard.extend(self.store.reports());
        match flushed {
            Ok(()) | Err(SaveProblem::ChangedOutside) => Ok(()),
            Err(other) => Err(format!("save: {other}")),
        }
    }

    /// Answers what is asked until nothing is.
    fn settle(&mut self) -> Result<(), String> {
        const ROUNDS: usize = 8;
        for _ in 0..ROUNDS {
            self.wait()?;
            let heard = std::mem::take(&mut self.heard);
            let is_saved = !matches!(
                heard.iter().rev().find(|report| is_about_saving(report)),
                Some(SaveReport::Failed { .. })
            );
            let outside = heard.iter().rev().find_map(|report| match report {
                SaveReport::Outside(news) if *news != Outside::Same => Some(news.clone()),
                _ => None,
            });
            // Until another list is told of, the old one stands: a copy that could not be retired is offered again.
            self.copies = copies(&heard).unwrap_or(std::mem::take(&mut self.copies));
            if is_saved && outside.is_none() && self.copies.is_empty() {
                return Ok(());
            }
            if let Some(news) = outside {
                self.answer(news);
            }
            for copy in self.copies.clone() {
                self.merge_copy(copy);
            }
        }
        Err("asks for ever".to_owned())
    }

    fn answer(&mut self, news: Outside) {
        match news {
            Outside::Same => {}
            Outside::Gone => self.store.put(self.document.clone()),
            Outside::Unreadable { hash: Some(hash), .. } => {
                self.store.adopt(hash, self.document.clone());
            }
            Outside::Unreadable { hash: None, .. } => {}
            Outside::Changed(other) => {
                let OtherVersion { document: theirs, base, hash, .. } = *other;
                let merged = self.merged(&merge(Some(&base), &self.document, &theirs), self.choice);
                self.document = merged.clone();
                self.store.adopt(hash, merged);
            }
        }
    }

    fn merge_copy(&mut self, copy: ConflictCopy) {
        // Nobody knows what a copy was made of: "theirs" would take back all of ours.
        let choice = if self.choice == THEIRS { OURS } else { self.choice };
        let merged = self.merged(&merge(None, &self.document, &copy.document), choice);
        self.put(merged);
        self.store.retire(copy.path, copy.hash);
    }

    fn merged(&mut self, merge: &Merge, choice: usize) -> Document {
        let chosen = |conflict: &Conflict| match choice {
            OURS => ConflictChoice::Ours,
            THEIRS => ConflictChoice::Theirs,
            BOTH => ConflictChoice::Both,
            _ => conflict.suggested(),
        };
        let choices: Vec<ConflictChoice> = merge.conflicts.iter().map(chosen).collect();
        let new_ids = &mut self.new_ids;
        merge.settled(&choices, "theirs", || {
            *new_ids += 1;
            DealId::new(format!("both-{new_ids}"))
        })
    }
}

fn is_about_saving(report: &SaveReport) -> bool {
    matches!(report, SaveReport::Saved { .. } | SaveReport::Failed { .. })
}

fn noted(document: &Document, id: &str, notes: &str) -> Document {
    let mut document = document.clone();
    let mut deal = Deal::clone(&document.deals[&DealId::new(id)]);
    deal.notes = notes.to_owned();
    document.deals.insert(deal.id.clone(), Arc::new(deal));
    document
}

fn added(document: &Document, id: &str) -> Document {
    let mut document = document.clone();
    let deal = Deal::new(DealId::new(id), "A new buyer");
    document.deals.insert(deal.id.clone(), Arc::new(deal));
    document
}

/// Their version: one deal that we may have changed, too, one that only they changed, one less and one more.
fn theirs(base: &Document, chance: &mut Chance) -> Document {
    let mut theirs = with_generation(base, 100 + chance.below(1000) as u64);
    theirs = noted(&added(&theirs, "new"), "d-1", "theirs");
    theirs.deals.remove(&DealId::new("d-2"));
    theirs
}

/// A conflict copy: one new deal, and one that is not as ours.
fn copied(base: &Document, name: &str) -> Document {
    noted(&added(base, name), "d-4", name)
}

/// Does it, and hands back what stands in the file now.
fn change(file: &Path, edit: Edit, base: &Document, chance: &mut Chance) -> Option<Vec<u8>> {
    let replace = |bytes: &[u8]| {
        let beside = file.with_extension("theirs");
        fs::write(&beside, bytes).unwrap();
        fs::rename(&beside, file).unwrap();
    };
    match edit {
        Edit::Append => {
            let text = "x".repeat(1 + chance.below(100));
            OpenOptions::new().append(true).open(file).unwrap().write_all(text.as_bytes()).unwrap();
        }
        Edit::Replace => replace(&encode(&theirs(base, chance))),
        Edit::ByHand => {
            let text = String::from_utf8(encode(&theirs(base, chance))).unwrap();
            let (before, after) = text.split_once("sha256:").unwrap();
            replace(format!("{before}sha256:{}{}", "0".repeat(64), &after[64..]).as_bytes());
        }
        Edit::SameSizeAndTime => {
            let time = fs::metadata(file).unwrap().modified().unwrap();
            let mut bytes = fs::read(file).unwrap();
            let at = bytes.windows(9).position(|window| window == b"\"Buyer 1\"").unwrap();
            bytes[at + 1] = b'b' + chance.below(20) as u8;
            let mut open = OpenOptions::new().write(true).open(file).unwrap();
            open.write_all(&bytes).unwrap();
            open.set_modified(time).unwrap();
        }
        Edit::Garbage => {
            const GARBAGE: [&[u8]; 4] =
                [b"", b"\0\0\0\0", b"<html>sign in first</html>", b"{\"icebreak\":\"document\"}"];
            replace(GARBAGE[chance.below(GARBAGE.len())]);
        }
        Edit::Delete => fs::remove_file(file).unwrap(),
    }
    let found = fs::read(file).ok();
    let makes_sense = found.as_ref().is_some_and(|bytes| decode(bytes, Trust::HandEdit).is_ok());
    assert_eq!(makes_sense, edit.makes_sense(), "{edit:?}");
    found
}
