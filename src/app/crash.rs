//! After a panic: the document is saved, and a report that names no buyer is offered at the next start.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, Utc};

use super::Shell;

const PREFIX: &str = "crash-";
/// Follows the time in the name of a report that was already offered.
const OFFERED: &str = "-offered";
const EXTENSION: &str = ".txt";
const TIME_FORMAT: &str = "%Y%m%dT%H%M%SZ";
/// The number of reports that are kept.
const KEPT: usize = 5;

/// A report that an earlier run left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrashReport {
    pub path: PathBuf,
    /// In UTC.
    pub at: NaiveDateTime,
    pub text: String,
}

/// From now on a panic in any thread writes a report to `folder`, if that is given and writable. Nothing else is
/// printed: a panic message may name a buyer.
pub fn install(folder: Option<PathBuf>) {
    std::panic::set_hook(Box::new(move |panic| {
        let report = describe(panic);
        let written = folder.as_deref().and_then(|folder| write(folder, &report));
        let told = written.map_or_else(String::new, |path| format!("; a report is in {}", path.display()));
        super::say::say(&format!("stopped unexpectedly at {}{told}", place_of(panic)));
    }));
}

/// Runs a frame. If it panics, changes are saved before the panic continues.
pub fn guard<T>(shell: &mut Shell, frame: impl FnOnce(&mut Shell) -> T) -> T {
    match catch_unwind(AssertUnwindSafe(|| frame(shell))) {
        Ok(done) => done,
        Err(panic) => {
            // A document is replaced as a whole, never changed in place: the current one is consistent.
            shell.rescue();
            resume_unwind(panic)
        }
    }
}

/// The newest report that was not offered yet. All reports are marked as offered; only the newest few are kept.
pub fn take_unseen(folder: &Path) -> Option<CrashReport> {
    let mut newest = None;
    for path in reports(folder) {
        let Some((at, false)) = name_of(&path) else { continue };
        let text = fs::read_to_string(&path).ok();
        let offered = offered_name(&path);
        // A report that cannot be renamed would be offered at every start, so it is not offered at all.
        if fs::rename(&path, &offered).is_ok()
            && newest.is_none()
            && let Some(text) = text
        {
            newest = Some(CrashReport { path: offered, at, text });
        }
    }
    thin(folder);
    newest
}

fn describe(panic: &PanicHookInfo<'_>) -> String {
    let mut report =
        String::from("Icebreak stopped unexpectedly. This report names no buyer and no amount.\n\n");
    let thread = std::thread::current();
    // Only words from our source: anything put together at run time may hold what a person wrote.
    let message = panic.payload().downcast_ref::<&'static str>().copied();
    let facts = [
        ("program", concat!("Icebreak ", env!("CARGO_PKG_VERSION")).to_owned()),
        ("system", format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)),
        ("time", Utc::now().format("%Y-%m-%d %H:%M:%S UTC").to_string()),
        ("thread", thread.name().unwrap_or("unnamed").to_owned()),
        ("place", place_of(panic)),
        ("message", message.unwrap_or("withheld, because it might name a buyer").to_owned()),
    ];
    for (name, fact) in facts {
        // Writing to a string cannot fail.
        let _infallible = writeln!(report, "{name}: {fact}");
    }
    report.push_str("\nfunctions:\n");
    report.push_str(&functions(&Backtrace::force_capture().to_string()));
    report
}

fn place_of(panic: &PanicHookInfo<'_>) -> String {
    panic.location().map_or_else(
        || "unknown".to_owned(),
        |location| format!("{}:{}", without_folders_of_a_computer(location.file()), location.line()),
    )
}

/// `src/app/mod.rs`, or for a library `egui-0.37.0/src/ui.rs`: the folders above may contain a user name.
fn without_folders_of_a_computer(file: &str) -> String {
    let file = file.replace('\\', "/");
    let is_absolute = file.starts_with('/') || file.get(1..2) == Some(":");
    if !is_absolute {
        return file;
    }
    match file.rsplit_once("/src/") {
        Some((before, below)) => {
            let project = before.rsplit('/').next().unwrap_or_default();
            format!("{project}/src/{below}")
        }
        None => file.rsplit('/').next().unwrap_or_default().to_owned(),
    }
}

/// The numbered lines; those between them name files.
fn functions(backtrace: &str) -> String {
    let is_numbered = |line: &&str| {
        line.trim_start().split_once(": ").is_some_and(|(number, _)| number.parse::<u32>().is_ok())
    };
    backtrace.lines().filter(is_numbered).map(|line| format!("{line}\n")).collect()
}

/// None where it cannot be written: there is nowhere to report that.
fn write(folder: &Path, report: &str) -> Option<PathBuf> {
    const TRIES: u32 = 9;
    fs::create_dir_all(folder).ok()?;
    let now = Utc::now().format(TIME_FORMAT);
    let names = (1..=TRIES).map(|number| match number {
        1 => format!("{PREFIX}{now}{EXTENSION}"),
        more => format!("{PREFIX}{now}-{more}{EXTENSION}"),
    });
    for path in names.map(|name| folder.join(name)) {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(&path) {
            Ok(mut file) => return file.write_all(report.as_bytes()).ok().map(|()| path),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(_unwritable) => return None,
        }
    }
    None
}

/// All reports in a folder, newest first.
fn reports(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut reports: Vec<PathBuf> = entries.filter(|path| name_of(path).is_some()).collect();
    reports.sort_by(|one, other| other.file_name().cmp(&one.file_name()));
    reports
}

/// When a report was written and whether it was offered; none where the file is no report.
fn name_of(path: &Path) -> Option<(NaiveDateTime, bool)> {
    let name = path.file_name()?.to_str()?.strip_prefix(PREFIX)?.strip_suffix(EXTENSION)?;
    let (time, rest) = name.split_at_checked(name.find('Z')?.saturating_add(1))?;
    Some((NaiveDateTime::parse_from_str(time, TIME_FORMAT).ok()?, rest.ends_with(OFFERED)))
}

fn offered_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}{OFFERED}{EXTENSION}"))
}

fn thin(folder: &Path) {
    for old in reports(folder).into_iter().skip(KEPT) {
        // A file that cannot be deleted is tried again at the next start.
        let _next_time = fs::remove_file(old);
    }
}
