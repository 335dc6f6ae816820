//! Everything that lies beside a document: backups, conflict copies, files set aside, and what can be saved from them.

pub mod backup;
pub mod copies;
pub mod forget;
pub mod recovery;
pub mod salvage;
pub mod set_aside;
pub(crate) mod survey;
