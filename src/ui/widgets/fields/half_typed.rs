//! Half-typed text, kept separately from the value only while its field is on the screen.

use egui::{Id, Ui};

/// A text, and when its field was last shown.
#[derive(Clone, Default)]
struct HalfTyped {
    text: String,
    pass: u64,
}

/// The text typed into this field; none if its form was closed in between. Must be called once in every pass.
pub fn kept_text(ui: &Ui, id: Id) -> Option<String> {
    let kept: HalfTyped = ui.data(|data| data.get_temp(id))?;
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
    ui.data_mut(|data| data.insert_temp(id, HalfTyped { text, pass }));
}

pub fn forget_text(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.remove_temp::<HalfTyped>(id));
}
