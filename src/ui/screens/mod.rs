//! One screen a file, with its state beside its view.

pub mod deal;
pub mod deposit;
pub mod details;
pub mod library;
pub mod list;
pub mod message;
pub mod settings;
pub mod story;
pub mod welcome;
pub mod why;

use egui::Ui;

use super::tokens;

/// Three columns, or one below the other where there is no room.
pub fn three_columns(ui: &mut Ui, add: impl FnOnce(&mut Ui, &mut Ui, &mut Ui)) {
    let room = ui.available_width();
    if room < 3.0 * 150.0 {
        // The same interface in three nested rows: each takes the whole width.
        let mut one = ui.new_child(egui::UiBuilder::new().max_rect(ui.available_rect_before_wrap()));
        let mut two = ui.new_child(egui::UiBuilder::new().max_rect(ui.available_rect_before_wrap()));
        let mut three = ui.new_child(egui::UiBuilder::new().max_rect(ui.available_rect_before_wrap()));
        add(&mut one, &mut two, &mut three);
        return;
    }
    ui.columns(3, |columns| {
        if let [one, two, three] = columns {
            add(one, two, three);
        }
    });
    ui.add_space(tokens::XS);
}
