//! What the buyer reads, in the buyer's language: drafts, schedules, sheets, their words and numbers, the check of any text.

pub mod drafts;
pub mod proofread;
pub mod reader;
pub mod schedule;
pub mod sheets;
pub mod words;
