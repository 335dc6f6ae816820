//! The timeline: what happened, what was promised, the latest first.

use egui::{Align, Layout, RichText, Ui};

use crate::domain::deal::Deal;
use crate::domain::deal::touch::{Promise, PromiseKind, PromiseState, Touch, TouchKind};
use crate::domain::edit::Edit;
use crate::text::buyer::drafts::labels;
use crate::text::format;
use crate::text::window::deal as deal_words;
use crate::ui::action::{Action, Actions};
use crate::ui::command::DealCommand;
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    button, changing, column, empty_state, gap_below, icon_button, link, links, note, rule, scrolled,
    shortened, wide_card, wrapped,
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
            ui.label(RichText::new(promised(cx, promise)).family(theme::bold()));
            let kept = if promise.ours { words.we_kept } else { words.kept };
            for (name, state) in [(kept, PromiseState::Kept), (words.dropped, PromiseState::Dropped)] {
                if changing(ui, |ui| link(ui, None, name)).clicked() {
                    out.edit(Edit::SettlePromise { deal: deal.id.clone(), index, state });
                }
            }
        });
        rule(ui);
    }
}

/// `The payment by Thu 3 Dec 2026`; of ours, what we owe.
fn promised(cx: &Cx<'_>, promise: &Promise) -> String {
    if promise.ours {
        return capitalised(&deal_words::we_owe(promise, cx.language()));
    }
    let words = &cx.text.story;
    let what = (words.promise_kind)(promise.kind.known_or(PromiseKind::Other));
    (words.promised_by)(what, &format::date_compact(promise.by, cx.language()))
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
            if let Some(strategy) = touch.strategy.as_ref().and_then(|strategy| strategy.known()) {
                note(ui, labels::strategy(strategy, cx.language()));
            }
            message(ui, cx, touch, out);
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

/// The message that was copied, word for word: two lines of it until it is opened.
fn message(ui: &mut Ui, cx: &Cx<'_>, touch: &Touch, out: &mut Actions) {
    if touch.text.trim().is_empty() {
        return;
    }
    let words = &cx.text.story;
    let id = ui.scope_id().with("opened");
    let opened: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if opened && !touch.subject.is_empty() {
        wrapped(ui, RichText::new(shortened(&touch.subject)).family(theme::bold()).color(cx.palette.text));
    }
    let shown = if opened { shortened(touch.text.trim()).into_owned() } else { beginning_of(&touch.text) };
    wrapped(ui, RichText::new(shown).color(cx.palette.text));
    links(ui, |ui| {
        let fold = if opened { words.show_less } else { words.show_all };
        if link(ui, None, fold).clicked() {
            ui.data_mut(|data| data.insert_temp(id, !opened));
        }
        if link(ui, Some(icons::COPY), words.copy_text).clicked() {
            out.push(Action::CopyText(touch.text.clone()));
        }
    });
}

/// The first two lines that say something.
fn beginning_of(text: &str) -> String {
    const LINES: usize = 2;
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut begun = lines.by_ref().take(LINES).map(shortened).collect::<Vec<_>>().join("\n");
    if lines.next().is_some() {
        begun.push_str(" …");
    }
    begun
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
    parts.extend(Some(touch.to.trim().to_owned()).filter(|to| !to.is_empty()));
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
