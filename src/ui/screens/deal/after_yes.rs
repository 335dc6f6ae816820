//! The buyer has agreed: a sheet for who still decides, which days they named, and who answers meanwhile.

use egui::{Key, Ui};

use super::Wish;
use crate::domain::deal::Deal;
use crate::domain::deal::after_yes::AfterYes;
use crate::domain::edit::Edit;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{button, card, cell, date_field, note, primary, row, section, text_field_hinted};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, answers: &mut AfterYes) -> Wish {
    let words = &cx.text.after_yes;
    let mut wish = Wish::default();
    ui.add_space(tokens::S);
    card(ui, |ui| {
        section(ui, words.title);
        note(ui, words.what_for);
        ui.add_space(tokens::S);
        fields(ui, cx, answers);
        ui.add_space(tokens::M);
        ui.horizontal(|ui| {
            let save = ui.add_enabled_ui(!answers.is_empty(), |ui| primary(ui, None, words.save)).inner;
            if save.clicked() {
                let edit = Edit::AfterYes {
                    deal: deal.id.clone(),
                    answers: Box::new(answers.clone()),
                    on: cx.now.date,
                };
                wish = Wish { edit: Some(edit), close: true, ..Wish::default() };
            }
            if button(ui, None, cx.text.shell.cancel).clicked()
                || ui.input(|input| input.key_pressed(Key::Escape))
            {
                wish.close = true;
            }
        });
    });
    wish
}

fn fields(ui: &mut Ui, cx: &Cx<'_>, answers: &mut AfterYes) {
    let words = &cx.text.after_yes;
    row(ui, |ui| {
        cell(ui, |ui| text(ui, words.decides, words.decides_hint, &mut answers.decides));
        cell(ui, |ui| {
            if let Some(date) = date_field(ui, cx, words.decided_by, answers.decided_by) {
                answers.decided_by = date;
            }
        });
        cell(ui, |ui| {
            if let Some(date) = date_field(ui, cx, words.paid_by, answers.paid_by) {
                answers.paid_by = date;
            }
        });
        cell(ui, |ui| text(ui, words.deputy, words.deputy_hint, &mut answers.deputy));
        cell(ui, |ui| text(ui, words.reached_at, words.reached_at_hint, &mut answers.deputy_reached_at));
    });
}

fn text(ui: &mut Ui, label: &str, hint: &str, value: &mut String) {
    if let (_response, Some(typed)) = text_field_hinted(ui, label, value, hint) {
        *value = typed;
    }
}
