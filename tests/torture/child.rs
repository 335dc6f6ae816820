//! The window's store in a process of its own, which the other tests stop, starve and kill.

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use icebreak::store::{FileAccess, Opened, Pace, SaveReport, Store, Trust};

use crate::deeds;
use crate::place::{Place, generation_in, generation_of, with_generation};

/// The document that the child opens; without it the test below checks the child itself.
pub const FILE: &str = "ICEBREAK_TORTURE_FILE";
/// Set where the child is to open nothing before it is told to; what it may do instead needs the lock.
pub const BARE: &str = "ICEBREAK_TORTURE_BARE";

pub const PATIENCE: Duration = Duration::from_secs(120);
/// It saves when told to: nothing happens behind the driver's back.
pub const WHEN_TOLD: Pace =
    Pace { quiet: PATIENCE, at_most: PATIENCE, first_retry: PATIENCE, longest_retry: PATIENCE };

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
    if std::env::var_os(BARE).is_some() {
        say("ready");
        match orders().next().as_deref() {
            Some("open") => {}
            Some(order) => return say(&deeds::without_a_window(order, file)),
            None => return,
        }
    }
    // On a thread of its own: what is heard and said here does not count among its system calls.
    let opened = std::thread::scope(|scope| scope.spawn(|| Saver::open(file)).join());
    let mut saver = match opened.unwrap() {
        Ok(saver) => saver,
        Err(refused) => return say(&refused),
    };
    say("ready");
    for order in orders() {
        match order.as_str() {
            "save" => say(&saver.save()),
            "retry" => say(&saver.flush()),
            "loop" => loop {
                say(&saver.save());
            },
            "state" => say(&format!("state {} {}", saver.generation, saver.warnings)),
            other => say(&deeds::in_the_window(other, file, &saver.store, &saver.document)),
        }
    }
}

/// An injected error may meet the hearing of an order, too: it is heard at the next try.
fn orders() -> impl Iterator<Item = String> {
    const TRIES: usize = 5;
    let hear = |_| io::stdin().lines().next().transpose().ok();
    std::iter::from_fn(move || (0..TRIES).find_map(hear).flatten())
}

struct Saver {
    store: Store,
    document: icebreak::domain::document::Document,
    generation: u64,
    /// How many things were told of while opening.
    warnings: usize,
}

impl Saver {
    fn open(file: &Path) -> Result<Self, String> {
        let opened = Store::open_at_pace(file, Trust::Checksum, Arc::new(|| {}), WHEN_TOLD);
        let Opened { document, access, warnings, .. } =
            opened.map_err(|problem| format!("not opened: {problem}"))?;
        let (generation, warnings) = (generation_of(&document), warnings.len());
        match access {
            FileAccess::Writable(store) => Ok(Self { store, document, generation, warnings }),
            FileAccess::ReadOnly(_) => Err("read-only".to_owned()),
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
        let is_warning = |report: &SaveReport| matches!(report, SaveReport::Saved { warnings, .. } if !warnings.is_empty());
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
