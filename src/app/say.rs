//! What the program says where there is no window.

use std::io::Write as _;

/// One line on standard error. With nowhere to say it, the exit code alone tells.
pub(super) fn say(line: &str) {
    let one_line: Vec<&str> = line.split_whitespace().collect();
    let _unheard = writeln!(std::io::stderr(), "icebreak: {}", one_line.join(" "));
}
