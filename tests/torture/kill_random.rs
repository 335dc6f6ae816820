//! kill -9 at random times in a loop of saves.

use std::time::Duration;

use crate::place::{Place, generation_in, recovers};
use crate::roads::{Child, import};
use crate::row::{Chance, Row, count};

#[test]
fn kill_at_random_times_in_the_window() {
    let mut row = Row::new("kill -9, window", "opens; generation >= last acknowledged; no litter; saves on");
    let mut chance = Chance::new(1);
    let mut place = Place::new();
    for round in 0..count(1000, 12) {
        if round % 50 == 0 {
            place = Place::new();
        }
        let before = generation_in(&place.file()).unwrap();
        let mut child = Child::ready(&place.file());
        child.order("loop");
        std::thread::sleep(Duration::from_micros(chance.below(30_000) as u64));
        let last = child.kill().max(before);
        // What was being saved when it was killed may be there, too.
        row.tried(round, recovers(&place.file(), last..=last + 1));
    }
    row.finish();
}

#[test]
fn kill_at_random_times_on_the_command_line() {
    let mut row = Row::new("kill -9, import", "opens; generation >= last acknowledged; no litter; saves on");
    let mut chance = Chance::new(2);
    let mut place = Place::new();
    for round in 0..count(1000, 12) {
        if round % 50 == 0 {
            place = Place::new();
        }
        let before = generation_in(&place.file()).unwrap();
        let mut process = import(&place, before + 1, &[]).output_ignored().spawn().unwrap();
        std::thread::sleep(Duration::from_micros(chance.below(30_000) as u64));
        process.kill().unwrap();
        let is_done = process.wait().unwrap().success();
        let least = if is_done { before + 1 } else { before };
        row.tried(round, recovers(&place.file(), least..=before + 1));
    }
    row.finish();
}

trait Quiet {
    fn output_ignored(self) -> Self;
}

impl Quiet for std::process::Command {
    fn output_ignored(mut self) -> Self {
        self.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        self
    }
}
