//! The saving thread: newest only, failures and later success, closing, moving.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use icebreak::domain::files::problem::{SaveProblem, SystemRefusal};
use icebreak::store::backups::backup;
use icebreak::store::{FileAccess, Outside, Pace, SaveReport, Store, Trust, read};

use crate::store::support::{company, encode, names, place, small};

const NEVER: Duration = Duration::from_secs(3600);
const SOON: Duration = Duration::from_millis(1);
/// Only so that a broken test ends.
const PATIENCE: Duration = Duration::from_secs(30);

const ONLY_ON_FLUSH: Pace = Pace { quiet: NEVER, at_most: NEVER, first_retry: NEVER, longest_retry: NEVER };
pub const AT_ONCE: Pace = Pace { quiet: SOON, at_most: SOON, first_retry: NEVER, longest_retry: NEVER };

pub struct Desk {
    pub store: Store,
    woken: Receiver<()>,
    seen: Vec<SaveReport>,
}

pub fn desk(path: &Path, pace: Pace) -> Desk {
    let (wake, woken) = channel();
    let waker = Arc::new(move || wake.send(()).unwrap_or_default());
    let opened = Store::open_at_pace(path, Trust::Checksum, waker, pace).unwrap();
    match opened.access {
        FileAccess::Writable(store) => Desk { store, woken, seen: Vec::new() },
        FileAccess::ReadOnly(holder) => panic!("held by {holder:?}"),
    }
}

impl Desk {
    /// Waits for the next report that `is_meant`.
    pub fn wait(&mut self, is_meant: impl Fn(&SaveReport) -> bool) -> SaveReport {
        loop {
            self.seen.extend(self.store.reports());
            if let Some(at) = self.seen.iter().position(&is_meant) {
                return self.seen.drain(..=at).next_back().unwrap();
            }
            self.woken.recv_timeout(PATIENCE).expect("no such report");
        }
    }

    fn wait_for_saved(&mut self) {
        self.wait(|report| matches!(report, SaveReport::Saved { .. }));
    }

    fn wait_for_failed(&mut self) -> (SaveProblem, bool) {
        match self.wait(|report| matches!(report, SaveReport::Failed { .. })) {
            SaveReport::Failed { problem, will_retry } => (problem, will_retry),
            other => panic!("{other:?}"),
        }
    }
}

fn on_disk(path: &Path) -> String {
    company(&read(path, Trust::Checksum).unwrap().document).to_owned()
}

#[test]
fn only_the_newest_is_saved() {
    let (_folder, path) = place();
    let desk = desk(&path, ONLY_ON_FLUSH);
    for number in 0..=100 {
        desk.store.put(small(&number.to_string()));
    }
    desk.store.flush(PATIENCE).unwrap();
    assert_eq!(on_disk(&path), "100");
    assert!(matches!(desk.store.reports()[..], [SaveReport::Saving, SaveReport::Saved { .. }]));
    desk.store.flush(PATIENCE).unwrap();
    assert_eq!(desk.store.reports(), []);
}

#[test]
fn quiet_is_enough_to_be_saved() {
    let (_folder, path) = place();
    let mut desk = desk(&path, Pace { quiet: SOON, ..ONLY_ON_FLUSH });
    desk.store.put(small("quiet"));
    desk.wait_for_saved();
    assert_eq!(on_disk(&path), "quiet");
}

#[test]
fn typing_on_does_not_put_saving_off_for_ever() {
    let (_folder, path) = place();
    let mut desk = desk(&path, Pace { at_most: SOON, ..ONLY_ON_FLUSH });
    desk.store.put(small("typing"));
    desk.wait_for_saved();
}

#[test]
fn dropping_saves_what_is_left_and_makes_nothing_out_of_nothing() {
    let (folder, path) = place();
    drop(desk(&path, ONLY_ON_FLUSH));
    assert!(names(folder.path()).is_empty());
    let left = desk(&path, ONLY_ON_FLUSH);
    left.store.put(small("left"));
    drop(left);
    assert_eq!(on_disk(&path), "left");
    assert_eq!(names(folder.path()), ["deals.json"]);
}

#[test]
fn a_failed_save_is_told_and_tried_again_by_itself() {
    let (_folder, path) = place();
    let mut desk = desk(&path, Pace { first_retry: SOON, longest_retry: SOON, ..AT_ONCE });
    fs::create_dir(&path).unwrap();
    desk.store.put(small("patient"));
    for _ in 0..3 {
        assert_eq!(desk.wait_for_failed(), (SaveProblem::System(SystemRefusal::NotAFile), true));
    }
    fs::remove_dir(&path).unwrap();
    desk.wait_for_saved();
    assert_eq!(on_disk(&path), "patient");
}

#[test]
fn the_next_change_tries_again_at_once() {
    let (_folder, path) = place();
    let mut desk = desk(&path, AT_ONCE);
    fs::create_dir(&path).unwrap();
    desk.store.put(small("one"));
    desk.wait_for_failed();
    assert_eq!(desk.store.flush(PATIENCE), Err(SaveProblem::System(SystemRefusal::NotAFile)));
    desk.wait_for_failed();
    fs::remove_dir(&path).unwrap();
    desk.store.put(small("two"));
    desk.wait_for_saved();
    assert_eq!(on_disk(&path), "two");
}

#[test]
fn a_change_from_outside_waits_for_a_decision() {
    let (_folder, path) = place();
    fs::write(&path, encode(&small("old"))).unwrap();
    let mut desk = desk(&path, AT_ONCE);
    fs::write(&path, encode(&small("theirs"))).unwrap();
    desk.store.put(small("ours"));
    assert_eq!(desk.wait_for_failed(), (SaveProblem::ChangedOutside, false));
    // Told without being asked.
    let report = desk.wait(|report| matches!(report, SaveReport::Outside(_)));
    let SaveReport::Outside(Outside::Changed(other)) = report else { panic!("{report:?}") };
    assert_eq!((company(&other.document), company(&other.base)), ("theirs", "old"));
    desk.store.adopt(other.hash, small("merged"));
    desk.wait(|report| *report == SaveReport::Adopted { kept: None });
    desk.wait_for_saved();
    desk.store.flush(PATIENCE).unwrap();
    assert_eq!(on_disk(&path), "merged");
}

#[test]
fn moving_takes_the_unsaved_along() {
    let (folder, path) = place();
    let other = folder.path().join("other.json");
    let mut desk = desk(&path, ONLY_ON_FLUSH);
    desk.store.put(small("moved"));
    desk.store.move_to(other.clone(), false);
    let moved = desk.wait(|report| matches!(report, SaveReport::Moved { .. } | SaveReport::NotMoved(_)));
    assert_eq!(moved, SaveReport::Moved { path: other.clone(), warnings: Vec::new(), puts: 1 });
    assert_eq!(on_disk(&other), "moved");
    desk.store.move_to(folder.path().join("missing/x.json"), false);
    let refused = desk.wait(|report| matches!(report, SaveReport::Moved { .. } | SaveReport::NotMoved(_)));
    assert_eq!(refused, SaveReport::NotMoved(SaveProblem::System(SystemRefusal::Gone)));
    desk.store.put(small("later"));
    desk.store.flush(PATIENCE).unwrap();
    assert_eq!(on_disk(&other), "later");
}

#[test]
fn a_save_tells_whether_a_newer_document_waits() {
    let (_folder, path) = place();
    let mut desk = desk(&path, ONLY_ON_FLUSH);
    desk.store.put(small("older"));
    desk.store.flush(PATIENCE).unwrap();
    desk.store.put(small("newer"));
    for is_newest in [false, true] {
        let report = desk.wait(|report| matches!(report, SaveReport::Saved { .. }));
        let SaveReport::Saved { puts, .. } = report else { panic!("{report:?}") };
        assert_eq!(desk.store.is_newest(puts), is_newest);
        desk.store.flush(PATIENCE).unwrap();
    }
}

#[test]
fn what_changed_once_more_is_not_adopted_and_told_anew() {
    let (_folder, path) = place();
    fs::write(&path, encode(&small("old"))).unwrap();
    let mut desk = desk(&path, ONLY_ON_FLUSH);
    fs::write(&path, encode(&small("theirs"))).unwrap();
    let seen = read(&path, Trust::Checksum).unwrap().hash;
    fs::write(&path, encode(&small("theirs again"))).unwrap();
    desk.store.adopt(seen, small("merged"));
    desk.wait(|report| *report == SaveReport::NotAdopted(SaveProblem::ChangedOutside));
    let report = desk.wait(|report| matches!(report, SaveReport::Outside(_)));
    let SaveReport::Outside(Outside::Changed(other)) = report else { panic!("{report:?}") };
    assert_eq!(company(&other.document), "theirs again");
    assert_eq!(desk.store.flush(PATIENCE), Err(SaveProblem::ChangedOutside));
    assert_eq!(on_disk(&path), "theirs again");
    desk.store.adopt(other.hash, small("merged"));
    desk.store.flush(PATIENCE).unwrap();
    assert_eq!(on_disk(&path), "merged");
}

#[test]
fn a_merged_copy_stays_until_the_document_that_holds_it_is_saved() {
    let (folder, path) = place();
    fs::write(&path, encode(&small("old"))).unwrap();
    let copy = folder.path().join("deals (SFConflict li@example.com 2026-11-21-10-15-00).json");
    fs::write(&copy, encode(&small("theirs"))).unwrap();
    let mut desk = desk(&path, ONLY_ON_FLUSH);
    desk.store.look();
    let report = desk.wait(|report| matches!(report, SaveReport::Copies(_)));
    let SaveReport::Copies(copies) = report else { panic!("{report:?}") };
    assert_eq!(copies.iter().map(|copy| &copy.path).collect::<Vec<_>>(), [&copy]);

    fs::write(&path, encode(&small("another program"))).unwrap();
    desk.store.put(small("merged"));
    desk.store.retire(copy.clone(), copies[0].hash);
    desk.wait(|report| *report == SaveReport::NotRetired(SaveProblem::ChangedOutside));
    assert!(copy.exists());

    let seen = read(&path, Trust::Checksum).unwrap().hash;
    desk.store.adopt(seen, small("merged"));
    desk.store.retire(copy.clone(), copies[0].hash);
    desk.wait(|report| matches!(report, SaveReport::Retired(_)));
    assert!(!copy.exists());
    assert_eq!(on_disk(&path), "merged");
}

/// A thread that has ended answers nothing any more, and everybody is told.
#[test]
fn orders_that_nobody_obeys_are_answered() {
    let (_folder, path) = place();
    let waker = Arc::new(|| panic!("the saving thread falls over"));
    let opened = Store::open_at_pace(&path, Trust::Checksum, waker, ONLY_ON_FLUSH).unwrap();
    let FileAccess::Writable(store) = opened.access else { panic!("held") };
    store.put(small("unsaved"));
    assert!(store.flush(PATIENCE).is_err() || store.flush(PATIENCE).is_err());
    let patience = std::time::Instant::now() + PATIENCE;
    while !store.has_stopped() {
        assert!(std::time::Instant::now() < patience, "still running");
    }
    store.reports();
    store.move_to(path.with_file_name("x.json"), false);
    store.back_up();
    let stopped = SaveProblem::Stopped;
    assert_eq!(
        store.reports(),
        [
            SaveReport::NotMoved(stopped.clone()),
            SaveReport::NotBackedUp(stopped.clone()),
            SaveReport::Failed { problem: stopped, will_retry: false }
        ]
    );
}

#[test]
fn what_another_program_put_in_its_place_leaves_a_backup_when_the_window_closes() {
    let (folder, path) = place();
    let first = desk(&path, ONLY_ON_FLUSH);
    first.store.put(small("the last hour"));
    first.store.flush(PATIENCE).unwrap();
    drop(first);
    assert_eq!(names(folder.path()), ["deals.json"]);

    // Deleted: it is written again. Garbage: whoever leaves all the same leaves a backup.
    let last = desk(&path, ONLY_ON_FLUSH);
    fs::remove_file(&path).unwrap();
    last.store.begin_to_leave().within(PATIENCE).unwrap();
    assert_eq!(on_disk(&path), "the last hour");
    fs::write(&path, "garbage").unwrap();
    assert_eq!(last.store.begin_to_leave().within(PATIENCE), Err(SaveProblem::ChangedOutside));
    last.store.back_up();
    drop(last);
    assert_eq!(fs::read_to_string(&path).unwrap(), "garbage");
    let newest = backup::list(&path).unwrap().remove(0).path;
    assert_eq!(on_disk(&newest), "the last hour");
}
