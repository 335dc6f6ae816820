//! Prints what the commands answer. An answer that cannot be written is a failure; a reader that has gone away is not.

use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

/// Prints an answer; `meanwhile` is what the command has done even if nobody can read the answer.
pub fn answer(text: &str, meanwhile: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    ended(writeln!(out, "{text}").and_then(|()| out.flush()), meanwhile)
}

/// Help and version go to standard output with 0, a wrong usage to standard error with 2.
pub fn usage(usage: &clap::Error) -> ExitCode {
    let printed = usage.print();
    match u8::try_from(usage.exit_code()) {
        Ok(0) => ended(printed.and_then(|()| io::stdout().flush()), ""),
        code => ExitCode::from(code.unwrap_or(2)),
    }
}

/// Prints in one line why something was refused. Where that cannot be written, the exit code alone tells.
pub fn refuse(why: &str) -> ExitCode {
    say(why);
    ExitCode::FAILURE
}

/// One line on standard error, if that can be written.
pub fn say(line: &str) {
    let one_line: Vec<&str> = line.split_whitespace().collect();
    let _unheard = writeln!(io::stderr(), "icebreak: {}", one_line.join(" "));
}

fn ended(written: io::Result<()>, meanwhile: &str) -> ExitCode {
    match written {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that has seen enough (`| head`) is no failure of ours.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => refuse(&format!(
            "the answer cannot be written to standard output ({error}){meanwhile}; make room or send it elsewhere"
        )),
    }
}
