//! The menu of strategies by their kind, the suggested one first; step and tone beside them.

use egui::{Align, Layout, Response, ScrollArea, Ui};

use super::choose;
use crate::domain::deal::Deal;
use crate::domain::message::{LadderStep, Strategy, StrategyGroup, Tone};
use crate::domain::names::Named as _;
use crate::text::buyer::drafts::{Prepared, labels, may_be_answered_with_a_letter};
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{
    changing, gap_below, gap_beside, menu_button, menu_item, menu_title, room_for_menu, rule, walk_menu,
    with_visible_bar,
};

/// The width of step and tone beside the strategies.
const BESIDE: f32 = 7.0 * tokens::CONTROL;

pub fn menu(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, prepared: &Prepared, out: &mut Actions) {
    let name = labels::strategy(prepared.choice.strategy, cx.language());
    let room = room_for_menu(ui, ui.cursor().top()) - tokens::XL;
    let choices = |ui: &mut Ui| {
        let beside = ui.ctx().content_rect().width() >= tokens::STRIP_BELOW;
        let mut entries = Vec::new();
        if beside {
            ui.horizontal_top(|ui| {
                gap_beside(ui, tokens::L);
                scrolled(ui, room, |ui| strategies(ui, cx, deal, prepared, &mut entries, out));
                let column = egui::vec2(BESIDE, 0.0);
                ui.allocate_ui_with_layout(column, justified(), |ui| {
                    step_and_tone(ui, cx, deal, prepared, &mut entries, out);
                });
            });
        } else {
            scrolled(ui, room, |ui| {
                strategies(ui, cx, deal, prepared, &mut entries, out);
                step_and_tone(ui, cx, deal, prepared, &mut entries, out);
            });
        }
        walk_menu(ui, &entries);
    };
    changing(ui, |ui| menu_button(ui, None, name, false, choices));
}

/// Entries as wide as their column.
fn justified() -> Layout {
    Layout::top_down_justified(Align::Min)
}

fn scrolled(ui: &mut Ui, room: f32, add: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(tokens::MENU);
        with_visible_bar(ui.style_mut());
        ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
            gap_below(ui, 0.0);
            ui.with_layout(justified(), add);
        });
    });
}

fn strategies(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    entries: &mut Vec<Response>,
    out: &mut Actions,
) {
    entries.push(one(ui, cx, deal, prepared, prepared.suggested, out));
    for group in StrategyGroup::members() {
        ui.add_space(tokens::S);
        menu_title(ui, labels::strategy_group(group, cx.language()));
        let others = Strategy::members().filter(|one| one.group() == group && *one != prepared.suggested);
        for strategy in others {
            entries.push(one(ui, cx, deal, prepared, strategy, out));
        }
    }
}

fn one(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    strategy: Strategy,
    out: &mut Actions,
) -> Response {
    let words = &cx.text.compose;
    let suggested = strategy == prepared.suggested;
    let name = labels::strategy(strategy, cx.language());
    let name = if suggested { (words.suggested)(name) } else { name.to_owned() };
    let chosen = strategy == prepared.choice.strategy;
    let is_open = !prepared.closed.contains(&strategy);
    let shown = ui.add_enabled(is_open, |ui: &mut Ui| menu_item(ui, chosen, &name));
    let shown = shown.on_disabled_hover_text(words.money_moves);
    let shown = shown.on_hover_text(labels::strategy_aim(strategy, cx.language()));
    if shown.clicked() {
        choose(cx, deal, out, |work| work.strategy = (!suggested).then(|| strategy.into()));
        ui.close();
    }
    shown
}

fn step_and_tone(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    entries: &mut Vec<Response>,
    out: &mut Actions,
) {
    let words = &cx.text.compose;
    gap_below(ui, 0.0);
    menu_title(ui, words.step);
    for step in LadderStep::members() {
        if entry(ui, step == prepared.choice.step, (words.step_name)(step), entries) {
            choose(cx, deal, out, |work| work.step = Some(step.into()));
        }
    }
    ui.add_space(tokens::S);
    menu_title(ui, words.tone);
    for tone in Tone::members() {
        if entry(ui, tone == prepared.choice.tone, (words.tone_name)(tone), entries) {
            choose(cx, deal, out, |work| work.tone = Some(tone.into()));
        }
    }
    if may_be_answered_with_a_letter(deal, prepared.choice.strategy) {
        rule(ui);
        let chosen = deal.message.one_letter;
        if entry(ui, chosen, cx.text.outgoing.one_letter, entries) {
            choose(cx, deal, out, |work| work.one_letter = !chosen);
        }
    }
}

/// An entry that the arrow keys reach, too. True when it was chosen, which closes the menu.
fn entry(ui: &mut Ui, chosen: bool, name: &str, entries: &mut Vec<Response>) -> bool {
    let shown = menu_item(ui, chosen, name);
    let is_clicked = shown.clicked();
    if is_clicked {
        ui.close();
    }
    entries.push(shown);
    is_clicked
}
