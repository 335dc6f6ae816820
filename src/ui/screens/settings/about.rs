//! What the program is, and the licences of the fonts inside it.

use egui::{RichText, Ui};

use crate::assets::fonts::LICENCES;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{link, links, note, section, wrapped};

/// Height of the licences, which scroll.
const LICENCE: f32 = 8.0 * tokens::CONTROL;

/// `open` is the font whose licence is shown.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, open: &mut Option<&'static str>) {
    let words = &cx.text.settings;
    section(ui, words.about);
    wrapped(ui, (words.version)(env!("CARGO_PKG_VERSION")).into());
    note(ui, words.fonts);
    links(ui, |ui| {
        for (font, _) in LICENCES {
            if link(ui, None, &(words.licence_of)(font)).clicked() {
                *open = Some(font);
            }
        }
    });
    let Some((_, licence)) = LICENCES.iter().find(|(font, _)| Some(*font) == *open) else { return };
    egui::ScrollArea::vertical().max_height(LICENCE).auto_shrink(false).show(ui, |ui| {
        wrapped(ui, RichText::new(*licence).size(tokens::SMALL).color(cx.palette.weak_text));
    });
    if links(ui, |ui| link(ui, None, words.hide).clicked()) {
        *open = None;
    }
}
