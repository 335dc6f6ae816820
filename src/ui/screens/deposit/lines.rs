//! Free lines: rows as the command line writes them, each read as it is typed.

use egui::{Ui, vec2};

use super::Outcome;
use super::form::across;
use crate::domain::deposit::{Anchor, DepositTerms, Line, LineAmount, Span, Terms, Unit, When};
use crate::domain::money::{Currency, Percent};
use crate::text::deposit as words;
use crate::ui::action::Cx;
use crate::ui::widgets::{Typed, cell_of, icon_button, link, note, parsed_field, row};
use crate::ui::{icons, tokens};

/// The share of a line that is added before the rest.
const ADDED_SHARE: u32 = 10;
const ADDED_AFTER: u32 = 30;

/// The lines after a change.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, currency: Currency, lines: &[Line]) -> Option<Vec<Line>> {
    let mut changed = None;
    let across = across(ui.available_width()).min(3.0);
    row(ui, |ui| {
        for (index, line) in lines.iter().enumerate() {
            let replaced = cell_of(ui, across, |ui| {
                // What is half typed belongs to its line: it goes when lines come and go.
                ui.push_id((lines.len(), index), |ui| one_line(ui, cx, currency, lines, index, line)).inner
            });
            changed = replaced.or(changed.take());
        }
    });
    if link(ui, Some(icons::PLUS), cx.text.deposit.add_line).clicked() {
        changed = Some(with_one_more(lines));
    }
    note(ui, cx.text.deposit.line_grammar);
    changed
}

fn one_line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    currency: Currency,
    lines: &[Line],
    index: usize,
    line: &Line,
) -> Option<Vec<Line>> {
    let words_here = &cx.text.deposit;
    let number = index + 1;
    let mut changed = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let width = ui.available_width() - tokens::CONTROL;
        ui.allocate_ui(vec2(width, tokens::CONTROL), |ui| {
            ui.set_width(width);
            let typed = Typed {
                label: &(words_here.line)(number),
                shown: line.to_string(),
                hint: "30%@+0d",
                read: &|text: &str| {
                    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                    Line::read(&text, currency).map_err(|problem| words::line_problem(problem, cx.language()))
                },
                right_aligned: false,
            };
            if let Some(read) = parsed_field(ui, &typed) {
                let mut all = lines.to_vec();
                if let Some(place) = all.get_mut(index) {
                    *place = Line { amount: read.amount, when: read.when, ..place.clone() };
                }
                changed = Some(all);
            }
        });
        ui.vertical(|ui| {
            ui.add_space(tokens::SMALL + tokens::S);
            if icon_button(ui, icons::TRASH, &(words_here.remove_line)(number)).clicked() {
                let mut fewer = lines.to_vec();
                fewer.remove(index);
                changed = Some(fewer);
            }
        });
    });
    changed
}

/// Before the rest, where there is one; otherwise the rest itself.
fn with_one_more(lines: &[Line]) -> Vec<Line> {
    let mut all = lines.to_vec();
    let when = |index: usize| {
        let times = u32::try_from(index).unwrap_or(u32::MAX);
        after(Span { count: ADDED_AFTER.saturating_mul(times), unit: Unit::Days })
    };
    match all.iter().position(|line| line.amount == LineAmount::Rest) {
        Some(rest) => {
            let share = Percent::new(ADDED_SHARE.into()).unwrap_or(Percent::HUNDRED);
            all.insert(rest, Line::new(LineAmount::Percent(share), when(rest)));
        }
        None => all.push(Line::new(LineAmount::Rest, when(lines.len()))),
    }
    all
}

/// The rows of a deposit as lines that come to the same, to go on from.
pub fn lines_like(terms: &Terms, deposit: &DepositTerms, outcome: Option<&Outcome>) -> Vec<Line> {
    let Some(outcome) = outcome else { return with_one_more(&[]) };
    let rows = outcome.schedule.rows();
    let last = u32::try_from(rows.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let unit = terms.total.unit();
    (0_u32..)
        .zip(rows)
        .map(|(intervals, row)| {
            let percent =
                Percent::new(row.share).filter(|share| terms.total.percent(*share, unit) == Some(row.amount));
            let amount = match percent {
                _ if intervals == last => LineAmount::Rest,
                Some(percent) => LineAmount::Percent(percent),
                None => LineAmount::Fixed(row.amount.decimal()),
            };
            let count = deposit.every.count.get().saturating_mul(intervals);
            Line::new(amount, after(Span { count, unit: deposit.every.unit }))
        })
        .collect()
}

fn after(span: Span) -> When {
    When::After { anchor: Anchor::Start, span, rule: None }
}
