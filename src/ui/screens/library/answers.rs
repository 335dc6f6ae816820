//! The five questions that buyers ask about a deposit, each with the seller's own answer.

use egui::Ui;

use super::change;
use super::entries::status;
use crate::domain::library::{Entry, EntryKind, Library};
use crate::ui::action::{Action, Actions, Cx};
use crate::ui::tokens;
use crate::ui::widgets::{cell_of, row, section, text_area_named};

/// The ready-made questions, by topic.
pub const QUESTIONS: [&str; 5] = ["purpose", "safety", "quality", "instalments", "first-order"];

/// Whether the entry answers one of them: the first that does is shown with its question.
pub fn answers_question(library: &Library, entry: &Entry) -> bool {
    QUESTIONS.iter().any(|topic| answer(library, topic).is_some_and(|first| first.id == entry.id))
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.library;
    for topic in QUESTIONS {
        let Some(question) = (words.question)(topic) else { continue };
        ui.add_space(tokens::XS);
        section(ui, question);
        let found = answer(&cx.document.library, topic);
        row(ui, |ui| {
            for tag in ["en", "zh"] {
                cell_of(ui, 2.0, |ui| wording(ui, cx, (topic, question), found, tag, out));
            }
        });
        if let Some(entry) = found {
            status(ui, cx, entry);
        }
    }
}

fn wording(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (topic, question): (&str, &str),
    found: Option<&Entry>,
    tag: &str,
    out: &mut Actions,
) {
    let words = &cx.text.library;
    let short = (words.wording_in)(tag);
    let name = format!("{question} {short}");
    let value = found.map_or("", |entry| entry.written(tag));
    let (response, changed) = text_area_named(ui, (&name, &short), value, words.answer_hint);
    if let Some(text) = changed {
        change(cx, out, |library| match found.and_then(|entry| library.entry_mut(&entry.id)) {
            Some(entry) => entry.set_wording(tag, text),
            None => library.add(EntryKind::DepositAnswer, topic).set_wording(tag, text),
        });
    }
    if response.lost_focus() {
        out.push(Action::Seal);
    }
}

fn answer<'a>(library: &'a Library, topic: &str) -> Option<&'a Entry> {
    library
        .entries
        .iter()
        .find(|entry| entry.kind.is(EntryKind::DepositAnswer) && entry.topic.trim() == topic)
}
