//! What the window says about files: saving, backups, other versions, exports, what went wrong.

pub mod backups;
pub mod causes;
pub mod compare;
pub mod crash;
pub mod forget;
pub mod merge;
pub mod packs;
pub mod papers;
pub mod plan_export;
pub mod problems;
pub mod recovery;
