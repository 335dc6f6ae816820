//! The library: who signs, and the only things that messages may say about the company.

mod answers;
mod banks;
mod company;
mod entries;
mod fits;
mod status;

use egui::Ui;

use crate::domain::edit::Edit;
use crate::domain::history::UndoStep;
use crate::domain::library::{EntryKind, Library, LibraryEntry};
use crate::text::buyer::words::PaperLanguage;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{column, gap_below, gap_beside, heading, note, scrolled, tab, weak, wide_card};

#[derive(Debug, Default)]
pub struct State {
    part: LibraryPart,
    entries: entries::State,
    /// A further language for deposit answers, besides those of the window.
    also: Option<PaperLanguage>,
}

/// One page of the library.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum LibraryPart {
    #[default]
    Company,
    Entries(EntryKind),
}

/// The most useful first.
const PARTS: [LibraryPart; 6] = [
    LibraryPart::Company,
    LibraryPart::Entries(EntryKind::DepositAnswer),
    LibraryPart::Entries(EntryKind::Alternative),
    LibraryPart::Entries(EntryKind::Fact),
    LibraryPart::Entries(EntryKind::Reference),
    LibraryPart::Entries(EntryKind::Story),
];

pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    let words = &cx.text.library;
    scrolled(ui, |ui| {
        column(ui, tokens::CONTENT, |ui| {
            heading(ui, words.title);
            ui.scope(|ui| {
                ui.set_max_width(tokens::MEASURE.min(ui.available_width()));
                weak(ui, words.guard);
            });
            ui.add_space(tokens::S);
            parts(ui, cx, state);
            ui.add_space(tokens::S);
            wide_card(ui, |ui| {
                gap_below(ui, tokens::M);
                page(ui, cx, state, out);
            });
            ui.add_space(tokens::XL);
        });
    });
}

fn parts(ui: &mut Ui, cx: &Cx<'_>, state: &mut State) {
    let words = &cx.text.library;
    ui.horizontal_wrapped(|ui| {
        gap_beside(ui, tokens::XL);
        gap_below(ui, 0.0);
        for part in PARTS {
            let name = match part {
                LibraryPart::Company => words.company_part,
                LibraryPart::Entries(kind) => (words.part)(kind),
            };
            if tab(ui, name, state.part == part).clicked() {
                state.part = part;
                state.entries = entries::State::default();
            }
        }
    });
}

fn page(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    let words = &cx.text.library;
    match state.part {
        LibraryPart::Company => company::show(ui, cx, out),
        LibraryPart::Entries(kind) => {
            note(ui, (words.about)(kind));
            if kind == EntryKind::DepositAnswer {
                answers::show(ui, cx, &mut state.also, out);
            }
            entries::show(ui, cx, kind, &mut state.entries, out);
        }
    }
}

/// Requests one change of the library.
fn change(cx: &Cx<'_>, out: &mut Actions, step: UndoStep, change: impl FnOnce(&mut Library)) {
    let mut library = Library::clone(&cx.document.library);
    change(&mut library);
    out.push(Action::Edit(Edit::Library(Box::new(library)), step));
}

fn change_entry(
    cx: &Cx<'_>,
    entry: &LibraryEntry,
    out: &mut Actions,
    step: UndoStep,
    write: impl FnOnce(&mut LibraryEntry),
) {
    change(cx, out, step, |library| {
        if let Some(entry) = library.entry_mut(&entry.id) {
            write(entry);
        }
    });
}
