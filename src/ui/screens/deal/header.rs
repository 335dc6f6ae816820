//! The head of a deal: buyer and amount, local time, temperature, what to log, the next date.

use egui::{Align, FontFamily, Layout, RichText, Ui};

use super::{OpenSheet, State, Wish, after_yes, contact, log, pause, settle};
use crate::domain::deal::{Deal, Pause};
use crate::domain::edit::{Edit, Field};
use crate::text::format;
use crate::text::visible::in_one_line;
use crate::text::window::{day, deal as words};
use crate::ui::action::{Action, Actions, Tab};
use crate::ui::command::DealCommand;
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    Emphasis, button, button_with, changing, elided, gap_below, gap_beside, icon_button, is_low, is_strip,
    temperature_badge, warning,
};
use crate::ui::{icons, theme, tokens};

/// Width of the gaps between name, number and amount.
const GAPS: f32 = 3.0 * tokens::L;

/// Most of the width goes to the name: this much at most to the PI number.
const NUMBER: f32 = 5.0 * tokens::CONTROL;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, state: &mut State, out: &mut Actions) {
    gap_below(ui, tokens::XS);
    title(ui, cx, deal, out);
    // In a low window the person is worth more than the goods.
    if deal.contact().is_none() || !is_low(ui) {
        goods(ui, cx, deal);
    }
    if let Some(person) = deal.contact() {
        contact::show(ui, cx, person, out);
    }
    let between = if is_low(ui) { 0.0 } else { tokens::S };
    ui.add_space(between);
    standing(ui, cx, deal, out);
    ui.add_space(between);
    actions(ui, cx, deal, state, out);
    let Wish { edit, close, open } = match &mut state.sheet {
        OpenSheet::None => Wish::default(),
        OpenSheet::Log(logging) => log::show(ui, cx, deal, logging),
        OpenSheet::Pause(pausing) => pause::show(ui, cx, deal, pausing),
        OpenSheet::Next => pause::move_next(ui, cx, deal),
        OpenSheet::AfterYes(answers) => after_yes::show(ui, cx, deal, answers),
    };
    edit.into_iter().for_each(|edit| out.edit(edit));
    if let Some(sheet) = open {
        state.sheet = sheet;
    } else if close {
        state.sheet = OpenSheet::None;
    }
}

fn goods(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal) {
    let (facts, room) = (facts(cx, deal), ui.available_width());
    let line = elided(ui, &facts, tokens::BODY, FontFamily::Proportional, cx.palette.weak_text, room);
    let cut = line.elided;
    let shown = ui.label(line);
    if cut {
        shown.on_hover_text(facts);
    }
}

fn title(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    let money = deal.agreed.money().map(format::money_with_code).unwrap_or_default();
    let amount = elided(ui, &money, tokens::TITLE, theme::bold(), cx.palette.text, ui.available_width());
    let pi =
        elided(ui, &deal.agreed.pi, tokens::BODY, FontFamily::Proportional, cx.palette.weak_text, NUMBER);
    let beside = !is_strip(ui);
    let company = deal.buyer.company.trim();
    let company = if company.is_empty() { cx.text.deal.untitled } else { &*in_one_line(company, 400) };
    ui.horizontal(|ui| {
        let taken = if beside { amount.size().x + pi.size().x + GAPS } else { 0.0 };
        let room = ui.available_width() - taken;
        let name = elided(ui, company, tokens::TITLE, theme::bold_name(company), cx.palette.text, room);
        let cut = name.elided;
        let shown = ui.label(name);
        shown.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, company));
        if cut {
            shown.on_hover_text(company);
        }
        if beside {
            number(ui, deal, pi.clone(), out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(amount.clone()));
        }
    });
    if !beside {
        ui.horizontal(|ui| {
            ui.label(amount);
            number(ui, deal, pi, out);
        });
    }
}

/// The PI number leads to the details.
fn number(ui: &mut Ui, deal: &Deal, pi: std::sync::Arc<egui::Galley>, out: &mut Actions) {
    if !deal.agreed.pi.is_empty() && link_like(ui, pi, &in_one_line(&deal.agreed.pi, 100)) {
        out.push(Action::Show(Tab::Details));
    }
}

fn link_like(ui: &mut Ui, galley: std::sync::Arc<egui::Galley>, name: &str) -> bool {
    let response = ui.add(egui::Label::new(galley).sense(egui::Sense::click()));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, name));
    response.clicked()
}

/// "LED panels 600×600, 500 pcs · FOB Ningbo · Hamburg, 09:12, office opens in 48 minutes".
fn facts(cx: &Cx<'_>, deal: &Deal) -> String {
    let joined = |parts: [&str; 2]| {
        let parts = parts.into_iter().map(|part| in_one_line(part, 200));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let place = if deal.buyer.city.trim().is_empty() {
        deal.buyer.country.map_or("", |country| crate::text::country::name(country, cx.language()))
    } else {
        deal.buyer.city.as_str()
    };
    let clock = crate::text::office::long(deal, cx.calendars, cx.now, cx.language());
    let parts = [
        joined([&deal.product, &deal.agreed.quantity]),
        in_one_line(&deal.agreed.incoterm, 200),
        joined([place, &clock]),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn standing(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, out: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        match cx.item(&deal.id) {
            Some(item) => {
                temperature_badge(ui, item.temperature, (cx.text.list.temperature)(item.temperature));
                let line =
                    words::standing_line(&item.standing, item.waiting_days, cx.now.date, cx.language());
                ui.label(RichText::new(line).color(cx.palette.text));
                if deal.is_paused(cx.now.date) {
                    paused(ui, cx, deal);
                }
            }
            None if deal.is_paused(cx.now.date) => paused(ui, cx, deal),
            None => {
                let stage = (cx.text.list.stage_name)(deal.stage());
                ui.label(RichText::new(stage).color(cx.palette.weak_text));
            }
        }
        settle::promise_due(ui, cx, deal, out);
        settle::proposed_plan(ui, cx, deal, out);
        if let Some(contact) = deal.contact().filter(|contact| contact.bounced || contact.stopped) {
            let why = if contact.stopped { cx.text.deal.stopped } else { cx.text.deal.bounced };
            warning(ui, why);
        }
    });
}

/// Why and until when; asks for both where an older document does not say.
fn paused(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal) {
    let line = day::paused(deal.pause.as_ref(), cx.language());
    if deal.pause.as_ref().is_some_and(|pause| pause.lacks().is_some()) {
        warning(ui, &line);
    } else {
        ui.label(RichText::new(line).color(cx.palette.weak_text));
    }
}

fn actions(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, state: &mut State, out: &mut Actions) {
    let words = &cx.text.commands;
    ui.horizontal_wrapped(|ui| {
        gap_beside(ui, tokens::S);
        if changing(ui, |ui| button(ui, Some(icons::ARROW_BEND_UP_LEFT), words.they_replied)).clicked() {
            out.run(DealCommand::TheyReplied.of(&deal.id));
        }
        if changing(ui, |ui| button_with(ui, Emphasis::Quiet, None, words.log_touch, None)).clicked() {
            out.run(DealCommand::LogTouch.of(&deal.id));
        }
        if deal.is_paused(cx.now.date) {
            if changing(ui, |ui| button(ui, Some(icons::PLAY), cx.text.deal.resume)).clicked() {
                out.edit(Edit::Change { deal: deal.id.clone(), field: Field::Resume });
            }
            let lacks = deal.pause.as_ref().and_then(Pause::lacks);
            if lacks.is_some() && changing(ui, |ui| button(ui, None, cx.text.deal.complete_pause)).clicked() {
                out.run(DealCommand::PauseDeal.of(&deal.id));
            }
        } else if changing(ui, |ui| button(ui, Some(icons::PAUSE), words.pause_deal)).clicked() {
            out.run(DealCommand::PauseDeal.of(&deal.id));
        }
        if !is_strip(ui) {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| next_date(ui, cx, deal, state));
        }
    });
    if is_strip(ui) {
        // In a row of its own: alone it would take all the available height.
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| next_date(ui, cx, deal, state));
        });
    }
}

fn next_date(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, state: &mut State) {
    if changing(ui, |ui| icon_button(ui, icons::PENCIL_SIMPLE, cx.text.deal.move_next)).clicked() {
        state.sheet = if state.sheet == OpenSheet::Next { OpenSheet::None } else { OpenSheet::Next };
    }
    let next = cx.next(&deal.id);
    let line = words::next_line(next, cx.now.date, cx.language());
    let ink = cx.palette.weak_text;
    let short = elided(ui, &line, tokens::BODY, FontFamily::Proportional, ink, ui.available_width());
    if short.elided {
        ui.label(short).on_hover_text(line);
    } else {
        ui.label(RichText::new(line).color(ink));
    }
}
