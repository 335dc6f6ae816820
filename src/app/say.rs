//! Messages on standard error, where there is no window.

use std::io::Write as _;

/// Prints one line on standard error; a failure is ignored, as the exit code says the same.
pub(super) fn say(line: &str) {
    let one_line: Vec<&str> = line.split_whitespace().collect();
    let _unheard = writeln!(std::io::stderr(), "icebreak: {}", one_line.join(" "));
}
