//! What the window says, one file a screen, in English and Chinese.

pub mod commands;
pub mod day;
pub mod deal;
pub mod deposit;
pub mod files;
pub mod import;
pub mod library;
pub mod list;
pub mod message;
pub mod settings;
pub mod shell;
pub mod story;
pub mod welcome;
pub mod why;
