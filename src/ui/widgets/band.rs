//! A band across the window: a message that must stay visible, with its actions.

use egui::{Frame, Id, Label, Margin, Panel, RichText, Ui};

use crate::ui::tokens::Tint;
use crate::ui::{theme, tokens};

pub struct Band<'a> {
    pub id: Id,
    pub tint: Tint,
    pub icon: char,
    pub said: &'a str,
}

impl Band<'_> {
    /// As high as its text needs: the actions are next to the text, or below it where there is no room.
    pub fn show(&self, ui: &mut Ui, ways: impl FnOnce(&mut Ui)) {
        self.show_with(ui, ways, |_ui| {});
    }

    /// The same with further lines below.
    pub fn show_with(&self, ui: &mut Ui, ways: impl FnOnce(&mut Ui), below: impl FnOnce(&mut Ui)) {
        let frame = Frame::new().fill(self.tint.tint).inner_margin(Margin::symmetric(16, 6));
        Panel::top(self.id).frame(frame).show(ui, |ui| {
            ui.spacing_mut().button_padding = egui::vec2(0.0, tokens::XXS);
            ui.spacing_mut().interact_size.y = tokens::LEADING;
            let icon = RichText::new(self.icon).color(self.tint.ink).family(theme::filled());
            let said = RichText::new(self.said).color(self.tint.ink);
            band_line(ui, icon.size(tokens::HEADING), said, ways);
            below(ui);
        });
    }
}

/// An icon, text, and the actions after it.
pub fn band_line(ui: &mut Ui, icon: RichText, said: RichText, ways: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(tokens::S, 0.0);
        ui.label(icon);
        ui.add(Label::new(said).wrap());
        ui.add_space(tokens::S);
        ui.spacing_mut().item_spacing.x = tokens::L;
        ways(ui);
    });
}
