//! The format of packed deals.

/// The version of packs that this program writes.
pub const PACK_VERSION: u64 = 1;
