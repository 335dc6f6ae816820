//! Drafts: every combination renders, says only what is known, and the gate sees what is wrong.

#[path = "message/choose.rs"]
mod choose;
#[path = "message/command.rs"]
mod command;
#[path = "message/deals.rs"]
mod deals;
#[path = "message/drafts.rs"]
mod drafts;
#[path = "message/gate.rs"]
mod gate;
#[path = "message/hostile.rs"]
mod hostile;
