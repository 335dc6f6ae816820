//! Folders as a stranger keeps them in mind: one front door each, at most a dozen files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The most files that a folder may hold, its front door included.
const MOST_FILES: usize = 12;

/// Folders with one file for each member of a list that the world decides: they may grow.
const LISTS: &[&str] = &["text/buyer/words/languages"];

#[test]
fn the_front_door_of_a_folder_is_its_mod_rs() {
    let doors = |paths: &[&str]| double_doors(&paths.iter().map(|path| (*path).to_owned()).collect());
    assert_eq!(doors(&["a.rs", "a/b.rs"]), ["a: a.rs beside the folder"]);
    assert_eq!(doors(&["a/b.rs"]), ["a: no mod.rs"]);
    assert_eq!(doors(&["a/mod.rs", "a/b.rs", "c.rs"]), [] as [&str; 0]);
    assert_eq!(double_doors(&files()), [] as [&str; 0]);
}

#[test]
fn no_folder_holds_more_than_a_dozen_files() {
    let crowd: Vec<String> = (0..=MOST_FILES).map(|n| format!("a/{n}.rs")).collect();
    assert_eq!(crowded(&crowd.iter().cloned().collect()), ["a: 13 files"]);
    assert_eq!(crowded(&crowd[1..].iter().cloned().collect()), [] as [&str; 0]);
    assert_eq!(crowded(&files()), [] as [&str; 0]);
}

fn double_doors(files: &BTreeSet<String>) -> Vec<String> {
    let folders: BTreeSet<&str> =
        files.iter().map(|path| folder(path)).filter(|folder| !folder.is_empty()).collect();
    let problem = |folder: &&str| {
        if files.contains(&format!("{folder}.rs")) {
            Some(format!("{folder}: {folder}.rs beside the folder"))
        } else if !files.contains(&format!("{folder}/mod.rs")) {
            Some(format!("{folder}: no mod.rs"))
        } else {
            None
        }
    };
    folders.iter().filter_map(problem).collect()
}

fn crowded(files: &BTreeSet<String>) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for path in files {
        *counts.entry(folder(path)).or_default() += 1;
    }
    let is_crowded = |(folder, count): &(&str, usize)| *count > MOST_FILES && !LISTS.contains(folder);
    counts.into_iter().filter(is_crowded).map(|(folder, count)| format!("{folder}: {count} files")).collect()
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Every source file, by its path below src.
fn files() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found
}
