//! The bar at the top: name, menu, search, the state of saving, language, theme.

use egui::{Align, Button, Layout, Margin, Panel, Popup, RichText, Ui, vec2};

use crate::ui::action::Actions;
use crate::ui::command::{Command, Global, MENUS, Selected};
use crate::ui::cx::{Cx, Saving};
use crate::ui::widgets::{gap_below, gap_beside, icon_button, note, running};
use crate::ui::{icons, theme, tokens};

pub fn show(ui: &mut Ui, cx: &Cx<'_>, selected: &Selected, out: &mut Actions) {
    let frame = egui::Frame::new().fill(cx.palette.surface).inner_margin(Margin::symmetric(12, 0));
    Panel::top("top").exact_size(tokens::TOP_BAR).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let width = ui.max_rect().width();
            brand(ui, cx, selected, width >= tokens::STRIP_BELOW, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                tools(ui, cx, out, width >= tokens::STRIP_BELOW);
                search(ui, cx, out, width);
            });
        });
    });
}

fn brand(ui: &mut Ui, cx: &Cx<'_>, selected: &Selected, named: bool, out: &mut Actions) {
    let button = icon_button(ui, icons::LIST, cx.text.commands.all);
    Popup::menu(&button).show(|ui| menus(ui, cx, selected, out));
    ui.label(RichText::new(icons::SNOWFLAKE).size(tokens::TITLE).color(cx.palette.accent));
    if named {
        ui.label(RichText::new("Icebreak").size(tokens::HEADING).family(theme::bold()));
    }
}

/// Every command under its menu, with its shortcut; undo and redo name the change.
fn menus(ui: &mut Ui, cx: &Cx<'_>, selected: &Selected, out: &mut Actions) {
    ui.set_width(tokens::LIST_NARROW);
    // egui remembers the size of floating areas: without a minimum height this would stay as low as it once was.
    let height = ui.ctx().content_rect().height() - tokens::MENU_AROUND;
    egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        gap_below(ui, 0.0);
        for (menu, commands) in MENUS {
            note(ui, menu.name(cx.text));
            for command in *commands {
                menu_entry(ui, cx, *command, selected, out);
            }
            ui.add_space(tokens::S);
        }
    });
}

#[expect(
    clippy::disallowed_methods,
    reason = "a row of its own kind: icon, name and shortcut across the menu"
)]
fn menu_entry(ui: &mut Ui, cx: &Cx<'_>, command: Command, selected: &Selected, out: &mut Actions) {
    let words = &cx.text.commands;
    // The changes that undo and redo name in the menu.
    let turns = [(Global::Undo, cx.undoes, words.undo_what), (Global::Redo, cx.redoes, words.redo_what)];
    let turn = turns.into_iter().find(|(turn, ..)| Command::Global(*turn) == command);
    let bound = command.on(selected).filter(|_| turn.is_none_or(|(_, done, _)| done.is_some()));
    let name = turn
        .and_then(|(_, done, name)| Some(name(&(words.done)(done?))))
        .unwrap_or_else(|| command.name(cx.text).to_owned());
    let shortcut = command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut)).unwrap_or_default();
    let icon = RichText::new(command.icon()).color(cx.palette.weak_text);
    let button = Button::new((icon, RichText::new(&name)))
        .frame_when_inactive(false)
        .gap(tokens::S)
        .min_size(vec2(ui.available_width(), 28.0))
        .shortcut_text(RichText::new(shortcut).size(tokens::SMALL).color(cx.palette.weak_text));
    let response = running(ui, cx, command, |ui| ui.add_enabled(bound.is_some(), button));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, response.enabled(), &name));
    let response = match command {
        Command::Global(_) => response,
        Command::OfDeal(_) => response.on_disabled_hover_text(selected.why_not(cx.text)),
    };
    if let Some(bound) = bound.filter(|_| response.clicked()) {
        out.run(bound);
        ui.close();
    }
}

#[expect(clippy::disallowed_methods, reason = "a button that looks like the field it opens")]
fn search(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions, window: f32) {
    let words = &cx.text.shell;
    // Centred in the window, if the tools leave room.
    let middle = ui.max_rect().left().max((window - tokens::SEARCH) / 2.0);
    let room = (ui.available_rect_before_wrap().right() - middle).min(tokens::SEARCH);
    if room < 160.0 {
        if icon_button(ui, icons::MAGNIFYING_GLASS, words.search).clicked() {
            out.run(Global::Palette);
        }
        return;
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let gap = (middle - ui.cursor().left()).max(0.0);
        ui.add_space(gap);
        let shortcut =
            Command::Global(Global::Palette).shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut));
        let weak = cx.palette.weak_text;
        let button = Button::new((
            RichText::new(icons::MAGNIFYING_GLASS).color(weak),
            RichText::new(words.search).color(weak),
        ))
        .fill(cx.palette.sunken)
        .stroke(egui::Stroke::NONE)
        .gap(tokens::S)
        .min_size(vec2(room.min(ui.available_width()), tokens::CONTROL))
        .shortcut_text(RichText::new(shortcut.unwrap_or_default()).size(tokens::SMALL).color(weak));
        let response = ui.add(button);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words.search));
        if response.clicked() {
            out.run(Global::Palette);
        }
    });
}

/// Laid out from the right.
fn tools(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions, wide: bool) {
    let words = &cx.text.shell;
    if icon_button(ui, icons::CIRCLE_HALF, words.theme).clicked() {
        out.run(Global::SwitchTheme);
    }
    language(ui, cx, out);
    saving(ui, cx, wide);
}

#[expect(clippy::disallowed_methods, reason = "a word among the icons of the bar")]
fn language(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let name = cx.text.shell.language;
    let button = Button::new(RichText::new(name).color(cx.palette.weak_text)).frame_when_inactive(false);
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    if response.on_hover_text(cx.text.commands.switch_language).clicked() {
        out.run(Global::SwitchLanguage);
    }
}

fn saving(ui: &mut Ui, cx: &Cx<'_>, wide: bool) {
    let words = &cx.text.shell;
    let (icon, ink, word, must_say) = match cx.saving {
        Saving::Saved => (icons::CHECK_CIRCLE, cx.palette.cooling.ink, words.saved, false),
        Saving::Pending => (icons::CLOCK, cx.palette.weak_text, words.saving, false),
        Saving::Failed(_) => (icons::WARNING_CIRCLE, cx.palette.danger.ink, words.not_saved, true),
        Saving::Off => (icons::LOCK_SIMPLE, cx.palette.warm.ink, words.read_only, true),
        Saving::Opening => (icons::CLOCK, cx.palette.weak_text, words.opening, false),
    };
    let text = if wide || must_say { word } else { "" };
    let response = ui
        .horizontal(|ui| {
            gap_beside(ui, tokens::XS);
            // Laid out from the right: the word first, then the icon before it.
            let word = ui.label(RichText::new(text).color(cx.palette.weak_text));
            word | ui.label(RichText::new(icon).color(ink).family(theme::filled()).size(tokens::HEADING))
        })
        .inner;
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, word));
    response.on_hover_text(about_saving(cx));
}

/// When it was saved, and where.
fn about_saving(cx: &Cx<'_>) -> String {
    let words = &cx.text.recovery;
    let when = match cx.saving {
        Saving::Saved | Saving::Pending => match cx.file.saved_at.and_then(|at| clock(cx, at)) {
            Some(time) => (words.saved_at)(&time),
            None => words.nothing_to_save.to_owned(),
        },
        Saving::Failed(problem) => (cx.text.problems.save)(problem),
        Saving::Off | Saving::Opening => String::new(),
    };
    let place = cx.file.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    [when, place].join("\n").trim().to_owned()
}

fn clock(cx: &Cx<'_>, at: std::time::SystemTime) -> Option<String> {
    let at = chrono::DateTime::<chrono::Utc>::from(at).naive_utc();
    Some(crate::text::office::here(at, cx.now)?.1)
}
