//! What leaves the window as a file: messages, deals, plans, papers.

pub(crate) mod papers;
pub(crate) mod plans;
pub(crate) mod share;
