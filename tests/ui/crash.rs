//! After a panic the document is on the disk, and a report that names no buyer is offered once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output};
use std::sync::Arc;

use icebreak::app::crash::{guard, install, take_unseen};
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::document::Document;
use icebreak::store::{FileAccess, Store, Trust, read};
use icebreak::text::Language;
use icebreak::ui::command::Global;

use crate::app::{App, in_both_languages};
use crate::world::World;

const SCENARIO: &str = "ICEBREAK_CRASH_SCENARIO";
const FOLDER: &str = "ICEBREAK_CRASH_FOLDER";
const BUYER: &str = "Müller GmbH, EUR 30,000.00";
/// A child that comes so far has run its scenario.
const RAN: i32 = 7;

/// The scenarios: each runs in a process of its own and panics.
#[test]
#[ignore = "started by the other tests of this file"]
fn child() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).unwrap());
    let scenario = std::env::var(SCENARIO).unwrap();
    install(match &*scenario {
        "no folder" => None,
        "unwritable folder" => Some(folder.join("a file").join("below")),
        _ => Some(folder.join("data")),
    });
    let panicked = std::panic::catch_unwind(|| match &*scenario {
        "a literal" => panic!("the words of our source"),
        "in a thread" => {
            let thread = std::thread::Builder::new().name("icebreak-test".into());
            let ended = thread.spawn(|| panic!("{BUYER}")).unwrap().join();
            panic!("{:?}", ended.is_err())
        }
        "with a store" => {
            let FileAccess::Writable(store) =
                Store::open(&folder.join("deals.json"), Trust::Checksum, Arc::new(|| {})).unwrap().access
            else {
                panic!("read-only")
            };
            store.put(document());
            panic!("{BUYER}")
        }
        "in a frame" => in_a_frame(&folder),
        _ => panic!("{BUYER}"),
    });
    assert!(panicked.is_err());
    // Without letting go of anything that is still open.
    std::process::exit(RAN);
}

/// The change is younger than the quiet that the saving thread waits for; nothing but the guard saves it.
fn in_a_frame(folder: &Path) {
    let world = World { document: folder.join("deals.json"), ..World::new(Language::English.into()) };
    let mut harness = world.open();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::N);
    harness.step();
    assert_eq!(harness.state().document().deals.len(), 1);
    let shell = std::panic::AssertUnwindSafe(harness.state_mut());
    let panicked = std::panic::catch_unwind(|| {
        let shell = shell;
        guard(shell.0, |_shell| panic!("{BUYER}"))
    });
    assert!(panicked.is_err());
    std::process::exit(RAN);
}

fn document() -> Document {
    let mut document = Document::default();
    document.deals.insert(DealId::new("1"), Arc::new(Deal::new(DealId::new("1"), BUYER)));
    document
}

fn run(scenario: &str) -> (tempfile::TempDir, Output) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a file"), "").unwrap();
    let output = Process::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::child", "--ignored", "--nocapture"])
        .env(SCENARIO, scenario)
        .env(FOLDER, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(RAN), "{said}");
    assert!(!said.contains("Müller") && !said.contains("30,000"), "{said}");
    assert!(said.contains("icebreak: stopped unexpectedly at "), "{said}");
    (folder, output)
}

fn reports(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

fn only_report(folder: &Path) -> String {
    let found = reports(&folder.join("data"));
    let [report] = &*found else { panic!("{found:?}") };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(report).unwrap().permissions().mode() & 0o777, 0o600);
    }
    fs::read_to_string(report).unwrap()
}

#[test]
fn a_report_says_where_and_names_no_buyer() {
    let (folder, _output) = run("formatted");
    let report = only_report(folder.path());
    for fact in [
        concat!("program: Icebreak ", env!("CARGO_PKG_VERSION")),
        "system: ",
        "place: tests/ui/crash.rs:",
        "message: withheld",
        "thread: ",
        "crash::child",
    ] {
        assert!(report.contains(fact), "{fact}: {report}");
    }
    assert!(!report.contains("Müller") && !report.contains("30,000"), "{report}");
    // No folder of this computer.
    assert!(!report.contains(env!("CARGO_MANIFEST_DIR")), "{report}");
    assert!(!report.lines().any(|line| line.trim_start().starts_with("at ")), "{report}");
}

#[test]
fn words_of_the_source_are_kept() {
    let (folder, _output) = run("a literal");
    assert!(only_report(folder.path()).contains("message: the words of our source"));
}

#[test]
fn each_thread_leaves_its_own_report() {
    let (folder, _output) = run("in a thread");
    let found = reports(&folder.path().join("data"));
    let texts: Vec<String> = found.iter().map(|report| fs::read_to_string(report).unwrap()).collect();
    assert_eq!(texts.len(), 2, "{found:?}");
    assert!(texts.iter().any(|text| text.contains("thread: icebreak-test")));
}

#[test]
fn without_a_folder_that_takes_it_there_is_no_report_and_no_harm() {
    for scenario in ["no folder", "unwritable folder"] {
        let (folder, _output) = run(scenario);
        assert!(!folder.path().join("data").exists());
    }
}

#[test]
fn what_was_put_is_on_the_disk_after_a_panic() {
    let (folder, _output) = run("with a store");
    assert_eq!(read(&folder.path().join("deals.json"), Trust::Checksum).unwrap().document, document());
}

#[test]
fn a_panic_in_a_frame_saves_first() {
    let (folder, _output) = run("in a frame");
    let saved = read(&folder.path().join("deals.json"), Trust::Checksum).unwrap().document;
    assert_eq!(saved.deals.len(), 1);
    assert!(only_report(folder.path()).contains("withheld"));
}

#[test]
fn a_report_is_offered_once() {
    in_both_languages(|language| {
        let app = App::open_sample(language);
        let reports = app.folder().join("reports");
        fs::create_dir(&reports).unwrap();
        fs::write(reports.join("crash-20261119T100000Z.txt"), "older").unwrap();
        fs::write(reports.join("crash-20261120T100000Z.txt"), "newest").unwrap();
        let mut app = app.reopen();
        let words = app.words();
        let day = if language == Language::English { "20 Nov 2026" } else { "2026年11月20日" };
        app.must_see(day);
        app.click(words.crash.copy);
        assert_eq!(app.clipboard().as_deref(), Some("newest"));
        app.click(words.crash.show_folder);
        app.must_not_see(&reports.display().to_string());
        app.click(words.crash.dismiss);
        app.must_not_see(day);
        let app = app.reopen();
        app.must_not_see(words.crash.dismiss);
    });
}

#[test]
fn old_reports_are_thinned_and_other_files_left() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for hour in 10..20 {
        fs::write(at.join(format!("crash-20261120T{hour}0000Z.txt")), hour.to_string()).unwrap();
    }
    for other in ["crash-course.txt", "deals.json", "crash-20261120T230000Z.json", "crash-Z.txt"] {
        fs::write(at.join(other), "mine").unwrap();
    }
    let newest = take_unseen(at).unwrap();
    assert_eq!((&*newest.text, newest.at.to_string()), ("19", "2026-11-20 19:00:00".to_owned()));
    assert_eq!(take_unseen(at), None);
    let left = reports(at);
    assert_eq!(left.len(), 5 + 4, "{left:?}");
    assert!(left.contains(&newest.path));
    assert_eq!(take_unseen(&at.join("not there")), None);
}

#[test]
fn a_folder_that_cannot_be_shown_is_named() {
    let app = App::open_sample(Language::English);
    let reports = app.folder().join("reports");
    fs::create_dir(&reports).unwrap();
    fs::write(reports.join("crash-20261120T100000Z.txt"), "x").unwrap();
    let mut app = app.reopen();
    fs::remove_dir_all(&reports).unwrap();
    app.click(app.words().crash.show_folder);
    app.must_see(&reports.display().to_string());
    // The command line and the menu go on as ever.
    app.press_shortcut(Global::Palette);
}
