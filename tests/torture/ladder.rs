//! The recovery ladder: the document and three backups, each good or bad.

use std::fs;

use icebreak::store::backups::backup;
use icebreak::store::backups::recovery::{candidates, restore};
use icebreak::store::{Session, Trust};

use crate::place::{Place, generation_in, names, save};
use crate::roads::{import, refused};
use crate::row::{Row, ensure};

const BACKUPS: usize = 3;

#[test]
fn recovery_ladder() {
    let mut row = Row::new("recovery ladder", "newest good offered and restored; nothing deleted");
    for good in 0..1_u32 << (BACKUPS + 1) {
        row.tried(format_args!("{good:04b}"), ladder(good));
    }
    row.finish();
}

/// Bit 0: the document is good; bit n: the n-th newest backup is.
fn ladder(good: u32) -> Result<(), String> {
    let place = Place::new();
    let file = place.file();
    for generation in 1..=BACKUPS as u64 + 1 {
        save(&file, generation);
    }
    let is_good = |number: usize| good >> number & 1 == 1;
    let backups = backup::list(&file).unwrap();
    assert_eq!(backups.len(), BACKUPS);
    let paths: Vec<_> =
        std::iter::once(file.clone()).chain(backups.iter().map(|backup| backup.path.clone())).collect();
    for (number, path) in paths.iter().enumerate().filter(|(number, _)| !is_good(*number)) {
        let mut bytes = fs::read(path).unwrap();
        match number % 3 {
            0 => bytes.truncate(bytes.len() / 2),
            1 => bytes.fill(0),
            _ => bytes[200] ^= 1,
        }
        fs::write(path, bytes).unwrap();
    }
    let before: Vec<_> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    let newest = (1..=BACKUPS).find(|number| is_good(*number));

    let opened = Session::open(&file, Trust::Checksum).is_ok();
    ensure(opened == is_good(0), || format!("opened: {opened}"))?;
    let offered = candidates(&file).unwrap().into_iter().find(|candidate| candidate.deals.is_ok());
    let offered = offered.map(|candidate| candidate.backup.path);
    ensure(offered.as_ref() == newest.map(|number| &paths[number]), || format!("offers {offered:?}"))?;
    if !is_good(0) {
        let said = refused(&import(&place, 50, &[]).output().unwrap())?;
        let named = offered.as_ref().map_or("no good backup".to_owned(), |path| path.display().to_string());
        ensure(said.contains(&named), || format!("the command line does not name {named}: {said}"))?;
    }
    let after: Vec<_> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    ensure(after == before, || "looking changed something".to_owned())?;

    if let Some(number) = newest.filter(|_| !is_good(0)) {
        let aside = restore(&file, &paths[number]).map_err(|problem| format!("restore: {problem}"))?;
        let aside = aside.ok_or("the bad document was not kept")?;
        ensure(fs::read(aside).unwrap() == before[0], || "the bad document was changed".to_owned())?;
        let generation = generation_in(&file)?;
        ensure(generation == (BACKUPS + 1 - number) as u64, || format!("restored {generation}"))?;
        let kept: Vec<_> = paths[1..].iter().map(|path| fs::read(path).unwrap()).collect();
        ensure(kept == before[1..], || "restoring changed a backup".to_owned())?;
    }
    let left = names(place.path()).into_iter().filter(|name| name.ends_with(".lock")).count();
    ensure(left == 0, || "a lock stayed".to_owned())
}
