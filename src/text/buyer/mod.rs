//! What the buyer reads, in the buyer's language: drafts, schedules, the words and numbers in them, the check of any text.

pub mod drafts;
pub mod proofread;
pub mod reader;
pub mod schedule;
pub mod words;
