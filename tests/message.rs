//! Drafts: every combination renders, says only what is known, and the gate sees what is wrong.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "message/any_ledger.rs"]
mod any_ledger;
#[path = "message/both_languages.rs"]
mod both_languages;
#[path = "message/choose.rs"]
mod choose;
#[path = "message/command.rs"]
mod command;
#[path = "message/deals.rs"]
mod deals;
#[path = "message/drafts.rs"]
mod drafts;
#[path = "message/format.rs"]
mod format;
#[path = "message/gate.rs"]
mod gate;
#[path = "message/hostile.rs"]
mod hostile;
#[path = "message/ledger.rs"]
mod ledger;
#[path = "message/spacing.rs"]
mod spacing;
