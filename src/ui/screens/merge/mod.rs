//! Two versions of one document side by side: deal by deal, field by field, one click to choose.

mod fields;
mod list;

use std::path::PathBuf;

use egui::{Panel, ScrollArea, Ui};

use crate::domain::deal::DealId;
use crate::domain::document::Document;
use crate::domain::versions::fields::{FieldDifference, Keep};
use crate::domain::versions::three_way::{Asks, Conflict, ConflictChoice, Merge, merge_asking};
use crate::text::Language;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{bottom_bar, button, changing, column, heading, primary, weak};

/// Where the other version comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Another program wrote to the file.
    OtherProgram,
    /// Somebody edited the file's text.
    ByHand,
    /// The file cannot be read now, for this reason.
    Unreadable(String),
    /// A conflict copy of this name in the document's folder.
    Copy(String),
    /// A document of this name was brought from elsewhere.
    Brought(String),
    /// A colleague's version of this buyer's deal; `goes_on`: it is based on ours, and has changed since.
    Packed { buyer: String, goes_on: bool },
}

/// Both versions, and what was chosen so far.
#[derive(Debug)]
pub struct State {
    source: Source,
    base: Option<Document>,
    theirs: Document,
    merge: Merge,
    choices: Vec<ConflictChoice>,
    /// Which conflict is shown.
    shown: usize,
    /// The revision of our version when it was compared.
    revision: u64,
    /// Whether the page is shown; otherwise a band reports the other version, and editing can continue.
    open: bool,
}

/// What the band shows of a version that waits to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub source: Source,
    /// The number of deals that differ.
    pub deals: usize,
    /// Whether settings or library differ.
    pub others: bool,
}

impl State {
    pub fn new(
        base: Option<Document>,
        theirs: Document,
        source: Source,
        ours: &Document,
        revision: u64,
    ) -> Self {
        let (theirs_or_ours, asks) = match source {
            Source::Unreadable(_) => (ours, Asks::Nothing),
            Source::OtherProgram => (&theirs, Asks::Removals),
            Source::ByHand => (&theirs, Asks::Everything),
            Source::Copy(_) | Source::Brought(_) | Source::Packed { .. } => (&theirs, Asks::Nothing),
        };
        let merge = merge_asking(base.as_ref(), ours, theirs_or_ours, asks);
        let merge = if matches!(source, Source::Packed { .. }) { merge.by_payment() } else { merge };
        let choices = merge.conflicts.iter().map(|conflict| suggested(conflict, &source)).collect();
        // A comparison that the user asked for opens at once; another program's version waits until they have time.
        let open = matches!(source, Source::Copy(_) | Source::Brought(_) | Source::Packed { .. });
        Self { source, base, theirs, merge, choices, shown: 0, revision, open }
    }

    pub fn is_open(&self) -> bool {
        self.open
    }

    pub fn set_open(&mut self, open: bool) {
        self.open = open;
    }

    /// None while the page is shown. Counted once, when the other version arrived, so that typing stays fast.
    pub fn waiting(&self) -> Option<Waiting> {
        let deals = self.merge.conflicts.iter().filter(|conflict| matches!(conflict, Conflict::Deal { .. }));
        let deals = deals.count();
        let others = deals < self.merge.conflicts.len();
        (!self.open).then(|| Waiting { source: self.source.clone(), deals, others })
    }

    /// Whether the user has to look: there is a choice to make, or the origin of the other version is unclear.
    pub fn asks(&self) -> bool {
        self.source != Source::OtherProgram || !self.merge.conflicts.is_empty()
    }

    /// The number of deals taken over without a choice.
    pub fn taken(&self) -> usize {
        self.merge.taken
    }

    /// The document merged by the choices; none where only ours remains.
    pub fn settled(&self, tag: &str, new_id: impl FnMut() -> DealId) -> Option<Document> {
        match self.source {
            Source::Unreadable(_) => None,
            Source::OtherProgram
            | Source::ByHand
            | Source::Copy(_)
            | Source::Brought(_)
            | Source::Packed { .. } => Some(self.merge.settled(&self.choices, tag, new_id)),
        }
    }

    /// Compares again if our version has changed meanwhile, by undo for example; true if it has.
    pub fn follow(&mut self, ours: &Document, revision: u64) -> bool {
        let changed = self.revision != revision;
        if changed {
            let (base, theirs) = (self.base.take(), std::mem::take(&mut self.theirs));
            let open = self.open;
            *self = Self { open, ..Self::new(base, theirs, self.source.clone(), ours, revision) };
        }
        changed
    }

    fn explanation(&self, cx: &Cx<'_>) -> String {
        let words = &cx.text.merge;
        let source = match &self.source {
            Source::OtherProgram => words.changed_outside.to_owned(),
            Source::ByHand => words.by_hand.to_owned(),
            Source::Unreadable(why) => return (words.unreadable)(why),
            Source::Copy(name) => (words.copy)(name),
            Source::Brought(name) => (words.brought)(name),
            Source::Packed { buyer, .. } => (words.packed)(buyer),
        };
        let settled = (words.settled)(self.merge.taken, self.merge.kept);
        let choose = match self.merge.conflicts.len() {
            0 => words.nothing_differs.to_owned(),
            count => (words.choose)(count),
        };
        let parts = [source, settled, choose];
        let said: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        said.join(match cx.language() {
            Language::English => " ",
            Language::Chinese => "",
        })
    }
}

/// The initial choice. For a pack: all of it where it is based on ours, otherwise only what it adds; for the rest,
/// ours.
fn suggested(conflict: &Conflict, source: &Source) -> ConflictChoice {
    let Source::Packed { goes_on, .. } = source else { return conflict.suggested() };
    let pick = |difference: &FieldDifference| {
        if *goes_on || difference.only_adds() { Keep::Theirs } else { Keep::Ours }
    };
    ConflictChoice::Fields(conflict.fields().iter().map(|(difference, _)| pick(difference)).collect())
}

/// What the user wants done with another version, on this page or in the band about it.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Show it next to ours.
    LookAtBoth,
    /// Show how this conflict copy differs.
    CompareCopy(PathBuf),
    /// Dismiss the band about a conflict copy for now.
    PutCopyAway(PathBuf),
    /// Merge as chosen on the page.
    Settle,
    /// Leave it alone for now.
    NotNow,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut State) -> Option<Wish> {
    state.follow(cx.document, cx.revision);
    let words = &cx.text.merge;
    column(ui, tokens::CONTENT, |ui| {
        heading(ui, words.title);
        ui.add_space(tokens::XS);
        weak(ui, &state.explanation(cx));
    });
    ui.add_space(tokens::L);
    let wish = answers(ui, cx, state);
    let Some(conflict) = state.merge.conflicts.get(state.shown) else { return wish };
    if ui.available_width() >= tokens::STRIP_BELOW {
        let list = Panel::left("conflicts").exact_size(tokens::LIST_NARROW).resizable(false);
        let frame = egui::Frame::NONE.inner_margin(egui::Margin { right: 24, ..egui::Margin::ZERO });
        list.frame(frame).show_separator_line(false).show(ui, |ui| {
            list::show(ui, cx, &state.merge.conflicts, &state.choices, &mut state.shown);
        });
    } else if state.merge.conflicts.len() > 1 {
        list::stepper(ui, cx, state.merge.conflicts.len(), &mut state.shown);
    }
    let in_file = match state.source {
        Source::Copy(_) => words.in_the_copy,
        Source::Packed { .. } => words.in_the_pack,
        Source::OtherProgram | Source::ByHand | Source::Unreadable(_) | Source::Brought(_) => {
            words.in_the_file
        }
    };
    if let Some(choice) = state.choices.get_mut(state.shown) {
        ScrollArea::vertical().id_salt(state.shown).auto_shrink(false).show(ui, |ui| {
            fields::show(ui, cx, conflict, choice, in_file);
        });
    }
    wish
}

/// The buttons at the bottom: merge, or later.
fn answers(ui: &mut Ui, cx: &Cx<'_>, state: &State) -> Option<Wish> {
    let words = &cx.text.merge;
    let unreadable = matches!(state.source, Source::Unreadable(_));
    let add = |ui: &mut Ui| {
        ui.horizontal_wrapped(|ui| {
            let settle = if unreadable { words.write_mine } else { words.merge };
            let settled = changing(ui, |ui| primary(ui, None, settle)).clicked();
            let not_now = button(ui, None, words.not_now).clicked();
            settled.then_some(Wish::Settle).or(not_now.then_some(Wish::NotNow))
        })
        .inner
    };
    if state.merge.conflicts.is_empty() { add(ui) } else { bottom_bar(ui, "answers", add) }
}
