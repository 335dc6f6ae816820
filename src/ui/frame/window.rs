//! The whole window: the bar at the top, the list on the left, the selected page on the right, floating parts above.

use egui::{CentralPanel, Frame, Margin, Panel, Stroke, Ui};

use super::notice::Notice;
use super::prompt::Prompt;
use super::toast::Toast;
use super::{bands, leaving, notice, palette, prompt, toast, top_bar};
use crate::domain::deal::DealId;
use crate::ui::action::{Action, Actions, Place};
use crate::ui::command::Selected;
use crate::ui::cx::{Cx, Saving};
use crate::ui::safety::{Leaving, Recovery};
use crate::ui::screens::{
    backups, bank_warning, deal, deposit, forget, import, library, list, merge, recovery, settings, welcome,
};
use crate::ui::{icons, theme, tokens, widgets};

/// Everything the window shows that is not in the document.
pub struct State {
    pub place: Place,
    pub selected: Option<DealId>,
    pub list: list::State,
    pub deal: deal::State,
    pub quick_plan: deposit::State,
    pub library: library::State,
    pub settings: settings::State,
    pub backups: backups::State,
    pub import: import::State,
    /// The document could not be opened: what is wrong, and what can be done.
    pub recovery: Option<Recovery>,
    /// Another version of the document, compared with ours.
    pub merge: Option<merge::State>,
    pub palette: Option<palette::State>,
    pub prompt: Option<Prompt>,
    pub toast: Option<Toast>,
    /// Whether a window too narrow for both shows the list rather than the deal.
    pub strip_shows_list: bool,
    /// Closing, or opening another document, waits for the last save or for an answer.
    pub leaving: Option<Leaving>,
    /// Forgetting a buyer waits for an answer.
    pub forgetting: Option<forget::State>,
    /// A paper with other bank details than the buyer's last ones waits for an answer.
    pub bank_warning: Option<bank_warning::State>,
    /// Notices at the top until dismissed.
    pub notices: Vec<Notice>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            place: Place::Deal,
            selected: None,
            list: list::State::default(),
            deal: deal::State::default(),
            quick_plan: deposit::State::default(),
            library: library::State::default(),
            settings: settings::State::default(),
            backups: backups::State::default(),
            import: import::State::default(),
            recovery: None,
            merge: None,
            palette: None,
            prompt: None,
            toast: None,
            strip_shows_list: false,
            leaving: None,
            forgetting: None,
            bank_warning: None,
            notices: Vec::new(),
        }
    }
}

impl State {
    pub fn open_palette(&mut self) {
        self.palette = Some(palette::State::default());
    }

    /// The deal that commands act on.
    pub fn selected(&mut self, cx: &Cx<'_>) -> Selected {
        let listed = self.selected.as_ref().is_some_and(|id| self.list.shows(cx, id));
        Selected { deal: self.selected.clone(), listed }
    }

    /// The same for shortcuts: a deal behind a question or another page is out of their reach.
    pub fn selected_for_keys(&mut self, cx: &Cx<'_>) -> Selected {
        let covered = self.palette.is_some()
            || self.prompt.is_some()
            || self.leaving.is_some()
            || self.forgetting.is_some()
            || self.bank_warning.is_some()
            || self.recovery.is_some()
            || self.merge.as_ref().is_some_and(merge::State::is_open);
        if covered { Selected::default() } else { self.selected(cx) }
    }
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    let selected = state.selected(cx);
    top_bar::show(ui, cx, &selected, out);
    notice::show(ui, cx, &mut state.notices, out);
    if let Some(recovery) = &mut state.recovery {
        let below = ui.available_rect_before_wrap().top();
        let wish = CentralPanel::default().show(ui, |ui| recovery::show(ui, cx, recovery)).inner;
        out.extend(wish.map(Action::Recovery));
        floating(ui.ctx(), cx, state, below, out);
        return;
    }
    if let Some(page) = state.merge.as_mut().filter(|page| page.is_open()) {
        let below = ui.available_rect_before_wrap().top();
        let margin = if ui.available_width() < tokens::STRIP_BELOW { 12 } else { 32 };
        let frame = Frame::new().fill(cx.palette.ground).inner_margin(Margin::symmetric(margin, 24));
        let page = |ui: &mut Ui| widgets::of_document(ui, cx, |ui| merge::show(ui, cx, page));
        let wish = CentralPanel::default().frame(frame).show(ui, page).inner;
        out.extend(wish.map(Action::Merge));
        floating(ui.ctx(), cx, state, below, out);
        return;
    }
    if *cx.saving == Saving::Opening {
        let name = cx.file.path.as_ref().and_then(|path| path.file_name());
        let name = name.map_or_else(String::new, |name| name.display().to_string());
        CentralPanel::default().show(ui, |ui| {
            widgets::empty_state(ui, icons::HOURGLASS_MEDIUM, &(cx.text.shell.opening_what)(&name), None);
        });
        return;
    }
    let waiting = state.merge.as_ref().and_then(merge::State::waiting);
    bands::show(ui, cx, waiting.as_ref(), out);
    let below = ui.available_rect_before_wrap().top();
    let width = ui.available_width();
    if width < tokens::STRIP_BELOW {
        strip(ui, cx, state, out);
    } else {
        let list_width = if width < tokens::NARROW_BELOW { tokens::LIST_NARROW } else { tokens::LIST };
        let frame = Frame::new().fill(cx.palette.surface).inner_margin(Margin { top: 6, ..Margin::ZERO });
        if state.place != Place::Welcome {
            Panel::left("list").exact_size(list_width).resizable(false).frame(frame).show(ui, |ui| {
                list::show(ui, cx, &mut state.list, state.selected.as_ref(), out);
            });
        }
        right(ui, cx, state, out, 32);
    }
    floating(ui.ctx(), cx, state, below, out);
}

/// A narrow window to keep next to the mail program: the list or the deal, never both.
fn strip(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    let list_fits = state.place == Place::Deal && state.strip_shows_list;
    if list_fits {
        let frame = Frame::new().fill(cx.palette.surface).inner_margin(Margin { top: 6, ..Margin::ZERO });
        CentralPanel::default().frame(frame).show(ui, |ui| {
            list::show(ui, cx, &mut state.list, state.selected.as_ref(), out);
        });
        return;
    }
    if state.place != Place::Welcome {
        let frame = Frame::new().fill(cx.palette.surface).inner_margin(Margin::symmetric(8, 2));
        Panel::top("back").frame(frame).show(ui, |ui| {
            if widgets::link(ui, Some(icons::ARROW_LEFT), cx.text.list.today).clicked() {
                state.place = Place::Deal;
                state.strip_shows_list = true;
            }
        });
    }
    right(ui, cx, state, out, 12);
}

fn right(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions, margin: i8) {
    let above = if margin > 16 { 24 } else { margin };
    let frame = Frame::new().fill(cx.palette.ground).stroke(Stroke::NONE).inner_margin(Margin {
        left: margin,
        right: margin,
        top: above,
        bottom: above.min(24),
    });
    CentralPanel::default().frame(frame).show(ui, |ui| match state.place {
        // The quick plan belongs to no document.
        Place::QuickPlan => place(ui, cx, state, out),
        Place::Deal | Place::Library | Place::Settings | Place::Welcome | Place::Backups | Place::Import => {
            widgets::of_document(ui, cx, |ui| place(ui, cx, state, out))
        }
    });
}

fn place(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    match state.place {
        Place::Deal => deal::show(ui, cx, state.selected.as_ref(), &mut state.deal, out),
        Place::QuickPlan => deposit::show_quick(ui, cx, &mut state.quick_plan, out),
        Place::Library => library::show(ui, cx, &mut state.library, out),
        Place::Settings => settings::show(ui, cx, &mut state.settings, out),
        Place::Welcome => welcome::show(ui, cx, out),
        Place::Backups => out.extend(backups::show(ui, cx, &mut state.backups).map(Action::Backups)),
        Place::Import => out.extend(import::show(ui, cx, &mut state.import).map(Action::Import)),
    }
}

/// Says what may be dropped while a file hovers over the window.
fn drop_target(ctx: &egui::Context, cx: &Cx<'_>) {
    if ctx.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let painter = ctx.layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop")));
    let window = ctx.content_rect();
    painter.rect_filled(window, 0.0, tokens::dimmed(cx.palette.dark));
    let font = theme::bold_font(tokens::TITLE);
    painter.text(
        window.center(),
        egui::Align2::CENTER_CENTER,
        cx.text.shell.drop_here,
        font,
        cx.palette.on_dimmed(),
    );
}

fn floating(ctx: &egui::Context, cx: &Cx<'_>, state: &mut State, below: f32, out: &mut Actions) {
    drop_target(ctx, cx);
    let selected = state.selected(cx);
    if let Some(palette) = &mut state.palette
        && palette::show(ctx, cx, palette, &selected, out)
    {
        state.palette = None;
    }
    if let Some(prompt) = &mut state.prompt
        && prompt::show(ctx, cx, prompt, out)
    {
        state.prompt = None;
    }
    if let Some(toast) = &mut state.toast
        && !toast::show(ctx, cx, toast, below, out)
    {
        state.toast = None;
    }
    questions(ctx, cx, state, out);
}

/// What has to be answered before anything else.
fn questions(ctx: &egui::Context, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    if let Some(asking) = &mut state.forgetting
        && let Some(wish) = forget::show(ctx, cx, asking)
    {
        if wish == forget::Wish::Forget {
            out.push(Action::Forget(Box::new(asking.subject.clone())));
        }
        state.forgetting = None;
    }
    if let Some(asking) = &state.bank_warning
        && let Some(wish) = bank_warning::show(ctx, cx, asking)
    {
        if let bank_warning::Wish::Export(bank) = wish {
            out.push(asking.export.clone().answered(bank));
        }
        state.bank_warning = None;
    }
    // Asks first where a copy goes.
    if let Some(asking) = state.leaving.as_ref().filter(|_| state.prompt.is_none()) {
        out.extend(leaving::show(ctx, cx, asking).map(Action::Leaving));
    }
}
