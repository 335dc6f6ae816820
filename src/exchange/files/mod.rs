//! Names of files that are offered, and writing them.

pub mod filename;
pub mod write;
