//! The why page of a deal.

pub mod chips;

use egui::Ui;

use crate::domain::deal::Deal;
use crate::ui::action::{Actions, Cx};

#[derive(Debug, Default)]
pub struct State {}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, _state: &mut State, _out: &mut Actions) {
    let _ = (ui, cx, deal);
}
