//! One screen a file: its `State`, its view, and its `Wish`, which is what a person asked for on it. Its root performs a
//! wish as edits; where only the shell can, the wish is an `Action`.

pub mod backups;
pub mod bank_warning;
pub mod day;
pub mod deal;
pub mod deposit;
pub mod details;
pub mod forget;
pub mod import;
pub mod library;
pub mod list;
pub mod merge;
pub mod message;
pub mod recovery;
pub mod settings;
pub(crate) mod spelled;
pub mod story;
mod time_zone;
pub mod welcome;
pub mod why;
