//! The two most informative questions as chips above the draft: an answer rewrites it at once.

use egui::{Role, Ui, WidgetInfo};

use super::case::case_of;
use crate::domain::deal::{Deal, DealId};
use crate::domain::diagnosis::{Case, Question, UNKNOWN, chip_questions};
use crate::domain::edit::{Edit, Field};
use crate::text::window::why::words_of;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{changing, chip, gap_below, gap_beside, text_width};

/// The number of questions shown with the draft.
const COUNT: usize = 2;

/// The questions shown, kept while the same deal is selected, so that an answer does not move them.
#[derive(Clone)]
struct Offered {
    deal: DealId,
    questions: Vec<Box<str>>,
}

/// Where the questions may be drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ChipRoom {
    /// As many questions as fit beside one another; one at least.
    OneLine,
    /// Each on a line of its own where they do not fit on one.
    Lines,
}

/// Draws the questions with their answers; chosen ones are marked and can be changed or removed.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, room: ChipRoom, out: &mut Actions) {
    let case = case_of(ui.ctx(), cx, deal);
    let offered = offered(ui, &case, deal);
    let questions: Vec<&Question> = offered.iter().filter_map(|id| case.model.question(id)).collect();
    let widths = questions.iter().map(|question| width_of(ui, cx, question) + tokens::XL);
    let ends = widths.scan(0.0, |end, width| {
        *end += width;
        Some(*end)
    });
    let fitting = ends.take_while(|end| *end <= ui.available_width()).count();
    let shown = match room {
        ChipRoom::OneLine => fitting.max(1),
        ChipRoom::Lines => questions.len(),
    };
    if shown <= fitting {
        ui.horizontal(|ui| {
            gap_beside(ui, tokens::S);
            for (place, question) in questions.iter().take(shown).enumerate() {
                if place > 0 {
                    ui.add_space(tokens::L);
                }
                ask(ui, cx, &case, deal, question, out);
            }
        });
    } else {
        for question in questions.iter().take(shown) {
            ui.horizontal_wrapped(|ui| {
                gap_beside(ui, tokens::S);
                gap_below(ui, tokens::XS);
                ask(ui, cx, &case, deal, question, out);
            });
        }
    }
}

/// The width of a question with all its answers in one line.
fn width_of(ui: &Ui, cx: &Cx<'_>, question: &Question) -> f32 {
    let Some(words) = words_of(cx.language()).question(&question.id) else { return 0.0 };
    let chip = |label: &str| text_width(ui, label) + tokens::both(tokens::M) + tokens::S;
    let answers = question.answers().iter().filter_map(|answer| words.answer(&answer.id));
    text_width(ui, &words.short)
        + answers.map(|words| chip(&words.short)).sum::<f32>()
        + chip(cx.text.why.dont_know_short)
}

fn ask(ui: &mut Ui, cx: &Cx<'_>, case: &Case, deal: &Deal, question: &Question, out: &mut Actions) {
    let Some(words) = words_of(cx.language()).question(&question.id) else { return };
    ui.label(egui::RichText::new(&words.short).color(cx.palette.weak_text)).on_hover_text(&words.question);
    let chosen = case.answer(&question.id);
    let labels = question
        .answers()
        .iter()
        .filter_map(|answer| Some((&*answer.id, words.answer(&answer.id)?.short.as_str())))
        .chain([(UNKNOWN, cx.text.why.dont_know_short)]);
    for (id, label) in labels {
        let selected = chosen == Some(id);
        let response = changing(ui, |ui| chip(ui, label, selected));
        // Two questions may share an answer: "don't know".
        let name = format!("{} {label}", words.short);
        let enabled = response.enabled();
        response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, selected, &name));
        if response.clicked() {
            let own = deal.diagnosis.answer(&question.id) == Some(id);
            let before = deal.diagnosis.clone();
            let after = if own { before.without(&question.id) } else { before.answered(&question.id, id) };
            out.edit(Edit::Change { deal: deal.id.clone(), field: Field::Diagnosis(after) });
        }
    }
}

fn offered(ui: &Ui, case: &Case, deal: &Deal) -> Vec<Box<str>> {
    let slot = egui::Id::unique("offered questions");
    let kept: Option<Offered> = ui.data(|data| data.get_temp(slot));
    if let Some(kept) = kept.filter(|kept| kept.deal == deal.id) {
        return kept.questions;
    }
    let inference = case.inference();
    let chosen = chip_questions(&inference, &deal.diagnosis, COUNT);
    let questions: Vec<Box<str>> = chosen.iter().map(|question| question.id.clone()).collect();
    let keep = Offered { deal: deal.id.clone(), questions: questions.clone() };
    ui.data_mut(|data| data.insert_temp(slot, keep));
    questions
}
