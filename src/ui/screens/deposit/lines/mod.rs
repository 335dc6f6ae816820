//! Free lines, row by row in words: how much, and when; or as text for those who prefer it.

mod amount;
mod moment;
mod raw;

use egui::Ui;

use super::WorkedPlan;
use crate::domain::deposit::{Anchor, Span, When};
use crate::domain::deposit::{LineAmount, PeriodUnit, Plan, Planned, Terms, TermsLine, TermsRows};
use crate::domain::money::Percent;
use crate::text::{Language, format};
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    below_caption, cell_of_width, changing, gap_beside, icon_button, link, links, note, row,
};
use crate::ui::{icons, tokens};

/// Width of the three icon buttons of a line.
const TOOLS: f32 = 3.0 * tokens::CONTROL;

/// The share, in percent, of a line that is added before the line for the rest.
const ADDED_SHARE: u32 = 10;
const ADDED_AFTER: u32 = 30;
/// Narrower than this, the date and the buttons of a row are below its fields.
const ONE_LINE_FROM: f32 = 796.0;

/// The editor of free lines.
#[derive(Debug, Default)]
pub struct State {
    pub open: bool,
    as_text: bool,
}

/// The lines after a change.
pub fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    lines: &[TermsLine],
    state: &mut State,
) -> Option<Vec<TermsLine>> {
    let words = &cx.text.plan_rows;
    let mut changed = None;
    if state.as_text {
        changed = raw::show(ui, cx, plan.terms.total.currency(), lines);
    } else {
        let allocated = plan.terms.allocation().map(|facts| facts.rows).unwrap_or_default();
        let decimals = amount::decimals(lines);
        for (index, line) in lines.iter().enumerate() {
            let (total, comes_to) = (plan.terms.total, allocated.get(index).copied());
            let place = amount::LinePlace { number: index + 1, total, comes_to, decimals };
            // Half-typed text belongs to its line and is dropped when lines are added or removed.
            let replaced =
                ui.push_id((lines.len(), index), |ui| in_words(ui, cx, plan, lines, line, place)).inner;
            changed = replaced.or(changed.take());
        }
    }
    links(ui, |ui| {
        if changing(ui, |ui| link(ui, Some(icons::PLUS), cx.text.deposit.add_line)).clicked() {
            changed = Some(with_one_more(lines));
        }
        let other = if state.as_text { words.in_words } else { words.as_text };
        if link(ui, Some(icons::NOTE_PENCIL), other).clicked() {
            state.as_text = !state.as_text;
        }
    });
    if state.as_text {
        note(ui, cx.text.deposit.line_grammar);
    }
    changed
}

/// The rows of a plan as free lines with the same result, as a starting point.
pub fn lines_like(terms: &Terms, worked: &WorkedPlan) -> Vec<TermsLine> {
    let lines = worked.outcome.as_ref().ok().and_then(|_sound| terms.as_lines());
    lines.unwrap_or_else(|| with_one_more(&[]))
}

fn in_words(
    ui: &mut Ui,
    cx: &Cx<'_>,
    plan: &Plan,
    lines: &[TermsLine],
    line: &TermsLine,
    place: amount::LinePlace,
) -> Option<Vec<TermsLine>> {
    let number = place.number;
    let index = number.saturating_sub(1);
    let mut changed = None;
    let replaced = |line: TermsLine| {
        let mut all = lines.to_vec();
        if let Some(place) = all.get_mut(index) {
            *place = line;
        }
        Some(all)
    };
    row(ui, |ui| {
        if let Some(typed) = amount::cells(ui, cx, line.amount, place) {
            changed = replaced(TermsLine { amount: typed, ..line.clone() });
        }
        if let Some(when) = moment::cells(ui, cx, plan, number, &line.when) {
            changed = replaced(TermsLine { when, ..line.clone() });
        }
        let dated = matches!(line.when, When::On(_));
        let beside = ui.max_rect().width() >= ONE_LINE_FROM;
        let width = TOOLS + if dated { 0.0 } else { resolved_width(cx) };
        cell_of_width(ui, width, |ui| {
            if beside {
                below_caption(ui);
            }
            ui.horizontal(|ui| {
                gap_beside(ui, 0.0);
                if !dated {
                    resolved(ui, cx, &plan.terms, line);
                }
                if let Some(ordered) = order(ui, cx, lines, index) {
                    changed = Some(ordered);
                }
            });
        });
    });
    changed
}

/// The resulting date of the row.
fn resolved(ui: &mut Ui, cx: &Cx<'_>, terms: &Terms, line: &TermsLine) {
    let said = match line.when.due(terms.start, &terms.milestones) {
        Some(Planned::On(date)) => terms
            .shift
            .apply(date, &terms.working_week())
            .map_or_else(String::new, |date| format::date_compact(date, cx.language())),
        Some(Planned::Open(_milestone)) => cx.text.plan_rows.no_date.to_owned(),
        None => String::new(),
    };
    let width = resolved_width(cx);
    ui.allocate_ui(egui::vec2(width, tokens::CONTROL), |ui| {
        ui.set_width(width);
        ui.horizontal_centered(|ui| note(ui, &said));
    });
}

/// Width for the row's resulting date, or for what it waits for: a Chinese date is longer.
fn resolved_width(cx: &Cx<'_>) -> f32 {
    match cx.language() {
        Language::English => 104.0,
        Language::Chinese => 144.0,
    }
}

/// Buttons to move a line up or down, or to remove it.
fn order(ui: &mut Ui, cx: &Cx<'_>, lines: &[TermsLine], index: usize) -> Option<Vec<TermsLine>> {
    let words = &cx.text.plan_rows;
    let number = index + 1;
    let swapped = |with: usize| {
        let mut all = lines.to_vec();
        all.swap(index, with);
        all
    };
    let mut changed = None;
    ui.add_enabled_ui(index > 0, |ui| {
        if changing(ui, |ui| icon_button(ui, icons::ARROW_UP, &(words.move_up)(number))).clicked() {
            changed = index.checked_sub(1).map(swapped);
        }
    });
    ui.add_enabled_ui(number < lines.len(), |ui| {
        if changing(ui, |ui| icon_button(ui, icons::ARROW_DOWN, &(words.move_down)(number))).clicked() {
            changed = Some(swapped(number));
        }
    });
    if changing(ui, |ui| icon_button(ui, icons::TRASH, &(cx.text.deposit.remove_line)(number))).clicked() {
        let mut fewer = lines.to_vec();
        fewer.remove(index);
        changed = Some(fewer);
    }
    changed
}

/// Adds a line before the one for the rest, or adds that one where there is none.
fn with_one_more(lines: &[TermsLine]) -> Vec<TermsLine> {
    let mut all = lines.to_vec();
    let when = |index: usize| {
        let times = u32::try_from(index).unwrap_or(u32::MAX);
        let span = Span { count: ADDED_AFTER.saturating_mul(times), unit: PeriodUnit::Days };
        When::After { anchor: Anchor::Start, span, rule: None }
    };
    match all.iter().position(|line| line.amount == LineAmount::Rest) {
        Some(rest) => {
            let share = Percent::new(ADDED_SHARE.into()).unwrap_or(Percent::HUNDRED);
            all.insert(rest, TermsLine::new(LineAmount::Percent(share), when(rest)));
        }
        None => all.push(TermsLine::new(LineAmount::Rest, when(lines.len()))),
    }
    all
}

/// Whether there are lines to edit.
pub fn of(terms: &Terms) -> Option<&[TermsLine]> {
    match &terms.rows {
        TermsRows::Lines(lines) => Some(lines),
        TermsRows::Deposit(_) => None,
    }
}
