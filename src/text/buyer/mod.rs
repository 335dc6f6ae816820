//! What the buyer reads, in the buyer's language: drafts, schedules, sheets, the words and numbers in them.

pub mod drafts;
pub mod payments;
pub mod reader;
pub mod schedule;
pub mod sheets;
pub mod words;
