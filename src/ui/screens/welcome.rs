//! The welcome screen.

use egui::Ui;

use crate::ui::action::{Actions, Cx};

#[derive(Debug, Default)]
pub struct State {}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, _state: &mut State, _out: &mut Actions) {
    let _ = (ui, cx);
}
