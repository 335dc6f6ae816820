//! The entries of one kind as a list, one of them open for editing.

use egui::{Align, Layout, RichText, Ui};

use super::answers::answers_question;
use super::status::{LANGUAGES, status};
use super::{change, change_entry, fits};
use crate::domain::history::UndoStep;
use crate::domain::library::{EntryKind, LibraryEntry};
use crate::text::window::library::TOPICS;
use crate::ui::action::Actions;
use crate::ui::command::Global;
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    button, cell_of, changing, choice, gap_below, gap_beside, icon_button, link, links, note, row, rule,
    section, text_area_named, text_field_hinted, tick, weak, wrapped,
};
use crate::ui::{icons, tokens};

#[derive(Debug, Default)]
pub struct State {
    /// The entry that is open, by its id.
    open: Option<Box<str>>,
    /// The document's revision when an entry was deleted.
    deleted: Option<u64>,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, kind: EntryKind, state: &mut State, out: &mut Actions) {
    let words = &cx.text.library;
    let library = &cx.document.library;
    let of_kind = library.entries.iter().filter(|entry| entry.kind.is(kind));
    let listed: Vec<&LibraryEntry> = of_kind.filter(|entry| !answers_question(library, entry)).collect();
    for (index, entry) in listed.iter().enumerate() {
        rule(ui);
        let name = (words.numbered)(kind, index + 1);
        ui.push_id(&entry.id, |ui| {
            if state.open.as_ref() == Some(&entry.id) {
                editor(ui, cx, (kind, entry, &name), state, out);
            } else {
                reading(ui, cx, (entry, &name), state, out);
            }
        });
    }
    undo_line(ui, cx, state, out);
    if kind == EntryKind::DepositAnswer {
        return;
    }
    if listed.is_empty() {
        weak(ui, (words.empty)(kind));
    } else {
        rule(ui);
    }
    if links(ui, |ui| changing(ui, |ui| link(ui, Some(icons::PLUS), (words.add)(kind))).clicked()) {
        state.open = Some(library.free_id(kind));
        change(cx, out, UndoStep::Own, |library| {
            library.add(kind, "");
        });
    }
}

/// Offers to undo a deletion, at the place of the deleted entry.
fn undo_line(ui: &mut Ui, cx: &Cx<'_>, state: &State, out: &mut Actions) {
    if state.deleted.is_some_and(|before| before.wrapping_add(1) == cx.revision) {
        ui.horizontal(|ui| {
            weak(ui, cx.text.library.deleted);
            if link(ui, None, cx.text.shell.undo).clicked() {
                out.run(Global::Undo);
            }
        });
    }
}

fn reading(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (entry, name): (&LibraryEntry, &str),
    state: &mut State,
    out: &mut Actions,
) {
    let words = &cx.text.library;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width((ui.available_width() - tokens::TWO_ICONS - tokens::L).max(tokens::CONTROL));
            gap_below(ui, tokens::XS);
            match sentence(cx, entry) {
                Some(text) => wrapped(ui, RichText::new(text).color(cx.palette.text)),
                None => weak(ui, words.untitled),
            };
            let topic = (words.topic_name)(entry.topic.trim()).unwrap_or_else(|| entry.topic.trim());
            let about = [topic.to_owned(), fits::in_short(cx, entry), entry.source.trim().to_owned()];
            let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
            if !about.is_empty() {
                note(ui, &about.join(" · ")).on_hover_text(fits::in_words(cx, entry));
            }
            status(ui, cx, entry);
        });
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            gap_beside(ui, 0.0);
            if changing(ui, |ui| icon_button(ui, icons::TRASH, &format!("{}: {name}", words.delete)))
                .clicked()
            {
                delete(cx, entry, state, out);
            }
            if icon_button(ui, icons::PENCIL_SIMPLE, &format!("{}: {name}", words.edit)).clicked() {
                state.open = Some(entry.id.clone());
            }
        });
    });
}

/// The wording in the interface language if there is one, else the first.
fn sentence<'a>(cx: &Cx<'_>, entry: &'a LibraryEntry) -> Option<&'a str> {
    use crate::domain::names::Named as _;
    entry.wording(cx.language().name()).or_else(|| {
        let mut texts = entry.wordings.iter().map(|wording| wording.text.trim());
        texts.find(|text| !text.is_empty())
    })
}

fn editor(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (kind, entry, name): (EntryKind, &LibraryEntry, &str),
    state: &mut State,
    out: &mut Actions,
) {
    let words = &cx.text.library;
    section(ui, name);
    let others = entry.wordings.iter().map(|wording| wording.language.as_str());
    let others: Vec<&str> = others.filter(|tag| !LANGUAGES.contains(tag)).collect();
    row(ui, |ui| {
        for tag in LANGUAGES.into_iter().chain(others) {
            cell_of(ui, 2.0, |ui| wording(ui, cx, (entry, name), tag, out));
        }
    });
    row(ui, |ui| {
        if kind == EntryKind::Alternative {
            cell_of(ui, 2.0, |ui| topic(ui, cx, entry, out));
        }
        cell_of(ui, 2.0, |ui| {
            let hint = (words.source_hint)(kind);
            let (_response, changed) = text_field_hinted(ui, words.source, &entry.source, hint);
            if let Some(text) = changed {
                change_entry(cx, entry, out, UndoStep::Continues, |entry| entry.source = text);
            }
        });
    });
    fits::fields(ui, cx, entry, out);
    if matches!(kind, EntryKind::Reference | EntryKind::Story)
        && changing(ui, |ui| tick(ui, entry.permission, words.permission)).changed()
    {
        change_entry(cx, entry, out, UndoStep::Own, |entry| entry.permission = !entry.permission);
    }
    status(ui, cx, entry);
    ui.horizontal(|ui| {
        if button(ui, None, cx.text.shell.done).clicked() {
            state.open = None;
        }
        if changing(ui, |ui| link(ui, Some(icons::TRASH), words.delete)).clicked() {
            delete(cx, entry, state, out);
        }
    });
}

fn wording(ui: &mut Ui, cx: &Cx<'_>, (entry, name): (&LibraryEntry, &str), tag: &str, out: &mut Actions) {
    let short = (cx.text.library.wording_in)(tag);
    let whole = format!("{name} {short}");
    let (_response, changed) = text_area_named(ui, (&whole, &short), entry.written(tag), "");
    if let Some(text) = changed {
        change_entry(cx, entry, out, UndoStep::Continues, |entry| entry.set_wording(tag, text));
    }
}

/// The topic; one of the seller's own remains among the choices.
fn topic(ui: &mut Ui, cx: &Cx<'_>, entry: &LibraryEntry, out: &mut Actions) {
    let words = &cx.text.library;
    let own = Some(entry.topic.trim()).filter(|own| !TOPICS.contains(own) && !own.is_empty());
    let all: Vec<(&str, String)> = std::iter::once(("", words.any_topic.to_owned()))
        .chain(TOPICS.iter().map(|topic| (*topic, (words.topic_name)(topic).unwrap_or(topic).to_owned())))
        .chain(own.map(|own| (own, own.to_owned())))
        .collect();
    if let Some(topic) = choice(ui, words.topic, entry.topic.trim(), &all) {
        change_entry(cx, entry, out, UndoStep::Own, |entry| entry.topic = topic.to_owned());
    }
}

fn delete(cx: &Cx<'_>, entry: &LibraryEntry, state: &mut State, out: &mut Actions) {
    state.open = None;
    state.deleted = Some(cx.revision);
    change(cx, out, UndoStep::Own, |library| library.entries.retain(|other| other.id != entry.id));
}
