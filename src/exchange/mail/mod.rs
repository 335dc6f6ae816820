//! One message as a file for a mail program, or as text.

pub mod eml;
pub mod txt;
