//! One row of the table: what was tried, how often, what went wrong.

use std::fmt::Display;
use std::process::Command;
use std::time::Instant;

/// How many failures are told in full.
const TOLD: usize = 8;

pub struct Row {
    name: &'static str,
    checked: &'static str,
    done: usize,
    failures: Vec<String>,
    skipped: Option<String>,
    started: Instant,
}

/// Whether every row runs its whole count.
pub fn is_full() -> bool {
    std::env::var_os("ICEBREAK_TORTURE").is_some_and(|how| how == "full")
}

/// The whole count of a row, or a few rounds that take a second or two.
pub fn count(full: usize, few: usize) -> usize {
    if is_full() { full } else { few }
}

impl Row {
    pub fn new(name: &'static str, checked: &'static str) -> Self {
        Self { name, checked, done: 0, failures: Vec::new(), skipped: None, started: Instant::now() }
    }

    /// One thing was tried; `what` says which where it failed.
    pub fn tried(&mut self, what: impl Display, outcome: Result<(), String>) {
        self.done += 1;
        if let Err(failure) = outcome {
            self.failures.push(format!("{what}: {failure}"));
        }
    }

    /// Part of the row cannot run here.
    pub fn skip(&mut self, why: impl Into<String>) {
        self.skipped = Some(why.into());
    }

    /// Whether a program is there; where it is not, the row says so.
    pub fn needs(&mut self, program: &str) -> bool {
        let there = Command::new(program).arg("--version").output().is_ok();
        let is_required = std::env::var_os("ICEBREAK_TORTURE_TOOLS").is_some_and(|how| how == "required");
        assert!(there || !is_required, "{}: no {program}", self.name);
        if !there {
            self.skip(format!("no {program}"));
        }
        there
    }

    /// Prints the row's line and fails the test where something went wrong.
    pub fn finish(self) {
        let Self { name, checked, done, failures, skipped, started } = self;
        let mut result = match failures.len() {
            0 if done == 0 => String::new(),
            0 => "ok".to_owned(),
            failed => format!("{failed} FAILED"),
        };
        if let Some(why) = skipped {
            result = format!("{result} SKIPPED: {why}").trim_start().to_owned();
        } else {
            assert!(done > 0, "{name}: nothing was tried");
        }
        println!("\nROW\t{name}\t{done}\t{checked}\t{result}\t{:.0}", started.elapsed().as_secs_f64());
        for failure in failures.iter().take(TOLD) {
            println!("FAILURE\t{name}\t{}", failure.replace('\n', " | "));
        }
        assert!(failures.is_empty(), "{name}: {} of {done} failed", failures.len());
    }
}

/// A small generator of its own: the same numbers on every computer.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

/// An assertion whose failure is a line of the row.
pub fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}
