//! Backups: when each was made, what has changed since, deal by deal and field by field, and going back to one.

mod preview;
pub mod row;

use egui::Ui;

use self::row::Row;
use crate::domain::backup::Examined;
use crate::ui::action::{Action, Actions, Cx, Pick};
use crate::ui::safety::{Looked, Safety};
use crate::ui::widgets::{button, card, column, heading, note, primary, scrolled, weak};
use crate::ui::{icons, tokens};

pub use preview::Preview;

#[derive(Debug, Default)]
pub struct State {
    pub looked: Looked,
    /// The backup that is shown beside the present state, once it was read.
    pub preview: Option<Preview>,
}

impl State {
    /// Starts to show what has changed since a backup.
    pub fn open(&mut self, backup: std::path::PathBuf) {
        self.looked.open = Some(backup);
        self.preview = None;
    }
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    scrolled(ui, |ui| {
        column(ui, tokens::CONTENT, |ui| {
            ui.spacing_mut().item_spacing.y = tokens::M;
            heading(ui, cx.text.backups.title);
            note(ui, cx.text.backups.about);
            ways(ui, cx, out);
            card(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = tokens::S;
                list(ui, cx, state, out);
            });
            ui.add_space(tokens::XL);
        });
    });
}

fn ways(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.backups;
    ui.horizontal_wrapped(|ui| {
        let may_change = cx.file.read_only.is_none();
        let now = ui.add_enabled_ui(may_change, |ui| {
            primary(ui, Some(icons::CLOCK_COUNTER_CLOCKWISE), words.back_up_now)
        });
        if now.inner.on_disabled_hover_text(cx.text.shell.not_in_read_only).clicked() {
            out.push(Action::Safety(Safety::BackUpNow));
        }
        if let Some(path) = &cx.file.path
            && button(ui, Some(icons::FOLDER_OPEN), words.show_folder).clicked()
        {
            out.push(Action::Safety(Safety::ShowFolder(path.clone())));
        }
    });
}

fn list(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    let words = &cx.text.backups;
    if let Some(cause) = &state.looked.unlisted {
        weak(ui, &(cx.text.recovery.unlisted)(cause));
    }
    let mut toggled = None;
    for (place, examined) in state.looked.found.iter().enumerate() {
        if place > 0 {
            ui.separator();
        }
        let is_open = state.looked.open.as_ref() == Some(&examined.backup.path);
        let row = Row { examined, is_open, says: words.since };
        if row::show(ui, cx, &row, |ui| row_ways(ui, cx, examined, out)) {
            toggled = Some((examined.backup.path.clone(), is_open));
        }
        if is_open {
            match &mut state.preview {
                Some(preview) => {
                    ui.scope(|ui| preview.show(ui, cx));
                }
                None => {
                    note(ui, cx.text.recovery.looking);
                }
            }
        }
    }
    if !state.looked.finished {
        note(ui, cx.text.recovery.looking);
    } else if state.looked.found.is_empty() && state.looked.unlisted.is_none() {
        weak(ui, words.none_yet);
    } else {
        note(ui, words.restoring_is_safe);
    }
    match toggled {
        Some((_, true)) => state.looked.open = None,
        Some((backup, false)) => out.push(Action::Safety(Safety::Preview(backup))),
        None => {}
    }
}

/// Laid out from the right.
fn row_ways(ui: &mut Ui, cx: &Cx<'_>, examined: &Examined, out: &mut Actions) {
    let path = &examined.backup.path;
    if examined.is_good() {
        let may_change = cx.file.read_only.is_none();
        let restore = ui.add_enabled_ui(may_change, |ui| button(ui, None, cx.text.problems.restore)).inner;
        if restore.on_disabled_hover_text(cx.text.shell.not_in_read_only).clicked() {
            out.push(Action::Safety(Safety::Restore(path.clone())));
        }
    }
    if button(ui, None, cx.text.recovery.save_copy).clicked() {
        out.push(Action::Pick(Pick::CopyFile(path.clone())));
    }
}
