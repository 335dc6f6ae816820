//! Settings: this computer, allowed silence per stage, follow-ups, the document's location.

mod about;
mod document;
mod ladder;
mod own_days;
mod working_days;

use egui::Ui;

use crate::domain::deal::Stage;
use crate::domain::document::Extra;
use crate::domain::edit::Edit;
use crate::domain::history::UndoStep;
use crate::domain::money::Money;
use crate::domain::settings::{Settings, Threshold};
use crate::domain::typed::amount::{ExpectedCurrency, TypedAmount, UnderstoodAmount, understand_amount};
use crate::domain::typed::count::{CountUnit, understand_count};
use crate::text::{Language, format};
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{
    Meaning, Typed, Understandable, amount_meaning, cell, cell_of, chip, column, gap_below, heading, note,
    parsed_field, row, scrolled, section, understanding_field, wide_card,
};

#[derive(Debug, Default)]
pub struct State {
    /// The follow-up days as they are being typed.
    ladder: Option<Vec<String>>,
    /// The licence that is open.
    licence: Option<&'static str>,
    /// The factory shutdown that is being entered.
    shutdown: Option<working_days::ShutdownDraft>,
    own_days: own_days::OwnDaysState,
}

/// The stages in which the buyer's silence counts.
const STAGES: [Stage; 6] =
    [Stage::Inquiry, Stage::Quoted, Stage::Sample, Stage::Negotiation, Stage::Terms, Stage::Deposit];

/// The longest time that can be set, in days.
const MOST_DAYS: u32 = 365;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut State, out: &mut Actions) {
    let words = &cx.text.settings;
    scrolled(ui, |ui| {
        column(ui, tokens::CONTENT, |ui| {
            gap_below(ui, tokens::M);
            heading(ui, words.title);
            part(ui, |ui| interface(ui, cx, out));
            part(ui, |ui| thresholds(ui, cx, out));
            part(ui, |ui| ladder::follow_ups(ui, cx, &mut state.ladder, out));
            part(ui, |ui| ladder::presets(ui, cx, out));
            part(ui, |ui| first_orders(ui, cx, out));
            part(ui, |ui| working_days::show(ui, cx, &mut state.shutdown, out));
            part(ui, |ui| own_days::show(ui, cx, &mut state.own_days, out));
            part(ui, |ui| document::show(ui, cx, out));
            part(ui, |ui| about::show(ui, cx, &mut state.licence));
            ui.add_space(tokens::XL);
        });
    });
}

fn part(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    wide_card(ui, |ui| {
        gap_below(ui, tokens::S);
        add(ui);
    });
}

/// Requests one change of the settings.
fn change(cx: &Cx<'_>, out: &mut Actions, step: UndoStep, change: impl FnOnce(&mut Settings)) {
    let mut settings = Settings::clone(&cx.document.settings);
    change(&mut settings);
    out.push(Action::Edit(Edit::Settings(Box::new(settings)), step));
}

fn interface(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.settings;
    section(ui, words.interface);
    row(ui, |ui| {
        cell_of(ui, 2.0, |ui| {
            let languages = [(Language::English, "English"), (Language::Chinese, "中文")];
            if let Some(language) = chips(ui, words.language, cx.language(), &languages) {
                out.push(Action::SetLanguage(language));
            }
        });
        cell_of(ui, 2.0, |ui| {
            let chosen = ui.ctx().options(|options| options.theme_preference);
            let themes = [
                (egui::ThemePreference::System, words.system),
                (egui::ThemePreference::Light, words.light),
                (egui::ThemePreference::Dark, words.dark),
            ];
            if let Some(theme) = chips(ui, words.theme, chosen, &themes) {
                out.push(Action::SetTheme(theme));
            }
        });
    });
}

/// A few values side by side; returns the newly chosen one.
fn chips<T: Copy + PartialEq>(ui: &mut Ui, label: &str, chosen: T, all: &[(T, &str)]) -> Option<T> {
    note(ui, label);
    ui.horizontal_wrapped(|ui| {
        let clicked = |ui: &mut Ui| {
            let mut picked = None;
            for (value, name) in all {
                if chip(ui, name, *value == chosen).clicked() {
                    picked = Some(*value);
                }
            }
            picked
        };
        clicked(ui)
    })
    .inner
}

fn thresholds(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.settings;
    section(ui, words.thresholds);
    note(ui, words.about_thresholds);
    row(ui, |ui| {
        for stage in STAGES {
            cell(ui, |ui| threshold(ui, cx, stage, out));
        }
    });
}

fn threshold(ui: &mut Ui, cx: &Cx<'_>, stage: Stage, out: &mut Actions) {
    let bad = cx.text.settings.bad_days;
    let typed = Typed {
        label: (cx.text.list.stage_name)(stage),
        shown: cx.document.settings.threshold(stage).to_string(),
        hint: "0",
        read: &|text: &str| read_days(text).ok_or_else(|| bad.to_owned()),
        right_aligned: false,
    };
    if let Some(days) = parsed_field(ui, &typed) {
        change(cx, out, UndoStep::Continues, |settings| set_threshold(settings, stage, days));
    }
}

fn set_threshold(settings: &mut Settings, stage: Stage, days: u32) {
    match settings.thresholds.iter_mut().find(|threshold| threshold.stage.is(stage)) {
        Some(threshold) => threshold.days = days,
        None => settings.thresholds.push(Threshold { stage: stage.into(), days, extra: Extra::new() }),
    }
}

fn read_days(text: &str) -> Option<u32> {
    understand_count(text, CountUnit::Days, 0..=MOST_DAYS).one()
}

fn first_orders(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let words = &cx.text.settings;
    section(ui, words.first_order);
    note(ui, words.about_first_order);
    let typed = Understandable {
        label: words.limit,
        shown: cx.document.settings.small_first_order.map_or_else(String::new, format::money_with_code),
        hint: words.limit_hint,
        read: &|text: &str| read_limit(text, cx),
        behind: "",
    };
    row(ui, |ui| {
        cell(ui, |ui| {
            if let Some(limit) = understanding_field(ui, &typed).value {
                change(cx, out, UndoStep::Continues, |settings| settings.small_first_order = limit);
            }
        });
    });
}

fn read_limit(text: &str, cx: &Cx<'_>) -> Meaning<Option<Money>> {
    let words = &cx.text.settings;
    if text.trim().is_empty() {
        return Meaning::Plain(None);
    }
    let understood = understand_amount(text, ExpectedCurrency::Any);
    let bad = match &understood {
        UnderstoodAmount::One(TypedAmount { currency: None, .. }) => words.no_currency,
        UnderstoodAmount::Several(all) if all.iter().all(|amount| amount.currency.is_none()) => {
            words.no_currency
        }
        UnderstoodAmount::One(_) | UnderstoodAmount::Several(_) | UnderstoodAmount::Problem(_) => {
            words.bad_limit
        }
    };
    amount_meaning(cx, text, understood, bad, |amount| {
        amount.money().filter(|limit| limit.is_positive()).map(Some)
    })
}
