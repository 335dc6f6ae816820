//! The end of the day, shown in place of a deal: what was written today, whether it was sent, and what comes next.

use std::rc::Rc;

use chrono::NaiveDate;
use egui::{Align, FontFamily, Layout, RichText, Ui, vec2};

use crate::domain::deal::Deal;
use crate::domain::deal::touch::TouchKind;
use crate::domain::edit::Edit;
use crate::domain::today::Item;
use crate::domain::today::day::{DayCounts, OurTouch, coming, said_on};
use crate::text::buyer::drafts::labels;
use crate::text::window::{day as words, deal as deal_words};
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{
    bare_line, card, changing, column, elided, gap_below, heading, is_strip, primary, scrolled, section,
    tick_chip, weak, wide_card,
};

/// How many of the deals that come next are named.
const COMING: usize = 5;

#[derive(Debug, Default)]
pub struct State {
    day: Option<(DayKey, Rc<Day>)>,
}

/// What the page was made from: the document's revision and the day.
type DayKey = (u64, NaiveDate);

#[derive(Debug)]
struct Day {
    said: Vec<OurTouch>,
    counts: DayCounts,
    coming: Vec<Item>,
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    let day = day(cx, state);
    scrolled(ui, |ui| {
        column(ui, tokens::CONTENT, |ui| {
            head(ui, cx, &day, out);
            if !day.said.is_empty() {
                card(ui, |ui| said(ui, cx, &day, out));
                ui.add_space(tokens::XL);
            }
            next(ui, cx, &day, out);
            ui.add_space(tokens::XL);
        });
    });
}

/// Computed again only when the document or the date has changed.
fn day(cx: &Cx<'_>, state: &mut State) -> Rc<Day> {
    let key = (cx.revision, cx.now.date);
    if let Some((_, day)) = state.day.as_ref().filter(|(made_for, _)| *made_for == key) {
        return Rc::clone(day);
    }
    let said = said_on(cx.document, cx.now.date);
    let counts = DayCounts::of(&said);
    let day = Rc::new(Day { said, counts, coming: coming(cx.items, cx.now.date, COMING) });
    state.day = Some((key, Rc::clone(&day)));
    day
}

fn head(ui: &mut Ui, cx: &Cx<'_>, day: &Day, out: &mut Actions) {
    let text = &cx.text.day;
    let left = cx.counts.today;
    let said_nothing = day.said.is_empty();
    if said_nothing && left == 0 {
        heading(ui, text.nothing_written);
    } else if !said_nothing {
        heading(ui, &words::headline(day.counts, left > 0, cx.language()));
    }
    ui.add_space(tokens::XS);
    if day.counts.unconfirmed > 0 {
        weak(ui, text.tick_what_left);
    }
    if left > 0 {
        weak(ui, &(text.still_to_do)(left));
        let first = cx.items.iter().find(|item| item.is_to_do(cx.now.date));
        ui.add_space(tokens::S);
        if primary(ui, None, text.go_on).clicked()
            && let Some(first) = first
        {
            out.push(Action::Select(first.id().clone()));
        }
    }
    ui.add_space(tokens::L);
}

fn said(ui: &mut Ui, cx: &Cx<'_>, day: &Day, out: &mut Actions) {
    ui.set_width(ui.available_width());
    gap_below(ui, 0.0);
    for (place, said) in day.said.iter().enumerate() {
        ui.push_id((&said.deal.id, said.index), |ui| {
            if place > 0 {
                hairline(ui, cx);
            }
            entry(ui, cx, said, out);
        });
    }
}

/// When, to whom, what, and whether it was sent.
fn entry(ui: &mut Ui, cx: &Cx<'_>, said: &OurTouch, out: &mut Actions) {
    let strip = is_strip(ui);
    let height = if strip { tokens::ROW } else { tokens::ANSWER };
    let at = said.touch.at.map_or_else(String::new, |at| at.format("%H:%M").to_string());
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), height),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.set_min_height(height);
            sent(ui, cx, said, out);
            let whole = ui.available_width();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let time = ui.available_width().min(tokens::ROW);
                column_of(ui, time, |ui| ui.label(RichText::new(at).color(cx.palette.weak_text)));
                if strip {
                    ui.vertical(|ui| {
                        gap_below(ui, 0.0);
                        buyer(ui, cx, &said.deal, out);
                        what(ui, cx, said);
                    });
                } else {
                    column_of(ui, whole * 0.4, |ui| buyer(ui, cx, &said.deal, out));
                    what(ui, cx, said);
                }
            });
        },
    );
}

fn column_of<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, tokens::CONTROL), layout, |ui| {
        ui.set_min_width(width);
        add(ui)
    })
    .inner
}

fn buyer(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    if bare_line(ui, deal_words::buyer(deal, cx.language())).clicked() {
        out.push(Action::Select(deal.id.clone()));
    }
}

/// `E-mail · Break the ice with a recap`.
fn what(ui: &mut Ui, cx: &Cx<'_>, said: &OurTouch) {
    let channel = said.touch.channel.as_ref().and_then(|channel| channel.known());
    let channel = channel.map(cx.text.story.channel_name);
    let strategy = said.touch.strategy.as_ref().and_then(|strategy| strategy.known());
    let strategy = strategy.map(|strategy| labels::strategy(strategy, cx.language()));
    let parts = [channel, Some(said.touch.note.trim()).filter(|note| !note.is_empty()), strategy];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let ink = cx.palette.weak_text;
    let shown = elided(ui, &line, tokens::SMALL, FontFamily::Proportional, ink, ui.available_width());
    let cut = shown.elided;
    let response = ui.label(shown);
    if cut {
        response.on_hover_text(line);
    }
}

/// Only the user knows whether a copied draft was sent.
fn sent(ui: &mut Ui, cx: &Cx<'_>, said: &OurTouch, out: &mut Actions) {
    let text = &cx.text.day;
    if said.touch.kind.is(TouchKind::Called) {
        ui.label(RichText::new(text.called).color(cx.palette.weak_text));
        return;
    }
    let sent = said.touch.kind.is(TouchKind::Wrote);
    let name = (text.sent_to)(deal_words::buyer(&said.deal, cx.language()));
    let label = if sent { cx.text.story.sent } else { cx.text.story.sent_question };
    if changing(ui, |ui| tick_chip(ui, label, &name, sent)).clicked() {
        out.edit(Edit::ConfirmSent { deal: said.deal.id.clone(), index: said.index, sent: !sent });
    }
}

fn next(ui: &mut Ui, cx: &Cx<'_>, day: &Day, out: &mut Actions) {
    let text = &cx.text.day;
    if day.coming.is_empty() {
        weak(ui, text.nothing_coming);
        return;
    }
    section(ui, text.coming);
    ui.add_space(tokens::S);
    wide_card(ui, |ui| {
        gap_below(ui, 0.0);
        for (place, item) in day.coming.iter().enumerate() {
            ui.push_id(("coming", item.id()), |ui| {
                if place > 0 {
                    hairline(ui, cx);
                }
                coming_row(ui, cx, item, out);
            });
        }
    });
}

fn coming_row(ui: &mut Ui, cx: &Cx<'_>, item: &Item, out: &mut Actions) {
    let Some(next) = item.next.date() else { return };
    let when = deal_words::next_day(&next, cx.now.date, cx.language());
    ui.horizontal(|ui| {
        ui.set_min_height(tokens::ANSWER);
        let width = ui.available_width();
        column_of(ui, width * 0.4, |ui| buyer(ui, cx, &item.deal, out));
        let ink = cx.palette.weak_text;
        let shown = elided(ui, &when, tokens::SMALL, FontFamily::Proportional, ink, ui.available_width());
        ui.label(shown).on_hover_text(when);
    });
}

fn hairline(ui: &Ui, cx: &Cx<'_>) {
    let line = egui::Stroke::new(tokens::LINE, cx.palette.hairline);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), line);
}
