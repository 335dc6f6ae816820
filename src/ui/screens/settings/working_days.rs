//! The seller's country, and when the seller's own factory is closed.

use chrono::NaiveDate;
use egui::{RichText, Ui};

use super::change;
use crate::domain::document::Extra;
use crate::domain::history::UndoStep;
use crate::domain::settings::Shutdown;
use crate::text::country;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::widgets::date_field;
use crate::ui::widgets::{
    Typed, below_caption, button, cell, changing, gap_beside, icon_button, note, parsed_field, row, section,
    text_field_hinted, wrapped,
};
use crate::ui::{icons, tokens};

/// A shutdown being entered: used once both days are given.
#[derive(Clone, Debug, Default)]
pub struct ShutdownDraft {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    name: String,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Option<ShutdownDraft>, out: &mut Actions) {
    let words = &cx.text.settings;
    section(ui, words.working_days);
    note(ui, words.about_working_days);
    row(ui, |ui| cell(ui, |ui| seller_country(ui, cx, out)));
    for (index, shutdown) in cx.document.settings.shutdowns.iter().enumerate() {
        let now =
            ShutdownDraft { from: Some(shutdown.from), to: Some(shutdown.to), name: shutdown.name.clone() };
        let asked = fields(ui, cx, index + 1, &now);
        match asked {
            Some(ShutdownWish::Change(ShutdownDraft { from: Some(from), to: Some(to), name })) => {
                change(cx, out, UndoStep::Continues, |settings| {
                    if let Some(shutdown) = settings.shutdowns.get_mut(index) {
                        *shutdown = Shutdown { from, to, name, extra: shutdown.extra.clone() };
                    }
                });
            }
            Some(ShutdownWish::Remove) => {
                change(cx, out, UndoStep::Own, |settings| {
                    if index < settings.shutdowns.len() {
                        settings.shutdowns.remove(index);
                    }
                });
            }
            // An emptied date keeps its old value.
            Some(ShutdownWish::Change(_)) | None => {}
        }
    }
    entering(ui, cx, draft, out);
}

fn seller_country(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let language = cx.language();
    let typed = Typed {
        label: cx.text.settings.seller_country,
        shown: country::name(cx.document.settings.seller_country, language).to_owned(),
        hint: "",
        read: &|text: &str| country::find(text).ok_or_else(|| cx.text.deal.bad_country.to_owned()),
        right_aligned: false,
    };
    if let Some(country) = parsed_field(ui, &typed) {
        change(cx, out, UndoStep::Continues, |settings| settings.seller_country = country);
    }
}

/// The row for a new shutdown, or the button that opens it.
fn entering(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Option<ShutdownDraft>, out: &mut Actions) {
    let words = &cx.text.settings;
    let number = cx.document.settings.shutdowns.len() + 1;
    let Some(now) = draft.clone() else {
        if changing(ui, |ui| button(ui, Some(icons::PLUS), words.add_shutdown)).clicked() {
            *draft = Some(ShutdownDraft::default());
        }
        return;
    };
    match fields(ui, cx, number, &now) {
        Some(ShutdownWish::Remove) => *draft = None,
        Some(ShutdownWish::Change(ShutdownDraft { from: Some(from), to: Some(to), name })) if from <= to => {
            *draft = None;
            let shutdown = Shutdown { from, to, name, extra: Extra::new() };
            change(cx, out, UndoStep::Own, |settings| settings.shutdowns.push(shutdown));
        }
        Some(ShutdownWish::Change(changed)) => *draft = Some(changed),
        None => {}
    }
    if draft.is_some() {
        note(ui, words.incomplete);
    }
}

enum ShutdownWish {
    Change(ShutdownDraft),
    Remove,
}

fn fields(ui: &mut Ui, cx: &Cx<'_>, number: usize, now: &ShutdownDraft) -> Option<ShutdownWish> {
    let words = &cx.text.settings;
    let mut asked = None;
    row(ui, |ui| {
        if let Some(from) = cell(ui, |ui| date_field(ui, cx, &(words.shutdown_from)(number), now.from)) {
            asked = Some(ShutdownWish::Change(ShutdownDraft { from, ..now.clone() }));
        }
        if let Some(to) = cell(ui, |ui| date_field(ui, cx, &(words.shutdown_to)(number), now.to)) {
            asked = Some(ShutdownWish::Change(ShutdownDraft { to, ..now.clone() }));
        }
        cell(ui, |ui| {
            ui.horizontal_top(|ui| {
                gap_beside(ui, 0.0);
                let width = (ui.available_width() - tokens::CONTROL).max(tokens::CONTROL);
                ui.allocate_ui(egui::vec2(width, tokens::CONTROL), |ui| {
                    ui.set_width(width);
                    let label = (words.shutdown_name)(number);
                    let (_response, typed) =
                        text_field_hinted(ui, &label, &now.name, words.shutdown_name_hint);
                    if let Some(name) = typed {
                        asked = Some(ShutdownWish::Change(ShutdownDraft { name, ..now.clone() }));
                    }
                });
                ui.vertical(|ui| {
                    below_caption(ui);
                    if changing(ui, |ui| icon_button(ui, icons::TRASH, &(words.remove_shutdown)(number)))
                        .clicked()
                    {
                        asked = Some(ShutdownWish::Remove);
                    }
                });
            });
        });
    });
    if now.from.zip(now.to).is_some_and(|(from, to)| to < from) {
        let line = RichText::new(words.ends_before).size(tokens::SMALL).color(cx.palette.danger.ink);
        wrapped(ui, line);
    }
    asked
}
