//! Five questions that buyers ask about a deposit, each with the seller's own answer.

use egui::Ui;

use super::change;
use super::status::status;
use crate::domain::history::UndoStep;
use crate::domain::library::{EntryKind, Library, LibraryEntry};
use crate::domain::names::Named as _;
use crate::text::buyer::words::PaperLanguage;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{cell_of, choice, note, row, rule, section, text_area_named};

/// The ready-made questions, by topic.
pub const QUESTIONS: [&str; 5] = ["purpose", "safety", "quality", "instalments", "first-order"];

/// Parts of the deposit policy that are in no message, by topic.
const POLICY: [&str; 3] = ["why", "usual-terms", "refund"];

/// Whether the entry is shown with one of these questions: the first entry that answers it is.
pub fn answers_question(library: &Library, entry: &LibraryEntry) -> bool {
    QUESTIONS
        .iter()
        .chain(&POLICY)
        .any(|topic| answer(library, topic).is_some_and(|first| first.id == entry.id))
}

/// `also`: a further language, besides those of the window.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, also: &mut Option<PaperLanguage>, out: &mut Actions) {
    let words = &cx.text.library;
    other_language(ui, cx, also);
    for topic in QUESTIONS {
        let Some(question) = (words.question)(topic) else { continue };
        answered(ui, cx, (topic, question, words.answer_hint), *also, out);
    }
    rule(ui);
    section(ui, cx.text.papers.policy);
    note(ui, cx.text.papers.policy_about);
    for topic in POLICY {
        let papers = &cx.text.papers;
        answered(ui, cx, (topic, (papers.policy_topic)(topic), (papers.policy_hint)(topic)), *also, out);
    }
}

/// Papers come in more languages than messages, and need the seller's own words in the buyer's language.
fn other_language(ui: &mut Ui, cx: &Cx<'_>, also: &mut Option<PaperLanguage>) {
    let others = PaperLanguage::members().filter(|language| !WINDOW.contains(&language.name()));
    let all: Vec<(Option<PaperLanguage>, String)> = std::iter::once((None, "–".to_owned()))
        .chain(others.map(|language| (Some(language), language.own_name().to_owned())))
        .collect();
    row(ui, |ui| {
        cell_of(ui, 2.0, |ui| {
            if let Some(chosen) = choice(ui, cx.text.papers.other_language, *also, &all) {
                *also = chosen;
            }
        });
    });
}

const WINDOW: [&str; 2] = ["en", "zh"];

fn answered(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (topic, question, hint): (&str, &str, &str),
    also: Option<PaperLanguage>,
    out: &mut Actions,
) {
    ui.add_space(tokens::XS);
    section(ui, question);
    let found = answer(&cx.document.library, topic);
    row(ui, |ui| {
        for tag in WINDOW.into_iter().chain(also.map(|language| language.name())) {
            cell_of(ui, 2.0, |ui| wording(ui, cx, (topic, question, hint), found, tag, out));
        }
    });
    if let Some(entry) = found {
        status(ui, cx, entry);
    }
}

fn wording(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (topic, question, hint): (&str, &str, &str),
    found: Option<&LibraryEntry>,
    tag: &str,
    out: &mut Actions,
) {
    let words = &cx.text.library;
    let short = (words.wording_in)(tag);
    let name = format!("{question} {short}");
    let value = found.map_or("", |entry| entry.written(tag));
    let (_response, changed) = text_area_named(ui, (&name, &short), value, hint);
    if let Some(text) = changed {
        change(cx, out, UndoStep::Continues, |library| {
            match found.and_then(|entry| library.entry_mut(&entry.id)) {
                Some(entry) => entry.set_wording(tag, text),
                None => library.add(EntryKind::DepositAnswer, topic).set_wording(tag, text),
            }
        });
    }
}

fn answer<'a>(library: &'a Library, topic: &str) -> Option<&'a LibraryEntry> {
    library
        .entries
        .iter()
        .find(|entry| entry.kind.is(EntryKind::DepositAnswer) && entry.topic.trim() == topic)
}
