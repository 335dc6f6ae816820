//! State in, actions out: what a person sees and can do.

pub mod icons;
pub mod theme;
pub mod tokens;
pub mod widgets;
