//! The two roads to the disk as programs: the command line, and the child that holds the window's store.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child as Process, ChildStderr, ChildStdin, Command, Output, Stdio};

use crate::child::FILE;
use crate::place::Place;

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

    /// A child that was killed meanwhile answers nothing.
    pub fn ask(&mut self, order: &str) -> Option<String> {
        self.order(order);
        self.answer()
    }

    pub fn order(&mut self, order: &str) {
        // Gone: the answer will be none.
        let _gone = self.orders.as_mut().map(|orders| writeln!(orders, "{order}"));
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
        let threads = format!("/proc/{}/task", self.process.id());
        let state = |thread: std::fs::DirEntry| std::fs::read_to_string(thread.path().join("stat")).unwrap();
        let is_still = || {
            // "123 (a name) T …"
            let threads = std::fs::read_dir(&threads).unwrap();
            threads.into_iter().all(|thread| state(thread.unwrap()).rsplit_once(") T ").is_some())
        };
        while !is_still() {
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

/// Refused as the contract says: exit 1, nothing on standard output, one line on standard error.
pub fn refused(output: &Output) -> Result<String, String> {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.code() == Some(1) && output.stdout.is_empty() && said.trim_end().lines().count() == 1 {
        Ok(said)
    } else {
        Err(format!("not refused in one line: {output:?}"))
    }
}
