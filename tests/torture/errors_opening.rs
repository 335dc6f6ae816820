//! Errors while the window opens a document: taking the lock, sweeping, reading.

use std::fs;
use std::path::PathBuf;

use icebreak::store::backups::backup;

use crate::kill_calls::{attach, inject, skip_attaching, step};
use crate::place::{Place, Start, backups_are_good, encode, generation_in, is_tidy, with_generation};
use crate::roads::{Child, acknowledged, everything};
use crate::row::{Row, ensure};
use crate::trace::{self, Call};

/// What each call can be refused with.
const ERRORS: [(&str, &[&str]); 14] = [
    ("openat", &["EIO", "EACCES", "EMFILE", "EROFS", "ENOSPC"]),
    ("flock", &["ENOLCK", "EOPNOTSUPP", "EIO"]),
    ("read", &["EIO", "ESTALE"]),
    ("pread64", &["EIO"]),
    ("statx", &["EIO", "EACCES", "ENOMEM"]),
    ("newfstatat", &["EIO", "EACCES"]),
    ("fstat", &["EIO"]),
    ("getdents64", &["EIO", "ENOMEM"]),
    ("readlink", &["EIO", "EACCES"]),
    ("write", &["EIO", "ENOSPC"]),
    ("ftruncate", &["EIO"]),
    ("lseek", &["EIO"]),
    ("unlink", &["EIO", "EACCES"]),
    ("fsync", &["EIO"]),
];

/// What an interrupted save leaves.
const WHOLE: &str = ".deals.json.AbC123.icebreak-tmp";
const HALF: &str = ".deals.json.AbC124.icebreak-tmp";

#[test]
fn each_error_at_each_call_of_opening() {
    let mut row = Row::new(
        "errors, window opens",
        "opens, perhaps only to read, or says why; nothing lost; the next save or open works; no litter",
    );
    if row.needs("strace") {
        for (start, is_interrupted) in
            Start::ALL.into_iter().map(|start| (start, false)).chain([(Start::Later, true)])
        {
            let Some(calls) = opening_calls(start, is_interrupted) else { return skip_attaching(row) };
            for (name, number, error) in cases(&calls) {
                let met = calls.iter().find(|call| call.name == name && call.number == number).unwrap();
                let outcome = open(start, is_interrupted, met, error);
                row.tried(
                    format_args!("{start:?} {is_interrupted} {name} {number} {error} ({})", met.text),
                    outcome,
                );
            }
        }
    }
    row.finish();
}

fn cases(calls: &[Call]) -> Vec<(String, usize, &'static str)> {
    let mut cases = Vec::new();
    for (name, errors) in ERRORS {
        let numbers = calls.iter().filter(|call| call.name == name && is_ours(call)).map(|call| call.number);
        for number in numbers {
            cases.extend(errors.iter().map(|error| (name.to_owned(), number, *error)));
        }
    }
    cases.into_iter().step_by(step(13)).collect()
}

/// What the child hears and says is no part of opening.
fn is_ours(call: &Call) -> bool {
    !["0<", "1<", "2<"].iter().any(|channel| call.text.starts_with(channel))
}

fn place(start: Start, is_interrupted: bool) -> Place {
    let place = Place::at(start);
    if is_interrupted {
        let document =
            icebreak::store::read(&place.file(), icebreak::store::Trust::Checksum).unwrap().document;
        let whole = encode(&with_generation(&document, start.generation()));
        let newer = encode(&with_generation(&document, start.generation() + 50));
        fs::write(place.path().join(WHOLE), newer).unwrap();
        fs::write(place.path().join(HALF), &whole[..whole.len() / 2]).unwrap();
        fs::write(backup::folder_of(&place.file()).join(".000009.json.AbC125.icebreak-tmp"), &whole[..9])
            .unwrap();
    }
    place
}

/// Counted, like those of an injection, from the attaching on.
fn opening_calls(start: Start, is_interrupted: bool) -> Option<Vec<Call>> {
    let place = place(start, is_interrupted);
    let log = place.path().join("trace");
    let mut child = Child::bare(&place.file());
    let options = ["-y".to_owned(), "-o".to_owned(), log.display().to_string()];
    let mut strace = attach(&child, &options)?;
    assert_eq!(child.ask("open").as_deref(), Some("ready"));
    child.close();
    let _ended = strace.wait();
    let calls = trace::from_first_touch(trace::read(&log), &place.file());
    let opened = calls.iter().position(|call| call.name == "write" && call.text.contains("@ ready"));
    Some(calls[..opened.expect("it said that it is ready")].to_owned())
}

fn open(start: Start, is_interrupted: bool, met: &Call, error: &str) -> Result<(), String> {
    let place = place(start, is_interrupted);
    let (file, old) = (place.file(), start.generation());
    let before = everything(&file);
    let mut window = Child::bare(&file);
    let options = inject(&met.name, &format!("error={error}:when={}", met.number));
    let mut strace = attach(&window, &options).ok_or("strace may not attach any more")?;
    let said = window.ask("open").ok_or("ended without a word")?;
    nothing_is_lost(&before, &file)?;
    let mut expected = old;
    if said == "ready" {
        let state = window.ask("state").unwrap_or_default();
        let (generation, warnings) =
            state.strip_prefix("state ").and_then(|state| state.split_once(' ')).ok_or("says no state")?;
        ensure(generation == old.to_string(), || format!("shows generation {generation}"))?;
        let is_unlocked = met.text.contains(".lock") && matches!(&*met.name, "openat" | "flock");
        ensure(!is_unlocked || warnings != "0", || "not locked, and not told".to_owned())?;
        let saved = window.ask("save").ok_or("no answer to the save")?;
        if acknowledged(&saved).is_none() {
            ensure(generation_in(&file)? == old, || format!("{saved}, and the file changed"))?;
            let again = window.ask("retry").ok_or("no answer to the retry")?;
            ensure(acknowledged(&again) == Some(old + 1), || format!("{saved}; retry: {again}"))?;
        }
        expected = old + 1;
    } else {
        let is_told = said == "read-only" || said.starts_with("not opened: ");
        ensure(is_told, || format!("said {said}"))?;
    }
    window.close();
    let _ended = strace.wait();
    let next = Child::ready(&file);
    next.close();
    is_tidy(&file, false)?;
    backups_are_good(&file)?;
    ensure(generation_in(&file)? == expected, || "another state in the end".to_owned())
}

/// Every whole file's content is still somewhere.
fn nothing_is_lost(before: &[(PathBuf, Vec<u8>)], file: &std::path::Path) -> Result<(), String> {
    let now = everything(file);
    let lost = before.iter().find(|(path, bytes)| {
        let is_half = path.to_string_lossy().ends_with("tmp") && !path.ends_with(WHOLE);
        !is_half && !now.iter().any(|(_, held)| held == bytes)
    });
    match lost {
        Some((path, _)) => Err(format!("lost: {}", path.display())),
        None => Ok(()),
    }
}
