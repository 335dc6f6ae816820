//! State in, actions out: what a person sees and can do.

pub mod action;
pub mod command;
pub mod cx;
pub(crate) mod frame;
pub mod icons;
mod reading_order;
pub(crate) mod safety;
pub(crate) mod screens;
pub mod theme;
pub mod tokens;
pub mod widgets;
