//! The message page: the draft, its missing fields, and the main action, Copy & log.

mod bar;
mod draft;
mod fill;
mod forms;
mod settled;

use std::rc::Rc;

use chrono::NaiveDate;
use egui::Ui;

use super::why;
use crate::domain::deal::touch::{Channel, Touch, TouchKind};
use crate::domain::deal::{Deal, DealId};
use crate::domain::edit::{Edit, Field};
use crate::domain::message::{FieldId, MessageChannel, Preparation, Work};
use crate::domain::today::day;
use crate::domain::today::day::SaidToday;
use crate::text::Language;
use crate::text::buyer::drafts::{Prepared, labels, prepare};
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{around_card, bottom_bar, gap_beside, is_strip, weak, wide_card};

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
    /// Fields that were missing since the deal was selected: they stay while they are being filled.
    open_fields: Vec<FieldId>,
    /// Texts that the reader could not read since the deal was selected.
    open_forms: Vec<String>,
    /// Gives the first missing field the focus.
    focus_missing: bool,
    /// Why the last try to copy was refused.
    refused: Option<String>,
    prepared: Option<(DraftKey, Option<Rc<Prepared>>)>,
}

/// What a prepared draft was made from: the document's revision, the language, the day.
type DraftKey = (u64, Language, NaiveDate);

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, state: &mut State, out: &mut Actions) {
    if state.deal.as_ref() != Some(&deal.id) {
        let copy_now = state.copy_now;
        *state = State { copy_now, deal: Some(deal.id.clone()), ..State::default() };
    }
    let settled = day::settled(deal, cx.item(&deal.id).as_ref(), cx.now.date);
    if let Some(why) = settled.filter(|_| !state.all_the_same) {
        // The shortcut does not copy a message that is not needed.
        state.copy_now = false;
        state.all_the_same = settled::show(ui, cx, deal, why);
        return;
    }
    let Some(prepared) = prepared(ui.ctx(), cx, deal, state) else {
        weak(ui, cx.text.compose.not_written);
        return;
    };
    for field in &prepared.draft.missing {
        if !state.open_fields.contains(field) {
            state.open_fields.push(*field);
        }
    }
    if std::mem::take(&mut state.copy_now) {
        copy_and_log(cx, deal, &prepared, state, out);
    }
    // The bar stays visible whatever the draft's length.
    if bottom_bar(ui, "message", |ui| bar::bottom(ui, cx, deal, &prepared, state, out)) {
        copy_and_log(cx, deal, &prepared, state, out);
    }
    if is_strip(ui) {
        egui::ScrollArea::vertical().id_salt("strip").auto_shrink(false).show(ui, |ui| {
            bar::choices(ui, cx, deal, &prepared, out);
            wide_card(ui, |ui| {
                fill::show(ui, cx, deal, &prepared, state, out);
                forms::show(ui, cx, deal, &prepared, state, out);
                draft::show(ui, cx, deal, &prepared, out);
            });
        });
        return;
    }
    bar::choices(ui, cx, deal, &prepared, out);
    ui.add_space(tokens::S);
    let height = ui.available_height().max(tokens::LOWEST);
    cards(ui, cx, deal, &prepared, state, out, height);
}

/// The draft, generated again only when something it depends on has changed.
fn prepared(ctx: &egui::Context, cx: &Cx<'_>, deal: &Deal, state: &mut State) -> Option<Rc<Prepared>> {
    let key = (cx.revision, cx.language(), cx.now.date);
    if state.prepared.as_ref().is_none_or(|(made_for, _)| *made_for != key) {
        let case = why::case_of(ctx, cx, deal);
        let preparation = Preparation::new(&case, deal, cx.document, cx.calendars);
        state.prepared = Some((key, prepare(&preparation, cx.language()).ok().map(Rc::new)));
    }
    state.prepared.as_ref().and_then(|(_, prepared)| prepared.clone())
}

/// The draft, with the same in the seller's language next to it where there is room.
fn cards(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
    height: f32,
) {
    let width = ui.available_width();
    let reading = prepared.reading.as_ref().filter(|_| width >= 620.0);
    let Some(reading) = reading else {
        draft_card(ui, cx, deal, prepared, state, out, height);
        return;
    };
    ui.horizontal_top(|ui| {
        gap_beside(ui, tokens::L);
        let left = (width * 0.57).floor();
        // Each column is laid out downwards; by default it would follow its row to the right.
        let down = egui::Layout::top_down(egui::Align::LEFT);
        ui.allocate_ui_with_layout(egui::vec2(left, height), down, |ui| {
            ui.set_width(left);
            draft_card(ui, cx, deal, prepared, state, out, height);
        });
        let right = width - left - tokens::L;
        ui.allocate_ui_with_layout(egui::vec2(right, height), down, |ui| {
            ui.set_width(right);
            filling_card(ui, "reading", height, |ui| draft::reading(ui, cx, reading));
        });
    });
}

fn draft_card(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
    height: f32,
) {
    filling_card(ui, "draft", height, |ui| {
        fill::show(ui, cx, deal, prepared, state, out);
        forms::show(ui, cx, deal, prepared, state, out);
        draft::show(ui, cx, deal, prepared, out);
    });
}

/// A card of a given height whose content scrolls separately from the card next to it.
fn filling_card(ui: &mut Ui, name: &str, height: f32, add: impl FnOnce(&mut Ui)) {
    wide_card(ui, |ui| {
        let inside = height - around_card(ui);
        ui.set_height(inside);
        let area = egui::ScrollArea::vertical().id_salt(name).auto_shrink(false);
        area.max_height(inside).show(ui, add);
    });
}

/// Copies if nothing blocks it; otherwise shows what does and moves the focus there.
fn copy_and_log(cx: &Cx<'_>, deal: &Deal, prepared: &Prepared, state: &mut State, out: &mut Actions) {
    if let Some(finding) = prepared.draft.findings.iter().find(|finding| finding.blocks()) {
        let why = crate::text::buyer::drafts::findings::say(finding, cx.language());
        state.refused = Some((cx.text.compose.blocked)(&why));
        state.focus_missing = true;
        return;
    }
    state.refused = None;
    state.asks_again = !state.all_the_same && wrote_today(cx, deal).is_some();
    if state.asks_again {
        return;
    }
    state.all_the_same = false;
    let mut touch = Touch::new(cx.now.date, TouchKind::Copied);
    touch.at = cx.now.time();
    touch.channel = Some(channel_of(prepared.choice.channel).into());
    touch.note = labels::strategy(prepared.choice.strategy, cx.language()).to_owned();
    out.push(Action::CopyAndLog { deal: deal.id.clone(), body: prepared.draft.body.clone(), touch });
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
fn choose(deal: &Deal, out: &mut Actions, choice: impl FnOnce(&mut Work)) {
    out.edit_alone(changed(deal, |work| work.choose(choice)));
}

fn changed(deal: &Deal, with: impl FnOnce(&mut Work)) -> Edit {
    let mut work = deal.message.clone();
    with(&mut work);
    Edit::Change { deal: deal.id.clone(), field: Field::Message(Box::new(work)) }
}
