//! What is compiled in: parsed once, typed.

pub mod messages;
