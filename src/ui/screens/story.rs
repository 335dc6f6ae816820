//! The timeline: what happened, what was promised, the latest first.

use egui::{Align, Layout, RichText, Ui};

use crate::domain::deal::Deal;
use crate::domain::deal::touch::{PromiseKind, PromiseState, Touch, TouchKind};
use crate::domain::edit::Edit;
use crate::text::format;
use crate::ui::action::Actions;
use crate::ui::command::DealCommand;
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    button, changing, column, empty_state, gap_below, icon_button, link, note, rule, scrolled, shortened,
    wide_card, wrapped,
};
use crate::ui::{icons, theme, tokens};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    let words = &cx.text.story;
    let summary = &deal.summary;
    if deal.story.is_empty() && summary.last_inbound.is_none() && summary.last_outbound.is_none() {
        if empty_state(ui, icons::CLOCK, words.empty, Some(words.log)) {
            out.run(DealCommand::LogTouch.of(&deal.id));
        }
        return;
    }
    scrolled(ui, |ui| {
        column(ui, tokens::CONTENT, |ui| {
            wide_card(ui, |ui| {
                promises(ui, cx, deal, out);
                for (index, touch) in deal.story.iter().enumerate().rev() {
                    ui.push_id(index, |ui| entry(ui, cx, deal, index, touch, out));
                }
                before(ui, cx, deal);
            });
            ui.add_space(tokens::XL);
        });
    });
}

fn promises(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    let words = &cx.text.story;
    let open =
        |index: &usize| deal.promises.get(*index).is_some_and(|promise| promise.state.is(PromiseState::Open));
    for index in (0..deal.promises.len()).filter(open) {
        let Some(promise) = deal.promises.get(index) else { continue };
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(icons::HANDSHAKE).color(cx.palette.accent).size(tokens::HEADING));
            let what = (words.promise_kind)(promise.kind.known_or(PromiseKind::Other));
            let line = (words.promised_by)(what, &format::date_compact(promise.by, cx.language()));
            ui.label(RichText::new(line).family(theme::bold()));
            for (name, state) in [(words.kept, PromiseState::Kept), (words.dropped, PromiseState::Dropped)] {
                if changing(ui, |ui| link(ui, None, name)).clicked() {
                    out.edit(Edit::SettlePromise { deal: deal.id.clone(), index, state });
                }
            }
        });
        rule(ui);
    }
}

fn entry(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, index: usize, touch: &Touch, out: &mut Actions) {
    let words = &cx.text.story;
    let kind = touch.kind.known_or(TouchKind::Note);
    ui.horizontal_top(|ui| {
        ui.add_sized(
            egui::vec2(tokens::XL, tokens::XL),
            egui::Label::new(RichText::new(icon(kind)).size(tokens::HEADING).color(ink(cx, kind))),
        );
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - tokens::TWO_ICONS);
            gap_below(ui, tokens::XS);
            ui.horizontal_wrapped(|ui| headline(ui, cx, touch, kind));
            if !touch.note.trim().is_empty() {
                wrapped(ui, RichText::new(shortened(touch.note.trim())).color(cx.palette.text));
            }
            if kind == TouchKind::Copied {
                ui.horizontal(|ui| {
                    note(ui, words.sent_question);
                    if changing(ui, |ui| button(ui, None, words.sent)).clicked() {
                        out.edit(Edit::ConfirmSent { deal: deal.id.clone(), index, sent: true });
                    }
                    if changing(ui, |ui| button(ui, None, words.not_sent)).clicked() {
                        out.edit(Edit::RemoveTouch { deal: deal.id.clone(), index });
                    }
                });
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if changing(ui, |ui| icon_button(ui, icons::TRASH, words.remove)).clicked() {
                out.edit(Edit::RemoveTouch { deal: deal.id.clone(), index });
            }
        });
    });
    ui.add_space(tokens::S);
}

fn headline(ui: &mut Ui, cx: &Cx<'_>, touch: &Touch, kind: TouchKind) {
    let words = &cx.text.story;
    let name = capitalised((cx.text.commands.touch)(kind));
    ui.label(RichText::new(name).family(theme::bold()));
    let mut parts = vec![format::date_compact(touch.on, cx.language())];
    parts.extend(touch.at.map(|time| time.format("%H:%M").to_string()));
    parts.extend(
        touch
            .channel
            .as_ref()
            .and_then(|channel| channel.known())
            .map(|channel| (words.channel_name)(channel).to_owned()),
    );
    parts.extend(touch.until.map(|date| (words.back_on)(&format::date_short(date, cx.language()))));
    parts.extend(touch.money.map(format::money_with_code));
    ui.label(RichText::new(parts.join(" · ")).color(cx.palette.weak_text));
}

/// With a capital first letter.
fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What an import said about the time before the first entry.
fn before(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal) {
    let words = &cx.text.story;
    let date = |date| format::date_compact(date, cx.language());
    let lines: Vec<String> = [
        deal.summary.last_outbound.map(|on| (words.last_outbound)(&date(on))),
        deal.summary.last_inbound.map(|on| (words.last_inbound)(&date(on))),
    ]
    .into_iter()
    .flatten()
    .collect();
    if lines.is_empty() {
        return;
    }
    note(ui, words.before);
    for line in lines {
        wrapped(ui, RichText::new(line).color(cx.palette.weak_text));
    }
}

fn icon(kind: TouchKind) -> char {
    match kind {
        TouchKind::Replied => icons::ARROW_BEND_UP_LEFT,
        TouchKind::Wrote => icons::PAPER_PLANE_TILT,
        TouchKind::Called => icons::PHONE,
        TouchKind::Copied => icons::COPY,
        TouchKind::AutoReply => icons::ROBOT,
        TouchKind::Bounced => icons::LINK_BREAK,
        TouchKind::Stopped => icons::HAND_PALM,
        TouchKind::Promised => icons::HANDSHAKE,
        TouchKind::SaysPaid => icons::HOURGLASS_MEDIUM,
        TouchKind::Arrived => icons::COINS,
        TouchKind::Note => icons::NOTE,
    }
}

fn ink(cx: &Cx<'_>, kind: TouchKind) -> egui::Color32 {
    if kind.is_from_them() { cx.palette.accent } else { cx.palette.weak_text }
}
