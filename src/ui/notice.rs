//! What stays at the top of the window until it was seen: a crash that was, copies that could not be cleaned.

use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, TimeDelta};
use egui::{Frame, Margin, Panel, RichText, Ui};

use super::action::{Action, Actions, Cx};
use super::widgets::{button, wrapped};
use super::{icons, theme, tokens};
use crate::domain::forget::Subject;
use crate::domain::problem::SaveProblem;
use crate::text::format;

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
    /// Only while this one is open can its copies be cleaned once more.
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
    let offset = cx.now.zone.to_offset(cx.now.instant).seconds();
    let here = at.checked_add_signed(TimeDelta::seconds(offset.into())).unwrap_or(at);
    let day = format::date_long(here.date(), cx.language());
    let mut kept = true;
    let line = (words.stopped)(&format!("{day}, {}", here.format("%H:%M")));
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
        let may_try = incomplete && is_at_hand(cx, forgotten);
        if may_try && button(ui, Some(icons::ARROW_CLOCKWISE), words.again).clicked() {
            out.push(again(forgotten, Vec::new()));
        }
        kept = !button(ui, None, words.leave).clicked();
    });
    files(ui, cx, forgotten, out);
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

/// As many files as a person reads; the others come up once these are dealt with.
const SHOWN: usize = 3;

/// Only the copies of the document that is open can be cleaned.
fn is_at_hand(cx: &Cx<'_>, forgotten: &ForgottenNotice) -> bool {
    cx.file.read_only.is_none() && cx.file.path == forgotten.document
}

fn again(forgotten: &ForgottenNotice, delete: Vec<PathBuf>) -> Action {
    Action::ForgetAgain { subject: Box::new(forgotten.subject.clone()), delete }
}

fn files(ui: &mut Ui, cx: &Cx<'_>, forgotten: &ForgottenNotice, out: &mut Actions) {
    for path in forgotten.unread.iter().take(SHOWN) {
        let shown = RichText::new(path.display().to_string()).size(tokens::SMALL);
        said(ui, mark(icons::FILE_TEXT, cx.palette.weak_text), shown, |ui| {
            let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            let may_delete = is_at_hand(cx, forgotten);
            if may_delete && button(ui, Some(icons::TRASH), &(cx.text.forget.delete)(&name)).clicked() {
                out.push(again(forgotten, vec![path.clone()]));
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
