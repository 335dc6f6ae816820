//! Nothing is printed or logged: what a program says in passing may name a buyer or an amount.

use super::source::{Source, What};
use super::{at, check, uses};

/// Ways to print and to log.
const PRINTING: &[&str] =
    &["print", "println", "eprint", "eprintln", "dbg", "debug", "info", "warn", "error"];

#[test]
fn nothing_is_printed_but_by_the_command_line() {
    check(
        // What is said before there is a window, or when it is gone, has no window to be shown in.
        |source| match source.path == "app/say.rs" || source.layer() == "cli" {
            true => Vec::new(),
            false => prints(source),
        },
        &[
            ("app/a.rs", "fn f() { eprintln!(\"{}\", 1); }"),
            ("store/a.rs", "fn f() { std::io::stderr().lock(); }"),
            ("ui/a.rs", "use std::io; fn f() { write(io::stdout()); }"),
            ("domain/a.rs", "fn f() { tracing::info!(\"x\"); }"),
        ],
        &[("cli/a.rs", "fn f() { println!(); }"), ("ui/a.rs", "#[test] fn t() { println!(); }")],
    );
}

fn prints(source: &Source) -> Vec<String> {
    let is_printing = |what: &What| matches!(what, What::Macro(name) if PRINTING.contains(&name.as_str()));
    let mut found = uses(source, &["std::io::stderr", "std::io::stdout", "tracing"]);
    let printing = source.shipped().filter(|mention| is_printing(&mention.what));
    found.extend(printing.map(|mention| at(source, mention, &format!("{:?} prints", mention.what))));
    found
}
