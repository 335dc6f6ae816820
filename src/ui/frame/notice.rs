//! Notices at the top of the window until dismissed: an earlier crash, copies that could not be cleaned, rows left out.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use egui::{Id, RichText, Ui};

use crate::domain::files::problem::SaveProblem;
use crate::domain::forget::Subject;
use crate::text::visible::in_one_line;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::safety::made;
use crate::ui::screens::import::Wish;
use crate::ui::widgets::{Band, band_line, link};
use crate::ui::{icons, theme, tokens};

/// A notice to read and dismiss.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// An earlier run stopped unexpectedly, at this time in UTC, and left this report.
    Crash {
        at: NaiveDateTime,
        text: String,
        folder: PathBuf,
    },
    Forgotten(ForgottenNotice),
    /// The latest import left so many rows of this file out; it goes once they are saved.
    LeftOut {
        file: String,
        rows: usize,
    },
}

/// A buyer was forgotten, but not everywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct ForgottenNotice {
    /// The document it is about: its copies can be cleaned again only while it is open.
    pub document: Option<PathBuf>,
    pub subject: Subject,
    pub deals: usize,
    pub copies: usize,
    pub unread: Vec<PathBuf>,
    pub failed: Vec<(PathBuf, SaveProblem)>,
    /// The document itself could not be saved without the buyer.
    pub unsaved: Option<SaveProblem>,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, notices: &mut Vec<Notice>, out: &mut Actions) {
    let mut number = 0;
    notices.retain(|notice| {
        number += 1;
        let id = Id::unique(("notice", number));
        match notice {
            Notice::Crash { at, text, folder } => crash(ui, cx, id, *at, text, folder, out),
            Notice::Forgotten(forgotten) => not_everywhere(ui, cx, id, forgotten, out),
            Notice::LeftOut { file, rows } => left_out(ui, cx, id, file, *rows, out),
        }
    });
}

/// False when it was dismissed.
fn crash(
    ui: &mut Ui,
    cx: &Cx<'_>,
    id: Id,
    at: NaiveDateTime,
    text: &str,
    folder: &Path,
    out: &mut Actions,
) -> bool {
    let words = &cx.text.crash;
    let said = (words.stopped)(&made(cx, Some(at)));
    let mut kept = true;
    Band { id, tint: cx.palette.cold, icon: icons::INFO, said: &said }.show(ui, |ui| {
        if link(ui, None, words.copy).clicked() {
            out.push(Action::CopyText(text.to_owned()));
        }
        if link(ui, None, words.show_folder).clicked() {
            out.push(Action::ShowFolder(folder.to_owned()));
        }
        kept = !link(ui, None, words.dismiss).clicked();
    });
    kept
}

/// False when it was dismissed.
fn left_out(ui: &mut Ui, cx: &Cx<'_>, id: Id, file: &str, rows: usize, out: &mut Actions) -> bool {
    let words = &cx.text.preview;
    let said = (words.left_out)(rows, &in_one_line(file, 60));
    let mut kept = true;
    Band { id, tint: cx.palette.cold, icon: icons::INFO, said: &said }.show(ui, |ui| {
        if link(ui, None, words.save_left_out).clicked() {
            out.push(Action::Import(Wish::SaveLeftOut));
        }
        kept = !link(ui, None, words.leave_out).clicked();
    });
    kept
}

fn not_everywhere(ui: &mut Ui, cx: &Cx<'_>, id: Id, forgotten: &ForgottenNotice, out: &mut Actions) -> bool {
    let words = &cx.text.forget;
    let said = what_came(cx, forgotten);
    let incomplete = forgotten.unsaved.is_some() || !forgotten.failed.is_empty();
    let (mut kept, mut again) = (true, None);
    let ways = |ui: &mut Ui| {
        let may_try = incomplete && is_at_hand(cx, forgotten);
        if may_try && link(ui, None, words.again).clicked() {
            again = Some(Vec::new());
        }
        kept = !link(ui, None, words.leave).clicked();
    };
    let mut delete = None;
    Band { id, tint: cx.palette.warm, icon: icons::WARNING, said: &said }.show_with(ui, ways, |ui| {
        delete = files(ui, cx, forgotten);
    });
    if let Some(delete) = again.or(delete) {
        let subject = Box::new(forgotten.subject.clone());
        out.push(Action::ForgetAgain { subject, delete });
    }
    kept
}

fn what_came(cx: &Cx<'_>, forgotten: &ForgottenNotice) -> String {
    let words = &cx.text.forget;
    if let Some(problem) = &forgotten.unsaved {
        return format!(
            "{} {}",
            (words.not_yet)(forgotten.subject.company()),
            (cx.text.problems.save)(problem)
        );
    }
    let gone = (words.gone)(forgotten.subject.company(), forgotten.deals, forgotten.copies);
    match forgotten.unread.len() {
        0 => gone,
        unread => format!("{gone} {}", (words.unread)(unread)),
    }
}

/// The number of files listed at once; the others appear once these are dealt with.
const SHOWN: usize = 3;

/// Whether the notice is about the open document: only its copies can be cleaned.
fn is_at_hand(cx: &Cx<'_>, forgotten: &ForgottenNotice) -> bool {
    cx.file.read_only.is_none() && cx.file.path == forgotten.document
}

/// Lists what could not be cleaned; returns the files to delete, if the user asked for that.
fn files(ui: &mut Ui, cx: &Cx<'_>, forgotten: &ForgottenNotice) -> Option<Vec<PathBuf>> {
    let words = &cx.text.forget;
    let mut delete = None;
    let line = |ui: &mut Ui, said: String, ways: &mut dyn FnMut(&mut Ui)| {
        let icon = RichText::new(icons::FILE_TEXT).color(cx.palette.weak_text).family(theme::filled());
        let said = RichText::new(said).size(tokens::SMALL).color(cx.palette.text);
        band_line(ui, icon, said, ways);
    };
    for path in forgotten.unread.iter().take(SHOWN) {
        line(ui, path.display().to_string(), &mut |ui| {
            let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            if is_at_hand(cx, forgotten) && link(ui, None, &(words.delete)(&name)).clicked() {
                delete = Some(vec![path.clone()]);
            }
        });
    }
    for (path, problem) in forgotten.failed.iter().take(SHOWN) {
        let why = (cx.text.problems.save)(problem);
        line(ui, (words.failed)(&path.display().to_string(), &why), &mut |_ui| {});
    }
    delete
}
