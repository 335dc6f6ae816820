//! Whether messages may use an entry, and why not.

use egui::{RichText, Ui};

use crate::domain::library::LibraryEntry;
use crate::ui::cx::Cx;
use crate::ui::widgets::{gap_beside, wrapped};
use crate::ui::{icons, theme, tokens};

/// The languages that messages are written in.
pub const LANGUAGES: [&str; 2] = ["en", "zh"];

pub fn status(ui: &mut Ui, cx: &Cx<'_>, entry: &LibraryEntry) {
    let words = &cx.text.library;
    let lacks: Vec<&str> = entry.lacks().map(words.lack).collect();
    let missing = LANGUAGES.iter().find(|tag| entry.wording(tag).is_none());
    let (icon, ink, line) = if !lacks.is_empty() {
        (icons::WARNING, cx.palette.warm.ink, (words.not_ready)(&lacks.join(words.and)))
    } else if let Some(tag) = missing {
        (icons::INFO, cx.palette.weak_text, (words.not_in)(tag))
    } else {
        (icons::CHECK_CIRCLE, cx.palette.cooling.ink, words.ready.to_owned())
    };
    ui.horizontal_wrapped(|ui| {
        gap_beside(ui, tokens::XS);
        ui.set_row_height(tokens::L);
        ui.label(RichText::new(icon).size(tokens::SMALL).color(ink).family(theme::filled()));
        wrapped(ui, RichText::new(line).size(tokens::SMALL).color(ink));
    });
}
