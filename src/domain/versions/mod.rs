//! Two versions of the same thing become one: documents, deals, a row or a pack into a deal.

pub mod fields;
pub(crate) mod pack_into_deal;
pub(crate) mod row_into_deal;
pub mod same_document;
pub(crate) mod take;
pub mod three_way;
