//! What the window says, one file a screen, in English and Chinese.

pub(crate) mod commands;
pub mod day;
pub mod deal;
pub mod deposit;
pub(crate) mod files;
pub(crate) mod flaws;
pub mod import;
pub mod library;
pub(crate) mod list;
pub(crate) mod message;
pub mod preview;
pub(crate) mod settings;
pub(crate) mod shell;
pub(crate) mod story;
pub(crate) mod welcome;
pub(crate) mod why;
