//! The rows of a plan: what is due when, changed by hand, closed by money, filled by payments.

pub(crate) mod allocation;
pub(crate) mod by_hand;
pub(crate) mod closed_rows;
pub(crate) mod moved;
pub(crate) mod schedule;
