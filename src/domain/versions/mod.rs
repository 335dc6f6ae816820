//! Two versions of a document become one: compared field by field, merged over their common ancestor.

pub mod fields;
pub(crate) mod payments;
pub mod same_document;
pub mod three_way;
