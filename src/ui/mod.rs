//! State in, actions out: what a person sees and can do.

pub mod tokens;
