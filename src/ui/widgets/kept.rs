//! What is half typed: kept beside the value for as long as its field is on the screen, and not longer.

use egui::{Id, Ui};

/// A text, and when its field was last shown.
#[derive(Clone, Default)]
struct Kept {
    text: String,
    pass: u64,
}

/// What was typed into this field; nothing where its form was closed meanwhile. To be asked once in every pass.
pub fn kept_text(ui: &Ui, id: Id) -> Option<String> {
    let kept: Kept = ui.data(|data| data.get_temp(id))?;
    let pass = ui.ctx().cumulative_pass_nr();
    if kept.pass.saturating_add(1) < pass {
        forget_text(ui, id);
        return None;
    }
    keep_text(ui, id, kept.text.clone());
    Some(kept.text)
}

pub fn keep_text(ui: &Ui, id: Id, text: String) {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(id, Kept { text, pass }));
}

pub fn forget_text(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.remove_temp::<Kept>(id));
}
