//! What stays at the top of the window until it was seen: a crash that was, copies that could not be cleaned.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use egui::{Frame, Margin, Panel, RichText, Ui};

use super::action::{Action, Actions, Cx};
use super::safety::made;
use super::widgets::{button, wrapped};
use super::{icons, theme, tokens};
use crate::domain::problem::SaveProblem;

/// Something to be seen and dismissed.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// An earlier run stopped unexpectedly, at this time in UTC, and left this report.
    Crash {
        at: NaiveDateTime,
        text: String,
        folder: PathBuf,
    },
    Forgotten(ForgottenNotice),
}

/// A buyer was forgotten, but not everywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct ForgottenNotice {
    pub company: String,
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
        let serious = matches!(notice, Notice::Forgotten(_));
        let tint = if serious { cx.palette.warm.tint } else { cx.palette.selection };
        let frame = Frame::new().fill(tint).inner_margin(Margin::symmetric(16, 8));
        Panel::top(egui::Id::unique(("notice", number)))
            .frame(frame)
            .show(ui, |ui| match notice {
                Notice::Crash { at, text, folder } => crash(ui, cx, *at, text, folder, out),
                Notice::Forgotten(forgotten) => not_everywhere(ui, cx, forgotten, out),
            })
            .inner
    });
}

/// False when it was dismissed.
fn crash(ui: &mut Ui, cx: &Cx<'_>, at: NaiveDateTime, text: &str, folder: &Path, out: &mut Actions) -> bool {
    let words = &cx.text.crash;
    let mut kept = true;
    let line = (words.stopped)(&made(cx, Some(at)));
    said(ui, mark(icons::INFO, cx.palette.accent), RichText::new(line), |ui| {
        if button(ui, Some(icons::COPY), words.copy).clicked() {
            out.push(Action::CopyText(text.to_owned()));
        }
        if button(ui, Some(icons::FOLDER_OPEN), words.show_folder).clicked() {
            out.push(Action::ShowFolder(folder.to_owned()));
        }
        kept = !button(ui, None, words.dismiss).clicked();
    });
    kept
}

fn not_everywhere(ui: &mut Ui, cx: &Cx<'_>, forgotten: &ForgottenNotice, out: &mut Actions) -> bool {
    let words = &cx.text.forget;
    let mut kept = true;
    let line = RichText::new(what_came(cx, forgotten));
    said(ui, mark(icons::WARNING, cx.palette.warm.ink), line, |ui| {
        let incomplete = forgotten.unsaved.is_some() || !forgotten.failed.is_empty();
        if incomplete && button(ui, Some(icons::ARROW_CLOCKWISE), words.again).clicked() {
            out.push(Action::ForgetAgain { delete: Vec::new() });
        }
        kept = !button(ui, None, words.leave).clicked();
    });
    files(ui, cx, &forgotten.unread, out);
    for (path, problem) in forgotten.failed.iter().take(SHOWN) {
        let why = (cx.text.problems.save)(problem);
        let line = (words.failed)(&path.display().to_string(), &why);
        wrapped(ui, RichText::new(line).size(tokens::SMALL).color(cx.palette.text));
    }
    kept
}

fn what_came(cx: &Cx<'_>, forgotten: &ForgottenNotice) -> String {
    let words = &cx.text.forget;
    if let Some(problem) = &forgotten.unsaved {
        return format!("{} {}", (words.not_yet)(&forgotten.company), (cx.text.problems.save)(problem));
    }
    let gone = (words.gone)(&forgotten.company, forgotten.deals, forgotten.copies);
    match forgotten.unread.len() {
        0 => gone,
        unread => format!("{gone} {}", (words.unread)(unread)),
    }
}

/// As many files as a person reads; the others come up once these are dealt with.
const SHOWN: usize = 3;

fn files(ui: &mut Ui, cx: &Cx<'_>, unread: &[PathBuf], out: &mut Actions) {
    for path in unread.iter().take(SHOWN) {
        let shown = RichText::new(path.display().to_string()).size(tokens::SMALL);
        said(ui, mark(icons::FILE_TEXT, cx.palette.weak_text), shown, |ui| {
            let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            if button(ui, Some(icons::TRASH), &(cx.text.forget.delete)(&name)).clicked() {
                out.push(Action::ForgetAgain { delete: vec![path.clone()] });
            }
        });
    }
}

/// The line, and its buttons behind it where there is room, else below.
fn said(ui: &mut Ui, mark: RichText, line: RichText, buttons: impl FnOnce(&mut Ui)) {
    let font = egui::TextStyle::Body.resolve(ui.style());
    let ink = theme::palette(ui.ctx()).text;
    let width = ui.painter().layout_no_wrap(line.text().to_owned(), font, ink).size().x;
    let line = line.color(ink);
    if width + tokens::LIST + tokens::XXL < ui.available_width() {
        ui.horizontal(|ui| {
            ui.label(mark);
            ui.label(line);
            buttons(ui);
        });
        return;
    }
    ui.horizontal_top(|ui| {
        ui.label(mark);
        wrapped(ui, line);
    });
    ui.horizontal_wrapped(buttons);
}

fn mark(icon: char, ink: egui::Color32) -> RichText {
    RichText::new(icon).color(ink).family(theme::filled())
}
