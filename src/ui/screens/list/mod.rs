//! The deal list, always there on the left: Today in its groups, All, Paused; search, filters, order.

mod row;
mod rows;

use egui::{Margin, RichText, ScrollArea, TextEdit, Ui, Vec2};

use crate::domain::country::Country;
use crate::domain::deal::{DealId, Stage};
use crate::domain::names::Named as _;
use crate::domain::today::TodayGroup;
use crate::named;
use crate::ui::action::{Action, Actions};
use crate::ui::command::{Command, Global};
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    empty_state, gap_below, gap_beside, icon_button, link, menu_button, menu_item, menu_title, menu_under,
    of_document, rule, running, tab, with_own_undo,
};
use crate::ui::{icons, tokens};

pub use rows::{Fold, ListRows};

/// A deal that is revealed keeps this much of the list above it.
const ABOVE_REVEALED: f32 = 2.0 * tokens::ROW;

named! {
    /// Which deals are listed.
    pub enum ListScope {
        Today = "today",
        All = "all",
        Paused = "paused",
    }
}

named! {
    pub enum ListOrder {
        Urgency = "urgency",
        Buyer = "buyer",
        Amount = "amount",
        Waiting = "waiting",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub scope: ListScope,
    pub query: String,
    pub stage: Option<Stage>,
    pub country: Option<Country>,
    pub order: ListOrder,
    /// Whether the group of waiting deals is open.
    pub waiting_open: bool,
    /// Whether the group of deals handled today is open.
    pub handled_open: bool,
    /// Brings the selected row into view in the next frame.
    pub reveal: bool,
    /// Gives the filter the focus in the next frame.
    pub focus_filter: bool,
    rows: ListRows,
}

impl Default for State {
    fn default() -> Self {
        Self {
            scope: ListScope::Today,
            query: String::new(),
            stage: None,
            country: None,
            order: ListOrder::Urgency,
            waiting_open: false,
            handled_open: false,
            reveal: false,
            focus_filter: false,
            rows: ListRows::default(),
        }
    }
}

impl State {
    pub fn is_filtered(&self) -> bool {
        !self.query.trim().is_empty() || self.stage.is_some() || self.country.is_some()
    }

    /// Recomputes the rows, because the search index has changed.
    pub fn look_again(&mut self) {
        self.rows = ListRows::default();
    }

    /// The deal after (or before) `selected` in the order shown.
    pub fn neighbour(&mut self, cx: &Cx<'_>, selected: Option<&DealId>, forward: bool) -> Option<DealId> {
        rows::refresh(self, cx);
        self.rows.neighbour(selected, forward)
    }

    /// Whether the deal has a row: it is hidden neither by the filters nor in a folded group.
    pub fn shows(&mut self, cx: &Cx<'_>, id: &DealId) -> bool {
        rows::refresh(self, cx);
        self.rows.shows(id)
    }

    /// Gives the deal a row: what is opened by name is never hidden.
    pub fn make_visible(&mut self, cx: &Cx<'_>, id: &DealId) {
        if !self.shows(cx, id) {
            self.unfold(cx, id);
        }
        if !self.shows(cx, id) {
            self.clear_filters();
        }
        if !self.shows(cx, id) {
            self.scope = ListScope::All;
        }
    }

    fn unfold(&mut self, cx: &Cx<'_>, id: &DealId) {
        let Some(item) = cx.item(id) else { return };
        if item.is_handled(cx.now.date) {
            self.handled_open = true;
        } else if item.group == TodayGroup::Waiting {
            self.waiting_open = true;
        }
    }

    fn clear_filters(&mut self) {
        self.query.clear();
        self.stage = None;
        self.country = None;
    }

    /// The next deal to act on after `done`; none where nothing in the list is left to do.
    pub fn next_to_do(&mut self, cx: &Cx<'_>, done: &DealId) -> Option<DealId> {
        rows::refresh(self, cx);
        self.rows.next_to_do(done, cx.now.date)
    }
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, selected: Option<&DealId>, out: &mut Actions) {
    rows::refresh(state, cx);
    scopes(ui, cx, state, out);
    filters(ui, cx, state);
    ui.add_space(tokens::XS);
    if state.rows.is_empty() {
        nothing(ui, cx, state, out);
        return;
    }
    if cx.counts.today == 0 && state.scope == ListScope::Today && !state.is_filtered() {
        inset(ui, |ui| crate::ui::widgets::note(ui, cx.text.list.nothing_today));
    }
    rows_view(ui, cx, state, selected, out);
}

fn scopes(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    let words = &cx.text.list;
    inset(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_height(tokens::CONTROL);
            gap_beside(ui, tokens::L);
            let counts = [cx.counts.today, cx.counts.all, cx.counts.paused];
            let names = [words.today, words.all, words.paused];
            for ((scope, name), count) in ListScope::members().zip(names).zip(counts) {
                if tab(ui, &format!("{name} {count}"), state.scope == scope).clicked() {
                    state.scope = scope;
                }
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let new = |ui: &mut Ui| link(ui, Some(icons::PLUS), words.new_deal);
                if running(ui, cx, Command::Global(Global::NewDeal), new).clicked() {
                    out.run(Global::NewDeal);
                }
            });
        });
    });
}

fn filters(ui: &mut Ui, cx: &Cx<'_>, state: &mut State) {
    inset(ui, |ui| {
        ui.horizontal(|ui| {
            gap_beside(ui, tokens::XS);
            let menus = tokens::TWO_ICONS + tokens::both(tokens::XS);
            let width = ui.available_width() - menus;
            let hint = format!("{} {}", icons::MAGNIFYING_GLASS, cx.text.list.filter);
            let id = ui.make_persistent_id("filter");
            let response = with_own_undo(ui, id, &mut state.query, |ui, writing| {
                let edit = TextEdit::singleline(writing)
                    .id(id)
                    .hint_text(RichText::new(hint).color(cx.palette.weak_text))
                    .desired_width(width)
                    .align(egui::Align2::LEFT_CENTER)
                    .margin(Margin::symmetric(8, 4))
                    .background_color(cx.palette.sunken);
                ui.add_sized(Vec2::new(width, tokens::CONTROL), edit)
            });
            let name = cx.text.list.filter;
            response.widget_info(|| {
                let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name);
                info.current_text_value = Some(state.query.clone());
                info
            });
            if std::mem::take(&mut state.focus_filter) {
                response.request_focus();
            }
            filter_menu(ui, cx, state);
            order_menu(ui, cx, state);
        });
        if state.stage.is_some() || state.country.is_some() {
            active_filters(ui, cx, state);
        }
    });
}

fn filter_menu(ui: &mut Ui, cx: &Cx<'_>, state: &mut State) {
    let words = &cx.text.list;
    let name = format!("{}, {}", words.stage, words.country);
    let button = icon_button(ui, icons::FUNNEL, &name);
    menu_under(ui, &button, |ui| {
        menu_title(ui, words.stage);
        if menu_item(ui, state.stage.is_none(), words.any_stage).clicked() {
            state.stage = None;
        }
        for stage in Stage::members() {
            if menu_item(ui, state.stage == Some(stage), (words.stage_name)(stage)).clicked() {
                state.stage = Some(stage);
            }
        }
        rule(ui);
        menu_button(ui, None, words.country, false, |ui| {
            ScrollArea::vertical().max_height(tokens::MENU_TALLEST).show(ui, |ui| {
                if menu_item(ui, state.country.is_none(), words.any_country).clicked() {
                    state.country = None;
                }
                for country in state.rows.countries() {
                    let name = crate::text::country::name(*country, cx.language());
                    if menu_item(ui, state.country == Some(*country), name).clicked() {
                        state.country = Some(*country);
                    }
                }
            });
        });
    });
}

fn order_menu(ui: &mut Ui, cx: &Cx<'_>, state: &mut State) {
    let words = &cx.text.list;
    let button = icon_button(ui, icons::SORT_ASCENDING, words.sort);
    menu_under(ui, &button, |ui| {
        let names = [words.by_urgency, words.by_buyer, words.by_amount, words.by_waiting];
        for (order, name) in ListOrder::members().zip(names) {
            if menu_item(ui, state.order == order, name).clicked() {
                state.order = order;
            }
        }
    });
}

/// The active filters, each with a button to remove it.
fn active_filters(ui: &mut Ui, cx: &Cx<'_>, state: &mut State) {
    ui.horizontal_wrapped(|ui| {
        if let Some(stage) = state.stage
            && link(ui, Some(icons::X), (cx.text.list.stage_name)(stage)).clicked()
        {
            state.stage = None;
        }
        if let Some(country) = state.country
            && link(ui, Some(icons::X), crate::text::country::name(country, cx.language())).clicked()
        {
            state.country = None;
        }
    });
}

fn nothing(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    let words = &cx.text.list;
    inset(ui, |ui| {
        if state.is_filtered() {
            if empty_state(ui, icons::MAGNIFYING_GLASS, words.nothing_found, Some(words.clear)) {
                state.clear_filters();
            }
        } else if state.scope == ListScope::Paused && cx.counts.all > 0 {
            empty_state(ui, icons::PAUSE, words.nothing_paused, None);
        } else if of_document(ui, cx, |ui| empty_state(ui, icons::TRAY, words.no_deals, Some(words.import))) {
            out.run(Global::ImportDeals);
        }
    });
}

/// Only the rows in view are laid out, so that 100,000 deals scroll as 100 do.
fn rows_view(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, selected: Option<&DealId>, out: &mut Actions) {
    // Only once the scroll area knows the length of the list: before that it would spring back.
    let known = state.rows.are_laid_out();
    if !known {
        ui.ctx().request_repaint();
    }
    let reveal = (known && std::mem::take(&mut state.reveal))
        .then(|| selected.and_then(|id| state.rows.position(id)))
        .flatten();
    let mut toggled = None;
    gap_below(ui, 0.0);
    let mut area = ScrollArea::vertical().auto_shrink(false).id_salt(("list", state.scope));
    if let Some(row) = reveal
        && !state.rows.is_in_view(row)
    {
        let offset = state.rows.top_of(row) - ABOVE_REVEALED;
        let most = (state.rows.height() - ui.available_height()).max(0.0);
        area = area.vertical_scroll_offset(offset.clamp(0.0, most));
    }
    let rows = &mut state.rows;
    area.show_viewport(ui, |ui, viewport| {
        ui.set_height(rows.height());
        ui.set_width(ui.available_width());
        rows.seen(viewport);
        let origin = ui.min_rect().min;
        for index in rows.within(viewport) {
            let Some(entry) = rows.get(index) else { continue };
            let top = origin.y + rows.top_of(index);
            let rect = egui::Rect::from_min_size(
                egui::pos2(origin.x, top),
                Vec2::new(ui.available_width(), rows.height_of(index)),
            );
            match row::show(ui, cx, rect, entry, selected) {
                row::Clicked::Nothing => {}
                row::Clicked::Deal(id) => out.push(Action::Select(id)),
                row::Clicked::Fold(fold) => toggled = Some(fold),
            }
        }
    });
    match toggled {
        Some(Fold::Waiting) => state.waiting_open = !state.waiting_open,
        Some(Fold::Handled) => state.handled_open = !state.handled_open,
        None => {}
    }
}

fn inset<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    egui::Frame::new().inner_margin(Margin::symmetric(16, 2)).show(ui, add).inner
}
