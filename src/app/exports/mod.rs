//! What leaves the window, as a file or for another program: messages, deals, plans, papers, sheets.

pub(crate) mod bank;
pub(crate) mod messages;
pub(crate) mod papers;
pub(crate) mod plans;
pub(crate) mod share;
pub(crate) mod sheets;
