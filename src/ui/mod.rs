//! State in, actions out: what a person sees and can do.

pub mod action;
pub mod command;
pub mod cx;
pub mod frame;
pub mod icons;
pub mod safety;
pub mod screens;
pub mod theme;
pub mod tokens;
pub mod widgets;
