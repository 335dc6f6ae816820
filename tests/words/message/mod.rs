//! Drafts: every combination renders, says only what is known, and the gate sees what is wrong.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod any_ledger;
mod asked;
mod both_languages;
mod choose;
mod command;
mod deals;
mod drafts;
mod format;
mod gate;
mod golden;
mod hostile;
mod ledger;
mod rows;
mod spacing;
mod texts;
