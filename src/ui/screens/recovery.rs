//! A document that could not be opened: what is wrong in plain words, and the ways out. Nothing was changed.

use egui::{RichText, Ui};

use crate::ui::action::{Action, Actions, Cx, Pick, Recovery};
use crate::ui::widgets::{button, card, column, heading, note, section, weak};
use crate::ui::{theme, tokens};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, recovery: &Recovery, out: &mut Actions) {
    let words = &cx.text.problems;
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.add_space(tokens::XXL);
        ui.horizontal_top(|ui| {
            ui.add_space(((ui.available_width() - tokens::MEASURE) / 2.0).max(0.0));
            column(ui, tokens::MEASURE, |ui| {
                heading(ui, words.not_opened);
                ui.add_space(tokens::S);
                weak(ui, &recovery.why);
                note(ui, &recovery.path.display().to_string());
                ui.add_space(tokens::L);
                card(ui, |ui| backups(ui, cx, recovery, out));
                ui.add_space(tokens::L);
                ui.horizontal_wrapped(|ui| {
                    if button(ui, None, cx.text.commands.open_document).clicked() {
                        out.push(Action::Pick(Pick::Open));
                    }
                    if button(ui, None, words.start_elsewhere).clicked() {
                        out.push(Action::Pick(Pick::SaveAs));
                    }
                    if button(ui, None, cx.text.shell.retry).clicked() {
                        out.push(Action::OpenFile(recovery.path.clone()));
                    }
                });
            });
        });
    });
}

fn backups(ui: &mut Ui, cx: &Cx<'_>, recovery: &Recovery, out: &mut Actions) {
    let words = &cx.text.problems;
    ui.set_width(ui.available_width());
    section(ui, words.backups);
    if recovery.backups.is_empty() {
        weak(ui, words.no_backups);
        return;
    }
    for backup in &recovery.backups {
        ui.horizontal(|ui| {
            ui.label(RichText::new(&backup.made).family(theme::bold()));
            ui.label(RichText::new((words.deals)(backup.deals)).color(cx.palette.weak_text));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if button(ui, None, words.restore).clicked() {
                    out.push(Action::Restore {
                        document: recovery.path.clone(),
                        backup: backup.path.clone(),
                    });
                }
            });
        });
    }
    note(ui, words.restore_keeps);
}
