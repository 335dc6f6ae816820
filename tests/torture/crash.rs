//! Power cuts: a save is traced once, and for each prefix of its calls the folder is rebuilt as a file system could leave
//! it: what was not synced is there, gone, halved or zeroed, and names that were not synced are old or new.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::place::{Place, Start, encode, generation_in, recovers, with_generation};
use crate::roads::{Child, acknowledged, child, import, this_program};
use crate::row::{Row, count};
use crate::trace::{self, Call};

const CALLS: &str = "trace=openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,close";

#[test]
fn every_state_that_a_power_cut_can_leave() {
    let mut row = Row::new(
        "crash states",
        "opens; old or new; new once acknowledged; backups good; no litter; saves on",
    );
    if row.needs("strace") {
        let step = count(1, 13);
        for start in Start::ALL {
            for (road, trace) in
                [("import", import_trace as fn(&Place, Start) -> _), ("window", window_trace)]
            {
                let place = Place::at(start);
                let before = Disk::of(place.path());
                let calls = trace(&place, start);
                let states = states(before, place.path(), &calls);
                for (state, number) in states.into_iter().zip(0..).step_by(step) {
                    let outcome = check(&state, place.path(), start);
                    row.tried(format_args!("{start:?} {road} state {number} after {}", state.after), outcome);
                }
            }
        }
    }
    row.finish();
}

fn import_trace(place: &Place, start: Start) -> Vec<Call> {
    let log = place.path().join("trace");
    let wrapper = ["strace", "-f", "-xx", "-s", "10000000", "-e", CALLS, "-o", log.to_str().unwrap()];
    assert!(import(place, start.generation() + 1, &wrapper).output().unwrap().status.success());
    trace::read(&log)
}

fn window_trace(place: &Place, start: Start) -> Vec<Call> {
    let log = place.path().join("trace");
    let wrapper = ["strace", "-f", "-xx", "-s", "10000000", "-e", CALLS, "-o", log.to_str().unwrap()];
    let mut child = Child::spawn(child(&place.file(), &wrapper, &this_program()));
    assert_eq!(child.answer().as_deref(), Some("ready"));
    let answer = child.ask("save").unwrap();
    assert_eq!(acknowledged(&answer), Some(start.generation() + 1));
    child.close();
    trace::read(&log)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Entry {
    Folder,
    File(usize),
}

#[derive(Clone, Default)]
struct Content {
    synced: Vec<u8>,
    now: Vec<u8>,
}

#[derive(Clone)]
enum Change {
    Add(PathBuf, Entry),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf, Entry),
}

/// What the calls so far have done, and how much of it is safe.
#[derive(Clone, Default)]
struct Disk {
    files: Vec<Content>,
    now: BTreeMap<PathBuf, Entry>,
    synced: BTreeMap<PathBuf, Entry>,
    /// Changes of names in this order, each with the folder whose sync makes it safe.
    pending: Vec<(PathBuf, Change)>,
    open: BTreeMap<i64, PathBuf>,
    /// The save has been acknowledged.
    is_done: bool,
}

impl Disk {
    fn of(folder: &Path) -> Self {
        let mut disk = Self::default();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let entry = if path.is_dir() {
                    folders.push(path.clone());
                    Entry::Folder
                } else {
                    let bytes = fs::read(&path).unwrap();
                    disk.files.push(Content { synced: bytes.clone(), now: bytes });
                    Entry::File(disk.files.len() - 1)
                };
                disk.now.insert(path, entry);
            }
        }
        disk.synced = disk.now.clone();
        disk
    }

    fn change(&mut self, change: Change) {
        let path = match &change {
            Change::Add(path, _) | Change::Remove(path) | Change::Rename(path, _, _) => path,
        };
        let folder = path.parent().unwrap().to_owned();
        apply(&mut self.now, &change);
        self.pending.push((folder, change));
    }

    /// Does what a call did; says whether it changed anything here.
    fn follow(&mut self, call: &Call, root: &Path) -> bool {
        if call.result().is_none_or(|result| result < 0) {
            return false;
        }
        let texts = texts(&call.text);
        let paths: Vec<PathBuf> =
            texts.iter().map(|text| root.join(String::from_utf8_lossy(text).as_ref())).collect();
        let inside = paths.first().is_some_and(|path| path.starts_with(root));
        match call.name.as_str() {
            "openat" => {
                let path = paths.into_iter().next().unwrap();
                self.open.insert(call.result().unwrap(), path.clone());
                let is_new = inside && call.text.contains("O_CREAT") && !self.now.contains_key(&path);
                if is_new {
                    self.files.push(Content::default());
                    self.change(Change::Add(path, Entry::File(self.files.len() - 1)));
                }
                is_new
            }
            "close" => {
                self.open.remove(&descriptor(call));
                false
            }
            "write" => self.write(call, &texts),
            "ftruncate" => self.content(call).map(|content| content.now.clear()).is_some(),
            "fsync" | "fdatasync" => self.sync(call),
            "mkdir" if inside => {
                self.change(Change::Add(paths[0].clone(), Entry::Folder));
                true
            }
            "unlink" if inside => {
                self.change(Change::Remove(paths[0].clone()));
                true
            }
            "renameat" | "renameat2" | "rename" if inside => {
                let entry = self.now[&paths[0]];
                self.change(Change::Rename(paths[0].clone(), paths[1].clone(), entry));
                true
            }
            other => {
                assert!(!inside, "teach the model {other}({}", call.text);
                false
            }
        }
    }

    fn content(&mut self, call: &Call) -> Option<&mut Content> {
        match self.now.get(self.open.get(&descriptor(call))?)? {
            Entry::File(index) => self.files.get_mut(*index),
            Entry::Folder => None,
        }
    }

    fn write(&mut self, call: &Call, texts: &[Vec<u8>]) -> bool {
        let written = usize::try_from(call.result().unwrap()).unwrap();
        let bytes = texts.first().map_or(&[][..], |text| &text[..written]).to_owned();
        self.content(call).map(|content| content.now.extend(bytes)).is_some()
    }

    fn sync(&mut self, call: &Call) -> bool {
        if let Some(content) = self.content(call) {
            content.synced = content.now.clone();
            return true;
        }
        let Some(folder) = self.open.get(&descriptor(call)).cloned() else { return false };
        let Self { pending, synced, .. } = self;
        pending.retain(|(of, change)| {
            let stays = *of != folder;
            if !stays {
                apply(synced, change);
            }
            stays
        });
        true
    }
}

fn apply(names: &mut BTreeMap<PathBuf, Entry>, change: &Change) {
    match change {
        Change::Add(path, entry) => {
            names.insert(path.clone(), *entry);
        }
        Change::Remove(path) => {
            names.remove(path);
        }
        Change::Rename(from, to, entry) => {
            names.remove(from);
            names.insert(to.clone(), *entry);
        }
    }
}

/// A folder as it may stand after the power cut.
struct State {
    after: String,
    names: BTreeMap<PathBuf, Vec<u8>>,
    folders: Vec<PathBuf>,
    is_done: bool,
}

const DAMAGES: [fn(&Content) -> Vec<u8>; 4] = [
    |content| content.now.clone(),
    |content| content.synced.clone(),
    |content| content.now[..content.now.len() / 2].to_owned(),
    |content| vec![0; content.now.len()],
];

fn states(before: Disk, root: &Path, calls: &[Call]) -> Vec<State> {
    let mut disk = before;
    let mut states = Vec::new();
    for call in calls {
        if !disk.follow(call, root) {
            continue;
        }
        // Only what gives the lock back removes a name, and by then the save has said that it is done.
        disk.is_done |= disk.pending.iter().any(|(_, change)| matches!(change, Change::Remove(_)));
        assert!(disk.pending.len() < 10, "too many changes without a sync");
        for subset in 0..1_u32 << disk.pending.len() {
            for damage in DAMAGES {
                states.push(state(&disk, subset, damage, &call.name));
            }
        }
    }
    states
}

fn state(disk: &Disk, subset: u32, damage: fn(&Content) -> Vec<u8>, after: &str) -> State {
    let mut names = disk.synced.clone();
    for (bit, (_, change)) in disk.pending.iter().enumerate() {
        if subset >> bit & 1 == 1 {
            apply(&mut names, change);
        }
    }
    let folders = names.iter().filter(|(_, entry)| **entry == Entry::Folder);
    let folders: Vec<PathBuf> = folders.map(|(path, _)| path.clone()).collect();
    let files = names.into_iter().filter_map(|(path, entry)| match entry {
        Entry::Folder => None,
        Entry::File(index) => {
            let content = &disk.files[index];
            let bytes = if content.synced == content.now { content.now.clone() } else { damage(content) };
            Some((path, bytes))
        }
    });
    State { after: after.to_owned(), names: files.collect(), folders, is_done: disk.is_done }
}

fn check(state: &State, root: &Path, start: Start) -> Result<(), String> {
    let place = Place::new();
    let moved = |path: &Path| place.path().join(path.strip_prefix(root).unwrap());
    for folder in &state.folders {
        fs::create_dir(moved(folder)).unwrap();
    }
    for (path, bytes) in &state.names {
        // A folder whose own name was lost takes its files along.
        if moved(path).parent().unwrap().is_dir() {
            fs::write(moved(path), bytes).unwrap();
        }
    }
    let least = if state.is_done { start.generation() + 1 } else { start.generation() };
    recovers(&place.file(), least..=start.generation() + 1)
}

/// The texts among a call's arguments, which strace wrote as `"\x2f\x74"`.
fn texts(arguments: &str) -> Vec<Vec<u8>> {
    let quoted = arguments.split('"').skip(1).step_by(2);
    let byte = |digits: &str| u8::from_str_radix(digits, 16).unwrap();
    quoted.map(|text| text.split("\\x").skip(1).map(byte).collect()).collect()
}

fn descriptor(call: &Call) -> i64 {
    let number: String = call.text.chars().take_while(char::is_ascii_digit).collect();
    number.parse().unwrap()
}

/// The model itself: what was written and not synced can be gone, what was synced cannot.
#[test]
fn the_model_keeps_what_was_synced_and_nothing_else() {
    let root = Path::new("/f");
    let hex = |text: &str| text.bytes().map(|byte| format!("\\x{byte:02x}")).collect::<String>();
    let call = |name: &str, text: String| Call { name: name.into(), number: 1, text };
    let mut calls = vec![
        call("openat", format!("AT_FDCWD, \"{}\", O_WRONLY|O_CREAT) = 3", hex("/f/deals.json"))),
        call("write", format!("3, \"{}\", 2) = 2", hex("ab"))),
    ];
    let contents = |calls: &[Call]| {
        let mut found: Vec<_> = states(Disk::default(), root, calls)
            .into_iter()
            .filter(|state| state.after == calls.last().unwrap().name)
            .map(|state| state.names.into_values().next())
            .collect();
        found.sort();
        found.dedup();
        found
    };
    let some = |bytes: &[u8]| Some(bytes.to_vec());
    assert_eq!(contents(&calls), [None, some(b""), some(b"\0\0"), some(b"a"), some(b"ab")]);
    calls.push(call("fsync", "3) = 0".into()));
    assert_eq!(contents(&calls), [None, some(b"ab")]);
    calls.push(call("openat", format!("AT_FDCWD, \"{}\", O_RDONLY) = 4", hex("/f"))));
    calls.push(call("fsync", "4) = 0".into()));
    assert_eq!(contents(&calls)[1..], [some(b"ab")]);
    assert_eq!(generation_in(Path::new("/f/none")), Ok(0));
    assert!(encode(&with_generation(&Default::default(), 1)).len() > 1000);
}
