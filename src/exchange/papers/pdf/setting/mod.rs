//! Text set in lines: broken where its script allows, shaped by the bundled faces.

pub mod faces;
pub mod lines;
pub(crate) mod ties;
