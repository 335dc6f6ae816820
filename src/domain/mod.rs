//! The rules of the trade, pure: no window, files, threads, clock, randomness or words.
#![deny(clippy::indexing_slicing, clippy::arithmetic_side_effects)]

pub mod backup;
pub mod bank;
pub mod calendar;
pub mod compare;
pub mod contact;
pub mod country;
pub mod deal;
pub mod deposit;
pub mod diagnosis;
pub mod document;
pub mod edit;
pub mod find;
pub mod forget;
pub mod hidden;
pub mod history;
pub mod identity;
pub mod import;
pub mod ladder;
pub mod lean;
pub mod library;
pub mod logo;
pub mod merge;
pub mod message;
pub mod money;
pub mod preferences;
pub mod problem;
pub mod salvage;
pub mod sealed;
pub mod search;
pub mod settings;
pub mod sharing;
pub mod today;
pub mod touch;
pub mod turn;
pub mod word;
