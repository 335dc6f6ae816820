//! State in, actions out: what a person sees and can do.

pub mod action;
mod bands;
pub mod command;
pub mod cx;
pub mod icons;
pub mod notice;
mod palette;
pub mod prompt;
pub mod safety;
pub mod screens;
pub mod theme;
pub mod toast;
pub mod tokens;
mod top_bar;
pub mod widgets;
pub mod window;
