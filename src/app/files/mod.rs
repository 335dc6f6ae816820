//! Opening, leaving and guarding the document, and taking in what others made.

pub(crate) mod days_off;
pub(crate) mod import;
pub(crate) mod leaving;
pub(crate) mod opening;
pub(crate) mod outside;
pub(crate) mod packs;
pub(crate) mod privacy;
pub(crate) mod safety;
