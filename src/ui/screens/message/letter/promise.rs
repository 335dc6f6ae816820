//! Below the letter: what the seller promises in it, and by which day.

use chrono::NaiveDate;
use egui::Ui;

use super::super::{State, change};
use crate::domain::deal::Deal;
use crate::domain::message::{FieldId, FieldValue, MessageChannel, read_typed};
use crate::domain::names::Named as _;
use crate::text::buyer::drafts::{Prepared, labels};
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::widgets::{cell_of, changing, date_field, flush_links, link, row, text_field_hinted};

/// A quiet link; the two fields once it is followed, or where one of them is filled.
pub fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
) {
    // What is said on the telephone is promised there; a rewritten text is changed by hand.
    if prepared.draft.edited || prepared.choice.channel == MessageChannel::Call {
        return;
    }
    let words = &cx.text.compose;
    let label = |id| labels::field(id, cx.language());
    let typed = |id: FieldId| deal.message.fields.get(id.name()).map_or("", String::as_str);
    if !state.promising && OURS.into_iter().all(|id| typed(id).is_empty()) {
        flush_links(ui);
        state.promising =
            changing(ui, |ui| link(ui, Some(icons::HANDSHAKE), words.promise_something)).clicked();
        state.focus_promise = state.promising;
        return;
    }
    row(ui, |ui| {
        cell_of(ui, 2.0, |ui| {
            let shown = text_field_hinted(
                ui,
                label(FieldId::OurPromise),
                typed(FieldId::OurPromise),
                words.promise_hint,
            );
            if std::mem::take(&mut state.focus_promise) {
                shown.0.request_focus();
                shown.0.scroll_to_me(None);
            }
            if let Some(text) = shown.1 {
                keep(deal, FieldId::OurPromise, text, out);
            }
        });
        cell_of(ui, 2.0, |ui| {
            if let Some(day) = date_field(ui, cx, label(FieldId::OurPromiseDay), day(deal)) {
                keep(deal, FieldId::OurPromiseDay, day.map_or_else(String::new, iso), out);
            }
        });
    });
    flush_links(ui);
    if changing(ui, |ui| link(ui, None, words.no_promise)).clicked() {
        state.promising = false;
        change(deal, out, |work| OURS.into_iter().for_each(|id| work.fill(id, String::new())));
    }
}

const OURS: [FieldId; 2] = [FieldId::OurPromise, FieldId::OurPromiseDay];

fn day(deal: &Deal) -> Option<NaiveDate> {
    let typed = deal.message.fields.get(FieldId::OurPromiseDay.name())?;
    let read = read_typed(FieldId::OurPromiseDay, typed, &deal.agreed, &deal.message);
    read.ok().as_ref().and_then(FieldValue::date)
}

fn iso(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

fn keep(deal: &Deal, id: FieldId, text: String, out: &mut Actions) {
    change(deal, out, |work| work.fill(id, text));
}
