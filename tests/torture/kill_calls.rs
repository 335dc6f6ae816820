//! A kill at every system call that a save makes, one after the other, found by tracing the save once.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child as Process, Command, Stdio};

use crate::place::{Place, Start, recovers};
use crate::roads::{Child, acknowledged, child, import, this_program};
use crate::row::{Row, is_full};
use crate::trace::{self, Call};

const HOLDS: &str = "old or new, never else; new once acknowledged; no litter; saves on";

/// Every point in a full run, else each so-manieth.
pub fn step(few: usize) -> usize {
    if is_full() { 1 } else { few }
}

#[test]
fn kill_at_each_call_of_an_import() {
    let mut row = Row::new("kill at each call, import", HOLDS);
    if row.needs("strace") {
        for start in Start::ALL {
            let old = start.generation();
            for (name, number) in trace::points(&import_calls(start)).into_iter().step_by(step(20)) {
                let place = Place::at(start);
                let output = import(&place, old + 1, &killing(&name, number).as_slices()).output().unwrap();
                let least = if output.status.success() { old + 1 } else { old };
                row.tried(
                    format_args!("{start:?} {name} {number}"),
                    recovers(&place.file(), least..=old + 1),
                );
            }
        }
    }
    row.finish();
}

#[test]
fn kill_at_each_call_while_the_window_opens_and_closes() {
    let mut row = Row::new("kill at each call, window opens and closes", HOLDS);
    if row.needs("strace") {
        for start in Start::ALL {
            let old = start.generation();
            for (name, number) in trace::points(&opening_calls(start)).into_iter().step_by(step(20)) {
                let place = Place::at(start);
                let wrapper = killing(&name, number);
                let mut child = Child::spawn(child(&place.file(), &wrapper.as_slices(), &this_program()));
                let is_open = child.answer().is_some();
                let saved =
                    if is_open { child.ask("save").and_then(|said| acknowledged(&said)) } else { None };
                child.close();
                row.tried(
                    format_args!("{start:?} {name} {number}"),
                    recovers(&place.file(), saved.unwrap_or(old)..=old + 1),
                );
            }
        }
    }
    row.finish();
}

#[test]
fn kill_at_each_call_of_a_save_in_the_window() {
    let mut row = Row::new("kill at each call, window saves", HOLDS);
    if row.needs("strace") {
        for start in Start::ALL {
            let old = start.generation();
            for (name, number) in trace::points(&saving_calls(start)).into_iter().step_by(step(20)) {
                let place = Place::at(start);
                let mut child = Child::ready(&place.file());
                let Some(mut strace) = attach(&child, &inject(&name, &format!("signal=KILL:when={number}")))
                else {
                    return skip_attaching(row);
                };
                let saved = child.ask("save").and_then(|said| acknowledged(&said));
                child.close();
                let _ended = strace.wait();
                row.tried(
                    format_args!("{start:?} {name} {number}"),
                    recovers(&place.file(), saved.unwrap_or(old)..=old + 1),
                );
            }
        }
    }
    row.finish();
}

pub fn skip_attaching(mut row: Row) {
    row.skip("strace may not attach to a process (kernel.yama.ptrace_scope, or a container without ptrace)");
    row.finish();
}

/// The calls of one import, from the first touch of the folder on.
pub fn import_calls(start: Start) -> Vec<Call> {
    let place = Place::at(start);
    let log = place.path().join("trace");
    let wrapper = ["strace", "-f", "-y", "-o", log.to_str().unwrap()];
    let output = import(&place, start.generation() + 1, &wrapper).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    trace::from_first_touch(trace::read(&log), &place.file())
}

/// The calls of the window's store from opening to closing with nothing to save.
fn opening_calls(start: Start) -> Vec<Call> {
    let place = Place::at(start);
    let log = place.path().join("trace");
    let wrapper = ["strace", "-f", "-o", log.to_str().unwrap()];
    let mut child = Child::spawn(child(&place.file(), &wrapper, &this_program()));
    assert_eq!(child.answer().as_deref(), Some("ready"));
    child.close();
    trace::from_first_touch(trace::read(&log), &place.file())
}

/// The calls of one save in the window's store: counted, like those of an injection, from the attaching on.
pub fn saving_calls(start: Start) -> Vec<Call> {
    let place = Place::at(start);
    let log = place.path().join("trace");
    let mut child = Child::ready(&place.file());
    let options = ["-y".to_owned(), "-o".to_owned(), log.to_str().unwrap().to_owned()];
    let Some(mut strace) = attach(&child, &options) else { return Vec::new() };
    let answer = child.ask("save").unwrap();
    assert_eq!(acknowledged(&answer), Some(start.generation() + 1));
    child.close();
    let _ended = strace.wait();
    trace::read(&log)
}

/// strace on a process that runs; none where it may not.
pub fn attach(child: &Child, options: &[String]) -> Option<Process> {
    child.settle();
    let mut strace = Command::new("strace")
        .args(["-f", "-p", &child.process.id().to_string()])
        .args(options)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(strace.stderr.take().unwrap());
    let mut line = String::new();
    while said.read_line(&mut line).unwrap_or(0) > 0 {
        if line.contains("attached") {
            // It must never wait because nobody reads what it says.
            std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
            return Some(strace);
        }
    }
    let _failed = strace.wait();
    None
}

/// strace's options that put `what` at calls of this name.
pub fn inject(name: &str, what: &str) -> Vec<String> {
    let null = if Path::new("/dev/null").exists() { "/dev/null" } else { "trace" };
    ["-o", null, "-e", &format!("trace={name}"), "-e", &format!("inject={name}:{what}")]
        .map(str::to_owned)
        .into()
}

/// strace before a program, with what it injects.
pub struct Wrapper(Vec<String>);

impl Wrapper {
    pub fn injecting(name: &str, what: &str) -> Self {
        Self([vec!["strace".to_owned(), "-f".to_owned()], inject(name, what)].concat())
    }

    pub fn as_slices(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }
}

fn killing(name: &str, number: usize) -> Wrapper {
    Wrapper::injecting(name, &format!("signal=KILL:when={number}"))
}
