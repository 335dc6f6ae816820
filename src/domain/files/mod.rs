//! What store, exchange and ui tell each other about files: problems, backups, what was salvaged, where a table was. They never meet, so the words they share are here.

pub mod backup;
pub mod export_problem;
pub mod preferences;
pub mod problem;
pub mod salvage;
pub(crate) mod sealed;
pub mod source;
