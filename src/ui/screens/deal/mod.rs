//! The selected deal: who, how much, whose turn, and the pages of the loop.

mod after_yes;
mod contact;
mod header;
mod log;
mod pause;
mod settle;

use egui::Ui;

use super::{day, deposit, details, message, story, why};
use crate::domain::deal::after_yes::AfterYes;
use crate::domain::deal::{Deal, DealId};
use crate::domain::edit::Edit;
use crate::domain::names::Named as _;
use crate::ui::action::{Action, Actions, Tab};
use crate::ui::cx::Cx;
use crate::ui::widgets::{empty_state, gap_below, gap_beside, is_low, is_strip, tab};
use crate::ui::{icons, tokens};

pub use log::Logging;
pub use pause::Pausing;

/// The sheet open above the deal.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum OpenSheet {
    #[default]
    None,
    Log(Logging),
    Pause(Pausing),
    Next,
    AfterYes(AfterYes),
}

/// What the user asked for on the sheet.
#[derive(Default)]
struct Wish {
    edit: Option<Edit>,
    /// The sheet may close.
    close: bool,
    /// Another sheet in its place.
    open: Option<OpenSheet>,
}

pub struct State {
    pub tab: Tab,
    pub sheet: OpenSheet,
    pub why: why::State,
    pub deposit: deposit::State,
    pub message: message::State,
    pub day: day::State,
}

impl Default for State {
    fn default() -> Self {
        Self {
            tab: Tab::Message,
            sheet: OpenSheet::None,
            why: why::State::default(),
            deposit: deposit::State::default(),
            message: message::State::default(),
            day: day::State::default(),
        }
    }
}

pub fn show(ui: &mut Ui, cx: &Cx<'_>, selected: Option<&DealId>, state: &mut State, out: &mut Actions) {
    let Some(deal) = selected.and_then(|id| cx.deal(id)) else {
        if cx.document.deals.is_empty() {
            empty_state(ui, icons::TRAY, cx.text.deal.select_one, None);
        } else {
            day::show(ui, cx, &mut state.day, out);
        }
        return;
    };
    header::show(ui, cx, deal, state, out);
    ui.add_space(tokens::S);
    tabs(ui, cx, state.tab, out);
    ui.add_space(if is_low(ui) { tokens::S } else { tokens::M });
    // Widget ids per deal: text half typed in one deal does not appear in the next.
    ui.push_id(&deal.id, |ui| page(ui, cx, deal, state, out));
}

fn page(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, state: &mut State, out: &mut Actions) {
    match state.tab {
        Tab::Story => story::show(ui, cx, deal, out),
        Tab::Details => details::show(ui, cx, deal, out),
        Tab::Why => why::show(ui, cx, deal, &mut state.why, out),
        Tab::Deposit => deposit::show(ui, cx, deal, &mut state.deposit, out),
        Tab::Message => message::show(ui, cx, deal, &mut state.message, out),
    }
}

fn tabs(ui: &mut Ui, cx: &Cx<'_>, open: Tab, out: &mut Actions) {
    let words = &cx.text.commands;
    let top = ui.cursor().top();
    ui.horizontal(|ui| {
        let strip = is_strip(ui);
        gap_beside(ui, if strip { tokens::L } else { tokens::XL });
        gap_below(ui, 0.0);
        for page in Tab::members() {
            let name = match page {
                Tab::Story => words.show_story.to_owned(),
                Tab::Details => words.show_details.to_owned(),
                Tab::Why => numbered("1", words.show_why, strip),
                Tab::Deposit => numbered("2", words.show_deposit, strip),
                Tab::Message => numbered("3", words.show_message, strip),
            };
            if tab(ui, &name, page == open).clicked() {
                out.push(Action::Show(page));
            }
        }
    });
    let line = egui::Stroke::new(tokens::LINE, cx.palette.hairline);
    ui.painter().hline(ui.max_rect().x_range(), top + tokens::CONTROL, line);
}

/// The number says which key opens the page.
fn numbered(key: &str, name: &str, strip: bool) -> String {
    if strip { name.to_owned() } else { format!("{key} {name}") }
}
