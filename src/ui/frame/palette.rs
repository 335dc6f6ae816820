//! The command palette: search deals, run commands by name, and open a recent document.

use std::path::PathBuf;

use egui::{
    Align2, Area, AtomExt as _, Button, Frame, Id, Key, Margin, Order, RichText, ScrollArea, TextEdit, Ui,
    vec2,
};

use crate::domain::deal::DealId;
use crate::domain::search::fold;
use crate::text::format;
use crate::ui::action::{Action, Actions};
use crate::ui::command::{Command, Global, Selected};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{gap_below, note, running, with_own_undo};

/// How many deals are offered.
const DEALS: usize = 8;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    query: String,
    chosen: usize,
}

enum Hit {
    Deal(DealId, String),
    Command(Command),
    /// A recent document.
    Document(PathBuf, String),
}

/// True when it should close.
pub fn show(
    ctx: &egui::Context,
    cx: &Cx<'_>,
    state: &mut State,
    selected: &Selected,
    out: &mut Actions,
) -> bool {
    let (mut done, enter) = keys(ctx, state);
    let width = (ctx.content_rect().width() - tokens::XXL).min(tokens::MEASURE);
    let area = Area::new(Id::unique("palette"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_TOP, vec2(0.0, tokens::S))
        .accessible_name(cx.text.commands.palette);
    let shown = area.show(ctx, |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::same(8)).show(ui, |ui| {
            ui.set_width(width);
            field(ui, cx, state);
            // Only after the field is shown: text typed in this frame counts before its Enter does.
            let hits = hits(cx, &state.query);
            state.chosen = state.chosen.min(hits.len().saturating_sub(1));
            if let Some(hit) = list(ui, cx, state, &hits, selected, enter) {
                done |= perform(hit, selected, out);
            }
        });
    });
    done || shown.response.clicked_elsewhere()
}

fn keys(ctx: &egui::Context, state: &mut State) -> (bool, bool) {
    ctx.input_mut(|input| {
        if input.consume_key(egui::Modifiers::NONE, Key::ArrowDown) {
            state.chosen = state.chosen.saturating_add(1);
        }
        if input.consume_key(egui::Modifiers::NONE, Key::ArrowUp) {
            state.chosen = state.chosen.saturating_sub(1);
        }
        // While an input method composes, Enter is part of the composition and does not reach us.
        (
            input.consume_key(egui::Modifiers::NONE, Key::Escape),
            input.consume_key(egui::Modifiers::NONE, Key::Enter),
        )
    })
}

fn field(ui: &mut Ui, cx: &Cx<'_>, state: &mut State) {
    let words = &cx.text.commands;
    let id = ui.make_persistent_id("query");
    let response = with_own_undo(ui, id, &mut state.query, |ui, writing| {
        let edit = TextEdit::singleline(writing)
            .id(id)
            .hint_text(RichText::new(words.palette_hint).color(cx.palette.weak_text))
            .desired_width(f32::INFINITY)
            .margin(Margin::symmetric(10, 6));
        ui.add(edit)
    });
    let name = words.palette;
    let value = state.query.clone();
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name);
        info.current_text_value = Some(value.clone());
        info
    });
    if response.changed() {
        state.chosen = 0;
    }
    response.request_focus();
}

fn list<'a>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &State,
    hits: &'a [Hit],
    selected: &Selected,
    enter: bool,
) -> Option<&'a Hit> {
    let words = &cx.text.commands;
    if hits.is_empty() {
        note(ui, words.palette_empty);
        return None;
    }
    let mut taken = None;
    let height = (ui.ctx().content_rect().height() - tokens::MENU_AROUND).min(tokens::MENU_TALLEST);
    // egui remembers the size of floating areas: without a minimum height this would stay as low as it once was.
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        gap_below(ui, 0.0);
        let mut part = "";
        for (index, hit) in hits.iter().enumerate() {
            let heading = match hit {
                Hit::Deal(..) => words.palette_deals,
                Hit::Command(_) => words.palette_commands,
                Hit::Document(..) => cx.text.shell.recent,
            };
            if part != heading {
                part = heading;
                ui.add_space(tokens::XS);
                note(ui, heading);
            }
            let response = entry(ui, cx, hit, selected, index == state.chosen);
            if index == state.chosen {
                response.scroll_to_me(None);
            }
            if response.clicked() || (enter && index == state.chosen) {
                taken = Some(hit);
            }
        }
    });
    taken
}

#[expect(clippy::disallowed_methods, reason = "a row of its own kind: it shows the chosen hit")]
fn entry(ui: &mut Ui, cx: &Cx<'_>, hit: &Hit, selected: &Selected, chosen: bool) -> egui::Response {
    let (icon, name, shortcut) = match hit {
        Hit::Deal(_, name) => (crate::ui::icons::CUBE, name.as_str(), None),
        Hit::Command(command) => {
            let shortcut = command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut));
            (command.icon(), command.name(cx.text), shortcut)
        }
        Hit::Document(_, shown) => (crate::ui::icons::FILE_TEXT, shown.as_str(), None),
    };
    let weak = cx.palette.weak_text;
    let fill = if chosen { cx.palette.selection } else { tokens::CLEAR };
    let words = RichText::new(name).color(cx.palette.text).atom_shrink(true);
    let button = Button::new((RichText::new(icon).color(weak), words))
        .fill(fill)
        .stroke(egui::Stroke::NONE)
        .gap(tokens::S)
        .truncate()
        .min_size(vec2(ui.available_width(), tokens::CONTROL))
        .shortcut_text(RichText::new(shortcut.unwrap_or_default()).size(tokens::SMALL).color(weak));
    let response = match hit {
        Hit::Deal(..) | Hit::Document(..) => ui.add(button),
        Hit::Command(command) => {
            let possible = command.on(selected).is_some();
            let response = running(ui, cx, *command, |ui| ui.add_enabled(possible, button));
            if possible { response } else { response.on_disabled_hover_text(selected.why_not(cx.text)) }
        }
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, response.enabled(), name));
    response
}

/// False for a command without a target.
fn perform(hit: &Hit, selected: &Selected, out: &mut Actions) -> bool {
    match hit {
        Hit::Deal(id, _) => out.push(Action::Select(id.clone())),
        Hit::Command(command) => match command.on(selected) {
            Some(bound) => out.run(bound),
            None => return false,
        },
        Hit::Document(path, _) => out.push(Action::OpenFile(path.clone())),
    }
    true
}

fn hits(cx: &Cx<'_>, query: &str) -> Vec<Hit> {
    let query = query.trim();
    let mut hits = Vec::new();
    if !query.is_empty() {
        hits.extend(cx.index.search(query).into_iter().take(DEALS).map(|deal| {
            let money = deal.agreed.money().map(format::money_short);
            let parts = [Some(deal.buyer.company.clone()), Some(deal.product.clone()), money];
            let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
            Hit::Deal(deal.id.clone(), parts.join(" · "))
        }));
    }
    let wanted = fold(query);
    hits.extend(
        Command::members()
            .filter(|command| *command != Command::Global(Global::Palette))
            .filter(|command| {
                fold(command.name(cx.text)).contains(&wanted)
                    || command.id().replace('-', " ").contains(&wanted)
            })
            .map(Hit::Command),
    );
    hits.extend(recent(cx, &wanted));
    hits
}

/// The recent documents but the open one: by their paths, or all of them by what they are called.
fn recent<'a>(cx: &'a Cx<'_>, wanted: &'a str) -> impl Iterator<Item = Hit> + 'a {
    let all = [cx.text.shell.recent, cx.text.commands.open_document];
    let all = all.iter().any(|name| fold(name).contains(wanted));
    let others = cx.file.recent.iter().filter(|path| Some(*path) != cx.file.path.as_ref());
    others
        .map(|path| (path, path.display().to_string()))
        .filter(move |(_, shown)| all || fold(shown).contains(wanted))
        .map(|(path, shown)| Hit::Document(path.clone(), shown))
}
