//! One question: why it is asked, its answers with their keys, back and "that's enough".

use egui::{Align, Key, Layout, Ui};

use super::{Mode, State, WhyPage};
use crate::domain::diagnosis::{Question, UNKNOWN};
use crate::domain::edit::PerformedEdit;
use crate::text::window::why::shown;
use crate::ui::action::Actions;
use crate::ui::command::Global;
use crate::ui::widgets::{AnswerRow, answer_row, button, changing, heading, link, note, primary, weak};
use crate::ui::{icons, tokens};

/// The usual number of questions.
const ABOUT: usize = 5;
/// The most questions before the verdict.
const MOST: usize = 7;

/// Before the first question.
pub(super) fn intro(ui: &mut Ui, page: &WhyPage<'_>, state: &State, out: &mut Actions) {
    let company = page.deal.buyer.company.trim();
    let company = if company.is_empty() { page.cx.text.deal.untitled } else { company };
    heading(ui, &(page.text.intro)(company));
    ui.add_space(tokens::XS);
    weak(ui, page.text.how);
    if !page.case.known.is_empty() {
        weak(ui, &(page.text.filled_in)(page.case.known.len()));
    }
    let just_cleared = state.started_over.is_some_and(|before| before.wrapping_add(1) == page.cx.revision);
    if just_cleared && page.cx.undoes == Some(PerformedEdit::Answered) {
        ui.add_space(tokens::S);
        if changing(ui, |ui| link(ui, Some(icons::ARROW_COUNTER_CLOCKWISE), page.text.bring_back)).clicked() {
            out.run(Global::Undo);
        }
    }
}

pub(super) fn intro_bar(ui: &mut Ui, page: &WhyPage<'_>, state: &mut State, out: &mut Actions) {
    if let Some(question) = page.inference.next()
        && primary(ui, None, page.text.start).clicked()
    {
        state.mode = Mode::Ask(question.id.clone());
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if changing(ui, |ui| button(ui, None, page.text.skip)).clicked() {
            conclude(page, state, out);
        }
    });
}

pub(super) fn show(
    ui: &mut Ui,
    page: &WhyPage<'_>,
    question: &Question,
    state: &mut State,
    out: &mut Actions,
) {
    note(ui, &place(page, question));
    ui.add_space(tokens::XS);
    let Some(words) = page.words.question(&question.id) else { return };
    heading(ui, &words.question);
    ui.add_space(tokens::XS);
    weak(ui, &words.why);
    ui.add_space(tokens::M);
    let chosen = page.case.answer(&question.id);
    let labels = question
        .answers()
        .iter()
        .map(|answer| (&*answer.id, words.answer(&answer.id).map_or("", |words| words.label.as_str())))
        .chain([(UNKNOWN, page.text.dont_know)]);
    for ((id, label), (cap, key)) in labels.zip(KEYS) {
        let selected = chosen == Some(id);
        let row = AnswerRow { label, key: Some(cap), selected, quiet: id == UNKNOWN, ..AnswerRow::default() };
        if changing(ui, |ui| answer_row(ui, &row)).clicked() || pressed(ui, key) {
            answer(page, question, id, state, out);
        }
    }
}

pub(super) fn bar(
    ui: &mut Ui,
    page: &WhyPage<'_>,
    question: &Question,
    state: &mut State,
    out: &mut Actions,
) {
    let concluded = page.diagnosis().concluded.is_some();
    let own = page.own();
    let at = own.iter().position(|asked| **asked == *question.id);
    let before = match at {
        Some(at) => at.checked_sub(1).and_then(|before| own.get(before)),
        None => own.last(),
    };
    let may_go_back = concluded || before.is_some() || own.is_empty();
    if may_go_back && button(ui, Some(icons::ARROW_LEFT), page.text.back).clicked() {
        state.mode = match before.filter(|_| !concluded) {
            Some(before) => Mode::Ask((*before).into()),
            None => Mode::Follow,
        };
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if at.is_some() && !concluded {
            if button(ui, None, page.text.keep).clicked() {
                state.mode = Mode::Follow;
            }
        } else if changing(ui, |ui| button(ui, None, page.text.enough)).clicked() {
            conclude(page, state, out);
        }
    });
}

/// "Question 3 of about 5", or where in the deal the answer was found.
fn place(page: &WhyPage<'_>, question: &Question) -> String {
    let own = page.own();
    let at = own.iter().position(|asked| **asked == *question.id);
    match page.case.shown(&question.id).filter(|_| at.is_none()) {
        Some(known) => (page.text.from_the_deal)(&shown(&known.shown, page.cx.now.date, page.cx.text)),
        None => {
            let number = at.unwrap_or(own.len()).saturating_add(1);
            let about = (number <= MOST).then_some(if number > ABOUT { MOST } else { ABOUT });
            (page.text.question)(number, about)
        }
    }
}

/// Records the answer; goes to the verdict once no other answer could change the advice.
fn answer(page: &WhyPage<'_>, question: &Question, answer: &str, state: &mut State, out: &mut Actions) {
    let mut diagnosis = page.diagnosis().clone().answered(&question.id, answer);
    match state.mode {
        Mode::More => {}
        Mode::Follow | Mode::Ask(_) => {
            state.mode = Mode::Follow;
            if diagnosis.concluded.is_none() && page.case.is_settled_with(&diagnosis.answers) {
                diagnosis.concluded = Some(page.cx.now.date);
            }
        }
    }
    page.save(diagnosis, out);
}

fn conclude(page: &WhyPage<'_>, state: &mut State, out: &mut Actions) {
    state.mode = Mode::Follow;
    if page.diagnosis().concluded.is_none() {
        let mut diagnosis = page.diagnosis().clone();
        diagnosis.concluded = Some(page.cx.now.date);
        page.save(diagnosis, out);
    }
}

const KEYS: [(&str, Key); 9] = [
    ("1", Key::Num1),
    ("2", Key::Num2),
    ("3", Key::Num3),
    ("4", Key::Num4),
    ("5", Key::Num5),
    ("6", Key::Num6),
    ("7", Key::Num7),
    ("8", Key::Num8),
    ("9", Key::Num9),
];

/// A number key is no answer while a text field has focus.
fn pressed(ui: &Ui, key: Key) -> bool {
    !ui.ctx().text_edit_focused() && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key))
}
