//! Every error that the system can answer a save with, at every call that can meet it.

use std::collections::BTreeSet;
use std::process::Output;

use crate::kill_calls::{Wrapper, attach, import_calls, inject, saving_calls, skip_attaching};
use crate::place::{Place, Start, backups_are_good, generation_in, is_tidy};
use crate::roads::{Child, acknowledged, import, refused};
use crate::row::{Row, ensure, is_full};
use crate::trace::{Call, points};

const CALLS: [&str; 12] = [
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "open",
    "openat",
    "mkdir",
];
const ERRORS: [&str; 6] = ["ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT", "EPERM"];
const HOLDS: &str = "reported; file old, or new only after the rename; no litter; the next try works";

/// Each call that can be refused with each error; a few of them in a short run.
fn cases(calls: &[Call]) -> Vec<(String, usize, &'static str)> {
    let points: BTreeSet<_> =
        points(calls).into_iter().filter(|(name, _)| CALLS.contains(&name.as_str())).collect();
    let all = points.into_iter().flat_map(|(name, number)| ERRORS.map(|error| (name.clone(), number, error)));
    all.step_by(if is_full() { 1 } else { 13 }).collect()
}

#[test]
fn each_error_at_each_call_of_an_import() {
    let mut row = Row::new("errors, import", HOLDS);
    if row.needs("strace") {
        for start in Start::ALL {
            let calls = import_calls(start);
            for (name, number, error) in cases(&calls) {
                let place = Place::at(start);
                let wrapper = Wrapper::injecting(&name, &format!("error={error}:when={number}"));
                let next = start.generation() + 1;
                let output = import(&place, next, &wrapper.as_slices()).output().unwrap();
                let met = met(&calls, &name, number);
                let outcome = import_outcome(&place, start, &output, &met);
                row.tried(format_args!("{start:?} {name} {number} {error} ({})", met[0].text), outcome);
            }
        }
    }
    row.finish();
}

fn import_outcome(place: &Place, start: Start, output: &Output, met: &[&Call]) -> Result<(), String> {
    let (old, new) = (start.generation(), start.generation() + 1);
    let file = place.file();
    let found = generation_in(&file)?;
    if output.status.success() {
        ensure(found == new, || format!("exit 0 with generation {found}"))?;
        let warned = !output.stderr.is_empty();
        ensure(warned || are_harmless(met), || "exit 0 without a word".to_owned())?;
    } else {
        // Only the answer itself could not be written, at least not at once.
        let is_done = met.iter().all(|call| call.text.starts_with("1<"));
        let said =
            if is_done { String::from_utf8_lossy(&output.stderr).into_owned() } else { refused(output)? };
        ensure(said.trim_end().lines().count() == 1, || format!("not one line: {said}"))?;
        ensure(found == if is_done { new } else { old }, || format!("{said} with generation {found}"))?;
    }
    is_tidy(&file, false)?;
    backups_are_good(&file)?;
    let again = import(place, new + 1, &[]).output().unwrap();
    ensure(again.status.success(), || format!("next try: {again:?}"))?;
    ensure(generation_in(&file)? == new + 1, || "the next try is not in the file".to_owned())
}

/// Whether a save that met an error at these calls may go on without a word: nothing of the person's depends on them.
fn are_harmless(calls: &[&Call]) -> bool {
    calls.iter().all(|call| {
        let on = |what: &str| call.text.contains(what);
        match call.name.as_str() {
            // Who holds the lock is a courtesy; what the child tells its driver is no part of a save.
            "write" => on(".lock>") || call.text.starts_with("1<") || call.text.starts_with("2<"),
            // What a sweep does not see today it sees the next time; a newest backup that cannot be read is no
            // reason not to make another.
            "openat" => on("O_DIRECTORY") || (on(".backups/") && on("O_RDONLY")),
            // A file system that cannot rename without replacing is asked to rename: nothing was there before.
            "renameat2" => on("RENAME_NOREPLACE"),
            _ => false,
        }
    })
}

/// An injection counts in each thread, so it may meet more than one call.
fn met<'a>(calls: &'a [Call], name: &str, number: usize) -> Vec<&'a Call> {
    calls.iter().filter(|call| call.name == name && call.number == number).collect()
}

#[test]
fn each_error_at_each_call_of_a_save_in_the_window() {
    let mut row = Row::new("errors, window", HOLDS);
    if row.needs("strace") {
        for start in Start::ALL {
            let calls = saving_calls(start);
            for (name, number, error) in cases(&calls) {
                let met = met(&calls, &name, number);
                let place = Place::at(start);
                let mut child = Child::ready(&place.file());
                let options = inject(&name, &format!("error={error}:when={number}"));
                let Some(mut strace) = attach(&child, &options) else { return skip_attaching(row) };
                let outcome = window_outcome(&place, start, &mut child, &met);
                child.close();
                let _ended = strace.wait();
                let outcome = outcome.and_then(|()| is_tidy(&place.file(), false));
                row.tried(format_args!("{start:?} {name} {number} {error} ({})", met[0].text), outcome);
            }
        }
    }
    row.finish();
}

fn window_outcome(place: &Place, start: Start, child: &mut Child, met: &[&Call]) -> Result<(), String> {
    let (old, new) = (start.generation(), start.generation() + 1);
    let file = place.file();
    let said = child.ask("save").ok_or("no answer")?;
    let found = generation_in(&file)?;
    if acknowledged(&said).is_some() {
        ensure(found == new, || format!("{said} with generation {found}"))?;
        ensure(said.ends_with("warned") || are_harmless(met), || "saved without a word".to_owned())?;
    } else {
        ensure(found == old, || format!("{said} with generation {found}"))?;
        is_tidy(&file, true)?;
        let again = child.ask("retry").ok_or("no answer to the retry")?;
        ensure(acknowledged(&again) == Some(new), || format!("retry: {again}"))?;
    }
    is_tidy(&file, true)?;
    backups_are_good(&file)?;
    ensure(generation_in(&file)? == new, || "not saved in the end".to_owned())
}
