//! No room and no permission: a full disk, a limit on the size of files, folders and files that may not be written.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place::{Place, Start, backups_are_good, generation_in, is_tidy, save};
use crate::roads::{Child, child, icebreak, refused, this_program};
use crate::row::{Row, ensure};

const HOLDS: &str = "reported; file old; no litter; retry works once there is room or permission";
/// "nobody" on every Debian.
const OTHER: u32 = 65534;

#[test]
fn full_disk() {
    let mut row = Row::new("full disk (tmpfs)", HOLDS);
    let place = Place::new();
    let disk = place.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mount = |options: &str| {
        Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&disk).output()
    };
    if !mount("size=512k").is_ok_and(|output| output.status.success()) {
        row.skip("mounting a tmpfs needs root");
        return row.finish();
    }
    let file = disk.join("deals.json");
    let filler = disk.join("filler");
    save(&file, 1);
    for free in [0, 4096, 8192, 12_288] {
        fill(&filler, free);
        row.tried(format_args!("import, {free} bytes free"), {
            let old = generation_in(&file).unwrap();
            no_import(&place, &file, &[], || fs::remove_file(&filler).unwrap(), old)
        });
        fill(&filler, free);
        row.tried(format_args!("window, {free} bytes free"), {
            let old = generation_in(&file).unwrap();
            let child = Child::ready(&file);
            no_save(child, &file, || fs::remove_file(&filler).unwrap(), old)
        });
    }
    let unmounted = Command::new("umount").arg(&disk).status().unwrap().success();
    assert!(unmounted);
    row.finish();
}

/// Leaves this much room, or somewhat less.
fn fill(filler: &Path, free: usize) {
    const BLOCK: usize = 4096;
    let mut blocks = 0;
    while fs::write(filler, vec![1; (blocks + 1) * BLOCK]).is_ok() {
        blocks += 1;
    }
    fs::write(filler, vec![1; blocks.saturating_sub(free / BLOCK) * BLOCK]).unwrap();
}

#[test]
fn limit_on_the_size_of_files() {
    let mut row = Row::new("prlimit --fsize", HOLDS);
    if row.needs("prlimit") {
        // The command line starts a document of one deal: even that is larger.
        for limit in [0, 1, 100, 400] {
            for start in Start::ALL {
                let place = Place::at(start);
                let option = format!("--fsize={limit}:unlimited");
                let wrapper = ["prlimit", &option];
                let old = start.generation();
                let outcome = no_import(&place, &place.file(), &wrapper, || (), old);
                row.tried(format_args!("import, {start:?}, {limit} bytes"), outcome);
                let limited = Child::spawn(child(&place.file(), &wrapper, &this_program()));
                let outcome = limited_window(limited, &place, generation_in(&place.file()).unwrap());
                row.tried(format_args!("window, {start:?}, {limit} bytes"), outcome);
            }
        }
    }
    row.finish();
}

fn limited_window(mut child: Child, place: &Place, old: u64) -> Result<(), String> {
    let file = place.file();
    ensure(child.answer().as_deref() == Some("ready"), || "did not open".to_owned())?;
    // The limit is a soft one, which can be lifted while the window is open.
    let process = child.process.id().to_string();
    let lift = || {
        let lifted = Command::new("prlimit")
            .args(["--pid", &process, "--fsize=unlimited:unlimited"])
            .status()
            .unwrap();
        assert!(lifted.success());
    };
    no_save(child, &file, lift, old)
}

/// Its name, what it forbids, and by which mode.
type Case = (&'static str, fn(&Place) -> PathBuf, u32);

#[test]
fn folder_and_file_that_may_not_be_written() {
    let mut row = Row::new("read-only folder and file", HOLDS);
    let is_root =
        fs::metadata("/proc/self").is_ok_and(|ours| std::os::unix::fs::MetadataExt::uid(&ours) == 0);
    if is_root && !row.needs("setpriv") {
        return row.finish();
    }
    let programs = Place::new();
    fs::set_permissions(programs.path(), Permissions::from_mode(0o755)).unwrap();
    let own = [icebreak().to_owned(), this_program()].map(|program| copied(&program, programs.path()));
    let wrapper: &[&str] =
        if is_root { &["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] } else { &[] };
    let cases: [Case; 4] = [
        ("folder 0500", |place| place.path().to_owned(), 0o500),
        ("folder 0555", |place| place.path().to_owned(), 0o555),
        ("file 0400", Place::file, 0o400),
        ("file 0444", Place::file, 0o444),
    ];
    for (name, of, mode) in cases {
        for start in Start::ALL {
            if start == Start::New && name.starts_with("file") {
                continue;
            }
            let [program, test] = &own;
            let place = Place::at(start);
            let old = start.generation();
            give_away(&place, is_root);
            let forbid = || fs::set_permissions(of(&place), Permissions::from_mode(mode)).unwrap();
            let allow = || fs::set_permissions(of(&place), Permissions::from_mode(0o700)).unwrap();
            let source = programs.table(old + 1);
            forbid();
            let import = || {
                let mut command =
                    Command::new(wrapper.first().map_or(program.as_os_str(), |first| first.as_ref()));
                if !wrapper.is_empty() {
                    command.args(&wrapper[1..]).arg(program);
                }
                command.arg("import").arg(&source).arg("--into").arg(place.file()).output().unwrap()
            };
            let outcome = refused(&import()).and_then(|_said| {
                ensure(generation_in(&place.file())? == old, || "the file changed".to_owned())?;
                is_tidy(&place.file(), false)?;
                allow();
                let again = import();
                ensure(again.status.success(), || format!("retry: {again:?}"))?;
                ensure(generation_in(&place.file())? == old + 1, || "the retry is not in the file".to_owned())
            });
            row.tried(format_args!("import, {name}, {start:?}"), outcome);
            allow();
            forbid();
            let mut window = Child::spawn(child(&place.file(), wrapper, test));
            let outcome = match window.answer().as_deref() {
                Some("ready") => no_save(window, &place.file(), allow, generation_in(&place.file()).unwrap()),
                other => Err(format!("did not open: {other:?}")),
            };
            row.tried(format_args!("window, {name}, {start:?}"), outcome);
            allow();
        }
    }
    row.finish();
}

/// Where the other user can run it.
fn copied(program: &Path, folder: &Path) -> PathBuf {
    let copy = folder.join(program.file_name().unwrap());
    fs::copy(program, &copy).unwrap();
    fs::set_permissions(&copy, Permissions::from_mode(0o755)).unwrap();
    copy
}

fn give_away(place: &Place, is_root: bool) {
    let mut paths = vec![place.path().to_owned()];
    while let Some(path) = paths.pop().filter(|_| is_root) {
        chown(&path, Some(OTHER), Some(OTHER)).unwrap();
        if path.is_dir() {
            paths.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
}

/// An import that cannot be saved says so; after `mend` it can.
fn no_import(place: &Place, file: &Path, wrapper: &[&str], mend: impl Fn(), old: u64) -> Result<(), String> {
    let source = place.table(old + 1);
    let run = |wrapper: &[&str]| {
        let mut command =
            Command::new(wrapper.first().map_or(icebreak().as_os_str(), |first| first.as_ref()));
        if !wrapper.is_empty() {
            command.args(&wrapper[1..]).arg(icebreak());
        }
        command.arg("import").arg(&source).arg("--into").arg(file).output().unwrap()
    };
    refused(&run(wrapper))?;
    ensure(generation_in(file)? == old, || "the file changed".to_owned())?;
    is_tidy(file, false)?;
    mend();
    let again = run(&[]);
    ensure(again.status.success(), || format!("retry: {again:?}"))?;
    ensure(generation_in(file)? == old + 1, || "the retry is not in the file".to_owned())?;
    backups_are_good(file)
}

/// The same for a window that is open.
fn no_save(mut window: Child, file: &Path, mend: impl Fn(), old: u64) -> Result<(), String> {
    let said = window.ask("save").unwrap_or_default();
    ensure(said.starts_with("failed: "), || format!("said {said:?}"))?;
    ensure(generation_in(file)? == old, || "the file changed".to_owned())?;
    is_tidy(file, true)?;
    mend();
    let again = window.ask("retry").unwrap_or_default();
    ensure(again == format!("acknowledged {}", old + 1), || format!("retry: {again:?}"))?;
    window.close();
    ensure(generation_in(file)? == old + 1, || "the retry is not in the file".to_owned())?;
    is_tidy(file, false)?;
    backups_are_good(file)
}
