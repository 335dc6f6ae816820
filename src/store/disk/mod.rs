//! One file on the disk: its format, the lock beside it, and replacing it safely.

pub(crate) mod copy;
pub(crate) mod file;
pub mod format;
pub mod lock;
pub(crate) mod migrate;
pub mod place;
pub mod preferences;
pub(crate) mod save;
