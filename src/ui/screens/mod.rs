//! One screen a file, with its state beside its view.

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
pub mod story;
pub mod welcome;
pub mod why;
