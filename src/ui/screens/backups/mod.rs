//! Backups: when each was made, what has changed since, deal by deal and field by field, and going back to one.

mod preview;
pub mod row;

use std::path::PathBuf;

use egui::Ui;

use self::row::BackupRow;
use crate::domain::files::backup::{Examined, KeptFile};
use crate::ui::cx::Cx;
use crate::ui::safety::Looked;
use crate::ui::widgets::{
    button, changing, column, gap_below, heading, note, primary, rule, scrolled, section, weak, wide_card,
};
use crate::ui::{icons, tokens};

pub use preview::BackupPreview;

#[derive(Debug, Default)]
pub struct State {
    pub looked: Looked,
    /// The backup that is compared with the present state, once it is read.
    pub preview: Option<BackupPreview>,
}

/// What the user asked for on this page.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    BackUpNow,
    ShowFolder(PathBuf),
    /// Read a backup and show what has changed since.
    Preview(PathBuf),
    /// Replace the open document with a backup, as one undo step.
    Restore(PathBuf),
    /// Bring in everything from a copy of a document.
    Bring(PathBuf),
    /// Save a copy of a file as it is.
    Copy(PathBuf),
}

impl State {
    /// Starts to show what has changed since a backup.
    pub fn open(&mut self, backup: PathBuf) {
        self.looked.open = Some(backup);
        self.preview = None;
    }
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut State) -> Option<Wish> {
    let mut wish = None;
    scrolled(ui, |ui| {
        column(ui, tokens::CONTENT, |ui| {
            gap_below(ui, tokens::M);
            heading(ui, cx.text.backups.title);
            note(ui, cx.text.backups.about);
            ways(ui, cx, &mut wish);
            wide_card(ui, |ui| {
                gap_below(ui, tokens::S);
                list(ui, cx, state, &mut wish);
            });
            if !state.looked.kept.is_empty() {
                wide_card(ui, |ui| {
                    gap_below(ui, tokens::S);
                    kept(ui, cx, state, &mut wish);
                });
            }
            ui.add_space(tokens::XL);
        });
    });
    wish
}

fn ways(ui: &mut Ui, cx: &Cx<'_>, wish: &mut Option<Wish>) {
    let words = &cx.text.backups;
    ui.horizontal_wrapped(|ui| {
        let now = |ui: &mut Ui| primary(ui, Some(icons::CLOCK_COUNTER_CLOCKWISE), words.back_up_now);
        if changing(ui, now).clicked() {
            *wish = Some(Wish::BackUpNow);
        }
        if let Some(path) = &cx.file.path
            && button(ui, Some(icons::FOLDER_OPEN), words.show_folder).clicked()
        {
            *wish = Some(Wish::ShowFolder(path.clone()));
        }
    });
}

fn list(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, wish: &mut Option<Wish>) {
    let words = &cx.text.backups;
    if let Some(cause) = &state.looked.unlisted {
        weak(ui, &(cx.text.recovery.unlisted)(cause));
    }
    let mut toggled = None;
    for (place, examined) in state.looked.found.iter().enumerate() {
        if place > 0 {
            rule(ui);
        }
        let preview = (&state.looked.open, &mut state.preview);
        toggled = one(ui, cx, examined, preview, |ui| row_ways(ui, cx, examined, wish)).or(toggled);
    }
    if !state.looked.finished {
        note(ui, cx.text.recovery.looking);
    } else if state.looked.found.is_empty() && state.looked.unlisted.is_none() {
        weak(ui, words.none_yet);
    } else {
        note(ui, words.restoring_is_safe);
    }
    toggle(state, toggled, wish);
}

/// Replaced files and merged conflict copies: never deleted automatically, so they must be visible.
fn kept(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, wish: &mut Option<Wish>) {
    let words = &cx.text.backups;
    section(ui, words.kept);
    note(ui, words.kept_about);
    let mut toggled = None;
    for KeptFile { kind, examined } in &state.looked.kept {
        rule(ui);
        let name = examined.backup.path.file_name().unwrap_or_default().to_string_lossy();
        note(ui, &(words.line)(&name, (words.kept_kind)(*kind)));
        let preview = (&state.looked.open, &mut state.preview);
        toggled = one(ui, cx, examined, preview, |ui| kept_ways(ui, cx, examined, wish)).or(toggled);
    }
    toggle(state, toggled, wish);
}

/// A row, with its differences where it is open; its path and whether it was open, when the user toggled it.
fn one(
    ui: &mut Ui,
    cx: &Cx<'_>,
    examined: &Examined,
    (open, preview): (&Option<PathBuf>, &mut Option<BackupPreview>),
    ways: impl FnOnce(&mut Ui),
) -> Option<(PathBuf, bool)> {
    let is_open = open.as_ref() == Some(&examined.backup.path);
    let row = BackupRow { examined, is_open, says: cx.text.backups.since };
    let toggled = row::show(ui, cx, &row, ways);
    match preview {
        Some(preview) if is_open => {
            ui.scope(|ui| preview.show(ui, cx));
        }
        None if is_open => {
            note(ui, cx.text.recovery.looking);
        }
        Some(_) | None => {}
    }
    toggled.then(|| (examined.backup.path.clone(), is_open))
}

fn toggle(state: &mut State, toggled: Option<(PathBuf, bool)>, wish: &mut Option<Wish>) {
    match toggled {
        Some((_, true)) => state.looked.open = None,
        Some((backup, false)) => *wish = Some(Wish::Preview(backup)),
        None => {}
    }
}

/// Laid out from the right.
fn kept_ways(ui: &mut Ui, cx: &Cx<'_>, examined: &Examined, wish: &mut Option<Wish>) {
    let path = &examined.backup.path;
    if examined.is_good() && changing(ui, |ui| button(ui, None, cx.text.merge.compare)).clicked() {
        *wish = Some(Wish::Bring(path.clone()));
    }
    if button(ui, None, cx.text.recovery.save_copy).clicked() {
        *wish = Some(Wish::Copy(path.clone()));
    }
}

/// Laid out from the right.
fn row_ways(ui: &mut Ui, cx: &Cx<'_>, examined: &Examined, wish: &mut Option<Wish>) {
    let path = &examined.backup.path;
    if examined.is_good() && changing(ui, |ui| button(ui, None, cx.text.problems.restore)).clicked() {
        *wish = Some(Wish::Restore(path.clone()));
    }
    if button(ui, None, cx.text.recovery.save_copy).clicked() {
        *wish = Some(Wish::Copy(path.clone()));
    }
}
