//! The window's store in a process of its own, which the other tests stop, starve and kill.

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use icebreak::store::{Access, Opened, Pace, Report, Store, Trust};

use crate::place::{Place, generation_in, generation_of, with_generation};

/// The document that the child opens; without it the test below checks the child itself.
pub const FILE: &str = "ICEBREAK_TORTURE_FILE";

const PATIENCE: Duration = Duration::from_secs(120);

/// Started by [`crate::roads::Child`]: does as the lines on standard input say, and answers on standard error,
/// which is written without a buffer: an answer can then be said again where the first try met an injected error.
#[test]
fn child() {
    match std::env::var_os(FILE) {
        Some(file) => run(Path::new(&file)),
        None => checks_itself(),
    }
}

fn checks_itself() {
    let place = Place::new();
    let mut saver = Saver::open(&place.file()).unwrap();
    for generation in [1, 2] {
        assert_eq!(saver.save(), format!("acknowledged {generation}"));
        assert_eq!(generation_in(&place.file()), Ok(generation));
    }
    assert!(Saver::open(&place.file()).is_err_and(|refused| refused == "read-only"));
    drop(saver);
    assert_eq!(Saver::open(&place.file()).unwrap().generation, 2);
}

fn run(file: &Path) {
    let mut saver = match Saver::open(file) {
        Ok(saver) => saver,
        Err(refused) => return say(&refused),
    };
    say("ready");
    for line in io::stdin().lines() {
        match line.unwrap().as_str() {
            "save" => say(&saver.save()),
            "retry" => say(&saver.flush()),
            "loop" => loop {
                say(&saver.save());
            },
            other => panic!("no such order: {other}"),
        }
    }
}

struct Saver {
    store: Store,
    document: icebreak::domain::document::Document,
    generation: u64,
}

impl Saver {
    fn open(file: &Path) -> Result<Self, String> {
        // It saves when told to: nothing happens behind the driver's back.
        let pace =
            Pace { quiet: PATIENCE, at_most: PATIENCE, first_retry: PATIENCE, longest_retry: PATIENCE };
        let opened = Store::open_at_pace(file, Trust::Checksum, Arc::new(|| {}), pace);
        let Opened { document, access, .. } = opened.map_err(|problem| format!("not opened: {problem}"))?;
        match access {
            Access::Writable(store) => Ok(Self { store, generation: generation_of(&document), document }),
            Access::ReadOnly(_) => Err("read-only".to_owned()),
        }
    }

    fn save(&mut self) -> String {
        self.generation += 1;
        self.document = with_generation(&self.document, self.generation);
        self.store.put(self.document.clone());
        self.flush()
    }

    fn flush(&mut self) -> String {
        match self.store.flush(PATIENCE) {
            Ok(()) if self.was_warned() => format!("acknowledged {} warned", self.generation),
            Ok(()) => format!("acknowledged {}", self.generation),
            Err(problem) => format!("failed: {problem}"),
        }
    }
}

impl Saver {
    fn was_warned(&self) -> bool {
        let is_warning =
            |report: &Report| matches!(report, Report::Saved { warnings, .. } if !warnings.is_empty());
        self.store.reports().iter().any(is_warning)
    }
}

fn say(what: &str) {
    const TRIES: u32 = 5;
    let line = format!("@ {what}\n");
    for _ in 0..TRIES {
        if io::stderr().write_all(line.as_bytes()).is_ok() {
            return;
        }
    }
}
