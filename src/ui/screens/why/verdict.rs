//! The verdict, presented as a guess: what helps, and the message for it.

use egui::{Align, Layout, Ui};

use super::{Mode, State, WhyPage, truth};
use crate::domain::diagnosis::{Degree, Ranked, Remedy};
use crate::domain::edit::{Edit, Field};
use crate::domain::message::Strategy;
use crate::domain::names::{Named as _, Word};
use crate::ui::action::{Action, Actions, Tab};
use crate::ui::widgets::{
    AnswerRow, answer_row, button, changing, heading, link, note, primary, section, weak,
};
use crate::ui::{icons, tokens};

/// Remedies shown before "all".
const FEW: usize = 3;

pub(super) fn show(ui: &mut Ui, page: &WhyPage<'_>, state: &mut State, out: &mut Actions) {
    truth::if_back(ui, page, state, out);
    let is_confirmed = page.diagnosis().confirmed.is_some();
    if is_confirmed {
        truth::show(ui, page, state, out);
        ui.add_space(tokens::L);
    }
    note(ui, &(page.text.guess)(page.answers_that_count()));
    ui.add_space(tokens::XS);
    headline(ui, page);
    ui.add_space(tokens::M);
    section(ui, page.text.remedies);
    remedies(ui, page, state);
    ui.add_space(tokens::S);
    if !is_confirmed {
        truth::show(ui, page, state, out);
    }
    if changing(ui, |ui| link(ui, Some(icons::ARROW_COUNTER_CLOCKWISE), page.text.start_over)).clicked() {
        start_over(page, state, out);
    }
}

pub(super) fn bar(ui: &mut Ui, page: &WhyPage<'_>, state: &mut State, out: &mut Actions) {
    if page.inference.next().is_some() && button(ui, None, page.text.more_questions).clicked() {
        state.mode = Mode::More;
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let chosen = chosen(page, state).and_then(|remedy| remedy.strategy.as_deref());
        if let Some(strategy) = chosen
            && changing(ui, |ui| primary(ui, Some(icons::ENVELOPE_SIMPLE), page.text.write)).clicked()
        {
            write(page, strategy, out);
        }
    });
}

/// The verdict in plain words, no more certain than the figures.
fn headline(ui: &mut Ui, page: &WhyPage<'_>) {
    let likeliest = page.inference.likeliest();
    let Some((first, _)) = likeliest.first() else { return };
    let name = page.name_of(&first.id);
    let likely: Vec<String> = likeliest
        .iter()
        .filter(|(_, probability)| page.inference.degree(*probability) == Degree::MostLikely)
        .map(|(cause, _)| page.name_of(&cause.id))
        .collect();
    let line = match likely.as_slice() {
        [only] => (page.text.headline)(only, None),
        [first, second] => (page.text.headline)(first, Some(second)),
        _none_or_many => (page.text.unclear)(&name),
    };
    heading(ui, &line);
    if let (Some(words), true) = (page.words.cause(&first.id), likely.len() != 2) {
        weak(ui, &words.meaning);
    }
}

fn remedies(ui: &mut Ui, page: &WhyPage<'_>, state: &mut State) {
    let ranked = page.inference.remedies();
    let selected = chosen(page, state).map(|remedy| remedy.id.clone());
    let count = if state.all_remedies { ranked.len() } else { FEW };
    for Ranked { remedy, .. } in ranked.iter().take(count) {
        let Some(words) = page.words.remedy(&remedy.id) else { continue };
        let row = AnswerRow {
            label: &words.title,
            detail: Some(&words.how),
            selected: selected.as_ref() == Some(&remedy.id),
            ..AnswerRow::default()
        };
        if answer_row(ui, &row).clicked() {
            state.remedy = Some(remedy.id.clone());
        }
    }
    let toggle =
        if state.all_remedies { page.text.fewer.to_owned() } else { (page.text.all_remedies)(ranked.len()) };
    if ranked.len() > FEW && link(ui, None, &toggle).clicked() {
        state.all_remedies = !state.all_remedies;
    }
}

/// The remedy that the message is written for: the chosen one, else the best.
fn chosen<'m>(page: &WhyPage<'m>, state: &State) -> Option<&'m Remedy> {
    let ranked = page.inference.remedies();
    let chosen = ranked.iter().find(|one| Some(&one.remedy.id) == state.remedy.as_ref());
    chosen.or_else(|| ranked.first()).map(|one| one.remedy)
}

/// Writes the message; a draft edited by hand is kept if its strategy is the same.
fn write(page: &WhyPage<'_>, strategy: &str, out: &mut Actions) {
    let mut work = page.deal.message.clone();
    let known = Strategy::from_name(strategy).map(Word::Known);
    let strategy = known.unwrap_or_else(|| Word::Foreign(strategy.into()));
    if work.strategy.as_ref() != Some(&strategy) {
        work.choose(page.cx.now.local(), |work| work.strategy = Some(strategy));
        out.edit_alone(Edit::Change { deal: page.deal.id.clone(), field: Field::Message(Box::new(work)) });
    }
    out.push(Action::Show(Tab::Message));
}

/// Clears the answers; a confirmed true cause is a fact and is kept.
fn start_over(page: &WhyPage<'_>, state: &mut State, out: &mut Actions) {
    let mut diagnosis = page.diagnosis().clone();
    diagnosis.answers.clear();
    diagnosis.concluded = None;
    page.save(diagnosis, out);
    *state = State { about: state.about.take(), started_over: Some(page.cx.revision), ..State::default() };
}
