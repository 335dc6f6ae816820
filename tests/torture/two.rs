//! Two programs on one document, one of them stopped in the middle.

use std::fs;
use std::time::Duration;

use crate::place::{Place, generation_in, recovers};
use crate::roads::{Child, acknowledged, import, refused};
use crate::row::{Chance, Row, count, ensure};

#[test]
fn two_programs_one_stopped() {
    let mut row =
        Row::new("two processes, one stopped", "no lost edit: the second is refused, or the first notices");
    let mut chance = Chance::new(4);
    for round in 0..count(100, 6) {
        let outcome = if round % 2 == 0 { holder_keeps_it(&mut chance) } else { lock_taken_away() };
        row.tried(round, outcome);
    }
    row.finish();
}

/// The window is stopped at some moment of its saves: an import is refused, a second window only looks.
fn holder_keeps_it(chance: &mut Chance) -> Result<(), String> {
    let place = Place::new();
    let mut window = Child::ready(&place.file());
    assert_eq!(window.ask("save").and_then(|said| acknowledged(&said)), Some(1));
    window.order("loop");
    std::thread::sleep(Duration::from_micros(chance.below(20_000) as u64));
    window.stop();
    let before = fs::read(place.file()).unwrap();
    let said = refused(&import(&place, 900, &[]).output().unwrap())?;
    ensure(said.contains("in use by process"), || format!("does not say who holds it: {said}"))?;
    let second = Child::start(&place.file()).answer();
    ensure(second.as_deref() == Some("read-only"), || format!("the second window: {second:?}"))?;
    ensure(fs::read(place.file()).unwrap() == before, || "changed while the holder stood still".to_owned())?;
    window.go_on();
    std::thread::sleep(Duration::from_millis(5));
    let last = window.kill();
    recovers(&place.file(), last.max(1)..=last.max(1) + 1)?;
    let done = import(&place, 900, &[]).output().unwrap();
    ensure(done.status.success() && generation_in(&place.file())? == 900, || format!("later: {done:?}"))
}

/// While the window stands still somebody deletes its lock and another program saves: the window must notice.
fn lock_taken_away() -> Result<(), String> {
    let place = Place::new();
    let mut window = Child::ready(&place.file());
    assert_eq!(window.ask("save").and_then(|said| acknowledged(&said)), Some(1));
    window.stop();
    fs::remove_file(place.path().join("deals.json.lock")).unwrap();
    let theirs = import(&place, 500, &[]).output().unwrap();
    ensure(theirs.status.success(), || format!("{theirs:?}"))?;
    window.go_on();
    let said = window.ask("save").unwrap_or_default();
    ensure(said.starts_with("failed: changed by another"), || format!("the window said {said:?}"))?;
    ensure(generation_in(&place.file())? == 500, || "their edit is lost".to_owned())?;
    // And it does not take a lock along that is not its own.
    window.close();
    recovers(&place.file(), 500..=500)
}
