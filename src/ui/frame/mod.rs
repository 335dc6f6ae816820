//! What stands around every screen: bars, bands, menus, questions, toasts.

pub(crate) mod bands;
pub mod leaving;
pub mod notice;
pub(crate) mod palette;
pub mod prompt;
pub mod toast;
pub(crate) mod top_bar;
pub mod window;
