//! The true cause: one click once the buyer is back; the probabilities learn from it.

use egui::{RichText, Ui};

use super::case::share_of_group;
use super::{State, WhyPage};
use crate::domain::diagnosis::CauseGroup;
use crate::domain::names::Named as _;
use crate::domain::today::turn::{Ball, Standing};
use crate::ui::action::Actions;
use crate::ui::widgets::{changing, chip, link, note, section, wrapped};
use crate::ui::{icons, theme, tokens};

/// Causes offered before "another".
const FEW: usize = 5;

/// Asks on its own once the buyer has written and the cause is not known yet.
pub(super) fn if_back(ui: &mut Ui, page: &WhyPage<'_>, state: &mut State, out: &mut Actions) {
    if !asks_by_itself(page) {
        return;
    }
    section(ui, page.text.they_are_back);
    causes(ui, page, state, out);
    ui.add_space(tokens::L);
}

/// The confirmed cause, or a quiet link to confirm one.
pub(super) fn show(ui: &mut Ui, page: &WhyPage<'_>, state: &mut State, out: &mut Actions) {
    match &page.diagnosis().confirmed {
        Some(cause) => confirmed(ui, page, cause, state),
        None if asks_by_itself(page) => return,
        None => {
            if link(ui, Some(icons::CHECK_CIRCLE), page.text.what_was_it).clicked() {
                state.asks_truth = !state.asks_truth;
            }
        }
    }
    if state.asks_truth {
        causes(ui, page, state, out);
        ui.add_space(tokens::S);
    }
}

fn asks_by_itself(page: &WhyPage<'_>) -> bool {
    let diagnosis = page.diagnosis();
    let was_asked = diagnosis.concluded.is_some() || !diagnosis.answers.is_empty();
    was_asked && diagnosis.confirmed.is_none() && Standing::of(page.deal).ball == Ball::Ours
}

fn confirmed(ui: &mut Ui, page: &WhyPage<'_>, cause: &str, state: &mut State) {
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(icons::CHECK_CIRCLE).color(page.cx.palette.accent).family(theme::filled()));
        let line = (page.text.it_was)(&page.name_of(cause));
        wrapped(ui, RichText::new(&line).family(theme::bold_name(&line)).color(page.cx.palette.text));
        if link(ui, None, page.text.change_it).clicked() {
            state.asks_truth = !state.asks_truth;
        }
    });
    let group = page.inference.model().cause(cause).and_then(|cause| cause.group);
    let group = group.or_else(|| CauseGroup::from_name(cause));
    if let Some((group, words)) = group.and_then(|group| Some((group, page.words.group(group)?))) {
        note(ui, &(page.text.learned)(&words.name, &share_of_group(page.case, group)));
    }
}

fn causes(ui: &mut Ui, page: &WhyPage<'_>, state: &mut State, out: &mut Actions) {
    if state.all_causes {
        for group in page.inference.model().groups() {
            all_of(ui, page, group, state, out);
        }
    } else {
        ui.horizontal_wrapped(|ui| {
            for (cause, _) in page.inference.likeliest().into_iter().take(FEW) {
                offer(ui, page, &cause.id, &page.name_of(&cause.id), state, out);
            }
            if link(ui, None, page.text.another_cause).clicked() {
                state.all_causes = true;
            }
        });
    }
    note(ui, page.text.one_click);
}

fn all_of(ui: &mut Ui, page: &WhyPage<'_>, group: CauseGroup, state: &mut State, out: &mut Actions) {
    let name = page.name_of(group.name());
    note(ui, &name);
    ui.horizontal_wrapped(|ui| {
        for cause in page.inference.model().causes().iter().filter(|cause| cause.group == Some(group)) {
            offer(ui, page, &cause.id, &page.name_of(&cause.id), state, out);
        }
        offer(ui, page, group.name(), &(page.text.not_sure_which)(&name), state, out);
    });
}

fn offer(ui: &mut Ui, page: &WhyPage<'_>, id: &str, name: &str, state: &mut State, out: &mut Actions) {
    let confirmed = page.diagnosis().confirmed.as_deref();
    if changing(ui, |ui| chip(ui, name, confirmed == Some(id))).clicked() {
        let mut diagnosis = page.diagnosis().clone();
        diagnosis.confirmed = Some(id.into());
        page.save(diagnosis, out);
        state.asks_truth = false;
        state.all_causes = false;
    }
}
