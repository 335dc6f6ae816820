//! The two most informative questions as chips beside the draft.

use egui::Ui;

use crate::domain::deal::Deal;
use crate::ui::action::{Actions, Cx};

pub fn show(_ui: &mut Ui, _cx: &Cx<'_>, _deal: &Deal, _out: &mut Actions) {}
