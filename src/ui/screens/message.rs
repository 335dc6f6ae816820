//! The message page of a deal.

use egui::Ui;

use crate::domain::deal::Deal;
use crate::ui::action::{Actions, Cx};

#[derive(Debug, Default)]
pub struct State {
    /// Copy & log was asked for: done in the next frame.
    pub copy_now: bool,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, _state: &mut State, _out: &mut Actions) {
    let _ = (ui, cx, deal);
}
