//! Other programs edit the file while it is open: whatever they did and whatever we had, both versions exist.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use icebreak::domain::document::Document;
use icebreak::domain::files::problem::SaveProblem;
use icebreak::store::backups::backup;
use icebreak::store::disk::format::decode;
use icebreak::store::{FileAccess, Outside, Session, Trust};

use crate::place::{Place, encode, generation_of, is_tidy, names, with_generation};
use crate::row::{Chance, Row, count, ensure};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Edit {
    Append,
    Replace,
    SameSizeAndTime,
    Delete,
}

const EDITS: [Edit; 4] = [Edit::Append, Edit::Replace, Edit::SameSizeAndTime, Edit::Delete];

#[test]
fn edits_from_outside_while_open() {
    let mut row =
        Row::new("edits from outside while open", "noticed; nothing overwritten unseen; both versions exist");
    let mut chance = Chance::new(5);
    for round in 0..count(200, 16) {
        let edit = EDITS[round % EDITS.len()];
        let is_dirty = round / EDITS.len() % 2 == 1;
        let outcome = both_exist(edit, is_dirty, &mut chance);
        row.tried(format_args!("{edit:?}, {}", if is_dirty { "dirty" } else { "clean" }), outcome);
    }
    row.finish();
}

fn both_exist(edit: Edit, is_dirty: bool, chance: &mut Chance) -> Result<(), String> {
    let place = Place::new();
    let file = place.file();
    let opened = Session::open(&file, Trust::Checksum).unwrap();
    let FileAccess::Writable(mut session) = opened.access else { panic!("held by another") };
    let first = with_generation(&Document::default(), 1);
    session.save(&first).unwrap();
    let theirs = change(&file, edit, &first, chance);
    let ours = with_generation(&first, 2);

    let noticed = session.look();
    ensure(noticed != Outside::Same, || "not noticed".to_owned())?;
    if is_dirty && theirs.is_some() {
        ensure(session.save(&ours) == Err(SaveProblem::ChangedOutside), || "overwrites".to_owned())?;
        ensure(fs::read(&file).ok() == theirs, || "the refused save changed the file".to_owned())?;
    }
    let hash = match noticed {
        Outside::Changed(other) => Some(other.hash),
        Outside::Unreadable { hash, .. } => hash,
        Outside::Same | Outside::Gone => None,
    };
    if let Some(hash) = hash {
        session.adopt(hash).map_err(|problem| format!("adopt: {problem}"))?;
    }
    session.save(&ours).map_err(|problem| format!("save: {problem}"))?;
    drop(session);
    is_tidy(&file, false)?;

    let held: Vec<Vec<u8>> = everything(place.path(), &file);
    let has_ours = held.iter().any(|bytes| is_generation(bytes, 2));
    ensure(has_ours, || "our version is lost".to_owned())?;
    let has_theirs = theirs.is_none_or(|theirs| held.contains(&theirs));
    ensure(has_theirs, || "their version is lost".to_owned())
}

/// Does it, and hands back what stands in the file now.
fn change(file: &Path, edit: Edit, first: &Document, chance: &mut Chance) -> Option<Vec<u8>> {
    let time = fs::metadata(file).unwrap().modified().unwrap();
    let mut bytes = fs::read(file).unwrap();
    match edit {
        Edit::Append => {
            let text = "x".repeat(1 + chance.below(100));
            OpenOptions::new().append(true).open(file).unwrap().write_all(text.as_bytes()).unwrap();
        }
        Edit::Replace => {
            let theirs = encode(&with_generation(first, 10 + chance.below(1000) as u64));
            let beside = file.with_extension("theirs");
            fs::write(&beside, theirs).unwrap();
            fs::rename(&beside, file).unwrap();
        }
        Edit::SameSizeAndTime => {
            let at = bytes.windows(5).position(|window| window == b"Buyer").unwrap();
            bytes[at] = b'b' + chance.below(20) as u8;
            let mut open = OpenOptions::new().write(true).open(file).unwrap();
            open.write_all(&bytes).unwrap();
            open.set_modified(time).unwrap();
        }
        Edit::Delete => fs::remove_file(file).unwrap(),
    }
    fs::read(file).ok()
}

fn is_generation(bytes: &[u8], generation: u64) -> bool {
    decode(bytes, Trust::Checksum).is_ok_and(|(document, _)| generation_of(&document) == generation)
}

fn everything(folder: &Path, file: &Path) -> Vec<Vec<u8>> {
    let backups = backup::folder_of(file);
    [folder, &backups]
        .into_iter()
        .flat_map(|folder| names(folder).into_iter().map(move |name| folder.join(name)))
        .filter_map(|path| fs::read(path).ok())
        .collect()
}
