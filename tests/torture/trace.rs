//! System calls as strace tells them: which a save makes, in which thread, and with what.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

/// One system call, in the order in which it began.
#[derive(Clone, Debug)]
pub struct Call {
    pub name: String,
    /// The how-manieth call of this name in its thread, from 1: strace's `when=`.
    pub number: usize,
    /// What stands between the name's bracket and the end of the line.
    pub text: String,
}

impl Call {
    pub fn result(&self) -> Option<i64> {
        let (_, result) = self.text.rsplit_once(" = ")?;
        result.split_whitespace().next()?.parse().ok()
    }
}

/// Reads what `strace -f -o` wrote; a call that was interrupted by another thread is put together again.
pub fn read(log: &Path) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    let mut counts: HashMap<(String, String), usize> = HashMap::new();
    let mut unfinished: HashMap<String, usize> = HashMap::new();
    for line in fs::read_to_string(log).unwrap().lines() {
        let Some((thread, text)) = line.split_once(' ') else { continue };
        let text = text.trim_start();
        if let Some(resumed) = text.strip_prefix("<... ") {
            let rest = resumed.split_once("resumed>").map_or("", |(_, rest)| rest);
            if let Some(index) = unfinished.remove(thread) {
                calls[index].text.push_str(rest);
            }
            continue;
        }
        let Some((name, text)) = text.split_once('(') else { continue };
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            continue;
        }
        let number = counts.entry((thread.to_owned(), name.to_owned())).or_default();
        *number += 1;
        let text = match text.strip_suffix("<unfinished ...>") {
            Some(begun) => {
                unfinished.insert(thread.to_owned(), calls.len());
                begun
            }
            None => text,
        };
        calls.push(Call { name: name.to_owned(), number: *number, text: text.to_owned() });
    }
    calls
}

/// The calls from the first that touches the folder on.
pub fn from_first_touch(mut calls: Vec<Call>, file: &Path) -> Vec<Call> {
    let file = file.to_string_lossy();
    let first = calls.iter().position(|call| call.name != "execve" && call.text.contains(&*file));
    calls.split_off(first.expect("the save touches the folder"))
}

/// Where an error or a signal can be put: a call's name and its number.
pub fn points(calls: &[Call]) -> BTreeSet<(String, usize)> {
    calls.iter().map(|call| (call.name.clone(), call.number)).collect()
}
