//! The message page: the draft, its missing fields, and the main action, Copy & log.

mod bar;
mod check;
mod draft;
mod fill;
mod forms;
mod letter;
mod moment;
mod more;
mod set_aside;
mod settled;
mod strategies;
mod theirs;

use std::rc::Rc;

use chrono::NaiveDate;
use egui::Ui;

use super::why;
use crate::domain::deal::touch::{Channel, Touch, TouchKind};
use crate::domain::deal::{Deal, DealId};
use crate::domain::edit::{Edit, Field};
use crate::domain::message::{FieldId, MessageChannel, Preparation, Work};
use crate::domain::names::Named as _;
use crate::domain::today::day;
use crate::domain::today::day::SaidToday;
use crate::text::Language;
use crate::text::buyer::drafts::{DraftChoice, MessageDraft, Prepared, prepare, read_in};
use crate::text::window::deal::proofread::check_words;
use crate::ui::action::{Action, Actions, BankOnPaper, MessageExport, MessageTarget};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{bottom_bar, column, gap_beside, is_low, is_strip, rule, weak, well, wide_card};

#[derive(Debug, Default)]
pub struct State {
    /// Copy & log was asked for: done in the next frame.
    pub copy_now: bool,
    /// The seller chose to write although nothing needs to be written, or a message was written today already.
    all_the_same: bool,
    /// Whether the question about a second message on one day is open.
    asks_again: bool,
    /// The deal that the other fields belong to.
    deal: Option<DealId>,
    /// The choices that the open fields belong to.
    fields_of: Option<DraftChoice>,
    /// Fields that were missing since these choices were made.
    open_fields: Vec<FieldId>,
    /// Whether fields that are filled were opened again.
    unfolded: bool,
    /// Whether one of the fields has the focus.
    in_use: bool,
    /// Whether the fields for a promise of ours are open.
    promising: bool,
    /// Gives the first of them the focus.
    focus_promise: bool,
    /// Whether all of the buyer's last words is shown.
    words_opened: bool,
    /// Whether the reading view was switched on or off; kept from deal to deal.
    reading_wish: Option<bool>,
    /// Whether it is shown: by itself beside a draft in another language, where there is room.
    reads: bool,
    /// Texts that the reader could not read since the deal was selected.
    open_forms: Vec<String>,
    /// Gives the first missing field the focus.
    focus_missing: bool,
    /// Why the last try to copy was refused.
    refused: Option<String>,
    prepared: Option<(DraftKey, Option<Rc<Prepared>>)>,
    /// A text from elsewhere that is being checked in place of the draft.
    check: Option<check::CheckedText>,
}

/// What was pressed in the bar.
enum Pressed {
    CopyAndLog,
    /// To check a text from elsewhere.
    Check,
    /// To leave in another way, without being logged.
    Leave(MessageTarget),
}

/// What a prepared draft was made from: the document's revision, the language, the day; whether it is read, too.
type DraftKey = (u64, Language, NaiveDate, bool);

/// Less than this has no room for two columns of text.
const TWO_COLUMNS: f32 = 540.0;

impl State {
    /// Whether the fields are folded: all are filled, and none is in use.
    fn folds(&self, prepared: &Prepared) -> bool {
        let missing = &prepared.draft.missing;
        let is_filled = |field: &FieldId| !missing.contains(field);
        !self.in_use && !self.unfolded && self.open_fields.iter().all(is_filled)
    }

    /// Follows the choices: the fields of another strategy are not shown.
    fn follow(&mut self, prepared: &Prepared) {
        if self.fields_of != Some(prepared.choice) {
            self.fields_of = Some(prepared.choice);
            self.open_fields.clear();
            self.unfolded = false;
            self.in_use = false;
        }
        let missing = prepared.draft.missing.iter().copied();
        let new: Vec<FieldId> = missing.filter(|field| !self.open_fields.contains(field)).collect();
        self.open_fields.extend(new);
    }
}

/// The language to read a draft in: the seller's, else another one.
fn reading_language(draft: Language, seller: Language) -> Language {
    let other = || Language::members().find(|language| *language != seller);
    if draft == seller { other().unwrap_or(seller) } else { seller }
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, state: &mut State, out: &mut Actions) {
    if state.deal.as_ref() != Some(&deal.id) {
        let State { copy_now, reading_wish, .. } = *state;
        *state = State { copy_now, reading_wish, deal: Some(deal.id.clone()), ..State::default() };
    }
    let settled = day::settled(deal, cx.item(&deal.id).as_ref(), cx.now.date);
    if let Some(why) = settled.filter(|_| !state.all_the_same) {
        // The shortcut does not copy a message that is not needed.
        state.copy_now = false;
        state.all_the_same = settled::show(ui, cx, deal, why);
        return;
    }
    if state.check.is_some() {
        check_text(ui, cx, deal, state, out);
        return;
    }
    let Some(prepared) = prepared(ui.ctx(), cx, deal, state) else {
        weak(ui, cx.text.compose.not_written);
        return;
    };
    state.follow(&prepared);
    let is_foreign = prepared.choice.language != cx.language();
    state.reads = state.reading_wish.unwrap_or(is_foreign && !is_strip(ui));
    if std::mem::take(&mut state.copy_now) {
        copy_and_log(cx, deal, &prepared, state, out);
    }
    // The bar stays visible whatever the draft's length.
    match bottom_bar(ui, "message", |ui| bar::bottom(ui, cx, deal, &prepared, state, out)) {
        Some(Pressed::CopyAndLog) => copy_and_log(cx, deal, &prepared, state, out),
        Some(Pressed::Check) => state.check = Some(check::CheckedText::default()),
        Some(Pressed::Leave(target)) => leave(cx, deal, &prepared, target, state, out),
        None => {}
    }
    if is_strip(ui) {
        egui::ScrollArea::vertical().id_salt("strip").auto_shrink(false).show(ui, |ui| {
            bar::choices(ui, cx, deal, &prepared, state, out);
            wide_card(ui, |ui| contents(ui, cx, deal, &prepared, state, out));
        });
        return;
    }
    bar::choices(ui, cx, deal, &prepared, state, out);
    filling_card(ui, "draft", |ui| contents(ui, cx, deal, &prepared, state, out));
}

/// The panel for a text from elsewhere; copying it is logged like a draft.
fn check_text(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, state: &mut State, out: &mut Actions) {
    state.copy_now = false;
    let Some(checked) = &mut state.check else { return };
    match check::show(ui, cx, deal, checked, out) {
        None => {}
        Some(check::CheckWish::Close) => state.check = None,
        Some(check::CheckWish::Copy(body)) => {
            state.check = None;
            let prepared = prepared(ui.ctx(), cx, deal, state);
            let channel = prepared.map_or(MessageChannel::Email, |prepared| prepared.choice.channel);
            let note = check_words(cx.language()).title.to_owned();
            let touch = Touch { note, ..copied(cx, deal, channel, body) };
            out.push(Action::CopyAndLog { deal: deal.id.clone(), touch });
        }
    }
}

/// The draft, generated again only when something it depends on has changed.
fn prepared(ctx: &egui::Context, cx: &Cx<'_>, deal: &Deal, state: &mut State) -> Option<Rc<Prepared>> {
    let wished = state.reading_wish == Some(true);
    let key = (cx.revision, cx.language(), cx.now.date, wished);
    if state.prepared.as_ref().is_none_or(|(made_for, _)| *made_for != key) {
        let case = why::case_of(ctx, cx, deal);
        let preparation = Preparation::new(&case, deal, cx.document, cx.calendars);
        let mut prepared = prepare(&preparation, cx.language()).ok();
        if let Some(prepared) = prepared.as_mut().filter(|prepared| wished && prepared.reading.is_none()) {
            let language = reading_language(prepared.choice.language, cx.language());
            prepared.reading = read_in(&preparation, &prepared.choice, language).ok();
        }
        state.prepared = Some((key, prepared.map(Rc::new)));
    }
    state.prepared.as_ref().and_then(|(_, prepared)| prepared.clone())
}

/// The fields, and the draft with its reading view: beside it where there is room, else below it.
fn contents(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
) {
    fill::show(ui, cx, deal, prepared, state, out);
    forms::show(ui, cx, deal, prepared, state, out);
    let reading = prepared.reading.as_ref().filter(|_| state.reads);
    match reading {
        Some(reading) if ui.available_width() >= TWO_COLUMNS => {
            columns(ui, cx, deal, prepared, reading, state, out);
        }
        // A line of a letter is at most 75 characters long.
        Some(_) | None => column(ui, tokens::MEASURE, |ui| {
            draft::show(ui, cx, deal, prepared, &[], out);
            letter::promise::show(ui, cx, deal, prepared, state, out);
        }),
    }
    if let Some(reading) = reading.filter(|_| ui.available_width() < TWO_COLUMNS) {
        rule(ui);
        let channel = prepared.choice.channel;
        letter::reading::show(ui, cx, reading, channel, prepared.draft.edited, &[]);
    }
}

/// The draft on the left, and each of its blocks in the other language on the right.
fn columns(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    reading: &MessageDraft,
    state: &mut State,
    out: &mut Actions,
) {
    let (draft, channel) = (&prepared.draft, prepared.choice.channel);
    let width = ui.available_width();
    let left = (width * 0.57).floor().min(tokens::MEASURE);
    let right = width - left - tokens::both(tokens::L) - tokens::LINE;
    let gaps = letter::reading::wider_gaps(ui, cx, draft, reading, channel, left, right);
    let top = ui.cursor().top();
    let line = ui.cursor().left() + left + tokens::L;
    ui.horizontal_top(|ui| {
        gap_beside(ui, tokens::both(tokens::L) + tokens::LINE);
        // Each column is laid out downwards; by default it would follow its row to the right.
        let down = egui::Layout::top_down(egui::Align::LEFT);
        let tops = ui.allocate_ui_with_layout(egui::vec2(left, 0.0), down, |ui| {
            ui.set_width(left);
            let tops = draft::show(ui, cx, deal, prepared, &gaps, out);
            letter::promise::show(ui, cx, deal, prepared, state, out);
            tops
        });
        ui.allocate_ui_with_layout(egui::vec2(right, 0.0), down, |ui| {
            ui.set_width(right);
            letter::reading::show(ui, cx, reading, channel, draft.edited, &tops.inner);
        });
    });
    let stroke = egui::Stroke::new(tokens::LINE, cx.palette.hairline);
    ui.painter().vline(line, top..=ui.min_rect().bottom(), stroke);
}

/// A card that fills the page and whose content scrolls; its margins are narrow in a low window.
fn filling_card(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let scrolled = |ui: &mut Ui| {
        let inside = ui.available_height().max(tokens::LOWEST);
        ui.set_height(inside);
        let area = egui::ScrollArea::vertical().id_salt(name).auto_shrink(false);
        area.max_height(inside).show(ui, add);
    };
    if is_low(ui) { well(ui, scrolled) } else { wide_card(ui, scrolled) }
}

/// Whether something keeps the message from leaving; shows what it is and moves the focus there.
fn is_refused(cx: &Cx<'_>, prepared: &Prepared, state: &mut State) -> bool {
    let blocking = prepared.draft.findings.iter().find(|finding| finding.blocks());
    state.refused = blocking.map(|finding| {
        let why = crate::text::buyer::drafts::findings::say(finding, cx.language());
        (cx.text.compose.blocked)(&why)
    });
    state.focus_missing |= state.refused.is_some();
    state.refused.is_some()
}

/// The message for another program, or as a file, if nothing blocks it.
fn leave(
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    target: MessageTarget,
    state: &mut State,
    out: &mut Actions,
) {
    if is_refused(cx, prepared, state) {
        return;
    }
    let Prepared { draft, choice, .. } = prepared;
    out.push(Action::ExportMessage(MessageExport {
        deal: deal.id.clone(),
        subject: draft.subject.clone(),
        body: draft.body.clone(),
        channel: choice.channel,
        target,
        bank: BankOnPaper::Ask,
    }));
}

/// Copies if nothing blocks it.
fn copy_and_log(cx: &Cx<'_>, deal: &Deal, prepared: &Prepared, state: &mut State, out: &mut Actions) {
    if is_refused(cx, prepared, state) {
        return;
    }
    state.asks_again = !state.all_the_same && wrote_today(cx, deal).is_some();
    if state.asks_again {
        return;
    }
    state.all_the_same = false;
    let Prepared { draft, choice, .. } = prepared;
    let touch = Touch {
        subject: draft.subject.clone(),
        strategy: Some(choice.strategy.into()),
        step: Some(choice.step.into()),
        ..copied(cx, deal, choice.channel, draft.body.clone())
    };
    out.push(Action::CopyAndLog { deal: deal.id.clone(), touch });
}

/// The entry of the story for a text that is copied now, with all of its words.
fn copied(cx: &Cx<'_>, deal: &Deal, channel: MessageChannel, text: String) -> Touch {
    Touch {
        at: cx.now.time(),
        channel: Some(channel_of(channel).into()),
        to: address(deal, channel),
        text,
        ..Touch::new(cx.now.date, TouchKind::Copied)
    }
}

/// Where the message goes, as far as the contact is known.
fn address(deal: &Deal, channel: MessageChannel) -> String {
    let contact = deal.contact();
    let address = match channel {
        MessageChannel::Email => contact.map(|contact| &contact.email),
        MessageChannel::Chat | MessageChannel::Call => contact.map(|contact| &contact.phone),
    };
    address.map(|address| address.trim().to_owned()).unwrap_or_default()
}

/// A message to this buyer today: the user is asked before copying a second one.
fn wrote_today(cx: &Cx<'_>, deal: &Deal) -> Option<SaidToday> {
    day::said_today(deal, cx.now.date).filter(|said| !said.called)
}

fn channel_of(channel: MessageChannel) -> Channel {
    match channel {
        MessageChannel::Email => Channel::Email,
        MessageChannel::Chat => Channel::Chat,
        MessageChannel::Call => Channel::Call,
    }
}

/// Changes the data saved with the deal for its next message.
fn change(deal: &Deal, out: &mut Actions, with: impl FnOnce(&mut Work)) {
    out.edit(changed(deal, with));
}

/// A choice for the next message, as an undo step of its own.
fn choose(cx: &Cx<'_>, deal: &Deal, out: &mut Actions, choice: impl FnOnce(&mut Work)) {
    out.edit_alone(changed(deal, |work| work.choose(cx.now.local(), choice)));
}

fn changed(deal: &Deal, with: impl FnOnce(&mut Work)) -> Edit {
    let mut work = deal.message.clone();
    with(&mut work);
    Edit::Change { deal: deal.id.clone(), field: Field::Message(Box::new(work)) }
}
