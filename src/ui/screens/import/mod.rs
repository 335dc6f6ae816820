//! The import preview: what a file says and what would happen, before anything happens.

mod changes;
mod columns;
mod lists;
mod orders;
mod questions;
mod rows;
mod source;
mod statuses;

use std::sync::Arc;

use egui::{Align, Layout, RichText, Ui, vec2};

use crate::domain::files::source::{EncodingSample, SourceChoice, TableSource};
use crate::domain::import::DealColumn;
use crate::domain::import::preview::ImportPreview;
use crate::domain::import::problem::ImportProblem;
use crate::domain::import::reading::{TableReading, Use};
use crate::text::visible::in_one_line;
use crate::text::window::import::OutcomeCounts;
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    bottom_bar, button, changing, column, empty_state, gap_below, gap_beside, heading, primary,
    scrolled_content, warning, weak, wide_card, wrapped,
};
use crate::ui::{icons, tokens};

/// The state of an import.
#[derive(Debug, Default)]
pub enum State {
    #[default]
    Nothing,
    /// The file is being read on a thread of its own.
    Reading {
        file: String,
    },
    /// The file cannot be imported; nothing was changed.
    Refused {
        file: String,
        problem: ImportProblem,
        choice: SourceChoice,
        /// How the encodings read it, where it is a text.
        readings: Vec<EncodingSample>,
    },
    Shown(Box<ShownTable>),
}

/// A table that was read, and what its import would do.
#[derive(Debug)]
pub struct ShownTable {
    pub file: String,
    pub choice: SourceChoice,
    pub table: TableFacts,
    /// As the list was read before anybody changed anything: by its header, or as it was the last time.
    pub suggested: TableReading,
    pub reading: TableReading,
    /// None until it has been computed once.
    pub preview: Option<Arc<ImportPreview>>,
    /// What is shown belongs to an older answer or document; the new preview is being computed.
    pub stale: bool,
}

/// Facts about a table that do not depend on how its columns are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableFacts {
    pub source: TableSource,
    /// How the encodings read it, where it is a text.
    pub readings: Vec<EncodingSample>,
    pub header: Vec<String>,
    /// The first text of each column.
    pub samples: Vec<String>,
    /// Columns whose header does not say who wrote, by position.
    pub without_writer: Vec<usize>,
    /// Columns that nobody knows and that no earlier answer explains, by position.
    pub unknown: Vec<usize>,
}

impl TableFacts {
    /// The name of a column as it can be shown.
    pub fn name(&self, position: usize, cx: &Cx<'_>) -> String {
        let name = self.header.get(position).map_or("", String::as_str);
        let shown = in_one_line(name, 40);
        if shown.is_empty() { (cx.text.import.unnamed)(position + 1) } else { shown }
    }
}

/// What the user asked for on this page.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    ChooseFile,
    /// Read the file again, from elsewhere in it.
    ReadFrom(SourceChoice),
    /// Read the table another way.
    ReadAs(TableReading),
    /// Import what is shown.
    Import,
    /// Close the page without importing.
    Close,
    CopyText(String),
    /// Write the rows that what is shown would leave out.
    SaveSkipped,
    /// Write the rows that the latest import left out.
    SaveLeftOut,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut State) -> Option<Wish> {
    let words = &cx.text.import;
    match state {
        State::Nothing => choose(ui, cx),
        State::Reading { file } => {
            heading(ui, &(words.reading)(&in_one_line(file, 80)));
            ui.add_space(tokens::M);
            button(ui, None, cx.text.shell.cancel).clicked().then_some(Wish::Close)
        }
        State::Refused { file, problem, choice, readings } => {
            refused(ui, cx, file, problem, &source::TextOf { choice, readings })
        }
        State::Shown(shown) => page(ui, cx, shown),
    }
}

fn choose(ui: &mut Ui, cx: &Cx<'_>) -> Option<Wish> {
    let start = Some(cx.text.list.import);
    let started = empty_state(ui, icons::DOWNLOAD_SIMPLE, cx.text.welcome.import_line, start);
    started.then_some(Wish::ChooseFile)
}

fn refused(
    ui: &mut Ui,
    cx: &Cx<'_>,
    file: &str,
    problem: &ImportProblem,
    from: &source::TextOf<'_>,
) -> Option<Wish> {
    let words = &cx.text.import;
    column(ui, tokens::MEASURE, |ui| {
        heading(ui, words.refused);
        weak(ui, &in_one_line(file, 80));
        ui.add_space(tokens::L);
        let read_again = wide_card(ui, |ui| {
            gap_below(ui, tokens::M);
            warning(ui, &in_one_line(&(cx.text.problems.import)(problem), 600));
            source::show_refused(ui, cx, problem, from)
        });
        ui.add_space(tokens::L);
        let way = ui.horizontal_wrapped(|ui| {
            let another = primary(ui, None, words.another).clicked().then_some(Wish::ChooseFile);
            another.or(button(ui, None, words.go_back).clicked().then_some(Wish::Close))
        });
        read_again.or(way.inner)
    })
}

fn page(ui: &mut Ui, cx: &Cx<'_>, shown: &mut ShownTable) -> Option<Wish> {
    let before = shown.reading.clone();
    let mut wish = bottom_bar(ui, "import-bar", |ui| column(ui, tokens::CONTENT, |ui| bar(ui, cx, shown)));
    scrolled_content(ui, "import", |ui| {
        heading(ui, &(cx.text.import.title)(&in_one_line(&shown.file, 80)));
        ui.add_space(tokens::S);
        let Some(preview) = shown.preview.clone() else {
            weak(ui, cx.text.import.working);
            return;
        };
        gap_below(ui, tokens::M);
        wish = source::show(ui, cx, shown).or(wish.take());
        questions::show(ui, cx, shown, &preview);
        columns::show(ui, cx, shown, &preview);
        rows::show(ui, cx, &preview);
        changes::show(ui, cx, &preview);
        wish = lists::show(ui, cx, &preview).or(wish.take());
        ui.add_space(tokens::M);
    });
    if shown.reading != before {
        shown.stale = true;
        wish = Some(Wish::ReadAs(shown.reading.clone()));
    }
    wish
}

/// The counts, and the import button, which states how many deals will reach the document.
fn bar(ui: &mut Ui, cx: &Cx<'_>, shown: &ShownTable) -> Option<Wish> {
    let mut wish = None;
    let words = &cx.text.import;
    let preview = shown.preview.as_deref().filter(|_| !shown.stale);
    let line = preview.map_or_else(|| words.working.to_owned(), |preview| (words.counts)(&counted(preview)));
    let narrow = ui.available_width() < tokens::MEASURE;
    if narrow {
        weak(ui, &line);
    }
    let size = vec2(ui.available_width(), tokens::BAR);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        gap_beside(ui, tokens::M);
        let deals = preview.map_or(0, |preview| preview.plan.deals.len());
        let name = match preview {
            Some(_) if deals == 0 => words.nothing.to_owned(),
            None => words.working.to_owned(),
            Some(_) => (words.import)(deals),
        };
        ui.add_enabled_ui(deals > 0, |ui| {
            if changing(ui, |ui| primary(ui, None, &name)).clicked() {
                wish = Some(Wish::Import);
            }
        });
        if button(ui, None, cx.text.shell.cancel).clicked() {
            wish = Some(Wish::Close);
        }
        if !narrow {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let counts = RichText::new(line).color(cx.palette.weak_text);
                ui.add(egui::Label::new(counts).wrap());
            });
        }
    });
    wish
}

fn counted(preview: &ImportPreview) -> OutcomeCounts {
    OutcomeCounts {
        added: preview.plan.added,
        updated: preview.plan.updated,
        unchanged: preview.plan.unchanged,
        skipped: preview.plan.skipped.len(),
        waiting: preview.waiting.len(),
    }
}

/// A question, above its answers.
fn sentence(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    ui.add_space(tokens::XS);
    wrapped(ui, RichText::new(text).color(cx.palette.text));
}

/// Answers side by side.
fn chips(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        gap_beside(ui, tokens::S);
        gap_below(ui, tokens::S);
        add(ui);
    });
}

/// The use as an answer to the question who wrote, if it is one.
fn writer(used: Use) -> Option<Use> {
    match used {
        Use::As(DealColumn::LastInbound | DealColumn::LastOutbound) | Use::Kept | Use::LeftOut => Some(used),
        Use::As(_) | Use::WhoWrote => None,
    }
}
