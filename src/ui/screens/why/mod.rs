//! Why the buyer is quiet: one question at a time, the guess next to it, and at the end a verdict with its reasons.

mod case;
pub mod chips;
mod guess;
mod question;
mod truth;
mod verdict;

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::assets::diagnosis::DiagnosisWords;
use crate::domain::deal::{Deal, DealId};
use crate::domain::diagnosis::{Case, Diagnosis, Inference, Question, UNKNOWN};
use crate::domain::edit::{Edit, Field};
use crate::text::window::why::{WhyText, words_of};
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::tokens;
use crate::ui::widgets::{around_card, card, gap_below, wide_card};

pub use case::case_of;

/// The state of the page for one deal; another deal starts with a new one.
#[derive(Debug, Default)]
pub struct State {
    about: Option<DealId>,
    mode: Mode,
    /// The chosen remedy; none for the best one.
    remedy: Option<Box<str>>,
    all_remedies: bool,
    all_reasons: bool,
    asks_truth: bool,
    all_causes: bool,
    /// The document's revision when "start over" was clicked.
    started_over: Option<u64>,
}

/// Which page comes next.
#[derive(Debug, Default)]
enum Mode {
    /// Determined by the answers.
    #[default]
    Follow,
    /// This question, even if it is answered.
    Ask(Box<str>),
    /// Questions after the verdict, as long as any is informative.
    More,
}

enum View<'m> {
    Intro,
    Question(&'m Question),
    Verdict,
}

/// What every part of the page reads.
struct WhyPage<'a> {
    cx: &'a Cx<'a>,
    deal: &'a Deal,
    case: &'a Case,
    inference: &'a Inference<'a>,
    words: &'static DiagnosisWords,
    text: &'static WhyText,
}

/// Narrower than this, the guess is below the question.
const SIDE_BY_SIDE: f32 = 720.0;
/// Cards do not grow higher than this, however high the window.
const HIGHEST: f32 = 720.0;
/// Their least height.
const LOWEST: f32 = 8.0 * tokens::CONTROL;

pub fn show(ui: &mut Ui, cx: &Cx<'_>, deal: &Deal, state: &mut State, out: &mut Actions) {
    if state.about.as_ref() != Some(&deal.id) {
        *state = State { about: Some(deal.id.clone()), ..State::default() };
    }
    let case = case_of(ui.ctx(), cx, deal);
    let inference = case.inference();
    let words = words_of(cx.language());
    let page = WhyPage { cx, deal, case: &case, inference: &inference, words, text: &cx.text.why };
    let view = page.view(state);
    if ui.available_width() >= SIDE_BY_SIDE {
        side_by_side(ui, &page, &view, state, out);
    } else {
        stacked(ui, &page, &view, state, out);
    }
}

fn side_by_side(ui: &mut Ui, page: &WhyPage<'_>, view: &View<'_>, state: &mut State, out: &mut Actions) {
    let room = ui.available_rect_before_wrap();
    let width = room.width().min(tokens::CONTENT);
    // A sheet above may leave hardly any height; then the page extends below the window's edge.
    let height = room.height().clamp(LOWEST, HIGHEST);
    let left = (width * 0.515).floor();
    let left_rect = Rect::from_min_size(room.min, vec2(left, height));
    let right_rect = Rect::from_min_max(
        pos2(room.left() + left + tokens::L, room.top()),
        pos2(room.left() + width, room.top() + height),
    );
    let around = around_card(ui);
    ui.scope_builder(UiBuilder::new().max_rect(left_rect), |ui| {
        card(ui, |ui| {
            ui.set_width(left_rect.width() - around);
            let body = height - around - tokens::CONTROL - tokens::M;
            gap_below(ui, 0.0);
            scrolled(ui, "question", body, |ui| content(ui, page, view, state, out));
            ui.add_space(tokens::M);
            bar(ui, page, view, state, out);
        });
    });
    ui.scope_builder(UiBuilder::new().max_rect(right_rect), |ui| {
        card(ui, |ui| {
            ui.set_width(right_rect.width() - around);
            scrolled(ui, "guess", height - around, |ui| guess::show(ui, page, state));
        });
    });
}

/// Scrolls what does not fit; the scroll bar is in the card's margin, not over the words.
fn scrolled(ui: &mut Ui, name: &str, height: f32, add: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let wider = Rect::from_min_size(rect.min, vec2(width + tokens::L, height));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(wider));
    let scroll = ScrollArea::vertical().id_salt(name).auto_shrink(false).max_height(height);
    scroll.show(&mut inside, |ui| {
        ui.set_max_width(width);
        add(ui);
    });
}

fn stacked(ui: &mut Ui, page: &WhyPage<'_>, view: &View<'_>, state: &mut State, out: &mut Actions) {
    let body = (ui.available_height() - tokens::CONTROL - tokens::M).max(tokens::LOWEST);
    ScrollArea::vertical().auto_shrink(false).max_height(body).show(ui, |ui| {
        wide_card(ui, |ui| {
            content(ui, page, view, state, out);
        });
        ui.add_space(tokens::M);
        wide_card(ui, |ui| {
            guess::show(ui, page, state);
        });
    });
    ui.add_space(tokens::M);
    bar(ui, page, view, state, out);
}

fn content(ui: &mut Ui, page: &WhyPage<'_>, view: &View<'_>, state: &mut State, out: &mut Actions) {
    gap_below(ui, tokens::S);
    match view {
        View::Intro => {
            truth::if_back(ui, page, state, out);
            question::intro(ui, page, state, out);
        }
        View::Question(question) => {
            truth::if_back(ui, page, state, out);
            question::show(ui, page, question, state, out);
        }
        View::Verdict => verdict::show(ui, page, state, out),
    }
}

/// The buttons that stay visible.
fn bar(ui: &mut Ui, page: &WhyPage<'_>, view: &View<'_>, state: &mut State, out: &mut Actions) {
    ui.horizontal(|ui| match view {
        View::Intro => question::intro_bar(ui, page, state, out),
        View::Question(question) => question::bar(ui, page, question, state, out),
        View::Verdict => verdict::bar(ui, page, state, out),
    });
}

impl<'a> WhyPage<'a> {
    fn view(&self, state: &State) -> View<'a> {
        let next = || self.inference.next().map_or(View::Verdict, View::Question);
        match &state.mode {
            Mode::Ask(id) => {
                if let Some(question) = self.inference.model().question(id) {
                    return View::Question(question);
                }
            }
            Mode::More => return next(),
            Mode::Follow => {}
        }
        if self.diagnosis().concluded.is_some() {
            View::Verdict
        } else if self.own().is_empty() {
            View::Intro
        } else if self.case.is_settled_with(&self.diagnosis().answers) {
            View::Verdict
        } else {
            next()
        }
    }

    fn diagnosis(&self) -> &'a Diagnosis {
        &self.deal.diagnosis
    }

    /// The questions that the seller answered, in order, if this model has them.
    fn own(&self) -> Vec<&'a str> {
        let known = |question: &&str| self.inference.model().question(question).is_some();
        self.diagnosis().answers.iter().map(|given| &*given.question).filter(known).collect()
    }

    /// The number of informative answers, from the seller or the deal.
    fn answers_that_count(&self) -> usize {
        self.case.given.iter().filter(|given| &*given.answer != UNKNOWN).count()
    }

    fn save(&self, diagnosis: Diagnosis, out: &mut Actions) {
        out.edit(Edit::Change { deal: self.deal.id.clone(), field: Field::Diagnosis(diagnosis) });
    }

    /// The name of a cause, or of a group where only that is known.
    fn name_of(&self, cause: &str) -> String {
        use crate::domain::diagnosis::CauseGroup;
        use crate::domain::names::Named as _;
        let words = self.words.cause(cause).or_else(|| self.words.group(CauseGroup::from_name(cause)?));
        words.map_or_else(|| cause.to_owned(), |words| words.name.clone())
    }
}
