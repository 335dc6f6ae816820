//! The two roads to the disk as programs: the command line, and the child that holds the window's store.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child as Process, ChildStderr, ChildStdin, Command, Output, Stdio};

use icebreak::store::backups::backup;

use crate::child::{BARE, FILE};
use crate::place::{Place, names};

pub fn icebreak() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_icebreak"))
}

/// `icebreak import` of a table that brings the document to this generation, behind `wrapper` where there is one.
pub fn import(place: &Place, generation: u64, wrapper: &[&str]) -> Command {
    let mut command = wrapped(wrapper, icebreak());
    command.arg("import").arg(place.table(generation)).arg("--into").arg(place.file()).stdin(Stdio::null());
    command
}

/// The child as a command, behind `wrapper` where there is one.
pub fn child(file: &Path, wrapper: &[&str], program: &Path) -> Command {
    let mut command = wrapped(wrapper, program);
    command.args(["--exact", "child::child", "--nocapture", "--test-threads=1"]).env(FILE, file);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

pub fn this_program() -> PathBuf {
    std::env::current_exe().unwrap()
}

fn wrapped(wrapper: &[&str], program: &Path) -> Command {
    match wrapper.split_first() {
        Some((first, rest)) => {
            let mut command = Command::new(first);
            command.args(rest).arg(program);
            command
        }
        None => Command::new(program),
    }
}

/// The window's store in its process.
pub struct Child {
    pub process: Process,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStderr>,
}

impl Child {
    pub fn start(file: &Path) -> Self {
        Self::spawn(child(file, &[], &this_program()))
    }

    pub fn spawn(mut command: Command) -> Self {
        let mut process = command.spawn().unwrap();
        let orders = process.stdin.take();
        let answers = BufReader::new(process.stderr.take().unwrap());
        Self { process, orders, answers }
    }

    /// Started, and the document is open.
    pub fn ready(file: &Path) -> Self {
        let mut child = Self::start(file);
        assert_eq!(child.answer().as_deref(), Some("ready"));
        child
    }

    /// Started, and nothing is open.
    pub fn bare(file: &Path) -> Self {
        let mut command = child(file, &[], &this_program());
        command.env(BARE, "1");
        let mut child = Self::spawn(command);
        assert_eq!(child.answer().as_deref(), Some("ready"));
        child
    }

    /// A child that was killed meanwhile answers nothing.
    pub fn ask(&mut self, order: &str) -> Option<String> {
        self.order(order);
        self.answer()
    }

    pub fn order(&mut self, order: &str) {
        // Gone: the answer will be none.
        // At once, with its end: half an order would be lost where the hearing meets an error.
        let line = format!("{order}\n");
        let _gone = self.orders.as_mut().map(|orders| orders.write_all(line.as_bytes()));
    }

    pub fn answer(&mut self) -> Option<String> {
        let mut line = String::new();
        while self.answers.read_line(&mut line).unwrap_or(0) > 0 {
            if let Some(answer) = line.strip_prefix("@ ") {
                return Some(answer.trim_end().to_owned());
            }
            line.clear();
        }
        None
    }

    /// Stops it, and comes back when it stands still.
    pub fn stop(&self) {
        self.signal("STOP");
        self.wait_until_all_are('T');
    }

    /// Comes back when it waits for an order: who counts its calls then counts the same every time.
    pub fn settle(&self) {
        self.wait_until_all_are('S');
    }

    fn wait_until_all_are(&self, state: char) {
        let threads = format!("/proc/{}/task", self.process.id());
        // "123 (a name) T …"
        let wanted = format!(") {state} ");
        let is_so = |thread: std::fs::DirEntry| {
            std::fs::read_to_string(thread.path().join("stat")).is_ok_and(|stat| stat.contains(&wanted))
        };
        let are_all_so = || std::fs::read_dir(&threads).is_ok_and(|threads| threads.flatten().all(is_so));
        while !are_all_so() {
            std::thread::yield_now();
        }
    }

    pub fn go_on(&self) {
        self.signal("CONT");
    }

    fn signal(&self, name: &str) {
        let process = self.process.id().to_string();
        let status = Command::new("kill").arg(format!("-{name}")).arg(process).status();
        assert!(status.unwrap().success(), "kill -{name}");
    }

    /// No more orders: it closes its document and ends.
    pub fn close(mut self) {
        drop(self.orders.take());
        let _status = self.process.wait();
    }

    /// Kills it and hands back the last generation that it acknowledged.
    pub fn kill(mut self) -> u64 {
        self.process.kill().unwrap();
        let mut last = 0;
        while let Some(answer) = self.answer() {
            last = acknowledged(&answer).unwrap_or(last);
        }
        let _status = self.process.wait();
        last
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // Already ended in most cases.
        let _ended = self.process.kill();
        let _ended = self.process.wait();
    }
}

pub fn acknowledged(answer: &str) -> Option<u64> {
    answer.strip_prefix("acknowledged ")?.split(' ').next()?.parse().ok()
}

/// Every file in the document's folder and among its backups, with what is in it.
pub fn everything(file: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    [file.parent().unwrap().to_owned(), backup::folder_of(file)]
        .into_iter()
        .flat_map(|folder| names(&folder).into_iter().map(move |name| folder.join(name)))
        .filter_map(|path| std::fs::read(&path).ok().map(|bytes| (path, bytes)))
        .collect()
}

/// Refused as the contract says: exit 1, nothing on standard output, one line on standard error.
pub fn refused(output: &Output) -> Result<String, String> {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.code() == Some(1) && output.stdout.is_empty() && said.trim_end().lines().count() == 1 {
        Ok(said)
    } else {
        Err(format!("not refused in one line: {output:?}"))
    }
}
