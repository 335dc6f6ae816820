//! Clocks that go wrong: no backup is lost and no save is skipped because of them.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, Utc};
use icebreak::store::backups::backup;
use icebreak::store::{FileAccess, Session, Trust};

use crate::place::{Place, backups_are_good, generation_in, generation_of, is_tidy, with_generation};
use crate::row::{Row, ensure};

static NOW: AtomicI64 = AtomicI64::new(0);

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(NOW.load(Ordering::SeqCst), 0).unwrap()
}

fn at(year: i32, month: u32, day: u32) -> i64 {
    NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(23, 59, 59).unwrap().and_utc().timestamp()
}

#[test]
fn clocks_that_go_wrong() {
    let mut row =
        Row::new("clock", "every save is there, the newest backup is the one before it, none thinned early");
    let usual = at(2026, 11, 21);
    let cases = [
        ("back a day", vec![usual, usual - 86_400, usual - 86_399, usual]),
        ("back ten years", vec![usual, at(2016, 11, 21), at(2016, 11, 21), usual]),
        ("29 February", vec![at(2028, 2, 28), at(2028, 2, 29), at(2028, 3, 1), at(2028, 2, 29)]),
        ("29 February of a leap century", vec![at(2000, 2, 29), at(2100, 2, 28), at(2100, 3, 1)]),
        ("year 9999", vec![usual, at(9999, 12, 31), usual, at(9999, 12, 31)]),
        ("beyond four digits", vec![at(9999, 12, 31), at(10_000, 1, 1), at(12_345, 6, 7), usual]),
        ("before 1970", vec![usual, at(1969, 12, 31), at(1, 1, 1), usual]),
        ("stands still", vec![usual; 11]),
        (
            "back and forth",
            (0..11).map(|step| usual + if step % 2 == 0 { 0 } else { -86_400 * 400 }).collect(),
        ),
    ];
    for (name, times) in cases {
        row.tried(name, saves_at(&times));
    }
    row.tried("thinning at any time keeps the twelve newest and one of each day", thinning(usual));
    row.finish();
}

/// One session at each time; a backup is due in each.
fn saves_at(times: &[i64]) -> Result<(), String> {
    let place = Place::new();
    let file = place.file();
    for (generation, time) in (1..).zip(times) {
        NOW.store(*time, Ordering::SeqCst);
        let opened =
            Session::open_at(&file, Trust::Checksum, clock).map_err(|problem| problem.to_string())?;
        ensure(generation_of(&opened.document) == generation - 1, || "an older state opened".to_owned())?;
        let FileAccess::Writable(mut session) = opened.access else { return Err("still locked".to_owned()) };
        let warnings = session.save(&with_generation(&opened.document, generation));
        ensure(warnings == Ok(Vec::new()), || format!("save {generation}: {warnings:?}"))?;
        drop(session);
        ensure(generation_in(&file)? == generation, || format!("save {generation} was skipped"))?;
        let backups = backup::list(&file).map_err(|cause| cause.to_string())?;
        ensure(backups.len() as u64 == generation - 1, || format!("{} backups", backups.len()))?;
        if let Some(newest) = backups.first() {
            let found = generation_in(&newest.path)?;
            ensure(found == generation - 1, || format!("the newest backup has generation {found}"))?;
        }
    }
    backups_are_good(&file)?;
    is_tidy(&file, false)
}

/// Forty backups, two a day, while the clock jumps years: what is kept follows their order, not the clock.
fn thinning(usual: i64) -> Result<(), String> {
    let place = Place::new();
    let file = place.file();
    for number in 0..40_i64 {
        let jump = if number % 10 == 9 { -86_400 * 3_000 } else { 0 };
        let time = DateTime::from_timestamp(usual + number / 2 * 86_400 + jump, 0).unwrap();
        backup::take(&file, format!("backup {number}").as_bytes(), time)
            .map_err(|cause| cause.to_string())?;
        let newest: Vec<u64> = backup::list(&file).unwrap().iter().take(12).map(|kept| kept.number).collect();
        let last = number as u64 + 1;
        let expected: Vec<u64> = (1..=last).rev().take(12).collect();
        ensure(newest == expected, || format!("after {last}: {newest:?}"))?;
    }
    let kept = backup::list(&file).unwrap().len();
    ensure((12..=32).contains(&kept) && kept >= 20, || format!("{kept} kept"))
}
