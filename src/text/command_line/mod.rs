//! What the command line says. It speaks English only, because scripts depend on its lines.

pub mod draft;
pub mod files;
pub mod plan;
pub mod proofread;

use std::fmt::Display;
use std::path::Path;

use crate::domain::names::Named;

/// What `check` answers for a sound document; the version of its format, and the number of its deals.
pub fn sound(version: u64, deals: usize) -> String {
    format!("Sound: format {version}, deals: {deals}.")
}

/// The names of a list's members, as flags take them.
pub fn names<T: Named>() -> Vec<&'static str> {
    T::members().map(Named::name).collect()
}

pub fn wrong_value(usage: &str) -> String {
    format!("{usage}; see icebreak --help")
}

pub fn neither_command_nor_file(path: &Path) -> String {
    format!("{}: neither a command nor a file that is there; see icebreak --help", path.display())
}

pub fn pack_instead_of_document(path: &Path) -> String {
    let shown = path.display();
    format!(
        "{shown}: one packed deal, not a document; read it with icebreak import {shown} --into FILE, or drop it on the window"
    )
}

/// `name`: what the argument is called.
pub fn empty_path(name: &str) -> String {
    format!("{name} is empty; name a file")
}

pub fn not_a_date(flag: &str, text: &str) -> String {
    format!("{flag}: {text:?} is not a date; write it as YYYY-MM-DD, for example 2026-11-30")
}

pub const NO_LONGER_THERE: &str = "not there";

/// Why `--deal WHO` names no deal.
pub fn no_deal(who: &str, why: impl Display) -> String {
    format!("--deal {who:?}: {why}")
}

/// Added to the reason why an answer could not be printed: the command has done its work.
pub fn but_written(file: &Path) -> String {
    format!(", but {} itself was written", file.display())
}
