//! Odd places for a document: links, folders in its way, names that are too long. Told, and nothing left behind.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

use icebreak::domain::document::Document;
use icebreak::domain::files::problem::{SaveProblem, SystemRefusal};
use icebreak::store::{FileAccess, Outside, Session, Trust};

use crate::place::{Place, generation_in, is_tidy, names, save, with_generation};
use crate::roads::{icebreak, refused};

fn import(place: &Place, generation: u64, into: &PathBuf) -> std::process::Output {
    let table = place.table(generation);
    let output =
        std::process::Command::new(icebreak()).arg("import").arg(&table).arg("--into").arg(into).output();
    fs::remove_file(table).unwrap();
    output.unwrap()
}

#[test]
fn a_link_stays_a_link_and_its_backups_lie_beside_the_document() {
    let place = Place::new();
    let real = place.path().join("real");
    fs::create_dir(&real).unwrap();
    symlink("real/work.json", place.file()).unwrap();
    for generation in 1..=3 {
        let done = import(&place, generation, &place.file());
        assert!(done.status.success(), "{done:?}");
    }
    assert!(fs::symlink_metadata(place.file()).unwrap().is_symlink());
    assert_eq!(names(place.path()), ["deals.json", "real"]);
    assert_eq!(names(&real), ["work.json", "work.json.backups"]);
    assert_eq!(names(&real.join("work.json.backups")).len(), 2);
    assert_eq!(generation_in(&place.file()), Ok(3));
}

#[test]
fn a_folder_in_the_documents_place_is_told_and_can_be_taken_away() {
    let place = Place::new();
    let file = place.file();
    let opened = Session::open(&file, Trust::Checksum).unwrap();
    let FileAccess::Writable(mut session) = opened.access else { panic!("held by another") };
    let first = with_generation(&Document::default(), 1);
    session.save(&first).unwrap();
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert!(matches!(session.look(), Outside::Unreadable { .. }));
    let second = with_generation(&first, 2);
    assert_eq!(session.save(&second), Err(SaveProblem::System(SystemRefusal::NotAFile)));
    is_tidy(&file, true).unwrap();
    assert!(import(&place, 9, &file).status.code() == Some(1));
    fs::remove_dir(&file).unwrap();
    session.save(&second).unwrap();
    drop(session);
    assert_eq!(generation_in(&file), Ok(2));
    is_tidy(&file, false).unwrap();
}

#[test]
fn a_folder_that_is_gone_is_told_and_can_be_made_again() {
    let place = Place::new();
    let folder = place.path().join("stick");
    fs::create_dir(&folder).unwrap();
    let file = folder.join("deals.json");
    let opened = Session::open(&file, Trust::Checksum).unwrap();
    let FileAccess::Writable(mut session) = opened.access else { panic!("held by another") };
    let first = with_generation(&Document::default(), 1);
    session.save(&first).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(session.look(), Outside::Gone);
    let second = with_generation(&first, 2);
    assert_eq!(session.save(&second), Err(SaveProblem::System(SystemRefusal::Gone)));
    fs::create_dir(&folder).unwrap();
    session.save(&second).unwrap();
    drop(session);
    assert_eq!(generation_in(&file), Ok(2));
    save(&file, 3);
    is_tidy(&file, false).unwrap();
}

#[test]
fn long_names_work_or_are_refused_in_one_line() {
    let place = Place::new();
    for length in [100, 200, 230, 240, 250, 255, 256, 5000] {
        let file = place.path().join("x".repeat(length));
        let output = import(&place, 1, &file);
        let is_done = output.status.success();
        assert!(is_done || refused(&output).is_ok(), "{length}: {output:?}");
        assert!(is_done || length > 200, "{length}: {output:?}");
        if is_done {
            assert_eq!(generation_in(&file), Ok(1));
            fs::remove_file(&file).unwrap();
        }
        assert_eq!(names(place.path()), [""; 0], "{length}");
    }
    let mut deep = place.path().to_owned();
    for _ in 0..30 {
        deep.push("y".repeat(200));
    }
    assert!(refused(&import(&place, 1, &deep)).is_ok());
}
