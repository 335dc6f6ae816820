//! The first run: what the program is for, and four ways to begin.

use egui::{RichText, ScrollArea, Ui};

use crate::ui::action::Actions;
use crate::ui::command::Global;
use crate::ui::cx::Cx;
use crate::ui::widgets::{Emphasis, choice_card, gap_below, gap_beside, link, links, note, wrapped};
use crate::ui::{icons, theme, tokens};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = ui.available_width().min(tokens::MEASURE);
        // A little above the middle of the window.
        ui.add_space((ui.available_height() * 0.12).max(tokens::S));
        ui.horizontal_top(|ui| {
            gap_beside(ui, 0.0);
            ui.add_space(((ui.available_width() - width) / 2.0).floor());
            ui.vertical(|ui| {
                ui.set_width(width);
                page(ui, cx, out);
            });
        });
    });
}

fn page(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.welcome;
    ui.horizontal(|ui| {
        gap_beside(ui, tokens::M);
        let mark = RichText::new(icons::SNOWFLAKE).size(tokens::XXL + tokens::S);
        ui.label(mark.color(cx.palette.accent));
        ui.label(RichText::new(words.name).size(tokens::DISPLAY).family(theme::bold()));
    });
    ui.add_space(tokens::M);
    let sentence = RichText::new(words.what_for).size(tokens::HEADING).line_height(Some(tokens::XL));
    wrapped(ui, sentence.color(cx.palette.text));
    ui.add_space(tokens::XL);
    gap_below(ui, tokens::M);
    let choices = [
        (Emphasis::Primary, icons::SPARKLE, words.sample, words.sample_line, Global::OpenSample),
        (Emphasis::Quiet, icons::DOWNLOAD_SIMPLE, words.import, words.import_line, Global::ImportDeals),
        (Emphasis::Quiet, icons::TRAY, words.bring, words.bring_line, Global::BringDocument),
        (Emphasis::Quiet, icons::PENCIL_SIMPLE, words.empty, words.empty_line, Global::NewDeal),
    ];
    for (emphasis, icon, title, line, command) in choices {
        if choice_card(ui, emphasis, icon, title, line).clicked() {
            out.run(command);
        }
    }
    ui.add_space(tokens::S);
    let place = cx.file.path.as_ref().map(|path| path.display().to_string());
    note(ui, words.kept).on_hover_text(place.unwrap_or_default());
    gap_below(ui, 0.0);
    links(ui, |ui| {
        if link(ui, Some(icons::TRANSLATE), cx.text.commands.switch_language).clicked() {
            out.run(Global::SwitchLanguage);
        }
    });
}
