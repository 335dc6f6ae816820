//! Text set in lines: broken where its script allows, shaped, and put in the order in which it is read.

pub mod faces;
pub mod lines;
pub mod order;
mod system;
pub(crate) mod ties;
