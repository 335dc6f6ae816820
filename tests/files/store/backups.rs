//! Backups: when, under which names, and which ones stay.

use std::fs;

use chrono::{DateTime, TimeDelta, Utc};
use icebreak::domain::files::problem::FileWarning;
use icebreak::store::backups::backup::{Backup, folder_of, list, take};
use icebreak::store::{Trust, read};

use crate::store::support::{company, open, place, small};

fn noon(day: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_262_400, 0).unwrap() + TimeDelta::days(day)
}

fn contents(backups: &[Backup]) -> Vec<String> {
    backups.iter().map(|backup| fs::read_to_string(&backup.path).unwrap()).collect()
}

#[test]
fn a_session_keeps_what_it_first_overwrites() {
    let (_folder, path) = place();
    for name in ["one", "two", "three"] {
        let (_, mut session) = open(&path);
        session.save(&small(name)).unwrap();
        session.save(&small(&format!("{name} again"))).unwrap();
    }
    let kept: Vec<String> = list(&path)
        .unwrap()
        .iter()
        .map(|backup| company(&read(&backup.path, Trust::Checksum).unwrap().document).to_owned())
        .collect();
    assert_eq!(kept, ["two again", "one again", "one"]);
}

#[test]
fn a_backup_that_fails_is_told_and_the_save_goes_on() {
    let (_folder, path) = place();
    let (_, mut session) = open(&path);
    session.save(&small("one")).unwrap();
    fs::write(folder_of(&path), "a file where the folder belongs").unwrap();
    for name in ["two", "three"] {
        let warnings = session.save(&small(name)).unwrap();
        assert!(matches!(warnings[..], [FileWarning::NoBackup(_)]), "{warnings:?}");
        assert_eq!(company(&read(&path, Trust::Checksum).unwrap().document), name);
    }
}

#[test]
fn the_same_content_is_kept_once() {
    let (_folder, path) = place();
    take(&path, b"same", noon(0)).unwrap();
    take(&path, b"same", noon(1)).unwrap();
    assert_eq!(list(&path).unwrap().len(), 1);
}

#[test]
fn a_clock_that_goes_back_loses_nothing() {
    let (_folder, path) = place();
    for (number, day) in [0, -1, -3650, 0, 2_900_000].into_iter().enumerate() {
        take(&path, number.to_string().as_bytes(), noon(day)).unwrap();
    }
    assert_eq!(contents(&list(&path).unwrap()), ["4", "3", "2", "1", "0"]);
}

#[test]
fn backups_are_thinned_by_count() {
    let (_folder, path) = place();
    // Two a day for 100 days.
    for number in 0..200 {
        take(&path, number.to_string().as_bytes(), noon(number / 2)).unwrap();
    }
    let kept = list(&path).unwrap();
    let numbers: Vec<u64> = contents(&kept).iter().map(|content| content.parse().unwrap()).collect();
    assert_eq!(numbers.len(), 32, "{numbers:?}");
    assert_eq!(numbers[..12], [199, 198, 197, 196, 195, 194, 193, 192, 191, 190, 189, 188]);
    let days: Vec<u64> = numbers[12..22].iter().map(|number| number / 2).collect();
    assert_eq!(days, [93, 92, 91, 90, 89, 88, 87, 86, 85, 84]);
    // Ten weeks, of which the first and the last may be cut.
    assert!(numbers[31] / 2 <= 84 - 8 * 7, "{numbers:?}");
}

#[test]
fn strange_files_among_the_backups_are_left_alone() {
    let (_folder, path) = place();
    fs::create_dir_all(folder_of(&path)).unwrap();
    let strange = folder_of(&path).join("my own copy.json");
    fs::write(&strange, "mine").unwrap();
    for number in 0..40 {
        take(&path, number.to_string().as_bytes(), noon(0)).unwrap();
    }
    assert!(strange.exists());
    assert!(list(&path).unwrap().len() < 20);
}

#[test]
fn one_that_cannot_be_thinned_does_not_count_against_the_new_one() {
    let (_folder, path) = place();
    // A folder is not deleted as a file is: so is another person's file in a shared folder.
    fs::create_dir_all(folder_of(&path).join("000001-20200101T000000Z.json/inside")).unwrap();
    fs::create_dir_all(folder_of(&path).join("000002-20200101T000000Z.json/inside")).unwrap();
    for number in 0..40 {
        take(&path, number.to_string().as_bytes(), noon(0)).unwrap();
    }
    // The twelve newest, one of the day, and the two.
    assert!(list(&path).unwrap().len() <= 15, "{:?}", list(&path));
}
