//! A document that could not be opened: what is wrong in plain words, and what can be done. Nothing was changed.

use std::path::PathBuf;

use egui::Ui;

use super::backups::row;
use super::backups::row::BackupRow;
use crate::domain::files::backup::Backup;
use crate::domain::files::problem::OpenProblem;
use crate::domain::files::salvage::Salvage;
use crate::ui::cx::Cx;
use crate::ui::safety::{Looked, Recovery, made};
use crate::ui::widgets::{
    Emphasis, button, column, gap_below, gap_beside, heading, note, primary, rule, scrolled, section, weak,
    wide_card,
};
use crate::ui::{icons, tokens};

/// The maximum width of the choices.
const WIDEST: f32 = 720.0;

/// What the user asked for: always about the document that could not be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    OpenAgain,
    /// Accept a file whose checksum is wrong because the user edited it.
    AcceptEdit,
    /// Make a new document of the readable deals.
    Rescue,
    /// Put this backup in its place; the damaged file is kept under another name.
    Restore(PathBuf),
    /// Open a backup read-only.
    LookAt(Backup),
    /// Save a copy of this file as it is.
    Copy(PathBuf),
    /// Start an empty document in place of the missing one.
    StartEmpty,
    OpenAnother,
    StartElsewhere,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, recovery: &mut Recovery) -> Option<Wish> {
    let mut wish = None;
    scrolled(ui, |ui| {
        let margin = if ui.available_width() < tokens::STRIP { tokens::M } else { tokens::XXL };
        ui.add_space(margin);
        ui.horizontal_top(|ui| {
            gap_beside(ui, 0.0);
            ui.add_space(((ui.available_width() - WIDEST) / 2.0).max(margin).floor());
            let width = ui.available_width() - margin;
            column(ui, width.min(WIDEST), |ui| page(ui, cx, recovery, &mut wish));
        });
    });
    wish
}

fn page(ui: &mut Ui, cx: &Cx<'_>, recovery: &mut Recovery, wish: &mut Option<Wish>) {
    gap_beside(ui, tokens::S);
    gap_below(ui, tokens::S);
    let is_missing = recovery.problem == OpenProblem::NotThere;
    heading(ui, if is_missing { cx.text.recovery.missing } else { cx.text.problems.not_opened });
    let mut wrong = (cx.text.problems.open)(&recovery.problem);
    if let Some(buyer) = &recovery.buyer {
        let gap = if wrong.is_ascii() { " " } else { "" };
        wrong = [&*wrong, gap, &*(cx.text.recovery.in_deal)(buyer)].concat();
    }
    if !is_missing {
        weak(ui, &wrong);
    }
    note(ui, &recovery.path.display().to_string());
    ui.add_space(tokens::S);
    if let Some(deals) = recovery.readable {
        part(ui, |ui| own_edit(ui, cx, deals, &recovery.backups, wish));
    }
    if let Some(salvage) = &recovery.salvage {
        part(ui, |ui| single_deals(ui, cx, salvage, wish));
    }
    part(ui, |ui| backups(ui, cx, &mut recovery.backups, wish));
    ui.add_space(tokens::S);
    other_ways(ui, cx, recovery, wish);
    ui.add_space(tokens::XL);
}

fn part(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    wide_card(ui, |ui| {
        gap_below(ui, tokens::S);
        add(ui);
    });
}

/// The content can be read, only the checksum is wrong: editing the file by hand is allowed.
fn own_edit(ui: &mut Ui, cx: &Cx<'_>, deals: usize, backups: &Looked, wish: &mut Option<Wish>) {
    let words = &cx.text.recovery;
    section(ui, words.your_edit);
    weak(ui, &(words.still_readable)(deals));
    let newest = backups.found.iter().find_map(|found| Some((found, found.held.as_ref().ok()?)));
    if let Some((found, since)) = newest.and_then(|(found, held)| Some((found, held.since.as_ref()?))) {
        let when = made(cx, found.backup.taken);
        note(ui, &[when, (cx.text.backups.since)(since)].join(" · ")).on_hover_text(row::names(cx, since));
    }
    if button(ui, Some(icons::CHECK), words.accept).clicked() {
        *wish = Some(Wish::AcceptEdit);
    }
}

/// At most this many unreadable lines are listed.
const NAMED: usize = 8;

/// The file as a whole cannot be read, but each deal is on a line of its own, and most lines are intact.
fn single_deals(ui: &mut Ui, cx: &Cx<'_>, salvage: &Salvage, wish: &mut Option<Wish>) {
    let words = &cx.text.recovery;
    section(ui, words.single_deals);
    weak(ui, &(words.salvage)(salvage));
    for lost in salvage.lost.iter().take(NAMED) {
        note(ui, &(words.lost)(lost));
    }
    let more = salvage.lost.len().saturating_sub(NAMED);
    if more > 0 {
        note(ui, &(cx.text.backups.and_more)(more));
    }
    let all = (!salvage.is_cut_off).then(|| salvage.all_deals());
    let name = (words.rescue)(salvage.deals, all);
    if button(ui, Some(icons::LIFEBUOY), &name).clicked() {
        *wish = Some(Wish::Rescue);
    }
    note(ui, words.rescue_keeps);
}

fn backups(ui: &mut Ui, cx: &Cx<'_>, looked: &mut Looked, wish: &mut Option<Wish>) {
    let words = &cx.text.problems;
    section(ui, words.backups);
    if let Some(cause) = &looked.unlisted {
        weak(ui, &(cx.text.recovery.unlisted)(cause));
    }
    let newest_good = looked.found.iter().position(|backup| backup.is_good());
    for (place, examined) in looked.found.iter().enumerate() {
        let is_open = looked.open.as_ref() == Some(&examined.backup.path);
        let row = BackupRow { examined, is_open, says: cx.text.backups.beside };
        let emphasis = if Some(place) == newest_good { Emphasis::Primary } else { Emphasis::Quiet };
        rule(ui);
        let toggled = row::show(ui, cx, &row, |ui| ways(ui, cx, &row, emphasis, wish));
        if let (true, Ok(contents)) = (is_open, &examined.held) {
            contents.since.iter().for_each(|since| row::named(ui, cx, since));
        }
        if toggled {
            looked.open = (!is_open).then(|| examined.backup.path.clone());
        }
    }
    if !looked.finished {
        note(ui, cx.text.recovery.looking);
    } else if looked.found.is_empty() && looked.unlisted.is_none() {
        weak(ui, words.no_backups);
    } else if newest_good.is_some() {
        note(ui, cx.text.recovery.later_work);
        note(ui, words.restore_keeps);
    }
}

fn ways(ui: &mut Ui, cx: &Cx<'_>, row: &BackupRow<'_>, emphasis: Emphasis, wish: &mut Option<Wish>) {
    let backup = &row.examined.backup;
    if row.examined.is_good() {
        let restore = match emphasis {
            Emphasis::Primary => primary(ui, None, cx.text.problems.restore),
            Emphasis::Quiet | Emphasis::Bare => button(ui, None, cx.text.problems.restore),
        };
        if restore.clicked() {
            *wish = Some(Wish::Restore(backup.path.clone()));
        }
        if button(ui, None, cx.text.recovery.look).clicked() {
            *wish = Some(Wish::LookAt(backup.clone()));
        }
    }
    if button(ui, None, cx.text.recovery.save_copy).clicked() {
        *wish = Some(Wish::Copy(backup.path.clone()));
    }
}

fn other_ways(ui: &mut Ui, cx: &Cx<'_>, recovery: &Recovery, wish: &mut Option<Wish>) {
    ui.horizontal_wrapped(|ui| {
        if button(ui, Some(icons::ARROW_CLOCKWISE), cx.text.shell.retry).clicked() {
            *wish = Some(Wish::OpenAgain);
        }
        if recovery.problem == OpenProblem::NotThere {
            if button(ui, Some(icons::FILE_PLUS), cx.text.recovery.start_empty).clicked() {
                *wish = Some(Wish::StartEmpty);
            }
        } else if button(ui, Some(icons::COPY), cx.text.recovery.copy_damaged).clicked() {
            *wish = Some(Wish::Copy(recovery.path.clone()));
        }
        if button(ui, Some(icons::FOLDER_OPEN), cx.text.recovery.open_another).clicked() {
            *wish = Some(Wish::OpenAnother);
        }
        if button(ui, Some(icons::FILE_PLUS), cx.text.problems.start_elsewhere).clicked() {
            *wish = Some(Wish::StartElsewhere);
        }
    });
}
