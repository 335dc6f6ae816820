//! A kill at every system call of what is done beside saving: forgetting, merging a copy, copying, restoring, packing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use icebreak::domain::deal::DealId;
use icebreak::domain::document::Document;
use icebreak::exchange::pack::unpack;
use icebreak::store::backups::backup;
use icebreak::store::disk::format::decode;
use icebreak::store::{Session, Trust, read};

use crate::deeds::{FORGOTTEN, copy_of};
use crate::kill_calls::{Wrapper, attach, inject, skip_attaching, step};
use crate::place::{PI, Place, Start, encode, is_tidy, names, save};
use crate::roads::{Child, everything, icebreak};
use crate::row::{Row, ensure};
use crate::trace;

/// As it stands in a file, so that no other buyer's name begins alike.
const BUYER: &[u8] = b"\"Buyer 3\"";
const COPY: &str = "deals (conflicted copy).json";

/// What was in the folder before: each file with its bytes.
type Before = [(PathBuf, Vec<u8>)];

/// Something that a child is told to do.
struct Deed {
    order: &'static str,
    /// No document is open meanwhile.
    bare: bool,
    prepare: fn(&Place),
    /// What must hold after the kill; whether it was said to be done.
    check: fn(&Place, &Before, bool) -> Result<(), String>,
}

impl Deed {
    fn place(&self) -> Place {
        let place = Place::at(Start::Later);
        (self.prepare)(&place);
        place
    }

    fn child(&self, place: &Place) -> Child {
        if self.bare { Child::bare(&place.file()) } else { Child::ready(&place.file()) }
    }

    /// Does it undisturbed.
    fn again(&self, place: &Place) -> Result<(), String> {
        let mut child = self.child(place);
        let said = child.ask(self.order);
        child.close();
        ensure(said.as_deref() == Some("done"), || format!("the next try: {said:?}"))
    }

    fn kill_at_each_call(&self, mut row: Row, few: usize) {
        if !row.needs("strace") {
            return row.finish();
        }
        let place = self.place();
        let log = place.path().join("trace");
        let mut child = self.child(&place);
        let Some(mut strace) = attach(&child, &["-o".to_owned(), log.display().to_string()]) else {
            return skip_attaching(row);
        };
        assert_eq!(child.ask(self.order).as_deref(), Some("done"));
        child.close();
        let _ended = strace.wait();
        for (name, number) in trace::points(&trace::read(&log)).into_iter().step_by(step(few)) {
            let place = self.place();
            let before = everything(&place.file());
            let mut child = self.child(&place);
            let options = inject(&name, &format!("signal=KILL:when={number}"));
            let Some(mut strace) = attach(&child, &options) else { return skip_attaching(row) };
            let is_done = child.ask(self.order).as_deref() == Some("done");
            child.close();
            let _ended = strace.wait();
            row.tried(format_args!("{name} {number}"), (self.check)(&place, &before, is_done));
        }
        row.finish();
    }
}

/// The document as it is after the next open, which sweeps.
fn reopened(file: &Path) -> Result<Document, String> {
    let opened =
        Session::open(file, Trust::Checksum).map_err(|problem| format!("does not open: {problem}"))?;
    is_tidy(file, true)?;
    let document = opened.document.clone();
    drop(opened);
    is_tidy(file, false)?;
    Ok(document)
}

fn traces(file: &Path) -> Vec<PathBuf> {
    let names_it = |bytes: &[u8]| bytes.windows(BUYER.len()).any(|window| window == BUYER);
    everything(file).into_iter().filter(|(_, bytes)| names_it(bytes)).map(|(path, _)| path).collect()
}

const FORGET: Deed = Deed {
    order: "forget",
    bare: false,
    prepare: |place| {
        let bytes = fs::read(place.file()).unwrap();
        fs::write(place.path().join("deals.json.kept-1"), &bytes).unwrap();
        fs::write(place.path().join(COPY), &bytes).unwrap();
    },
    check: |place, before, is_done| {
        let file = place.file();
        let document = reopened(&file)?;
        let is_gone = document.deal(&DealId::new(FORGOTTEN)).is_none();
        ensure(is_gone || !is_done, || "said to be forgotten, and still there".to_owned())?;
        // Who is still in the document can be forgotten again.
        if !is_gone {
            FORGET.again(place)?;
        }
        let traces = traces(&file);
        ensure(traces.is_empty(), || format!("gone from the document, but still in {traces:?}"))?;
        for (path, old) in before {
            let deals =
                |bytes: &[u8]| decode(bytes, Trust::Checksum).map(|(document, _)| document.deals.len());
            let now = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            ensure(deals(&now) == deals(old).map(|deals| deals - 1), || {
                format!("{} is damaged", path.display())
            })?;
        }
        is_tidy(&file, false)
    },
};

#[test]
fn kill_at_each_call_of_forgetting() {
    FORGET.kill_at_each_call(
        Row::new(
            "kill at each call, forgetting a buyer",
            "gone from the document only when gone from every copy; no other deal lost; no litter",
        ),
        40,
    );
}

const RETIRE: Deed = Deed {
    order: "retire",
    bare: false,
    prepare: |place| {
        let document = read(&place.file(), Trust::Checksum).unwrap().document;
        let mut theirs = crate::place::with_generation(&document, 77);
        theirs.extra.insert("theirs".into(), 1.into());
        fs::write(place.path().join(COPY), encode(&theirs)).unwrap();
    },
    check: |place, before, is_done| {
        let file = place.file();
        let document = reopened(&file)?;
        let copy = &before.iter().find(|(path, _)| path.ends_with(COPY)).unwrap().1;
        let holders = || -> Vec<String> {
            let named = everything(&file).into_iter().filter(|(_, bytes)| bytes == copy);
            named.map(|(path, _)| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
        };
        ensure(!holders().is_empty(), || "the copy is lost".to_owned())?;
        let is_there = holders().iter().any(|name| name == COPY);
        ensure(!(is_done && is_there), || "said to be retired, and still there".to_owned())?;
        ensure(!is_done || document.extra.contains_key("theirs"), || {
            "said to be merged, and is not".to_owned()
        })?;
        if is_there {
            RETIRE.again(place)?;
        }
        ensure(holders() == ["merged-1.json"], || format!("kept as {:?}", holders()))?;
        reopened(&file).map(|_document| ())
    },
};

#[test]
fn kill_at_each_call_of_merging_a_copy() {
    RETIRE.kill_at_each_call(
        Row::new(
            "kill at each call, merging a conflict copy",
            "the copy or what was made of it is there; kept once; no litter",
        ),
        30,
    );
}

/// A copy of everything: whole or not there; over an older one: old or new.
fn check_copy(place: &Place, before: &Before, is_done: bool) -> Result<(), String> {
    let (file, copy) = (place.file(), copy_of(&place.file()));
    let content = |path: &Path| before.iter().find(|(name, _)| name == path).map(|(_, bytes)| bytes);
    ensure(fs::read(&file).ok().as_ref() == content(&file), || "the document was changed".to_owned())?;
    let new = content(&file);
    let found = fs::read(&copy).ok();
    let is_new = found.as_ref() == new;
    ensure(is_new || (!is_done && found.as_ref() == content(&copy)), || {
        "the copy is neither old nor new".to_owned()
    })?;
    // What is left of a copy is swept when the copy is opened.
    reopened(&copy)?;
    reopened(&file).map(|_document| ())
}

const COPY_NEW: Deed = Deed { order: "copy", bare: false, prepare: |_place| (), check: check_copy };
const COPY_OVER: Deed = Deed {
    order: "copy over",
    bare: false,
    prepare: |place| save(&copy_of(&place.file()), 1),
    check: check_copy,
};

#[test]
fn kill_at_each_call_of_copying_everything() {
    const HOLDS: &str =
        "the document untouched; the copy old or new, never half; no litter once it was opened";
    COPY_NEW.kill_at_each_call(Row::new("kill at each call, copying everything", HOLDS), 20);
    COPY_OVER.kill_at_each_call(Row::new("kill at each call, copying over a copy", HOLDS), 20);
}

const RESTORE: Deed = Deed {
    order: "restore",
    bare: true,
    prepare: |place| {
        let bytes = fs::read(place.file()).unwrap();
        fs::write(place.file(), &bytes[..bytes.len() / 2]).unwrap();
    },
    check: |place, before, is_done| {
        let file = place.file();
        let bad = &before.iter().find(|(path, _)| *path == file).unwrap().1;
        let good = &before.iter().rfind(|(path, _)| path.starts_with(backup::folder_of(&file))).unwrap().1;
        let opens = Session::open(&file, Trust::Checksum).is_ok();
        is_tidy(&file, false)?;
        let found = fs::read(&file).map_err(|error| error.to_string())?;
        ensure(found == *if opens { good } else { bad }, || "neither old nor restored".to_owned())?;
        ensure(opens || !is_done, || "said to be restored, and is not".to_owned())?;
        if !opens {
            RESTORE.again(place)?;
        }
        let kept: Vec<_> = names(place.path()).into_iter().filter(|name| name.contains(".kept-")).collect();
        ensure(kept == ["deals.json.kept-1"], || format!("kept as {kept:?}"))?;
        ensure(fs::read(place.path().join(&kept[0])).unwrap() == *bad, || {
            "the bad one was changed".to_owned()
        })?;
        let untouched = before
            .iter()
            .filter(|(path, _)| *path != file)
            .all(|(path, bytes)| fs::read(path).ok().as_ref() == Some(bytes));
        ensure(untouched, || "a backup was changed".to_owned())?;
        ensure(reopened(&file).map(|document| encode(&document))? == *good, || {
            "another state came back".to_owned()
        })
    },
};

#[test]
fn kill_at_each_call_of_restoring() {
    RESTORE.kill_at_each_call(
        Row::new(
            "kill at each call, restoring a backup",
            "damaged or restored; the damaged one kept once; backups untouched; no litter",
        ),
        20,
    );
}

#[test]
fn kill_at_each_call_of_packing() {
    let mut row = Row::new(
        "kill at each call, packing a deal",
        "no pack or a whole one, never half; the document untouched; no litter after the next",
    );
    if row.needs("strace") {
        let place = Place::at(Start::Later);
        let log = place.path().join("trace");
        assert!(pack(&place, &["strace", "-f", "-o", log.to_str().unwrap()]));
        let calls = trace::from_first_touch(trace::read(&log), &place.file());
        for (name, number) in trace::points(&calls).into_iter().step_by(step(20)) {
            let place = Place::at(Start::Later);
            let wrapper = Wrapper::injecting(&name, &format!("signal=KILL:when={number}"));
            let is_done = pack(&place, &wrapper.as_slices());
            row.tried(format_args!("{name} {number}"), check_pack(&place, is_done));
        }
    }
    row.finish();
}

fn pack(place: &Place, wrapper: &[&str]) -> bool {
    let mut command = Command::new(wrapper.first().map_or(icebreak().as_os_str(), |first| first.as_ref()));
    if !wrapper.is_empty() {
        command.args(&wrapper[1..]).arg(icebreak());
    }
    let export = command.arg("export").arg(place.file()).args(["--deal", PI, "--to"]).arg(packed(place));
    export.stdin(Stdio::null()).output().unwrap().status.success()
}

fn packed(place: &Place) -> PathBuf {
    place.path().join("casa.pack.json")
}

fn check_pack(place: &Place, is_done: bool) -> Result<(), String> {
    let document = read(&place.file(), Trust::Checksum).map_err(|problem| problem.to_string())?.document;
    let deal = document.deals.values().find(|deal| deal.agreed.pi == PI).unwrap();
    let is_there = packed(place).exists();
    ensure(is_there || !is_done, || "said to be packed, and is not".to_owned())?;
    // A pack that is there is never written over.
    ensure(pack(place, &[]) != is_there, || format!("the next try, with a pack there: {is_there}"))?;
    let back = unpack(&fs::read(packed(place)).unwrap()).map_err(|problem| format!("half: {problem}"))?;
    ensure(back == **deal, || "another deal was packed".to_owned())?;
    let left = names(place.path());
    let expected = ["casa.pack.json", "deals.json", "deals.json.backups"];
    ensure(left == expected, || format!("left behind: {left:?}"))
}
