//! How far apart things are: what is set here holds for the rest of the surrounding layout.

use egui::{Ui, Vec2, vec2};

use crate::ui::tokens;

/// What follows stands this far below one another.
pub fn gap_below(ui: &mut Ui, gap: f32) {
    ui.spacing_mut().item_spacing.y = gap;
}

/// What follows stands this far beside one another.
pub fn gap_beside(ui: &mut Ui, gap: f32) {
    ui.spacing_mut().item_spacing.x = gap;
}

/// Lines that follow are as high as running text, not as controls. Counts only before a line begins.
pub fn text_lines(ui: &mut Ui) {
    ui.spacing_mut().interact_size.y = tokens::LEADING;
}

/// Links that follow start flush with the text above and below them.
pub fn flush_links(ui: &mut Ui) {
    ui.spacing_mut().button_padding.x = 0.0;
}

/// Links that follow are part of a line of text.
pub fn links_in_text(ui: &mut Ui) {
    ui.spacing_mut().button_padding = Vec2::ZERO;
}

/// Buttons that follow are as large as outside the menu they are in.
pub fn roomy_buttons(ui: &mut Ui) {
    ui.spacing_mut().button_padding = vec2(tokens::M, tokens::XS);
}

/// Moves a control down to where the fields beside it begin, below their captions.
pub fn below_caption(ui: &mut Ui) {
    ui.add_space(tokens::CAPTION);
}
