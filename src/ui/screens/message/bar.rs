//! The choices for the message, above the draft; warnings and the primary action, below it.

use egui::{Align, Layout, RichText, Ui};

use super::{Pressed, State, choose, moment, more, reading_language, strategies, theirs};
use crate::domain::deal::Deal;
use crate::domain::message::MessageChannel;
use crate::domain::names::Named as _;
use crate::domain::today::day::SaidToday;
use crate::text::Language;
use crate::text::buyer::drafts::{Prepared, findings, labels};
use crate::text::window::{day, deal as words};
use crate::ui::action::{Action, Actions};
use crate::ui::command::{Command, DealCommand};
use crate::ui::cx::Cx;
use crate::ui::screens::why::chips::{self, ChipRoom};
use crate::ui::widgets::{
    Emphasis, button, button_with, changing, icon_toggle, is_low, is_strip, link, menu_button, menu_item,
    text_width, warning,
};
use crate::ui::{icons, tokens};

/// What the button of a menu adds to the width of its words.
const MENU_BESIDE: f32 = 2.0 * tokens::XXL;

/// What may be known about the buyer's silence, what they said last, and the strategy with the reading view.
pub fn choices(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
) {
    // Nobody wonders why a buyer is silent who waits for an answer.
    // In a low window the letter needs the room; the same questions stand on the page Why.
    let asks = prepared.suggested.follows_silence() && !is_low(ui);
    if is_strip(ui) {
        if asks {
            chips::show(ui, cx, deal, ChipRoom::Lines, out);
        }
        ui.horizontal(|ui| {
            strategies::menu(ui, cx, deal, prepared, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                reading_switch(ui, cx, prepared, state)
            });
        });
        theirs::show(ui, cx, deal, &mut state.words_opened);
        return;
    }
    let name = labels::strategy(prepared.choice.strategy, cx.language());
    let menu = text_width(ui, name) + MENU_BESIDE + tokens::CONTROL;
    ui.horizontal(|ui| {
        let room = egui::vec2(ui.available_width() - menu - ui.spacing().item_spacing.x, tokens::CONTROL);
        ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
            ui.set_width(room.x);
            if asks {
                chips::show(ui, cx, deal, ChipRoom::OneLine, out);
            } else {
                // One line of text is centred beside the menu.
                ui.add_space(tokens::XS);
                theirs::show(ui, cx, deal, &mut state.words_opened);
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            reading_switch(ui, cx, prepared, state);
            strategies::menu(ui, cx, deal, prepared, out);
        });
    });
    let between = if is_low(ui) { 0.0 } else { tokens::XS };
    if asks {
        ui.add_space(between);
        theirs::show(ui, cx, deal, &mut state.words_opened);
    }
    ui.add_space(between);
}

fn reading_switch(ui: &mut Ui, cx: &Cx<'_>, prepared: &Prepared, state: &mut State) {
    let language = reading_language(prepared.choice.language, cx.language());
    if icon_toggle(ui, icons::TRANSLATE, (cx.text.compose.reading)(language), state.reads).clicked() {
        state.reading_wish = Some(!state.reads);
    }
}

pub fn bottom(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
) -> Option<Pressed> {
    if let Some(said) = super::wrote_today(cx, deal).filter(|_| state.asks_again) {
        return second_copy(ui, cx, deal, said, state).then_some(Pressed::CopyAndLog);
    }
    if is_strip(ui) {
        return stacked(ui, cx, deal, prepared, state, out);
    }
    let (mut copy, mut chosen) = (false, None);
    if !is_low(ui) {
        ui.with_layout(Layout::top_down(Align::Max), |ui| moment::show(ui, cx, deal));
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let shortcut = Command::OfDeal(DealCommand::CopyAndLog)
            .shortcut()
            .map(|shortcut| ui.ctx().format_shortcut(&shortcut));
        copy = copy_and_log(ui, cx, shortcut.as_deref());
        language_menu(ui, cx, deal, prepared, out);
        channel_menu(ui, cx, deal, prepared, out);
        chosen = more::menu(ui, cx, &deal.id, out);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| said(ui, cx, prepared, state, out));
    });
    if copy { Some(Pressed::CopyAndLog) } else { chosen }
}

/// The bar of a strip, in rows.
fn stacked(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deal: &Deal,
    prepared: &Prepared,
    state: &mut State,
    out: &mut Actions,
) -> Option<Pressed> {
    let (mut copy, mut chosen) = (false, None);
    ui.horizontal(|ui| {
        ui.set_height(tokens::XL);
        said(ui, cx, prepared, state, out);
    });
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            chosen = more::menu(ui, cx, &deal.id, out);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| moment::show(ui, cx, deal));
        });
    });
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        copy = copy_and_log(ui, cx, None);
        channel_menu(ui, cx, deal, prepared, out);
        language_menu(ui, cx, deal, prepared, out);
    });
    if copy { Some(Pressed::CopyAndLog) } else { chosen }
}

/// The question in place of the bar. True when a second message is to be copied.
fn second_copy(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, said: SaidToday, state: &mut State) -> bool {
    let question = day::ask_second_copy(said, words::buyer(deal, cx.language()), cx.language());
    warning(ui, &question);
    ui.horizontal(|ui| {
        let copy = |ui: &mut Ui| button(ui, Some(icons::COPY), cx.text.day.second_copy);
        state.all_the_same = changing(ui, copy).clicked();
        let given_up = button(ui, None, cx.text.shell.cancel).clicked();
        state.asks_again = !state.all_the_same && !given_up;
    });
    state.all_the_same
}

fn copy_and_log(ui: &mut Ui, cx: &Cx<'_>, shortcut: Option<&str>) -> bool {
    let name = cx.text.commands.copy_and_log;
    changing(ui, |ui| button_with(ui, Emphasis::Primary, Some(icons::COPY), name, shortcut)).clicked()
}

/// What blocks copying, else the warnings.
fn said(ui: &mut Ui, cx: &Cx<'_>, prepared: &Prepared, state: &mut State, out: &mut Actions) {
    let words = &cx.text.compose;
    let draft = &prepared.draft;
    let lines: Vec<String> =
        draft.findings.iter().map(|finding| findings::say(finding, cx.language())).collect();
    let hover = lines.join("\n");
    if !draft.missing.is_empty() {
        let names: Vec<&str> =
            draft.missing.iter().map(|field| labels::field(*field, cx.language())).collect();
        let response = warning(ui, &(words.fields_to_fill)(names.len(), &names.join(", ")));
        // A click moves the focus to the first of them.
        let response =
            response.interact(egui::Sense::click()).on_hover_cursor(egui::CursorIcon::PointingHand);
        if response.on_hover_text(state.refused.clone().unwrap_or(hover)).clicked() {
            state.focus_missing = true;
        }
        if draft.missing.contains(&crate::domain::message::FieldId::PlanRows)
            && link(ui, None, cx.text.commands.show_deposit).clicked()
        {
            out.push(Action::Show(crate::ui::action::Tab::Deposit));
        }
        return;
    }
    state.refused = None;
    let blocking = draft.findings.iter().find(|finding| finding.blocks());
    match blocking.or(draft.findings.first()) {
        Some(finding) => {
            warning(ui, &findings::say(finding, cx.language())).on_hover_text(hover);
        }
        None if prepared.suggested_channel != prepared.choice.channel
            && prepared.choice.channel == MessageChannel::Email =>
        {
            let name = (words.channel_name)(prepared.suggested_channel);
            let line = RichText::new((words.try_channel)(name)).color(cx.palette.weak_text);
            ui.add(egui::Label::new(line).truncate());
        }
        None => {}
    }
}

fn channel_menu(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, prepared: &Prepared, out: &mut Actions) {
    let words = &cx.text.compose;
    let name = (words.channel_name)(prepared.choice.channel);
    let choices = |ui: &mut Ui| {
        for channel in MessageChannel::members() {
            let chosen = channel == prepared.choice.channel;
            if menu_item(ui, chosen, (words.channel_name)(channel)).clicked() {
                choose(cx, deal, out, |work| work.channel = Some(channel.into()));
            }
        }
    };
    changing(ui, |ui| menu_button(ui, None, name, true, choices));
}

fn language_menu(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, prepared: &Prepared, out: &mut Actions) {
    let words = &cx.text.compose;
    let name = |language: Language| match language {
        Language::English => words.english,
        Language::Chinese => words.chinese,
    };
    let choices = |ui: &mut Ui| {
        for language in Language::members() {
            if menu_item(ui, language == prepared.choice.language, name(language)).clicked() {
                choose(cx, deal, out, |work| work.language = language.name().to_owned());
            }
        }
    };
    changing(ui, |ui| menu_button(ui, None, name(prepared.choice.language), true, choices));
}
