//! The confirmation before forgetting a buyer, the one change that cannot be undone.

use egui::{Context, ScrollArea, Ui};

use crate::domain::document::Document;
use crate::domain::forget::{Elsewhere, Mention, Subject, forget, mentions};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{button, dialog, heading, note, primary, section, tick, weak};

/// What would be removed and what would stay, computed once.
#[derive(Debug)]
pub struct State {
    pub subject: Subject,
    /// The document's revision when this was computed.
    revision: u64,
    /// Product and PI number of each deal.
    deals: Vec<String>,
    elsewhere: Vec<Elsewhere>,
    mentions: Vec<Mention>,
}

impl State {
    pub fn new(document: &Document, subject: Subject, revision: u64) -> Self {
        let subject = subject.found_in(document);
        let deals = subject
            .deals()
            .filter_map(|id| document.deal(id))
            .map(|deal| {
                let facts = [deal.product.trim(), deal.agreed.pi.trim()];
                facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
            })
            .collect();
        let (after, forgotten) = forget(document, &subject);
        let mentions = mentions(&after, &subject);
        Self { subject, revision, deals, elsewhere: forgotten.contacts, mentions }
    }
}

/// The height of the window that the lists must leave to everything else.
const BESIDES: f32 = 10.0 * tokens::CONTROL;

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Forget,
    Cancel,
}

pub fn show(ctx: &Context, cx: &Cx<'_>, state: &mut State) -> Option<Wish> {
    if state.revision != cx.revision {
        // The document has changed meanwhile, for example by another program.
        *state = State::new(cx.document, state.subject.clone(), cx.revision);
    }
    let words = &cx.text.forget;
    let mut wish = None;
    let asked = dialog(ctx, "forget", 16, |ui| {
        ui.set_width(ui.available_width());
        let company = state.subject.company().trim();
        let company = if company.is_empty() { words.nameless } else { company };
        heading(ui, &(words.heading)(company));
        ui.add_space(tokens::S);
        weak(ui, words.what_it_does);
        let room = (ctx.content_rect().height() - BESIDES).max(tokens::LOWEST);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            ui.set_width(ui.available_width());
            goes(ui, cx, state);
            stays(ui, cx, state);
        });
        ui.add_space(tokens::L);
        ui.horizontal_wrapped(|ui| {
            if primary(ui, None, words.confirm).clicked() {
                wish = Some(Wish::Forget);
            }
            if button(ui, None, cx.text.shell.cancel).clicked() {
                wish = Some(Wish::Cancel);
            }
        });
    });
    wish.or(asked.should_close().then_some(Wish::Cancel))
}

fn goes(ui: &mut Ui, cx: &Cx<'_>, state: &mut State) {
    let words = &cx.text.forget;
    part(ui, &(words.deals)(state.deals.len()));
    for deal in state.deals.iter().filter(|deal| !deal.is_empty()) {
        item(ui, deal);
    }
    let people = state.subject.people();
    if !people.is_empty() {
        part(ui, words.people);
    }
    for person in people {
        let facts = [person.name.trim(), person.email.trim(), person.phone.trim()];
        let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        item(ui, &facts.join(" · "));
    }
    if state.elsewhere.is_empty() {
        return;
    }
    ui.add_space(tokens::S);
    if tick(ui, state.subject.everywhere, words.everywhere).changed() {
        state.subject.everywhere = !state.subject.everywhere;
    }
    for found in &state.elsewhere {
        item(ui, &(words.with)(&found.person, &found.company));
    }
}

fn stays(ui: &mut Ui, cx: &Cx<'_>, state: &State) {
    let words = &cx.text.forget;
    if !state.mentions.is_empty() {
        part(ui, words.still_named);
    }
    for mention in &state.mentions {
        item(
            ui,
            &match mention {
                Mention::Library(text) => (words.in_library)(text),
                Mention::Deal(company) => (words.in_deal)(company),
            },
        );
    }
    ui.add_space(tokens::M);
    note(ui, words.not_reached);
}

fn part(ui: &mut Ui, title: &str) {
    ui.add_space(tokens::M);
    section(ui, title);
}

fn item(ui: &mut Ui, text: &str) {
    weak(ui, &format!("· {text}"));
}
