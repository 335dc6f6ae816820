//! The rules of the trade, pure: no window, files, threads, clock, randomness or words.
#![deny(clippy::indexing_slicing, clippy::arithmetic_side_effects)]

pub mod calendar;
pub mod contact;
pub mod country;
pub mod deal;
pub mod deposit;
pub mod diagnosis;
pub mod document;
pub mod edit;
pub(crate) mod extra;
pub mod files;
pub mod forget;
pub mod history;
pub mod import;
pub(crate) mod lean;
pub mod library;
pub mod list_answers;
pub mod message;
pub mod money;
pub mod names;
pub mod script;
pub mod search;
pub mod settings;
pub mod today;
pub mod typed;
pub mod versions;
