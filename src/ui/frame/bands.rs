//! Bands below the top bar: lasting conditions that must stay visible, with what can be done about them.

use std::path::PathBuf;

use egui::{Id, Ui};

use crate::domain::files::problem::SaveProblem;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::{Cx, ReadOnly, Saving};
use crate::ui::icons;
use crate::ui::safety::made;
use crate::ui::screens::merge::{Source, Waiting};
use crate::ui::screens::{backups, merge};
use crate::ui::tokens::Tint;
use crate::ui::widgets::{Band, changing, link, of_document};

/// `waiting`: another program's version that nobody has looked at yet.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, waiting: Option<&Waiting>, out: &mut Actions) {
    if let Some(waiting) = waiting {
        other_version(ui, cx, waiting, out);
    }
    // The band about the other version already says why, and what to do.
    let is_said = |problem: &SaveProblem| waiting.is_some() && *problem == SaveProblem::ChangedOutside;
    if let Saving::Failed(problem) = cx.saving
        && !is_said(problem)
    {
        let said = (cx.text.problems.save)(problem);
        band(ui, "not saved", cx.palette.danger, icons::WARNING_CIRCLE, &said, |ui| {
            if link(ui, None, cx.text.shell.retry).clicked() {
                out.push(Action::RetrySave);
            }
            if link(ui, None, cx.text.recovery.save_copy).clicked() {
                out.push(Action::Pick(Pick::CopyDocument));
            }
        });
    }
    if let Some(why) = &cx.file.read_only {
        read_only(ui, cx, why, out);
    }
    if let Some(rescued) = &cx.file.rescued {
        rescue(ui, cx, rescued, out);
    }
    // One band at a time.
    if let Some(copy) = cx.file.copies.first().filter(|_| waiting.is_none()) {
        let name = copy.file_name().map_or_else(String::new, |name| name.display().to_string());
        let said = (cx.text.merge.copy_found)(&name);
        band(ui, "conflict copy", cx.palette.warm, icons::WARNING, &said, |ui| {
            if link(ui, None, cx.text.merge.compare).clicked() {
                out.push(Action::Merge(merge::Wish::CompareCopy(copy.clone())));
            }
            if link(ui, None, cx.text.merge.put_away).clicked() {
                out.push(Action::Merge(merge::Wish::PutCopyAway(copy.clone())));
            }
        });
    }
}

fn other_version(ui: &mut Ui, cx: &Cx<'_>, waiting: &Waiting, out: &mut Actions) {
    let words = &cx.text.merge;
    let said = match &waiting.source {
        Source::ByHand => (words.waits_by_hand)(waiting.deals, waiting.others),
        Source::Unreadable(_) => words.waits_unreadable.to_owned(),
        Source::OtherProgram | Source::Copy(_) | Source::Brought(_) | Source::Packed { .. } => {
            (words.waits)(waiting.deals, waiting.others)
        }
    };
    band(ui, "other version", cx.palette.warm, icons::WARNING, &said, |ui| {
        if link(ui, None, words.look_at_them).clicked() {
            out.push(Action::Merge(merge::Wish::LookAtBoth));
        }
        if link(ui, None, cx.text.recovery.save_copy).clicked() {
            out.push(Action::Pick(Pick::CopyDocument));
        }
    });
}

fn read_only(ui: &mut Ui, cx: &Cx<'_>, why: &ReadOnly, out: &mut Actions) {
    let words = &cx.text.recovery;
    let said = match why {
        ReadOnly::Held(holder) => {
            format!("{} {}", (cx.text.problems.held)(holder.as_ref()), words.held_advice)
        }
        ReadOnly::Newer { left_out } => (words.newer)(*left_out),
        ReadOnly::Backup { taken, .. } => (words.looking_at)(&made(cx, *taken)),
        ReadOnly::NotOpened => cx.text.problems.not_opened.to_owned(),
    };
    band(ui, "read only", cx.palette.warm, icons::LOCK_SIMPLE, &said, |ui| {
        read_only_ways(ui, cx, why, out);
    });
}

fn read_only_ways(ui: &mut Ui, cx: &Cx<'_>, why: &ReadOnly, out: &mut Actions) {
    let words = &cx.text.recovery;
    let again = |path: &Option<PathBuf>| path.clone().map(Action::OpenFile);
    match why {
        ReadOnly::Held(_) => {
            if link(ui, None, cx.text.shell.retry).clicked() {
                again(&cx.file.path).into_iter().for_each(|action| out.push(action));
            }
            if link(ui, None, words.save_copy).clicked() {
                out.push(Action::Pick(Pick::CopyDocument));
            }
        }
        ReadOnly::Newer { .. } => {
            // The file is copied as it is, including what this program does not understand.
            let copy = cx.file.path.clone().map(|path| Action::Pick(Pick::CopyFile(path)));
            if link(ui, None, words.save_copy).clicked() {
                copy.into_iter().for_each(|action| out.push(action));
            }
            if link(ui, None, words.open_another).clicked() {
                out.push(Action::Pick(Pick::Open));
            }
        }
        ReadOnly::Backup { document, .. } => {
            if link(ui, None, words.back_to_document).clicked() {
                out.push(Action::OpenFile(document.clone()));
            }
            if link(ui, None, words.save_copy).clicked() {
                out.push(Action::Pick(Pick::CopyDocument));
            }
        }
        ReadOnly::NotOpened => {}
    }
}

fn rescue(ui: &mut Ui, cx: &Cx<'_>, rescued: &std::path::Path, out: &mut Actions) {
    let words = &cx.text.recovery;
    band(ui, "rescued", cx.palette.cold, icons::LIFEBUOY, words.rescued, |ui| {
        if link(ui, None, words.show_difference).clicked() {
            out.push(Action::Backups(backups::Wish::Preview(rescued.to_owned())));
        }
        if of_document(ui, cx, |ui| changing(ui, |ui| link(ui, None, words.use_it))).clicked() {
            out.push(Action::Backups(backups::Wish::Restore(rescued.to_owned())));
        }
        if link(ui, None, cx.text.shell.dismiss).clicked() {
            out.push(Action::DismissRescued);
        }
    });
}

fn band(ui: &mut Ui, id: &str, tint: Tint, icon: char, said: &str, ways: impl FnOnce(&mut Ui)) {
    Band { id: Id::unique(id), tint, icon, said }.show(ui, ways);
}
